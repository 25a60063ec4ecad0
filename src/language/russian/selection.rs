//! Russian: the details of what is selected, menus of items, and what is copied of them.

use super::counted;
use crate::language::selection::Selection;
use crate::language::text::label;

pub(super) const SELECTION: Selection = Selection {
    copy_quote: "Копировать цитату",
    copy_citation: "Копировать библиографическую ссылку",
    copy_citations: "Копировать библиографические ссылки",
    open_source: "Открыть источник",
    show_in_source: label("Показать в источнике", "Открыть источник в браузере на этой цитате"),
    show_on_timeline: "Показать на ленте",
    go_to: |what| format!("Перейти: {what}"),
    in_original: |language| format!("Оригинал: {language}"),
    in_translation: |language| format!("Перевод: {language}"),
    translated_by: |who| format!("перевод: {who}"),
    accessed: |day| format!("дата обращения: {day}"),
    acting_party: "Кто действует",
    parties: "Участники в наборе данных",
    depositaries: "Депозитарии",
    not_recorded: "не указаны",
    successor_to: |party, before| format!("{party} (предшественник: {before})"),
    linked_statements: |n| format!("Высказывания о событии · {n}"),
    disputed: "спорно",
    claims: "Дата по источникам",
    neighbours: "Соседние события",
    in_cluster: |n| format!("Ещё в этом скоплении · {n}"),
    related: "Связанные события",
    statement: "Высказывание",
    against_record: "Сверка с данными",
    about: |n| format!("О чём · {n}"),
    about_nothing: "Не о договоре; сказано по тому же поводу",
    same_occasion: |n| format!("Сказано тогда же · {n}"),
    treaty_in: |category| format!("Договор · {category}"),
    duration: "Срок действия по договору",
    also_called: "Другие названия",
    related_treaties: "Другие договоры",
    events_heading: |n| format!("События · {n}"),
    statements_heading: |n| format!("Высказывания · {n}"),
    sources_heading: |n| format!("Источники · {n}"),
    and_more: |what| format!("и ещё {what}"),
    and_more_on_timeline: |n| format!("и ещё {n} — на ленте"),
    quotation: |text| format!("«{text}»"),
    several_heading: |n| format!("Выделено · {n}"),
    clear: "Снять выделение",
    several_help: "Ctrl+щелчок или X добавляет элемент или убирает его; Shift+щелчок выделяет диапазон в строке",
    days: |n| counted(n, ["день", "дня", "дней"]),
    hidden_by_filter: |events, statements| {
        let (events, statements) = (
            (events > 0).then(|| counted(events, ["событие", "события", "событий"])),
            (statements > 0).then(|| counted(statements, ["высказывание", "высказывания", "высказываний"])),
        );
        let hidden: Vec<String> = [events, statements].into_iter().flatten().collect();
        format!("Скрыто: {}", hidden.join(" и "))
    },
    zoom_to_range: "Показать период",
    quote_copied: "Цитата скопирована",
    citation_copied: "Библиографическая ссылка скопирована",
    citations_copied: |n| {
        format!(
            "Скопировано: {}",
            counted(n, ["библиографическая ссылка", "библиографические ссылки", "библиографических ссылок"])
        )
    },
    too_many_selected: |n| format!("Можно выделить не больше {n} элементов"),
    cluster_listed: |n| format!("Элементов в один момент: {n}; список — на панели подробностей"),
    no_browser: "Не удалось открыть браузер. Адрес скопирован",
};
