//! Russian: the timeline, its lanes and its legend.

use super::counted;
use super::known_year::by_itself;
use crate::domain::{Attestation, LifeSummary, Nature};
use crate::language::text::label;
use crate::language::view::View;

pub(super) const VIEW: View = View {
    link_copied: "Ссылка на этот вид скопирована",
    link_opened: "Вид открыт",
    open_link: "Открыть вид",
    link_help: "Вставьте ссылку на вид. Её даёт команда «Копировать ссылку на этот вид» в меню «Файл»",
    enter_opens_link: "Enter — открыть этот вид",
    timeline: |span| format!("Лента времени, {span}"),
    today: "сегодня",
    pinned: "Закреплённые",
    scroll_lanes: "Прокрутка строк",
    resize_panel: "Размер панели",
    empty: "В этом наборе нет договоров. Откройте другой (Ctrl+O) или перетащите файл сюда.",
    collapsed: "свёрнуто",
    expanded: "развёрнуто",
    legend_filters_by_status: "Щелчок оставит только договоры с этим статусом: на дату статуса или на сегодня",
    collapse_group: "Свернуть эту группу",
    expand_group: "Развернуть эту группу",
    show_parties_of: |name| format!("Стороны: {name}"),
    short_life_summary: |life| match life {
        LifeSummary::Unsigned => "не подписан".to_owned(),
        LifeSummary::Negotiated(_) => "переговоры".to_owned(),
        LifeSummary::Agreed(_) => "согласован".to_owned(),
        LifeSummary::Signed(_) | LifeSummary::EntryNotRecorded(_, None) => "подписан".to_owned(),
        LifeSummary::Provisional(_) => "временно".to_owned(),
        LifeSummary::InForce(_, Nature::Political) => "действует".to_owned(),
        LifeSummary::InForce(_, Nature::Treaty | Nature::Topic) => "в силе".to_owned(),
        LifeSummary::Suspended(..) => "приостановлен".to_owned(),
        LifeSummary::NeverInForce(_) => "не вступил".to_owned(),
        topic @ LifeSummary::Topic(_) => super::terms::life_summary(topic),
        LifeSummary::Ended(_, at, _)
        | LifeSummary::Over(at, _)
        | LifeSummary::EntryNotRecorded(_, Some((at, _))) => {
            format!("до {}", by_itself(at))
        }
    },
    headers_edge: label(
        "Ширина столбца строк",
        "Перетащите, чтобы изменить ширину; двойной щелчок вернёт прежнюю",
    ),
    details: "Подробности",
    unpin: "Открепить строку",
    cluster: |one, many| format!("{one} · всего здесь {many}"),
    cluster_here: |many, can_split| {
        let zoom = if can_split { ", двойной щелчок — увеличить" } else { "" };
        format!("Здесь {many}. Щелчок покажет список{zoom}")
    },
    zoom_to_cluster: "Увеличить до них",
    wheel_hint: |key, all_fit| {
        let what = if all_fit {
            "Видны все строки"
        } else {
            "Колесо прокручивает строки"
        };
        format!("{what}; {key}+колесо меняет масштаб")
    },
    let_wheel_zoom: "Пусть колесо меняет масштаб",
    expand_cluster: "Двойной щелчок раскроет скопление",
    list_cluster: "Двойной щелчок покажет список",
    list_overflow: "Щелчок покажет список",
    phase_span: |what, start, end| match end {
        Some(end) => format!("{what}, с {start} до {end}"),
        None => format!("{what}, с {start}"),
    },
    notice_period: |from, to, length| {
        let length = length.map(|length| format!(", {length}")).unwrap_or_default();
        format!("уведомление о выходе {from}, вступает в силу {to}{length}")
    },
    overview: |span| format!("Обзор, показано {span}"),
    start_of_range: "Начало видимого периода",
    end_of_range: "Конец видимого периода",
    scale,
    zoom: |times| match times {
        times if times < 9.95 => format!("×{times:.1}").replace('.', ","),
        times => format!("×{times:.0}"),
    },
    back_to: |name, year| format!("{name}: в окне ничего нет. Назад к {year} году"),
    on_to: |name, year| format!("{name}: в окне ничего нет. Вперёд к {year} году"),
    period_shown: |span| format!("Показан период: {span}. Перейти к дате"),
    period_help: "Перейти к дате или к периоду, например 1985–2026",
    go_to_date: "Переход к дате",
    date_hint: "2019-08-02, август 2019, 2019, 1985–2026",
    date_help: "1987-12-08, 8 декабря 1987, 8.12.1987, 1985–2026, 1980-е, 44 до н. э. или любая запись EDTF",
    enter_goes_to: |date| format!("Enter — перейти к дате: {date}"),
    to_bookmark: "Перейти к закладке",
    dataset: "Набор данных",
    current_to: |day| format!("Обновлено {day}"),
    dataset_version: |version, released| match released {
        Some(day) => format!("Версия данных {version}, {day}"),
        None => format!("Версия данных {version}"),
    },
    how_to_read: "Как читать ленту",
    how_to_start: "Выберите событие, чтобы увидеть высказывания о нём, или кавычки, чтобы увидеть, к каким событиям они относятся",
    legend_phases: "Этапы",
    legend_notice: "идёт срок уведомления",
    legend_span: "событие, которое длится",
    legend_dates: "Даты",
    date_approximate: "приблизительная",
    date_uncertain: "под вопросом",
    date_inexact: "точный день неизвестен",
    date_open: "открытый период",
    date_disputed: "спорная",
    legend_attestations: "Достоверность",
    attestation: |attestation| match attestation {
        Attestation::SingleSource => "только один источник",
        Attestation::Unverified => "не проверено",
        Attestation::Unsourced => "источник не указан",
    },
    unsourced: |n| format!("без источника: {n}"),
    legend_events: "События",
    legend_entry: |name| format!("Легенда: {name}"),
    legend_statements: "Высказывания",
    statement_us: "США",
    statement_ru: "Россия или СССР",
    statement_other: "прочие, текст договора или несколько сторон",
    licence: "Лицензия",
    no_other_view: "Предыдущего или следующего вида нет",
    lane_hidden: |name| format!("Скрыто: {name}. Shift+H покажет все скрытые строки"),
    no_parties: |name| format!("{name}: нет событий отдельных сторон"),
    first_parties: |name, n| format!("{name}: показаны первые {n} сторон"),
    parties_shown: |name, n| format!("{name}: {}", counted(n, ["сторона", "стороны", "сторон"])),
    select_treaty: "Сначала выберите договор",
    moved_to: |date| format!("Переход к дате: {date}"),
    bookmark_removed: "Закладка удалена",
    bookmark_added: |name| format!("Закладка добавлена: {name}"),
    no_bookmarks: "Закладок пока нет. Нажмите M, чтобы добавить",
    bookmark_note: |name| format!("Заметка к закладке «{name}»"),
    bookmark_note_hint: "Текст заметки",
    bookmark_up: |name| format!("Поднять закладку «{name}»"),
    bookmark_down: |name| format!("Опустить закладку «{name}»"),
    bookmark_remove: |name| format!("Удалить закладку «{name}»"),
    drawing_failed: "Часть окна не удалось отобразить, она нарисована заново. Сообщите, пожалуйста, что вы делали",
};

fn scale(secs: f64) -> String {
    let tenths = |value: f64| format!("{value:.1}").replace('.', ",");
    match secs {
        s if s < 90.0 => format!("1 пикс. = {s:.0} с"),
        s if s < 3600.0 => format!("1 пикс. = {:.0} мин", s / 60.0),
        s if s < 86_400.0 => format!("1 пикс. = {} ч", tenths(s / 3600.0)),
        s if s < 10.0 * 86_400.0 => format!("1 пикс. = {} сут", tenths(s / 86_400.0)),
        s if s < 730.0 * 86_400.0 => format!("1 пикс. = {:.0} сут", s / 86_400.0),
        s => format!("1 пикс. = {}", counted((s / 31_556_952.0).round() as usize, ["год", "года", "лет"])),
    }
}
