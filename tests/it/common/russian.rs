//! How English is found in a Russian interface: a dataset without a Latin letter in what it shows, so that whatever Latin
//! word is left is one of the program.

use std::path::{Path, PathBuf};

use serde_json::Value;

use treaty_timeline::diagnostics::QUERY_FIELDS;

/// Names of keys, as they stand on keyboards.
const KEYS: [&str; 9] = ["Ctrl", "Shift", "Enter", "Escape", "Home", "PageUp", "PageDown", "PgUp", "PgDn"];
/// Names of formats, standards and systems.
const FORMATS: [&str; 17] = [
    "BibTeX",
    "Debian",
    "EDTF",
    "EndNote",
    "Excel",
    "HTML",
    "JSON",
    "LaTeX",
    "Markdown",
    "OpenGL",
    "SPARQL",
    "TimelineJS",
    "Ubuntu",
    "Zotero",
    "iCalendar",
    "markwhen",
    "timeline",
];
/// Texts that are in English on purpose: who cannot read the language of the interface must find the other one.
const IN_BOTH: [&str; 2] = ["English", "Language · Язык"];
/// How the names of files end.
const EXTENSIONS: [&str; 7] = [".json", ".txt", ".svg", ".png", ".html", ".pdf", ".md"];

/// The fields of a dataset that hold texts for people.
const TEXTS: [&str; 21] = [
    "aliases",
    "category",
    "description",
    "duration_rule",
    "exact",
    "full_name",
    "license",
    "name",
    "native_name",
    "note",
    "organisation",
    "prefix",
    "publisher",
    "quote",
    "role",
    "short",
    "suffix",
    "summary",
    "title",
    "translation_by",
    "venue",
];

/// The words of four and more Latin letters in a text of the interface, but for keys, formats, addresses, names of files, and
/// what stands in code marks.
pub(crate) fn english_words(text: &str) -> Vec<String> {
    // The name of a menu may end with an arrow.
    if IN_BOTH.contains(&text.trim_end_matches(|c: char| !c.is_alphabetic())) {
        return Vec::new();
    }
    let prose: Vec<&str> = text.split('`').step_by(2).collect();
    let prose = prose.join(" ").replace("«Treaty Timeline»", "");
    let tokens = prose.split_whitespace().filter(|token| {
        let name = token.trim_end_matches(|c: char| !c.is_alphanumeric());
        !token.contains("://")
            && !is_code(name)
            && !is_pattern(token)
            && !EXTENSIONS.iter().any(|extension| name.ends_with(extension))
    });
    let words = tokens.flat_map(|token| token.split(|c: char| !c.is_ascii_alphabetic()));
    let is_allowed = |word: &&str| word.len() < 4 || KEYS.contains(word) || FORMATS.contains(word);
    words.filter(|word| !is_allowed(word)).map(str::to_owned).collect()
}

/// Whether a token is an extension in a list of the files that can be opened: `(*.xlsx,`.
fn is_pattern(token: &str) -> bool {
    token.trim_start_matches('(').starts_with("*.")
}

/// Whether a token is a path, a part of an address, a date or a field of a query, and no word.
fn is_code(token: &str) -> bool {
    token.contains('/')
        || token.chars().any(|c| c.is_ascii_digit())
        || token.matches('-').count() > 2
        || token
            .split_once(':')
            .is_some_and(|(field, value)| QUERY_FIELDS.contains(&field) && !value.is_empty())
}

/// A report without what it quotes from a file, in «…» and in lines of its own, and without the codes of rules in […].
pub(crate) fn without_quotations(text: &str) -> String {
    let mut depth = 0_usize;
    let lines = text.lines().filter(|line| !line.trim_start().starts_with('|'));
    let lines = lines.collect::<Vec<_>>().join("\n");
    let is_said = |c: &char| {
        match c {
            '«' | '[' => depth += 1,
            '»' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    };
    lines.chars().filter(is_said).collect()
}

/// The seven treaties, with each Latin letter of their names, titles and quotations replaced by a Russian one.
pub(crate) fn seven_in_russian_letters() -> String {
    let mut dataset: Value =
        serde_json::from_str(include_str!("../../data/seven-treaties.json")).expect("it is JSON");
    respell(&mut dataset, "");
    dataset.to_string()
}

fn respell(value: &mut Value, field: &str) {
    match value {
        Value::String(text) if TEXTS.contains(&field) => *text = in_russian_letters(text),
        Value::Array(items) => items.iter_mut().for_each(|item| respell(item, field)),
        Value::Object(fields) => {
            // The role of a date is a word of the format, that of a speaker a text.
            let is_date = fields.contains_key("edtf");
            for (field, value) in fields.iter_mut().filter(|(field, _)| !is_date || *field != "role") {
                respell(value, field);
            }
        }
        _ => {}
    }
}

/// A text with a Russian letter in place of each Latin one.
pub(crate) fn in_russian_letters(text: &str) -> String {
    const LETTERS: &str = "абцдефгхийклмнопярстувшжыз";
    let respelt = |c: char| {
        // A letter with an accent: words are of one script.
        if ('\u{c0}'..='\u{17f}').contains(&c) && c.is_alphabetic() {
            return Some('э');
        }
        let index = c.is_ascii_alphabetic().then(|| c.to_ascii_lowercase() as usize - 'a' as usize);
        let letter = index.and_then(|index| LETTERS.chars().nth(index))?;
        Some(if c.is_ascii_uppercase() { letter.to_uppercase().next()? } else { letter })
    };
    text.chars().map(|c| respelt(c).unwrap_or(c)).collect()
}

/// The Rust files of a folder and of those in it.
pub(crate) fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> =
        entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect();
    files.sort();
    files
}

/// The texts in Rust code, each with its line; those that a `match` compares with are not shown to anybody.
pub(crate) fn texts(code: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let (mut rest, mut line) = (code, 1);
    while let Some(first) = rest.chars().next() {
        let taken = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("'\\") || rest.starts_with("'\"'") {
            2 + rest[2..].find('\'').map_or(rest.len() - 2, |end| end + 1)
        } else if let Some(raw) = rest.strip_prefix("r#\"") {
            let length = raw.find("\"#").unwrap_or(raw.len());
            found.push((line, raw[..length].to_owned()));
            (length + 5).min(rest.len())
        } else if first == '"' {
            let length = closing_mark(&rest[1..]);
            let after = rest[(length + 2).min(rest.len())..].trim_start();
            if !after.starts_with("=>") && !after.starts_with('|') {
                found.push((line, rest[1..=length].to_owned()));
            }
            (length + 2).min(rest.len())
        } else {
            first.len_utf8()
        };
        line += rest[..taken].matches('\n').count();
        rest = &rest[taken..];
    }
    found
}

/// How many bytes of a text stand before the mark that closes it.
fn closing_mark(text: &str) -> usize {
    let mut is_escaped = false;
    let end = text.char_indices().find(|&(_, c)| {
        let is_end = c == '"' && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        is_end
    });
    end.map_or(text.len(), |(at, _)| at)
}
