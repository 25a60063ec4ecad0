//! How a column of a table writes its dates, as all its cells together tell.

/// How the dates of a column are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct DateColumn {
    /// Whether the day stands before the month in `3/4/1992`; `None` if nothing in the column tells.
    pub(super) day_first: Option<bool>,
    /// Where a year of two digits stands in `91-03-04`.
    pub(super) short_year: ShortYear,
    /// Whether days are counted from 1904, as in the workbooks of old Macintoshes.
    pub(super) is_1904: bool,
    /// Whether there are dates before the year 1000, so that `-0043` is no slip.
    pub(super) is_ancient: bool,
    /// Whether years are paired as in `1992-93`, so that `1921-22` is no summer.
    pub(super) has_spans: bool,
    /// Whether there are seasons as in `1962-23`.
    has_seasons: bool,
    /// Whether all numbers of six digits are a year and a month.
    pub(super) has_months: bool,
    /// The first and the last year written in full.
    years: Option<(i32, i32)>,
    /// The days among [`DEFAULTS`] that stand for nothing here.
    defaults: u8,
}

/// Where a year of two digits stands among three numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum ShortYear {
    /// `91-12-31`.
    First,
    /// `31/12/91`.
    Last,
    /// Nothing tells.
    #[default]
    Unknown,
}

/// A date in three numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Parts<'c> {
    pub(super) first: Part,
    pub(super) second: Part,
    pub(super) third: Part,
    /// What stands between them.
    pub(super) separator: char,
    /// The time of day behind it.
    pub(super) clock: &'c str,
}

/// A number as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) number: i32,
    pub(super) len: usize,
}

/// Days that programs write where there is no date, each with how many years around it must be free of other dates: the
/// first days that Excel, old workbooks, Unix, SQL Server and .NET can count.
const DEFAULTS: [(&str, i32, i32); 8] = [
    ("1900-01-01", 1900, 15),
    ("1899-12-30", 1900, 15),
    ("1899-12-31", 1900, 15),
    ("1904-01-01", 1904, 15),
    ("1970-01-01", 1970, 8),
    ("1753-01-01", 1753, 40),
    ("0001-01-01", 1, 200),
    ("0000-00-00", 0, 0),
];
/// The first of January 1970 is a day on which treaties were signed: only one that recurs stands for nothing.
const UNIX: usize = 4;

