//! Who withdrew from a treaty, when, and how much notice it took: under its name; how much it asks for, in its terms.

use egui::{RichText, Stroke};

use crate::domain::TreatyId;
use crate::session::{Command, SelectionCommand, WithdrawalLine};
use crate::timeline::{Font, Ink, Selection};
use crate::ui::frame::Frame;
use crate::ui::{describe, theme};

/// Maximum number of lines under the name of a treaty.
const MAX_LINES: usize = 3;
/// Maximum number of parties named in one line.
const MAX_NAMES: usize = 4;
/// Text size.
const SIZE: f32 = 12.5;

/// How long after notice parties withdrew, and when, for a treaty of which any gave notice: on a background of its own, since
/// it is what most readers of such a treaty look for.
pub(super) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, treaty: TreatyId, commands: &mut Vec<Command>) {
    let lines = &frame.session.selection.details.withdrawals;
    if lines.is_empty() {
        return;
    }
    let ink = |ink| theme::colour(frame.palette, ink);
    ui.add_space(2.0 * theme::GRID);
    let card = egui::Frame::new()
        .fill(ink(Ink::End).gamma_multiply(0.06))
        .stroke(Stroke::new(1.0, ink(Ink::Line)))
        .corner_radius(6)
        .inner_margin(egui::Margin { left: 14, right: 12, top: 8, bottom: 8 });
    let response = card.show(ui, |ui| {
        ui.set_width(ui.available_width());
        for withdrawal in lines.iter().take(MAX_LINES) {
            line(ui, frame, treaty, withdrawal, commands);
        }
    });
    let rect = response.response.rect;
    let edge = egui::Rect::from_min_max(rect.min, egui::pos2(rect.left() + 3.0, rect.bottom()));
    let corners = egui::CornerRadius { nw: 6, sw: 6, ne: 0, se: 0 };
    ui.painter().rect_filled(edge, corners, ink(Ink::End));
    ui.add_space(theme::GRID);
}

/// `United States (22 Nov 2020), Russia (18 Dec 2021): withdrawal effective 6 months after notice, Article XV`.
fn line(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    treaty: TreatyId,
    line: &WithdrawalLine,
    commands: &mut Vec<Command>,
) {
    let (dataset, strings) = (&frame.session.world.dataset, frame.strings());
    let small = |text: String| RichText::new(text).size(SIZE);
    let named = std::iter::zip(&line.parties, &line.events).take(MAX_NAMES);
    let last = line.parties.len().min(MAX_NAMES).saturating_sub(1);
    let more = line.parties.len().saturating_sub(MAX_NAMES);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(3.5, 3.0);
        for (index, (&party, &event)) in named.enumerate() {
            let name = describe::short(&dataset.party(party).name);
            let link = ui.link(RichText::new(name).font(theme::font(Font::Strong, SIZE)));
            let full_name = (strings.selection.go_to)(&describe::event(frame.session, event));
            if link.accessible_name(full_name).clicked() {
                commands.push(Command::Selection(SelectionCommand::GoTo(Selection::Event(event))));
            }
            let date = (strings.dates.short)(&dataset.event(event).governing_claim().date);
            let mark = if index < last || more > 0 { "," } else { ":" };
            ui.label(small(format!("({}){mark}", date.replace(' ', "\u{a0}"))));
        }
        if more > 0 {
            ui.label(small(format!("+{more}:")));
        }
        let rest = rest(frame, treaty, line);
        ui.label(small(rest.trim_start_matches([':', ' ']).to_owned()));
    });
}

/// What follows the names.
fn rest(frame: &Frame<'_>, treaty: TreatyId, line: &WithdrawalLine) -> String {
    let strings = &frame.strings().law;
    let clause = frame.session.world.dataset.treaty(treaty).terms.withdrawal.as_ref();
    let article = clause.map(|clause| &*clause.article);
    if line.has_taken_effect {
        (strings.withdrew)("", &(strings.after_notice)(line.notice, article))
    } else {
        (strings.gave_notice)("", line.notice, article)
    }
}

/// How much notice the treaty asks for, `6 months after notice, Article XV.2`, if that is recorded.
pub(super) fn clause_words(frame: &Frame<'_>, treaty: TreatyId) -> Option<String> {
    let clause = frame.session.world.dataset.treaty(treaty).terms.withdrawal.as_ref()?;
    Some((frame.strings().law.after_notice)(clause.period, Some(&clause.article)))
}
