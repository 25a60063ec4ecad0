//! An open dataset with everything that is derived from it once, on another thread.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, LazyLock, OnceLock};

use crate::diagnostics::{Report, printable_line};
use crate::domain::{
    Attestation, BulkEvents, BulkLane, Category, Clauses, Dataset, DatasetTables, EdtfDate, EventId,
    EventKind, Moment, Nature, PartyId, PhaseKind, Precision, SourceId, Statement, Treaty, TreatyId,
};
use crate::language::Strings;
use crate::levels::Index;
use crate::records::OpenTable;
use crate::search::SearchIndex;
use crate::timeline::{
    DateLook, GROUP_HEIGHT, Ink, LANE_HEIGHT, LegendGroup, Limits, SymbolsInUse, speaker_ink,
};

use super::citing::Citing;
use super::files::on_disk::FileStamp;
use super::filter::facet_counts::FacetCounts;
use super::filter::packed_properties::FilterProperties;
use super::law::matrix::{StateHistories, parties_by_name};
use super::selection::treaty_lists::count_parties;
use super::tables::ranks::TextRanks;

/// Number of events and statements up to which their words are indexed in less time than a hand needs from the search
/// field to a letter.
const MAX_INDEXED_AT_SEARCH: usize = 20_000;

fn has_times_of_day(dataset: &Dataset) -> bool {
    let is_time = |date: &EdtfDate| date.precision() == Precision::Time;
    let claims = dataset.events().iter().flat_map(|event| &event.dates);
    claims.map(|claim| &claim.date).any(is_time)
        || dataset.statements().iter().any(|statement| is_time(&statement.date))
}

/// Identifies an open dataset while the program runs. Answers that come back later carry it, because the dense ids of a
/// dataset are meaningless in any other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorldId(u64);

impl WorldId {
    fn next() -> Self {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        Self(COUNT.fetch_add(1, Ordering::Relaxed))
    }
}

/// A SHA-256 in hexadecimal digits, worked out when it is first asked for: few ask, and starting must not wait for it.
pub type Sha256 = LazyLock<String, Box<dyn FnOnce() -> String + Send>>;

/// An open dataset with everything that is derived from it. Immutable: opening another one replaces it as a whole.
#[derive(Debug)]
pub struct World {
    id: WorldId,
    /// The dataset.
    pub dataset: Dataset,
    /// Its index.
    pub index: Index,
    /// Bulk events; the dataset then has a treaty for each lane and no events.
    pub bulk: Option<BulkEvents>,
    /// How far views may be panned and zoomed.
    pub limits: Limits,
    /// The types of event that occur, in the order of a treaty's life.
    pub event_kinds: Vec<EventKind>,
    /// The phases that occur, in the order of a treaty's life.
    pub phase_kinds: Vec<PhaseKind>,
    /// Whether any treaty has a notice period.
    pub has_notices: bool,
    /// Whether an event of a topic lasts.
    pub has_spans: bool,
    /// Whether any event or statement has a time of day; bulk events have none.
    pub has_times_of_day: bool,
    /// The looks of inexact dates that occur.
    pub date_looks: Vec<DateLook>,
    /// Why events are to be taken with care, as far as any are.
    pub attestations: Vec<Attestation>,
    /// How many events have no source; `None` if none at all has one.
    pub unsourced: Option<usize>,
    /// The inks of statements that occur.
    pub speaker_inks: Vec<Ink>,
    /// The name of its file.
    pub name: String,
    /// Its path; `None` for the bundled dataset.
    pub path: Option<PathBuf>,
    /// Its file's stamp when it was read; `None` for what cannot be read again.
    pub stamp: Option<FileStamp>,
    /// The bytes of its file, if they are kept: it can be saved with additions even if the file is gone.
    pub bytes: Option<Arc<[u8]>>,
    /// The bytes of its file, where edits that are not saved have made others of them.
    pub base: Option<Arc<[u8]>>,
    /// The SHA-256 of its file, in hexadecimal digits; `None` of bulk lanes, whose file is not read as a whole.
    pub sha256: Option<Sha256>,
    /// How its table was read; `None` for a file that is none.
    pub table: Option<OpenTable>,
    /// The problems found when it was loaded.
    pub report: Report,
    /// The files that it was put together from, in the order of the dataset's layers; none where it is one file.
    pub layers: Vec<LayerFile>,
    search: OnceLock<SearchIndex>,
    // These are computed when they are first needed, or ahead of time by `prepare`.
    citing: OnceLock<Vec<Citing>>,
    filter_properties: OnceLock<FilterProperties>,
    facets: OnceLock<FacetCounts>,
    state_histories: OnceLock<Arc<StateHistories>>,
    parties_by_name: OnceLock<Vec<PartyId>>,
    party_counts: OnceLock<Vec<usize>>,
    text_ranks: TextRanks,
}

/// A file that is one of several on the timeline.
#[derive(Clone, Debug)]
pub struct LayerFile {
    /// Its number, which it keeps as long as it is there: 0 for the file that was opened first.
    pub number: usize,
    /// What was read of it.
    pub world: Arc<World>,
}

