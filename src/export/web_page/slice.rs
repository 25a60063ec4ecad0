//! Which part of a dataset a page holds: the lanes that are shown, and what of the record they need.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{EventId, EventKind, Moment, PartyId, SourceId, SpeakerId, StatementId, TreatyId};
use crate::timeline::Row;

use super::PageInput;

/// Items in the order in which the page numbers them.
pub(super) struct Ids<Id> {
    list: Vec<Id>,
    numbers: BTreeMap<Id, usize>,
}

impl<Id: Copy + Ord> Ids<Id> {
    fn new(ids: impl IntoIterator<Item = Id>) -> Self {
        let mut all = Self { list: Vec::new(), numbers: BTreeMap::new() };
        for id in ids {
            all.number(id);
        }
        all
    }

    /// The number of an item, which gets one if it has none.
    pub(super) fn number(&mut self, id: Id) -> usize {
        *self.numbers.entry(id).or_insert_with(|| {
            self.list.push(id);
            self.list.len() - 1
        })
    }

    /// The number of an item, if it has one.
    pub(super) fn get(&self, id: Id) -> Option<usize> {
        self.numbers.get(&id).copied()
    }

    pub(super) fn list(&self) -> &[Id] {
        &self.list
    }
}

/// Texts that many records have, such as publishers and offices: each is in the page once.
#[derive(Default)]
pub(super) struct SharedTexts {
    list: Vec<String>,
    numbers: BTreeMap<String, usize>,
}

impl SharedTexts {
    /// The number of a text, from 1 on; nothing for an empty one.
    pub(super) fn number(&mut self, text: &str) -> Option<usize> {
        if text.is_empty() {
            return None;
        }
        if let Some(number) = self.numbers.get(text) {
            return Some(*number);
        }
        self.list.push(text.to_owned());
        self.numbers.insert(text.to_owned(), self.list.len());
        Some(self.list.len())
    }

    pub(super) fn list(&self) -> &[String] {
        &self.list
    }
}

/// The lane of a treaty, or of the party with this index in it.
#[derive(Clone, Copy)]
pub(super) struct Lane {
    pub(super) treaty: TreatyId,
    pub(super) party: Option<usize>,
}

/// A heading with its lanes.
pub(super) struct Group {
    /// The category; `None` over pinned lanes.
    pub(super) category: Option<usize>,
    pub(super) is_collapsed: bool,
    /// Indices of lanes.
    pub(super) lanes: Vec<usize>,
}

/// What a page holds. Sources, speakers and the like get their numbers when something names them.
pub(super) struct Slice {
    pub(super) groups: Vec<Group>,
    pub(super) lanes: Vec<Lane>,
    pub(super) treaties: Ids<TreatyId>,
    pub(super) events: Ids<EventId>,
    pub(super) statements: Ids<StatementId>,
    pub(super) sources: Ids<SourceId>,
    pub(super) speakers: Ids<SpeakerId>,
    pub(super) parties: Ids<PartyId>,
    pub(super) kinds: Ids<EventKind>,
    pub(super) shared: SharedTexts,
}

impl Slice {
    pub(super) fn of(input: &PageInput<'_>) -> Self {
        let (groups, lanes) = groups_of(input);
        let treaties = Ids::new(lanes.iter().map(|lane| lane.treaty));
        let of_lanes = treaties.list.iter().map(|&treaty| input.index.lane(treaty));
        let (mut events, mut statements) = (BTreeSet::new(), BTreeSet::new());
        for lane in of_lanes {
            events.extend(lane.events.within(Moment::MIN, Moment::MAX));
            statements.extend(lane.statements.within(Moment::MIN, Moment::MAX));
        }
        Self {
            groups,
            lanes,
            treaties,
            events: Ids::new(events),
            statements: Ids::new(statements),
            sources: Ids::new([]),
            speakers: Ids::new([]),
            parties: Ids::new([]),
            kinds: Ids::new([]),
            shared: SharedTexts::default(),
        }
    }
}

/// The headings with their lanes from top to bottom. A collapsed group has its lanes as well: it can be expanded.
fn groups_of(input: &PageInput<'_>) -> (Vec<Group>, Vec<Lane>) {
    let dataset = input.dataset;
    let mut groups: Vec<Group> = Vec::new();
    let mut lanes: Vec<Lane> = Vec::new();
    let mut pinned = BTreeSet::new();
    for (row, _top) in input.rows.between(0.0, input.rows.height() + 1.0) {
        let of_row = match row {
            Row::Pinned(_) => {
                groups.push(Group { category: None, is_collapsed: false, lanes: Vec::new() });
                continue;
            }
            Row::Group { category, is_collapsed, .. } => {
                let first = lanes.len();
                if is_collapsed {
                    let ids = (0..dataset.treaties().len()).map(TreatyId::new);
                    let collapsed = ids.filter(|&treaty| {
                        let is_elsewhere = input.hidden.contains(&treaty) || pinned.contains(&treaty);
                        dataset.treaty(treaty).category == category && !is_elsewhere
                    });
                    lanes.extend(collapsed.map(|treaty| Lane { treaty, party: None }));
                }
                groups.push(Group {
                    category: Some(category),
                    is_collapsed,
                    lanes: (first..lanes.len()).collect(),
                });
                continue;
            }
            Row::Lane(treaty) => Lane { treaty, party: None },
            Row::Party(treaty, index) => Lane { treaty, party: Some(index) },
        };
        let Some(group) = groups.last_mut() else { continue };
        if group.category.is_none() {
            pinned.insert(of_row.treaty);
        }
        group.lanes.push(lanes.len());
        lanes.push(of_row);
    }
    (groups, lanes)
}
