//! Russian: pictures.

use crate::language::pictures::Pictures;
use crate::language::text::label;

pub(super) const PICTURES: Pictures = Pictures {
    title: "Экспорт",
    preview: |pages| format!("Предпросмотр, страниц: {pages}"),
    page_of: |page, pages| format!("Страница {page} из {pages}"),
    previous_page: label("Предыдущая страница", "Показать предыдущую страницу"),
    next_page: label("Следующая страница", "Показать следующую страницу"),
    format: "Формат",
    what: "Содержание",
    page_heading: "Страница",
    lanes: "Строки",
    lanes_shown: |n| format!("Все показанные ({n})"),
    lanes_visible: |n| format!("Видимые в окне ({n})"),
    lanes_selected: |n| format!("Выбранные ({n})"),
    period: "Период",
    whole_period: "Весь период",
    visible_period: "Как в окне",
    selected_period: "Период выбранного",
    picture_title: "Заголовок",
    labels: label("Подписи", "Подписать события рядом с их знаками"),
    legend: label("Легенда", "Объяснить встречающиеся знаки"),
    caption: label(
        "Данные, источники и ссылка",
        "Указать данные и их версию, пронумерованные источники и ссылку на этот вид",
    ),
    with_table: label(
        "Таблица событий",
        "Добавить таблицу всех событий и высказываний на рисунке — для программ чтения с экрана и для поиска",
    ),
    window_marks: label(
        "Элементы окна",
        "Показать также свёрнутые группы, выделение, результаты поиска, выделенный период и стрелки к тому, что за краем",
    ),
    theme: "Тема",
    light: "Светлая",
    dark: "Тёмная",
    print: "Для печати (чёрно-белая)",
    resolution: "Разрешение",
    paper: "Размер",
    landscape: |paper| format!("{paper}, альбомная"),
    portrait: |paper| format!("{paper}, книжная"),
    fit: "Размещение",
    one_page: "На одной странице",
    several_pages: "На нескольких страницах",
    tiles: "Плакат по частям",
    across: label("Страниц в ширину", "На сколько страниц растянуть период слева направо"),
    copy: label("Копировать рисунок", "Поместить рисунок в буфер обмена"),
    save: label("Сохранить…", "Выбрать файл и записать в него рисунок"),
    cancel: label("Отмена", "Закрыть, ничего не записывая (Esc)"),
    copied: "Рисунок скопирован",
    cancelled: |name| format!("Файл {name} не сохранён"),
    writing: |name| format!("Сохраняется {name}…"),
    missing_letters: |letters| format!("Ни в одном шрифте нет знаков: {letters}"),
    not_accessible: "PDF соответствует не всем требованиям для программ чтения с экрана (PDF/UA)",
    untitled: "Лента времени",
    status_on: |day| format!("Статус на {day}"),
    data: |parts| format!("Данные: {parts}"),
    version_of: |day| format!("по состоянию на {day}"),
    sources_at_end: |n| format!("источников: {n}, перечислены в конце"),
    sources_below: |n| format!("источников: {n}"),
    more_sources: |n| format!("и ещё {n} — в наборе данных"),
    table: "События и высказывания",
    event: "Событие",
    sources: "Источники",
    rows_left_out: |n| format!("Не вошло строк: {n}"),
    page: |page, pages| format!("{page} / {pages}"),
    small_letters: |points| {
        let points = format!("{points:.1}").replace('.', ",");
        format!(
            "Высота названий строк будет лишь {points} пункта. Выберите лист большего размера, меньшее число строк или несколько страниц"
        )
    },
    tile: |[row, rows], [column, columns]| format!("Ряд {row} из {rows}, столбец {column} из {columns}"),
};
