//! Checks of meaning over a whole dataset: events that contradict treaty law, and words that cannot be quoted as
//! given.

use std::cell::OnceCell;
use std::collections::HashMap;

use crate::diagnostics::{ConsistencyProblem, Rule, Span};
use crate::domain::{Contradiction, Dataset, Event, Fault, Statement, TreatyId, contradictions};

use super::json::PathStep::{self, Item, Key};
use super::reader::{Reader, Row, shortened};
use super::records::EventRecord;
use super::records::StatementRecord;

/// Maximum number of words of a quotation; a longer one is a reprint.
const MAX_WORDS: usize = 60;

/// The rows of a file whose records are in the dataset.
pub(super) struct Rows<'r, 'a> {
    events: &'r [Row<'a, EventRecord>],
    statements: &'r [Row<'a, StatementRecord>],
    /// The row of each id, computed for the first problem.
    event_of: OnceCell<HashMap<&'r str, usize>>,
    statement_of: OnceCell<HashMap<&'r str, usize>>,
}

impl<'r, 'a> Rows<'r, 'a> {
    pub(super) fn new(
        events: &'r [Row<'a, EventRecord>],
        statements: &'r [Row<'a, StatementRecord>],
    ) -> Self {
        Self { events, statements, event_of: OnceCell::new(), statement_of: OnceCell::new() }
    }

    /// The place of a value in an event's record.
    fn of_event(&self, text: &str, key: &str, path: &[PathStep<'_>]) -> Span {
        self.event(key).map_or_else(|| Span::at(0), |row| row.span(text, path))
    }

    /// The place where an event's record names the other event of a link. It is found by id, since the record also
    /// has the links that were left out.
    fn of_event_link(&self, text: &str, key: &str, other: &str) -> Span {
        let Some(row) = self.event(key) else { return Span::at(0) };
        let index = row.record.links.iter().position(|link| link.event == other);
        row.span(text, &[Key("links"), Item(index.unwrap_or_default()), Key("event")])
    }

    fn event(&self, key: &str) -> Option<&'r Row<'a, EventRecord>> {
        let indices =
            self.event_of.get_or_init(|| first_indices(self.events.iter().map(|row| &*row.record.id)));
        let &index = indices.get(key)?;
        self.events.get(index)
    }

    fn of_statement(&self, text: &str, key: &str, path: &[PathStep<'_>]) -> Span {
        let indices = self
            .statement_of
            .get_or_init(|| first_indices(self.statements.iter().map(|row| &*row.record.id)));
        let row = indices.get(key).and_then(|&index| self.statements.get(index));
        row.map_or_else(|| Span::at(0), |row| row.span(text, path))
    }
}

/// The first index of each id.
fn first_indices<'r>(ids: impl Iterator<Item = &'r str>) -> HashMap<&'r str, usize> {
    let mut indices = HashMap::new();
    for (index, id) in ids.enumerate() {
        indices.entry(id).or_insert(index);
    }
    indices
}

/// Reports contradictions in a dataset; of one from another format only what must be a slip in any.
pub(super) fn examine(dataset: &Dataset, rows: &Rows<'_, '_>, is_foreign: bool, reader: &mut Reader<'_, '_>) {
    for treaty in (0..dataset.treaties().len()).map(TreatyId::new) {
        // A table of ratifications has no notices and seldom all the acts that others rest on.
        let is_told =
            |fault| !is_foreign || matches!(fault, Fault::InForceTwice | Fault::EndedTwice | Fault::AfterEnd);
        for contradiction in contradictions(dataset, treaty).into_iter().filter(|found| is_told(found.fault))
        {
            report_contradiction(dataset, contradiction, rows, reader);
        }
    }
    examine_events(dataset, rows, reader);
    examine_statements(dataset, rows, is_foreign, reader);
}

fn report_contradiction(
    dataset: &Dataset,
    contradiction: Contradiction,
    rows: &Rows<'_, '_>,
    reader: &mut Reader<'_, '_>,
) {
    let text = reader.text;
    let event = dataset.event(contradiction.event);
    let fault = contradiction.fault;
    let rule = match fault {
        Fault::InForceTwice => Rule::InForceTwice,
        Fault::EndedTwice => Rule::EndedTwice,
        Fault::AfterEnd => Rule::AfterEnd,
        Fault::NotBound => Rule::NotBound,
        Fault::WithoutNotice => Rule::WithoutNotice,
        Fault::NoticeTooShort => Rule::NoticeTooShort,
        Fault::NothingToLift => Rule::NothingToLift,
        Fault::NothingToRevoke => Rule::NothingToRevoke,
    };
    let named = |event: &Event| (shortened(&event.title), Box::new(event.governing_claim().date.clone()));
    let problem = || {
        let (title, date) = named(event);
        let against = contradiction.against.map(|id| named(dataset.event(id)));
        ConsistencyProblem::Contradiction { fault, title, date, against }
    };
    reader.report(rule, || rows.of_event(text, &event.key, &[Key("type")]), problem);
}

