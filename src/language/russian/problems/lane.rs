//! Russian: what is wrong with a record of bulk lanes.

use crate::diagnostics::{LaneProblem, LaneValue};
use crate::language::report::Explanation;

use super::dates::{date_advice, date_error};
use super::{counted, kind};

const RECORD_EXAMPLE: &str =
    "пишите `{\"id\":1,\"lane\":2,\"start\":\"1990-01-05\",\"end\":null,\"label\":\"…\"}`";

pub(super) fn explain(problem: &LaneProblem) -> Explanation {
    use LaneProblem as P;
    let warning = Explanation::new::<String, &str>;
    // Of what costs the event.
    let error = |what: String, help: String| Explanation::new(format!("{what}; событие пропущено"), help);
    let shape = |what: String| error(what, RECORD_EXAMPLE.to_owned());
    match problem {
        P::BadDate { text, error: why, advice } => error(
            format!("«{text}»: {}", date_error(*why)),
            advice.as_ref().map_or_else(|| RECORD_EXAMPLE.to_owned(), |advice| date_advice(advice)),
        ),
        P::EmptyEnd => {
            error("поле «end» пусто".to_owned(), "напишите `null` или удалите поле «end»".to_owned())
        }
        P::OpenStart(end) => error(
            "в поле «start» начало открыто, а конца нет".to_owned(),
            match end {
                Some(end) => format!("напишите `\"start\":\"../{end}\"` и удалите поле «end»"),
                None => "укажите после него конец: `\"start\":\"../1960\"`".to_owned(),
            },
        ),
        P::EndsBeforeStart { start, end } => {
            shape(format!("событие кончается («{end}») раньше, чем начинается («{start}»)"))
        }
        P::NotAnEvent => shape("это не событие { … }".to_owned()),
        P::MissingField(field) => shape(format!("у события нет поля «{field}»")),
        P::DuplicateField(field) => shape(format!("поле «{field}» у события повторяется")),
        P::LargeNumber(field) => shape(format!("в поле «{field}» слишком большое число")),
        P::WrongKind { field, found, expected } => {
            let expected = match expected {
                LaneValue::NumberOrText => "нужны число или текст",
                LaneValue::Date => "нужна дата в кавычках",
                LaneValue::DateOrNull => "нужна дата в кавычках или `null`",
                LaneValue::Text => "нужен текст",
            };
            shape(format!("в поле «{field}» {}, а {expected}", kind(*found)))
        }
        P::Other(message) => shape(format!("не удалось прочитать запись: «{message}»")),
        P::HalfCharacter => warning(
            "в тексте половина символа; вместо неё показан знак \u{fffd}".to_owned(),
            "напишите символ целиком или удалите его",
        ),
        P::EndsTwice { start, end } => warning(
            format!("в поле «start» промежуток («{start}»), а есть и «end» («{end}»); учтено поле «end»"),
            "оставьте одно из двух",
        ),
        P::ControlCharacters => warning(
            "в тексте события управляющие символы или знаки направления; они не показаны".to_owned(),
            "удалите их",
        ),
        P::TimesOfDay(count) => warning(
            format!(
                "{} со временем суток; в этом формате хранятся только дни",
                counted(*count, ["событие", "события", "событий"])
            ),
            "удалите время или запишите событие в формате «treaty-timeline/1», в котором оно сохраняется",
        ),
    }
}
