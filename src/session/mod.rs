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
pub use figures::state::{ChartChoice, ChartRows};
pub use files::command::FilesCommand;
pub use files::on_disk::{FileStamp, OnDisk};
pub use filter::command::FilterCommand;
pub use filter::filtered::{Facets, Filtered};
pub use filter::saved::SavedFilter;
pub use filter::state::{Facet, Filter, Tag};
pub use law::as_of::{AsOf, Counts};
pub use law::command::LawCommand;
pub use law::matrix::{Cell, Regime};
pub use reader::command::ReaderCommand;
pub use reader::document::{Checked, Page, PageProblem, PageQuote};
pub use reader::drafts::{Draft, DraftChange, DraftProblem, Drafts};
pub use reader::unsaved::{AboutId, Unsaved, UnsavedChoice, UnsavedDocument, UnsavedQuotation};
pub use search::command::SearchCommand;
pub use search::state::Find;
pub use selection::cluster::Together;
pub use selection::command::SelectionCommand;
pub use selection::multi_selection::SpanCounts;
pub use settings::command::SettingsCommand;
pub use settings::state::{Place, Preferences, Settings, SystemWishes, ThemeChoice, WindowPlace};
pub use tables::command::TablesCommand;
pub use tables::{Column, CopyFormat, TableChoice, TableKind, harmless};
pub use view::bookmark::Bookmark;
pub use view::command::ViewCommand;
pub use view::history::History;
pub use window::WindowCommand;
pub use world::{Citing, World, WorldId};

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostics::Report;
use crate::document::Found;
use crate::domain::{Moment, StatementId};
use crate::timeline::{Arrangement, PartyLanes, Rows, Selection, Size, Subject, View};

/// Everything a window shows.
#[derive(Debug)]
pub struct Session {
    /// What is open.
    pub world: Arc<World>,
    /// Its rows, as the reader arranged them.
    pub rows: Rows,
    /// Which lanes are folded away, hidden, pinned, unfolded.
    pub arrangement: Arrangement,
    /// What part of it is in the window.
    pub view: View,
    /// How often the view was set otherwise than by hand: whoever draws may glide to where a jump leads.
    pub jumps: u64,
    /// The size of the timeline as it was last drawn.
    pub window: Size,
    /// What the reader looks at.
    pub selection: Selection,
    /// What the reader prefers.
    pub preferences: Preferences,
    /// What the system says of its user, for what the reader has no preference in.
    pub system: SystemWishes,
    /// Grows with every command, so that who keeps something made from the session knows when it is out of date.
    pub revision: u64,
    /// A file that is being read.
    pub loading: Option<Loading>,
    /// While a part of a file is shown that is still being read: what was open before, and where the reader was in it.
    pub open_before: Option<Box<OpenBefore>>,
    /// How the file that is open stands on disk.
    pub on_disk: OnDisk,
    /// A file that could not be opened as it is.
    pub refused: Option<Refused>,
    /// Whether the list of problems is open.
    pub problems_open: bool,
    /// Where the reader was before and after the jumps made, for going back and forth.
    pub history: History,
    /// Places to come back to, in the order they were marked.
    pub bookmarks: Vec<Bookmark>,
    /// What lies over the window and has the keyboard: a list of commands, a date to go to, the keys.
    pub overlay: Option<Overlay>,
    /// The day that the law is read on.
    pub as_of: Option<AsOf>,
    /// What differs from another dataset.
    pub compared: Option<Compared>,
    /// How the figures under the lanes are looked at.
    pub charts: ChartChoice,
    /// What of the record they show.
    pub chart_rows: ChartRows,
    /// How the table of the record is looked at.
    pub table: TableChoice,
    /// Its rows, in their order.
    pub table_rows: tables::Rows,
    /// The law of a day as a matrix, once it was looked at.
    pub regime: Option<Regime>,
    /// Whether the day of the law moves on by itself.
    pub is_playing: bool,
    /// The lanes of parties that were worked out.
    party_lanes: PartyLanes,
    /// A document that is open for reading.
    pub page: Option<Arc<Page>>,
    /// The name of a document that is being read, to be shown when it is.
    pub page_coming: Option<String>,
    /// The quotation of it that is looked at, by its place among the page's.
    pub page_at: Option<usize>,
    /// A place in its text that is looked at otherwise.
    pub page_spot: Option<usize>,
    /// How often a place in the document was asked for: whoever draws scrolls there when it grows.
    pub page_moves: u64,
    /// What the reader confirms of it.
    pub drafts: Drafts,
    /// What was confirmed of other documents and is not saved.
    stash: Unsaved,
    /// What is being saved, if anything is.
    saving: Option<reader::drafts::Saving>,
    /// Whether the window is to be closed once nothing is unsaved.
    closes_when_saved: bool,
    reopen: Option<reader::drafts::Reopen>,
    /// How the words of statements stand in the copies of their sources that were read.
    pub seen_in_copies: BTreeMap<StatementId, Found>,
    /// What is looked for by words.
    pub find: Find,
    /// Which part of the record is to be seen.
    pub filter: Filter,
    /// Filters that the reader named.
    pub saved: Vec<SavedFilter>,
    /// What the filter leaves; `None` while everything is shown.
    pub filtered: Option<Filtered>,
    /// Events and statements picked beside the selection, in the order they were picked.
    pub picked: Vec<Subject>,
    /// A stretch of time that the reader looks at, from its first moment to the one after its last.
    pub chosen: Option<(Moment, Moment)>,
    /// The day on which the program was started.
    pub today: Option<Moment>,
    /// Something to tell in the status bar.
    pub notice: Option<String>,
}

/// What was open before a preview of another file.
#[derive(Debug)]
pub struct OpenBefore {
    world: Arc<World>,
    place: Place,
    page: Option<Arc<Page>>,
    page_at: Option<usize>,
    compared: Option<Compared>,
    seen_in_copies: BTreeMap<StatementId, Found>,
}

/// A file that is being read.
#[derive(Clone, Debug, PartialEq)]
pub struct Loading {
    /// Its name.
    pub name: String,
    /// How much of the work is done, from 0 to 1.
    pub share: f32,
}

/// A file with errors. What was open stays open; what could be read can be opened on request.
#[derive(Debug)]
pub struct Refused {
    /// What is wrong with it.
    pub report: Report,
    /// What could be read of it.
    pub partial: Option<Arc<World>>,
}
