//! The law of a day as a matrix, treaty by party, and the way through time from change to change and year by year.
//!
//! The courses of all states are walked through once for a dataset; the state of a cell on a day is then a search.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{Datelike as _, NaiveDate};

use crate::domain::{Dataset, Moment, PartyId, SECS_PER_DAY, State, StateSpan, TreatyId, probe};

use crate::search::Item;

use crate::session::{Facet, Session, TableKind};

/// No more columns than this: more are no matrix that can be read.
const MAX_PARTIES: usize = 10;

/// The states of some parties in all treaties through time.
#[derive(Debug)]
pub(in crate::session) struct Courses {
    /// The parties on record in the most treaties, those in most first.
    parties: Vec<PartyId>,
    of: BTreeMap<(TreatyId, PartyId), Vec<StateSpan>>,
    /// Every day on which a state changes, in order, and whose.
    changes: Vec<(Moment, TreatyId)>,
}

/// The states of parties in treaties on a day.
#[derive(Debug)]
pub struct Regime {
    /// The parties that the filter asks for, or those on record in the most treaties, a successor with what it
    /// succeeds; those in most first.
    pub parties: Vec<PartyId>,
    /// The parties that were asked for; none for those in most treaties.
    asked: Vec<PartyId>,
    courses: Arc<Courses>,
    /// How many cells that are shown changed since the day that was read before.
    pub changed: usize,
    /// The day that was read before this one: what differs from it is marked.
    before: Option<Moment>,
    /// The day that is read.
    pub day: Option<Moment>,
}

/// A party in a treaty on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// How the party stands.
    pub state: State,
    /// Since when; `None` for before every step.
    pub since: Option<Moment>,
    /// Whether it stood otherwise on the day that was read before.
    pub has_changed: bool,
}

impl Courses {
    /// Walks through the lives of those parties that are asked for, or of those in most treaties.
    pub(in crate::session) fn new(dataset: &Dataset, asked: &[PartyId]) -> Self {
        let treaties = || (0..dataset.treaties().len()).map(TreatyId::new);
        let on_record: Vec<Vec<PartyId>> =
            treaties().map(|treaty| dataset.parties_on_record(treaty)).collect();
        let mut treaties_of: BTreeMap<PartyId, usize> = BTreeMap::new();
        for &party in on_record.iter().flatten() {
            *treaties_of.entry(party).or_default() += 1;
        }
        treaties_of.retain(|party, _| asked.is_empty() || asked.contains(party));
        let mut parties: Vec<(PartyId, usize)> = treaties_of.into_iter().collect();
        parties.sort_by_key(|&(_, treaties)| Reverse(treaties));
        parties.truncate(MAX_PARTIES);
        let parties: Vec<PartyId> = parties.into_iter().map(|(party, _)| party).collect();
        let mut of = BTreeMap::new();
        let mut changes = Vec::new();
        for (treaty, on_record) in std::iter::zip(treaties(), on_record) {
            let here: Vec<PartyId> =
                parties.iter().copied().filter(|party| on_record.contains(party)).collect();
            if here.is_empty() {
                continue;
            }
            for (party, course) in std::iter::zip(&here, dataset.state_histories(treaty, &here)) {
                changes.extend(course.iter().filter_map(|span| span.from.map(|from| (from, treaty))));
                of.insert((treaty, *party), course);
            }
        }
        changes.sort_unstable();
        changes.dedup();
        Self { parties, of, changes }
    }
}

impl Regime {
    fn new(courses: Arc<Courses>, asked: Vec<PartyId>) -> Self {
        Self { parties: courses.parties.clone(), asked, courses, changed: 0, before: None, day: None }
    }

    /// How a party stands in a treaty on the day that is read; `None` where nothing is recorded.
    pub fn cell(&self, treaty: TreatyId, party: PartyId) -> Option<Cell> {
        let course = self.courses.of.get(&(treaty, party))?;
        let on = |day: Moment| {
            let after = course.partition_point(|span| {
                probe();
                span.from.is_none_or(|from| from <= day)
            });
            course.get(after.saturating_sub(1))
        };
        let span = on(self.day?)?;
        let has_changed =
            self.before.and_then(on).is_some_and(|before| !before.state.is_same_condition(span.state));
        Some(Cell { state: span.on(self.day?), since: span.from, has_changed })
    }

    /// Counts the cells of treaties that are shown and stood otherwise on the day that was read before: among those
    /// in which anything changed between the two days.
    fn count_changed(&mut self, shows: impl Fn(TreatyId) -> bool) {
        self.changed = 0;
        let (Some(before), Some(day)) = (self.before, self.day) else { return };
        let changes = &self.courses.changes;
        let until = |last: Moment| changes.partition_point(|&(at, _)| at <= last);
        let between = &changes[until(before.min(day))..until(before.max(day))];
        let treaties: BTreeSet<TreatyId> =
            between.iter().map(|&(_, treaty)| treaty).filter(|&treaty| shows(treaty)).collect();
        let has_changed =
            |treaty: TreatyId, party: PartyId| self.cell(treaty, party).is_some_and(|cell| cell.has_changed);
        let of_treaty =
            |&treaty: &TreatyId| self.parties.iter().filter(|&&party| has_changed(treaty, party)).count();
        let changed: usize = treaties.iter().map(of_treaty).sum();
        self.changed = changed;
    }

