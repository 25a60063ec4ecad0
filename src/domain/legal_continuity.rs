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

#[cfg(test)]
mod tests {
    use super::*;

    /// The continuity of the party at `index`, where each party succeeds the one at the index that is given.
    fn continuity(succeeds: &[Option<usize>], index: usize) -> Vec<usize> {
        let party = |&predecessor: &Option<usize>| Party {
            key: "".into(),
            name: "".into(),
            short: "".into(),
            succeeds: predecessor.map(PartyId::new),
        };
        let parties: Vec<Party> = succeeds.iter().map(party).collect();
        legal_continuity(&parties, &successor_states(&parties))[index].iter().map(|id| id.index()).collect()
    }

    #[test]
    fn a_chain_of_successors_is_one_legal_person_in_order_of_time() {
        let chain = [Some(2), None, None, Some(0)];
        for index in [0, 2, 3] {
            assert_eq!(continuity(&chain, index), [2, 0, 3]);
        }
        assert_eq!(continuity(&chain, 1), [1]);
    }

    #[test]
    fn a_divided_state_is_continued_by_none_of_its_successors() {
        let divided = [None, Some(0), Some(0)];
        assert_eq!(continuity(&divided, 0), [0]);
        assert_eq!(continuity(&divided, 2), [0, 2]);
    }

    #[test]
    fn circles_and_endless_chains_come_to_an_end() {
        assert_eq!(continuity(&[Some(1), Some(0)], 0), [1, 0]);
        assert_eq!(continuity(&[Some(0)], 0), [0]);
        let chain: Vec<Option<usize>> = (0..40_usize).map(|index| index.checked_sub(1)).collect();
        assert_eq!(continuity(&chain, 0).len(), 12);
    }
}
