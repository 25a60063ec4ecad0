//! Citations: speaker, quotation, date and source with its address.

use crate::domain::{EventId, Ground, Source, SourceId, StatementId};
use crate::language::Strings;
use crate::session::Session;
use crate::timeline::Subject;
use crate::ui::describe;

/// The citation of an event or a statement, to copy.
pub(in crate::ui) fn of(session: &Session, subject: Subject) -> String {
    match subject {
        Subject::Event(id) => of_event(session, id),
        Subject::Statement(id) => of_statement(session, id),
        Subject::Bulk(id) => describe::bulk_event(session, id),
    }
}

/// Speaker, quotation, date, place and source.
pub(in crate::ui) fn of_statement(session: &Session, id: StatementId) -> String {
    let (dataset, strings) = (&session.world.dataset, session.strings());
    let statement = dataset.statement(id);
    let speaker = &*dataset.speaker(statement.speaker).name;
    let when = (strings.dates.date)(&statement.date);
    let head = describe::joined(&[speaker, &statement.role, &when, &statement.venue], ", ");
    let quote = (strings.selection.quotation)(&statement.quote);
    format!("{head}: {quote} {}.", source(dataset.source(statement.source), strings))
}

/// The event, its date and its source.
pub(in crate::ui) fn of_event(session: &Session, id: EventId) -> String {
    let dataset = &session.world.dataset;
    let strings = session.strings();
    let seen_in = dataset.event(id).claim().source.map(|seen| source(dataset.source(seen), strings));
    let seen_in = seen_in.unwrap_or_else(|| strings.selection.no_source.to_owned());
    format!("{}. {seen_in}.", describe::event(session, id))
}

/// What a legal status rests on, its date and its source.
pub(in crate::ui) fn of_ground(session: &Session, ground: Ground) -> String {
    match ground {
        Ground::Event(id) => of_event(session, id),
        Ground::Act(id) => {
            let dataset = &session.world.dataset;
            let seen_in = source(dataset.source(dataset.act(id).source), session.strings());
            format!("{}. {seen_in}.", describe::act(session, id))
        }
    }
}

/// The source itself, with its address.
pub(in crate::ui) fn of_source(session: &Session, id: SourceId) -> String {
    format!("{}.", source(session.world.dataset.source(id), session.strings()))
}

fn source(source: &Source, strings: &Strings) -> String {
    let accessed =
        source.accessed.as_ref().map(|day| (strings.selection.accessed)(&(strings.dates.date)(day)));
    let date = source.date.as_ref().map(strings.dates.date).unwrap_or_default();
    let parts = [&*source.title, &source.publisher, &date, &source.url, &accessed.unwrap_or_default()];
    describe::joined(&parts, ", ")
}
