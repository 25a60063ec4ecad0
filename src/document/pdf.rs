//! PDF → title and text, with hayro: it tolerates damaged files, returns what it can read of them, and reads the
//! fonts' own character tables.

use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, Rect};
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, RenderContent, interpret_page};

use super::pdf_forms::Forms;
use super::pdf_page::Lines;
use super::{Cut, Document, Kind, Unreadable, title};

/// Maximum number of pages read.
const MAX_PAGES: usize = 5_000;

/// Maximum number of forms drawn by all pages. A drawing has one for each of its symbols, at most thousands.
const MAX_FORMS: u64 = 1_000_000;

/// Reads a PDF. Its bytes must not be cut: the cross-reference table is at the end.
pub(super) fn read(bytes: &[u8]) -> Result<Document, Unreadable> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(
            DecryptionError::MissingIDEntry
            | DecryptionError::PasswordProtected
            | DecryptionError::InvalidEncryption
            | DecryptionError::UnsupportedAlgorithm,
        ) => Unreadable::Encrypted,
        LoadPdfError::Invalid => Unreadable::Damaged,
    })?;
    let cache = InterpreterCache::new();
    let mut lines = Lines::new();
    let mut read = 0;
    let pages = pdf.pages();
    let mut forms = Forms::default();
    let mut left = MAX_FORMS;
    for page in pages.iter().take(MAX_PAGES) {
        if lines.is_full() {
            break;
        }
        let Some(rest) = left.checked_sub(forms.count(page)) else { continue };
        left = rest;
        let area = Rect::new(0.0, 0.0, 1.0, 1.0);
        let settings =
            InterpreterSettings { render_content: RenderContent::PAGE, ..InterpreterSettings::default() };
        let mut context = Context::new(Affine::IDENTITY, area, &cache, pdf.xref(), settings);
        interpret_page(page, &mut context, &mut lines);
        lines.end_page();
        // A page that drew too much is incomplete.
        read += usize::from(!lines.is_full());
    }
    if pages.is_empty() {
        return Err(Unreadable::Damaged);
    }
    let (text, replaced) = lines.finish();
    if !text.chars().any(char::is_alphanumeric) {
        return Err(Unreadable::NoText);
    }
    let of = pages.len();
    Ok(Document {
        published: None,
        title: pdf.metadata().title.as_deref().map(decoded).and_then(title::meaningful),
        kind: Kind::Pdf,
        encoding: None,
        replaced,
        cut: (read < of).then_some(Cut::Pages { read, of }),
        text,
        quoted: Vec::new(),
    })
}

/// A text string of a PDF: UTF-16 or UTF-8 with a byte order mark, otherwise `PDFDocEncoding`, which is Latin for
/// what titles use.
fn decoded(bytes: &[u8]) -> String {
    let (text, _, _) = encoding_rs::WINDOWS_1252.decode(bytes);
    text.trim().to_owned()
}
