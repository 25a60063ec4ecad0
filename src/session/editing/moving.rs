//! An event that is dragged along its lane: the date that comes of it, and the edit that gives it.

use crate::domain::{EdtfDate, EventId, Moment, Precision};
use crate::records::RecordList;
use crate::session::Session;
use crate::session::effect::Effect;

use super::field::Field;

/// What of an event is dragged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateEnd {
    /// All of it.
    Both,
    /// The date with which its period begins.
    Start,
    /// The date with which its period ends.
    Last,
}

/// An event dragged from one moment to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventMove {
    /// The event.
    pub event: EventId,
    /// What of it is dragged.
    pub end: DateEnd,
    /// Where the pointer took hold of it.
    pub from: Moment,
    /// Where it is now.
    pub to: Moment,
    /// How exactly the new date is given: to the day, the month or the year.
    pub precision: Precision,
}

/// A unit of the calendar shorter than this, in points, cannot be pointed at.
const MIN_UNIT: f64 = 4.0;

impl EventMove {
    /// How exactly a date can be pointed at where a day is as wide as this, in points.
    pub fn precision_of_zoom(points_per_day: f64) -> Precision {
        match points_per_day {
            day if day >= MIN_UNIT => Precision::Day,
            day if day * 30.0 >= MIN_UNIT => Precision::Month,
            _ => Precision::Year,
        }
    }

    /// The date that a date becomes; `None` where its kind has no place to be moved to, such as a set or a century.
    pub fn date(&self, date: &EdtfDate) -> Option<EdtfDate> {
        let text = match (date.start(), date.last()) {
            (None, None) => self.moved(date)?,
            (start, last) => {
                let shifted = |date: &EdtfDate, end| {
                    let is_dragged = self.end == DateEnd::Both || self.end == end;
                    if is_dragged { self.moved(date) } else { Some(date.text().to_owned()) }
                };
                // An end that is open or unknown stays so.
                let (before, after) = date.text().split_once('/')?;
                let start =
                    start.map_or_else(|| Some(before.to_owned()), |date| shifted(date, DateEnd::Start))?;
                let last =
                    last.map_or_else(|| Some(after.to_owned()), |date| shifted(date, DateEnd::Last))?;
                format!("{start}/{last}")
            }
        };
        EdtfDate::parse(&text).ok()
    }

    /// A date of one day, month or year in its new place, as sure as it was.
    fn moved(&self, date: &EdtfDate) -> Option<String> {
        let plain = date.text().trim_end_matches(['?', '~', '%']);
        let is_plain = plain.chars().all(|c| c.is_ascii_digit() || c == '-');
        if !is_plain || !matches!(date.precision(), Precision::Day | Precision::Month | Precision::Year) {
            return None;
        }
        let at = date.anchor().plus(self.to.secs() - self.from.secs());
        // Where nothing can be pointed at that is not nearer to the old place than to another one, it stays there.
        if self.precision < date.precision() && (date.earliest()..date.end()).contains(&at) {
            return Some(date.text().to_owned());
        }
        let day = EdtfDate::of_day(at);
        let parts = match self.precision {
            Precision::Day => 3,
            Precision::Month => 2,
            _ => 1,
        };
        // A year before the common era begins with a minus.
        let cut = day.text().match_indices('-').filter(|&(at, _)| at > 0).nth(parts - 1);
        let written = cut.map_or_else(|| day.text(), |(at, _)| day.text().get(..at).unwrap_or_default());
        Some(format!("{written}{}", date.text().get(plain.len()..).unwrap_or_default()))
    }
}

impl Session {
    /// Moves an event: its form is filled in and applied, so that what is wrong is said there.
    pub(super) fn move_event(&mut self, moved: &EventMove) -> Option<Effect> {
        let event = self.world.dataset.events().get(moved.event.index())?;
        let (id, date) = (event.key.to_string(), event.claim().date.clone());
        self.open_form_of(RecordList::Events, id.clone());
        self.editing.form.as_ref().filter(|form| form.id.as_deref() == Some(&*id) && !form.is_changed())?;
        let Some(new) = moved.date(&date) else {
            self.status_message = Some(self.strings().editing.not_movable.to_owned());
            return None;
        };
        self.type_in_form(Field::Date, new.text().to_owned());
        self.apply_form()
    }

    /// Turns dragging of events on or off.
    pub(in crate::session) fn toggle_moving(&mut self) {
        if self.editing.moves_events || !self.refuses_editing() {
            self.editing.moves_events = !self.editing.moves_events;
            let words = &self.strings().editing;
            let said = if self.editing.moves_events { words.moving_on } else { words.moving_off };
            self.status_message = Some(said.to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::SECS_PER_DAY;

    fn moved(date: &str, end: DateEnd, days: i64, precision: Precision) -> String {
        let from = Moment::from_ymd(1990, 1, 1).unwrap();
        let to = from.plus(days * SECS_PER_DAY);
        let date = EdtfDate::parse(date).unwrap();
        let moved = EventMove { event: EventId::new(0), end, from, to, precision }.date(&date);
        moved.map_or_else(|| "-".to_owned(), |date| date.text().to_owned())
    }

    #[test]
    fn a_date_moves_by_what_can_be_pointed_at_and_stays_as_sure_as_it_was() {
        let both = |date, days, precision| moved(date, DateEnd::Both, days, precision);
        assert_eq!(both("1987-12-08", 1, Precision::Day), "1987-12-09");
        assert_eq!(both("1987-12-08", -8, Precision::Day), "1987-11-30");
        assert_eq!(both("1987-12-08", 40, Precision::Month), "1988-01");
        assert_eq!(both("1987-12-08", 400, Precision::Year), "1989");
        assert_eq!(both("1987-12?", 31, Precision::Month), "1988-01?");
        assert_eq!(both("1987~", 366, Precision::Year), "1988~");
        assert_eq!(both("-0043-03-15", 1, Precision::Day), "-0043-03-16");
        assert_eq!(both("-0043", 366, Precision::Year), "-0042");
        // To point within the year says nothing of the day.
        assert_eq!(both("1987", 20, Precision::Day), "1987");
        for fixed in ["198X", "[1987,1989]", "1987-21", "19XX"] {
            assert_eq!(both(fixed, 400, Precision::Year), "-", "{fixed}");
        }
    }

    #[test]
    fn a_period_moves_as_a_whole_or_at_one_end_and_an_open_end_stays_open() {
        let day = Precision::Day;
        assert_eq!(moved("1987-12-08/1988-01-02", DateEnd::Both, 2, day), "1987-12-10/1988-01-04");
        assert_eq!(moved("1987-12-08/1988-01-02", DateEnd::Start, 2, day), "1987-12-10/1988-01-02");
        assert_eq!(moved("1987-12-08/1988-01-02", DateEnd::Last, 2, day), "1987-12-08/1988-01-04");
        assert_eq!(moved("1987-12-08/..", DateEnd::Both, 2, day), "1987-12-10/..");
        assert_eq!(moved("/1988-01-02", DateEnd::Last, -2, day), "/1987-12-31");
        // It would end before it begins.
        assert_eq!(moved("1987-12-08/1988-01-02", DateEnd::Last, -60, day), "-");
    }

    #[test]
    fn the_zoom_decides_how_exactly_one_can_point() {
        let of = |points_per_year: f64| EventMove::precision_of_zoom(points_per_year / 365.0);
        assert_eq!(of(18.0), Precision::Year);
        assert_eq!(of(60.0), Precision::Month);
        assert_eq!(of(2_000.0), Precision::Day);
    }
}
