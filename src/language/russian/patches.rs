//! Russian: patches, merging and what an edit changes in law.

use crate::diagnostics::EditProblem;
use crate::language::patches::PatchWords;
use crate::records::RecordList;

use super::counted;
use super::errors::failure;

fn changes(n: usize) -> String {
    counted(n, ["правка", "правки", "правок"])
}

pub(in crate::language) static PATCHES: PatchWords = PatchWords {
    heading: |title, version, number| {
        let version = if version.is_empty() { String::new() } else { format!(", версия {version}") };
        format!("Правки к набору «{title}»{version}: {}", changes(number))
    },
    record: |list| match list {
        RecordList::Dataset => "набор данных",
        RecordList::Parties => "сторона",
        RecordList::Speakers => "автор",
        RecordList::Treaties => "договор",
        RecordList::Sources => "источник",
        RecordList::Events => "событие",
        RecordList::Acts => "список актов",
        RecordList::Statements => "высказывание",
        RecordList::Series => "ряд",
    },
    added: |record, id| format!("добавить: {record} {id}"),
    removed: |record, id| format!("удалить: {record} {id}"),
    before: "было",
    after: "станет",
    base: "ожидалось",
    ours: "в файле",
    theirs: "предложено",
    nothing: "пусто",
    made: |made, already| match already {
        0 => format!("Внесено: {}", changes(made)),
        _ => format!("Внесено: {}; уже было в файле: {already}", changes(made)),
    },
    conflicts: |n| counted(n, ["расхождение", "расхождения", "расхождений"]),
    other_version: |patch, file| format!("Правки сделаны для версии {patch}, а в файле версия {file}"),
    other_file: "С тех пор как сделаны правки, файл изменился",
    written: |file| format!("Записано: {file}"),
    not_applied: "Ничего не записано; с --partial вносятся правки без расхождений",
    not_merged: "Ничего не записано; чью версию предпочесть, решает --prefer",
    until: |state, day| format!("{state} по {day}"),
    from: |state, day| format!("{state} с {day}"),
    no_status: "без статуса",
};

pub(in crate::language) fn edit_problem(problem: &EditProblem) -> String {
    match problem {
        EditProblem::NoObject => {
            "файл не в формате JSON или это не набор данных; сначала проверьте его".to_owned()
        }
        EditProblem::NotNative => {
            "изменять можно только наборы данных этой программы; сначала преобразуйте файл".to_owned()
        }
        EditProblem::NotText => {
            "файл не целиком в UTF-8 или UTF-16; сначала сохраните его в UTF-8".to_owned()
        }
        EditProblem::NoList(list) => format!("в файле «{list}» — не список"),
        EditProblem::NoRecord(list, id) => format!("в списке «{list}» нет записи с идентификатором «{id}»"),
        EditProblem::Ambiguous(list, id) => {
            format!("в списке «{list}» несколько записей с идентификатором «{id}»; у каждой должен быть свой")
        }
        EditProblem::IdTaken(list, id) => {
            format!("идентификатор «{id}» в списке «{list}» уже занят; выберите другой")
        }
        EditProblem::NoId(list) => format!("у записи в списке «{list}» нет идентификатора; задайте его"),
        EditProblem::BadRecord(list, id) => format!("«{id}» нельзя так записать в «{list}»"),
        EditProblem::WholeDataset => "сам набор данных нельзя ни добавить, ни удалить".to_owned(),
        EditProblem::PatchSyntax(line, column) => {
            format!("файл правок не в формате JSON: строка {line}, столбец {column}")
        }
        EditProblem::NotAPatch(format) if format.is_empty() => {
            "это не файл правок: в нём не указан формат «treaty-timeline-patch/1»".to_owned()
        }
        EditProblem::NotAPatch(format) => {
            format!("таких файлов правок эта версия не читает: указан формат «{format}»")
        }
        EditProblem::UnknownList(number, list) => {
            format!("в правке {number} назван список, которого нет: «{list}»")
        }
        EditProblem::PatchField(0, field) => format!("в файле правок нет списка «{field}»"),
        EditProblem::PatchField(number, field) => {
            format!("в правке {number} нет поля «{field}» или в нём не текст")
        }
        EditProblem::OtherBase(number) => {
            format!("правки сделаны не к исходной версии: {} с ней не сходятся", changes(*number))
        }
        EditProblem::Failed(why) => failure(why),
    }
}
