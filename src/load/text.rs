//! Bytes to text: byte-order marks, UTF-16, and what is no text at all.

use crate::diagnostics::{Sink, Span};

use super::rule::Rule;

/// The text in `bytes`; on an error what could be decoded, so that the message can point into it.
pub(super) fn decode(bytes: Vec<u8>, sink: &mut Sink) -> String {
    if let Some(text) = decode_utf16(&bytes) {
        let help = "save the file as UTF-8";
        sink.push(Rule::Utf16.breach(None, "the file is in UTF-16 and was read as such".into(), help));
        return checked(text, sink);
    }
    match String::from_utf8(bytes) {
        Ok(text) => match text.strip_prefix('\u{feff}') {
            // A byte-order mark is harmless, and Windows editors like it.
            Some(rest) => checked(rest.to_owned(), sink),
            None => checked(text, sink),
        },
        Err(err) => {
            let at = err.utf8_error().valid_up_to();
            let mut bytes = err.into_bytes();
            let bad = bytes.get(at).copied().unwrap_or_default();
            // A little of what follows, so that the message can show the place.
            bytes.truncate(at + 100);
            let message = format!("byte 0x{bad:02X} is not UTF-8 text");
            let help = "save the file as UTF-8; if it is a picture, a PDF or a spreadsheet, export its data as JSON first";
            sink.push(Rule::NotText.breach(Some(Span::at(at)), message, help));
            String::from_utf8_lossy(&bytes).into_owned()
        }
    }
}

fn checked(text: String, sink: &mut Sink) -> String {
    if text.trim().is_empty() {
        let help = "choose another file; `treaty-timeline schema` prints what a dataset looks like";
        sink.push(Rule::EmptyFile.breach(None, "the file is empty".into(), help));
    }
    text
}

/// UTF-16 with a byte-order mark, or without one where every other byte of the first pair is zero, as it is
/// for any JSON text.
fn decode_utf16(bytes: &[u8]) -> Option<String> {
    let (body, big_endian) = match bytes {
        [0xFF, 0xFE, rest @ ..] => (rest, false),
        [0xFE, 0xFF, rest @ ..] => (rest, true),
        [0, second, ..] if *second != 0 => (bytes, true),
        [first, 0, ..] if *first != 0 => (bytes, false),
        _ => return None,
    };
    let units = body.chunks_exact(2).map(|pair| match *pair {
        [a, b] if big_endian => u16::from_be_bytes([a, b]),
        [a, b] => u16::from_le_bytes([a, b]),
        _ => 0,
    });
    char::decode_utf16(units).collect::<Result<String, _>>().ok()
}
