//! Bare words and characters of a text that is meant to be JSON, and what to write for them.

use serde::de::IgnoredAny;

use crate::diagnostics::hides_text;

/// What is wrong with a word that stands for a value without quotation marks, and what to do; `None` where JSON has it.
pub(super) fn flaw_of(word: &str) -> Option<(String, String)> {
    if serde_json::from_str::<IgnoredAny>(word).is_ok() {
        return None;
    }
    let bare = word.trim_start_matches(['+', '-']);
    let shown = short(word);
    let instead = match bare.to_ascii_lowercase().as_str() {
        "nan" | "infinity" | "inf" => {
            return Some((format!("JSON has no {shown}"), "write null, or leave the field out".to_owned()));
        }
        "true" | "yes" | "on" => "true",
        "false" | "no" | "off" => "false",
        "none" | "null" | "nil" | "undefined" => "null",
        _ => return Some(if is_numeric(bare) { number(word, bare) } else { text(&shown) }),
    };
    Some((format!("JSON writes {instead} and not {shown}"), format!("write {instead}")))
}

fn text(shown: &str) -> (String, String) {
    (format!("the text {shown} has no quotation marks"), format!("write \"{shown}\""))
}

fn is_numeric(bare: &str) -> bool {
    bare.trim_start_matches('.').starts_with(|c: char| c.is_ascii_digit())
}

/// What is wrong with what begins as a number does.
fn number(word: &str, bare: &str) -> (String, String) {
    let sign = if word.starts_with('-') { "-" } else { "" };
    let is_number = |text: &str| serde_json::from_str::<IgnoredAny>(text).is_ok();
    let prefix = bare.get(..2).unwrap_or_default();
    if prefix.eq_ignore_ascii_case("0x")
        && let Ok(value) = u64::from_str_radix(bare.get(2..).unwrap_or_default(), 16)
    {
        return ("JSON has no hexadecimal numbers".to_owned(), format!("write {sign}{value}"));
    }
    if word.starts_with('+') && is_number(bare) {
        return ("a number has no + before it".to_owned(), format!("write {}", short(bare)));
    }
    let trimmed = bare.trim_start_matches('0');
    let trimmed = if trimmed.starts_with(|c: char| c.is_ascii_digit()) { trimmed } else { "0" };
    if bare.starts_with('0') && is_number(trimmed) {
        let (value, shown) = (short(trimmed), short(word));
        return (
            "a number does not begin with 0".to_owned(),
            format!("write {sign}{value}, or \"{shown}\" as a text"),
        );
    }
    for whole in [format!("0{bare}"), format!("{bare}0")] {
        if bare.starts_with('.') != bare.ends_with('.') && is_number(&whole) {
            return (
                "a number has digits before and after its point".to_owned(),
                format!("write {sign}{}", short(&whole)),
            );
        }
    }
    let shown = short(word);
    (format!("{shown} is no number"), format!("put it in quotation marks: \"{shown}\""))
}

/// A word, cut to what a message has room for.
pub(super) fn short(word: &str) -> String {
    const CHARS: usize = 40;
    let mut short: String = word.chars().take(CHARS).map(shown).collect();
    if word.chars().nth(CHARS).is_some() {
        short.push('…');
    }
    short
}

/// A character as a message may show it.
pub(super) fn shown(c: char) -> char {
    if hides_text(c) || c == '\n' { '\u{fffd}' } else { c }
}

/// Whether a character takes no room, so that nobody sees it in an editor.
pub(super) fn is_invisible(c: char) -> bool {
    hides_text(c) || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}')
}
