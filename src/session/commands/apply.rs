//! Doing actions, and accepting what is typed into an overlay.

use std::collections::BTreeSet;

use crate::language::Language;
use crate::records::RecordList;
use crate::session::Session;
use crate::session::command::Command;
use crate::session::effect::{Effect, PictureKind};
use crate::session::filter::criteria::Filter;
use crate::session::settings::state::ThemeChoice;
use crate::session::view::link_text::is_view_link;
use crate::session::view::write_link::checked_length;
use crate::timeline::{LaneHeight, Selection};

use super::action::Action;
use super::overlay::Overlay;
use super::palette::PaletteEntry;

/// The factor of one press of a zoom key.
const ZOOM_STEP: f64 = 1.5;

impl Session {
    #[expect(clippy::too_many_lines, reason = "one arm for each action, so that none is forgotten")]
    pub(in crate::session) fn do_action(&mut self, action: Action) -> Option<Effect> {
        self.status_message = None;
        match action {
            Action::Open => return Some(Effect::AskForFile),
            Action::OpenFolder => return Some(Effect::AskForFolder),
            Action::AddToTimeline => return self.ask_for_layers(),
            Action::OpenBundled => {
                return Some(self.start_loading(self.strings().files.bundled, None));
            }
            Action::Reload => return self.reload(),
            Action::RereadFiles => self.settings.preferences.asks_before_rereading ^= true,
            Action::AskAboutTable => self.ask_about_table(),
            Action::Compare => return Some(Effect::AskForComparison),
            Action::ReadDocument => return Some(Effect::AskForDocument(None)),
            Action::ExportPicture => self.open_picture_dialog(),
            Action::ExportSvg => return Some(Effect::AskWhereToExport(PictureKind::Svg)),
            Action::ExportPng => return Some(Effect::AskWhereToExport(PictureKind::Png)),
            Action::ExportPage => return Some(Effect::AskWhereToExport(PictureKind::Page)),
            Action::SaveJson
            | Action::SaveTables
            | Action::SaveCsv
            | Action::SaveXlsx
            | Action::SaveTimelineJs
            | Action::SaveVis
            | Action::SaveCalendar
            | Action::SaveMarkwhen
            | Action::SaveMarkdown
            | Action::SaveHtml
            | Action::SaveCsl
            | Action::SaveBibtex
            | Action::SaveRis => return self.ask_where_to_save_as(action),
            Action::CopyViewLink => return self.copy_link(self.readable_view_link()),
            Action::OpenViewLink => self.overlay = Some(Overlay::ViewLink { text: String::new() }),
            Action::Quit => return Some(Effect::Quit),
            Action::ZoomIn => self.zoom(ZOOM_STEP),
            Action::ZoomOut => self.zoom(1.0 / ZOOM_STEP),
            Action::Fit => self.show_whole_period(),
            Action::PageEarlier => self.pan_by_share(-0.9),
            Action::PageLater => self.pan_by_share(0.9),
            Action::PanEarlier => self.pan_by_share(-0.2),
            Action::PanLater => self.pan_by_share(0.2),
            Action::Save | Action::SaveEditsAs => return self.save_now(action),
            Action::MoveEvents => self.toggle_moving(),
            Action::ProposeChanges => self.open_proposal(),
            Action::EditSelected => self.open_form(),
            Action::AddEvent => self.add_event(),
            Action::EditTogether => self.open_form_together(),
            Action::AddStatement => self.open_new_form(RecordList::Statements, None),
            Action::AddTreaty => self.open_new_form(RecordList::Treaties, None),
            Action::AddParty => self.open_new_form(RecordList::Parties, None),
            Action::AddSpeaker => self.open_new_form(RecordList::Speakers, None),
            Action::AddSource => self.open_new_form(RecordList::Sources, None),
            Action::EditDataset => self.open_form_of(RecordList::Dataset, String::new()),
            Action::EditParties => self.toggle_overlay(Overlay::Parties),
            Action::DeleteSelected => return self.ask_to_delete_selected(),
            Action::NewDataset | Action::NewTreaty | Action::NewTopics => return self.open_new(action),
            Action::EditHistory => self.toggle_overlay(Overlay::EditHistory),
            Action::Back => self.go_back(),
            Action::Forward => self.go_forward(),
            Action::Undo => return self.undo(),
            Action::Redo => return self.redo(),
            Action::Today => self.go_to_today(),
            Action::GoToDate => self.overlay = Some(Overlay::GoToDate { text: String::new() }),
            Action::StatusDate => self.overlay = Some(Overlay::StatusDate { text: String::new() }),
            Action::StatusDateHere => self.set_status_date_here(),
            Action::StatusDateOff => self.set_status_date(None),
            Action::Find => {
                self.open_search();
                return Some(Effect::PrepareSearch);
            }
            Action::ClearFilter => self.set_filter(Filter::default()),
            Action::Bookmark => self.toggle_bookmark(),
            Action::NextBookmark => self.next_bookmark(),
            Action::Bookmarks => self.toggle_overlay(Overlay::Bookmarks),
            Action::PresentBookmarks => self.present_bookmarks(),
            Action::ExportBookmarks => self.open_bookmark_dialog(),
            Action::PinLane => self.pin_lane(),
            Action::PinUp => self.move_pinned_lane(-1),
            Action::PinDown => self.move_pinned_lane(1),
            Action::HideLane => self.hide_lane(),
            Action::Parties => self.toggle_selected_parties(),
            Action::LaneHeightComfortable => self.set_lane_height(LaneHeight::Comfortable),
            Action::LaneHeightCompact => self.set_lane_height(LaneHeight::Compact),
            Action::LaneHeightFit => self.set_lane_height(LaneHeight::Fit),
            Action::NextLaneHeight => self.set_lane_height(self.lane_height().next()),
            Action::ShowLanes => self.show_all_lanes(),
            Action::ShowOnly => self.toggle_only_selected(),
            Action::CollapseAll => self.collapse_groups((0..self.world.dataset.categories().len()).collect()),
            Action::ExpandAll => self.collapse_groups(BTreeSet::new()),
            Action::TextLarger => self.scale_text(25),
            Action::TextSmaller => self.scale_text(-25),
            Action::Details => self.toggle_details(),
            Action::Keys => self.toggle_overlay(Overlay::Keys),
            Action::About => self.toggle_overlay(Overlay::About),
            Action::Palette => self.toggle_overlay(Overlay::Palette { text: String::new(), chosen: 0 }),
            Action::Previous => self.step(-1),
            Action::Next => self.step(1),
            Action::PreviousInLane => self.step_in_lane(-1),
            Action::NextInLane => self.step_in_lane(1),
            Action::LaneAbove => self.step_lane(-1),
            Action::LaneBelow => self.step_lane(1),
            Action::First => self.select_first_or_last(true),
            Action::Last => self.select_first_or_last(false),
            Action::Centre => self.centre(),
            Action::AddToSelection => self.toggle_selected(),
            Action::SelectVisibleRange => self.toggle_visible_range(),
            Action::Escape => return self.escape(),
            Action::Problems => {
                self.files.problems_open = !self.files.problems_open;
                self.files.problems_of_layer = None;
            }
            Action::Table => self.toggle_table(),
            Action::StatusByParty => self.toggle_status_by_party(),
            Action::PreviousChange => self.step_change(false),
            Action::NextChange => self.step_change(true),
            Action::Charts => self.toggle_charts(),
            Action::LogScale => self.figures.choice.is_logarithmic ^= true,
            Action::WheelZooms => self.settings.preferences.wheel_zooms ^= true,
            Action::HighContrast => self.settings.preferences.high_contrast = Some(!self.high_contrast()),
            Action::ReduceMotion => self.settings.preferences.reduces_motion = Some(!self.reduces_motion()),
            Action::English => self.set_language(Language::English),
            Action::Russian => self.set_language(Language::Russian),
            Action::Glossary => self.toggle_overlay(Overlay::Glossary { text: String::new() }),
            Action::Tour => self.toggle_tour(),
            Action::LightTheme => self.settings.preferences.theme = ThemeChoice::Light,
            Action::DarkTheme => self.settings.preferences.theme = ThemeChoice::Dark,
            Action::SystemTheme => self.settings.preferences.theme = ThemeChoice::System,
        }
        None
    }

