//! Legal status on a date as a matrix: a row for each treaty, a column for each party, what each cell is based on in its
//! tooltip.

use egui::{Align2, Response, RichText, Sense, TextWrapMode, WidgetText};
use egui_extras::{Column as Width, TableBuilder};

use crate::domain::{Ground, LegalStatus, Moment, Nature, PartyId, State, Status, TreatyId};
use crate::session::{Cell, Command, DetailsTab, LawCommand, LawMatrix, MatrixGroup, SelectionCommand};
use crate::timeline::{Font, Ink, Pos, Selection, status_dot};
use crate::ui::frame::Frame;
use crate::ui::selection::context_menu;
use crate::ui::tables::accessible;
use crate::ui::view::paint;
use crate::ui::{describe, theme, widgets};

use super::status_cache::StatusCache;

/// Height of a row.
const ROW: f32 = 24.0;

/// Room for the dot of a cell, in points.
const INDENT: f32 = 16.0;
/// Room between the longest state and the next column, in points.
const MARGIN: f32 = 10.0;

/// The buttons that move the date.
pub(in crate::ui) fn controls(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let (session, strings) = (frame.session, &frame.strings().law);
    let Some(matrix) = &session.law.matrix else { return };
    if let Some(day) = matrix.day {
        date(ui, frame, day);
    }
    let play = if session.law.is_playing { strings.stop } else { strings.play };
    // As wide as either name, so that the buttons after it stay where they are while the date plays.
    let play_width = [strings.play, strings.stop]
        .map(|label| widgets::button_width(ui, label.name))
        .into_iter()
        .fold(0.0, f32::max);
    for (label, command) in [
        (strings.previous_change, Command::Law(LawCommand::StepChange(false))),
        (strings.year_back, Command::Law(LawCommand::StepYears(-1))),
        (play, Command::Law(LawCommand::Play(!session.law.is_playing))),
        (strings.year_on, Command::Law(LawCommand::StepYears(1))),
        (strings.next_change, Command::Law(LawCommand::StepChange(true))),
    ] {
        let is_play = label.name == play.name;
        let width = if is_play { play_width } else { 0.0 };
        let button = egui::Button::new(label.name).min_size(egui::vec2(width, 0.0));
        if ui.add(button).on_hover_text(label.tooltip).clicked() {
            commands.push(command);
        }
    }
    columns(ui, frame, commands);
    let changed = matrix.changed;
    if changed > 0 {
        let ink = theme::colour(frame.palette, Ink::Accent);
        // Never cut: it wraps to the next line if need be.
        ui.add(egui::Label::new(RichText::new((strings.changed)(changed)).color(ink)).extend());
    }
}

/// Whose status the columns show, and the way through all parties. A filter by parties decides by itself.
fn columns(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let (session, strings) = (frame.session, &frame.strings().law);
    if session.filters_by_party() {
        return;
    }
    let group = session.law.matrix_group;
    let name = |group| match group {
        MatrixGroup::MostTreaties => strings.columns_most,
        MatrixGroup::NuclearWeaponStates => strings.columns_nuclear.name,
        MatrixGroup::All(_) => strings.columns_all,
    };
    let show = |group| Command::Law(LawCommand::ShowGroup(group));
    widgets::menu_button(ui, &format!("{}: {}", strings.columns.name, name(group)), |ui| {
        for other in [MatrixGroup::MostTreaties, MatrixGroup::NuclearWeaponStates, MatrixGroup::All(0)] {
            let mut entry = ui.selectable_label(name(other) == name(group), name(other));
            if other == MatrixGroup::NuclearWeaponStates {
                entry = entry.on_hover_text(strings.columns_nuclear.tooltip);
            }
            if entry.clicked() {
                commands.push(show(other));
                ui.close();
            }
        }
    });
    let MatrixGroup::All(first) = group else { return };
    let all = session.world.parties_by_name().len();
    let shown = session.law.matrix.as_ref().map_or(0, |matrix| matrix.parties.len());
    for (label, sign, is_forward) in
        [(strings.previous_parties, "‹", false), (strings.next_parties, "›", true)]
    {
        let turned = group.turned(is_forward, all);
        let button = ui.add_enabled(turned.is_some(), egui::Button::new(sign));
        let button = button.on_hover_text(label.tooltip).accessible_name(label.name);
        if let Some(turned) = turned.filter(|_| button.clicked()) {
            commands.push(show(turned));
        }
        if !is_forward {
            ui.label((strings.parties_shown)((first + 1).min(all), first + shown, all));
        }
    }
}

