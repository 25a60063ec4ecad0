//! The form of an event, in its place in the details panel: labels above fields, what is wrong below them.

use egui::{Key, Modifiers, RichText, WidgetInfo};

use crate::domain::{EventKind, TreatyId};
use crate::session::{Action, Command, EditingCommand, EventForm, Field, UnderWay};
use crate::timeline::{Face, Ink};
use crate::ui::frame::Frame;
use crate::ui::widgets::title;
use crate::ui::{describe, theme};

use super::fields::{below, label, label_of, problem, text};

/// Height of a list of choices, in points.
const MENU_HEIGHT: f32 = 320.0;

/// The button that opens the form of the selected event.
pub(in crate::ui) fn button(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let label = frame.strings().editing.edit;
    let response = ui.add(egui::Button::new(format!("\u{2003} {}", label.name)));
    response
        .widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, frame.strings().editing.edit_title));
    pencil(
        ui,
        response.rect.left_center() + egui::vec2(17.0, 0.0),
        ui.style().interact(&response).text_color(),
    );
    if response.on_hover_text(label.tooltip).clicked() {
        commands.push(Command::Do(Action::EditEvent));
    }
}

/// A pencil around a point.
fn pencil(ui: &egui::Ui, middle: egui::Pos2, ink: egui::Color32) {
    let stroke = egui::Stroke::new(1.2, ink);
    let at = |x: f32, y: f32| middle + egui::vec2(x, y);
    let body = vec![at(2.5, -5.0), at(5.0, -2.5), at(-2.5, 5.0), at(-5.5, 5.5), at(-5.0, 2.5)];
    ui.painter().add(egui::Shape::closed_line(body, stroke));
    ui.painter().line_segment([at(0.7, -3.2), at(3.2, -0.7)], stroke);
}

/// Shows the form in place of the details; the keys that end it as well.
pub(in crate::ui) fn show(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    form: &EventForm,
    commands: &mut Vec<Command>,
) {
    let strings = frame.strings();
    let dataset = &frame.session.world.dataset;
    let words = &strings.editing;
    match (&form.event, dataset.find_treaty(&form.before.treaty)) {
        (None, Some(treaty)) => title(ui, &(words.add_title)(&dataset.treaty(treaty).name)),
        _ => title(ui, words.edit_title),
    }
    let is_new = ui.data_mut(|data| {
        let id = egui::Id::unique("event form that had the focus");
        let key = form.event.clone().unwrap_or_default();
        let world = std::sync::Arc::as_ptr(&frame.session.world) as usize;
        let last: Option<(usize, String)> = data.get_temp(id);
        data.insert_temp(id, (world, key.clone()));
        last != Some((world, key))
    });
    let mut ended = None;
    let mut note_end = |ui: &egui::Ui, response: &egui::Response, is_one_line: bool| {
        if response.lost_focus() {
            if ui.input(|input| input.key_pressed(Key::Escape)) {
                ended = Some(EditingCommand::Cancel);
            } else if is_one_line && ui.input(|input| input.key_pressed(Key::Enter)) {
                ended = Some(EditingCommand::Apply);
            }
        }
    };
    let date = text(ui, frame, Field::Date, &form.now.date, 1, commands);
    note_end(ui, &date, true);
    if is_new {
        date.request_focus();
    }
    if !problem(ui, frame, form, Some(Field::Date)) {
        match form.date() {
            Some(Ok(date)) => {
                let said = (words.will_draw)(&(strings.dates.date)(&date), &(strings.dates.precision)(&date));
                below(ui, frame, &said, Ink::Muted);
            }
            Some(Err(why)) => {
                below(ui, frame, &(strings.dates.problem)(form.now.date.trim(), why), Ink::End);
            }
            None => {}
        }
    }
    kind(ui, frame, form, commands);
    treaty(ui, frame, form, commands);
    let named = text(ui, frame, Field::Title, &form.now.title, 1, commands);
    note_end(ui, &named, true);
    problem(ui, frame, form, Some(Field::Title));
    let summary = text(ui, frame, Field::Summary, &form.now.summary, 4, commands);
    note_end(ui, &summary, false);
    source(ui, frame, form, &mut note_end, commands);
    let note = text(ui, frame, Field::Note, &form.now.note, 1, commands);
    note_end(ui, &note, true);
    problem(ui, frame, form, None);
    ui.add_space(4.0 * theme::GRID);
    buttons(ui, frame, form, commands);
    // From a field of several lines the form is ended with Ctrl.
    if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter)) {
        ended = Some(EditingCommand::Apply);
    }
    if !form.asks_to_discard {
        commands.extend(ended.map(Command::Editing));
    }
    ui.add_space(4.0 * theme::GRID);
}

