//! What is wrong with an entry of a calendar, a list of dated lines, or a bibliography.

use super::DateAdvice;

/// Something in a text of another program that cannot be read. Texts are shortened, and safe to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryProblem {
    /// The file holds no entry with a date.
    NothingToShow,
    /// The entry has no date, so it has no place on a timeline.
    WithoutDate,
    /// The date of the entry is this, and the entry is left out.
    NoDate(String, Box<DateAdvice>),
    /// The end is this; only the beginning is shown.
    NoEnd(String),
    /// The first date is later than the second.
    EndsBeforeItBegins(String, String),
    /// The date is the day on which the file is looked at, which a timeline does not know.
    DateOfToday(String),
    /// The date is counted from the entry of this id, which is not in the file or has no date of its own.
    UnknownEntry(String),
    /// The rule by which it repeats is this; only the first time is shown.
    UnknownRepeat(String),
    /// It repeats without end, and is shown until the end of this year.
    EndlessRepeat(i32),
    /// It repeats more often than is shown: this many times are.
    RepeatsCutOff(usize),
    /// It begins with this, and the file or the next entry follows before its end.
    Unfinished(String),
    /// It is neither an entry nor a part of one.
    Stray(String),
    /// The citation key is one that an earlier entry has.
    SameKey(String),
    /// The text was in this encoding, which is none of Unicode's, and was read.
    Encoding(&'static str),
    /// These files of an archive are not opened, but the one of the first name is.
    OtherFiles(String, Vec<String>),
    /// The types of so many events were told by their titles.
    TypedByTitles(usize),
}
