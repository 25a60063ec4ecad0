//! How long the words of a large dataset take to be read, what a query costs, and what a filter costs: a hundred thousand
//! events, ten thousand statements of twenty words from a vocabulary of twenty thousand, half of it Cyrillic.
//!
//! `cargo bench --bench search` prints one JSON line per figure. A frame at 60 Hz has 16 ms; the goal is half of that.
#![expect(clippy::disallowed_methods, reason = "a benchmark is a clock")]
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(clippy::unwrap_used, reason = "a benchmark may stop where it stands")]

use std::fmt::Write as _;
use std::sync::Arc;
use std::time::Instant;

use treaty_timeline::domain::{EventKind, PartyId};
use treaty_timeline::index::Query;
use treaty_timeline::load::load;
use treaty_timeline::session::{Command, Facet, Preferences, Session, World};

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

fn word(n: usize) -> String {
    if n.is_multiple_of(2) { format!("word{n}") } else { format!("слово{n}") }
}

/// A dataset in the native format, by a fixed rule.
fn record() -> String {
    let kinds = ["signed", "ratified", "meeting", "entered_into_force", "review_conference", "amended"];
    // Of few words often, of many seldom, as in any text.
    let mut state = 1_u64;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let uniform = (state >> 33) as f64 / f64::from(1_u32 << 31);
        (20_000.0 * uniform * uniform * uniform) as usize
    };
    let mut text = String::from(
        r#"{"format":"treaty-timeline/1","title":"Made up","sources":[{"id":"S","title":"A source"}],"parties":["#,
    );
    let join =
        |n: usize, item: &mut dyn FnMut(usize) -> String| (0..n).map(item).collect::<Vec<_>>().join(",");
    text.push_str(&join(20, &mut |i| format!(r#"{{"id":"P{i}","name":"Party {i}"}}"#)));
    text.push_str(r#"],"speakers":["#);
    text.push_str(&join(50, &mut |i| format!(r#"{{"id":"s{i}","name":"Speaker{i} Surname{i}"}}"#)));
    text.push_str(r#"],"treaties":["#);
    text.push_str(&join(TREATIES, &mut |i| {
        format!(
            r#"{{"id":"T{i}","name":"Treaty {i}","category":"C{}","parties":["P{}","P{}"]}}"#,
            i % 7,
            i % 20,
            (i + 3) % 20
        )
    }));
    text.push_str(r#"],"events":["#);
    text.push_str(&join(EVENTS, &mut |i| {
        format!(
            r#"{{"id":"E{i}","treaty":"T{}","type":"{}","title":"{} {} {}","dates":[{{"edtf":"{}-{:02}-{:02}","source":"S"}}]}}"#,
            i % TREATIES, kinds[i % 6], word(next()), word(next()), word(next()),
            1920 + i % 100, 1 + i % 12, 1 + i % 28
        )
    }));
    text.push_str(r#"],"statements":["#);
    text.push_str(&join(STATEMENTS, &mut |i| {
        let mut quote = String::new();
        for _ in 0..20 {
            let _written = write!(quote, "{} ", word(next()));
        }
        format!(
            r#"{{"id":"Q{i}","quote":"{}","lang":"en","speaker":"s{}","role":"minister","date":"{}","source":"S","about":[{{"event":"E{}"}}]}}"#,
            quote.trim(), i % 50, 1920 + i % 100, i * 7 % EVENTS
        )
    }));
    text.push_str("]}");
    text
}

fn main() {
    let ms = |started: Instant| started.elapsed().as_secs_f64() * 1e3;
    let loaded = load("made-up.json", record().into_bytes(), &());
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
                hits = world.search().find_most(&world.dataset, &query);
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
        session.apply(Command::ToggleFacet(facet));
        println!("{{\"figure\":\"filter by {name}\",\"ms\":{:.1}}}", ms(started));
    }
    let started = Instant::now();
    session.apply(Command::FindText("word12".to_owned()));
    println!("{{\"figure\":\"find in the filter, marks included\",\"ms\":{:.1}}}", ms(started));
}
