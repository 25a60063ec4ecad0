//! Russian: what is wrong with a cell or a row of a table.

use crate::diagnostics::TableProblem;
use crate::language::problems::Explanation;

use super::dates::date_advice;

pub(super) fn explain(problem: &TableProblem) -> Explanation {
    use TableProblem as P;
    match problem {
        P::RowWithoutDate => {
            Explanation::new("в строке нет даты, она пропущена", "укажите в столбце дат день, месяц или год")
        }
        P::QuoteWithoutSpeaker => Explanation::new(
            "неизвестно, чьи это слова; цитата пропущена",
            "укажите в столбце авторов, кто это сказал",
        ),
        P::NoDate(text, advice) => {
            Explanation::new(format!("«{text}» — не дата; ячейка пропущена"), date_advice(advice))
        }
        P::DayOrMonth(text) => Explanation::new(
            format!("в «{text}» неясно, что стоит первым — день или месяц; такие даты столбца пропущены"),
            "укажите порядок при выборе столбцов или пишите даты так: 1992-03-24",
        ),
        P::EndsBeforeItBegins(start, end) => Explanation::new(
            format!("конец ({end}) раньше начала ({start}); показано только начало"),
            "поменяйте даты местами или исправьте одну из них",
        ),
        P::NoFigure(text) => Explanation::new(
            format!("«{text}» — не число; ячейка пропущена"),
            "пишите только цифры, дробную часть — через точку или запятую",
        ),
        P::Encoding(name) => Explanation::new(
            format!("файл не в Юникоде и прочитан как {name}"),
            "если буквы выглядят неверно, сохраните файл ещё раз как «CSV UTF-8»",
        ),
        P::EmptySheet(name) => {
            Explanation::new(format!("лист «{name}» пуст"), "выберите другой лист или сохраните книгу заново")
        }
        P::Password => Explanation::new(
            "книга защищена паролем",
            "откройте её в исходной программе и сохраните копию без пароля",
        ),
        P::Workbook(why) => Explanation::new(
            format!("не удалось прочитать книгу: {why}"),
            "откройте её в исходной программе и сохраните как .xlsx, .ods или .csv",
        ),
    }
}
