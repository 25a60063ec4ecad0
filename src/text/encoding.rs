//! The encoding of a text without any mark of it, by how often its letters occur.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

/// The encoding that letter frequencies tell. A character of several bytes that the end cuts through must not rule out
/// the encoding that it is in: `is_whole` says whether the text ends with the sample.
pub fn encoding_by_letters(
    sample: &[u8],
    is_whole: bool,
    (iso_2022_jp, utf_8): (Iso2022JpDetection, Utf8Detection),
) -> &'static Encoding {
    let guessed = |part: &[u8]| {
        let mut detector = EncodingDetector::new(iso_2022_jp);
        detector.feed(part, is_whole);
        detector.guess(None, utf_8)
    };
    let encoding = guessed(sample);
    if let [rest @ .., last] = sample
        && is_whole
        && !last.is_ascii()
        && encoding.is_single_byte()
    {
        // A file that was cut off may end with half a character.
        let of_rest = guessed(rest);
        if !of_rest.is_single_byte() && of_rest != UTF_8 {
            return of_rest;
        }
    }
    encoding
}
