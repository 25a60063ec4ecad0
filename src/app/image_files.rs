//! Pictures of events: where they stand, and as addresses of files that another program opens.

use std::path::{Path, PathBuf};

use crate::domain::EventId;
use crate::session::World;

use super::files::folder_of;

/// The address of an event's picture; `None` if there is no such file.
pub(super) fn address(world: &World, event: EventId) -> Option<String> {
    path(world, event).map(|path| file_address(&path.to_string_lossy()))
}

/// The path of an event's picture: of a file in the data file's folder or below; `None` if there is no such file.
pub(super) fn path(world: &World, event: EventId) -> Option<PathBuf> {
    let folder = world.path_of_event(event).and_then(folder_of)?;
    // The folder of a relative path may be empty, which is no path of a folder.
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let folder = folder.canonicalize().ok()?;
    let path = folder.join(&*world.dataset.event(event).image).canonicalize().ok()?;
    // A link may lead out of the folder where its path does not.
    (path.starts_with(&folder) && path.is_file()).then_some(path)
}

/// A path as an address, RFC 8089.
fn file_address(path: &str) -> String {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let path = path.replace('\\', "/");
    let path = path.trim_start_matches("//?/");
    let mut address = String::from(if path.starts_with('/') { "file://" } else { "file:///" });
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~:".contains(&byte) {
            address.push(char::from(byte));
        } else {
            address.push('%');
            address.extend([byte >> 4, byte & 15].map(|digit| char::from(HEX[usize::from(digit)])));
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_becomes_an_address() {
        assert_eq!(file_address("/home/a b/Рис.png"), "file:///home/a%20b/%D0%A0%D0%B8%D1%81.png");
        assert_eq!(file_address(r"\\?\C:\data\x.png"), "file:///C:/data/x.png");
    }
}
