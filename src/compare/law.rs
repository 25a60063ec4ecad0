//! What differs in the legal status of treaties over time between two datasets.

use std::collections::HashMap;

use crate::domain::{Dataset, Moment, Nature, State, Treaty, TreatyId};

/// A treaty whose status over time is not the same in both datasets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LawChange {
    /// The treaty's id in the files.
    pub treaty: String,
    /// What people call it.
    pub name: String,
    /// Whether it binds in law, which tells the words for its states.
    pub nature: Nature,
    /// Its states over time in the earlier dataset, as far as they differ; none where it is not there.
    pub before: Vec<LawSpan>,
    /// Its states over time in the later dataset, as far as they differ; none where it is not there.
    pub after: Vec<LawSpan>,
}

/// A run of days in one state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LawSpan {
    /// The state on the first day.
    pub state: State,
    /// The first day.
    pub from: Moment,
    /// The first day of another state; `None` where it lasts.
    pub until: Option<Moment>,
}

/// For each treaty whose status over time differs, what it was and what it is, in the order of the later dataset; then those
/// that are only in the earlier one.
pub fn legal_status_changes(before: &Dataset, after: &Dataset) -> Vec<LawChange> {
    let ids = |dataset: &Dataset| -> HashMap<String, TreatyId> {
        let treaties = dataset.treaties().iter().enumerate();
        treaties.map(|(index, treaty)| (treaty.key.to_string(), TreatyId::new(index))).collect()
    };
    let (old, new) = (ids(before), ids(after));
    let mut changes = Vec::new();
    for (index, treaty) in after.treaties().iter().enumerate() {
        let earlier = old.get(&*treaty.key).map_or_else(Vec::new, |&id| spans(before, id));
        let later = spans(after, TreatyId::new(index));
        changes.extend(change(treaty, earlier, later));
    }
    for (index, treaty) in before.treaties().iter().enumerate() {
        if !new.contains_key(&*treaty.key) {
            changes.extend(change(treaty, spans(before, TreatyId::new(index)), Vec::new()));
        }
    }
    changes
}

/// The difference of two courses; `None` if there is none.
fn change(treaty: &Treaty, mut before: Vec<LawSpan>, mut after: Vec<LawSpan>) -> Option<LawChange> {
    let same = std::iter::zip(&before, &after).take_while(|(old, new)| old == new).count();
    before.drain(..same);
    after.drain(..same);
    while before.last().is_some_and(|last| after.last() == Some(last)) {
        before.pop();
        after.pop();
    }
    (!before.is_empty() || !after.is_empty()).then(|| LawChange {
        treaty: treaty.key.to_string(),
        name: treaty.name.to_string(),
        nature: treaty.nature,
        before,
        after,
    })
}

/// The states of a treaty as a whole, one after the other. A topic has none.
fn spans(dataset: &Dataset, treaty: TreatyId) -> Vec<LawSpan> {
    if dataset.treaty(treaty).nature == Nature::Topic {
        return Vec::new();
    }
    let mut spans: Vec<LawSpan> = Vec::new();
    for day in dataset.change_days(treaty) {
        let state = dataset.whole_state_on(treaty, day);
        if let Some(last) = spans.last_mut() {
            if last.state.is_same_condition(state) {
                continue;
            }
            last.until = Some(day);
        }
        spans.push(LawSpan { state, from: day, until: None });
    }
    spans
}
