//! The bar of filters above the lanes: a button for each facet, as far as there is room, how much is shown, and ways to
//! clear, save and use a filter.

use egui::{Panel, RichText};

use crate::language::Strings;
use crate::session::{Action, Command, TableChoice, TableKind, TablesCommand};
use crate::timeline::Ink;
use crate::ui::frame::Frame;
use crate::ui::widgets::ROOM_FOR_DISCLOSURE;
use crate::ui::{layers, theme};

use super::entries::{Entry, SIZE, entries, width_of};
use super::{chip, menu, saved};

/// Height of the bar.
const HEIGHT: f32 = 34.0;
/// The gap between two buttons.
const GAP: f32 = 6.0;

pub(in crate::ui) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let session = frame.session;
    if session.world.bulk.is_some() || session.world.dataset.treaties().is_empty() {
        return;
    }
    let margin = theme::panel(egui::Margin::symmetric(12, 0));
    Panel::top("filters").exact_size(HEIGHT).frame(margin).show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            let strings = frame.strings();
            layers::menu::show(ui, frame, commands);
            let hidden = session.view.arrangement.hidden.len();
            let hidden = (hidden > 0).then(|| (strings.filter.hidden)(hidden));
            let is_filtered = !session.filter.active.is_empty();
            let has_saved = is_filtered || !session.filter.saved.is_empty();
            // What stands at the right gets its room first; everything is laid out from left to right all the same, since
            // that is the order of Tab.
            let mut right = 0.0;
            if is_filtered {
                right += width_of(ui, strings.filter.clear) + GAP;
            }
            if has_saved {
                right += width_of(ui, &format!("{}{ROOM_FOR_DISCLOSURE}", strings.filter.saved)) + GAP;
            }
            let counts = session.filter.result.as_ref().map(|filtered| {
                let [treaties, events, statements] = filtered.counts;
                let all = session.world.dataset.treaties().len();
                let short = (strings.filter.shown_treaties)(treaties, all);
                ((strings.filter.shown)(treaties, all, events, statements), short)
            });
            let mut fixed =
                right + width_of(ui, &format!("{}{ROOM_FOR_DISCLOSURE}", more_label(strings, 9))) + GAP;
            fixed += hidden.as_ref().map_or(0.0, |text| width_of(ui, text) + GAP);
            let short = counts.as_ref().map_or(0.0, |(_, short)| width_of(ui, short) + GAP);
            let entries = entries(strings, !session.world.dataset.tags().is_empty());
            let wanted = entries.iter().map(|&entry| {
                let is_in_force = session.filter.active.of_kind(entry.facet).next().is_some();
                let width = chip::width(ui, frame, entry) + GAP;
                Wanted { width, is_main: entry.is_main, is_in_force }
            });
            let wanted: Vec<Wanted> = wanted.collect();
            let mut in_bar = that_fit(&wanted, ui.available_width() - fixed - short);
            if !std::iter::zip(&wanted, &in_bar).any(|(wanted, is_shown)| wanted.is_main && *is_shown) {
                // Better a filter than its result, which the status bar has too.
                in_bar = that_fit(&wanted, ui.available_width() - fixed);
            }
            let mut rest = Vec::new();
            for (entry, is_shown) in std::iter::zip(entries, in_bar) {
                if is_shown {
                    chip::show(ui, frame, entry, commands);
                }
                // The others stay in the menu where they were chosen, to choose more.
                if !is_shown || !entry.is_main {
                    rest.push((entry, is_shown));
                }
            }
            more(ui, frame, &rest, commands);
            if let Some(text) = hidden {
                let button = egui::Button::new(RichText::new(text).size(SIZE));
                let help = Action::ShowLanes.label(strings).tooltip;
                if ui.add(button).on_hover_text(help).clicked() {
                    commands.push(Command::Do(Action::ShowLanes));
                }
            }
            if let Some((full, short)) = counts {
                let room = ui.available_width() - right;
                let text = if width_of(ui, &full) <= room { full } else { short };
                if width_of(ui, &text) <= room {
                    counts_link(ui, frame, &text, commands);
                }
            }
            ui.add_space((ui.available_width() - right).max(0.0));
            if is_filtered {
                let text = RichText::new(strings.filter.clear).size(SIZE);
                let text = text.color(ui.visuals().hyperlink_color);
                if ui.add(egui::Button::new(text).frame_when_inactive(false)).clicked() {
                    commands.push(Command::Do(Action::ClearFilter));
                }
            }
            if has_saved {
                saved::show(ui, frame, commands);
            }
        });
    });
}

