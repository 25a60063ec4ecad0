//! Russian: opening a table.

use crate::language::open_table::Opening;
use crate::language::text::label;
use crate::records::{Role, Shape};

use super::counted;
use super::terms::event_kind;

pub(super) const OPENING: Opening = Opening {
    title: |name| format!("Открыть «{name}» как ленту времени"),
    sheet: |sheet, sheets| format!("Лист {sheet} из {sheets}"),
    read_as: "Читать как",
    dates: "Даты:",
    date_order: |day_first| match day_first {
        Some(true) => "день/месяц/год",
        Some(false) => "месяц/день/год",
        None => "сначала день или месяц?",
    },
    decided_by: |row, date| format!("видно по строке {row} ({date})"),
    as_columns_tell: "как видно по столбцам",
    header_in: |row| format!("Заголовки в строке {row}"),
    no_header: "Без заголовков",
    row: |row, words| format!("Строка {row}: {words}"),
    remember: label(
        "Запомнить для файлов с такими столбцами",
        "Открывать таблицы с такими же столбцами так же, не спрашивая",
    ),
    column: |name, role| format!("Столбец «{name}»: {role}"),
    role_parts: ["Событие", "Даты", "Строка ленты", "Стороны и цитаты", "Источник", "Числа"],
    event_types: "Дата события",
    first_rows: "Первые строки",
    more_rows: |n| format!("Ещё {}", counted(n, ["строка", "строки", "строк"])),
    more_columns: |n| format!("Ещё {}", counted(n, ["столбец", "столбца", "столбцов"])),
    first_rows_only: "Пока прочитаны только первые строки. Остальные будут прочитаны, когда таблица откроется",
    will_be_read: "Что будет прочитано",
    outcome: |rows, what, explained| {
        let forms = ["строка", "строки", "строк"];
        let rest = match explained {
            0 => String::new(),
            n => format!("; с пояснением ниже: {}", counted(n, forms)),
        };
        format!("{} → {}{rest}", counted(rows, forms), what.join(", "))
    },
    speakers_kept: |columns, has_quotes| {
        if has_quotes {
            format!("Если в строке нет цитаты, в подробностях показано: {columns}")
        } else {
            format!("Цитат из этой таблицы не получится. В подробностях показано: {columns}")
        }
    },
    parties: |n| counted(n, ["сторона", "стороны", "сторон"]),
    series: |n| counted(n, ["ряд чисел", "ряда чисел", "рядов чисел"]),
    nothing: "Пока из этой таблицы нечего показать. Укажите, что в её столбцах",
    reading: "Чтение…",
    preview: "Предпросмотр",
    preview_of: |lanes, span| {
        format!("Предпросмотр: {}, {span}", counted(lanes, ["строка", "строки", "строк"]))
    },
    more_lanes: |n| format!("и ещё {} ниже", counted(n, ["строка", "строки", "строк"])),
    status_follows: "Из этих событий следует правовой статус каждого договора на любую дату",
    open: label("Открыть", "Открыть таблицу так, как она прочитана сейчас"),
    cancel: label("Отмена", "Не открывать таблицу"),
    change: label("Изменить…", "Указать, что в строках и столбцах таблицы"),
    pasted: "Вставленная таблица",
    standard_input: "Стандартный ввод",
    no_table_pasted: "В буфере обмена нет таблицы. Скопируйте строки хотя бы с двумя столбцами, вместе с заголовками",
    not_from_a_file: "Эти данные не из файла: перечитывать нечего",
    everything_filter: "Всё, что можно открыть (*.json, *.csv, *.xlsx, *.ods, *.ics, …)",
    spreadsheets_filter: "Электронные таблицы (*.xlsx, *.ods, *.xls)",
    text_tables_filter: "Таблицы в виде текста (*.csv, *.tsv)",
    calendars_filter: "Календари (*.ics)",
    json_filter: "Наборы данных и ленты времени (*.json)",
};

pub(in crate::language) fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Events => "таблица событий: по строке на событие",
        Shape::Treaties => "таблица договоров: по строке на договор, каждый столбец дат — событие",
        Shape::Acts => "таблица действий: по строке на государство и договор",
        Shape::Series => "таблица чисел по годам",
    }
}

pub(in crate::language) fn role(role: Role) -> &'static str {
    match role {
        Role::Ignore => "не читать",
        Role::Keep => "показать как есть",
        Role::Id => "идентификатор",
        Role::Lane => "строка ленты",
        Role::FullName => "полное название",
        Role::Group => "группа",
        Role::Title => "название",
        Role::Kind => "тип события",
        Role::Date => "дата",
        Role::End => "конец",
        Role::Year => "год",
        Role::Month => "месяц",
        Role::Day => "день",
        Role::Precision => "точность",
        Role::EndYear => "год окончания",
        Role::EndMonth => "месяц окончания",
        Role::EndDay => "день окончания",
        Role::Party => "сторона",
        Role::Parties => "стороны",
        Role::Summary => "описание",
        Role::Quote => "цитата",
        Role::Speaker => "автор",
        Role::Office => "должность автора",
        Role::Source => "источник",
        Role::Url => "адрес",
        Role::Tags => "метки",
        Role::Confidence => "достоверность",
        Role::Image => "изображение",
        Role::EndKind => "как прекращён",
        Role::Entity => "чьё число",
        Role::Value => "число",
        Role::Event(kind) => event_kind(kind),
    }
}

pub(in crate::language) fn read_as(shape: &str, columns: &str, rows: usize, left_out: usize) -> String {
    let forms = ["строка", "строки", "строк"];
    let shown = counted(rows.saturating_sub(left_out), forms);
    let explained = if left_out == 0 {
        String::new()
    } else {
        format!(", пропущено: {}", counted(left_out, forms))
    };
    format!("Прочитано как {shape}. Столбцы: {columns} · показано: {shown}{explained}")
}
