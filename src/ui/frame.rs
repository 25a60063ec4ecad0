//! What every view reads in a frame, and what the interface keeps from one frame to the next.

use crate::domain::Moment;
use crate::language::Words;
use crate::session::Session;
use crate::timeline::{BundledFonts, Palette, Selection};

use super::law::matrix;
use super::reader::{lines, marks};
use super::view::{drag, motion, scene_cache};

/// What the interface remembers between two frames, none of which matters to anyone but itself.
#[derive(Debug)]
pub struct UiCache {
    pub(super) fonts: BundledFonts,
    /// The scene that was drawn last.
    pub(super) drawn: scene_cache::Drawn,
    /// The lines of the document that was drawn last.
    pub(super) page_lines: lines::PageLines,
    /// The quotations in it.
    pub(super) page_marks: marks::PageMarks,
    /// What the law says of the cell of the matrix that was asked about last.
    pub(super) law_answer: matrix::LastAnswer,
    /// What was selected when the table was drawn last, so that it can follow.
    pub(super) table_selection: Selection,
    /// The last place in a document that was scrolled to.
    pub(super) page_moves: u64,
    /// Whether nothing behind the interface paints the ground.
    pub(super) paints_ground: bool,
    /// Whether the wheel last turned in points, as trackpads do, and not in lines.
    pub(super) wheel_is_fine: bool,
    /// What was selected when the last frame was drawn, so that focus can follow.
    pub(super) drawn_selection: Selection,
    /// Whether a mark of the timeline has the focus.
    pub(super) mark_has_focus: bool,
    /// What is between the view that was asked for and the one that is drawn.
    pub(super) motion: motion::Motion,
    /// Where the hand closed that drags.
    pub(super) pressed: Option<egui::Pos2>,
    /// What is being dragged over the timeline.
    pub(super) hand: drag::Hand,
}

impl UiCache {
    /// An empty memory. `paints_ground` says that there is no window that clears itself to the ground colour.
    pub fn new(paints_ground: bool) -> Self {
        Self {
            fonts: BundledFonts::default(),
            drawn: scene_cache::Drawn::default(),
            page_lines: lines::PageLines::default(),
            page_marks: marks::PageMarks::default(),
            law_answer: matrix::LastAnswer::default(),
            page_moves: 0,
            table_selection: Selection::Nothing,
            paints_ground,
            wheel_is_fine: false,
            drawn_selection: Selection::Nothing,
            mark_has_focus: false,
            pressed: None,
            motion: motion::Motion::default(),
            hand: drag::Hand::default(),
        }
    }

    /// How many scenes were planned so far: none for a frame in which nothing changed that a scene is made from.
    pub fn plans(&self) -> u64 {
        self.drawn.plans()
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
    pub(super) fn words(&self) -> &'static Words {
        self.session.words()
    }
}
