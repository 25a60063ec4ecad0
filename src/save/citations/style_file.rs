//! A style of citations that somebody chose as a file: checked before it is used, for `hayagriva` follows it wherever it leads.

use std::collections::BTreeMap;

use hayagriva::citationberg::{IndependentStyle, Style};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::diagnostics::StyleProblem;

/// The largest style in the public archive has some 200 kB.
const MAX_BYTES: usize = 1 << 20;
/// Maximum depth of elements: the reader of styles goes down by recursion.
const MAX_DEPTH: usize = 48;
/// Maximum number of elements that are gone through for one citation, macros counted wherever they are used.
const MAX_STEPS: u64 = 200_000;

/// A style of citations of a file.
#[derive(Clone, Debug)]
pub struct StyleFile(pub(super) IndependentStyle);

impl StyleFile {
    /// The style in the text of a `.csl` file.
    ///
    /// # Errors
    /// Why it is none.
    pub fn parse(text: &str) -> Result<Self, StyleProblem> {
        if text.len() > MAX_BYTES {
            return Err(StyleProblem::TooLarge);
        }
        let text = text.trim_start_matches('\u{feff}');
        checked(text)?;
        match Style::from_xml(text) {
            Ok(Style::Independent(style)) => Ok(Self(style)),
            Ok(Style::Dependent(_)) => Err(StyleProblem::Dependent),
            Err(err) => {
                // The path to the element that was not expected, such as `citation.layout`.
                let path = err.path.map(|path| path.to_string()).unwrap_or_default();
                let mut names =
                    path.split(['.', '[', ']']).rev().filter(|name| name.starts_with(char::is_alphabetic));
                let last = names.find_map(|name| text.find(&format!("<{name}")));
                Err(StyleProblem::NotAStyle(line_of(text, last.unwrap_or_default())))
            }
        }
    }
}

/// A macro, or the elements outside of macros.
#[derive(Default)]
struct Part {
    line: usize,
    elements: u64,
    uses: Vec<String>,
}

/// Checks that a text is XML of a bounded depth, and that its macros end.
fn checked(text: &str) -> Result<(), StyleProblem> {
    let mut reader = Reader::from_str(text);
    let mut parts: BTreeMap<String, Part> = BTreeMap::new();
    // The empty name is that of what stands outside of macros.
    let mut name = String::new();
    let mut depth = 0_usize;
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let malformed = || StyleProblem::Malformed(line_of(text, at));
        let event = reader.read_event().map_err(|_at_this_place| malformed())?;
        match &event {
            Event::Start(element) | Event::Empty(element) => {
                if depth >= MAX_DEPTH {
                    return Err(malformed());
                }
                let is_open = matches!(event, Event::Start(_));
                depth += usize::from(is_open);
                if is_open && element.local_name().as_ref() == "macro" {
                    name = attribute(element, "name").ok_or_else(malformed)?;
                    parts.entry(name.clone()).or_default().line = line_of(text, at);
                }
                let part = parts.entry(name.clone()).or_default();
                part.elements += 1;
                part.uses.extend(attribute(element, "macro"));
            }
            Event::End(element) => {
                depth = depth.checked_sub(1).ok_or_else(malformed)?;
                if element.local_name().as_ref() == "macro" {
                    name.clear();
                }
            }
            Event::DocType(_) => return Err(malformed()),
            Event::Eof if depth > 0 => return Err(malformed()),
            Event::Eof => break,
            _ => {}
        }
    }
    let mut costs = BTreeMap::new();
    for name in parts.keys() {
        if cost(name, &parts, &mut costs, 0)? > MAX_STEPS {
            return Err(StyleProblem::TooMuch);
        }
    }
    Ok(())
}

/// How many elements a macro comes to; `None` in `costs` while it is being counted.
fn cost<'a>(
    name: &'a str,
    parts: &'a BTreeMap<String, Part>,
    costs: &mut BTreeMap<&'a str, Option<u64>>,
    depth: usize,
) -> Result<u64, StyleProblem> {
    let Some(part) = parts.get(name) else { return Ok(0) };
    match costs.get(name) {
        Some(Some(known)) => return Ok(*known),
        Some(None) => return Err(StyleProblem::Endless(part.line)),
        None if depth > MAX_DEPTH => return Err(StyleProblem::TooMuch),
        None => {}
    }
    costs.insert(name, None);
    let mut sum = part.elements;
    for used in &part.uses {
        sum = sum.saturating_add(cost(used, parts, costs, depth + 1)?);
    }
    costs.insert(name, Some(sum));
    Ok(sum)
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes().flatten();
    let found = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    // A name is the same however it is spelt: with an entity, or with a line end for a space.
    let value = quick_xml::escape::unescape(&found.value).ok()?;
    Some(value.replace(char::is_whitespace, " "))
}

/// The line of a position, from 1 on.
fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|&byte| byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn style(macros: &str, layout: &str) -> String {
        format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
             <style xmlns=\"http://purl.org/net/xbiblio/csl\" class=\"note\" version=\"1.0\">\n\
             <info><title>Mine</title><id>mine</id><updated>2026-01-01T00:00:00+00:00</updated></info>\n\
             {macros}\n<citation><layout>{layout}</layout></citation>\n</style>"
        )
    }

    #[test]
    fn a_style_is_read_and_what_is_wrong_with_it_is_at_its_line() {
        let problem = |text: &str| StyleFile::parse(text).err();
        assert_eq!(problem(&style("", "<text variable=\"title\"/>")), None);
        assert_eq!(problem("<style>\n<info>\n</style>"), Some(StyleProblem::Malformed(3)));
        assert!(matches!(problem("not a style"), Some(StyleProblem::NotAStyle(_))));
        let itself = style("<macro name=\"a\">\n<text macro=\"a\"/></macro>", "<text macro=\"a\"/>");
        assert_eq!(problem(&itself), Some(StyleProblem::Endless(4)));
        let hidden = itself.replacen("<text macro=\"a\"", "<text macro=\"&#97;\"", 1);
        assert_eq!(problem(&hidden), Some(StyleProblem::Endless(4)));
        let uses = |name: &str, used: &str| {
            format!("<macro name=\"{name}\">{}</macro>", format!("<text macro=\"{used}\"/>").repeat(10))
        };
        let many: String = (0..9).map(|i| uses(&format!("m{i}"), &format!("m{}", i + 1))).collect();
        assert_eq!(problem(&style(&many, "<text macro=\"m0\"/>")), Some(StyleProblem::TooMuch));
        let deep = style("", &format!("{}{}", "<group>".repeat(9_999), "</group>".repeat(9_999)));
        assert!(matches!(problem(&deep), Some(StyleProblem::Malformed(5))));
        assert_eq!(problem(&" ".repeat(MAX_BYTES + 1)), Some(StyleProblem::TooLarge));
    }
}
