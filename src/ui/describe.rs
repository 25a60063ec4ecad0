//! Names of marks and lanes, shared by tooltips and screen readers.

use crate::document::Found;
use crate::domain::{
    ActId, BulkId, EdtfDate, EventId, Moment, Nature, Notice, PartyId, StatementId, TreatyId, decade_of,
};
use crate::language::Strings;
use crate::session::{Facet, Session};
pub(super) use crate::text::first_words;
use crate::timeline::{BackgroundBand, Bar, BulkBar, LaneRow, Mark, Subject};

/// A band behind the lanes: the event that lasts, or the treaty.
pub(super) fn band(session: &Session, band: &BackgroundBand) -> String {
    let dataset = &session.world.dataset;
    let name = band
        .event
        .map_or_else(|| short(&dataset.treaty(band.treaty).name).into_owned(), |id| event(session, id));
    (session.strings().layers.band)(&name)
}

/// A lane: `INF Treaty, 1988 – 2019 · terminated, 26 events, 12 statements`.
pub(super) fn lane(session: &Session, treaty: TreatyId) -> String {
    let (dataset, strings) = (&session.world.dataset, session.strings());
    if let Some(bulk) = &session.world.bulk {
        let lane = &bulk.lanes()[treaty.index()];
        return format!("{}, {}", short(&lane.name), (strings.terms.events)(lane.len()));
    }
    // A topic has no status on any day.
    let dated = session.law.status.as_ref().filter(|_| dataset.treaty(treaty).nature != Nature::Topic);
    let standing = match dated {
        Some(status) => {
            let state = (strings.terms.state)(status.state(treaty), dataset.treaty(treaty).nature);
            (strings.law.state_on)(&(strings.dates.day)(status.day), &state)
        }
        None => (strings.terms.life_summary)(dataset.status_summary_on(treaty, session.statuses().day).life),
    };
    let events = (strings.terms.events)(dataset.events_of(treaty).len());
    let statements = (strings.terms.statements)(dataset.statements_of(treaty).len());
    joined(&[&short(&dataset.treaty(treaty).name), &standing, &events, &statements], ", ")
}

/// The lane of a party: `New START, United States: suspended, 5 events, 3 statements`.
pub(super) fn party_lane(session: &Session, lane: &LaneRow, party: PartyId) -> String {
    let (dataset, strings) = (&session.world.dataset, session.strings());
    let name = treaty_and_party(session, lane.treaty, Some(party));
    let lanes = session.party_lanes().of(lane.treaty);
    let Some(record) = lanes.iter().find(|record| record.party == party) else { return name };
    let state = record.state_on(session.statuses().day);
    let state = (strings.terms.state)(state, dataset.treaty(lane.treaty).nature);
    let counts =
        [(strings.terms.events)(record.events.len()), (strings.terms.statements)(record.statements.len())];
    let parts: Vec<String> = std::iter::once(state).chain(counts).collect();
    format!("{name}: {}", parts.join(", "))
}

/// `New START, United States`.
fn treaty_and_party(session: &Session, treaty: TreatyId, party: Option<PartyId>) -> String {
    let dataset = &session.world.dataset;
    let name = short(&dataset.treaty(treaty).name);
    let party = party.map(|party| short(&dataset.party(party).name));
    party.map_or_else(|| name.to_string(), |party| format!("{name}, {party}"))
}

/// The time from a notice of withdrawal to its effect.
pub(super) fn notice(session: &Session, treaty: TreatyId, notice: &Notice) -> String {
    let (dataset, strings) = (&session.world.dataset, session.strings());
    let (from, to) = (dataset.event(notice.event), dataset.event(notice.effect));
    let length = dataset.notice_length(notice.event).map(|length| {
        (strings.law.after_notice)(length.period, length.clause.map(|clause| &*clause.article))
    });
    let runs = (strings.view.notice_period)(
        &(strings.dates.date)(from.date()),
        &(strings.dates.date)(to.date()),
        length.as_deref(),
    );
    format!("{}: {runs}", treaty_and_party(session, treaty, from.party))
}

