//! Russian: the tables under the timeline.

use super::counted;
use crate::language::tables::Tables;
use crate::language::text::label;

pub(super) const TABLES: Tables = Tables {
    treaties_tab: "Договоры",
    sources_tab: "Источники",
    shown_of: |shown, of| {
        if shown == of { format!("Строк: {of}") } else { format!("Строк: {shown} из {of}") }
    },
    columns: label("Столбцы", "Выбрать столбцы для показа и копирования"),
    copy: "Копировать",
    as_csv: label("Копировать как CSV", "Скопировать значения через запятую, для электронных таблиц"),
    as_markdown: label("Копировать как Markdown", "Скопировать таблицу в разметке Markdown"),
    selected_as_csv: label(
        "Копировать выделенные строки как CSV",
        "Скопировать выделенные строки с заголовками (Ctrl+C)",
    ),
    selected_as_markdown: label(
        "Копировать выделенные строки как Markdown",
        "Скопировать выделенные строки в разметке Markdown",
    ),
    copied: |n| format!("Скопировано: {}", counted(n, ["строка", "строки", "строк"])),
    close: label("Закрыть таблицу", "Закрыть таблицу (Ctrl+T)"),
    sort_by: |column| format!("Сортировать: {column}"),
    as_edtf: |column| format!("{column} (EDTF)"),
    ascending: "по возрастанию",
    descending: "по убыванию",
    no_rows: "Нет строк, соответствующих фильтрам",
    source_heading: "Источник",
    open_address: "Открыть этот адрес в браузере",
    date: "Дата",
    treaty: "Договор",
    event_kind: "Тип",
    party: "Участник",
    title: "Название",
    quotes: "Цитаты",
    statements: "Высказывания",
    source: "Источник",
    speaker: "Автор",
    role: "Должность",
    country: "Страна",
    quote: "Цитата",
    language: "Язык",
    name: "Договор",
    category: "Категория",
    parties: "Участников",
    signed: "Подписан",
    in_force: "В силе с",
    status: "Статус",
    events: "События",
    publisher: "Издатель",
    source_kind: "Вид",
    cited: "Ссылок",
    address: "Адрес",
};
