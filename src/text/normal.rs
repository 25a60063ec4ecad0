//! Normal forms: composed letters, and letters of usual width.

use std::borrow::Cow;

use icu_normalizer::ComposingNormalizerBorrowed;

/// The text with letters and accents composed where possible (NFC): for comparing, never for saving.
pub fn nfc(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    ComposingNormalizerBorrowed::new_nfc().normalize(text)
}

/// The same, with every letter in its usual width and form (NFKC).
pub fn nfkc(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    ComposingNormalizerBorrowed::new_nfkc().normalize(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_word_are_one() {
        assert_eq!(nfc("Tu\u{308}rkiye"), "Türkiye");
        assert_eq!(nfc("\u{1112}\u{1162}\u{11a8}"), "핵");
        assert_eq!(nfkc("ｶﾞ"), "ガ");
        assert!(matches!(nfc("Договор"), Cow::Borrowed(_)));
    }
}
