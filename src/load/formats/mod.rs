//! The formats of other programs that are read: one file or folder each, and one line in the list.

pub(super) mod aeon;
mod annotations;
mod bibliography;
mod builder;
mod calendar;
mod civil;
mod csl;
mod entries;
mod four_dates;
mod geo;
mod item;
mod markup;
pub(super) mod markwhen;
mod repeat;
mod schema_org;
mod simile;
mod sparql;
mod timeline_js;
mod timeline_project;
mod vis_timeline;
mod xml;

use crate::diagnostics::{FileKind, SourceFile};

use super::Watch;
use super::foreign_files;
use super::foreign_json;
use super::json::Object;
use super::reader::{Reader, Tables};

pub(super) use timeline_js::{is_sheet, read_sheet};

/// A reader of a format of another program.
pub(super) struct Format {
    /// Whether it reads files of this kind.
    pub(super) reads: fn(&FileKind) -> bool,
    /// The records of a file, each with its place; `None` if the file as a whole makes no sense, which is reported, or if
    /// cancelled.
    pub(super) read: for<'a, 's> fn(&'a SourceFile, &mut Reader<'a, 's>, &dyn Watch) -> Option<Tables<'a>>,
}

/// Every one of them.
const FORMATS: &[Format] = &[
    Format { reads: |kind| matches!(kind, FileKind::Calendar), read: calendar::read },
    Format { reads: |kind| matches!(kind, FileKind::Markwhen), read: markwhen::read },
    Format { reads: |kind| matches!(kind, FileKind::TimelineJs), read: timeline_js::read },
    Format { reads: |kind| matches!(kind, FileKind::VisTimeline), read: vis_timeline::read },
    Format { reads: |kind| matches!(kind, FileKind::Simile("JSON")), read: simile::read_json },
    Format { reads: |kind| matches!(kind, FileKind::Simile("XML")), read: simile::read_xml },
    Format { reads: |kind| matches!(kind, FileKind::QueryResults), read: sparql::read },
    Format { reads: |kind| matches!(kind, FileKind::Map("GeoJSON")), read: geo::read },
    Format { reads: |kind| matches!(kind, FileKind::JsonLd), read: schema_org::read },
    Format { reads: |kind| matches!(kind, FileKind::Bibliography("CSL-JSON")), read: csl::read },
    Format { reads: |kind| matches!(kind, FileKind::Annotations), read: annotations::read },
    Format { reads: |kind| matches!(kind, FileKind::TimelineProject), read: timeline_project::read },
    Format { reads: |kind| matches!(kind, FileKind::AeonTimeline), read: aeon::read },
    Format { reads: bibliography::is_bibtex, read: bibliography::read_bibtex },
    Format { reads: bibliography::is_ris, read: bibliography::read_ris },
];

/// Whether there is a reader for files of this kind.
pub(super) fn is_read(kind: &FileKind) -> bool {
    FORMATS.iter().any(|format| (format.reads)(kind))
}

/// The reader of a text; `None` for the native format, and for what is none.
pub(super) fn of(text: &str) -> Option<&'static Format> {
    if says_native(text) {
        return None;
    }
    let kind = foreign_files::of_text(text).or_else(|| {
        let fields = serde_json::from_str::<Object<'_>>(text).ok()?.0;
        if fields.iter().any(|(name, _)| name == "format") {
            return None;
        }
        let named = fields.iter().map(|(name, raw)| (&**name, raw.get()));
        foreign_json::of_object(&named)
    })?;
    FORMATS.iter().find(|format| (format.reads)(&kind))
}

/// Whether a text says near its beginning that it is in the native format, so that it need not be parsed to find out.
fn says_native(text: &str) -> bool {
    const HEAD: usize = 1 << 12;
    let head = text.as_bytes().get(..HEAD).unwrap_or(text.as_bytes());
    let has = |word: &str| memchr::memmem::find(head, word.as_bytes()).is_some();
    has("\"format\"") && has("\"treaty-timeline/")
}
