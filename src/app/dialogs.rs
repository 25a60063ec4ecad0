//! The native file dialog, behind a trait so that tests can answer in its place.

use crate::session::Command;

pub use super::jobs::Answer;

/// Asks the user for files.
pub trait Dialogs {
    /// Asks for a dataset to open, and answers when the user has chosen or given up. Must not block.
    fn pick(&mut self, frame: Option<&eframe::Frame>, answer: Answer);
}

/// The system's own dialog: the desktop portal on Linux.
#[derive(Debug, Default)]
pub struct NativeDialogs {
    is_open: std::sync::Arc<std::sync::atomic::AtomicBool>,
}

impl Dialogs for NativeDialogs {
    fn pick(&mut self, frame: Option<&eframe::Frame>, answer: Answer) {
        use std::sync::atomic::Ordering;
        // One at a time: a second Ctrl+O must not stack a second dialog.
        if self.is_open.swap(true, Ordering::Relaxed) {
            return;
        }
        let mut dialog = rfd::AsyncFileDialog::new()
            .set_title("Open a dataset")
            .add_filter("Datasets (*.json)", &["json"])
            .add_filter("All files", &["*"]);
        if let Some(frame) = frame {
            dialog = dialog.set_parent(frame);
        }
        // The dialog is made on this thread, as macOS wants it, and waited for on another.
        let chosen = dialog.pick_file();
        let is_open = std::sync::Arc::clone(&self.is_open);
        let started = std::time::Duration::from_millis(300);
        let wait = move || {
            let stopwatch = Stopwatch::start();
            let file = pollster::block_on(chosen);
            is_open.store(false, Ordering::Relaxed);
            match file {
                Some(file) => answer.chose(file.path().to_path_buf()),
                // Nobody cancels a dialog that fast: there was none.
                None if stopwatch.elapsed() < started => answer.send(Command::Notice(
                    "No file dialog is available here: drop a file on the window, or name it on the command line".into(),
                )),
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
