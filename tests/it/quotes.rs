//! Quotations against texts: a table with a careful reader's answers, and properties over random texts.

use proptest::prelude::*;
use treaty_timeline::document::{Difference, Found, Haystack, MatchKind, find, find_all, read};
use treaty_timeline::domain::Selector;

const CASES: &str = include_str!("../quotes/cases.txt");

/// One case of the table.
#[derive(Clone, Debug, Default)]
struct Case {
    name: String,
    text: String,
    selector: (String, String, String),
    want: String,
    passage: String,
    parts: Vec<String>,
    nth: Option<usize>,
    denies: Option<String>,
    equal: usize,
    differs: Option<Vec<(String, String)>>,
}

fn unescaped(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        plain.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix("u{") {
            let (code, after) = after.split_once('}').expect("a closed escape");
            let code = u32::from_str_radix(code, 16).expect("a hexadecimal number");
            plain.push(char::from_u32(code).expect("a character"));
            rest = after;
        } else {
            plain.push(match &rest[..1] {
                "n" => '\n',
                "t" => '\t',
                other => panic!("no such escape: {other}"),
            });
            rest = &rest[1..];
        }
    }
    plain.push_str(rest);
    plain
}

fn cases() -> Vec<Case> {
    CASES
        .split("\n== ")
        .skip(1)
        .map(|block| {
            let mut lines = block.lines();
            let mut case =
                Case { name: lines.next().expect("a name").to_owned(), equal: 1, ..Case::default() };
            for line in lines.filter(|line| !line.is_empty()) {
                let (key, value) = line.split_once(':').expect("a key");
                let value = unescaped(value.trim());
                match key {
                    "text" => case.text = value,
                    "html" => {
                        let page = format!("<!doctype html><title>Invented</title>{value}");
                        case.text = read(page.as_bytes(), "page.html").expect("a page").text;
                    }
                    "exact" => case.selector.0 = value,
                    "prefix" => case.selector.1 = value,
                    "suffix" => case.selector.2 = value,
                    "want" => case.want = value,
                    "passage" => case.passage = value,
                    "parts" => case.parts = value.split(" | ").map(str::to_owned).collect(),
                    "denies" => case.denies = Some(value),
                    "nth" => case.nth = Some(value.parse().expect("a number")),
                    "equal" => case.equal = value.parse().expect("a number"),
                    "differs" => {
                        let pair = |text: &str| {
                            let (there, quoted) = text.split_once("=>").expect("an arrow");
                            (there.trim().to_owned(), quoted.trim().to_owned())
                        };
                        case.differs = Some(value.split(" ; ").map(pair).collect());
                    }
                    other => panic!("no such key: {other}"),
                }
            }
            case
        })
        .collect()
}

fn selector(exact: &str, prefix: &str, suffix: &str) -> Selector {
    Selector { exact: exact.into(), prefix: prefix.into(), suffix: suffix.into() }
}

fn stage_words(found: &Found) -> String {
    match found {
        Found::NoWords => "no words".into(),
        Found::Nowhere => "nowhere".into(),
        Found::Passage(passage) => match passage.kind {
            MatchKind::Exact => "exact".into(),
            MatchKind::Normalised => "normalised".into(),
            MatchKind::Caseless => "caseless".into(),
            MatchKind::Fuzzy { percent } => format!("fuzzy {percent}"),
            MatchKind::Negated => "negated".into(),
        },
    }
}

