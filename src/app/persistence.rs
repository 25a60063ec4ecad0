//! The state saved between runs, and what happens when it cannot be read or written.

use std::path::PathBuf;
use std::thread::JoinHandle;

use crate::diagnostics::WriteProblem;
use crate::session::{
    Command, FiguresCommand, Session, Settings, TablesCommand, WindowCommand, WindowPlace, World,
};

use super::settings_file::{self, StoredSettings, set_aside};

/// How often the state is saved while the window is open.
pub(super) const WRITE_EVERY: std::time::Duration = std::time::Duration::from_secs(30);

/// The state of the last run, and the file that it is kept in.
#[derive(Debug, Default)]
pub(super) struct SavedState {
    pub(super) settings: Settings,
    /// The settings as this run last read or wrote them.
    before: Settings,
    /// The settings file; `None` in a run that saves nothing.
    file: Option<PathBuf>,
    aside: Aside,
    /// The thread that is writing, and the settings that it writes.
    writing: Option<(JoinHandle<Result<(), WriteProblem>>, Settings)>,
    /// Whether the user was told that the file cannot be written.
    has_warned: bool,
}

/// Whether the same table was opened with other columns or from another sheet, and not just read again.
pub(super) fn is_explained_anew(before: &World, now: &World) -> bool {
    let (Some(table), Some(other)) = (&before.table, &now.table) else { return false };
    before.path == now.path && (&table.mapping, table.sheet) != (&other.mapping, other.sheet)
}

/// What became of a settings file that could not be read.
#[derive(Debug, Default)]
enum Aside {
    /// It could be read, or there was none.
    #[default]
    Nothing,
    /// It was copied to a file of this name.
    Copied(String),
    /// It could not be copied, and is not written over.
    Left,
}

impl SavedState {
    /// Reads what the last run saved.
    pub(super) fn read(file: Option<PathBuf>) -> Self {
        let Some(path) = file else { return Self::default() };
        let (settings, aside) = match settings_file::read(&path) {
            StoredSettings::Nothing => (Settings::default(), Aside::Nothing),
            StoredSettings::Whole(settings) => (*settings, Aside::Nothing),
            StoredSettings::Part(settings) => {
                (*settings, set_aside(&path).map_or(Aside::Left, Aside::Copied))
            }
        };
        let file = (!matches!(aside, Aside::Left)).then_some(path);
        Self { before: settings.clone(), settings, file, aside, writing: None, has_warned: false }
    }

    /// Restores the sizes of panels.
    pub(super) fn restore_interface(&self, ctx: &egui::Context) {
        // egui's memory also has settings of its own, which are the program's affair: only its data is restored.
        if !self.settings.interface.contains("NaN")
            && let Ok(data) = ron::from_str(&self.settings.interface)
        {
            ctx.memory_mut(|memory| memory.data = data);
        }
    }

    /// Notes that the user knows that nothing can be saved.
    pub(super) fn mark_warned(&mut self) {
        self.has_warned = true;
    }

    /// Restores a new session to where the last one was.
    pub(super) fn restore(&self, ctx: &egui::Context, session: &mut Session) {
        let strings = session.strings();
        let message = match &self.aside {
            Aside::Nothing => None,
            Aside::Copied(copy) => Some((strings.settings.partly_restored)(copy)),
            Aside::Left => Some(strings.settings.not_restored.to_owned()),
        };
        if let Some(message) = message {
            session.apply(Command::Window(WindowCommand::ShowMessage(message)));
        }
        session.apply(Command::Tables(TablesCommand::Choose(self.settings.table.clone())));
        session.apply(Command::Figures(FiguresCommand::Choose(self.settings.charts.clone())));
        ctx.set_zoom_factor(f32::from(session.settings.preferences.text_percent()) / 100.0);
        self.resume(session);
    }

