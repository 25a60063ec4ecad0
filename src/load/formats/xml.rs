//! XML as a tree of elements with their places: no entity is expanded but the five of XML and characters by number, and
//! nothing outside the file is read.

use quick_xml::Reader as Tokens;
use quick_xml::events::{BytesStart, Event};

use crate::diagnostics::{FormatProblem, Rule, Span};
use crate::load::reader::{Reader, shortened};
use crate::records::NamedTexts;

use super::markup::unescaped;

/// Deeper than this nothing is read.
const MAX_DEPTH: usize = 64;

/// An element.
pub(super) struct Element {
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String)>,
    pub(super) children: Vec<Self>,
    /// The text in it, that of its children not included.
    pub(super) text: String,
    pub(super) span: Span,
}

impl Element {
    /// The text of an attribute, unless it is blank.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.trim().to_owned()).filter(|value| !value.is_empty())
    }

    /// The first child of this name.
    pub(super) fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The text of a child, unless it is blank.
    pub(super) fn child_text(&self, name: &str) -> Option<String> {
        self.child(name).map(|child| child.text.trim().to_owned()).filter(|text| !text.is_empty())
    }

    /// The attributes but these, as texts.
    pub(super) fn rest(&self, but: &[&str]) -> NamedTexts {
        let others = self
            .attributes
            .iter()
            .filter(|(name, value)| !but.contains(&name.as_str()) && !value.trim().is_empty());
        NamedTexts(others.cloned().collect())
    }
}

/// The outermost element of a file. Where it cannot be read to its end, that is reported.
pub(super) fn tree(reader: &mut Reader<'_, '_>) -> Option<Element> {
    let text = reader.text;
    let mut tokens = Tokens::from_str(text);
    let mut open: Vec<Element> = Vec::new();
    loop {
        let start = offset(&tokens, text);
        let event = match tokens.read_event() {
            Ok(event) => event,
            Err(err) => {
                let at = usize::try_from(tokens.error_position()).unwrap_or(start).min(text.len());
                let why = shortened(&err.to_string());
                reader.report(Rule::OtherFormat, || Span::at(at), || FormatProblem::Xml(why));
                return None;
            }
        };
        match event {
            Event::Start(tag) => {
                if open.len() >= MAX_DEPTH {
                    reader.report(Rule::OtherFormat, || Span::at(start), || FormatProblem::TooDeep);
                    return None;
                }
                open.push(element(&tag, start));
            }
            Event::Empty(tag) => {
                let mut element = element(&tag, start);
                element.span.end = offset(&tokens, text);
                match open.last_mut() {
                    Some(parent) => parent.children.push(element),
                    None => return Some(element),
                }
            }
            Event::End(_) => {
                let Some(mut element) = open.pop() else { continue };
                element.span.end = offset(&tokens, text);
                match open.last_mut() {
                    Some(parent) => parent.children.push(element),
                    None => return Some(element),
                }
            }
            Event::Text(_) | Event::CData(_) | Event::GeneralRef(_) => {
                let end = offset(&tokens, text);
                let raw = text.get(start..end).unwrap_or_default();
                if let Some(element) = open.last_mut() {
                    match raw.strip_prefix("<![CDATA[") {
                        Some(plain) => element.text.push_str(plain.strip_suffix("]]>").unwrap_or(plain)),
                        None => element.text.push_str(&unescaped(raw)),
                    }
                }
            }
            Event::Eof => {
                let why = open.last().map(|element| format!("<{}>", element.name)).unwrap_or_default();
                reader.report(
                    Rule::OtherFormat,
                    || Span::at(text.len()),
                    || FormatProblem::Xml(shortened(&why)),
                );
                return None;
            }
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

fn offset(tokens: &Tokens<&[u8]>, text: &str) -> usize {
    usize::try_from(tokens.buffer_position()).unwrap_or_default().min(text.len())
}

fn element(tag: &BytesStart<'_>, start: usize) -> Element {
    let mut attributes = Vec::new();
    // What is written twice or without quotation marks is left out; other programs do not write it.
    for attribute in tag.html_attributes().with_checks(false).flatten() {
        attributes.push((attribute.key.0.to_owned(), unescaped(&attribute.value)));
    }
    Element {
        name: tag.local_name().as_ref().to_owned(),
        attributes,
        children: Vec::new(),
        text: String::new(),
        span: Span { start, end: start },
    }
}
