//! What the hand waits for: for each interaction the time of the interface's thread, which is the command and the frame
//! after it with its tessellation, without a window.
//!
//! `cargo bench --bench interact [bundled|made]` prints one JSON line for each of the dearest ten interactions with the
//! bundled dataset, and with one of 100,000 events and 10,000 statements; `--all` prints every one. The goal for p95 is
//! 4 ms with the bundled dataset and 12 ms with the made one. Panning is measured at each height of lanes, and is to take no
//! more than 1.2 times as long at the lower ones.
#![expect(clippy::disallowed_methods, reason = "a benchmark is a clock")]
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(clippy::unwrap_used, reason = "a benchmark may stop where it stands")]

mod record;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;

use treaty_timeline::app::bundled_world;
use treaty_timeline::domain::{
    EventId, EventKind, Moment, PartyId, SECS_PER_DAY, SourceKind, SpeakerId, Status, TreatyId,
};
use treaty_timeline::load::load;
use treaty_timeline::session::{
    Action, Column, Command, DetailsTab, Facet, Filter, FilterCommand, LanguageTag, LawCommand,
    OverlayCommand, Preferences, SearchCommand, SelectionCommand, Session, TableChoice, TableKind,
    TablesCommand, ViewCommand, World,
};
use treaty_timeline::timeline::{LaneHeight, Selection};
use treaty_timeline::ui::{UiCache, apply_theme, install_fonts, show};

const SIZE: egui::Vec2 = egui::vec2(1440.0, 900.0);
/// The size of a window in which all lanes of the bundled dataset are in view at once.
const TALL: egui::Vec2 = egui::vec2(1440.0, 2_000.0);
/// How much longer panning may take with lower lanes, that is, with more of them.
const MAX_RATIO: f64 = 1.2;
/// The days that a drag of the status date goes over.
const DAYS: i64 = 200;

/// The heights of lanes, with what panning is called there; the first is what the others are compared with.
const HEIGHTS: [(LaneHeight, &str); 3] = [
    (LaneHeight::Comfortable, "pan, comfortable lanes"),
    (LaneHeight::Compact, "pan, compact lanes"),
    (LaneHeight::Fit, "pan, lanes fitted to the window"),
];

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let names = ["bundled", "made"];
    let names_any = args.iter().any(|arg| names.contains(&arg.as_str()));
    let is_asked = |name: &str| !names_any || args.iter().any(|arg| arg == name);
    let prints_all = args.iter().any(|arg| arg == "--all");
    if is_asked("bundled") {
        measure("bundled", 4.0, bundled_world(), prints_all);
    }
    if is_asked("made") {
        let text = record::record(200, 100_000, 10_000);
        let loaded = load("made.json", text.into_bytes(), &());
        let world = World::new(loaded.dataset.unwrap(), loaded.report, "made.json".to_owned(), None);
        measure("made", 12.0, world, prints_all);
    }
}

/// Goes through all interactions with a dataset and prints what they took.
fn measure(name: &str, goal: f64, world: World, prints_all: bool) {
    // The program does so on another thread when the third frame is drawn.
    world.prepare();
    let mut hand = Hand::new(world);
    hand.drag_status_date();
    hand.sort_tables();
    hand.go_over_matrix();
    hand.search();
    hand.filter();
    hand.expand();
    hand.select();
    hand.open_palette();
    hand.pan_lane_heights();
    hand.open_long_panel();
    hand.print_ratios(name);
    let mut figures: Vec<(f64, String)> = hand
        .times
        .into_iter()
        .map(|(what, mut times)| {
            times.sort_by(f64::total_cmp);
            let at = |share: f64| times[((times.len() - 1) as f64 * share).round() as usize];
            let line = format!(
                "{{\"data\":\"{name}\",\"figure\":\"{what}\",\"n\":{},\"p50_ms\":{:.2},\"p95_ms\":{:.2},\"max_ms\":{:.2},\"meets_goal\":{}}}",
                times.len(), at(0.5), at(0.95), at(1.0), at(0.95) <= goal
            );
            (at(0.95), line)
        })
        .collect();
    figures.sort_by(|a, b| b.0.total_cmp(&a.0));
    let missed = figures.iter().filter(|(p95, _)| *p95 > goal).count();
    let count = figures.len();
    for (_, line) in figures.iter().take(if prints_all { count } else { 10 }) {
        println!("{line}");
    }
    println!("{{\"data\":\"{name}\",\"goal_ms\":{goal},\"interactions\":{count},\"missed\":{missed}}}");
}

