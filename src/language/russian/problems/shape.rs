//! Russian: what is wrong with the shape of a file, a table or a record.

use crate::diagnostics::{FormatHint, JsonKind, Location, ShapeProblem};
use crate::language::report::Explanation;

use super::{DATASET_EXAMPLES, SMALLER_NUMBER, kind, left_out};

pub(super) fn explain(problem: &ShapeProblem) -> Explanation {
    use ShapeProblem as P;
    let say = Explanation::new::<String, &str>;
    match problem {
        P::FileIsList => Explanation::new("это список JSON, а набор данных — объект { … }", DATASET_EXAMPLES),
        P::FileIsNoObject => {
            Explanation::new("это не набор данных: он должен начинаться с {", DATASET_EXAMPLES)
        }
        P::UnknownFormat(format) => {
            say(format!("неизвестный формат `{format}`"), "эта версия читает «treaty-timeline/1»")
        }
        P::MissingFormat(hint) => Explanation::new(
            "в файле не указан его формат",
            match hint {
                FormatHint::Treaties => "добавьте в начало `\"format\": \"treaty-timeline/1\"`",
                FormatHint::TreatiesOrLanes => {
                    "если в файле события по строкам, поставьте первым `\"events\"`, если договоры — `\"format\": \"treaty-timeline/1\"`"
                }
            },
        ),
        P::DuplicateField(field) => {
            say(format!("повторное поле «{field}»; второе не прочитано"), "объедините их")
        }
        P::UnknownField(field) => say(
            format!("неизвестное поле «{field}»; оно сохраняется, но не показано"),
            "проверьте имя; если поле нужно другой программе, оставьте его",
        ),
        P::MissingTitle => Explanation::new("у набора данных нет названия", "добавьте `\"title\": \"…\"`"),
        P::LongText(chars) => say(
            format!("длина текста — {chars} симв.; на экране он будет обрезан"),
            "пусть имена и названия будут короткими; подробности — в поле `summary`",
        ),
        P::ControlCharacters => Explanation::new(
            "в тексте управляющие символы или знаки направления; они не показаны",
            "удалите их",
        ),
        P::LoneSurrogate(escape) => say(
            format!("`{escape}` — половина символа без второй половины; вместо неё показан знак \u{fffd}"),
            "напишите символ целиком или удалите его",
        ),
        P::FieldIsNoText(field, found) => {
            say(format!("в поле «{field}» {}, а нужен текст", kind(*found)), "возьмите значение в кавычки")
        }
        P::FieldIsNoBoolean(field, found) => say(
            format!("в поле «{field}» {}, а нужно «true» или «false»", kind(*found)),
            "пишите «true» или «false»",
        ),
        P::TableIsNoList(field, found) => {
            say(format!("в поле «{field}» {}, а нужен список", kind(*found)), "пишите [ { … }, { … } ]")
        }
        P::LargeNumber(number) => {
            say(format!("слишком большое число {number}; оно пропущено"), SMALLER_NUMBER)
        }
        P::RecordWithLargeNumber(table, number) => {
            say(format!("слишком большое число {number}; {}", left_out(*table)), SMALLER_NUMBER)
        }
        P::MissingField { table, location, field } => {
            let owner = match location {
                Location::Record => format!("в записи из «{}»", table.key()),
                inner => place(inner),
            };
            Explanation::new(
                format!("{owner} нет поля «{field}»; {}", left_out(*table)),
                format!("добавьте поле «{field}»"),
            )
        }
        P::UnknownWord { table, location, word, allowed } => Explanation::new(
            format!("{} недопустимое значение «{word}»; {}", place(location), left_out(*table)),
            format!("допустимые значения: `{allowed}`"),
        ),
        P::WrongKind { table, location, found, expected } => {
            let expected = match expected {
                None => "нужно одно из допустимых значений",
                Some(JsonKind::Text) => "нужен текст",
                Some(JsonKind::Object) => "нужен объект { … }",
                Some(JsonKind::List) => "нужен список",
                Some(JsonKind::Boolean) => "нужно `true` или `false`",
                Some(JsonKind::Null) => "нужно `null`",
                Some(JsonKind::Number) => "нужно число",
            };
            say(format!("{} {}, а {expected}; {}", place(location), kind(*found), left_out(*table)), "")
        }
        P::TooDeep(table) => say(
            format!("слишком глубокая вложенность в записи из «{}»; {}", table.key(), left_out(*table)),
            "в этом формате нет таких глубоких полей",
        ),
        P::Unreadable(table, message) => say(
            format!("не удалось прочитать запись: «{message}»; {}", left_out(*table)),
            "формат выводит команда `treaty-timeline schema`",
        ),
    }
}

/// Where a value is, as in `в поле «kind»`.
fn place(location: &Location) -> String {
    match location {
        Location::Record => "в записи".to_owned(),
        Location::Field(name) => format!("в поле «{name}»"),
        Location::EntryOf(name) => format!("в элементе списка «{name}»"),
    }
}
