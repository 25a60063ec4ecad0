//! The records of a page: events, statements, treaties and sources, with their dates in words.

use crate::domain::{
    DateClaim, EdtfDate, Event, EventId, EventKind, KnownYear, Nature, Precision, SourceId, SourceKind,
    Statement, StatementId, TreatyId,
};
use crate::timeline::{glyph_of, speaker_ink};

use super::PageInput;
use super::addresses::with_letters;
use super::json::Json;
use super::lanes::{look, standing};
use super::slice::Slice;

/// Maximum number of other days that are drawn for an event, as in the window.
const MAX_RIVALS: usize = 12;

pub(super) fn event(input: &PageInput<'_>, slice: &mut Slice, id: EventId) -> Json {
    let (dataset, strings) = (input.dataset, input.strings());
    let event = dataset.event(id);
    let short = match event.kind {
        EventKind::Own(_) => strings.event_kind(dataset, event.kind).to_owned(),
        kind => (strings.terms.event_in)(kind, KnownYear::of(event.date())),
    };
    let links = event.links.iter().filter_map(|link| {
        let to = slice.events.get(link.to)?;
        Some(Json::List(vec![(strings.terms.event_relation)(link.relation).into(), to.into()]))
    });
    let links = Json::list(links);
    let statements = Json::list(event.statements.iter().filter_map(|&id| slice.statements.get(id)));
    let rivals = event.dates.iter().skip(1).take(MAX_RIVALS).filter(|claim| claim.role == event.claim().role);
    let rivals = Json::list(rivals.map(|claim| claim.date.anchor().secs()));
    let claims = event.dates.iter().map(|claim| claim_of(input, slice, event, claim)).collect();
    Json::record([
        event.at().secs().into(),
        i64::from(event.rank()).into(),
        i64::from(event.sign_rank()).into(),
        slice.kinds.number(event.kind).into(),
        slice.treaties.get(event.treaty).into(),
        event.party.map(|party| slice.parties.number(party) + 1).into(),
        (&*event.title).into(),
        short.into(),
        (strings.dates.date)(event.date()).into(),
        (&*event.summary).into(),
        (&*event.contested).into(),
        Json::List(claims),
        links,
        statements,
        (&*with_letters(&event.url)).into(),
        band(input, event),
        rivals,
        Json::list(more_of(input, event)),
    ])
}

/// The period that a date may mean, where it is drawn.
fn band(input: &PageInput<'_>, event: &Event) -> Json {
    let date = event.date();
    let is_span =
        date.precision() == Precision::Interval && input.dataset.treaty(event.treaty).nature == Nature::Topic;
    if is_span || (look(date) == 0 && !date.is_spread()) {
        return Json::Null;
    }
    Json::List(vec![
        look(date).into(),
        date.earliest().secs().into(),
        date.end().secs().into(),
        date.has_open_start().into(),
        date.has_open_end().into(),
    ])
}

fn claim_of(input: &PageInput<'_>, slice: &mut Slice, event: &Event, claim: &DateClaim) -> Json {
    let strings = input.strings();
    let is_first = std::ptr::eq(claim, event.claim());
    let is_alone = event.dates.len() == 1;
    Json::record([
        if is_first { Json::Null } else { (strings.dates.date)(&claim.date).into() },
        if is_alone { Json::Null } else { (strings.terms.date_role)(claim.role).into() },
        claim.source.map(|source| slice.sources.number(source) + 1).into(),
        (&*claim.note).into(),
    ])
}

/// What else there is to say of an event, line by line.
fn more_of(input: &PageInput<'_>, event: &Event) -> Vec<String> {
    let (dataset, words) = (input.dataset, &input.strings().selection);
    let mut lines: Vec<String> = Vec::new();
    lines.extend(event.confidence.map(|confidence| (words.confidence)(confidence).to_owned()));
    if !event.tags.is_empty() {
        let tags: Vec<&str> = event.tags.iter().map(|&tag| dataset.tag(tag)).collect();
        lines.push((words.own_field)(words.tags, &tags.join(", ")));
    }
    lines.extend(event.fields.iter().map(|field| (words.own_field)(&field.name, &field.text)));
    lines
}

