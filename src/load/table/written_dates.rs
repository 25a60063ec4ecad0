//! Dates in words, as treaty scholars write them, in five languages: `c. Oct 2025`, `24/III/1992`, `[1992]`, `24 de marzo de 1992`.

use crate::domain::EdtfDate;

use super::column_dates::DateColumn;
use super::month_words::{in_english, month, month_name, roman_month};

/// The EDTF of a date in words, and whether the century of its year was added; `None` if it is none.
pub(super) fn read(cell: &str, column: &DateColumn) -> Option<(String, bool)> {
    // No date in words is longer.
    if cell.len() > 120 {
        return None;
    }
    // Brackets are a scholar's sign that the source does not say it.
    if let Some(inner) = cell.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        let (edtf, is_short) = read(inner.trim(), column).or_else(|| plain(inner.trim()))?;
        let is_doubtful = edtf.ends_with(['?', '~', '%']) || edtf.contains(['/', '[', '{']);
        return Some((if is_doubtful { edtf } else { format!("{edtf}?") }, is_short));
    }
    let cell =
        cell.strip_suffix("(?)").map_or_else(|| cell.to_owned(), |rest| format!("{}?", rest.trim_end()));
    if let Some(edtf) = older(&cell) {
        return Some((edtf, false));
    }
    let mut dates = Written { column, has_short_year: false };
    // Of numbers alone nothing more can be made: `26 1992` would be a season.
    let is_worded = cell.contains(char::is_alphabetic);
    let edtf = dates.whole(&numerals(&cell)).or_else(|| typed(&cell).filter(|_| is_worded))?;
    Some((edtf, dates.has_short_year))
}

fn plain(text: &str) -> Option<(String, bool)> {
    EdtfDate::parse(text).ok().map(|date| (date.text().to_owned(), false))
}

fn typed(text: &str) -> Option<String> {
    EdtfDate::parse_typed(text).ok().map(|date| date.text().to_owned())
}

/// The signs of EDTF before 2019, and small letters: `199u`, `1992-uu`, `1985/open`, `198x`.
fn older(cell: &str) -> Option<String> {
    let lower = cell.to_lowercase();
    let ends = lower
        .replace("/open", "/..")
        .replace("open/", "../")
        .replace("/unknown", "/")
        .replace("unknown/", "/");
    let is_old = |c: char| c.is_ascii_digit() || matches!(c, 'u' | 'x' | '-' | '/' | '.' | '?' | '~' | '%');
    let has_digits = ends.bytes().any(|byte| byte.is_ascii_digit());
    if !has_digits || !ends.chars().all(is_old) {
        return None;
    }
    let text = ends.replace(['u', 'x'], "X").replace("?~", "%");
    EdtfDate::parse(&text).ok().map(|date| date.text().to_owned())
}

/// A date with its month in Roman numerals or Chinese signs as one in words: `24/III/1992`, `1992年3月24日`.
fn numerals(cell: &str) -> String {
    if cell.contains('年') {
        let parts: Vec<&str> =
            cell.split(['年', '月', '日']).map(str::trim).filter(|part| !part.is_empty()).collect();
        return match parts[..] {
            [year, month, day] => format!("{year}-{month:0>2}-{day:0>2}"),
            [year, month] => format!("{year}-{month:0>2}"),
            [year] => year.to_owned(),
            _ => cell.to_owned(),
        };
    }
    let parts: Vec<&str> = cell.split(['/', '.', '-', ' ']).filter(|part| !part.is_empty()).collect();
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    match parts[..] {
        [day, numeral, year] if is_number(day) && is_number(year) => match roman_month(numeral) {
            Some(month) => format!("{day} {} {year}", month_name(month)),
            None => cell.to_owned(),
        },
        [numeral, year] if year.len() == 4 && is_number(year) => match roman_month(numeral) {
            Some(month) => format!("{} {year}", month_name(month)),
            None => cell.to_owned(),
        },
        _ => cell.to_owned(),
    }
}

/// Dates in words while they are read.
struct Written<'c> {
    column: &'c DateColumn,
    has_short_year: bool,
}

