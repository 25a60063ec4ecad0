//! What is read in texts that no dataset knows: quotations, who spoke them, treaties; scored on documents of different
//! kinds. `cargo test --test it extraction:: -- --nocapture` prints the scores.

use std::collections::BTreeSet;
use std::path::Path;

use proptest::prelude::*;
use serde_json::Value;

use treaty_timeline::document::Document;
use treaty_timeline::domain::{Dataset, EventId};
use treaty_timeline::extract::{Names, Reading, day_of, read, read_with_blocks};

/// The first document of a shape that the rules were not made for at first.
const OTHERS: &str = "17";

#[derive(Default, Clone, Copy)]
struct Score {
    right: usize,
    wrong: usize,
    missing: usize,
}

impl Score {
    fn add(&mut self, other: Self) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.missing += other.missing;
    }

    fn precision(self) -> f64 {
        share(self.right, self.right + self.wrong)
    }

    fn recall(self) -> f64 {
        share(self.right, self.right + self.missing)
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/unread")
}

/// A document of the collection, read as the program reads it.
fn document(name: &str, gold: &Value) -> Document {
    let file = gold["file"].as_str().map_or_else(|| format!("{name}.txt"), ToOwned::to_owned);
    let bytes = std::fs::read(folder().join(&file)).expect("it is there");
    treaty_timeline::document::read(&bytes, &file).expect("it can be read")
}

/// Scores of quotations, speakers (of the quotations that were found) and treaties.
#[expect(clippy::print_stdout, reason = "the scores are to be read")]
fn score(text: &str, gold: &Value, reading: &Reading, dataset: &Dataset) -> [Score; 3] {
    // How it begins, who spoke, how it ends where that is to be checked.
    let wanted: Vec<(&str, Option<&str>, &str)> = gold["quotations"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|of| {
            let ends = of[2].as_str().unwrap_or_default();
            (of[0].as_str().expect("the first words"), of[1].as_str(), ends)
        })
        .collect();
    let all: Vec<String> = reading.quotations.iter().map(|quotation| quotation.said(text)).collect();
    let is = |said: &str, words: &str, ends: &str| said.starts_with(words) && said.ends_with(ends);
    let (mut quotes, mut speakers) = (Score::default(), Score::default());
    for (quotation, said) in std::iter::zip(&reading.quotations, &all) {
        let Some((_, speaker, _)) = wanted.iter().find(|(words, _, ends)| is(said, words, ends)) else {
            println!("    not a quotation: {said}");
            quotes.wrong += 1;
            continue;
        };
        quotes.right += 1;
        let found = quotation.speaker.as_ref().map(|speaker| speaker.name.as_str());
        // Russian names may stand in another case: the stem must agree.
        let is_same = match (speaker, found) {
            (Some(speaker), Some(found)) => {
                let stem: String = speaker.chars().take(speaker.chars().count().max(5) - 1).collect();
                found.contains(&stem)
            }
            (None, None) => true,
            _ => false,
        };
        if is_same {
            speakers.right += 1;
        } else {
            println!("    {said:.40}… by {found:?}, not {speaker:?}");
            speakers.wrong += usize::from(found.is_some());
            speakers.missing += usize::from(speaker.is_some());
        }
    }
    for (words, _, ends) in &wanted {
        if !all.iter().any(|said| is(said, words, ends)) {
            println!("    missing: {words}");
            quotes.missing += 1;
        }
    }
    let wanted: BTreeSet<&str> =
        gold["treaties"].as_array().expect("a list").iter().filter_map(Value::as_str).collect();
    let found: BTreeSet<&str> =
        reading.treaties.iter().map(|mention| &*dataset.treaty(mention.treaty).key).collect();
    for key in wanted.symmetric_difference(&found) {
        println!("    treaty {key}: {}", if found.contains(key) { "not there" } else { "missing" });
    }
    let treaties = Score {
        right: wanted.intersection(&found).count(),
        wrong: found.difference(&wanted).count(),
        missing: wanted.difference(&found).count(),
    };
    [quotes, speakers, treaties]
}