pub(super) fn statement(input: &PageInput<'_>, slice: &mut Slice, id: StatementId) -> Json {
    let (dataset, strings) = (input.dataset, input.strings());
    let statement = dataset.statement(id);
    let language = |tag: &str| (strings.terms.language)(tag).map_or_else(|| tag.to_owned(), str::to_owned);
    let original = statement.original.as_ref().map(|original| {
        Json::List(vec![
            (strings.selection.in_original)(&language(&original.lang)).into(),
            (&*original.quote).into(),
            original.source.map(|source| slice.sources.number(source) + 1).into(),
            (&*original.lang).into(),
        ])
    });
    let events = Json::list(statement.events().filter_map(|event| slice.events.get(event)));
    let treaties = statement.about.iter().filter_map(|about| match *about {
        crate::domain::About::Treaty(treaty) => slice.treaties.get(treaty),
        crate::domain::About::Event(_) => None,
    });
    let treaties = Json::list(treaties);
    let role = [&*statement.role, &*statement.organisation];
    let role = role.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let country = statement.country.map(|party| &*dataset.party(party).key);
    Json::record([
        statement.date.anchor().secs().into(),
        format!("{:?}", speaker_ink(country)).into(),
        slice.speakers.number(statement.speaker).into(),
        (strings.dates.date)(&statement.date).into(),
        (&*statement.quote).into(),
        (&*statement.lang).into(),
        slice.shared.number(&role).into(),
        (&*statement.venue).into(),
        (slice.sources.number(statement.source) + 1).into(),
        original.into(),
        (&*statement.note).into(),
        events,
        treaties,
        translation_note(input, statement, &language).into(),
    ])
}

/// Whether the words are a translation, and where there is none, that they are only in a foreign language.
fn translation_note(
    input: &PageInput<'_>,
    statement: &Statement,
    language: &dyn Fn(&str) -> String,
) -> String {
    let words = &input.strings().selection;
    let primary = statement.lang.split('-').next().unwrap_or_default();
    match &statement.original {
        _ if !statement.translation_by.is_empty() => (words.translated_by)(&statement.translation_by),
        Some(_) => words.translated.to_owned(),
        None if !matches!(primary, "" | "und") && primary != input.tag() => {
            (words.untranslated)(&language(&statement.lang))
        }
        None => String::new(),
    }
}

pub(super) fn treaty(input: &PageInput<'_>, id: TreatyId) -> Json {
    let dataset = input.dataset;
    let treaty = dataset.treaty(id);
    let category = dataset.categories().get(treaty.category).map_or("", |category| &*category.name);
    Json::Map(vec![
        ("name", (&*treaty.name).into()),
        ("full", (&*treaty.full_name).into()),
        ("category", category.into()),
        ("standing", standing(input, id).1.into()),
        ("summary", (&*treaty.summary).into()),
        ("duration", (&*treaty.duration_rule).into()),
        ("aliases", treaty.aliases.join(", ").into()),
    ])
}

pub(super) fn source(input: &PageInput<'_>, slice: &mut Slice, id: SourceId) -> Json {
    let source = input.dataset.source(id);
    let words = |date: &Option<EdtfDate>| date.as_ref().map(input.strings().dates.date);
    Json::record([
        (&*source.title).into(),
        slice.shared.number(&source.publisher).into(),
        words(&source.date).into(),
        (&*with_letters(&source.url)).into(),
        (&*with_letters(&source.archive_url)).into(),
        words(&source.accessed).and_then(|day| slice.shared.number(&day)).into(),
        SourceKind::ALL.iter().position(|&kind| kind == source.kind).map(|index| index + 1).into(),
    ])
}

/// A type of event: its name, its colour, and whether it ends a treaty.
pub(super) fn kind(input: &PageInput<'_>, kind: EventKind) -> Json {
    let name = input.strings().event_kind(input.dataset, kind);
    Json::List(vec![name.into(), format!("{:?}", glyph_of(kind).ink).into(), kind.ends_treaty().into()])
}
