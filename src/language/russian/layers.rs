//! Russian: several files on one timeline.

use crate::language::layers::Layers;

use super::counted;

pub(super) const LAYERS: Layers = Layers {
    button: |n| format!("Слои · {n}"),
    help: "Показать, переименовать, переставить или убрать файлы этой ленты",
    show: |name| format!("Показывать слой «{name}»"),
    name_of: |name| format!("Название слоя «{name}»"),
    move_up: |name| format!("Поднять слой «{name}»"),
    move_down: |name| format!("Опустить слой «{name}»"),
    behind: "Показывать фоном",
    behind_of: |name| format!("Показывать слой «{name}» фоном"),
    behind_help: "Показывать длящиеся события полосами во всю высоту, а не в строках",
    remove: "Убрать",
    remove_of: |name| format!("Убрать слой «{name}»"),
    file: |file, problems| match problems {
        Some(problems) => format!("{file} · {problems}"),
        None => file.to_owned(),
    },
    no_file: "не из файла",
    from: |name| format!("Слой: {name}"),
    band: |name| format!("{name}, фон"),
    add_title: "Добавить на эту ленту",
    added: |name, lanes| format!("Добавлено: {name}, {}", counted(lanes, ["строка", "строки", "строк"])),
    not_there: |names| format!("Файлов больше нет на месте, на ленту не добавлены: {names}"),
    removed: |name| format!("Слой «{name}» убран с ленты"),
    plain_lanes: "Файл с событиями по строкам нельзя показать вместе с другими. Откройте его отдельно",
    several_files: "Подтверждённые цитаты относятся к записям разных файлов. Сначала сохраните цитаты одного файла: снимите отметки с остальных или измените, к чему они относятся",
    step_hidden: |name| format!("скрытие слоя «{name}»"),
    step_removed: |name| format!("удаление слоя «{name}»"),
    step_changed: "изменение слоёв",
};
