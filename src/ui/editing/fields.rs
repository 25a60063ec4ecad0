//! A field of the form: its label above it, and what there is to say below it.

use egui::text_selection::CCursorRange;
use egui::{RichText, TextEdit, WidgetInfo};

use crate::session::{Command, EditingCommand, Field, FieldSpec, Input, Offer, RecordForm, Tone};
use crate::timeline::{Font, Ink};
use crate::ui::frame::Frame;
use crate::ui::{describe, theme};

/// Text size of labels and of what stands below a field.
const SMALL: f32 = 12.0;
/// Height of a list of choices, in points.
const MENU_HEIGHT: f32 = 320.0;
/// Number of lines of a field for text of several lines.
const LINES: usize = 4;

/// The id of a field.
fn id_of(form: &RecordForm, field: Field) -> egui::Id {
    egui::Id::unique(("record form", form.list, field as u8))
}

/// The label above a field; while the field is empty and must not be, this is said beside it.
fn label(ui: &mut egui::Ui, frame: &Frame<'_>, form: &RecordForm, spec: &FieldSpec) {
    ui.add_space(2.0 * theme::GRID);
    let label = spec.label(&frame.strings().editing);
    let text = RichText::new(label.name).font(theme::font(Font::Strong, SMALL));
    ui.horizontal(|ui| {
        ui.add(egui::Label::new(text).selectable(false)).on_hover_text(label.tooltip);
        if spec.is_required && form.now.get(spec.field).is_empty() {
            let required = RichText::new(frame.strings().editing.required).size(SMALL);
            let muted = theme::colour(frame.palette, Ink::Muted);
            ui.add(egui::Label::new(required.color(muted)).selectable(false));
        }
    });
}

/// A line below a field.
fn below(ui: &mut egui::Ui, frame: &Frame<'_>, text: &str, ink: Ink) {
    let text = RichText::new(text).size(SMALL).color(theme::colour(frame.palette, ink));
    ui.add(egui::Label::new(text).wrap());
}

/// What is wrong with a field, below it, or with the whole; whether anything is.
pub(super) fn problem(ui: &mut egui::Ui, frame: &Frame<'_>, form: &RecordForm, field: Option<Field>) -> bool {
    match &form.problem {
        Some((at, problem)) if *at == field => {
            below(ui, frame, problem, Ink::End);
            true
        }
        _ => false,
    }
}

/// A field with its label, what there is to say of it, and what completes it; the response of a field for text.
pub(super) fn show(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    form: &RecordForm,
    spec: &FieldSpec,
    commands: &mut Vec<Command>,
) -> Option<egui::Response> {
    label(ui, frame, form, spec);
    let response = if spec.input == Input::Choice {
        choices(ui, frame, form, spec, commands);
        None
    } else {
        Some(text(ui, frame, form, spec, commands))
    };
    if !problem(ui, frame, form, Some(spec.field))
        && let Some((said, tone)) = frame.session.field_message(form, spec)
    {
        let ink = match tone {
            Tone::Plain => Ink::Muted,
            Tone::Doubtful => Ink::Suspended,
            Tone::Wrong => Ink::End,
        };
        below(ui, frame, &said, ink);
    }
    if let Some((field, offers)) = &form.offers
        && *field == spec.field
    {
        for offer in offers {
            show_offer(ui, frame, id_of(form, spec.field), spec, offer, commands);
        }
    }
    response
}

/// A field for text, of one line or of several.
fn text(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    form: &RecordForm,
    spec: &FieldSpec,
    commands: &mut Vec<Command>,
) -> egui::Response {
    let words = &frame.strings().editing;
    let (label, before) = (spec.label(words), form.now.get(spec.field));
    let mut typed = before.to_owned();
    let is_long = spec.input == Input::Text;
    let edit = if is_long {
        TextEdit::multiline(&mut typed)
    } else if spec.is_list() {
        // All of the names are seen; Enter makes the change as in other fields.
        TextEdit::multiline(&mut typed).return_key(None)
    } else {
        TextEdit::singleline(&mut typed)
    };
    let edit = edit
        .id(id_of(form, spec.field))
        .hint_text(if spec.input == Input::Date { words.date_hint } else { "" })
        .desired_rows(if is_long { LINES } else { 1 })
        .margin(egui::Margin::symmetric(8, 6))
        .desired_width(f32::INFINITY);
    let response = ui.add(edit);
    response.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, before, &typed, label.name);
        info.label = Some(label.name.to_owned());
        info
    });
    if spec.is_required {
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_required());
    }
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if typed != before {
        commands.push(Command::Editing(EditingCommand::Type(spec.field, typed)));
    }
    response
}

/// A name that completes a field. The focus goes back to the field, behind the name.
fn show_offer(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    id: egui::Id,
    spec: &FieldSpec,
    offer: &Offer,
    commands: &mut Vec<Command>,
) {
    let shown = match &*offer.about {
        "" => describe::first_words(&offer.name, 60),
        about => format!("{} · {about}", describe::first_words(&offer.name, 60)),
    };
    let button = egui::Button::new(shown).frame_when_inactive(false).truncate();
    let response = ui.add(button.min_size(egui::vec2(ui.available_width(), 24.0)).right_text(""));
    let name = (frame.strings().editing.use_name)(&offer.name);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
    if response.clicked() {
        commands.push(Command::Editing(EditingCommand::Type(spec.field, offer.text.clone())));
        let end = egui::text::CCursor::new(offer.text.chars().count());
        let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
        state.cursor.set_char_range(Some(CCursorRange::one(end)));
        TextEdit::store_state(ui.ctx(), id, state);
        ui.memory_mut(|memory| memory.request_focus(id));
    }
}

/// A list of choices.
fn choices(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    form: &RecordForm,
    spec: &FieldSpec,
    commands: &mut Vec<Command>,
) {
    let session = frame.session;
    let name = spec.label(&frame.strings().editing).name;
    let now = form.now.get(spec.field);
    let chosen = session.choice_name(form.list, spec.field, now);
    let combo = egui::ComboBox::from_id_salt(("record form", form.list, spec.field as u8))
        .selected_text(describe::short(&chosen))
        .width(ui.available_width())
        .height(MENU_HEIGHT)
        .truncate();
    let shown = combo.show_ui(ui, |ui| {
        let mut value = None;
        for (key, name) in session.choices(form.list, spec.field) {
            if ui.selectable_label(key == now, describe::short(&name)).clicked() {
                value = Some(key);
            }
        }
        value
    });
    shown.response.widget_info(|| {
        let mut info = WidgetInfo::labeled(egui::Role::ComboBox, true, name);
        info.current_text_value = Some(chosen.clone());
        info
    });
    if let Some(value) = shown.inner.flatten() {
        commands.push(Command::Editing(EditingCommand::Type(spec.field, value)));
    }
}
