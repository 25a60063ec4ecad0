//! The header of a treaty's lane: its name and its status, on two lines or on one.

use crate::domain::{Moment, Nature, Status};
use crate::timeline::measure::{Font, elided};
use crate::timeline::metrics::{EXPAND_WIDTH, NAME_LEFT};

use super::LanePlan;

/// Gap between a name and the status beside it, in points.
const NAME_GAP: f32 = 8.0;
/// A status beside a name takes no more than this share of the line.
const MAX_STATUS_SHARE: f32 = 0.5;
/// A name is not cut to less than this for the status beside it, in points.
const MIN_NAME_WIDTH: f32 = 56.0;

/// A status in words, and where it has two parts, its last: what holds at the end says more than half a sentence.
fn shorter(status: &str) -> impl Iterator<Item = &str> {
    std::iter::once(status).chain(status.rsplit_once(" · ").map(|(_, last)| last))
}

/// What a lane header says, cut to fit.
pub(super) struct Header {
    pub(super) name: String,
    pub(super) status_text: String,
    pub(super) status: Status,
}

impl LanePlan<'_> {
    /// The header, with room for the button that expands the lane.
    pub(super) fn header(&self, has_parties: bool) -> Header {
        let (dataset, strings, measure) = (self.input.dataset, self.input.strings, self.input.measure);
        let metrics = self.input.rows.metrics();
        let treaty = dataset.treaty(self.treaty);
        let dated = self.input.status_date.filter(|_| treaty.nature != Nature::Topic);
        let (status, standing) = if let Some((_, states)) = dated {
            let state = states[self.treaty.index()];
            (Status::of_state(state, treaty.nature), (strings.terms.state)(state, treaty.nature))
        } else {
            let day = dataset.current_day(self.input.today).unwrap_or(Moment::MAX);
            let standing = dataset.status_summary_on(self.treaty, day);
            let words = if metrics.has_two_lines {
                strings.terms.life_summary
            } else {
                strings.view.short_life_summary
            };
            (standing.status, words(standing.life))
        };
        let cut = |text: &str, room: f32, size: f32| elided(text, room, size, Font::Text, measure);
        let shortened = |text: &str, room: f32, size: f32| {
            let fits = |text: &&str| measure.width(text, size, Font::Text) <= room;
            let part = shorter(text).find(fits);
            part.map_or_else(|| cut(text, room, size), ToOwned::to_owned)
        };
        let (name_size, standing_size) = (metrics.lane.name_size, metrics.standing_size);
        if metrics.has_two_lines {
            let room = self.plot.left - NAME_LEFT - if has_parties { EXPAND_WIDTH } else { 8.0 };
            let (name, standing) =
                (cut(&treaty.name, room, name_size), shortened(&standing, room, standing_size));
            return Header { name, status_text: standing, status };
        }
        // Every status ends at the same edge, whether there is a button or not.
        let room = self.plot.left - NAME_LEFT - EXPAND_WIDTH;
        let whole = measure.width(&treaty.name, name_size, Font::Text);
        let for_status = (room * MAX_STATUS_SHARE).max(room - whole - NAME_GAP);
        let standing = shortened(&standing, for_status, standing_size);
        let width = measure.width(&standing, standing_size, Font::Text);
        let left = room - if width > 0.0 { width + NAME_GAP } else { 0.0 };
        if left < MIN_NAME_WIDTH.min(whole) {
            return Header { name: cut(&treaty.name, room, name_size), status_text: String::new(), status };
        }
        Header { name: cut(&treaty.name, left, name_size), status_text: standing, status }
    }
}
