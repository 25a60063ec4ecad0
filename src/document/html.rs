//! HTML → title and text.
//!
//! Tags are read in order without building a tree (html5gum, which passes the tokenizer tests of html5lib), so depth
//! costs nothing: a page of a hundred thousand nested boxes is read like any other.

use std::convert::Infallible;
use std::ops::Range;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

use super::html_names::{Role, ends, frames, hides, is_nothing, is_void, marks, role};
use super::paragraphs::{Break, Mark, Paragraphs};
use super::title;

/// Minimum number of characters outside links that keeps a paragraph of a page's frame: it is a sentence.
const MIN_SENTENCE_CHARS: usize = 100;

/// The content of a page.
pub(super) struct Read {
    pub(super) title: Option<String>,
    /// Its paragraphs.
    pub(super) text: String,
    /// The quoted blocks of the text, in order.
    pub(super) quoted: Vec<Range<usize>>,
}

/// The title of a page and its text, as paragraphs.
///
/// Hidden parts are left out. Headings, quotations and sentences are kept even in a page's frame (`nav`, `header`,
/// `footer`, `aside`). A missing end tag loses no text.
pub(super) fn read(html: &str) -> Read {
    let mut page = Page::new();
    let callback = |event: CallbackEvent<'_>, _: Span<()>| -> Option<Infallible> {
        page.take(&event);
        None
    };
    let mut emitter = CallbackEmitter::new(callback);
    emitter.naively_switch_states(true);
    // Nothing is ever emitted, and reading from memory does not fail.
    let _: Result<(), Infallible> = Tokenizer::new_with_emitter(html, emitter).finish();
    page.finish()
}

/// An element without its end tag so far.
struct Region {
    name: Vec<u8>,
    /// Number of open elements of the same name, including itself.
    depth: usize,
    /// The state of the text before it.
    before: Mark,
}

struct Page {
    out: Paragraphs,
    /// The tag being read.
    tag: Vec<u8>,
    /// Whether the attribute being read is `style`, or `role`.
    attribute: Attribute,
    is_hidden: bool,
    is_frame: bool,
    hidden: Option<Region>,
    frame: Option<Region>,
    title: Option<String>,
    heading: Option<String>,
    heading_start: Option<usize>,
    is_in_title: bool,
    /// Number of open quoted blocks, and where the outermost begins.
    quotations: usize,
    quotation_start: usize,
    /// Where the caption of a picture or a block begins, while it is open.
    caption_start: Option<usize>,
    /// Number of open inline quotations.
    quoted: usize,
    /// The language of the page, as it declares it.
    language: String,
    links: usize,
    raised: usize,
    verbatim: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Attribute {
    Style,
    Role,
    Language,
    Other,
}

impl Page {
    fn new() -> Self {
        Self {
            out: Paragraphs::new(),
            tag: Vec::new(),
            attribute: Attribute::Other,
            is_hidden: false,
            is_frame: false,
            hidden: None,
            frame: None,
            title: None,
            heading: None,
            heading_start: None,
            is_in_title: false,
            quotations: 0,
            quotation_start: 0,
            caption_start: None,
            quoted: 0,
            language: String::new(),
            links: 0,
            raised: 0,
            verbatim: 0,
        }
    }

    fn take(&mut self, event: &CallbackEvent<'_>) {
        match *event {
            CallbackEvent::OpenStartTag { name } => {
                self.tag.clear();
                self.tag.extend_from_slice(name);
                self.attribute = Attribute::Other;
                self.is_hidden = role(name) == Role::Unseen;
                self.is_frame = role(name) == Role::Frame;
            }
            CallbackEvent::AttributeName { name } => {
                self.is_hidden |= name == b"hidden";
                self.attribute = match name {
                    b"style" => Attribute::Style,
                    b"role" => Attribute::Role,
                    b"lang" if self.tag == b"html" => Attribute::Language,
                    _ => Attribute::Other,
                };
            }
            CallbackEvent::AttributeValue { value } => match self.attribute {
                Attribute::Style => self.is_hidden |= hides(value),
                Attribute::Role => self.is_frame |= frames(value),
                Attribute::Language => String::from_utf8_lossy(value).trim().clone_into(&mut self.language),
                Attribute::Other => {}
            },
            CallbackEvent::CloseStartTag { self_closing } => self.start(self_closing),
            CallbackEvent::EndTag { name } => {
                self.tag.clear();
                self.tag.extend_from_slice(name);
                self.end();
            }
            CallbackEvent::String { value } => self.text(value),
            CallbackEvent::Comment { .. } | CallbackEvent::Doctype { .. } | CallbackEvent::Error(_) => {}
        }
    }

