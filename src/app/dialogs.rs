//! File dialogs and the browser, behind a trait so that tests can answer in their place.

use std::path::PathBuf;
use std::pin::Pin;

use crate::language::Strings;
use crate::session::{Command, FilesCommand, PictureKind};

use super::{browser, file_dialog};

pub use super::answer::{Answer, FilePurpose, SavePurpose};

/// Asks the user for files, and opens addresses in the browser.
pub trait Dialogs {
    /// Asks for a file to open, and answers once the user has chosen one. Must not block.
    fn choose_file(&mut self, frame: Option<&eframe::Frame>, ask: OpenFileRequest, answer: Answer);

    /// Asks where to save a file. Must not block.
    fn save(&mut self, frame: Option<&eframe::Frame>, ask: SaveFileRequest, answer: Answer);

    /// Opens an address in the browser, and answers only if that fails. Must not block.
    fn browse(&mut self, url: String, answer: Answer);
}

/// A request for a file to open.
#[derive(Clone, Debug)]
pub struct OpenFileRequest {
    /// What the file is for.
    pub purpose: FilePurpose,
    /// The texts of the dialog, in the user's language.
    pub strings: &'static Strings,
}

/// A request for where to save a file.
#[derive(Clone, Debug)]
pub struct SaveFileRequest {
    /// The suggested name.
    pub name: String,
    /// What the file is for.
    pub save: SavePurpose,
    /// The texts of the dialog, in the user's language.
    pub strings: &'static Strings,
}

/// The system's own dialog: the desktop portal on Linux.
#[derive(Debug, Default)]
pub struct NativeDialogs {
    is_open: std::sync::Arc<std::sync::atomic::AtomicBool>,
}

impl Dialogs for NativeDialogs {
    fn choose_file(&mut self, frame: Option<&eframe::Frame>, ask: OpenFileRequest, answer: Answer) {
        let OpenFileRequest { purpose, strings } = ask;
        let (title, kinds) = match purpose {
            FilePurpose::Dataset => (strings.files.open_title, datasets(strings)),
            FilePurpose::Layers => (strings.layers.add_title, datasets(strings)),
            FilePurpose::Earlier => (strings.compare.pick_title, datasets(strings)),
            FilePurpose::Document(source) => {
                let title = if source.is_some() {
                    strings.reader.attach_title
                } else {
                    strings.commands.actions.read_document.name
                };
                (title, vec![(strings.reader.documents_filter, DOCUMENTS.to_vec())])
            }
            FilePurpose::Folder => {
                let dialog = rfd::AsyncFileDialog::new().set_title(strings.files.open_folder_title);
                return self.ask(
                    frame,
                    dialog,
                    |dialog| {
                        let folder = dialog.pick_folder();
                        Box::pin(async move { folder.await.map(|folder| vec![folder]) })
                    },
                    move |answer: Answer, paths| answer.chose_several(purpose, paths),
                    answer,
                );
            }
        };
        let dialog = rfd::AsyncFileDialog::new().set_title(title);
        let dialog =
            kinds.into_iter().fold(dialog, |dialog, (name, extensions)| dialog.add_filter(name, &extensions));
        let dialog = dialog.add_filter(strings.files.all_files_filter, &["*"]);
        self.ask(
            frame,
            dialog,
            move |dialog| -> Chosen {
                match purpose {
                    // Several files are opened on one timeline.
                    FilePurpose::Dataset | FilePurpose::Layers => Box::pin(dialog.pick_files()),
                    FilePurpose::Earlier | FilePurpose::Document(_) | FilePurpose::Folder => {
                        let file = dialog.pick_file();
                        Box::pin(async move { file.await.map(|file| vec![file]) })
                    }
                }
            },
            move |answer: Answer, paths| answer.chose_several(purpose, paths),
            answer,
        );
    }

    fn save(&mut self, frame: Option<&eframe::Frame>, ask: SaveFileRequest, answer: Answer) {
        let SaveFileRequest { name, save, strings } = ask;
        let (title, filter) = match save {
            SavePurpose::Picture(PictureKind::Page) => (strings.files.save_page_title, "HTML".to_owned()),
            SavePurpose::Picture(kind) => (strings.files.save_title, kind.extension().to_uppercase()),
            SavePurpose::DialogPicture(format) => {
                (strings.files.save_title, format.extension().to_uppercase())
            }
            SavePurpose::Dataset => (strings.reader.save.name, strings.files.datasets_filter.to_owned()),
            SavePurpose::Edits => {
                (strings.commands.actions.save_edits_as.name, strings.files.datasets_filter.to_owned())
            }
            SavePurpose::Patch => (strings.editing.save_patch.name, "JSON".to_owned()),
            SavePurpose::Data(format) => (strings.files.save_as_title, format.extension().to_uppercase()),
        };
        let dialog = rfd::AsyncFileDialog::new()
            .set_title(title)
            .set_file_name(name)
            .add_filter(filter, &[save.extension()]);
        let named = move |answer: Answer, paths: Vec<PathBuf>| {
            if let Some(path) = paths.into_iter().next() {
                answer.saves_to(save, with_extension(path, save));
            }
        };
        let show = |dialog: rfd::AsyncFileDialog| -> Chosen {
            let file = dialog.save_file();
            Box::pin(async move { file.await.map(|file| vec![file]) })
        };
        self.ask(frame, dialog, show, named, answer);
    }