#[test]
fn quotations_speakers_and_treaties_are_found_in_documents_of_every_kind() {
    let dataset = crate::common::bundled().dataset;
    let names = Names::of(&dataset);
    let gold: Value =
        serde_json::from_str(&std::fs::read_to_string(folder().join("gold.json")).expect("it is there"))
            .expect("JSON");
    // Those of the shapes that the rules were first made for, and those of others.
    let (mut first, mut others, mut news_item) = ([Score::default(); 3], [Score::default(); 3], false);
    for (name, gold) in gold.as_object().expect("an object").iter().filter(|(name, _)| *name != "note") {
        let document = document(name, gold);
        let text = document.text;
        let reading = read_with_blocks(&text, &document.quoted, &dataset, &names);
        let scores = score(&text, gold, &reading, &dataset);
        if let Some(day) = gold["day"].as_str() {
            assert_eq!(day_of(&text, &reading).map(|day| day.to_string()).as_deref(), Some(day), "{name}");
        }
        let said = scores.map(|s| format!("{:.2}/{:.2}", s.precision(), s.recall()));
        println!("{name:<20} quotations {}  speakers {}  treaties {}", said[0], said[1], said[2]);
        if name == "00-news-item" {
            news_item = scores.iter().all(|score| score.wrong + score.missing == 0);
        }
        let total = if name.as_str() < OTHERS { &mut first } else { &mut others };
        for (total, score) in std::iter::zip(total, scores) {
            total.add(score);
        }
    }
    for (what, total) in [("first shapes", first), ("other shapes", others)] {
        let said = total.map(|s| format!("{:.3}/{:.3}", s.precision(), s.recall()));
        println!("{what:<20} quotations {}  speakers {}  treaties {}", said[0], said[1], said[2]);
    }
    assert!(news_item, "the news item is read whole");
    let least = [(0.95, "quotations"), (0.9, "speakers"), (0.95, "treaties")];
    for total in [first, others] {
        for (score, (least, what)) in std::iter::zip(total, least) {
            assert!(score.precision() >= least && score.recall() >= least, "{what}");
        }
    }
}

#[test]
fn a_quotation_is_about_the_treaty_that_its_sentence_or_the_lines_before_name() {
    let dataset = crate::common::bundled().dataset;
    let names = Names::of(&dataset);
    let text = std::fs::read_to_string(folder().join("00-news-item.txt")).expect("it is there");
    let reading = read(&text, &dataset, &names);
    let about = |words: &str| -> Vec<&str> {
        let quotation =
            reading.quotations.iter().find(|q| text[q.range.clone()].starts_with(words)).expect(words);
        quotation.about.iter().map(|&treaty| &*dataset.treaty(treaty).key).collect()
    };
    assert_eq!(about("In a nutshell"), ["INF"]);
    assert_eq!(about("If the U.S."), ["OPENSKIES"]);
    assert_eq!(about("It should be emphasized"), ["NEWSTART"]);
}

#[test]
fn hostile_marks_and_fifty_megabytes_are_read_in_one_go() {
    let dataset = crate::common::seven().dataset;
    let names = Names::of(&dataset);
    for text in
        ["\"".repeat(200_000), "«".repeat(200_000), "“a ".repeat(100_000), "\"a\" said. ".repeat(100_000)]
            .into_iter()
            // Passages with a treaty and a word for a step each, and none for a step near.
            // A sentence whose reach ends inside a letter; asides without end; lines with nothing but a blank.
            .chain([
                format!("«Мы не вернёмся в договор»,{}", " яяяя".repeat(3_000)),
                format!("«Мы не вернёмся в договор», {}", "я".repeat(30_000)),
                format!("«слово, — сказал он {}»", "слово сказал ".repeat(20_000)),
                format!("“ab cd{}“x", "\n \n".repeat(300_000)),
                "“a b c d e f,” he said. ministry said. ".repeat(20_000),
                "— ".repeat(200_000),
                "—\n".repeat(200_000),
                format!("«слово слово{}»", ", — сказал он".repeat(50_000)),
                "— Да, — сказал он. — Нет.\n\n".repeat(20_000),
                "Q: a b c?\nA: d e f.\n".repeat(20_000),
                format!("{}{}", "“a ".repeat(1_000), "b”".repeat(1_000)),
                "‘a’s’ ".repeat(100_000),
                "“a b c d e f” — Ivo Kern\n".repeat(20_000),
                "the minister of ".repeat(50_000),
            ])
            .chain(["\"INF withdrew\" said. ".repeat(50_000), "\"INF\" said. ".repeat(50_000)])
    {
        let reading = read(&text, &dataset, &names);
        assert!(reading.quotations.len() <= 100_000);
    }
}

