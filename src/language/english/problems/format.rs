//! English: what is wrong with a file of another program, or with an entry of it.

use crate::diagnostics::{FormatProblem, JsonKind, Seen};
use crate::language::report::Explanation;

use super::{DATASET_EXAMPLES, counted, kind};

const SAVE_AGAIN: &str = "save the file again in the program that wrote it";

pub(super) fn explain(problem: &FormatProblem) -> Explanation {
    use FormatProblem as P;
    match problem {
        P::NoEntry(found) => Explanation::new(
            format!("here is {}, and an entry is an object {{ … }}; it is left out", kind(*found)),
            SAVE_AGAIN,
        ),
        P::DeepTime(text) => Explanation::new(
            format!("\"{text}\" is beyond the years that can be shown; the entry is left out"),
            "years from -9999 to 9999 are shown; geological ages are not",
        ),
        P::EntryWithoutQuotation => Explanation::new(
            "the annotation quotes no words and is left out",
            "only annotations of a passage are read, not notes on a whole page and not replies",
        ),
        P::NoEvent(name) => Explanation::new(
            format!("this is of the type \"{name}\", which is not an event; it is left out"),
            "events are of the type Event, or of one whose name ends in Event",
        ),
        P::Repeated(count) => Explanation::new(
            format!("{} only what earlier ones say", counted_entries(*count)),
            "nothing is lost; queries that ask for several values give each combination of them",
        ),
        P::MapWithoutTimes => Explanation::new(
            "this is a map (GeoJSON), and no place of it has a time",
            "a place has times where it has \"when\", as in the Linked Places format",
        ),
        P::Xml(why) => Explanation::new(format!("the XML cannot be read from here on: {why}"), SAVE_AGAIN),
        P::TooDeep => Explanation::new("this is nested too deeply to be read", SAVE_AGAIN),
        P::UnknownShape { seen, near } => {
            let parts: Vec<String> = seen.iter().map(part).collect();
            let message = format!("this JSON is in no format this program knows: {}", parts.join(", "));
            match near.as_slice() {
                [] => Explanation::new(message, DATASET_EXAMPLES),
                near => Explanation::new(
                    message,
                    format!("it is nearest to {}; docs/formats.md shows what it must have", near.join(", ")),
                ),
            }
        }
    }
}

fn counted_entries(count: usize) -> String {
    match count {
        1 => "1 row says".to_owned(),
        count => format!("{count} rows say"),
    }
}

fn part(seen: &Seen) -> String {
    let Seen { name, kind: found, entries } = seen;
    let what = match (found, entries) {
        (JsonKind::List, Some(entries)) => format!("a list of {}", counted(*entries, "value")),
        (JsonKind::Object, Some(entries)) => format!("an object with {}", counted(*entries, "field")),
        (found, _) => kind(*found).to_owned(),
    };
    if name.is_empty() { what } else { format!("\"{name}\" ({what})") }
}