    fn browse(&mut self, url: String, answer: Answer) {
        let (address, sender) = (url.clone(), answer.clone());
        // Finding the browser starts another program, and a browser in a terminal runs until its user closes it.
        let open = move || {
            if let Err(err) = browser::open(&address) {
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

/// Documents that can be read beside the timeline.
const DOCUMENTS: &[&str] = &["txt", "text", "md", "html", "htm", "xhtml", "pdf"];
const JSON: &[&str] = &["json", "geojson", "jsonl"];
const SPREADSHEETS: &[&str] = &["xlsx", "xlsm", "xlsb", "xls", "ods", "parquet"];
const TEXT_TABLES: &[&str] = &["csv", "tsv", "tab"];
const CALENDARS: &[&str] = &["ics", "ical"];
/// What else can be opened: packed with gzip, or of another program.
const OTHERS: &[&str] = &["gz", "zip", "xml", "mw", "markwhen", "timeline", "jsonld", "aeon", "aeonzip"];

/// The kinds of files that hold datasets, all of them together first.
fn datasets(strings: &'static Strings) -> Vec<(&'static str, Vec<&'static str>)> {
    let texts = &strings.opening;
    let kinds = [
        (texts.json_filter, JSON),
        (texts.spreadsheets_filter, SPREADSHEETS),
        (texts.text_tables_filter, TEXT_TABLES),
        (texts.calendars_filter, CALENDARS),
    ];
    let everything = kinds.iter().flat_map(|(_, extensions)| *extensions).chain(OTHERS).copied().collect();
    let kinds = kinds.into_iter().map(|(name, extensions)| (name, extensions.to_vec()));
    std::iter::once((texts.everything_filter, everything)).chain(kinds).collect()
}

/// Adds the file extension of the chosen format, unless the name has a known one.
fn with_extension(path: PathBuf, save: SavePurpose) -> PathBuf {
    let known: &[&str] = match save {
        SavePurpose::Picture(PictureKind::Page) => &["html", "htm"],
        SavePurpose::Picture(_) => &["svg", "png"],
        SavePurpose::DialogPicture(format) => &[format.extension()],
        SavePurpose::Dataset | SavePurpose::Edits | SavePurpose::Patch => &["json"],
        SavePurpose::Data(format) => &[format.extension()],
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

type Chosen = Pin<Box<dyn Future<Output = Option<Vec<rfd::FileHandle>>> + Send>>;

impl NativeDialogs {
    /// Shows a dialog, and waits for it on another thread.
    fn ask(
        &self,
        frame: Option<&eframe::Frame>,
        mut dialog: rfd::AsyncFileDialog,
        show: impl FnOnce(rfd::AsyncFileDialog) -> Chosen,
        then: impl FnOnce(Answer, Vec<PathBuf>) + Send + 'static,
        answer: Answer,
    ) {
        use std::sync::atomic::Ordering;
        // One at a time: a second Ctrl+O must not open a second dialog.
        if self.is_open.swap(true, Ordering::Relaxed) {
            return;
        }
        if let Some(frame) = frame {
            dialog = dialog.set_parent(frame);
        }
        // macOS wants the dialog created on this thread.
        let chosen = show(dialog);
        let is_open = std::sync::Arc::clone(&self.is_open);
        let wait = move || {
            let files = pollster::block_on(chosen);
            is_open.store(false, Ordering::Relaxed);
            match files {
                Some(files) => then(answer, files.iter().map(|file| file.path().to_path_buf()).collect()),
                // Either it was cancelled, or there is no file dialog.
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
    use crate::records::DataFormat;

    #[test]
    fn a_file_gets_the_extension_of_its_format_unless_its_name_has_one() {
        for (name, save, written) in [
            ("view", SavePurpose::Picture(PictureKind::Svg), "view.svg"),
            ("map.v2", SavePurpose::Picture(PictureKind::Png), "map.v2.png"),
            ("view.PNG", SavePurpose::Picture(PictureKind::Svg), "view.PNG"),
            ("view.svg", SavePurpose::Picture(PictureKind::Page), "view.svg.html"),
            ("view.svg", SavePurpose::Picture(PictureKind::Svg), "view.svg"),
            ("mine", SavePurpose::Dataset, "mine.json"),
            ("mine.svg", SavePurpose::Dataset, "mine.svg.json"),
            ("mine", SavePurpose::Data(DataFormat::CsvTables), "mine.zip"),
            ("mine.csv", SavePurpose::Data(DataFormat::Xlsx), "mine.csv.xlsx"),
        ] {
            assert_eq!(with_extension(name.into(), save), PathBuf::from(written));
        }
    }
}
