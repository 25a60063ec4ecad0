//! What the panel says while nothing is selected: what the dataset is, and how to read the timeline.

use egui::RichText;

use crate::domain::PhaseKind;
use crate::session::{Action, Command};
use crate::timeline::{Face, Ink, Legend, LegendEntry};

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
    let mut lines: Vec<(String, &str)> = vec![
        ("Wheel".into(), "zooms at the pointer; with Shift it moves in time"),
        ("Drag".into(), "moves in time and over the lanes"),
    ];
    for action in
        [Action::Next, Action::NextInLane, Action::LaneBelow, Action::AsOfHere, Action::Fit, Action::Keys]
    {
        lines.push((shortcuts::shown(ui, action), action.help()));
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

/// What the signs mean: only those that occur in this dataset, so that the legend is short and true.
fn legend(ui: &mut egui::Ui, frame: &Frame<'_>) {
    let world = &frame.session.world;
    heading(ui, frame, "Phases");
    let phases = world.phase_kinds.iter().filter(|&&kind| kind != PhaseKind::Ended);
    let phases = phases.map(|&kind| (LegendEntry::Phase(kind), kind.words()));
    let notice = world.has_notices.then_some((LegendEntry::Notice, "notice running"));
    signs(ui, frame, phases.chain(notice));
    heading(ui, frame, "Events");
    let kinds = world.event_kinds.iter();
    signs(ui, frame, kinds.map(|&kind| (LegendEntry::Event(kind), kind.words())));
    heading(ui, frame, "Words");
    let whose = [
        (Ink::SpeakerUs, "spoken for the United States"),
        (Ink::SpeakerRu, "spoken for Russia or the Soviet Union"),
        (Ink::SpeakerOther, "spoken for others, or a treaty's own text"),
    ];
    for (ink, whose) in whose.into_iter().filter(|(ink, _)| world.speaker_inks.contains(ink)) {
        sign(ui, frame, LegendEntry::Quote(ink), whose);
    }
}

/// Signs in two columns, as the panel has room for.
fn signs(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    entries: impl IntoIterator<Item = (LegendEntry, &'static str)>,
) {
    let entries: Vec<_> = entries.into_iter().collect();
    let half = entries.len().div_ceil(2);
    ui.columns(2, |columns| {
        for (i, &(entry, words)) in entries.iter().enumerate() {
            sign(&mut columns[usize::from(i >= half)], frame, entry, words);
        }
    });
}

fn sign(ui: &mut egui::Ui, frame: &Frame<'_>, entry: LegendEntry, words: &str) {
    ui.spacing_mut().interact_size.y = 16.0;
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(egui::vec2(28.0, 15.0), egui::Sense::hover());
        paint::paint_shapes(ui.painter(), rect.center().to_vec2(), &Legend::shapes(entry), frame.palette);
        ui.add(egui::Label::new(RichText::new(words).size(11.0)).truncate());
    });
}
