//! A part of a dataset: what a filter or a selection leaves of it.

use super::ids::{EventId, StatementId, TreatyId};
use super::record::Record;
use super::series::Series;

/// A part of a dataset, in the dataset's order. Whoever writes it leaves out links to what is not in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subset {
    /// By treaty: whether it is in.
    treaties: Vec<bool>,
    /// By event.
    events: Vec<bool>,
    /// By statement.
    statements: Vec<bool>,
}

impl Subset {
    /// All of a dataset.
    pub fn whole(record: &Record) -> Self {
        Self::new(record, |_| true, |_| true, |_| true)
    }

    /// What is shown of a dataset. The treaty of an event is in whatever is said of it, since an event has no meaning
    /// without it.
    pub fn new(
        record: &Record,
        has_treaty: impl Fn(TreatyId) -> bool,
        has_event: impl Fn(EventId) -> bool,
        has_statement: impl Fn(StatementId) -> bool,
    ) -> Self {
        let events: Vec<bool> = (0..record.events().len()).map(|i| has_event(EventId::new(i))).collect();
        let mut treaties: Vec<bool> =
            (0..record.treaties().len()).map(|i| has_treaty(TreatyId::new(i))).collect();
        for (event, _) in std::iter::zip(record.events(), &events).filter(|(_, is_in)| **is_in) {
            treaties[event.treaty.index()] = true;
        }
        let statements = (0..record.statements().len()).map(|i| has_statement(StatementId::new(i)));
        Self { treaties, events, statements: statements.collect() }
    }

    /// Whether a treaty is in.
    pub fn has_treaty(&self, id: TreatyId) -> bool {
        self.treaties.get(id.index()).copied().unwrap_or_default()
    }

    /// Whether an event is in.
    pub fn has_event(&self, id: EventId) -> bool {
        self.events.get(id.index()).copied().unwrap_or_default()
    }

    /// Whether a statement is in.
    pub fn has_statement(&self, id: StatementId) -> bool {
        self.statements.get(id.index()).copied().unwrap_or_default()
    }

    /// Whether a series of figures is in: all but the limits of treaties that are not.
    pub fn has_series(&self, series: &Series) -> bool {
        series.limit_of.is_none_or(|treaty| self.has_treaty(treaty))
    }

    /// Its treaties, in the order of their lanes.
    pub fn treaties(&self) -> impl Iterator<Item = TreatyId> {
        indices(&self.treaties).map(TreatyId::new)
    }

    /// Its events, by date.
    pub fn events(&self) -> impl Iterator<Item = EventId> {
        indices(&self.events).map(EventId::new)
    }

    /// Its statements, by date.
    pub fn statements(&self) -> impl Iterator<Item = StatementId> {
        indices(&self.statements).map(StatementId::new)
    }

    /// Whether nothing is left out.
    pub fn is_whole(&self) -> bool {
        [&self.treaties, &self.events, &self.statements].iter().all(|list| list.iter().all(|is_in| *is_in))
    }
}

fn indices(list: &[bool]) -> impl Iterator<Item = usize> {
    list.iter().enumerate().filter(|(_, is_in)| **is_in).map(|(index, _)| index)
}
