//! What is under the pointer: a guide line with the date, and a tooltip on the mark or phase.

use egui::{Align2, Pos2, RectAlign, Stroke, Tooltip, pos2, vec2};

use crate::session::Session;
use crate::timeline::{Font, Ink, Mark, Pos, Scene, Subject, Target, TimeView, can_split};
use crate::ui::frame::Frame;
use crate::ui::{describe, theme};

use super::{clicks, edge_arrows, group_button, paint};

/// Longer lines are wrapped, in points.
const WIDTH: f32 = 320.0;

pub(super) fn show(ui: &egui::Ui, origin: Pos2, at: Pos2, scene: &Scene, frame: &Frame<'_>, time: TimeView) {
    // What the user has opened must not be covered.
    let list = &frame.session.selection.cluster_list;
    if egui::Popup::is_any_open(ui.ctx()) || frame.session.overlay.is_some() || list.is_some() {
        return;
    }
    let local = Pos { x: at.x - origin.x, y: at.y - origin.y };
    if local.x >= scene.plot.left {
        guide(ui, origin, local, scene, frame, time);
    }
    let session = frame.session;
    let text = match scene.hit(local) {
        Some(Target::Mark(lane, mark) | Target::Count(lane, mark)) => mark_text(session, lane.treaty, mark),
        Some(Target::Bulk(_, bar)) => {
            let hint = if bar.count > 1 {
                format!("\n{}", cluster_hint(session, clicks::can_part_bulk(bar, session)))
            } else {
                String::new()
            };
            format!("{}{hint}", describe::bulk_bar(session, bar))
        }
        Some(Target::Overflow(lane)) => {
            let moment = scene.scale(time).moment_at(f64::from(local.x));
            let Some((id, count)) = session.overflow_at(lane.treaty, moment) else { return };
            let one = describe::bulk_event(session, id);
            let strings = frame.strings();
            if count == 1 {
                one
            } else {
                format!(
                    "{}\n{}",
                    (strings.view.cluster)(one, (strings.terms.events)(count)),
                    strings.view.list_overflow
                )
            }
        }
        Some(Target::Bar(lane, bar)) => describe::phase(session, lane.treaty, lane.party, bar),
        Some(Target::Span(_, span)) => describe::event(session, span.event),
        Some(Target::Context(band)) => describe::band(session, band),
        Some(Target::Edge(lane, arrow)) => edge_arrows::name(frame, lane, arrow),
        Some(Target::Notice(lane, notice)) => describe::notice(session, lane.treaty, notice),
        Some(Target::Expand(lane)) => {
            let name = &session.world.dataset.treaty(lane.treaty).name;
            (frame.strings().view.show_parties_of)(&describe::short(name))
        }
        Some(Target::Header(lane)) => {
            // Only what the header has no room for is said.
            if !lane.name.ends_with('…') && !lane.status_text.ends_with('…') {
                return;
            }
            match lane.party {
                Some(party) => describe::party_lane(session, lane, party),
                None => describe::lane(session, lane.treaty),
            }
        }
        Some(Target::Only(group)) => group_button::help(session, group),
        Some(Target::Group(_)) | None => return,
    };
    // The lane that is read stays uncovered: over the headers the tooltip is beside it, over the plot above or under it.
    let around = egui::Rect::from_center_size(at, vec2(18.0, 18.0));
    let lane = scene.lane_at(local).map(|lane| paint::rect_at(origin, &lane.rect));
    let (anchor, align) = match lane {
        Some(lane) if local.x < scene.plot.left => {
            let right = origin.x + scene.plot.left;
            (egui::Rect::from_x_y_ranges(lane.left()..=right, lane.y_range()), RectAlign::RIGHT_START)
        }
        Some(lane) => {
            (egui::Rect::from_x_y_ranges(around.x_range(), lane.y_range()), RectAlign::BOTTOM_START)
        }
        None => (around, RectAlign::BOTTOM_START),
    };
    let id = egui::Id::unique("timeline tooltip");
    let mut tooltip = Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), id, anchor).width(WIDTH);
    tooltip.popup = tooltip.popup.align(align);
    tooltip.show(|ui| {
        // Not as narrow as the tooltip before, which was shown in the same place.
        ui.set_max_width(WIDTH);
        ui.label(text)
    });
}

