//! The cells of a table: what is written in them, and what they are put in order by.

use serde::{Deserialize, Serialize};

use crate::domain::{About, EdtfDate, EventId, EventKind, SourceId, StatementId, Status, TreatyId};
use crate::language::TableWords;

use crate::session::{Session, tables::TableKind};

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Column {
    /// When it was.
    Date,
    /// The treaties that it is about.
    Treaty,
    /// The type of an event.
    Type,
    /// The acting party.
    Party,
    /// The title.
    Title,
    /// How many statements there are about it.
    Words,
    /// Where it was seen.
    Source,
    /// Who spoke.
    Speaker,
    /// In what office.
    Role,
    /// For which state.
    Country,
    /// The words.
    Quote,
    /// Their language.
    Language,
    /// The name of a treaty.
    Name,
    /// Its category.
    Category,
    /// How many parties it has.
    Parties,
    /// When it was signed or opened for signature.
    Signed,
    /// When it entered into force.
    InForce,
    /// Where it stands, today or on the day of the law.
    State,
    /// How many events it has.
    Steps,
    /// Who published a source.
    Publisher,
    /// What kind of source it is.
    Kind,
    /// How much rests on it.
    Cited,
    /// Its address.
    Address,
}

impl Column {
    /// Whether it holds texts, and neither dates nor numbers.
    fn is_text(self) -> bool {
        !matches!(
            self,
            Self::Date
                | Self::Signed
                | Self::InForce
                | Self::Words
                | Self::Steps
                | Self::Parties
                | Self::Cited
        )
    }

    /// Whether it holds dates.
    pub(super) fn is_date(self) -> bool {
        matches!(self, Self::Date | Self::Signed | Self::InForce)
    }

    /// Its heading, in a language.
    pub fn heading(self, words: &TableWords) -> &'static str {
        match self {
            Self::Date => words.date,
            Self::Treaty => words.treaty,
            Self::Type => words.kind_of_event,
            Self::Party => words.party,
            Self::Title => words.title,
            Self::Words => words.quotes,
            Self::Source => words.source,
            Self::Speaker => words.speaker,
            Self::Role => words.role,
            Self::Country => words.country,
            Self::Quote => words.quote,
            Self::Language => words.language,
            Self::Name => words.name,
            Self::Category => words.category,
            Self::Parties => words.parties,
            Self::Signed => words.signed,
            Self::InForce => words.in_force,
            Self::State => words.state,
            Self::Steps => words.steps,
            Self::Publisher => words.publisher,
            Self::Kind => words.kind_of_source,
            Self::Cited => words.cited,
            Self::Address => words.address,
        }
    }
}

/// What rows are put in order by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    /// First and last moment: a year comes before the days in it.
    Time(i64, i64),
    /// A number, or that of a text in the order of all.
    Number(usize),
    /// What has none comes last.
    None,
}

fn event(session: &Session, item: usize) -> &crate::domain::Event {
    session.world.dataset.event(EventId::new(item))
}

