//! What marks and lanes are called: for tooltips and for screen readers, which must hear the same.

use crate::domain::{
    EdtfDate, EventId, Moment, Notice, PartyId, PlainId, SECS_PER_DAY, StatementId, TreatyId,
};
use crate::language::Words;
use crate::session::Session;
pub(super) use crate::text::first_words;
use crate::timeline::{Bar, LaneRow, Mark, PlainBar, Subject};

/// A lane: `INF Treaty, 1988 – 2019 · terminated, 26 events, 12 statements`.
pub(super) fn lane(session: &Session, treaty: TreatyId) -> String {
    let (dataset, words) = (&session.world.dataset, session.words());
    if let Some(plain) = &session.world.plain {
        let lane = &plain.lanes()[treaty.index()];
        return format!("{}, {}", short(&lane.name), (words.events)(lane.len()));
    }
    let standing = match &session.law.status {
        Some(as_of) => {
            let state = (words.state)(as_of.state(treaty), dataset.treaty(treaty).nature);
            (words.on_day)(&(words.day)(as_of.day), &state)
        }
        None => (words.brief)(dataset.standing(treaty).brief),
    };
    format!(
        "{}, {standing}, {}, {}",
        short(&dataset.treaty(treaty).name),
        (words.events)(dataset.events_of(treaty).len()),
        (words.statements)(dataset.statements_of(treaty).len())
    )
}

/// The lane of a party: `New START, United States: suspended, 5 events, 3 statements`.
pub(super) fn party_lane(session: &Session, lane: &LaneRow, party: PartyId) -> String {
    let (dataset, words) = (&session.world.dataset, session.words());
    let name = treaty_and_party(session, lane.treaty, Some(party));
    let lanes = session.party_lanes().of(lane.treaty);
    let Some(record) = lanes.iter().find(|record| record.party == party) else { return name };
    let kept_to = || dataset.checked_on().map(EdtfDate::latest_day);
    let day = session.law.status.as_ref().map(|as_of| as_of.day).or(session.today).or_else(kept_to);
    let state = day.map(|day| (words.state)(record.state_on(day), dataset.treaty(lane.treaty).nature));
    let counts = [(words.events)(record.events.len()), (words.statements)(record.statements.len())];
    let parts: Vec<String> = state.into_iter().chain(counts).collect();
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
    let (dataset, words) = (&session.world.dataset, session.words());
    let (from, to) = (dataset.event(notice.event), dataset.event(notice.effect));
    let days = (to.at().secs() - from.at().secs()) / SECS_PER_DAY;
    let runs =
        (words.notice_runs)(&(words.date)(from.date()), &(words.date)(to.date()), days.max(0) as usize);
    format!("{}: {runs}", treaty_and_party(session, treaty, from.party))
}

/// A mark, as the one thing it is or as the crowd it stands for. `treaty` is the lane it is drawn in.
pub(super) fn mark(session: &Session, treaty: TreatyId, mark: &Mark) -> String {
    let words = session.words();
    let one = match mark.subject {
        Subject::Event(id) => event(session, id),
        Subject::Plain(id) => plain(session, id),
        Subject::Statement(id) => {
            format!("{}: {}", short(&session.world.dataset.treaty(treaty).name), statement(session, id))
        }
    };
    if mark.count == 1 {
        return one;
    }
    let counted = if matches!(mark.subject, Subject::Statement(_)) { words.statements } else { words.events };
    (words.stands_for)(one, counted(mark.count))
}

/// An event: `INF Treaty: Treaty terminates, terminated, 2 August 2019, 3 statements`.
pub(super) fn event(session: &Session, id: EventId) -> String {
    let (dataset, words) = (&session.world.dataset, session.words());
    let event = dataset.event(id);
    let mut said = format!(
        "{}: {}, {}, {}",
        short(&dataset.treaty(event.treaty).name),
        short(&event.title),
        (words.event_kind)(event.kind).to_lowercase(),
        (words.date)(event.date())
    );
    if !event.statements.is_empty() {
        said.push_str(", ");
        said.push_str(&(words.statements)(event.statements.len()));
    }
    said
}

/// A statement: `Sergei Ryabkov, 11 February 2021: “In a nutshell, I do not think…”`.
pub(super) fn statement(session: &Session, id: StatementId) -> String {
    let (dataset, words) = (&session.world.dataset, session.words());
    let statement = dataset.statement(id);
    let speaker = &dataset.speaker(statement.speaker).name;
    let quote = (words.quotation)(&first_words(&statement.quote, 60));
    format!("{}, {}: {quote}", short(speaker), (words.date)(&statement.date))
}

/// A plain event: `Treaty of Lima on trade no. 7, 3 March 1920 to 5 May 1922`.
pub(super) fn plain(session: &Session, id: PlainId) -> String {
    let Some(plain) = &session.world.plain else { return String::new() };
    let (_, label) = plain.texts(id);
    format!("{}, {}", short(&label), plain_dates(session, id))
}

/// When a plain event was.
pub(super) fn plain_dates(session: &Session, id: PlainId) -> String {
    let Some(plain) = &session.world.plain else { return String::new() };
    let words = session.words();
    let (first, last) = (plain.start(id), plain.end(id).plus(-1));
    let doubt = plain.doubt(id);
    if doubt.is_some() {
        let day = |at: Moment| at.date().format("%Y-%m-%d").to_string();
        if let Ok(date) = EdtfDate::parse(&doubt.edtf(&day(first), &day(last))) {
            return (words.date)(&date);
        }
    }
    if plain.is_day(id) {
        (words.day)(first)
    } else {
        format!("{} – {}", (words.day)(first), (words.day)(last))
    }
}

/// A plain event, or the run of them that it stands for.
pub(super) fn plain_bar(session: &Session, bar: &PlainBar) -> String {
    let one = plain(session, bar.id);
    let words = session.words();
    if bar.count == 1 { one } else { (words.stands_for)(one, (words.events)(bar.count as usize)) }
}

/// A phase, of a treaty or of a party in it: `INF Treaty: in force, 1 June 1988 to 2 February 2019`.
pub(super) fn phase(session: &Session, treaty: TreatyId, party: Option<PartyId>, bar: &Bar) -> String {
    let words = session.words();
    let name = treaty_and_party(session, treaty, party);
    let treaty = session.world.dataset.treaty(treaty);
    let end = bar.end.map(words.day);
    let span =
        (words.phase_span)((words.phase)(bar.kind, treaty.nature), &(words.day)(bar.start), end.as_deref());
    format!("{name}: {span}")
}

/// A text cut to a length at which nobody minds hearing it.
pub(super) fn short(text: &str) -> std::borrow::Cow<'_, str> {
    if text.len() <= 160 { text.into() } else { first_words(text, 160).into() }
}

/// The name of a language, from its BCP 47 tag; the tag itself for one that has no name here.
pub(super) fn language<'a>(tag: &'a str, words: &Words) -> &'a str {
    (words.language)(tag.split('-').next().unwrap_or(tag)).unwrap_or(tag)
}
