//! The texts by which a treaty, an event, a statement or a source is found, and their weights.

use crate::domain::{About, Dataset, EventId, EventKind, NamedText, StatementId, TreatyId};
use crate::language::english::terms::event_kind;

use super::Item;

/// The treaties that a statement is about.
pub(super) fn treaties_of(dataset: &Dataset, id: StatementId) -> impl Iterator<Item = TreatyId> {
    dataset.statement(id).about.iter().map(|about| match *about {
        About::Treaty(treaty) => treaty,
        About::Event(event) => dataset.event(event).treaty,
    })
}

/// The texts by which an item is found. Weights order the results: a name counts more than what others say about it.
pub(super) fn texts_of(dataset: &Dataset, item: Item) -> impl Iterator<Item = (&str, u8)> {
    let mut texts = Vec::new();
    match item {
        Item::Treaty(id) => of_treaty(dataset, id, &mut texts),
        Item::Event(id) => of_event(dataset, id, &mut texts),
        Item::Statement(id) => of_statement(dataset, id, &mut texts),
        Item::Source(id) => {
            let source = dataset.source(id);
            texts.extend([
                (&*source.title, 3),
                (&*source.publisher, 2),
                (&*source.key, 2),
                (&*source.url, 1),
            ]);
        }
    }
    texts.into_iter()
}

type Out<'a> = Vec<(&'a str, u8)>;

fn of_treaty<'a>(dataset: &'a Dataset, id: TreatyId, out: &mut Out<'a>) {
    let treaty = dataset.treaty(id);
    out.extend([(&*treaty.name, 30), (&*treaty.key, 24), (&*treaty.full_name, 20), (&*treaty.summary, 3)]);
    out.extend(treaty.aliases.iter().map(|alias| (&**alias, 26)));
    if let Some(category) = dataset.categories().get(treaty.category) {
        out.push((&category.name, 6));
    }
    out.extend(treaty.parties.iter().map(|&party| (&*dataset.party(party).name, 2)));
    own_fields(&treaty.fields, out);
}

fn of_event<'a>(dataset: &'a Dataset, id: EventId, out: &mut Out<'a>) {
    let event = dataset.event(id);
    out.extend([
        (&*event.title, 12),
        (kind_name(dataset, event.kind), 9),
        (&*event.summary, 4),
        (&*event.contested, 2),
    ]);
    if let Some(party) = event.party {
        out.push((&dataset.party(party).name, 9));
    }
    name_treaty(dataset, event.treaty, 7, out);
    for claim in &event.dates {
        out.push((&claim.note, 2));
        if let Some(source) = claim.source.map(|id| dataset.source(id)) {
            out.extend([(&*source.title, 1), (&*source.publisher, 1)]);
        }
    }
    out.extend(event.tags.iter().map(|&tag| (dataset.tag(tag), 9)));
    out.push((&event.url, 1));
    own_fields(&event.fields, out);
}

/// What a file says in columns of its own: a name is found too, so that all that have such a column are.
fn own_fields<'a>(fields: &'a [NamedText], out: &mut Out<'a>) {
    out.extend(fields.iter().flat_map(|field| [(&*field.text, 3), (&*field.name, 1)]));
}

/// The English name of a type of event, or that of the dataset's own.
pub(super) fn kind_name(dataset: &Dataset, kind: EventKind) -> &str {
    match kind {
        EventKind::Own(id) => dataset.own_type(id),
        kind => event_kind(kind),
    }
}

fn of_statement<'a>(dataset: &'a Dataset, id: StatementId, out: &mut Out<'a>) {
    let statement = dataset.statement(id);
    let speaker = dataset.speaker(statement.speaker);
    let source = dataset.source(statement.source);
    out.extend([
        (&*statement.quote, 8),
        (&*speaker.name, 14),
        (&*speaker.native_name, 14),
        (&*statement.role, 4),
        (&*statement.organisation, 3),
        (&*statement.venue, 3),
        (&*statement.note, 2),
        (&*source.title, 2),
        (&*source.publisher, 2),
    ]);
    own_fields(&statement.fields, out);
    if let Some(original) = &statement.original {
        out.push((&original.quote, 8));
    }
    if let Some(country) = statement.country {
        out.push((&dataset.party(country).name, 4));
    }
    for about in &statement.about {
        match *about {
            About::Treaty(treaty) => name_treaty(dataset, treaty, 6, out),
            About::Event(id) => {
                let event = dataset.event(id);
                out.extend([(&*event.title, 3), (kind_name(dataset, event.kind), 3)]);
                name_treaty(dataset, event.treaty, 6, out);
            }
        }
    }
}

fn name_treaty<'a>(dataset: &'a Dataset, id: TreatyId, weight: u8, out: &mut Out<'a>) {
    let treaty = dataset.treaty(id);
    out.push((&treaty.name, weight));
    out.extend(treaty.aliases.iter().map(|alias| (&**alias, weight)));
}
