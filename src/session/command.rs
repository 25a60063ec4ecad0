//! What can happen to a session.

use super::commands::action::Action;
use super::commands::overlay_command::OverlayCommand;
use super::compare::command::CompareCommand;
use super::editing::command::EditingCommand;
use super::figures::command::FiguresCommand;
use super::files::command::FilesCommand;
use super::filter::command::FilterCommand;
use super::help::command::HelpCommand;
use super::history::command::HistoryCommand;
use super::law::command::LawCommand;
use super::layers::command::LayersCommand;
use super::pictures::command::PicturesCommand;
use super::reader::command::ReaderCommand;
use super::search::command::SearchCommand;
use super::selection::command::SelectionCommand;
use super::settings::command::SettingsCommand;
use super::tables::command::TablesCommand;
use super::view::command::ViewCommand;
use super::window::WindowCommand;
use super::world::WorldId;

/// Something that happened: an action of the user, or the answer of a job.
///
/// Each feature has an enum of its own, applied by an exhaustive match in its folder, so that a command which nobody
/// handles does not compile.
#[derive(Debug)]
pub enum Command {
    /// An answer about a dataset: dropped, with a message, if another one is open by now.
    Answer(WorldId, Box<Self>),
    /// An action from a menu, a button or a key.
    Do(Action),
    /// The part of the timeline in the window.
    View(ViewCommand),
    /// What is selected.
    Selection(SelectionCommand),
    /// The search field and its results.
    Search(SearchCommand),
    /// The filter.
    Filter(FilterCommand),
    /// The tour.
    Help(HelpCommand),
    /// The way back.
    History(HistoryCommand),
    /// Editing the dataset.
    Editing(EditingCommand),
    /// Legal status on a date.
    Law(LawCommand),
    /// Several files on one timeline.
    Layers(LayersCommand),
    /// The record as tables.
    Tables(TablesCommand),
    /// The charts under the lanes.
    Figures(FiguresCommand),
    /// The dialog of pictures, and writing one.
    Pictures(PicturesCommand),
    /// Documents, and quotations to confirm.
    Reader(ReaderCommand),
    /// The comparison with another dataset.
    Compare(CompareCommand),
    /// Datasets and pictures as files.
    Files(FilesCommand),
    /// What covers the window: the palette, a date to type, the list of keys.
    Overlay(OverlayCommand),
    /// The preferences of the system.
    Settings(SettingsCommand),
    /// The window, the browser and the clipboard.
    Window(WindowCommand),
}
