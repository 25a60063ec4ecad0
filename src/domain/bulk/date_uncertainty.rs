//! What is open or uncertain in the dates of a bulk event.

use crate::domain::edtf_date::{EdtfDate, Precision};

/// What is open or uncertain in the dates of a bulk event. Most events have none, and cost nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DateUncertainty {
    /// It began before the first day that is named, on an unknown day.
    pub opens_start: bool,
    /// It goes on after the last day that is named, or its end is unknown.
    pub opens_end: bool,
    /// The source is not sure of a date, leaves digits of its year open, or names several dates.
    pub is_uncertain: bool,
    /// A date is approximate.
    pub is_approximate: bool,
}

impl DateUncertainty {
    /// The doubt of one date.
    pub fn of(date: &EdtfDate) -> Self {
        // Drawn from its first day to its last, each of these would look like a certain span without gaps.
        let is_vague = matches!(
            date.precision(),
            Precision::OneOf
                | Precision::AllOf
                | Precision::Decade
                | Precision::Century
                | Precision::Millennium
        );
        Self {
            opens_start: date.has_open_start(),
            opens_end: date.has_open_end(),
            is_uncertain: date.is_uncertain() || is_vague,
            is_approximate: date.is_approximate(),
        }
    }

    /// Whether the event goes on beyond what is named, at either end.
    pub fn opens(self) -> bool {
        self.opens_start || self.opens_end
    }

    /// Whether anything is open or uncertain.
    pub fn is_some(self) -> bool {
        self != Self::default()
    }

    /// The doubt of an event from one date to another: the open start of the first, the open end of the second, and what
    /// is uncertain or approximate in either.
    pub fn between(start: Self, end: Self) -> Self {
        Self {
            opens_start: start.opens_start,
            opens_end: end.opens_end,
            is_uncertain: start.is_uncertain || end.is_uncertain,
            is_approximate: start.is_approximate || end.is_approximate,
        }
    }

    /// The dates of an event in EDTF, from its first day to its last, both given as `YYYY-MM-DD`.
    pub fn edtf(self, first: &str, last: &str) -> String {
        let mark = match (self.is_uncertain, self.is_approximate) {
            (true, true) => "%",
            (true, false) => "?",
            (false, true) => "~",
            (false, false) => "",
        };
        match (self.opens_start, self.opens_end) {
            (false, true) => format!("{first}{mark}/.."),
            (true, false) => format!("../{last}{mark}"),
            _ if first == last => format!("{first}{mark}"),
            _ => format!("{first}{mark}/{last}{mark}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubts_survive_the_way_to_edtf() {
        let of = |text: &str| DateUncertainty::of(&EdtfDate::parse(text).unwrap());
        for text in
            ["1957-03-25/..", "../1958-12-31", "1950-01-01~/1960-12-31~", "1950-01-01?", "1950-01-01%"]
        {
            let doubt = of(text);
            assert!(doubt.is_some(), "{text}");
            let (first, last) = text.split_once('/').unwrap_or((text, text));
            let bare = |day: &str| day.trim_end_matches(['~', '?', '%']).to_owned();
            assert_eq!(doubt.edtf(&bare(first), &bare(last)), text);
        }
        assert!(!of("1957").is_some() && !of("1957/1958").is_some());
        for vague in ["[1957,1959]", "{1951,1955}", "195X", "19XX"] {
            assert!(of(vague).is_uncertain, "{vague}");
        }
        let between = DateUncertainty::between(of("1957/.."), of("1960?"));
        assert!(between.is_uncertain && !between.opens_end);
    }
}
