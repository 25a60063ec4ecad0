//! Dates, as the record gives them and as the axis has them.

use crate::domain::{DatePart, EdtfDate, EdtfError, Moment, PartDoubt};

use super::text::texts;

texts! {
    /// Dates, as the record gives them and as the axis has them.
    Dates {
        /// A date of the record in words, as in `about 1984` or `2 August 2019`.
        date: fn(&EdtfDate) -> String,
        /// The same with short names of months, for lists.
        short: fn(&EdtfDate) -> String,
        /// How exactly a date is known, as in `month precision`; behind the date in the details panel.
        precision: fn(&EdtfDate) -> String,
        /// Why what was typed (the text) is not a date; under a field for a date.
        problem: fn(&str, EdtfError) -> String,
        /// A day in words, as in `2 August 2019`.
        day: fn(Moment) -> String,
        /// A day in words with a short name of its month, as in `2 Aug 2019`.
        day_in_short: fn(Moment) -> String,
        /// A day without its year, on the axis: `2 Aug`.
        short_day: fn(Moment) -> String,
        /// A month without its year, on the axis: `Aug`.
        short_month: fn(u32) -> &'static str,
        /// A month and its year, as in `Aug 2019`: the time on the screen.
        month_of_year: fn(u32, i32) -> String,
        /// A year, on the axis.
        year: fn(i32) -> String,
        /// Years from a first to a last one: a decade in the filter, the time on the screen.
        years: fn(i32, i32) -> String,
    }
}

/// Which parts of a date are in doubt: the names of the parts, the conjunction, and what to say of parts that are uncertain,
/// approximate, and both.
pub(super) fn describe_doubts(
    parts: &[PartDoubt],
    name: impl Fn(DatePart) -> &'static str,
    conjunction: &str,
    [uncertain, approximate, both]: [&str; 3],
) -> String {
    let names = |is_so: fn(&PartDoubt) -> bool| -> Vec<String> {
        parts.iter().filter(|doubt| is_so(doubt)).map(|doubt| name(doubt.part).to_owned()).collect()
    };
    let (unsure, about) = (names(|doubt| doubt.is_uncertain), names(|doubt| doubt.is_approximate));
    if unsure == about {
        return format!("{} {both}", joined(&unsure, conjunction));
    }
    let groups = [(unsure, uncertain), (about, approximate)];
    let groups = groups.into_iter().filter(|(parts, _)| !parts.is_empty());
    let texts = groups.map(|(parts, doubt)| format!("{} {doubt}", joined(&parts, conjunction)));
    texts.collect::<Vec<_>>().join(", ")
}

/// A list whose last item follows a conjunction, as in `1667, 1668 or 1670`.
pub(super) fn joined(items: &[String], conjunction: &str) -> String {
    match items.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} {conjunction} {last}", others.join(", ")),
    }
}
