//! A button that shows what is chosen and opens a menu of what else there is, by pointer and by keys.

use egui::containers::menu::{MenuButton, MenuConfig};
use egui::{PopupCloseBehavior, Role, ScrollArea, WidgetInfo};

use crate::timeline::Font;
use crate::ui::theme;
use crate::ui::widgets::{ROOM_FOR_DISCLOSURE, button_width, disclosure_sign};

/// Height of a menu that has room.
const MAX_HEIGHT: f32 = 380.0;
/// How wide a menu is at least and at most; between them as wide as its longest entry.
const WIDTHS: [f32; 2] = [140.0, 560.0];

/// The last pass in which a menu was shown, and that in which it was opened.
#[derive(Clone, Copy, Default)]
struct Shown {
    last: u64,
    opened: u64,
}

/// An entry of a menu: what is chosen by it, and its name.
pub(super) struct Entry<T> {
    pub(super) name: String,
    pub(super) choice: T,
    pub(super) is_chosen: bool,
}

/// The button with the text `shown`, which screen readers call `name`. Returns what was chosen.
pub(super) fn menu<T>(
    ui: &mut egui::Ui,
    shown: &str,
    name: &str,
    entries: impl FnOnce() -> Vec<Entry<T>>,
) -> Option<T> {
    opening(ui, shown, name, PopupCloseBehavior::CloseOnClick, |ui, id| choose(ui, id, entries()))
}

/// The button of any menu: what it opens is drawn by `contents`, which is given an id of its own and returns what was chosen.
pub(super) fn opening<T>(
    ui: &mut egui::Ui,
    shown: &str,
    name: &str,
    closing: PopupCloseBehavior,
    contents: impl FnOnce(&mut egui::Ui, egui::Id) -> Option<T>,
) -> Option<T> {
    let text = format!("{shown}{ROOM_FOR_DISCLOSURE}");
    let label = egui::RichText::new(text).font(theme::font(Font::Strong, 12.5));
    let id = ui.next_auto_id().with("choices");
    let button = MenuButton::new(label).config(MenuConfig::new().close_behavior(closing));
    let (response, opened) = button.ui(ui, |ui| contents(ui, id));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    disclosure_sign(ui, &response);
    // It may be in a column that is out of sight.
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    // Wherever a menu is closed by, the keys go on from its button.
    let is_open = opened.is_some();
    let was_open = ui.data_mut(|data| {
        let open = data.get_temp_mut_or(id.with("is open"), false);
        std::mem::replace(open, is_open)
    });
    let chosen = opened.and_then(|opened| opened.inner);
    if chosen.is_some() || (was_open && !is_open) {
        response.request_focus();
    }
    chosen
}

/// Whether a menu is laid out for the first or the second time since it was opened: a popup is laid out once before it is
/// shown.
pub(super) fn is_new(ui: &egui::Ui, id: egui::Id) -> bool {
    let pass = ui.ctx().cumulative_pass_nr();
    let mut shown: Shown = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    if shown.last == 0 || shown.last + 1 < pass {
        shown.opened = pass;
    }
    shown.last = pass;
    ui.data_mut(|data| data.insert_temp(id, shown));
    pass <= shown.opened + 1
}

/// The height that a menu may have in this window.
pub(super) fn max_height(ui: &egui::Ui) -> f32 {
    (ui.ctx().content_rect().height() - 120.0).clamp(80.0, MAX_HEIGHT)
}

fn choose<T>(ui: &mut egui::Ui, id: egui::Id, entries: Vec<Entry<T>>) -> Option<T> {
    let widest = entries.iter().map(|entry| button_width(ui, &entry.name)).fold(WIDTHS[0], f32::max);
    ui.set_width(widest.min(WIDTHS[1]).min(ui.ctx().content_rect().width() - 40.0));
    let is_new = is_new(ui, id);
    let first = entries.iter().position(|entry| entry.is_chosen).or(Some(0));
    let mut chosen = None;
    ScrollArea::vertical().max_height(max_height(ui)).show(ui, |ui| {
        for (index, entry) in entries.into_iter().enumerate() {
            let button = egui::Button::selectable(entry.is_chosen, entry.name)
                .truncate()
                .min_size(egui::vec2(ui.available_width(), 0.0));
            let response = ui.add(button);
            if is_new && Some(index) == first {
                response.request_focus();
            }
            if response.gained_focus() {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                chosen = Some(entry.choice);
                ui.close();
            }
        }
    });
    chosen
}
