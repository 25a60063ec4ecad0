//! `treaty-timeline patch`: proposed changes of a dataset made of two files, shown, carried out, and two versions merged.

use std::path::{Path, PathBuf};

use clap::{Subcommand, ValueEnum};
use serde::Serialize;

use crate::app::atomic_file::write_file;
use crate::app::clock::today;
use crate::app::files::{bytes_at, shown};
use crate::compare::{LawChange, legal_status_changes};
use crate::diagnostics::{EditProblem, Failure};
use crate::document::fingerprint;
use crate::domain::EdtfDate;
use crate::edit::{
    Conflict, FileText, Json, Origin, Patch, PatchedDataset, apply_patch, merge, patch_of_files, read_patch,
    value, write_patch,
};
use crate::language::{CommandLineError, Language};
use crate::load::{Loaded, load};
use crate::records::{PATCH_FORMAT, RecordList};

use super::Format;
use super::args::parse_date;

/// What is done with patches.
#[derive(Debug, Subcommand)]
pub(in crate::app) enum PatchCommand {
    Make {
        #[arg(value_name = "BEFORE")]
        before: PathBuf,
        #[arg(value_name = "AFTER")]
        after: PathBuf,
        #[arg(short, long, value_name = "FILE")]
        out: Option<PathBuf>,
        #[arg(long, value_name = "TEXT")]
        author: Option<String>,
        #[arg(long, value_name = "TEXT")]
        reason: Option<String>,
        #[arg(long, value_name = "TEXT")]
        source: Option<String>,
        #[arg(long, value_name = "DATE", value_parser = parse_date, allow_hyphen_values = true)]
        date: Option<EdtfDate>,
    },
    Apply {
        #[arg(value_name = "FILE")]
        file: PathBuf,
        #[arg(value_name = "PATCH")]
        patch: PathBuf,
        #[arg(short, long, value_name = "FILE")]
        out: Option<PathBuf>,
        #[arg(long)]
        partial: bool,
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    Show {
        #[arg(value_name = "PATCH")]
        patch: PathBuf,
    },
    Merge {
        #[arg(value_name = "BASE")]
        base: PathBuf,
        #[arg(value_name = "OURS")]
        ours: PathBuf,
        #[arg(value_name = "THEIRS")]
        theirs: PathBuf,
        #[arg(short, long, value_name = "FILE", required = true)]
        out: PathBuf,
        #[arg(long, value_enum, value_name = "WHOSE")]
        prefer: Option<MergeSide>,
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
}

/// Whose version holds where both changed the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::app) enum MergeSide {
    Ours,
    Theirs,
}

/// What is printed, whether it is JSON, and whether everything was done.
pub(in crate::app) struct PatchAnswer {
    pub(in crate::app) text: String,
    pub(in crate::app) is_json: bool,
    pub(in crate::app) is_done: bool,
}

/// An answer for programs.
#[derive(Serialize)]
struct AnswerJson<'a> {
    made: usize,
    already: usize,
    conflicts: Vec<ConflictJson<'a>>,
    /// The file that was written, if one was.
    written: Option<String>,
}

#[derive(Serialize)]
struct ConflictJson<'a> {
    list: &'static str,
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    base: Option<&'a Json>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ours: Option<&'a Json>,
    #[serde(skip_serializing_if = "Option::is_none")]
    theirs: Option<&'a Json>,
}

