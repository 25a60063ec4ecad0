//! What every view reads in a frame, and what the interface keeps from one frame to the next.

use crate::domain::Moment;
use crate::language::Strings;
use crate::session::Session;
use crate::timeline::{BundledFonts, Palette, Selection};

use super::law::answer_cache::AnswerCache;
use super::reader::highlights::DocumentHighlights;
use super::reader::lines::DocumentLines;
use super::view::drag::Drag;
use super::view::motion::Motion;
use super::view::scene_cache::SceneCache;

/// What the interface remembers between two frames, none of which matters to anyone but itself.
#[derive(Debug)]
pub struct UiCache {
    pub(super) fonts: BundledFonts,
    /// The scene that was drawn last.
    pub(super) scenes: SceneCache,
    /// The lines of the document that was drawn last.
    pub(super) document_lines: DocumentLines,
    /// The quotations in it.
    pub(super) document_highlights: DocumentHighlights,
    /// What the law says of the cell of the matrix that was asked about last.
    pub(super) law_answers: AnswerCache,
    /// What was selected when the table was drawn last, so that it can follow.
    pub(super) table_selection: Selection,
    /// The last place in a document that was scrolled to.
    pub(super) scroll_requests: u64,
    /// Whether nothing behind the interface paints the ground.
    pub(super) paints_background: bool,
    /// Whether the wheel last turned in points, as trackpads do, and not in lines.
    pub(super) wheel_is_fine: bool,
    /// What was selected when the last frame was drawn, so that focus can follow.
    pub(super) drawn_selection: Selection,
    /// Whether a mark of the timeline has the focus.
    pub(super) mark_has_focus: bool,
    /// What is between the view that was asked for and the one that is drawn.
    pub(super) motion: Motion,
    /// Where the hand closed that drags.
    pub(super) pressed: Option<egui::Pos2>,
    /// What is being dragged over the timeline.
    pub(super) drag: Drag,
}

impl UiCache {
    /// An empty memory. `paints_background` says that there is no window that clears itself to the ground colour.
    pub fn new(paints_background: bool) -> Self {
        Self {
            fonts: BundledFonts::default(),
            scenes: SceneCache::default(),
            document_lines: DocumentLines::default(),
            document_highlights: DocumentHighlights::default(),
            law_answers: AnswerCache::default(),
            scroll_requests: 0,
            table_selection: Selection::Nothing,
            paints_background,
            wheel_is_fine: false,
            drawn_selection: Selection::Nothing,
            mark_has_focus: false,
            pressed: None,
            motion: Motion::default(),
            drag: Drag::default(),
        }
    }

    /// How many scenes were planned so far: none for a frame in which nothing changed that a scene is made from.
    pub fn plans(&self) -> u64 {
        self.scenes.plans()
    }
}

/// What every part of the interface reads.
pub(super) struct Frame<'a> {
    pub(super) session: &'a Session,
    pub(super) today: Option<Moment>,
    pub(super) palette: Palette,
    /// Where the hand closed that drags or has just let go.
    pub(super) pressed: Option<egui::Pos2>,
}

impl Frame<'_> {
    /// What the interface says, in the reader's language.
    pub(super) fn strings(&self) -> &'static Strings {
        self.session.strings()
    }
}
