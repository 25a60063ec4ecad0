//! Patches, merging and what an edit changes in law, in words.

use std::fmt::Write as _;

use crate::compare::{LawChange, LawSpan};
use crate::diagnostics::EditProblem;
use crate::domain::{Moment, Nature, State};
use crate::records::{Conflict, Json, Patch, PatchChange, RecordList};

use super::text::{WithCount, WithName, texts};
use super::{Language, english, russian};

texts! {
    /// Patches and merging.
    PatchWords {
        /// What a patch is for: the title and the version of a dataset, and how many changes it has.
        heading: fn(&str, &str, usize) -> String,
        /// A record of a list, in a word.
        record: fn(RecordList) -> &'static str,
        /// A record that is added: what it is, and its id.
        added: fn(&str, &str) -> String,
        /// The same for one that is removed.
        removed: fn(&str, &str) -> String,
        /// Before a value that was there.
        before: &'static str,
        /// Before a value that shall be there.
        after: &'static str,
        /// Before a value that both versions started from.
        base: &'static str,
        /// Before a value that is there now.
        ours: &'static str,
        /// Before a value that it was to become.
        theirs: &'static str,
        /// In place of a value that is not there.
        nothing: &'static str,
        /// How many changes were made, and how many were there already.
        made: fn(usize, usize) -> String,
        /// How many conflicts there are; over their list.
        conflicts: WithCount,
        /// The patch was made for another version: that, and the version of the file.
        other_version: fn(&str, &str) -> String,
        /// The patch was made for a file of that version which is not byte for byte this one.
        other_file: &'static str,
        /// A file was written: its name.
        written: WithName,
        /// Nothing was written because of conflicts of a patch.
        not_applied: &'static str,
        /// Nothing was written because of conflicts of a merge.
        not_merged: &'static str,
        /// A state until its last day; the state and the day.
        until: fn(&str, &str) -> String,
        /// A state from its first day on.
        from: fn(&str, &str) -> String,
        /// In place of the status of a treaty that is not there.
        no_status: &'static str,
    }
}

/// How many letters of a value are shown.
const MAX_SHOWN: usize = 400;

