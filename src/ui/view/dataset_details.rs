//! The details panel while nothing is selected: about the dataset, and how to read the timeline.

use egui::RichText;

use crate::records::RecordList;
use crate::session::{Action, Command, HelpCommand};
use crate::timeline::{Font, Ink};
use crate::ui::commands::read_shortcuts;
use crate::ui::editing::button;
use crate::ui::frame::{Frame, UiCache};
use crate::ui::widgets::{context_line, heading, muted, title};
use crate::ui::{describe, theme};

use super::legend;

pub(in crate::ui) fn show(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    cache: &mut UiCache,
    commands: &mut Vec<Command>,
) {
    let world = &frame.session.world;
    let dataset = &world.dataset;
    let strings = frame.strings();
    offer_tour(ui, frame, commands);
    context_line(ui, frame, strings.view.dataset);
    title(ui, dataset.title());
    if let Some(day) = dataset.checked_on() {
        muted(ui, frame, (strings.view.current_to)(&(strings.dates.date)(day)));
    }
    if !dataset.version().is_empty() {
        let released = dataset.released().map(strings.dates.date);
        muted(ui, frame, (strings.view.dataset_version)(dataset.version(), released.as_deref()));
    }
    if !dataset.description().is_empty() {
        ui.add_space(theme::GRID);
        ui.label(describe::first_words(dataset.description(), 1500));
    }
    if frame.session.why_not_editable().is_none() {
        ui.add_space(theme::GRID);
        if dataset.treaties().is_empty() {
            button::begin(ui, frame, commands);
        }
        button::show(ui, frame, RecordList::Dataset, Action::EditDataset, commands);
    }
    heading(ui, frame, strings.view.how_to_read);
    ui.label(strings.view.how_to_start);
    ui.add_space(theme::GRID);
    let gestures = &strings.commands.gestures;
    let zooms = frame.session.settings.preferences.wheel_zooms;
    let wheel = if zooms { gestures.short_wheel_that_zooms } else { gestures.short_wheel };
    let short = [wheel, gestures.short_drag];
    let mut lines: Vec<(String, &str)> = short.map(|label| (label.name.to_owned(), label.tooltip)).into();
    for action in [
        Action::Next,
        Action::NextInLane,
        Action::LaneBelow,
        Action::StatusDateHere,
        Action::Fit,
        Action::Keys,
    ] {
        lines.push((read_shortcuts::first(ui, action), action.label(strings).tooltip));
    }
    for (keys, what) in lines {
        ui.horizontal_top(|ui| {
            let keys = RichText::new(keys).font(theme::font(Font::Strong, 13.0));
            ui.allocate_ui(egui::vec2(56.0, 18.0), |ui| {
                ui.set_min_width(56.0);
                ui.label(keys);
            });
            let what = RichText::new(what).color(theme::colour(frame.palette, Ink::Muted));
            ui.add(egui::Label::new(what).wrap());
        });
    }
    legend::show(ui, frame, cache, commands);
    if !dataset.license().is_empty() {
        heading(ui, frame, strings.view.licence);
        ui.label(describe::first_words(dataset.license(), 600));
    }
    if !world.is_bundled() {
        ui.add_space(2.0 * theme::GRID);
        let label = Action::OpenBundled.label(strings);
        if ui.button(label.name).on_hover_text(label.tooltip).clicked() {
            commands.push(Command::Do(Action::OpenBundled));
        }
    }
}

/// The offer of the tour, until it is taken or declined.
fn offer_tour(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    if !frame.session.offers_tour() {
        return;
    }
    let strings = &frame.strings().help;
    ui.horizontal_wrapped(|ui| {
        muted(ui, frame, strings.tour_offer);
        if ui.link(strings.take_tour).clicked() {
            commands.push(Command::Do(Action::Tour));
        }
        if ui.link(strings.no_tour).clicked() {
            commands.push(Command::Help(HelpCommand::DeclineTour));
        }
    });
    ui.add_space(2.0 * theme::GRID);
}
