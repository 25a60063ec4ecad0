//! English plurals, for whoever counts things in a sentence.

/// A count with its noun, as in `1 event` or `2 events`; nouns here take a plain `s` or `y` → `ies`.
pub fn counted(n: usize, noun: &str) -> String {
    match (n, noun.strip_suffix('y')) {
        (1, _) => format!("1 {noun}"),
        (_, Some(stem)) if noun != "day" => format!("{n} {stem}ies"),
        _ => format!("{n} {noun}s"),
    }
}
