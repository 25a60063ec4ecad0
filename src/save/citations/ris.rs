//! RIS, as reference managers read it.

use chrono::Datelike as _;

use crate::domain::EdtfDate;
use crate::save::days::Calendar;

use super::super::export_selection::one_line;
use super::{Citation, Work};

pub(super) fn write(citations: &[Citation<'_>]) -> String {
    let mut out = String::new();
    for citation in citations {
        let mut line = |tag: &str, text: &str| {
            if !text.is_empty() {
                out.extend([tag, "  - ", &one_line(text), "\r\n"]);
            }
        };
        line("TY", kind(citation.work));
        line("ID", &citation.id);
        line("AU", citation.author.unwrap_or_default());
        line("TI", &citation.title);
        line("T2", citation.container);
        line("PB", citation.publisher);
        if let Some(date) = citation.issued.filter(|date| date.earliest().year() > 0) {
            line("PY", &date.earliest().date().year().to_string());
            line("DA", &slashed(date));
        }
        line("UR", citation.url);
        line("Y2", &citation.accessed.map(slashed).unwrap_or_default());
        line("LA", citation.lang);
        line("N1", &citation.note);
        out.push_str("ER  - \r\n\r\n");
    }
    out
}

/// What a kind of work is called. RIS has neither treaties nor speeches.
fn kind(work: Work) -> &'static str {
    match work {
        Work::News => "NEWS",
        Work::Report => "RPRT",
        Work::Data => "DATA",
        Work::Page | Work::Post => "ELEC",
        Work::Treaty | Work::Document | Work::Speech | Work::Event => "GEN",
    }
}

/// A date as `YYYY/MM/DD/other`, where what has no place in the first three is the last.
fn slashed(date: &EdtfDate) -> String {
    let two = |number: Option<u32>| number.map(|number| format!("{number:02}")).unwrap_or_default();
    match Calendar::of(date) {
        Some(parts) => format!("{:04}/{}/{}/", parts.year, two(parts.month), two(parts.day)),
        // A slash would be one more part.
        None => format!("{:04}///{}", date.earliest().date().year(), date.text().replace('/', " to ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_has_four_parts() {
        for (text, expected) in
            [("1987-12-08", "1987/12/08/"), ("1987", "1987///"), ("1969/1972", "1969///1969 to 1972")]
        {
            assert_eq!(slashed(&EdtfDate::parse(text).unwrap()), expected);
        }
    }
}