impl PartialEq for LayerFile {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number && self.world.id() == other.world.id()
    }
}

impl Eq for LayerFile {}

impl World {
    /// Whether it is the dataset that comes with the program.
    pub fn is_bundled(&self) -> bool {
        self.path.is_none() && self.bytes.is_none()
    }

    /// Whether it has edits that are not saved.
    pub fn is_edited(&self) -> bool {
        self.base.is_some()
    }

    /// Whether it was read from bytes that are in no file.
    pub fn is_in_memory(&self) -> bool {
        self.path.is_none() && self.bytes.is_some()
    }

    /// Derives everything from a dataset.
    pub fn new(dataset: Dataset, report: Report, name: String, path: Option<PathBuf>) -> Self {
        let mut event_kinds: Vec<EventKind> = dataset.events().iter().map(|event| event.kind).collect();
        event_kinds.sort_unstable();
        event_kinds.dedup();
        let treaties = || (0..dataset.treaties().len()).map(TreatyId::new);
        let mut phase_kinds: Vec<PhaseKind> =
            treaties().flat_map(|treaty| dataset.phases(treaty)).map(|phase| phase.kind).collect();
        phase_kinds.sort_unstable();
        phase_kinds.dedup();
        let country = |statement: &Statement| statement.country.map(|party| &*dataset.party(party).key);
        let mut speaker_inks: Vec<Ink> =
            dataset.statements().iter().map(|statement| speaker_ink(country(statement))).collect();
        speaker_inks.sort_unstable();
        speaker_inks.dedup();
        // A cluster of statements by several sides is drawn in the ink of others.
        if speaker_inks.len() > 1 && !speaker_inks.contains(&Ink::SpeakerOther) {
            speaker_inks.push(Ink::SpeakerOther);
        }
        let mut date_looks: Vec<DateLook> = dataset.events().iter().flat_map(DateLook::of).collect();
        date_looks.sort_unstable();
        date_looks.dedup();
        let events = || (0..dataset.events().len()).map(EventId::new);
        let mut attestations: Vec<Attestation> =
            events().filter_map(|event| dataset.attestation(event)).collect();
        attestations.sort_unstable();
        attestations.dedup();
        let sourced = dataset.events().iter().filter(|event| event.has_source()).count();
        Self {
            id: WorldId::next(),
            attestations,
            unsourced: (sourced > 0).then(|| dataset.events().len() - sourced),
            date_looks,
            has_spans: treaties().any(|treaty| dataset.topic_spans(treaty).rows() > 0),
            has_notices: treaties().any(|treaty| !dataset.notices(treaty).is_empty()),
            has_times_of_day: has_times_of_day(&dataset),
            phase_kinds,
            speaker_inks,
            event_kinds,
            bulk: None,
            index: Index::new(&dataset),
            limits: Limits::of(&dataset),
            dataset,
            name,
            path,
            stamp: None,
            bytes: None,
            base: None,
            sha256: None,
            table: None,
            report,
            layers: Vec::new(),
            search: OnceLock::new(),
            citing: OnceLock::new(),
            filter_properties: OnceLock::new(),
            facets: OnceLock::new(),
            state_histories: OnceLock::new(),
            parties_by_name: OnceLock::new(),
            party_counts: OnceLock::new(),
            text_ranks: TextRanks::default(),
        }
    }

    /// Its id, different from that of every other dataset that was open.
    pub fn id(&self) -> WorldId {
        self.id
    }

    /// Computes what the first frames do not need, on another thread. The words of a small dataset wait for the search
    /// field ([`Effect::PrepareSearch`](super::effect::Effect::PrepareSearch)): they take five megabytes, and most readers
    /// do not search at once.
    pub fn prepare(&self) {
        let dataset = &self.dataset;
        if dataset.events().len() + dataset.statements().len() > MAX_INDEXED_AT_SEARCH {
            self.search();
        }
        self.facets();
        self.citing.get_or_init(|| Citing::of_all(&self.dataset));
        self.state_histories();
        self.parties_by_name();
        self.text_ranks.prepare(&self.dataset);
    }

    /// The search index.
    pub fn search(&self) -> &SearchIndex {
        self.search.get_or_init(|| SearchIndex::new(&self.dataset))
    }

    /// All sources, in the file's order.
    pub(super) fn source_ids(&self) -> impl Iterator<Item = SourceId> + use<> {
        (0..self.dataset.sources().len()).map(SourceId::new)
    }

    /// The events and statements that cite a source, and the acts that it lists.
    pub fn citing(&self, source: SourceId) -> &Citing {
        let all = self.citing.get_or_init(|| Citing::of_all(&self.dataset));
        &all[source.index()]
    }

    /// The properties of events and statements that filters use.
    pub(super) fn filter_properties(&self) -> &FilterProperties {
        self.filter_properties.get_or_init(|| FilterProperties::new(&self.dataset))
    }

    /// The values of facets while there is no filter, but for the statuses.
    pub fn facets(&self) -> &FacetCounts {
        self.facets.get_or_init(|| FacetCounts::of_all(&self.dataset, self.filter_properties()))
    }