/// What is wrong with an answer.
fn wrong(case: &Case, found: &Found) -> Vec<String> {
    let mut wrong = Vec::new();
    let got = stage_words(found);
    let is_right = match case.want.strip_prefix("fuzzy ").map(|range| range.split_once('-').expect("a range"))
    {
        Some((low, high)) => got.strip_prefix("fuzzy ").is_some_and(|percent| {
            let number = |text: &str| text.parse::<u8>().expect("a number");
            (number(low)..=number(high)).contains(&number(percent))
        }),
        None => got == case.want,
    };
    if !is_right {
        wrong.push(format!("want {}, got {got}", case.want));
    }
    let Some(passage) = found.passage() else { return wrong };
    let mut differ = |what: &str, want: String, got: String| {
        if want != got {
            wrong.push(format!("{what}: want {want}, got {got}"));
        }
    };
    differ("passage", format!("{:?}", case.passage), format!("{:?}", &case.text[passage.range.clone()]));
    if !case.parts.is_empty() {
        let parts: Vec<&str> = passage.parts.iter().map(|part| &case.text[part.clone()]).collect();
        differ("parts", format!("{:?}", case.parts), format!("{parts:?}"));
    }
    if let Some(nth) = case.nth {
        let at = case.text.match_indices(&case.passage).nth(nth - 1).map(|(at, _)| at);
        differ("place", format!("{at:?}"), format!("{:?}", Some(passage.range.start)));
    }
    let denies = passage.negation.as_ref().map(|negation| {
        let side = if negation.is_quoted { "quotation" } else { "text" };
        format!("{} in the {side}", negation.word)
    });
    differ("denies", format!("{:?}", case.denies), format!("{denies:?}"));
    differ("equal", case.equal.to_string(), passage.candidates.to_string());
    let said = |Difference { passage, quote }: &Difference| {
        (case.text[passage.clone()].to_owned(), case.selector.0[quote.clone()].to_owned())
    };
    let differences: Vec<_> = passage.differences.iter().map(said).collect();
    if let Some(want) = &case.differs {
        differ("differs", format!("{want:?}"), format!("{differences:?}"));
    }
    wrong
}

#[test]
fn every_case_of_the_table_is_read_as_a_reader_would() {
    let cases = cases();
    assert!(cases.len() >= 60, "only {} cases", cases.len());
    let mut bad = 0;
    let mut tally = std::collections::BTreeMap::<String, usize>::new();
    for case in &cases {
        let (exact, prefix, suffix) = &case.selector;
        let found = find(&Haystack::new(case.text.as_str()), &selector(exact, prefix, suffix));
        let wrong = wrong(case, &found);
        println!(
            "{} {:12} {}",
            if wrong.is_empty() { "ok   " } else { "WRONG" },
            stage_words(&found),
            case.name
        );
        for line in &wrong {
            println!("        {line}");
        }
        bad += usize::from(!wrong.is_empty());
        *tally.entry(case.want.split(' ').next().unwrap_or_default().to_owned()).or_default() += 1;
    }
    println!("{} cases, {bad} wrong; wanted: {tally:?}", cases.len());
    assert_eq!(bad, 0, "cases that a careful reader would answer otherwise");
}

#[test]
fn many_quotations_at_once_are_found_as_one_by_one() {
    let cases = cases();
    let selectors: Vec<Selector> =
        cases.iter().map(|case| selector(&case.selector.0, &case.selector.1, &case.selector.2)).collect();
    for case in &cases {
        let text = Haystack::new(case.text.as_str());
        let all = find_all(&text, &selectors, &|| false).expect("nobody calls it off");
        for (selector, found) in selectors.iter().zip(all) {
            assert_eq!(found, find(&text, selector), "{selector:?} in {}", case.name);
        }
        assert_eq!(find_all(&text, &selectors, &|| true), None);
    }
}

/// A text of plainly invented sentences, no two alike.
fn long_text(sentences: usize) -> String {
    const NOUNS: [&str; 12] = [
        "missile",
        "inspector",
        "treaty",
        "silo",
        "bomber",
        "delegation",
        "verdict",
        "protocol",
        "warhead",
        "border",
        "harbour",
        "signal",
    ];
    const VERBS: [&str; 8] =
        ["counted", "moved", "opened", "ratified", "refused", "declared", "watched", "sold"];
    let mut state = 7_u32;
    let mut next = |most: usize| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 16) as usize % most
    };
    let mut text = String::new();
    for number in 0..sentences {
        let (a, b, c) = (NOUNS[next(12)], VERBS[next(8)], NOUNS[next(12)]);
        let (d, e) = (VERBS[next(8)], NOUNS[next(12)]);
        let end = if number % 7 == 6 { ".\n\n" } else { ". " };
        let sentence =
            format!("In year {number} the {a} {b} the {c}, and the other side “{d}” a {e} near Ostby{end}");
        text.push_str(&sentence);
    }
    text
}

