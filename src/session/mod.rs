//! The state of one window, and the commands that change it: plain data, no drawing, no files.
//!
//! The interface reads a [`Session`] and pushes [`Command`]s; [`Session::apply`] changes the session and returns an
//! [`Effect`] if the world outside is to do something: show a dialog, read a file, write to the clipboard. Whatever
//! takes time comes back later as another command.
//!
//! Architecture Invariant: only the methods behind [`Session::apply`], and [`Session::restore_view`] and
//! [`Session::open_view`] when a dataset is opened, assign to a session.
//!
//! Each feature is a folder: `state.rs` holds the struct that is a field of [`Session`], `command.rs` an enum of what
//! can happen to it, with an exhaustive match. A few features share what the commands do not show:
//!
//! - [`World`] is the open dataset with everything that is derived from it. It is replaced as a whole, so that indices
//!   into it can never outlive it; answers that come back later carry a [`WorldId`].
//! - `filter` decides what is shown; `view`, `search`, `tables` and `law` are recomputed from its result.

mod apply;
mod citing;
mod command;
mod commands;
mod compare;
mod editing;
mod effect;
mod figures;
mod files;
mod filter;
mod help;
mod history;
mod law;
mod layers;
mod pictures;
mod reader;
mod search;
mod selection;
mod settings;
mod tables;
mod view;
mod window;
mod world;

pub use citing::Citing;
pub use command::Command;
pub use commands::action::Action;
pub use commands::overlay::Overlay;
pub use commands::overlay_command::OverlayCommand;
pub use commands::palette::{PaletteEntry, find_actions};
pub use commands::shortcuts::Shortcut;
pub use compare::command::CompareCommand;
pub use compare::state::{Compared, ComparedLine};
pub use editing::command::EditingCommand;
pub use editing::completion::Tone;
pub use editing::effect::EditingEffect;
pub use editing::field::{Field, FieldSpec, Input, fields_of};
pub use editing::form::{Fields, Offer, RecordForm};
pub use editing::moving::{DateEnd, EventMove};
pub use editing::proposal::Proposal;
pub use editing::request::{
    EditRefusal, EditWork, Edited, EditsSaved, ImportOutcome, PastedRows, PatchedRecords, SaveRefused,
};
pub use editing::state::{Deletion, EditingState, PendingJob};
pub use editing::text_change::{EditStep, TextChange, UnsavedEdits};
pub use effect::{Effect, PictureKind};
pub use figures::command::FiguresCommand;
pub use figures::state::{ChartChoice, ChartRows, FiguresState};
pub use files::command::FilesCommand;
pub use files::file_position::{FilePosition, PositionRead};
pub use files::on_disk::{FileStamp, OnDisk};
pub use files::origin::TableOrigin;
pub use files::rereading::{Reread, Rereading};
pub use files::state::{BeforePreview, FilesState, LeftDataset, Loading, RefusedFile};
pub use files::table::{TableChange, TableToOpen};
pub use files::watching::WatchedFile;
pub use filter::command::FilterCommand;
pub use filter::criteria::{Facet, Filter, LanguageTag};
pub use filter::facet_counts::FacetCounts;
pub use filter::filter_result::FilterResult;
pub use filter::saved::SavedFilter;
pub use filter::state::FilterState;
pub use help::command::HelpCommand;
pub use help::glossary::find_terms;
pub use help::state::HelpState;
pub use history::command::HistoryCommand;
pub use history::reversible::Reversible;
pub use history::state::{HistoryState, Message};
pub use history::trail::{Location, Trail};
pub use history::undo_stack::UndoStack;
pub use law::command::LawCommand;
pub use law::matrix::{Cell, LawMatrix, MatrixGroup};
pub use law::state::LawState;
pub use law::statuses::{StatusCounts, StatusLine, Statuses};
pub use law::treaty_status::TreatyStatus;
pub use layers::command::LayersCommand;
pub use layers::load_purpose::LoadPurpose;
pub use pictures::choice::{
    MAX_ACROSS, PageFit, PictureChoice, PictureFormat, PictureLanes, PicturePeriod, PictureTheme,
};
pub use pictures::command::{PicturesCommand, TypedPeriodProblem};
pub use pictures::effect::PicturesEffect;
pub use pictures::state::{PicturesState, Pixels, Writing};
pub use reader::command::ReaderCommand;
pub use reader::document::{Checked, DocumentProblem, LocatedQuote, OpenDocument};
pub use reader::drafts::{ConfirmedQuotation, DraftChange, DraftProblem, Drafts, SaveRequest, Saved};
pub use reader::state::ReaderState;
pub use reader::unsaved::{AboutId, Unsaved, UnsavedChoice, UnsavedDocument, UnsavedQuotation};
pub use search::command::SearchCommand;
pub use search::state::SearchState;
pub use selection::cluster::Cluster;
pub use selection::cluster_list::{ClusterKey, ClusterList};
pub use selection::command::SelectionCommand;
pub use selection::details::{Details, DetailsTab, QuotationOrder};
pub use selection::image::{EventImage, Image};
pub use selection::in_force::{InForce, LegalDay, Suspension};
pub use selection::multi_selection::TimeRangeCounts;
pub use selection::quotations::{QuotationGroup, QuotationLine};
pub use selection::state::SelectionState;
pub use selection::treaty_lists::{EventLine, LegalChange, PartyLine, SourceLine};
pub use selection::withdrawals::WithdrawalLine;
pub use settings::command::SettingsCommand;
pub use settings::state::{
    Preferences, SavedBookmark, SavedLayer, SavedView, Settings, SettingsState, SystemPreferences,
    ThemeChoice, WindowPlace,
};
pub use tables::columns::{Column, TableKind};
pub use tables::command::TablesCommand;
pub use tables::copy::CopyFormat;
pub use tables::state::{TableChoice, TableRows, TablesState};
pub use view::bookmark::Bookmark;
pub use view::command::ViewCommand;
pub use view::details::NarrowDetails;
pub use view::link_text::is_view_link;
pub use view::open_link::{ViewArguments, check_view_link};
pub use view::state::ViewState;
pub use window::WindowCommand;
pub use world::{LayerFile, Sha256, World, WorldId};