/// A session with the window around it, and how long each interaction took each time.
struct Hand {
    ctx: egui::Context,
    session: Session,
    cache: UiCache,
    seconds: f64,
    size: egui::Vec2,
    times: BTreeMap<String, Vec<f64>>,
}

impl Hand {
    fn new(world: World) -> Self {
        let ctx = egui::Context::default();
        install_fonts(&ctx);
        let today = Moment::from_ymd(2026, 11, 24);
        let session = Session::new(Arc::new(world), Preferences::default(), today);
        apply_theme(&ctx, session.settings.preferences.theme, false);
        let mut hand = Self {
            ctx,
            session,
            cache: UiCache::new(true),
            seconds: 0.0,
            size: SIZE,
            times: BTreeMap::new(),
        };
        // The first frames fill the caches of fonts and of layout.
        hand.rest(20);
        hand
    }

    /// A frame, after which the commands that came of it are carried out.
    fn frame(&mut self, events: Vec<egui::Event>) {
        self.seconds += 1.0 / 60.0;
        let input = egui::RawInput {
            screen_rect: Some(egui::Rect::from_min_size(egui::Pos2::ZERO, self.size)),
            time: Some(self.seconds),
            events,
            ..egui::RawInput::default()
        };
        let mut commands = Vec::new();
        let (session, cache) = (&self.session, &mut self.cache);
        let output = self.ctx.run_ui(input, |ui| show(ui, session, None, cache, &mut commands));
        let meshes = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        assert!(!meshes.is_empty());
        for command in commands {
            self.session.apply(command);
        }
    }

    /// Some frames that nobody waits for: what glides comes to rest.
    fn rest(&mut self, frames: usize) {
        for _ in 0..frames {
            self.frame(Vec::new());
        }
    }

    fn take(&mut self, what: &str, started: Instant) {
        let spent = started.elapsed().as_secs_f64() * 1e3;
        self.times.entry(what.to_owned()).or_default().push(spent);
    }

    /// A command and the frame after it.
    fn step(&mut self, what: &str, command: Command) {
        let started = Instant::now();
        self.session.apply(command);
        self.frame(Vec::new());
        self.take(what, started);
    }

    /// The pointer goes somewhere.
    fn point(&mut self, what: &str, at: egui::Pos2) {
        let started = Instant::now();
        self.frame(vec![egui::Event::PointerMoved(at)]);
        self.take(what, started);
    }

    /// Without a measure.
    fn quietly(&mut self, command: Command) {
        self.session.apply(command);
        self.rest(3);
    }

    fn table(&self, kind: TableKind, sort: Option<(Column, bool)>) -> Command {
        Command::Tables(TablesCommand::Choose(TableChoice {
            is_open: true,
            kind,
            sort,
            ..self.session.tables.choice.clone()
        }))
    }

    fn close_table(&mut self) {
        let choice = TableChoice { is_open: false, ..self.session.tables.choice.clone() };
        self.quietly(Command::Tables(TablesCommand::Choose(choice)));
    }

