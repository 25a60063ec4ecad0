//! The lanes that come of a table that is being opened, drawn small by the planner and the painter of the timeline.

use egui::{Role, Sense, WidgetInfo};

use crate::domain::Nature;
use crate::session::TableToOpen;
use crate::timeline::{BundledFonts, Size};
use crate::ui::frame::Frame;
use crate::ui::view::paint::paint_drawing;
use crate::ui::widgets;

use super::table_questions::note;
use super::table_scene::TableScene;

/// Height of the heading above and of the lines of text below.
const ROOM_FOR_TEXT: f32 = 112.0;

pub(super) fn show(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    open: &TableToOpen,
    height: f32,
    cache: &mut TableScene,
    fonts: &BundledFonts,
) {
    let strings = frame.strings();
    widgets::heading(ui, frame, strings.opening.preview);
    let Some(world) = open.world.as_ref().filter(|_| open.can_open()) else { return };
    let size =
        Size { width: ui.available_width().floor(), height: (height - ROOM_FOR_TEXT).max(80.0).floor() };
    let preview = cache.preview(world, size, frame.today, frame.session.language(), fonts);
    let (rect, response) = ui.allocate_exact_size(egui::vec2(size.width, size.height), Sense::hover());
    let name = (strings.opening.preview_of)(preview.lanes, &preview.span);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
    paint_drawing(ui, rect.min, &preview.picture, frame.palette);
    if preview.left_out > 0 {
        note(ui, frame, (strings.opening.more_lanes)(preview.left_out));
    }
    let has_law = world.dataset.treaties().iter().any(|treaty| treaty.nature != Nature::Topic);
    if let Some(statuses) = open.statuses.as_ref().filter(|_| has_law) {
        let counts = &statuses.counts;
        let counts = [counts.in_force, counts.in_effect, counts.suspended, counts.signed, counts.ended];
        let counts = (strings.law.counts)(&(strings.dates.day)(statuses.day), counts);
        note(ui, frame, format!("{counts}. {}", strings.opening.status_follows));
    }
}
