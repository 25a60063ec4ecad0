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
    columns: label("Столбцы", "Какие столбцы показаны и копируются"),
    copy: "Копировать",
    as_csv: label(
        "Копировать как CSV",
        "Кладёт таблицу в буфер обмена: значения через запятую, для электронных таблиц",
    ),
    as_markdown: label("Копировать как Markdown", "Кладёт таблицу в буфер обмена в разметке Markdown"),
    copied: |n| format!("Скопировано: {}", counted(n, ["строка", "строки", "строк"])),
    close: label("Закрыть таблицу", "Закрывает таблицу; та же клавиша открывает её снова"),
    sort_by: |column| format!("Упорядочить: {column}"),
    as_edtf: |column| format!("{column} (EDTF)"),
    ascending: "по возрастанию",
    descending: "по убыванию",
    no_rows: "Строк нет: фильтр ничего такого не показывает",
    source_heading: "Источник",
    open_address: "Открыть адрес",
    date: "Дата",
    treaty: "Договор",
    event_kind: "Тип",
    party: "Участник",
    title: "Название",
    quotes: "Цитат",
    statements: "Высказывания",
    source: "Источник",
    speaker: "Кто сказал",
    role: "Должность",
    country: "Государство",
    quote: "Слова",
    language: "Язык",
    name: "Договор",
    category: "Категория",
    parties: "Участников",
    signed: "Подписан",
    in_force: "В силе с",
    status: "Состояние",
    events: "События",
    publisher: "Издатель",
    source_kind: "Вид",
    cited: "Ссылок",
    address: "Адрес",
};
