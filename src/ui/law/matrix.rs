//! Legal status on a date as a matrix: a row for each treaty, a column for each party, what each cell is based on in its
//! tooltip.

use egui::{RichText, Sense};
use egui_extras::{Column as Width, TableBuilder};

use crate::domain::{Answer, PartyId, Status, TreatyId};
use crate::session::{Cell, Command, LawCommand, LawMatrix, SelectionCommand};
use crate::timeline::{Face, Ink, Pos, Selection, status_dot};
use crate::ui::frame::Frame;
use crate::ui::selection::context_menu;
use crate::ui::tables::accessible;
use crate::ui::view::paint;
use crate::ui::{describe, theme, widgets};

use super::answer_cache::AnswerCache;

/// Height of a row.
const ROW: f32 = 24.0;
/// Width of the date before the buttons: of the longest one.
const DATE_WIDTH: f32 = 150.0;

/// The buttons that move the date.
pub(in crate::ui) fn controls(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let (session, strings) = (frame.session, &frame.strings().law);
    let Some(matrix) = &session.law.matrix else { return };
    if let Some(day) = matrix.day {
        // Of fixed width, so that the buttons stay under the pointer while it plays.
        let text = RichText::new((frame.strings().dates.day)(day)).font(theme::font(Face::Strong, 13.0));
        let layout = egui::Layout::left_to_right(egui::Align::Center);
        ui.allocate_ui_with_layout(egui::vec2(DATE_WIDTH, ui.spacing().interact_size.y), layout, |ui| {
            ui.set_min_width(DATE_WIDTH);
            ui.add(egui::Label::new(text).truncate());
        });
    }
    let play = if session.law.is_playing { strings.stop } else { strings.play };
    for (label, command) in [
        (strings.previous_change, Command::Law(LawCommand::StepChange(false))),
        (strings.year_back, Command::Law(LawCommand::StepYears(-1))),
        (play, Command::Law(LawCommand::Play(!session.law.is_playing))),
        (strings.year_on, Command::Law(LawCommand::StepYears(1))),
        (strings.next_change, Command::Law(LawCommand::StepChange(true))),
    ] {
        if ui.button(label.name).on_hover_text(label.tooltip).clicked() {
            commands.push(command);
        }
    }
    let changed = matrix.changed;
    if changed > 0 {
        let ink = theme::colour(frame.palette, Ink::Accent);
        // Never cut: it wraps to the next line if need be.
        ui.add(egui::Label::new(RichText::new((strings.changed)(changed)).color(ink)).extend());
    }
}

pub(in crate::ui) fn show(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    answers: &mut AnswerCache,
    commands: &mut Vec<Command>,
) {
    let session = frame.session;
    let Some(matrix) = &session.law.matrix else { return };
    let dataset = &session.world.dataset;
    let selected = session.table_row();
    let share = (ui.available_width() - 210.0) / matrix.parties.len().max(1) as f32;
    let wide = share.clamp(78.0, 130.0);
    let mut table = TableBuilder::new(ui)
        .id_salt("law")
        .striped(true)
        .sense(Sense::click())
        .auto_shrink(false)
        .cell_layout(egui::Layout::left_to_right(egui::Align::Center))
        .column(Width::initial(200.0).at_least(100.0).clip(true).resizable(true));
    for _ in &matrix.parties {
        table = table.column(Width::initial(wide).at_least(44.0).clip(true).resizable(true));
    }
    let heading = |ui: &mut egui::Ui, text: &str| {
        let text = RichText::new(text).font(theme::font(Face::Strong, 12.0));
        ui.add(egui::Label::new(text).truncate());
    };
    let table = table.header(ROW, |mut header| {
        let mut cells = accessible::Row::of_headings();
        header.col(|ui| {
            cells.heading(ui, None);
            heading(ui, frame.strings().tables.name);
        });
        for &party in &matrix.parties {
            header.col(|ui| {
                cells.heading(ui, None);
                heading(ui, &dataset.party(party).short);
            });
        }
    });
    table.body(|body| {
        body.rows(ROW, session.tables.rows.order.len(), |mut row| {
            let index = row.index();
            let treaty = TreatyId::new(session.tables.rows.order[index] as usize);
            row.set_selected(Some(index) == selected);
            let mut cells = accessible::Row::new(index, Some(index) == selected);
            row.col(|ui| {
                cells.cell(ui);
                let name = describe::short(&dataset.treaty(treaty).name);
                ui.add(egui::Label::new(name.as_ref()).truncate().selectable(false));
            });
            for &party in &matrix.parties {
                row.col(|ui| {
                    cells.cell(ui);
                    cell(ui, frame, matrix, (treaty, party), answers, commands);
                });
            }
            context_menu::of(&row.response(), frame, Selection::Treaty(treaty), commands);
            if row.response().clicked() {
                commands.push(Command::Selection(SelectionCommand::GoTo(Selection::Treaty(treaty))));
            }
        });
    });
}

