//! A large dataset in the native format, by a fixed rule: treaties with events and statements, words from a vocabulary of
//! twenty thousand, half of it Cyrillic, of few of them often and of many seldom, as in any text.

use std::fmt::Write as _;

fn word(n: usize) -> String {
    if n.is_multiple_of(2) { format!("word{n}") } else { format!("слово{n}") }
}

/// The text of a file with so many treaties, events and statements.
pub(crate) fn record(treaties: usize, events: usize, statements: usize) -> String {
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
    text.push_str(&join(treaties, &mut |i| {
        format!(
            r#"{{"id":"T{i}","name":"Treaty {i}","category":"C{}","parties":["P{}","P{}"]}}"#,
            i % 7,
            i % 20,
            (i + 3) % 20
        )
    }));
    text.push_str(r#"],"events":["#);
    text.push_str(&join(events, &mut |i| {
        format!(
            r#"{{"id":"E{i}","treaty":"T{}","type":"{}","title":"{} {} {}","dates":[{{"edtf":"{}-{:02}-{:02}","source":"S"}}]}}"#,
            i % treaties, kinds[i % 6], word(next()), word(next()), word(next()),
            1920 + i % 100, 1 + i % 12, 1 + i % 28
        )
    }));
    text.push_str(r#"],"statements":["#);
    text.push_str(&join(statements, &mut |i| {
        let mut quote = String::new();
        for _ in 0..20 {
            let _written = write!(quote, "{} ", word(next()));
        }
        format!(
            r#"{{"id":"Q{i}","quote":"{}","lang":"en","speaker":"s{}","role":"minister","date":"{}","source":"S","about":[{{"event":"E{}"}}]}}"#,
            quote.trim(), i % 50, 1920 + i % 100, i * 7 % events
        )
    }));
    text.push_str("]}");
    text
}
