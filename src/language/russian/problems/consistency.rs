//! Russian: what contradicts itself in a dataset, or is left over.

use crate::diagnostics::ConsistencyProblem;
use crate::domain::Fault;
use crate::language::report::Explanation;

use super::{counted, date};

pub(super) fn explain(problem: &ConsistencyProblem) -> Explanation {
    use ConsistencyProblem as P;
    let say = Explanation::new::<String, &str>;
    match problem {
        P::Contradiction { fault, title, date: when, against } => {
            let (what, help) = contradiction(*fault);
            let against = against
                .as_ref()
                .map_or_else(String::new, |(title, when)| format!(" («{title}», {})", date(when)));
            say(format!("«{title}», {}: {what}{against}", date(when)), help)
        }
        P::DuplicateEvent(first, second) => say(
            format!("события «{first}» и «{second}» совпадают"),
            "объедините их; два источника одной даты — две записи в «dates»",
        ),
        P::AfterChecked { title, date: when, checked } => say(
            format!("«{title}» ({}) — позже последней проверки файла ({})", date(when), date(checked)),
            "добавляйте событие, когда оно произошло, или измените «checked_on»",
        ),
        P::LinkToLater(title, other) => say(
            format!("«{title}» связано с более поздним событием «{other}»"),
            "связь ведёт от более позднего события к более раннему",
        ),
        P::DuplicateStatement(first, second) => say(
            format!("в высказываниях «{first}» и «{second}» одни и те же слова"),
            "оставьте одно и свяжите его со всем, о чём оно",
        ),
        P::MissingRole(id) => say(
            format!("в высказывании «{id}» не указано, в каком качестве оно сделано"),
            "добавьте поле «role»: должность в тот день",
        ),
        P::AboutNothing(id) => say(
            format!("высказывание «{id}» не связано ни с событием, ни с договором, и нет пояснения"),
            "свяжите его с тем, о чём оно, или поясните в «note», зачем оно здесь",
        ),
        P::LongQuotation { words, limit } => {
            let words = counted(*words, ["слово", "слова", "слов"]);
            say(format!("в цитате {words}, а можно не больше {limit}"), "приведите только главное")
        }
        P::UnbalancedMark(mark) => say(
            format!("в цитате кавычка {mark} без пары"),
            "сверьтесь с источником: кавычка потеряна или осталась кавычка вокруг цитаты",
        ),
        P::UnusedSource(id) => {
            say(format!("источник «{id}» не используется"), "удалите его или укажите там, где он использован")
        }
        P::DuplicateSource(first, second) => say(
            format!("у источников «{first}» и «{second}» один адрес"),
            "оставьте один и направьте все ссылки на него",
        ),
        P::UnusedSpeaker(id) => {
            say(format!("у автора «{id}» нет высказываний"), "добавьте высказывание или удалите автора")
        }
        P::UnusedParty(id) => {
            say(format!("сторона «{id}» нигде не упомянута"), "укажите её в договоре или удалите")
        }
        P::EmptyTreaty(id) => {
            say(format!("у договора «{id}» нет событий, и его строка пуста"), "добавьте хотя бы подписание")
        }
    }
}

/// How an event contradicts the legal status, and what to do.
fn contradiction(fault: Fault) -> (&'static str, &'static str) {
    match fault {
        Fault::InForceTwice => (
            "вступление в силу записано повторно",
            "оставьте одно из двух или добавьте прекращение между ними",
        ),
        Fault::EndedTwice => (
            "прекращение записано повторно",
            "оставьте событие, которым договор прекращён; у остальных может быть другой тип",
        ),
        Fault::AfterEnd => (
            "событие после прекращения",
            "проверьте обе даты; для заявлений после прекращения есть тип «declaration»",
        ),
        Fault::NotBound => (
            "сторона в этот день не связана договором",
            "проверьте дату или добавьте событие, которым договор стал для неё обязательным",
        ),
        Fault::WithoutNotice => {
            ("выход без уведомления, которого требует договор", "добавьте событие типа «withdrawal_notified»")
        }
        Fault::NoticeTooShort => {
            ("вступает в силу раньше, чем истёк срок уведомления", "сверьте обе даты с условием договора")
        }
        Fault::NothingToLift => (
            "отменено приостановление или уведомление, которое не записано",
            "добавьте приостановление или уведомление, которое отменено",
        ),
        Fault::NothingToRevoke => {
            ("отозвана ратификация, которая не записана", "добавьте событие типа «ratified»")
        }
    }
}