#[test]
fn words_left_out_must_be_near() {
    let near = format!("We will sign the treaty. {} Then we will go home.", "Much was said. ".repeat(100));
    let far = format!("We will sign the treaty. {} Then we will go home.", "Much was said. ".repeat(200));
    let wanted = selector("We will sign the treaty. … Then we will go home.", "", "");
    assert_eq!(stage_words(&find(&Haystack::new(near), &wanted)), "normalised");
    assert_eq!(stage_words(&find(&Haystack::new(far), &wanted)), "nowhere");
}

#[test]
fn a_quotation_of_ten_thousand_characters_is_found_as_any_other() {
    let text = long_text(2_000);
    let start = text.find("In year 1000 ").expect("a sentence");
    let end = start + text[start..].find("In year 1125 ").expect("a sentence");
    let quote = text[start..end].trim_end();
    assert!(quote.chars().count() > 10_000, "{}", quote.chars().count());
    let folded = Haystack::new(text.as_str());
    let stage = |exact: &str| stage_words(&find(&folded, &selector(exact, "", "")));
    assert_eq!(stage(quote), "exact");
    assert_eq!(stage(&quote.replace(['“', '”'], "\"").replace("\n\n", " ")), "normalised");
    let changed = quote.replace("In year 1050 the", "In year 1050 any");
    let found = find(&folded, &selector(&changed, "", ""));
    assert_eq!(stage_words(&found), "fuzzy 99");
    let passage = found.passage().expect("a passage");
    assert_eq!(passage.range, start..start + quote.len());
    let [Difference { passage: there, quote: quoted }] = &passage.differences[..] else {
        panic!("one difference: {:?}", passage.differences)
    };
    assert_eq!((&text[there.clone()], &changed[quoted.clone()]), ("the", "any"));
}

/// Words of both alphabets, with what stands between and around them.
fn text_of_words() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        8 => "[a-z]{1,8}",
        4 => "[а-яё]{1,8}",
        1 => "[A-Z][a-z]{1,6}",
        1 => "[0-9]{1,4}",
        1 => Just("don’t".to_owned()),
        1 => Just("non-proliferation".to_owned()),
        1 => Just("ﬁnal".to_owned()),
        1 => Just("Nunc [ut dictum] est".to_owned()),
    ];
    let between = prop_oneof![
        12 => Just(" "), 2 => Just(", "), 2 => Just(". "), 1 => Just(" – "), 1 => Just("\n\n"), 1 => Just(" “"),
        1 => Just("” "), 1 => Just(": «"), 1 => Just("», "), 1 => Just("! "), 1 => Just("\u{a0}"), 1 => Just("\n"),
    ];
    prop::collection::vec((word, between), 2..60)
        .prop_map(|words| words.into_iter().flat_map(|(word, between)| [word, between.to_owned()]).collect())
}

/// The same words in another house's marks, dashes and spaces.
fn reprinted(text: &str, style: u8) -> String {
    let mut other = String::new();
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match (c, style % 4) {
            ('“' | '”' | '«' | '»', 0) => other.push('"'),
            ('“' | '«', 1) => other.push('„'),
            ('”' | '»', 1) => other.push('‟'),
            ('’', 0 | 1) => other.push('\''),
            ('–', 0) => other.push_str("--"),
            ('–', 2) => other.push('—'),
            (' ', 2) => other.push('\u{a0}'),
            (' ', 3) => other.push_str(" \n"),
            ('\n', 0 | 1) => other.push(' '),
            ('-', 3) => other.push_str("-\n"),
            ('ё', 1 | 2) => other.push('е'),
            ('ﬁ', 0 | 3) => other.push_str("fi"),
            // A soft hyphen is only ever inside a word.
            (c, 3) if c.is_ascii_lowercase() && rest.peek().is_some_and(char::is_ascii_lowercase) => {
                other.push(c);
                other.push('\u{ad}');
            }
            (c, _) => other.push(c),
        }
    }
    other
}

