//! Bytes to text: byte order marks, UTF-16, and what is not text at all.

use chardetng::{Iso2022JpDetection, Utf8Detection};

use crate::diagnostics::{EntryProblem, FileKind, FileProblem, Rule, Sink, Span};
use crate::text::encoding_by_letters;

use super::foreign_files;
use super::formats;
use super::words::short;

/// How a text is written as bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// UTF-8 with this number of byte order marks before it: none or one, or more where files were joined.
    Utf8 { marks: usize },
    /// UTF-16.
    Utf16 { big_endian: bool, has_mark: bool },
}

/// A byte-order mark in UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

impl Encoding {
    /// UTF-16 with a byte order mark, or without one if every other byte of the first pair is zero, as in any JSON
    /// text; otherwise UTF-8.
    pub(crate) fn of(bytes: &[u8]) -> Self {
        match bytes {
            [0xFF, 0xFE, ..] => Self::Utf16 { big_endian: false, has_mark: true },
            [0xFE, 0xFF, ..] => Self::Utf16 { big_endian: true, has_mark: true },
            [0, second, ..] if *second != 0 => Self::Utf16 { big_endian: true, has_mark: false },
            [first, 0, ..] if *first != 0 => Self::Utf16 { big_endian: false, has_mark: false },
            _ => Self::Utf8 { marks: bytes.chunks(MARK.len()).take_while(|chunk| *chunk == MARK).count() },
        }
    }

    /// The bytes of a text in this encoding.
    pub(crate) fn encode(self, text: &str) -> Vec<u8> {
        match self {
            Self::Utf8 { marks } => [MARK.repeat(marks).as_slice(), text.as_bytes()].concat(),
            Self::Utf16 { big_endian, has_mark } => {
                let mark = has_mark.then_some(0xFEFF);
                let units = mark.into_iter().chain(text.encode_utf16());
                let bytes = |unit: u16| if big_endian { unit.to_be_bytes() } else { unit.to_le_bytes() };
                units.flat_map(bytes).collect()
            }
        }
    }
}

/// The text in `bytes`; on an error what could be decoded, so that the message can point into it.
pub(crate) fn decode(bytes: Vec<u8>, sink: &mut Sink) -> String {
    if let Some(text) = decode_utf16(&bytes, sink) {
        return checked(text, sink);
    }
    match String::from_utf8(bytes) {
        // A byte-order mark is harmless, and Windows editors like it.
        Ok(text) if text.starts_with('\u{feff}') => {
            checked(text.trim_start_matches('\u{feff}').to_owned(), sink)
        }
        Ok(text) => checked(text, sink),
        Err(err) => {
            let at = err.utf8_error().valid_up_to();
            not_utf8(&err.into_bytes(), at, sink)
        }
    }
}

