//! The card in the details of a treaty: its legal status on the status date, what that rests on, how its parties stand and
//! when it changes.

use egui::{RichText, Stroke};

use crate::domain::{Basis, EventKind, EventRelation, Ground, LegalStatus, Moment, PartyId, State, TreatyId};
use crate::session::{Command, LawCommand, SelectionCommand, Session, TreatyStatus, WindowCommand};
use crate::timeline::{Font, Ink, Selection};
use crate::ui::frame::Frame;
use crate::ui::selection::citation;
use crate::ui::widgets::hover_beside;
use crate::ui::{describe, theme};

use super::all_treaties;

/// Maximum number of parties named in one status.
const MAX_NAMES: usize = 12;
/// Size of the text in the card.
const SIZE: f32 = 12.5;

/// The card, if a status date is set and the treaty is selected.
pub(in crate::ui) fn show(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    treaty: TreatyId,
    commands: &mut Vec<Command>,
) {
    let answer = frame.session.law.selected_status.as_ref().filter(|answer| answer.treaty == treaty);
    let is_new = is_new(ui, treaty, answer.map(|answer| answer.day));
    let Some(answer) = answer else { return };
    let ink = |ink| theme::colour(frame.palette, ink);
    ui.add_space(2.0 * theme::GRID);
    let card = egui::Frame::new()
        .fill(ink(Ink::Select).gamma_multiply(0.10))
        .stroke(Stroke::new(1.0, ink(Ink::Line)))
        .corner_radius(6)
        .inner_margin(egui::Margin { left: 14, right: 12, top: 10, bottom: 10 });
    let response = card.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = egui::vec2(4.0, 3.0);
        // Lines of text, and no row of buttons: all of one height.
        ui.spacing_mut().interact_size.y = 0.0;
        all_treaties::link(ui, frame, commands);
        heading(ui, frame, answer, commands);
        grounds(ui, frame, answer, commands);
        parties(ui, frame, answer);
        changes(ui, frame, answer, commands);
    });
    let rect = response.response.rect;
    if is_new {
        // Whoever sets the date while reading further down would not see what it changes.
        ui.scroll_to_rect(rect, None);
    }
    let edge = egui::Rect::from_min_max(rect.min, egui::pos2(rect.left() + 3.0, rect.bottom()));
    let corners = egui::CornerRadius { nw: 6, sw: 6, ne: 0, se: 0 };
    ui.painter().rect_filled(edge, corners, ink(Ink::Select));
    ui.add_space(theme::GRID);
}

/// Whether the status date was set or moved since the last frame, while the details of the treaty were open.
fn is_new(ui: &egui::Ui, treaty: TreatyId, day: Option<Moment>) -> bool {
    let shown = (treaty, day);
    let last = ui.data_mut(|data| {
        std::mem::replace(data.get_temp_mut_or(egui::Id::unique("status shown"), shown), shown)
    });
    last.0 == treaty && last.1 != day
}

/// `On 1 January 2022: in force`, and a link that copies the card.
fn heading(ui: &mut egui::Ui, frame: &Frame<'_>, answer: &TreatyStatus, commands: &mut Vec<Command>) {
    let strings = &frame.strings().law;
    ui.horizontal_wrapped(|ui| {
        let text = RichText::new(title(frame.session, answer)).font(theme::font(Font::Strong, 14.0));
        ui.add(egui::Label::new(text).wrap());
        let copy = ui.link(RichText::new(strings.copy_answer.name).size(SIZE));
        let copy = copy.on_hover_text(strings.copy_answer.tooltip);
        if copy.accessible_name(strings.copy_answer.tooltip).clicked() {
            let message = strings.answer_copied.to_owned();
            commands.push(Command::Window(WindowCommand::Copy(as_text(frame.session, answer), message)));
        }
    });
}

fn title(session: &Session, answer: &TreatyStatus) -> String {
    let strings = session.strings();
    (strings.law.answer)(&(strings.dates.day)(answer.day), &state_words(session, answer, answer.whole.state))
}

fn state_words(session: &Session, answer: &TreatyStatus, state: State) -> String {
    (session.strings().terms.state)(state, session.world.dataset.treaty(answer.treaty).nature)
}

/// `Extended to 5 February 2026.`, where the treaty is in force by an extension.
fn extended(session: &Session, answer: &LegalStatus) -> Option<String> {
    let strings = session.strings();
    let extension = answer.extension?;
    let to = extension.to.map(strings.dates.day);
    Some((strings.law.extended_sentence)(to.as_deref()))
}

/// What the status rests on, each event a link, as is the list of an act, and what others hold.
fn grounds(ui: &mut egui::Ui, frame: &Frame<'_>, answer: &TreatyStatus, commands: &mut Vec<Command>) {
    let (session, strings) = (frame.session, frame.strings());
    let small = |text: String| RichText::new(text).size(SIZE);
    ui.horizontal_wrapped(|ui| {
        if let Some(extended) = extended(session, &answer.whole) {
            ui.label(small(extended));
        }
        if answer.whole.basis == Basis::EntryNotRecorded {
            ui.label(small(format!("{}.", strings.law.entry_not_recorded)));
        }
        for (index, &of) in answer.whole.grounds.iter().enumerate() {
            ui.label(small(if index == 0 { strings.law.rests_on.to_owned() } else { "·".to_owned() }));
            ground(ui, frame, of, commands);
        }
    });
    for other in answer.whole.alternatives.iter().take(3) {
        let state = state_words(session, answer, other.state);
        ui.label(small((strings.law.disputed)(&state)).color(theme::colour(frame.palette, Ink::Muted)));
    }
}

