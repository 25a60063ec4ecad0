//! Russian: editing.

use crate::domain::Nature;
use crate::language::editing::Editing;
use crate::language::text::label;
use crate::records::RecordList;

use super::counted;

const EVENT: [&str; 3] = ["событие", "события", "событий"];
const STATEMENT: [&str; 3] = ["высказывание", "высказывания", "высказываний"];

pub(super) const EDITING: Editing = Editing {
    edit: label("Изменить", "Изменить то, что сказано об этом в наборе данных"),
    edit_title: |list| match list {
        RecordList::Dataset => "Изменение набора данных",
        RecordList::Parties => "Изменение участника",
        RecordList::Speakers => "Изменение автора высказываний",
        RecordList::Treaties | RecordList::Acts => "Изменение договора",
        RecordList::Sources => "Изменение источника",
        RecordList::Events => "Изменение события",
        RecordList::Statements => "Изменение высказывания",
        RecordList::Series => "Изменение ряда",
    },
    together_title: |n| format!("Изменение: {}", counted(n, EVENT)),
    together_help: "Что здесь пусто, у событий разное и останется как есть",
    select_several: "Сначала выделите несколько событий: X или щелчок с Ctrl",
    changed_together: |n, fields| format!("{}: изменено ({fields})", counted(n, EVENT)),
    new_title: |list| match list {
        RecordList::Dataset => "Новый набор данных",
        RecordList::Parties => "Новый участник",
        RecordList::Speakers => "Новый автор высказываний",
        RecordList::Treaties | RecordList::Acts => "Новый договор",
        RecordList::Sources => "Новый источник",
        RecordList::Events => "Новое событие",
        RecordList::Statements => "Новое высказывание",
        RecordList::Series => "Новый ряд",
    },
    add_title: |treaty| format!("Новое событие: {treaty}"),
    date: label("Дата", "Когда это произошло: 2 августа 2019, 2019-08 или около 1962 (EDTF)"),
    kind: label("Тип", "Что произошло, в терминах права договоров"),
    treaty: label("Договор", "Строка, на которой стоит событие"),
    party: label("Участник", "Кто действовал; пусто, если речь о договоре в целом"),
    title: label("Заголовок", "Краткий заголовок без даты"),
    summary: label("Описание", "Что произошло, в нескольких предложениях"),
    source: label("Источник даты", "Введите слова из названия источника или вставьте адрес нового"),
    note: label("Примечание к дате", "Что следует знать о дате: например, в чём расходятся источники"),
    quote: label("Цитата", "Слова как напечатано, без кавычек вокруг них"),
    speaker: label("Автор", "Введите слова из известного имени или имя нового автора"),
    said_on: label("Дата", "Когда это сказано: 2 августа 2019, 2019-08 или около 1962 (EDTF)"),
    seen_in: label("Источник", "Введите слова из названия источника или вставьте адрес нового"),
    about: label("О чём", "Договоры и события через точку с запятой; введите слова, чтобы найти их"),
    spoken_for: label("От имени", "Государство или организация, от имени которых это сказано"),
    role: label("Должность", "Должность в то время"),
    organisation: label("Ведомство", "Орган, от имени которого это сказано"),
    venue: label("Место", "Где это сказано"),
    lang: label("Язык", "Код языка: например, ru или en"),
    translator: label("Перевод", "Чей это перевод"),
    wording_note: label("Примечание к словам", "В чём слова расходятся с записью"),
    name: label("Название", "Название, которым пользуются"),
    group: label("Группа", "Заголовок, под которым стоит строка"),
    nature: label("Вид", "Обязывает ли это в праве, или это тема без правового статуса"),
    nature_name: |nature| match nature {
        Nature::Treaty => "Договор",
        Nature::Political => "Политический документ",
        Nature::Topic => "Тема",
    },
    parties: label("Участники", "Названия через точку с запятой; новые добавляются"),
    depositaries: label("Депозитарии", "У кого хранятся документы; названия через точку с запятой"),
    treaty_summary: label("Описание", "Что это, в нескольких предложениях"),
    full_name: label("Полное название", "Название в заголовке самого договора"),
    aliases: label("Другие названия", "Под какими названиями его ещё ищут, через точку с запятой"),
    duration: label("Срок действия", "Сколько он действует по собственным условиям, словами"),
    first_group: "Договоры",
    code: label("Код", "Код государства, как RUS (ISO 3166-1); если пусто, составляется из названия"),
    short: label("Краткое название", "Название там, где мало места"),
    predecessor: label("Преемник", "Государство, права и обязанности которого перешли к этому"),
    code_taken: |code| format!("Код {code} уже есть у другого участника. Введите другой"),
    native_name: label("Имя в оригинале", "Имя на языке автора"),
    source_title: label("Название", "Название источника"),
    address: label("Адрес", "Где это в сети (https://…)"),
    publisher: label("Издатель", "Кто это опубликовал"),
    published: label("Дата", "Когда это опубликовано (EDTF)"),
    accessed: label("Просмотрено", "День, когда источник просмотрен"),
    source_kind: label("Вид источника", "Что это за источник"),
    archive: label("Архивная копия", "Адрес архивной копии"),
    dataset_title: label("Название", "Название набора данных"),
    description: label("Описание", "Что это за набор, в нескольких предложениях"),
    license: label("Условия использования", "Лицензия набора данных"),
    version: label("Версия", "Версия, как её считает составитель"),
    checked_on: label("Сведения на", "Последний день, по который просмотрены новости"),
    own_kind: |name| format!("«{name}» — собственный тип набора, без значения в праве"),
    is_new: |name| format!("{name}: в наборе данных этого ещё нет, будет добавлено"),
    unknown_subject: |name| format!("«{name}» — ни договор, ни событие. Выберите из списка"),
    unknown_name: |name| format!("«{name}» — не название. Выберите из списка или введите новое"),
    missing: |field| format!("Заполните поле «{field}»"),
    will_draw: |date, precision| format!("На шкале: {date} · {precision}"),
    required: "обязательно",
    date_hint: "2 августа 2019, 2019-08 или около 1962",
    unsourced: "Источника нет: событие будет отмечено как событие без источника",
    new_source: "В набор данных будет добавлен новый источник с этим адресом",
    use_name: |title| format!("Выбрать: {title}"),
    apply: label("Применить", "Внести изменение; сохраняется оно клавишами Ctrl+S (Enter)"),
    applying: "Применяется…",
    cancel: label("Отмена", "Оставить как есть (Esc)"),
    discard_question: "Отбросить введённое?",
    discard: label("Отбросить", "Закрыть форму и потерять введённое"),
    go_on: label("Продолжить", "Вернуться к вводу"),
    date_missing: "Введите дату",
    kind_missing: "Выберите тип",
    treaty_missing: "Выберите договор",
    unknown_source: "Выберите источник из списка или вставьте адрес (https://…)",
    several_files: "Открыто несколько файлов. Чтобы изменить один, уберите остальные со шкалы",
    other_format: "Изменять можно только наборы данных в собственном формате программы. Сохраните этот набор: «Файл › Другие форматы › JSON» — и откройте его",
    select_a_record: "Сначала выделите событие, высказывание, договор, автора или источник",
    select_a_treaty: "Сначала выделите договор",
    date_changed: |title, before, after| format!("Дата события «{title}»: {before} → {after}"),
    fields_changed: |title, fields| format!("«{title}»: изменено ({fields})"),
    added: |title, treaty| format!("Добавлено событие «{title}»: {treaty}"),
    added_record: |list, name| match list {
        RecordList::Statements => format!("Добавлено высказывание: {name}"),
        RecordList::Treaties => format!("Добавлен договор «{name}»"),
        RecordList::Parties => format!("Добавлен участник «{name}»"),
        RecordList::Speakers => format!("Добавлен автор: {name}"),
        RecordList::Sources => format!("Добавлен источник «{name}»"),
        _ => format!("Добавлено: «{name}»"),
    },
    deleted: |title| format!("Удалено: «{title}»"),
    other_text: "файл с тех пор изменился. Загрузите его заново и повторите",
    rows_added: |events, statements| match (events, statements) {
        (events, 0) => format!("Добавлено: {}", counted(events, EVENT)),
        (0, statements) => format!("Добавлено: {}", counted(statements, STATEMENT)),
        (events, statements) => {
            format!("Добавлено: {} и {}", counted(events, EVENT), counted(statements, STATEMENT))
        }
    },
    no_rows: "Во вставленных строках нет ничего нового",
    rows_known: |n| format!("уже есть в наборе: {n}"),
    rows_problems: |n, line, what| match n {
        1 => format!("строка {line}: {what}"),
        n => format!("затруднений: {n}, первое в строке {line}: {what}"),
    },
    patch_made: |n, authors| {
        let changes = counted(n, ["изменение", "изменения", "изменений"]);
        match authors {
            "" => format!("Внесено из файла правок: {changes}; Ctrl+Z отменяет"),
            authors => format!("Внесено: {changes} ({authors}); Ctrl+Z отменяет"),
        }
    },
    patch_nothing: "Файл правок здесь ничего не меняет",
    patch_conflicts: |n, name| {
        format!("не внесено: {n}, так как в наборе не то, что ожидает файл правок: {name}")
    },
    not_movable: "Такую дату нельзя сдвинуть мышью. Введите новую",
    moving_on: "Перетащите событие, чтобы сдвинуть его; двойной щелчок по строке добавляет событие",
    moving_off: "Перетаскивание снова сдвигает шкалу",
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
    delete_question: |title| format!("Удалить: «{title}»?"),
    delete_with: |n| format!("Будет удалено вместе с этим ({n}):"),
    delete_links: |n| format!("Больше не будет ссылаться на это ({n}):"),
    delete_blocked: |n| format!("Пока нельзя удалить. Сначала измените то, чему это нужно ({n}):"),
    delete_no_links: "В наборе данных на это ничто не ссылается. Удаление можно отменить",
    delete: label("Удалить", "Удалить; это можно отменить"),
    ask_to_delete: label("Удалить…", "Удалить, показав сначала, что на это ссылается"),
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
    no_steps: "Пока ничего не изменено",
    beginning: "Как открыто",
    history_help: "Выберите шаг, чтобы вернуться к нему",
    undone_step: |step| format!("{step}, отменено"),
    last_step: |step| format!("{step}, последний шаг"),
    edit_party: |name| format!("Изменить: {name}"),
    new_name: "Без названия",
    new_dataset_title: "Набор данных без названия",
    new_dataset_help: "Этот набор данных пуст. Добавьте договор, затем его события и высказывания",
    new_treaty: "Новый договор",
    new_topics: "Темы",
    new_topic: |n| format!("Тема {n}"),
    new_event: "Замените это событие",
};
