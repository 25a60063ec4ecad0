//! The only entry through which a session changes: each command is dispatched to its feature.

use std::sync::Arc;

use crate::domain::Moment;
use crate::timeline::{Arrangement, LayerSettings, PartyLanes, Rows, Size, TimeView, View};

use super::Session;
use super::command::Command;
use super::editing::{command::EditingCommand, state::EditingState};
use super::effect::Effect;
use super::figures::state::FiguresState;
use super::files::{command::FilesCommand, state::FilesState};
use super::filter::state::FilterState;
use super::help::state::HelpState;
use super::history::state::HistoryState;
use super::law::state::LawState;
use super::pictures::state::PicturesState;
use super::reader::{command::ReaderCommand, state::ReaderState};
use super::search::state::SearchState;
use super::selection::{command::SelectionCommand, state::SelectionState};
use super::settings::state::{Preferences, SettingsState, SystemPreferences};
use super::tables::state::TablesState;
use super::view::{
    command::ViewCommand, details::NarrowDetails, lane_height::FilteredHeight, state::ViewState,
};
use super::world::World;

impl Session {
    /// A session that has just opened a dataset.
    pub fn new(world: Arc<World>, preferences: Preferences, today: Option<Moment>) -> Self {
        let view = View { time: TimeView::opening(&world.dataset, &world.limits), scroll: 0.0 };
        let arrangement = Arrangement { layers: LayerSettings::of(&world.dataset), ..Arrangement::default() };
        let view = ViewState {
            rows: Rows::new(&world.dataset, &arrangement),
            arrangement,
            current: view,
            jumps: 0,
            size: Size { width: 1000.0, height: 700.0 },
            bookmarks: Vec::new(),
            narrow_details: NarrowDetails::default(),
            typed_period: None,
            filtered_height: FilteredHeight::default(),
            party_lanes: PartyLanes::default(),
        };
        let law = LawState::new(&world.dataset, today);
        let mut session = Self {
            world,
            view,
            selection: SelectionState::default(),
            search: SearchState::default(),
            filter: FilterState::default(),
            help: HelpState::default(),
            history: HistoryState::default(),
            editing: EditingState::default(),
            law,
            tables: TablesState::default(),
            figures: FiguresState::default(),
            pictures: PicturesState::default(),
            reader: ReaderState::default(),
            compared: None,
            is_comparing: false,
            files: FilesState::default(),
            overlay: None,
            settings: SettingsState { preferences, system: SystemPreferences::default() },
            today,
            status_message: None,
            revision: 0,
        };
        if session.settings.preferences != Preferences::default() {
            session.lay_out_rows();
        }
        session.clear_history();
        session
    }

    /// Carries out a command. Returns what the world outside is to do about it, if anything.
    pub fn apply(&mut self, command: Command) -> Option<Effect> {
        let moves_directly = matches!(command, Command::View(ViewCommand::Set(..)));
        let (before, world) = (self.view.current, self.world.id());
        let before_command = self.before_command(&command);
        self.revision += 1;
        let effect = self.dispatch(command);
        // From one dataset to another there is no way to glide.
        if !moves_directly && self.world.id() == world && self.view.current != before {
            self.view.jumps += 1;
        }
        self.update_selected_status();
        self.sum_up_files();
        self.update_details();
        if let Some(before) = before_command {
            self.record(&before);
        }
        if self.overlay.is_some() {
            // Only one text field has the keyboard.
            self.close_search();
        }
        effect
    }

    pub(in crate::session) fn dispatch(&mut self, command: Command) -> Option<Effect> {
        let command = self.defer_until_saved(command)?;
        match command {
            Command::Answer(world, answer) if world == self.world.id() => return self.dispatch(*answer),
            Command::Answer(_, answer) => return self.apply_stray_answer(*answer),
            Command::Do(action) => return self.do_action(action),
            Command::View(command) => self.apply_view(command),
            Command::Selection(command) => return self.apply_selection(command),
            Command::Search(command) => self.apply_search(command),
            Command::Filter(command) => self.apply_filter(command),
            Command::Help(command) => self.apply_help(command),
            Command::History(command) => return self.apply_history(command),
            Command::Editing(command) => return self.apply_editing(command),
            Command::Law(command) => self.apply_law(command),
            Command::Layers(command) => return self.apply_layers(command),
            Command::Tables(command) => return self.apply_tables(command),
            Command::Figures(command) => self.apply_figures(command),
            Command::Pictures(command) => return self.apply_pictures(command),
            Command::Reader(command) => return self.apply_reader(command),
            Command::Compare(command) => return self.apply_compare(command),
            Command::Files(command) => return self.apply_files(command),
            Command::Overlay(command) => return self.apply_overlay(command),
            Command::Settings(command) => self.apply_settings(command),
            Command::Window(command) => return self.apply_window(command),
        }
        None
    }

    /// An answer about a dataset that is no longer open: its ids mean nothing here. Only a finished save is reported.
    fn apply_stray_answer(&mut self, answer: Command) -> Option<Effect> {
        match answer {
            Command::Reader(ReaderCommand::Saved(saved)) => return self.open_saved(*saved, false),
            Command::Reader(ReaderCommand::SaveFailed(..)) => return self.dispatch(answer),
            Command::Editing(EditingCommand::Saved(saved)) => self.report_saved(&saved),
            // Sent by the watcher of the file, unasked: no message.
            // Nor was a picture of an event asked for by anybody.
            Command::Files(FilesCommand::OnDisk(..) | FilesCommand::RereadDone(..))
            | Command::Selection(SelectionCommand::PictureRead(..)) => {}
            answer => {
                if let Command::Reader(ReaderCommand::Opened(_) | ReaderCommand::OpenFailed(..)) = answer {
                    self.reader.loading = None;
                }
                self.status_message = Some(self.strings().files.stray_answer.to_owned());
            }
        }
        None
    }
}
