//! Russian: opening and saving files, and what is wrong with them.

use super::counted;
use crate::diagnostics::WriteProblem;
use crate::language::files::Files;
use crate::language::text::{grouped, label};

pub(super) const FILES: Files = Files {
    problems,
    not_opened: |file, why| format!("{file} не открыт: {why}"),
    copy_all: label("Копировать всё", "Копировать список как текст"),
    close_problems: label("Закрыть", "Закрыть список замечаний"),
    stays_open: "Открытое раньше осталось открытым.",
    open_rest: "Открыть остальное",
    open_rest_help: |what| format!("Открыть без записей с ошибками: {what}"),
    position: |line, column| format!("строка {line}, столбец {column} · "),
    error: "ошибка",
    warning: "предупреждение",
    not_listed: |n| {
        format!("и ещё {}, которых нет в списке", counted(n, ["замечание", "замечания", "замечаний"]))
    },
    opening: |name| format!("Открывается {name}"),
    progress_of: |name| format!("Ход открытия {name}"),
    cancel: label("Отмена", "Прекратить открытие; открытое раньше останется"),
    bundled: "встроенный набор",
    open_title: "Открыть набор данных",
    save_title: "Сохранить изображение",
    datasets_filter: "Наборы данных (*.json)",
    all_files_filter: "Все файлы",
    changed_on_disk: "изменён на диске · Прочитать заново",
    gone_from_disk: "перемещён или удалён с диска",
    opened: |name| format!("Открыт набор {name}"),
    cancelled: |name| format!("{name}: открытие отменено"),
    problems_copied: "Список замечаний скопирован",
    nothing_to_reload: "Встроенный набор — часть программы: читать заново нечего",
    only_first: |others| format!("За один раз открывается один файл; пропущены: {others}"),
    no_dialog: "На этом рабочем столе нет окна выбора файла: перетащите файл в окно или укажите его в командной строке; рисунки записывает команда render",
    stray_answer: "Тем временем был открыт другой набор данных: повторите действие, если оно ещё нужно",
    exported: |path| format!("Записан файл {path}"),
    exported_part: |path| format!("Записан файл {path} без нижних дорожек: все помещаются в SVG"),
    not_saved: |path, why| format!("Файл {path} не записан: {why}"),
    write_problem: write_problem,
};

fn write_problem(problem: &WriteProblem) -> String {
    match problem {
        WriteProblem::NoFolder => "такой папки нет; выберите другую".to_owned(),
        WriteProblem::IsFolder => "так называется папка; выберите другое имя".to_owned(),
        WriteProblem::NotAFile => "это имя устройства или канала; выберите другое".to_owned(),
        WriteProblem::ReadOnly => {
            "файл доступен только для чтения; выберите другое имя или разрешите запись".to_owned()
        }
        WriteProblem::FolderReadOnly => "запись в эту папку запрещена; выберите свою".to_owned(),
        WriteProblem::BadName => "система не допускает такого имени; выберите имя короче".to_owned(),
        WriteProblem::Full => "нет места; освободите место или выберите другую папку".to_owned(),
        WriteProblem::Spoilt(copy) => {
            format!("запись прервалась; прежнее содержимое файла — в {copy}, скопируйте его обратно")
        }
        WriteProblem::BaseGone(base) => format!(
            "открытый файл {base} перемещён или удалён; откройте его на новом месте, подтверждённое сохранится"
        ),
        WriteProblem::TooManyPixels(asked, most) => format!(
            "в нём было бы {} млн точек, а можно не больше {most} млн; уменьшите рисунок или выберите SVG",
            grouped(*asked as usize, '\u{a0}')
        ),
        WriteProblem::Other(why) => why.clone(),
    }
}

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
