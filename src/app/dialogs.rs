//! The native file dialog and the browser, behind a trait so that tests can answer in their place.

use std::path::PathBuf;
use std::pin::Pin;

use crate::domain::SourceId;
use crate::language::Words;
use crate::session::{Command, FilesCommand, PictureKind};

use super::file_dialog;

pub use super::answer::Answer;

/// Asks the user for files, and opens addresses for him.
pub trait Dialogs {
    /// Asks for a file to open, and answers when the user has chosen or given up. Must not block.
    fn pick(&mut self, frame: Option<&eframe::Frame>, ask: PickRequest, answer: Answer);

    /// Asks where to write a file. Must not block.
    fn save(&mut self, frame: Option<&eframe::Frame>, ask: SaveRequest, answer: Answer);

    /// Opens an address in the browser, and answers only when there is none. Must not block.
    fn browse(&mut self, url: String, answer: Answer);
}

/// What a file is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// A dataset to open.
    Dataset,
    /// An earlier dataset, to compare with.
    Earlier,
    /// A document to read, which may be the copy of a source.
    Document(Option<SourceId>),
}

/// What is asked of a user who opens a file.
#[derive(Clone, Debug)]
pub struct PickRequest {
    /// What for.
    pub pick: Pick,
    /// The language to ask in.
    pub words: &'static Words,
}

/// What a file is written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Save {
    /// A picture.
    Picture(PictureKind),
    /// A dataset.
    Dataset,
}

impl Save {
    /// The ending of its files.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Picture(kind) => kind.extension(),
            Self::Dataset => "json",
        }
    }
}

/// What is asked of a user who writes a file.
#[derive(Clone, Debug)]
pub struct SaveRequest {
    /// The name to begin with.
    pub name: String,
    /// What for.
    pub save: Save,
    /// The language to ask in.
    pub words: &'static Words,
}

/// The system's own dialog: the desktop portal on Linux.
#[derive(Debug, Default)]
pub struct NativeDialogs {
    is_open: std::sync::Arc<std::sync::atomic::AtomicBool>,
}

impl Dialogs for NativeDialogs {
    fn pick(&mut self, frame: Option<&eframe::Frame>, ask: PickRequest, answer: Answer) {
        let PickRequest { pick, words } = ask;
        let (title, filter, endings): (_, _, &[&str]) = match pick {
            Pick::Dataset => (words.open_title, words.datasets_filter, &["json"]),
            Pick::Earlier => (words.compare.pick_title, words.datasets_filter, &["json"]),
            Pick::Document(source) => {
                let title =
                    if source.is_some() { words.page.attach_title } else { words.actions.read_document.name };
                (title, words.page.documents_filter, &["txt", "text", "md", "html", "htm", "xhtml", "pdf"])
            }
        };
        let dialog = rfd::AsyncFileDialog::new()
            .set_title(title)
            .add_filter(filter, endings)
            .add_filter(words.all_files_filter, &["*"]);
        self.ask(
            frame,
            dialog,
            |dialog| Box::pin(dialog.pick_file()),
            move |answer: Answer, path| answer.chose(pick, path),
            answer,
        );
    }

    fn save(&mut self, frame: Option<&eframe::Frame>, ask: SaveRequest, answer: Answer) {
        let SaveRequest { name, save, words } = ask;
        let (title, filter) = match save {
            Save::Picture(kind) => (words.save_title, kind.extension().to_uppercase()),
            Save::Dataset => (words.page.save.name, words.datasets_filter.to_owned()),
        };
        let dialog = rfd::AsyncFileDialog::new()
            .set_title(title)
            .set_file_name(name)
            .add_filter(filter, &[save.extension()]);
        let named = move |answer: Answer, path: PathBuf| answer.saves_to(save, with_ending(path, save));
        self.ask(frame, dialog, |dialog| Box::pin(dialog.save_file()), named, answer);
    }

    fn browse(&mut self, url: String, answer: Answer) {
        let (address, sender) = (url.clone(), answer.clone());
        // Which browser it is takes another program to find out, and one in a terminal ends when its user closes it.
        let open = move || {
            if let Err(err) = webbrowser::open(&address) {
                log::warn!("no browser could be opened: {err}");
                sender.no_browser(address);
            }
        };
        if let Err(err) = std::thread::Builder::new().name("browser".into()).spawn(open) {
            log::warn!("no browser could be opened: {err}");
            answer.no_browser(url);
        }
    }
}

/// A name that says its format: as it is if it does, otherwise with the ending of the format asked for.
fn with_ending(path: PathBuf, save: Save) -> PathBuf {
    let known: &[&str] = match save {
        Save::Picture(_) => &["svg", "png"],
        Save::Dataset => &["json"],
    };
    let is_known = |given: &std::ffi::OsStr| known.iter().any(|known| given.eq_ignore_ascii_case(known));
    if path.extension().is_some_and(is_known) {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(".");
    name.push(save.extension());
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
        let wait = move || {
            let file = pollster::block_on(chosen);
            is_open.store(false, Ordering::Relaxed);
            match file {
                Some(file) => then(answer, file.path().to_path_buf()),
                // It was cancelled, or there was none.
                None if file_dialog::is_there() => {}
                None => answer.send(Command::Files(FilesCommand::NoDialog)),
            }
        };
        if let Err(err) = std::thread::Builder::new().name("file dialog".into()).spawn(wait) {
            self.is_open.store(false, Ordering::Relaxed);
            log::error!("the file dialog could not be started: {err}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_gets_the_ending_of_its_format_unless_its_name_has_one() {
        for (name, save, written) in [
            ("view", Save::Picture(PictureKind::Svg), "view.svg"),
            ("map.v2", Save::Picture(PictureKind::Png), "map.v2.png"),
            ("view.PNG", Save::Picture(PictureKind::Svg), "view.PNG"),
            ("view.svg", Save::Picture(PictureKind::Svg), "view.svg"),
            ("mine", Save::Dataset, "mine.json"),
            ("mine.svg", Save::Dataset, "mine.svg.json"),
        ] {
            assert_eq!(with_ending(name.into(), save), PathBuf::from(written));
        }
    }
}
