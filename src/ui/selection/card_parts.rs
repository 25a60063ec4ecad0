//! What cards of statements are made of: the frame with its edge, the quotation, the speaker, the links.

use egui::{Response, RichText, Stroke};

use crate::domain::{SourceId, Statement, StatementId};
use crate::language::{Language, without_trailing_comma};
use crate::session::{Command, ReaderCommand, SelectionCommand, WindowCommand};
use crate::timeline::{Font, Ink, Selection, speaker_ink};
use crate::ui::frame::Frame;
use crate::ui::search::highlight;
use crate::ui::{describe, theme};

use super::{citation, source_link, source_list};

/// Longer quotations are cut; a quotation should have under sixty words.
const MAX_QUOTE_CHARS: usize = 3000;
/// Between one card and the next.
const GAP: f32 = 10.0;
/// Text size of what stands under a quotation.
pub(super) const SMALL: f32 = 12.0;

/// Which wording of a statement a card shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Wording {
    /// As quoted, which may be a translation.
    Quoted,
    /// The speaker's own.
    Original,
}

/// A card with an edge in the colour of the statement's side.
pub(super) fn framed(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    statement: &Statement,
    add: impl FnOnce(&mut egui::Ui),
) {
    let ink = |ink| theme::colour(frame.palette, ink);
    let card = egui::Frame::new()
        .fill(ink(Ink::Panel))
        .stroke(Stroke::new(1.0, ink(Ink::Line)))
        .corner_radius(6)
        .inner_margin(egui::Margin { left: 14, right: 12, top: 10, bottom: 10 });
    let card = card.show(ui, |ui| {
        ui.set_width(ui.available_width());
        add(ui);
    });
    let rect = card.response.rect;
    let edge = egui::Rect::from_min_max(rect.min, egui::pos2(rect.left() + 3.0, rect.bottom()));
    let corners = egui::CornerRadius { nw: 6, sw: 6, ne: 0, se: 0 };
    let country = statement.country.map(|party| &*frame.session.world.dataset.party(party).key);
    ui.painter().rect_filled(edge, corners, ink(speaker_ink(country)));
    // What is beside a card keeps the spacing of the panel.
    ui.add_space((GAP - ui.spacing().item_spacing.y).max(0.0));
}

/// A quotation in its marks, with the words of the search highlighted.
pub(super) fn quotation(frame: &Frame<'_>, statement: &Statement, wording: Wording) -> egui::text::LayoutJob {
    let words = if let (Some(original), Wording::Original) = (&statement.original, wording) {
        let words = describe::first_words(&original.quote, MAX_QUOTE_CHARS);
        format!("«{}»", without_trailing_comma(&words))
    } else {
        let words = describe::first_words(&statement.quote, MAX_QUOTE_CHARS);
        (frame.strings().selection.quotation)(&words)
    };
    let font = theme::font(Font::Serif, theme::QUOTE_SIZE);
    let format = egui::TextFormat::simple(font, theme::colour(frame.palette, Ink::Text));
    let format = egui::TextFormat { line_height: Some(20.0), ..format };
    highlight::text(frame, &words, format)
}

/// The original if it is in the language of the interface and the quotation is not, otherwise the quotation.
pub(super) fn usual_wording(frame: &Frame<'_>, statement: &Statement) -> Wording {
    match &statement.original {
        Some(original) if is_read(frame, &original.lang) && !is_read(frame, &statement.lang) => {
            Wording::Original
        }
        _ => Wording::Quoted,
    }
}

/// Whether a text with this BCP 47 tag is in the language of the interface.
fn is_read(frame: &Frame<'_>, tag: &str) -> bool {
    let primary = tag.split(['-', '_']).next().unwrap_or(tag);
    match frame.session.language() {
        Language::English => primary == "en",
        Language::Russian => primary == "ru",
    }
}

/// Whether the words are a translation, and where there is none, that they are only in a foreign language.
pub(super) fn wording_note(frame: &Frame<'_>, statement: &Statement, wording: Wording) -> String {
    let strings = frame.strings();
    let language = |tag| describe::language(tag, strings);
    match (&statement.original, wording) {
        (Some(original), Wording::Original) => (strings.selection.in_original)(language(&original.lang)),
        _ if !statement.translation_by.is_empty() => {
            (strings.selection.translated_by)(&describe::short(&statement.translation_by))
        }
        (Some(_), Wording::Quoted) => strings.selection.translated.to_owned(),
        // Of words in a language that is not known nobody can say that they need a translation.
        (None, _) if !matches!(&*statement.lang, "" | "und") && !is_read(frame, &statement.lang) => {
            (strings.selection.untranslated)(language(&statement.lang))
        }
        (None, _) => String::new(),
    }
}

