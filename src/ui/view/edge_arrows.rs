//! The arrows at the edges of lanes that have nothing in the window: drawn here and not in the picture, since in an
//! export there is nothing to click.

use egui::{Align2, Id, Response, Sense, Stroke, vec2};

use crate::domain::PartyId;
use crate::timeline::{EdgeArrow, Font, Ink, LaneRow, Rect};
use crate::ui::frame::Frame;
use crate::ui::{describe, theme};

use super::clicks::Canvas;
use super::paint;

/// Text size.
const SIZE: f32 = 11.0;

/// What an arrow does, for screen readers and the pointer.
pub(super) fn name(frame: &Frame<'_>, lane: &LaneRow, arrow: &EdgeArrow) -> String {
    let (dataset, strings) = (&frame.session.world.dataset, frame.strings());
    let treaty = describe::short(&dataset.treaty(lane.treaty).name);
    let name = match lane.party {
        Some(party) => format!("{treaty}, {}", describe::short(&dataset.party(party).name)),
        None => treaty.into_owned(),
    };
    let say = if arrow.is_before { strings.view.back_to } else { strings.view.on_to };
    say(&name, &arrow.year)
}

impl Canvas<'_> {
    /// An arrow and its year.
    pub(super) fn edge_arrow(&self, rect: &Rect, lane: &LaneRow, arrow: &EdgeArrow) -> Response {
        let party = lane.party.map(PartyId::index);
        let id = Id::unique(("edge arrow", lane.treaty.index(), party, arrow.is_before));
        let response = self.widget(rect, id, Sense::click(), false, || name(self.frame, lane, arrow));
        let is_lit = response.hovered() || response.has_focus();
        let ink = theme::colour(self.frame.palette, if is_lit { Ink::Text } else { Ink::Accent });
        let painter = self.ui.painter().with_clip_rect(paint::rect_at(self.origin, &self.scene.plot));
        let area = paint::rect_at(self.origin, &arrow.rect);
        // A treaty that has ended has a thin line there.
        painter.rect_filled(area, 4.0, theme::colour(self.frame.palette, Ink::Paper));
        let (side, tip, align) = if arrow.is_before {
            (area.left() + 5.0, 3.5, Align2::RIGHT_CENTER)
        } else {
            (area.right() - 5.0, -3.5, Align2::LEFT_CENTER)
        };
        let middle = egui::pos2(side, area.center().y);
        let points = [middle + vec2(tip, -4.0), middle, middle + vec2(tip, 4.0)];
        painter.add(egui::Shape::line(points.to_vec(), Stroke::new(1.5, ink)));
        let at = align.pos_in_rect(&area.shrink2(vec2(2.0, 0.0)));
        painter.text(at, align, &arrow.year, theme::font(Font::Text, SIZE), ink);
        response
    }
}
