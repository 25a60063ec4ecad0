//! English: patches, merging and what an edit changes in law.

use crate::diagnostics::EditProblem;
use crate::language::patches::PatchWords;
use crate::records::RecordList;

use super::counted;
use super::errors::failure;

pub(in crate::language) static PATCHES: PatchWords = PatchWords {
    heading: |title, version, changes| {
        let version = if version.is_empty() { String::new() } else { format!(", version {version}") };
        format!("Patch for “{title}”{version}: {}", counted(changes, "change"))
    },
    record: |list| match list {
        RecordList::Dataset => "dataset",
        RecordList::Parties => "party",
        RecordList::Speakers => "speaker",
        RecordList::Treaties => "treaty",
        RecordList::Sources => "source",
        RecordList::Events => "event",
        RecordList::Acts => "list of acts",
        RecordList::Statements => "statement",
        RecordList::Series => "series",
    },
    added: |record, id| format!("add {record} {id}"),
    removed: |record, id| format!("remove {record} {id}"),
    before: "before",
    after: "after",
    base: "expected",
    ours: "found",
    theirs: "proposed",
    nothing: "nothing",
    made: |made, already| match already {
        0 => format!("{} made", counted(made, "change")),
        _ => format!("{} made, {already} already there", counted(made, "change")),
    },
    conflicts: |n| counted(n, "conflict"),
    other_version: |patch, file| {
        format!("The patch was made for version {patch}; the file is version {file}")
    },
    other_file: "The file has changed since the patch was made",
    written: |file| format!("{file} written"),
    not_applied: "Nothing was written; --partial makes the changes that are not in conflict",
    not_merged: "Nothing was written; --prefer ours or --prefer theirs decides the conflicts",
    until: |state, day| format!("{state} until {day}"),
    from: |state, day| format!("{state} from {day}"),
    no_status: "no status",
};

pub(in crate::language) fn edit_problem(problem: &EditProblem) -> String {
    match problem {
        EditProblem::NoObject => "the file is not JSON, or not a dataset; check it first".to_owned(),
        EditProblem::NotNative => {
            "only datasets of this program can be edited; convert the file to one first".to_owned()
        }
        EditProblem::NotText => {
            "the file is not in UTF-8 or UTF-16 throughout; save it as UTF-8 first".to_owned()
        }
        EditProblem::NoList(list) => format!("“{list}” is not a list in the file"),
        EditProblem::NoRecord(list, id) => format!("“{list}” has no record with the id “{id}”"),
        EditProblem::Ambiguous(list, id) => {
            format!("“{list}” has several records with the id “{id}”; give each its own")
        }
        EditProblem::IdTaken(list, id) => {
            format!("the id “{id}” is already used in “{list}”; choose another one")
        }
        EditProblem::NoId(list) => format!("a record of “{list}” has no id; give it one"),
        EditProblem::BadRecord(list, id) => format!("“{id}” cannot be written into “{list}” like this"),
        EditProblem::WholeDataset => "the dataset itself can be neither added nor removed".to_owned(),
        EditProblem::PatchSyntax(line, column) => {
            format!("the patch is not JSON: line {line}, column {column}")
        }
        EditProblem::NotAPatch(format) if format.is_empty() => {
            "the file is not a patch: it does not say “treaty-timeline-patch/1” as its format".to_owned()
        }
        EditProblem::NotAPatch(format) => {
            format!("the file is not a patch that this version reads: its format is “{format}”")
        }
        EditProblem::UnknownList(number, list) => {
            format!("change {number} of the patch names a list that does not exist: “{list}”")
        }
        EditProblem::PatchField(0, field) => format!("the patch has no list “{field}”"),
        EditProblem::PatchField(number, field) => {
            format!("change {number} of the patch lacks “{field}”, or has no text in it")
        }
        EditProblem::OtherBase(changes) => format!(
            "the patch was made for another version of the base: {} expect other values",
            counted(*changes, "change")
        ),
        EditProblem::Failed(why) => failure(why),
    }
}
