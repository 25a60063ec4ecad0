//! A field of the form: its label above it, and what there is to say below it.

use egui::{RichText, TextEdit, WidgetInfo};

use crate::language::{Label, Strings};
use crate::session::{Command, EditingCommand, EventForm, Field};
use crate::timeline::{Face, Ink};
use crate::ui::frame::Frame;
use crate::ui::theme;

/// Text size of labels and of what stands below a field.
const SMALL: f32 = 12.0;

/// The label of a field.
pub(super) fn label_of(strings: &Strings, field: Field) -> Label {
    let words = &strings.editing;
    match field {
        Field::Date => words.date,
        Field::Kind => words.kind,
        Field::Treaty => words.treaty,
        Field::Title => words.title,
        Field::Summary => words.summary,
        Field::Source => words.source,
        Field::Note => words.note,
    }
}

/// The label above a field.
pub(super) fn label(ui: &mut egui::Ui, frame: &Frame<'_>, field: Field) {
    ui.add_space(2.0 * theme::GRID);
    let label = label_of(frame.strings(), field);
    let text = RichText::new(label.name).font(theme::font(Face::Strong, SMALL));
    ui.add(egui::Label::new(text).selectable(false)).on_hover_text(label.tooltip);
}

/// A line below a field.
pub(super) fn below(ui: &mut egui::Ui, frame: &Frame<'_>, text: &str, ink: Ink) {
    let text = RichText::new(text).size(SMALL).color(theme::colour(frame.palette, ink));
    ui.add(egui::Label::new(text).wrap());
}

/// What is wrong with a field, below it; whether anything is.
pub(super) fn problem(ui: &mut egui::Ui, frame: &Frame<'_>, form: &EventForm, field: Option<Field>) -> bool {
    match &form.problem {
        Some((at, problem)) if *at == field => {
            below(ui, frame, problem, Ink::End);
            true
        }
        _ => false,
    }
}

/// A field for text, of one line or of several.
pub(super) fn text(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    field: Field,
    text: &str,
    rows: usize,
    commands: &mut Vec<Command>,
) -> egui::Response {
    label(ui, frame, field);
    let label = label_of(frame.strings(), field);
    let mut typed = text.to_owned();
    let edit = if rows == 1 { TextEdit::singleline(&mut typed) } else { TextEdit::multiline(&mut typed) };
    let hint = if field == Field::Date { frame.strings().editing.date_hint } else { "" };
    let edit = edit
        .id(egui::Id::unique(("event form", label.name)))
        .hint_text(hint)
        .desired_rows(rows)
        .margin(egui::Margin::symmetric(8, 6))
        .desired_width(f32::INFINITY);
    let response = ui.add(edit);
    response.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, text, &typed, label.name);
        info.label = Some(label.name.to_owned());
        info
    });
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if typed != text {
        commands.push(Command::Editing(EditingCommand::Type(field, typed)));
    }
    response
}