fn examine_events(dataset: &Dataset, rows: &Rows<'_, '_>, reader: &mut Reader<'_, '_>) {
    let text = reader.text;
    let mut seen: HashMap<_, &Event> = HashMap::new();
    for event in dataset.events() {
        let act = (event.treaty, event.kind, event.party, event.date().text(), &*event.title);
        if let Some(first) = seen.get(&act) {
            let problem = || ConsistencyProblem::DuplicateEvent(shortened(&first.key), shortened(&event.key));
            reader.report(Rule::DuplicateEvent, || rows.of_event(text, &event.key, &[Key("id")]), problem);
        } else {
            seen.insert(act, event);
        }
        if let Some(checked) = dataset.checked_on().filter(|checked| event.date().earliest() >= checked.end())
        {
            let problem = || ConsistencyProblem::AfterChecked {
                title: shortened(&event.title),
                date: Box::new(event.date().clone()),
                checked: Box::new(checked.clone()),
            };
            reader.report(Rule::AfterChecked, || rows.of_event(text, &event.key, &[Key("dates")]), problem);
        }
        for link in &event.links {
            let other = dataset.event(link.to);
            if other.date().earliest() >= event.date().end() {
                let problem =
                    || ConsistencyProblem::LinkToLater(shortened(&event.title), shortened(&other.title));
                let span = || rows.of_event_link(text, &event.key, &other.key);
                reader.report(Rule::LinkToLater, span, problem);
            }
        }
    }
}

fn examine_statements(dataset: &Dataset, rows: &Rows<'_, '_>, is_foreign: bool, reader: &mut Reader<'_, '_>) {
    let text = reader.text;
    let mut seen: HashMap<&str, &Statement> = HashMap::new();
    for statement in dataset.statements() {
        let key = &*statement.key;
        let mut report = |rule, field: &'static str, problem: &dyn Fn() -> ConsistencyProblem| {
            reader.report(rule, || rows.of_statement(text, key, &[Key(field)]), problem);
        };
        if let Some(first) = seen.insert(&statement.quote, statement) {
            let problem = || ConsistencyProblem::DuplicateStatement(shortened(&first.key), shortened(key));
            report(Rule::DuplicateStatement, "quote", &problem);
        }
        // A text that speaks for itself holds no office.
        let is_text = dataset.source(statement.source).title == dataset.speaker(statement.speaker).name;
        if statement.role.is_empty() && !is_text && !is_foreign {
            report(Rule::MissingRole, "speaker", &|| ConsistencyProblem::MissingRole(shortened(key)));
        }
        if statement.about.is_empty() && !is_foreign && statement.note.is_empty() {
            report(Rule::AboutNothing, "about", &|| ConsistencyProblem::AboutNothing(shortened(key)));
        }
        let words = statement.quote.split_whitespace().count();
        if words > MAX_WORDS && !is_foreign {
            let problem = || ConsistencyProblem::LongQuotation { words, limit: MAX_WORDS };
            report(Rule::LongQuotation, "quote", &problem);
        }
        if let Some(mark) = unbalanced_mark(&statement.quote) {
            report(Rule::UnbalancedMarks, "quote", &|| ConsistencyProblem::UnbalancedMark(mark));
        }
    }
}

/// A quotation mark in `quote` that is not closed or was not opened. A right single mark is as often an apostrophe,
/// and is not counted.
fn unbalanced_mark(quote: &str) -> Option<char> {
    for (opening, closing) in [('“', '”'), ('«', '»')] {
        let mut open = 0_i32;
        for c in quote.chars() {
            open += i32::from(c == opening) - i32::from(c == closing);
            if open < 0 {
                return Some(closing);
            }
        }
        // German and Russian inner marks open low and close with the opening mark of English.
        if open > 0 && !quote.contains('„') {
            return Some(opening);
        }
    }
    (quote.matches('"').count() % 2 == 1).then_some('"')
}

#[cfg(test)]
mod tests {
    use super::unbalanced_mark;

    #[test]
    fn marks_come_in_pairs_and_apostrophes_do_not_count() {
        for whole in
            ["the “zero option” was", "договор «по нулям»", "it’s ours", "so \"called\" peace", "„да“"]
        {
            assert_eq!(unbalanced_mark(whole), None, "{whole}");
        }
        assert_eq!(unbalanced_mark("the “zero option was"), Some('“'));
        assert_eq!(unbalanced_mark("zero option” was"), Some('”'));
        assert_eq!(unbalanced_mark("«Россия"), Some('«'));
        assert_eq!(unbalanced_mark("so \"called peace"), Some('"'));
    }
}
