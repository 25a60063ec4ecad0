//! Suggests what to write instead of an invalid date.

use crate::diagnostics::DateAdvice;
use crate::domain::{EdtfDate, EdtfError, Moment, Precision};

/// What to write instead of an invalid date.
pub fn advice(text: &str) -> DateAdvice {
    let text = text.trim();
    // Nothing that long is nearly a date.
    if text.len() > 80 {
        return DateAdvice::Examples;
    }
    if let Some(meant) = short_year(text.trim_start_matches('Y')).or_else(|| meant(text)) {
        return meant;
    }
    match EdtfDate::parse(text) {
        Err(EdtfError::NoSuchDay) => no_such_day(text).unwrap_or(DateAdvice::Examples),
        Err(EdtfError::OutOfRange) => out_of_range(text),
        Err(EdtfError::Unplaceable) => DateAdvice::NameTheYears,
        Err(EdtfError::Backwards) => DateAdvice::EarlierFirst,
        Err(EdtfError::Malformed) | Ok(_) => DateAdvice::Examples,
    }
}

/// Expands a year of fewer than four digits, or a negative one; 1 BCE is 0000.
fn short_year(text: &str) -> Option<DateAdvice> {
    let (is_negative, digits) = text.strip_prefix('-').map_or((false, text), |digits| (true, digits));
    let is_number = (1..=4).contains(&digits.len()) && digits.bytes().all(|c| c.is_ascii_digit());
    let year: u32 = if is_number { digits.parse().ok()? } else { return None };
    match (is_negative, year) {
        _ if EdtfDate::parse(text).is_ok() => None,
        (_, 0) => Some(DateAdvice::NoYearZero),
        (false, _) => Some(DateAdvice::FourDigits(year)),
        (true, _) => Some(DateAdvice::FourDigitsBce(year)),
    }
}

/// The probable meaning of a text that is nearly a date.
fn meant(text: &str) -> Option<DateAdvice> {
    let is_date = |text: &String| EdtfDate::parse(text).is_ok();
    let plain = narrow(text);
    let near = [
        tidied(text),
        tidied(&plain),
        older(text),
        clock(text),
        swapped(text),
        text.trim_start_matches('Y').to_owned(),
        years(&plain),
        quarter(&plain),
        one_sided(&plain),
        doubts_inside(text),
        without_clocks(text),
    ];
    if let Some(meant) = near.into_iter().find(is_date) {
        return Some(DateAdvice::DidYouMean(meant));
    }
    let mut numeric: Vec<EdtfDate> =
        numeric(text).into_iter().filter_map(|text| EdtfDate::parse(&text).ok()).collect();
    numeric.dedup();
    if let [first, second] = &numeric[..] {
        return Some(DateAdvice::EitherOf(first.clone(), second.clone()));
    }
    let meant = numeric.into_iter().next().or_else(|| EdtfDate::parse_typed(text).ok())?;
    Some(DateAdvice::DidYouMean(meant.text().to_owned()))
}

/// Replaces a word processor's dashes and adds the missing digits of a month, a day or a year.
fn tidied(text: &str) -> String {
    let dashed = text.replace(['–', '—', '‑', '−'], "-");
    let parts = dashed.split('-').enumerate().map(|(index, part)| match (index, part.len()) {
        (0, 3) if dashed.contains('-') => format!("0{part}"),
        (_, 1) => format!("0{part}"),
        _ => part.to_owned(),
    });
    parts.collect::<Vec<_>>().join("-")
}

/// Replaces Chinese and Japanese digits and date marks by Latin ones, as in `1991年3月15日`.
fn narrow(text: &str) -> String {
    let letters = text.chars().filter(|letter| *letter != '日').map(|letter| match letter {
        '０'..='９' => {
            let digit = u32::from(letter) - u32::from('０');
            char::from_digit(digit, 10).unwrap_or(letter)
        }
        '年' | '月' | '－' | '–' | '—' | '‑' | '−' => '-',
        '／' => '/',
        _ => letter,
    });
    letters.collect::<String>().trim_end_matches('-').to_owned()
}

/// Two years as an interval: `1960-1965`, `1985/99`.
fn years(text: &str) -> String {
    let is_number = |part: &str| part.bytes().all(|c| c.is_ascii_digit());
    let ends = text.split_once(['-', '/']).map(|(first, last)| (first.trim(), last.trim()));
    match ends.filter(|ends| is_number(ends.0) && is_number(ends.1)) {
        Some((first, last)) if (first.len(), last.len()) == (4, 4) => format!("{first}/{last}"),
        Some((first, last)) if (first.len(), last.len()) == (4, 2) && text.contains('/') => {
            format!("{first}/{}{last}", first.get(..2).unwrap_or_default())
        }
        _ => text.to_owned(),
    }
}

