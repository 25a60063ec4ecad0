//! The only place where a session changes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostics::shown_path;
use crate::domain::Moment;
use crate::language::{Language, Words};
use crate::timeline::{Arrangement, PartyLanes, Rows, Selection, Size, TimeView, View};

use super::action::Action;
use super::command::{Command, Effect, PictureKind};
use super::find::item_of;
use super::settings::{Preferences, SystemWishes, ThemeChoice};
use super::world::World;
use super::{
    ChartChoice, ChartRows, Drafts, Filter, Find, History, OnDisk, Overlay, Session, TableChoice, Unsaved,
};

/// How much one press of a zoom key changes.
const ZOOM_STEP: f64 = 1.5;

impl Session {
    /// A session that shows all of a dataset.
    pub fn new(world: Arc<World>, preferences: Preferences, today: Option<Moment>) -> Self {
        let view = View { time: TimeView::opening(&world.dataset, &world.limits), scroll: 0.0 };
        Self {
            rows: Rows::new(&world.dataset, &Arrangement::default()),
            arrangement: Arrangement::default(),
            party_lanes: PartyLanes::default(),
            drafts: Drafts::default(),
            stash: Unsaved::default(),
            saving: None,
            closes_when_saved: false,
            reopen: None,
            history: History::default(),
            bookmarks: Vec::new(),
            overlay: None,
            as_of: None,
            preferences,
            system: SystemWishes::default(),
            table: TableChoice::default(),
            table_rows: super::table::Rows::default(),
            compared: None,
            charts: ChartChoice::default(),
            chart_rows: ChartRows::default(),
            regime: None,
            is_playing: false,
            page: None,
            page_coming: None,
            page_at: None,
            page_spot: None,
            page_moves: 0,
            seen_in_copies: BTreeMap::new(),
            find: Find::default(),
            filter: Filter::default(),
            saved: Vec::new(),
            filtered: None,
            picked: Vec::new(),
            chosen: None,
            today,
            world,
            view,
            jumps: 0,
            revision: 0,
            window: Size { width: 1000.0, height: 700.0 },
            selection: Selection::Nothing,
            loading: None,
            open_before: None,
            on_disk: OnDisk::Same,
            refused: None,
            problems_open: false,
            notice: None,
        }
    }

    /// The language of the interface.
    pub fn language(&self) -> Language {
        self.preferences.language.unwrap_or(self.system.language)
    }