/// Carries out what is asked.
///
/// # Errors
/// A file cannot be read, edited or written, or would have errors that it does not have now.
pub(in crate::app) fn patch(
    command: &PatchCommand,
    language: Language,
) -> Result<PatchAnswer, CommandLineError> {
    match command {
        PatchCommand::Make { before, after, out, author, reason, source, date } => {
            let text = |text: &Option<String>| text.clone().unwrap_or_default();
            let day = || today().date().format("%Y-%m-%d").to_string();
            let origin = Origin {
                author: text(author),
                date: date.as_ref().map_or_else(day, |date| date.text().to_owned()),
                reason: text(reason),
                source: text(source),
            };
            let (old, new) = (read(before)?, read(after)?);
            text_of(before, &old)?;
            let patch = patch_of_files(&old, &new, &origin).map_err(|problem| refused(after, problem))?;
            let file = write_patch(&patch);
            let Some(out) = out else { return Ok(PatchAnswer { text: file, is_json: true, is_done: true }) };
            write(out, file.as_bytes())?;
            let (words, dataset) = (language.patches(), &patch.dataset);
            let heading = (words.heading)(&dataset.title, &dataset.version, patch.changes.len());
            let text = format!("{heading}\n{}\n", (words.written)(&shown(out)));
            Ok(PatchAnswer { text, is_json: false, is_done: true })
        }
        PatchCommand::Show { patch } => {
            let text = language.patch_in_words(&patch_at(patch)?);
            Ok(PatchAnswer { text, is_json: false, is_done: true })
        }
        PatchCommand::Apply { file, patch, out, partial, format } => {
            let bytes = read(file)?;
            let text = text_of(file, &bytes)?;
            let patch = patch_at(patch)?;
            let applied = apply_patch(&text.text, &patch).map_err(|problem| refused(file, problem))?;
            let outcome = MergeReport {
                made: applied.made,
                already: applied.already,
                conflicts: applied.conflicts,
                notes: version_notes(&patch.dataset, &bytes, &text.text, language),
                is_decided: *partial,
                not_written: language.patches().not_applied,
            };
            let after = text.encode(&applied.text);
            let out = out.as_ref().unwrap_or(file);
            let changed = ChangedFile { name: file, before: &bytes, after: &after, out };
            finish(&changed, outcome, *format, language)
        }
        PatchCommand::Merge { base, ours, theirs, out, prefer, format } => {
            let base_bytes = read(base)?;
            let base_text = text_of(base, &base_bytes)?;
            let version = |path: &Path| version_of(path, &base_text);
            let (our_text, their_text) = (version(ours)?, version(theirs)?);
            let is_swapped = *prefer == Some(MergeSide::Theirs);
            let (first, second) =
                if is_swapped { (&their_text, &our_text) } else { (&our_text, &their_text) };
            let mut merged = merge(&base_text.text, &first.text, &second.text)
                .map_err(|problem| refused(ours, problem))?;
            for conflict in merged.conflicts.iter_mut().filter(|_| is_swapped) {
                std::mem::swap(&mut conflict.ours, &mut conflict.theirs);
            }
            let outcome = MergeReport {
                made: merged.made,
                already: merged.already,
                conflicts: merged.conflicts,
                notes: Vec::new(),
                is_decided: prefer.is_some(),
                not_written: language.patches().not_merged,
            };
            let after = first.encode(&merged.text);
            finish(
                &ChangedFile { name: base, before: &base_bytes, after: &after, out },
                outcome,
                *format,
                language,
            )
        }
    }
}

/// What came of a patch or a merge.
struct MergeReport {
    made: usize,
    already: usize,
    conflicts: Vec<Conflict>,
    notes: Vec<String>,
    /// Whether it was said what to do about conflicts.
    is_decided: bool,
    not_written: &'static str,
}

/// A file before and after a patch or a merge, and where the result is written.
struct ChangedFile<'a> {
    name: &'a Path,
    before: &'a [u8],
    after: &'a [u8],
    out: &'a Path,
}