    /// Over two hundred days, with nothing else open, with each table beside it, and behind a filter.
    fn drag_status_date(&mut self) {
        let (first, last) = self.session.world.dataset.span().unwrap();
        let middle = first.midpoint(last);
        let drag = |hand: &mut Self, what: &str| {
            for day in 0..DAYS {
                hand.step(what, Command::Law(LawCommand::SetDate(Some(middle.plus(day * SECS_PER_DAY)))));
            }
        };
        drag(self, "drag the status date");
        for (kind, sort, what) in [
            (TableKind::Events, Some((Column::Title, false)), "drag the status date, events by title"),
            (TableKind::Treaties, Some((Column::Status, false)), "drag the status date, treaties by state"),
            (TableKind::Law, None, "drag the status date, matrix"),
        ] {
            let choice = self.table(kind, sort);
            self.quietly(choice);
            drag(self, what);
        }
        self.close_table();
        self.quietly(Command::Filter(FilterCommand::Set(Filter::only(Facet::Kind(EventKind::Signed)))));
        drag(self, "drag the status date, filter by type");
        self.quietly(Command::Filter(FilterCommand::Set(Filter::only(Facet::Status(Status::InForce)))));
        drag(self, "drag the status date, filter by status");
        self.quietly(Command::Filter(FilterCommand::Set(Filter::default())));
    }

    /// Each table by each of its columns, both ways.
    fn sort_tables(&mut self) {
        for kind in TableKind::ALL {
            let open = self.table(kind, None);
            self.step(&format!("open the table {kind:?}"), open);
            for &column in kind.columns() {
                for is_descending in [false, true] {
                    let sort = self.table(kind, Some((column, is_descending)));
                    self.step(&format!("sort {kind:?} by {column:?}"), sort);
                }
            }
        }
        self.close_table();
    }

    /// The pointer over the cells of the matrix, resting on some of them.
    fn go_over_matrix(&mut self) {
        let open = self.table(TableKind::Law, None);
        self.quietly(open);
        for step in 0..60 {
            let at = egui::pos2(230.0 + 13.0 * step as f32, 620.0 + 4.0 * (step % 60) as f32);
            self.point("go over the matrix", at);
            if step % 6 == 0 {
                // Until the tooltip is there, and then with it.
                for _ in 0..60 {
                    self.point("rest on a cell of the matrix", at);
                }
            }
        }
        self.frame(vec![egui::Event::PointerGone]);
        self.close_table();
    }

    /// Letter by letter.
    fn search(&mut self) {
        // As the window does on another thread when the search field opens.
        self.session.world.search();
        for text in ["treaty", "signed word12", "слово77", "speaker7 word", "after:1980 ratified"] {
            for (end, letter) in text.char_indices() {
                let typed = text[..end + letter.len_utf8()].to_owned();
                self.step(
                    &format!("search for {text}, letter by letter"),
                    Command::Search(SearchCommand::SetText(typed)),
                );
            }
        }
        self.quietly(Command::Search(SearchCommand::SetText(String::new())));
        self.quietly(Command::Search(SearchCommand::Close));
    }

    /// The first values of each facet, chosen and let go.
    fn filter(&mut self) {
        for (name, facet) in [
            ("party", Facet::Party(PartyId::new(0))),
            ("category", Facet::Category(0)),
            ("status", Facet::Status(Status::Pending)),
            ("type", Facet::Kind(EventKind::Other)),
            ("speaker", Facet::Speaker(SpeakerId::new(0))),
            ("statements", Facet::Spoken),
            ("years", Facet::Decade(0)),
            ("source", Facet::Source(SourceKind::Data)),
            ("language", Facet::Language(LanguageTag::new(""))),
        ] {
            let values: Vec<Facet> =
                self.session.facets().of_kind(facet).map(|(facet, _)| facet).take(6).collect();
            for value in values {
                self.step(&format!("choose a {name}"), Command::Filter(FilterCommand::Toggle(value)));
                self.step(&format!("show all after a {name}"), Command::Filter(FilterCommand::Toggle(value)));
            }
        }
    }

    /// Ten treaties, each into the lanes of its parties.
    fn expand(&mut self) {
        let treaties = self.session.world.dataset.treaties().len().min(10);
        for treaty in (0..treaties).map(TreatyId::new) {
            self.step("expand a treaty", Command::View(ViewCommand::ToggleParties(treaty)));
            self.rest(30);
        }
        for treaty in (0..treaties).map(TreatyId::new) {
            self.step("collapse a treaty", Command::View(ViewCommand::ToggleParties(treaty)));
        }
        self.rest(30);
    }