/// How much is shown: a click opens the table of the treaties that are, another closes it.
fn counts_link(ui: &mut egui::Ui, frame: &Frame<'_>, text: &str, commands: &mut Vec<Command>) {
    let choice = &frame.session.tables.choice;
    let is_listed = choice.is_open && choice.kind == TableKind::Treaties;
    let muted = theme::colour(frame.palette, Ink::Muted);
    let button = egui::Button::new(RichText::new(text).size(SIZE).color(muted));
    let response = ui.add(button.frame_when_inactive(false).selected(is_listed));
    if response.on_hover_text(frame.strings().filter.list_shown).clicked() {
        commands.push(Command::Tables(TablesCommand::Choose(TableChoice {
            is_open: !is_listed,
            kind: TableKind::Treaties,
            ..choice.clone()
        })));
    }
}

/// The menu of the facets that have no button of their own.
fn more(ui: &mut egui::Ui, frame: &Frame<'_>, rest: &[(Entry, bool)], commands: &mut Vec<Command>) {
    let filter = &frame.session.filter.active;
    let has_value = |entry: &Entry| filter.of_kind(entry.facet).next().is_some();
    let in_force = rest.iter().filter(|(entry, is_shown)| !is_shown && has_value(entry)).count();
    let entries: Vec<Entry> = rest.iter().map(|(entry, _)| *entry).collect();
    let label = more_label(frame.strings(), in_force);
    let name = frame.strings().filter.more;
    chip::menu_button(ui, name, &label, in_force > 0, |ui| menu::of_rest(ui, frame, &entries, commands));
}

fn more_label(strings: &Strings, in_force: usize) -> String {
    let more = strings.filter.more;
    if in_force > 0 { format!("{more} · {in_force}") } else { more.to_owned() }
}

/// A button that the bar may have.
struct Wanted {
    /// Its width with the gap after it.
    width: f32,
    is_main: bool,
    is_in_force: bool,
}

/// Which buttons the bar has room for: first those of filters in force, then the main ones in their order.
fn that_fit(wanted: &[Wanted], room: f32) -> Vec<bool> {
    let mut room = room;
    let mut are_shown = vec![false; wanted.len()];
    let in_force = (0..wanted.len()).filter(|&index| wanted[index].is_in_force);
    let others = (0..wanted.len()).filter(|&index| wanted[index].is_main && !wanted[index].is_in_force);
    for indices in [in_force.collect::<Vec<_>>(), others.collect()] {
        for index in indices {
            if wanted[index].width > room {
                // No later one takes its place: the order of the bar tells what is missing.
                break;
            }
            room -= wanted[index].width;
            are_shown[index] = true;
        }
    }
    are_shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filters_in_force_get_their_room_first_and_the_others_go_from_the_end() {
        let wanted = |is_main, is_in_force| Wanted { width: 10.0, is_main, is_in_force };
        let bar = [wanted(true, false), wanted(true, false), wanted(true, true), wanted(false, true)];
        assert_eq!(that_fit(&bar, 40.0), [true, true, true, true]);
        assert_eq!(that_fit(&bar, 35.0), [true, false, true, true]);
        assert_eq!(that_fit(&bar, 12.0), [false, false, true, false]);
        assert_eq!(that_fit(&bar, -5.0), [false; 4]);
        assert_eq!(that_fit(&[wanted(false, false)], 99.0), [false], "it is in the menu of the rest");
    }
}
