//! The file that is open, as it stands on disk: it may have changed since it was read, or be there no more.

use crate::session::{Effect, Session};

/// How the file that is open stands on disk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnDisk {
    /// As it was read.
    #[default]
    Same,
    /// Otherwise than it was read.
    Changed,
    /// There is no such file any more.
    Gone,
}

/// What tells one state of a file from another: when it was written, and how many bytes it has.
pub type FileStamp = (std::time::SystemTime, u64);

impl Session {
    /// Reads the file that is open again. Where the reader is in it is remembered as of any file.
    pub(in crate::session) fn reload(&mut self) -> Option<Effect> {
        let Some(path) = self.world.path.clone() else {
            self.notice = Some(self.words().notices.nothing_to_reload.to_owned());
            return None;
        };
        let name = self.world.name.clone();
        Some(self.start_loading(&name, Some(path)))
    }
}