proptest! {
    #[test]
    fn whatever_stands_there_places_are_places_of_the_text(text in "[ -~а-яА-Я«»„“”‘’—\u{a0}\n\"]{0,400}") {
        let dataset = crate::common::seven().dataset;
        let names = Names::of(&dataset);
        let reading = read(&text, &dataset, &names);
        let mut end = 0;
        for quotation in &reading.quotations {
            prop_assert!(text.get(quotation.range.clone()).is_some());
            prop_assert!(quotation.range.start >= end, "they do not overlap");
            end = quotation.range.end;
            for part in &quotation.left_out {
                prop_assert!(text.get(part.clone()).is_some() && part.end <= end);
            }
            prop_assert!(!quotation.said(&text).contains('\n'));
        }
        for mention in &reading.treaties {
            prop_assert!(text.get(mention.range.clone()).is_some());
        }
    }
}

#[test]
fn the_news_item_speaks_of_the_steps_that_the_record_says_it_speaks_of() {
    let dataset = crate::common::bundled().dataset;
    let text = std::fs::read_to_string(folder().join("00-news-item.txt")).expect("it is there");
    let reading = read(&text, &dataset, &Names::of(&dataset));
    let mut guessed = Vec::new();
    for quotation in &reading.quotations {
        let said = &text[quotation.range.clone()];
        let statement = dataset
            .statements()
            .iter()
            .find(|statement| statement.selector.as_ref().is_some_and(|s| s.exact.starts_with(&said[..25])))
            .expect("all six are in the dataset");
        let truth: Vec<EventId> = statement.events().collect();
        let first = quotation.events.first();
        match first {
            Some(guess) => {
                assert!(truth.contains(&guess.event), "{said}: {}", dataset.event(guess.event).key);
            }
            None => assert!(truth.is_empty(), "{said}: no event is guessed"),
        }
        guessed.extend(first.map(|guess| (&text[guess.word.clone()], &*dataset.event(guess.event).key)));
    }
    assert_eq!(
        guessed,
        [
            ("extending", "NEWSTART-extended"),
            ("extending", "NEWSTART-extended"),
            ("extending", "NEWSTART-extended"),
            ("leaving", "OPENSKIES-USA-withdrawal-effective"),
            ("terminated", "INF-terminated"),
        ]
    );
}

#[test]
fn the_step_that_words_speak_of_is_told_by_the_word_for_it_its_date_and_who_took_it() {
    let dataset = crate::common::bundled().dataset;
    let names = Names::of(&dataset);
    for (text, step) in [
        (
            "On the New START treaty, suspended by Moscow in February 2023, he said: \"We regret it.\"",
            "NEWSTART-RUS-suspended",
        ),
        ("\"The CTBT ratification was revoked by Russia,\" he said.", "CTBT-RUS-ratification-revoked"),
        ("\"When the INF Treaty was signed on 8 December 1987 we were young,\" she said.", "INF-signed"),
        (
            "«Договор по открытому небу: уведомление России о выходе направлено 18 июня 2021 года», — сказал он.",
            "OPENSKIES-RUS-withdrawal-notified",
        ),
        ("\"The ABM Treaty entered into force on 3 October 1972,\" he said.", "ABM-entered-into-force"),
        ("The Limited Test Ban Treaty: \"The United Kingdom ratified it,\" he said.", "LTBT-GBR-ratified"),
        ("\"The first thing you notice about the INF Treaty is its length,\" he said.", ""),
    ] {
        let reading = read(text, &dataset, &names);
        let found =
            reading.quotations.first().and_then(|q| q.events.first()).map(|s| &*dataset.event(s.event).key);
        assert_eq!(found.unwrap_or_default(), step, "{text}");
    }
}
