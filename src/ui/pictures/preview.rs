//! The preview of a picture, with the edges of its pages: the sheets that are written, painted small.

use egui::{Align2, Role, Sense, WidgetInfo, vec2};

use crate::diagnostics::WriteProblem;
use crate::language::sentence;
use crate::timeline::{Font, Ink, Pos, Shape, Sheets};
use crate::ui::frame::Frame;
use crate::ui::theme;
use crate::ui::view::paint::{paint_shapes, rect_at};

use super::preview_cache::PicturePreview;

/// Text smaller than this on the screen is not painted.
const MIN_TEXT: f32 = 1.6;
/// What stays free around a page.
const AROUND: f32 = 20.0;
/// Height of the line under the page.
const FOOT: f32 = 30.0;

/// Paints a page, and the buttons to the others.
pub(super) fn show(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    preview: &mut PicturePreview,
    sheets: &Result<Sheets, WriteProblem>,
) {
    let (rect, response) = {
        let has_warning = sheets.as_ref().is_ok_and(|sheets| sheets.smallest_font_size().is_some());
        let foot = if has_warning { 2.0 * FOOT } else { FOOT };
        let size = ui.available_size() - vec2(0.0, foot);
        ui.allocate_exact_size(size.max(vec2(10.0, 10.0)), Sense::hover())
    };
    ui.painter().rect_filled(rect, 0.0, theme::colour(frame.palette, Ink::Line).gamma_multiply(0.5));
    let texts = &frame.strings().pictures;
    let sheets = match sheets {
        Ok(sheets) => sheets,
        Err(why) => {
            let words = sentence(&frame.session.language().write_problem(why));
            response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &words));
            let font = theme::font(Font::Text, 14.0);
            let colour = theme::colour(frame.palette, Ink::End);
            let galley = ui.painter().layout(words, font, colour, rect.width() - 2.0 * AROUND);
            let at = rect.center() - galley.size() / 2.0;
            ui.painter().galley(at, galley, colour);
            return;
        }
    };
    let pages = sheets.sheets.len();
    preview.page = preview.page.min(pages.saturating_sub(1));
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, (texts.preview)(pages)));
    paint_sheet(ui, rect, AROUND, sheets, preview.page);
    if let Some(points) = sheets.smallest_font_size() {
        let words = egui::RichText::new((texts.smallest_font_size)(points));
        ui.label(words.size(12.0).color(theme::colour(frame.palette, Ink::End)));
    }
    if pages < 2 {
        return;
    }
    ui.horizontal_centered(|ui| {
        let room = (ui.available_width() - 200.0).max(0.0) / 2.0;
        ui.add_space(room);
        let (is_first, is_last) = (preview.page == 0, preview.page + 1 == pages);
        let button = |ui: &mut egui::Ui, sign: &str, label: crate::language::Label, is_on: bool| {
            let response = ui.add_enabled(is_on, egui::Button::new(sign));
            response.widget_info(|| WidgetInfo::labeled(Role::Button, is_on, label.name));
            response.on_hover_text(label.tooltip).clicked()
        };
        if button(ui, "‹", texts.previous_page, !is_first) {
            preview.page -= 1;
        }
        ui.label((texts.page_of)(preview.page + 1, pages));
        if button(ui, "›", texts.next_page, !is_last) {
            preview.page += 1;
        }
    });
}

/// Paints a page as large as it fits a part of the window, with so much free around it.
pub(super) fn paint_sheet(ui: &egui::Ui, rect: egui::Rect, around: f32, sheets: &Sheets, page: usize) {
    let Some(sheet) = sheets.sheets.get(page) else { return };
    let room = rect.shrink(around);
    let scale = (room.width() / sheet.size.width).min(room.height() / sheet.size.height).max(0.001);
    let size = vec2(sheet.size.width, sheet.size.height) * scale;
    let paper = Align2::CENTER_CENTER.align_size_within_rect(size, room);
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    if around > 0.0 {
        let shadow =
            egui::Shadow { offset: [0, 2], blur: 8, spread: 0, color: egui::Color32::from_black_alpha(70) };
        painter.add(shadow.as_shape(paper, 0.0));
    }
    painter.rect_filled(paper, 0.0, theme::colour(sheets.palette, Ink::Paper));
    let at = Pos { x: paper.left(), y: paper.top() };
    for part in &sheet.parts {
        for mut layer in part.layers(at, scale) {
            let clip = rect_at(egui::Pos2::ZERO, &layer.clip).intersect(painter.clip_rect());
            if !clip.is_positive() {
                continue;
            }
            layer.shapes.retain(|shape| !matches!(shape, Shape::Text { size, .. } if *size < MIN_TEXT));
            paint_shapes(&painter.with_clip_rect(clip), egui::Vec2::ZERO, &layer.shapes, sheets.palette);
        }
    }
}
