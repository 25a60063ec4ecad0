//! Texts in other formats, recognised by their first lines: program code, settings, bibliographies.

use crate::diagnostics::FileKind;

/// The format that a text seems to have; `None` if unknown.
pub(super) fn format_of(text: &str) -> Option<FileKind> {
    if is_bibtex(text) {
        Some(FileKind::Bibliography("BibTeX"))
    } else if lines(text).any(|line| line.starts_with("TY  - ")) {
        Some(FileKind::Bibliography("RIS"))
    } else if is_toml(text) {
        Some(FileKind::Toml)
    } else if is_java_script(text) {
        Some(FileKind::JavaScript)
    } else if is_yaml(text) {
        Some(FileKind::Yaml)
    } else {
        None
    }
}

/// The non-blank lines of a text, as far as they are examined.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    const MAX_LINES: usize = 60;
    text.lines().take(MAX_LINES).filter(|line| !line.trim().is_empty())
}

fn is_bibtex(text: &str) -> bool {
    lines(text).any(|line| {
        let entry = line.strip_prefix('@').and_then(|rest| rest.split_once('{'));
        entry.is_some_and(|(kind, _)| !kind.is_empty() && kind.bytes().all(|c| c.is_ascii_alphabetic()))
    })
}

/// Whether a text can be a name in settings.
fn is_key(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '"' | '\''))
}

/// A table in brackets, or a name and a value, followed by one of the two.
fn is_toml(text: &str) -> bool {
    let is_head = |line: &str| {
        let inside = line.trim().strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
        let inside = inside
            .map(|inside| inside.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(inside));
        inside.is_some_and(|inside| is_key(inside.trim()) && inside.contains(char::is_alphabetic))
    };
    let is_pair = |line: &str| line.split_once('=').is_some_and(|(key, _)| is_key(key.trim()));
    let mut lines = lines(text).filter(|line| !line.trim_start().starts_with(['#', ';']));
    let is_begun = lines.next().is_some_and(|line| is_head(line) || is_pair(line));
    is_begun && lines.next().is_none_or(|line| is_head(line) || is_pair(line))
}

fn is_java_script(text: &str) -> bool {
    const BEGINNINGS: &[&str] = &[
        "const ",
        "let ",
        "var ",
        "export ",
        "import ",
        "function ",
        "module.exports",
        "window.",
        "\"use strict\"",
        "'use strict'",
    ];
    let code = lines(text).map(str::trim_start).find(|line| !line.starts_with("//"));
    let begins = code.is_some_and(|line| BEGINNINGS.iter().any(|word| line.starts_with(word)));
    begins && lines(text).any(|line| line.contains(['=', '{', ';']))
}

/// A name and a colon with entries under it, or a list of such.
fn is_yaml(text: &str) -> bool {
    if text.starts_with("%YAML") {
        return true;
    }
    let body = text.strip_prefix("---\n").or_else(|| text.strip_prefix("---\r\n")).unwrap_or(text);
    // Such lines before a text are the front matter of Markdown.
    if body.len() < text.len() && body.lines().any(|line| line.trim_end() == "---") {
        return false;
    }
    let is_pair = |line: &str| {
        let (key, value) = line.split_once(':').unwrap_or(("", "x"));
        is_key(key.trim()) && (value.is_empty() || value.starts_with(' '))
    };
    let entry = |line: &'_ str| line.trim_start().strip_prefix("- ").is_some_and(is_pair);
    let mut lines = lines(body).filter(|line| !line.trim_start().starts_with('#'));
    let Some(first) = lines.next() else { return false };
    if !(is_pair(first) || entry(first)) {
        return false;
    }
    let is_list = entry(first);
    let mut is_open = first.trim_end().ends_with(':') || is_list;
    for line in lines {
        let is_inner = line.starts_with(' ') && is_pair(line.trim_start());
        if is_open && (entry(line) || is_inner) {
            return true;
        }
        if !is_pair(line) {
            return false;
        }
        is_open = line.trim_end().ends_with(':');
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_for_other_programs_is_named() {
        for (text, expected) in [
            ("@article{lake,\n  title = {Lakes},\n}\n", Some(FileKind::Bibliography("BibTeX"))),
            ("TY  - BOOK\nTI  - Lakes\nER  - \n", Some(FileKind::Bibliography("RIS"))),
            ("[lake]\nname = \"Lake Treaty\"\n", Some(FileKind::Toml)),
            ("[[events]]\nid = 1\n", Some(FileKind::Toml)),
            ("title = \"Lakes\"\n\n[[events]]\nid = 1\n", Some(FileKind::Toml)),
            ("const events = [\n  { id: 1 },\n];\n", Some(FileKind::JavaScript)),
            ("// Lakes\nexport default {\n", Some(FileKind::JavaScript)),
            ("title: Lakes\nevents:\n  - id: 1\n    label: Signed\n", Some(FileKind::Yaml)),
            ("---\n- id: 1\n  label: Signed\n", Some(FileKind::Yaml)),
            ("lakes:\n  name: Lake Treaty\n", Some(FileKind::Yaml)),
            ("---\ntitle: Lakes\ntags:\n  - a: b\n---\n# Lakes\n", None),
            ("From: Tessa\nTo: Ivo\nSubject: lakes\n\nDear colleague,\n", None),
            ("Let us see = what comes.\nNothing.\n", None),
            ("- milk\n- bread\n", None),
            ("[1,\n2", None),
        ] {
            assert_eq!(format_of(text), expected, "{text}");
        }
    }
}
