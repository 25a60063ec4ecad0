//! Russian: legal status on a date: the line on the timeline, and the matrix of treaties and parties.

use super::counted;
use super::terms::event_kind;
use crate::domain::{EventKind, Period};
use crate::language::law::Law;
use crate::language::text::label;

/// Said of an end without an entry into force.
pub(super) const ENTRY_NOT_RECORDED: &str = "О вступлении в силу сведений нет";

pub(super) const LAW: Law = Law {
    as_of: |day| format!("Статус на {day}"),
    as_of_today: "Статус на сегодня",
    today: "Сегодня",
    month: super::dates::month_name,
    weekdays: ["Пн", "Вт", "Ср", "Чт", "Пт", "Сб", "Вс"],
    earlier_year: "Годом раньше",
    earlier_month: "Месяцем раньше",
    later_month: "Месяцем позже",
    later_year: "Годом позже",
    year_field: "Год",
    day_is_today: |day| format!("{day}, сегодня"),
    no_day: "нет",
    status_on: |day| format!("Правовой статус на {day}"),
    state_on: |day, state| format!("{state} на {day}"),
    counts: |day, counts| {
        let names = ["в силе", "действует", "приостановлено", "подписано", "прекращено"];
        let counted = names.into_iter().zip(counts).filter(|&(name, n)| n > 0 || name == "в силе");
        let parts: Vec<String> = counted.map(|(name, n)| format!("{name} {n}")).collect();
        format!("{day}: {}", parts.join(" · "))
    },
    entry_not_recorded: ENTRY_NOT_RECORDED,
    status_dialog: "Статус на дату",
    status_on_this_date: "Статус на эту дату",
    play: label("Воспроизвести", "Переводить дату вперёд год за годом"),
    stop: label("Остановить", "Остановить перевод даты"),
    year_back: label("−1 год", "Та же дата годом раньше"),
    year_on: label("+1 год", "Та же дата годом позже"),
    previous_change: label("Предыдущее изменение", "К дате предыдущего изменения в таблице"),
    next_change: label("Следующее изменение", "К дате следующего изменения в таблице"),
    no_change: "Других изменений нет",
    columns: label("Стороны", "Выбрать, чей статус показан"),
    columns_most: "В большинстве договоров",
    columns_nuclear: label(
        "Государства, обладающие ядерным оружием (ДНЯО)",
        "Статья IX.3 Договора о нераспространении; эти же пять государств — постоянные члены Совета Безопасности",
    ),
    columns_all: "Все стороны по названию",
    previous_parties: label("Предыдущие стороны", "Стороны перед этими по названию"),
    next_parties: label("Следующие стороны", "Стороны после этих по названию"),
    parties_shown: |first, last, all| format!("{first}–{last} из {all}"),
    changed: |n| format!("Изменилось: {}", counted(n, ["запись", "записи", "записей"])),
    not_recorded: "нет данных",
    no_record: "В наборе данных нет событий этой стороны по этому договору",
    outsider: "не участвует",
    outsider_help: "Заключено двумя другими сторонами; присоединиться к нему нельзя",
    outsider_in_full: "не участвует (заключено двумя другими сторонами)",
    cell: |treaty, party, state| format!("{treaty}, {party}: {state}"),
    since: |day| format!("с {day}"),
    based_on: "Основания",
    disputed: |state| format!("Оспаривается: {state}"),
    extended: |to| to.map_or_else(|| "продлён".to_owned(), |day| format!("продлён до {day}")),
    extended_sentence: |to| to.map_or_else(|| "Продлён.".to_owned(), |day| format!("Продлён до {day}.")),
    answer: |day, state| format!("На {day}: {state}"),
    copy_answer: label("Копировать", "Копировать статус с основаниями и их источниками"),
    answer_copied: "Статус скопирован",
    rests_on: "Основания:",
    ground: |kind| match kind {
        EventKind::Extended => "продление вступило в силу".to_owned(),
        kind => event_kind(kind).to_lowercase(),
    },
    listed_act: |act| format!("{act} (по перечню депозитария)"),
    ground_of_party: |party, act| format!("{party}: {act}"),
    article: |article| format!("статья {article}"),
    both_the_same: "У обеих сторон то же",
    all_the_same: |n| format!("То же у {}", of_recorded_parties(n)),
    others_the_same: |n| format!("То же у остальных учтённых сторон: {n}"),
    previous_change_on: |day| format!("Предыдущее изменение {day}"),
    next_change_on: |day| format!("Следующее изменение {day}"),
    all_treaties_on: |day| format!("Все договоры на {day}"),
    treaties_on: |day| format!("Договоры на {day}"),
    shown_of: |shown, all| format!("показано договоров: {shown} из {all}"),
    group: |status, n| format!("{status} · {n}"),
    after_notice: |length, article| {
        with_article(&format!("через {} после уведомления", period(length)), article)
    },
    effect_after: |length, article| {
        with_article(&format!("вступает в силу через {}", period(length)), article)
    },
    withdrew: |parties, notice| format!("{parties}: выход вступил в силу {notice}"),
    gave_notice: |parties, length, article| {
        let clause = with_article(&format!("требуемый срок — {}", period(length)), article);
        format!("{parties}: уведомление о выходе ({clause})")
    },
};

/// In the genitive: *у 1 учтённой стороны*, *у 2 учтённых сторон*.
fn of_recorded_parties(n: usize) -> String {
    counted(n, ["учтённой стороны", "учтённых сторон", "учтённых сторон"])
}

fn with_article(text: &str, article: Option<&str>) -> String {
    article.map_or_else(|| text.to_owned(), |article| format!("{text}, статья {article}"))
}

/// As in `6 месяцев` or `5 лет`.
pub(super) fn period(Period { months, days }: Period) -> String {
    let years = (months > 0 && months.is_multiple_of(12))
        .then(|| counted(months as usize / 12, ["год", "года", "лет"]));
    let months =
        years.or_else(|| (months > 0).then(|| counted(months as usize, ["месяц", "месяца", "месяцев"])));
    let days = (days > 0 || months.is_none()).then(|| counted(days as usize, ["день", "дня", "дней"]));
    [months, days].into_iter().flatten().collect::<Vec<_>>().join(" и ")
}
