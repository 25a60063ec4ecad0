//! The role of a character in a comparison of two printings: a letter, a quotation mark, a dash, a space, or
//! invisible.

use super::is_ignorable;

/// The role of a character in a comparison of two printings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// A letter, a digit, or anything else that counts.
    Plain,
    /// White space.
    Space,
    /// Invisible: a soft hyphen, a direction mark, a zero-width space.
    Unseen,
    /// A quotation mark or an apostrophe.
    Mark,
    /// A hyphen, or a dash also used as one.
    Hyphen,
    /// A dash that is never a hyphen.
    Dash,
    /// Punctuation that follows a word without a space.
    Stop,
    /// `[`
    Open,
    /// `]`
    Close,
}

/// The class of a character.
pub fn class(c: char) -> Class {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' | 'а'..='я' | 'А'..='Я' => Class::Plain,
        ' ' | '\n' | '\t' | '\r' => Class::Space,
        '.' | ',' | ';' | ':' | '!' | '?' | ')' | '…' => Class::Stop,
        '[' => Class::Open,
        ']' => Class::Close,
        '-' | '\u{2010}'..='\u{2013}' | '\u{2212}' | '\u{fe63}' => Class::Hyphen,
        '\u{2014}' | '\u{2015}' | '\u{2e3a}' | '\u{2e3b}' | '\u{fe58}' => Class::Dash,
        '"'
        | '\''
        | '`'
        | '´'
        | '\u{2018}'..='\u{201f}'
        | '«'
        | '»'
        | '‹'
        | '›'
        | '′'
        | '″'
        | '\u{2bc}'
        | '\u{2b9}'
        | '\u{2ba}'
        | '\u{301d}'..='\u{301f}'
        | '「'
        | '」'
        | '『'
        | '』' => Class::Mark,
        _ if is_ignorable(c) => Class::Unseen,
        _ if c.is_whitespace() => Class::Space,
        _ => Class::Plain,
    }
}

/// The ordinary character for a full-width one (Unicode block FF00).
pub(super) fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        _ => c,
    }
}

/// Whether a character combines with the one before it.
pub(super) fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{64b}'..='\u{65f}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{3099}' | '\u{309a}'
        | '\u{fe20}'..='\u{fe2f}')
}

/// Whether a character belongs to words separated by spaces. Chinese, Japanese, Thai and related scripts have no
/// spaces, so a quotation may begin at any character.
pub fn is_word(c: char) -> bool {
    c.is_alphanumeric()
        && !matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether a character is a raised digit, as in a note number.
pub fn is_raised(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹')
}

/// Whether a character is a quotation mark that may begin or end quoted speech.
///
/// Narrower than [`Class::Mark`], which serves to compare printings: there a prime or a grave accent may be a
/// misprinted mark, but in running text it is a unit or an accent.
pub fn is_quotation_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '‟' | '‘' | '’' | '‚' | '‹' | '›' | '\'')
}

/// Latin and Cyrillic letters that look the same.
const TWINS: [(char, char); 19] = [
    ('a', 'а'),
    ('c', 'с'),
    ('e', 'е'),
    ('i', 'і'),
    ('o', 'о'),
    ('p', 'р'),
    ('x', 'х'),
    ('y', 'у'),
    ('A', 'А'),
    ('B', 'В'),
    ('C', 'С'),
    ('E', 'Е'),
    ('H', 'Н'),
    ('K', 'К'),
    ('M', 'М'),
    ('O', 'О'),
    ('P', 'Р'),
    ('T', 'Т'),
    ('X', 'Х'),
];

/// The intended script of a word with letters of both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    /// One script, or none of the two.
    Pure,
    /// Mostly Latin.
    Latin,
    /// Mostly Cyrillic.
    Cyrillic,
}

/// The length in bytes of the word at the beginning of a text, and its intended script.
pub(super) fn script(word: &str) -> (usize, Script) {
    let (mut latin, mut cyrillic, mut length) = (0_usize, 0_usize, 0);
    for c in word.chars() {
        if !c.is_alphabetic() && !is_combining(c) && class(c) != Class::Unseen {
            break;
        }
        latin += usize::from(c.is_ascii_alphabetic());
        cyrillic += usize::from(matches!(c, '\u{400}'..='\u{4ff}'));
        length += c.len_utf8();
    }
    let script = match (latin, cyrillic) {
        (0, _) | (_, 0) => Script::Pure,
        _ if latin > cyrillic => Script::Latin,
        _ => Script::Cyrillic,
    };
    (length, script)
}

/// The intended letter in a word of that script.
pub(super) fn meant(c: char, script: Script) -> char {
    let twin = match script {
        Script::Pure => None,
        Script::Latin => TWINS.iter().find(|twin| twin.1 == c).map(|twin| twin.0),
        Script::Cyrillic => TWINS.iter().find(|twin| twin.0 == c).map(|twin| twin.1),
    };
    twin.unwrap_or(c)
}
