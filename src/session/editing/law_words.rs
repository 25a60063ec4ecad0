//! What an edit changed in the legal status of treaties, in words.

use crate::compare::{LawChange, LawSpan};
use crate::domain::{Nature, Status};
use crate::session::Session;
use crate::session::world::World;

/// More treaties are only counted.
const MAX_TREATIES: usize = 3;

impl Session {
    /// A line for each treaty whose status over time has changed.
    pub(super) fn law_words(&self, changes: &[LawChange], world: &World) -> Vec<String> {
        let mut lines: Vec<String> =
            changes.iter().take(MAX_TREATIES).map(|change| self.line_of(change, world)).collect();
        if let Some(more) = changes.len().checked_sub(MAX_TREATIES).filter(|&more| more > 0) {
            lines.push((self.strings().editing.more_treaties)(more));
        }
        lines
    }

    fn line_of(&self, change: &LawChange, world: &World) -> String {
        let strings = self.strings();
        let dataset = &world.dataset;
        let nature =
            dataset.find_treaty(&change.treaty).map_or(Nature::Treaty, |id| dataset.treaty(id).nature);
        let state =
            |span: &LawSpan| (strings.terms.status)(Status::of_state(span.state, nature)).to_lowercase();
        let from = |span: &LawSpan| (strings.dates.day)(span.from);
        // The last day in the state is what people say.
        let until = |span: &LawSpan| span.until.map(|until| (strings.dates.day)(until.plus(-1)));
        let words = &strings.editing;
        let whole = |span: Option<&LawSpan>| match span {
            Some(span) => (words.law_span)(&state(span), &from(span), until(span).as_deref()),
            None => words.law_nothing.to_owned(),
        };
        let (before, after) = (change.before.first(), change.after.first());
        match (before, after) {
            (Some(old), Some(new)) if old.state.is_same_condition(new.state) && old.from == new.from => {
                let lasts = || words.law_lasts.to_owned();
                let (old_end, new_end) = (until(old), until(new));
                (words.law_until)(
                    &change.name,
                    &state(old),
                    &old_end.unwrap_or_else(lasts),
                    &new_end.unwrap_or_else(lasts),
                )
            }
            (Some(old), Some(new)) if old.state.is_same_condition(new.state) => {
                (words.law_from)(&change.name, &state(old), &from(old), &from(new))
            }
            _ => (words.law_changed)(&change.name, &whole(before), &whole(after)),
        }
    }
}