/// What a double click on a cluster does.
fn cluster_hint(session: &Session, can_split: bool) -> &'static str {
    let strings = session.strings();
    if can_split { strings.view.expand_cluster } else { strings.view.list_cluster }
}

fn mark_text(session: &Session, lane: crate::domain::TreatyId, mark: &Mark) -> String {
    let name = describe::mark(session, lane, mark);
    let summary = match mark.subject {
        Subject::Event(id) if mark.count == 1 => &*session.world.dataset.event(id).summary,
        _ => "",
    };
    if mark.count > 1 {
        let can_split = can_split(mark.first, mark.last, session.view.size);
        let strings = session.strings();
        let counted = if matches!(mark.subject, Subject::Event(_)) {
            strings.terms.events
        } else {
            strings.terms.statements
        };
        let one = describe::mark(session, lane, &Mark { count: 1, ..*mark });
        format!("{one}\n{}", (strings.view.cluster_here)(&counted(mark.count), can_split))
    } else if summary.is_empty() {
        name
    } else {
        format!("{name}\n{}", describe::first_words(summary, 240))
    }
}

/// A tag moved to the side of another that it would cover.
fn beside(tag: egui::Rect, other: egui::Rect) -> egui::Rect {
    const GAP: f32 = 3.0;
    if !other.intersects(tag) {
        return tag;
    }
    let is_right = tag.center().x >= other.center().x;
    let by = if is_right { other.right() + GAP - tag.left() } else { other.left() - GAP - tag.right() };
    tag.translate(vec2(by, 0.0))
}

/// A line through the plot at the pointer, with its date on the axis.
fn guide(ui: &egui::Ui, origin: Pos2, at: Pos, scene: &Scene, frame: &Frame<'_>, time: TimeView) {
    let moment = scene.scale(time).moment_at(f64::from(at.x));
    let mut text = (frame.strings().dates.day)(moment);
    if time.span < 4.0 * 86_400.0 && frame.session.world.has_times_of_day {
        let minutes = moment.secs_of_day() / 60;
        text = format!("{text}, {:02}:{:02}", minutes / 60, minutes % 60);
    }
    let x = origin.x + at.x;
    let painter = ui.painter();
    let muted = theme::colour(frame.palette, Ink::Muted);
    painter.vline(
        x,
        origin.y + scene.plot.top..=origin.y + scene.plot.bottom,
        Stroke::new(1.0, muted.gamma_multiply(0.5)),
    );
    let galley = painter.layout_no_wrap(
        text.clone(),
        theme::font(Font::Text, 11.0),
        theme::colour(frame.palette, Ink::Paper),
    );
    let half = galley.size().x / 2.0 + 6.0;
    let left = origin.x + scene.plot.left + half;
    let right = (origin.x + scene.plot.right - half).max(left);
    // In the upper row of the axis, so that the years stay legible.
    let middle = pos2(x.clamp(left, right), origin.y + 8.0);
    let mut tag = egui::Rect::from_center_size(middle, vec2(2.0 * half, 14.0));
    let status_date = scene.as_of.as_ref().map(|line| paint::rect_at(origin, &line.tag(&scene.plot)));
    if status_date.is_some_and(|status_date| status_date.intersects(tag)) {
        // The status date line shows the same date while it is dragged.
        if scene.as_of.as_ref().is_some_and(|line| line.words == text) {
            return;
        }
    }
    let time_range = scene.chosen.as_ref().and_then(|span| span.tag(&scene.plot));
    let time_range = time_range.map(|range| paint::rect_at(origin, &range));
    for other in [status_date, time_range].into_iter().flatten() {
        tag = beside(tag, other);
    }
    painter.rect_filled(tag, 4.0, theme::colour(frame.palette, Ink::Text));
    let at = Align2::CENTER_CENTER.anchor_size(tag.center(), galley.size()).min;
    painter.galley(at, galley, theme::colour(frame.palette, Ink::Paper));
}
