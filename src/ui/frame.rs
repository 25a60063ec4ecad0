//! What every panel reads in a frame, and what the interface keeps from one frame to the next.

use crate::domain::Moment;
use crate::language::Strings;
use crate::session::Session;
use crate::timeline::{BundledFonts, Palette, Selection};

use super::commands::open_popups::Opened;
use super::files::table_scene::TableScene;
use super::history::toast_clock::ToastClock;
use super::law::status_cache::StatusCache;
use super::pictures::preview_cache::PicturePreview;
use super::pictures::slide_show::SlideShow;
use super::reader::highlights::DocumentHighlights;
use super::reader::lines::DocumentLines;
use super::selection::listed_cluster::ListedCluster;
use super::selection::long_list::LongLists;
use super::view::drag::Drag;
use super::view::legend_cache::LegendCache;
use super::view::motion::Motion;
use super::view::scene_cache::SceneCache;

/// What the interface keeps between frames. None of it matters to anyone else.
#[derive(Debug)]
pub struct UiCache {
    pub(super) fonts: BundledFonts,
    pub(super) scenes: SceneCache,
    pub(super) legend: LegendCache,
    pub(super) document_lines: DocumentLines,
    pub(super) document_highlights: DocumentHighlights,
    pub(super) legal_statuses: StatusCache,
    /// The row that was selected last when the table was last drawn: the table scrolls when it changes.
    pub(super) table_cursor: Option<usize>,
    /// Whether a cell of the table has the focus, which then follows the row.
    pub(super) table_has_focus: bool,
    pub(super) long_lists: LongLists,
    /// The last scroll request of the reader that was carried out.
    pub(super) scroll_requests: u64,
    /// Whether the interface paints its own background, because nothing behind it does.
    pub(super) paints_background: bool,
    /// Whether the wheel last moved in points, as trackpads do, rather than in lines.
    pub(super) wheel_is_fine: bool,
    /// Whether the wheel was turned over the timeline: then a hint says what it does, until that is closed.
    pub(super) wheel_was_turned: bool,
    /// The line in the list of a cluster that has the focus.
    pub(super) listed: ListedCluster,
    /// How far the wheel was turned with Alt since the last step of the lane height, in points.
    pub(super) lane_height_wheel: f32,
    /// The selection when the last frame was drawn: the focus follows when it changes.
    pub(super) drawn_selection: Selection,
    pub(super) mark_has_focus: bool,
    pub(super) motion: Motion,
    /// Where the current drag began.
    pub(super) pressed: Option<egui::Pos2>,
    pub(super) drag: Drag,
    /// Menus and overlays that were open in the last frame.
    pub(super) opened: Opened,
    pub(super) toast: ToastClock,
    pub(super) table_scene: TableScene,
    pub(super) pictures: PicturePreview,
    pub(super) slides: SlideShow,
}

impl UiCache {
    /// An empty cache. Set `paints_background` where no window clears itself to the background colour.
    pub fn new(paints_background: bool) -> Self {
        Self {
            fonts: BundledFonts::default(),
            scenes: SceneCache::default(),
            legend: LegendCache::default(),
            document_lines: DocumentLines::default(),
            document_highlights: DocumentHighlights::default(),
            legal_statuses: StatusCache::default(),
            long_lists: LongLists::default(),
            scroll_requests: 0,
            table_cursor: None,
            table_has_focus: false,
            paints_background,
            wheel_is_fine: false,
            wheel_was_turned: false,
            listed: ListedCluster::default(),
            lane_height_wheel: 0.0,
            drawn_selection: Selection::Nothing,
            mark_has_focus: false,
            pressed: None,
            motion: Motion::default(),
            drag: Drag::default(),
            opened: Opened::default(),
            toast: ToastClock::default(),
            table_scene: TableScene::default(),
            pictures: PicturePreview::default(),
            slides: SlideShow::default(),
        }
    }

    /// How many scenes were planned so far. A frame plans none if nothing that a scene depends on has changed.
    pub fn plans(&self) -> u64 {
        self.scenes.plans()
    }
}

/// What every panel reads.
pub(super) struct Frame<'a> {
    pub(super) session: &'a Session,
    pub(super) today: Option<Moment>,
    pub(super) palette: Palette,
    /// Where the current drag began, or the one that has just ended.
    pub(super) pressed: Option<egui::Pos2>,
}

impl Frame<'_> {
    /// The texts of the interface, in the reader's language.
    pub(super) fn strings(&self) -> &'static Strings {
        self.session.strings()
    }
}
