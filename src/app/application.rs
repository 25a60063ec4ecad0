//! The application: a session, what draws it, and what carries out its effects.

use std::path::PathBuf;
use std::sync::Arc;

use crate::diagnostics::{WriteProblem, shown_path};
use crate::session::{
    Command, EditingCommand, FilesCommand, LawCommand, LayersCommand, ReaderCommand, Session,
    SettingsCommand, ViewArguments, ViewCommand, WindowCommand, WindowPlace, World,
};
use crate::timeline::View;
use crate::ui::{UiCache, apply_theme, background, install_fonts, show};

use super::atomic_file::write_problem;
use super::dialogs::Dialogs;
use super::disk_watch::DiskWatch;
use super::jobs::{Jobs, drop_elsewhere, prepare};
use super::journal::Journal;
use super::options::AppOptions;
use super::panic_guard::PanicGuard;
use super::persistence::{SavedState, WRITE_EVERY, is_explained_anew};
use super::reader_process::ReaderProgram;
use super::reopen_files::Reopening;
use super::window_position::{self, bring_on_screen};

/// How long each year is shown while the status date plays: long enough to see what changed.
const PLAYBACK_STEP: std::time::Duration = std::time::Duration::from_millis(600);

/// The application, as eframe runs it.
pub struct App {
    pub(super) session: Session,
    cache: UiCache,
    pub(super) jobs: Jobs,
    pub(super) dialogs: Box<dyn Dialogs>,
    pub(super) options: AppOptions,
    frames: u64,
    title: String,
    pub(super) saved: SavedState,
    disk_watch: DiskWatch,
    /// Names of dropped files that are not opened, for the message once the first of them is.
    pub(super) ignored_files: Option<String>,
    /// What to show once the dataset is open.
    pub(super) asked_view: Option<ViewArguments>,
    /// A message about the start, shown after that of the file that is opened then.
    pub(super) start_message: Option<String>,
    /// Files that are being opened again as they were left.
    pub(super) reopening: Option<Reopening>,
    window: Option<WindowPlace>,
    /// When the settings were last saved.
    last_saved: std::time::Instant,
    journal: Option<Journal>,
    /// The session's revision when its unsaved work was last compared with the journal.
    journaled_revision: u64,
    panic_guard: PanicGuard,
    /// Whether the interface paints its own background: a window clears itself, tests have none.
    paints_background: bool,
    /// When the status date last moved on by itself.
    last_playback_step: Option<std::time::Instant>,
    /// Whether to ask the system for its user's preferences: not without a window, and not in a fresh run.
    reads_system_preferences: bool,
}

impl App {
    /// Starts with `world`, and begins to load the file that was asked for or was open last.
    pub fn new(
        cc: &eframe::CreationContext<'_>,
        world: World,
        dialogs: Box<dyn Dialogs>,
        options: AppOptions,
    ) -> Self {
        let saved = SavedState::read(options.settings_file.clone().filter(|_| !options.fresh));
        saved.restore_interface(&cc.egui_ctx);
        bring_on_screen(cc);
        install_fonts(&cc.egui_ctx);
        let mut preferences = saved.settings.preferences.clone();
        preferences.language = options.language.or(preferences.language);
        let mut session = Session::new(Arc::new(world), preferences, options.today);
        session.apply(Command::Settings(SettingsCommand::SystemChanged(options.system)));
        apply_theme(&cc.egui_ctx, session.settings.preferences.theme, session.high_contrast());
        let mut app = Self {
            session,
            cache: UiCache::new(cc.winit_window().is_none()),
            paints_background: cc.winit_window().is_none(),
            panic_guard: PanicGuard::new(cc.winit_window().is_some()),
            jobs: Jobs::new(cc.egui_ctx.clone(), ReaderProgram::new(options.reader_program.clone())),
            dialogs,
            frames: 0,
            title: String::new(),
            reads_system_preferences: cc.winit_window().is_some() && !options.fresh,
            options,
            saved,
            disk_watch: DiskWatch::start(),
            ignored_files: None,
            start_message: None,
            reopening: None,
            asked_view: None,
            window: None,
            last_saved: super::clock::now(),
            journal: None,
            journaled_revision: 0,
            last_playback_step: None,
        };
        app.window = app.saved.settings.window;
        app.saved.restore(&cc.egui_ctx, &mut app.session);
        app.start_message.clone_from(&app.session.status_message);
        app.open_journal();
        app.asked_view = Some(app.options.view.clone()).filter(|view| !view.is_empty());
        let first = app.first_file();
        let left_open = app.files_to_add(first.as_deref());
        if let Some(bytes) = app.options.standard_input.take() {
            let name = app.session.strings().opening.standard_input.to_owned();
            app.apply(&cc.egui_ctx, None, Command::Files(FilesCommand::LoadBytes(name, bytes)));
        } else if let Some(file) = first {
            app.apply(&cc.egui_ctx, None, Command::Files(FilesCommand::Load(file)));
        }
        let mut more = std::mem::take(&mut app.options.more_files);
        more.extend(left_open);
        if !more.is_empty() {
            app.apply(&cc.egui_ctx, None, Command::Layers(LayersCommand::Add(more)));
        }
        app.show_asked_view();
        app.show_start_message();
        app
    }