    /// Leaves the questions about a table, or the document that is being read in; else closes one thing.
    fn escape(&mut self) -> Option<Effect> {
        if self.files.table.is_some() && self.overlay.is_none() {
            return self.leave_table();
        }
        if self.is_waiting_for_document() {
            return self.cancel_document();
        }
        if self.overlay.is_none() && !self.search.is_open && self.shown_form().is_some() {
            self.cancel_form();
            return None;
        }
        self.close_one();
        None
    }

    /// Closes one thing: an overlay, the search field, the comparison, the document, the list of problems; or else
    /// clears the search, leaves the tour, or clears the selection with the multi-selection and the time range. Filter and
    /// status date stay.
    fn close_one(&mut self) {
        if self.overlay.take().is_some() || self.selection.cluster_list.take().is_some() {
            return;
        }
        if self.search.is_open {
            // The first press clears the text, the next one leaves the field.
            if self.search.text.is_empty() {
                return self.close_search();
            }
            return self.set_search_text(String::new());
        }
        // The details of a narrow window lie over the timeline.
        if std::mem::take(&mut self.view.narrow_details.is_open) {
            return;
        }
        if self.compared.is_some() && !self.files.problems_open {
            self.compared = None;
            return;
        }
        if self.reader.document.is_some() && !self.files.problems_open {
            return self.close_document();
        }
        if self.files.problems_open && self.files.place.take().is_some() {
            return;
        }
        if self.files.problems_open {
            // The refused file itself stays: the status bar leads back to its problems.
            self.files.problems_open = false;
        } else if !self.search.text.is_empty() {
            self.set_search_text(String::new());
        } else if self.help.step.is_some() {
            self.close_tour();
        } else if self.selection.is_any() {
            self.selection.clear();
            self.status_message = Some(self.strings().history.message_selection_cleared.to_owned());
        }
    }

