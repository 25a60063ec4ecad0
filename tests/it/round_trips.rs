//! Any dataset written in another format and opened again: what the format has room for comes back as it was.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::{Value, json};

use treaty_timeline::domain::{Dataset, Subset};
use treaty_timeline::load::load;
use treaty_timeline::records::{DataFormat, records_of};
use treaty_timeline::session::World;

use crate::common::converted::bytes;
use crate::common::{any_date, world_of};

/// Words that some format has a meaning for.
const WORDS: [&str; 24] = [
    "Summit",
    "talks, part one;",
    "\"quoted\"",
    "«Пакт»",
    "<b>bold</b>",
    "R&D",
    "&amp;",
    "=SUM(A1)",
    "-3",
    "@home",
    "東京",
    "100%",
    "a|b",
    "back\\slash",
    "1931-05-04: noon",
    "{brace}",
    "it's",
    "$5",
    "[1992]",
    "(sic)",
    "Ünïcode",
    "не́т",
    "tab~tilde^",
    "who? when!",
];

/// One to three of the words.
fn any_text() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(&WORDS[..]), 1..4).prop_map(|words| words.join(" "))
}

/// An event as JSON: its date, title, summary, type, party and tags.
fn any_event() -> impl Strategy<Value = Value> {
    // A table in which every year is far from ours may be one of figures.
    let date =
        any_date().prop_filter("a year of our time", |date| date.starts_with("19") || date.starts_with("20"));
    let kind = proptest::sample::select(vec!["other", "implemented", "breach_alleged", "Works"]);
    let party = proptest::sample::select(vec![None, Some("FRA"), Some("ITA")]);
    let tags = proptest::sample::subsequence(vec!["talks", "ships", "вода"], 0..3);
    (date, any_text(), any_text(), kind, party, tags).prop_map(|(date, title, summary, kind, party, tags)| {
        json!({
            "type": kind, "party": party, "title": title, "summary": format!("More: {summary}"), "tags": tags,
            "dates": [{ "edtf": date, "source": "courier" }],
        })
    })
}

/// A dataset of two lanes, with a quotation about the first event and a list of acts.
fn any_dataset() -> impl Strategy<Value = World> {
    let events = proptest::collection::vec((any_event(), 0_usize..2), 1..6);
    let acts = proptest::collection::vec(
        (
            proptest::sample::select(vec!["FRA", "ITA"]),
            proptest::sample::select(vec!["signed", "ratified", "in_force"]),
        ),
        0..5,
    );
    (events, any_text(), acts).prop_map(|(events, quote, acts)| {
        let events: Vec<Value> = std::iter::zip(0.., events)
            .map(|(index, (mut event, lane))| {
                event["id"] = format!("event-{index}").into();
                event["treaty"] = ["lake", "shore"][lane].into();
                event.as_object_mut().unwrap().retain(|_, value| !value.is_null() && *value != json!([]));
                event
            })
            .collect();
        let rows: Vec<Value> =
            std::iter::zip(1930.., acts).map(|(year, (party, act))| json!([party, { act: year.to_string() }])).collect();
        let lists = if rows.is_empty() {
            json!([])
        } else {
            json!([{
                "treaty": "lake", "source": "courier", "seen": "1940-01", "rows": rows, "lacks": ["a|b", "the rest"],
                "rule": { "article": "IV", "source": "courier", "text": "thirty days" },
                "also": [{ "source": "herald", "parties": ["FRA"], "keys": ["signed"], "why": "it is earlier" }],
            }])
        };
        let file = json!({
            "format": "treaty-timeline/1", "title": "The lakes", "checked_on": "2026-01-01",
            "parties": [{ "id": "FRA", "name": "France" }, { "id": "ITA", "name": "Italy" }],
            "speakers": [{ "id": "tallow", "name": "Ida Tallow" }],
            "sources": [
                { "id": "courier", "title": "Northland Courier", "url": "https://courier.example/1", "lang": "en" },
                { "id": "herald", "title": "Herald", "date": "1932-02-11" },
            ],
            "treaties": [
                { "id": "lake", "name": "Lake", "category": "Water", "nature": "topic" },
                { "id": "shore", "name": "The shore", "category": "Land", "nature": "topic" },
            ],
            "events": events,
            "statements": [{
                "id": "said", "quote": quote, "lang": "en", "speaker": "tallow", "role": "Minister",
                "date": "1936-02-11", "source": "courier", "about": [{ "event": "event-0" }],
            }],
            "acts": lists,
        });
        world_of(&file.to_string())
    })
}

