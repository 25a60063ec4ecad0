//! What can happen to a session, and what it asks of the world outside.

use std::path::PathBuf;
use std::sync::Arc;

use crate::diagnostics::{Report, WriteProblem};
use crate::domain::{EdtfDate, Moment, SourceId, TreatyId};
use crate::timeline::{Selection, Size, Subject, View};

use crate::session::{
    commands::action::Action,
    compare::state::Compared,
    figures::state::ChartChoice,
    files::on_disk::OnDisk,
    filter::state::{Facet, Filter},
    reader::document::{Page, PageProblem},
    reader::drafts::{Confirmed, DraftChange, Saved},
    reader::unsaved::{Unsaved, UnsavedChoice},
    settings::state::SystemWishes,
    tables::{CopyFormat, TableChoice},
    world::{World, WorldId},
};

/// Something that happened: by the user's hand or from a job.
#[derive(Debug)]
pub enum Command {
    /// What was asked about a dataset is answered: dropped, with a word, if another one is open by now.
    Answer(WorldId, Box<Self>),
    /// An action from a menu, a button or a key.
    Do(Action),
    /// Look at something that is on screen.
    Select(Selection),
    /// Look at something, and bring it on screen.
    GoTo(Selection),
    /// Look elsewhere, in a way that can be undone.
    Jump(View),
    /// Go to a bookmark, by its place in the list.
    GoToBookmark(usize),
    /// Fold the lanes of a category away, or bring them back.
    ToggleGroup(usize),
    /// Take a mark among the picked, or let it go.
    Pick(Subject),
    /// Pick every mark from the selection to this one in its lane.
    PickThrough(Subject),
    /// Let all go that is picked.
    ClearPicked,
    /// Look at a stretch of time, or no longer.
    ChooseSpan(Option<(Moment, Moment)>),
    /// Write what the timeline shows to a picture.
    Export(PathBuf),
    /// A picture was written, and whether every lane is on it.
    Exported(PathBuf, bool),
    /// A picture could not be written, and why.
    NotExported(PathBuf, WriteProblem),
    /// What the system says of its user.
    SystemSays(SystemWishes),
    /// How the file that is open stands on disk.
    OnDisk(OnDisk),
    /// There is no way to ask for a file.
    NoDialog,
    /// There is no browser that opens this address.
    NoBrowser(String),
    /// Unfold a treaty into a lane for each party, or fold it.
    ToggleParties(TreatyId),
    /// Put a treaty's lane among the pinned ones, before so many of them; or back among the others.
    PlaceLane(TreatyId, Option<usize>),
    /// Read the law on a day, or on none.
    SetAsOf(Option<Moment>),
    /// Something was typed into the search field.
    FindText(String),
    /// Another hit of the list is chosen: so many further down.
    ChooseHit(isize),
    /// Go to the chosen hit, or on to the next (1) or back to the one before (-1).
    GoToHit(isize),
    /// Go to a hit, by its place in the list.
    TakeHit(usize),
    /// Take the keyboard from the search field.
    CloseFind,
    /// Choose one value of a facet, or no longer.
    ToggleFacet(Facet),
    /// Show another part of the record.
    SetFilter(Filter),
    /// Look at a table, or at the same in another way.
    ChooseTable(TableChoice),
    /// Select another row of the table: so many further down.
    StepInTable(isize),
    /// Say what differs from an earlier dataset.
    CompareWith(PathBuf),
    /// What differs.
    Compared(Box<Compared>),
    /// A file could not be compared, by name, and why.
    NotCompared(String, String),
    /// Put the differences away.
    CloseCompared,
    /// Look at other figures, or at the same in another way.
    ChooseChart(ChartChoice),
    /// Read the law so many years later.
    StepYear(i32),
    /// Read the law on the next day on which it changes, or on the last one.
    StepChange(bool),
    /// Let the day of the law move on year by year, or stop it.
    Play(bool),
    /// A year has passed while it plays.
    PlayBeat,
    /// Put the table on the clipboard.
    CopyTable(CopyFormat),
    /// Keep the filter under a name.
    SaveFilter(String),
    /// Show what a named filter shows, by its place.
    UseFilter(usize),
    /// Forget a named filter.
    ForgetFilter(usize),
    /// Read the copy of a source that lies with the dataset.
    OpenCopy(SourceId),
    /// Ask for a copy of a source, and read it.
    AttachCopy(SourceId),
    /// Read a document, which may be the copy of a source.
    ReadDocument(PathBuf, Option<SourceId>),
    /// A document was read.
    PageRead(Box<Page>),
    /// A document could not be read, by name, and why.
    PageNotRead(String, PageProblem),
    /// Go to a quotation of the document that is open.
    GoToPageQuote(usize),
    /// Change what is confirmed of the document.
    Draft(DraftChange),
    /// The window is asked to close.
    CloseWindow,
    /// What an earlier run of the program left unsaved.
    RestoreUnsaved(Unsaved),
    /// The user decides about unsaved quotations.
    Unsaved(UnsavedChoice),
    /// Ask where the dataset is to be saved with what is confirmed.
    SaveDrafts,
    /// Save the dataset with what is confirmed.
    SaveDraftsTo(PathBuf),
    /// The dataset was saved with what was confirmed.
    DraftsSaved(Box<Saved>),
    /// A dataset could not be saved, by name, and why.
    DraftsNotSaved(String, WriteProblem),
    /// Go to a date, and mark it.
    GoToDate(EdtfDate),
    /// Go to a place in the text of the document.
    GoToSpot(usize),
    /// Stop reading a document.
    CancelDocument,
    /// Close the document.
    ClosePage,
    /// Something was typed into what lies over the window.
    OverlayText(String),
    /// Another of the commands found was chosen: so many further down.
    OverlayMove(isize),
    /// Do what is chosen or typed.
    OverlayAccept,
    /// The timeline was moved or drawn at another size.
    SetView(View, Size),
    /// Read a file: chosen, dropped or named on the command line.
    Load(PathBuf),
    /// A job has come this far.
    Progress(f32),
    /// A part of a dataset that is still being read, to look at meanwhile.
    Preview(Arc<World>),
    /// A dataset was read without errors.
    Loaded(Arc<World>),
    /// A file has errors, and may have been read in part.
    Refuse(Report, Option<Arc<World>>),
    /// Stop reading.
    CancelLoad,
    /// Open what could be read of the refused file.
    OpenPartial,
    /// Open an address in the browser.
    Follow(String),
    /// Put a text on the clipboard; the second text says that it is there.
    Copy(String, String),
    /// Say something in the status bar.
    Notice(String),
}

