//! A source in full: what it is, where it is, and what rests on it.

use crate::domain::SourceId;
use crate::session::{Command, ReaderCommand, WindowCommand};
use crate::timeline::Selection;

use crate::ui::{
    describe,
    frame::Frame,
    selection::cards,
    selection::citation::joined,
    selection::source_list::is_address,
    widgets::{heading, kicker, link, muted, title},
};

pub(in crate::ui) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, id: SourceId, commands: &mut Vec<Command>) {
    let session = frame.session;
    let source = session.world.dataset.source(id);
    let said = frame.words();
    kicker(ui, frame, said.table.source_heading);
    title(ui, &source.title);
    let date = source.date.as_ref().map(said.date).unwrap_or_default();
    let language = describe::language(&source.lang, said);
    muted(ui, frame, joined(&[&source.publisher, &date, (said.source_kind)(source.kind), language], " · "));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        for address in [&source.url, &source.archive_url] {
            if is_address(address) && ui.link(&**address).on_hover_text(said.table.open_address).clicked() {
                commands.push(Command::Window(WindowCommand::OpenAddress(address.to_string())));
            }
        }
        let page = &said.page;
        if session.has_copy(id) && ui.link(page.read_copy.name).on_hover_text(page.read_copy.help).clicked() {
            commands.push(Command::Reader(ReaderCommand::OpenCopy(id)));
        }
        if ui.link(page.attach_copy.name).on_hover_text(page.attach_copy.help).clicked() {
            commands.push(Command::Reader(ReaderCommand::FindCopy(id)));
        }
    });
    let citing = session.world.citing(id);
    if !citing.statements.is_empty() {
        heading(ui, frame, &(said.statements_heading)(citing.statements.len()));
        for &statement in citing.statements.iter().take(cards::MAX_CARDS) {
            link(
                ui,
                frame,
                &describe::statement(session, statement),
                Selection::Statement(statement),
                commands,
            );
        }
        cards::say_more(ui, frame, citing.statements.len(), said.statements);
    }
    if !citing.events.is_empty() {
        heading(ui, frame, &(said.steps)(citing.events.len()));
        for &event in citing.events.iter().take(cards::MAX_CARDS) {
            let treaty = session.world.dataset.treaty(session.world.dataset.event(event).treaty);
            cards::event_line(ui, frame, event, Some(&describe::short(&treaty.name)), commands);
        }
        cards::say_more(ui, frame, citing.events.len(), said.events);
    }
}
