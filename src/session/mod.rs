//! The state of one sitting, and the commands that change it: plain data, no window.
//!
//! Architecture Invariant: only the methods behind [`Session::apply`], and [`Session::resume`] at the start, assign to a session; views read it and push [`Command`]s.

mod apply;
mod command;
mod commands;
mod compare;
mod figures;
mod files;
mod filter;
mod law;
mod reader;
mod search;
mod selection;
mod settings;
mod tables;
mod view;
mod window;
mod world;

pub use command::{Command, Effect, PictureKind};
pub use commands::action::{Action, Shortcut};
pub use commands::command::OverlayCommand;
pub use commands::overlay::{Overlay, find_actions};
pub use compare::command::CompareCommand;
pub use compare::state::{Compared, ComparedLine};
pub use figures::command::FiguresCommand;
pub use figures::state::{ChartChoice, ChartRows, FiguresState};
pub use files::command::FilesCommand;
pub use files::on_disk::{FileStamp, OnDisk};
pub use files::state::{FilesState, Loading, OpenBefore, Refused};
pub use filter::command::FilterCommand;
pub use filter::facets::{Facet, Filter, LanguageTag};
pub use filter::filtered::{Facets, Filtered};
pub use filter::saved::SavedFilter;
pub use filter::state::FilterState;
pub use law::as_of::{AsOf, Counts};
pub use law::command::LawCommand;
pub use law::matrix::{Cell, Regime};
pub use law::state::LawState;
pub use reader::command::ReaderCommand;
pub use reader::document::{Checked, Page, PageProblem, PageQuote};
pub use reader::drafts::{Confirmed, Draft, DraftChange, DraftProblem, Drafts, Saved};
pub use reader::state::ReaderState;
pub use reader::unsaved::{AboutId, Unsaved, UnsavedChoice, UnsavedDocument, UnsavedQuotation};
pub use search::command::SearchCommand;
pub use search::state::SearchState;
pub use selection::cluster::Together;
pub use selection::command::SelectionCommand;
pub use selection::multi_selection::SpanCounts;
pub use selection::state::SelectionState;
pub use settings::command::SettingsCommand;
pub use settings::state::{
    Place, Preferences, Settings, SettingsState, SystemWishes, ThemeChoice, WindowPlace,
};
pub use tables::command::TablesCommand;
pub use tables::state::TablesState;
pub use tables::{Column, CopyFormat, TableChoice, TableKind, harmless};
pub use view::bookmark::Bookmark;
pub use view::command::ViewCommand;
pub use view::history::History;
pub use view::state::ViewState;
pub use window::WindowCommand;
pub use world::{Citing, World, WorldId};

use std::sync::Arc;

use crate::domain::Moment;

/// Everything a window shows, a state for each feature.
#[derive(Debug)]
pub struct Session {
    /// What is open.
    pub world: Arc<World>,
    /// What part of it is in the window.
    pub view: ViewState,
    /// What is selected.
    pub selection: SelectionState,
    /// What is searched for, and what is found.
    pub search: SearchState,
    /// Which part of the record is shown.
    pub filter: FilterState,
    /// Legal status on a date.
    pub law: LawState,
    /// The record as tables.
    pub tables: TablesState,
    /// The figures under the lanes.
    pub figures: FiguresState,
    /// The document that is read, and the quotations confirmed in it and in others.
    pub reader: ReaderState,
    /// What differs from another dataset.
    pub compared: Option<Compared>,
    /// What is being loaded, was refused or changed on disk.
    pub files: FilesState,
    /// What lies over the window and has the keyboard.
    pub overlay: Option<Overlay>,
    /// What the reader and the system prefer.
    pub settings: SettingsState,
    /// The day on which the program was started.
    pub today: Option<Moment>,
    /// What the status bar says about the last command.
    pub notice: Option<String>,
    /// Grows with every command, so that whatever was made from the session can tell that it is out of date.
    pub revision: u64,
}
