//! English: a year as far as it is known.

use crate::domain::{KnownYear, Years};

use super::dates::{group, the, year as year_name, year_of_era};

/// As it follows `signed`: `1964`, `in the 1960s`, `about 1963`, `1960 or 1965`, `1984 or earlier`.
pub(super) fn at(year: KnownYear) -> String {
    text(year, "in ")
}

/// As it follows `since`, and by itself: `1964`, `the 1960s`.
pub(super) fn by_itself(year: KnownYear) -> String {
    text(year, "")
}

fn text(known: KnownYear, before_group: &str) -> String {
    let about = if known.is_approximate { "about " } else { "" };
    let year = |year| year_of_era(year, known.crosses_eras());
    let text = match known.years {
        Years::One(year) => format!("{about}{}", year_name(year)),
        Years::Group(first, last) => {
            let the = the(first, last);
            let before = if known.is_approximate || the.is_empty() { "" } else { before_group };
            format!("{before}{about}{the}{}", group(first, last, false))
        }
        Years::Either(first, last) => format!("{about}{} or {}", year(first), year(last)),
        Years::Between(first, last) => format!("between {about}{} and {}", year(first), year(last)),
        Years::OrEarlier(year) => format!("{about}{} or earlier", year_name(year)),
        Years::OrLater(year) => format!("{about}{} or later", year_name(year)),
    };
    if known.is_uncertain { format!("{text} (uncertain)") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::EdtfDate;

    #[test]
    fn a_year_in_doubt_is_not_said_as_if_it_were_known() {
        for (edtf, text) in [
            ("1964", "1964"),
            ("1964-03-05", "1964"),
            ("1964-03", "1964"),
            ("2001-24", "2001"),
            ("1960-03/1960-05", "1960"),
            ("[1967-03-01,1967-03-04]", "1967"),
            ("1984-1X", "1984"),
            ("196X", "in the 1960s"),
            ("19XX", "in the 20th century"),
            ("156X-12-25", "in the 1560s"),
            ("-004X", "50–41 BCE"),
            ("[1960,1965]", "1960 or 1965"),
            ("[1960,1962,1965]", "between 1960 and 1965"),
            ("[1960..1965]", "between 1960 and 1965"),
            ("[196X,1985]", "between 1960 and 1985"),
            ("1960/1965", "between 1960 and 1965"),
            ("20X4-06", "between 2004 and 2094"),
            ("[..1984]", "1984 or earlier"),
            ("[1984..]", "1984 or later"),
            ("/1960", "1960 or earlier"),
            ("1960/..", "1960 or later"),
            ("1963~", "about 1963"),
            ("1963?", "1963 (uncertain)"),
            ("1963%", "about 1963 (uncertain)"),
            ("196X~", "about the 1960s"),
            ("1950S2", "about 1950"),
            ("1963-04-~05", "1963"),
            ("1963?-04-05", "1963 (uncertain)"),
            ("-0043", "44 BCE"),
            ("[-0043,0014]", "44 BCE or 14 CE"),
        ] {
            assert_eq!(at(KnownYear::of(&EdtfDate::parse(edtf).unwrap())), text, "{edtf}");
        }
        assert_eq!(by_itself(KnownYear::of(&EdtfDate::parse("196X").unwrap())), "the 1960s");
    }
}
