//! The cells of a table: their dates, numbers and texts.

use crate::domain::{About, EdtfDate, Event, EventId, EventKind, SourceId, StatementId, TreatyId};
use crate::session::Session;

use super::columns::{Column, TableKind};

fn event(session: &Session, item: usize) -> &Event {
    session.world.dataset.event(EventId::new(item))
}

/// The date of a cell, if it has one.
pub(super) fn date(session: &Session, kind: TableKind, item: usize, column: Column) -> Option<&EdtfDate> {
    let dataset = &session.world.dataset;
    let first = |kinds: &[EventKind]| {
        let events = dataset.events_of(TreatyId::new(item)).iter().map(|&id| dataset.event(id));
        events.filter(|event| kinds.contains(&event.kind)).map(|event| event.date()).next()
    };
    match (kind, column) {
        (TableKind::Events, Column::Date) => Some(event(session, item).date()),
        (TableKind::Statements, Column::Date) => Some(&dataset.statement(StatementId::new(item)).date),
        (TableKind::Sources, Column::Date) => dataset.source(SourceId::new(item)).date.as_ref(),
        (TableKind::Treaties, Column::Signed) => {
            first(&[EventKind::Signed, EventKind::OpenedForSignature, EventKind::Adopted])
        }
        // The treaty's own entry into force, not that of one party.
        (TableKind::Treaties, Column::InForce) => dataset
            .events_of(TreatyId::new(item))
            .iter()
            .map(|&id| dataset.event(id))
            .find(|event| event.kind == EventKind::EnteredIntoForce && event.party.is_none())
            .map(|event| event.date()),
        _ => None,
    }
}

/// The number of a cell, if it has one.
pub(super) fn number(session: &Session, kind: TableKind, item: usize, column: Column) -> Option<usize> {
    let dataset = &session.world.dataset;
    Some(match (kind, column) {
        (TableKind::Events, Column::Quotes) => event(session, item).statements.len(),
        (TableKind::Treaties, Column::Quotes) => dataset.statements_of(TreatyId::new(item)).len(),
        (TableKind::Treaties, Column::Events) => dataset.events_of(TreatyId::new(item)).len(),
        (TableKind::Treaties, Column::Parties) => {
            session.world.party_counts().get(item).copied().unwrap_or_default()
        }
        (TableKind::Sources, Column::Cited) => {
            let citing = session.world.citing(SourceId::new(item));
            citing.events.len() + citing.statements.len()
        }
        _ => return None,
    })
}

/// The text of a cell, in the language of the interface.
pub(super) fn text(session: &Session, kind: TableKind, item: usize, column: Column) -> String {
    let strings = session.strings();
    if let Some(number) = number(session, kind, item, column) {
        return number.to_string();
    }
    if let Some(date) = date(session, kind, item, column) {
        return (strings.dates.short)(date);
    }
    let text = match kind {
        TableKind::Events => event_text(session, item, column),
        TableKind::Statements => statement_text(session, item, column),
        TableKind::Treaties | TableKind::Law => treaty_text(session, item, column),
        TableKind::Sources => source_text(session, item, column),
    };
    text.unwrap_or_default()
}

/// The date of a cell in EDTF; empty if it has none.
pub(super) fn edtf(session: &Session, kind: TableKind, item: usize, column: Column) -> String {
    date(session, kind, item, column).map_or_else(String::new, |date| date.text().to_owned())
}

fn event_text(session: &Session, item: usize, column: Column) -> Option<String> {
    let dataset = &session.world.dataset;
    let event = event(session, item);
    Some(match column {
        Column::Treaty => dataset.treaty(event.treaty).name.to_string(),
        Column::Type => session.strings().event_kind(dataset, event.kind).to_owned(),
        Column::Party => dataset.party(event.party?).short.to_string(),
        Column::Title => event.title.to_string(),
        Column::Source => dataset.source(event.claim().source?).title.to_string(),
        _ => return None,
    })
}

fn statement_text(session: &Session, item: usize, column: Column) -> Option<String> {
    let dataset = &session.world.dataset;
    let statement = dataset.statement(StatementId::new(item));
    Some(match column {
        Column::Speaker => dataset.speaker(statement.speaker).name.to_string(),
        Column::Role => statement.role.to_string(),
        Column::Country => dataset.party(statement.country?).short.to_string(),
        Column::Quote => statement.quote.to_string(),
        Column::Treaty => {
            let mut names: Vec<&str> = Vec::new();
            for about in &statement.about {
                let treaty = match *about {
                    About::Treaty(treaty) => treaty,
                    About::Event(event) => dataset.event(event).treaty,
                };
                let name = &*dataset.treaty(treaty).name;
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            names.join(", ")
        }
        Column::Language => language(session, &statement.lang),
        Column::Source => dataset.source(statement.source).title.to_string(),
        _ => return None,
    })
}

fn treaty_text(session: &Session, item: usize, column: Column) -> Option<String> {
    let dataset = &session.world.dataset;
    let id = TreatyId::new(item);
    let treaty = dataset.treaty(id);
    Some(match column {
        Column::Name => treaty.name.to_string(),
        Column::Category => dataset.categories().get(treaty.category)?.name.to_string(),
        Column::Status => {
            let state = session.statuses().state(id);
            (session.strings().terms.state)(state, treaty.nature)
        }
        _ => return None,
    })
}

fn source_text(session: &Session, item: usize, column: Column) -> Option<String> {
    let source = session.world.dataset.source(SourceId::new(item));
    Some(match column {
        Column::Title => source.title.to_string(),
        Column::Publisher => source.publisher.to_string(),
        Column::Kind => (session.strings().terms.source_kind)(source.kind).to_owned(),
        Column::Language => language(session, &source.lang),
        Column::Address => source.url.to_string(),
        _ => return None,
    })
}

fn language(session: &Session, tag: &str) -> String {
    (session.strings().terms.language)(tag).map_or_else(|| tag.to_owned(), ToOwned::to_owned)
}