    /// Returns to the view in which this dataset was left.
    pub(super) fn resume(&self, session: &mut Session) {
        if session.world.is_in_memory() {
            return;
        }
        if let Some(place) = self.settings.saved_view(session.world.path.as_deref()) {
            session.restore_view(place);
        }
    }

    /// Updates the settings from the session.
    fn update(&mut self, ctx: &egui::Context, session: &Session, window: Option<WindowPlace>) {
        self.settings.preferences = session.settings.preferences.clone();
        self.settings.table.clone_from(&session.tables.choice);
        self.settings.charts.clone_from(&session.figures.choice);
        (self.settings.last_file, self.settings.last_layers) = session.files_to_reopen();
        self.settings.window = window.or(self.settings.window);
        if let Ok(interface) = ctx.memory(|memory| ron::to_string(&memory.data)) {
            self.settings.interface = interface;
        }
        if !session.world.is_in_memory() {
            self.settings.remember(session.saved_view());
        }
    }

    /// Starts saving the state on another thread, if it has changed; returns why the last save failed, once in a run.
    pub(super) fn write_meanwhile(
        &mut self,
        ctx: &egui::Context,
        session: &Session,
        window: Option<WindowPlace>,
    ) -> Option<WriteProblem> {
        let file = self.file.clone()?;
        // A slow disk must not hold up a frame.
        if self.writing.as_ref().is_some_and(|(writing, _)| !writing.is_finished()) {
            return None;
        }
        self.update(ctx, session, window);
        let problem = self.finish();
        if self.settings != self.before {
            let (before, ours) = (self.before.clone(), self.settings.clone());
            let work = move || settings_file::write(&file, &before, &ours);
            match std::thread::Builder::new().name("settings".into()).spawn(work) {
                Ok(writing) => self.writing = Some((writing, self.settings.clone())),
                Err(err) => log::error!("the settings were not saved: {err}"),
            }
        }
        problem.filter(|_| !std::mem::replace(&mut self.has_warned, true))
    }

    /// Saves the state, and waits until it is written.
    pub(super) fn write(&mut self, ctx: &egui::Context, session: &Session, window: Option<WindowPlace>) {
        let Some(file) = self.file.clone() else { return };
        self.update(ctx, session, window);
        let _problem = self.finish();
        if self.settings == self.before {
            return;
        }
        match settings_file::write(&file, &self.before, &self.settings) {
            Ok(()) => self.before = self.settings.clone(),
            Err(problem) => log::error!("{} was not written: {problem:?}", file.display()),
        }
    }

