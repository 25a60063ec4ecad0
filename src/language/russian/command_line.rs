//! Russian: the command line.

use crate::diagnostics::StyleProblem;
use crate::domain::{AuditRule, Basis};
use crate::language::command_line::{ArgumentError, CommandLineError, CommandLineWords, HelpWords, StandIn};

use super::dates;
use super::errors::{compare_error, failure, open_error, write_problem};
use super::law::period;
use super::patches::edit_problem;
use super::view_link::view_link_problem;

pub(in crate::language) static COMMAND_LINE: CommandLineWords = CommandLineWords {
    help: HelpWords {
        about: "История контроля над вооружениями на одной ленте времени и то, что о каждом событии говорили официальные лица",
        usage: "Использование",
        commands: "Команды",
        arguments: "Аргументы",
        options: "Параметры",
        value: |name| {
            Some(match name {
                "FILE" => "ФАЙЛ",
                "FORMAT" => "ФОРМАТ",
                "THEME" => "ТЕМА",
                "LANG" => "ЯЗЫК",
                "DATE" => "ДАТА",
                "PICTURE" => "РИСУНОК",
                "WxH" => "ШИРИНАxВЫСОТА",
                "N" => "ЧИСЛО",
                "LINK" => "ССЫЛКА",
                "FILTER" => "ФИЛЬТР",
                "BEFORE" => "ПРЕЖНИЙ",
                "AFTER" => "НОВЫЙ",
                "PAPER" => "БУМАГА",
                "TEXT" => "ТЕКСТ",
                "LANES" => "СТРОКИ",
                "STYLE" => "СТИЛЬ",
                "SHELL" => "ОБОЛОЧКА",
                "IN" | "BASE" => "ИСХОДНЫЙ",
                "OUT" => "ИТОГОВЫЙ",
                "OPTIONS" => "ПАРАМЕТРЫ",
                "COMMAND" => "КОМАНДА",
                "PATCH" => "ПРАВКИ",
                "OURS" => "НАШ",
                "THEIRS" => "ИХ",
                "WHOSE" => "ЧЬЯ",
                _ => return None,
            })
        },
        file: "Файлы для одной ленты, - для стандартного ввода; без них открывается последний открытый набор или встроенный",
        language: "Язык, en или ru; по умолчанию язык системы, а в окне — выбранный последним",
        fresh: "Начать со встроенного набора данных и настроек по умолчанию, ничего не запоминать",
        help: "Показать справку",
        version: "Показать версию",
        view: "Ссылка на вид, как её даёт команда «Копировать ссылку на этот вид», в одинарных кавычках",
        from: "Первая дата, которую нужно показать, например 1987, 2019-02-01 или «1 февраля 2019»",
        to: "Последняя дата, которую нужно показать",
        select: "Идентификатор события, высказывания или договора, который нужно выделить",
        filter: "Что показать, например `party:USA,status:in_force`; из значений одного вида достаточно любого",
        help_command: "Показать справку о команде",
        check: "Проверить файлы любого формата; код выхода 1, если есть ошибки",
        check_files: "Файлы, которые нужно проверить, - для стандартного ввода",
        mapping: "Файл JSON, в котором сказано, как читать таблицы, в том виде, в каком его печатает --format json",
        format: "Формат вывода: text (по умолчанию) или json",
        audit: "Перечислить по правилам то, на что посмотрел бы проверяющий: неточные даты, слабые источники, цитаты без оригинала; код выхода 1, если что-то осталось",
        accepted: "Файл JSON со списком того, что принято при проверке, и причинами",
        diff: "Сравнить два набора данных; код выхода 0, если различий нет, 1, если они есть, 2, если сравнить нельзя",
        before: "Прежний набор данных",
        after: "Новый набор данных",
        schema: "Вывести схему формата данных (JSON Schema)",
        licences: "Вывести, чей труд использован в программе и на каких условиях",
        completions: "Вывести сценарий, по которому оболочка дополняет команды и параметры программы",
        shell: "Оболочка",
        name: "НАЗВАНИЕ",
        synopsis: "ОБЗОР",
        description: "ОПИСАНИЕ",
        state: "Вывести правовой статус договоров на дату и события, из которых он следует",
        dataset: "Набор данных; по умолчанию встроенный",
        on: "День, например 2019-08-02 или «2 августа 2019»",
        treaty: "Идентификатор договора; по умолчанию все договоры",
        party: "Идентификатор стороны; по умолчанию каждый договор в целом и все его стороны, о которых есть записи",
        table: "Формат вывода: text (по умолчанию), json или csv",
        render: "Сохранить набор данных рисунком, без окна и экрана",
        out: "Файл рисунка (.pdf, .svg или .png) или страницы (.html)",
        like: "Рисунок этой программы, PDF, SVG или PNG, который нужно нарисовать заново",
        size: "Ширина и высота в пунктах, например 1440x900; по умолчанию ширина 1440, а высота — по числу строк",
        scale: "Точек растра на пункт, для PNG (по умолчанию 1)",
        no_fonts: "Не встраивать шрифты в SVG, а только назвать их; файл меньше, но выглядит иначе там, где их нет",
        outlines: "Рисовать буквы контурами: SVG выглядит одинаково в любой программе, но текст из него не скопировать",
        theme: "Тема: light — светлая (по умолчанию), dark — тёмная, print — чёрно-белая",
        high_contrast: "Высокая контрастность",
        paper: "Размер бумаги, для PDF (по умолчанию A4)",
        landscape: "Альбомная ориентация (по умолчанию)",
        portrait: "Книжная ориентация",
        tiles: "Разрезать лист на части формата A4 с нахлёстом и метками обреза",
        pages: "Занять столько страниц, сколько нужно, чтобы всё читалось; ось и названия строк повторяются на каждой",
        one_page: "Нарисовать всё на одной странице, как бы мелко ни вышло; по умолчанию PDF занимает несколько страниц там, где текст было бы не прочесть",
        across: "На сколько страниц растянуть период слева направо",
        title: "Заголовок; по умолчанию название набора данных",
        lanes: "Какие строки нарисовать: all — все (по умолчанию), selected — выбранные, или идентификаторы договоров через запятую",
        no_labels: "Без подписей событий",
        legend: "Объяснить встречающиеся знаки (по умолчанию)",
        no_legend: "Без легенды",
        with_sources: "Указать данные, пронумерованные источники и ссылку на вид; в PDF по умолчанию",
        no_sources: "Без источников и ссылки",
        no_numbers: "Без номеров источников у знаков",
        no_table: "Без таблицы событий в конце PDF",
        examples: "Примеры",
        convert: "Прочитать набор данных, таблицу или книгу и записать в другом формате",
        input: "Исходный файл: любой, который программа открывает",
        output: "Новый файл; формат задаётся расширением. Имя без расширения — папка с таблицами CSV",
        data_format: "Формат нового файла, по умолчанию по расширению",
        cite: "Вывести ссылки на источники, договоры, высказывания и события",
        cite_ids: "Идентификаторы записей",
        cite_style: "Стиль, для ссылок словами: один из этих или файл .csl",
        cite_format: "Форма, по умолчанию text",
        patch: "Предложить правки к набору данных, показать их, внести, объединить две версии",
        patch_make: "Записать различия двух наборов данных как правки",
        patch_apply: "Внести правки в набор данных; код выхода 1, и ничего не записано, если в файле не то, что ожидалось",
        patch_show: "Вывести правки словами",
        patch_merge: "Объединить две версии набора данных или двое правок по записям и полям; код выхода 1, и ничего не записано, если изменено одно и то же",
        patch_file: "Файл правок",
        patch_target: "Набор данных, в который вносятся правки",
        patch_out: "Новый файл; по умолчанию правки выводятся на экран",
        apply_out: "Новый файл; по умолчанию тот же набор данных",
        merge_out: "Новый файл",
        author: "Кто предлагает правки",
        reason: "Почему",
        change_source: "Источник правок: идентификатор из набора данных или адрес",
        change_date: "День правок; по умолчанию сегодня",
        partial: "Внести правки без расхождений, остальные перечислить",
        prefer: "Чью версию оставить, если изменено одно и то же: ours — нашу, theirs — их",
        base: "Версия, с которой начинали обе стороны",
        ours: "Наша версия или правки к исходной",
        theirs: "Их версия или правки к исходной",
    },
    see_help: "Справка: --help",
    treaty: "договор",
    events: "события",
    statements: "высказывания",
    decade: "десятилетие",
    event_type: "тип события",
    source_kind: "вид источника",
    sources: "источники",
    decade_from: |year| format!("{year}-е"),
    rests_on: |census, statements, series| {
        format!(
            "Дат из официальных источников: {} из {} ({}\u{a0}%); событий со спорной датой: {}; высказываний на языке оригинала: {} из {statements}; рядов: {series}",
            census.official_dates,
            census.dates,
            census.official_percent(),
            census.disputed,
            census.originals,
        )
    },
    audit: "Проверка по существу",
    audit_rule: |rule, open, accepted| {
        let name = match rule {
            AuditRule::LooseDate => "Договорные акты без точного дня",
            AuditRule::NoEffect => "Объявлено, но о последствиях записей нет",
            AuditRule::NoEnd => "Договоры немногих сторон, у которых не указано прекращение",
            AuditRule::NoOriginal => "Переводы без оригинала",
            AuditRule::WeakSource => "Даты и цитаты только по справочникам",
            AuditRule::NoArchive => "Адреса без архивной копии",
            AuditRule::PartyList => "Договоры с неполным списком сторон",
        };
        format!("{name} [«{}»]: осталось {open}, принято {accepted}", rule.key())
    },
    audit_outdated: |rule, id| format!("«{id}» принято по правилу «{rule}», но больше не встречается"),
    whole_treaty: "договор в целом",
    not_recorded: "в файле не указано",
    nothing_recorded: "Об этой стороне в файле нет записей.",
    since: |day| format!("с {day}"),
    since_within: |date| format!("с одного из дней в пределах {date}"),
    exit: |last, first| format!("последний день действия {last}, первый день вне договора {first}"),
    or_else: |state| format!("или {state}"),
    dated: |date, source| format!("дата {date} в источнике «{source}»"),
    drawn: |file| format!("Рисунок записан в файл {file}"),
    some_lanes: |drawn, all| format!("строк: {drawn} из {all}"),
    pages: |pages| format!("страниц: {pages}"),
    only_on_paper: |options| format!("Веб-странице не нужны параметры {options}"),
};