/// A format of pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureKind {
    /// Lines and letters, which scale.
    Svg,
    /// Pixels.
    Png,
}

impl PictureKind {
    /// The ending of its files.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }
}

/// What a session asks of the world outside.
#[derive(Debug, PartialEq, Eq)]
pub enum Effect {
    /// Show the file dialog.
    AskForFile,
    /// Show the file dialog for an earlier dataset.
    AskForEarlier,
    /// Read an earlier dataset on another thread, and compare.
    Compare(PathBuf),
    /// Show the file dialog for a document, which may be the copy of a source.
    AskForDocument(Option<SourceId>),
    /// Read the copy of a source that lies with the dataset, on another thread.
    ReadCopy(SourceId),
    /// Read a document on another thread.
    ReadDocument(PathBuf, Option<SourceId>),
    /// Stop reading a document.
    CancelDocument,
    /// Ask where a dataset is to be saved.
    AskWhereToSaveDataset,
    /// Save what is open with what is confirmed, on another thread.
    SaveDataset(PathBuf, Box<Confirmed>),
    /// Ask where a picture is to be written.
    AskWhereToSave(PictureKind),
    /// Write what the timeline shows to a file, on another thread.
    Write(PathBuf),
    /// Read a file on another thread; `None` for the bundled dataset.
    Load(Option<PathBuf>),
    /// Stop reading.
    CancelLoad,
    /// Open an address.
    Follow(String),
    /// Put a text on the clipboard.
    Copy(String),
    /// Close the window.
    Quit,
    /// Do not close the window after all.
    StayOpen,
}
