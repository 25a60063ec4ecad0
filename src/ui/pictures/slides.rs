//! The bookmarks in full screen, one by one, for whoever speaks to others: by keys, a clicker or a press anywhere.

use egui::accesskit::Live;
use egui::{EventFilter, Key, Modal, Modifiers, Role, Sense, UiBuilder, ViewportCommand, WidgetInfo, vec2};

use crate::diagnostics::WriteProblem;
use crate::language::Label;
use crate::session::{Action, Command, Overlay};
use crate::timeline::{Ink, Sheets};
use crate::ui::frame::{Frame, UiCache};
use crate::ui::theme;

use super::preview::paint_sheet;

/// Keys to the next step: those of a clicker too.
const NEXT: [Key; 3] = [Key::PageDown, Key::ArrowRight, Key::ArrowDown];
/// Keys to the step before.
const PREVIOUS: [Key; 4] = [Key::PageUp, Key::ArrowLeft, Key::ArrowUp, Key::Backspace];
/// Keys to the next step, unless a button has the focus.
const NEXT_UNFOCUSED: [Key; 2] = [Key::Space, Key::Enter];
/// The room of the buttons at the lower edge.
const FOOT: f32 = 36.0;

pub(in crate::ui) fn show(
    ui: &egui::Ui,
    frame: &Frame<'_>,
    cache: &mut UiCache,
    commands: &mut Vec<Command>,
) {
    let ctx = ui.ctx();
    if frame.session.overlay != Some(Overlay::Slides) {
        let shown = std::mem::take(&mut cache.slides);
        if shown.was_full_screen == Some(false) {
            ctx.send_viewport_cmd(ViewportCommand::Fullscreen(false));
        }
        return;
    }
    if cache.slides.was_full_screen.is_none() {
        let is_full_screen = ctx.input(|input| input.viewport().fullscreen) == Some(true);
        cache.slides.was_full_screen = Some(is_full_screen);
        ctx.send_viewport_cmd(ViewportCommand::Fullscreen(true));
        // What had the keyboard lies under the step.
        ctx.memory_mut(|memory| {
            if let Some(id) = memory.focused() {
                memory.surrender_focus(id);
            }
        });
    }
    let sheets = cache.slides.sheets(frame.session, ctx.theme() == egui::Theme::Dark, &cache.fonts);
    let last = sheets.as_ref().as_ref().map_or(0, |sheets| sheets.sheets.len().saturating_sub(1));
    let page = &mut cache.slides.page;
    read_keys(ctx, page, last, commands);
    *page = (*page).min(last);
    let size = ctx.content_rect().size();
    let paper = sheets.as_ref().as_ref().map_or(frame.palette, |sheets| sheets.palette);
    let paper = theme::colour(paper, Ink::Paper);
    let modal = Modal::new(egui::Id::unique("slides")).frame(egui::Frame::NONE).backdrop_color(paper);
    modal.show(ctx, |ui| {
        ui.set_width(size.x);
        ui.set_height(size.y);
        let name = Action::PresentBookmarks.label(frame.strings()).name;
        let named = UiBuilder::new().accessibility_role(Role::Dialog).accessibility_label(name);
        ui.scope_builder(named, |ui| one(ui, frame, &sheets, page, last, commands));
    });
}

fn read_keys(ctx: &egui::Context, page: &mut usize, last: usize, commands: &mut Vec<Command>) {
    let has_focus = ctx.memory(|memory| memory.focused().is_some());
    let pressed = |key: &Key| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, *key));
    if NEXT.iter().any(pressed) || (!has_focus && NEXT_UNFOCUSED.iter().any(pressed)) {
        *page = (*page + 1).min(last);
    }
    if PREVIOUS.iter().any(pressed) {
        *page = page.saturating_sub(1);
    }
    if pressed(&Key::Home) {
        *page = 0;
    }
    if pressed(&Key::End) {
        *page = last;
    }
    // The key that began it ends it too, as some clickers have it.
    let is_ended = ctx.input_mut(|input| {
        input.consume_key(Modifiers::NONE, Key::Escape) || input.consume_key(Modifiers::SHIFT, Key::F5)
    });
    if is_ended {
        commands.push(Command::Do(Action::Escape));
    }
}

fn one(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    sheets: &Result<Sheets, WriteProblem>,
    page: &mut usize,
    last: usize,
    commands: &mut Vec<Command>,
) {
    let texts = &frame.strings().pictures;
    let (rect, response) = ui.allocate_exact_size(ui.available_size(), Sense::click());
    let words = match sheets {
        Ok(sheets) => {
            paint_sheet(ui, rect, 0.0, sheets, *page);
            let texts_of = sheets.sheets.get(*page).map(|sheet| sheet.words().join(" "));
            format!("{}. {}", (texts.slide_of)(*page + 1, last + 1), texts_of.unwrap_or_default())
        }
        Err(why) => {
            let words = crate::language::sentence(&frame.session.language().write_problem(why));
            let colour = theme::colour(frame.palette, Ink::End);
            let font = theme::font(crate::timeline::Font::Text, 20.0);
            ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, &words, font, colour);
            words
        }
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &words));
    // Another step is read out when it appears.
    let _live = ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
    if response.clicked() {
        *page = (*page + 1).min(last);
    }
    let foot = egui::Rect::from_min_max(rect.left_bottom() - vec2(0.0, FOOT), rect.max);
    ui.scope_builder(UiBuilder::new().max_rect(foot.shrink2(vec2(12.0, 4.0))), |ui| {
        ui.horizontal_centered(|ui| {
            let mut button = |sign: &str, label: Label, is_on: bool| {
                let button = egui::Button::new(egui::RichText::new(sign).size(18.0));
                let button = button.frame_when_inactive(false).min_size(vec2(28.0, 28.0));
                let response = ui.add_enabled(is_on, button);
                response.widget_info(|| WidgetInfo::labeled(Role::Button, is_on, label.name));
                if response.has_focus() {
                    let arrows = EventFilter {
                        horizontal_arrows: true,
                        vertical_arrows: true,
                        escape: true,
                        ..EventFilter::default()
                    };
                    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
                }
                response.on_hover_text(label.tooltip).clicked()
            };
            if button("×", texts.leave_slides, true) {
                commands.push(Command::Do(Action::Escape));
            }
            if button("‹", texts.previous_slide, *page > 0) {
                *page = page.saturating_sub(1);
            }
            if button("›", texts.next_slide, *page < last) {
                *page = (*page + 1).min(last);
            }
        });
    });
}
