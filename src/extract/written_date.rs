//! Dates as they are written, and the day of a text, to which some are relative.

use std::ops::Range;

use chrono::{Datelike as _, Days, NaiveDate, TimeDelta, Weekday};

use crate::domain::{EdtfDate, Precision};
use crate::text::is_raised;

use super::Reading;

/// A date in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateMention {
    /// Its range.
    pub range: Range<usize>,
    /// The date.
    pub when: WrittenDate,
    /// Whether it is in words set off as somebody's, or in a name in quotation marks.
    pub is_quoted: bool,
}

/// A date as a text gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WrittenDate {
    /// A date, as precise as it is written.
    Date(EdtfDate),
    /// A number of days after the day of the text: `yesterday` is -1.
    Days(i64),
    /// The latest such weekday not after the day of the text.
    Weekday(Weekday),
    /// The latest such weekday before the day of the text: `last Friday` on a Friday is a week ago.
    Last(Weekday),
}

impl WrittenDate {
    /// The date, given the day of the text; `None` if that is needed and unknown.
    pub fn date(&self, day_of_text: Option<NaiveDate>) -> Option<EdtfDate> {
        let day = match *self {
            Self::Date(ref date) => return Some(date.clone()),
            Self::Days(days) => day_of_text?.checked_add_signed(TimeDelta::try_days(days)?)?,
            Self::Weekday(weekday) | Self::Last(weekday) => {
                let day = day_of_text?;
                let back = (7 + day.weekday().num_days_from_monday() - weekday.num_days_from_monday()) % 7;
                let back = if back == 0 && matches!(self, Self::Last(_)) { 7 } else { back };
                day.checked_sub_days(Days::new(u64::from(back)))?
            }
        };
        EdtfDate::parse(&day.to_string()).ok()
    }
}

/// The day of a text, if its first lines give it, as most news and statements do.
///
/// It is the day beside the place in capitals that begins a dispatch, otherwise the first day there. A day in a note or
/// in quoted words does not count: those speak of other days.
pub fn day_of(text: &str, reading: &Reading) -> Option<NaiveDate> {
    /// In bytes: a title and a first sentence.
    const MAX_HEAD_BYTES: usize = 400;
    let head =
        reading.dates.iter().take_while(|mention| mention.range.start < MAX_HEAD_BYTES.min(text.len()));
    let head = head.filter(|mention| !mention.is_quoted && !is_in_note(text, mention.range.start));
    let days = head.filter_map(|mention| match &mention.when {
        WrittenDate::Date(date) if date.precision() == Precision::Day => Some((mention.range.start, date)),
        _ => None,
    });
    let dateline = days.clone().find(|&(at, _)| follows_place(text, at));
    dateline.or_else(|| days.clone().next()).map(|(_, date)| date.earliest().date())
}

/// Whether an offset is in a note below the text: one of the lines before it, back to a blank one, begins like a
/// note.
fn is_in_note(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let lines = before.rsplit('\n').enumerate();
    let mut lines = lines.take_while(|(index, line)| *index == 0 || !line.trim().is_empty());
    // A text may begin with a number that is not a note's: `12 Mill Street`.
    let is_below = before.trim_start().contains("\n\n");
    lines.any(|(_, line)| begins_note(line.trim_start(), is_below))
}

/// Whether a line begins with a note mark, with a number as `[12]`, or below other paragraphs as `12.`
fn begins_note(line: &str, is_below: bool) -> bool {
    let is_number = |number: &str| number.len() <= 3 && number.bytes().all(|byte| byte.is_ascii_digit());
    let bracketed = line.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    let first = line.split_once(char::is_whitespace).map_or("", |(first, _)| first);
    let is_numbered = is_below && !first.is_empty() && is_number(first.trim_end_matches(['.', ')']));
    line.starts_with(is_raised)
        || line.starts_with(['†', '‡'])
        || is_numbered
        || bracketed.is_some_and(|(number, _)| is_number(number))
}

/// Whether a line has only capitals before an offset in it: `WASHINGTON, Dec. 8`.
fn follows_place(text: &str, at: usize) -> bool {
    let before = &text[..at];
    let line = before.rsplit('\n').next().unwrap_or(before);
    let mut letters = line.chars().filter(|c| c.is_alphabetic());
    line.trim_end().ends_with([',', '—', '–', '-', '.', '/'])
        && letters.clone().count() > 2
        && letters.all(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::dates::dates_in;
    use crate::extract::words::Words;

    #[test]
    fn a_dispatch_is_of_the_day_beside_its_place() {
        for (text, day) in [
            ("WASHINGTON, Dec. 8, 1987. Lena Voss said today that it was signed.", Some("1987-12-08")),
            ("The treaty of 26 May 1972\n\nVELMARK, Feb. 3, 2021 — It is over.", Some("2021-02-03")),
            ("Signed on 2–3 May 1990, and on 4 May 1990 again.", Some("1990-05-04")),
            ("In May 1990 nobody knew.", None),
            ("“We signed it,” he said.¹²\n\n¹² The treaty\nwas signed on 8 April 2010.", None),
            ("“We signed it,” he said.[1]\n\n[1] The treaty was signed on 8 April 2010.", None),
            ("“We signed it,” he said.\n\n12 The treaty was signed on 8 April 2010.", None),
            ("12 Mill Street\nPrague\n8 April 2010\n\n1. Signed on 3 May 1990.", Some("2010-04-08")),
        ] {
            let dates = dates_in(&Words::of(text));
            let reading = Reading { dates, ..Reading::default() };
            assert_eq!(day_of(text, &reading).map(|day| day.to_string()).as_deref(), day, "{text}");
        }
    }
}
