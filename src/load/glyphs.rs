//! Characters that the faces of a picture lack, script by script.

use std::collections::BTreeMap;

use unicode_script::{Script, UnicodeScript as _};

use crate::diagnostics::{Sink, Span, counted, hides_text};

use super::rule::Rule;

/// What a message shows of a script's characters.
const SHOWN: usize = 12;

/// What of one script is missing: each character with its first place and how often it occurs.
type Missing = Vec<(char, usize, usize)>;

/// Reports the characters without a glyph, once for each script. `has_glyph` is asked once for each character.
pub(super) fn examine(text: &str, has_glyph: &dyn Fn(char) -> bool, sink: &mut Sink) {
    let mut used: BTreeMap<char, (usize, usize)> = BTreeMap::new();
    for (at, c) in text.char_indices().filter(|&(_, c)| !c.is_ascii() && !hides_text(c) && !is_joiner(c)) {
        used.entry(c).and_modify(|(_, count)| *count += 1).or_insert((at, 1));
    }
    let mut scripts: BTreeMap<String, Missing> = BTreeMap::new();
    for (c, (at, count)) in used.into_iter().filter(|&(c, _)| !has_glyph(c)) {
        scripts.entry(noun_of(c)).or_default().push((c, at, count));
    }
    for (noun, mut missing) in scripts {
        missing.sort_by_key(|&(_, at, _)| at);
        report(&noun, &missing, sink);
    }
}

fn report(noun: &str, missing: &[(char, usize, usize)], sink: &mut Sink) {
    let Some(&(first, start, _)) = missing.first() else { return };
    let occurring: usize = missing.iter().map(|&(_, _, count)| count).sum();
    let is_one = missing.len() == 1;
    let (it, they) = if is_one { ("it", "it occurs") } else { ("them", "they occur") };
    let what = if is_one {
        format!("the {noun} {first} (U+{:04X})", u32::from(first))
    } else {
        let shown: Vec<String> = missing.iter().take(SHOWN).map(|&(c, ..)| c.to_string()).collect();
        let more = if missing.len() > SHOWN { " …" } else { "" };
        format!("{} ({}{more})", counted(missing.len(), noun), shown.join(" "))
    };
    let times =
        if occurring == missing.len() { String::new() } else { format!("; {they} {occurring} times") };
    let message = format!("no bundled face has {what}{times}");
    let help =
        format!("write {it} in Latin or Cyrillic; on screen a face of the system may stand in for {it}");
    let span = Span { start, end: start + first.len_utf8() };
    sink.push(Rule::MissingGlyph.breach(Some(span), message, &help));
}

/// What a character is called with others like it, as in `Han character`.
fn noun_of(c: char) -> String {
    match c.script() {
        Script::Common => "symbol".to_owned(),
        Script::Inherited => "combining mark".to_owned(),
        Script::Unknown => "unknown character".to_owned(),
        script => format!("{} character", script.full_name().replace('_', " ")),
    }
}

/// Whether a character only joins, parts or varies others, so that it has no glyph of its own anywhere.
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
        let said: Vec<String> =
            Report::new(&file, sink).problems.into_iter().map(|problem| problem.message).collect();
        assert_eq!(
            said,
            [
                "no bundled face has 3 Han characters (核 兵 器); they occur 5 times",
                "no bundled face has the Hiragana character の (U+306E)",
                "no bundled face has 6 Arabic characters (ن م ی ش و د)",
                "no bundled face has the symbol ❤ (U+2764)",
            ]
        );
        let distinct: std::collections::BTreeSet<char> =
            file.text().chars().filter(|&c| !c.is_ascii() && !is_joiner(c)).collect();
        assert_eq!(asked.get(), distinct.len());
    }
}