pub(in crate::language) fn argument_error(error: &ArgumentError) -> String {
    let nearly = |similar: &Option<String>| {
        similar.as_ref().map(|similar| format!("; может быть, `{similar}`?")).unwrap_or_default()
    };
    match error {
        ArgumentError::UnknownArgument(name, similar) => {
            format!("неизвестный аргумент {name}{}", nearly(similar))
        }
        ArgumentError::UnknownCommand(name, similar) => {
            format!("неизвестная команда {name}{}", nearly(similar))
        }
        ArgumentError::Missing(names) => format!("не хватает аргументов: {}", names.join(", ")),
        ArgumentError::NoValue(name) => format!("для {name} нужно значение"),
        ArgumentError::Repeated(name) => format!("{name} указан больше одного раза"),
        ArgumentError::Conflict(name, other) => format!("{name} нельзя указывать вместе с {other}"),
        ArgumentError::NotOneOf(name, value, known) => {
            format!("{name}: значение «{value}» не подходит; возможные значения: {}", known.join(", "))
        }
        ArgumentError::NotADate { argument, value, advice } => {
            format!("{argument}: «{value}» — не дата; {}", super::problems::date_advice(advice))
        }
        ArgumentError::NotASize(name, [least, most]) => {
            format!("{name}: укажите ширину и высоту, например 1440x900, от {least} до {most}")
        }
        ArgumentError::NotANumber(name, value) => format!("{name}: «{value}» — недопустимое число"),
        ArgumentError::Other => "неверные аргументы".to_owned(),
    }
}

