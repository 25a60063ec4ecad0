//! Facet counts: how many items each value of a facet would show beside the filter.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Dataset, EventKind, PartyId, SourceKind, SpeakerId, Status, TagId, TreatyId};
use crate::timeline::Arrangement;

use super::criteria::{Facet, Filter, LanguageTag, is_same_kind};
use super::matching::{Hidden, Matcher, Shown};
use super::packed_properties::{FilterProperties, kind_at, kind_count};

/// The values of all facets, each with the number of items that it would show beside the filter's other facets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FacetCounts {
    counts: BTreeMap<Facet, usize>,
}

impl FacetCounts {
    /// Counts without a filter, of all facets but the statuses: those depend on a day.
    pub(in crate::session) fn of_all(dataset: &Dataset, properties: &FilterProperties) -> Self {
        let (treaties, arrangement) = (BTreeSet::new(), Arrangement::default());
        let hidden = Hidden { treaties: &treaties, arrangement: &arrangement };
        let matcher = Matcher { dataset, properties, statuses: &[], hidden };
        let filter = Filter::default();
        Self::beside(matcher, &filter, &matcher.shown(&filter))
    }

    /// Counts beside a filter that shows `shown`.
    pub(super) fn beside(matcher: Matcher<'_>, filter: &Filter, shown: &Shown) -> Self {
        let mut facets = Self::default();
        let by_layer = matcher.hidden.by_layer(matcher.dataset);
        for kind in [
            Facet::Treaty(TreatyId::new(0)),
            Facet::Party(PartyId::new(0)),
            Facet::Category(0),
            Facet::Status(Status::Pending),
            Facet::Kind(EventKind::Other),
            Facet::Tag(TagId::new(0)),
            Facet::Speaker(SpeakerId::new(0)),
            Facet::Spoken,
            Facet::Decade(0),
            Facet::Source(SourceKind::Data),
            Facet::Language(LanguageTag::new("")),
        ] {
            // Values of one facet are alternatives: they are counted as if none of them was in the filter.
            let is_filtered = filter.of_kind(kind).next().is_some();
            // A treaty is offered by name even if its lane is hidden: choosing it shows it again. Those of a hidden layer are not.
            let is_hidden = matches!(kind, Facet::Treaty(_)) && !matcher.hidden.is_empty();
            let hidden =
                if is_hidden { Hidden { treaties: &by_layer, ..matcher.hidden } } else { matcher.hidden };
            let without = (is_filtered || is_hidden)
                .then(|| Matcher { hidden, ..matcher }.shown(&filter.without(kind)));
            facets.count(matcher, kind, without.as_ref().unwrap_or(shown));
        }
        facets
    }

