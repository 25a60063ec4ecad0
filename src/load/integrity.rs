//! Checks of meaning over a whole dataset: steps that contradict the law, and words that cannot be quoted so.

use std::cell::OnceCell;
use std::collections::HashMap;

use crate::diagnostics::Span;
use crate::domain::{Contradiction, Dataset, Event, Fault, Statement, TreatyId, contradictions};

use super::json::Step::{self, Item, Key};
use super::native::{Reader, Row, shortened};
use super::records::EventRecord;
use super::rule::Rule;
use super::records::StatementRecord;

/// A quotation is a quotation and not a reprint: no more words than this.
const MOST_WORDS: usize = 60;

/// The rows of a file whose records have become a dataset.
pub(super) struct Rows<'r, 'a> {
    events: &'r [Row<'a, EventRecord>],
    statements: &'r [Row<'a, StatementRecord>],
    /// Where each id stands; worked out for the first problem.
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
    fn of_event(&self, text: &str, key: &str, path: &[Step<'_>]) -> Span {
        self.event(key).map_or_else(|| Span::at(0), |row| row.span(text, path))
    }

    /// The place where an event's record names the other event of a link. Links that were left out are in the record, so
    /// that it is found by its id.
    fn of_event_link(&self, text: &str, key: &str, other: &str) -> Span {
        let Some(row) = self.event(key) else { return Span::at(0) };
        let index = row.record.links.iter().position(|link| link.event == other);
        row.span(text, &[Key("links"), Item(index.unwrap_or_default()), Key("event")])
    }

    fn event(&self, key: &str) -> Option<&'r Row<'a, EventRecord>> {
        let places =
            self.event_of.get_or_init(|| first_places(self.events.iter().map(|row| &*row.record.id)));
        let &place = places.get(key)?;
        self.events.get(place)
    }

    fn of_statement(&self, text: &str, key: &str, path: &[Step<'_>]) -> Span {
        let places =
            self.statement_of.get_or_init(|| first_places(self.statements.iter().map(|row| &*row.record.id)));
        let row = places.get(key).and_then(|&place| self.statements.get(place));
        row.map_or_else(|| Span::at(0), |row| row.span(text, path))
    }
}

/// Where each id stands first.
fn first_places<'r>(ids: impl Iterator<Item = &'r str>) -> HashMap<&'r str, usize> {
    let mut places = HashMap::new();
    for (place, id) in ids.enumerate() {
        places.entry(id).or_insert(place);
    }
    places
}

/// Reports what contradicts itself in a dataset.
pub(super) fn examine(dataset: &Dataset, rows: &Rows<'_, '_>, reader: &mut Reader<'_, '_>) {
    for treaty in (0..dataset.treaties().len()).map(TreatyId::new) {
        for contradiction in contradictions(dataset, treaty) {
            report_contradiction(dataset, contradiction, rows, reader);
        }
    }
    examine_events(dataset, rows, reader);
    examine_statements(dataset, rows, reader);
}

fn report_contradiction(
    dataset: &Dataset,
    contradiction: Contradiction,
    rows: &Rows<'_, '_>,
    reader: &mut Reader<'_, '_>,
) {
    let text = reader.text;
    let event = dataset.event(contradiction.event);
    let (rule, what, help) = match contradiction.fault {
        Fault::InForceTwice => (
            Rule::InForceTwice,
            "puts in force what is in force already",
            "keep one of the two, or record the end between them",
        ),
        Fault::EndedTwice => (
            Rule::EndedTwice,
            "ends what has ended already",
            "keep the event that ended it; others may be of another type",
        ),
        Fault::AfterEnd => (
            Rule::AfterEnd,
            "comes after the end",
            "check both dates; words and gestures after the end are \"declaration\"",
        ),
        Fault::NotBound => (
            Rule::NotBound,
            "is taken by one who is not bound on that day",
            "check the date, or add the step by which the treaty came to bind",
        ),
        Fault::WithoutNotice => (
            Rule::WithoutNotice,
            "withdraws without the notice that the treaty asks for",
            "add the event of type \"withdrawal_notified\"",
        ),
        Fault::NoticeTooShort => (
            Rule::NoticeTooShort,
            "takes effect before the notice has run out",
            "check both dates against the treaty's clause",
        ),
        Fault::NothingToLift => (
            Rule::NothingToLift,
            "lifts what does not stand",
            "add the suspension or the notice that it lifts",
        ),
        Fault::NothingToRevoke => (
            Rule::NothingToRevoke,
            "revokes a ratification that is not recorded",
            "add the event of type \"ratified\"",
        ),
    };
    let message = || {
        let against = contradiction.against.map(|id| dataset.event(id));
        let against = against.map_or_else(String::new, |other| {
            format!(" (\"{}\", {})", shortened(&other.title), other.governing_claim().date.words())
        });
        let day = event.governing_claim().date.words();
        format!("\"{}\" of {day} {what}{against}", shortened(&event.title))
    };
    reader.report(rule, || rows.of_event(text, &event.key, &[Key("type")]), message, help);
}

