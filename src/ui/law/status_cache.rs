//! The legal status of the matrix cell under the pointer, kept from frame to frame.

use std::sync::{Arc, Weak};

use crate::domain::{LegalStatus, Moment, PartyId, TreatyId};
use crate::session::World;

/// The last answer, so that a resting pointer asks nothing anew in each frame.
#[derive(Debug, Default)]
pub(in crate::ui) struct StatusCache {
    /// The dataset, the cell and the date. A weak reference keeps the address from being used by another dataset.
    key: Option<(Weak<World>, (TreatyId, PartyId), Moment)>,
    answer: Option<LegalStatus>,
}

impl StatusCache {
    /// The legal status of a party to a treaty on a date; `None` where nothing is recorded.
    pub(super) fn get(
        &mut self,
        world: &Arc<World>,
        cell: (TreatyId, PartyId),
        day: Option<Moment>,
    ) -> Option<&LegalStatus> {
        let day = day?;
        let is_known = self.key.as_ref().is_some_and(|(of, known, on)| {
            std::ptr::eq(of.as_ptr(), Arc::as_ptr(world)) && (*known, *on) == (cell, day)
        });
        if !is_known {
            self.answer = world.dataset.state_on(cell.0, Some(cell.1), day);
            self.key = Some((Arc::downgrade(world), cell, day));
        }
        self.answer.as_ref()
    }
}
