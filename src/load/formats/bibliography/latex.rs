//! LaTeX in bibliographies as plain text: accents, signs, quotation marks and dashes.

use crate::text::nfc;

/// Accents written as a sign after a backslash, and the mark that stands behind the letter in Unicode.
const SIGNS: &[(char, char)] = &[
    ('\'', '\u{301}'),
    ('`', '\u{300}'),
    ('^', '\u{302}'),
    ('"', '\u{308}'),
    ('~', '\u{303}'),
    ('=', '\u{304}'),
    ('.', '\u{307}'),
];

/// Accents written as a letter.
const LETTERS: &[(&str, char)] = &[
    ("c", '\u{327}'),
    ("v", '\u{30c}'),
    ("u", '\u{306}'),
    ("H", '\u{30b}'),
    ("k", '\u{328}'),
    ("r", '\u{30a}'),
    ("b", '\u{331}'),
    ("d", '\u{323}'),
];

/// Commands that stand for a text.
const WORDS: &[(&str, &str)] = &[
    ("ss", "ß"),
    ("o", "ø"),
    ("O", "Ø"),
    ("l", "ł"),
    ("L", "Ł"),
    ("ae", "æ"),
    ("AE", "Æ"),
    ("oe", "œ"),
    ("OE", "Œ"),
    ("aa", "å"),
    ("AA", "Å"),
    ("i", "i"),
    ("j", "j"),
    ("dh", "ð"),
    ("th", "þ"),
    ("textendash", "–"),
    ("textemdash", "—"),
    ("textquoteright", "’"),
    ("textquoteleft", "‘"),
    ("textquotedblleft", "“"),
    ("textquotedblright", "”"),
    ("ldots", "…"),
    ("dots", "…"),
    ("textellipsis", "…"),
    ("textbackslash", "\\"),
    ("textasciitilde", "~"),
    ("textdegree", "°"),
    ("S", "§"),
    ("P", "¶"),
    ("pounds", "£"),
    ("texteuro", "€"),
    ("copyright", "©"),
    ("LaTeX", "LaTeX"),
    ("TeX", "TeX"),
    ("newline", " "),
    ("par", " "),
];

/// A value as a person reads it. Braces and commands that only set it in another font are left out.
pub(super) fn plain(value: &str) -> String {
    let mut plain = String::with_capacity(value.len());
    let mut accent = None;
    let mut chars = value.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.peek().copied() {
                Some(letter) if letter.is_ascii_alphabetic() => {
                    let mut command = String::new();
                    while let Some(letter) = chars.next_if(char::is_ascii_alphabetic) {
                        command.push(letter);
                    }
                    while chars.next_if(|c| c.is_whitespace()).is_some() {}
                    let is_accent = LETTERS.iter().find(|(name, _)| *name == command);
                    let word = WORDS.iter().find(|(name, _)| *name == command);
                    match (is_accent, word) {
                        (Some(&(_, mark)), _) => accent = Some(mark),
                        (None, Some((_, word))) => {
                            plain.push_str(word);
                            plain.extend(accent.take());
                        }
                        (None, None) => {}
                    }
                }
                Some(sign) => {
                    chars.next();
                    match SIGNS.iter().find(|(own, _)| *own == sign) {
                        Some(&(_, mark)) => accent = Some(mark),
                        None if matches!(sign, '-' | '/' | '!') => {}
                        None if matches!(sign, '\\' | ',' | ';' | ':') || sign.is_whitespace() => {
                            plain.push(' ');
                        }
                        None => plain.push(sign),
                    }
                }
                None => {}
            },
            '{' | '}' | '$' => {}
            '~' => plain.push(' '),
            c if c.is_whitespace() => {
                if !plain.ends_with(' ') {
                    plain.push(' ');
                }
            }
            c => {
                plain.push(c);
                plain.extend(accent.take());
            }
        }
    }
    let plain = plain.replace("---", "—").replace("--", "–").replace("``", "“").replace("''", "”");
    nfc(plain.trim()).into_owned()
}

/// An address or a path, in which only what would break LaTeX is escaped.
pub(super) fn verbatim(value: &str) -> String {
    let value = value.trim();
    let inner = value.strip_prefix("\\url").unwrap_or(value);
    let mut plain = String::with_capacity(inner.len());
    let mut chars = inner.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '{' | '}' => {}
            '\\' if chars
                .peek()
                .is_some_and(|next| matches!(next, '_' | '%' | '&' | '#' | '$' | '~' | '{' | '}')) =>
            {
                plain.extend(chars.next());
            }
            c if c.is_whitespace() => {}
            c => plain.push(c),
        }
    }
    plain
}

/// The names of a list, parted by semicolons in place of the word `and` outside braces.
pub(super) fn names(value: &str) -> String {
    let mut depth = 0_i32;
    let mut from = 0;
    let mut names = Vec::new();
    for (at, c) in value.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            c if c.is_whitespace() && depth <= 0 => {
                let is_and = value
                    .get(at + c.len_utf8()..)
                    .and_then(|rest| rest.strip_prefix("and"))
                    .is_some_and(|rest| rest.starts_with(char::is_whitespace));
                if is_and && from <= at {
                    names.push(plain(value.get(from..at).unwrap_or_default()));
                    from = at + c.len_utf8() + 3;
                }
            }
            _ => {}
        }
    }
    names.push(plain(value.get(from..).unwrap_or_default()));
    names.retain(|name| !name.is_empty());
    names.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_signs_are_letters() {
        for (latex, expected) in [
            ("Trait{\\'e} de l'{\\'E}lys\\'ee", "Traité de l'Élysée"),
            ("M{\\\"u}ller \\& S{\\o}n", "Müller & Søn"),
            ("\\v{S}koda and \\c{c}a", "Škoda and ça"),
            ("na\\\"{\\i}ve", "naïve"),
            ("``Lakes'' 1931--1938", "“Lakes” 1931–1938"),
            ("{The {NATO} \\emph{Treaty}}", "The NATO Treaty"),
            ("50\\,\\% of  $x^2$~m", "50 % of x^2 m"),
            ("\\", ""),
            ("\\'", ""),
            ("{{{", ""),
        ] {
            assert_eq!(plain(latex), expected, "{latex}");
        }
    }

    #[test]
    fn names_are_parted_outside_braces() {
        assert_eq!(
            names("Odell, Mary and {Ministry of Lakes and Rivers} and others"),
            "Odell, Mary; Ministry of Lakes and Rivers; others"
        );
        assert_eq!(names(" and  and "), "");
        assert_eq!(verbatim("\\url{https://example.org/a\\_b?x=1\\%20}"), "https://example.org/a_b?x=1%20");
    }
}