    /// Events through the whole record.
    fn select(&mut self) {
        let events = self.session.world.dataset.events().len();
        let count = events.min(100);
        for place in 0..count {
            let id = EventId::new(place * events / count);
            self.step("select an event", Command::Selection(SelectionCommand::GoTo(Selection::Event(id))));
        }
        for treaty in (0..self.session.world.dataset.treaties().len().min(40)).map(TreatyId::new) {
            self.step(
                "select a treaty",
                Command::Selection(SelectionCommand::GoTo(Selection::Treaty(treaty))),
            );
        }
        self.quietly(Command::Selection(SelectionCommand::Select(Selection::Nothing)));
    }

    /// Pans at each height of lanes, and with all lanes in one view.
    fn pan_lane_heights(&mut self) {
        for (height, what) in HEIGHTS {
            self.quietly(Command::Do(Action::of_lane_height(height)));
            self.pan(what);
        }
        // Those that fit the window.
        self.size = TALL;
        self.rest(3);
        self.pan("pan, all lanes in one view");
        self.size = SIZE;
        self.quietly(Command::Do(Action::LaneHeightComfortable));
    }

    /// A fiftieth of the window sixty times, there and back.
    fn pan(&mut self, what: &str) {
        self.quietly(Command::Do(Action::Fit));
        // Closer than the whole, or there would be no room to pan.
        for _ in 0..3 {
            self.quietly(Command::Do(Action::ZoomIn));
        }
        self.rest(40);
        for step in 0..60 {
            let by = if step % 20 < 10 { 0.02 } else { -0.02 };
            let (mut view, size) = (self.session.view.current, self.session.view.size);
            view.time.start += by * view.time.span;
            self.step(what, Command::View(ViewCommand::Set(view, size)));
        }
    }

    /// The panel of the treaty with the most quotations, all of them in it.
    fn open_long_panel(&mut self) {
        let dataset = &self.session.world.dataset;
        let treaties = (0..dataset.treaties().len()).map(TreatyId::new);
        let longest = treaties.max_by_key(|&treaty| dataset.statements_of(treaty).len()).unwrap();
        let treaty = dataset.find_treaty("NPT").unwrap_or(longest);
        self.quietly(Command::Selection(SelectionCommand::Select(Selection::Treaty(treaty))));
        self.quietly(Command::Selection(SelectionCommand::ShowTab(DetailsTab::Quotations)));
        self.quietly(Command::Selection(SelectionCommand::Select(Selection::Nothing)));
        for _ in 0..20 {
            self.step(
                "open the panel of quotations",
                Command::Selection(SelectionCommand::Select(Selection::Treaty(treaty))),
            );
            self.quietly(Command::Selection(SelectionCommand::Select(Selection::Nothing)));
        }
    }

    /// How much longer panning takes with lower lanes.
    fn print_ratios(&self, data: &str) {
        let median = |what: &str| {
            let mut times = self.times.get(what).cloned().unwrap_or_default();
            times.sort_by(f64::total_cmp);
            times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
        };
        let comfortable = median(HEIGHTS[0].1);
        for (_, what) in &HEIGHTS[1..] {
            let ratio = median(what) / comfortable;
            println!(
                "{{\"data\":\"{data}\",\"figure\":\"{what}\",\"p50_ms\":{:.2},\"comfortable_p50_ms\":{comfortable:.2},\"ratio\":{ratio:.2},\"meets_goal\":{}}}",
                median(what),
                ratio <= MAX_RATIO
            );
        }
    }

    fn open_palette(&mut self) {
        for text in ["zoom in", "filter", "date"] {
            self.step("open the palette", Command::Do(Action::Palette));
            for end in 1..=text.len() {
                let typed = Command::Overlay(OverlayCommand::SetText(text[..end].to_owned()));
                self.step("type in the palette", typed);
            }
            self.quietly(Command::Do(Action::Escape));
        }
    }
}