    /// Counts the values of one facet among what is shown without it.
    fn count(&mut self, matcher: Matcher<'_>, kind: Facet, shown: &Shown) {
        let Matcher { dataset, properties, statuses, .. } = matcher;
        let events = || shown.events().map(|id| properties.event(id));
        let statements = || shown.statements().map(|id| properties.statement(id));
        match kind {
            Facet::Treaty(_) => {
                let mut tally = Tally::of(dataset.treaties().len());
                events().for_each(|event| tally.count(event.treaty.index()));
                // One without events can be chosen all the same.
                let counts = shown.treaties().map(|id| (Facet::Treaty(id), tally.counts[id.index()]));
                self.counts.extend(counts);
            }
            Facet::Party(_) => {
                let mut tally = Tally::of(dataset.parties().len());
                for treaty in shown.treaties() {
                    for party in properties.parties(treaty) {
                        tally.count(party.index());
                    }
                }
                self.add(&tally, |index| Facet::Party(PartyId::new(index)));
            }
            Facet::Category(_) => {
                let mut tally = Tally::of(dataset.categories().len());
                shown.treaties().for_each(|id| tally.count(dataset.treaty(id).category));
                self.add(&tally, Facet::Category);
            }
            Facet::Status(_) => {
                self.count_statuses(shown.treaties(), statuses);
            }
            Facet::Kind(_) => {
                let mut tally = Tally::of(kind_count(dataset));
                events().for_each(|event| tally.count(event.kind as usize));
                self.add(&tally, |index| Facet::Kind(kind_at(index)));
            }
            Facet::Tag(_) => {
                let mut tally = Tally::of(dataset.tags().len());
                if !dataset.tags().is_empty() {
                    let tags = shown.events().flat_map(|id| &dataset.event(id).tags);
                    tags.for_each(|tag| tally.count(tag.index()));
                }
                self.add(&tally, |index| Facet::Tag(TagId::new(index)));
            }
            Facet::Speaker(_) => {
                let mut tally = Tally::of(dataset.speakers().len());
                statements().for_each(|statement| tally.count(statement.speaker.index()));
                self.add(&tally, |index| Facet::Speaker(SpeakerId::new(index)));
            }
            Facet::Decade(_) => {
                let mut tally = Tally::of(properties.decades.len());
                events().for_each(|event| tally.count(usize::from(event.decade)));
                statements().for_each(|statement| tally.count(usize::from(statement.decade)));
                self.add(&tally, |index| Facet::Decade(properties.decades[index]));
            }
            Facet::Source(_) => {
                // What rests on several kinds counts for each; there are few combinations of kinds.
                let mut combinations = Tally::of(1 << SourceKind::ALL.len());
                events().for_each(|event| combinations.count(usize::from(event.sources)));
                statements().for_each(|statement| combinations.count(usize::from(statement.sources)));
                let mut tally = Tally::of(SourceKind::ALL.len());
                for index in 0..SourceKind::ALL.len() {
                    let with =
                        combinations.counts.iter().enumerate().filter(|(kinds, _)| kinds & 1 << index != 0);
                    tally.counts[index] = with.map(|(_, count)| count).sum();
                }
                self.add(&tally, |index| Facet::Source(SourceKind::ALL[index]));
            }
            Facet::Language(_) => {
                let mut tally = Tally::of(properties.languages.len());
                for statement in statements() {
                    let [own, original] = statement.languages;
                    tally.count(usize::from(own));
                    if original != own {
                        tally.count(usize::from(original));
                    }
                }
                self.add(&tally, |index| Facet::Language(properties.languages[index]));
            }
            Facet::Spoken => {
                let spoken = events().filter(|event| event.is_spoken).count();
                self.counts.insert(Facet::Spoken, spoken);
            }
        }
    }

    /// Adds a tally; values that were not seen are not offered.
    fn add(&mut self, tally: &Tally, facet: impl Fn(usize) -> Facet) {
        let counted = tally.counts.iter().enumerate().filter(|&(_, &count)| count > 0);
        self.counts.extend(counted.map(|(index, &count)| (facet(index), count)));
    }

    /// Recounts the statuses, on another status date.
    pub(super) fn recount_statuses(&mut self, shown: &Shown, statuses: &[Status]) {
        self.counts.retain(|facet, _| !matches!(facet, Facet::Status(_)));
        self.count_statuses(shown.treaties(), statuses);
    }

    /// The same counts with those of the statuses of all treaties.
    pub(super) fn with_statuses(&self, statuses: &[Status]) -> Self {
        let mut facets = self.clone();
        facets.count_statuses((0..statuses.len()).map(TreatyId::new), statuses);
        facets
    }

    fn count_statuses(&mut self, treaties: impl Iterator<Item = TreatyId>, statuses: &[Status]) {
        let statuses = treaties.filter_map(|id| statuses.get(id.index()));
        // A topic has no status to be filtered by.
        for status in statuses.filter(|status| **status != Status::Topic) {
            *self.counts.entry(Facet::Status(*status)).or_default() += 1;
        }
    }

    /// The values of the same facet as `facet`, with counts: of treaties for parties, categories and statuses, of
    /// events for treaties, types and tags, of statements for speakers and languages, of both for decades and kinds of source.
    pub fn of_kind(&self, facet: Facet) -> impl Iterator<Item = (Facet, usize)> {
        self.counts
            .iter()
            .map(|(&other, &count)| (other, count))
            .filter(move |&(other, _)| is_same_kind(other, facet))
    }
}

/// How often each index of a small range was seen.
struct Tally {
    counts: Vec<usize>,
}

impl Tally {
    fn of(len: usize) -> Self {
        Self { counts: vec![0; len] }
    }

    fn count(&mut self, index: usize) {
        self.counts[index] += 1;
    }
}
