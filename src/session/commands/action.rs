//! Every action. Its shortcuts are in `shortcuts.rs`, its name and tooltip in `language`.

use crate::language::{Label, Strings};
use crate::records::DataFormat;
use crate::timeline::LaneHeight;

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident = $field:ident;)*) => {
        /// Something that the user can do by menu, button, key or palette.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action {
            $($(#[$doc])* $name,)*
        }

        impl Action {
            /// Every action.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// Its name and tooltip.
            pub fn label(self, strings: &Strings) -> Label {
                match self { $(Self::$name => strings.commands.actions.$field,)* }
            }

            /// The name of its label's field, by which lists of synonyms refer to it.
            pub(super) fn field(self) -> &'static str {
                match self { $(Self::$name => stringify!($field),)* }
            }
        }
    };
}

actions! {
    /// Ask for a file and open it.
    Open = open;
    /// Open a new, empty dataset.
    NewDataset = new_dataset;
    /// Open a new dataset with a treaty.
    NewTreaty = new_treaty;
    /// Open a new dataset with a chronology of topics.
    NewTopics = new_topics;
    /// Ask for a folder of tables and open it.
    OpenFolder = open_folder;
    /// Ask for files and add them to the timeline.
    AddToTimeline = add_to_timeline;
    /// Open the bundled dataset.
    OpenBundled = open_bundled;
    /// Reload the open file.
    Reload = reload;
    /// Read files that have changed on disk again by themselves, or ask.
    RereadFiles = reread_files;
    /// Ask about the columns of the open table.
    AskAboutTable = ask_about_table;
    /// Ask for a document and read it.
    ReadDocument = read_document;
    /// Ask for another dataset, and compare.
    Compare = compare;
    /// Choose a picture, and save it.
    ExportPicture = export_picture;
    /// Save the timeline as SVG.
    ExportSvg = export_svg;
    /// Save the timeline as PNG.
    ExportPng = export_png;
    /// Save the timeline as a page.
    ExportPage = export_page;
    /// Save what is shown in the native format.
    SaveJson = save_json;
    /// Save it as CSV tables.
    SaveTables = save_tables;
    /// Save its events as one CSV table.
    SaveCsv = save_csv;
    /// Save it as a workbook.
    SaveXlsx = save_xlsx;
    /// Save it for `TimelineJS`.
    SaveTimelineJs = save_timeline_js;
    /// Save it for vis-timeline.
    SaveVis = save_vis;
    /// Save it as a calendar.
    SaveCalendar = save_calendar;
    /// Save it for markwhen.
    SaveMarkwhen = save_markwhen;
    /// Save it as a chronology in Markdown.
    SaveMarkdown = save_markdown;
    /// Save it as a chronology in HTML.
    SaveHtml = save_html;
    /// Save citations as CSL-JSON.
    SaveCsl = save_csl;
    /// Save citations as BibTeX.
    SaveBibtex = save_bibtex;
    /// Save citations as RIS.
    SaveRis = save_ris;
    /// Copy a link to the view.
    CopyViewLink = copy_view_link;
    /// Ask for a link to a view and open it.
    OpenViewLink = open_view_link;
    /// Save the edits of the dataset.
    Save = save;
    /// Ask where to save the dataset with its edits.
    SaveEditsAs = save_edits_as;
    /// Edit what is selected.
    EditSelected = edit_selected;
    /// Change the selected events together.
    EditTogether = edit_together;
    /// Add an event to the selected treaty.
    AddEvent = add_event;
    /// Add a statement.
    AddStatement = add_statement;
    /// Add a treaty, a lane of its own.
    AddTreaty = add_treaty;
    /// Add a party.
    AddParty = add_party;
    /// Add a speaker.
    AddSpeaker = add_speaker;
    /// Add a source.
    AddSource = add_source;
    /// List the parties, to edit one.
    EditParties = edit_parties;
    /// Edit the title and the description of the dataset.
    EditDataset = edit_dataset;
    /// Delete what is selected.
    DeleteSelected = delete_selected;
    /// List the steps that can be undone and redone.
    EditHistory = edit_history;
    /// Turn dragging of events on or off.
    MoveEvents = move_events;
    /// Save the unsaved edits as a patch.
    ProposeChanges = propose_changes;
    /// Close the window.
    Quit = quit;
    /// Zoom in.
    ZoomIn = zoom_in;
    /// Zoom out.
    ZoomOut = zoom_out;
    /// Show the whole period of what is shown.
    Fit = fit;
    /// Pan to earlier times by a window's width.
    PageEarlier = page_earlier;
    /// Pan to later times by a window's width.
    PageLater = page_later;
    /// Pan a little to earlier times.
    PanEarlier = pan_earlier;
    /// Pan a little to later times.
    PanLater = pan_later;
    /// Undo the last change of filter, lanes, status date or selection.
    Undo = undo;
    /// Redo what was undone.
    Redo = redo;
    /// Back to the place before.
    Back = back;
    /// Forward to the place that was left by going back.
    Forward = forward;
    /// Go to today.
    Today = today;
    /// Search treaties, events, statements and sources.
    Find = find;
    /// Clear the filter.
    ClearFilter = clear_filters;
    /// Ask for a date and go there.
    GoToDate = go_to_date;
    /// Ask for a status date.
    StatusDate = status_on_date;
    /// Set the status date to the selection, or to the middle of the window.
    StatusDateHere = status_here;
    /// Clear the status date.
    StatusDateOff = status_off;
    /// Move the status date to the last change of a status before it.
    PreviousChange = previous_change;
    /// Move the status date to the next change of a status after it.
    NextChange = next_change;
    /// Collapse all groups.
    CollapseAll = collapse_all;
    /// Expand all groups.
    ExpandAll = expand_all;
    /// Add a bookmark, or remove it.
    Bookmark = bookmark;
    /// Go to the next bookmark.
    NextBookmark = next_bookmark;
    /// Show the bookmarks with their notes.
    Bookmarks = bookmarks;
    /// Show the bookmarks one by one in full screen.
    PresentBookmarks = present_bookmarks;
    /// Choose how the bookmarks are written as pages.
    ExportBookmarks = export_bookmarks;
    /// Pin the selected lane, or unpin it.
    PinLane = pin_lane;
    /// Move the selected lane up among the pinned ones.
    PinUp = pin_up;
    /// Move the selected lane down among the pinned ones.
    PinDown = pin_down;
    /// Expand the selected treaty into a lane for each party, or collapse it.
    Parties = parties;
    /// Hide the selected lane.
    HideLane = hide_lane;
    /// Show all hidden lanes.
    ShowLanes = show_lanes;
    /// Comfortable lanes.
    LaneHeightComfortable = lane_height_comfortable;
    /// Compact lanes.
    LaneHeightCompact = lane_height_compact;
    /// Lanes that fit the window.
    LaneHeightFit = lane_height_fit;
    /// The next height of lanes.
    NextLaneHeight = next_lane_height;
    /// Show only the selected treaties, or all again.
    ShowOnly = show_only;
    /// The previous event or statement by date.
    Previous = previous;
    /// The next event or statement by date.
    Next = next;
    /// The previous one of the same treaty.
    PreviousInLane = previous_in_lane;
    /// The next one of the same treaty.
    NextInLane = next_in_lane;
    /// The nearest event of the lane above.
    LaneAbove = lane_above;
    /// The nearest event of the lane below.
    LaneBelow = lane_below;
    /// The first event.
    First = first;
    /// The last event.
    Last = last;
    /// Bring the selection to the middle of the window.
    Centre = centre;
    /// Add the selection to the multi-selection, or remove it.
    AddToSelection = add_to_selection;
    /// Select the time range in the window, or none.
    SelectVisibleRange = select_visible_range;
    /// Close or clear one thing.
    Escape = escape;
    /// Larger text.
    TextLarger = text_larger;
    /// Smaller text.
    TextSmaller = text_smaller;
    /// Show or hide the details panel.
    Details = details;
    /// Show or hide the list of keys.
    Keys = keys;
    /// Show or hide the version and the terms of the program.
    About = about;
    /// Open or close the palette.
    Palette = palette;
    /// Show or hide the list of problems.
    Problems = problems;
    /// Show or hide the table.
    Table = table;
    /// Show or hide the matrix of treaties and parties.
    StatusByParty = status_by_party;
    /// Show or hide the chart under the lanes.
    Charts = charts;
    /// Logarithmic or linear scale of the chart.
    LogScale = log_scale;
    /// The mouse wheel scrolls, or zooms.
    WheelZooms = wheel_zooms;
    /// The light theme.
    LightTheme = light_theme;
    /// The dark theme.
    DarkTheme = dark_theme;
    /// The theme of the system.
    SystemTheme = system_theme;
    /// High contrast.
    HighContrast = high_contrast;
    /// Reduced motion: views change without animation.
    ReduceMotion = reduce_motion;
    /// The interface in English.
    English = english;
    /// The interface in Russian.
    Russian = russian;
    /// Show or hide the glossary.
    Glossary = glossary;
    /// Start the tour, or close it.
    Tour = tour;
}

