//! `treaty-timeline state`: what the law was on a day, with its grounds, for people and for programs.

use std::fmt::Write as _;

use serde::Serialize;

use crate::domain::{
    Answer, Basis, Clause, Dataset, EdtfDate, EventId, Moment, PartyId, Precision, Reason, State, TreatyId,
};
use crate::language::english;
use crate::load::{BUNDLED, BUNDLED_NAME, load};
use crate::session::harmless;

use super::cli::{StateArgs, Table};
use super::files::load_file;

/// One answer, ready to print.
#[derive(Serialize)]
struct Row<'a> {
    treaty: &'a str,
    #[serde(skip)]
    treaty_name: &'a str,
    /// `null` for the treaty as a whole.
    party: Option<&'a str>,
    #[serde(skip)]
    party_name: &'a str,
    on: String,
    /// `null` where the file does not record it.
    state: Option<&'static str>,
    words: String,
    since: Option<String>,
    until: Option<String>,
    last_day_in_force: Option<String>,
    first_day_out: Option<String>,
    days_left: Option<u32>,
    is_suspended: bool,
    is_ratified: bool,
    /// The date within which the state began, where a source gives no day.
    since_within: Option<&'a str>,
    /// What stood in for a step that is not recorded.
    by: Option<String>,
    grounds: Vec<Ground<'a>>,
    alternatives: Vec<Other<'a>>,
}

#[derive(Serialize)]
struct Ground<'a> {
    event: &'a str,
    date: &'a str,
    title: &'a str,
    source: &'a str,
}

#[derive(Serialize)]
struct Other<'a> {
    state: &'static str,
    words: String,
    event: &'a str,
    because: String,
}

/// What to print.
///
/// # Errors
/// What is wrong with the question, or the report of a file that could not be read whole: no answer is better than
/// one from half a record.
pub(super) fn state(args: &StateArgs) -> Result<String, String> {
    let loaded = match &args.file {
        Some(path) => load_file(path, &()).ok_or("the file could not be read")?,
        None => load(BUNDLED_NAME, BUNDLED.into(), &()),
    };
    let dataset = match loaded.dataset {
        Some(dataset) if loaded.report.errors == 0 => dataset,
        _ => return Err(format!("the file has errors, so its law is not computed\n{}", loaded.report)),
    };
    let day = day_of(&args.on)?;
    let rows = rows(&dataset, day, args)?;
    match args.format {
        Table::Text => Ok(text(&rows, day)),
        Table::Json => {
            serde_json::to_string_pretty(&rows).map(|json| format!("{json}\n")).map_err(|err| err.to_string())
        }
        Table::Csv => csv(&rows).map_err(|err| err.to_string()),
    }
}

fn day_of(date: &EdtfDate) -> Result<Moment, String> {
    if date.precision() != Precision::Day {
        return Err(format!(
            "\"{}\" is no single day; the law is asked of a day, as in 2019-08-02",
            date.text()
        ));
    }
    Ok(date.earliest())
}

fn rows<'a>(dataset: &'a Dataset, day: Moment, args: &StateArgs) -> Result<Vec<Row<'a>>, String> {
    let treaties: Vec<TreatyId> = match &args.treaty {
        Some(key) => {
            let keys = dataset.treaties().iter().map(|treaty| &*treaty.key);
            vec![dataset.find_treaty(key).ok_or_else(|| unknown("treaty", key, keys))?]
        }
        None => (0..dataset.treaties().len()).map(TreatyId::new).collect(),
    };
    let party = match &args.party {
        Some(key) => {
            let keys = dataset.parties().iter().map(|party| &*party.key);
            Some(dataset.find_party(key).ok_or_else(|| unknown("party", key, keys))?)
        }
        None => None,
    };
    let mut rows = Vec::new();
    for treaty in treaties {
        if let Some(party) = party {
            let answer = dataset.state_on(treaty, Some(party), day);
            // Asked of one treaty, "not recorded" is an answer; asked of all, it would be noise.
            if answer.is_some() || args.treaty.is_some() {
                rows.push(row(dataset, treaty, Some(party), day, answer.as_ref()));
            }
            continue;
        }
        for party in std::iter::once(None).chain(dataset.parties_on_record(treaty).into_iter().map(Some)) {
            rows.push(row(dataset, treaty, party, day, dataset.state_on(treaty, party, day).as_ref()));
        }
    }
    Ok(rows)
}

fn unknown<'a>(noun: &str, key: &str, keys: impl Iterator<Item = &'a str>) -> String {
    format!("no {noun} has the id \"{key}\"; there are: {}", keys.collect::<Vec<_>>().join(", "))
}

fn row<'a>(
    dataset: &'a Dataset,
    treaty: TreatyId,
    party: Option<PartyId>,
    day: Moment,
    answer: Option<&Answer>,
) -> Row<'a> {
    let record = dataset.treaty(treaty);
    let iso = |day: Moment| day.date().to_string();
    let grounds = answer.map(|answer| answer.grounds.iter().map(|&id| ground(dataset, id)).collect());
    let alternatives = answer.into_iter().flat_map(|answer| &answer.alternatives).map(|other| Other {
        state: other.state.key(),
        words: english::terms::state(other.state, record.nature),
        event: &dataset.event(other.reason.event()).key,
        because: because(dataset, other.reason),
    });
    let state = answer.map(|answer| answer.state);
    let (days_left, is_suspended) = match state {
        Some(State::NoticeRunning { days_left, is_suspended }) => (days_left, is_suspended),
        state => (None, state == Some(State::Suspended)),
    };
    Row {
        treaty: &record.key,
        treaty_name: &record.name,
        party: party.map(|party| &*dataset.party(party).key),
        party_name: party.map_or("the treaty as a whole", |party| &dataset.party(party).name),
        on: iso(day),
        state: state.map(State::key),
        words: state
            .map_or_else(|| "not recorded in this file".to_owned(), |state| english::terms::state(state, record.nature)),
        since: answer.and_then(|answer| answer.since).map(iso),
        until: answer.and_then(|answer| answer.until).map(iso),
        last_day_in_force: answer
            .as_ref()
            .and_then(|answer| answer.exit)
            .map(|exit| iso(exit.last_day_in_force)),
        first_day_out: answer.and_then(|answer| answer.exit).map(|exit| iso(exit.first_day_out)),
        days_left,
        is_suspended,
        is_ratified: matches!(state, Some(State::Signed { is_ratified: true })),
        since_within: answer
            .and_then(|answer| answer.since_within)
            .map(|event| dataset.event(event).governing_claim().date.text()),
        by: answer.and_then(|answer| stand_in(dataset, treaty, answer.basis)),
        grounds: grounds.unwrap_or_default(),
        alternatives: alternatives.collect(),
    }
}

