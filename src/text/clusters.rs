//! What readers take for one letter: clusters of characters (UAX #29), and their width.

use unicode_segmentation::UnicodeSegmentation as _;

/// The clusters of a text, each with its first byte. A text is never cut inside one.
pub fn clusters(text: &str) -> impl DoubleEndedIterator<Item = (usize, &str)> {
    text.grapheme_indices(true)
}

/// The first `max` clusters of a text; the whole text if it has no more.
pub fn first_clusters(text: &str, max: usize) -> &str {
    // No cluster is shorter than a byte.
    if text.len() <= max {
        return text;
    }
    clusters(text).nth(max).map_or(text, |(end, _)| &text[..end])
}

/// Whether a character combines with the letter before it: accents, vowel signs, joiners, selectors.
pub fn extends(c: char) -> bool {
    // Most characters are none of these, and need no table.
    if c < '\u{300}' || matches!(c, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}') {
        return false;
    }
    let mut pair = String::from("a");
    pair.push(c);
    clusters(&pair).count() == 1
}

/// Whether a character is an emoji, wider than a letter and often in colour.
pub fn is_emoji(c: char) -> bool {
    matches!(c, '\u{231a}'..='\u{23ff}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}

/// Whether a character belongs to the scripts of China, Japan and Korea, which put no spaces between words.
pub fn is_cjk(c: char) -> bool {
    matches!(
        c,
        '\u{1100}'..='\u{11ff}'
            | '\u{2e80}'..='\u{2fdf}'
            | '\u{3005}'..='\u{3007}'
            | '\u{3021}'..='\u{3029}'
            | '\u{3031}'..='\u{3035}'
            | '\u{3041}'..='\u{3096}'
            | '\u{309d}'..='\u{30fa}'
            | '\u{30fc}'..='\u{318e}'
            | '\u{31a0}'..='\u{31bf}'
            | '\u{31f0}'..='\u{31ff}'
            | '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{a960}'..='\u{a97f}'
            | '\u{ac00}'..='\u{d7ff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{ff66}'..='\u{ffdc}'
            | '\u{1aff0}'..='\u{1b16f}'
            | '\u{20000}'..='\u{3ffff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_letter_is_cut_through() {
        assert_eq!(first_clusters("e\u{301}te\u{301}", 1), "e\u{301}");
        assert_eq!(first_clusters("👩🏽‍🚀 dove", 1), "👩🏽‍🚀");
        assert_eq!(first_clusters("संधि", 1), "सं");
        assert_eq!(first_clusters("abc", 7), "abc");
        assert!(extends('\u{301}') && extends('\u{200d}') && extends('\u{fe0f}') && extends('\u{94d}'));
        assert!(!extends('…') && !extends('a') && !extends('核') && !extends('\u{ad}'));
    }
}