    /// The state histories of the parties to most treaties.
    pub(super) fn state_histories(&self) -> &Arc<StateHistories> {
        self.state_histories.get_or_init(|| Arc::new(StateHistories::new(&self.dataset, &[], false)))
    }

    /// The parties on record in any treaty, by name.
    pub fn parties_by_name(&self) -> &[PartyId] {
        self.parties_by_name.get_or_init(|| parties_by_name(&self.dataset))
    }

    /// The number of parties of each treaty, as its details list them.
    pub(super) fn party_counts(&self) -> &[usize] {
        self.party_counts.get_or_init(|| {
            let treaties = (0..self.dataset.treaties().len()).map(TreatyId::new);
            treaties.map(|treaty| count_parties(&self.dataset, treaty)).collect()
        })
    }

    /// The ranks of texts, for sorting tables.
    pub(super) fn text_ranks(&self) -> &TextRanks {
        &self.text_ranks
    }

    /// A world of bulk lanes.
    pub fn of_bulk(bulk: BulkEvents, report: Report, name: String, path: Option<PathBuf>) -> Self {
        let lane = |lane: &BulkLane| Treaty {
            key: lane.name.clone(),
            name: lane.name.clone(),
            full_name: "".into(),
            aliases: Vec::new(),
            category: 0,
            parties: Vec::new(),
            depositaries: Vec::new(),
            summary: "".into(),
            nature: Nature::Treaty,
            is_incomplete: true,
            duration_rule: "".into(),
            terms: Clauses::default(),
            links: Vec::new(),
            fields: Box::default(),
        };
        let treaties = bulk.lanes().iter().map(lane).collect();
        let title: Box<str> = printable_line(&name).into();
        let categories = vec![Category { name: title.clone() }];
        let dataset =
            Dataset::build(DatasetTables { title, categories, treaties, ..DatasetTables::default() });
        let span = bulk.span();
        let mut world = Self::new(dataset, report, name, path);
        let looks = [DateLook::Approximate, DateLook::Uncertain, DateLook::Open];
        let is_drawn =
            |look: &DateLook| bulk.doubts().any(|doubt| DateLook::of_doubt(doubt).any(|of| of == *look));
        world.date_looks = looks.into_iter().filter(is_drawn).collect();
        if let Some((first, last)) = span {
            world.limits = Limits::between(first, last);
        }
        world.bulk = Some(bulk);
        world
    }

    /// The world of several files, whose datasets were put together in their order. What it knows of its file is that of
    /// the first of them.
    pub fn of_layers(layers: Vec<LayerFile>, dataset: Dataset) -> Self {
        let first = layers.first().map(|file| Arc::clone(&file.world));
        let Some(first) = first else { return Self::new(dataset, Report::default(), String::new(), None) };
        let mut world = Self::new(dataset, first.report.clone(), first.name.clone(), first.path.clone());
        world.stamp = first.stamp;
        world.bytes.clone_from(&first.bytes);
        world.table.clone_from(&first.table);
        if first.sha256.is_some() {
            let of_first = move || first.sha256.as_ref().map(|sha256| (**sha256).clone()).unwrap_or_default();
            world.sha256 = Some(Sha256::new(Box::new(of_first)));
        }
        world.layers = layers;
        world
    }

    /// The first and the last moment of its record; `None` without events.
    pub fn span(&self) -> Option<(Moment, Moment)> {
        self.dataset.span().or_else(|| self.bulk.as_ref().and_then(BulkEvents::span))
    }

    /// Whether it has no events.
    pub fn is_empty(&self) -> bool {
        self.dataset.events().is_empty() && self.bulk.as_ref().is_none_or(BulkEvents::is_empty)
    }

    /// The height of its lanes, in points, in a plot of the given height. Bulk lanes shrink so that all of them fit,
    /// down to a minimum.
    pub fn lane_height(&self, height: f64) -> f64 {
        const MIN_LANE_HEIGHT: f64 = 15.0;
        match &self.bulk {
            None => LANE_HEIGHT,
            Some(bulk) => {
                let room = height - GROUP_HEIGHT;
                (room / bulk.lanes().len().max(1) as f64).floor().clamp(MIN_LANE_HEIGHT, LANE_HEIGHT)
            }
        }
    }

    /// The signs that occur in this dataset.
    pub fn signs(&self) -> SymbolsInUse {
        SymbolsInUse {
            phases: self.phase_kinds.iter().copied().collect(),
            has_notices: self.has_notices,
            has_spans: self.has_spans,
            dates: self.date_looks.iter().copied().collect(),
            attestations: self.attestations.iter().copied().collect(),
            events: self.event_kinds.iter().copied().collect(),
            speakers: self.speaker_inks.iter().copied().collect(),
        }
    }

    /// The legend of all signs that occur in this dataset.
    pub fn legend(&self, strings: &Strings) -> Vec<LegendGroup> {
        self.signs().legend(strings, &self.dataset)
    }
}
