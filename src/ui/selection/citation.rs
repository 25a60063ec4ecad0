//! Citations: who, the words, when and where, and the source with its address.

use crate::domain::{EventId, Source, StatementId};
use crate::language::Strings;
use crate::session::Session;
use crate::timeline::Subject;
use crate::ui::describe;

/// Of an event or of a statement.
pub(in crate::ui) fn of(session: &Session, subject: Subject) -> String {
    match subject {
        Subject::Event(id) => of_event(session, id),
        Subject::Statement(id) => of_statement(session, id),
        Subject::Bulk(id) => describe::bulk_event(session, id),
    }
}

/// Who, the words, when and where, and the source.
pub(in crate::ui) fn of_statement(session: &Session, id: StatementId) -> String {
    let (dataset, strings) = (&session.world.dataset, session.strings());
    let statement = dataset.statement(id);
    let speaker = &*dataset.speaker(statement.speaker).name;
    let when = (strings.dates.date)(&statement.date);
    let head = joined(&[speaker, &statement.role, &when, &statement.venue], ", ");
    let quote = (strings.selection.quotation)(&statement.quote);
    format!("{head}: {quote} {}.", source(dataset.source(statement.source), strings))
}

/// The event, its date, and the source it was seen in.
pub(in crate::ui) fn of_event(session: &Session, id: EventId) -> String {
    let dataset = &session.world.dataset;
    let seen_in = dataset.source(dataset.event(id).claim().source);
    format!("{}. {}.", describe::event(session, id), source(seen_in, session.strings()))
}

fn source(source: &Source, strings: &Strings) -> String {
    let accessed =
        source.accessed.as_ref().map(|day| (strings.selection.accessed)(&(strings.dates.date)(day)));
    let date = source.date.as_ref().map(strings.dates.date).unwrap_or_default();
    let parts = [&*source.title, &source.publisher, &date, &source.url, &accessed.unwrap_or_default()];
    joined(&parts, ", ")
}

/// The parts that are not empty, with a joint between them.
pub(in crate::ui) fn joined(parts: &[&str], joint: &str) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    parts.join(joint)
}