/// Writes the result, unless conflicts are undecided, and says what was done and what it changes in law.
fn finish(
    file: &ChangedFile<'_>,
    outcome: MergeReport,
    format: Format,
    language: Language,
) -> Result<PatchAnswer, CommandLineError> {
    let words = language.patches();
    let is_done = outcome.conflicts.is_empty() || outcome.is_decided;
    let mut law = Vec::new();
    if is_done {
        law = checked(file.name, file.before, file.after)?;
        write(file.out, file.after)?;
    }
    if format == Format::Json {
        let conflicts = outcome.conflicts.iter().map(|conflict| ConflictJson {
            list: conflict.list.key(),
            id: &conflict.id,
            field: conflict.field.as_deref(),
            base: conflict.base.as_ref(),
            ours: conflict.ours.as_ref(),
            theirs: conflict.theirs.as_ref(),
        });
        let answer = AnswerJson {
            made: outcome.made,
            already: outcome.already,
            conflicts: conflicts.collect(),
            written: is_done.then(|| file.out.display().to_string()),
        };
        let json = serde_json::to_string_pretty(&answer)
            .map_err(|err| CommandLineError::Failed(Failure::System(err.to_string())))?;
        return Ok(PatchAnswer { text: format!("{json}\n"), is_json: true, is_done });
    }
    let mut lines = outcome.notes;
    if !outcome.conflicts.is_empty() {
        lines.push(language.conflicts_in_words(&outcome.conflicts));
    }
    if is_done {
        lines.push((words.made)(outcome.made, outcome.already));
        lines.extend(law.iter().map(|change| language.law_change(change)));
        lines.push((words.written)(&shown(file.out)));
    } else {
        lines.push(outcome.not_written.to_owned());
    }
    Ok(PatchAnswer { text: format!("{}\n", lines.join("\n")), is_json: false, is_done })
}

/// What a file changes in law; refused where it would have errors that the file before does not have.
fn checked(name: &Path, before: &[u8], after: &[u8]) -> Result<Vec<LawChange>, CommandLineError> {
    let read = |bytes: &[u8]| load(&shown(name), bytes.to_vec(), &());
    let (old, new): (Loaded, Loaded) = (read(before), read(after));
    if new.report.errors > old.report.errors {
        return Err(CommandLineError::NotPatched(Box::new(new.report)));
    }
    let law = old.dataset.zip(new.dataset).map(|(old, new)| legal_status_changes(&old, &new));
    Ok(law.unwrap_or_default())
}

/// What to know where a patch was made for another file than the one that it is carried out on.
fn version_notes(patched: &PatchedDataset, bytes: &[u8], text: &str, language: Language) -> Vec<String> {
    let words = language.patches();
    if patched.hash.is_empty() || patched.hash == fingerprint(bytes) {
        return Vec::new();
    }
    let version = value(text, RecordList::Dataset, "", "version").ok().flatten();
    let version = version.and_then(|version| version.as_text()).unwrap_or_default();
    if version == patched.version {
        vec![words.other_file.to_owned()]
    } else {
        vec![(words.other_version)(&patched.version, &version)]
    }
}

/// A version to merge: a dataset, or the base with a patch.
fn version_of(path: &Path, base: &FileText) -> Result<FileText, CommandLineError> {
    let bytes = read(path)?;
    let file = text_of(path, &bytes)?;
    if !file.text.contains(PATCH_FORMAT) {
        return Ok(file);
    }
    match read_patch(&bytes) {
        Ok(patch) => {
            let applied = apply_patch(&base.text, &patch).map_err(|problem| refused(path, problem))?;
            if !applied.conflicts.is_empty() {
                return Err(refused(path, EditProblem::OtherBase(applied.conflicts.len())));
            }
            Ok(base.with_text(applied.text))
        }
        Err(EditProblem::NotAPatch(_)) => Ok(file),
        Err(problem) => Err(refused(path, problem)),
    }
}

fn patch_at(path: &Path) -> Result<Patch, CommandLineError> {
    read_patch(&read(path)?).map_err(|problem| refused(path, problem))
}

fn read(path: &Path) -> Result<Vec<u8>, CommandLineError> {
    bytes_at(path, &()).map_err(|err| CommandLineError::Open(shown(path), err))
}

fn text_of(path: &Path, bytes: &[u8]) -> Result<FileText, CommandLineError> {
    FileText::of(bytes).map_err(|problem| refused(path, problem))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), CommandLineError> {
    write_file(path, bytes).map_err(|problem| CommandLineError::Write(shown(path), problem))
}

fn refused(path: &Path, problem: EditProblem) -> CommandLineError {
    CommandLineError::Edit(shown(path), problem)
}