/// A mark: the one item it stands for, or its first and the size of the cluster. `treaty` is the lane it is drawn in.
pub(super) fn mark(session: &Session, treaty: TreatyId, mark: &Mark) -> String {
    let strings = session.strings();
    let one = match mark.subject {
        Subject::Event(id) => event(session, id),
        Subject::Bulk(id) => bulk_event(session, id),
        Subject::Statement(id) => {
            format!("{}: {}", short(&session.world.dataset.treaty(treaty).name), statement(session, id))
        }
    };
    if mark.count == 1 {
        return one;
    }
    let counted = if matches!(mark.subject, Subject::Statement(_)) {
        strings.terms.statements
    } else {
        strings.terms.events
    };
    (strings.view.cluster)(one, counted(mark.count))
}

/// An act in a depositary's list: `BWC, Iran: ratified, 22 August 1973`.
pub(super) fn act(session: &Session, id: ActId) -> String {
    let (dataset, strings) = (&session.world.dataset, session.strings());
    let act = dataset.act(id);
    let who = treaty_and_party(session, act.treaty, Some(act.party));
    let what = strings.event_kind(dataset, act.kind).to_lowercase();
    format!("{who}: {what}, {}", (strings.dates.date)(&dataset.act_date(id)))
}

/// An event: `INF Treaty: Treaty terminates, terminated, 2 August 2019, 3 statements`.
pub(super) fn event(session: &Session, id: EventId) -> String {
    let (dataset, strings) = (&session.world.dataset, session.strings());
    let event = dataset.event(id);
    let mut text = format!(
        "{}: {}, {}, {}",
        short(&dataset.treaty(event.treaty).name),
        short(&event.title),
        strings.event_kind(dataset, event.kind).to_lowercase(),
        (strings.dates.date)(event.date())
    );
    if let Some(attestation) = dataset.attestation(id) {
        text.push_str(", ");
        text.push_str((strings.view.attestation)(attestation));
    }
    if !event.statements.is_empty() {
        text.push_str(", ");
        text.push_str(&(strings.terms.statements)(event.statements.len()));
    }
    text
}

/// A statement: `Sergei Ryabkov, 11 February 2021: “In a nutshell, I do not think…”`.
pub(super) fn statement(session: &Session, id: StatementId) -> String {
    let (dataset, strings) = (&session.world.dataset, session.strings());
    let statement = dataset.statement(id);
    let speaker = &dataset.speaker(statement.speaker).name;
    let quote = (strings.selection.quotation)(&first_words(&statement.quote, 60));
    format!("{}, {}: {quote}", short(speaker), (strings.dates.date)(&statement.date))
}

/// A bulk event: `Treaty of Lima on trade no. 7, 3 March 1920 to 5 May 1922`.
pub(super) fn bulk_event(session: &Session, id: BulkId) -> String {
    let Some(bulk) = &session.world.bulk else { return String::new() };
    let (_, label) = bulk.texts(id);
    format!("{}, {}", short(&label), bulk_dates(session, id))
}

/// The dates of a bulk event, with its doubts.
pub(super) fn bulk_dates(session: &Session, id: BulkId) -> String {
    let Some(bulk) = &session.world.bulk else { return String::new() };
    let strings = session.strings();
    let (first, last) = (bulk.start(id), bulk.end(id).plus(-1));
    let doubt = bulk.date_uncertainty(id);
    if doubt.is_some() {
        let day = |at: Moment| at.date().format("%Y-%m-%d").to_string();
        if let Ok(date) = EdtfDate::parse(&doubt.edtf(&day(first), &day(last))) {
            return (strings.dates.date)(&date);
        }
    }
    if bulk.is_day(id) {
        (strings.dates.day)(first)
    } else {
        format!("{} – {}", (strings.dates.day)(first), (strings.dates.day)(last))
    }
}