fn letters(text: &str) -> String {
    let text = text.replace('ё', "е").replace('ﬁ', "fi");
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn check_places(text: &str, exact: &str, found: &Found) {
    let Some(passage) = found.passage() else { return };
    assert!(passage.candidates >= 1 && !passage.parts.is_empty());
    assert!(text.get(passage.range.clone()).is_some_and(|words| !words.is_empty()), "{passage:?}");
    let mut at = passage.range.start;
    for part in &passage.parts {
        assert!(
            at <= part.start && part.end <= passage.range.end && text.get(part.clone()).is_some(),
            "{passage:?}"
        );
        at = part.end;
    }
    for Difference { passage: there, quote } in &passage.differences {
        assert!(text.get(there.clone()).is_some() && exact.get(quote.clone()).is_some(), "{passage:?}");
    }
    match passage.kind {
        MatchKind::Fuzzy { percent } => assert!((80..=99).contains(&percent)),
        MatchKind::Negated => assert!(passage.negation.is_some() && !passage.differences.is_empty()),
        _ => assert!(passage.differences.is_empty() && passage.negation.is_none()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn words_of_the_text_are_found_where_they_stand(
        text in text_of_words(), from in any::<prop::sample::Index>(), to in any::<prop::sample::Index>(), style in 0_u8..4,
    ) {
        let starts: Vec<usize> = text
            .char_indices()
            .filter(|&(at, c)| c.is_alphanumeric() && !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '’'))
            .map(|(at, _)| at)
            .collect();
        let (a, b) = (starts[from.index(starts.len())], starts[to.index(starts.len())]);
        let (start, last) = (a.min(b), a.max(b));
        let end = text[last..].find(|c: char| !c.is_alphanumeric() && c != '’').map_or(text.len(), |at| last + at);
        let slice = &text[start..end];
        let folded = Haystack::new(text.as_str());
        let prefix = &text[..start];

        let found = find(&folded, &selector(slice, prefix, &text[end..]));
        let passage = found.passage().expect("the words as printed");
        prop_assert_eq!(passage.kind, MatchKind::Exact);
        prop_assert_eq!(&text[passage.range.clone()], slice);
        check_places(&text, slice, &found);

        let other = reprinted(slice, style);
        let found = find(&folded, &selector(&other, prefix, ""));
        let passage = found.passage().expect("the words as reprinted");
        prop_assert!(passage.kind <= MatchKind::Normalised, "{:?}: {:?} in {:?}", passage.kind, other, text);
        prop_assert_eq!(letters(&text[passage.range.clone()]), letters(slice));
        check_places(&text, &other, &found);
    }

    #[test]
    fn nothing_that_is_written_breaks_it(text in "\\PC{0,200}", exact in "\\PC{0,60}", prefix in "\\PC{0,20}") {
        let found = find(&Haystack::new(text.as_str()), &selector(&exact, &prefix, &prefix));
        check_places(&text, &exact, &found);
    }

    #[test]
    fn nothing_made_of_its_own_marks_breaks_it(
        text in "[a-cA-Cа-вё0-3 .,…\\[\\]()«»“”'’\"\u{ad}\u{301}\u{a0}¹ﬁ\n–-]{0,120}",
        exact in "[a-cA-Cа-вё0-3 .,…\\[\\]()«»“”'’\"\u{ad}\u{301}\u{a0}¹ﬁ\n–-]{0,40}",
    ) {
        let folded = Haystack::new(text.as_str());
        check_places(&text, &exact, &find(&folded, &selector(&exact, &exact, "")));
        let own: String = text.chars().skip(exact.chars().count()).take(30).collect();
        check_places(&text, &own, &find(&folded, &selector(&own, "", "")));
    }
}
