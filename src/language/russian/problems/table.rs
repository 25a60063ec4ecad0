//! Russian: what is wrong with a cell or a row of a table.

use crate::diagnostics::TableProblem;
use crate::language::report::Explanation;

use super::counted;
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
        P::SerialDates { count, cell, date, from_1904 } => Explanation::new(
            format!(
                "{} — число дней, считая от {} года: «{cell}» прочитано как {date}",
                cells(*count),
                if *from_1904 { 1904 } else { 1900 }
            ),
            "если это не так, задайте столбцу формат даты и сохраните таблицу заново",
        ),
        P::ShortYears { count, cell, date } => Explanation::new(
            format!("{} — год из двух цифр: «{cell}» прочитано как {date}", cells(*count)),
            "если век определён неверно, пишите год четырьмя цифрами",
        ),
        P::DefaultDates { count, cell } => Explanation::new(
            format!(
                "{} — «{cell}»: так программы обозначают отсутствие даты; считается, что даты нет",
                cells(*count)
            ),
            "если дата известна, укажите её; иначе ничего делать не нужно",
        ),
        P::StillOpen { count, cell } => Explanation::new(
            format!("{} — «{cell}»: понято как «продолжается»", cells(*count)),
            "ничего делать не нужно, если только не известен конец",
        ),
        P::PartiesNotMatched { count: 1, names } => Explanation::new(
            format!("в списке государств нет стороны, она оставлена под своим названием: «{names}»"),
            "если это государство, напишите его обычное название или код ИСО",
        ),
        P::PartiesNotMatched { count, names } => Explanation::new(
            format!(
                "в списке государств нет {}, они оставлены под своими названиями: «{names}»",
                counted(*count, ["стороны", "сторон", "сторон"])
            ),
            "если среди них есть государства, напишите их обычные названия или коды ИСО",
        ),
        P::TooManyColumns { columns, read } => Explanation::new(
            format!("столбцов в таблице: {columns}; прочитаны первые {read}"),
            "уберите столбцы, которые не нужны",
        ),
        P::UnclosedQuotation => Explanation::new(
            "кавычка в этой строке не закрыта; она прочитана как обычный символ",
            "закройте кавычку или удалите её",
        ),
        P::WorkbookTooLarge(limit) => Explanation::new(
            format!("после распаковки книга занимает больше {} МБ", limit >> 20),
            "сохраните нужный лист как .csv",
        ),
        P::Encoding("UTF-8") => Explanation::new(
            "некоторые байты не в UTF-8, хотя остальной файл в UTF-8; на их месте \u{fffd}",
            "файл повреждён или обрезан; восстановите буквы в редакторе или получите файл заново",
        ),
        P::Encoding(name) => Explanation::new(
            format!("файл не в Юникоде и прочитан как «{name}»"),
            "если буквы выглядят неверно, сохраните файл ещё раз как «CSV UTF-8»",
        ),
        P::EmptySheet(name) => {
            Explanation::new(format!("лист «{name}» пуст"), "выберите другой лист или сохраните книгу заново")
        }
        P::Password => Explanation::new(
            "книга защищена паролем",
            "откройте её в исходной программе и сохраните копию без пароля",
        ),
        P::OtherSheets(read, others) => Explanation::new(
            format!("прочитан лист «{read}»; в книге есть и другие: «{}»", others.join("», «")),
            "чтобы прочитать другой, выберите его под «Изменить…»; чтобы увидеть все на одной ленте, сохраните каждый в файл и добавьте его",
        ),
        P::Parquet => Explanation::new(
            "таблицу `Parquet` прочитать нельзя: она повреждена, защищена или сжата неизвестным здесь способом",
            "сохраните её ещё раз со сжатием `Snappy` или `Zstandard` либо как CSV — в `DuckDB` командой `COPY (SELECT * FROM 'file.parquet') TO 'table.csv'`",
        ),
        P::Workbook => Explanation::new(
            "книга повреждена или обрезана, прочитать её нельзя",
            "скопируйте или загрузите её ещё раз; если это не поможет, откройте её в исходной программе и сохраните как «.xlsx», «.ods» или «.csv»",
        ),
    }
}

/// В скольких ячейках столбца что-то стоит.
fn cells(count: usize) -> String {
    format!("в {} столбца", counted(count, ["ячейке", "ячейках", "ячейках"]))
}