/// A bulk event, or the run of them that its bar stands for.
pub(super) fn bulk_bar(session: &Session, bar: &BulkBar) -> String {
    let one = bulk_event(session, bar.id);
    let strings = session.strings();
    if bar.count == 1 { one } else { (strings.view.cluster)(one, (strings.terms.events)(bar.count as usize)) }
}

/// A phase, of a treaty or of a party in it: `INF Treaty: in force, from 1 June 1988 until 2 February 2019`.
pub(super) fn phase(session: &Session, treaty: TreatyId, party: Option<PartyId>, bar: &Bar) -> String {
    let strings = session.strings();
    let name = treaty_and_party(session, treaty, party);
    let treaty = session.world.dataset.treaty(treaty);
    let end = bar.end.map(strings.dates.day);
    let span = (strings.view.phase_span)(
        (strings.terms.phase)(bar.kind, treaty.nature),
        &(strings.dates.day)(bar.start),
        end.as_deref(),
    );
    format!("{name}: {span}")
}

/// A text cut to a length that a screen reader may read out.
pub(super) fn short(text: &str) -> std::borrow::Cow<'_, str> {
    if text.len() <= 160 { text.into() } else { first_words(text, 160).into() }
}

/// The name of a language by its BCP 47 tag, or the tag itself where the language has no name here.
pub(super) fn language<'a>(tag: &'a str, strings: &Strings) -> &'a str {
    (strings.terms.language)(tag.split('-').next().unwrap_or(tag)).unwrap_or(tag)
}

/// How well a quotation matches the text of a document.
pub(super) fn quote_match(session: &Session, found: &Found) -> String {
    let strings = &session.strings().reader;
    let Some(passage) = found.passage() else { return strings.not_found.to_owned() };
    let quality = match &passage.negation {
        Some(negation) => (strings.negated)(&negation.word, negation.is_quoted),
        None => (strings.match_quality)(passage.kind),
    };
    if passage.candidates > 1 {
        format!("{quality}, {}", (strings.first_of_identical)(passage.candidates))
    } else {
        quality
    }
}

/// The value of a facet.
pub(super) fn facet(session: &Session, facet: Facet) -> String {
    let (dataset, strings) = (&session.world.dataset, session.strings());
    match facet {
        Facet::Treaty(id) => short(&dataset.treaty(id).name).into_owned(),
        Facet::Party(id) => short(&dataset.party(id).name).into_owned(),
        Facet::Category(index) => short(&dataset.categories()[index].name).into_owned(),
        Facet::Status(status) => (strings.terms.status)(status).to_owned(),
        Facet::Kind(kind) => short(strings.event_kind(dataset, kind)).into_owned(),
        Facet::Tag(tag) => short(dataset.tag(tag)).into_owned(),
        Facet::Speaker(id) => short(&dataset.speaker(id).name).into_owned(),
        Facet::Spoken => strings.filter.with_statements.to_owned(),
        Facet::Decade(year) => {
            let (first, last) = decade_of(year);
            (strings.dates.years)(first, last)
        }
        Facet::Source(kind) => (strings.terms.source_kind)(kind).to_owned(),
        Facet::Language(tag) => language(tag.text(), strings).to_owned(),
    }
}

/// The name of a series of figures, with whose it is.
pub(super) fn series(session: &Session, index: usize) -> String {
    let dataset = &session.world.dataset;
    let series = &dataset.series()[index];
    let party = series.party.map(|party| &*dataset.party(party).short);
    let treaty = series.limit_of.map(|treaty| &*dataset.treaty(treaty).name);
    match party.or(treaty) {
        Some(owner) => format!("{owner}: {}", series.name),
        None => series.name.to_string(),
    }
}

/// Joins the parts that are not empty.
pub(super) fn joined(parts: &[&str], joint: &str) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    parts.join(joint)
}
