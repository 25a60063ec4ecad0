//! `treaty-timeline state`: the legal status of treaties on a date, with what it is based on, for people and for programs.

use std::fmt::Write as _;

use serde::Serialize;

use crate::app::files::load_file;
use crate::app::reader_process::ReaderProgram;
use crate::diagnostics::Failure;
use crate::domain::{
    Basis, Dataset, EdtfDate, Ground, LegalStatus, Moment, Nature, PartyId, Precision, Reason, State,
    TreatyId,
};
use crate::language::{CommandLineError, Language, StandIn};
use crate::load::{BUNDLED_NAME, bundled, load};
use crate::text::escape_formula;

use super::args::{StateArgs, Table};

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
    /// `null` where nothing is recorded.
    state: Option<&'static str>,
    words: String,
    since: Option<String>,
    until: Option<String>,
    /// Whether the treaty is in force by an extension of its term.
    is_extended: bool,
    /// The day on which the extended term runs out, where the record says so.
    extended_to: Option<String>,
    last_day_in_force: Option<String>,
    first_day_out: Option<String>,
    days_left: Option<u32>,
    is_suspended: bool,
    is_ratified: bool,
    /// The date within which the state began, where a source gives no day.
    since_within: Option<String>,
    /// The clause that stands in for an event that is not recorded.
    by: Option<String>,
    grounds: Vec<GroundRow<'a>>,
    alternatives: Vec<Other<'a>>,
}

#[derive(Serialize)]
struct GroundRow<'a> {
    /// `null` for an act of a list.
    event: Option<&'a str>,
    /// The party and the type of an act of a list.
    #[serde(skip_serializing_if = "Option::is_none")]
    act: Option<String>,
    date: String,
    title: String,
    source: &'a str,
}

#[derive(Serialize)]
struct Other<'a> {
    state: &'static str,
    words: String,
    /// `null` for an act of a list.
    event: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    act: Option<String>,
    because: String,
}

#[derive(Clone, Copy)]
struct Question<'a> {
    dataset: &'a Dataset,
    day: Moment,
    language: Language,
}

/// The text to print.
///
/// # Errors
/// Why the question cannot be answered, or the file has errors: no answer is better than one from half a dataset.
pub(in crate::app) fn state(args: &StateArgs, language: Language) -> Result<String, CommandLineError> {
    let loaded = match &args.file {
        Some(path) => load_file(path, &ReaderProgram::own(), &())
            .map_err(|err| CommandLineError::Open(path.display().to_string(), err))?,
        None => load(BUNDLED_NAME, bundled(), &()),
    };
    let dataset = match loaded.dataset {
        Some(dataset) if loaded.report.errors == 0 => dataset,
        _ => return Err(CommandLineError::NoStatus(Box::new(loaded.report))),
    };
    let day = day_of(&args.on)?;
    // What is printed for programs is the same in every language.
    let language = if args.format == Table::Text { language } else { Language::English };
    let rows = rows(Question { dataset: &dataset, day, language }, args)?;
    let failed = |why: String| CommandLineError::Failed(Failure::System(why));
    match args.format {
        Table::Text => Ok(text(&rows, day, language)),
        Table::Json => serde_json::to_string_pretty(&rows)
            .map(|json| format!("{json}\n"))
            .map_err(|err| failed(err.to_string())),
        Table::Csv => csv(&rows).map_err(|err| failed(err.to_string())),
    }
}

fn day_of(date: &EdtfDate) -> Result<Moment, CommandLineError> {
    if date.precision() != Precision::Day {
        return Err(CommandLineError::NotADay(date.text().to_owned()));
    }
    Ok(date.earliest())
}