    /// Restores what earlier runs left unsaved, and starts the journal of this one.
    fn open_journal(&mut self) {
        let Some(folder) = self.options.journal.clone() else {
            // Without a home folder nothing can be saved.
            if !self.options.fresh && self.options.settings_file.is_none() {
                self.warn_nothing_is_saved(&WriteProblem::NoFolder);
            }
            return;
        };
        let (left, files) = Journal::orphaned_entries(&folder);
        self.session.apply(Command::Reader(ReaderCommand::RestoreUnsaved(left)));
        match Journal::open(&folder, &self.jobs.context()) {
            Ok(mut journal) => {
                journal.take_over(self.session.unsaved(), &files);
                self.journal = Some(journal);
            }
            Err(err) => self.warn_nothing_is_saved(&write_problem(&err)),
        }
    }

    /// Why nothing can be written to the folder of this user's files.
    fn settings_problem(&self, problem: &WriteProblem) -> String {
        let file = self.options.settings_file.as_deref();
        let folder = file.and_then(std::path::Path::parent).map(shown_path);
        self.session.language().settings_problem(problem, folder.as_deref())
    }

    /// Prepares the message that neither settings nor unsaved work can be saved.
    fn warn_nothing_is_saved(&mut self, problem: &WriteProblem) {
        let strings = self.session.strings();
        let nothing_kept = (strings.settings.nothing_kept)(&self.settings_problem(problem));
        log::warn!("{nothing_kept}");
        self.saved.mark_warned();
        // A message about settings that could not be read comes first.
        if self.start_message.is_none() {
            self.start_message = Some(nothing_kept);
        }
    }

    /// Writes unsaved work to the journal, and shows once that this fails.
    fn journal_unsaved(&mut self) {
        let Some(journal) = &mut self.journal else { return };
        // Only a command changes what is unsaved.
        if self.journaled_revision != self.session.revision {
            self.journaled_revision = self.session.revision;
            journal.keep(self.session.unsaved());
        }
        if let Some(problem) = journal.take_problem() {
            let strings = self.session.strings();
            let unsaved_not_kept = (strings.settings.unsaved_not_kept)(&self.settings_problem(&problem));
            self.append_message(&unsaved_not_kept);
        }
    }

    /// The session that the window shows.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Applies a command as if it came from the window, whose next frame shows what came of it.
    pub fn apply_command(&mut self, command: Command) {
        let ctx = self.jobs.context();
        self.apply(&ctx, None, command);
        ctx.request_repaint();
    }

    /// Checks at once whether the open file has changed on disk, as when the window gets the focus.
    pub fn check_disk(&self) {
        self.disk_watch.check();
    }