/// The date of the matrix, as wide as any date of its year, so that the buttons after it do not move while it plays.
fn date(ui: &mut egui::Ui, frame: &Frame<'_>, day: Moment) {
    let font = theme::font(Font::Strong, 13.0);
    let of_month = |month| Moment::from_ymd(day.year(), month, 28);
    let days = (1..=12).filter_map(of_month).map(frame.strings().dates.day);
    let width = days.map(|day| widgets::text_width(ui, &day, font.clone())).fold(0.0, f32::max).ceil();
    let text = (frame.strings().dates.day)(day);
    let (rect, response) =
        ui.allocate_exact_size(egui::vec2(width, ui.spacing().interact_size.y), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &text));
    let ink = ui.visuals().text_color();
    ui.painter().text(rect.left_center(), Align2::LEFT_CENTER, &text, font, ink);
}

pub(in crate::ui) fn show(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    answers: &mut StatusCache,
    commands: &mut Vec<Command>,
) {
    let session = frame.session;
    let Some(matrix) = &session.law.matrix else { return };
    let dataset = &session.world.dataset;
    let selected = session.table_row();
    let share = (ui.available_width() - 210.0) / matrix.parties.len().max(1) as f32;
    // The states that are most common, and the longest of these, are read whole.
    let usual = [State::InForce, State::NeverInForce, State::Suspended, State::Signed { is_ratified: false }];
    let widths = usual.map(|state| {
        let name = (frame.strings().terms.state)(state, Nature::Treaty);
        INDENT + widgets::text_width(ui, &name, theme::font(Font::Text, 12.0)) + MARGIN
    });
    let narrowest = widths.into_iter().fold(0.0, f32::max).ceil();
    let wide = share.clamp(narrowest, narrowest.max(130.0));
    let mut table = TableBuilder::new(ui)
        .id_salt("law")
        .striped(true)
        .auto_shrink(false)
        .min_scrolled_height(0.0)
        .cell_layout(egui::Layout::left_to_right(egui::Align::Center))
        .column(Width::initial(200.0).at_least(100.0).clip(true).resizable(true));
    for _ in &matrix.parties {
        table = table.column(Width::initial(wide).at_least(44.0).clip(true).resizable(true));
    }
    let heading = |ui: &mut egui::Ui, text: &str| {
        let text = RichText::new(text).font(theme::font(Font::Strong, 12.0));
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
                name(ui, frame, treaty, commands);
            });
            for &party in &matrix.parties {
                row.col(|ui| {
                    cells.cell(ui);
                    cell(ui, frame, matrix, (treaty, party), answers, commands);
                });
            }
            context_menu::of(&row.response(), frame, Selection::Treaty(treaty), commands);
        });
    });
}

/// The whole of a cell as a control; `text` begins `indent` points from its left edge.
fn control(ui: &egui::Ui, id: egui::Id, text: WidgetText, indent: f32) -> Response {
    let rect = ui.max_rect();
    let response = ui.interact(rect, id, Sense::click());
    if response.hovered() || response.has_focus() {
        let fill = ui.visuals().widgets.hovered.weak_bg_fill;
        ui.painter().rect_filled(rect, 3.0, fill);
    }
    // Columns begin to clip before they end, and a text that is cut says so by its ellipsis.
    let right = rect.right().min(ui.clip_rect().right());
    let room = (right - rect.left() - indent).max(0.0);
    let ink = ui.visuals().text_color();
    let galley = text.into_galley(ui, Some(TextWrapMode::Truncate), room, egui::TextStyle::Body);
    let at = egui::pos2(rect.left() + indent, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
    widgets::show_focus_ring(ui, &response);
    response
}

/// The name of a treaty, a link to it.
fn name(ui: &egui::Ui, frame: &Frame<'_>, treaty: TreatyId, commands: &mut Vec<Command>) {
    let name = describe::short(&frame.session.world.dataset.treaty(treaty).name);
    let text = RichText::new(name.as_ref()).color(theme::colour(frame.palette, Ink::Accent));
    let response = control(ui, egui::Id::unique(("matrix treaty", treaty)), text.into(), 0.0);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, name.as_ref()));
    if response.clicked() {
        commands.push(Command::Selection(SelectionCommand::GoTo(Selection::Treaty(treaty))));
    }
}

