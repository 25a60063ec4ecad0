//! CSL-JSON, by the schema of the Citation Style Language 1.0.2.

use serde_json::{Map, Value, json};

use crate::domain::EdtfDate;
use crate::language::Language;
use crate::save::days::Calendar;

use super::{Citation, Work};

pub(super) fn write(citations: &[Citation<'_>]) -> String {
    let items: Vec<Value> = citations.iter().map(item).collect();
    let mut text = serde_json::to_string_pretty(&items).unwrap_or_default();
    text.push('\n');
    text
}

pub(super) fn item(citation: &Citation<'_>) -> Value {
    let mut item = Map::new();
    item.insert("id".to_owned(), citation.id.as_str().into());
    item.insert("type".to_owned(), kind(citation.work).into());
    item.insert("title".to_owned(), citation.title.as_str().into());
    if let Some(author) = citation.author {
        item.insert("author".to_owned(), json!([{ "literal": author }]));
    }
    item.extend(citation.issued.map(|date| ("issued".to_owned(), of_date(date))));
    item.extend(citation.accessed.map(|date| ("accessed".to_owned(), of_date(date))));
    let texts = [
        ("publisher", citation.publisher),
        ("container-title", citation.container),
        ("genre", citation.genre),
        ("URL", citation.url),
        ("language", citation.lang),
        ("note", &citation.note),
    ];
    for (name, text) in texts.into_iter().filter(|(_, text)| !text.is_empty()) {
        item.insert(name.to_owned(), text.into());
    }
    Value::Object(item)
}

fn kind(work: Work) -> &'static str {
    match work {
        Work::Treaty => "treaty",
        Work::News => "article-newspaper",
        Work::Report => "report",
        Work::Data => "dataset",
        Work::Document => "document",
        Work::Page => "webpage",
        Work::Speech => "speech",
        Work::Post => "post",
        Work::Event => "event",
    }
}

/// A date by its parts where it has some, and in words otherwise.
fn of_date(date: &EdtfDate) -> Value {
    let parts = |date: &EdtfDate| {
        let parts = Calendar::of(date)?;
        // The year before the year 1 is 0 in EDTF and -1 here.
        let year = if parts.year < 1 { parts.year - 1 } else { parts.year };
        let numbers = [Some(year), parts.month.map(|n| n as i32), parts.day.map(|n| n as i32)];
        Some(numbers.into_iter().flatten().collect::<Vec<i32>>())
    };
    let both = || Some(vec![parts(date.start()?)?, parts(date.last()?)?]);
    let Some(parts) = parts(date).map(|parts| vec![parts]).or_else(both) else {
        return json!({ "literal": (Language::English.strings().dates.date)(date) });
    };
    if date.is_approximate() || date.is_uncertain() {
        json!({ "date-parts": parts, "circa": true })
    } else {
        json!({ "date-parts": parts })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_have_parts_or_words() {
        for (text, expected) in [
            ("1987-12-08", r#"{"date-parts":[[1987,12,8]]}"#),
            ("1987", r#"{"date-parts":[[1987]]}"#),
            ("1987~", r#"{"circa":true,"date-parts":[[1987]]}"#),
            ("1969-11/1972-05", r#"{"date-parts":[[1969,11],[1972,5]]}"#),
            ("-0043-03", r#"{"date-parts":[[-44,3]]}"#),
        ] {
            let mut date = of_date(&EdtfDate::parse(text).unwrap());
            date.sort_all_objects();
            assert_eq!(date.to_string(), expected, "{text}");
        }
        assert!(of_date(&EdtfDate::parse("198X").unwrap())["literal"].is_string());
    }
}
