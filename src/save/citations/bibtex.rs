//! BibTeX: plain entry types that every style knows, with `date`, `urldate` and `langid` for BibLaTeX, whose dates are EDTF.

use std::fmt::Write as _;

use crate::save::days::Calendar;

use super::{Citation, Work};

pub(super) fn write(citations: &[Citation<'_>]) -> String {
    let mut out = String::new();
    for (index, citation) in citations.iter().enumerate() {
        if index > 0 {
            out.push('\n');
        }
        // Writing to a text cannot fail.
        let _written = entry(&mut out, citation);
    }
    out
}

fn entry(out: &mut String, citation: &Citation<'_>) -> std::fmt::Result {
    let (kind, publisher) = match citation.work {
        Work::News => ("article", "publisher"),
        Work::Report => ("techreport", "institution"),
        Work::Treaty | Work::Data | Work::Document | Work::Page | Work::Speech | Work::Post | Work::Event => {
            ("misc", "publisher")
        }
    };
    writeln!(out, "@{kind}{{{},", citation.id)?;
    // The second pair of braces keeps a name whole and its capitals as they are.
    let mut whole = |name: &str, text: &str| match text {
        "" => Ok(()),
        text => writeln!(out, "  {name} = {{{{{}}}}},", escaped(text)),
    };
    whole("author", citation.author.unwrap_or_default())?;
    whole("title", &citation.title)?;
    whole(publisher, citation.publisher)?;
    whole(if citation.work == Work::News { "journal" } else { "howpublished" }, citation.container)?;
    let mut plain = |name: &str, text: &str| match text {
        "" => Ok(()),
        text => writeln!(out, "  {name} = {{{text}}},"),
    };
    if let Some(date) = citation.issued {
        plain("date", date.text())?;
        if let Some(parts) = Calendar::of(date).filter(|parts| parts.year > 0) {
            plain("year", &parts.year.to_string())?;
        }
    }
    plain("url", &citation.url.replace('{', "%7B").replace('}', "%7D").replace(char::is_whitespace, "%20"))?;
    plain("urldate", citation.accessed.map_or("", |date| date.text()))?;
    plain("langid", &key(citation.lang))?;
    plain("note", &escaped(&citation.note))?;
    writeln!(out, "}}")
}

/// An id as a key of an entry.
pub(super) fn key(id: &str) -> String {
    let ascii = |c: char| if c.is_ascii_alphanumeric() || "-_:.".contains(c) { c } else { '-' };
    id.chars().map(ascii).collect()
}

/// A text with what has a meaning in TeX escaped.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '{' | '}' | '$' | '&' | '#' | '_' | '%' => out.extend(['\\', c]),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_a_command_and_no_key_ends_an_entry() {
        assert_eq!(escaped("50% & \\input{x} #1_a"), "50\\% \\& \\textbackslash{}input\\{x\\} \\#1\\_a");
        assert_eq!(key("a b,c}Ж"), "a-b-c--");
    }
}
