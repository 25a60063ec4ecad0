//! Russian: what is wrong with an entry of a calendar, a list of dated lines, or a bibliography.

use crate::diagnostics::EntryProblem;
use crate::language::report::Explanation;

use super::counted;
use super::dates::date_advice;

pub(super) fn explain(problem: &EntryProblem) -> Explanation {
    use EntryProblem as P;
    match problem {
        P::NothingToShow => Explanation::new(
            "в файле нет ни одной записи с датой",
            "выберите другой файл или укажите в записях день, месяц или год",
        ),
        P::WithoutDate => Explanation::new(
            "у записи нет даты, она пропущена",
            "укажите день, месяц или год в исходной программе",
        ),
        P::NoDate(text, advice) => {
            Explanation::new(format!("«{text}» — не дата; запись пропущена"), date_advice(advice))
        }
        P::NoEnd(text) => Explanation::new(
            format!("конец «{text}» не удалось прочитать; показано только начало"),
            "исправьте конец в исходной программе",
        ),
        P::EndsBeforeItBegins(start, end) => Explanation::new(
            format!("конец ({end}) раньше начала ({start}); показано только начало"),
            "поменяйте даты местами или исправьте одну из них",
        ),
        P::DateOfToday(text) => Explanation::new(
            format!("«{text}» — каждый раз другой день; запись пропущена"),
            "напишите, какой день имеется в виду; в конце промежутка `now` читается как «продолжается»",
        ),
        P::UnknownEntry(id) => Explanation::new(
            format!("дата отсчитана от «{id}», но выше такой записи нет; запись пропущена"),
            "дайте этот идентификатор записи, от которой ведётся отсчёт, и поставьте её выше или напишите дату",
        ),
        P::UnknownRepeat(rule) => Explanation::new(
            format!("правило повторения «{rule}» не удалось прочитать; запись показана один раз"),
            "читаются дни, недели, месяцы и годы, их дни, число повторений и последний день; остальные случаи запишите отдельно",
        ),
        P::EndlessRepeat(year) => Explanation::new(
            format!("запись повторяется бесконечно и показана до конца {year} года — последнего в файле"),
            "чтобы изменить это, укажите в правиле последний день (`UNTIL`)",
        ),
        P::RepeatsCutOff(count) => Explanation::new(
            format!(
                "запись повторяется слишком часто; показано только {}",
                counted(*count, ["повторение", "повторения", "повторений"])
            ),
            "укажите в правиле меньше повторений (`COUNT`) или последний день (`UNTIL`)",
        ),
        P::Unfinished(start) => Explanation::new(
            format!("у «{start}» нет конца"),
            "возможно, файл обрезан; получите его заново или допишите запись",
        ),
        P::Stray(text) => Explanation::new(
            format!("«{text}» не относится ни к одной записи и пропущено"),
            "начните строку с даты или поставьте её под записью, к которой она относится",
        ),
        P::SameKey(key) => Explanation::new(
            format!("ключ «{key}» уже есть у записи выше; показаны обе"),
            "дайте одной из них другой ключ, чтобы ссылка вела к одной записи",
        ),
        P::Encoding("UTF-8") => Explanation::new(
            "некоторые байты не в UTF-8, хотя остальной файл в UTF-8; на их месте \u{fffd}",
            "файл повреждён или обрезан; восстановите буквы в редакторе или получите файл заново",
        ),
        P::Encoding(name) => Explanation::new(
            format!("файл не в Юникоде и прочитан как `{name}`"),
            "если буквы выглядят неверно, сохраните файл ещё раз в UTF-8 в исходной программе",
        ),
        P::OtherFiles(opened, others) => Explanation::new(
            format!("открыт файл «{opened}»; в архиве есть и другие: «{}»", others.join("», «")),
            "чтобы открыть другой из них, распакуйте архив",
        ),
        P::TypedByTitles(count) => Explanation::new(
            format!(
                "тип {} определён по названию, как в «Подписан» или «Ратифицирован Францией», и учтён в правовом статусе",
                counted(*count, ["события", "событий", "событий"])
            ),
            "если это не так, задайте событиям тип",
        ),
    }
}
