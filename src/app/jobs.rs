//! Jobs on other threads, and the channel on which they answer.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

use crate::diagnostics::{CompareError, Diagnostic, Failure, ImageProblem, OpenError, WriteProblem};
use crate::domain::EventId;
use crate::records::ReadOptions;
use crate::session::{
    Command, CompareCommand, Compared, DocumentProblem, FilesCommand, LayerFile, LayersCommand, OpenDocument,
    ReaderCommand, Reread, SaveRequest, SelectionCommand, SystemPreferences, TableOrigin, World,
};

use super::answer::{Answer, Message};
use super::cli::dataset;
use super::documents::{DocumentPath, read_document};
use super::event_image;
use super::files::{file_name, open_in_window, unreadable};
use super::load_job::{LoadFrom, LoadWatch, load_failed, load_world};
use super::merge_layers::merged;
use super::problem_position_job::read_problem_position;
use super::reader_process::ReaderProgram;
use super::reread_job::reread;
use super::save::save_dataset;

/// The jobs under way. Loading a file cancels the load before it.
pub(super) struct Jobs {
    ctx: egui::Context,
    sender: Sender<Message>,
    receiver: Receiver<Message>,
    /// The number of the newest load: answers of older ones are dropped.
    newest_load: u64,
    cancel: Arc<AtomicBool>,
    /// Set to cancel reading the open file again.
    cancel_reread: Arc<AtomicBool>,
    /// Set to cancel the picture that is being written.
    pub(super) cancel_picture: Arc<AtomicBool>,
    /// Set to cancel the reading of a document; only one is read at a time.
    cancel_reading: Arc<AtomicBool>,
    /// The program that is started to read files.
    reader: ReaderProgram,
}

impl Jobs {
    /// No jobs yet. Files are read by another process, which runs `reader`, or in this one without it.
    pub(super) fn new(ctx: egui::Context, reader: ReaderProgram) -> Self {
        let (sender, receiver) = channel();
        Self {
            ctx,
            sender,
            receiver,
            newest_load: 0,
            cancel: Arc::default(),
            cancel_reread: Arc::default(),
            cancel_picture: Arc::default(),
            cancel_reading: Arc::default(),
            reader,
        }
    }

    /// The window's context.
    pub(super) fn context(&self) -> egui::Context {
        self.ctx.clone()
    }

    /// The answers since the last call.
    pub(super) fn finished(&self) -> Vec<Command> {
        let is_cancelled =
            |message: &Message| message.cancel.as_ref().is_some_and(|cancel| cancel.load(Ordering::Relaxed));
        let messages = self.receiver.try_iter().filter(|message| !is_cancelled(message));
        messages
            .filter(|message| message.job == 0 || message.job == self.newest_load)
            .map(|m| m.command)
            .collect()
    }

    /// Loads a file, or what is in no file.
    pub(super) fn load(&mut self, from: LoadFrom, options: ReadOptions) {
        self.cancel_load();
        self.cancel_reread.store(true, Ordering::Relaxed);
        self.newest_load += 1;
        self.cancel = Arc::default();
        let job = self.newest_load;
        let (sender, ctx, cancel) = (self.sender.clone(), self.ctx.clone(), Arc::clone(&self.cancel));
        let reader = self.reader.clone();
        let work = move || {
            let watch = LoadWatch::new(job, cancel, from.path(), sender, ctx);
            let load = || load_world(&from, &options, &reader, &watch);
            let failed = || {
                let fault = OpenError::Failed(Failure::Fault);
                Some(load_failed(&from.path(), fault))
            };
            if let Some(command) = catch_unwind(AssertUnwindSafe(load)).unwrap_or_else(|_| failed()) {
                watch.send(command);
            }
        };
        if let Err(err) = std::thread::Builder::new().name("load".into()).spawn(work) {
            self.answer_now(load_failed(Path::new(""), err.into()));
        }
    }

    /// Puts files together. It counts as a load, and is cancelled like one.
    pub(super) fn merge(&mut self, layers: Vec<LayerFile>) {
        self.cancel_load();
        self.newest_load += 1;
        let job = self.newest_load;
        let (sender, ctx) = (self.sender.clone(), self.ctx.clone());
        let work = move || {
            let merge = || Command::Layers(LayersCommand::Merged(merged(layers)));
            let failed = |_fault| load_failed(Path::new(""), OpenError::Failed(Failure::Fault));
            let command = catch_unwind(AssertUnwindSafe(merge)).unwrap_or_else(failed);
            // Nobody receives it if the window is gone by now.
            let _sent = sender.send(Message { job, command, cancel: None });
            ctx.request_repaint();
        };
        if let Err(err) = std::thread::Builder::new().name("layers".into()).spawn(work) {
            self.answer_now(load_failed(Path::new(""), err.into()));
        }
    }

