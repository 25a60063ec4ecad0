//! The dialog in which a picture is chosen: the preview at the left, the choices at the right, the buttons below.

use egui::{Key, Layout, Margin, Modal, Modifiers, Panel, RichText, Role, UiBuilder};

use crate::session::{Action, Command, Overlay, PicturesCommand};
use crate::timeline::{Font, Ink};
use crate::ui::frame::{Frame, UiCache};
use crate::ui::theme;

use super::preview_cache::CachedPreview;
use super::{choices, preview};

/// The size of the dialog in a window that has room for it.
const SIZE: [f32; 2] = [1320.0, 820.0];
/// What stays free around it.
const AROUND: f32 = 32.0;
/// Width of the choices.
const CHOICES: f32 = 344.0;
/// Height of the preview where the dialog is too narrow for both.
const LOW_PREVIEW: f32 = 200.0;
/// A dialog narrower than this has the preview above the choices.
const NARROW: f32 = 640.0;
/// Height of the line with the title.
const TITLE: f32 = 44.0;
/// Height of the line with the buttons.
const BUTTONS: f32 = 52.0;

pub(in crate::ui) fn show(
    ui: &egui::Ui,
    frame: &Frame<'_>,
    cache: &mut UiCache,
    commands: &mut Vec<Command>,
) {
    if frame.session.overlay != Some(Overlay::Picture) {
        cache.pictures.close();
        return;
    }
    let window = ui.ctx().content_rect().size();
    let size = egui::vec2(SIZE[0].min(window.x - AROUND), SIZE[1].min(window.y - AROUND));
    let made = cache.pictures.sheets(frame.session, &cache.fonts);
    let title = frame.strings().pictures.title;
    let named = UiBuilder::new().accessibility_role(Role::Dialog).accessibility_label(title);
    let window_frame = egui::Frame::popup(ui.style()).inner_margin(0.0);
    let modal = Modal::new(egui::Id::unique("picture")).frame(window_frame);
    let shown = modal.show(ui.ctx(), |ui| {
        ui.set_width(size.x);
        ui.set_height(size.y);
        ui.scope_builder(named, |ui| dialog(ui, frame, cache, &made, commands));
    });
    let can_act = shown.is_top_modal && !shown.any_popup_open;
    if can_act && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        commands.push(Command::Do(Action::Escape));
    }
    // A button with the focus is pressed by Enter; without one, Enter saves.
    let has_focus = ui.memory(|memory| memory.focused().is_some());
    if can_act
        && made.sheets.is_ok()
        && !has_focus
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter))
    {
        commands.push(Command::Pictures(PicturesCommand::AskWhere));
    }
}

fn dialog(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    cache: &mut UiCache,
    made: &CachedPreview,
    commands: &mut Vec<Command>,
) {
    let whole = ui.available_rect_before_wrap();
    let margin = |y| theme::panel(Margin::symmetric(16, y));
    Panel::top("picture title").frame(margin(8)).resizable(false).exact_size(TITLE).show(ui, |ui| {
        let title = frame.strings().pictures.title;
        ui.label(RichText::new(title).font(theme::font(Font::Strong, 15.0)));
    });
    let mut middle = ui.available_rect_before_wrap();
    middle.max.y = (whole.bottom() - BUTTONS).max(middle.top());
    ui.scope_builder(UiBuilder::new().max_rect(middle), |ui| {
        ui.set_min_size(middle.size());
        if middle.width() < NARROW {
            let top = Panel::top("picture preview").frame(margin(0)).resizable(false);
            top.exact_size(LOW_PREVIEW.min(middle.height() / 2.0)).show(ui, |ui| {
                preview::show(ui, frame, &mut cache.pictures, &made.sheets);
            });
        } else {
            let side = Panel::left("picture preview").frame(margin(0)).resizable(false);
            side.exact_size(middle.width() - CHOICES).show(ui, |ui| {
                preview::show(ui, frame, &mut cache.pictures, &made.sheets);
            });
        }
        egui::CentralPanel::no_frame().show(ui, |ui| {
            margin(8).show(ui, |ui| choices::show(ui, frame, made.lanes, commands));
        });
    });
    let foot = egui::Rect::from_min_max(middle.left_bottom(), whole.max);
    ui.scope_builder(UiBuilder::new().max_rect(foot.shrink2(egui::vec2(16.0, 10.0))), |ui| {
        let stroke = ui.visuals().widgets.noninteractive.bg_stroke;
        ui.painter().hline(foot.x_range(), foot.top(), stroke);
        buttons(ui, frame, cache, made.sheets.is_ok(), commands);
    });
}

fn buttons(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    cache: &mut UiCache,
    can_save: bool,
    commands: &mut Vec<Command>,
) {
    let strings = frame.strings();
    let texts = &strings.pictures;
    ui.horizontal(|ui| {
        let copy = ui.add_enabled(can_save, egui::Button::new(texts.copy.name));
        if copy.on_hover_text(texts.copy.tooltip).clicked() {
            commands.push(Command::Pictures(PicturesCommand::Copy));
        }
        let link = Action::CopyViewLink.label(strings);
        if ui.button(link.name).on_hover_text(link.tooltip).clicked() {
            commands.push(Command::Pictures(PicturesCommand::CopyLink));
        }
        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
            let ink = |ink| theme::colour(frame.palette, ink);
            let name = RichText::new(texts.save.name).color(ink(Ink::Paper));
            let button = egui::Button::new(name).fill(ink(Ink::Accent));
            let save = ui.add_enabled(can_save, button).on_hover_text(texts.save.tooltip);
            if save.clicked() {
                commands.push(Command::Pictures(PicturesCommand::AskWhere));
            }
            let cancel = ui.button(texts.cancel.name).on_hover_text(texts.cancel.tooltip);
            if cancel.clicked() {
                commands.push(Command::Do(Action::Escape));
            }
            // Whatever had the keyboard before lies under the dialog, which is laid out once before it is shown.
            let pass = ui.ctx().cumulative_pass_nr();
            if pass <= *cache.pictures.opened.get_or_insert(pass) + 1 {
                if can_save { save } else { cancel }.request_focus();
            }
        });
    });
}
