//! English: what contradicts itself in a dataset, or is left over.

use crate::diagnostics::ConsistencyProblem;
use crate::domain::Fault;
use crate::language::problems::Explanation;

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
            format!("the events \"{first}\" and \"{second}\" are one act told twice"),
            "join them; two sources for one date are two entries in \"dates\"",
        ),
        P::AfterChecked { title, date: when, checked } => say(
            format!(
                "\"{title}\" is dated {}, after the file was last checked ({})",
                date(when),
                date(checked)
            ),
            "an event enters when it has happened; or move \"checked_on\"",
        ),
        P::LinkToLater(title, other) => say(
            format!("\"{title}\" is tied to \"{other}\", which came later"),
            "a tie leads from the later event to the earlier one",
        ),
        P::DuplicateStatement(first, second) => say(
            format!("the statements \"{first}\" and \"{second}\" have the same words"),
            "keep one, and tie it to all that it is about",
        ),
        P::MissingRole(id) => say(
            format!("the statement \"{id}\" does not say in what role its speaker spoke"),
            "add \"role\": the office held on that day",
        ),
        P::AboutNothing(id) => say(
            format!("the statement \"{id}\" is about no event and no treaty, and no note says why"),
            "tie it to what it is about, or say in \"note\" why it is here",
        ),
        P::LongQuotation { words, limit } => say(
            format!("the quotation has {words} words, and a quotation has {limit} at most"),
            "quote the sentence that matters",
        ),
        P::UnbalancedMark(mark) => say(
            format!("the quotation has a mark {mark} without its counterpart"),
            "look at the source: a mark was lost, or one of the marks around the quotation was kept",
        ),
        P::UnusedSource(id) => {
            say(format!("nothing rests on the source \"{id}\""), "delete it, or name it where it was used")
        }
        P::DuplicateSource(first, second) => say(
            format!("the sources \"{first}\" and \"{second}\" have one address"),
            "keep one and point all links to it",
        ),
        P::UnusedSpeaker(id) => {
            say(format!("the speaker \"{id}\" says nothing"), "add a statement, or delete the speaker")
        }
        P::UnusedParty(id) => {
            say(format!("the party \"{id}\" has no part in anything"), "list it with a treaty, or delete it")
        }
        P::EmptyTreaty(id) => say(
            format!("the treaty \"{id}\" has no event, so its lane is empty"),
            "add its signature at least",
        ),
    }
}

/// In what way an event contradicts the law, as a predicate, and what to do.
fn contradiction(fault: Fault) -> (&'static str, &'static str) {
    match fault {
        Fault::InForceTwice => {
            ("puts in force what is in force already", "keep one of the two, or record the end between them")
        }
        Fault::EndedTwice => {
            ("ends what has ended already", "keep the event that ended it; others may be of another type")
        }
        Fault::AfterEnd => {
            ("comes after the end", "check both dates; words and gestures after the end are \"declaration\"")
        }
        Fault::NotBound => (
            "is taken by one who is not bound on that day",
            "check the date, or add the step by which the treaty came to bind",
        ),
        Fault::WithoutNotice => (
            "withdraws without the notice that the treaty asks for",
            "add the event of type \"withdrawal_notified\"",
        ),
        Fault::NoticeTooShort => {
            ("takes effect before the notice has run out", "check both dates against the treaty's clause")
        }
        Fault::NothingToLift => {
            ("lifts what does not stand", "add the suspension or the notice that it lifts")
        }
        Fault::NothingToRevoke => {
            ("revokes a ratification that is not recorded", "add the event of type \"ratified\"")
        }
    }
}
