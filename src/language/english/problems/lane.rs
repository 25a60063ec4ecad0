//! English: what is wrong with a record of bulk lanes.

use crate::diagnostics::{LaneProblem, LaneValue};
use crate::language::report::Explanation;

use super::dates::{date_advice, date_error};
use super::kind;

const RECORD_EXAMPLE: &str =
    "write the record as {\"id\":1,\"lane\":2,\"start\":\"1990-01-05\",\"end\":null,\"label\":\"…\"}";

pub(super) fn explain(problem: &LaneProblem) -> Explanation {
    use LaneProblem as P;
    let warning = Explanation::new::<String, &str>;
    // Of what costs the event.
    let error = |what: String, help: String| Explanation::new(format!("{what}; the event is left out"), help);
    let shape = |what: String| error(what, RECORD_EXAMPLE.to_owned());
    match problem {
        P::BadDate { text, error: why, advice } => error(
            format!("\"{text}\" {}", date_error(*why)),
            advice.as_ref().map_or_else(|| RECORD_EXAMPLE.to_owned(), |advice| date_advice(advice)),
        ),
        P::EmptyEnd => error("\"end\" is empty".to_owned(), "write null, or leave \"end\" out".to_owned()),
        P::OpenStart(end) => error(
            "\"start\" is open and has no end".to_owned(),
            match end {
                Some(end) => format!("write \"start\":\"../{end}\" and leave \"end\" out"),
                None => "write an end after it, as in \"start\":\"../1960\"".to_owned(),
            },
        ),
        P::EndsBeforeStart { start, end } => {
            shape(format!("the event ends ({end}) before it starts ({start})"))
        }
        P::NotAnEvent => shape("this is not an event { … }".to_owned()),
        P::MissingField(field) => shape(format!("the event has no \"{field}\"")),
        P::DuplicateField(field) => shape(format!("\"{field}\" occurs twice in the event")),
        P::LargeNumber(field) => shape(format!("\"{field}\" is larger than any number can be")),
        P::WrongKind { field, found, expected } => {
            let expected = match expected {
                LaneValue::NumberOrText => "a number or a text",
                LaneValue::Date => "a date in quotation marks",
                LaneValue::DateOrNull => "a date in quotation marks, or null",
                LaneValue::Text => "a text",
            };
            shape(format!("\"{field}\" is {} and must be {expected}", kind(*found)))
        }
        P::Other(message) => shape(message.clone()),
        P::HalfCharacter => warning(
            "a text contains half of a character; \u{fffd} is shown instead".to_owned(),
            "write the whole character, or delete it",
        ),
        P::EndsTwice { start, end } => warning(
            format!(
                "\"start\" is an interval ({start}), and there is an \"end\" too ({end}); the \"end\" counts"
            ),
            "write one of the two",
        ),
        P::ControlCharacters => warning(
            "a text of the event contains control characters or direction marks; they are not shown"
                .to_owned(),
            "delete them",
        ),
        P::TimesOfDay(count) => {
            let events = if *count == 1 { "1 event has".to_owned() } else { format!("{count} events have") };
            warning(
                format!("{events} a time of day; plain lanes keep whole days"),
                "leave the time out, or write the event in the format treaty-timeline/1, which keeps it",
            )
        }
    }
}