    /// Does work on a thread of its own and sends its answer, or `failed` where the thread cannot start or the work panics.
    pub(super) fn start(
        name: &str,
        answer: Answer,
        failed: impl Fn(Failure) -> Command + Clone + Send + 'static,
        work: impl FnOnce() -> Option<Command> + Send + 'static,
    ) {
        let (sender, on_fault) = (answer.clone(), failed.clone());
        let run = move || match catch_unwind(AssertUnwindSafe(work)) {
            Ok(Some(command)) => sender.send(command),
            Ok(None) => {}
            Err(_) => sender.send(on_fault(Failure::Fault)),
        };
        if let Err(err) = std::thread::Builder::new().name(name.into()).spawn(run) {
            answer.send(failed(err.into()));
        }
    }

    /// Reads a file of the timeline again, since it has changed.
    pub(super) fn reread(
        &mut self,
        world: &Arc<World>,
        number: usize,
        path: PathBuf,
        options: ReadOptions,
        document: Option<Arc<OpenDocument>>,
    ) {
        self.cancel_reread.store(true, Ordering::Relaxed);
        self.cancel_reread = Arc::default();
        let cancel = Arc::clone(&self.cancel_reread);
        let answer = Answer { cancel: Some(Arc::clone(&cancel)), ..self.answer_about(world) };
        let done = move |reread| Command::Files(FilesCommand::RereadDone(number, Box::new(reread)));
        let named = path.clone();
        let failed = move |why| {
            let report = unreadable(&named, OpenError::Failed(why));
            done(Reread::Failed(report, None))
        };
        let (world, reader) = (Arc::clone(world), self.reader.clone());
        Self::start("reread", answer, failed, move || {
            reread(&world, (number, &path), (&options, &reader), document.as_deref(), &cancel).map(done)
        });
    }

    /// Finds the place of a problem in its file.
    pub(super) fn read_problem_position(
        &self,
        world: &World,
        origin: TableOrigin,
        options: ReadOptions,
        problem: Box<Diagnostic>,
    ) {
        let named = problem.clone();
        let failed =
            move |why| Command::Files(FilesCommand::PositionRead(named.clone(), Err(OpenError::Failed(why))));
        let reader = self.reader.clone();
        Self::start("place", self.answer_about(world), failed, move || {
            let read = read_problem_position(&origin, &options, &problem, &reader);
            Some(Command::Files(FilesCommand::PositionRead(problem, read)))
        });
    }

    /// Reads a document, which may be the copy of a source of the dataset. A document that was still being read is
    /// cancelled.
    pub(super) fn read_document(&mut self, world: &Arc<World>, document: DocumentPath) {
        self.cancel_document();
        self.cancel_reading = Arc::default();
        let answer = Answer { cancel: Some(Arc::clone(&self.cancel_reading)), ..self.answer_about(world) };
        let world = Arc::clone(world);
        let (cancel, reader) = (Arc::clone(&self.cancel_reading), self.reader.clone());
        let name = document.name();
        let failed = move |why| {
            Command::Reader(ReaderCommand::OpenFailed(
                name.clone(),
                DocumentProblem::Failed(OpenError::Failed(why)),
            ))
        };
        Self::start("document", answer, failed, move || read_document(&world, &document, &reader, &cancel));
    }

    /// Reads the picture of an event.
    pub(super) fn read_picture(&self, world: &Arc<World>, event: EventId) {
        let answer = move |read| Command::Selection(SelectionCommand::PictureRead(event, read));
        let failed = move |_| answer(Err(ImageProblem::Unreadable));
        let (sender, world) = (self.answer_about(world), Arc::clone(world));
        Self::start("picture", sender, failed, move || {
            Some(answer(event_image::read(&world, event).map(Arc::new)))
        });
    }

    /// Cancels the reading of a document, even when its answer is on the way.
    pub(super) fn cancel_document(&self) {
        self.cancel_reading.store(true, Ordering::Relaxed);
    }

    /// Saves a dataset with the confirmed quotations.
    pub(super) fn save_dataset(&self, world: &Arc<World>, path: PathBuf, request: SaveRequest) {
        let (world, answer) = (Arc::clone(world), self.answer_about(world));
        let name = file_name(&path);
        let failed =
            move |why| Command::Reader(ReaderCommand::SaveFailed(name.clone(), WriteProblem::Failed(why)));
        Self::start("save", answer, failed, move || {
            Some(Command::Reader(match save_dataset(&world, &path, request) {
                Ok(saved) => ReaderCommand::Saved(Box::new(saved)),
                Err(why) => ReaderCommand::SaveFailed(file_name(&path), why),
            }))
        });
    }

