//! Russian: writing a dataset in other formats.

use crate::language::converting::Converting;
use crate::records::{DataFormat, Detail};

use super::counted;

pub(in crate::language) static CONVERTING: Converting = Converting {
    format,
    detail,
    lost: |format, list| format!("Не сохранено ({format}): {list}"),
    nothing_lost: |format| format!("Сохранено всё ({format})"),
    nothing_more_lost: |format| format!("Сохранено всё, что прочитано ({format})"),
    read: |name, counts| format!("{name}: {counts}"),
    warnings: |n| {
        format!(
            "{}; их перечислит `treaty-timeline check`",
            counted(n, ["предупреждение", "предупреждения", "предупреждений"])
        )
    },
    written: |path, format| format!("Записан файл {path} ({format})"),
    sheet_events: "События",
    sheet_statements: "Высказывания",
    sheet_sources: "Источники",
    sheet_legal_status: "Правовой статус",
    status_on: |day| format!("Статус на дату: {day}"),
    sources: "Источники",
    kept_until: |day| format!("Данные проверены по состоянию на дату: {day}"),
    nothing_shown: "Нет ни одной записи",
    note: |n| format!("примечание {n}"),
};

fn format(format: DataFormat) -> &'static str {
    match format {
        DataFormat::Native => "набор данных этой программы",
        DataFormat::CsvTables => "таблицы CSV",
        DataFormat::Csv => "таблица событий CSV",
        DataFormat::Xlsx => "книга Excel",
        DataFormat::TimelineJs => "TimelineJS",
        DataFormat::Vis => "vis-timeline",
        DataFormat::ICalendar => "iCalendar",
        DataFormat::Markwhen => "markwhen",
        DataFormat::Markdown => "хронология в Markdown",
        DataFormat::Html => "хронология в HTML",
        DataFormat::CslJson => "CSL-JSON",
        DataFormat::Bibtex => "BibTeX",
        DataFormat::Ris => "RIS",
    }
}

fn detail(detail: Detail, n: usize) -> String {
    let events = |what: &str| format!("{what} {}", counted(n, ["события", "событий", "событий"]));
    let treaties = |what: &str| format!("{what} {}", counted(n, ["договора", "договоров", "договоров"]));
    match detail {
        Detail::EarlyYears => {
            format!("{} до 1 года н. э.", counted(n, ["запись", "записи", "записей"]))
        }
        Detail::EmptyTreaties => {
            format!("{} без событий", counted(n, ["строка", "строки", "строк"]))
        }
        Detail::TreatyTexts => treaties("названия и описания"),
        Detail::Clauses => treaties("статьи о сроках"),
        Detail::Links => counted(n, ["связь", "связи", "связей"]),
        Detail::OtherDates => events("другие даты"),
        Detail::DateNotes => events("примечания к дате"),
        Detail::Contested => events("споры о последствиях"),
        Detail::Kinds => events("типы"),
        Detail::Parties => events("участники"),
        Detail::Tags => events("метки"),
        Detail::Confidence => events("достоверность"),
        Detail::Images => events("изображения"),
        Detail::Fields => format!("свои столбцы {}", counted(n, ["записи", "записей", "записей"])),
        Detail::Sources => events("источники"),
        Detail::Statements => counted(n, ["высказывание", "высказывания", "высказываний"]),
        Detail::Originals => {
            format!(
                "слова на языке оригинала {}",
                counted(n, ["высказывания", "высказываний", "высказываний"])
            )
        }
        Detail::Acts => counted(n, ["акт в перечне", "акта в перечне", "актов в перечне"]),
        Detail::Figures => counted(n, ["ряд данных", "ряда данных", "рядов данных"]),
    }
}
