//! The card of a statement in its own details: both wordings, who said it, where it was printed, links.

use crate::domain::StatementId;
use crate::session::{Command, ReaderCommand, WindowCommand};
use crate::ui::frame::Frame;
use crate::ui::{describe, theme};

use super::card_parts::{self, Wording, card_link, small, speaker_link};

pub(super) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, id: StatementId, commands: &mut Vec<Command>) {
    let dataset = &frame.session.world.dataset;
    let (statement, strings) = (dataset.statement(id), frame.strings());
    card_parts::framed(ui, frame, statement, |ui| {
        let words = |ui: &mut egui::Ui, wording| {
            ui.add(egui::Label::new(card_parts::quotation(frame, statement, wording)).wrap());
        };
        words(ui, Wording::Quoted);
        if let Some(original) = &statement.original {
            ui.add_space(theme::GRID);
            let language = describe::language(&original.lang, strings);
            small(ui, frame, &(strings.selection.in_original)(language));
            words(ui, Wording::Original);
        }
        ui.add_space(theme::GRID);
        speaker_link(ui, frame, statement, commands);
        let country = statement.country.map(|party| &*dataset.party(party).short);
        let office = [&*statement.role, &*statement.organisation, country.unwrap_or_default()];
        let when = (strings.dates.date)(&statement.date);
        let source = dataset.source(statement.source);
        let note = card_parts::wording_note(frame, statement, Wording::Quoted);
        small(ui, frame, &describe::joined(&office, " · "));
        small(ui, frame, &describe::joined(&[&when, &statement.venue], " · "));
        let language = describe::language(&statement.lang, strings);
        // The note on a missing translation names the language itself.
        let language = if note == (strings.selection.untranslated)(language) { "" } else { language };
        small(ui, frame, &describe::joined(&[&source.publisher, language, &note], " · "));
        card_parts::compared_with_copy(ui, frame, id);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            links(ui, frame, id, commands);
        });
    });
}

fn links(ui: &mut egui::Ui, frame: &Frame<'_>, id: StatementId, commands: &mut Vec<Command>) {
    let (dataset, strings) = (&frame.session.world.dataset, frame.strings());
    let (statement, name) = (dataset.statement(id), describe::statement(frame.session, id));
    card_parts::links(ui, frame, id, Wording::Quoted, commands);
    if card_link(ui, strings.selection.copy_quote, &name).clicked() {
        let message = strings.selection.quote_copied.to_owned();
        let words = (strings.selection.quotation)(&statement.quote);
        commands.push(Command::Window(WindowCommand::Copy(words, message)));
    }
    if !frame.session.has_copy(statement.source)
        && card_link(ui, strings.reader.attach_copy.name, &name)
            .on_hover_text(strings.reader.attach_copy.tooltip)
            .clicked()
    {
        commands.push(Command::Reader(ReaderCommand::FindCopy(statement.source)));
    }
}
