//! The bar of filters above the lanes: a menu for each facet, saved filters, and how much is shown.

use egui::containers::menu::{MenuButton, MenuConfig};
use egui::{Panel, PopupCloseBehavior, RichText, ScrollArea};

use crate::domain::{EventKind, PartyId, SourceKind, SpeakerId, Status};
use crate::session::{Action, Command, Facet, FilterCommand, LanguageTag};
use crate::timeline::{Face, Ink};
use crate::ui::frame::Frame;
use crate::ui::widgets::{ROOM_FOR_DISCLOSURE, disclosure_sign, muted};
use crate::ui::{describe, theme};

/// Height of the bar.
const HEIGHT: f32 = 34.0;
/// A bar narrower than this has smaller gaps, so that nothing is cut at its end in a window of 800 points.
const MIN_COMFORTABLE_WIDTH: f32 = 810.0;
/// The gaps between the menus of a narrow bar.
const NARROW_GAP: f32 = 4.0;
/// Menus are at least this wide, to keep names and counts apart.
const MENU_WIDTH: f32 = 240.0;
/// Maximum number of values named on a menu's button.
const NAMED: usize = 2;

pub(in crate::ui) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let session = frame.session;
    if session.world.bulk.is_some() || session.world.dataset.treaties().is_empty() {
        return;
    }
    let margin = theme::panel(egui::Margin::symmetric(12, 0));
    Panel::top("filters").exact_size(HEIGHT).frame(margin).show(ui, |ui| {
        // In a narrow window the bar scrolls.
        ScrollArea::horizontal()
            .scroll_bar_visibility(egui::scroll_area::ScrollBarVisibility::AlwaysHidden)
            .show(ui, |ui| {
                ui.horizontal_centered(|ui| {
                    if ui.available_width() < MIN_COMFORTABLE_WIDTH {
                        ui.spacing_mut().item_spacing.x = NARROW_GAP;
                    }
                    let strings = frame.strings();
                    for (name, facet) in [
                        (strings.filter.party, Facet::Party(PartyId::new(0))),
                        (strings.filter.category, Facet::Category(0)),
                        (strings.filter.status, Facet::Status(Status::Pending)),
                        (strings.filter.event_kind, Facet::Kind(EventKind::Other)),
                        (strings.filter.speaker, Facet::Speaker(SpeakerId::new(0))),
                        (strings.filter.years, Facet::Decade(0)),
                        (strings.filter.language, Facet::Language(LanguageTag::new(""))),
                        (strings.filter.source, Facet::Source(SourceKind::Data)),
                    ] {
                        chip(ui, frame, name, facet, commands);
                    }
                    let spoken = session.filter.active.has(Facet::Spoken);
                    let text = RichText::new(strings.filter.with_statements)
                        .font(theme::font(face_of(spoken), 12.5));
                    if ui.add(egui::Button::new(text).selected(spoken)).clicked() {
                        commands.push(Command::Filter(FilterCommand::Toggle(Facet::Spoken)));
                    }
                    if !session.filter.active.is_empty() || !session.filter.saved.is_empty() {
                        saved_menu(ui, frame, commands);
                    }
                    if !session.filter.active.is_empty() && ui.button(strings.filter.clear).clicked() {
                        commands.push(Command::Do(Action::ClearFilter));
                    }
                    if let Some(filtered) = &session.filter.result {
                        let [treaties, events, statements] = filtered.counts;
                        let all = session.world.dataset.treaties().len();
                        let text = (strings.filter.shown)(treaties, all, events, statements);
                        ui.label(
                            RichText::new(text).size(12.0).color(theme::colour(frame.palette, Ink::Muted)),
                        );
                    }
                });
            });
    });
}

