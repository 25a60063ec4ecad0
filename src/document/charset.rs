//! Bytes → text: the encoding, and what could not be decoded.

use chardetng::{Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::text::encoding_by_letters;

/// Number of bytes examined to guess an encoding.
const MAX_SAMPLE: usize = 256 << 10;

/// A decoded text.
pub(super) struct Decoded {
    pub(super) text: String,
    /// The WHATWG name of the encoding.
    pub(super) encoding: &'static str,
    /// Number of replacement characters for what could not be decoded.
    pub(super) replaced: usize,
}

/// Decodes bytes; `None` when they are not text.
///
/// A byte order mark decides, then valid UTF-8 (browsers save pages with their old `meta`), then the page's own
/// `meta` unless it wrongly says UTF-8, then letter frequencies (chardetng, as in Firefox).
pub(super) fn decode(bytes: &[u8]) -> Option<Decoded> {
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or_else(|| (guess(bytes), 0));
    let (text, has_errors) = encoding.decode_without_bom_handling(&bytes[mark..]);
    let replaced = if has_errors { text.matches('\u{fffd}').count() } else { 0 };
    is_text(&text).then(|| Decoded { text: text.into_owned(), encoding: encoding.name(), replaced })
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    if let Some(encoding) = wide(bytes) {
        return encoding;
    }
    if is_mostly_utf8(bytes) {
        return UTF_8;
    }
    if let Some(encoding) = declared(bytes) {
        return encoding;
    }
    // Letters beyond ASCII may come late, after a page's scripts.
    let first = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0);
    let start = first.saturating_sub(MAX_SAMPLE / 8);
    let end = bytes.len().min(start + MAX_SAMPLE);
    let allowed = (Iso2022JpDetection::Allow, Utf8Detection::Allow);
    encoding_by_letters(&bytes[start..end], end == bytes.len(), allowed)
}

/// UTF-16 without a byte order mark: every other byte of Latin text is zero, and of Cyrillic text is four.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096) & !1];
    let (mut even, mut odd) = (0, 0);
    for pair in sample.chunks_exact(2) {
        even += usize::from(pair[0] == 0 || pair[0] == 4);
        odd += usize::from(pair[1] == 0 || pair[1] == 4);
    }
    let pairs = sample.len() / 2;
    let has_zeros = sample.contains(&0);
    match (even * 10 > pairs * 8, odd * 10 > pairs * 8) {
        (true, false) if has_zeros => Some(UTF_16BE),
        (false, true) if has_zeros => Some(UTF_16LE),
        _ => None,
    }
}

/// Whether it is UTF-8 but for a few bytes: at most one broken character for ten non-ASCII ones.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut broken, mut beyond) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        beyond += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    // The escape sequences of ISO-2022-JP are ASCII throughout.
    broken * 10 <= beyond && !(beyond == 0 && bytes.contains(&0x1b))
}

/// The encoding in a page's `meta`, searched for in the first kilobyte as the HTML standard says (13.2.3.2).
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(1024)].to_ascii_lowercase();
    let meta = memchr::memmem::find(&head, b"<meta").or_else(|| memchr::memmem::find(&head, b"<?xml"))?;
    let rest = &head[meta..];
    let (at, key) = [&b"charset"[..], b"encoding"]
        .iter()
        .find_map(|key| memchr::memmem::find(rest, key).map(|at| (at, key.len())))?;
    let value = rest[at + key..].trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let value = value.strip_prefix(b"\"").or_else(|| value.strip_prefix(b"'")).unwrap_or(value);
    let end = value.iter().position(|b| matches!(b, b'"' | b'\'' | b' ' | b';' | b'>' | b'/' | b'?'));
    let encoding = Encoding::for_label_no_replacement(&value[..end.unwrap_or(value.len())])?;
    // A label that is readable as ASCII cannot be true if it says UTF-16. It is not UTF-8 either, as `guess` has
    // found.
    (encoding != UTF_8 && encoding != UTF_16BE && encoding != UTF_16LE).then_some(encoding)
}

/// Text has few control characters; a decoded picture or archive has them everywhere.
fn is_text(text: &str) -> bool {
    let (mut all, mut odd) = (0_usize, 0_usize);
    for letter in text.chars().take(4096) {
        all += 1;
        let is_odd = letter.is_control() && !matches!(letter, '\t' | '\n' | '\r' | '\u{c}' | '\u{1b}');
        odd += usize::from(is_odd || letter == '\u{fffd}');
    }
    odd * 10 <= all
}
