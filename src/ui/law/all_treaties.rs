//! The details panel while a status date is set and nothing is selected: the shown treaties by their status on it.

use egui::{RichText, ScrollArea, Sense};

use crate::domain::{Moment, Status, TreatyId};
use crate::session::{Command, LawCommand, SelectionCommand, StatusLine};
use crate::timeline::{Ink, Pos, Selection, status_dot};
use crate::ui::frame::Frame;
use crate::ui::view::paint;
use crate::ui::widgets::{muted, title};
use crate::ui::{describe, theme};

/// The list is at least this high, in points.
const MIN_HEIGHT: f32 = 160.0;
/// Room kept under the list.
const ROOM_BELOW: f32 = 16.0;

/// Whether there is such a list now.
pub(in crate::ui) fn is_shown(frame: &Frame<'_>) -> bool {
    frame.session.law.status.is_some() && frame.session.world.bulk.is_none()
}

/// The title of the list.
pub(in crate::ui) fn title_text(frame: &Frame<'_>) -> String {
    title_on(frame, frame.session.statuses().day)
}

/// The title that the list has on a day.
pub(super) fn title_on(frame: &Frame<'_>, day: Moment) -> String {
    let strings = frame.strings();
    let (shown, all) = frame.session.statuses().shown_of_all();
    let words = if shown == all { strings.law.all_treaties_on } else { strings.law.treaties_on };
    words(&(strings.dates.day)(day))
}

/// While something else is in the details: a link that lists the treaties on the status date. ‹ leads back.
pub(in crate::ui) fn link(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    if !is_shown(frame) {
        return;
    }
    let day = frame.session.statuses().day;
    if ui.link(RichText::new(title_on(frame, day)).size(12.5)).clicked() {
        commands.push(Command::Law(LawCommand::ListTreaties(day)));
    }
}

pub(in crate::ui) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let strings = frame.strings();
    let statuses = frame.session.statuses();
    let (shown, all) = statuses.shown_of_all();
    title(ui, &title_text(frame));
    if shown < all {
        muted(ui, frame, (strings.law.shown_of)(shown, all));
    }
    ui.add_space(theme::GRID);
    let room = ui.clip_rect().bottom() - ui.cursor().top() - ROOM_BELOW;
    let height = ui.spacing().interact_size.y;
    ScrollArea::vertical()
        .id_salt("all treaties")
        .max_height(room.max(MIN_HEIGHT))
        .auto_shrink([false, true])
        .show_rows(ui, height, statuses.lines.len(), |ui, shown| {
            for line in statuses.lines.get(shown).unwrap_or_default() {
                match *line {
                    StatusLine::Status(status, count) => {
                        let text = (strings.law.group)((strings.terms.status)(status), count).to_uppercase();
                        heading(ui, frame, RichText::new(text).size(11.0).extra_letter_spacing(0.4), height);
                    }
                    StatusLine::Category(category, count) => {
                        let categories = frame.session.world.dataset.categories();
                        let name = categories.get(category).map_or("", |category| &*category.name);
                        let text = (strings.law.group)(&describe::short(name), count);
                        heading(ui, frame, RichText::new(text).size(12.0), height);
                    }
                    StatusLine::Treaty(treaty, status) => {
                        treaty_row(ui, frame, status, treaty, height, commands);
                    }
                }
            }
        });
}

fn heading(ui: &mut egui::Ui, frame: &Frame<'_>, text: RichText, height: f32) {
    ui.allocate_ui_with_layout(
        egui::vec2(ui.available_width(), height),
        egui::Layout::left_to_right(egui::Align::Max),
        |ui| {
            ui.set_min_height(height);
            // Each line of the list is as high as the others.
            ui.add(egui::Label::new(text.color(theme::colour(frame.palette, Ink::Muted))).truncate());
        },
    );
}

/// The name of a treaty as a link, and its state where that says more than the heading.
fn treaty_row(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    status: Status,
    treaty: TreatyId,
    height: f32,
    commands: &mut Vec<Command>,
) {
    let (session, strings) = (frame.session, frame.strings());
    let record = session.world.dataset.treaty(treaty);
    let state = (strings.terms.state)(session.statuses().state(treaty), record.nature);
    ui.push_id(treaty.index(), |ui| {
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(egui::vec2(12.0, height), Sense::hover());
            let dot = status_dot(status, Pos { x: rect.center().x, y: rect.center().y });
            paint::paint_shapes(ui.painter(), egui::Vec2::ZERO, &[dot], frame.palette);
            if ui.link(describe::short(&record.name)).clicked() {
                commands.push(Command::Selection(SelectionCommand::GoTo(Selection::Treaty(treaty))));
            }
            if state != (strings.terms.status)(status) {
                muted(ui, frame, state);
            }
        });
    });
}
