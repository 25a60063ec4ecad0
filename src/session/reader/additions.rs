//! Drafts as records of the data format.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::diagnostics::printable_line;
use crate::domain::{About, Dataset, Source};
use crate::records::{AboutRecord, Additions, SelectorRecord, SourceRecord, SpeakerRecord, StatementRecord};
use crate::text::{folded_text, transliterate};

use super::drafts::SaveRequest;

/// How much of the text before and after a quotation is stored to find it again, in characters.
const CONTEXT_LEN: usize = 32;
/// Maximum length of an id that is made from a name, in characters.
const MAX_ID_LEN: usize = 40;

impl SaveRequest {
    /// The records to add to the dataset's file: statements, their source if the dataset does not have it, and new
    /// speakers. `document` is the path of the document relative to the file, if it is in its folder or below.
    pub fn records(&self, dataset: &Dataset, document: Option<String>) -> Additions {
        let Self { document: open, drafts, accessed } = self;
        // A record contains no hidden characters, whatever the file is called.
        let stem = Path::new(&open.name).file_stem().and_then(|stem| stem.to_str()).unwrap_or(&open.name);
        let name = printable_line(stem);
        let title = open.document.title.as_deref().unwrap_or(&name);
        let mut used = BTreeSet::new();
        let lang = drafts.lang.trim();
        let mut added = Additions::default();
        let source = if let Some(known) = source_of(dataset, &open.sha256, document.as_deref()) {
            known.key.to_string()
        } else {
            let id = unique_id(&slug(title, "document"), &mut used, |id| dataset.find_source(id).is_some());
            added.sources.push(SourceRecord {
                id: id.clone(),
                title: title.to_owned(),
                accessed: accessed.clone(),
                lang: Some(lang.to_owned()),
                document,
                sha256: Some(open.sha256.clone()),
                ..SourceRecord::default()
            });
            id
        };
        let mut speakers: BTreeMap<String, String> = BTreeMap::new();
        let is_used = |id: &str| dataset.find_statement(id).is_some() || dataset.find_event(id).is_some();
        for (&index, draft) in &drafts.confirmed {
            let Some(quotation) = open.reading.quotations.get(index) else { continue };
            let date = drafts.date_of(draft).map(|date| date.text().to_owned()).unwrap_or_default();
            let name = draft.speaker.trim();
            let wanted = folded_text(name);
            let mut speakers_of_dataset = dataset.speakers().iter();
            let is_wanted = |name: &str| !wanted.is_empty() && folded_text(name) == wanted;
            let known = speakers_of_dataset.find(|by| is_wanted(&by.name) || is_wanted(&by.native_name));
            let speaker = match known {
                Some(known) => known.key.to_string(),
                None => speakers
                    .entry(wanted)
                    .or_insert_with(|| {
                        let is_used = |id: &str| dataset.speakers().iter().any(|other| *other.key == *id);
                        let id = unique_id(&slug(name, "speaker"), &mut used, is_used);
                        added.speakers.push(SpeakerRecord {
                            id: id.clone(),
                            name: name.to_owned(),
                            ..SpeakerRecord::default()
                        });
                        id
                    })
                    .clone(),
            };
            let country = known.and_then(|known| known.country);
            let role = draft.role.trim();
            added.statements.push(StatementRecord {
                id: unique_id(&format!("{speaker}-{}", slug(&date, "undated")), &mut used, is_used),
                quote: quotation.said(&open.document.text),
                lang: lang.to_owned(),
                role: (!role.is_empty()).then(|| role.to_owned()),
                speaker,
                country: country.map(|party| dataset.party(party).key.to_string()),
                date,
                source: Some(source.clone()),
                selector: Some(selector(&open.document.text, &quotation.range)),
                about: draft.about.map(|about| about_record(dataset, about)).into_iter().collect(),
                ..StatementRecord::default()
            });
        }
        added
    }
}

/// The source whose copy a document is: by its SHA-256, or by its path where the dataset gives no SHA-256.
fn source_of<'a>(dataset: &'a Dataset, sha256: &str, document: Option<&str>) -> Option<&'a Source> {
    let has_sha256 = |source: &&Source| !source.sha256.is_empty();
    let (with, without): (Vec<_>, Vec<_>) = dataset.sources().iter().partition(has_sha256);
    let by_path = |source: &&Source| document.is_some_and(|path| *source.document == *path);
    with.into_iter().find(|source| *source.sha256 == *sha256).or_else(|| without.into_iter().find(by_path))
}

fn about_record(dataset: &Dataset, about: About) -> AboutRecord {
    let (event, treaty) = match about {
        About::Event(id) => (Some(dataset.event(id).key.to_string()), None),
        About::Treaty(id) => (None, Some(dataset.treaty(id).key.to_string())),
    };
    AboutRecord { event, treaty, ..AboutRecord::default() }
}

/// A passage with its context.
fn selector(text: &str, range: &std::ops::Range<usize>) -> SelectorRecord {
    let before = &text[..range.start];
    let start = before.char_indices().rev().nth(CONTEXT_LEN - 1).map_or(0, |(offset, _)| offset);
    SelectorRecord {
        exact: text[range.clone()].to_owned(),
        prefix: Some(before[start..].to_owned()),
        suffix: Some(text[range.end..].chars().take(CONTEXT_LEN).collect()),
        ..SelectorRecord::default()
    }
}

/// An id made from a name: lower-case letters, digits and hyphens.
pub(in crate::session) fn slug(name: &str, otherwise: &str) -> String {
    let letters = transliterate(name);
    let words: Vec<&str> =
        letters.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let id: String = words.join("-").chars().take(MAX_ID_LEN).collect();
    let id = id.trim_end_matches('-');
    if id.is_empty() { otherwise.to_owned() } else { id.to_owned() }
}

/// The id itself, or with the first number that makes it unique.
pub(in crate::session) fn unique_id(
    id: &str,
    used: &mut BTreeSet<String>,
    is_used: impl Fn(&str) -> bool,
) -> String {
    let numbered = (2..).map(|number: u32| format!("{id}-{number}"));
    let free = std::iter::once(id.to_owned())
        .chain(numbered)
        .find(|id| !is_used(id) && !used.contains(id))
        .unwrap_or_default();
    used.insert(free.clone());
    free
}