    /// Whether an action would have an effect now.
    pub fn can(&self, action: Action) -> bool {
        let treaty = self.selected_treaty();
        let is_pinned = || treaty.is_some_and(|treaty| self.view.arrangement.pinned.contains(&treaty));
        match action {
            Action::PinLane | Action::HideLane => treaty.is_some(),
            Action::Parties => treaty.is_some_and(|treaty| self.has_parties(treaty)),
            Action::PinUp | Action::PinDown => is_pinned(),
            Action::Centre => treaty.is_some() || self.selection.time_range.is_some(),
            Action::AddToSelection => {
                matches!(self.selection.selected, Selection::Event(_) | Selection::Statement(_))
            }
            Action::AskAboutTable => self.world.table.is_some(),
            Action::ClearFilter => !self.filter.active.is_empty(),
            Action::ShowLanes => !self.view.arrangement.hidden.is_empty(),
            Action::ShowOnly => self.world.bulk.is_none() && !self.selected_treaties().is_empty(),
            Action::NextBookmark | Action::PresentBookmarks | Action::ExportBookmarks => {
                !self.view.bookmarks.is_empty()
            }
            Action::Save | Action::ProposeChanges => self.has_unsaved_edits(),
            Action::SaveEditsAs => self.world.is_edited() || self.why_not_editable().is_none(),
            Action::EditSelected | Action::DeleteSelected => self.selected_record().is_some(),
            Action::EditTogether => !self.events_to_edit().is_empty(),
            Action::EditParties => !self.world.dataset.parties().is_empty(),
            Action::AddEvent => treaty.is_some() && self.world.bulk.is_none(),
            Action::EditHistory => self.history.undo_stack.has_undo() || self.history.undo_stack.has_redo(),
            Action::Back => !self.history.trail.earlier().is_empty(),
            Action::Forward => self.history.trail.has_forward(),
            Action::Undo => self.history.undo_stack.has_undo(),
            Action::Redo => self.history.undo_stack.has_redo(),
            Action::StatusDateOff => self.law.status.is_some(),
            Action::Tour => self.has_tour(),
            // Plain lanes are no dataset of treaties.
            Action::ExportPage
            | Action::AddStatement
            | Action::AddTreaty
            | Action::AddParty
            | Action::AddSpeaker
            | Action::AddSource
            | Action::EditDataset => self.world.bulk.is_none(),
            action if action.data_format().is_some() => self.world.bulk.is_none(),
            _ => true,
        }
    }

