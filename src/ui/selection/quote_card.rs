//! A quotation of a list as a card: in full, with who said it and when, a box to tick, and links.

use egui::{Checkbox, Label, Sense, UiBuilder, WidgetInfo};

use crate::domain::{About, Statement, StatementId, TreatyId};
use crate::session::{Command, SelectionCommand};
use crate::timeline::{Selection, Subject};
use crate::ui::commands::menus;
use crate::ui::frame::Frame;
use crate::ui::widgets::show_focus_ring;
use crate::ui::{describe, theme};

use super::card_parts::{self, Wording, card_link, show_when_focused, small, speaker_link};

/// Width that the box takes from the quotation beside it.
const BOX: f32 = 28.0;

/// What a card says beside the quotation.
#[derive(Clone, Copy, Default)]
pub(in crate::ui) struct CardOptions {
    /// The occasion is that of the card above.
    pub(in crate::ui) is_same_occasion: bool,
    /// The list is that of the speaker.
    pub(in crate::ui) is_of_speaker: bool,
    /// No heading names the party, or it names another that succeeded it.
    pub(in crate::ui) names_party: bool,
    /// No heading names the treaty.
    pub(in crate::ui) names_treaties: bool,
}

/// Shows a card, and the space under it.
pub(in crate::ui) fn show(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    id: StatementId,
    options: CardOptions,
    commands: &mut Vec<Command>,
) {
    let statement = frame.session.world.dataset.statement(id);
    card_parts::framed(ui, frame, statement, |ui| {
        let toggle = egui::Id::unique(("wording", id));
        let chosen = ui.data(|data| data.get_temp(toggle));
        let wording = chosen.unwrap_or_else(|| card_parts::usual_wording(frame, statement));
        quotation_and_box(ui, frame, id, wording, commands);
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            // The lines are as close as those of any text: the name of the speaker is no button.
            ui.spacing_mut().interact_size.y = 0.0;
            said_by(ui, frame, statement, options, commands);
        });
        if let Some(wording) = where_and_links(ui, frame, id, options, wording, commands) {
            ui.data_mut(|data| data.insert_temp(toggle, wording));
        }
        card_parts::compared_with_copy(ui, frame, id);
    });
}

fn quotation_and_box(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    id: StatementId,
    wording: Wording,
    commands: &mut Vec<Command>,
) {
    let (session, strings) = (frame.session, frame.strings());
    let area = ui.available_rect_before_wrap();
    let size = egui::vec2((area.width() - BOX).max(60.0), area.height());
    let words = card_parts::quotation(frame, session.world.dataset.statement(id), wording);
    let text = words.text.clone();
    let builder = UiBuilder::new().max_rect(egui::Rect::from_min_size(area.min, size));
    let quotation =
        ui.scope_builder(builder, |ui| ui.add(Label::new(words).wrap().sense(Sense::click()))).inner;
    quotation.widget_info(|| WidgetInfo::labeled(egui::Role::Link, true, &text));
    show_focus_ring(ui, &quotation);
    show_when_focused(&quotation);
    if quotation.clicked() {
        commands.push(Command::Selection(SelectionCommand::GoTo(Selection::Statement(id))));
    }
    menus::of_mark(&quotation, frame, Subject::Statement(id), commands);

    let mut is_ticked = session.selection.several.contains(&Subject::Statement(id));
    let corner = egui::pos2(area.right() - BOX, area.top());
    let rect = egui::Rect::from_min_size(corner, egui::Vec2::splat(BOX));
    // A child that takes no room in the card: a box wider than its room would widen the card, and with it the panel.
    let builder = UiBuilder::new().max_rect(rect).layout(egui::Layout::right_to_left(egui::Align::Min));
    let mut corner = ui.new_child(builder);
    theme::outline_boxes(&mut corner, frame.palette);
    let response = corner.add(Checkbox::without_text(&mut is_ticked));
    show_when_focused(&response);
    let name = (strings.selection.tick)(&describe::statement(session, id));
    if response.accessible_name(name).clicked() {
        commands.push(Command::Selection(SelectionCommand::Tick(Subject::Statement(id))));
    }
}

/// Who said it, in which office and when; or that all this is as above.
fn said_by(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    statement: &Statement,
    options: CardOptions,
    commands: &mut Vec<Command>,
) {
    let (dataset, strings) = (&frame.session.world.dataset, frame.strings());
    let party = statement.country.filter(|_| options.names_party).map(|party| &*dataset.party(party).short);
    let date = (strings.dates.date)(&statement.date);
    let parts = if options.is_same_occasion {
        [party.unwrap_or_default(), strings.selection.same_occasion_as_above, "", ""]
    } else {
        [party.unwrap_or_default(), &statement.role, &statement.organisation, &date]
    };
    let rest = describe::joined(&parts, " · ");
    if options.is_of_speaker {
        small(ui, frame, &rest);
    } else {
        speaker_link(ui, frame, statement, commands);
        small(ui, frame, &format!(" · {rest}"));
    }
}

/// Where it was said and printed, what it is about, and the links. Returns the wording that the reader wants instead.
fn where_and_links(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    id: StatementId,
    options: CardOptions,
    wording: Wording,
    commands: &mut Vec<Command>,
) -> Option<Wording> {
    let (dataset, strings) = (&frame.session.world.dataset, frame.strings());
    let statement = dataset.statement(id);
    let source = dataset.source(card_parts::passage(statement, wording).1);
    let source = if source.publisher.is_empty() { &source.title } else { &source.publisher };
    let venue = if options.is_same_occasion { "" } else { &*statement.venue };
    let note = card_parts::wording_note(frame, statement, wording);
    small(ui, frame, &describe::joined(&[venue, &describe::short(source), &note], " · "));
    let mut wanted = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        if options.names_treaties {
            for treaty in treaties_of(frame, statement) {
                let name = describe::short(&dataset.treaty(treaty).name);
                if card_link(ui, &name, &describe::statement(frame.session, id)).clicked() {
                    commands.push(Command::Selection(SelectionCommand::GoTo(Selection::Treaty(treaty))));
                }
            }
        }
        if statement.original.is_some() {
            let (name, other) = match wording {
                Wording::Quoted => (strings.selection.original, Wording::Original),
                Wording::Original => (strings.selection.translation, Wording::Quoted),
            };
            if card_link(ui, name, &describe::statement(frame.session, id)).clicked() {
                wanted = Some(other);
            }
        }
        card_parts::links(ui, frame, id, wording, commands);
    });
    wanted
}

/// The treaties that a statement is about, each once.
fn treaties_of(frame: &Frame<'_>, statement: &Statement) -> Vec<TreatyId> {
    let mut treaties = Vec::new();
    for about in &statement.about {
        let treaty = match *about {
            About::Treaty(treaty) => treaty,
            About::Event(event) => frame.session.world.dataset.event(event).treaty,
        };
        if !treaties.contains(&treaty) {
            treaties.push(treaty);
        }
    }
    treaties
}

/// The height of a card that was never laid out, in points, at a width.
pub(in crate::ui) fn estimated_height(frame: &Frame<'_>, id: StatementId, width: f32) -> f32 {
    use super::long_list::lines;
    let statement = frame.session.world.dataset.statement(id);
    let quotation = lines(&statement.quote, width - 26.0 - BOX, 6.9) * 20.0;
    let around = statement.role.len() + statement.organisation.len() + statement.venue.len() + 60;
    let below = (around as f32 * 6.0 / (width - 26.0).max(1.0)).ceil() + 2.0;
    quotation + below * 18.0 + 34.0
}
