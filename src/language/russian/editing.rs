//! Russian: editing.

use crate::diagnostics::EditProblem;
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
    problem,
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
    more_treaties: |n| format!("Статус изменился ещё у {}", counted(n, ["договора", "договоров", "договоров"])),
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
    restored: |n| format!("Восстановлено с прошлого раза: {}", counted(n, ["изменение", "изменения", "изменений"])),
    not_restored: |name| {
        format!("{name} с тех пор изменился, и несохранённые изменения к нему не подходят. Они хранятся, пока вы их не отбросите")
    },
    changed_on_disk: |name| format!("{name} изменился на диске"),
    changed_on_disk_help: "Другая программа записала файл после того, как он был здесь открыт",
    save_over: label("Оставить моё", "Записать вашу версию поверх той, что на диске"),
    save_elsewhere: label("Сохранить копию…", "Сохранить вашу версию под другим именем"),
    reload: label("Загрузить заново", "Открыть версию с диска и потерять ваши изменения"),
    no_edits: "Пока ничего не изменено",
};

fn problem(problem: &EditProblem) -> String {
    match problem {
        EditProblem::NoObject | EditProblem::NotNative => {
            "изменять можно только наборы данных в собственном формате программы".to_owned()
        }
        EditProblem::NotText => "файл — не текст, который можно записать обратно без потерь".to_owned(),
        EditProblem::NoList(list) => format!("«{list}» в файле — не список"),
        EditProblem::NoRecord(list, id) => format!("в файле нет «{id}» в списке «{list}»"),
        EditProblem::Ambiguous(list, id) => format!("в списке «{list}» несколько записей «{id}»"),
        EditProblem::IdTaken(list, id) => format!("«{id}» уже есть в списке «{list}»"),
        EditProblem::NoId(list) => format!("записи списка «{list}» нужен идентификатор"),
        EditProblem::BadRecord(list, id) => format!("«{id}» — не запись списка «{list}»"),
        EditProblem::WholeDataset => "сам набор данных нельзя ни добавить, ни удалить".to_owned(),
        EditProblem::PatchSyntax(line, column) => {
            format!("файл правок не читается как «JSON»: строка {line}, столбец {column}")
        }
        EditProblem::NotAPatch(format) => format!("это не файл правок этой версии («{format}»)"),
        EditProblem::UnknownList(change, list) => format!("правка {change} называет неизвестный список «{list}»"),
        EditProblem::PatchField(change, field) => format!("в правке {change} нет поля «{field}»"),
        EditProblem::Failed(_) => "внутренняя ошибка".to_owned(),
    }
}