pub(in crate::language) fn command_line_error(error: &CommandLineError) -> String {
    match error {
        CommandLineError::PictureExtension(name) => {
            format!("расширение файла {name} должно быть .pdf, .svg, .png или .html")
        }
        CommandLineError::NotDrawn(_) => "в файле есть ошибки, поэтому рисунка нет".to_owned(),
        CommandLineError::DataExtension(name) => {
            format!("расширение файла {name} не указывает формат; задайте его параметром --to")
        }
        CommandLineError::NotConverted(_) => "в файле есть ошибки, поэтому ничего не записано".to_owned(),
        CommandLineError::NotCited(_) => "в файле есть ошибки, поэтому ссылок нет".to_owned(),
        CommandLineError::PlainLanes(name) => {
            format!(
                "в файле {name} события по строкам; в других форматах записываются только наборы данных о договорах"
            )
        }
        CommandLineError::BadMapping(name, line, column) => {
            format!("{name} не описывает столбцы таблицы: строка {line}, столбец {column}")
        }
        CommandLineError::BadAccepted(name, line, column) => {
            format!("{name} — не список принятого при проверке: строка {line}, столбец {column}")
        }
        CommandLineError::BadStyle(name, problem) => match problem {
            StyleProblem::TooLarge => format!("файл {name} слишком велик для стиля ссылок"),
            StyleProblem::Malformed(line) => format!("ошибка разметки XML в файле {name}: строка {line}"),
            StyleProblem::NotAStyle(line) => format!("{name} — не стиль CSL 1.0: строка {line}"),
            StyleProblem::Dependent => {
                format!("{name} лишь ссылается на другой стиль; укажите файл того стиля")
            }
            StyleProblem::Endless(line) => format!("макрос в файле {name} вызывает сам себя: строка {line}"),
            StyleProblem::TooMuch => format!("макросы в файле {name} повторяются слишком много раз"),
        },
        CommandLineError::NothingToCite(id) => {
            format!("нет ни источника, ни договора, ни высказывания, ни события с идентификатором «{id}»")
        }
        CommandLineError::NotPatched(_) => {
            "после правок в наборе данных будут ошибки, поэтому ничего не записано".to_owned()
        }
        CommandLineError::Edit(name, problem) => format!("{name}: {}", edit_problem(problem)),
        CommandLineError::NoStatus(_) => {
            "в файле есть ошибки, поэтому правовой статус не определяется".to_owned()
        }
        CommandLineError::NoSuchItem(id) => {
            format!("события, высказывания или договора с идентификатором «{id}» нет")
        }
        CommandLineError::NoSuchTreaty(id, known) => {
            format!("договора с идентификатором «{id}» нет; есть: {}", known.join(", "))
        }
        CommandLineError::NoSuchParty(id, known) => {
            format!("стороны с идентификатором «{id}» нет; есть: {}", known.join(", "))
        }
        CommandLineError::NotADay(date) => {
            format!("«{date}» — не отдельный день; укажите день, например 2019-08-02")
        }
        CommandLineError::FromAfterTo => "дата --from должна быть раньше даты --to".to_owned(),
        CommandLineError::FromAfterEnd(end) => {
            format!("дата --from позже конца набора данных, {}", dates::day(*end))
        }
        CommandLineError::ToBeforeStart(start) => {
            format!("дата --to раньше начала набора данных, {}", dates::day(*start))
        }
        CommandLineError::ViewLink(problem) => format!("--view: {}", view_link_problem(*problem)),
        CommandLineError::NoViewInPicture(name) => format!(
            "в файле {name} не сказано, какой вид на рисунке: он сделан не этой программой или пересохранён другой"
        ),
        CommandLineError::Open(name, error) => format!("{name}: {}", open_error(error)),
        CommandLineError::Compare(name, error) => format!("{name}: {}", compare_error(error)),
        CommandLineError::Write(name, problem) => {
            format!("файл {name} не записан: {}", write_problem(problem))
        }
        CommandLineError::Print(why) => format!("ответ не удалось вывести: {}", failure(why)),
        CommandLineError::NoWindow(why) => format!("окно не удалось открыть: {why}\n{RENDER_INSTEAD}"),
        CommandLineError::NoOpenGl => format!(
            "окно не удалось открыть: оно рисуется с помощью OpenGL, а в системе его нет. В Debian и Ubuntu его даёт \
             `apt install libgl1-mesa-dri`, видеокарта для этого не нужна\n{RENDER_INSTEAD}"
        ),
        CommandLineError::BadDisplay => {
            format!("окно не удалось открыть: у экрана нет того, что нужно окну\n{RENDER_INSTEAD}")
        }
        CommandLineError::Failed(why) => failure(why),
    }
}

const RENDER_INSTEAD: &str = "`treaty-timeline render --out view.png` рисует то же самое без экрана";

pub(in crate::language) fn stand_in(stand_in: StandIn<'_>) -> Option<String> {
    let by_clause = |what: &str| {
        let (article, length, source) = stand_in.clause?;
        Some(format!("{what} по статье {article}: {} [{source}]", period(length)))
    };
    match stand_in.basis {
        Basis::Events => None,
        Basis::EntryClause => by_clause("вступление в силу после сдачи документа на хранение"),
        Basis::WithdrawalClause => by_clause("срок уведомления истекает"),
        Basis::EntryNotRecorded => Some(super::law::ENTRY_NOT_RECORDED.to_owned()),
        Basis::DayOfDeposit => Some(
            "со дня сдачи документа на хранение: в файле нет положения о сторонах, вступающих позже"
                .to_owned(),
        ),
    }
}
