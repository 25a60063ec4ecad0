//! A source in full: what it is, where it is, and what cites it.

use crate::domain::SourceId;
use crate::records::RecordList;
use crate::session::{Action, Command, ReaderCommand, WindowCommand};
use crate::timeline::Selection;
use crate::ui::describe;
use crate::ui::editing::button;
use crate::ui::frame::Frame;
use crate::ui::theme;
use crate::ui::widgets::{context_line, heading, link, muted, title};

use super::cards;
use super::source_list::is_address;

pub(in crate::ui) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, id: SourceId, commands: &mut Vec<Command>) {
    let session = frame.session;
    let source = session.world.dataset.source(id);
    let strings = frame.strings();
    context_line(ui, frame, strings.tables.source_heading);
    title(ui, &source.title);
    let date = source.date.as_ref().map(strings.dates.date).unwrap_or_default();
    let language = describe::language(&source.lang, strings);
    muted(
        ui,
        frame,
        describe::joined(
            &[&source.publisher, &date, (strings.terms.source_kind)(source.kind), language],
            " · ",
        ),
    );
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        for address in [&source.url, &source.archive_url] {
            if is_address(address) && ui.link(&**address).on_hover_text(strings.tables.open_address).clicked()
            {
                commands.push(Command::Window(WindowCommand::OpenAddress(address.to_string())));
            }
        }
        let reader = &strings.reader;
        if session.has_copy(id)
            && ui.link(reader.read_copy.name).on_hover_text(reader.read_copy.tooltip).clicked()
        {
            commands.push(Command::Reader(ReaderCommand::OpenCopy(id)));
        }
        if ui.link(reader.attach_copy.name).on_hover_text(reader.attach_copy.tooltip).clicked() {
            commands.push(Command::Reader(ReaderCommand::FindCopy(id)));
        }
    });
    ui.add_space(theme::GRID);
    button::show(ui, frame, RecordList::Sources, Action::EditSelected, commands);
    let citing = session.world.citing(id);
    for &(treaty, acts) in &citing.acts {
        ui.horizontal_wrapped(|ui| {
            link(ui, frame, &session.world.dataset.treaty(treaty).name, Selection::Treaty(treaty), commands);
            muted(ui, frame, (strings.terms.acts)(acts));
        });
    }
    if !citing.statements.is_empty() {
        heading(ui, frame, &(strings.selection.statements_heading)(citing.statements.len()));
        for &statement in citing.statements.iter().take(cards::MAX_CARDS) {
            link(
                ui,
                frame,
                &describe::statement(session, statement),
                Selection::Statement(statement),
                commands,
            );
        }
        cards::show_more_count(ui, frame, citing.statements.len(), strings.terms.statements);
    }
    if !citing.events.is_empty() {
        heading(ui, frame, &(strings.selection.events_heading)(citing.events.len()));
        for &event in citing.events.iter().take(cards::MAX_CARDS) {
            let treaty = session.world.dataset.treaty(session.world.dataset.event(event).treaty);
            cards::event_line(ui, frame, event, Some(&describe::short(&treaty.name)), commands);
        }
        cards::show_more_count(ui, frame, citing.events.len(), strings.terms.events);
    }
}