/// One cell: a dot and the name of the state, stronger where it changed. It leads to the event that decides it.
fn cell(
    ui: &egui::Ui,
    frame: &Frame<'_>,
    matrix: &LawMatrix,
    (treaty, party): (TreatyId, PartyId),
    answers: &mut StatusCache,
    commands: &mut Vec<Command>,
) {
    let ink = |ink| theme::colour(frame.palette, ink);
    let id = egui::Id::unique(("matrix cell", treaty, party));
    let (dataset, strings) = (&frame.session.world.dataset, frame.strings());
    let record = dataset.treaty(treaty);
    let accessible_name =
        |state: &str| (strings.law.cell)(&describe::short(&record.name), &dataset.party(party).short, state);
    let Some(cell) = matrix.cell(treaty, party) else {
        // What is not recorded is said in words: an empty cell would be read as “not a party”.
        let (words, help) = if dataset.is_outsider(treaty, party) {
            (strings.law.outsider, strings.law.outsider_help)
        } else {
            (strings.law.not_recorded, strings.law.no_record)
        };
        // A dash is read as “not a party”, which is so of a treaty of two others; in words it would fill most of the table.
        let shown = if dataset.is_outsider(treaty, party) { "–" } else { words };
        let text = RichText::new(shown).size(12.0).color(ink(Ink::Muted));
        let help = if shown == words { help.to_owned() } else { format!("{words}: {help}") };
        let response = control(ui, id, text.into(), 2.0).on_hover_text(help);
        let name = accessible_name(words);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
        if response.clicked() {
            commands.push(Command::Selection(SelectionCommand::GoTo(Selection::Treaty(treaty))));
        }
        return;
    };
    let state = (strings.terms.state)(cell.state, record.nature);
    let text = RichText::new(&state).size(12.0);
    let text = if cell.has_changed {
        text.font(theme::font(Font::Strong, 12.0)).color(ink(Ink::Accent))
    } else {
        text
    };
    let response = control(ui, id, text.into(), INDENT);
    let at = response.rect.left_center() + egui::vec2(6.0, 0.0);
    let dot = status_dot(Status::of_state(cell.state, record.nature), Pos { x: at.x, y: at.y });
    paint::paint_shapes(ui.painter(), egui::Vec2::ZERO, &[dot], frame.palette);
    let accessible_name = accessible_name(&state);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &accessible_name));
    let world = &frame.session.world;
    let response = response.on_hover_ui(|ui| {
        if let Some(answer) = answers.get(world, (treaty, party), matrix.day) {
            grounds(ui, frame, answer, (treaty, party), cell);
        }
    });
    if response.clicked() {
        let answer = answers.get(world, (treaty, party), matrix.day);
        let has_come = |&&ground: &&Ground| matrix.day.is_none_or(|day| dataset.day_of(ground) <= day);
        // The last event up to the day decides; without one the treaty itself has to do.
        let ground = answer.and_then(|answer| answer.grounds.iter().rfind(has_come).copied());
        let event = ground.and_then(Ground::event);
        commands.push(Command::Selection(SelectionCommand::GoTo(
            event.map_or(Selection::Treaty(treaty), Selection::Event),
        )));
        // A listed act has no mark of its own: it stands among those of the parties.
        if event.is_none() {
            commands.push(Command::Selection(SelectionCommand::ShowTab(DetailsTab::Parties)));
        }
    }
}

/// What a cell is based on.
fn grounds(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    answer: &LegalStatus,
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
    if let Some(extension) = answer.extension {
        let to = extension.to.map(strings.dates.day);
        muted(ui, (strings.law.extended)(to.as_deref()));
    }
    if !answer.grounds.is_empty() {
        ui.label(strings.law.based_on);
        for &ground in answer.grounds.iter().rev().take(5) {
            let what = match ground {
                Ground::Event(event) => describe::short(&dataset.event(event).title).into_owned(),
                Ground::Act(act) => {
                    (strings.law.listed_act)(strings.event_kind(dataset, dataset.act(act).kind))
                }
            };
            let date = match ground {
                Ground::Event(event) => (strings.dates.short)(dataset.event(event).date()),
                Ground::Act(act) => (strings.dates.short)(&dataset.act_date(act)),
            };
            muted(ui, format!("{date} · {what}"));
        }
    }
    for other in answer.alternatives.iter().take(3) {
        muted(ui, (strings.law.disputed)(&(strings.terms.state)(other.state, nature)));
    }
}
