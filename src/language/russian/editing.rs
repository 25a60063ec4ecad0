//! Russian: editing.

use crate::language::editing::Editing;
use crate::language::text::label;

use super::counted;

pub(super) const EDITING: Editing = Editing {
    edit: label("Изменить", "Изменить дату, тип, заголовок, источник и другие поля события"),
    edit_title: "Изменение события",
    add_title: |treaty| format!("Новое событие: {treaty}"),
    date: label("Дата", "Когда это произошло: 2 августа 2019, 2019-08 или около 1962 (EDTF)"),
    kind: label("Тип", "Что произошло, в терминах права договоров"),
    treaty: label("Договор", "Строка, на которой стоит событие"),
    title: label("Заголовок", "Краткий заголовок без даты"),
    summary: label("Описание", "Что произошло, в нескольких предложениях"),
    source: label("Источник даты", "Введите слова из названия источника или вставьте адрес нового"),
    note: label("Примечание к дате", "Что следует знать о дате: например, в чём расходятся источники"),
    will_draw: |date, precision| format!("На шкале: {date} · {precision}"),
    date_hint: "2 августа 2019, 2019-08 или около 1962",
    unsourced: "Источника нет: событие будет отмечено как событие без источника",
    new_source: "В набор данных будет добавлен новый источник с этим адресом",
    use_source: |title| format!("Выбрать: {title}"),
    apply: label("Применить", "Внести изменение; сохраняется оно клавишами Ctrl+S (Enter)"),
    applying: "Применяется…",
    cancel: label("Отмена", "Оставить событие как есть (Esc)"),
    discard_question: "Отбросить введённое?",
    discard: label("Отбросить", "Закрыть форму и потерять введённое"),
    go_on: label("Продолжить", "Вернуться к вводу"),
    date_missing: "Введите дату",
    kind_missing: "Выберите тип",
    treaty_missing: "Выберите договор",
    unknown_source: "Выберите источник из списка или вставьте адрес (https://…)",
    several_files: "Открыто несколько файлов. Чтобы изменить один, уберите остальные со шкалы",
    other_format: "Изменять можно только наборы данных в собственном формате программы. Сохраните этот набор: «Файл › Другие форматы › JSON» — и откройте его",
    select_an_event: "Сначала выделите событие",
    select_a_treaty: "Сначала выделите договор",
    date_changed: |title, before, after| format!("Дата события «{title}»: {before} → {after}"),
    fields_changed: |title, fields| format!("«{title}»: изменено ({fields})"),
    added: |title, treaty| format!("Добавлено событие «{title}»: {treaty}"),
    deleted: |title| format!("Событие «{title}» удалено"),
    other_text: "файл с тех пор изменился. Загрузите его заново и повторите",
    not_made: |why| format!("Ничего не изменено: {why}"),
    law_until: |name, state, before, after| format!("{name}: {state} по {before} → {after}"),
    law_from: |name, state, before, after| format!("{name}: {state} с {before} → {after}"),
    law_changed: |name, before, after| format!("{name}: {before} → {after}"),
    law_span: |state, from, until| match until {
        Some(until) => format!("{state} с {from} по {until}"),
        None => format!("{state} с {from}"),
    },
    law_lasts: "настоящее время",
    law_nothing: "статуса нет",
    more_treaties: |n| {
        format!("Статус изменился ещё у {}", counted(n, ["договора", "договоров", "договоров"]))
    },
    delete_question: |title| format!("Удалить событие «{title}»?"),
    delete_links: |n| {
        format!("На него {}, которые нужно будет изменить:", counted(n, ["ссылка", "ссылки", "ссылок"]))
    },
    delete_no_links: "В наборе данных на него ничто не ссылается. Удаление можно отменить",
    delete: label("Удалить", "Удалить событие; это можно отменить"),
    nothing_to_save: "Все изменения сохранены",
    saved: |name| format!("Сохранено: {name}"),
    unsaved_count: |n| {
        counted(n, ["несохранённое изменение", "несохранённых изменения", "несохранённых изменений"])
    },
    unsaved: |n, name| {
        format!("Не сохранено: {} в файле {name}", counted(n, ["изменение", "изменения", "изменений"]))
    },
    left: |n, name| {
        let changes = counted(n, ["изменение", "изменения", "изменений"]);
        format!("Программа завершилась, не сохранив {changes} в файле {name}")
    },
    restore: |name| format!("Восстановить изменения: {name}"),
    restored: |n| {
        format!("Восстановлено с прошлого раза: {}", counted(n, ["изменение", "изменения", "изменений"]))
    },
    not_restored: |name| {
        format!(
            "{name} с тех пор изменился, и несохранённые изменения к нему не подходят. Они хранятся, пока вы их не отбросите"
        )
    },
    changed_on_disk: |name| format!("{name} изменился на диске"),
    changed_on_disk_help: "Другая программа записала файл после того, как он был здесь открыт",
    save_over: label("Оставить моё", "Записать вашу версию поверх той, что на диске"),
    save_elsewhere: label("Сохранить копию…", "Сохранить вашу версию под другим именем"),
    reload: label("Загрузить заново", "Открыть версию с диска и потерять ваши изменения"),
    merge: label(
        "Объединить",
        "Принять изменения с диска поле за полем; где изменено одно и то же, останется ваше",
    ),
    merged: |made, conflicts| {
        let made = counted(made, ["изменение", "изменения", "изменений"]);
        match conflicts {
            0 => format!("Принято с диска: {made}"),
            n => format!("Принято с диска: {made}; не принято: {n}, так как вы изменили то же самое"),
        }
    },
    author: label("Ваше имя", "Кто предлагает изменения"),
    reason: label("Обоснование", "Почему они верны, в одном предложении"),
    propose_help: "Несохранённые изменения будут записаны в отдельный файл, который можно отправить хранителю набора данных",
    save_patch: label("Сохранить правки…", "Выбрать, куда сохранить предложенные изменения"),
    proposed: |name| format!("Предложенные изменения сохранены: {name}"),
    no_edits: "Пока ничего не изменено",
};