fn rows<'a>(question: Question<'a>, args: &StateArgs) -> Result<Vec<Row<'a>>, CommandLineError> {
    let Question { dataset, day, .. } = question;
    let treaties: Vec<TreatyId> = match &args.treaty {
        Some(id) => vec![dataset.find_treaty(id).ok_or_else(|| {
            let known = dataset.treaties().iter().map(|treaty| treaty.key.to_string());
            CommandLineError::NoSuchTreaty(id.clone(), known.collect())
        })?],
        // A topic has no status.
        None => (0..dataset.treaties().len())
            .map(TreatyId::new)
            .filter(|&id| dataset.treaty(id).nature != Nature::Topic)
            .collect(),
    };
    let party = match &args.party {
        Some(id) => Some(dataset.find_party(id).ok_or_else(|| {
            let known = dataset.parties().iter().map(|party| party.key.to_string());
            CommandLineError::NoSuchParty(id.clone(), known.collect())
        })?),
        None => None,
    };
    let mut rows = Vec::new();
    for treaty in treaties {
        if let Some(party) = party {
            let answer = dataset.state_on(treaty, Some(party), day);
            // For one treaty "not recorded" is an answer; for all of them it would be noise.
            if answer.is_some() || args.treaty.is_some() {
                rows.push(row(question, treaty, Some(party), answer.as_ref()));
            }
            continue;
        }
        let parties = dataset.parties_on_record(treaty).into_iter().map(Some);
        let parties: Vec<Option<PartyId>> = std::iter::once(None).chain(parties).collect();
        let answers = dataset.states_on(treaty, &parties, day);
        for (party, answer) in std::iter::zip(parties, answers) {
            rows.push(row(question, treaty, party, answer.as_ref()));
        }
    }
    Ok(rows)
}

fn row<'a>(
    question: Question<'a>,
    treaty: TreatyId,
    party: Option<PartyId>,
    answer: Option<&LegalStatus>,
) -> Row<'a> {
    let Question { dataset, day, language } = question;
    let (strings, texts) = (language.strings(), language.command_line());
    let record = dataset.treaty(treaty);
    let iso = |day: Moment| day.date().to_string();
    let grounds = answer.map(|answer| answer.grounds.iter().map(|&of| ground(question, of)).collect());
    let alternatives = answer.into_iter().flat_map(|answer| &answer.alternatives).map(|other| Other {
        state: other.state.key(),
        words: (strings.terms.state)(other.state, record.nature),
        event: other.reason.ground().event().map(|event| &*dataset.event(event).key),
        act: act_key(dataset, other.reason.ground()),
        because: because(dataset, other.reason, language),
    });
    let state = answer.map(|answer| answer.state);
    let extended_to = answer.and_then(|answer| answer.extension?.to);
    let (days_left, is_suspended) = match state {
        Some(State::NoticeRunning { days_left, is_suspended }) => (days_left, is_suspended),
        state => (None, state == Some(State::Suspended)),
    };
    Row {
        treaty: &record.key,
        treaty_name: &record.name,
        party: party.map(|party| &*dataset.party(party).key),
        party_name: party.map_or(texts.whole_treaty, |party| &dataset.party(party).name),
        on: iso(day),
        state: state.map(State::key),
        words: state.map_or_else(
            || {
                let is_outsider = party.is_some_and(|party| dataset.is_outsider(treaty, party));
                let words = if is_outsider { strings.law.outsider_in_full } else { texts.not_recorded };
                words.to_owned()
            },
            |state| {
                let words = (strings.terms.state)(state, record.nature);
                if answer.is_none_or(|answer| answer.extension.is_none()) {
                    return words;
                }
                let to = extended_to.map(strings.dates.day);
                format!("{words}, {}", (strings.law.extended)(to.as_deref()))
            },
        ),
        since: answer.and_then(|answer| answer.since).map(iso),
        until: answer.and_then(|answer| answer.until).map(iso),
        is_extended: answer.is_some_and(|answer| answer.extension.is_some()),
        extended_to: extended_to.map(iso),
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
            .map(|ground| dataset.date_of(ground).text().to_owned()),
        by: answer.and_then(|answer| language.stand_in(stand_in(dataset, treaty, answer.basis))),
        grounds: grounds.unwrap_or_default(),
        alternatives: alternatives.collect(),
    }
}

fn ground(question: Question<'_>, ground: Ground) -> GroundRow<'_> {
    let Question { dataset, language, .. } = question;
    let strings = language.strings();
    let title = match ground {
        Ground::Event(event) => dataset.event(event).title.to_string(),
        Ground::Act(act) => (strings.law.listed_act)(strings.event_kind(dataset, dataset.act(act).kind)),
    };
    GroundRow {
        event: ground.event().map(|event| &*dataset.event(event).key),
        act: act_key(dataset, ground),
        date: dataset.date_of(ground).text().to_owned(),
        title,
        source: dataset.source_of(ground).map_or("", |id| &dataset.source(id).key),
    }
}

/// What programs tell an act of a list by: `IRN:ratified`; `None` for an event.
fn act_key(dataset: &Dataset, ground: Ground) -> Option<String> {
    let act = dataset.act(ground.act()?);
    Some(format!("{}:{}", dataset.party(act.party).key, crate::records::act_key(act.kind)))
}

fn stand_in(dataset: &Dataset, treaty: TreatyId, basis: Basis) -> StandIn<'_> {
    let terms = &dataset.treaty(treaty).terms;
    let clause = match basis {
        Basis::EntryClause => terms.entry.as_ref(),
        Basis::WithdrawalClause => terms.withdrawal.as_ref(),
        Basis::Events | Basis::DayOfDeposit | Basis::EntryNotRecorded => None,
    };
    let clause = clause.map(|clause| (&*clause.article, clause.period, &*dataset.source(clause.source).key));
    StandIn { basis, clause }
}

