//! What is remembered between runs, and what happens when it cannot be read.

use crate::session::{Command, Session, Settings};

/// Where settings are kept in eframe's storage.
const SETTINGS_KEY: &str = "settings";

/// What is remembered.
#[derive(Debug, Default)]
pub(super) struct Memory {
    pub(super) settings: Settings,
    /// Whether there was something that could not be read.
    is_broken: bool,
}

impl Memory {
    /// What the last run wrote; without a storage, nothing.
    pub(super) fn read(storage: Option<&dyn eframe::Storage>) -> Self {
        let text = storage.and_then(|storage| storage.get_string(SETTINGS_KEY));
        match text.map(|text| serde_json::from_str(&text)) {
            None => Self::default(),
            Some(Ok(settings)) => Self { settings, is_broken: false },
            Some(Err(err)) => {
                log::warn!("the settings of the last run could not be read: {err}");
                Self { settings: Settings::default(), is_broken: true }
            }
        }
    }

    /// Brings a new session to where the last one was.
    pub(super) fn recall(&self, ctx: &egui::Context, session: &mut Session) {
        if self.is_broken {
            let notice = session.words().notices.memory_broken;
            session.apply(Command::Notice(notice.to_owned()));
        }
        session.apply(Command::ChooseTable(self.settings.table.clone()));
        session.apply(Command::ChooseChart(self.settings.charts.clone()));
        ctx.set_zoom_factor(f32::from(session.preferences.text_percent()) / 100.0);
        self.resume(session);
    }

    /// Goes where the reader was when what is open was open last.
    pub(super) fn resume(&self, session: &mut Session) {
        if let Some(place) = self.settings.place(session.world.path.as_deref()) {
            session.resume(place);
        }
    }

    /// Writes what is to be remembered.
    pub(super) fn write(&mut self, session: &Session, storage: &mut dyn eframe::Storage) {
        self.settings.preferences = session.preferences.clone();
        self.settings.table.clone_from(&session.table);
        self.settings.charts.clone_from(&session.charts);
        self.settings.last_file.clone_from(&session.world.path);
        self.settings.remember(session.place());
        match serde_json::to_string(&self.settings) {
            Ok(text) => storage.set_string(SETTINGS_KEY, text),
            Err(err) => log::error!("the settings could not be saved: {err}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::session::{Action, SystemWishes};

    #[derive(Default)]
    struct Stored(Option<String>);

    impl eframe::Storage for Stored {
        fn get_string(&self, _key: &str) -> Option<String> {
            self.0.clone()
        }

        fn set_string(&mut self, _key: &str, value: String) {
            self.0 = Some(value);
        }

        fn remove_string(&mut self, _key: &str) {
            self.0 = None;
        }

        fn flush(&mut self) {}
    }

    fn session(memory: &Memory) -> Session {
        let world = std::sync::Arc::new(super::super::bundled_world());
        Session::new(world, memory.settings.preferences.clone(), None)
    }

    #[test]
    fn what_one_run_writes_the_next_recalls() {
        let mut stored = Stored::default();
        let mut first = session(&Memory::default());
        for action in
            [Action::ZoomIn, Action::TextLarger, Action::HighContrast, Action::Russian, Action::Details]
        {
            first.apply(Command::Do(action));
        }
        first.apply(Command::ToggleGroup(0));
        first.apply(Command::Do(Action::Table));
        Memory::default().write(&first, &mut stored);
        let memory = Memory::read(Some(&stored));
        let mut second = session(&memory);
        memory.recall(&egui::Context::default(), &mut second);
        assert_eq!(second.arrangement, first.arrangement);
        assert!(second.table.is_open && second.table == first.table);
        assert_eq!(second.preferences, first.preferences);
        assert_eq!(second.preferences.text_percent(), 125);
        assert_eq!((second.language(), second.high_contrast()), (Language::Russian, true));
        // What the system asks for holds where the reader has not chosen, and only there.
        let system = SystemWishes { reduces_motion: true, ..SystemWishes::default() };
        second.apply(Command::SystemSays(system));
        assert!(second.reduces_motion() && second.high_contrast());
        second.apply(Command::Do(Action::ReduceMotion));
        assert!(!second.reduces_motion());
        Memory::default().write(&second, &mut stored);
        let mut third = session(&Memory::read(Some(&stored)));
        third.apply(Command::SystemSays(system));
        assert!(!third.reduces_motion(), "the reader's own choice outlives what the system asks");
        assert!((second.view.time.span - first.view.time.span).abs() < 1.0);
    }

    #[test]
    fn a_broken_memory_is_set_aside_with_a_word() {
        let stored = Stored(Some("{\"theme\": 7".to_owned()));
        let memory = Memory::read(Some(&stored));
        let mut session = session(&memory);
        memory.recall(&egui::Context::default(), &mut session);
        assert!(session.notice.is_some_and(|notice| notice.contains("is set aside")));
    }
}
