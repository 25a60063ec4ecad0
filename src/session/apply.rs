//! The only place where a session changes: each command goes to the feature that it is about.

use std::sync::Arc;

use crate::domain::Moment;
use crate::timeline::{Arrangement, Rows, Size, TimeView, View};

use super::Session;
use super::command::{Command, Effect};
use super::figures::state::FiguresState;
use super::files::{command::FilesCommand, state::FilesState};
use super::filter::state::FilterState;
use super::law::state::LawState;
use super::reader::{command::ReaderCommand, state::ReaderState};
use super::search::state::SearchState;
use super::selection::state::SelectionState;
use super::settings::state::{Preferences, SettingsState, SystemWishes};
use super::tables::state::TablesState;
use super::view::{command::ViewCommand, history::History, state::ViewState};
use super::world::World;

impl Session {
    /// A session that shows all of a dataset.
    pub fn new(world: Arc<World>, preferences: Preferences, today: Option<Moment>) -> Self {
        let view = View { time: TimeView::opening(&world.dataset, &world.limits), scroll: 0.0 };
        let view = ViewState {
            rows: Rows::new(&world.dataset, &Arrangement::default()),
            arrangement: Arrangement::default(),
            current: view,
            jumps: 0,
            size: Size { width: 1000.0, height: 700.0 },
            history: History::default(),
            bookmarks: Vec::new(),
        };
        Self {
            world,
            view,
            selection: SelectionState::default(),
            search: SearchState::default(),
            filter: FilterState::default(),
            law: LawState::default(),
            tables: TablesState::default(),
            figures: FiguresState::default(),
            reader: ReaderState::default(),
            compared: None,
            files: FilesState::default(),
            overlay: None,
            settings: SettingsState { preferences, system: SystemWishes::default() },
            today,
            notice: None,
            revision: 0,
        }
    }

    /// Changes the session, and says what is to be done outside.
    pub fn apply(&mut self, command: Command) -> Option<Effect> {
        let is_no_jump = matches!(
            command,
            Command::View(ViewCommand::Set(..))
                | Command::Files(
                    FilesCommand::Preview(_) | FilesCommand::Loaded(_) | FilesCommand::OpenPartial
                )
        );
        let before = self.view.current;
        self.revision += 1;
        let effect = self.dispatch(command);
        if !is_no_jump && self.view.current != before {
            self.view.jumps += 1;
        }
        if self.overlay.is_some() {
            // One field at a time has the keyboard.
            self.close_find();
        }
        effect
    }

    fn dispatch(&mut self, command: Command) -> Option<Effect> {
        match command {
            Command::Answer(world, answer) if world == self.world.id() => return self.dispatch(*answer),
            Command::Answer(_, answer) => return self.apply_stray_answer(*answer),
            Command::Do(action) => return self.act(action),
            Command::View(command) => self.apply_view(command),
            Command::Selection(command) => self.apply_selection(command),
            Command::Search(command) => self.apply_search(command),
            Command::Filter(command) => self.apply_filter(command),
            Command::Law(command) => self.apply_law(command),
            Command::Tables(command) => return self.apply_tables(command),
            Command::Figures(command) => self.apply_figures(command),
            Command::Reader(command) => return self.apply_reader(command),
            Command::Compare(command) => return self.apply_compare(command),
            Command::Files(command) => return self.apply_files(command),
            Command::Overlay(command) => return self.apply_overlay(command),
            Command::Settings(command) => self.apply_settings(command),
            Command::Window(command) => return self.apply_window(command),
        }
        None
    }

    /// An answer about a dataset that is no longer open: its ids mean nothing here. What was written is said to be.
    fn apply_stray_answer(&mut self, answer: Command) -> Option<Effect> {
        match answer {
            Command::Reader(ReaderCommand::Saved(path, count)) => return self.open_saved(path, count, false),
            Command::Reader(ReaderCommand::SaveFailed(..)) => return self.dispatch(answer),
            // Nobody asked for it.
            Command::Files(FilesCommand::OnDisk(_)) => {}
            answer => {
                if let Command::Reader(ReaderCommand::Opened(_) | ReaderCommand::OpenFailed(..)) = answer {
                    self.reader.coming = None;
                }
                self.notice = Some(self.words().notices.stray_answer.to_owned());
            }
        }
        None
    }
}