/// One cell: a dot and the name of the state, stronger where it changed.
fn cell(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    matrix: &LawMatrix,
    (treaty, party): (TreatyId, PartyId),
    answers: &mut AnswerCache,
    commands: &mut Vec<Command>,
) {
    let ink = |ink| theme::colour(frame.palette, ink);
    let Some(cell) = matrix.cell(treaty, party) else {
        // A dash, not an empty cell: it is known that there is no record.
        ui.label(RichText::new("–").color(ink(Ink::Muted))).on_hover_text(frame.strings().law.no_record);
        return;
    };
    let (rect, _) = ui.allocate_exact_size(egui::vec2(10.0, ROW), Sense::hover());
    let at = Pos { x: rect.center().x, y: rect.center().y };
    let dot = status_dot(Status::of_state(cell.state), at);
    paint::paint_shapes(ui.painter(), egui::Vec2::ZERO, &[dot], frame.palette);
    let dataset = &frame.session.world.dataset;
    let state = (frame.strings().terms.state)(cell.state, dataset.treaty(treaty).nature);
    let text = RichText::new(&state).size(12.0);
    let text = if cell.has_changed {
        text.font(theme::font(Face::Strong, 12.0)).color(ink(Ink::Accent))
    } else {
        text
    };
    let label = egui::Label::new(text).truncate().selectable(false).sense(Sense::click());
    let response = ui.add(label);
    let (name, party_name) = (&dataset.treaty(treaty).name, &dataset.party(party).short);
    let accessible_name = (frame.strings().law.cell)(&describe::short(name), party_name, &state);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &accessible_name));
    let world = &frame.session.world;
    let response = response.on_hover_ui(|ui| {
        if let Some(answer) = answers.get(world, (treaty, party), matrix.day) {
            grounds(ui, frame, answer, (treaty, party), cell);
        }
    });
    if response.clicked() {
        // To the last event that it is based on, or else to the treaty.
        let answer = answers.get(world, (treaty, party), matrix.day);
        let ground = answer.and_then(|answer| answer.grounds.last().copied());
        commands.push(Command::Selection(SelectionCommand::GoTo(
            ground.map_or(Selection::Treaty(treaty), Selection::Event),
        )));
    }
}

/// What a cell is based on.
fn grounds(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    answer: &Answer,
    (treaty, party): (TreatyId, PartyId),
    cell: Cell,
) {
    let (dataset, strings) = (&frame.session.world.dataset, frame.strings());
    ui.set_max_width(360.0);
    let nature = dataset.treaty(treaty).nature;
    let state = (strings.terms.state)(answer.state, nature);
    ui.label((strings.law.cell)(
        &describe::short(&dataset.treaty(treaty).name),
        &dataset.party(party).name,
        &state,
    ));
    let muted = |ui: &mut egui::Ui, text: String| widgets::muted(ui, frame, text);
    if let Some(since) = cell.since {
        muted(ui, (strings.law.since)(&(strings.dates.day)(since)));
    }
    if !answer.grounds.is_empty() {
        ui.label(strings.law.based_on);
        for &event in answer.grounds.iter().rev().take(5) {
            let event = dataset.event(event);
            muted(ui, format!("{} · {}", (strings.dates.short)(event.date()), describe::short(&event.title)));
        }
    }
    for other in answer.alternatives.iter().take(3) {
        muted(ui, (strings.law.disputed)(&(strings.terms.state)(other.state, nature)));
    }
}
