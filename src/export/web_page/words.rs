//! The words of a page's script: those of its controls, and parts of dates.

use crate::domain::{Moment, SourceKind};

use super::PageInput;
use super::json::Json;

/// A text with `{0}` where its argument goes.
fn pattern(text: &dyn Fn(&str) -> String) -> Json {
    text("{0}").into()
}

/// The words as a map.
pub(super) fn words(input: &PageInput<'_>) -> Json {
    let (strings, page) = (input.strings(), input.language.page());
    let dates = &strings.dates;
    let first_of = |month| Moment::from_ymd(2000, month, 1).map(|day| (dates.short_day)(day));
    let keys = page.key_list.iter().filter(|(key, _)| !input.trail.is_empty() || *key != "n p");
    Json::Map(vec![
        ("chart", page.chart.into()),
        ("noHits", page.no_hits.into()),
        ("nHits", Json::list(page.hits)),
        ("nLanes", Json::list(page.lanes)),
        ("nEvents", Json::list(page.events)),
        ("nStatements", Json::list(page.statements)),
        ("nSources", Json::list(page.sources)),
        ("stepOf", page.step_of.into()),
        ("archived", page.archived.into()),
        ("more", page.more.into()),
        ("legend", page.legend.into()),
        ("keys", page.keys.into()),
        ("keyList", Json::list(keys.map(|&(key, what)| Json::list([key, what])))),
        ("cite", page.cite.into()),
        ("madeWith", page.made_with.into()),
        ("statements", page.statements_heading.into()),
        ("events", page.events_heading.into()),
        ("about", page.about.into()),
        ("sources", page.sources_heading.into()),
        ("statement", strings.selection.statement.into()),
        ("claims", strings.selection.claims.into()),
        ("disputed", strings.selection.disputed.into()),
        ("related", strings.selection.related.into()),
        ("noSource", strings.selection.no_source.into()),
        ("duration", strings.selection.duration.into()),
        ("licence", strings.view.licence.into()),
        ("original", strings.selection.original.into()),
        ("accessed", pattern(&strings.selection.accessed)),
        ("quoted", pattern(&strings.selection.quotation)),
        ("statusOn", pattern(&strings.selection.status_on)),
        ("months", Json::list((1..=12).map(|month| (dates.short_month)(month)))),
        ("days", Json::list((1..=12).filter_map(first_of).map(|day| day.replacen('1', "{0}", 1)))),
        ("early", (dates.year)(50).replace("50", "{0}").into()),
        ("before", (dates.year)(-49).replace("50", "{0}").into()),
    ])
}

/// The kinds of sources in words.
pub(super) fn source_kinds(input: &PageInput<'_>) -> Json {
    Json::list(SourceKind::ALL.iter().map(|&kind| (input.strings().terms.source_kind)(kind)))
}
