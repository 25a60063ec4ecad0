//! How long the words of a large dataset take to be read, what a query costs, and what a filter costs: a hundred thousand
//! events, ten thousand statements of twenty words from a vocabulary of twenty thousand, half of it Cyrillic.
//!
//! `cargo bench --bench search` prints one JSON line per figure. A frame at 60 Hz has 16 ms; the goal is half of that.
#![expect(clippy::disallowed_methods, reason = "a benchmark is a clock")]
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(clippy::unwrap_used, reason = "a benchmark may stop where it stands")]

mod record;

use std::sync::Arc;
use std::time::Instant;

use treaty_timeline::domain::{EventKind, PartyId};
use treaty_timeline::load::load;
use treaty_timeline::search::Query;
use treaty_timeline::session::{Command, Facet, FilterCommand, Preferences, SearchCommand, Session, World};

const EVENTS: usize = 100_000;
const STATEMENTS: usize = 10_000;
const TREATIES: usize = 200;

/// Queries as people type them: letter by letter, whole, misspelt, in both scripts, in phrases and fields.
const QUERIES: [&str; 24] = [
    "w",
    "wo",
    "wor",
    "word",
    "word12",
    "word1234",
    "слово",
    "сл",
    "слово77",
    "slovo77",
    "treaty",
    "treaty 17",
    "wrod1234",
    "signed word55",
    "\"word12 word13\"",
    "-word7 treaty",
    "party:P3",
    "type:ratified word9",
    "after:1980 before:1990 word",
    "speaker:speaker7 слово",
    "what did treaty 17 word44 say",
    "xyzzyplugh",
    "a b c d e f g h",
    "treaty:T5 -type:signed",
];

fn main() {
    let ms = |started: Instant| started.elapsed().as_secs_f64() * 1e3;
    let loaded = load("made-up.json", record::record(TREATIES, EVENTS, STATEMENTS).into_bytes(), &());
    assert_eq!(loaded.report.errors, 0, "{}", loaded.report);
    let world = World::new(loaded.dataset.unwrap(), loaded.report, "made-up.json".to_owned(), None);
    let started = Instant::now();
    world.search();
    println!(
        "{{\"figure\":\"words\",\"events\":{EVENTS},\"statements\":{STATEMENTS},\"ms\":{:.1}}}",
        ms(started)
    );
    let started = Instant::now();
    world.facets();
    println!("{{\"figure\":\"facets\",\"ms\":{:.1}}}", ms(started));

    let mut times: Vec<(f64, &str)> = Vec::new();
    for text in QUERIES {
        for _ in 0..5 {
            let started = Instant::now();
            let query = Query::parse(text);
            let mut hits = world.search().find(&world.dataset, &query);
            if hits.is_empty() {
                hits = world.search().find_partial(&world.dataset, &query);
            }
            times.push((ms(started), text));
            drop(hits);
        }
    }
    times.sort_by(|a, b| a.0.total_cmp(&b.0));
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
    println!(
        "{{\"figure\":\"query\",\"median_ms\":{:.2},\"p95_ms\":{:.2},\"most_ms\":{:.2},\"dearest\":{:?}}}",
        at(0.5).0,
        at(0.95).0,
        at(1.0).0,
        at(1.0).1
    );
    let mut session = Session::new(Arc::new(world), Preferences::default(), None);
    for (name, facet) in
        [("party", Facet::Party(PartyId::new(3))), ("type", Facet::Kind(EventKind::Ratified))]
    {
        let started = Instant::now();
        session.apply(Command::Filter(FilterCommand::Toggle(facet)));
        println!("{{\"figure\":\"filter by {name}\",\"ms\":{:.1}}}", ms(started));
    }
    let started = Instant::now();
    session.apply(Command::Search(SearchCommand::SetText("word12".to_owned())));
    println!("{{\"figure\":\"find in the filter, marks included\",\"ms\":{:.1}}}", ms(started));
}
