//! English: what is wrong with the shape of a file, a table or a record.

use crate::diagnostics::{FormatHint, JsonKind, Location, ShapeProblem};
use crate::language::report::Explanation;

use super::{DATASET_EXAMPLES, SMALLER_NUMBER, kind, noun};

pub(super) fn explain(problem: &ShapeProblem) -> Explanation {
    use ShapeProblem as P;
    let say = Explanation::new::<String, &str>;
    match problem {
        P::FileIsList => {
            Explanation::new("this is a JSON list, and a dataset is an object { … }", DATASET_EXAMPLES)
        }
        P::FileIsNoObject => {
            Explanation::new("this is not a dataset: it does not begin with {", DATASET_EXAMPLES)
        }
        P::UnknownFormat(format) => {
            say(format!("unknown format {format}"), "this version reads \"treaty-timeline/1\"")
        }
        P::MissingFormat(hint) => Explanation::new(
            "the file does not say what format it is in",
            match hint {
                FormatHint::Treaties => "put \"format\": \"treaty-timeline/1\" at its beginning",
                FormatHint::TreatiesOrLanes => {
                    "put \"events\" first if it holds plain lanes, or \"format\": \"treaty-timeline/1\" if it holds treaties"
                }
            },
        ),
        P::DuplicateField(field) => {
            say(format!("duplicate field \"{field}\"; the second is ignored"), "join the two")
        }
        P::UnknownField(field) => say(
            format!("unknown field \"{field}\"; it is kept and not shown"),
            "check its spelling; if it is meant for another program, leave it",
        ),
        P::MissingTitle => Explanation::new("the dataset has no title", "add \"title\": \"…\""),
        P::LongText(chars) => say(
            format!("this text has {chars} characters and will be cut on screen"),
            "keep names and titles short; what is longer belongs in a summary",
        ),
        P::ControlCharacters => Explanation::new(
            "the text contains control characters or direction marks; they are not shown",
            "delete them",
        ),
        P::LoneSurrogate(escape) => say(
            format!("{escape} is half of a character without the other half; \u{fffd} is shown instead"),
            "write the whole character, or delete it",
        ),
        P::FieldIsNoText(field, found) => {
            say(format!("\"{field}\" is {} and must be a text", kind(*found)), "put it in quotation marks")
        }
        P::FieldIsNoBoolean(field, found) => {
            say(format!("\"{field}\" is {} and must be true or false", kind(*found)), "write true or false")
        }
        P::TableIsNoList(field, found) => {
            say(format!("\"{field}\" is {} and must be a list", kind(*found)), "write [ { … }, { … } ]")
        }
        P::LargeNumber(number) => {
            say(format!("{number} is larger than any number can be here; it is left out"), SMALLER_NUMBER)
        }
        P::RecordWithLargeNumber(table, number) => say(
            format!("{number} is larger than any number can be here; the {} is left out", noun(*table)),
            SMALLER_NUMBER,
        ),
        P::MissingField { table, location, field } => {
            let owner = match location {
                Location::Record => format!("a record of \"{}\"", table.key()),
                inner => place(inner),
            };
            Explanation::new(
                format!("{owner} has no \"{field}\"; the {} is left out", noun(*table)),
                format!("add \"{field}\""),
            )
        }
        P::UnknownWord { table, location, word, allowed } => Explanation::new(
            format!(
                "\"{word}\" is not a valid value for {}; the {} is left out",
                place(location),
                noun(*table)
            ),
            format!("use one of: {allowed}"),
        ),
        P::WrongKind { table, location, found, expected } => {
            let expected = match expected {
                None => "one of the format's words",
                Some(JsonKind::Object) => "an object { … }",
                Some(expected) => kind(*expected),
            };
            let (found, noun) = (kind(*found), noun(*table));
            let place = place(location);
            say(format!("{place} is {found} and must be {expected}; the {noun} is left out"), "")
        }
        P::TooDeep(table) => say(
            format!("a record of \"{}\" is nested too deeply; the {} is left out", table.key(), noun(*table)),
            "no field of the format goes so deep",
        ),
        P::Unreadable(table, message) => say(
            format!("{message}; the {} is left out", noun(*table)),
            "`treaty-timeline schema` prints the format",
        ),
    }
}

fn place(location: &Location) -> String {
    match location {
        Location::Record => "the record".to_owned(),
        Location::Field(name) => format!("\"{name}\""),
        Location::EntryOf(name) => format!("an entry of \"{name}\""),
    }
}
