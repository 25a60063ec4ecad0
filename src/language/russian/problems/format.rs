//! Russian: what is wrong with a file of another program, or with an entry of it.

use crate::diagnostics::{FormatProblem, JsonKind, Seen};
use crate::language::report::Explanation;

use super::{DATASET_EXAMPLES, counted, kind};

const SAVE_AGAIN: &str = "сохраните файл ещё раз в программе, в которой он создан";

pub(super) fn explain(problem: &FormatProblem) -> Explanation {
    use FormatProblem as P;
    match problem {
        P::NoEntry(found) => Explanation::new(
            format!("здесь {}, а запись — это объект {{ … }}; пропущено", kind(*found)),
            SAVE_AGAIN,
        ),
        P::DeepTime(text) => Explanation::new(
            format!("«{text}» — за пределами лет, которые можно показать; запись пропущена"),
            "показываются годы от -9999 до 9999; геологическое время не показывается",
        ),
        P::EntryWithoutQuotation => Explanation::new(
            "в заметке не выделено ни слова; она пропущена",
            "читаются только заметки к отрывкам, но не к странице в целом и не ответы на заметки",
        ),
        P::NoEvent(name) => Explanation::new(
            format!("тип «{name}» — не событие; запись пропущена"),
            "у событий тип `Event` или такой, название которого заканчивается на `Event`",
        ),
        P::Repeated(count) => Explanation::new(
            format!("повторов предыдущих строк: {count}; каждая показана один раз"),
            "ничего не потеряно: запрос нескольких значений даёт все их сочетания",
        ),
        P::MapWithoutTimes => Explanation::new(
            "это карта (`GeoJSON`), и ни у одного места нет времени",
            "время места указывают в `when`, как в формате `Linked Places`",
        ),
        P::Xml(why) => {
            // What the reader says has marks of its own.
            Explanation::new(format!("дальше XML прочитать нельзя: `{}`", why.replace('`', "'")), SAVE_AGAIN)
        }
        P::TooDeep => Explanation::new("слишком много уровней вложенности, дальше не прочитано", SAVE_AGAIN),
        P::UnknownShape { seen, near } => {
            let parts: Vec<String> = seen.iter().map(part).collect();
            let message = format!("такой JSON программе не знаком: {}", parts.join(", "));
            match near.as_slice() {
                [] => Explanation::new(message, DATASET_EXAMPLES),
                near => Explanation::new(
                    message,
                    format!(
                        "больше всего он похож на `{}`; что в нём должно быть, сказано в `docs/formats.md`",
                        near.join("`, `")
                    ),
                ),
            }
        }
    }
}

fn part(seen: &Seen) -> String {
    let Seen { name, kind: found, entries } = seen;
    let what = match (found, entries) {
        (JsonKind::List, Some(entries)) => {
            format!("список, {}", counted(*entries, ["значение", "значения", "значений"]))
        }
        (JsonKind::Object, Some(entries)) => {
            format!("объект, {}", counted(*entries, ["поле", "поля", "полей"]))
        }
        (found, _) => kind(*found).to_owned(),
    };
    if name.is_empty() { what } else { format!("«{name}» ({what})") }
}