fn because(dataset: &Dataset, reason: Reason, language: Language) -> String {
    match reason {
        Reason::Contested(event) => dataset.event(event).contested.to_string(),
        Reason::OtherDate(event, index) => {
            let claim = dataset.event(event).dates.get(index);
            claim.map_or_else(String::new, |claim| {
                let note = if claim.note.is_empty() { String::new() } else { format!(": {}", claim.note) };
                let date = (language.strings().dates.date)(&claim.date);
                let dated = language.command_line().dated;
                let dated = claim.source.map(|id| dated(&date, &dataset.source(id).title));
                format!("{}{note}", dated.unwrap_or(date))
            })
        }
        Reason::OpenAct(act) => {
            let date = (language.strings().dates.date)(&dataset.act_date(act));
            let source = dataset.source(dataset.act(act).source);
            (language.command_line().dated)(&date, &source.title)
        }
    }
}

fn text(rows: &[Row<'_>], day: Moment, language: Language) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _written = print_text(&mut text, rows, day, language);
    text
}

fn print_text(out: &mut String, rows: &[Row<'_>], day: Moment, language: Language) -> std::fmt::Result {
    let texts = language.command_line();
    for of_treaty in rows.chunk_by(|a, b| a.treaty == b.treaty) {
        let name = of_treaty.first().map_or("", |row| row.treaty_name);
        writeln!(out, "{name}, {}", (language.strings().dates.day)(day))?;
        for row in of_treaty {
            write!(out, "  {}: {}", row.party_name, row.words)?;
            match (&row.since_within, &row.since) {
                (Some(within), _) => write!(out, ", {}", (texts.since_within)(within))?,
                (None, Some(since)) => write!(out, ", {}", (texts.since)(since))?,
                (None, None) => {}
            }
            // The later end of a treaty that is simply in force is hindsight: programs get it, people do not need it.
            let looks_ahead = row.state == Some(State::InForce.key());
            match (&row.last_day_in_force, &row.first_day_out) {
                (Some(last), Some(first)) if !looks_ahead => {
                    writeln!(out, "; {}", (texts.exit)(last, first))?;
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
                let state = (texts.or_else)(&other.words);
                let by = other.event.or(other.act.as_deref()).unwrap_or_default();
                writeln!(out, "    {state}: {} ({by})", other.because)?;
            }
        }
        writeln!(out)?;
    }
    if rows.is_empty() {
        writeln!(out, "{}", texts.nothing_recorded)?;
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
        "extended_to",
    ])?;
    for row in rows {
        let cell = |value: &Option<String>| value.clone().unwrap_or_default();
        let key = |ground: &GroundRow<'_>| {
            ground.event.map(str::to_owned).or_else(|| ground.act.clone()).unwrap_or_default()
        };
        let grounds: Vec<String> = row.grounds.iter().map(key).collect();
        let otherwise: Vec<&str> = row.alternatives.iter().map(|other| other.words.as_str()).collect();
        let cells = [
            row.treaty.to_owned(),
            row.party.unwrap_or_default().to_owned(),
            row.on.clone(),
            row.state.unwrap_or_default().to_owned(),
            row.words.clone(),
            cell(&row.since),
            cell(&row.since_within),
            cell(&row.until),
            cell(&row.last_day_in_force),
            cell(&row.first_day_out),
            row.days_left.map_or_else(String::new, |days| days.to_string()),
            grounds.join(" "),
            otherwise.join("; "),
            cell(&row.extended_to),
        ];
        writer.write_record(cells.map(escape_formula))?;
    }
    let bytes = writer.into_inner().map_err(|err| csv::Error::from(err.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