impl Language {
    /// What is said of patches.
    pub fn patches(self) -> &'static PatchWords {
        match self {
            Self::English => &english::patches::PATCHES,
            Self::Russian => &russian::patches::PATCHES,
        }
    }

    /// Why an edit, a patch or a merge was refused.
    pub fn edit_problem(self, problem: &EditProblem) -> String {
        match self {
            Self::English => english::patches::edit_problem(problem),
            Self::Russian => russian::patches::edit_problem(problem),
        }
    }

    /// What an edit changed in the status of a treaty: `INF: in force until 1 August 2019 → 31 July 2019`.
    pub fn law_change(self, change: &LawChange) -> String {
        let name = &change.name;
        let moved = self.moved_ends(change);
        if !moved.is_empty() {
            return format!("{name}: {}", moved.join("; "));
        }
        let side = |spans: &[LawSpan]| {
            let spans: Vec<String> = spans.iter().map(|span| self.law_span(span, change.nature)).collect();
            if spans.is_empty() { self.patches().no_status.to_owned() } else { spans.join(", ") }
        };
        format!("{name}: {} → {}", side(&change.before), side(&change.after))
    }

    /// Where the states are the same and only their days are others: each state with its last day, before and after.
    fn moved_ends(self, change: &LawChange) -> Vec<String> {
        let (words, dates) = (self.patches(), &self.strings().dates);
        let pairs = || std::iter::zip(&change.before, &change.after);
        let is_same = change.before.len() == change.after.len()
            && pairs().all(|(before, after)| before.state.is_same_condition(after.state));
        if !is_same {
            return Vec::new();
        }
        let state = |span: &LawSpan| self.state_name(span.state, change.nature);
        let mut lines = Vec::new();
        if let Some((before, after)) = pairs().next().filter(|(before, after)| before.from != after.from) {
            let first = (words.from)(&state(before), &(dates.day)(before.from));
            lines.push(format!("{first} → {}", (dates.day)(after.from)));
        }
        for (before, after) in pairs().filter(|(before, after)| before.until != after.until) {
            // A state that follows begins when this one ends.
            if let (Some(old), Some(new)) = (before.until, after.until) {
                let last = (words.until)(&state(before), &(dates.day)(day_before(old)));
                lines.push(format!("{last} → {}", (dates.day)(day_before(new))));
            }
        }
        lines
    }

    fn law_span(self, span: &LawSpan, nature: Nature) -> String {
        let (words, dates) = (self.patches(), &self.strings().dates);
        (words.from)(&self.state_name(span.state, nature), &(dates.day)(span.from))
    }

    /// A state without the days that are left of a notice.
    fn state_name(self, state: State, nature: Nature) -> String {
        let state = match state {
            State::NoticeRunning { is_suspended, .. } => {
                State::NoticeRunning { days_left: None, is_suspended }
            }
            state => state,
        };
        (self.strings().terms.state)(state, nature)
    }

    /// A patch in words: each change with what was there and what shall be, who proposes it, why and on what source.
    pub fn patch_in_words(self, patch: &Patch) -> String {
        let words = self.patches();
        let dataset = &patch.dataset;
        let mut out = (words.heading)(&dataset.title, &dataset.version, patch.changes.len());
        out.push('\n');
        for (index, change) in patch.changes.iter().enumerate() {
            // Writing to a text cannot fail.
            let _written = writeln!(out, "\n{}. {}", index + 1, self.changed_item(change));
            if change.field.is_some() {
                self.value_line(words.before, change.before.as_ref(), &mut out);
            }
            if change.field.is_some() || change.after.is_some() {
                self.value_line(words.after, change.after.as_ref(), &mut out);
            }
            let origin = &change.origin;
            let who = [&*origin.author, &*origin.date].into_iter().filter(|text| !text.is_empty());
            let who = who.collect::<Vec<_>>().join(", ");
            let source =
                if origin.source.is_empty() { String::new() } else { format!("[{}]", origin.source) };
            let why: Vec<&str> =
                [&*origin.reason, &*source].into_iter().filter(|text| !text.is_empty()).collect();
            let parts: Vec<String> =
                [who, why.join(" ")].into_iter().filter(|text| !text.is_empty()).collect();
            if !parts.is_empty() {
                let _written = writeln!(out, "   {}", parts.join(": "));
            }
        }
        out
    }

    /// Which record or field a change is about.
    fn changed_item(self, change: &PatchChange) -> String {
        let words = self.patches();
        let record = (words.record)(change.list);
        match (&change.field, &change.after) {
            (Some(field), _) => self.field_of(change.list, &change.id, field),
            (None, Some(_)) => (words.added)(record, &change.id),
            (None, None) => (words.removed)(record, &change.id),
        }
    }

    fn field_of(self, list: RecordList, id: &str, field: &str) -> String {
        let record = (self.patches().record)(list);
        if id.is_empty() { format!("{record}, {field}") } else { format!("{record} {id}, {field}") }
    }

    /// Conflicts in words: of each what was expected, what is there, and what was to come.
    pub fn conflicts_in_words(self, conflicts: &[Conflict]) -> String {
        let words = self.patches();
        let mut out = format!("{}\n", (words.conflicts)(conflicts.len()));
        for conflict in conflicts {
            let item = match &conflict.field {
                Some(field) => self.field_of(conflict.list, &conflict.id, field),
                None => format!("{} {}", (words.record)(conflict.list), conflict.id),
            };
            let _written = writeln!(out, "\n{item}");
            self.value_line(words.base, conflict.base.as_ref(), &mut out);
            self.value_line(words.ours, conflict.ours.as_ref(), &mut out);
            self.value_line(words.theirs, conflict.theirs.as_ref(), &mut out);
        }
        out
    }

    fn value_line(self, label: &str, value: Option<&Json>, out: &mut String) {
        let text = value.map_or_else(|| self.patches().nothing.to_owned(), shown);
        let _written = writeln!(out, "   {label}: {text}");
    }
}

/// A value on one line: a text without its quotation marks.
fn shown(value: &Json) -> String {
    let text = value.as_text().unwrap_or_else(|| value.get().to_owned());
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(MAX_SHOWN) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}

/// The last day of what ends on the day after.
fn day_before(day: Moment) -> Moment {
    day.date().pred_opt().map_or(day, Moment::from_date)
}
