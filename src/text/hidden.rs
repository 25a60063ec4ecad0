//! Invisible characters: those of ordinary text, and those that could deceive a reader.
//!
//! There are two rules because there are two questions. A soft hyphen or a joiner is not part of a word, so
//! comparisons skip it ([`is_ignorable`]), yet it does no harm on screen. A control character or a direction mark can
//! hide or reorder what a report prints ([`hides_text`]).

/// Whether a character is invisible and separates nothing: soft hyphens, joiners, selectors, direction marks.
///
/// Similar to Unicode's `Default_Ignorable_Code_Point`.
pub fn is_ignorable(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// Whether a character would hide or reorder text on a screen or control a terminal: control characters except line
/// feeds, and marks that set the text direction.
pub fn hides_text(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(
            c,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hides_text_and_what_a_word_passes_over_are_two_things() {
        let both = |c: char| (hides_text(c), is_ignorable(c));
        assert_eq!(both('\u{ad}'), (false, true), "a soft hyphen");
        assert_eq!(both('\u{200d}'), (false, true), "a joiner");
        assert_eq!(both('\u{1b}'), (true, false), "the beginning of a terminal's command");
        assert_eq!(both('\u{2028}'), (true, false), "a separator of lines");
        assert_eq!(both('\u{202e}'), (true, true), "what reverses text");
        assert_eq!(both('\n'), (false, false));
    }
}
