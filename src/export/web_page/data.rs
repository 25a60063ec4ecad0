//! The data of a page: everything that its script draws and tells, as one map.

use crate::domain::{EdtfDate, PhaseKind};
use crate::timeline::{DateLook, LegendEntry, RowMetrics, Selection, SymbolsInUse, speaker_ink};

use super::json::Json;
use super::slice::{Group, Slice};
use super::{PageInput, PageStep, glyphs, lanes, records, words};

/// The whole data.
pub(super) fn data(input: &PageInput<'_>) -> Json {
    let mut slice = Slice::of(input);
    let dataset = input.dataset;
    let lanes: Vec<Json> = slice.lanes.iter().map(|&lane| lanes::lane(input, &slice, lane)).collect();
    let (event_ids, statement_ids) = (slice.events.list().to_vec(), slice.statements.list().to_vec());
    let events: Vec<Json> = event_ids.into_iter().map(|id| records::event(input, &mut slice, id)).collect();
    let statements: Vec<Json> =
        statement_ids.into_iter().map(|id| records::statement(input, &mut slice, id)).collect();
    let source_ids = slice.sources.list().to_vec();
    let sources: Vec<Json> =
        source_ids.into_iter().map(|id| records::source(input, &mut slice, id)).collect();
    let legend = legend(input, &slice);
    let (strings, page) = (input.strings(), input.language.page());
    let current = dataset.checked_on().map(|day| (strings.view.current_to)(&(strings.dates.date)(day)));
    let is_partial = slice.treaties.list().len() < dataset.treaties().len()
        || slice.events.list().len() < dataset.events().len();
    let time = input.view.time;
    Json::Map(vec![
        ("lang", input.tag().into()),
        ("title", input.title.into()),
        ("description", dataset.description().into()),
        ("licence", dataset.license().into()),
        ("current", current.into()),
        ("filtered", is_partial.then_some(page.partial).into()),
        ("now", dataset.checked_on().map(|day| EdtfDate::end(day).secs()).into()),
        ("time", Json::list([time.start, time.span])),
        ("scroll", input.view.scroll.into()),
        ("limits", Json::list(input.limits.bounds())),
        ("status", status(input)),
        ("selected", selected(&slice, input.selection).into()),
        ("m", metrics(input)),
        ("phases", Json::list(lanes::PHASES.iter().map(|kind| format!("{kind:?}")))),
        ("ended", lanes::PHASES.iter().position(|kind| *kind == PhaseKind::Ended).into()),
        ("statuses", Json::list(lanes::STATUSES.iter().map(|status| format!("{status:?}")))),
        ("groups", Json::list(slice.groups.iter().map(|one| group(input, one)))),
        ("lanes", Json::List(lanes)),
        ("treaties", Json::list(slice.treaties.list().iter().map(|&id| records::treaty(input, id)))),
        ("events", Json::List(events)),
        ("quotes", Json::List(statements)),
        ("kinds", Json::list(slice.kinds.list().iter().map(|&kind| records::kind(input, kind)))),
        ("parties", Json::list(slice.parties.list().iter().map(|&id| &*dataset.party(id).name))),
        ("speakers", Json::list(slice.speakers.list().iter().map(|&id| &*dataset.speaker(id).name))),
        ("sources", Json::List(sources)),
        ("shared", Json::list(slice.shared.list().iter().map(String::as_str))),
        ("sourceKinds", words::source_kinds(input)),
        ("trail", Json::list(input.trail.iter().map(|one| step(&slice, one)))),
        ("legend", legend.0),
        ("glyphs", legend.1),
        ("words", words::words(input)),
    ])
}

/// The status date: where its line is, and in words.
fn status(input: &PageInput<'_>) -> Json {
    let Some((day, _)) = input.status_date else { return Json::Null };
    let noon = day.plus(crate::domain::SECS_PER_DAY / 2);
    Json::List(vec![noon.secs().into(), (input.strings().dates.day)(day).into()])
}

/// What is selected, if it is in the page.
fn selected(slice: &Slice, selection: Selection) -> Option<Json> {
    let (kind, number) = match selection {
        Selection::Treaty(id) => ("t", slice.treaties.get(id)),
        Selection::Event(id) => ("e", slice.events.get(id)),
        Selection::Statement(id) => ("q", slice.statements.get(id)),
        Selection::Nothing | Selection::Bulk(_) | Selection::Source(_) | Selection::Speaker(_) => ("", None),
    };
    Some(Json::List(vec![kind.into(), number?.into()]))
}

