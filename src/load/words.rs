//! Bare words and characters of a text meant to be JSON.

use serde::de::IgnoredAny;

use crate::diagnostics::{TokenProblem, hides_text};

/// What is wrong with a bare word in place of a value; `None` if it is JSON.
pub(super) fn flaw_of(word: &str) -> Option<TokenProblem> {
    if serde_json::from_str::<IgnoredAny>(word).is_ok() {
        return None;
    }
    let bare = word.trim_start_matches(['+', '-']);
    let json = match bare.to_ascii_lowercase().as_str() {
        "nan" | "infinity" | "inf" => return Some(TokenProblem::NotFinite(short(word))),
        "true" | "yes" | "on" => "true",
        "false" | "no" | "off" => "false",
        "none" | "null" | "nil" | "undefined" => "null",
        _ if is_numeric(bare) => return Some(number(word, bare)),
        _ => return Some(TokenProblem::UnquotedText(short(word))),
    };
    Some(TokenProblem::ForeignWord(short(word), json))
}

fn is_numeric(bare: &str) -> bool {
    bare.trim_start_matches('.').starts_with(|c: char| c.is_ascii_digit())
}

/// What is wrong with something that begins like a number.
fn number(word: &str, bare: &str) -> TokenProblem {
    let sign = if word.starts_with('-') { "-" } else { "" };
    let is_number = |text: &str| serde_json::from_str::<IgnoredAny>(text).is_ok();
    let prefix = bare.get(..2).unwrap_or_default();
    if prefix.eq_ignore_ascii_case("0x")
        && let Ok(value) = u64::from_str_radix(bare.get(2..).unwrap_or_default(), 16)
    {
        return TokenProblem::Hexadecimal(format!("{sign}{value}"));
    }
    if word.starts_with('+') && is_number(bare) {
        return TokenProblem::PlusSign(short(bare));
    }
    let trimmed = bare.trim_start_matches('0');
    let trimmed = if trimmed.starts_with(|c: char| c.is_ascii_digit()) { trimmed } else { "0" };
    if bare.starts_with('0') && is_number(trimmed) {
        let number = format!("{sign}{}", short(trimmed));
        return TokenProblem::LeadingZero { number, text: short(word) };
    }
    for whole in [format!("0{bare}"), format!("{bare}0")] {
        if bare.starts_with('.') != bare.ends_with('.') && is_number(&whole) {
            return TokenProblem::BarePoint(format!("{sign}{}", short(&whole)));
        }
    }
    TokenProblem::NotANumber(short(word))
}

/// A word, shortened for a message.
pub(super) fn short(word: &str) -> String {
    const MAX_CHARS: usize = 40;
    let mut short: String = word.chars().take(MAX_CHARS).map(shown).collect();
    if word.chars().nth(MAX_CHARS).is_some() {
        short.push('…');
    }
    short
}

/// A character as shown in a message.
pub(super) fn shown(c: char) -> char {
    if hides_text(c) || c == '\n' { '\u{fffd}' } else { c }
}
