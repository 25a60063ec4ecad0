//! The open file is read again by itself when it has changed on disk: what is seen and selected stays, and so does the
//! old data for as long as the file cannot be read.

use std::path::PathBuf;
use std::sync::Arc;

use crate::diagnostics::{Report, Severity, shown_name};
use crate::domain::{Dataset, Moment};
use crate::session::Session;
use crate::session::effect::Effect;
use crate::session::reader::document::OpenDocument;
use crate::session::world::World;
use crate::timeline::{Row, Scene, Subject, TimeView, View};

use super::on_disk::{FileStamp, OnDisk};

/// How far the open file has been read again since it changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rereading {
    /// It has not changed, or it was tried.
    #[default]
    Idle,
    /// It has changed, and has not been read since.
    Due,
    /// It is being read.
    Running,
}

/// What came of reading the open file again.
#[derive(Debug)]
pub enum Reread {
    /// A dataset without errors, and the open document with the quotations of that dataset.
    Read(Arc<World>, Option<Box<OpenDocument>>),
    /// It holds what it held, and has this stamp now.
    Same(FileStamp),
    /// It changed while it was read: it is read when it has come to rest.
    StillChanging,
    /// It has errors, or cannot be read at all; of when the data that is shown is, by the clock of the user.
    Failed(Report, Option<String>),
    /// It is a table with other columns, about which a person is to be asked.
    OtherColumns(Option<String>),
    /// It holds plain lanes by now, which cannot be put together with other files.
    PlainLanes(Option<String>),
}

/// What another version of a dataset has to be told of the present one, beside the view that is saved.
struct CarriedOver {
    several: Vec<String>,
    time_range: Option<(Moment, Moment)>,
    /// The id of a lane, and how far below the upper edge of the plot it is.
    anchor: Option<(String, f64)>,
    time: TimeView,
    problems_open: bool,
}

impl Session {
    /// Whether the open file is to be read again now. What would be lost by that is finished first: a question about a
    /// table, a comparison, the list of a cluster, another file or document that is being read.
    pub fn wants_reread(&self) -> bool {
        let files = &self.files;
        files.rereading == Rereading::Due
            && !self.settings.preferences.asks_before_rereading
            && files.loading.is_none()
            && files.table.is_none()
            && files.before_preview.is_none()
            && self.reader.loading.is_none()
            && self.compared.is_none()
            && self.next_reread().is_some()
            && self.editing.form.is_none()
            && self.editing.pending.is_none()
            && self.selection.cluster_list.is_none()
    }

    /// The file that is read again next, by its number.
    fn next_reread(&self) -> Option<usize> {
        // Edits that are not saved are not replaced without a word.
        let may_be = |number| {
            self.world.file_numbered(number).is_some_and(|file| file.path.is_some() && !file.is_edited())
        };
        let mut due = self.shown_on_disk().filter(|(_, file)| file.is_due).map(|(number, _)| number);
        due.find(|&number| may_be(number))
    }

    /// A file on disk was looked at.
    pub(super) fn note_on_disk(&mut self, number: usize, on_disk: OnDisk) {
        if self.files.reread_file == Some(number) {
            // What is being read is no longer what is there.
            self.files.reread_file = None;
        }
        let file = self.files.disk.entry(number).or_default();
        file.on_disk = on_disk;
        file.is_due = on_disk == OnDisk::Changed;
        if on_disk == OnDisk::Same {
            file.unreadable = None;
        }
    }

    /// Begins to read the next file that has changed again.
    pub(super) fn reread(&mut self) -> Option<Effect> {
        let number = self.next_reread()?;
        let path = self.world.file_numbered(number)?.path.clone()?;
        self.files.reread_file = Some(number);
        // The copy of a source is read again; in another document the quotations are looked for anew.
        let document = self.reader.document.clone().filter(|open| open.source.is_none());
        let options = self.read_options(Some(&path));
        Some(Effect::Reread(number, path, options, document))
    }