impl DateColumn {
    /// How the dates of these cells are written; `day_first` if somebody has said it.
    pub(super) fn of<'c>(
        cells: impl Iterator<Item = &'c str>,
        day_first: Option<bool>,
        is_1904: bool,
    ) -> Self {
        let mut column = Self { day_first, is_1904, has_months: true, ..Self::default() };
        let mut told = None;
        let (mut is_year_first, mut is_year_last, mut has_slashes) = (false, false, false);
        let mut seen = [0_usize; DEFAULTS.len()];
        let mut is_negative = false;
        for cell in cells {
            let cell = cell.trim();
            let Some(parts) = parts(cell) else {
                column.note_text(cell);
                is_negative |= cell.starts_with('-') && cell.get(1..5).is_some_and(is_digits);
                continue;
            };
            let Parts { first, second, third, separator, .. } = parts;
            if let Some(index) = DEFAULTS.iter().position(|(day, ..)| is_day(&parts, day)) {
                if let Some(count) = seen.get_mut(index) {
                    *count += 1;
                }
                continue;
            }
            match (first.len, third.len) {
                (4, _) => column.note_year(first.number),
                (_, 4) => {
                    column.note_year(third.number);
                    told = told.or_else(|| order(first.number, second.number));
                }
                _ => {
                    is_year_first |= first.number > 31 || first.number == 0;
                    is_year_last |= third.number > 31 || third.number == 0;
                    has_slashes |= separator != '-';
                    told = told.or_else(|| order(first.number, second.number).filter(|_| first.number <= 31));
                }
            }
        }
        column.day_first = day_first.or(told);
        column.short_year = match (is_year_first, is_year_last) {
            (true, false) => ShortYear::First,
            (false, true) => ShortYear::Last,
            // Nobody writes a short year first but with hyphens.
            (false, false) if has_slashes => ShortYear::Last,
            _ => ShortYear::Unknown,
        };
        column.has_spans &= !column.has_seasons;
        column.is_ancient |= is_negative && column.years.is_none();
        for (index, (&(_, year, room), &count)) in std::iter::zip(&DEFAULTS, &seen).enumerate() {
            let is_alone = column.years.is_none_or(|(first, last)| first > year + room || last < year - room);
            if count > 0 && is_alone && (index != UNIX || count >= 3) {
                column.defaults |= 1 << index;
            } else if count > 0 {
                column.note_year(year);
            }
        }
        column
    }

    /// Whether some days stand for nothing in this column.
    pub(super) fn has_defaults(&self) -> bool {
        self.defaults != 0
    }

    /// Whether a cell holds a day that stands for nothing in this column.
    pub(super) fn is_default(&self, cell: &str) -> bool {
        if cell.starts_with("0000-00") || cell.starts_with("00/00/0000") || cell.starts_with("00.00.0000") {
            return true;
        }
        self.defaults != 0
            && parts(cell).is_some_and(|parts| {
                let index = DEFAULTS.iter().position(|(day, ..)| is_day(&parts, day));
                index.is_some_and(|index| self.defaults & (1 << index) != 0)
            })
    }

    /// A year of two digits in full: in the century of the other dates of the column, or else from 1930 to 2029, as
    /// spreadsheets do.
    pub(super) fn full_year(&self, short: i32) -> i32 {
        let usual = if short < 30 { 2000 + short } else { 1900 + short };
        let Some((first, last)) = self.years else { return usual };
        let distance = |year: i32| (first - year).max(year - last).max(0);
        let candidates = [usual, 1800 + short, 1900 + short, 2000 + short];
        candidates.into_iter().min_by_key(|&year| distance(year)).unwrap_or(usual)
    }

    /// What a cell that is no date in three numbers tells of the column.
    fn note_text(&mut self, cell: &str) {
        if cell.len() == 6 && is_digits(cell) {
            let is_month = |text: &str| matches!(text.parse(), Ok(1..=12));
            self.has_months &= cell.get(4..).is_some_and(is_month)
                && matches!(cell.get(..2), Some("15" | "16" | "17" | "18" | "19" | "20"));
        } else if let Some((first, last)) = cell.split_once('-').filter(|(first, _)| first.len() == 4) {
            let short = (last.len() == 2 && is_digits(last)).then(|| last.parse::<u32>().unwrap_or_default());
            let next = first.parse::<u32>().map_or(0, |year| (year + 1) % 100);
            let is_span = |short: u32| matches!(short, 42..) || (short == next && short > 12);
            self.has_spans |= short.is_some_and(is_span);
            self.has_seasons |= short.is_some_and(|short| matches!(short, 21..=24) && short != next);
        }
        let before = ["BC", "bc", "до н", "v. Chr", "av. J"].iter().any(|word| cell.contains(word));
        self.is_ancient |= before;
        // A year stands alone or at an end.
        for end in [cell.get(..4), cell.get(cell.len().saturating_sub(4)..)].into_iter().flatten() {
            if is_digits(end) && (cell.len() == 4 || !is_digits(cell)) {
                self.note_year(end.parse().unwrap_or_default());
            }
        }
    }

    fn note_year(&mut self, year: i32) {
        // No date: `9999-12-31` is a sign of another kind.
        if year == 9999 || year == 0 {
            return;
        }
        self.is_ancient |= year < 1000;
        let (first, last) = self.years.unwrap_or((year, year));
        self.years = Some((first.min(year), last.max(year)));
    }
}

