//! English: writing a dataset in other formats.

use crate::language::converting::Converting;
use crate::records::{DataFormat, Detail};

use super::counted;

pub(in crate::language) static CONVERTING: Converting = Converting {
    format,
    detail,
    lost: |format, list| format!("{format} cannot hold: {list}"),
    nothing_lost: |format| format!("{format} holds everything"),
    nothing_more_lost: |format| format!("{format} holds everything that was read"),
    read: |name, counts| format!("{name}: {counts}"),
    warnings: |n| format!("{}; `treaty-timeline check` lists them", counted(n, "warning")),
    written: |path, format| format!("{path} was written as {format}"),
    sheet_events: "Events",
    sheet_statements: "Statements",
    sheet_sources: "Sources",
    sheet_legal_status: "Legal status",
    status_on: |day| format!("Status on {day}"),
    sources: "Sources",
    kept_until: |day| format!("Kept current until {day}"),
    nothing_shown: "There is nothing to list",
    note: |n| format!("note {n}"),
};

fn format(format: DataFormat) -> &'static str {
    match format {
        DataFormat::Native => "a dataset of this program",
        DataFormat::CsvTables => "CSV tables",
        DataFormat::Csv => "a CSV table of events",
        DataFormat::Xlsx => "an Excel workbook",
        DataFormat::TimelineJs => "TimelineJS",
        DataFormat::Vis => "vis-timeline",
        DataFormat::ICalendar => "iCalendar",
        DataFormat::Markwhen => "markwhen",
        DataFormat::Markdown => "a chronology in Markdown",
        DataFormat::Html => "a chronology in HTML",
        DataFormat::CslJson => "CSL-JSON",
        DataFormat::Bibtex => "BibTeX",
        DataFormat::Ris => "RIS",
    }
}

fn detail(detail: Detail, n: usize) -> String {
    let of = |what: &str, noun: &str| format!("{what} of {}", counted(n, noun));
    match detail {
        Detail::EarlyYears => format!("{} before the year 1", counted(n, "item")),
        Detail::EmptyTreaties => format!("{} without events", counted(n, "lane")),
        Detail::TreatyTexts => of("names and descriptions", "treaty"),
        Detail::Clauses => of("clauses", "treaty"),
        Detail::Links => counted(n, "link"),
        Detail::OtherDates => of("further dates", "event"),
        Detail::DateNotes => of("notes on the date", "event"),
        Detail::Contested => of("disputed effects", "event"),
        Detail::Kinds => of("types", "event"),
        Detail::Parties => of("parties", "event"),
        Detail::Tags => of("tags", "event"),
        Detail::Confidence => of("confidence", "event"),
        Detail::Images => of("pictures", "event"),
        Detail::Fields => of("own columns", "item"),
        Detail::Sources => of("sources", "event"),
        Detail::Statements => counted(n, "statement"),
        Detail::Originals => of("original words", "statement"),
        Detail::Figures => format!("{n} series of figures"),
        Detail::Acts => counted(n, "listed act"),
    }
}