impl Written<'_> {
    /// A date, an interval, or one of several dates.
    fn whole(&mut self, cell: &str) -> Option<String> {
        let text = in_english(cell)?;
        if let Some(rest) = text.strip_prefix("between ") {
            let (first, last) = rest.split_once(" and ").or_else(|| rest.split_once(" to "))?;
            return Some(format!("[{}..{}]", self.point(first)?, self.point(last)?));
        }
        if let Some(rest) = text.strip_prefix("before ") {
            return Some(format!("[..{}]", previous(&self.point(rest)?)?));
        }
        if let Some(rest) = text.strip_prefix("after ") {
            return Some(format!("[{}..]", next(&self.point(rest)?)?));
        }
        if let Some(rest) = text.strip_prefix("by ") {
            return Some(format!("[..{}]", self.point(rest)?));
        }
        if let Some(rest) = text.strip_prefix("until ") {
            return Some(format!("../{}", self.point(rest)?));
        }
        if let Some(rest) = text.strip_prefix("since ") {
            return match rest.split_once(" to ") {
                Some((first, last)) => self.interval(first, last),
                None => Some(format!("{}/..", self.point(rest)?)),
            };
        }
        if let Some((first, last)) = text.split_once(" or ") {
            let (first, last) = (self.point(first)?, self.point(last)?);
            return Some(format!("[{first},{last}]"));
        }
        if let Some(date) = self.point(&text) {
            return Some(date);
        }
        let joint = [" to ", " – ", " — ", " - ", "–", "—", "-"];
        let (first, last) = joint.iter().find_map(|joint| text.split_once(joint))?;
        self.interval(first, last)
    }

    /// An interval, one of whose ends may lack what the other has: `24–26 March 1992`, `March 24–26, 1992`.
    fn interval(&mut self, first: &str, last: &str) -> Option<String> {
        let (first, last) = (first.trim(), last.trim());
        if last == "present" {
            return Some(format!("{}/..", self.point(first)?));
        }
        let end = if let Some(end) = self.point(last) {
            end
        } else {
            let (month_of_first, _) = first.split_once(' ').filter(|(word, _)| month(word).is_some())?;
            self.point(&format!("{month_of_first} {last}"))?
        };
        let mut start = self.point(first);
        let mut rest = last;
        while start.is_none() {
            // What the last date has behind its first word, then behind its second.
            (_, rest) = rest.split_once(' ')?;
            start = self.point(&format!("{first} {rest}"));
        }
        let (start, end) = (start?, end);
        let both = format!("{start}/{end}");
        EdtfDate::parse(&both).ok().map(|_| both)
    }

    /// One date with its doubts.
    fn point(&mut self, text: &str) -> Option<String> {
        let text = text.trim();
        let (is_about, text) = match text.strip_prefix("ca ").or_else(|| text.strip_prefix('~')) {
            Some(rest) => (true, rest.trim_start()),
            None => match text.strip_suffix(" ca") {
                Some(rest) => (true, rest),
                None => (false, text),
            },
        };
        let (is_unsure, text) = text.strip_suffix('?').map_or((false, text), |rest| (true, rest.trim_end()));
        let mark = match (is_about, is_unsure) {
            (false, false) => "",
            (true, false) => "~",
            (false, true) => "?",
            (true, true) => "%",
        };
        if let Some(edtf) = part_of_year(text) {
            return Some(edtf);
        }
        let bare = self.bare(text)?;
        // A time of day and a set take no mark.
        let edtf = format!("{bare}{mark}");
        EdtfDate::parse(&edtf).ok().map(|_| edtf)
    }

    /// One date without doubts.
    fn bare(&mut self, text: &str) -> Option<String> {
        let separators = [' ', ',', '.', '/', '-'];
        let tokens: Vec<&str> = text.split(separators).filter(|token| !token.is_empty()).collect();
        let is_year = |token: &str| token.len() == 4 && is_number(token);
        let is_day = |token: &str| matches!(token.parse(), Ok(1..=31_u32)) && token.len() <= 2;
        let of = |year: &str, name: &str, day: &str| -> Option<String> {
            Some(format!("{year}-{:02}-{day:0>2}", month(name)?))
        };
        match tokens[..] {
            [year] if is_year(year) => Some(year.to_owned()),
            [number, year] | [year, number] if is_year(year) && is_number(number) => {
                let is_month = matches!(number.parse(), Ok(1..=12_u32)) && number.len() <= 2;
                is_month.then(|| format!("{year}-{number:0>2}"))
            }
            [name, year] | [year, name] if is_year(year) && month(name).is_some() => {
                Some(format!("{year}-{:02}", month(name)?))
            }
            [part, year] | [year, part] if is_year(year) && code_of(part).is_some() => {
                Some(format!("{year}-{}", code_of(part)?))
            }
            [day, name, year] | [name, day, year] | [year, name, day] | [year, day, name]
                if is_year(year) && is_day(day) && month(name).is_some() =>
            {
                of(year, name, day)
            }
            [day, name, year, ref clock @ ..] | [name, day, year, ref clock @ ..]
                if is_year(year)
                    && is_day(day)
                    && month(name).is_some()
                    && clock.iter().all(|part| part.contains(':')) =>
            {
                let [clock] = clock else { return None };
                let midnight = ["00:00", "0:00", "00:00:00"].contains(clock);
                let date = of(year, name, day)?;
                let with_seconds =
                    if clock.matches(':').count() == 1 { format!("{clock}:00") } else { (*clock).to_owned() };
                Some(if midnight { date } else { format!("{date}T{with_seconds:0>8}") })
            }
            // The year has two digits: a spreadsheet shows 24-Mar-92 and Mar-92.
            [day, name, short] if is_day(day) && is_short(short) && month(name).is_some() => {
                let year = self.full(short)?;
                of(&year, name, day)
            }
            [name, short]
                if is_short(short) && month(name).is_some() && (text.contains('-') || !is_day(short)) =>
            {
                let year = self.full(short)?;
                Some(format!("{year}-{:02}", month(name)?))
            }
            // Eras, decades, centuries, seasons, and days of years of three digits.
            _ if tokens.iter().any(|token| token.bytes().any(|byte| byte.is_ascii_digit()))
                || tokens.contains(&"century") =>
            {
                let date = EdtfDate::parse_typed(text).ok()?;
                let is_one = !date.text().contains(['/', '[', '{']);
                (is_one && (!date.text().starts_with('-') || text.ends_with("bce")))
                    .then(|| date.text().to_owned())
            }
            _ => None,
        }
    }

    fn full(&mut self, short: &str) -> Option<String> {
        self.has_short_year = true;
        Some(format!("{:04}", self.column.full_year(short.parse().ok()?)))
    }
}