/// `extension took effect 3 Feb 2021 (Notes exchanged)`.
fn ground(ui: &mut egui::Ui, frame: &Frame<'_>, ground: Ground, commands: &mut Vec<Command>) {
    let (session, strings) = (frame.session, frame.strings());
    let dataset = &session.world.dataset;
    let act = (strings.law.ground)(dataset.kind_of(ground));
    let act = dataset.actor_of(ground).map_or_else(
        || act.clone(),
        |party| (strings.law.ground_of_party)(&describe::short(&dataset.party(party).short), &act),
    );
    let (title, name, to) = match ground {
        Ground::Event(id) => {
            let title = &dataset.event(id).title;
            (title, (strings.selection.go_to)(&describe::event(session, id)), Selection::Event(id))
        }
        Ground::Act(id) => {
            let source = dataset.act(id).source;
            let title = &dataset.source(source).title;
            (title, (strings.selection.go_to)(&describe::short(title)), Selection::Source(source))
        }
    };
    let link = hover_beside(ui.link(RichText::new(act).size(SIZE)), describe::short(title));
    if link.accessible_name(name).clicked() {
        commands.push(Command::Selection(SelectionCommand::GoTo(to)));
    }
    // A date is not broken at the end of a line.
    let mut date = (strings.dates.short)(&dataset.date_of(ground)).replace(' ', "\u{a0}");
    if let Some(instrument) = instrument(session, ground) {
        date = format!("{date} ({instrument})");
    }
    ui.label(RichText::new(date).size(SIZE));
}

/// By what an act was done, if the record says: the article of a withdrawal, the act that an extension completes.
fn instrument(session: &Session, ground: Ground) -> Option<String> {
    let (dataset, strings) = (&session.world.dataset, session.strings());
    let event = dataset.event(ground.event()?);
    match event.kind {
        EventKind::WithdrawalNotified | EventKind::WithdrawalEffective => {
            let clause = dataset.treaty(event.treaty).terms.withdrawal.as_ref()?;
            Some((strings.law.article)(&describe::short(&clause.article)))
        }
        EventKind::Extended => {
            let completes = event.links.iter().find(|link| link.relation == EventRelation::Completes)?;
            Some(describe::short(&dataset.event(completes.to).title).into_owned())
        }
        _ => None,
    }
}

fn parties(ui: &mut egui::Ui, frame: &Frame<'_>, answer: &TreatyStatus) {
    for line in party_lines(frame.session, answer) {
        ui.add(egui::Label::new(RichText::new(line).size(SIZE)).wrap());
    }
}

/// That the parties have the status of the treaty, or those that have not by status.
fn party_lines(session: &Session, answer: &TreatyStatus) -> Vec<String> {
    let (dataset, strings) = (&session.world.dataset, session.strings());
    let names = |parties: &[PartyId]| {
        let shown = parties.iter().take(MAX_NAMES).map(|&party| describe::short(&dataset.party(party).name));
        let mut names = shown.collect::<Vec<_>>().join(", ");
        if parties.len() > MAX_NAMES {
            names = format!("{names}, +{}", parties.len() - MAX_NAMES);
        }
        names
    };
    let mut lines: Vec<String> = answer
        .differing
        .iter()
        .map(|(state, parties)| {
            (strings.law.ground_of_party)(&names(parties), &state_words(session, answer, *state))
        })
        .collect();
    match (answer.same, answer.differing.is_empty()) {
        (0, _) => {}
        (2, true) => lines.push(strings.law.both_the_same.to_owned()),
        (same, true) => lines.push((strings.law.all_the_same)(same)),
        (same, false) => lines.push((strings.law.others_the_same)(same)),
    }
    if !answer.unrecorded.is_empty() {
        let names = names(&answer.unrecorded);
        lines.push((strings.law.ground_of_party)(&names, strings.law.not_recorded));
    }
    lines
}

/// The days of the previous and the next change, as links that move the status date.
fn changes(ui: &mut egui::Ui, frame: &Frame<'_>, answer: &TreatyStatus, commands: &mut Vec<Command>) {
    let strings = frame.strings();
    let changes = [
        (answer.previous_change, strings.law.previous_change_on),
        (answer.next_change, strings.law.next_change_on),
    ];
    // A line each: side by side they would break in two at the usual width.
    for (change, words) in changes {
        let Some(day) = change else { continue };
        if ui.link(RichText::new(words(&(strings.dates.day)(day))).size(SIZE)).clicked() {
            commands.push(Command::Law(LawCommand::GoToDate(day)));
        }
    }
}

/// The card as text, with the sources of the grounds.
fn as_text(session: &Session, answer: &TreatyStatus) -> String {
    let strings = session.strings();
    let name = &session.world.dataset.treaty(answer.treaty).name;
    let mut lines = vec![format!("{name}. {}", title(session, answer))];
    lines.extend(extended(session, &answer.whole));
    if answer.whole.basis == Basis::EntryNotRecorded {
        lines.push(format!("{}.", strings.law.entry_not_recorded));
    }
    if !answer.whole.grounds.is_empty() {
        lines.push(strings.law.rests_on.to_owned());
    }
    lines.extend(answer.whole.grounds.iter().map(|&of| format!("– {}", citation::of_ground(session, of))));
    let disputed = answer.whole.alternatives.iter();
    lines.extend(disputed.map(|other| (strings.law.disputed)(&state_words(session, answer, other.state))));
    lines.extend(party_lines(session, answer));
    lines.join("\n")
}
