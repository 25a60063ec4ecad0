//! Russian: links to views.

use crate::diagnostics::{ViewLinkNote, ViewLinkProblem};
use crate::domain::EdtfDate;
use crate::language::view_link::named;

pub(in crate::language) fn view_link_problem(problem: ViewLinkProblem) -> String {
    match problem {
        ViewLinkProblem::NotALink => {
            "Это не ссылка на вид: такая ссылка начинается с `treaty-timeline:view?`".to_owned()
        }
        ViewLinkProblem::Empty => "Ссылка обрывается в самом начале; скопируйте её целиком".to_owned(),
        ViewLinkProblem::BadCharacters => {
            "В ссылке есть управляющие символы; скопируйте её ещё раз".to_owned()
        }
        ViewLinkProblem::TooLong(most) => {
            format!("Ссылка на вид не может быть длиннее {} КБ", most >> 10)
        }
    }
}

pub(in crate::language) fn view_link_note(note: &ViewLinkNote) -> String {
    match note {
        ViewLinkNote::OtherDataset(title, date) => {
            format!("Этот вид создан для другого набора данных, «{title}»{}", current_to(date.as_ref()))
        }
        ViewLinkNote::OtherVersion(title, date) => {
            format!("Этот вид создан для другой версии набора «{title}»{}", current_to(date.as_ref()))
        }
        ViewLinkNote::FilesBeside(names) => {
            let (names, more) = named(names);
            let more = if more > 0 { format!(" и ещё {more}") } else { String::new() };
            format!(
                "На этом виде были и другие файлы, которых в ссылке нет; добавьте их на ленту: {names}{more}"
            )
        }
        ViewLinkNote::Missing(names) => match named(names) {
            (names, 0) => format!("В этом наборе данных нет: {names}"),
            (names, more) => format!("В этом наборе данных нет: {names} и ещё {more}"),
        },
        ViewLinkNote::NewerForm(form) => {
            format!("Ссылка записана в форме {form} другой версией программы и могла быть понята неверно")
        }
        ViewLinkNote::UnknownPart(name) => {
            format!("Часть ссылки «{name}» этой версии программы неизвестна и пропущена")
        }
        ViewLinkNote::BadValue(part, value) => {
            format!("Часть ссылки «{part}» пропущена: значение «{value}» не имеет смысла")
        }
        ViewLinkNote::Repeated(part) => {
            format!("Часть «{part}» стоит в ссылке больше одного раза; взята первая")
        }
    }
}

fn current_to(date: Option<&EdtfDate>) -> String {
    date.map(|date| format!(", данные на {}", (super::STRINGS.dates.date)(date))).unwrap_or_default()
}