    /// Waits for the save under way; returns why it failed.
    fn finish(&mut self) -> Option<WriteProblem> {
        let (writing, written) = self.writing.take()?;
        match writing.join() {
            Ok(Ok(())) => {
                self.before = written;
                None
            }
            Ok(Err(problem)) => Some(problem),
            Err(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::session::{Action, SettingsCommand, SystemPreferences, ViewCommand};

    fn session(saved: &SavedState) -> Session {
        let world = std::sync::Arc::new(super::super::bundled_world());
        Session::new(world, saved.settings.preferences.clone(), None)
    }

    #[test]
    fn what_one_run_writes_the_next_restores() {
        let folder = tempfile::tempdir().unwrap();
        let file = Some(folder.path().join("settings.json"));
        let ctx = egui::Context::default();
        let mut saved = SavedState::read(file.clone());
        let mut first = session(&saved);
        for action in
            [Action::ZoomIn, Action::TextLarger, Action::HighContrast, Action::Russian, Action::Details]
        {
            first.apply(Command::Do(action));
        }
        first.apply(Command::View(ViewCommand::ToggleGroup(0)));
        first.apply(Command::Do(Action::Table));
        let window =
            Some(WindowPlace { corner: Some((10.0, 20.0)), size: (900.0, 700.0), is_maximized: false });
        saved.write(&ctx, &first, window);
        let mut saved = SavedState::read(file.clone());
        let mut second = session(&saved);
        saved.restore(&ctx, &mut second);
        assert_eq!(saved.settings.window, window);
        assert_eq!(second.view.arrangement, first.view.arrangement);
        assert!(second.tables.choice.is_open && second.tables.choice == first.tables.choice);
        assert_eq!(second.settings.preferences, first.settings.preferences);
        assert_eq!(second.settings.preferences.text_percent(), 125);
        assert_eq!((second.language(), second.high_contrast()), (Language::Russian, true));
        // What the system asks for holds where the reader has not chosen, and only there.
        let system = SystemPreferences { reduces_motion: true, ..SystemPreferences::default() };
        second.apply(Command::Settings(SettingsCommand::SystemChanged(system)));
        assert!(second.reduces_motion() && second.high_contrast());
        second.apply(Command::Do(Action::ReduceMotion));
        assert!(!second.reduces_motion());
        // Written on a thread of its own while the window is open, and waited for at the end.
        assert_eq!(saved.write_meanwhile(&ctx, &second, None), None);
        saved.write(&ctx, &second, None);
        let saved = SavedState::read(file);
        assert_eq!(saved.settings.window, window);
        let mut third = session(&saved);
        third.apply(Command::Settings(SettingsCommand::SystemChanged(system)));
        assert!(!third.reduces_motion(), "the reader's own choice outlives what the system asks");
        assert!((second.view.current.time.span - first.view.current.time.span).abs() < 1.0);
    }

    #[test]
    fn a_broken_file_is_set_aside_with_a_word() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("settings.json");
        std::fs::write(&file, "{\"theme\": 7, \"wheel_zooms\": true, \"interface\": \"(((\"}").unwrap();
        let saved = SavedState::read(Some(file));
        let mut session = session(&saved);
        saved.restore(&egui::Context::default(), &mut session);
        assert!(session.settings.preferences.wheel_zooms, "the rest is kept");
        assert!(session.status_message.is_some_and(|message| message.contains("settings.aside-1.json")));
        assert!(folder.path().join("settings.aside-1.json").exists());
    }

    #[test]
    fn settings_of_a_newer_version_are_copied_before_they_are_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("settings.json");
        let newer = "{\"wheel_zooms\": true, \"galaxies\": {\"shown\": [1, 2]}}";
        std::fs::write(&file, newer).unwrap();
        let ctx = egui::Context::default();
        let mut saved = SavedState::read(Some(file.clone()));
        let mut session = session(&saved);
        saved.restore(&ctx, &mut session);
        assert!(session.settings.preferences.wheel_zooms, "what is known holds");
        let message = session.status_message.clone().unwrap_or_default();
        assert!(message.contains("settings.aside-1.json"), "{message}");
        session.apply(Command::Do(Action::Details));
        saved.write(&ctx, &session, None);
        assert_eq!(std::fs::read_to_string(folder.path().join("settings.aside-1.json")).unwrap(), newer);
        let again = SavedState::read(Some(file));
        assert!(matches!(again.aside, Aside::Nothing), "{:?}", again.aside);
    }

    #[test]
    fn a_file_that_cannot_be_written_is_told_once() {
        let folder = tempfile::tempdir().unwrap();
        let not_a_folder = folder.path().join("file");
        std::fs::write(&not_a_folder, "").unwrap();
        let ctx = egui::Context::default();
        let mut saved = SavedState::read(Some(not_a_folder.join("settings.json")));
        let session = session(&saved);
        assert_eq!(saved.write_meanwhile(&ctx, &session, None), None);
        while saved.writing.as_ref().is_some_and(|(writing, _)| !writing.is_finished()) {
            std::thread::yield_now();
        }
        assert_eq!(saved.write_meanwhile(&ctx, &session, None), Some(WriteProblem::NoFolder));
        assert_eq!(saved.write_meanwhile(&ctx, &session, None), None);
    }
}