    /// Puts a link to a view on the clipboard, unless it is too long for programs that pass links on.
    pub(in crate::session) fn copy_link(&mut self, link: String) -> Option<Effect> {
        match checked_length(link) {
            Ok(link) => {
                self.status_message = Some(self.strings().view.link_copied.to_owned());
                Some(Effect::Copy(link))
            }
            Err(problem) => {
                self.status_message = Some(self.language().view_link_problem(problem));
                None
            }
        }
    }

    /// Opens the link that was typed into an overlay, which stays where it is none.
    pub(super) fn accept_view_link(&mut self, overlay: Overlay) -> Option<Effect> {
        if !self.follow_view_link(overlay.text()) {
            self.overlay = Some(overlay);
        }
        None
    }

    /// Opens an overlay, or closes it if it is open.
    pub(in crate::session) fn toggle_overlay(&mut self, overlay: Overlay) {
        let is_same = self
            .overlay
            .as_ref()
            .is_some_and(|open| std::mem::discriminant(open) == std::mem::discriminant(&overlay));
        self.overlay = (!is_same).then_some(overlay);
    }

    /// Does what an entry of the palette stands for.
    pub(in crate::session) fn do_entry(&mut self, entry: PaletteEntry) -> Option<Effect> {
        match entry {
            // As any other command, so that unsaved edits are asked about.
            PaletteEntry::Do(action) => self.dispatch(Command::Do(action)),
            PaletteEntry::OnlyGroup(category) => {
                self.status_message = None;
                self.show_only_group(category);
                None
            }
        }
    }

    pub(in crate::session) fn move_in_palette(&mut self, by: isize) {
        let Some(Overlay::Palette { text, .. }) = &self.overlay else { return };
        let count = self.find_commands(text).len().max(1) as isize;
        if let Some(Overlay::Palette { chosen, .. }) = &mut self.overlay {
            *chosen = (*chosen as isize + by).rem_euclid(count) as usize;
        }
    }

    /// Does the highlighted action or goes to the typed date, and closes the overlay, unless the date cannot be read.
    pub(in crate::session) fn accept_overlay(&mut self) -> Option<Effect> {
        let overlay = self.overlay.take()?;
        match (&overlay, overlay.date()) {
            (Overlay::Palette { text, .. }, _) if is_view_link(text) => self.accept_view_link(overlay),
            (Overlay::ViewLink { .. }, _) => self.accept_view_link(overlay),
            (Overlay::Palette { text, chosen }, _) => {
                let Some(&entry) = self.find_commands(text).get(*chosen) else {
                    self.overlay = Some(overlay);
                    return None;
                };
                self.do_entry(entry)
            }
            (Overlay::GoToDate { .. }, Some(Ok(date))) => {
                self.go_to_date(&date);
                None
            }
            (Overlay::StatusDate { .. }, Some(Ok(date))) => {
                self.go_to_status_date(date.latest_day());
                None
            }
            (
                Overlay::Keys
                | Overlay::About
                | Overlay::Bookmarks
                | Overlay::Slides
                | Overlay::Picture
                | Overlay::Delete
                | Overlay::Parties
                | Overlay::Propose
                | Overlay::ChangedOnDisk
                | Overlay::EditHistory
                | Overlay::Unsaved { .. },
                _,
            ) => None,
            _ => {
                self.overlay = Some(overlay);
                None
            }
        }
    }
}