    /// Continues in what was read, or says once that nothing could be.
    pub(super) fn finish_rereading(&mut self, number: usize, reread: Reread) -> Option<Effect> {
        if self.files.reread_file == Some(number) {
            self.files.reread_file = None;
        }
        if matches!(reread, Reread::Read(..)) && self.files.table.is_some() {
            // The question is about the version that is open.
            return None;
        }
        if let Some(file) = self.files.disk.get_mut(&number) {
            file.is_due = false;
        }
        match reread {
            Reread::Read(world, document) => {
                let message = self.say_reread(number, &world);
                let effect = self.continue_with(world, document.map(|document| *document), message);
                let goes_on = self.files.disk.values().any(|file| file.is_due);
                self.files.reread_message = self.status_message.clone().filter(|_| goes_on);
                effect
            }
            Reread::Same(_) => {
                let file = self.files.disk.entry(number).or_default();
                file.on_disk = OnDisk::Same;
                // What was said of the file in between is no longer so.
                let said = file.unreadable.take();
                if said.is_some() && said == self.status_message {
                    let world = Arc::clone(&self.world);
                    self.status_message = Some(self.say_reread(number, &world));
                }
                None
            }
            Reread::StillChanging => None,
            Reread::Failed(report, as_of) => {
                let why = self.first_error(&report);
                self.say_unreadable(number, &why, as_of.as_deref());
                None
            }
            Reread::OtherColumns(as_of) => {
                self.say_unreadable(number, self.strings().files.other_columns, as_of.as_deref());
                None
            }
            Reread::PlainLanes(as_of) => {
                self.say_unreadable(number, self.strings().layers.plain_lanes, as_of.as_deref());
                None
            }
        }
    }

    /// That a file was read again; behind what was said of others that changed at the same time.
    fn say_reread(&mut self, number: usize, world: &World) -> String {
        let name = world.file_numbered(number).map_or(&*world.name, |file| &*file.name);
        let message = (self.strings().files.reread)(&shown_name(name));
        let said = self.files.reread_message.take();
        match said.filter(|said| self.status_message.as_ref() == Some(said) && !said.contains(&message)) {
            Some(said) => format!("{said}. {message}"),
            None => message,
        }
    }

    /// The first error of a report in a line.
    fn first_error(&self, report: &Report) -> String {
        let (strings, language) = (self.strings(), self.language());
        let error = report.problems.iter().find(|problem| problem.severity == Severity::Error);
        let Some(problem) = error.or_else(|| report.problems.first()) else {
            return (strings.files.problems)(report.errors, 0);
        };
        let position = match (&problem.cell, problem.line) {
            (Some(cell), _) => format!("{}: ", language.in_cell(cell)),
            (None, 0) => String::new(),
            (None, line) => (strings.files.position)(line, problem.column.max(1)),
        };
        format!("{position}{}", language.explain(&problem.problem).message)
    }

    /// Says that a file cannot be read; of several such changes in a row only the first is told.
    fn say_unreadable(&mut self, number: usize, why: &str, as_of: Option<&str>) {
        let message = (self.strings().files.unreadable_now)(why, as_of);
        // Of several files it is said which.
        let name = self.world.file_numbered(number).filter(|_| !self.world.layers.is_empty());
        let message = match name {
            Some(file) => format!("{}: {message}", shown_name(&file.name)),
            None => message,
        };
        let file = self.files.disk.entry(number).or_default();
        if file.unreadable.replace(message.clone()).is_none() {
            self.status_message = Some(message);
        }
    }

