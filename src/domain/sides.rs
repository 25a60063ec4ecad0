//! Who is party to a treaty by the file's own list, and whether it is of two sides.

use super::ids::PartyId;
use super::treaty::{Nature, Treaty};

/// Who is party to a treaty by the file's own list.
#[derive(Clone, Debug)]
pub(super) struct Sides {
    /// In order of id.
    pub(super) listed: Box<[PartyId]>,
    pub(super) is_bilateral: bool,
}

impl Sides {
    /// The sides of a treaty. A political group that states join is none of two sides, even where the file lists two of them.
    pub(super) fn of(treaty: &Treaty, legal_continuity: &[Vec<PartyId>], is_joined: bool) -> Self {
        let mut listed: Vec<PartyId> = treaty.parties.clone();
        listed.sort_unstable();
        listed.dedup();
        let first = |party: &PartyId| legal_continuity[party.index()].first().copied();
        let mut sides: Vec<PartyId> = listed.iter().filter_map(first).collect();
        sides.sort_unstable();
        sides.dedup();
        let is_group = treaty.nature == Nature::Political && is_joined;
        Self { listed: listed.into(), is_bilateral: sides.len() == 2 && !is_group }
    }
}
