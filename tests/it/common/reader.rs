//! Somebody who reads no English, at the window: takes note of each English word that is met there.

use std::collections::HashSet;

use egui::accesskit::Role;
use egui::{Key, Theme};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use treaty_timeline::diagnostics::Rule;
use treaty_timeline::session::{Action, Command, SelectionCommand, World};
use treaty_timeline::timeline::Selection;

use super::russian::{english_words, seven_in_russian_letters, without_quotations};
use super::window::{Window, label, session, start_with};
use super::{ScriptedDialogs, app_with, run_until};

/// A reader of the whole window, with the interface in Russian.
pub(crate) struct Reader {
    pub(crate) window: Window,
    /// What was read already.
    pub(crate) read: HashSet<String>,
    /// Words that are no English of the program here, as the fields of a file in a comparison.
    pub(crate) expected: Vec<&'static str>,
    /// Whether reports are read, which quote a file in «…».
    pub(crate) reads_reports: bool,
    english: Vec<String>,
}

impl Reader {
    /// At a window on a dataset, at sixty frames a second.
    pub(crate) fn of(world: World) -> Self {
        Self::at(start_with(world))
    }

    pub(crate) fn at(mut window: Window) -> Self {
        for action in [Action::Russian, Action::ReduceMotion] {
            window.state_mut().apply_command(Command::Do(action));
        }
        let (read, expected, english) = (HashSet::new(), Vec::new(), Vec::new());
        let mut reader = Self { window, read, expected, reads_reports: false, english };
        reader.settle();
        reader.look("at the start");
        reader
    }

    pub(crate) fn settle(&mut self) {
        let _steps = self.window.run_ok();
    }

    /// Reads all that a screen reader would, and the notice also where the status bar has no room for it.
    pub(crate) fn look(&mut self, place: &str) {
        let nodes = self.window.query_all_by(|_| true);
        let texts = nodes.flat_map(|node| {
            let node = node.accesskit_node();
            [node.label(), node.value(), node.description(), node.placeholder().map(str::to_owned)]
        });
        let notice = session(&self.window).status_message.clone();
        let texts: Vec<String> = texts.flatten().chain(notice).collect();
        for text in texts {
            if !self.read.insert(text.clone()) || Rule::ALL.iter().any(|rule| rule.code() == text) {
                continue;
            }
            let prose = if self.reads_reports { without_quotations(&text) } else { text.clone() };
            let mut words = english_words(&prose);
            words.retain(|word| !self.expected.contains(&word.as_str()));
            if !words.is_empty() {
                self.english.push(format!("{place}: {words:?} in {text:?}"));
            }
        }
    }

    pub(crate) fn apply(&mut self, command: Command) {
        let place = format!("{command:?}");
        self.window.state_mut().apply_command(command);
        self.settle();
        self.look(&place);
    }

    pub(crate) fn act(&mut self, action: Action) {
        self.apply(Command::Do(action));
    }

    pub(crate) fn select(&mut self, selection: Selection) {
        self.apply(Command::Selection(SelectionCommand::Select(selection)));
    }

    /// Closes the menu that is open.
    pub(crate) fn close(&mut self) {
        self.window.key_press(Key::Escape);
        self.settle();
    }

    fn button(&self, begins: &str) -> Node<'_> {
        let button = self.window.query_all_by_role(Role::Button).find(|node| label(node).starts_with(begins));
        button.unwrap_or_else(|| panic!("no button begins with {begins}"))
    }

    /// Clicks a button whose name begins so.
    pub(crate) fn open(&mut self, begins: &str) {
        self.button(begins).click();
        self.settle();
        self.look(&format!("behind the button {begins}"));
    }

    pub(crate) fn open_and_close(&mut self, begins: &str) {
        self.open(begins);
        self.close();
    }

    /// Opens and closes the menu of what has a name that begins so.
    pub(crate) fn right_click(&mut self, begins: &str) {
        self.button(begins).click_secondary();
        self.settle();
        self.look(&format!("a right click on {begins}"));
        self.close();
    }

    /// # Panics
    /// Where English was met, and says where.
    pub(crate) fn finish(self) {
        assert!(self.read.len() > 20, "only {} texts were read", self.read.len());
        assert!(self.english.is_empty(), "English is left:\n{}", self.english.join("\n"));
    }
}

/// A folder with the seven treaties in Russian letters and other files, and a reader at a window on them, at four frames
/// a second.
pub(crate) fn desk(files: &[(&str, &str)]) -> (tempfile::TempDir, ScriptedDialogs, Reader) {
    let folder = tempfile::tempdir().expect("a folder");
    let dataset = folder.path().join("seven.json");
    std::fs::write(&dataset, seven_in_russian_letters()).expect("a folder of its own can be written to");
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).expect("it can be written to");
    }
    let dialogs = ScriptedDialogs::default();
    let mut window = app_with([1440.0, 900.0], Theme::Light, &dialogs, Some(dataset));
    run_until(&mut window, "the dataset is open", |app| app.session().world.path.is_some());
    (folder, dialogs, Reader::at(window))
}
