//! Draws a [`Session`] and returns what the user did as [`Command`]s; keeps no truth of its own.
//!
//! Architecture Invariant: no function here changes a session, touches a file, starts a thread or asks the time.

mod access;
mod bidi;
mod cards;
mod chart_panel;
mod citation;
mod clicks;
mod compare_panel;
mod detail_panel;
mod drawn;
mod event_detail;
mod filter_row;
mod find_field;
mod found_list;
mod guide_detail;
mod law_table;
mod loading_bar;
mod marked;
mod menus;
mod motion;
mod overlay;
mod overview_strip;
mod page_lines;
mod page_marks;
mod page_panel;
mod page_reading;
mod paint;
mod plain_detail;
mod problems_panel;
mod several_detail;
mod shortcuts;
mod source_detail;
mod source_link;
mod source_list;
mod span_detail;
mod statement_detail;
mod status_bar;
mod table_panel;
mod theme;
mod timeline_hand;
mod timeline_input;
mod timeline_panel;
mod together_list;
mod tooltip;
mod top_bar;
mod treaty_detail;
mod unsaved_panel;
mod words;

use crate::domain::Moment;
use crate::language::Words;
use crate::session::{Command, Session};
use crate::timeline::{BundledFonts, Palette, Selection};

pub use theme::{apply_theme, ground, install_fonts};

/// What the interface remembers between two frames, none of which matters to anyone but itself.
#[derive(Debug)]
pub struct UiCache {
    fonts: BundledFonts,
    /// The scene that was drawn last.
    drawn: drawn::Drawn,
    /// The lines of the document that was drawn last.
    page_lines: page_lines::PageLines,
    /// The quotations in it.
    page_marks: page_marks::PageMarks,
    /// What the law says of the cell of the matrix that was asked about last.
    law_answer: law_table::LastAnswer,
    /// What was selected when the table was drawn last, so that it can follow.
    table_selection: Selection,
    /// The last place in a document that was scrolled to.
    page_moves: u64,
    /// Whether nothing behind the interface paints the ground.
    paints_ground: bool,
    /// Whether the wheel last turned in points, as trackpads do, and not in lines.
    wheel_is_fine: bool,
    /// What was selected when the last frame was drawn, so that focus can follow.
    drawn_selection: Selection,
    /// Whether a mark of the timeline has the focus.
    mark_has_focus: bool,
    /// What is between the view that was asked for and the one that is drawn.
    motion: motion::Motion,
    /// Where the hand closed that drags.
    pressed: Option<egui::Pos2>,
    /// What is being dragged over the timeline.
    hand: timeline_hand::Hand,
}

impl UiCache {
    /// An empty memory. `paints_ground` says that there is no window that clears itself to the ground colour.
    pub fn new(paints_ground: bool) -> Self {
        Self {
            fonts: BundledFonts::default(),
            drawn: drawn::Drawn::default(),
            page_lines: page_lines::PageLines::default(),
            page_marks: page_marks::PageMarks::default(),
            law_answer: law_table::LastAnswer::default(),
            page_moves: 0,
            table_selection: Selection::Nothing,
            paints_ground,
            wheel_is_fine: false,
            drawn_selection: Selection::Nothing,
            mark_has_focus: false,
            pressed: None,
            motion: motion::Motion::default(),
            hand: timeline_hand::Hand::default(),
        }
    }

    /// How many scenes were planned so far: none for a frame in which nothing changed that a scene is made from.
    pub fn plans(&self) -> u64 {
        self.drawn.plans()
    }
}

/// What every part of the interface reads.
struct Frame<'a> {
    session: &'a Session,
    today: Option<Moment>,
    palette: Palette,
    /// Where the hand closed that drags or has just let go.
    pressed: Option<egui::Pos2>,
}

impl Frame<'_> {
    /// What the interface says, in the reader's language.
    fn words(&self) -> &'static Words {
        self.session.words()
    }
}

/// Draws the whole window. `today` places the line across the plot.
pub fn show(
    ui: &mut egui::Ui,
    session: &Session,
    today: Option<Moment>,
    cache: &mut UiCache,
    commands: &mut Vec<Command>,
) {
    shortcuts::read(ui, session.overlay.is_some() || session.find.is_open, cache, commands);
    let palette = theme::palette_of(ui, session.high_contrast());
    let press = ui.input(|input| input.pointer.press_origin());
    let is_let_go = ui.input(|input| input.pointer.any_released());
    if !is_let_go {
        cache.pressed = press;
    }
    let frame = Frame { session, today, palette, pressed: cache.pressed };
    if cache.paints_ground {
        ui.painter().rect_filled(ui.max_rect(), 0.0, ground(ui.visuals()));
    }
    top_bar::show(ui, &frame, commands);
    filter_row::show(ui, &frame, commands);
    loading_bar::show(ui, &frame, commands);
    status_bar::show(ui, &frame, commands);
    problems_panel::show(ui, &frame, commands);
    compare_panel::show(ui, &frame, commands);
    detail_panel::show(ui, &frame, commands);
    page_panel::show(ui, &frame, cache, commands);
    table_panel::show(ui, &frame, cache, commands);
    overview_strip::show(ui, &frame, commands);
    chart_panel::show(ui, &frame, cache, commands);
    timeline_panel::show(ui, &frame, cache, commands);
    overlay::show(ui, &frame, commands);
}
