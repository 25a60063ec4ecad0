//! What a file says of an item beside the fields of treaty law: tags, confidence, a page, an image, columns of its own.

use std::sync::Arc;

use egui::{Sense, Stroke, vec2};

use crate::domain::{Confidence, Event, EventId, NamedText};
use crate::session::{Command, Facet, FilterCommand, Image, SelectionCommand, WindowCommand};
use crate::timeline::Ink;
use crate::ui::frame::Frame;
use crate::ui::widgets::{heading, muted};
use crate::ui::{describe, theme};

use super::source_list::is_address;

/// Side of the sign of confidence, in points.
const SIGN: f32 = 9.0;

/// How well an event is attested: a sign and words. A full disc is confirmed, a half-filled ring rests on one source, a
/// dashed ring is unverified.
pub(super) fn confidence(ui: &mut egui::Ui, frame: &Frame<'_>, confidence: Confidence) {
    let ink = theme::colour(frame.palette, Ink::Muted);
    let (rect, _) = ui.allocate_exact_size(vec2(SIGN + 2.0, SIGN), Sense::empty());
    let (at, radius, stroke) = (rect.center(), SIGN / 2.0 - 1.0, Stroke::new(1.2, ink));
    let painter = ui.painter();
    let corner = |step: i32| {
        let angle = std::f32::consts::TAU * step as f32 / 12.0;
        at + radius * vec2(angle.cos(), angle.sin())
    };
    match confidence {
        Confidence::Confirmed => {
            painter.circle_filled(at, radius, ink);
        }
        Confidence::SingleSource => {
            painter.circle_stroke(at, radius, stroke);
            // From the right over the foot to the left.
            let half = (0..=6).map(corner).collect();
            painter.add(egui::Shape::convex_polygon(half, ink, Stroke::NONE));
        }
        Confidence::Unverified => {
            for step in (0..12).step_by(2) {
                painter.line_segment([corner(step), corner(step + 1)], stroke);
            }
        }
    }
    muted(ui, frame, (frame.strings().selection.confidence)(confidence));
}

/// Links to the page and the image of an event. An image without a file to be found beside is named only.
pub(super) fn links(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    id: EventId,
    event: &Event,
    commands: &mut Vec<Command>,
) {
    let strings = &frame.strings().selection;
    ui.horizontal_wrapped(|ui| {
        if is_address(&event.url) {
            if ui.link(strings.open_page).on_hover_text(&*event.url).clicked() {
                commands.push(Command::Window(WindowCommand::OpenAddress(event.url.to_string())));
            }
        } else if !event.url.is_empty() {
            muted(ui, frame, &*describe::short(&event.url));
        }
        if !event.image.is_empty() && frame.session.world.path_of_event(id).is_some() {
            if ui.link(strings.open_picture).on_hover_text(&*event.image).clicked() {
                commands.push(Command::Window(WindowCommand::OpenPicture(id)));
            }
        } else if !event.image.is_empty() {
            muted(ui, frame, &*describe::short(&event.image));
        }
    });
}

/// Height of the image of an event, at most, in points.
const MAX_PICTURE_HEIGHT: f32 = 240.0;

/// The image of an event, as soon as it is read; until then, and where it cannot be shown, a line that says so.
pub(super) fn image(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    id: EventId,
    event: &Event,
    commands: &mut Vec<Command>,
) {
    let strings = &frame.strings().selection;
    if event.image.is_empty() || frame.session.world.path.is_none() {
        return;
    }
    match frame.session.image_of(id).map(|image| &image.image) {
        None => commands.push(Command::Selection(SelectionCommand::AskForPicture(id))),
        Some(None) => muted(ui, frame, strings.picture_loading),
        Some(Some(Err(problem))) => muted(ui, frame, (strings.picture_problem)(*problem)),
        Some(Some(Ok(image))) => {
            ui.add_space(theme::GRID);
            let texture = texture_of(ui.ctx(), image);
            let room = vec2(ui.available_width(), MAX_PICTURE_HEIGHT);
            let natural = vec2(image.width as f32, image.height as f32) / ui.ctx().pixels_per_point();
            let scale = (room / natural).min_elem().min(1.0);
            let image = egui::Image::new((texture.id(), natural * scale));
            ui.add(image.alt_text((strings.picture)(&event.title)));
        }
    }
}

/// The image on the graphics card. The last one stays there.
fn texture_of(ctx: &egui::Context, image: &Arc<Image>) -> egui::TextureHandle {
    let id = egui::Id::unique("image of an event");
    let kept: Option<(Arc<Image>, egui::TextureHandle)> = ctx.data(|data| data.get_temp(id));
    if let Some((_, texture)) = kept.filter(|(kept, _)| Arc::ptr_eq(kept, image)) {
        return texture;
    }
    let pixels = egui::ColorImage::from_rgba_premultiplied([image.width, image.height], &image.rgba);
    let texture = ctx.load_texture("image of an event", pixels, egui::TextureOptions::LINEAR);
    ctx.data_mut(|data| data.insert_temp(id, (Arc::clone(image), texture.clone())));
    texture
}

/// The tags of an event; a click on one filters by it.
pub(super) fn tags(ui: &mut egui::Ui, frame: &Frame<'_>, event: &Event, commands: &mut Vec<Command>) {
    if event.tags.is_empty() {
        return;
    }
    let strings = frame.strings();
    heading(ui, frame, strings.selection.tags);
    ui.horizontal_wrapped(|ui| {
        for &tag in &event.tags {
            let name = describe::short(frame.session.world.dataset.tag(tag));
            let help = (strings.filter.only)(&name);
            if ui.link(&*name).on_hover_text(help).clicked() {
                let filter = frame.session.filter.active.with_only(Facet::Tag(tag));
                commands.push(Command::Filter(FilterCommand::Set(filter)));
            }
        }
    });
}

/// What the file says in columns of its own, a line for each.
pub(super) fn rows(ui: &mut egui::Ui, frame: &Frame<'_>, fields: &[NamedText]) {
    if fields.is_empty() {
        return;
    }
    let strings = &frame.strings().selection;
    heading(ui, frame, strings.own_fields);
    for field in fields {
        ui.label((strings.own_field)(&field.name, &field.text));
    }
}
