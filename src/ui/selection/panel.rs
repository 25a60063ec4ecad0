//! The details panel at the right.

use egui::{Panel, ScrollArea};

use crate::session::{Command, DetailsTab, Session, ViewCommand};
use crate::timeline::Selection;
use crate::ui::editing::form;
use crate::ui::frame::{Frame, UiCache};
use crate::ui::history::bar;
use crate::ui::law::all_treaties;
use crate::ui::layers::item_layer;
use crate::ui::view::dataset_details;
use crate::ui::{describe, theme};

use super::{
    bulk_event, event, multi_selection, narrow_details, source, speaker, statement, time_range, treaty,
};

/// Width of the panel where the window has room for it.
const WIDTH: f32 = 364.0;
/// Maximum share of a narrow window.
const SHARE: f32 = 0.38;

/// The least width of the panel.
const MIN_WIDTH: f32 = 220.0;
/// In a window narrower than this the panel has its least width, unless the user widens it.
const ROOM_FOR_WIDTH: f32 = 1_100.0;
/// In a window narrower than this the panel is folded to a tab.
const FOLDED: f32 = 900.0;
/// What the panel under the timeline leaves to the axis and the lanes, in points.
const ROOM_FOR_LANES: f32 = 110.0;
/// In a window narrower than this the panel is under the timeline, not beside it.
const NARROW: f32 = 620.0;

pub(in crate::ui) fn show(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    cache: &mut UiCache,
    commands: &mut Vec<Command>,
) {
    let session = frame.session;
    let window = ui.available_size();
    let is_narrow = (NARROW..FOLDED).contains(&window.x);
    if is_narrow != session.view.narrow_details.is_narrow {
        commands.push(Command::View(ViewCommand::SetNarrow(is_narrow)));
    }
    if is_narrow {
        let is_open = session.view.narrow_details.is_narrow && session.shows_details();
        return narrow_details::show(ui, frame, is_open, commands, |ui, commands| {
            contents(ui, frame, cache, commands);
        });
    }
    if session.settings.preferences.details_hidden {
        return;
    }
    let margin = theme::panel(egui::Margin::ZERO);
    if window.x >= NARROW {
        let width = if window.x < ROOM_FOR_WIDTH { MIN_WIDTH } else { WIDTH.min(window.x * SHARE) };
        Panel::right(("details", width_class(window.x)))
            .default_size(width)
            .size_range(MIN_WIDTH..=(window.x * SHARE).max(MIN_WIDTH + 10.0))
            .frame(margin)
            .show(ui, |ui| contents(ui, frame, cache, commands));
    } else if session.selection.selected != Selection::Nothing
        || session.shown_form().is_some()
        || session.selection.time_range.is_some()
        || !session.selection.several.is_empty()
    {
        Panel::bottom("details below")
            .resizable(true)
            .default_size(window.y * 0.45)
            .size_range(80.0..=(window.y * 0.7).min(window.y - ROOM_FOR_LANES).max(90.0))
            .frame(margin)
            .show(ui, |ui| contents(ui, frame, cache, commands));
    }
}

/// The class of a window of this width. The user's width of the panel is kept for each class: a narrow window must not
/// narrow the panel of a wide one.
pub(in crate::ui) fn width_class(window: f32) -> u32 {
    if window < ROOM_FOR_WIDTH { 0 } else { (window / 200.0) as u32 }
}

/// What a place in the panel is remembered for: a new selection starts at its top, one that is come back to where it was.
fn scroll_salt(session: &Session) -> String {
    let selection = &session.selection;
    let world = std::sync::Arc::as_ptr(&session.world);
    let list = match selection.selected {
        Selection::Treaty(_) => Some((selection.details.shown_tab(selection.tab), selection.quotation_order)),
        Selection::Speaker(_) => Some((DetailsTab::Quotations, selection.quotation_order)),
        _ => None,
    };
    format!("{world:?} {:?} {list:?} {}", selection.selected, selection.time_range.is_some())
}

/// Whether the quotations that can be ticked are shown, with what is ticked above them.
fn shows_ticks(session: &Session) -> bool {
    let selection = &session.selection;
    match selection.selected {
        Selection::Treaty(_) => {
            session.world.bulk.is_none()
                && selection.details.shown_tab(selection.tab) == DetailsTab::Quotations
        }
        Selection::Speaker(_) => true,
        _ => false,
    }
}

/// The title of what is shown while nothing is selected.
fn title_without_selection(frame: &Frame<'_>) -> String {
    match frame.session.selection.time_range {
        Some(range) => time_range::title_text(frame, range),
        None if all_treaties::is_shown(frame) => all_treaties::title_text(frame),
        None => describe::short(frame.session.title()).into_owned(),
    }
}

/// Above whatever is open: links to all that the speaker of the filter said, and to the treaties on the status date.
fn links_to_lists(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    speaker::link_of_filter(ui, frame, commands);
    let selection = &frame.session.selection;
    let has_list = selection.selected == Selection::Nothing && selection.time_range.is_none();
    // The status of a treaty begins with the link.
    if !has_list && !matches!(selection.selected, Selection::Treaty(_)) && all_treaties::is_shown(frame) {
        all_treaties::link(ui, frame, commands);
        ui.add_space(2.0 * theme::GRID);
    }
}

fn contents(ui: &mut egui::Ui, frame: &Frame<'_>, cache: &mut UiCache, commands: &mut Vec<Command>) {
    bar::show(ui, frame, title_without_selection, commands);
    ScrollArea::vertical().id_salt(scroll_salt(frame.session)).auto_shrink(false).show(ui, |ui| {
        egui::Frame::NONE.inner_margin(egui::Margin::symmetric(16, 14)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            if !frame.session.selection.several.is_empty() && !shows_ticks(frame.session) {
                multi_selection::show(ui, frame, commands);
                ui.add_space(3.0 * theme::GRID);
            }
            links_to_lists(ui, frame, commands);
            item_layer::show(ui, frame);
            // Of a treaty it is that of a new event.
            if let Some(shown) = frame.session.shown_form() {
                return form::show(ui, frame, shown, commands);
            }
            match frame.session.selection.selected {
                Selection::Nothing if frame.session.selection.time_range.is_some() => {
                    time_range::show(ui, frame, commands);
                }
                Selection::Nothing if all_treaties::is_shown(frame) => {
                    all_treaties::show(ui, frame, commands);
                }
                Selection::Nothing => dataset_details::show(ui, frame, cache, commands),
                Selection::Source(id) => source::show(ui, frame, id, commands),
                Selection::Bulk(id) => bulk_event::show(ui, frame, id, commands),
                Selection::Treaty(id) => treaty::show(ui, frame, &mut cache.long_lists, id, commands),
                Selection::Speaker(id) => speaker::show(ui, frame, &mut cache.long_lists, id, commands),
                Selection::Event(id) => event::show(ui, frame, id, commands),
                Selection::Statement(id) => statement::show(ui, frame, id, commands),
            }
        });
    });
}