/// Reports what is known of bytes that are not UTF-8 from `at` on, and returns a text that the message can point
/// into.
fn not_utf8(bytes: &[u8], at: usize, sink: &mut Sink) -> String {
    /// Number of bytes examined to guess an encoding.
    const MAX_SAMPLE: usize = 1 << 16;
    /// A little of what follows, so that the message can show the place.
    const MAX_SHOWN: usize = 100;
    if let Some(text) = damaged_utf8(bytes) {
        let problem = EntryProblem::Encoding(encoding_rs::UTF_8.name());
        sink.push(Rule::OtherEncoding.breach(Some(Span::at(at)), problem));
        return checked(text, sink);
    }
    let bad = bytes.get(at).copied().unwrap_or_default();
    let (before, after) = bytes.split_at_checked(at).unwrap_or((bytes, &[]));
    let sample = after.get(..MAX_SAMPLE).unwrap_or(after);
    let shown = after.get(..MAX_SHOWN).unwrap_or(after);
    let before = String::from_utf8_lossy(before);
    let is_text = |byte: &u8| *byte >= b' ' || matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b);
    if !sample.iter().all(is_text) {
        sink.push(Rule::NotText.breach(Some(Span::at(at)), FileProblem::Binary(bad)));
        return format!("{before}{}", String::from_utf8_lossy(shown));
    }
    let guessed = by_letters(bytes, at, MAX_SAMPLE);
    let whole = format!("{before}{}", guessed.decode_without_bom_handling(sample).0);
    if let Some(kind) = foreign_files::of_text(&whole).filter(|kind| *kind != FileKind::AnyText) {
        if formats::is_read(&kind) {
            let is_latin = OF_LATIN_LETTERS.contains(&guessed.name());
            let encoding = if is_latin { encoding_rs::WINDOWS_1252 } else { guessed };
            sink.push(Rule::OtherEncoding.breach(None, EntryProblem::Encoding(encoding.name())));
            return checked(encoding.decode_without_bom_handling(bytes).0.into_owned(), sink);
        }
        foreign_files::report(kind, sink);
        return String::new();
    }
    let in_doubt = OF_LATIN_LETTERS.contains(&guessed.name());
    let encoding = if in_doubt { encoding_rs::WINDOWS_1252 } else { guessed };
    let readings = if in_doubt { two_readings(bytes, at, guessed) } else { None };
    let or = readings.map(|(western, other)| Box::new((western, guessed.name(), other)));
    let problem = FileProblem::Encoding { byte: bad, name: encoding.name(), or };
    sink.push(Rule::NotText.breach(Some(Span::at(at)), problem));
    format!("{before}{}", encoding.decode_without_bom_handling(shown).0)
}

/// The text of bytes that are not in Unicode, and the encoding that their letters tell; `None` if they are, or are no text.
pub(super) fn in_other_encoding(bytes: &[u8]) -> Option<(String, &'static str)> {
    if matches!(Encoding::of(bytes), Encoding::Utf16 { .. }) {
        return None;
    }
    let at = std::str::from_utf8(bytes).err()?.valid_up_to();
    let is_text = |byte: &u8| *byte >= b' ' || matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c);
    if !bytes.iter().all(is_text) {
        return None;
    }
    if let Some(text) = damaged_utf8(bytes) {
        return Some((text, encoding_rs::UTF_8.name()));
    }
    let guessed = by_letters(bytes, at, bytes.len());
    let encoding = if OF_LATIN_LETTERS.contains(&guessed.name()) && !is_central_european(bytes) {
        encoding_rs::WINDOWS_1252
    } else {
        guessed
    };
    Some((encoding.decode_without_bom_handling(bytes).0.into_owned(), encoding.name()))
}

/// The encoding that the letters from the byte at `at` on tell, of which at most `max_sample` bytes are looked at.
fn by_letters(bytes: &[u8], at: usize, max_sample: usize) -> &'static encoding_rs::Encoding {
    /// The letters before it tell what kind of letter the first one is.
    const MAX_BEFORE: usize = 100;
    let end = bytes.len().min(at.saturating_add(max_sample));
    let sample = bytes.get(at.saturating_sub(MAX_BEFORE)..end).unwrap_or(bytes);
    encoding_by_letters(sample, end == bytes.len(), (Iso2022JpDetection::Deny, Utf8Detection::Deny))
}

/// A text in UTF-8 of which a few bytes were damaged or cut off, with a mark in their place; `None` if it is not that. In no
/// other encoding do letters happen to make up so many characters of UTF-8.
fn damaged_utf8(bytes: &[u8]) -> Option<String> {
    const MIN_GOOD_PER_BAD: usize = 10;
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    (bad > 0 && good >= MIN_GOOD_PER_BAD * bad).then(|| String::from_utf8_lossy(bytes).into_owned())
}

/// Whether there are letters that windows-1250 has and windows-1252 has as signs: a text with several of them is Polish,
/// Czech or Hungarian.
fn is_central_european(bytes: &[u8]) -> bool {
    let letters = bytes.windows(2).filter(|pair| {
        let [before, byte] = pair else { return false };
        before.is_ascii_alphabetic() && matches!(byte, 0x9c | 0x9e | 0x9d | 0xb3 | 0xb9 | 0xbe | 0xbf)
    });
    letters.count() > 1
}

