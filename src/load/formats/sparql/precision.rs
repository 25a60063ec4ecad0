//! Dates of Wikidata with the precision that stands beside them.

use crate::load::formats::civil::{Civil, NoCivil, edtf_of};

/// A date as precise as Wikidata says it is: 11 is a day, 10 a month, 9 a year, 8 a decade, 7 a century, 6 a millennium.
/// <https://www.wikidata.org/wiki/Help:Dates#Precision>
pub(super) fn rounded(civil: Civil, precision: Option<u32>) -> Result<Civil, NoCivil> {
    let (is_negative, digits) = match civil.date.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, civil.date.as_str()),
    };
    let mut parts = digits.split('-');
    let number = |part: Option<&str>| {
        let part = part?;
        part.parse::<u32>().ok()
    };
    let (Some(year), month, day) = (number(parts.next()), number(parts.next()), number(parts.next())) else {
        return Ok(civil);
    };
    let year = if is_negative { -i64::from(year) } else { i64::from(year) };
    let is_new_year = (month, day) == (Some(1), Some(1)) && civil.time.is_none();
    let precision = precision.unwrap_or(if is_new_year { 9 } else { 14 });
    let edtf = match precision {
        11.. => return Ok(Civil { time: civil.time.filter(|_| precision > 11), ..civil }),
        10 => edtf_of(year, month, None),
        9 => edtf_of(year, None, None),
        8 if year >= 0 => Some(format!("{:03}X", year / 10)),
        // The 19th century is 1801 to 1900; EDTF has 1800 to 1899.
        7 if year > 0 => Some(format!("{:02}XX", (year - 1) / 100)),
        6 if year > 0 => Some(format!("{}XXX", (year - 1) / 1000)),
        7 | 8 => edtf_of(year, None, None).map(|year| format!("{year}~")),
        _ => None,
    };
    edtf.map(Civil::of_date).ok_or(NoCivil::DeepTime)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_no_more_precise_than_it_is_said_to_be() {
        for (text, precision, expected) in [
            ("1931-05-04T00:00:00Z", Some(11), "1931-05-04"),
            ("1931-05-04T00:00:00Z", Some(10), "1931-05"),
            ("1931-01-01T00:00:00Z", Some(11), "1931-01-01"),
            ("1931-01-01T00:00:00Z", Some(9), "1931"),
            ("1931-01-01T00:00:00Z", None, "1931"),
            ("+1883-00-00T00:00:00Z", None, "1883"),
            ("1931-05-04T00:00:00Z", None, "1931-05-04"),
            ("1930-01-01T00:00:00Z", Some(8), "193X"),
            ("1900-01-01T00:00:00Z", Some(7), "18XX"),
            ("-0043-01-01T00:00:00Z", Some(9), "-0043"),
            ("-0043-01-01T00:00:00Z", Some(7), "-0043~"),
        ] {
            let read = Civil::parse(text).and_then(|civil| rounded(civil, precision));
            assert_eq!(read.map(|civil| civil.date), Ok(expected.to_owned()), "{text} {precision:?}");
        }
        let far = Civil::parse("1931-01-01T00:00:00Z").and_then(|civil| rounded(civil, Some(3)));
        assert_eq!(far, Err(NoCivil::DeepTime));
    }
}