    fn start(&mut self, is_closed: bool) {
        if self.hidden.as_ref().is_some_and(|region| ends(&region.name, &self.tag) && region.depth == 1) {
            self.end_hidden();
        }
        if let Some(region) = &mut self.hidden {
            region.depth += usize::from(region.name == self.tag && !is_void(&self.tag));
            return;
        }
        // Only foreign elements can close themselves.
        let has_end = !(is_void(&self.tag) || is_closed && self.tag == b"svg");
        let role = role(&self.tag);
        if self.is_hidden && role != Role::Title {
            if role == Role::Unseen && !is_nothing(&self.tag) {
                self.out.ask(Break::Space);
            }
            if has_end {
                self.hidden = Some(Region { name: self.tag.clone(), depth: 1, before: self.out.mark() });
            }
            return;
        }
        self.boundary(role, false);
        if let Some(region) = &mut self.frame {
            region.depth += usize::from(region.name == self.tag);
        } else if self.is_frame && has_end {
            self.frame = Some(Region { name: self.tag.clone(), depth: 1, before: self.out.mark() });
        }
        if self.tag == b"figcaption" {
            self.caption_start = Some(self.out.len());
        }
        match role {
            Role::Title => self.is_in_title = true,
            Role::Heading => self.heading_start = Some(self.out.len()),
            Role::Quotation => {
                if self.quotations == 0 {
                    self.quotation_start = self.out.len();
                }
                self.quotations += 1;
            }
            Role::Quoted => {
                let [mark, _] = self.mark();
                self.out.open(mark, self.links > 0);
                self.quoted += 1;
            }
            Role::Link => self.links = 1,
            Role::Raised => self.raised += 1,
            Role::Verbatim => self.verbatim += 1,
            _ => {}
        }
    }

    fn end(&mut self) {
        if let Some(region) = &mut self.hidden {
            // The end of the surrounding box ends a paragraph without an end tag.
            let is_end = region.name == self.tag || region.name == b"p" && role(&self.tag) == Role::Block;
            region.depth -= usize::from(is_end);
            if region.depth == 0 {
                self.end_hidden();
            }
            return;
        }
        let role = role(&self.tag);
        self.boundary(role, true);
        if self.tag == b"figcaption"
            && self.quotations == 0
            && let Some(start) = self.caption_start.take()
        {
            self.out.extend_quote(start);
        }
        match role {
            Role::Title => self.is_in_title = false,
            Role::Heading => {
                let text = self.heading_start.take().map(|start| self.out.since(start).trim());
                if let (None, Some(text)) = (&self.heading, text.filter(|text| !text.is_empty())) {
                    self.heading = Some(text.to_owned());
                }
            }
            Role::Quotation if self.quotations > 0 => {
                self.quotations -= 1;
                if self.quotations == 0 {
                    self.out.quote(self.quotation_start);
                }
            }
            Role::Quoted if self.quoted > 0 => {
                self.quoted -= 1;
                let [_, mark] = self.mark();
                self.out.close(mark, self.links > 0);
            }
            Role::Link => self.links = 0,
            Role::Raised => self.raised = self.raised.saturating_sub(1),
            Role::Verbatim => self.verbatim = self.verbatim.saturating_sub(1),
            _ => {}
        }
        if let Some(region) = &mut self.frame {
            region.depth -= usize::from(region.name == self.tag);
            if region.depth == 0 {
                self.frame = None;
            }
        }
    }

    /// The marks around an inline quotation, which differ inside another.
    fn mark(&self) -> [&'static str; 2] {
        let [outer, inner] = marks(&self.language);
        if self.quoted.is_multiple_of(2) { outer } else { inner }
    }

    /// Applies the beginning or the end of an element to the text.
    fn boundary(&mut self, role: Role, is_end: bool) {
        match role {
            Role::Block | Role::Frame | Role::Verbatim | Role::Heading | Role::Quotation => {
                self.end_paragraph(is_end && role == Role::Heading);
                self.out.ask(Break::Paragraph);
            }
            Role::Row => self.out.ask(Break::Line),
            Role::Cell => self.out.ask(Break::Tab),
            Role::LineBreak => self.out.line(),
            _ => {}
        }
    }

    fn end_paragraph(&mut self, is_heading: bool) {
        let Some(frame) = &self.frame else { return };
        let is_kept = is_heading || self.quotations > 0 || self.out.own() >= MIN_SENTENCE_CHARS;
        self.out.end(is_kept, &frame.before);
    }

    fn end_hidden(&mut self) {
        if let Some(region) = self.hidden.take() {
            self.out.forget(&region.before);
        }
    }

    fn text(&mut self, value: &[u8]) {
        let text = String::from_utf8_lossy(value);
        if self.is_in_title {
            // Pictures have titles of their own, inside hidden elements.
            if self.title.is_none() && self.hidden.is_none() {
                self.title = Some(text.split_whitespace().collect::<Vec<_>>().join(" "));
            }
            return;
        }
        // Content of these elements is never text. Other hidden text is dropped at its end tag, and kept if there is
        // none.
        if self
            .hidden
            .as_ref()
            .is_some_and(|region| matches!(&region.name[..], b"script" | b"style" | b"template"))
        {
            return;
        }
        let is_link = self.links > 0;
        let trimmed = text.trim();
        if self.raised > 0 && !trimmed.is_empty() && trimmed.bytes().all(|byte| byte.is_ascii_digit()) {
            // A note number must not run into the word before it.
            self.out.flow(&trimmed.chars().map(raised).collect::<String>(), is_link);
        } else if self.verbatim > 0 {
            self.out.keep(&text, is_link);
        } else {
            self.out.flow(&text, is_link);
        }
    }

    fn finish(mut self) -> Read {
        // A hidden element that never ends more likely lacks its end tag than hides the rest of the page.
        self.end_paragraph(false);
        let title = self.title.and_then(title::meaningful).or(self.heading);
        let (text, quoted) = self.out.finish();
        Read { title, text, quoted }
    }
}

/// A digit of a note number, raised.
pub(super) fn raised(digit: char) -> char {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    digit.to_digit(10).map_or(digit, |value| RAISED[value as usize])
}