/// A quarter of a year: `Q1 1999`, `1999-Q1`.
fn quarter(text: &str) -> String {
    let text = text.to_uppercase();
    let parts: Vec<&str> = text.split([' ', '-', '/']).filter(|part| !part.is_empty()).collect();
    let (quarter, year) = match parts[..] {
        [quarter, year] if quarter.starts_with('Q') => (quarter, year),
        [year, quarter] => (quarter, year),
        _ => return text,
    };
    let code = match quarter {
        "Q1" => 33,
        "Q2" => 34,
        "Q3" => 35,
        "Q4" => 36,
        _ => return text,
    };
    format!("{year}-{code}")
}

/// A date known from one side: `before 1960`, `after 1960`.
fn one_sided(text: &str) -> String {
    let text = text.to_lowercase();
    let date = |rest: &str| {
        EdtfDate::parse_typed(rest).map_or_else(|_| rest.to_owned(), |date| date.text().to_owned())
    };
    if let Some(last) = text.strip_prefix("before ").or_else(|| text.strip_prefix("by ")) {
        return format!("/{}", date(last));
    }
    text.strip_prefix("after ").map_or_else(|| text.clone(), |first| format!("{}/", date(first)))
}

/// Distributes the qualifier of a set to each of its dates: `[1667,1670]~` is `[1667~,1670~]`.
fn doubts_inside(text: &str) -> String {
    let (set, mark) = text.split_at(text.trim_end_matches(['?', '~', '%']).len());
    let Some(inner) = set.strip_suffix([']', '}']).and_then(|set| set.strip_prefix(['[', '{'])) else {
        return text.to_owned();
    };
    let marked = |date: &str| if date.is_empty() { String::new() } else { format!("{date}{mark}") };
    let members =
        inner.split(',').map(|member| member.trim().split("..").map(marked).collect::<Vec<_>>().join(".."));
    let (open, close) = if set.starts_with('[') { ('[', ']') } else { ('{', '}') };
    format!("{open}{}{close}", members.collect::<Vec<_>>().join(","))
}

/// An interval without times of day, which EDTF does not allow in one.
fn without_clocks(text: &str) -> String {
    let Some((first, last)) = text.split_once('/') else { return text.to_owned() };
    let day = |end: &str| end.split_once('T').map_or(end, |(day, _)| day).to_owned();
    format!("{}/{}", day(first), day(last))
}

/// Converts notation of the EDTF draft of 2012 to EDTF of 2019: `u` and `x`, `open`, `unknown`, `?~`.
fn older(text: &str) -> String {
    let text = text.to_lowercase().replace("unknown", "").replace("open", "..");
    let text = text.replace("?~", "%").replace("~?", "%");
    text.to_uppercase().replace('U', "X")
}

/// Completes a time of day, and turns the end of a day into the beginning of the next.
fn clock(text: &str) -> String {
    let text = text.to_uppercase();
    let Some((day, clock)) = text.split_once('T').or_else(|| text.split_once(' ')) else { return text };
    let (clock, zone) = clock.split_at(clock.find(['+', '-', 'Z']).unwrap_or(clock.len()));
    // Fractions of a second are not kept.
    let clock = clock.split_once(['.', ',']).map_or(clock, |(whole, _)| whole);
    let clock = match clock.bytes().filter(|&c| c == b':').count() {
        0 if clock.len() == 2 => format!("{clock}:00:00"),
        1 => format!("{clock}:00"),
        _ => clock.to_owned(),
    };
    let zone = match zone.split_at_checked(3) {
        Some((hours, minutes)) if minutes.len() == 2 => format!("{hours}:{minutes}"),
        _ => zone.to_owned(),
    };
    let midnight = EdtfDate::parse(day).ok().filter(|day| day.precision() == Precision::Day);
    match midnight {
        Some(day) if clock == "24:00:00" => {
            format!("{}T00:00:00{zone}", EdtfDate::of_day(day.end()).text())
        }
        _ => format!("{day}T{clock}{zone}"),
    }
}

/// Puts the ends of an interval, or the day and the month of a date, into the order of EDTF.
fn swapped(text: &str) -> String {
    if let Some((first, last)) = text.split_once('/') {
        return format!("{last}/{first}");
    }
    let parts: Vec<&str> = text.split('-').collect();
    match parts[..] {
        [year, day, month] if year.len() == 4 => format!("{year}-{month}-{day}"),
        _ => text.to_owned(),
    }
}

