//! English: what is wrong with an entry of a calendar, a list of dated lines, or a bibliography.

use crate::diagnostics::EntryProblem;
use crate::language::report::Explanation;

use super::counted;
use super::dates::date_advice;

pub(super) fn explain(problem: &EntryProblem) -> Explanation {
    use EntryProblem as P;
    match problem {
        P::NothingToShow => Explanation::new(
            "the file holds no entry with a date",
            "choose another file, or give its entries a day, a month or a year",
        ),
        P::WithoutDate => Explanation::new(
            "the entry has no date and is left out",
            "give it a day, a month or a year in the program it is from",
        ),
        P::NoDate(text, advice) => {
            Explanation::new(format!("\"{text}\" is not a date; the entry is left out"), date_advice(advice))
        }
        P::NoEnd(text) => Explanation::new(
            format!("the end \"{text}\" cannot be read; only the beginning is shown"),
            "correct the end in the program the file is from",
        ),
        P::EndsBeforeItBegins(start, end) => Explanation::new(
            format!("the entry ends ({end}) before it begins ({start}); only the beginning is shown"),
            "swap the two dates, or correct one of them",
        ),
        P::DateOfToday(text) => Explanation::new(
            format!("\"{text}\" is a relative date, which would change every day; the entry is left out"),
            "write the day that is meant; as an end of a range, \"now\" is read as still going on",
        ),
        P::UnknownEntry(id) => Explanation::new(
            format!(
                "the date is counted from \"{id}\", but no entry above has that id; the entry is left out"
            ),
            "give the entry it is counted from that id, above this one, or write a date",
        ),
        P::UnknownRepeat(rule) => Explanation::new(
            format!("the rule \"{rule}\" by which it repeats cannot be read; it is shown once"),
            "days, weeks, months and years are read, with their days, a number of times and a last day; write other times as entries of their own",
        ),
        P::EndlessRepeat(year) => Explanation::new(
            format!("it repeats without end and is shown until the end of {year}, the last year in the file"),
            "give the rule a last day (UNTIL) to see more or fewer",
        ),
        P::RepeatsCutOff(count) => Explanation::new(
            format!("it repeats too often; {} shown", counted_times(*count)),
            "give the rule fewer times (COUNT) or a last day (UNTIL)",
        ),
        P::Unfinished(start) => Explanation::new(
            format!("\"{start}\" has no end"),
            "the file may be cut off; get a new copy, or complete the entry",
        ),
        P::Stray(text) => Explanation::new(
            format!("\"{text}\" belongs to no entry and is left out"),
            "begin it with a date, or put it below the entry it belongs to",
        ),
        P::SameKey(key) => Explanation::new(
            format!("an earlier entry has the key \"{key}\" too; both are shown"),
            "give one of them another key, so that a citation leads to one of them",
        ),
        P::Encoding("UTF-8") => Explanation::new(
            "some bytes are not UTF-8, though the rest of the file is; they are shown as \u{fffd}",
            "the file was damaged or cut; restore the letters in an editor, or get the file again",
        ),
        P::Encoding(name) => Explanation::new(
            format!("the file is not in Unicode and was read as {name}"),
            "if letters look wrong, save it again as UTF-8 in the program it is from",
        ),
        P::OtherFiles(opened, others) => Explanation::new(
            format!("\"{opened}\" is opened; the archive has other files: {}", others.join(", ")),
            "unpack the archive to open another of them",
        ),
        P::TypedByTitles(count) => Explanation::new(
            format!(
                "{} by {}, as \"Signed\" or \"Ratified by France\", and {} in law",
                if *count == 1 {
                    "1 event was typed".to_owned()
                } else {
                    format!("{count} events were typed")
                },
                if *count == 1 { "its title" } else { "their titles" },
                if *count == 1 { "counts" } else { "count" },
            ),
            "if that is wrong, give the events a type of their own",
        ),
    }
}

/// `once is`, `the first 12 times are`.
fn counted_times(count: usize) -> String {
    if count == 1 {
        "only the first time is".to_owned()
    } else {
        format!("the first {} are", counted(count, "time"))
    }
}
