//! What the panel says while nothing is selected: what the dataset is, and how to read the timeline.

use egui::RichText;

use crate::domain::{EventKind, PhaseKind};
use crate::session::{Action, Command};
use crate::timeline::{Ink, Legend, LegendEntry};

use super::detail_panel::{heading, kicker, muted, title};
use super::{Frame, paint, shortcuts, theme};

pub(super) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let world = &frame.session.world;
    let dataset = &world.dataset;
    kicker(ui, frame, "Dataset");
    title(ui, dataset.title());
    if let Some(day) = dataset.checked_on() {
        muted(ui, frame, format!("kept current to {}", day.words()));
    }
    if !dataset.description().is_empty() {
        ui.add_space(theme::GRID);
        ui.label(super::words::first_words(dataset.description(), 1500));
    }
    heading(ui, frame, "How to read it");
    ui.label("Select an event to read what was said about it, or a quotation mark to see which events it is about.");
    ui.add_space(theme::GRID);
    for (keys, what) in [
        ("Wheel", "zooms at the pointer; with Shift it moves in time"),
        ("Drag", "moves in time and over the lanes"),
    ] {
        key_line(ui, frame, keys, what);
    }
    for action in [Action::Next, Action::NextInLane, Action::LaneBelow, Action::Fit, Action::Open] {
        key_line(ui, frame, &shortcuts::shown(ui, action), action.help());
    }
    legend(ui, frame);
    if !dataset.license().is_empty() {
        heading(ui, frame, "Licence");
        ui.label(super::words::first_words(dataset.license(), 600));
    }
    if world.path.is_some() {
        ui.add_space(2.0 * theme::GRID);
        if ui.button(Action::OpenBundled.words()).on_hover_text(Action::OpenBundled.help()).clicked() {
            commands.push(Command::Do(Action::OpenBundled));
        }
    }
}

fn key_line(ui: &mut egui::Ui, frame: &Frame<'_>, keys: &str, what: &str) {
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(keys).strong());
        muted(ui, frame, what);
    });
}

/// What the signs mean: only those that occur in this dataset, so that the legend is short and true.
fn legend(ui: &mut egui::Ui, frame: &Frame<'_>) {
    let kinds = &frame.session.world.event_kinds;
    heading(ui, frame, "Phases");
    for kind in [
        PhaseKind::Negotiated,
        PhaseKind::Signed,
        PhaseKind::InForce,
        PhaseKind::Extended,
        PhaseKind::Suspended,
    ] {
        legend_line(ui, frame, LegendEntry::Phase(kind), kind.words());
    }
    heading(ui, frame, "Events");
    for &kind in kinds {
        legend_line(ui, frame, LegendEntry::Event(kind), EventKind::words(kind));
    }
    heading(ui, frame, "Words");
    for (ink, whose) in [
        (Ink::SpeakerUs, "spoken for the United States"),
        (Ink::SpeakerRu, "spoken for Russia or the Soviet Union"),
        (Ink::SpeakerOther, "spoken for others, or a treaty's own text"),
    ] {
        legend_line(ui, frame, LegendEntry::Quote(ink), whose);
    }
}

fn legend_line(ui: &mut egui::Ui, frame: &Frame<'_>, entry: LegendEntry, words: &str) {
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(egui::vec2(28.0, 16.0), egui::Sense::hover());
        paint::paint_shapes(ui.painter(), rect.center().to_vec2(), &Legend::shapes(entry), frame.palette);
        ui.label(words);
    });
}
