//! Characters that are not seen: those that belong to ordinary text, and those that could deceive a reader.
//!
//! There are two rules because there are two questions. A soft hyphen or a joiner is no part of a word, so a comparison
//! passes over it ([`is_ignorable`]), and yet it does no harm on a screen. A control character or a mark of direction can
//! hide or reorder what a report prints ([`hides_text`]).

/// Whether a character shows nothing and separates nothing: soft hyphens, joiners, selectors, marks of direction.
///
/// Near to Unicode's `Default_Ignorable_Code_Point`.
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
/// feeds, and the marks that set the direction of text.
pub fn hides_text(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(
            c,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
        )
}
