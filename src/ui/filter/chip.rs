//! The button of one facet. While the facet filters, the button names its values and has a × that clears it.

use egui::{CornerRadius, Popup, PopupCloseBehavior, Response, Role, Stroke, WidgetInfo};

use crate::session::{Command, Facet, FilterCommand};
use crate::timeline::Font;
use crate::ui::frame::Frame;
use crate::ui::widgets::{ROOM_FOR_DISCLOSURE, disclosure_sign, paint_cross};
use crate::ui::{describe, theme};

use super::entries::{Entry, SIZE, width_of};
use super::menu;

/// Maximum number of values named on a button.
const NAMED: usize = 2;
/// Longer names of values are cut on the button, in characters.
const MAX_LEN: usize = 34;
/// Width of the ×, in points.
const CLEAR_WIDTH: f32 = 24.0;

/// The label of a facet's button: cut to fit, and in full for a screen reader; `None` while it does not filter.
fn in_force(frame: &Frame<'_>, entry: Entry) -> Option<(String, String)> {
    let filter = &frame.session.filter.active;
    if entry.facet == Facet::Spoken {
        return filter.has(Facet::Spoken).then(|| (entry.name.to_owned(), entry.name.to_owned()));
    }
    let chosen: Vec<Facet> = filter.of_kind(entry.facet).take(NAMED).collect();
    let count = filter.of_kind(entry.facet).count();
    let names: Vec<String> = chosen.iter().map(|&facet| describe::facet(frame.session, facet)).collect();
    let first = names.first()?;
    let rest = |named: usize| if count > named { format!(", +{}", count - named) } else { String::new() };
    let full = format!("{}: {}{}", entry.name, names.join(", "), rest(names.len()));
    let length: usize = names.iter().map(|name| name.chars().count()).sum();
    if length <= MAX_LEN {
        return Some((full.clone(), full));
    }
    let mut short: String = first.chars().take(MAX_LEN).collect();
    if short.len() < first.len() {
        short = format!("{}…", short.trim_end());
    }
    Some((format!("{}: {short}{}", entry.name, rest(1)), full))
}

/// How wide the button of a facet is.
pub(super) fn width(ui: &egui::Ui, frame: &Frame<'_>, entry: Entry) -> f32 {
    match in_force(frame, entry) {
        Some((label, _)) => width_of(ui, &label) + CLEAR_WIDTH,
        None => width_of(ui, &format!("{}{ROOM_FOR_DISCLOSURE}", entry.name)),
    }
}

/// The button of a facet, which opens its menu.
pub(super) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, entry: Entry, commands: &mut Vec<Command>) {
    let Some((label, full)) = in_force(frame, entry) else {
        menu_button(ui, entry.name, entry.name, false, |ui| menu::of_facet(ui, frame, entry, commands));
        return;
    };
    let clear = Command::Filter(FilterCommand::Set(frame.session.filter.active.without(entry.facet)));
    let gap = std::mem::take(&mut ui.spacing_mut().item_spacing.x);
    let radius = ui.visuals().widgets.inactive.corner_radius;
    let text = egui::RichText::new(&label).font(theme::font(Font::Strong, SIZE));
    let button = egui::Button::new(text).selected(true);
    let button = button.corner_radius(CornerRadius { ne: 0, se: 0, ..radius });
    let response = if entry.facet == Facet::Spoken {
        // There is nothing to choose from.
        ui.add(button)
    } else {
        with_menu(ui.add(button), entry.name, &full, |ui| menu::of_facet(ui, frame, entry, commands))
    };
    let size = egui::vec2(CLEAR_WIDTH, response.rect.height());
    let cross = egui::Button::new("").selected(true).min_size(size);
    let cross = ui.add(cross.corner_radius(CornerRadius { nw: 0, sw: 0, ..radius }));
    let name = (frame.strings().filter.clear_one)(entry.name);
    let cross = cross.accessible_name(name.clone()).on_hover_text(name);
    let ink = Stroke::new(1.25, ui.style().interact(&cross).text_color());
    paint_cross(ui, cross.rect.center(), 3.0, ink);
    if cross.clicked() {
        commands.push(clear);
    }
    ui.spacing_mut().item_spacing.x = gap;
    ui.add_space(gap);
}

/// A button that opens a menu, which stays open while its entries are chosen. `name` tells it from the other menus.
pub(super) fn menu_button(
    ui: &mut egui::Ui,
    name: &str,
    label: &str,
    is_in_force: bool,
    entries: impl FnOnce(&mut egui::Ui),
) {
    // Set apart by weight and background, not by colour alone.
    let font = if is_in_force { Font::Strong } else { Font::Text };
    let text = egui::RichText::new(format!("{label}{ROOM_FOR_DISCLOSURE}")).font(theme::font(font, SIZE));
    let button = egui::Button::new(text).selected(is_in_force);
    let response = with_menu(ui.add(button), name, label, entries);
    disclosure_sign(ui, &response);
}

/// The menu of a button. It belongs to its name and not to the place of its button, which moves when a filter before it
/// is chosen or cleared.
fn with_menu(response: Response, name: &str, label: &str, entries: impl FnOnce(&mut egui::Ui)) -> Response {
    Popup::menu(&response)
        .id(egui::Id::unique(("filter popup", name)))
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(entries);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, label));
    response
}