/// Encodings of Latin letters other than windows-1252: a few letters do not suffice to tell which it is.
const OF_LATIN_LETTERS: &[&str] =
    &["windows-1250", "windows-1254", "windows-1257", "windows-1258", "ISO-8859-2", "ISO-8859-4"];

/// The first word from the byte at `at` on that reads differently in windows-1252 and in `other`, in both; `None` if
/// no such word is near.
fn two_readings(bytes: &[u8], at: usize, other: &'static encoding_rs::Encoding) -> Option<(String, String)> {
    const MAX_BYTES_SEARCHED: usize = 1 << 16;
    let is_between = |byte: &u8| byte.is_ascii() && !byte.is_ascii_alphanumeric();
    let start = bytes.get(..at)?.iter().rposition(is_between).map_or(0, |before| before + 1);
    let near = bytes.get(start..)?;
    let near = near.get(..MAX_BYTES_SEARCHED).unwrap_or(near);
    let mut words = near.split(is_between).filter(|word| !word.is_ascii());
    words.find_map(|word| {
        let read = |encoding: &'static encoding_rs::Encoding| encoding.decode_without_bom_handling(word).0;
        let (western, other) = (read(encoding_rs::WINDOWS_1252), read(other));
        (western != other).then(|| (short(&western), short(&other)))
    })
}

fn checked(text: String, sink: &mut Sink) -> String {
    if text.trim().is_empty() {
        sink.push(Rule::EmptyFile.breach(None, FileProblem::Empty));
    }
    text
}

/// The beginning of a text in UTF-16, which may be cut anywhere; `None` for other encodings.
pub(super) fn wide_head(bytes: &[u8]) -> Option<String> {
    let Encoding::Utf16 { big_endian, .. } = Encoding::of(bytes) else { return None };
    let encoding = if big_endian { encoding_rs::UTF_16BE } else { encoding_rs::UTF_16LE };
    // The decoder removes a byte order mark itself.
    Some(encoding.decode_with_bom_removal(bytes).0.into_owned())
}

