//! Russian: opening and saving files, and what is wrong with them.

use super::counted;
use crate::language::files::Files;
use crate::language::text::label;

pub(super) const FILES: Files = Files {
    problems,
    not_opened: |file, why| format!("Не удалось открыть {file}: {why}"),
    copy_all: label("Копировать всё", "Копировать список как текст"),
    close_problems: label("Закрыть", "Закрыть список замечаний"),
    stays_open: "Текущий набор данных остаётся открытым",
    open_rest: "Открыть без записей с ошибками",
    open_rest_help: |what| format!("Открыть {what}"),
    position: |line, column| format!("строка {line}, столбец {column} · "),
    error: "ошибка",
    warning: "предупреждение",
    in_line: |line| format!("в строке {line}"),
    show_place: label("Показать", "Показать это место в файле"),
    show_place_at: |position| format!("Показать место {position}"),
    back_to_problems: label("Назад к списку", "Вернуться к списку замечаний"),
    rows_around: |position| format!("Строки вокруг места {position}"),
    row_number: "Строка",
    no_place: "Файл изменился: этого места в нём больше нет",
    place_unreadable: |why| format!("Место нельзя показать: {why}"),
    not_listed: |n| {
        format!("и ещё {}, которых нет в списке", counted(n, ["замечание", "замечания", "замечаний"]))
    },
    opening: |name| format!("Открытие {name}"),
    progress_of: |name| format!("Открытие {name}, ход выполнения"),
    cancel: label("Отмена", "Отменить, текущий набор данных останется открытым"),
    bundled: "встроенный набор",
    open_title: "Открыть набор данных",
    open_folder_title: "Открыть папку с таблицами",
    save_title: "Экспорт рисунка",
    save_page_title: "Экспорт веб-страницы",
    save_as_title: "Сохранить как",
    datasets_filter: "Наборы данных (*.json)",
    all_files_filter: "Все файлы",
    changed_on_disk: "изменён на диске · Перечитать",
    unreadable_on_disk: "сейчас не читается · Перечитать",
    rereading: "перечитывается…",
    reread: |name| format!("Файл «{name}» изменился на диске и перечитан"),
    unreadable_now: |why, as_of| match as_of {
        Some(as_of) => format!("Файл на диске сейчас не читается: {why}; показана версия от {as_of}"),
        None => format!("Файл на диске сейчас не читается: {why}; показана прежняя версия"),
    },
    other_columns: "в таблице другие столбцы; выберите «Перечитать файл» и укажите, что в них",
    gone_from_disk: "перемещён или удалён с диска",
    opened: |name| format!("Открыт набор {name}"),
    cancelled: |name| format!("{name}: открытие отменено"),
    problems_copied: "Список замечаний скопирован",
    nothing_to_reload: "Встроенный набор — часть программы: перечитывать нечего",
    only_first: |others| format!("Сравнить можно только с одним файлом. Пропущены: {others}"),
    no_dialog: "Диалог выбора файла недоступен. Перетащите файл в окно или укажите его в командной строке; для экспорта рисунков есть команда `treaty-timeline render`",
    stray_answer: "Тем временем открыт другой набор данных. Повторите команду, если она ещё нужна",
    exported: |path| format!("Сохранено: {path}"),
    saved_as: |path, losses| match losses {
        Some(losses) => format!("Сохранено: {path}. {losses}"),
        None => format!("Сохранено: {path}"),
    },
    exported_part: |path| {
        format!("Сохранено без нижних строк: {path}. Чтобы сохранить все строки, экспортируйте в SVG")
    },
    not_saved: |path, why| format!("Не удалось сохранить {path}: {why}"),
};

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
