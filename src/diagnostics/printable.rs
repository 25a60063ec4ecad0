//! Text that other people wrote, made safe for a terminal: nothing in it moves the cursor, hides a word or turns an order
//! round.

use std::fmt::Write as _;
use std::path::Path;

use crate::text::has_right_to_left;

use super::hides_text;

/// The text with `\x1b` or `\u{202e}` in the place of each character that would steer a terminal; line ends and tabs stay.
pub fn printable(text: &str) -> String {
    with_escapes(text, |c| hides_text(c) && c != '\t')
}

/// The same for what must stay on one line, as the name of a file.
pub fn printable_line(text: &str) -> String {
    with_escapes(text, |c| hides_text(c) || c == '\n')
}

/// A name that others gave, for a sentence of the window.
///
/// Nothing in it is hidden, and one that runs from right to left
/// keeps its order to itself and leaves the words around it where they are. What isolates it shows nothing.
pub fn shown_name(name: &str) -> String {
    let name = printable_line(name);
    if has_right_to_left(&name) { format!("\u{2068}{name}\u{2069}") } else { name }
}

/// The same of a path.
pub fn shown_path(path: &Path) -> String {
    shown_name(&path.display().to_string())
}

/// The same of the last part of a path, or of the whole where it has none.
pub fn shown_file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| shown_path(path), |name| shown_name(&name.to_string_lossy()))
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

/// Whether a character takes no room, so that nobody sees it in an editor.
pub fn is_invisible(c: char) -> bool {
    hides_text(c) || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}')
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
        assert_eq!(printable_line("a\u{202e}gpj.json"), "a\\u{202e}gpj.json");
        let json = serde_json::to_string_pretty(&[text]).unwrap();
        let printed = printable_json(&json);
        assert!(!printed.contains(|c: char| hides_text(c)), "{printed}");
        assert_eq!(serde_json::from_str::<Vec<String>>(&printed).unwrap(), [text], "it means the same");
    }

    #[test]
    fn a_name_leaves_the_words_around_it_where_they_are() {
        assert_eq!(shown_name("one\u{202e}gpj.json"), "one\\u{202e}gpj.json");
        assert_eq!(shown_name("\u{2067}\nTest Договор 条约.json"), "\\u{2067}\\x0aTest Договор 条约.json");
        assert_eq!(shown_name("אב 1968.json"), "\u{2068}אב 1968.json\u{2069}");
        assert_eq!(shown_file_name(Path::new("/data/a\u{202e}b.json")), "a\\u{202e}b.json");
        assert_eq!(shown_file_name(Path::new("/")), "/");
        let said = format!("{} · opened 1963", shown_name("אב.json"));
        let first = crate::text::visual_order(&said).first().map(|run| run.range.start);
        assert_eq!(first, Some(0), "the name stands first, as it is said");
    }
}