/// The last row: cancel, and at the right what makes the change; or the question whether to lose it.
fn buttons(ui: &mut egui::Ui, frame: &Frame<'_>, form: &EventForm, commands: &mut Vec<Command>) {
    let words = &frame.strings().editing;
    let is_under_way = frame.session.editing.under_way == Some(UnderWay::Edit);
    if form.asks_to_discard {
        ui.label(RichText::new(words.discard_question).font(theme::font(Face::Strong, 13.0)));
        ui.add_space(theme::GRID);
    }
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        let primary = |ui: &mut egui::Ui, text: &str, is_enabled: bool| {
            let accent = theme::colour(frame.palette, Ink::Accent);
            let text = RichText::new(text).color(theme::colour(frame.palette, Ink::Paper));
            let button = egui::Button::new(text).fill(accent).min_size(egui::vec2(88.0, 28.0));
            ui.add_enabled(is_enabled, button)
        };
        let second =
            |ui: &mut egui::Ui, text: &str| ui.add(egui::Button::new(text).min_size(egui::vec2(72.0, 28.0)));
        let pairs = if form.asks_to_discard {
            [(words.go_on, EditingCommand::GoOn), (words.discard, EditingCommand::Discard)]
        } else {
            [(words.apply, EditingCommand::Apply), (words.cancel, EditingCommand::Cancel)]
        };
        let [(first, does_first), (other, does_other)] = pairs;
        let name = if is_under_way { words.applying } else { first.name };
        let is_enabled = !is_under_way && (form.asks_to_discard || form.is_changed() || form.event.is_none());
        if primary(ui, name, is_enabled).on_hover_text(first.tooltip).clicked() {
            commands.push(Command::Editing(does_first));
        }
        if second(ui, other.name).on_hover_text(other.tooltip).clicked() {
            commands.push(Command::Editing(does_other));
        }
    });
}

/// A list of choices with a label above it.
fn choices(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    field: Field,
    chosen: &str,
    list: impl FnOnce(&mut egui::Ui) -> Option<String>,
    commands: &mut Vec<Command>,
) {
    label(ui, frame, field);
    let name = label_of(frame.strings(), field).name;
    let combo = egui::ComboBox::from_id_salt(("event form", name))
        .selected_text(chosen)
        .width(ui.available_width())
        .height(MENU_HEIGHT)
        .truncate();
    let shown = combo.show_ui(ui, list);
    shown.response.widget_info(|| {
        let mut info = WidgetInfo::labeled(egui::Role::ComboBox, true, name);
        info.current_text_value = Some(chosen.to_owned());
        info
    });
    if let Some(value) = shown.inner.flatten() {
        commands.push(Command::Editing(EditingCommand::Type(field, value)));
    }
}

fn kind(ui: &mut egui::Ui, frame: &Frame<'_>, form: &EventForm, commands: &mut Vec<Command>) {
    let strings = frame.strings();
    let dataset = &frame.session.world.dataset;
    let name = |key: &str| {
        EventKind::from_key(key)
            .map_or_else(|| key.to_owned(), |kind| (strings.terms.event_kind)(kind).to_owned())
    };
    let now = &form.now.kind;
    let list = |ui: &mut egui::Ui| {
        let mut chosen = None;
        let keys = EventKind::ALL.iter().map(|kind| kind.key());
        for key in keys.chain(dataset.own_types().iter().map(|own| &**own)) {
            if ui.selectable_label(key == now, name(key)).clicked() {
                chosen = Some(key.to_owned());
            }
        }
        chosen
    };
    choices(ui, frame, Field::Kind, &name(now), list, commands);
    problem(ui, frame, form, Some(Field::Kind));
}

fn treaty(ui: &mut egui::Ui, frame: &Frame<'_>, form: &EventForm, commands: &mut Vec<Command>) {
    let dataset = &frame.session.world.dataset;
    let now = &*form.now.treaty;
    let chosen = dataset.find_treaty(now).map(|id| describe::short(&dataset.treaty(id).name).into_owned());
    let list = |ui: &mut egui::Ui| {
        let mut chosen = None;
        for id in (0..dataset.treaties().len()).map(TreatyId::new) {
            let treaty = dataset.treaty(id);
            if ui.selectable_label(*treaty.key == *now, describe::short(&treaty.name)).clicked() {
                chosen = Some(treaty.key.to_string());
            }
        }
        chosen
    };
    choices(ui, frame, Field::Treaty, chosen.as_deref().unwrap_or_default(), list, commands);
    problem(ui, frame, form, Some(Field::Treaty));
}

/// The source, with the known ones that what is typed may mean.
fn source(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    form: &EventForm,
    note_end: &mut impl FnMut(&egui::Ui, &egui::Response, bool),
    commands: &mut Vec<Command>,
) {
    let (session, words) = (frame.session, &frame.strings().editing);
    let typed = &form.now.source;
    let response = text(ui, frame, Field::Source, typed, 1, commands);
    note_end(ui, &response, true);
    if problem(ui, frame, form, Some(Field::Source)) {
    } else if typed.trim().is_empty() {
        below(ui, frame, words.unsourced, Ink::Suspended);
    } else if session.is_new_source(typed) {
        below(ui, frame, words.new_source, Ink::Muted);
    }
    if *typed == form.before.source {
        return;
    }
    let found = session.sources_for(typed);
    if found.iter().any(|(_, text)| text == typed) {
        return;
    }
    for (id, text) in found {
        let source = &session.world.dataset.source(id);
        let name = match &*source.publisher {
            "" => describe::first_words(&source.title, 60),
            publisher => format!("{} · {publisher}", describe::first_words(&source.title, 60)),
        };
        let button = egui::Button::new(name).frame_when_inactive(false).truncate();
        let response = ui.add(button.min_size(egui::vec2(ui.available_width(), 24.0)).right_text(""));
        response
            .widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, (words.use_source)(&source.title)));
        if response.clicked() {
            commands.push(Command::Editing(EditingCommand::Type(Field::Source, text)));
        }
    }
}
