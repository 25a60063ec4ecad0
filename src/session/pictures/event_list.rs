//! What a picture has in words: its events and statements in order of date, their sources with numbers, the caption.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::domain::{EventId, SourceId, StatementId, TreatyId};
use crate::session::Session;
use crate::timeline::{Subject, TimeView};

use super::choice::PictureChoice;

/// Maximum number of rows in the table of a picture.
const MAX_ROWS: usize = 20_000;
/// How many digits of the checksum are enough to tell versions apart.
const SHA256_DIGITS: usize = 12;

/// A line of the table.
pub(super) struct ListedRow {
    pub(super) date: String,
    pub(super) treaty: String,
    pub(super) text: String,
    /// The numbers of its sources.
    pub(super) sources: Vec<usize>,
}

/// What a picture has in words.
#[derive(Default)]
pub(super) struct Listed {
    pub(super) rows: Vec<ListedRow>,
    /// How many there is no room for.
    pub(super) left_out: usize,
    /// The sources by number, from 1 on.
    pub(super) sources: Vec<SourceId>,
    /// The numbers of the sources of each event and statement.
    pub(super) numbers: HashMap<Subject, Vec<usize>>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Entry {
    Event(EventId),
    Statement(StatementId),
}

impl Session {
    /// The events and statements in these lanes and this period.
    pub(super) fn listed(&self, treaties: &[TreatyId], time: TimeView) -> Listed {
        let (dataset, strings) = (&self.world.dataset, self.strings());
        if self.world.bulk.is_some() {
            return Listed::default();
        }
        let (from, to) = time.moments();
        let mut seen = BTreeSet::new();
        let mut entries = Vec::new();
        for &treaty in treaties {
            let lane = self.index().lane(treaty);
            let events =
                lane.events.between(from, to).iter().map(|&id| (dataset.event(id).at(), Entry::Event(id)));
            let said = lane.statements.between(from, to).iter();
            let said = said.map(|&id| (dataset.statement(id).date.anchor(), Entry::Statement(id)));
            for (at, entry) in events.chain(said) {
                if seen.insert(entry) {
                    entries.push((at, treaty, entry));
                }
            }
        }
        // A stable order: what happened on one day stays in the order of the lanes.
        entries.sort_by_key(|&(at, ..)| at);
        let mut listed = Listed { left_out: entries.len().saturating_sub(MAX_ROWS), ..Listed::default() };
        let mut numbers: BTreeMap<SourceId, usize> = BTreeMap::new();
        for (_, treaty, entry) in entries.into_iter().take(MAX_ROWS) {
            let (date, text, cited): (_, _, Vec<SourceId>) = match entry {
                Entry::Event(id) => {
                    let event = dataset.event(id);
                    let kind = strings.event_kind(dataset, event.kind);
                    let text = if event.title.is_empty() {
                        kind.to_owned()
                    } else {
                        format!("{kind}: {}", event.title)
                    };
                    (event.date(), text, event.dates.iter().filter_map(|claim| claim.source).collect())
                }
                Entry::Statement(id) => {
                    let statement = dataset.statement(id);
                    let speaker = &dataset.speaker(statement.speaker).name;
                    let quote = (strings.selection.quotation)(&statement.quote);
                    (&statement.date, format!("{speaker}: {quote}"), statement.sources().collect())
                }
            };
            let mut sources: Vec<usize> = Vec::new();
            for source in cited {
                let number = *numbers.entry(source).or_insert_with(|| {
                    listed.sources.push(source);
                    listed.sources.len()
                });
                if !sources.contains(&number) {
                    sources.push(number);
                }
            }
            let subject = match entry {
                Entry::Event(id) => Subject::Event(id),
                Entry::Statement(id) => Subject::Statement(id),
            };
            listed.numbers.insert(subject, sources.clone());
            listed.rows.push(ListedRow {
                date: (strings.dates.date)(date),
                treaty: dataset.treaty(treaty).name.to_string(),
                text,
                sources,
            });
        }
        listed
    }

    /// What stands under a picture: the dataset with its version, and how many sources there are.
    pub(super) fn picture_caption(&self, choice: &PictureChoice, sources: usize) -> String {
        let (world, strings) = (&self.world, self.strings());
        let texts = &strings.pictures;
        let mut parts = Vec::new();
        let title = world.dataset.title();
        let named = if title.is_empty() { world.name.as_str() } else { title };
        if !named.is_empty() {
            parts.push(named.to_owned());
        }
        if let Some(date) = world.dataset.checked_on() {
            parts.push((texts.version_of)(&(strings.dates.date)(date)));
        }
        if let Some(digits) = world.sha256.as_deref().and_then(|digits| digits.get(..SHA256_DIGITS)) {
            parts.push(format!("SHA-256 {digits}…"));
        }
        if sources > 0 {
            let counted = if choice.format == super::choice::PictureFormat::Pdf {
                texts.sources_at_end
            } else {
                texts.sources_below
            };
            parts.push(counted(sources));
        }
        (texts.data)(&parts.join(", "))
    }

    /// The sources of a picture as numbered lines, each with its address; the rest is counted in the last line.
    pub fn picture_sources(&self, choice: &PictureChoice, limit: usize) -> (String, Vec<(String, String)>) {
        let rows = self.picture_rows(choice);
        let time = self.picture_time(choice, &rows);
        let listed = self.listed(&self.picture_treaties(choice), time);
        let mut lines: Vec<(String, String)> = (1..=listed.sources.len().min(limit))
            .filter_map(|number| self.source_line(&listed, number))
            .collect();
        if listed.sources.len() > limit {
            let more = (self.strings().pictures.more_sources)(listed.sources.len() - limit);
            lines.push((more, String::new()));
        }
        (self.picture_caption(choice, listed.sources.len()), lines)
    }

    /// A source with its number, and its address.
    pub(super) fn source_line(&self, listed: &Listed, number: usize) -> Option<(String, String)> {
        let source = self.world.dataset.source(*listed.sources.get(number.checked_sub(1)?)?);
        Some((format!("{number}. {}", self.language().cite_source(source)), source.url.to_string()))
    }
}