fn ground(dataset: &Dataset, id: EventId) -> Ground<'_> {
    let event = dataset.event(id);
    let claim = event.governing_claim();
    Ground {
        event: &event.key,
        date: claim.date.text(),
        title: &event.title,
        source: &dataset.source(claim.source).key,
    }
}

/// What stood in for a step, in words.
fn stand_in(dataset: &Dataset, treaty: TreatyId, basis: Basis) -> Option<String> {
    let terms = &dataset.treaty(treaty).terms;
    let by_clause = |clause: Option<&Clause>, what: &str| {
        clause.map(|clause| {
            let source = &dataset.source(clause.source).key;
            format!("{what} by Article {}: {} [{source}]", clause.article, english::terms::period(clause.period))
        })
    };
    match basis {
        Basis::Steps => None,
        Basis::EntryClause => by_clause(terms.entry.as_ref(), "entry into force after the deposit"),
        Basis::WithdrawalClause => by_clause(terms.withdrawal.as_ref(), "notice runs out"),
        Basis::DayOfDeposit => {
            Some("counted from the deposit: the file has no clause on parties that join later".to_owned())
        }
    }
}

fn because(dataset: &Dataset, reason: Reason) -> String {
    match reason {
        Reason::Contested(event) => dataset.event(event).contested.to_string(),
        Reason::OtherDate(event, place) => {
            let claim = dataset.event(event).dates.get(place);
            claim.map_or_else(String::new, |claim| {
                let note = if claim.note.is_empty() { String::new() } else { format!(": {}", claim.note) };
                format!("dated {} in {}{note}", english::dates::date(&claim.date), dataset.source(claim.source).title)
            })
        }
    }
}

fn text(rows: &[Row<'_>], day: Moment) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _written = print_text(&mut text, rows, day);
    text
}

fn print_text(out: &mut String, rows: &[Row<'_>], day: Moment) -> std::fmt::Result {
    for of_treaty in rows.chunk_by(|a, b| a.treaty == b.treaty) {
        let name = of_treaty.first().map_or("", |row| row.treaty_name);
        writeln!(out, "{name}, {}", english::dates::day(day))?;
        for row in of_treaty {
            write!(out, "  {}: {}", row.party_name, row.words)?;
            match (row.since_within, &row.since) {
                (Some(within), _) => write!(out, ", since a day within {within}")?,
                (None, Some(since)) => write!(out, ", since {since}")?,
                (None, None) => {}
            }
            // While a treaty is simply in force, its later end is hindsight: programs get it, people need it not.
            let looks_ahead = row.state == Some(State::InForce.key());
            match (&row.last_day_in_force, &row.first_day_out) {
                (Some(last), Some(first)) if !looks_ahead => {
                    writeln!(out, "; last day in force {last}, first day out {first}")?;
                }
                _ => writeln!(out)?,
            }
            for ground in &row.grounds {
                writeln!(out, "      {:<10}  {}  [{}]", ground.date, ground.title, ground.source)?;
            }
            if let Some(by) = &row.by {
                writeln!(out, "      {by}")?;
            }
            for other in &row.alternatives {
                writeln!(out, "    or {}: {} ({})", other.words, other.because, other.event)?;
            }
        }
        writeln!(out)?;
    }
    if rows.is_empty() {
        writeln!(out, "The file records nothing of that party.")?;
    }
    Ok(())
}

fn csv(rows: &[Row<'_>]) -> csv::Result<String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record([
        "treaty",
        "party",
        "on",
        "state",
        "words",
        "since",
        "since_within",
        "until",
        "last_day_in_force",
        "first_day_out",
        "days_left",
        "grounds",
        "otherwise",
    ])?;
    for row in rows {
        let cell = |value: &Option<String>| value.clone().unwrap_or_default();
        let grounds: Vec<&str> = row.grounds.iter().map(|ground| ground.event).collect();
        let otherwise: Vec<&str> = row.alternatives.iter().map(|other| other.words.as_str()).collect();
        let cells = [
            row.treaty.to_owned(),
            row.party.unwrap_or_default().to_owned(),
            row.on.clone(),
            row.state.unwrap_or_default().to_owned(),
            row.words.clone(),
            cell(&row.since),
            row.since_within.unwrap_or_default().to_owned(),
            cell(&row.until),
            cell(&row.last_day_in_force),
            cell(&row.first_day_out),
            row.days_left.map_or_else(String::new, |days| days.to_string()),
            grounds.join(" "),
            otherwise.join("; "),
        ];
        writer.write_record(cells.map(harmless))?;
    }
    let bytes = writer.into_inner().map_err(|err| csv::Error::from(err.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