/// The possible meanings of a date in digits: with full stops the day comes first, with slashes and hyphens perhaps
/// the month.
fn numeric(text: &str) -> Vec<String> {
    let parts: Vec<&str> = text.split(['.', '/', '-']).map(str::trim).collect();
    let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|c| c.is_ascii_digit());
    if !parts.iter().all(is_number) {
        return Vec::new();
    }
    let date = |year: &str, month: &str, day: &str| format!("{year}-{month:0>2}-{day:0>2}");
    match parts[..] {
        [year, month, day] if year.len() == 4 => vec![date(year, month, day)],
        [day, month, year] if year.len() == 4 => {
            let (day_first, month_first) = (date(year, month, day), date(year, day, month));
            let is_clear = text.contains('.') && EdtfDate::parse(&day_first).is_ok();
            if is_clear { vec![day_first] } else { vec![day_first, month_first] }
        }
        [month, year] if year.len() == 4 => vec![format!("{year}-{month:0>2}")],
        [digits] if digits.len() == 8 || digits.len() == 6 => {
            let (year, rest) = digits.split_at(4);
            let (month, day) = rest.split_at(2);
            if day.is_empty() { vec![format!("{year}-{month}")] } else { vec![date(year, month, day)] }
        }
        _ => Vec::new(),
    }
}

/// Explains how long the month is, or what else does not exist in the calendar.
fn no_such_day(text: &str) -> Option<DateAdvice> {
    // In an interval or a set, the date at fault.
    let parts = text.split(['/', ',', '[', ']', '{', '}']).flat_map(|part| part.split(".."));
    let date = parts.map(str::trim).find(|part| EdtfDate::parse(part) == Err(EdtfError::NoSuchDay))?;
    if let Some((day, _)) = date.split_once('T')
        && EdtfDate::parse(day).is_ok()
    {
        return Some(DateAdvice::ClockRange);
    }
    let bare: String = date.chars().filter(|mark| !matches!(mark, '?' | '~' | '%')).collect();
    let (is_negative, unsigned) = bare.strip_prefix('-').map_or((false, &*bare), |rest| (true, rest));
    let parts: Vec<&str> = unsigned.split('-').collect();
    let number = |text: &&str| text.parse::<u32>().ok();
    let month = parts.get(1).and_then(number);
    if month.is_some_and(|month| !(1..=12).contains(&month)) {
        return Some(DateAdvice::MonthRange);
    }
    let year = i32::try_from(parts.first().and_then(number)?).ok()?;
    let year = if is_negative { -year } else { year };
    let (month, day) = (month?, *parts.get(2)?);
    if (month, day) == (2, "29") {
        return Some(no_leap_year(year));
    }
    let days = (28..=31).rev().find(|&day| Moment::from_ymd(year, month, day).is_some())?;
    let sign = if is_negative { "-" } else { "" };
    let month = EdtfDate::parse(&format!("{sign}{:04}-{month:02}", year.unsigned_abs())).ok()?;
    Some(DateAdvice::MonthLength(month, days))
}

/// Explains why a year has no 29 February.
fn no_leap_year(year: i32) -> DateAdvice {
    // In the Julian calendar every fourth year is a leap year; since 300 it has lagged behind the Gregorian one.
    if year % 4 == 0 && year >= 300 {
        let century = year / 100;
        DateAdvice::JulianLeapYear { year, march: century - century / 4 - 2 }
    } else {
        DateAdvice::NoLeapYear(year)
    }
}

