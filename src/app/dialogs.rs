//! The native file dialog, behind a trait so that tests can answer in its place.

use std::path::PathBuf;
use std::pin::Pin;

use crate::language::Words;
use crate::session::{Command, PictureKind};

pub use super::jobs::Answer;

/// Asks the user for files.
pub trait Dialogs {
    /// Asks for a dataset to open, and answers when the user has chosen or given up. Must not block.
    fn pick(&mut self, frame: Option<&eframe::Frame>, words: &'static Words, answer: Answer);

    /// Asks where to write a picture. Must not block.
    fn save(&mut self, frame: Option<&eframe::Frame>, ask: SaveRequest, answer: Answer);
}

/// What is asked of a user who exports.
#[derive(Clone, Debug)]
pub struct SaveRequest {
    /// The name to begin with.
    pub name: String,
    /// The format.
    pub kind: PictureKind,
    /// The language to ask in.
    pub words: &'static Words,
}

/// The system's own dialog: the desktop portal on Linux.
#[derive(Debug, Default)]
pub struct NativeDialogs {
    is_open: std::sync::Arc<std::sync::atomic::AtomicBool>,
}

impl Dialogs for NativeDialogs {
    fn pick(&mut self, frame: Option<&eframe::Frame>, words: &'static Words, answer: Answer) {
        let dialog = rfd::AsyncFileDialog::new()
            .set_title(words.open_title)
            .add_filter(words.datasets_filter, &["json"])
            .add_filter(words.all_files_filter, &["*"]);
        self.ask(
            frame,
            dialog,
            |dialog| Box::pin(dialog.pick_file()),
            |answer: Answer, path| answer.chose(path),
            answer,
        );
    }

    fn save(&mut self, frame: Option<&eframe::Frame>, ask: SaveRequest, answer: Answer) {
        let ending = ask.kind.ending();
        let dialog = rfd::AsyncFileDialog::new()
            .set_title(ask.words.save_title)
            .set_file_name(ask.name)
            .add_filter(ending.to_uppercase(), &[ending]);
        let named = move |answer: Answer, path: PathBuf| answer.saves_to(with_ending(path, ending));
        self.ask(frame, dialog, |dialog| Box::pin(dialog.save_file()), named, answer);
    }
}

/// A name that says its format: as it is if it does, otherwise with the ending of the format asked for.
fn with_ending(path: PathBuf, ending: &str) -> PathBuf {
    let is_picture =
        |given: &std::ffi::OsStr| ["svg", "png"].iter().any(|known| given.eq_ignore_ascii_case(known));
    if path.extension().is_some_and(is_picture) {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(".");
    name.push(ending);
    name.into()
}

type Chosen = Pin<Box<dyn Future<Output = Option<rfd::FileHandle>> + Send>>;

impl NativeDialogs {
    /// Shows a dialog and waits for it elsewhere.
    fn ask(
        &self,
        frame: Option<&eframe::Frame>,
        mut dialog: rfd::AsyncFileDialog,
        show: impl FnOnce(rfd::AsyncFileDialog) -> Chosen,
        then: impl FnOnce(Answer, PathBuf) + Send + 'static,
        answer: Answer,
    ) {
        use std::sync::atomic::Ordering;
        // One at a time: a second Ctrl+O must not stack a second dialog.
        if self.is_open.swap(true, Ordering::Relaxed) {
            return;
        }
        if let Some(frame) = frame {
            dialog = dialog.set_parent(frame);
        }
        // The dialog is made on this thread, as macOS wants it, and waited for on another.
        let chosen = show(dialog);
        let is_open = std::sync::Arc::clone(&self.is_open);
        let started = std::time::Duration::from_millis(300);
        let wait = move || {
            let stopwatch = Stopwatch::start();
            let file = pollster::block_on(chosen);
            is_open.store(false, Ordering::Relaxed);
            match file {
                Some(file) => then(answer, file.path().to_path_buf()),
                // Nobody cancels a dialog that fast: there was none.
                None if stopwatch.elapsed() < started => answer.send(Command::NoDialog),
                None => {}
            }
        };
        if let Err(err) = std::thread::Builder::new().name("file dialog".into()).spawn(wait) {
            self.is_open.store(false, Ordering::Relaxed);
            log::error!("the file dialog could not be started: {err}");
        }
    }
}

/// Measures how long a dialog was open.
struct Stopwatch(std::time::Instant);

impl Stopwatch {
    #[expect(clippy::disallowed_methods, reason = "how long a dialog was open is shown nowhere")]
    fn start() -> Self {
        Self(std::time::Instant::now())
    }

    fn elapsed(&self) -> std::time::Duration {
        self.0.elapsed()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_gets_the_ending_of_its_format_unless_its_name_has_one() {
        for (name, ending, written) in [
            ("view", "svg", "view.svg"),
            ("map.v2", "png", "map.v2.png"),
            ("view.PNG", "svg", "view.PNG"),
            ("view.svg", "svg", "view.svg"),
        ] {
            assert_eq!(with_ending(name.into(), ending), PathBuf::from(written));
        }
    }
}