/// A dataset written in a format and opened again under this name.
fn again(world: &World, format: DataFormat, name: &str) -> Dataset {
    let loaded = load(name, bytes(world, &Subset::whole(&world.dataset), format), &());
    assert_eq!(loaded.report.errors, 0, "{}", loaded.report);
    loaded.dataset.expect("it has no errors")
}

/// What an event is in each format: its date, its lane and its title.
fn told(dataset: &Dataset) -> BTreeSet<String> {
    let events = dataset.events().iter();
    events
        .map(|event| {
            format!("{} | {} | {}", event.date().text(), dataset.treaty(event.treaty).name, event.title)
        })
        .collect()
}

/// The same with summaries, which most formats have room for.
fn told_with_summaries(dataset: &Dataset) -> BTreeSet<String> {
    let events = dataset.events().iter();
    events.map(|event| format!("{} | {} | {}", event.date().text(), event.title, event.summary)).collect()
}

/// Types, parties, summaries and tags, as tables have them.
fn told_in_full(dataset: &Dataset) -> BTreeSet<String> {
    let events = dataset.events().iter();
    events
        .map(|event| {
            let party = event.party.map_or("", |party| &*dataset.party(party).name);
            let tags: Vec<&str> = event.tags.iter().map(|&tag| dataset.tag(tag)).collect();
            let (date, title, summary) = (event.date().text(), &event.title, &event.summary);
            format!("{date} | {title} | {} | {party} | {summary} | {tags:?}", dataset.type_key(event.kind))
        })
        .collect()
}

