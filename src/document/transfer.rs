//! Passes a document from the reading process to the window.

use std::io::{self, Write};

use serde::Deserialize as _;

use super::{Document, Unreadable};

/// Writes the result of reading a copy: a line of JSON, then the text unchanged.
///
/// # Errors
/// Those of `out`.
pub fn write_result(read: Result<Document, Unreadable>, out: &mut impl Write) -> io::Result<()> {
    let (head, text) = match read {
        Ok(mut document) => {
            let text = std::mem::take(&mut document.text);
            (Ok(document), text)
        }
        Err(why) => (Err(why), String::new()),
    };
    serde_json::to_writer(&mut *out, &head)?;
    out.write_all(b"\n")?;
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// Reads what [`write_result`] wrote; `None` if it is incomplete.
pub fn read_result(mut bytes: Vec<u8>) -> Option<Result<Document, Unreadable>> {
    let end = memchr::memchr(b'\n', &bytes)?;
    let read: Result<Document, Unreadable> = serde_json::from_slice(&bytes[..end]).ok()?;
    Some(match read {
        Ok(mut document) => {
            bytes.drain(..=end);
            document.text = String::from_utf8(bytes).ok()?;
            Ok(document)
        }
        Err(why) => Err(why),
    })
}

/// Reads the name of an encoding, one of a fixed set.
pub(super) fn encoding<'de, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<&'static str>, D::Error> {
    let name = Option::<String>::deserialize(deserializer)?;
    Ok(name.and_then(|name| encoding_rs::Encoding::for_label(name.as_bytes())).map(|known| known.name()))
}

#[cfg(test)]
mod tests {
    use super::super::{Cut, Kind};
    use super::*;

    #[test]
    fn a_result_is_read_as_it_was_written() {
        let document = Document {
            title: Some("A “title”\nof two lines".to_owned()),
            published: Some("2021-02-11".to_owned()),
            kind: Kind::Html,
            encoding: Some(encoding_rs::WINDOWS_1251.name()),
            replaced: 3,
            cut: Some(Cut::Bytes(7)),
            quoted: vec![0..3, 5..9],
            text: "Слова\n\nи ещё\tслова\n".to_owned(),
        };
        for read in [Ok(document), Err(Unreadable::Encrypted)] {
            let mut bytes = Vec::new();
            write_result(read.clone(), &mut bytes).expect("a vector takes everything");
            assert_eq!(read_result(bytes), Some(read));
        }
        assert_eq!(read_result(b"{\"Ok\":".to_vec()), None);
        assert_eq!(read_result(Vec::new()), None);
    }
}
