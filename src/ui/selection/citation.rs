//! Citations: speaker, quotation, date and source with its address.

use crate::domain::{EventId, Ground, SourceId, StatementId};
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
    session.language().cite_statement(&session.world.dataset, id)
}

/// The event, its date and its source.
pub(in crate::ui) fn of_event(session: &Session, id: EventId) -> String {
    let dataset = &session.world.dataset;
    let source = dataset.event(id).claim().source;
    let seen_in = source.map(|source| session.language().cite_source(dataset.source(source)));
    let seen_in = seen_in.unwrap_or_else(|| session.strings().selection.no_source.to_owned());
    format!("{}. {seen_in}.", describe::event(session, id))
}

/// What a legal status rests on, its date and its source.
pub(in crate::ui) fn of_ground(session: &Session, ground: Ground) -> String {
    match ground {
        Ground::Event(id) => of_event(session, id),
        Ground::Act(id) => {
            let dataset = &session.world.dataset;
            let seen_in = session.language().cite_source(dataset.source(dataset.act(id).source));
            format!("{}. {seen_in}.", describe::act(session, id))
        }
    }
}

/// The source itself, with its address.
pub(in crate::ui) fn of_source(session: &Session, id: SourceId) -> String {
    format!("{}.", session.language().cite_source(session.world.dataset.source(id)))
}
