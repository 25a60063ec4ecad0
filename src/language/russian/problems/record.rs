//! Russian: what is wrong with one record.

use crate::diagnostics::{MissingPart, RecordProblem, RelationProblem, Suggestion, Table};
use crate::language::report::{Explanation, character};

use super::dates::{date_advice, date_error};
use super::{cost, date, left_out, of_record};

pub(super) fn explain(problem: &RecordProblem) -> Explanation {
    use RecordProblem as P;
    let say = Explanation::new::<String, &str>;
    match problem {
        P::BadDate { text, error, advice, cost: costs } => Explanation::new(
            format!("«{text}»: {}; {}", date_error(*error), cost(*costs)),
            date_advice(advice),
        ),
        P::BadPeriod(text) => say(
            format!("«{text}» — не период; условие пропущено"),
            "пишите P и годы, месяцы, недели, дни: P6M, P90D, P15Y; P0D — сразу",
        ),
        P::Relation(problem) => relation(problem),
        P::UnknownId { table, id, suggestion, cost: costs } => Explanation::new(
            format!("нет {} с идентификатором «{id}»; {}", of_record(*table), cost(*costs)),
            suggested(*table, suggestion),
        ),
        P::HiddenInId(table, id) => say(
            format!("в идентификаторе «{id}» невидимые символы; {}", left_out(*table)),
            "используйте буквы, цифры и дефисы",
        ),
        P::DuplicateId(table, id) => say(
            format!("идентификатор «{id}» уже занят в «{}»; {}", table.key(), left_out(*table)),
            "дайте второй записи другой идентификатор",
        ),
        P::EmptyId(table) => {
            say(format!("пустой идентификатор; {}", left_out(*table)), "дайте записи идентификатор")
        }
        P::NamedTwice(id) => say(format!("«{id}» указано здесь дважды; ссылка одна"), "удалите одно из двух"),
        P::LookAlike { text, first, differs } => say(
            match differs {
                Some((here, Some(there))) => format!(
                    "«{text}» выглядит как «{first}», но в нём {} вместо {}",
                    character(*here),
                    character(*there)
                ),
                Some((here, None)) => {
                    format!("«{text}» выглядит как «{first}», но в конце у него {}", character(*here))
                }
                None => format!("«{text}» отличается от «{first}» только регистром или пробелами"),
            },
            "напишите одинаково или сделайте различие заметным",
        ),
        P::UnknownEventType(text, nearest) => Explanation::new(
            format!("в формате нет типа «{text}»; он считается собственным типом"),
            format!("возможно, имелось в виду «{nearest}»"),
        ),
        P::EmptyEventType => Explanation::new(
            "тип события пуст; событие прочитано как «other»",
            "укажите тип формата или собственный",
        ),
        P::EventWithoutDate(id) => {
            say(format!("у события «{id}» нет даты; оно пропущено"), "добавьте хотя бы одну запись в «dates»")
        }
        P::MissingSource(part, name) => say(
            match part {
                MissingPart::Date => format!("у даты «{name}» нет источника; эта дата пропущена"),
                MissingPart::Series => {
                    format!("у ряда данных «{name}» нет источника; ряд данных пропущен")
                }
                MissingPart::Statement => {
                    format!("у высказывания «{name}» нет источника; высказывание пропущено")
                }
            },
            "добавьте поле «source» с идентификатором источника",
        ),
        P::SeveralPreferred => Explanation::new(
            "у события две предпочтительные даты; показана первая",
            "оставьте «preferred» у одной из них",
        ),
        P::BeforeSignature { title, date: when, signed } => say(
            format!(
                "«{title}» ({}) — раньше, чем договор подписан или открыт для подписания ({})",
                date(when),
                date(signed)
            ),
            "проверьте обе даты; событие показано там, где указано",
        ),
        P::OddFigure { figure, is_negative } => {
            let what = if *is_negative {
                "меньше нуля"
            } else {
                "больше всего, что бывает"
            };
            say(format!("значение {figure} {what}; оно показано как есть"), "сверьте его с источником")
        }
        P::LinkToNothing => Explanation::new(
            "в каждом элементе «about» должно быть одно событие или один договор",
            "пишите `{ \"event\": \"…\" }` или `{ \"treaty\": \"…\" }`; если слова не о них, пусть список «about» будет пуст",
        ),
        P::NoPicture(path) => say(
            format!("судя по имени, «{path}» — не изображение; файл не открывается"),
            "изображения — файлы PNG, JPEG, GIF, WebP, BMP и TIFF",
        ),
        P::DocumentOutside(path) => say(
            format!("файл «{path}» — вне папки файла данных; он не открывается"),
            "скопируйте его в папку файла данных и укажите путь от неё",
        ),
    }
}

fn relation(problem: &RelationProblem) -> Explanation {
    use RelationProblem as P;
    let say = Explanation::new::<String, &str>;
    match problem {
        P::BadPeriod(text) => say(
            format!("«{text}» — не период; дата прочитана без него"),
            "пишите P и годы, месяцы, недели, дни: P6M, P90D, P15Y",
        ),
        P::Cycle(id) => say(
            format!("эта дата зависит от «{id}», а та — от неё; дата пропущена"),
            "укажите дату одного из событий в «edtf»",
        ),
        P::NoDayLeft => Explanation::new(
            "события, через которые задана дата, не оставляют ни одного дня или допускают любой; дата пропущена",
            "проверьте «after», «before» и «within»",
        ),
    }
}

fn suggested(table: Table, suggestion: &Suggestion) -> String {
    match suggestion {
        Suggestion::DidYouMean(id) => format!("возможно, имелось в виду «{id}»"),
        Suggestion::OneOf(ids) => format!("есть: «{ids}»"),
        Suggestion::TableIsEmpty => format!("в файле пусто в «{}»", table.key()),
        Suggestion::None => "добавьте такую запись или исправьте идентификатор".to_owned(),
    }
}
