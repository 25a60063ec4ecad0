//! Tables of N events, the same bytes on every machine: as a collection of events has them, with a state, a day and a few
//! words in each row.

use std::fmt::Write as _;
use std::io::{self, Write};

const STATES: [&str; 40] = [
    "Albania",
    "Angola",
    "Argentina",
    "Austria",
    "Belgium",
    "Bolivia",
    "Brazil",
    "Bulgaria",
    "Cambodia",
    "Canada",
    "Chad",
    "Chile",
    "Colombia",
    "Denmark",
    "Ecuador",
    "Egypt",
    "Ethiopia",
    "Finland",
    "Ghana",
    "Greece",
    "Hungary",
    "Iceland",
    "India",
    "Iraq",
    "Ireland",
    "Italy",
    "Japan",
    "Kenya",
    "Latvia",
    "Mali",
    "Mexico",
    "Nepal",
    "Norway",
    "Peru",
    "Poland",
    "Portugal",
    "Senegal",
    "Spain",
    "Sweden",
    "Uganda",
];
const KINDS: [&str; 6] = ["Meeting", "Protest", "Clash", "Agreement", "Visit", "Inspection"];
const PLACES: [&str; 8] = ["harbour", "border", "capital", "river", "market", "bridge", "airfield", "hills"];

/// A generator of numbers, xorshift of 64 bits.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % n
    }
}

/// The names of the columns.
pub(crate) const HEADERS: [&str; 8] =
    ["event_id", "date", "end", "title", "treaty", "country", "description", "source"];

/// Calls `write` with the cells of each of N rows.
pub(crate) fn rows(n: usize, mut write: impl FnMut(&[String; 8]) -> io::Result<()>) -> io::Result<()> {
    let mut random = Random(20_240_229);
    let first = chrono::NaiveDate::from_ymd_opt(1989, 1, 1).expect("a day of the calendar");
    let days: Vec<String> = first.iter_days().take(13_000).map(|day| day.to_string()).collect();
    for index in 0..n {
        let day = random.below(days.len());
        let last = if random.below(4) == 0 { (day + random.below(30)).min(days.len() - 1) } else { day };
        let (state, kind) = (STATES[random.below(40)], KINDS[random.below(6)]);
        let (place, other) = (PLACES[random.below(8)], STATES[random.below(40)]);
        let count = random.below(900);
        write(&[
            format!("{}{index}", &state[..3]),
            days[day].clone(),
            if last > day { days[last].clone() } else { String::new() },
            format!("{kind} at the {place}"),
            format!("{state} – {other}"),
            state.to_owned(),
            format!("{count} people were seen at the {place} of {state}, near the road to {other}"),
            format!("Report {}", index % 997),
        ])?;
    }
    Ok(())
}

/// Writes N rows as CSV under these names of columns.
pub(crate) fn csv(n: usize, headers: &[&str; 8], out: &mut dyn Write) -> io::Result<()> {
    let mut text = format!("{}\n", headers.join(","));
    rows(n, |cells| {
        let [id, date, end, title, treaty, country, description, source] = cells;
        let _infallible =
            writeln!(text, "{id},{date},{end},{title},{treaty},{country},\"{description}\",{source}");
        if text.len() > 1 << 20 {
            out.write_all(text.as_bytes())?;
            text.clear();
        }
        Ok(())
    })?;
    out.write_all(text.as_bytes())
}
