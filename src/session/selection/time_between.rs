//! The time between two marks, or from the first to the last of the multi-selection.

use crate::domain::{EdtfDate, Elapsed};
use crate::session::Session;
use crate::timeline::Subject;

impl Session {
    /// The time from the earliest to the latest mark of the multi-selection; `None` for fewer than two, and for bulk events,
    /// which may be spans.
    pub fn time_across_selection(&self) -> Option<Elapsed> {
        let dates = self.selection.several.iter().map(|&subject| self.date_of(subject));
        let dates: Vec<&EdtfDate> = dates.collect::<Option<_>>()?;
        let first = dates.iter().min_by_key(|date| date.anchor()).filter(|_| dates.len() > 1)?;
        let last = dates.iter().max_by_key(|date| date.anchor())?;
        Some(Elapsed::between(first, last))
    }

    /// The mark from which the time to another can be measured: the selected one, if it is not that.
    pub fn measured_from(&self, to: Subject) -> Option<Subject> {
        let from = self.selected_subject().filter(|&from| from != to)?;
        (self.date_of(from).is_some() && self.date_of(to).is_some()).then_some(from)
    }

    /// Makes the selection and this mark the multi-selection, and says how much time is between them.
    pub(in crate::session) fn measure_to(&mut self, to: Subject) {
        let Some(from) = self.measured_from(to) else { return };
        self.selection.several = vec![from, to];
        let strings = self.strings();
        self.status_message = self
            .time_across_selection()
            .map(|elapsed| (strings.selection.time_between)(&(strings.terms.elapsed)(elapsed)));
    }

    fn date_of(&self, subject: Subject) -> Option<&EdtfDate> {
        match subject {
            Subject::Event(id) => Some(self.world.dataset.event(id).date()),
            Subject::Statement(id) => Some(&self.world.dataset.statement(id).date),
            Subject::Bulk(_) => None,
        }
    }
}
