//! An open dataset with all that is derived from it once, off the interface thread.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};

use crate::diagnostics::{Report, printable_line};
use crate::domain::{
    BulkEvents, BulkLane, Category, Dataset, EventId, EventKind, Nature, Parts, PhaseKind, SourceId,
    Statement, StatementId, Terms, Treaty, TreatyId,
};
use crate::language::Strings;
use crate::levels::Index;
use crate::search::SearchIndex;
use crate::timeline::{
    DateLook, GROUP_HEIGHT, Ink, LANE_HEIGHT, LegendEntry, LegendGroup, Limits, speaker_ink,
};

use crate::session::{
    files::on_disk::FileStamp, filter::filtered::Facets, filter::keys::FilterKeys, law::matrix::Courses,
    tables::TextRanks,
};

/// What rests on a source.
#[derive(Clone, Debug, Default)]
pub struct Citing {
    /// Events with a date that was seen there.
    pub events: Vec<EventId>,
    /// Statements that were seen there, or whose original was.
    pub statements: Vec<StatementId>,
}

impl Citing {
    fn of_all(dataset: &Dataset) -> Vec<Self> {
        let mut all = vec![Self::default(); dataset.sources().len()];
        for (place, event) in dataset.events().iter().enumerate() {
            for claim in &event.dates {
                let events = &mut all[claim.source.index()].events;
                if events.last() != Some(&EventId::new(place)) {
                    events.push(EventId::new(place));
                }
            }
        }
        for (place, statement) in dataset.statements().iter().enumerate() {
            for source in statement.sources() {
                let statements = &mut all[source.index()].statements;
                if statements.last() != Some(&StatementId::new(place)) {
                    statements.push(StatementId::new(place));
                }
            }
        }
        all
    }
}

/// Tells one open dataset from another, for as long as the program runs. Whatever answers later carries it, because the
/// dense ids of a dataset mean nothing in any other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorldId(u64);

impl WorldId {
    fn next() -> Self {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        Self(COUNT.fetch_add(1, Ordering::Relaxed))
    }
}

/// An open dataset: replaced as a whole or not at all.
#[derive(Debug)]
pub struct World {
    id: WorldId,
    /// The dataset.
    pub dataset: Dataset,
    /// Its index.
    pub index: Index,
    /// Bulk events; the dataset then has a treaty for each lane and no events.
    pub bulk: Option<BulkEvents>,
    /// How far a view of it may be moved.
    pub limits: Limits,
    /// The types of event that occur in it, in the order of a treaty's life.
    pub event_kinds: Vec<EventKind>,
    /// The phases that occur in it, in the order of a treaty's life.
    pub phase_kinds: Vec<PhaseKind>,
    /// Whether a notice of withdrawal ran in it.
    pub has_notices: bool,
    /// How its dates are drawn that are not one sure day.
    pub date_looks: Vec<DateLook>,
    /// For whom words are spoken in it, by the ink they are drawn in.
    pub speaker_inks: Vec<Ink>,
    /// The name of its file.
    pub name: String,
    /// Where it was read from; `None` for the bundled one.
    pub path: Option<PathBuf>,
    /// What its file was known by when it was read; `None` for what cannot be read again.
    pub stamp: Option<FileStamp>,
    /// The bytes of its file, if they are kept: records can be added also when the file is there no more.
    pub bytes: Option<Arc<[u8]>>,
    /// What is not quite right with it.
    pub report: Report,
    /// Its words, read when they are first asked for.
    search: OnceLock<SearchIndex>,
    /// What rests on each source, gathered when it is first asked for.
    citing: OnceLock<Vec<Citing>>,
    /// What a filter asks of it, read when it is first asked for.
    filter_keys: OnceLock<FilterKeys>,
    /// What there is to filter by, counted when it is first asked for.
    facets: OnceLock<Facets>,
    /// How the parties to most treaties stood through time, walked through when it is first asked for.
    courses: OnceLock<Arc<Courses>>,
    /// The texts of tables in their order, worked out when rows are first put in order by them.
    text_ranks: TextRanks,
}

