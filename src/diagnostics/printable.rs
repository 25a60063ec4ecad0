//! Text that other people wrote, made safe for a terminal: nothing in it moves the cursor, hides a word or turns an order
//! round.

use std::fmt::Write as _;

use super::hides_text;

/// The text with `\x1b` or `\u{202e}` in the place of each character that would steer a terminal; line ends and tabs stay.
pub fn printable(text: &str) -> String {
    with_escapes(text, |c| hides_text(c) && c != '\t')
}

/// The same for what must stay on one line, as the name of a file.
pub fn printable_line(text: &str) -> String {
    with_escapes(text, |c| hides_text(c) || c == '\n')
}

/// JSON with such characters as JSON writes them, `\u009b`; they stand nowhere but in its strings.
pub fn printable_json(json: &str) -> String {
    if !json.contains(hides_text) {
        return json.to_owned();
    }
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        // All of them lie below U+10000. Writing to a string cannot fail.
        let _written =
            if hides_text(c) { write!(out, "\\u{:04x}", u32::from(c)) } else { write!(out, "{c}") };
    }
    out
}

fn with_escapes(text: &str, is_escaped: impl Fn(char) -> bool) -> String {
    if !text.contains(&is_escaped) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let _written = match u32::from(c) {
            _ if !is_escaped(c) => write!(out, "{c}"),
            code @ ..=0xff => write!(out, "\\x{code:02x}"),
            code => write!(out, "\\u{{{code:x}}}"),
        };
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_steers_a_terminal_is_printed() {
        let text = "a\u{1b}[31mred\u{9b}2J\u{7}\r\tb\u{202e}c\n\u{7f}é—ж";
        assert_eq!(printable(text), "a\\x1b[31mred\\x9b2J\\x07\\x0d\tb\\u{202e}c\n\\x7fé—ж");
        assert_eq!(printable_line("a\tb\nc"), "a\\x09b\\x0ac");
        let json = serde_json::to_string_pretty(&[text]).unwrap();
        let printed = printable_json(&json);
        assert!(!printed.contains(|c: char| hides_text(c)), "{printed}");
        assert_eq!(serde_json::from_str::<Vec<String>>(&printed).unwrap(), [text], "it means the same");
    }
}