/// The text, if it is UTF-16. What is lost in decoding is reported.
fn decode_utf16(bytes: &[u8], sink: &mut Sink) -> Option<String> {
    let Encoding::Utf16 { big_endian, has_mark } = Encoding::of(bytes) else { return None };
    let body = if has_mark { bytes.get(2..).unwrap_or_default() } else { bytes };
    let pairs = body.chunks_exact(2);
    let is_odd = !pairs.remainder().is_empty();
    let units = pairs.map(|pair| match *pair {
        [a, b] if big_endian => u16::from_be_bytes([a, b]),
        [a, b] => u16::from_le_bytes([a, b]),
        _ => 0,
    });
    let mut lost = 0_usize;
    let text: String = char::decode_utf16(units)
        .map(|unit| {
            unit.unwrap_or_else(|_| {
                lost += 1;
                char::REPLACEMENT_CHARACTER
            })
        })
        .collect();
    if lost > 0 && !has_mark {
        return None;
    }
    let mut warn = |problem: FileProblem| sink.push(Rule::Utf16.breach(None, problem));
    warn(FileProblem::Utf16);
    if is_odd {
        warn(FileProblem::Utf16CutOff);
    }
    if lost > 0 {
        warn(FileProblem::Utf16Halves(lost));
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_letters_are_shown_as_each_encoding_reads_them() {
        let bytes = b"{\"title\":\"F\xe9vrier, Gen\xe8ve, F\xeate\"}";
        let at = 11;
        let readings = two_readings(bytes, at, encoding_rs::WINDOWS_1250);
        assert_eq!(readings, Some(("Genève".to_owned(), "Genčve".to_owned())));
        assert_eq!(two_readings(b"F\xe9vrier", 1, encoding_rs::WINDOWS_1250), None);
        let mut sink = Sink::default();
        let text = not_utf8(bytes, at, &mut sink);
        assert_eq!(text, "{\"title\":\"Février, Genève, Fête\"}");
        assert_eq!(sink.count(crate::diagnostics::Severity::Error), 1);
    }

    #[test]
    fn a_byte_that_spoils_utf_8_costs_a_letter_and_not_the_text() {
        let text = "{\"title\":\"Договор о нераспространении\"}";
        let at = text.find('о').unwrap();
        let mut bytes = text.as_bytes().to_vec();
        bytes.insert(at, 0xe9);
        let mut sink = Sink::default();
        assert_eq!(decode(bytes.clone(), &mut sink), text.replacen('о', "\u{fffd}о", 1));
        assert_eq!(sink.count(crate::diagnostics::Severity::Error), 0);
        assert_eq!(sink.count(crate::diagnostics::Severity::Warning), 1);
        assert_eq!(in_other_encoding(&bytes).map(|(_, name)| name), Some("UTF-8"));
        // Cut in the middle of a letter.
        let cut = text.as_bytes().get(..at + 1).unwrap();
        assert_eq!(
            damaged_utf8(&[text.as_bytes(), cut].concat()),
            Some(format!("{text}{}\u{fffd}", text.split('о').next().unwrap()))
        );
        assert_eq!(damaged_utf8("F\u{e9}vrier".as_bytes()), None);
    }

    #[test]
    fn letters_tell_the_encoding_of_a_table() {
        let table = "Договор;Дата\nРСМД;08.12.1987\nСНВ-1;31.07.1991\n";
        let (bytes, ..) = encoding_rs::WINDOWS_1251.encode(table);
        assert_eq!(in_other_encoding(&bytes), Some((table.to_owned(), "windows-1251")));
        let table = "Traité,Date\nTraité de l’Élysée,1963\nTraité sur l’Antarctique,1959\n";
        let (bytes, ..) = encoding_rs::WINDOWS_1252.encode(table);
        assert_eq!(in_other_encoding(&bytes), Some((table.to_owned(), "windows-1252")));
        assert_eq!(in_other_encoding(table.as_bytes()), None);
        assert_eq!(in_other_encoding(b"\xff\xfea\0"), None);
        assert_eq!(in_other_encoding(b"\x89PNG\0\xff"), None);
    }

    #[test]
    fn a_character_that_the_end_cuts_through_does_not_hide_the_encoding() {
        const MIN_BYTES: usize = 40;
        for (encoding, text) in [
            (
                encoding_rs::SHIFT_JIS,
                "外務大臣は記者会見で、「わが国は条約を守り、核兵器を持ち込ませないという原則を今後も守っていく」と述べた。",
            ),
            (
                encoding_rs::GBK,
                "外交部发言人在记者会上表示：“我们遵守条约，不首先使用核武器，也不威胁任何国家。”",
            ),
            (
                encoding_rs::EUC_KR,
                "외무장관은 기자회견에서 우리는 조약을 지키고 핵무기를 들여오지 않을 것이라고 말했다",
            ),
            (
                encoding_rs::BIG5,
                "外交部發言人在記者會上表示：「我們遵守條約，不首先使用核武器，也不威脅任何國家。」",
            ),
        ] {
            let (bytes, ..) = encoding.encode(text);
            for end in MIN_BYTES..=bytes.len() {
                let cut_off = bytes.get(..end).unwrap();
                assert_eq!(by_letters(cut_off, 0, end), encoding, "cut off after {end}");
                assert_eq!(by_letters(&bytes, 0, end), encoding, "examined up to {end}");
                assert_eq!(in_other_encoding(cut_off).map(|(_, name)| name), Some(encoding.name()));
            }
        }
    }

    #[test]
    fn a_text_goes_back_to_the_bytes_that_it_came_from() {
        let text = "{\"a\":\"Пакт 🕊\"}\n";
        let units = |big_endian| Encoding::Utf16 { big_endian, has_mark: true }.encode(text);
        let without_mark = units(true).split_off(2);
        let joined = format!("\u{feff}\u{feff}{text}");
        for bytes in [text.as_bytes().to_vec(), joined.into_bytes(), units(true), units(false), without_mark]
        {
            let mut sink = Sink::default();
            let decoded = decode(bytes.clone(), &mut sink);
            assert_eq!(decoded, text);
            assert_eq!(Encoding::of(&bytes).encode(&decoded), bytes);
        }
    }
}
