//! The button in a group's heading that shows only this group, all of it: drawn here and not in the picture, since in an
//! export there is nothing to click.

use egui::{CornerRadius, Id, Response, Sense, Stroke, vec2};

use crate::session::Session;
use crate::timeline::{GroupRow, Ink, Rect};
use crate::ui::frame::Frame;
use crate::ui::{describe, theme};

use super::clicks::Canvas;
use super::paint;

/// Half the width of the sign.
const HALF: f32 = 5.0;

/// What a click does, for screen readers.
fn name(session: &Session, group: &GroupRow) -> String {
    let categories = session.world.dataset.categories();
    let name = group.category.and_then(|category| categories.get(category)).map_or("", |of| &*of.name);
    (session.strings().filter.only_group)(&describe::short(name))
}

/// What a click does, in the tooltip.
pub(super) fn help(session: &Session, group: &GroupRow) -> String {
    let filter = &session.strings().filter;
    if is_on(session, group) { filter.all_groups } else { filter.only_group_fitted }.to_owned()
}

fn is_on(session: &Session, group: &GroupRow) -> bool {
    group.category.is_some_and(|category| session.shows_only_group(category))
}

impl Canvas<'_> {
    /// The button of a group's heading: a funnel, on a background where only this group is shown.
    pub(super) fn only_button(&self, rect: &Rect, group: &GroupRow) -> Response {
        let session = self.frame.session;
        let id = Id::unique(("only group", group.category));
        let is_on = is_on(session, group);
        let response = self.widget(rect, id, Sense::click(), is_on, || name(session, group));
        // Of a heading that is half beneath the pinned lanes only a part is seen.
        let seen = paint::rect_at(self.origin, rect).intersect(self.ui.clip_rect());
        let painter = self.ui.painter().with_clip_rect(seen);
        let middle = paint::rect_at(self.origin, &group.only_button(&self.scene.plot)).center();
        paint_funnel(&painter, middle, is_on, response.hovered() || response.has_focus(), self.frame);
        response
    }
}

fn paint_funnel(painter: &egui::Painter, middle: egui::Pos2, is_on: bool, is_lit: bool, frame: &Frame<'_>) {
    let accent = theme::colour(frame.palette, Ink::Accent);
    if is_on || is_lit {
        let chip = egui::Rect::from_center_size(middle, vec2(20.0, 18.0));
        let fill = accent.gamma_multiply(if is_on { 0.25 } else { 0.1 });
        painter.rect_filled(chip, CornerRadius::same(4), fill);
    }
    let ink = if is_on || is_lit { accent } else { theme::colour(frame.palette, Ink::Muted) };
    let outline =
        [(-HALF, -4.5), (HALF, -4.5), (1.2, 0.5), (1.2, 5.0), (-1.2, 3.5), (-1.2, 0.5), (-HALF, -4.5)];
    let points: Vec<egui::Pos2> = outline.iter().map(|&(x, y)| middle + vec2(x, y)).collect();
    painter.add(egui::Shape::line(points, Stroke::new(1.2, ink)));
}