/// The date of a row, where its column is one.
fn date(session: &Session, kind: TableKind, item: usize, column: Column) -> Option<&EdtfDate> {
    let dataset = &session.world.dataset;
    let first = |kinds: &[EventKind]| {
        let of = dataset.events_of(TreatyId::new(item)).iter().map(|&id| dataset.event(id));
        of.filter(|event| kinds.contains(&event.kind)).map(|event| event.date()).next()
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

/// The number of a row, where its column is one.
fn number(session: &Session, kind: TableKind, item: usize, column: Column) -> Option<usize> {
    let dataset = &session.world.dataset;
    Some(match (kind, column) {
        (TableKind::Events, Column::Words) => event(session, item).statements.len(),
        (TableKind::Treaties, Column::Words) => dataset.statements_of(TreatyId::new(item)).len(),
        (TableKind::Treaties, Column::Steps) => dataset.events_of(TreatyId::new(item)).len(),
        (TableKind::Treaties, Column::Parties) => dataset.treaty(TreatyId::new(item)).parties.len(),
        (TableKind::Sources, Column::Cited) => {
            let citing = session.world.citing(SourceId::new(item));
            citing.events.len() + citing.statements.len()
        }
        _ => return None,
    })
}

/// What each of some rows is put in order by.
pub(super) fn sort_keys(session: &Session, items: &[u32], column: Column) -> Vec<Key> {
    let kind = session.tables.choice.kind;
    let key = |&item: &u32| {
        let item = item as usize;
        let time = || date(session, kind, item, column);
        number(session, kind, item, column)
            .map(Key::Number)
            .or_else(|| time().map(|date| Key::Time(date.earliest().secs(), date.end().secs())))
            .unwrap_or(Key::None)
    };
    if column.is_text() {
        let ranks = crate::session::tables::ranks::text_ranks(session, items, column);
        return ranks
            .into_iter()
            .map(|rank| rank.map_or(Key::None, |rank| Key::Number(rank as usize)))
            .collect();
    }
    items.iter().map(key).collect()
}

/// What is written in a cell.
pub(super) fn text(session: &Session, kind: TableKind, item: usize, column: Column) -> String {
    let words = session.words();
    if let Some(number) = number(session, kind, item, column) {
        return number.to_string();
    }
    if let Some(date) = date(session, kind, item, column) {
        return (words.short_date)(date);
    }
    let text = match kind {
        TableKind::Events => of_event(session, item, column),
        TableKind::Statements => of_statement(session, item, column),
        TableKind::Treaties | TableKind::Law => of_treaty(session, item, column),
        TableKind::Sources => of_source(session, item, column),
    };
    text.unwrap_or_default()
}

/// The date of a cell as the data has it, and not in words.
pub(super) fn edtf(session: &Session, kind: TableKind, item: usize, column: Column) -> String {
    date(session, kind, item, column).map_or_else(String::new, |date| date.text().to_owned())
}

fn of_event(session: &Session, item: usize, column: Column) -> Option<String> {
    let dataset = &session.world.dataset;
    let event = event(session, item);
    Some(match column {
        Column::Treaty => dataset.treaty(event.treaty).name.to_string(),
        Column::Type => (session.words().event_kind)(event.kind).to_owned(),
        Column::Party => dataset.party(event.party?).short.to_string(),
        Column::Title => event.title.to_string(),
        Column::Source => dataset.source(event.claim().source).title.to_string(),
        _ => return None,
    })
}

fn of_statement(session: &Session, item: usize, column: Column) -> Option<String> {
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

fn of_treaty(session: &Session, item: usize, column: Column) -> Option<String> {
    let dataset = &session.world.dataset;
    let id = TreatyId::new(item);
    let treaty = dataset.treaty(id);
    Some(match column {
        Column::Name => treaty.name.to_string(),
        Column::Category => dataset.categories().get(treaty.category)?.name.to_string(),
        Column::State => {
            let status = session
                .law
                .status
                .as_ref()
                .map_or_else(|| dataset.standing(id).status, |as_of| Status::of_state(as_of.states()[item]));
            (session.words().status)(status).to_owned()
        }
        _ => return None,
    })
}

fn of_source(session: &Session, item: usize, column: Column) -> Option<String> {
    let source = session.world.dataset.source(SourceId::new(item));
    Some(match column {
        Column::Title => source.title.to_string(),
        Column::Publisher => source.publisher.to_string(),
        Column::Kind => (session.words().source_kind)(source.kind).to_owned(),
        Column::Language => language(session, &source.lang),
        Column::Address => source.url.to_string(),
        _ => return None,
    })
}

fn language(session: &Session, tag: &str) -> String {
    (session.words().language)(tag).map_or_else(|| tag.to_owned(), ToOwned::to_owned)
}
