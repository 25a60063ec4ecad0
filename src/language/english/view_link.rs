//! English: links to views.

use crate::diagnostics::{ViewLinkNote, ViewLinkProblem};
use crate::domain::EdtfDate;
use crate::language::view_link::named;

pub(in crate::language) fn view_link_problem(problem: ViewLinkProblem) -> String {
    match problem {
        ViewLinkProblem::NotALink => {
            "This is not a link to a view; such a link begins with treaty-timeline:view?".to_owned()
        }
        ViewLinkProblem::Empty => "The link is cut off; copy all of it".to_owned(),
        ViewLinkProblem::BadCharacters => "The link contains control characters; copy it again".to_owned(),
        ViewLinkProblem::TooLong(most) => {
            format!("A link to a view cannot be longer than {} kB", most >> 10)
        }
    }
}

pub(in crate::language) fn view_link_note(note: &ViewLinkNote) -> String {
    match note {
        ViewLinkNote::OtherDataset(title, date) => {
            format!("This view was made for another dataset, “{title}”{}", current_to(date.as_ref()))
        }
        ViewLinkNote::OtherVersion(title, date) => {
            format!("This view was made for another version of “{title}”{}", current_to(date.as_ref()))
        }
        ViewLinkNote::FilesBeside(names) => {
            let (names, more) = named(names);
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            format!(
                "This view also showed other files, which a link cannot contain. Add them to the timeline: {names}{more}"
            )
        }
        ViewLinkNote::Missing(names) => match named(names) {
            (names, 0) => format!("This dataset does not have: {names}"),
            (names, more) => format!("This dataset does not have: {names} and {more} more"),
        },
        ViewLinkNote::NewerForm(form) => {
            format!(
                "The link is in form {form}, of another version of the program, and may have been misread"
            )
        }
        ViewLinkNote::UnknownPart(name) => {
            format!("This version of the program does not know the part “{name}” of the link and ignored it")
        }
        ViewLinkNote::BadValue(part, value) => {
            format!("The part “{part}” of the link was ignored: “{value}” makes no sense there")
        }
        ViewLinkNote::Repeated(part) => {
            format!("The part “{part}” occurs more than once in the link; the first one was used")
        }
    }
}

fn current_to(date: Option<&EdtfDate>) -> String {
    date.map(|date| format!(", last updated {}", (super::STRINGS.dates.date)(date))).unwrap_or_default()
}