fn is_number(token: &str) -> bool {
    !token.is_empty() && token.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_short(token: &str) -> bool {
    token.len() == 2 && is_number(token)
}

/// The code of a season, a quarter or a half in EDTF.
fn code_of(word: &str) -> Option<&'static str> {
    Some(match word {
        "spring" => "21",
        "summer" => "22",
        "autumn" => "23",
        "winter" => "24",
        "q1" | "1q" => "33",
        "q2" | "2q" => "34",
        "q3" | "3q" => "35",
        "q4" | "4q" => "36",
        "h1" | "1h" => "40",
        "h2" | "2h" => "41",
        _ => return None,
    })
}

/// The beginning, the middle or the end of a year or a month, which is never meant exactly.
fn part_of_year(text: &str) -> Option<String> {
    let (part, rest) = text.split_once([' ', '-'])?;
    let code = match part {
        "early" => "37",
        "mid" => "38",
        "late" => "39",
        _ => return None,
    };
    let rest = rest.trim();
    if rest.len() == 4 && is_number(rest) {
        return Some(format!("{rest}-{code}~"));
    }
    let (name, year) = rest.split_once(' ').filter(|(_, year)| year.len() == 4 && is_number(year))?;
    Some(format!("{year}-{:02}~", month(name)?))
}

/// The day, month or year before the one that a date names.
fn previous(edtf: &str) -> Option<String> {
    neighbour(edtf, -1)
}

/// The day, month or year after the one that a date names.
fn next(edtf: &str) -> Option<String> {
    neighbour(edtf, 1)
}

fn neighbour(edtf: &str, step: i32) -> Option<String> {
    let bare = edtf.trim_end_matches(['?', '~', '%']);
    let mark = edtf.get(bare.len()..).unwrap_or_default();
    let parts: Vec<i32> = bare.split('-').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let moved = match parts[..] {
        [year] => format!("{:04}", year + step),
        [year, month] if (1..=12).contains(&month) => {
            let months = year * 12 + month - 1 + step;
            format!("{:04}-{:02}", months.div_euclid(12), months.rem_euclid(12) + 1)
        }
        [..] => {
            let day = EdtfDate::parse(bare).ok().filter(EdtfDate::is_one_day)?.earliest();
            day.plus(i64::from(step) * crate::domain::SECS_PER_DAY).date().to_string()
        }
    };
    Some(format!("{moved}{mark}"))
}
