//! The only place where a session changes: each command goes to the feature that it is about.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::Moment;
use crate::timeline::{Arrangement, PartyLanes, Rows, Selection, Size, TimeView, View};

use super::command::{Command, Effect};
use super::files::command::FilesCommand;
use super::reader::command::ReaderCommand;
use super::settings::state::{Preferences, SystemWishes};
use super::view::command::ViewCommand;
use super::world::World;
use super::{ChartChoice, ChartRows, Drafts, Filter, Find, History, OnDisk, Session, TableChoice, Unsaved};

impl Session {
    /// A session that shows all of a dataset.
    pub fn new(world: Arc<World>, preferences: Preferences, today: Option<Moment>) -> Self {
        let view = View { time: TimeView::opening(&world.dataset, &world.limits), scroll: 0.0 };
        Self {
            rows: Rows::new(&world.dataset, &Arrangement::default()),
            arrangement: Arrangement::default(),
            party_lanes: PartyLanes::default(),
            drafts: Drafts::default(),
            stash: Unsaved::default(),
            saving: None,
            closes_when_saved: false,
            reopen: None,
            history: History::default(),
            bookmarks: Vec::new(),
            overlay: None,
            as_of: None,
            preferences,
            system: SystemWishes::default(),
            table: TableChoice::default(),
            table_rows: crate::session::tables::Rows::default(),
            compared: None,
            charts: ChartChoice::default(),
            chart_rows: ChartRows::default(),
            regime: None,
            is_playing: false,
            page: None,
            page_coming: None,
            page_at: None,
            page_spot: None,
            page_moves: 0,
            seen_in_copies: BTreeMap::new(),
            find: Find::default(),
            filter: Filter::default(),
            saved: Vec::new(),
            filtered: None,
            picked: Vec::new(),
            chosen: None,
            today,
            world,
            view,
            jumps: 0,
            revision: 0,
            window: Size { width: 1000.0, height: 700.0 },
            selection: Selection::Nothing,
            loading: None,
            open_before: None,
            on_disk: OnDisk::Same,
            refused: None,
            problems_open: false,
            notice: None,
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
        let before = self.view;
        self.revision += 1;
        let effect = self.dispatch(command);
        if !is_no_jump && self.view != before {
            self.jumps += 1;
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
                    self.page_coming = None;
                }
                self.notice = Some(self.words().notices.stray_answer.to_owned());
            }
        }
        None
    }
}