    fn show_start_message(&mut self) {
        if self.session.files.loading.is_none()
            && let Some(text) = self.start_message.take()
            && self.session.status_message.as_ref() != Some(&text)
        {
            self.append_message(&text);
        }
    }

    /// Appends a text to the message.
    pub(super) fn append_message(&mut self, text: &str) {
        let before =
            self.session.status_message.as_ref().map(|message| format!("{message}. ")).unwrap_or_default();
        self.session.apply(Command::Window(WindowCommand::ShowMessage(format!("{before}{text}"))));
    }

    pub(super) fn apply(&mut self, ctx: &egui::Context, frame: Option<&eframe::Frame>, command: Command) {
        let appearance = |session: &Session| (session.settings.preferences.theme, session.high_contrast());
        let percent = |session: &Session| session.settings.preferences.text_percent();
        let (appearance_before, percent_before) = (appearance(&self.session), percent(&self.session));
        let world = Arc::clone(&self.session.world);
        let is_opened = matches!(
            command,
            Command::Files(
                FilesCommand::Preview(_)
                    | FilesCommand::Loaded(_)
                    | FilesCommand::TableRead(_)
                    | FilesCommand::OpenTable
                    | FilesCommand::OpenPartial
            )
        );
        let answer = match &command {
            Command::Answer(about, answer) if *about == world.id() => Some(&**answer),
            _ => None,
        };
        let is_saved = matches!(answer, Some(Command::Reader(ReaderCommand::Saved(_))));
        let is_reread = matches!(
            answer,
            Some(
                Command::Files(FilesCommand::RereadDone(..))
                    | Command::Editing(EditingCommand::Done(_) | EditingCommand::Saved(_))
            )
        );
        if let Some(Command::Files(FilesCommand::RereadDone(number, reread))) = answer {
            self.disk_watch.note_reread(*number, reread);
        }
        // The view stays when a file is added, or one of several is read again.
        let is_joined = matches!(command, Command::Layers(LayersCommand::Merged(_)));
        // What is in no file has no name under which a view could be found again.
        let has_file = !world.is_in_memory();
        let place = ((is_opened || is_saved) && has_file).then(|| self.session.saved_view());
        if let Some(effect) = self.session.apply(command) {
            self.run(ctx, frame, effect);
        }
        if !Arc::ptr_eq(&world, &self.session.world) {
            let answer = self.jobs.answer_about(&self.session.world);
            self.disk_watch.watch(self.session.watched_files(), &answer);
            if let Some(mut place) = place {
                if is_explained_anew(&world, &self.session.world) {
                    // Other columns may reach further: the old period would hide what was gained.
                    let View { time, scroll } = self.session.view.current;
                    (place.start, place.span, place.scroll) = (time.start, time.span, scroll);
                }
                self.saved.settings.remember(place);
            }
            // A dataset that was saved, added to or read again stays in the current view.
            if !is_saved && !is_joined && !is_reread {
                self.saved.resume(&mut self.session);
            }
            drop_elsewhere(world);
        }
        let (theme, high_contrast) = appearance(&self.session);
        if (theme, high_contrast) != appearance_before {
            apply_theme(ctx, theme, high_contrast);
        }
        if percent(&self.session) != percent_before {
            ctx.set_zoom_factor(f32::from(percent(&self.session)) / 100.0);
        }
        self.finish_reopening();
        self.show_asked_view();
        self.report_ignored_files();
        self.show_start_message();
    }

    /// Moves the status date on while it plays.
    fn play_status(&mut self, ctx: &egui::Context, frame: &eframe::Frame) {
        if !self.session.law.is_playing {
            self.last_playback_step = None;
            return;
        }
        let last = *self.last_playback_step.get_or_insert_with(super::clock::now);
        if last.elapsed() >= PLAYBACK_STEP {
            self.last_playback_step = Some(super::clock::now());
            self.apply(ctx, Some(frame), Command::Law(LawCommand::PlaybackTick));
        }
        ctx.request_repaint_after(PLAYBACK_STEP);
    }

