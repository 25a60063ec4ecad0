//! Characters missing from the fonts of a picture, by script.

use std::collections::BTreeMap;

use unicode_script::{Script, UnicodeScript as _};

use crate::diagnostics::{FileProblem, GlyphKind, Rule, Sink, Span, hides_text};

/// Maximum number of a script's characters that a problem lists.
const MAX_SHOWN: usize = 12;

/// What is missing of one script: each character with its first place and its number of occurrences.
type Missing = Vec<(char, usize, usize)>;

/// Reports the characters without a glyph, once for each script. `has_glyph` is called once for each character.
pub(super) fn examine(text: &str, has_glyph: &dyn Fn(char) -> bool, sink: &mut Sink) {
    let mut used: BTreeMap<char, (usize, usize, char)> = BTreeMap::new();
    // A combining mark belongs to the letter before it.
    let mut bearer = ' ';
    for (at, c) in text.char_indices().filter(|&(_, c)| !hides_text(c) && !is_joiner(c)) {
        if c.is_ascii() {
            bearer = c;
            continue;
        }
        if c.script() != Script::Inherited {
            bearer = c;
        }
        used.entry(c).and_modify(|(_, count, _)| *count += 1).or_insert((at, 1, bearer));
    }
    let mut scripts: BTreeMap<GlyphKind, Missing> = BTreeMap::new();
    for (c, (at, count, bearer)) in used.into_iter().filter(|&(c, _)| !has_glyph(c)) {
        // If the letter has a glyph, the mark is what is missing.
        let named = if c == bearer || has_script(bearer, &[Script::Latin, Script::Cyrillic, Script::Common]) {
            c
        } else {
            bearer
        };
        scripts.entry(kind_of(named)).or_default().push((c, at, count));
    }
    for (kind, mut missing) in scripts {
        missing.sort_by_key(|&(_, at, _)| at);
        report(kind, &missing, sink);
    }
}

fn report(kind: GlyphKind, missing: &[(char, usize, usize)], sink: &mut Sink) {
    let Some(&(first, start, _)) = missing.first() else { return };
    let problem = FileProblem::MissingGlyphs {
        kind,
        shown: missing.iter().take(MAX_SHOWN).map(|&(c, ..)| c).collect(),
        count: missing.len(),
        occurrences: missing.iter().map(|&(_, _, count)| count).sum(),
    };
    let span = Span { start, end: start + first.len_utf8() };
    sink.push(Rule::MissingGlyph.breach(Some(span), problem));
}

fn has_script(c: char, scripts: &[Script]) -> bool {
    scripts.contains(&c.script())
}

/// Whether a character is a hyphen that a plain one can replace.
fn is_hyphen(c: char) -> bool {
    matches!(c, '\u{2010}' | '\u{2011}' | '\u{2043}')
}

fn kind_of(c: char) -> GlyphKind {
    match c.script() {
        _ if is_hyphen(c) => GlyphKind::Hyphen,
        Script::Common => GlyphKind::Symbol,
        Script::Inherited => GlyphKind::CombiningMark,
        Script::Unknown => GlyphKind::Unknown,
        script => GlyphKind::Script(script.full_name().replace('_', " ")),
    }
}

/// Whether a character only joins, separates or varies others, so that no font has a glyph for it.
fn is_joiner(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{34f}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200d}'
            | '\u{2060}'..='\u{2064}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{1f3fb}'..='\u{1f3ff}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;
    use crate::diagnostics::{Report, SourceFile};
    use crate::language::Language;

    #[test]
    fn marks_are_told_with_their_letters_and_a_hyphen_with_what_to_write() {
        let file = SourceFile::new("x", "سَلَام non\u{2011}use e\u{300}".to_owned());
        let mut sink = Sink::default();
        examine(file.text(), &|_| false, &mut sink);
        let said: Vec<(String, bool)> = Report::new(&file, sink)
            .problems
            .into_iter()
            .map(|found| (found.message(Language::English), found.help(Language::English) == "write -"))
            .collect();
        assert_eq!(
            said,
            [
                (
                    "no bundled font has 5 Arabic characters (س \u{64e} ل ا م); they occur 6 times"
                        .to_owned(),
                    false
                ),
                ("no bundled font has the hyphen \u{2011} (U+2011)".to_owned(), true),
                ("no bundled font has the combining mark \u{300} (U+0300)".to_owned(), false),
            ]
        );
    }

    #[test]
    fn each_script_is_told_once_and_each_character_is_asked_for_once() {
        let file = SourceFile::new("x", "пакт 核兵器の核 نمی\u{200c}شود ❤\u{fe0f} — 核".to_owned());
        let asked = Cell::new(0);
        let has_glyph = |c: char| {
            asked.set(asked.get() + 1);
            c.script() == Script::Cyrillic || c == '—'
        };
        let mut sink = Sink::default();
        examine(file.text(), &has_glyph, &mut sink);
        let problems = Report::new(&file, sink).problems;
        let said: Vec<String> = problems.iter().map(|found| found.message(Language::English)).collect();
        assert_eq!(
            said,
            [
                "no bundled font has 3 Han characters (核 兵 器); they occur 5 times",
                "no bundled font has the Hiragana character の (U+306E)",
                "no bundled font has 6 Arabic characters (ن م ی ش و د)",
                "no bundled font has the symbol ❤ (U+2764)",
            ]
        );
        let distinct: std::collections::BTreeSet<char> =
            file.text().chars().filter(|&c| !c.is_ascii() && !is_joiner(c)).collect();
        assert_eq!(asked.get(), distinct.len());
    }
}
