//! What is under the pointer: a guide line with the date, and a tooltip on the mark or phase.

use egui::{Align2, Pos2, Stroke, Tooltip, pos2, vec2};

use crate::session::Session;
use crate::timeline::{Face, Ink, Mark, Pos, Scene, Subject, Target, TimeView, can_part};
use crate::ui::frame::Frame;
use crate::ui::{describe, theme};

use super::{clicks, paint};

/// Longer lines are wrapped, in points.
const WIDTH: f32 = 320.0;

pub(super) fn show(ui: &egui::Ui, origin: Pos2, at: Pos2, scene: &Scene, frame: &Frame<'_>, time: TimeView) {
    // What the user has opened must not be covered.
    if egui::Popup::is_any_open(ui.ctx()) || frame.session.overlay.is_some() {
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
            let moment = Scene::scale_for(scene.size, time).moment_at(f64::from(local.x));
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
        Some(Target::Notice(lane, notice)) => describe::notice(session, lane.treaty, notice),
        Some(Target::Expand(lane)) => {
            let name = &session.world.dataset.treaty(lane.treaty).name;
            (frame.strings().view.show_parties_of)(&describe::short(name))
        }
        Some(Target::Header(lane)) => match lane.party {
            Some(party) => describe::party_lane(session, lane, party),
            None => describe::lane(session, lane.treaty),
        },
        Some(Target::Group(_)) | None => return,
    };
    // Beside the pointer, not under it.
    let anchor = egui::Rect::from_center_size(at, vec2(18.0, 18.0));
    Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), egui::Id::unique("timeline tooltip"), anchor)
        .width(WIDTH)
        .show(|ui| {
            // Not as narrow as the tooltip before, which was shown in the same place.
            ui.set_max_width(WIDTH);
            ui.label(text)
        });
}

/// What a double click on a cluster does.
fn cluster_hint(session: &Session, can_part: bool) -> &'static str {
    let strings = session.strings();
    if can_part { strings.view.expand_cluster } else { strings.view.list_cluster }
}

fn mark_text(session: &Session, lane: crate::domain::TreatyId, mark: &Mark) -> String {
    let name = describe::mark(session, lane, mark);
    let summary = match mark.subject {
        Subject::Event(id) if mark.count == 1 => &*session.world.dataset.event(id).summary,
        _ => "",
    };
    if mark.count > 1 {
        let can_part = can_part(mark.first, mark.last, session.view.size);
        format!("{name}\n{}", cluster_hint(session, can_part))
    } else if summary.is_empty() {
        name
    } else {
        format!("{name}\n{}", describe::first_words(summary, 240))
    }
}

/// A line through the plot at the pointer, with its date on the axis.
fn guide(ui: &egui::Ui, origin: Pos2, at: Pos, scene: &Scene, frame: &Frame<'_>, time: TimeView) {
    let moment = Scene::scale_for(scene.size, time).moment_at(f64::from(at.x));
    let mut text = (frame.strings().dates.day)(moment);
    if time.span < 4.0 * 86_400.0 {
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
        theme::font(Face::Text, 11.0),
        theme::colour(frame.palette, Ink::Paper),
    );
    let half = galley.size().x / 2.0 + 6.0;
    let left = origin.x + scene.plot.left + half;
    let right = (origin.x + scene.plot.right - half).max(left);
    let middle = pos2(x.clamp(left, right), origin.y + scene.plot.top - 9.0);
    let mut tag = egui::Rect::from_center_size(middle, galley.size() + vec2(12.0, 4.0));
    let status_date = scene.as_of.as_ref().map(|line| paint::rect_at(origin, &line.tag(&scene.plot)));
    if status_date.is_some_and(|status_date| status_date.intersects(tag)) {
        // The status date line shows the same date while it is dragged.
        if scene.as_of.as_ref().is_some_and(|line| line.words == text) {
            return;
        }
        tag = tag.translate(vec2(0.0, 19.0));
    }
    let time_range = scene.chosen.as_ref().and_then(|span| span.tag(&scene.plot));
    if time_range.is_some_and(|range| paint::rect_at(origin, &range).intersects(tag)) {
        tag = tag.translate(vec2(0.0, 19.0));
    }
    painter.rect_filled(tag, 4.0, theme::colour(frame.palette, Ink::Text));
    let at = Align2::CENTER_CENTER.anchor_size(tag.center(), galley.size()).min;
    painter.galley(at, galley, theme::colour(frame.palette, Ink::Paper));
}