    /// Saves the settings from time to time: not every run ends by closing its window.
    fn save_periodically(&mut self, ctx: &egui::Context, frame: &eframe::Frame) {
        if self.last_saved.elapsed() < WRITE_EVERY {
            return;
        }
        self.last_saved = super::clock::now();
        if let Some(problem) = self.saved.write_meanwhile(ctx, &self.session, self.window) {
            let strings = self.session.strings();
            let message = (strings.settings.not_saved)(&self.settings_problem(&problem));
            self.apply(ctx, Some(frame), Command::Window(WindowCommand::ShowMessage(message)));
        }
    }

    /// Sets the window's title to that of the dataset, to tell windows apart in a task bar.
    fn set_title(&mut self, ctx: &egui::Context) {
        let name = crate::text::first_clusters(self.session.title(), 120);
        let mark = if self.session.has_unsaved_edits() { "• " } else { "" };
        let title = format!("{mark}{name} — Treaty Timeline");
        if title != self.title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    fn count_frame(&mut self, ctx: &egui::Context) {
        self.frames += 1;
        let whole = || window_position::needs_whole_screen(ctx);
        let fills_screen = self.saved.settings.window.map_or_else(whole, |place| place.is_maximized);
        if self.frames == 2 && fills_screen {
            // Not every system maximizes a window that is not yet visible.
            ctx.send_viewport_cmd(egui::ViewportCommand::Maximized(true));
        }
        // Only once there is something to see: it takes longer than a frame.
        if self.frames == 3 {
            prepare(&self.session.world);
            if self.reads_system_preferences {
                self.jobs.ask_system(self.options.system);
            }
        }
        match self.options.quit_after_frames {
            Some(last) if self.frames >= last => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
            Some(_) => ctx.request_repaint(),
            None => {}
        }
    }
}

impl eframe::App for App {
    /// Everything but drawing: answers of jobs, dropped files, title, saving.
    fn logic(&mut self, ctx: &egui::Context, frame: &mut eframe::Frame) {
        for command in self.jobs.finished() {
            self.apply(ctx, Some(frame), command);
        }
        let dropped: Vec<PathBuf> =
            ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_path_buf()).collect());
        self.take_dropped(dropped, ctx.input(|input| input.modifiers));
        let rereads = !self.session.settings.preferences.asks_before_rereading;
        self.disk_watch.set_focus(ctx.input(|input| input.focused), rereads);
        // What is being dragged is about the dataset that is open.
        if self.session.wants_reread() && !ctx.input(|input| input.pointer.any_down()) {
            self.apply(ctx, Some(frame), Command::Files(FilesCommand::Reread));
        }
        if ctx.input(|input| input.viewport().close_requested()) {
            self.apply(ctx, Some(frame), Command::Window(WindowCommand::Close));
        }
        self.set_title(ctx);
        self.play_status(ctx, frame);
        self.window = window_position::seen(ctx, self.window);
        self.save_periodically(ctx, frame);
        self.journal_unsaved();
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        let mut commands = Vec::new();
        let ctx = ui.ctx().clone();
        let is_drawn = self.panic_guard.draw(|| {
            show(ui, &self.session, self.options.today, &mut self.cache, &mut commands);
        });
        if !is_drawn {
            self.cache = UiCache::new(self.paints_background);
            commands = vec![Command::Window(WindowCommand::ShowMessage(
                self.session.strings().view.drawing_failed.to_owned(),
            ))];
        }
        if !commands.is_empty() {
            // The commands have made this frame out of date.
            ctx.request_repaint();
        }
        // Moves of the view come first, so that they do not undo commands that lead somewhere.
        commands.sort_by_key(|command| !matches!(command, Command::View(ViewCommand::Set(..))));
        for command in commands {
            self.apply(&ctx, Some(frame), command);
        }
        if ui.current_pass_index() == 0 {
            self.count_frame(&ctx);
        }
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        background(visuals).to_normalized_gamma_f32()
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.saved.write(&self.jobs.context(), &self.session, self.window);
    }
}