use std::sync::Arc;

use crate::domain::Moment;

/// Everything a window shows, a state for each feature.
#[derive(Debug)]
pub struct Session {
    /// The open dataset.
    pub world: Arc<World>,
    /// The part of the timeline in the window.
    pub view: ViewState,
    /// What is selected.
    pub selection: SelectionState,
    /// The search field and its results.
    pub search: SearchState,
    /// The filter, and what it leaves of the dataset.
    pub filter: FilterState,
    /// The tour.
    pub help: HelpState,
    /// The way back: places, steps to undo, and the message that is shown.
    pub history: HistoryState,
    /// The form that is open, and what is unsaved.
    pub editing: EditingState,
    /// Legal status on a date.
    pub law: LawState,
    /// The record as tables.
    pub tables: TablesState,
    /// The charts under the lanes.
    pub figures: FiguresState,
    /// The dialog of pictures, and a picture that is being written.
    pub pictures: PicturesState,
    /// The open document, and the quotations confirmed in it and in others.
    pub reader: ReaderState,
    /// The differences from another dataset; `None` while nothing is compared.
    pub compared: Option<Compared>,
    /// Whether a job compares the open dataset with another.
    pub is_comparing: bool,
    /// The dataset that is being loaded, that was refused or that changed on disk.
    pub files: FilesState,
    /// What covers the window and has the keyboard.
    pub overlay: Option<Overlay>,
    /// The preferences of the user and of the system.
    pub settings: SettingsState,
    /// The day on which the program was started; `None` for output that must not depend on it.
    pub today: Option<Moment>,
    /// The message in the status bar, about the last command.
    pub status_message: Option<String>,
    /// Grows with every command: a value computed from the session at another revision may be out of date.
    pub revision: u64,
}