/// What is said in another format has these words in it, whatever stands around them.
fn has_quote(dataset: &Dataset, quote: &str) -> bool {
    dataset.events().iter().any(|event| event.summary.contains(quote) || event.title.contains(quote))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn tables_of_records_hold_everything(world in any_dataset()) {
        let again = again(&world, DataFormat::CsvTables, "lakes.zip");
        let [before, after] = [&world.dataset, &again].map(|dataset| serde_json::to_value(records_of(dataset)).unwrap());
        for (field, value) in before.as_object().unwrap() {
            prop_assert_eq!(Some(value), after.get(field), "{}", field);
        }
    }

    #[test]
    fn a_table_of_events_and_a_workbook_hold_what_their_columns_say(world in any_dataset()) {
        for (format, name) in [(DataFormat::Csv, "lakes.csv"), (DataFormat::Xlsx, "lakes.xlsx")] {
            let again = again(&world, format, name);
            prop_assert_eq!(told(&again), told(&world.dataset), "{:?}", format);
            prop_assert_eq!(told_in_full(&again), told_in_full(&world.dataset), "{:?}", format);
        }
    }

    #[test]
    fn a_timeline_of_the_web_holds_dates_lanes_and_titles(world in any_dataset()) {
        let again = again(&world, DataFormat::TimelineJs, "lakes.json");
        let quote = &*world.dataset.statements()[0].quote;
        prop_assert!(told(&world.dataset).is_subset(&told(&again)), "{:#?}\n{:#?}", told(&world.dataset), told(&again));
        prop_assert!(has_quote(&again, quote), "{}", quote);
    }

    #[test]
    fn items_and_groups_hold_dates_lanes_titles_and_summaries(world in any_dataset()) {
        let again = again(&world, DataFormat::Vis, "lakes.json");
        let quote = &*world.dataset.statements()[0].quote;
        prop_assert!(told(&world.dataset).is_subset(&told(&again)), "{:#?}\n{:#?}", told(&world.dataset), told(&again));
        let summaries = [told_with_summaries(&world.dataset), told_with_summaries(&again)];
        prop_assert!(summaries[0].is_subset(&summaries[1]), "{:#?}", summaries);
        prop_assert!(has_quote(&again, quote), "{}", quote);
    }

    #[test]
    fn a_calendar_holds_dates_titles_and_tags(world in any_dataset()) {
        let again = again(&world, DataFormat::ICalendar, "lakes.ics");
        let lines = |dataset: &Dataset, is_written: bool| -> BTreeSet<String> {
            dataset.events().iter().map(|event| {
                let lane = if is_written { String::new() } else { format!("{}: ", dataset.treaty(event.treaty).name) };
                let tags: Vec<&str> = event.tags.iter().map(|&tag| dataset.tag(tag)).filter(|tag| tag.is_ascii() && tag.len() == 5).collect();
                format!("{} | {lane}{} | {tags:?}", event.date().text(), event.title)
            }).collect()
        };
        let before: BTreeSet<String> = world.dataset.events().iter().map(|event| {
            let name = &world.dataset.treaty(event.treaty).name;
            let tags: Vec<&str> = event.tags.iter().map(|&tag| world.dataset.tag(tag)).filter(|tag| tag.is_ascii() && tag.len() == 5).collect();
            format!("{} | {name}: {} | {tags:?}", event.date().text(), event.title)
        }).collect();
        let after = lines(&again, true);
        // A type of the dataset's own is one of the categories there.
        let without_own = |lines: &BTreeSet<String>| -> BTreeSet<String> {
            lines.iter().map(|line| line.replace("\"Works\"", "").replace(", ]", "]")).collect()
        };
        prop_assert!(without_own(&before).is_subset(&without_own(&after)), "{:#?}\n{:#?}", before, after);
        // Descriptions with entities are read as HTML: that is how other programs write them.
        // A quotation is shown without the comma or semicolon that it ends with.
        let quote = world.dataset.statements()[0].quote.trim_end_matches([',', ';']);
        prop_assert!(quote.contains('&') || has_quote(&again, quote), "{}", quote);
    }

    #[test]
    fn dated_lines_hold_dates_lanes_titles_and_tags(world in any_dataset()) {
        let again = again(&world, DataFormat::Markwhen, "lakes.mw");
        // What is approximate stands there as a note for people.
        let [before, after] = [&world.dataset, &again].map(|dataset| -> BTreeSet<String> {
            told(dataset).iter().map(|line| line.replace('~', "")).collect()
        });
        prop_assert!(before.is_subset(&after), "{:#?}\n{:#?}", before, after);
    }

    #[test]
    fn bibliographies_hold_sources_with_titles_dates_and_addresses(titles in proptest::collection::vec(any_text(), 1..5), date in any_date()) {
        // What looks like HTML is markup there.
        let titles: Vec<String> = titles.iter().map(|title| title.replace(['<', '>', '&', '^'], "")).collect();
        let sources: Vec<Value> = std::iter::zip(0.., &titles).map(|(index, title)| json!({
            "id": format!("source-{index}"), "title": title, "publisher": "Northland Press", "date": "1931-05-04",
            "url": format!("https://press.example/{index}"), "lang": "en",
        })).collect();
        let events: Vec<Value> = (0..titles.len()).map(|index| json!({
            "id": format!("event-{index}"), "treaty": "lake", "type": "other", "title": "Read",
            "dates": [{ "edtf": date, "source": format!("source-{index}") }],
        })).collect();
        let world = world_of(&json!({
            "format": "treaty-timeline/1", "title": "The lakes", "sources": sources, "events": events,
            "treaties": [{ "id": "lake", "name": "Lake", "category": "Water", "nature": "topic" }],
        }).to_string());
        for (format, name) in [(DataFormat::CslJson, "lakes.json"), (DataFormat::Bibtex, "lakes.bib"), (DataFormat::Ris, "lakes.ris")] {
            let again = again(&world, format, name);
            let told = |dataset: &Dataset| -> BTreeSet<String> {
                dataset.sources().iter().map(|source| {
                    let date = source.date.as_ref().map_or("", |date| date.text());
                    format!("{} | {date} | {}", source.title, source.url)
                }).collect()
            };
            prop_assert!(told(&world.dataset).is_subset(&told(&again)), "{:?}\n{:#?}\n{:#?}", format, told(&world.dataset), told(&again));
        }
    }

    /// The program writes no annotations: here the statements are written as the W3C has them, word for word.
    #[test]
    fn annotations_hold_quotations_with_what_stands_around_them(
        passages in proptest::collection::vec((any_text(), any_text(), any_text()), 1..5)
    ) {
        let passages: Vec<_> = passages.into_iter().map(|(before, words, after)| (before, format!("Said {words} then"), after)).collect();
        let items: Vec<Value> = passages.iter().map(|(prefix, exact, suffix)| json!({
            "@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "created": "2015-10-13T23:30:00Z",
            "target": {
                "source": "https://press.example/speech",
                "selector": { "type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix },
            },
        })).collect();
        let loaded = load("notes.json", json!(items).to_string().into_bytes(), &());
        prop_assert_eq!(loaded.report.errors, 0, "{}", loaded.report);
        let dataset = loaded.dataset.unwrap();
        let told: BTreeSet<_> = dataset.statements().iter().filter_map(|statement| {
            let selector = statement.selector.as_ref()?;
            Some((selector.prefix.to_string(), selector.exact.to_string(), selector.suffix.to_string()))
        }).collect();
        prop_assert_eq!(told, passages.into_iter().collect::<BTreeSet<_>>());
    }
}
