//! The text of a source's local copy, and the quotations that are found in it.
//!
//! `bytes → read → Document → Haystack → find → Found`. A copy is text, HTML or PDF; what comes out is plain text with a
//! blank line between paragraphs. A quotation is looked for by the W3C Web Annotation model's `TextQuoteSelector`
//! ([`crate::domain::Selector`]): as printed, then without regard to marks, dashes and spaces, then without regard to
//! case, then approximately, with what differs.
//!
//! Architecture Invariant: nothing here fetches, runs or shows anything, and no input makes the work grow faster than
//! its own length. What the parts of a PDF inflate to nobody limits here: `app` reads documents in a process of their own.

mod align;
mod alignment_score;
mod charset;
mod context;
mod ellipsis;
mod format;
mod fragments;
mod fuzzy;
mod handed_over;
mod haystack;
mod html;
mod html_names;
mod locate;
mod match_kind;
mod needle;
mod negation;
mod paragraphs;
mod passage;
mod pdf;
mod pdf_columns;
mod pdf_forms;
mod pdf_letters;
mod pdf_page;
mod published;
mod quotation;
mod seeds;
mod text;
mod title;
mod words;

use std::ops::Range;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

pub use format::Kind;
pub use handed_over::{hand_over, take_over};
pub use haystack::Haystack;
pub use locate::{find, find_all};
pub use match_kind::MatchKind;
pub use passage::{Difference, Found, Negation, Passage};

/// How much of a text or page is read, in bytes: 64 MiB. The rest is left out, and [`Document::cut`] says so.
///
/// A PDF is taken whole, since the table of its parts is at its end; there the pages are counted.
pub const MAX_BYTES: usize = 64 << 20;

/// The WHATWG name of an encoding. An alias, because serde's derive would borrow what it sees to be a reference.
pub type EncodingName = &'static str;

/// What a reader sees of a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The title that the document gives itself.
    pub title: Option<String>,
    /// The day on which it says that it was published, as `2021-02-11`.
    pub published: Option<String>,
    /// What the copy is.
    pub kind: Kind,
    /// The encoding that was taken, by its WHATWG name; a PDF has none.
    #[serde(deserialize_with = "handed_over::encoding")]
    pub encoding: Option<EncodingName>,
    /// How many characters of [`text`](Self::text) are U+FFFD because they could not be decoded.
    pub replaced: usize,
    /// Where reading stopped before the end.
    pub cut: Option<Cut>,
    /// Paragraphs, with a blank line between them.
    pub text: String,
    /// The blocks of [`text`](Self::text) that a page sets off as words of others, in bytes, in order.
    pub quoted: Vec<Range<usize>>,
}

/// Why the end of a document is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cut {
    /// So many bytes after the first [`MAX_BYTES`] were not read.
    Bytes(usize),
    /// Only so many pages, of so many, were read; a page that would draw without end is left out.
    Pages {
        /// Pages that were read.
        read: usize,
        /// Pages of the document.
        of: usize,
    },
}

/// Why a copy cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unreadable {
    /// There is nothing in it.
    Empty,
    /// It is neither text nor HTML nor PDF.
    NotText,
    /// It holds no text: the pages of a PDF are pictures, an HTML page is made by its scripts.
    NoText,
    /// It is a PDF that asks for a password, or is encrypted in a way that is not known.
    Encrypted,
    /// It is a PDF, but too damaged to find its pages.
    Damaged,
}

/// Reads a copy; `name` is that of its file, whose extension decides where the content does not.
///
/// # Errors
///
/// [`Unreadable`], when there is no text to show.
pub fn read(bytes: &[u8], name: &str) -> Result<Document, Unreadable> {
    if bytes.is_empty() {
        return Err(Unreadable::Empty);
    }
    if format::is_pdf(bytes) {
        return pdf::read(bytes);
    }
    let taken = &bytes[..bytes.len().min(MAX_BYTES)];
    let is_cut = bytes.len() > taken.len();
    let mut decoded = charset::decode(taken).ok_or(Unreadable::NotText)?;
    if is_cut && decoded.replaced > 0 && decoded.text.ends_with('\u{fffd}') {
        // A character that the cut goes through is not a broken one.
        decoded.text.pop();
        decoded.replaced -= 1;
    }
    let kind = format::of_text(&decoded.text, name);
    let html::Read { title, text, quoted } = match kind {
        Kind::Html => html::read(&decoded.text),
        Kind::Text | Kind::Pdf => {
            html::Read { title: None, text: text::read(&decoded.text), quoted: Vec::new() }
        }
    };
    if text.is_empty() {
        return Err(if kind == Kind::Html { Unreadable::NoText } else { Unreadable::Empty });
    }
    let published = (kind == Kind::Html).then(|| published::published(&decoded.text)).flatten();
    Ok(Document {
        title,
        published,
        kind,
        encoding: Some(decoded.encoding),
        replaced: decoded.replaced,
        cut: is_cut.then(|| Cut::Bytes(bytes.len() - taken.len())),
        text,
        quoted,
    })
}

/// The SHA-256 of a copy, in lower-case hexadecimal digits.
pub fn fingerprint(bytes: &[u8]) -> String {
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    let digits = |byte: &u8| [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]];
    Sha256::digest(bytes).iter().flat_map(digits).collect()
}