    /// The next day after, or the last before, the one that is read, on which anything changes that is shown.
    fn next_change(&self, forward: bool, shows: impl Fn(TreatyId) -> bool) -> Option<Moment> {
        let (day, changes) = (self.day?, &self.courses.changes);
        let is_shown = |&&(_, treaty): &&(Moment, TreatyId)| shows(treaty);
        let change = if forward {
            let after = changes.partition_point(|&(at, _)| at <= day);
            changes[after..].iter().find(is_shown)
        } else {
            let before = changes.partition_point(|&(at, _)| at < day);
            changes[..before].iter().rfind(is_shown)
        };
        change.map(|&(at, _)| at)
    }
}

impl Session {
    /// The day that the matrix reads: the day of the law, else today, else the day the record is kept to.
    fn regime_day(&self) -> Option<Moment> {
        let last = || self.world.dataset.span().map(|(_, last)| last);
        let checked = || self.world.dataset.checked_on().map(crate::domain::EdtfDate::latest_day);
        self.law.status.as_ref().map(|as_of| as_of.day).or(self.today).or_else(checked).or_else(last)
    }

    /// Reads the matrix on the day of the law; nothing is worked out while it is not shown.
    pub(in crate::session) fn read_regime(&mut self) {
        if !self.tables.choice.is_open || self.tables.choice.kind != TableKind::Law {
            return;
        }
        // Who filters by parties chooses the columns.
        let parties = self.filter.active.chosen().filter_map(|facet| match facet {
            Facet::Party(party) => Some(party),
            _ => None,
        });
        let asked: Vec<PartyId> = parties.collect();
        if self.law.matrix.as_ref().is_none_or(|regime| regime.asked != asked) {
            // Without a choice of parties it is the same for the whole dataset, and kept with it.
            let courses = if asked.is_empty() {
                Arc::clone(self.world.courses())
            } else {
                Arc::new(Courses::new(&self.world.dataset, &asked))
            };
            self.law.matrix = Some(Regime::new(courses, asked));
        }
        let day = self.regime_day();
        let filtered = self.filter.result.as_ref();
        if let Some(regime) = &mut self.law.matrix {
            if regime.day != day {
                (regime.before, regime.day) = (regime.day, day);
            }
            regime.count_changed(|treaty| filtered.is_none_or(|shown| shown.shows(Item::Treaty(treaty))));
        }
    }

    /// Goes so many years on, to the same day; from a leap day to the last of February.
    pub(in crate::session) fn step_year(&mut self, by: i32) {
        let Some(day) = self.regime_day() else { return };
        let date = day.date();
        let year = date.year() + by;
        let next = NaiveDate::from_ymd_opt(year, date.month(), date.day())
            .or_else(|| NaiveDate::from_ymd_opt(year, date.month(), 28));
        self.read_law(next.map(Moment::from_date).or(Some(day)));
        self.keep_law_in_view();
    }

    /// Goes to the next day, or back to the last one, on which a state of the matrix changes.
    pub(in crate::session) fn step_change(&mut self, forward: bool) {
        let next = self.law.matrix.as_ref();
        let next = next.and_then(|regime| regime.next_change(forward, |id| self.shows(Item::Treaty(id))));
        match next {
            Some(day) => {
                self.read_law(Some(day));
                self.keep_law_in_view();
            }
            None => self.notice = Some(self.strings().law.no_change.to_owned()),
        }
    }

    /// Plays the law forward, or stops. From the end of the record it begins anew.
    pub(in crate::session) fn play(&mut self, plays: bool) {
        self.law.is_playing = plays;
        if plays && self.regime_day().zip(self.last_day_to_play()).is_some_and(|(day, last)| day >= last) {
            let first = self.world.dataset.span().map(|(first, _)| first);
            self.read_law(first);
        }
    }

    /// One year on, while it plays; at the end of the record it stops.
    pub(in crate::session) fn play_beat(&mut self) {
        if !self.law.is_playing {
            return;
        }
        let last = self.last_day_to_play();
        self.step_year(1);
        if let (Some(day), Some(last)) = (self.regime_day(), last)
            && day >= last
        {
            self.read_law(Some(last));
            self.law.is_playing = false;
        }
    }

    fn last_day_to_play(&self) -> Option<Moment> {
        let last = self.world.dataset.span().map(|(_, last)| last);
        last.max(self.today)
    }

    /// Brings the line of the law back into the window, where a step led out of it.
    fn keep_law_in_view(&mut self) {
        let Some(day) = self.law.status.as_ref().map(|as_of| as_of.day) else { return };
        if !self.view.current.time.shows(day) {
            let limits = self.world.limits.widened(day, day.plus(SECS_PER_DAY));
            self.view.current.time = self.view.current.time.centred_on(day, &limits);
        }
    }
}
