//! The colour of statements, by the country for which they were made.

use crate::domain::StatementId;
use crate::levels::Bucket;
use crate::timeline::palette::{Ink, speaker_ink};

use super::LanePlan;

/// Maximum number of statements examined per cluster: a frame must not walk through thousands.
const MAX_EXAMINED: usize = 32;

impl LanePlan<'_> {
    /// The ink of a statement.
    pub(super) fn ink_of_statement(&self, id: StatementId) -> Ink {
        let country = self.input.dataset.statement(id).country;
        speaker_ink(country.map(|party| &*self.input.dataset.party(party).key))
    }

    /// The ink of a cluster of statements: that of a country only if all were made for it.
    pub(super) fn ink_of_cluster(&self, cluster: &Bucket<StatementId>) -> Ink {
        let ink = self.ink_of_statement(cluster.top);
        if cluster.count == 1 {
            return ink;
        }
        let all = self.statement_column().within(cluster.first, cluster.last);
        let is_of_one = all.iter().take(MAX_EXAMINED).all(|&id| self.ink_of_statement(id) == ink);
        if is_of_one { ink } else { Ink::SpeakerOther }
    }
}
