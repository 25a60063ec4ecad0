//! What the selection is linked with, and the curves that show it.

use crate::domain::{About, Dataset, EventId, StatementId, TreatyId};

use super::geometry::{Pos, Rect};
use super::mark::{Emphasis, Selection, Subject};
use super::plan_input::PlanInput;
use super::scale::TimeScale;
use super::scene::Link;

/// Maximum number of curves from one mark; more could not be told apart.
const MAX_LINKS: usize = 200;

/// The selected mark and the marks it is linked with.
#[derive(Debug, Default)]
pub(super) struct Focus {
    /// The selected one first.
    subjects: Vec<Subject>,
    treaty: Option<TreatyId>,
    multi_selected: Vec<Subject>,
}

impl Focus {
    pub(super) fn of(dataset: &Dataset, selection: Selection, multi_selected: &[Subject]) -> Self {
        let multi_selected = multi_selected.to_vec();
        match selection {
            Selection::Nothing
            | Selection::Treaty(_)
            | Selection::Bulk(_)
            | Selection::Source(_)
            | Selection::Speaker(_) => Self { multi_selected, ..Self::default() },
            Selection::Event(id) => {
                let event = dataset.event(id);
                let mut subjects = vec![Subject::Event(id)];
                subjects.extend(event.links.iter().map(|link| Subject::Event(link.to)));
                subjects.extend(event.statements.iter().map(|&id| Subject::Statement(id)));
                subjects.truncate(MAX_LINKS);
                Self { subjects, treaty: Some(event.treaty), multi_selected }
            }
            Selection::Statement(id) => {
                let statement = dataset.statement(id);
                let mut subjects = vec![Subject::Statement(id)];
                subjects.extend(statement.events().map(Subject::Event));
                subjects.truncate(MAX_LINKS);
                Self { subjects, treaty: lanes_of(dataset, id).first().copied(), multi_selected }
            }
        }
    }

    /// The selected mark and all it is linked with.
    pub(super) fn subjects(&self) -> &[Subject] {
        &self.subjects
    }

    /// The multi-selection.
    pub(super) fn multi_selected(&self) -> &[Subject] {
        &self.multi_selected
    }

    /// The lane of the selected mark.
    pub(super) fn treaty(&self) -> Option<TreatyId> {
        self.treaty
    }

    pub(super) fn is_some(&self) -> bool {
        !self.subjects.is_empty()
    }

    pub(super) fn emphasis(&self, subject: Subject) -> Emphasis {
        match self.subjects.iter().position(|&s| s == subject) {
            Some(0) => Emphasis::Selected,
            _ if self.multi_selected.contains(&subject) => Emphasis::MultiSelected,
            Some(_) => Emphasis::Linked,
            None if self.is_some() => Emphasis::Dimmed,
            None => Emphasis::Normal,
        }
    }
}

/// The lanes that show a statement's mark, in the order of what it is about.
fn lanes_of(dataset: &Dataset, id: StatementId) -> Vec<TreatyId> {
    let mut lanes = Vec::new();
    for about in &dataset.statement(id).about {
        let lane = match *about {
            About::Treaty(treaty) => treaty,
            About::Event(event) => dataset.event(event).treaty,
        };
        if !lanes.contains(&lane) {
            lanes.push(lane);
        }
    }
    lanes
}

/// The curves from the selected mark, which may begin or end outside the window.
pub(super) fn link_curves(
    input: &PlanInput<'_>,
    focus: &Focus,
    scale: &TimeScale,
    plot: Rect,
    scroll: f64,
) -> Vec<Link> {
    let place = |treaty: TreatyId, at, y: f32| Pos {
        // Positions far outside are clamped: `f32` would lose precision.
        x: scale.x_of(at).clamp(-1e5, 1e5) as f32,
        y: input.rows.y_of(input.rows.top_of(treaty), scroll, f64::from(plot.height())) as f32 + plot.top + y,
    };
    let (dataset, lane) = (input.dataset, input.rows.metrics().lane);
    let event_place = |id: EventId| {
        let event = dataset.event(id);
        place(event.treaty, event.at(), lane.bar_y)
    };
    let Some((&selected, linked)) = focus.subjects().split_first() else { return Vec::new() };
    let Some(home) = focus.treaty() else { return Vec::new() };
    let quote_y = lane.quote_y;
    let quote_place =
        |lane: TreatyId, id: StatementId| place(lane, dataset.statement(id).date.anchor(), quote_y);
    let from = match selected {
        Subject::Event(id) => event_place(id),
        Subject::Statement(id) => quote_place(home, id),
        Subject::Bulk(_) => return Vec::new(),
    };
    // A statement about several treaties is in each of their lanes, and is linked in each.
    let ends = linked.iter().flat_map(|&subject| match subject {
        Subject::Event(id) if !input.rows.has_row(dataset.event(id).treaty) => Vec::new(),
        Subject::Event(id) => vec![event_place(id)],
        Subject::Bulk(_) => Vec::new(),
        Subject::Statement(id) => {
            let lanes = lanes_of(dataset, id).into_iter().filter(|&lane| input.rows.has_row(lane));
            lanes.map(|lane| quote_place(lane, id)).collect()
        }
    });
    ends.take(MAX_LINKS).map(|to| Link { from, to }).collect()
}