/// The wording that a card shows, and its source.
pub(super) fn passage(statement: &Statement, wording: Wording) -> (&str, SourceId) {
    match &statement.original {
        Some(original) if wording == Wording::Original => {
            (&original.quote, original.source.unwrap_or(statement.source))
        }
        _ => (&statement.quote, statement.source),
    }
}

/// Secondary text, wrapped; nothing for an empty one.
pub(super) fn small(ui: &mut egui::Ui, frame: &Frame<'_>, text: &str) {
    if !text.is_empty() {
        let text = RichText::new(text).size(SMALL).color(theme::colour(frame.palette, Ink::Muted));
        ui.add(egui::Label::new(text).wrap());
    }
}

/// How the words compare with a copy of their source, if one was read.
pub(super) fn compared_with_copy(ui: &mut egui::Ui, frame: &Frame<'_>, id: StatementId) {
    if let Some(found) = frame.session.reader.seen_in_copies.get(&id) {
        // Differences from the copy are shown by colour, and said in words as well.
        let is_off = found.passage().is_none_or(|passage| !passage.differences.is_empty());
        let ink = theme::colour(frame.palette, if is_off { Ink::End } else { Ink::Muted });
        let badge = (frame.strings().reader.badge)(&describe::quote_match(frame.session, found));
        ui.add(egui::Label::new(RichText::new(badge).size(SMALL).color(ink)).wrap());
    }
}

/// The speaker's name, which leads to all that they said.
pub(super) fn speaker_link(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    statement: &Statement,
    commands: &mut Vec<Command>,
) {
    let name = describe::short(&frame.session.world.dataset.speaker(statement.speaker).name);
    let text = RichText::new(name.as_ref()).font(theme::font(Font::Strong, 12.5));
    let link = ui.link(text.color(theme::colour(frame.palette, Ink::Text)));
    show_when_focused(&link);
    if link.accessible_name((frame.strings().selection.all_by)(&name)).clicked() {
        let speaker = Selection::Speaker(statement.speaker);
        commands.push(Command::Selection(SelectionCommand::GoTo(speaker)));
    }
}

/// A small link under a quotation, which is named for its statement.
pub(super) fn card_link(ui: &mut egui::Ui, text: &str, statement_name: &str) -> Response {
    let link = ui.link(RichText::new(text).size(SMALL));
    show_when_focused(&link);
    link.accessible_name(format!("{text}: {statement_name}"))
}

/// Scrolls to what Tab has moved the focus to.
pub(super) fn show_when_focused(response: &Response) {
    if response.gained_focus() && !response.clicked() {
        response.scroll_to_me(None);
    }
}

/// The links that every card has: to the copy of its source, to the source itself, to its citation.
pub(super) fn links(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    id: StatementId,
    wording: Wording,
    commands: &mut Vec<Command>,
) {
    let (dataset, strings) = (&frame.session.world.dataset, frame.strings());
    let (words, source) = passage(dataset.statement(id), wording);
    let (url, name) = (&dataset.source(source).url, describe::statement(frame.session, id));
    let reader = &strings.reader;
    if frame.session.has_copy(source)
        && card_link(ui, reader.read_copy.name, &name).on_hover_text(reader.read_copy.tooltip).clicked()
    {
        commands.push(Command::Selection(SelectionCommand::Select(Selection::Statement(id))));
        commands.push(Command::Reader(ReaderCommand::OpenCopy(source)));
    }
    if source_list::is_address(url) && card_link(ui, strings.selection.open_at_quotation, &name).clicked() {
        commands.push(Command::Window(WindowCommand::OpenAddress(source_link::of_passage(url, words))));
    }
    if card_link(ui, strings.selection.cite, &name).clicked() {
        let message = strings.selection.citation_copied.to_owned();
        let citation = citation::of_statement(frame.session, id);
        commands.push(Command::Window(WindowCommand::Copy(citation, message)));
    }
}
