//! English: what is wrong with one record.

use crate::diagnostics::{MissingPart, RecordProblem, RelationProblem, Suggestion, Table};
use crate::language::report::{Explanation, character};

use super::dates::{date_advice, date_error};
use super::{cost, date, noun};

pub(super) fn explain(problem: &RecordProblem) -> Explanation {
    use RecordProblem as P;
    let say = Explanation::new::<String, &str>;
    match problem {
        P::BadDate { text, error, advice, cost: costs } => Explanation::new(
            format!("\"{text}\" {}; {}", date_error(*error), cost(*costs)),
            date_advice(advice),
        ),
        P::BadPeriod(text) => say(
            format!("\"{text}\" is not a period; the clause is left out"),
            "write P and years, months, weeks, days: P6M, P90D, P15Y, P0D for at once",
        ),
        P::Relation(problem) => relation(problem),
        P::UnknownId { table, id, suggestion, cost: costs } => Explanation::new(
            format!("no {} has the id \"{id}\"; {}", noun(*table), cost(*costs)),
            suggested(*table, suggestion),
        ),
        P::HiddenInId(table, id) => say(
            format!("the id \"{id}\" of this {} contains invisible characters; it is left out", noun(*table)),
            "write it with letters, digits and dashes",
        ),
        P::DuplicateId(table, id) => say(
            format!("the id \"{id}\" is used by two {}", table.key()),
            "give the second an id of its own; it is left out",
        ),
        P::EmptyId(table) => say(
            format!("the id of this {} is empty; it is left out", noun(*table)),
            "give it an id of its own",
        ),
        P::NamedTwice(id) => {
            say(format!("\"{id}\" is listed twice here; the second is ignored"), "delete one of the two")
        }
        P::LookAlike { text, first, differs } => say(
            match differs {
                Some((here, Some(there))) => format!(
                    "\"{text}\" looks like \"{first}\", but has {} instead of {}",
                    character(*here),
                    character(*there)
                ),
                Some((here, None)) => {
                    format!("\"{text}\" looks like \"{first}\", but has {} after it", character(*here))
                }
                None => format!("\"{text}\" differs only in case or spacing from \"{first}\""),
            },
            "spell both the same way, or make the difference visible",
        ),
        P::UnknownEventType(text, nearest) => Explanation::new(
            format!("\"{text}\" is not a type of the format; it counts as a type of its own"),
            format!("did you mean \"{nearest}\"?"),
        ),
        P::EmptyEventType => Explanation::new(
            "the type of the event is empty; it is read as \"other\"",
            "name one of the types of the format, or one of your own",
        ),
        P::EventWithoutDate(id) => say(
            format!("the event \"{id}\" has no date; it is left out"),
            "add at least one entry to \"dates\"",
        ),
        P::MissingSource(part, name) => say(
            match part {
                MissingPart::Date => format!("the date {name} names no source; this date is left out"),
                MissingPart::Series => {
                    format!("the series \"{name}\" names no source; the series is left out")
                }
                MissingPart::Statement => {
                    format!("the statement \"{name}\" names no source; the statement is left out")
                }
            },
            "add \"source\": the id of the source it was seen in",
        ),
        P::SeveralPreferred => Explanation::new(
            "two dates of one event are preferred; the first is drawn",
            "leave \"preferred\" on one of them",
        ),
        P::BeforeSignature { title, date: when, signed } => say(
            format!(
                "\"{title}\" is dated {}, before the treaty was signed or opened ({})",
                date(when),
                date(signed)
            ),
            "check both dates; the event is drawn at its date",
        ),
        P::OddFigure { figure, is_negative } => {
            let what = if *is_negative { "is below zero" } else { "is larger than anything that is counted" };
            say(format!("the figure {figure} {what}; it is drawn as written"), "check it against its source")
        }
        P::LinkToNothing => Explanation::new(
            "an entry of \"about\" must name one event or one treaty",
            "write { \"event\": \"…\" } or { \"treaty\": \"…\" }; make \"about\" an empty list if the words are about neither",
        ),
        P::NoPicture(path) => say(
            format!("\"{path}\" is not a picture by its name; it is not opened"),
            "pictures are PNG, JPEG, GIF, WebP, BMP and TIFF files",
        ),
        P::DocumentOutside(path) => say(
            format!("the file \"{path}\" is outside the data file's folder; it is not opened"),
            "copy it next to the data file, and give its path from there",
        ),
    }
}

fn relation(problem: &RelationProblem) -> Explanation {
    use RelationProblem as P;
    let say = Explanation::new::<String, &str>;
    match problem {
        P::BadPeriod(text) => say(
            format!("\"{text}\" is not a period; the date is read without it"),
            "write P and years, months, weeks, days: P6M, P90D, P15Y",
        ),
        P::Cycle(id) => say(
            format!("this date depends on \"{id}\", which depends on this date; it is left out"),
            "give one of the events a date in \"edtf\"",
        ),
        P::NoDayLeft => Explanation::new(
            "the events that this date depends on leave no day for it, or any day; it is left out",
            "check \"after\", \"before\" and \"within\"",
        ),
    }
}

fn suggested(table: Table, suggestion: &Suggestion) -> String {
    match suggestion {
        Suggestion::DidYouMean(id) => format!("did you mean \"{id}\"?"),
        Suggestion::OneOf(ids) => format!("known ids: {ids}"),
        Suggestion::TableIsEmpty => format!("the file has no {}", table.key()),
        Suggestion::None => format!("add the {} or correct the id", noun(table)),
    }
}
