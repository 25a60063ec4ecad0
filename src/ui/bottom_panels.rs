//! The room of the panels under the plot. The plot keeps a minimum, and what has no room is not drawn over anything else.

use egui::{Panel, Ui, UiBuilder};

use crate::session::{Action, Session};

/// The axis and most of a lane, in points.
pub(super) const MIN_PLOT: f32 = 76.0;
/// A window with less room than this is low: panels may be smaller in it.
const LOW: f32 = 420.0;
/// The least height of a panel in a low window: a row of buttons, the headings of a table, and most of a row of it. At
/// 200 % this has room in a window of 800 × 560.
const MIN_LOW: f32 = 64.0;
/// Height of the overview, and in a low window.
const OVERVIEW: [f32; 2] = [62.0, 38.0];

/// Which panels under the plot have room; those that are not open have none.
#[derive(Clone, Copy, Debug)]
pub(super) struct UnderPlot {
    /// The document.
    pub(super) page: Option<Share>,
    pub(super) table: Option<Share>,
    /// The figures.
    pub(super) charts: Option<Share>,
    /// The height of the overview.
    pub(super) overview: Option<f32>,
}

/// The room of one panel.
#[derive(Clone, Copy, Debug)]
pub(super) struct Share {
    min: f32,
    /// The height of what is laid out after it, the plot included.
    rest: f32,
    is_low: bool,
}

impl UnderPlot {
    /// Shares out a height. What was opened comes before the overview.
    pub(super) fn of(session: &Session, height: f32) -> Self {
        let is_low = height < LOW;
        let min = |usual: f32| if is_low { usual.min(MIN_LOW) } else { usual };
        let mut room = height - MIN_PLOT;
        let mut take = |is_wanted: bool, height: f32| {
            let has_room = is_wanted && height <= room;
            room -= if has_room { height } else { 0.0 };
            has_room.then_some(height)
        };
        let has_charts = session.figures.choice.is_open && !session.figures.rows.units.is_empty();
        let page = take(session.reader.document.is_some(), min(120.0));
        let table = take(session.tables.choice.is_open, min(110.0));
        let charts = take(has_charts, min(96.0));
        let overview = take(!session.world.is_empty(), OVERVIEW[usize::from(is_low)]);
        // From the plot down to the first that is laid out.
        let mut rest = MIN_PLOT;
        let mut share = |min: Option<f32>| {
            let share = min.map(|min| Share { min, rest, is_low });
            rest += min.unwrap_or(0.0);
            share
        };
        let charts = share(charts);
        let _ = share(overview);
        let table = share(table);
        let page = share(page);
        Self { page, table, charts, overview }
    }

    /// Whether what an action has opened is shown, and not left out for want of room.
    pub(super) fn shows(&self, action: Action) -> bool {
        match action {
            Action::Table | Action::StatusByParty => self.table.is_some(),
            Action::Charts => self.charts.is_some(),
            Action::ReadDocument => self.page.is_some(),
            _ => true,
        }
    }
}

impl Share {
    /// Whether the window is low.
    pub(super) fn is_low(self) -> bool {
        self.is_low
    }

    /// The panel: of the usual height, unless the user changes it, and at most `most` of the room.
    pub(super) fn panel(self, ui: &Ui, salt: &'static str, usual: f32, most: f32) -> Panel {
        let room = ui.available_height();
        let max = (room - self.rest).min(room * most).max(self.min);
        let usual = if self.is_low { room / 2.0 } else { usual };
        let size = usual.clamp(self.min, max);
        Panel::bottom(salt).resizable(true).default_size(size).size_range(self.min..=max)
    }
}

/// The contents of a panel, cut at its edges: they never make it higher than its room.
pub(super) fn contained(ui: &mut Ui, add_contents: impl FnOnce(&mut Ui)) {
    let rect = ui.available_rect_before_wrap();
    let mut inside = ui.new_child(UiBuilder::new().max_rect(rect).layout(*ui.layout()));
    inside.shrink_clip_rect(rect);
    add_contents(&mut inside);
    ui.advance_cursor_after_rect(rect);
}
