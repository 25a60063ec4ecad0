//! Russian: why a file could not be written.

use crate::diagnostics::WriteProblem;
use crate::language::table::grouped;

pub(super) fn write_problem(problem: &WriteProblem) -> String {
    match problem {
        WriteProblem::NoFolder => "такой папки нет; выберите другую".to_owned(),
        WriteProblem::IsFolder => "так называется папка; выберите другое имя".to_owned(),
        WriteProblem::NotAFile => "это имя устройства или канала; выберите другое".to_owned(),
        WriteProblem::ReadOnly => {
            "файл доступен только для чтения; выберите другое имя или разрешите запись".to_owned()
        }
        WriteProblem::FolderReadOnly => "запись в эту папку запрещена; выберите свою".to_owned(),
        WriteProblem::BadName => "система не допускает такого имени; выберите имя короче".to_owned(),
        WriteProblem::Full => "нет места; освободите место или выберите другую папку".to_owned(),
        WriteProblem::Spoilt(copy) => {
            format!("запись прервалась; прежнее содержимое файла — в {copy}, скопируйте его обратно")
        }
        WriteProblem::BaseGone(base) => format!(
            "открытый файл {base} перемещён или удалён; откройте его на новом месте, подтверждённое сохранится"
        ),
        WriteProblem::TooManyPixels(asked, most) => format!(
            "в нём было бы {} млн точек, а можно не больше {most} млн; уменьшите рисунок или выберите SVG",
            grouped(*asked as usize, '\u{a0}')
        ),
        WriteProblem::Other(why) => why.clone(),
    }
}
