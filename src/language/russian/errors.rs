//! Russian: files that could not be read, written or compared.

use crate::diagnostics::{CompareError, EndedBy, Failure, MemoryShortage, OpenError, WriteProblem};
use crate::language::Language;
use crate::language::errors::gigabytes;
use crate::language::text::grouped;

pub(super) fn failure(failure: &Failure) -> String {
    match failure {
        Failure::Fault => "в программе произошла ошибка; сообщите, пожалуйста, что вы делали".to_owned(),
        Failure::System(why) => format!("система сообщает: «{why}»"),
    }
}

pub(in crate::language) fn open_error(error: &OpenError) -> String {
    match error {
        OpenError::NotFound => "такого файла нет".to_owned(),
        OpenError::Denied => "у вас нет права читать этот файл".to_owned(),
        OpenError::IsFolder => "это папка, а не файл".to_owned(),
        OpenError::IsDevice => "это устройство, а не файл".to_owned(),
        OpenError::IsPipe => "это канал, а не файл".to_owned(),
        OpenError::EndlessPipe => "через канал пришло больше 256 МиБ, и конца может не быть".to_owned(),
        OpenError::TooLarge => "файл больше 2 ГиБ".to_owned(),
        OpenError::OutOfMemory(None) => "не хватает памяти, чтобы прочитать файл".to_owned(),
        OpenError::OutOfMemory(Some(MemoryShortage { needed, available })) => format!(
            "нужно около {} ГБ памяти; свободно {} ГБ",
            gigabytes(*needed, ","),
            gigabytes(*available, ",")
        ),
        OpenError::Ended(by) => match by {
            EndedBy::Memory => "для чтения файла нужно больше 2 ГБ памяти; возможно, он повреждён",
            EndedBy::Time => "чтение файла занимает больше минуты; возможно, он повреждён",
            EndedBy::Fault => "чтение файла прервалось; возможно, он повреждён",
        }
        .to_owned(),
        OpenError::Cancelled => "чтение отменено".to_owned(),
        OpenError::Failed(why) => failure(why),
    }
}

pub(in crate::language) fn open_advice(error: &OpenError) -> &'static str {
    match error {
        OpenError::NotFound => "проверьте имя; файл могли переместить или переименовать",
        OpenError::Denied => "попросите владельца дать доступ или скопируйте файл в свою папку",
        OpenError::IsFolder => "выберите файл в этой папке или папку таблиц, в которой есть `events.csv`",
        OpenError::IsDevice => "укажите файл или передайте данные из другой программы через канал",
        OpenError::IsPipe => "сначала запишите то, что через него приходит, в файл и откройте его",
        OpenError::EndlessPipe => "сначала запишите данные в файл и укажите его",
        OpenError::TooLarge => "разделите набор данных или уберите то, что ленте времени не нужно",
        OpenError::OutOfMemory(_) => "закройте другие программы или разделите набор данных",
        OpenError::Ended(_) => {
            "сохраните таблицу в табличном редакторе как CSV или распакуйте архив и откройте то, что получилось"
        }
        OpenError::Cancelled | OpenError::Failed(Failure::Fault) => "попробуйте ещё раз",
        OpenError::Failed(Failure::System(_)) => {
            "попробуйте ещё раз; файл с сетевого диска или съёмного носителя сначала скопируйте"
        }
    }
}

pub(in crate::language) fn settings_problem(problem: &WriteProblem, folder: Option<&str>) -> String {
    match (problem, folder) {
        (WriteProblem::NoFolder, None) => "у этого пользователя нет домашней папки".to_owned(),
        (WriteProblem::NoFolder | WriteProblem::FolderReadOnly, Some(folder)) => {
            format!("в {folder} нельзя записывать; разрешите запись и запустите программу снова")
        }
        (WriteProblem::Full, Some(folder)) => {
            format!("диск, на котором лежит {folder}, заполнен; удалите с него ненужное")
        }
        _ => write_problem(problem),
    }
}

pub(in crate::language) fn write_problem(problem: &WriteProblem) -> String {
    match problem {
        WriteProblem::NoFolder => "такой папки нет; выберите другую".to_owned(),
        WriteProblem::IsFolder => "так называется папка; выберите другое имя".to_owned(),
        WriteProblem::NotAFile => "это имя устройства или канала; выберите другое".to_owned(),
        WriteProblem::ReadOnly => {
            "файл доступен только для чтения; выберите другое имя или разрешите запись".to_owned()
        }
        WriteProblem::FolderReadOnly => "нет доступа; выберите другую папку".to_owned(),
        WriteProblem::BadName => "система не допускает такого имени; выберите имя короче".to_owned(),
        WriteProblem::Full => "диск заполнен".to_owned(),
        WriteProblem::Spoilt(copy) => {
            format!("запись прервалась; прежнее содержимое файла — в {copy}, скопируйте его обратно")
        }
        WriteProblem::BaseGone(base) => format!(
            "открытый файл {base} перемещён или удалён; откройте его на новом месте; подтверждённые цитаты сохранятся"
        ),
        WriteProblem::TooManyPixels(asked, most) => format!(
            "в рисунке было бы {} млн точек, а можно не больше {most} млн; уменьшите его или выберите SVG",
            grouped(*asked as usize, '\u{a0}')
        ),
        WriteProblem::PictureSide(most) => {
            format!("ширина и высота рисунка — от 1 до {} точек", grouped(*most as usize, '\u{a0}'))
        }
        WriteProblem::NoLanes => "нет ни одной строки; выберите другие строки или снимите фильтр".to_owned(),
        WriteProblem::NoBookmarks => "закладок нет; добавьте закладку клавишей M в окне".to_owned(),
        WriteProblem::PageTooSmall(rows) => format!(
            "страница мала: строк {}; выберите лист больше или несколько страниц",
            grouped(*rows, '\u{a0}')
        ),
        WriteProblem::TooManyPages(pages, most) => format!(
            "получилось бы {} страниц, а можно не больше {}; выберите лист больше или меньше строк",
            grouped(*pages, '\u{a0}'),
            grouped(*most, '\u{a0}')
        ),
        WriteProblem::Cancelled => "отменено".to_owned(),
        WriteProblem::BaseUnreadable(base, error) => format!("{base}: {}", open_error(error)),
        WriteProblem::Faulty(problem) => problem.message(Language::Russian),
        WriteProblem::Failed(why) => failure(why),
    }
}

pub(in crate::language) fn compare_error(error: &CompareError) -> String {
    match error {
        CompareError::Open(error) => open_error(error),
        CompareError::HasErrors(_) => "в файле есть ошибки; откройте его, чтобы увидеть их".to_owned(),
        CompareError::Bulk => {
            "в файле события по строкам; сравнить можно только наборы данных о договорах".to_owned()
        }
        CompareError::OpenIsBulk => {
            "в открытом файле события по строкам; сравнить можно только наборы данных о договорах".to_owned()
        }
        CompareError::Failed(why) => failure(why),
    }
}