    /// What the interface says, in the reader's language.
    pub fn words(&self) -> &'static Words {
        self.language().words()
    }

    /// Whether colours are stronger than usual.
    pub fn high_contrast(&self) -> bool {
        self.preferences.high_contrast.unwrap_or(self.system.high_contrast)
    }

    /// Whether the view goes where it is asked at once, without gliding there.
    pub fn reduces_motion(&self) -> bool {
        self.preferences.reduces_motion.unwrap_or(self.system.reduces_motion)
    }

    /// Changes the session, and says what is to be done outside.
    pub fn apply(&mut self, command: Command) -> Option<Effect> {
        let is_no_jump = matches!(
            command,
            Command::SetView(..) | Command::Preview(_) | Command::Loaded(_) | Command::OpenPartial
        );
        let before = self.view;
        self.revision += 1;
        let effect = self.carry_out(command);
        if !is_no_jump && self.view != before {
            self.jumps += 1;
        }
        if self.overlay.is_some() {
            // One field at a time has the keyboard.
            self.close_find();
        }
        effect
    }

    fn carry_out(&mut self, command: Command) -> Option<Effect> {
        match command {
            Command::Answer(world, answer) if world == self.world.id() => return self.carry_out(*answer),
            Command::Answer(_, answer) => return self.take_stray_answer(*answer),
            Command::Do(action) => return self.act(action),
            Command::Select(selection) => self.select(selection),
            Command::GoTo(selection) => self.go_to(selection),
            Command::SetView(view, window) => {
                let is_higher = window.height != self.window.height;
                self.window = window;
                self.set_view(view);
                if is_higher && self.world.plain.is_some() {
                    self.lay_out();
                }
            }
            Command::Jump(view) => self.jump(view),
            Command::GoToBookmark(place) => self.go_to_bookmark(place),
            Command::ToggleGroup(category) => self.toggle_group(category),
            Command::Pick(subject) => self.toggle_picked(subject),
            Command::PickThrough(subject) => self.pick_through(subject),
            Command::ClearPicked => self.picked.clear(),
            Command::ChooseSpan(span) => self.choose_span(span),
            Command::Export(path) => return Some(Effect::Write(path)),
            Command::Exported(path, is_whole) => {
                let words = &self.words().notices;
                let said = if is_whole { words.exported } else { words.exported_part };
                self.notice = Some(said(&shown_path(&path)));
            }
            Command::NotExported(path, why) => {
                let words = &self.words().notices;
                self.notice = Some((words.not_exported)(&shown_path(&path), &(words.write_problem)(&why)));
            }
            Command::SystemSays(wishes) => self.system = wishes,
            Command::OnDisk(on_disk) => self.on_disk = on_disk,
            Command::NoDialog => self.notice = Some(self.words().notices.no_dialog.to_owned()),
            Command::PlaceLane(treaty, place) => self.place_lane(treaty, place),
            Command::SetAsOf(day) => self.read_law(day),
            Command::FindText(text) => self.find_text(text),
            Command::ChooseHit(by) => self.choose_hit(by),
            Command::GoToHit(by) => self.go_to_hit(by),
            Command::TakeHit(place) => {
                (self.find.chosen, self.find.was_seen) = (place, false);
                self.go_to_hit(1);
            }
            Command::CloseFind => self.close_find(),
            Command::ToggleFacet(facet) => {
                let mut filter = self.filter.clone();
                filter.toggle(facet);
                self.set_filter(filter);
            }
            Command::SetFilter(filter) => self.set_filter(filter),
            Command::ChooseTable(choice) => self.choose_table(choice),
            Command::StepInTable(by) => self.step_in_table(by),
            Command::OverlayText(text) => {
                if let Some(overlay) = &mut self.overlay {
                    overlay.set_text(text);
                }
            }
            Command::OverlayMove(by) => self.move_in_palette(by),
            Command::OverlayAccept => return self.accept_overlay(),
            Command::Load(path) => {
                let name = path
                    .file_name()
                    .map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
                return Some(self.start_loading(&name, Some(path)));
            }
            Command::Progress(share) => {
                if let Some(loading) = &mut self.loading {
                    loading.share = share;
                }
            }
            Command::Preview(world) => self.preview(world),
            Command::Loaded(world) => {
                self.finish_loading(world);
                return self.take_up_again();
            }
            Command::Refuse(report, partial) => self.refuse_file(report, partial),
            Command::CancelLoad => {
                self.reopen = None;
                let name = self.loading.take().map(|loading| loading.name);
                self.give_up_preview();
                self.notice = name.map(|name| (self.words().notices.cancelled)(&name));
                return Some(Effect::CancelLoad);
            }
            Command::OpenPartial => {
                let was_loading = self.loading.is_some();
                if let Some(world) = self.refused.take().and_then(|refused| refused.partial) {
                    self.replace_world(world);
                }
                // What is still being read must not replace what was just chosen.
                return was_loading.then_some(Effect::CancelLoad);
            }
            Command::Follow(url) => return Some(Effect::Follow(url)),
            Command::Copy(text, notice) => {
                self.notice = Some(notice);
                return Some(Effect::Copy(text));
            }
            Command::Notice(text) => self.notice = Some(text),
            other => return self.carry_out_in_panels(other),
        }
        None
    }

    pub(super) fn act(&mut self, action: Action) -> Option<Effect> {
        // What was said of the last deed is not true of this one.
        self.notice = None;
        match action {
            Action::Open => return Some(Effect::AskForFile),
            Action::OpenBundled => {
                return Some(self.start_loading(self.words().bundled, None));
            }
            Action::Reload => return self.reload(),
            Action::Compare => return Some(Effect::AskForEarlier),
            Action::ReadDocument => return Some(Effect::AskForDocument(None)),
            Action::ExportSvg => return Some(Effect::AskWhereToSave(PictureKind::Svg)),
            Action::ExportPng => return Some(Effect::AskWhereToSave(PictureKind::Png)),
            Action::Quit => return Some(Effect::Quit),
            Action::ZoomIn => self.zoom(ZOOM_STEP),
            Action::ZoomOut => self.zoom(1.0 / ZOOM_STEP),
            Action::Fit => self.jump(View { time: TimeView::fit(&self.world.limits), scroll: 0.0 }),
            Action::PageEarlier => self.page(-0.9),
            Action::PageLater => self.page(0.9),
            Action::PanEarlier => self.page(-0.2),
            Action::PanLater => self.page(0.2),
            Action::Back => self.travel(History::back),
            Action::Forward => self.travel(History::forth),
            Action::Today => self.go_to_today(),
            Action::GoToDate => self.overlay = Some(Overlay::GoToDate { text: String::new() }),
            Action::AsOfDate => self.overlay = Some(Overlay::AsOfDate { text: String::new() }),
            Action::AsOfHere => self.read_law_here(),
            Action::AsOfOff => self.read_law(None),
            Action::Find => self.open_find(),
            Action::FilterOff => self.set_filter(Filter::default()),
            Action::Bookmark => self.toggle_bookmark(),
            Action::NextBookmark => self.next_bookmark(),
            Action::PinLane => self.pin_lane(),
            Action::PinUp => self.move_pinned(-1),
            Action::PinDown => self.move_pinned(1),
            Action::HideLane => self.hide_lane(),
            Action::Parties => self.toggle_selected_parties(),
            Action::ShowLanes => {
                self.arrange(Arrangement { hidden: BTreeSet::new(), ..self.arrangement.clone() });
            }
            Action::FoldAll => self.fold((0..self.world.dataset.categories().len()).collect()),
            Action::UnfoldAll => self.fold(BTreeSet::new()),
            Action::TextLarger => self.scale_text(25),
            Action::TextSmaller => self.scale_text(-25),
            Action::Details => self.preferences.details_hidden ^= true,
            Action::Keys => self.toggle_overlay(Overlay::Keys),
            Action::Palette => self.toggle_overlay(Overlay::Palette { text: String::new(), chosen: 0 }),
            Action::Previous => self.step(-1),
            Action::Next => self.step(1),
            Action::PreviousInLane => self.step_in_lane(-1),
            Action::NextInLane => self.step_in_lane(1),
            Action::LaneAbove => self.step_lane(-1),
            Action::LaneBelow => self.step_lane(1),
            Action::First => self.select_end(true),
            Action::Last => self.select_end(false),
            Action::Centre => self.centre(),
            Action::Pick => self.pick_selected(),
            Action::ChooseHere => self.choose_here(),
            Action::Escape if self.reads_in_front() => return self.cancel_document(),
            Action::Escape => self.escape(),
            Action::Problems => self.problems_open = !self.problems_open,
            Action::Table => {
                let is_open = !self.table.is_open;
                self.choose_table(super::TableChoice { is_open, ..self.table.clone() });
            }
            Action::Charts => {
                let is_open = !self.charts.is_open;
                self.choose_chart(ChartChoice { is_open, ..self.charts.clone() });
            }
            Action::LogScale => self.charts.is_logarithmic ^= true,
            Action::WheelScrolls => self.preferences.wheel_scrolls ^= true,
            Action::HighContrast => self.preferences.high_contrast = Some(!self.high_contrast()),
            Action::ReduceMotion => self.preferences.reduces_motion = Some(!self.reduces_motion()),
            Action::English => self.speak(Language::English),
            Action::Russian => self.speak(Language::Russian),
            Action::LightTheme => self.preferences.theme = ThemeChoice::Light,
            Action::DarkTheme => self.preferences.theme = ThemeChoice::Dark,
            Action::SystemTheme => self.preferences.theme = ThemeChoice::System,
        }
        None
    }

    /// Selects something and brings it into the window.
    pub(super) fn go_to(&mut self, selection: Selection) {
        let before = self.view;
        let is_shown = item_of(selection).is_none_or(|item| self.shows(item));
        if !is_shown {
            self.set_filter(Filter::default());
        }
        self.select(selection);
        if !is_shown {
            self.notice = Some(self.words().notices.filter_cleared.to_owned());
        }
        self.bring_into_view();
        if self.view != before {
            self.history.leave(before);
        }
    }

    fn select(&mut self, selection: Selection) {
        self.selection = selection;
        self.notice = None;
        self.follow_in_page();
    }

    fn zoom(&mut self, factor: f64) {
        let middle = self.view.time.start + self.view.time.span / 2.0;
        let chosen = self.selected_moment().filter(|at| self.view.time.shows(*at));
        let fixed = chosen.map_or(middle, |at| at.secs() as f64);
        self.view.time = self.view.time.zoomed(factor, fixed, &self.world.limits);
    }

    fn page(&mut self, share: f64) {
        self.view.time = self.view.time.panned(share * self.view.time.span, &self.world.limits);
    }

    fn escape(&mut self) {
        if self.overlay.take().is_some() {
            return;
        }
        if self.find.is_open {
            // First the list goes, then the keyboard; what was typed stays, for the next time.
            if std::mem::take(&mut self.find.is_listed) && self.find.was_seen {
                return;
            }
            return self.close_find();
        }
        if self.compared.is_some() && !self.problems_open {
            self.compared = None;
            return;
        }
        if self.page.is_some() && !self.problems_open {
            return self.close_page();
        }
        if self.problems_open {
            // A refused file stays at hand: the status bar leads back to its problems.
            self.problems_open = false;
        } else if self.selection != Selection::Nothing {
            self.selection = Selection::Nothing;
        } else if self.chosen.is_some() || !self.picked.is_empty() {
            (self.chosen, self.picked) = (None, Vec::new());
        } else if !self.filter.is_empty() {
            self.set_filter(Filter::default());
        } else {
            self.read_law(None);
        }
        self.notice = None;
    }

    /// Says everything in another language from here on, the names of bookmarks too.
    fn speak(&mut self, language: Language) {
        self.preferences.language = Some(language);
        self.notice = None;
        let names: Vec<String> =
            self.bookmarks.iter().map(|mark| self.name_of(mark.selection, mark.view)).collect();
        for (mark, name) in std::iter::zip(&mut self.bookmarks, names) {
            mark.name = name;
        }
    }
}
