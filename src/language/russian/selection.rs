//! Russian: the details of what is selected, menus of items, and what is copied of them.

use super::counted;
use super::law::period;
use crate::diagnostics::ImageProblem;
use crate::domain::{Confidence, Nature};
use crate::language::selection::Selection;
use crate::language::text::without_trailing_comma;

pub(super) const SELECTION: Selection = Selection {
    copy_quote: "Копировать цитату",
    copy_citation: "Копировать библиографическую ссылку",
    copy_citations: "Копировать библиографические ссылки",
    open_source: "Открыть источник",
    open_at_quotation: "Открыть источник на этой цитате ↗",
    cite: "Сослаться",
    open: "Открыть ↗",
    original: "Оригинал",
    translation: "Перевод",
    translated: "перевод",
    untranslated: |language| format!("только оригинал ({language}), без перевода"),
    same_occasion_as_above: "тогда же",
    tick: |what| format!("Выделить: {what}"),
    selected: |n| format!("Выделено: {n}"),
    copy_with_citations: "Копировать со ссылками",
    by_party: "По участникам",
    by_treaty: "По договорам",
    by_date: "По датам",
    for_no_party: "Тексты договоров и прочее",
    about_no_treaty: "Не о договоре",
    speaker: "Автор высказываний",
    all_by: |name| format!("Все цитаты: {name}"),
    all_by_counted: |name, n| format!("Все цитаты: {name} · {n}"),
    tabs: "Подробности о договоре",
    tab_quotations: "Цитаты",
    tab_events: "События",
    tab_parties: "Участники",
    tab_sources: "Источники",
    tab_terms: "Условия",
    in_force: |nature, from, _| {
        let force = if nature == Nature::Political { "действие" } else { "в силе" };
        format!("{force} с {from}")
    },
    ended: |day| format!("прекращён {day}"),
    years: |n| counted(n, ["год", "года", "лет"]),
    suspended_since: |day| format!("приостановлен с {day}"),
    suspended_from: |day| format!("приостановлен с {day}"),
    suspended_until: |from, until| format!("приостановлен с {from}, возобновлён {until}"),
    status_on: |day| format!("Статус на {day}"),
    find_party: "Найти сторону",
    no_party_found: "Стороны с таким названием нет",
    acts_listed: |seen| match seen {
        Some(day) => format!("Акты без отметок взяты из перечня, просмотренного {day}:"),
        None => "Акты без отметок взяты из перечня:".to_owned(),
    },
    list_lacks: |what| format!("Нет в перечне: {what}"),
    legal_change: |phase, party| match party {
        Some(party) => format!("правовой статус участника {party}: {phase}"),
        None => format!("правовой статус: {phase}"),
    },
    go_to: |what| format!("Перейти: {what}"),
    in_original: |language| format!("Оригинал: {language}"),
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
    relation: |after, before, within| {
        let after_words = after.map(|title| format!("после «{title}»"));
        let before_words = before.map(|title| format!("до «{title}»"));
        let side = if after.is_some() { "позже" } else { "раньше" };
        let within = within.map(|within| format!("не более чем на {} {side}", period(within)));
        let parts: Vec<String> = [after_words, before_words, within].into_iter().flatten().collect();
        format!("Дата определена по другим событиям: {}", parts.join(", "))
    },
    no_source: "Источник не указан",
    confidence: |confidence| match confidence {
        Confidence::Confirmed => "подтверждено",
        Confidence::SingleSource => "только один источник",
        Confidence::Unverified => "не проверено",
    },
    tags: "Метки",
    own_fields: "Другие сведения из файла",
    own_field: |name, text| format!("{name}: {text}"),
    open_page: "Открыть страницу",
    open_picture: "Открыть изображение",
    picture: |title| format!("Изображение: {title}"),
    picture_loading: "Изображение загружается…",
    picture_problem: |problem| match problem {
        ImageProblem::NoFile => "Изображения нет в папке набора данных",
        ImageProblem::TooLarge => "Изображение слишком велико, чтобы показать его здесь",
        ImageProblem::Unreadable => "Показать изображение здесь нельзя",
    },
    no_viewer: "Изображение не открылось; путь к нему скопирован",
    neighbours: "Соседние события",
    neighbouring_statements: |treaty| format!("Высказывания до и после: {treaty}"),
    in_cluster: |n| format!("Ещё в этом скоплении · {n}"),
    related: "Связанные события",
    statement: "Высказывание",
    against_record: "Сверка с данными",
    about: |n| format!("О чём · {n}"),
    about_nothing: "Не о договоре; сказано по тому же поводу",
    same_occasion: |n| format!("Сказано тогда же · {n}"),
    treaty_in: |category| format!("Договор · {category}"),
    withdrawal: "Выход",
    duration: "Положения о сроке действия и выходе",
    also_called: "Другие названия",
    related_treaties: "Другие договоры",
    events_heading: |n| format!("События · {n}"),
    statements_heading: |n| format!("Высказывания · {n}"),
    sources_heading: |n| format!("Источники · {n}"),
    and_more: |what| format!("и ещё {what}"),
    and_more_on_timeline: |n| format!("и ещё {n} — на ленте"),
    quotation: |text| format!("«{}»", without_trailing_comma(text)),
    several_heading: |n| format!("Выделено · {n}"),
    time_across: |length| format!("От самого раннего до самого позднего: {length}"),
    time_between: |length| format!("Время между ними: {length}"),
    measure: "Время от выделенного элемента",
    clear: "Снять выделение",
    several_help: "Ctrl+щелчок или X добавляет элемент или убирает его; Shift+щелчок выделяет диапазон в строке",
    days: |n| counted(n, ["день", "дня", "дней"]),
    length: |length, days| format!("{length} ({})", counted(days, ["день", "дня", "дней"])),
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
