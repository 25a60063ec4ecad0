//! The form of a record, in its place in the details panel: labels above fields, what is wrong below them.

use egui::{Key, Modifiers, RichText};

use crate::records::RecordList;
use crate::session::{Command, EditingCommand, Field, Input, PendingJob, RecordForm};
use crate::timeline::{Font, Ink};
use crate::ui::frame::Frame;
use crate::ui::theme;
use crate::ui::widgets::{muted, title};

use super::fields;

/// Shows the form in place of the details; the keys that end it as well.
pub(in crate::ui) fn show(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    form: &RecordForm,
    commands: &mut Vec<Command>,
) {
    title(ui, &heading(frame, form));
    if !form.others.is_empty() {
        muted(ui, frame, frame.strings().editing.together_help);
    }
    let is_new = ui.data_mut(|data| {
        let id = egui::Id::unique("record form that had the focus");
        let key = (form.list, form.id.clone(), form.first);
        let world = std::sync::Arc::as_ptr(&frame.session.world) as usize;
        // What was shown in the last frame.
        type Shown = (usize, (RecordList, Option<String>, Option<Field>));
        let last: Option<Shown> = data.get_temp(id);
        data.insert_temp(id, (world, key.clone()));
        last != Some((world, key))
    });
    // Where something is found wrong, the focus goes there.
    let wrong = ui.data_mut(|data| {
        let id = egui::Id::unique("problem of the record form that had the focus");
        let last: Option<Option<(Option<Field>, String)>> = data.get_temp(id);
        data.insert_temp(id, form.problem.clone());
        let (field, _) = form.problem.as_ref().filter(|_| last.as_ref() != Some(&form.problem))?;
        *field
    });
    let mut ended = None;
    for (index, spec) in form.fields().iter().enumerate() {
        let Some(response) = fields::show(ui, frame, form, spec, commands) else { continue };
        if spec.is_list() && response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
            ended = Some(EditingCommand::Apply);
        }
        if response.lost_focus() {
            if ui.input(|input| input.key_pressed(Key::Escape)) {
                ended = Some(EditingCommand::Cancel);
            } else if spec.input != Input::Text && ui.input(|input| input.key_pressed(Key::Enter)) {
                ended = Some(EditingCommand::Apply);
            }
        }
        let is_first = form.first.map_or(index == 0, |first| first == spec.field);
        if (is_new && is_first) || wrong == Some(spec.field) {
            response.request_focus();
        }
    }
    fields::problem(ui, frame, form, None);
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

/// What the form is of; of a new event the treaty too.
fn heading(frame: &Frame<'_>, form: &RecordForm) -> String {
    let (words, dataset) = (&frame.strings().editing, &frame.session.world.dataset);
    if !form.others.is_empty() {
        return (words.together_title)(form.others.len() + 1);
    }
    match (&form.id, dataset.find_treaty(form.before.get(Field::Treaty))) {
        (None, Some(treaty)) => (words.add_title)(&dataset.treaty(treaty).name),
        (None, None) => (words.new_title)(form.list).to_owned(),
        (Some(_), _) => (words.edit_title)(form.list).to_owned(),
    }
}

/// The last row: what deletes the record, and at the right what makes the change; or the question whether to lose it.
fn buttons(ui: &mut egui::Ui, frame: &Frame<'_>, form: &RecordForm, commands: &mut Vec<Command>) {
    let words = &frame.strings().editing;
    let is_pending = frame.session.editing.pending == Some(PendingJob::Edit);
    if form.asks_to_discard {
        ui.label(RichText::new(words.discard_question).font(theme::font(Font::Strong, 13.0)));
        ui.add_space(theme::GRID);
    }
    // No higher than the buttons: with all that is left of the panel they would stand in the middle of that.
    let size = egui::vec2(ui.available_width(), 28.0);
    ui.allocate_ui_with_layout(size, egui::Layout::right_to_left(egui::Align::Center), |ui| {
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
        let name = if is_pending { words.applying } else { first.name };
        let is_enabled = !is_pending && (form.asks_to_discard || form.is_changed() || form.id.is_none());
        let seen = |response: egui::Response| {
            if response.gained_focus() {
                response.scroll_to_me(None);
            }
            response
        };
        if seen(primary(ui, name, is_enabled)).on_hover_text(first.tooltip).clicked() {
            commands.push(Command::Editing(does_first));
        }
        if seen(second(ui, other.name)).on_hover_text(other.tooltip).clicked() {
            commands.push(Command::Editing(does_other));
        }
        let cannot_delete =
            form.asks_to_discard || form.list == RecordList::Dataset || !form.others.is_empty();
        if let (Some(id), false) = (&form.id, cannot_delete) {
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                let label = words.ask_to_delete;
                if seen(second(ui, label.name)).on_hover_text(label.tooltip).clicked() {
                    let ask = EditingCommand::AskToDelete(form.list, id.clone());
                    commands.push(Command::Editing(ask));
                }
            });
        }
    });
}