/// The numbers of a date like `3/4/1992`, `1992-4-3` or `03.04.92 10:00`.
pub(super) fn parts(cell: &str) -> Option<Parts<'_>> {
    let (date, clock) = match cell.find([' ', 'T', 't']) {
        Some(at) => cell.split_at_checked(at)?,
        None => (cell, ""),
    };
    let clock = clock.get(1..).unwrap_or_default();
    let is_clock =
        clock.is_empty() || (clock.contains(':') && clock.starts_with(|c: char| c.is_ascii_digit()));
    let separator = date.chars().find(|c| matches!(c, '/' | '.' | '-'))?;
    let mut numbers = date.split(separator);
    let part = |text: &str| {
        let is_part = (1..=4).contains(&text.len()) && text.len() != 3 && is_digits(text);
        let number = if is_part { text.parse().ok() } else { None };
        number.map(|number| Part { number, len: text.len() })
    };
    let (first, second, third) =
        (part(numbers.next()?)?, part(numbers.next()?)?, part(numbers.next()?.trim_end_matches('.'))?);
    let is_one = numbers.next().is_none_or(str::is_empty);
    let is_shaped = second.len <= 2 && (first.len <= 2 || third.len <= 2);
    (is_clock && is_one && is_shaped).then_some(Parts { first, second, third, separator, clock })
}

/// The first of the cells, by its number among them, in which a day above 12 tells whether days come first.
pub(super) fn first_day_above_twelve<'c>(
    cells: impl Iterator<Item = &'c str>,
) -> Option<(usize, &'c str, bool)> {
    cells.enumerate().find_map(|(row, cell)| {
        let Parts { first, second, .. } = parts(cell.trim()).filter(is_open)?;
        Some((row, cell, order(first.number, second.number)?))
    })
}

/// Whether a cell is a date of three numbers, in which day and month may be either.
pub(super) fn is_numeric(cell: &str) -> bool {
    parts(cell.trim()).is_some_and(|parts| is_open(&parts))
}

/// Whether a cell is such a date with dots, in which the day comes first unless the column tells otherwise.
pub(super) fn is_dotted(cell: &str) -> bool {
    parts(cell.trim()).is_some_and(|parts| is_open(&parts) && parts.separator == '.')
}

/// Whether nothing in the date itself tells the day from the month: the year does not stand first.
fn is_open(parts: &Parts<'_>) -> bool {
    parts.first.len <= 2 && parts.first.number <= 31
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether the day is the first of these two numbers, if they tell.
fn order(first: i32, second: i32) -> Option<bool> {
    match (first > 12, second > 12) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

/// Whether a date in numbers is this day, whichever way it is written.
fn is_day(parts: &Parts<'_>, day: &str) -> bool {
    let mut numbers = day.split('-').map(|part| part.parse::<i32>().unwrap_or_default());
    let (Some(year), Some(month), Some(of_month)) = (numbers.next(), numbers.next(), numbers.next()) else {
        return false;
    };
    let Parts { first, second, third, .. } = *parts;
    let named = [first.number, second.number, third.number];
    match (first.len, third.len) {
        (4, _) => named == [year, month, of_month],
        (_, 4) => named == [of_month, month, year] || named == [month, of_month, year],
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(cells: &[&str]) -> DateColumn {
        DateColumn::of(cells.iter().copied(), None, false)
    }

    #[test]
    fn years_of_two_digits_fall_in_the_time_of_the_column() {
        assert_eq!(column(&["3/4/91"]).full_year(91), 1991);
        assert_eq!(column(&["3/4/91"]).full_year(12), 2012);
        assert_eq!(column(&["1815-06-09", "1899-05-18"]).full_year(64), 1864);
        assert_eq!(column(&["1925-06-17", "1968-07-01"]).full_year(25), 1925);
        assert_eq!(column(&["91-12-31"]).short_year, ShortYear::First);
        assert_eq!(column(&["31-12-91"]).short_year, ShortYear::Last);
        assert_eq!(column(&["01-02-03"]).short_year, ShortYear::Unknown);
        assert_eq!(column(&["01/02/03"]).short_year, ShortYear::Last);
    }

    #[test]
    fn a_first_day_of_a_calendar_stands_for_nothing_only_where_no_other_date_is_near() {
        let treaties = column(&["1968-07-01", "1900-01-01", "1987-12-08"]);
        assert!(treaties.is_default("1900-01-01") && treaties.is_default("01/01/1900"));
        assert!(!column(&["1899-07-29", "1900-01-01", "1907-10-18"]).is_default("1900-01-01"));
        assert!(!column(&["1968-07-01", "1970-01-01"]).is_default("1970-01-01"));
        assert!(column(&["1995-05-11", "1970-01-01", "1970-01-01", "1970-01-01"]).is_default("1970-01-01"));
    }
}