    /// Loads another version of the dataset and compares it.
    pub(super) fn compare(&self, world: &Arc<World>, path: PathBuf) {
        let (world, answer) = (Arc::clone(world), self.answer_about(world));
        let (name, reader) = (file_name(&path), self.reader.clone());
        let failed =
            move |why| Command::Compare(CompareCommand::Failed(name.clone(), CompareError::Failed(why)));
        Self::start("compare", answer, failed, move || {
            let name = file_name(&path);
            let compared = if world.bulk.is_some() {
                Err(CompareError::OpenIsBulk)
            } else {
                dataset(open_in_window(&path, &ReadOptions::default(), &reader, &()))
            };
            Some(match compared {
                Ok(before) => {
                    Command::Compare(CompareCommand::Finished(Box::new(Compared::new(name, &before, &world))))
                }
                Err(why) => Command::Compare(CompareCommand::Failed(name, why)),
            })
        });
    }

    /// Asks the system for its user's preferences, without waiting.
    pub(super) fn ask_system(&self, known: SystemPreferences) {
        let answer = self.answer();
        let ask = move || {
            if let Some(preferences) = super::system::ask(known) {
                answer.send(preferences);
            }
        };
        if cfg!(target_os = "macos") {
            // There only the main thread may ask, and the answer comes at once.
            ask();
        } else if let Err(err) = std::thread::Builder::new().name("system".into()).spawn(ask) {
            log::warn!("the system was not asked what its user wants: {err}");
        }
    }

    /// Cancels loading.
    pub(super) fn cancel_load(&mut self) {
        self.cancel.store(true, Ordering::Relaxed);
        self.newest_load += 1;
    }

    /// For answers that are right whatever dataset is open when they arrive.
    pub(super) fn answer(&self) -> Answer {
        Answer { sender: self.sender.clone(), ctx: self.ctx.clone(), about: None, cancel: None }
    }

    /// For answers about a dataset, dropped if it is no longer open when they arrive.
    pub(super) fn answer_about(&self, world: &World) -> Answer {
        Answer { about: Some(world.id()), ..self.answer() }
    }

    fn answer_now(&self, command: Command) {
        // The receiver lives as long as `self`.
        let _sent = self.sender.send(Message { job: 0, command, cancel: None });
        self.ctx.request_repaint();
    }
}

impl Drop for Jobs {
    /// Cancels what is still running.
    fn drop(&mut self) {
        self.cancel.store(true, Ordering::Relaxed);
        self.cancel_reread.store(true, Ordering::Relaxed);
        self.cancel_reading.store(true, Ordering::Relaxed);
    }
}

/// Drops a dataset on another thread: that of many records takes longer than a frame.
pub(super) fn drop_elsewhere(world: Arc<World>) {
    let work = move || drop(world);
    if let Err(err) = std::thread::Builder::new().name("drop".into()).spawn(work) {
        log::warn!("a dataset was dropped on the thread of the interface: {err}");
    }
}

/// How long what is prepared waits for the first frames.
const AFTER_FIRST_FRAMES: std::time::Duration = std::time::Duration::from_millis(150);

/// Indexes the words of a dataset before the first letter of a search is typed; where they are indexed, nothing is done.
pub(super) fn prepare_search(world: &Arc<World>) {
    // A bulk dataset has few words, which are read at the first search.
    if world.bulk.is_some() {
        return;
    }
    let world = Arc::clone(world);
    let work = move || {
        world.search();
    };
    if let Err(err) = std::thread::Builder::new().name("words".into()).spawn(work) {
        log::warn!("the words of the dataset are indexed when a letter is typed: {err}");
    }
}

/// Prepares filtering and sorting while the reader looks at the first frames.
pub(super) fn prepare(world: &Arc<World>) {
    // The tables of a bulk dataset are read as they are scrolled.
    if world.bulk.is_some() {
        return;
    }
    let world = Arc::clone(world);
    let work = move || {
        // Without a graphics card the first frames need every core.
        std::thread::sleep(AFTER_FIRST_FRAMES);
        world.prepare();
    };
    if let Err(err) = std::thread::Builder::new().name("prepare".into()).spawn(work) {
        log::warn!("filters and tables are prepared when they are used: {err}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Otherwise a progress bar would stand there for ever, and a document would be coming for ever.
    #[test]
    fn a_job_that_a_fault_ends_answers_that_it_failed() {
        let jobs = Jobs::new(egui::Context::default(), ReaderProgram::default());
        let failed =
            |why| Command::Compare(CompareCommand::Failed("a.json".to_owned(), CompareError::Failed(why)));
        Jobs::start("test", jobs.answer(), failed, || panic!("a fault in a job"));
        let answer = jobs.receiver.recv().expect("it answers").command;
        let Command::Compare(CompareCommand::Failed(name, why)) = answer else { panic!("{answer:?}") };
        assert_eq!((name.as_str(), why), ("a.json", CompareError::Failed(Failure::Fault)));
    }
}
