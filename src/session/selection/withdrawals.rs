//! How much notice withdrawals from a treaty took, for the lines about them in its details.

use crate::domain::{Dataset, EventId, EventKind, PartyId, Period, TreatyId};

/// The parties that withdrew after the same notice, or gave notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WithdrawalLine {
    /// The parties, in order of their notices.
    pub parties: Vec<PartyId>,
    /// For each of them the event: the withdrawal, or the notice where none followed that is known to the day.
    pub events: Vec<EventId>,
    /// The time from notice to effect; where that is not known to the day, the notice that the treaty asks for.
    pub notice: Period,
    /// Whether the withdrawals took effect after that time.
    pub has_taken_effect: bool,
}

/// The withdrawals of which notice was given, those of equal notice in one line. Where neither the days nor the treaty's
/// clause are recorded there is nothing to say.
pub(super) fn withdrawals_of(dataset: &Dataset, treaty: TreatyId) -> Vec<WithdrawalLine> {
    let clause = dataset.treaty(treaty).terms.withdrawal.as_ref();
    let mut lines: Vec<WithdrawalLine> = Vec::new();
    for &id in dataset.events_of(treaty) {
        let event = dataset.event(id);
        let Some(party) = event.party.filter(|_| event.kind == EventKind::WithdrawalNotified) else {
            continue;
        };
        let (notice, has_taken_effect) = match (dataset.notice_length(id), clause) {
            (Some(length), _) => (length.period, true),
            (None, Some(clause)) => (clause.period, false),
            (None, None) => continue,
        };
        let effect = dataset.notices(treaty).iter().rev().find(|notice| notice.event == id);
        let event = effect.filter(|_| has_taken_effect).map_or(id, |notice| notice.effect);
        let is_like =
            |line: &&mut WithdrawalLine| line.notice == notice && line.has_taken_effect == has_taken_effect;
        match lines.iter_mut().find(is_like) {
            Some(line) if line.parties.contains(&party) => {}
            Some(line) => {
                line.parties.push(party);
                line.events.push(event);
            }
            None => lines.push(WithdrawalLine {
                parties: vec![party],
                events: vec![event],
                notice,
                has_taken_effect,
            }),
        }
    }
    // A party that gave notice again and left then is named once, in the line that says so.
    let left: Vec<PartyId> =
        lines.iter().filter(|line| line.has_taken_effect).flat_map(|line| line.parties.clone()).collect();
    for line in lines.iter_mut().filter(|line| !line.has_taken_effect) {
        let gone = std::iter::zip(std::mem::take(&mut line.parties), std::mem::take(&mut line.events));
        (line.parties, line.events) = gone.filter(|(party, _)| !left.contains(party)).unzip();
    }
    lines.retain(|line| !line.parties.is_empty());
    lines
}