fn examine_events(dataset: &Dataset, rows: &Rows<'_, '_>, reader: &mut Reader<'_, '_>) {
    let text = reader.text;
    let mut seen: HashMap<_, &Event> = HashMap::new();
    for event in dataset.events() {
        let act = (event.treaty, event.kind, event.party, event.date().text(), &*event.title);
        if let Some(first) = seen.get(&act) {
            let message = || {
                format!(
                    "the events \"{}\" and \"{}\" are one act told twice",
                    shortened(&first.key),
                    shortened(&event.key)
                )
            };
            let help = "join them; two sources for one date are two entries in \"dates\"";
            reader.report(
                Rule::DuplicateEvent,
                || rows.of_event(text, &event.key, &[Key("id")]),
                message,
                help,
            );
        } else {
            seen.insert(act, event);
        }
        if let Some(checked) = dataset.checked_on().filter(|checked| event.date().earliest() >= checked.end())
        {
            let message = || {
                format!(
                    "\"{}\" is dated {}, after the file was last checked ({})",
                    shortened(&event.title),
                    event.date().words(),
                    checked.words()
                )
            };
            let help = "an event enters when it has happened; or move \"checked_on\"";
            reader.report(
                Rule::AfterChecked,
                || rows.of_event(text, &event.key, &[Key("dates")]),
                message,
                help,
            );
        }
        for link in &event.links {
            let other = dataset.event(link.to);
            if other.date().earliest() >= event.date().end() {
                let message = || {
                    format!(
                        "\"{}\" is tied to \"{}\", which came later",
                        shortened(&event.title),
                        shortened(&other.title)
                    )
                };
                reader.report(
                    Rule::LinkToLater,
                    || rows.of_event_link(text, &event.key, &other.key),
                    message,
                    "a tie leads from the later event to the earlier one",
                );
            }
        }
    }
}

fn examine_statements(dataset: &Dataset, rows: &Rows<'_, '_>, reader: &mut Reader<'_, '_>) {
    let text = reader.text;
    let mut seen: HashMap<&str, &Statement> = HashMap::new();
    for statement in dataset.statements() {
        let key = &*statement.key;
        let mut report = |rule, field: &'static str, message: &dyn Fn() -> String, help| {
            reader.report(rule, || rows.of_statement(text, key, &[Key(field)]), message, help);
        };
        if let Some(first) = seen.insert(&statement.quote, statement) {
            let message = || {
                format!(
                    "the statements \"{}\" and \"{}\" have the same words",
                    shortened(&first.key),
                    shortened(key)
                )
            };
            report(
                Rule::DuplicateStatement,
                "quote",
                &message,
                "keep one, and tie it to all that it is about",
            );
        }
        if statement.role.is_empty() {
            let message = || {
                format!("the statement \"{}\" does not say in what role its speaker spoke", shortened(key))
            };
            report(Rule::MissingRole, "speaker", &message, "add \"role\": the office held on that day");
        }
        if statement.about.is_empty() && statement.note.is_empty() {
            let message = || {
                format!(
                    "the statement \"{}\" is about no event and no treaty, and no note says why",
                    shortened(key)
                )
            };
            report(
                Rule::AboutNothing,
                "about",
                &message,
                "tie it to what it is about, or say in \"note\" why it is here",
            );
        }
        let words = statement.quote.split_whitespace().count();
        if words > MOST_WORDS {
            let message =
                || format!("the quotation has {words} words, and a quotation has {MOST_WORDS} at most");
            report(Rule::LongQuotation, "quote", &message, "quote the sentence that matters");
        }
        if let Some(mark) = unbalanced_mark(&statement.quote) {
            let message = || format!("the quotation has a mark {mark} without its counterpart");
            report(
                Rule::UnbalancedMarks,
                "quote",
                &message,
                "look at the source: a mark was lost, or one of the marks around the quotation was kept",
            );
        }
    }
}

/// A quotation mark in `quote` that opens and is not closed, or closes what was not opened. A right single mark is
/// an apostrophe as often as not, and is not counted.
fn unbalanced_mark(quote: &str) -> Option<char> {
    for (opening, closing) in [('“', '”'), ('«', '»')] {
        let mut open = 0_i32;
        for c in quote.chars() {
            open += i32::from(c == opening) - i32::from(c == closing);
            if open < 0 {
                return Some(closing);
            }
        }
        // German and Russian inner marks open low and close with what opens an English quotation.
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
