//! The workload of all measurements: N events on 40 lanes, the same bytes on every machine for the same N. It follows
//! the generator of the comparison with other programs, so that all read the same file.

use std::fmt::Write as _;
use std::io::{self, Write};

const KINDS: [&str; 8] =
    ["Treaty", "Convention", "Protocol", "Agreement", "Accord", "Charter", "Pact", "Exchange of notes"];
const TOPICS: [&str; 14] = [
    "trade",
    "maritime borders",
    "fisheries",
    "arms limits",
    "refugees",
    "air transport",
    "river traffic",
    "cultural property",
    "extradition",
    "tax relief",
    "nuclear safety",
    "postal union",
    "telegraphs",
    "labour rights",
];
const PLACES: [&str; 20] = [
    "Lisbon", "Vienna", "Geneva", "Kyoto", "Lima", "Cairo", "Oslo", "Ottawa", "Nairobi", "Rome", "Bern",
    "Havana", "Manila", "Tehran", "Paris", "London", "Ankara", "Dakar", "Riga", "Quito",
];
/// The seed of the generator.
const SEED: u32 = 20_240_229;

/// Mulberry32, as it is written in JavaScript.
struct Random(u32);

impl Random {
    /// A number from 0 up to 1.
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x6d2b_79f5);
        let a = self.0;
        let mut t = (a ^ (a >> 15)).wrapping_mul(1 | a);
        t = t.wrapping_add((t ^ (t >> 7)).wrapping_mul(0x3d | t)) ^ t;
        f64::from(t ^ (t >> 14)) / 4_294_967_296.0
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() * n as f64) as usize
    }

    fn pick<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }
}

/// Writes N events.
pub(crate) fn generate(n: usize, out: &mut dyn Write) -> io::Result<()> {
    let day = |y, m, d| chrono::NaiveDate::from_ymd_opt(y, m, d).expect("a day of the calendar");
    let (first, end) = (day(1900, 1, 1), day(2031, 1, 1));
    let days: Vec<String> =
        first.iter_days().take_while(|&day| day < end).map(|day| day.to_string()).collect();
    let mut random = Random(SEED);
    let mut text = "{\"events\":[".to_owned();
    for i in 0..n {
        let day = random.below(days.len());
        let lane = random.below(40);
        let span =
            if random.next() < 0.5 { 1 + (-(1.0 - random.next()).ln() * 730.0).floor() as usize } else { 0 };
        let (kind, place, topic) = (random.pick(&KINDS), random.pick(&PLACES), random.pick(&TOPICS));
        let comma = if i > 0 { "," } else { "" };
        let end = match span {
            0 => "null".to_owned(),
            span => format!("\"{}\"", days[(day + span).min(days.len() - 1)]),
        };
        let _infallible = write!(
            text,
            "{comma}\n{{\"id\":{i},\"lane\":{lane},\"start\":\"{}\",\"end\":{end},\"label\":\"{kind} of {place} on {topic} no. {i}\"}}",
            days[day]
        );
        if text.len() > 1 << 20 {
            out.write_all(text.as_bytes())?;
            text.clear();
        }
    }
    text.push_str("\n]}\n");
    out.write_all(text.as_bytes())
}
