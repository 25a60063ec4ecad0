//! Sheets of paper as PDF: vectors, texts that can be selected, a structure that screen readers follow (PDF/UA-1).

mod painter;
mod pdf_fonts;
mod tags;

use krilla::configure::{Accessibility, Configuration, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::error::KrillaError;
use krilla::geom::Point;
use krilla::metadata::Metadata as DocumentMetadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::{Document, SerializeSettings};

use crate::timeline::{OutlineEntry, Sheets};

use super::metadata::Metadata;
use super::png::PictureError;
use painter::Painter;
use tags::TagBuilder;

/// A PDF.
#[derive(Debug)]
pub struct PdfFile {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Whether it was checked to be PDF/UA-1.
    pub is_accessible: bool,
    /// The characters that no font has: a box stands in their place.
    pub missing: String,
}

/// Longest side of a page: PDF 1.7, annex C, without `UserUnit`.
const MAX_SIDE: f32 = 14_400.0;

/// Sheets as PDF. `language` is a tag (RFC 3066), and `goes_on` is told the share that is done, from 0 to 1: false ends the
/// work.
///
/// # Errors
/// [`PictureError::Size`] if a sheet is larger than a PDF may be, [`PictureError::Cancelled`]; the rest are faults of this
/// program.
pub fn to_pdf(
    sheets: &Sheets,
    language: &str,
    metadata: &Metadata,
    goes_on: &dyn Fn(f32) -> bool,
) -> Result<PdfFile, PictureError> {
    let accessible = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
    if let Ok(configuration) = accessible {
        match written(sheets, language, metadata, configuration, goes_on)? {
            Ok((bytes, missing)) => return Ok(PdfFile { bytes, is_accessible: true, missing }),
            Err(KrillaError::Validation(errors)) => log::warn!("not PDF/UA-1: {errors:?}"),
            Err(err) => return Err(PictureError::Encode(format!("{err:?}"))),
        }
    }
    match written(sheets, language, metadata, Configuration::default(), goes_on)? {
        Ok((bytes, missing)) => Ok(PdfFile { bytes, is_accessible: false, missing }),
        Err(err) => Err(PictureError::Encode(format!("{err:?}"))),
    }
}

type Written = Result<(Vec<u8>, String), KrillaError>;

fn written(
    sheets: &Sheets,
    language: &str,
    metadata: &Metadata,
    configuration: Configuration,
    goes_on: &dyn Fn(f32) -> bool,
) -> Result<Written, PictureError> {
    let settings = SerializeSettings { configuration, enable_tagging: true, ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    let mut painter = Painter::new(sheets.palette)?;
    let mut tags = TagBuilder::new(&sheets.title);
    for (index, sheet) in sheets.sheets.iter().enumerate() {
        if !goes_on(index as f32 / sheets.sheets.len() as f32) {
            return Err(PictureError::Cancelled);
        }
        let (width, height) = (sheet.size.width, sheet.size.height);
        let size = PageSettings::from_wh(width, height).filter(|_| width.max(height) <= MAX_SIDE);
        let mut page = document.start_page_with(size.ok_or(PictureError::Size(MAX_SIDE as u32))?);
        let mut surface = page.surface();
        painter.background(&mut surface, sheet.size);
        let mut drawn = Vec::with_capacity(sheet.parts.len());
        for part in &sheet.parts {
            drawn.push(painter.part(&mut surface, part));
        }
        surface.finish();
        for (part, content) in sheet.parts.iter().zip(drawn) {
            tags.add(index, part, content, &mut page);
        }
        page.finish();
    }
    if !goes_on(1.0) {
        return Err(PictureError::Cancelled);
    }
    document.set_tag_tree(tags.finish(language));
    document.set_outline(outline(sheets));
    document.set_metadata(
        DocumentMetadata::new()
            .title(sheets.title.clone())
            .description(metadata.under(&sheets.description))
            .creator("Treaty Timeline".to_owned())
            .language(language.to_owned()),
    );
    Ok(document.finish().map(|bytes| (bytes, painter.missing())))
}

/// The places beside the pages. A document of this kind must have at least one.
fn outline(sheets: &Sheets) -> Outline {
    let mut outline = Outline::new();
    for entry in &sheets.outline {
        outline.push_child(node(entry));
    }
    if sheets.outline.is_empty() {
        outline.push_child(OutlineNode::new(
            sheets.title.clone(),
            XyzDestination::new(0, Point::from_xy(0.0, 0.0)),
        ));
    }
    outline
}

fn node(entry: &OutlineEntry) -> OutlineNode {
    let at = Point::from_xy(entry.at.x, entry.at.y);
    let mut node = OutlineNode::new(entry.name.clone(), XyzDestination::new(entry.sheet, at));
    for child in &entry.children {
        node.push_child(self::node(child));
    }
    node
}