/// The menu of saved filters, with a field to save the current one.
fn saved_menu(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let (session, strings) = (frame.session, frame.strings());
    let text = RichText::new(format!("{}{ROOM_FOR_DISCLOSURE}", strings.filter.saved))
        .font(theme::font(Face::Text, 12.5));
    let config = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let (response, _) = MenuButton::from_button(egui::Button::new(text)).config(config).ui(ui, |ui| {
        ui.set_min_width(MENU_WIDTH);
        for (index, saved) in session.filter.saved.iter().enumerate() {
            ui.horizontal(|ui| {
                let is_on = saved.filter == session.filter.active;
                if ui.selectable_label(is_on, describe::short(&saved.name).as_ref()).clicked() {
                    commands.push(Command::Filter(FilterCommand::UseSaved(index)));
                }
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    let forget = ui.button(strings.filter.delete);
                    if forget.accessible_name(format!("{}: {}", strings.filter.delete, saved.name)).clicked()
                    {
                        commands.push(Command::Filter(FilterCommand::DeleteSaved(index)));
                    }
                });
            });
        }
        if !session.filter.active.is_empty() {
            let id = egui::Id::unique("filter name");
            let mut name: String = ui.data(|data| data.get_temp(id)).unwrap_or_default();
            ui.horizontal(|ui| {
                let field =
                    egui::TextEdit::singleline(&mut name).hint_text(strings.filter.name).desired_width(150.0);
                let typed = ui.add(field).accessible_name(strings.filter.name);
                let entered = typed.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
                if (ui.button(strings.filter.save).clicked() || entered) && !name.trim().is_empty() {
                    commands.push(Command::Filter(FilterCommand::Save(std::mem::take(&mut name))));
                }
            });
            ui.data_mut(|data| data.insert_temp(id, name));
        }
    });
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, strings.filter.saved));
    disclosure_sign(ui, &response);
}

/// The menu of a facet. Its button names the chosen values.
fn chip(ui: &mut egui::Ui, frame: &Frame<'_>, name: &str, facet: Facet, commands: &mut Vec<Command>) {
    let filter = &frame.session.filter.active;
    let chosen: Vec<String> =
        filter.of_kind(facet).map(|facet| describe::facet(frame.session, facet)).collect();
    let label = match chosen.len() {
        0 => name.to_owned(),
        count if count > NAMED => format!("{name}: {}, +{}", chosen[..NAMED].join(", "), count - NAMED),
        _ => format!("{name}: {}", chosen.join(", ")),
    };
    let is_chosen = !chosen.is_empty();
    let text =
        RichText::new(format!("{label}{ROOM_FOR_DISCLOSURE}")).font(theme::font(face_of(is_chosen), 12.5));
    let config = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let button = egui::Button::new(text).selected(is_chosen);
    let (response, _) = MenuButton::from_button(button).config(config).ui(ui, |ui| {
        ui.set_min_width(MENU_WIDTH);
        let room = (ui.ctx().content_rect().height() - 160.0).clamp(120.0, 420.0);
        let any = egui::Button::selectable(chosen.is_empty(), frame.strings().filter.any);
        if ui.add(any).clicked() {
            commands.push(Command::Filter(FilterCommand::Set(filter.without(facet))));
        }
        if matches!(facet, Facet::Party(_)) {
            muted(ui, frame, frame.strings().filter.party_help);
        }
        ScrollArea::vertical().max_height(room).show(ui, |ui| {
            for (facet, count) in values(frame, facet) {
                let name = describe::facet(frame.session, facet);
                let full_name = format!("{name}, {count}");
                let button = egui::Button::selectable(filter.has(facet), name)
                    .shortcut_text(format!("{count}{ROOM_FOR_DISCLOSURE}"));
                if ui.add(button).accessible_name(full_name).clicked() {
                    commands.push(Command::Filter(FilterCommand::Toggle(facet)));
                }
            }
        });
    });
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &label));
    disclosure_sign(ui, &response);
}

/// Chosen values are set apart by weight and background, not by colour alone.
fn face_of(is_chosen: bool) -> Face {
    if is_chosen { Face::Strong } else { Face::Text }
}

/// The values to choose from: categories, states and decades in their own order, the others by frequency. Chosen values stay
/// even where the other facets leave nothing of them.
fn values(frame: &Frame<'_>, facet: Facet) -> Vec<(Facet, usize)> {
    let session = frame.session;
    let mut values: Vec<(Facet, usize)> = session.facets().of_kind(facet).collect();
    for chosen in session.filter.active.of_kind(facet) {
        if values.iter().all(|&(other, _)| other != chosen) {
            values.push((chosen, 0));
        }
    }
    if !matches!(facet, Facet::Category(_) | Facet::Status(_) | Facet::Decade(_)) {
        values.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    }
    values
}
