//! The list of layers: each with its name, whether it is shown, its order, whether it stands behind the lanes, and a button
//! to remove it.

use egui::{Checkbox, Popup, PopupCloseBehavior, RichText, Role, Shape, Stroke, TextEdit, WidgetInfo};

use crate::diagnostics::{shown_name, shown_path};
use crate::session::{Action, Command, LayersCommand};
use crate::timeline::{Font, Ink, LayerSettings};
use crate::ui::frame::Frame;
use crate::ui::widgets::{ROOM_FOR_DISCLOSURE, disclosure_sign};
use crate::ui::{describe, theme};

/// Size of the texts, as of those of the filters beside.
const SIZE: f32 = 12.5;
/// Width of the list, in points.
const WIDTH: f32 = 430.0;
/// Width of the field with a name.
const NAME_WIDTH: f32 = 170.0;
/// Size of a button with an arrow.
const ARROW: egui::Vec2 = egui::vec2(24.0, 24.0);

/// The button that opens the list; none where there is one file.
pub(in crate::ui) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let layers = frame.session.view.arrangement.listed_layers();
    if layers.is_empty() {
        return;
    }
    let words = &frame.strings().layers;
    let label = (words.button)(layers.len());
    let text = RichText::new(format!("{label}{ROOM_FOR_DISCLOSURE}")).font(theme::font(Font::Text, SIZE));
    let response = ui.add(egui::Button::new(text));
    Popup::menu(&response)
        .id(egui::Id::unique("layers popup"))
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| list(ui, frame, &layers, commands));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    disclosure_sign(ui, &response);
    response.on_hover_text(words.help);
}

fn list(ui: &mut egui::Ui, frame: &Frame<'_>, layers: &[&LayerSettings], commands: &mut Vec<Command>) {
    ui.set_width(WIDTH.min(ui.ctx().content_rect().width() - 40.0));
    for (place, choice) in layers.iter().enumerate() {
        ui.push_id(choice.layer, |ui| {
            ui.horizontal_wrapped(|ui| {
                row(ui, frame, choice, (place > 0, place + 1 < layers.len()), commands);
            });
            file(ui, frame, choice, commands);
        });
        ui.separator();
    }
    let add = Action::AddToTimeline.label(frame.strings());
    if ui.button(add.name).on_hover_text(add.tooltip).clicked() {
        commands.push(Command::Do(Action::AddToTimeline));
        ui.close();
    }
}

fn row(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    choice: &LayerSettings,
    (can_rise, can_sink): (bool, bool),
    commands: &mut Vec<Command>,
) {
    let (words, layer) = (&frame.strings().layers, choice.layer);
    let short = describe::short(&choice.name);
    let mut is_shown = !choice.is_hidden;
    let tick = ui.add(Checkbox::without_text(&mut is_shown)).accessible_name((words.show)(&short));
    if tick.on_hover_text((words.show)(&short)).changed() {
        commands.push(Command::Layers(LayersCommand::Show(layer, is_shown)));
    }
    name(ui, frame, choice, commands);
    for (by, can, label) in [(-1, can_rise, words.move_up), (1, can_sink, words.move_down)] {
        let label = label(&short);
        let button = ui.add_enabled(can, egui::Button::new("").min_size(ARROW)).accessible_name(&*label);
        arrow(ui, &button, by as f32);
        if button.on_hover_text(label).clicked() {
            commands.push(Command::Layers(LayersCommand::Move(layer, by)));
        }
    }
    let mut is_background = choice.is_background;
    let tick = ui.checkbox(&mut is_background, words.behind).accessible_name((words.behind_of)(&short));
    if tick.on_hover_text(words.behind_help).changed() {
        commands.push(Command::Layers(LayersCommand::SetBackground(layer, is_background)));
    }
    let remove = ui.button(words.remove).accessible_name((words.remove_of)(&short));
    if remove.clicked() {
        commands.push(Command::Layers(LayersCommand::Remove(layer)));
    }
}

/// The name, which is changed once it is typed.
fn name(ui: &mut egui::Ui, frame: &Frame<'_>, choice: &LayerSettings, commands: &mut Vec<Command>) {
    let id = egui::Id::unique(("layer name", choice.layer));
    let typed: Option<String> = ui.data(|data| data.get_temp(id));
    let mut text = typed.unwrap_or_else(|| choice.name.to_string());
    let field = TextEdit::singleline(&mut text).id(id.with("field")).desired_width(NAME_WIDTH);
    let label = (frame.strings().layers.name_of)(&describe::short(&choice.name));
    let response = ui.add(field).accessible_name(label);
    if response.has_focus() {
        ui.data_mut(|data| data.insert_temp(id, text.clone()));
    }
    if response.lost_focus() {
        ui.data_mut(|data| data.remove::<String>(id));
        let is_given_up = ui.input(|input| input.key_pressed(egui::Key::Escape));
        if !is_given_up && text.trim() != &*choice.name {
            commands.push(Command::Layers(LayersCommand::Rename(choice.layer, text)));
        }
    }
}

/// The file of a layer, and the problems in it.
fn file(ui: &mut egui::Ui, frame: &Frame<'_>, choice: &LayerSettings, commands: &mut Vec<Command>) {
    let (session, words) = (frame.session, &frame.strings().layers);
    let world = session.world.file_of_layer(choice.layer);
    let report = &world.report;
    let count = report.errors + report.warnings;
    let problems = (count > 0).then(|| (frame.strings().files.problems)(report.errors, report.warnings));
    let name = shown_name(&world.name);
    let name = if world.is_in_memory() { format!("{name} ({})", words.no_file) } else { name };
    let text = RichText::new((words.file)(&name, problems.as_deref())).size(11.5);
    let path = world.path.as_deref().map(shown_path);
    let response = if problems.is_some() {
        let link = ui.link(text);
        if link.clicked() {
            commands.push(Command::Layers(LayersCommand::ShowProblems(choice.layer)));
        }
        link
    } else {
        ui.label(text.color(theme::colour(frame.palette, Ink::Muted)))
    };
    if let Some(path) = path {
        response.on_hover_text(path);
    }
}

/// A triangle that points up (-1) or down (1).
fn arrow(ui: &egui::Ui, button: &egui::Response, by: f32) {
    let ink = ui.style().interact(button).text_color();
    let ink = if button.enabled() { ink } else { ink.gamma_multiply(0.4) };
    let at = |x: f32, y: f32| button.rect.center() + egui::vec2(x, by * y);
    let points = vec![at(-4.0, -2.5), at(4.0, -2.5), at(0.0, 3.0)];
    ui.painter().add(Shape::convex_polygon(points, ink, Stroke::NONE));
}
