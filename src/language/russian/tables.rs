//! Russian: tables of the record.

use super::counted;
use crate::language::table::said;
use crate::language::table_words::TableWords;

pub(super) const TABLES: TableWords = TableWords {
    treaties_tab: "Договоры",
    sources_tab: "Источники",
    shown_of: |shown, of| {
        if shown == of { format!("Строк: {of}") } else { format!("Строк: {shown} из {of}") }
    },
    columns: said("Столбцы", "Какие столбцы показаны и копируются"),
    copy: "Копировать",
    as_csv: said(
        "Копировать как CSV",
        "Кладёт таблицу в буфер обмена: значения через запятую, для электронных таблиц",
    ),
    as_markdown: said("Копировать как Markdown", "Кладёт таблицу в буфер обмена в разметке Markdown"),
    copied: |n| format!("Скопировано: {}", counted(n, ["строка", "строки", "строк"])),
    close: said("Закрыть таблицу", "Закрывает таблицу; та же клавиша открывает её снова"),
    sort_by: |column| format!("Упорядочить: {column}"),
    as_edtf: |column| format!("{column} (EDTF)"),
    ascending: "по возрастанию",
    descending: "по убыванию",
    nothing: "Строк нет: фильтр ничего такого не показывает",
    source_heading: "Источник",
    open_address: "Открыть адрес",
    date: "Дата",
    treaty: "Договор",
    kind_of_event: "Тип",
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
    state: "Состояние",
    steps: "События",
    publisher: "Издатель",
    kind_of_source: "Вид",
    cited: "Ссылок",
    address: "Адрес",
};