fn metrics(input: &PageInput<'_>) -> Json {
    let metrics = input.rows.metrics();
    let row = |row: &RowMetrics| {
        Json::Map(vec![
            ("height", row.height.into()),
            ("bar", f64::from(row.bar_y).into()),
            ("half", f64::from(row.bar_half).into()),
            ("quote", f64::from(row.quote_y).into()),
        ])
    };
    Json::Map(vec![
        ("lane", row(&metrics.lane)),
        ("party", row(&metrics.party)),
        ("group", metrics.group_height.into()),
        ("headers", metrics.headers_width.map(f64::from).into()),
    ])
}

/// A heading: its name, its category or −1 over pinned lanes, whether it is collapsed, and its lanes.
fn group(input: &PageInput<'_>, group: &Group) -> Json {
    let category = group.category.and_then(|category| input.dataset.categories().get(category));
    let name = category.map_or_else(|| input.strings().view.pinned, |category| &*category.name);
    let number = group.category.map_or(-1, |category| i64::try_from(category).unwrap_or(i64::MAX));
    Json::List(vec![
        name.into(),
        number.into(),
        group.is_collapsed.into(),
        Json::list(group.lanes.iter().copied()),
    ])
}

/// A step: its name and note, the time that it shows, and what is selected in it.
fn step(slice: &Slice, step: &PageStep<'_>) -> Json {
    let mut record = vec![step.name.into(), step.note.into(), step.time.start.into(), step.time.span.into()];
    if let Some(Json::List(of)) = selected(slice, step.selection) {
        record.extend(of);
    }
    Json::List(record)
}

/// The legend of the signs that occur, and the shapes of every sign by name: `k` and a number are types of event, `l` and a
/// number entries of the legend.
fn legend(input: &PageInput<'_>, slice: &Slice) -> (Json, Json) {
    let dataset = input.dataset;
    let mut shapes = vec![named("quote".to_owned(), glyphs::quotation_marks())];
    let kinds = slice.kinds.list().iter().enumerate();
    shapes.extend(
        kinds.map(|(number, &kind)| named(format!("k{number}"), glyphs::of_entry(LegendEntry::Event(kind)))),
    );
    let phases = slice.treaties.list().iter().flat_map(|&treaty| dataset.phases(treaty));
    let events = slice.events.list().iter().map(|&id| dataset.event(id));
    let statements = slice.statements.list().iter().map(|&id| dataset.statement(id).country);
    let signs = SymbolsInUse {
        phases: phases.map(|phase| phase.kind).collect(),
        has_notices: slice.treaties.list().iter().any(|&treaty| !dataset.notices(treaty).is_empty()),
        has_spans: slice.treaties.list().iter().any(|&treaty| dataset.topic_spans(treaty).rows() > 0),
        dates: events.clone().flat_map(DateLook::of).collect(),
        attestations: slice.events.list().iter().filter_map(|&id| dataset.attestation(id)).collect(),
        events: events.map(|event| event.kind).collect(),
        speakers: statements
            .map(|country| speaker_ink(country.map(|party| &*dataset.party(party).key)))
            .collect(),
    };
    let mut groups = Vec::new();
    for group in signs.legend(input.strings(), dataset) {
        let mut entries = Vec::new();
        for (entry, name) in &group.entries {
            let id = match entry {
                LegendEntry::Event(kind) => slice.kinds.get(*kind).map(|number| format!("k{number}")),
                _ => None,
            };
            let id = id.unwrap_or_else(|| {
                let id = format!("l{}", shapes.len());
                shapes.push(named(id.clone(), glyphs::of_entry(*entry)));
                id
            });
            entries.push(Json::List(vec![(&**name).into(), id.into()]));
        }
        if !entries.is_empty() {
            groups.push(Json::List(vec![group.heading.into(), Json::List(entries)]));
        }
    }
    (Json::List(groups), Json::List(shapes))
}

fn named(id: String, shapes: Json) -> Json {
    Json::List(vec![id.into(), shapes])
}
