//! Russian: the panel in which a document is read, its quotations, and what is saved of them.

use super::counted;
use crate::document::{Cut, MatchKind, Unreadable};
use crate::language::reader::Reader;
use crate::language::text::label;

pub(super) const READER: Reader = Reader {
    read_copy: label("Открыть копию", "Открыть сохранённую с набором копию на этом месте"),
    attach_copy: label(
        "Найти в файле…",
        "Выбрать копию этого источника (текст, HTML или PDF) и выделить в ней цитату; файл останется на месте",
    ),
    attach_title: "Копия источника",
    documents_filter: "Текст, HTML, PDF",
    close: label("Закрыть документ", "Закрыть панель чтения (Esc)"),
    copy_of: |title| format!("Копия: «{title}»"),
    reading: |name| format!("Документ: {name}"),
    quotations: |n| format!("{} из этого источника", counted(n, ["цитата", "цитаты", "цитат"])),
    found: |quotations, treaties| {
        let quotations = counted(quotations, ["цитата", "цитаты", "цитат"]);
        format!("Найдено: {quotations}, {}", counted(treaties, ["договор", "договора", "договоров"]))
    },
    unknown_speaker: "Автор неизвестен",
    known: "есть в наборе",
    confirm: |quote| format!("Подтвердить {quote}"),
    speaker_field: "Автор",
    role_field: "Должность",
    about: label("О чём", "Договор или событие, к которым относятся эти слова"),
    other_treaties: "Другие договоры",
    about_nothing: "Не о договоре",
    suggestion_reason: |word, date| match date {
        Some(date) => format!("Предложено по словам «{word}» и «{date}»"),
        None => format!("Предложено по слову «{word}»"),
    },
    day: label(
        "Дата высказывания",
        "День, который в документе назван «сегодня», например 2021-02-11 или 11 февраля 2021 (EDTF)",
    ),
    day_of_quotation: label(
        "Дата этой цитаты",
        "Когда сказаны эти слова, если не в день документа, например 4 марта 2025 (EDTF)",
    ),
    lang: label("Язык", "Язык документа, например ru или en (BCP 47)"),
    save: label("Сохранить набор…", "Сохранить копию набора данных с подтверждёнными цитатами"),
    confirmed: |n| counted(n, ["подтверждена", "подтверждены", "подтверждено"]),
    saved: |name, n| {
        format!(
            "{name} сохранён, добавлено: {}",
            counted(n, ["высказывание", "высказывания", "высказываний"])
        )
    },
    copies_left: |n| {
        let copies = counted(n, ["копия источника", "копии источников", "копий источников"]);
        format!("В прежней папке осталось: {copies}; положите их и рядом с новым файлом")
    },
    kept: |n| {
        let taken = counted(n, ["подтверждённая цитата", "подтверждённые цитаты", "подтверждённых цитат"]);
        format!("Не сохранено: {taken}; чтобы сохранить, откройте документ снова")
    },
    unsaved: |n| {
        let taken = counted(n, ["подтверждённая цитата", "подтверждённые цитаты", "подтверждённых цитат"]);
        format!("Не сохранено: {taken}")
    },
    unsaved_restored: |n| {
        let taken = counted(n, ["подтверждённая цитата", "подтверждённые цитаты", "подтверждённых цитат"]);
        format!("Программа завершилась раньше сохранения. Не сохранено: {taken}")
    },
    unsaved_save: label("Сохранить…", "Сохранить набор с подтверждёнными цитатами и закрыть окно"),
    unsaved_discard: label("Не сохранять", "Удалить подтверждённые цитаты без сохранения"),
    unsaved_cancel: label("Отмена", "Не закрывать окно (Esc)"),
    unsaved_later: label("Позже", "Оставить их, пока документ не будет открыт снова (Esc)"),
    unsaved_reopen: |name| format!("Открыть {name}"),
    unsaved_open: |name| format!("Сохраните цитаты, подтверждённые в документе {name}"),
    unsaved_incomplete: "Пока не сохранено: у подтверждённой цитаты нет даты, языка или автора",
    not_saved_closed: "Ничего не сохранено: документ был закрыт. Откройте его и сохраните снова",
    unsaved_lost: |n| {
        let lost = counted(n, ["подтверждённая цитата", "подтверждённые цитаты", "подтверждённых цитат"]);
        format!("В документе больше не найдено: {lost}")
    },
    unsaved_changed: |name| format!("Файл {name} изменился после подтверждения цитат. Проверьте их"),
    nothing_confirmed: "Отметьте цитаты, чтобы сохранить их с набором данных",
    bad_day_of: |quote| format!("Исправьте дату цитаты {quote}"),
    bad_day: "Укажите дату высказывания (2021-02-11)",
    bad_lang: "Укажите язык (ru)",
    no_speaker: |quote| format!("Укажите автора высказывания {quote}"),
    needs_day: "Укажите дату высказывания, чтобы определить эту дату",
    no_quotations: "В наборе нет цитат из этого источника",
    match_quality: |kind| match kind {
        MatchKind::Exact => "точное совпадение".to_owned(),
        MatchKind::Normalised => "совпадает с точностью до пунктуации и пробелов".to_owned(),
        MatchKind::Caseless => "совпадает с точностью до регистра букв".to_owned(),
        MatchKind::Fuzzy { percent } => format!("совпадение {percent}%"),
        MatchKind::Negated => "отличается отрицанием".to_owned(),
    },
    negated: |word, is_quoted| {
        if is_quoted {
            format!("отличается отрицанием (в цитате добавлено «{word}»)")
        } else {
            format!("отличается отрицанием (в цитате пропущено «{word}»)")
        }
    },
    not_found: "не найдено",
    first_of_identical: |n| format!("первый из одинаковых фрагментов, всего {n}"),
    unreadable: |why| match why {
        Unreadable::Empty => "файл пуст",
        Unreadable::NotText => "это не текст, не HTML и не PDF",
        Unreadable::NoText => "в нём нет текста: страницы отсканированы или создаются скриптом",
        Unreadable::Encrypted => "PDF защищён паролем",
        Unreadable::Damaged => "PDF повреждён",
    },
    opening: |name| format!("Чтение {name}…"),
    cancel_help: "Отменить, текущий документ останется открытым (Esc)",
    not_opened: |name, why| format!("Не удалось прочитать {name}: {why}"),
    outside: "файл вне папки набора данных",
    no_file: "рядом с набором данных нет такого файла",
    file_gone: "файл перемещён или удалён; откройте его там, где он находится сейчас",
    too_large: "файл больше 256 МиБ: сохраните нужную часть отдельным файлом",
    not_a_file: "это папка, канал или устройство",
    too_much_memory: "для чтения нужно больше 1 ГБ памяти; сохраните нужные страницы отдельным файлом",
    too_long: "чтение занимает больше 20 секунд; сохраните нужные страницы отдельным файлом",
    stopped: "чтение прервалось; возможно, файл повреждён",
    same: label("Не изменилась", "Контрольная сумма (SHA-256) совпадает: цитаты взяты из этой версии"),
    changed: label(
        "Копия изменилась",
        "Контрольная сумма (SHA-256) не совпадает: цитаты взяты из другой версии",
    ),
    unknown: label(
        "Не проверена",
        "В наборе нет контрольной суммы (SHA-256) этой копии, изменения не обнаружить",
    ),
    replaced: |n| format!("Не удалось прочесть {}", counted(n, ["знак", "знака", "знаков"])),
    cut: |cut| match cut {
        Cut::Bytes(left) => format!("Не прочитан конец файла: {}", counted(left, ["байт", "байта", "байт"])),
        Cut::Pages { read, of } => format!("Прочитано страниц: {read} из {of}"),
    },
    shown_only: |n| format!("Показано строк: {n}"),
    encoding: |name| format!("Кодировка: {name}"),
    badge: |quality| format!("В копии: {quality}"),
    differs: |there, quoted| match (there, quoted) {
        ("", quoted) => format!("В цитате добавлено «{quoted}»"),
        (there, "") => format!("В цитате пропущено «{there}»"),
        (there, quoted) => format!("В цитате «{quoted}», в документе «{there}»"),
    },
};
