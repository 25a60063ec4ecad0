//! Which states are one legal person, by the `succeeds` of parties.

use super::ids::PartyId;
use super::treaty::Party;

/// For each party, the states that name it as the one they succeed.
pub(super) fn successor_states(parties: &[Party]) -> Vec<Vec<PartyId>> {
    let mut successors: Vec<Vec<PartyId>> = vec![Vec::new(); parties.len()];
    for (index, party) in parties.iter().enumerate() {
        if let Some(predecessor) = party.succeeds {
            successors[predecessor.index()].push(PartyId::new(index));
        }
    }
    successors
}

/// For each party, the states that are one legal person with it, in order of time: its predecessors, itself, and its
/// successors as long as each state has only one.
pub(super) fn legal_continuity(parties: &[Party], successor_states: &[Vec<PartyId>]) -> Vec<Vec<PartyId>> {
    // No state has had more names than this; a longer chain, or a circle, is an error of the file.
    const MAX_NAMES: usize = 12;
    let continuity = |index: usize| {
        let mut states = vec![PartyId::new(index)];
        while let Some(predecessor) = states.first().and_then(|first| parties[first.index()].succeeds)
            && !states.contains(&predecessor)
            && states.len() < MAX_NAMES
        {
            states.insert(0, predecessor);
        }
        while let Some(&[successor]) = states.last().map(|last| successor_states[last.index()].as_slice())
            && !states.contains(&successor)
            && states.len() < MAX_NAMES
        {
            states.push(successor);
        }
        states
    };
    (0..parties.len()).map(continuity).collect()
}
