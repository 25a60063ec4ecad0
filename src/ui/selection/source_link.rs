//! The address of a passage in a web page: a browser opens the page there and highlights the words.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Characters that need no encoding in a text directive; `-`, `,` and `&` have a meaning in it.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'.').remove(b'_').remove(b'~');
/// A passage of more words than this is given by its first and last words.
const LONG: usize = 12;
/// How many words are given of each end.
const END: usize = 5;

/// A page's address with a text fragment (WICG, URL Fragment Text Directives) for a quotation. Where the quotation omits or
/// inserts words, the fragment has the longest part in between.
pub(in crate::ui) fn of_passage(url: &str, quote: &str) -> String {
    let whole = longest_verbatim(quote);
    let words: Vec<&str> = whole.split_whitespace().collect();
    if words.is_empty() {
        return url.to_owned();
    }
    let encoded = |words: &[&str]| utf8_percent_encode(&words.join(" "), ENCODED).to_string();
    let text = if words.len() > LONG {
        format!("{},{}", encoded(&words[..END]), encoded(&words[words.len() - END..]))
    } else {
        encoded(&words)
    };
    let joint = if url.contains('#') { ":~:" } else { "#:~:" };
    format!("{url}{joint}text={text}")
}

/// The longest part of a quotation, in whole words, without ellipses and insertions in brackets.
fn longest_verbatim(quote: &str) -> &str {
    let mut parts = Vec::new();
    let (mut start, mut is_inserted) = (0, false);
    for (at, c) in quote.char_indices() {
        if matches!(c, '[' | ']' | '…') {
            if !is_inserted {
                parts.push(&quote[start..at]);
            }
            is_inserted = c == '[' || (is_inserted && c != ']');
            start = at + c.len_utf8();
        }
    }
    if !is_inserted {
        parts.push(&quote[start..]);
    }
    let parts = parts.into_iter().flat_map(|part| part.split("..."));
    parts.map(|part| whole_words(quote, part)).max_by_key(|part| part.len()).unwrap_or_default()
}

/// A part without the partial words at its ends, such as `he` in `[T]he`.
fn whole_words<'a>(quote: &str, part: &'a str) -> &'a str {
    // Both are slices of the same text.
    let start = part.as_ptr().addr() - quote.as_ptr().addr();
    let end = start + part.len();
    let touches = |c: Option<char>| c == Some(']') || c == Some('[');
    let mut part = part;
    if touches(quote[..start].chars().next_back()) && part.starts_with(char::is_alphanumeric) {
        part = part.split_once(char::is_whitespace).map_or("", |(_, rest)| rest);
    }
    if touches(quote[end..].chars().next()) && part.ends_with(char::is_alphanumeric) {
        part = part.rsplit_once(char::is_whitespace).map_or("", |(rest, _)| rest);
    }
    part.trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_is_named_by_its_words_or_by_its_ends() {
        for (url, quote, address) in [
            ("https://a.b/c", "never again, he said", "https://a.b/c#:~:text=never%20again%2C%20he%20said"),
            ("https://a.b/c#d", "zero-option", "https://a.b/c#d:~:text=zero%2Doption"),
            (
                "https://a.b/c",
                "one two three four five six seven eight nine ten eleven twelve thirteen",
                "https://a.b/c#:~:text=one%20two%20three%20four%20five,nine%20ten%20eleven%20twelve%20thirteen",
            ),
            ("https://a.b/c", "We […] will not leave", "https://a.b/c#:~:text=will%20not%20leave"),
            ("https://a.b/c", "We [the long insertion] left", "https://a.b/c#:~:text=left"),
            ("https://a.b/c", "[T]he treaty is dead", "https://a.b/c#:~:text=treaty%20is%20dead"),
            ("https://a.b/c", "…", "https://a.b/c"),
        ] {
            assert_eq!(of_passage(url, quote), address);
        }
    }
}
