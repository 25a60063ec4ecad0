//! What stands around a date in its cell: marks of notes, letters of acts, times of day, the dots of messydates.

use crate::domain::{EdtfDate, EventKind};

/// A cell without what people and programs put around a date: marks of notes, quotation marks, odd spaces.
pub(super) fn tidied(cell: &str) -> String {
    let spaced: String = cell.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    let cell = spaced
        .trim()
        .trim_start_matches('\'')
        .trim_end_matches(['*', '†', '‡', '¹', '²', '³', ';', ','])
        .trim();
    // `24. 3. 1992` is `24.3.1992`.
    let cell = if cell.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '/' | ' '))
        && cell.contains(['.', '/'])
    {
        cell.replace(". ", ".").replace(" / ", "/")
    } else {
        cell.to_owned()
    };
    // A number in brackets behind the date leads to a note; a number of four digits is a year.
    let note = cell.strip_suffix(']').and_then(|rest| rest.rsplit_once('['));
    match note {
        Some((date, note))
            if !date.is_empty()
                && note.len() < 3
                && note.bytes().all(|byte| byte.is_ascii_alphanumeric()) =>
        {
            date.trim_end().to_owned()
        }
        _ => cell,
    }
}

/// A date without the letter behind it that names the act, and the act: so do the lists of the UN Treaty Collection.
pub(super) fn without_act(cell: &str) -> (&str, Option<EventKind>) {
    let Some((date, letter)) = cell.rsplit_once(' ') else { return (cell, None) };
    let act = match letter {
        "a" => EventKind::Acceded,
        "A" => EventKind::Accepted,
        "AA" => EventKind::Approved,
        "d" => EventKind::Succeeded,
        "P" => EventKind::ProvisionallyApplied,
        // With ratification: signature that binds, and formal confirmation by an organisation.
        "r" | "R" | "s" | "c" => EventKind::Ratified,
        _ => return (cell, None),
    };
    if date.bytes().any(|byte| byte.is_ascii_digit()) { (date.trim_end(), Some(act)) } else { (cell, None) }
}

/// The time of day behind a date as EDTF writes it; nothing for midnight, which spreadsheets write behind every day.
pub(super) fn clock_of(clock: &str) -> Option<String> {
    let clock = clock.trim().trim_start_matches(['T', 't']).trim();
    let lower = clock.to_ascii_lowercase();
    let is_pm = lower.ends_with("pm");
    let bare = lower.trim_end_matches("utc").trim_end_matches("gmt").trim_end();
    let bare = bare.trim_end_matches("am").trim_end_matches("pm").trim();
    let is_twelve = lower.len() > bare.len() && (is_pm || lower.ends_with("am"));
    // A zone stays with the time: the day is the one that is written.
    let zone_at = bare.find(['+', 'z']).or_else(|| bare.rfind('-')).unwrap_or(bare.len());
    let (bare, zone) = bare.split_at_checked(zone_at)?;
    let bare = bare.split('.').next().unwrap_or_default();
    let parts: Vec<u32> = bare.split(':').map(|part| part.trim().parse().ok()).collect::<Option<_>>()?;
    let (hour, minute, second) = match parts[..] {
        [hour, minute] => (hour, minute, 0),
        [hour, minute, second] => (hour, minute, second),
        _ => return None,
    };
    let hour = match (is_twelve, is_pm, hour) {
        (true, false, 12) => 0,
        (true, true, 1..=11) => hour + 12,
        _ => hour,
    };
    if hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    Some(if (hour, minute, second) == (0, 0, 0) {
        String::new()
    } else {
        format!("T{hour:02}:{minute:02}:{second:02}{}", zone.trim().to_uppercase())
    })
}

/// One of the dates between two, as the package messydates writes it: `1992-01-01..1992-12-31`, `1963-08..`, and with a
/// colon in its first versions.
pub(super) fn between(cell: &str) -> Option<String> {
    if cell.starts_with(['[', '{']) || cell.contains('/') {
        return None;
    }
    let is_date = |text: &str| text.is_empty() || EdtfDate::parse(text).is_ok();
    let (first, last) = match cell.split_once("..") {
        Some(ends) => ends,
        None => cell.split_once(':').filter(|(first, last)| first.len() >= 4 && last.len() >= 4)?,
    };
    let (first, last) = (first.trim(), last.trim());
    let is_set = is_date(first) && is_date(last) && !(first.is_empty() && last.is_empty());
    (is_set && first != last).then(|| format!("[{first}..{last}]")).or_else(|| {
        // Both ends the same: a day.
        (is_set && first == last).then(|| first.to_owned())
    })
}
