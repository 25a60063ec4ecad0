//! The details panel while nothing is selected: about the dataset, and how to read the timeline.

use egui::RichText;

use crate::session::{Action, Command};
use crate::timeline::{Face, Ink, Legend, LegendEntry};
use crate::ui::commands::read_shortcuts;
use crate::ui::frame::Frame;
use crate::ui::widgets::{context_line, heading, muted, title};
use crate::ui::{describe, theme};

use super::paint;

pub(in crate::ui) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let world = &frame.session.world;
    let dataset = &world.dataset;
    let strings = frame.strings();
    context_line(ui, frame, strings.view.dataset);
    title(ui, dataset.title());
    if let Some(day) = dataset.checked_on() {
        muted(ui, frame, (strings.view.current_to)(&(strings.dates.date)(day)));
    }
    if !dataset.description().is_empty() {
        ui.add_space(theme::GRID);
        ui.label(describe::first_words(dataset.description(), 1500));
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
            let keys = RichText::new(keys).font(theme::font(Face::Strong, 13.0));
            ui.allocate_ui(egui::vec2(56.0, 18.0), |ui| {
                ui.set_min_width(56.0);
                ui.label(keys);
            });
            let what = RichText::new(what).color(theme::colour(frame.palette, Ink::Muted));
            ui.add(egui::Label::new(what).wrap());
        });
    }
    legend(ui, frame);
    if !dataset.license().is_empty() {
        heading(ui, frame, strings.view.licence);
        ui.label(describe::first_words(dataset.license(), 600));
    }
    if world.path.is_some() {
        ui.add_space(2.0 * theme::GRID);
        let label = Action::OpenBundled.label(strings);
        if ui.button(label.name).on_hover_text(label.tooltip).clicked() {
            commands.push(Command::Do(Action::OpenBundled));
        }
    }
}

fn legend(ui: &mut egui::Ui, frame: &Frame<'_>) {
    for group in frame.session.world.legend(frame.strings()) {
        heading(ui, frame, group.heading);
        if matches!(group.entries.first(), Some((LegendEntry::Quote(_), _))) {
            for (entry, text) in group.entries {
                legend_entry(ui, frame, entry, text);
            }
        } else {
            legend_columns(ui, frame, &group.entries);
        }
    }
}

fn legend_columns(ui: &mut egui::Ui, frame: &Frame<'_>, entries: &[(LegendEntry, &'static str)]) {
    let half = entries.len().div_ceil(2);
    ui.columns(2, |columns| {
        for (i, &(entry, text)) in entries.iter().enumerate() {
            legend_entry(&mut columns[usize::from(i >= half)], frame, entry, text);
        }
    });
}

fn legend_entry(ui: &mut egui::Ui, frame: &Frame<'_>, entry: LegendEntry, text: &str) {
    ui.spacing_mut().interact_size.y = 16.0;
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(egui::vec2(28.0, 15.0), egui::Sense::hover());
        paint::paint_shapes(ui.painter(), rect.center().to_vec2(), &Legend::shapes(entry), frame.palette);
        ui.add(egui::Label::new(RichText::new(text).size(11.0)).wrap());
    });
}
