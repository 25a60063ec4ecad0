//! The format of a copy, recognised by its content and only then by its file name.

use serde::{Deserialize, Serialize};

/// The format of a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// Plain text.
    Text,
    /// A web page.
    Html,
    /// A PDF.
    Pdf,
}

/// How much of a text is searched for tags, in bytes.
const MAX_SEARCHED: usize = 4096;

/// Whether it begins like a PDF. Readers accept up to a kilobyte of other bytes before the mark (ISO 32000-1, annex
/// H).
pub(super) fn is_pdf(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(1024)];
    memchr::memmem::find(head, b"%PDF-").is_some()
}

/// Whether a text is a web page or plain text.
pub(super) fn of_text(text: &str, name: &str) -> Kind {
    let mut end = text.len().min(MAX_SEARCHED);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = text[..end].to_ascii_lowercase();
    let start = head.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let begins = ["<!doctype html", "<html", "<head", "<body"].iter().any(|tag| start.starts_with(tag));
    let wrapped = start.starts_with("<?xml") || start.starts_with("<!--");
    if begins || wrapped && (head.contains("<html") || head.contains("<body")) {
        return Kind::Html;
    }
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension).to_ascii_lowercase();
    match extension.as_str() {
        "html" | "htm" | "xhtml" | "xht" | "shtml" => Kind::Html,
        "txt" | "text" | "md" => Kind::Text,
        // A fragment of a page: it begins with a tag, and closes one.
        _ if start.starts_with('<')
            && ["</p>", "</div>", "</h1>", "</title>"].iter().any(|tag| head.contains(tag)) =>
        {
            Kind::Html
        }
        _ => Kind::Text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_goes_before_the_name() {
        assert_eq!(of_text("\n<!DOCTYPE html><p>Text", "a.txt"), Kind::Html);
        assert_eq!(of_text("<?xml version='1.0'?>\n<html xmlns='x'>", "a"), Kind::Html);
        assert_eq!(of_text("A tag such as <html> is meant here.", "a.txt"), Kind::Text);
        assert_eq!(of_text("No tags at all", "a.HTM"), Kind::Html);
        assert_eq!(of_text("<p>One</p>", "a"), Kind::Html);
        assert_eq!(of_text("<quotation>One", "a"), Kind::Text);
        assert!(is_pdf(b"\xef\xbb\xbf\n%PDF-1.4"));
    }
}
