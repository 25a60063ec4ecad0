//! The details panel while a status date is set and nothing is selected: the shown treaties by their status on it.

use egui::{RichText, ScrollArea, Sense};

use crate::domain::{Status, TreatyId};
use crate::session::{Command, SelectionCommand};
use crate::timeline::{Ink, Pos, Selection, status_dot};
use crate::ui::frame::Frame;
use crate::ui::view::paint;
use crate::ui::widgets::{muted, title};
use crate::ui::{describe, theme};

/// The list is at least this high, in points.
const MIN_HEIGHT: f32 = 160.0;
/// Room kept under the list.
const ROOM_BELOW: f32 = 16.0;

/// A row of the list.
enum Row {
    Heading(Status, usize),
    Treaty(Status, TreatyId),
}

/// Whether there is such a list now.
pub(in crate::ui) fn is_shown(frame: &Frame<'_>) -> bool {
    frame.session.law.status.is_some() && frame.session.world.bulk.is_none()
}

pub(in crate::ui) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let strings = frame.strings();
    let statuses = frame.session.statuses();
    title(ui, &(strings.law.all_treaties_on)(&(strings.dates.day)(statuses.day)));
    ui.add_space(theme::GRID);
    let rows: usize = statuses.groups.iter().map(|(_, group)| group.len() + 1).sum();
    let room = ui.clip_rect().bottom() - ui.cursor().top() - ROOM_BELOW;
    let height = ui.spacing().interact_size.y;
    ScrollArea::vertical()
        .id_salt("all treaties")
        .max_height(room.max(MIN_HEIGHT))
        .auto_shrink([false, true])
        .show_rows(ui, height, rows, |ui, shown| {
            for index in shown {
                match row_at(&statuses.groups, index) {
                    Some(Row::Heading(status, count)) => heading(ui, frame, status, count, height),
                    Some(Row::Treaty(status, treaty)) => {
                        treaty_row(ui, frame, status, treaty, height, commands);
                    }
                    None => {}
                }
            }
        });
}

fn row_at(groups: &[(Status, Vec<TreatyId>)], mut index: usize) -> Option<Row> {
    for (status, group) in groups {
        if index == 0 {
            return Some(Row::Heading(*status, group.len()));
        }
        if let Some(&treaty) = group.get(index - 1) {
            return Some(Row::Treaty(*status, treaty));
        }
        index -= group.len() + 1;
    }
    None
}

fn heading(ui: &mut egui::Ui, frame: &Frame<'_>, status: Status, count: usize, height: f32) {
    let strings = frame.strings();
    let text = (strings.law.group)((strings.terms.status)(status), count).to_uppercase();
    let text = RichText::new(text).size(11.0).extra_letter_spacing(0.4);
    ui.allocate_ui_with_layout(
        egui::vec2(ui.available_width(), height),
        egui::Layout::left_to_right(egui::Align::Max),
        |ui| {
            ui.set_min_height(height);
            ui.label(text.color(theme::colour(frame.palette, Ink::Muted)));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_row_is_a_heading_or_a_treaty_of_its_group() {
        let id = TreatyId::new;
        let groups = [(Status::InForce, vec![id(3), id(1)]), (Status::Ended, vec![id(2)])];
        let rows: Vec<String> = (0..6)
            .map(|index| match row_at(&groups, index) {
                Some(Row::Heading(status, count)) => format!("{status:?} {count}"),
                Some(Row::Treaty(_, treaty)) => format!("{}", treaty.index()),
                None => "none".to_owned(),
            })
            .collect();
        assert_eq!(rows, ["InForce 2", "3", "1", "Ended 1", "2", "none"]);
    }
}