fn out_of_range(text: &str) -> DateAdvice {
    let (minus, unsigned) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let digits = unsigned.bytes().take_while(u8::is_ascii_digit).count();
    match unsigned.get(..digits) {
        Some(year) if digits > 4 => DateAdvice::LongYear(format!("Y{minus}{year}")),
        _ => DateAdvice::YearRange,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::{Cost, RecordProblem};
    use crate::language::{Language, assert_russian};

    const FORMS: &str = "write year-month-day: 2019-08-02, 2019-08, 2019, 1984~, 198X, 2011-02-05/2026-02-04 or [2019-02-01,2019-02-02]";

    #[test]
    fn each_slip_is_answered_with_what_to_write() {
        for (text, help) in [
            // Slips of the keyboard and of word processors.
            ("1931-05-04 ", "did you mean \"1931-05-04\"?"),
            ("1931-5-4", "did you mean \"1931-05-04\"?"),
            ("1931–05–04", "did you mean \"1931-05-04\"?"),
            ("476-09-04", "did you mean \"0476-09-04\"?"),
            ("2019-31-08", "did you mean \"2019-08-31\"?"),
            ("2026/2011", "did you mean \"2011/2026\"?"),
            ("20190802", "did you mean \"2019-08-02\"?"),
            ("Y1985", "did you mean \"1985\"?"),
            ("1960-1965", "did you mean \"1960/1965\"?"),
            ("1985/99", "did you mean \"1985/1999\"?"),
            ("before 1960", "did you mean \"/1960\"?"),
            ("after June 1960", "did you mean \"1960-06/\"?"),
            ("Q1 1999", "did you mean \"1999-33\"?"),
            ("1999-Q4", "did you mean \"1999-36\"?"),
            ("1991年3月15日", "did you mean \"1991-03-15\"?"),
            ("１９９１", "did you mean \"1991\"?"),
            ("[1667,1670]~", "did you mean \"[1667~,1670~]\"?"),
            ("1985-04-12T10:00:00/1985-04-13T10:00:00", "did you mean \"1985-04-12/1985-04-13\"?"),
            // Years of few digits.
            ("Y-44", "a year has four digits, and 1 BCE is 0000: write -0043 for 44 BCE"),
            ("476", "a year has four digits: write 0476"),
            ("-44", "a year has four digits, and 1 BCE is 0000: write -0043 for 44 BCE"),
            ("-1", "a year has four digits, and 1 BCE is 0000: write 0000"),
            ("-0000", "there is no year 0: write 0000 for 1 BCE, or 0001 for 1 CE"),
            // EDTF of 2012.
            ("1990-uu-uu", "did you mean \"1990-XX-XX\"?"),
            ("199u", "did you mean \"199X\"?"),
            ("19xx", "did you mean \"19XX\"?"),
            ("1985/open", "did you mean \"1985/..\"?"),
            ("1985/unknown", "did you mean \"1985/\"?"),
            ("unknown/1985", "did you mean \"/1985\"?"),
            ("1984?~", "did you mean \"1984%\"?"),
            // Times of day.
            ("2019-08-02T10:10", "did you mean \"2019-08-02T10:10:00\"?"),
            ("2019-08-02 10:10", "did you mean \"2019-08-02T10:10:00\"?"),
            ("2019-08-02T10:10:10.5z", "did you mean \"2019-08-02T10:10:10Z\"?"),
            ("2019-08-02T10:10+0300", "did you mean \"2019-08-02T10:10:00+03:00\"?"),
            ("2019-12-31T24:00:00", "did you mean \"2020-01-01T00:00:00\"?"),
            (
                "2019-08-02T25:00:00",
                "hours go from 00 to 23, minutes and seconds from 00 to 59, zones from -14:00 to +14:00",
            ),
            // Dates as people write them.
            ("02.08.2019", "did you mean \"2019-08-02\"?"),
            ("2019.08.02", "did you mean \"2019-08-02\"?"),
            ("08/02/2019", "write \"2019-02-08\" for 8 February 2019 or \"2019-08-02\" for 2 August 2019"),
            ("02-08-2019", "write \"2019-08-02\" for 2 August 2019 or \"2019-02-08\" for 8 February 2019"),
            ("08/31/2019", "did you mean \"2019-08-31\"?"),
            ("05/05/2019", "did you mean \"2019-05-05\"?"),
            ("2 August 2019", "did you mean \"2019-08-02\"?"),
            ("2 августа 2019", "did you mean \"2019-08-02\"?"),
            ("c. 1984", "did you mean \"1984~\"?"),
            ("44 BC", "did you mean \"-0043\"?"),
            // What the calendar has not.
            ("1931-02-30", "February 1931 has 28 days"),
            ("1984/1985-04-31", "April 1985 has 30 days"),
            ("1984-02-3X", "February 1984 has 29 days"),
            ("1984-02-30T10:00:00-05:00", "February 1984 has 29 days"),
            ("2019-02-29", "2019 is not a leap year: its February has 28 days"),
            (
                "1700-02-29",
                "1700 was not a leap year in the Gregorian calendar, which EDTF uses for all dates; 29 February of the Julian calendar is \"1700-03-11\"",
            ),
            (
                "2019-14",
                "months go from 01 to 12, seasons and other parts of a year from 21 to 41, without a day",
            ),
            // What the timeline has not.
            (
                "12019-01-01",
                "EDTF writes a year of more than four digits as Y12019, without a month, but the timeline goes from -9999 to 9999",
            ),
            (
                "-12019",
                "EDTF writes a year of more than four digits as Y-12019, without a month, but the timeline goes from -9999 to 9999",
            ),
            ("Y-17E7", "the timeline goes from -9999 to 9999"),
            (
                "XXXX-12",
                "write the possible years, as in 19XX for a century or 1900/1999 from one year to another",
            ),
            ("soon", FORMS),
            ("", FORMS),
        ] {
            let advice = advice(text);
            assert_eq!(Language::English.date_advice(&advice), help, "{text}");
            let (text, error, advice) = (text.to_owned(), EdtfError::Malformed, Box::new(advice));
            assert_russian(&RecordProblem::BadDate { text, error, advice, cost: Cost::Event }.into());
        }
    }
}
