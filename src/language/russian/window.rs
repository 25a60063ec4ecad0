//! Russian: the texts of the window.

use crate::domain::{EdtfError, Status};
use crate::search::{FIELDS, QueryProblem};

use super::{actions, chart, compare, counted, dates, files, known_year, law, page, tables, terms};
use crate::language::table::{Notices, Words, figure, said};

fn problems(errors: usize, warnings: usize) -> String {
    let errors_words = || counted(errors, ["ошибка", "ошибки", "ошибок"]);
    let warnings_words = || counted(warnings, ["предупреждение", "предупреждения", "предупреждений"]);
    match (errors, warnings) {
        (0, 0) => "замечаний нет".to_owned(),
        (0, _) => warnings_words(),
        (_, 0) => errors_words(),
        _ => format!("{}, {}", errors_words(), warnings_words()),
    }
}

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

pub(in crate::language) static WORDS: Words = Words {
    actions: actions::ACTIONS,
    gestures: actions::GESTURES,
    chart: chart::CHART,
    compare: compare::COMPARE,
    figure: |value| figure(value, '\u{a0}', ","),
    law: law::LAW,
    page: page::PAGE,
    table: tables::TABLES,
    notices: Notices {
        opened: |name| format!("Открыт набор {name}"),
        cancelled: |name| format!("{name}: открытие отменено"),
        quote_copied: "Цитата скопирована",
        citation_copied: "Библиографическая ссылка скопирована",
        citations_copied: |n| {
            format!(
                "Скопировано: {}",
                counted(
                    n,
                    ["библиографическая ссылка", "библиографические ссылки", "библиографических ссылок"]
                )
            )
        },
        problems_copied: "Список замечаний скопирован",
        no_other_view: "Переходить больше некуда",
        hidden: |name| format!("Строка «{name}» скрыта; Shift+H вернёт её"),
        no_parties: |name| format!("{name}: шагов отдельных сторон не показано"),
        first_parties: |name, n| format!("{name}: первые {n} сторон; возможно, есть и другие"),
        parties_shown: |name, n| format!("{name}: {}", counted(n, ["сторона", "стороны", "сторон"])),
        select_treaty: "Сначала выберите договор",
        filter_cleared: "Фильтры сняты: запрошенное среди показанного не было",
        text_size: |percent| format!("Размер текста {percent} %"),
        at_date: |date| format!("Показано: {date}"),
        bookmark_gone: "Закладка убрана",
        bookmark_set: |name| format!("Закладка: {name}"),
        no_bookmark: "Закладок нет; клавиша M ставит закладку",
        memory_broken: |copy| format!("Часть сохранённых настроек не читается; их копия — в файле {copy}"),
        memory_off: "Сохранённые настройки не читаются; в этот раз ничего не сохраняется",
        memory_not_written: |why| format!("Настройки и закладки не сохраняются: {why}"),
        nothing_kept: |why| {
            format!("Настройки и закладки не сохраняются, а при сбое пропадёт и несохранённая работа: {why}")
        },
        unsaved_not_kept: |why| {
            format!(
                "Подтверждённые цитаты не удаётся записать на диск: {why}; сохраните их при первой возможности"
            )
        },
        stray_answer: "Тем временем был открыт другой набор данных: повторите действие, если оно ещё нужно",
        nothing_to_reload: "Встроенный набор — часть программы: читать заново нечего",
        only_first: |others| format!("За один раз открывается один файл; пропущены: {others}"),
        no_browser: "Браузер открыть не удалось; адрес скопирован в буфер обмена",
        no_dialog: "На этом рабочем столе нет окна выбора файла: перетащите файл в окно или укажите его в командной строке; рисунки записывает команда render",
        picked_enough: |n| format!("В подборке не больше {n}"),
        cluster_listed: |n| format!("На одно время приходится {n}; список на панели подробностей"),
        drawing_failed: "Часть окна не удалось нарисовать, она нарисована заново: сообщите, пожалуйста, что вы сделали",
        exported: |path| format!("Записан файл {path}"),
        exported_part: |path| format!("Записан файл {path} без нижних дорожек: все помещаются в SVG"),
        not_exported: |path, why| format!("Файл {path} не записан: {why}"),
        write_problem: files::write_problem,
    },

    date: dates::date,
    short_date: dates::short_date,
    precision: dates::precision,
    date_problem: |text, problem| match problem {
        EdtfError::Malformed => {
            format!("Не удалось распознать дату «{text}»: введите 1987-12-08 или 8 декабря 1987")
        }
        EdtfError::NoSuchDay => format!("«{text}»: такого дня, месяца или часа нет"),
        EdtfError::OutOfRange => format!("«{text}»: вне годов от −9999 до 9999"),
        EdtfError::Unplaceable => {
            format!("«{text}»: ни года, ни века, поэтому на шкале времени этой даты нет")
        }
        EdtfError::Backwards => format!("«{text}»: конец раньше начала"),
    },
    day: dates::day,
    short_day: dates::short_day,
    short_month: dates::short_month,
    month_of_year: dates::month_of_year,
    year: dates::year,
    years: dates::years,
    event_kind: terms::event_kind,
    phase: terms::phase,
    state: terms::state,
    brief: terms::brief,
    date_role: terms::date_role,
    event_relation: terms::event_relation,
    treaty_relation: terms::treaty_relation,
    source_kind: terms::source_kind,
    language: |tag| {
        Some(match tag {
            "en" => "английский",
            "ru" => "русский",
            "zh" => "китайский",
            "fr" => "французский",
            "de" => "немецкий",
            "es" => "испанский",
            "fa" => "персидский",
            "ko" => "корейский",
            "uk" => "украинский",
            _ => return None,
        })
    },

    lanes: |n| counted(n, ["строка", "строки", "строк"]),
    treaties: |n| counted(n, ["договор", "договора", "договоров"]),
    events: |n| counted(n, ["событие", "события", "событий"]),
    statements: |n| counted(n, ["высказывание", "высказывания", "высказываний"]),
    problems,

    file: "Файл",
    view: "Вид",
    go: "Переход",
    export: "Экспорт",
    appearance: "Внешний вид",
    as_of: |day| format!("На {day}"),
    as_of_today: "На сегодня",
    to_bookmark: "Перейти к закладке",
    to_dark: "Тёмная тема",
    to_light: "Светлая тема",

    find: "Поиск",
    find_hint: "Договоры, события, цитаты…",
    find_help: "Слова, \"фразы\", -исключить и поля: treaty:INF party:RUS type:suspended speaker:Рябков after:2018 before:2021-06",
    nothing_found: |text| format!("По запросу {text} ничего не найдено"),
    most_words: "Всех этих слов нет нигде; вот где их больше всего:",
    hits: |n| counted(n, ["совпадение", "совпадения", "совпадений"]),
    hit_of: |place, of| format!("{place} из {of}"),
    query_problem: |problem| match problem {
        QueryProblem::NoField(name) => format!("Поля «{name}» нет; есть {}", FIELDS.join(", ")),
        QueryProblem::NoDate(text) => format!("«{text}» не дата: пишите 2018, 2018-06 или 2018-06-30"),
        QueryProblem::NoWords => "Знаки и эмодзи не ищутся: введите слово или число".to_owned(),
        QueryProblem::TooLong => "Слишком длинно: ищутся первые слова".to_owned(),
    },
    filter_party: "Участник",
    filter_category: "Категория",
    filter_state: "Состояние",
    filter_kind: "Вид события",
    filter_speaker: "Кто сказал",
    filter_spoken: "С высказываниями",
    filter_saved: "Сохранённые",
    filter_name: "Имя фильтра",
    filter_save: "Сохранить",
    filter_forget: "Забыть",
    filter_years: "Годы",
    filter_language: "Язык",
    filter_source: "Источник",
    filter_off: "Показать всё",
    only_this: |what| format!("Только: {what}"),
    any_value: "Любое значение",
    status: |status| match status {
        Status::Pending => "не подписан",
        Status::Signed => "подписан, не в силе",
        Status::InForce => "в силе",
        Status::Suspended => "приостановлен",
        Status::Ended => "прекращён",
    },
    shown_of: |treaties, of, events, statements| {
        format!(
            "{treaties} из {} · {} · {}",
            counted(of, ["договора", "договоров", "договоров"]),
            counted(events, ["событие", "события", "событий"]),
            counted(statements, ["высказывание", "высказывания", "высказываний"])
        )
    },

    timeline: |span| format!("Лента времени, {span}"),
    today: "сегодня",
    pinned: "Закреплённые",
    law_on: |day| format!("Состояние на {day}"),
    on_day: |day, state| format!("на {day}: {state}"),
    scroll_lanes: "Прокрутка строк",
    empty: "В этом наборе нет договоров. Откройте другой (Ctrl+O) или перетащите файл сюда.",
    folded: "свёрнуто",
    unfolded: "развёрнуто",
    stands_for: |one, many| format!("{one}; всего здесь {many}"),
    phase_since: |what, year| format!("{what} {}", known_year::since(year)),
    phase_span: |what, start, end| match end {
        Some(end) => format!("{what}, {start} – {end}"),
        None => format!("{what}, с {start}"),
    },
    notice_runs: |from, to, days| {
        format!(
            "уведомление о выходе {from}, вступило в силу {to}: {}",
            counted(days, ["день", "дня", "дней"])
        )
    },
    parties_of: |name| format!("Стороны: {name}"),
    open_crowd: "Двойной щелчок раскроет скопление",
    list_crowd: "Двойной щелчок покажет список",
    list_overflow: "Щелчок покажет список",
    overview: |span| format!("Обзор, окно {span}"),
    first_edge: "Начало окна",
    last_edge: "Конец окна",
    chosen_days: |n| counted(n, ["день", "дня", "дней"]),
    chosen_hidden: |events, statements| {
        let (events, statements) = (
            (events > 0).then(|| counted(events, ["событие", "события", "событий"])),
            (statements > 0).then(|| counted(statements, ["высказывание", "высказывания", "высказываний"])),
        );
        let hidden: Vec<String> = [events, statements].into_iter().flatten().collect();
        format!("Фильтр скрывает {}", hidden.join(" и "))
    },
    zoom_there: "Показать",

    scale,
    zoom: |times| match times {
        times if times < 9.95 => format!("×{times:.1}").replace('.', ","),
        times => format!("×{times:.0}"),
    },
    law_counts: |day, [in_force, suspended, signed, ended]| {
        format!(
            "На {day}: в силе {in_force} · приостановлено {suspended} · подписано {signed} · прекращено {ended}"
        )
    },

    changed_on_disk: "изменён на диске · Прочитать заново",
    gone_from_disk: "перемещён или удалён с диска",

    go_to_date: "Переход к дате",
    read_law: "Состояние на дату",
    date_hint: "2019-08-02, 2019-08, 2019, 198X",
    date_help: "1987-12-08, 8 декабря 1987, 8.12.1987, 1980-е, 44 до н. э. или любая запись EDTF",
    enter_goes_to: |date| format!("Enter покажет: {date}"),
    find_command: "Поиск команды",
    find_command_hint: "Что вы хотите сделать?",
    no_command: "Команды с такими словами нет",
    close: "Закрыть",

    unpin: "Открепить строку",
    copy_quote: "Копировать цитату",
    copy_citation: "Копировать библиографическую ссылку",
    copy_citations: "Копировать библиографические ссылки",
    open_source: "Открыть источник",
    show_in_source: said("Показать в источнике", "Открыть источник в браузере на этих словах"),
    law_on_this_day: "Состояние на этот день",
    show_on_timeline: "Показать на ленте",
    in_original: |language| format!("Оригинал: {language}"),
    in_translation: |language| format!("Перевод: {language}"),
    go_to: |what| format!("Перейти: {what}"),
    translated_by: |who| format!("перевод: {who}"),
    accessed: |day| format!("дата обращения: {day}"),

    dataset: "Набор данных",
    current_to: |day| format!("сведения на {day}"),
    how_to_read: "Как читать",
    how_to_start: "Выберите событие, чтобы прочесть, что о нём сказано, или кавычки, чтобы увидеть, о каких событиях эти слова.",
    phases: "Этапы",
    notice_running: "идёт срок уведомления",
    dates: "Даты",
    date_approximate: "приблизительная",
    date_uncertain: "под вопросом",
    date_spread: "день неизвестен",
    date_open: "открытая",
    date_disputed: "спорная",
    event_types: "События",
    voices: "Высказывания",
    voice_us: "от имени США",
    voice_ru: "от имени России или СССР",
    voice_other: "от имени других или нескольких сторон либо текст договора",
    licence: "Лицензия",
    acting_party: "Кто действует",
    parties: "Участники, названные в наборе",
    depositaries: "Депозитарии",
    not_recorded: "не указаны",
    successor_to: |party, before| format!("{party} (предшественник: {before})"),
    linked_statements: |n| format!("Высказывания о событии · {n}"),
    disputed: "спорно",
    claims: "Что говорят источники о дате",
    before_and_after: "До и после",
    stands_together: |n| format!("Ещё в этом скоплении · {n}"),
    tied_to: "Связано с",
    statement: "Высказывание",
    against_record: "Сверка с фактами",
    about: |n| format!("О чём · {n}"),
    about_nothing: "Не о договоре: слова по тому же поводу.",
    same_occasion: |n| format!("Сказано тогда же · {n}"),
    treaty_in: |category| format!("Договор · {category}"),
    duration: "Срок действия по договору",
    also_called: "Другие названия",
    other_treaties: "Другие договоры",
    steps: |n| format!("События · {n}"),
    statements_heading: |n| format!("Высказывания · {n}"),
    sources: |n| format!("Источники · {n}"),
    and_more: |what| format!("и ещё {what}"),
    and_more_on_timeline: |n| format!("и ещё {n} — на ленте"),
    quotation: |text| format!("«{text}»"),
    several: |n| format!("Подборка · {n}"),
    clear_picked: "Убрать все",
    several_help: "X или Ctrl+щелчок добавляет событие или убирает его; Shift+щелчок — все между ними в строке.",

    was_not_opened: |file, why| format!("{file} не открыт: {why}"),
    copy_all: said("Копировать всё", "Копировать список как текст"),
    close_problems: said("Закрыть", "Закрыть список замечаний"),
    stays_open: "Открытое раньше осталось открытым.",
    open_rest: "Открыть остальное",
    open_rest_help: |what| format!("Открыть без записей с ошибками: {what}"),
    place: |line, column| format!("строка {line}, столбец {column} · "),
    error: "ошибка",
    warning: "предупреждение",
    not_listed: |n| {
        format!("и ещё {}, которых нет в списке", counted(n, ["замечание", "замечания", "замечаний"]))
    },
    opening: |name| format!("Открывается {name}"),
    progress_of: |name| format!("Ход открытия {name}"),
    cancel: said("Отмена", "Прекратить открытие; открытое раньше останется"),
    bundled: "встроенный набор",
    open_title: "Открыть набор данных",
    save_title: "Сохранить изображение",
    datasets_filter: "Наборы данных (*.json)",
    all_files_filter: "Все файлы",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_take_the_form_their_number_asks_for() {
        for (n, words) in [
            (0, "0 событий"),
            (1, "1 событие"),
            (2, "2 события"),
            (5, "5 событий"),
            (11, "11 событий"),
            (21, "21 событие"),
            (112, "112 событий"),
            (1224, "1\u{a0}224 события"),
        ] {
            assert_eq!((WORDS.events)(n), words);
        }
        assert_eq!(scale(3.0 * 31_556_952.0), "1 пикс. = 3 года");
    }
}
