//! The lane of one party of a treaty, under the treaty's own: lower, with no labels of its own.

use crate::domain::Status;
use crate::timeline::lane_row::LaneRow;
use crate::timeline::measure::{Font, elided};
use crate::timeline::metrics::{NAME_LEFT, PARTY_INDENT};

use super::LanePlan;

/// Minimum room for the state, in points: enough for a few words.
const MIN_STATE_WIDTH: f32 = 64.0;
/// Between a party's name and its state, in points.
const NAME_GAP: f32 = 8.0;

impl LanePlan<'_> {
    /// The lane of [`party`](Self::party): its phases and notices, its own events, the statements made for it.
    pub(in crate::timeline) fn plan_party(&self) -> LaneRow {
        let (input, measure) = (self.input, self.input.measure);
        let lane = self.party;
        let nature = input.dataset.treaty(self.treaty).nature;
        let day = input.status_date.map(|(day, _)| day).or_else(|| input.dataset.current_day(input.today));
        let state = day.and_then(|day| lane.map(|lane| lane.state_on(day)));
        let size = self.metrics().name_size;
        let room = self.plot.left - NAME_LEFT - PARTY_INDENT - 8.0;
        let party = lane.map(|lane| input.dataset.party(lane.party));
        // A long name leaves no room for the state, which is what the header is read for.
        let fits = |name: &str| measure.width(name, size, Font::Text) <= room - MIN_STATE_WIDTH;
        let name = party.map_or("", |party| if fits(&party.name) { &*party.name } else { &*party.short });
        let name = elided(name, room, size, Font::Text, measure);
        // The state comes after the name, where there is room for enough of it to be read.
        let left = room - measure.width(&name, size, Font::Text) - NAME_GAP;
        let standing = state.filter(|_| left > 40.0).map_or_else(String::new, |state| {
            elided(&(input.strings.terms.state)(state, nature), left, size, Font::Text, measure)
        });
        let mut events = self.event_marks();
        let mut statements = self.statement_marks();
        self.add_focused(&mut events, &mut statements);
        let bars = self.bars();
        LaneRow {
            treaty: self.treaty,
            party: lane.map(|lane| lane.party),
            expands: None,
            rect: self.rect,
            name,
            status_text: standing,
            status: state.map_or(Status::Pending, |state| Status::of_state(state, nature)),
            selected: self.is_selected(),
            arrows: self.arrows(&events, &statements, &bars),
            bars,
            notices: self.notices(),
            spans: Vec::new(),
            alternative_dates: self.disputed_dates(&events),
            bands: self.bands(&events),
            events,
            statements,
            bulk: None,
            found: Vec::new(),
            is_found: false,
            labels: Vec::new(),
            entering_label: None,
            end_label: None,
            numbers: Vec::new(),
        }
    }
}