    /// Continues in a later version of the open dataset: what is seen and selected stays, by the ids of the file.
    /// `reopened` is the open document with the quotations of that version.
    pub(in crate::session) fn continue_with(
        &mut self,
        world: Arc<World>,
        reopened: Option<OpenDocument>,
        message: String,
    ) -> Option<Effect> {
        let (view, kept) = (self.saved_view(), self.kept());
        let open = self.reader.document.clone();
        let source = open.as_ref().and_then(|open| open.source);
        let source = source.map(|source| self.world.dataset.source(source).key.to_string());
        let was_reading = self.reader.loading.is_some();
        // After edits the steps have the ids of other versions.
        let has_same_ids =
            !self.history.undo_stack.has_edits() && has_same_ids(&self.world.dataset, &world.dataset);
        let history = has_same_ids.then(|| std::mem::take(&mut self.history));
        let (before, chosen) = (Arc::clone(&self.world), self.view.arrangement.layers.clone());
        let known = std::mem::take(&mut self.files.disk);
        self.replace_world(world);
        // An only file has been written, edited or read again by now.
        if !before.layers.is_empty() {
            self.keep_on_disk(&before, known);
        }
        self.view.arrangement.layers = self.choices_after(&before, &chosen);
        self.restore_view(&view);
        self.restore_kept(kept);
        if let Some(history) = history {
            self.put_back_history(history);
        }
        let is_same =
            |document: &OpenDocument| open.as_ref().is_some_and(|open| is_same_document(open, document));
        if let Some(reopened) = reopened.filter(is_same) {
            self.status_message = Some(message);
            self.show_document(reopened);
            // Another document is being read for the earlier dataset: nobody could show it.
            return was_reading.then_some(Effect::CancelDocument);
        }
        // Another document was opened meanwhile, or it is the copy of a source: its quotations are those of the earlier
        // dataset.
        let source = source.and_then(|key| self.world.dataset.find_source(&key));
        let name = open.as_ref().map(|open| PathBuf::from(&open.name)).unwrap_or_default();
        let effect = match (open.and_then(|open| open.path.clone()), source) {
            (Some(path), source) => {
                self.wait_for_document(&path);
                Some(Effect::ReadDocument(path, source))
            }
            (None, Some(source)) => {
                self.wait_for_document(&name);
                Some(Effect::ReadCopy(source))
            }
            (None, None) => None,
        };
        self.status_message = Some(message);
        effect
    }

    fn kept(&self) -> CarriedOver {
        let key = |&subject: &Subject| self.key_of_mark(subject);
        CarriedOver {
            several: self.selection.several.iter().filter_map(key).collect(),
            time_range: self.selection.time_range,
            anchor: self.anchor(),
            time: self.view.current.time,
            problems_open: self.files.problems_open && self.files.refused.is_none(),
        }
    }

    /// The lane that is to stay where it is: the selected one if it is in sight, or else the first that is.
    fn anchor(&self) -> Option<(String, f64)> {
        let (rows, scroll) = (&self.view.rows, self.view.current.scroll);
        if scroll <= 0.0 {
            return None;
        }
        let end = scroll + f64::from(Scene::plot_height(self.view.size));
        let selected = self.selected_treaty().filter(|&treaty| {
            let (top, bottom) = rows.lane_between(treaty);
            rows.has_lane(treaty) && bottom > scroll && top < end
        });
        let first = || {
            rows.between(scroll, end).find_map(|(row, _)| match row {
                Row::Lane(treaty) => Some(treaty),
                _ => None,
            })
        };
        let treaty = selected.or_else(first)?;
        Some((self.world.dataset.treaty(treaty).key.to_string(), rows.top_of(treaty) - scroll))
    }

    fn restore_kept(&mut self, kept: CarriedOver) {
        self.selection.several = kept.several.iter().filter_map(|key| self.find_mark(key)).collect();
        self.selection.time_range = kept.time_range;
        // Even where nothing is left in it: somebody looks at this period.
        let time = kept.time.panned(0.0, &self.world.limits);
        let scroll = if let Some((key, below)) = kept.anchor
            && let Some(treaty) = self.world.dataset.find_treaty(&key)
            && self.view.rows.has_lane(treaty)
        {
            self.view.rows.top_of(treaty) - below
        } else {
            self.view.current.scroll
        };
        self.view.current = self.within_rows(View { time, scroll });
        self.files.problems_open = kept.problems_open && !self.world.report.problems.is_empty();
        self.clear_history();
    }
}

/// Whether each id of the program means the same in both datasets, so that what was done can be undone.
fn has_same_ids(before: &Dataset, now: &Dataset) -> bool {
    macro_rules! same {
        ($list:ident, $key:ident) => {
            before.$list().iter().map(|one| &one.$key).eq(now.$list().iter().map(|one| &one.$key))
        };
    }
    before.tags() == now.tags()
        && before.own_types() == now.own_types()
        && same!(treaties, key)
        && same!(events, key)
        && same!(statements, key)
        && same!(sources, key)
        && same!(parties, key)
        && same!(speakers, key)
        && same!(categories, name)
}

fn is_same_document(open: &OpenDocument, document: &OpenDocument) -> bool {
    open.source.is_none() && open.reading_key() == document.reading_key()
}
