//! English: what contradicts itself in a dataset, or is left over.

use crate::diagnostics::ConsistencyProblem;
use crate::domain::Fault;
use crate::language::report::Explanation;

use super::date;

pub(super) fn explain(problem: &ConsistencyProblem) -> Explanation {
    use ConsistencyProblem as P;
    let say = Explanation::new::<String, &str>;
    match problem {
        P::Contradiction { fault, title, date: when, against } => {
            let (what, help) = contradiction(*fault);
            let against = against
                .as_ref()
                .map_or_else(String::new, |(title, when)| format!(" (\"{title}\", {})", date(when)));
            say(format!("\"{title}\" of {} {what}{against}", date(when)), help)
        }
        P::DuplicateEvent(first, second) => say(
            format!("duplicate event: \"{second}\" repeats \"{first}\""),
            "merge them; two sources for one date are two entries in \"dates\"",
        ),
        P::AfterChecked { title, date: when, checked } => say(
            format!(
                "\"{title}\" is dated {}, after the file was last checked ({})",
                date(when),
                date(checked)
            ),
            "add an event once it has happened, or move \"checked_on\"",
        ),
        P::LinkToLater(title, other) => say(
            format!("\"{title}\" is linked to the later event \"{other}\""),
            "a link leads from the later event to the earlier one",
        ),
        P::DuplicateStatement(first, second) => say(
            format!("the statements \"{first}\" and \"{second}\" have the same words"),
            "keep one, and link it to all that it is about",
        ),
        P::MissingRole(id) => say(
            format!("the statement \"{id}\" does not give the role of its speaker"),
            "add \"role\": the office held on that day",
        ),
        P::AboutNothing(id) => say(
            format!("the statement \"{id}\" is about no event and no treaty, and no note says why"),
            "link it to what it is about, or say in \"note\" why it is here",
        ),
        P::LongQuotation { words, limit } => say(
            format!("the quotation has {words} words; the limit is {limit}"),
            "quote the sentence that matters",
        ),
        P::UnbalancedMark(mark) => say(
            format!("the quotation has an unbalanced mark {mark}"),
            "check the source: a mark was lost, or one of the marks around the quotation was kept",
        ),
        P::UnusedSource(id) => {
            say(format!("the source \"{id}\" is not used"), "delete it, or name it where it was used")
        }
        P::DuplicateSource(first, second) => say(
            format!("the sources \"{first}\" and \"{second}\" have the same address"),
            "keep one and point all links to it",
        ),
        P::UnusedSpeaker(id) => {
            say(format!("the speaker \"{id}\" has no statements"), "add a statement, or delete the speaker")
        }
        P::UnusedParty(id) => {
            say(format!("the party \"{id}\" is not referenced"), "list it with a treaty, or delete it")
        }
        P::EmptyTreaty(id) => say(
            format!("the treaty \"{id}\" has no event, so its lane is empty"),
            "add its signature at least",
        ),
    }
}

/// How an event contradicts the legal status, as a predicate, and what to do.
fn contradiction(fault: Fault) -> (&'static str, &'static str) {
    match fault {
        Fault::InForceTwice => {
            ("records entry into force twice", "keep one of the two, or record the end between them")
        }
        Fault::EndedTwice => {
            ("records the end twice", "keep the event that ended it; others may be of another type")
        }
        Fault::AfterEnd => (
            "is after the end of the treaty",
            "check both dates; words and gestures after the end are \"declaration\"",
        ),
        Fault::NotBound => (
            "is by a party that is not bound on that day",
            "check the date, or add the event by which the party became bound",
        ),
        Fault::WithoutNotice => (
            "withdraws without the notice that the treaty requires",
            "add the event of type \"withdrawal_notified\"",
        ),
        Fault::NoticeTooShort => (
            "takes effect before the notice period has ended",
            "check both dates against the treaty's clause",
        ),
        Fault::NothingToLift => (
            "lifts a suspension or a notice that is not recorded",
            "add the suspension or the notice that it lifts",
        ),
        Fault::NothingToRevoke => {
            ("revokes a ratification that is not recorded", "add the event of type \"ratified\"")
        }
    }
}