impl World {
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
        // Words of several sides may stand in one cluster, which has the ink of none of them.
        if speaker_inks.len() > 1 && !speaker_inks.contains(&Ink::SpeakerOther) {
            speaker_inks.push(Ink::SpeakerOther);
        }
        let mut date_looks: Vec<DateLook> = dataset.events().iter().flat_map(DateLook::of).collect();
        date_looks.sort_unstable();
        date_looks.dedup();
        Self {
            id: WorldId::next(),
            date_looks,
            has_notices: treaties().any(|treaty| !dataset.notices(treaty).is_empty()),
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
            report,
            search: OnceLock::new(),
            citing: OnceLock::new(),
            filter_keys: OnceLock::new(),
            facets: OnceLock::new(),
            courses: OnceLock::new(),
            text_ranks: TextRanks::default(),
        }
    }

    /// What tells it from every other dataset that was open.
    pub fn id(&self) -> WorldId {
        self.id
    }

    /// Makes ready what the first frames do without: for a thread that nobody waits for.
    pub fn prepare(&self) {
        self.search();
        self.facets();
        self.citing.get_or_init(|| Citing::of_all(&self.dataset));
        self.courses();
        self.text_ranks.prepare(&self.dataset);
    }

    /// The words of all texts.
    pub fn search(&self) -> &SearchIndex {
        self.search.get_or_init(|| SearchIndex::new(&self.dataset))
    }

    /// All sources, in the file's order.
    pub(super) fn source_ids(&self) -> impl Iterator<Item = SourceId> + use<> {
        (0..self.dataset.sources().len()).map(SourceId::new)
    }

    /// What rests on a source.
    pub fn citing(&self, source: SourceId) -> &Citing {
        let all = self.citing.get_or_init(|| Citing::of_all(&self.dataset));
        &all[source.index()]
    }

    /// What a filter asks of its events and statements.
    pub(super) fn filter_keys(&self) -> &FilterKeys {
        self.filter_keys.get_or_init(|| FilterKeys::new(&self.dataset))
    }

    /// What there is to filter by, while everything is shown.
    pub fn facets(&self) -> &Facets {
        self.facets.get_or_init(|| Facets::of_all(&self.dataset, self.filter_keys()))
    }

    /// How the parties to most treaties stood through time.
    pub(super) fn courses(&self) -> &Arc<Courses> {
        self.courses.get_or_init(|| Arc::new(Courses::new(&self.dataset, &[])))
    }

    /// The texts of the columns of tables, as numbers in their order.
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
            duration_rule: "".into(),
            terms: Terms::default(),
            links: Vec::new(),
        };
        let treaties = bulk.lanes().iter().map(lane).collect();
        let title: Box<str> = printable_line(&name).into();
        let categories = vec![Category { name: title.clone() }];
        let dataset = Dataset::build(Parts { title, categories, treaties, ..Parts::default() });
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

    /// Whether nothing happens in it.
    pub fn is_empty(&self) -> bool {
        self.dataset.events().is_empty() && self.bulk.as_ref().is_none_or(BulkEvents::is_empty)
    }

    /// How high its lanes are in a window whose plot is `height` points high: a treaty's lane as it is; bulk lanes so
    /// that all are seen, where that leaves each of them enough.
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

    /// What the signs of the timeline mean: only those that occur in this dataset, so that the legend is short and true.
    pub fn legend(&self, strings: &Strings) -> Vec<LegendGroup> {
        let phases = self.phase_kinds.iter().filter(|&&kind| kind != PhaseKind::Ended);
        let phases =
            phases.map(|&kind| (LegendEntry::Phase(kind), (strings.terms.phase)(kind, Nature::Treaty)));
        let notice = self.has_notices.then_some((LegendEntry::Notice, strings.view.legend_notice));
        let dates = self.date_looks.iter().map(|&look| {
            let said = match look {
                DateLook::Spread => strings.view.date_inexact,
                DateLook::Approximate => strings.view.date_approximate,
                DateLook::Uncertain => strings.view.date_uncertain,
                DateLook::Open => strings.view.date_open,
                DateLook::Disputed => strings.view.date_disputed,
            };
            (LegendEntry::Date(look), said)
        });
        let events =
            self.event_kinds.iter().map(|&kind| (LegendEntry::Event(kind), (strings.terms.event_kind)(kind)));
        let voices = self.speaker_inks.iter().map(|&ink| {
            let whose = match ink {
                Ink::SpeakerUs => strings.view.statement_us,
                Ink::SpeakerRu => strings.view.statement_ru,
                _ => strings.view.statement_other,
            };
            (LegendEntry::Quote(ink), whose)
        });
        let groups = [
            (strings.view.legend_phases, phases.chain(notice).collect::<Vec<_>>()),
            (strings.view.legend_dates, dates.collect()),
            (strings.view.legend_events, events.collect()),
            (strings.view.legend_statements, voices.collect()),
        ];
        let groups = groups.into_iter().map(|(heading, entries)| LegendGroup { heading, entries });
        groups.filter(|group| !group.entries.is_empty()).collect()
    }
}
