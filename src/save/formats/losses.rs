//! What each format has no room for, counted in what is written.

use chrono::Datelike as _;

use crate::domain::{DateRole, EdtfDate, Treaty};
use crate::records::{DataFormat, Detail, Loss};

use crate::save::export_selection::ExportSelection;
use Detail::{
    Acts, Clauses, Confidence, Contested, DateNotes, EarlyYears, EmptyTreaties, Fields, Figures, Images,
    Kinds, Links, Originals, OtherDates, Parties, Sources, Statements, Tags, TreatyTexts,
};

// What each of the formats has no room for.
const CSV: &[Detail] = &[
    EmptyTreaties,
    TreatyTexts,
    Clauses,
    Links,
    OtherDates,
    DateNotes,
    Contested,
    Fields,
    Statements,
    Figures,
    Acts,
];
const XLSX: &[Detail] = &[
    TreatyTexts,
    Clauses,
    Links,
    OtherDates,
    DateNotes,
    Contested,
    Confidence,
    Images,
    Fields,
    Figures,
    Acts,
];
const TIMELINE_JS: &[Detail] = &[
    EmptyTreaties,
    TreatyTexts,
    Clauses,
    Links,
    OtherDates,
    DateNotes,
    Contested,
    Kinds,
    Parties,
    Tags,
    Confidence,
    Images,
    Fields,
    Originals,
    Figures,
    Acts,
];
const VIS: &[Detail] = &[
    TreatyTexts,
    Clauses,
    Links,
    OtherDates,
    DateNotes,
    Contested,
    Parties,
    Tags,
    Confidence,
    Images,
    Fields,
    Sources,
    Originals,
    Figures,
    Acts,
];
const I_CALENDAR: &[Detail] = &[
    EarlyYears,
    EmptyTreaties,
    TreatyTexts,
    Clauses,
    Links,
    OtherDates,
    DateNotes,
    Contested,
    Kinds,
    Parties,
    Confidence,
    Images,
    Fields,
    Originals,
    Figures,
    Acts,
];
const MARKWHEN: &[Detail] = &[
    EarlyYears,
    TreatyTexts,
    Clauses,
    Links,
    OtherDates,
    DateNotes,
    Contested,
    Parties,
    Confidence,
    Images,
    Fields,
    Originals,
    Figures,
    Acts,
];
// Both formats for readers, Markdown and HTML.
const REPORT: &[Detail] = &[
    EmptyTreaties,
    TreatyTexts,
    Clauses,
    Links,
    OtherDates,
    Tags,
    Confidence,
    Images,
    Fields,
    Figures,
    Acts,
];

/// What a format has no room for and is there.
pub(super) fn of(format: DataFormat, material: ExportSelection<'_>) -> Vec<Loss> {
    let counted = lacking(format).iter().map(|&detail| {
        // A workbook has columns for those of events and statements, and no sheet of treaties.
        let is_of_treaties = format == DataFormat::Xlsx && detail == Fields;
        let count = if is_of_treaties { treaties_with_fields(material) } else { count(detail, material) };
        Loss { detail, count }
    });
    counted.filter(|loss| loss.count > 0).collect()
}

/// What a format has no room for.
fn lacking(format: DataFormat) -> &'static [Detail] {
    match format {
        // The whole model; and a bibliography, which is no form of a dataset.
        DataFormat::Native
        | DataFormat::CsvTables
        | DataFormat::CslJson
        | DataFormat::Bibtex
        | DataFormat::Ris => &[],
        DataFormat::Csv => CSV,
        DataFormat::Xlsx => XLSX,
        DataFormat::TimelineJs => TIMELINE_JS,
        DataFormat::Vis => VIS,
        DataFormat::ICalendar => I_CALENDAR,
        DataFormat::Markwhen => MARKWHEN,
        DataFormat::Markdown | DataFormat::Html => REPORT,
    }
}

/// Whether a date begins in a year that has four digits and is of the common era.
pub(super) fn has_four_digits(date: &EdtfDate) -> bool {
    date.earliest().date().year() >= 1
}

fn treaties_with_fields(material: ExportSelection<'_>) -> usize {
    let treaties = material.subset.treaties().map(|id| material.dataset.treaty(id));
    treaties.filter(|treaty| !treaty.fields.is_empty()).count()
}

fn count(detail: Detail, material: ExportSelection<'_>) -> usize {
    let ExportSelection { dataset, subset, .. } = material;
    let events = || material.events().map(|(_, event)| event);
    let statements = || material.statements().map(|(_, statement)| statement);
    let treaties = || subset.treaties().map(|id| dataset.treaty(id));
    let has_texts = |treaty: &&Treaty| {
        let is_any = !treaty.aliases.is_empty() || !treaty.depositaries.is_empty();
        is_any
            || [&treaty.full_name, &treaty.summary, &treaty.duration_rule].iter().any(|text| !text.is_empty())
    };
    match detail {
        EarlyYears => {
            let dates =
                events().map(|event| event.date()).chain(statements().map(|statement| &statement.date));
            dates.filter(|date| !has_four_digits(date)).count()
        }
        EmptyTreaties => {
            let is_empty = |id: &_| !dataset.events_of(*id).iter().any(|&event| subset.has_event(event));
            subset.treaties().filter(is_empty).count()
        }
        TreatyTexts => treaties().filter(has_texts).count(),
        Clauses => {
            let has_clause = |treaty: &&Treaty| {
                let terms = &treaty.terms;
                terms.entry.is_some() || terms.withdrawal.is_some() || terms.duration.is_some()
            };
            treaties().filter(has_clause).count()
        }
        Links => {
            let of_treaties: usize = treaties().map(|treaty| treaty.links.len()).sum();
            of_treaties + events().map(|event| event.links.len()).sum::<usize>()
        }
        OtherDates => events().filter(|event| event.dates.len() > 1).count(),
        DateNotes => {
            let has_note = |event: &&crate::domain::Event| {
                let claim = event.claim();
                !claim.note.is_empty() || claim.role != DateRole::Formal
            };
            events().filter(has_note).count()
        }
        Contested => events().filter(|event| !event.contested.is_empty()).count(),
        Kinds => events().count(),
        Parties => events().filter(|event| event.party.is_some()).count(),
        Tags => events().filter(|event| !event.tags.is_empty()).count(),
        Confidence => events().filter(|event| event.confidence.is_some()).count(),
        Images => events().filter(|event| !event.image.is_empty()).count(),
        Fields => {
            let of_treaties = treaties_with_fields(material);
            let of_statements = statements().filter(|statement| !statement.fields.is_empty()).count();
            of_treaties + of_statements + events().filter(|event| !event.fields.is_empty()).count()
        }
        Sources => events().filter(|event| event.claim().source.is_some()).count(),
        Statements => statements().count(),
        Originals => statements().filter(|statement| statement.original.is_some()).count(),
        Acts => subset.treaties().map(|treaty| dataset.acts_of(treaty).count()).sum(),
        Figures => dataset.series().iter().filter(|series| subset.has_series(series)).count(),
    }
}