impl Action {
    /// The format in which the action saves what is shown.
    pub fn data_format(self) -> Option<DataFormat> {
        Some(match self {
            Self::SaveJson => DataFormat::Native,
            Self::SaveTables => DataFormat::CsvTables,
            Self::SaveCsv => DataFormat::Csv,
            Self::SaveXlsx => DataFormat::Xlsx,
            Self::SaveTimelineJs => DataFormat::TimelineJs,
            Self::SaveVis => DataFormat::Vis,
            Self::SaveCalendar => DataFormat::ICalendar,
            Self::SaveMarkwhen => DataFormat::Markwhen,
            Self::SaveMarkdown => DataFormat::Markdown,
            Self::SaveHtml => DataFormat::Html,
            Self::SaveCsl => DataFormat::CslJson,
            Self::SaveBibtex => DataFormat::Bibtex,
            Self::SaveRis => DataFormat::Ris,
            _ => return None,
        })
    }

    /// The action that draws lanes of a height.
    pub fn of_lane_height(height: LaneHeight) -> Self {
        match height {
            LaneHeight::Comfortable => Self::LaneHeightComfortable,
            LaneHeight::Compact => Self::LaneHeightCompact,
            LaneHeight::Fit => Self::LaneHeightFit,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn every_action_has_a_label() {
        for action in Action::ALL {
            for language in Language::ALL {
                let label = action.label(language.strings());
                assert!(!label.name.is_empty() && !label.tooltip.is_empty());
            }
        }
    }
}
