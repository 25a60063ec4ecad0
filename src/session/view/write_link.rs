//! A link to the view: a readable text from which another reader sees the same.
//!
//! It names items by ids of the file, as the saved view does, and says of which dataset it is. What it does not mention
//! is as in a dataset that was just opened; only the height of lanes and the width of their headers stay as the reader has
//! them. `open_link.rs` opens it.

use crate::diagnostics::ViewLinkProblem;
use crate::domain::SECS_PER_DAY;
use crate::session::Session;
use crate::session::filter::criteria::Filter;
use crate::session::filter::saved::write_filter;
use crate::session::pictures::choice::{PictureChoice, PictureLanes};
use crate::session::tables::columns::TableKind;
use crate::session::world::World;
use crate::timeline::{LaneHeight, TimeView};

use super::lane_height::FilteredHeight;
use super::link_period::{Instant, write_period, write_view};
use super::link_text::{FORM, LinkText, MAX_LEN, Part};

/// How many digits of a file's SHA-256 a link has: enough to tell any two versions apart.
const SHA256_DIGITS: usize = 16;

/// That something is not so.
pub(super) const NO: &str = "no";
/// The names of lane heights in links.
pub(super) const LANE_HEIGHTS: [(LaneHeight, &str); 3] =
    [(LaneHeight::Comfortable, "comfortable"), (LaneHeight::Compact, "compact"), (LaneHeight::Fit, "fit")];

/// The names of tables in links.
pub(super) const TABLES: [(TableKind, &str); 5] = [
    (TableKind::Events, "events"),
    (TableKind::Statements, "statements"),
    (TableKind::Treaties, "treaties"),
    (TableKind::Sources, "sources"),
    (TableKind::Law, "status"),
];

/// The value of the scale of figures that is not linear.
pub(super) const LOGARITHMIC: &str = "log";

impl World {
    /// Whether a link was made for exactly this file.
    pub fn is_of_view_link(&self, text: &str) -> bool {
        let digits = LinkText::parse(text).ok().and_then(|link| link.text(Part::Sha256, &mut Vec::new()));
        digits.is_some_and(|digits| self.has_sha256(&digits) == Some(true))
    }

    /// Whether these are the first digits of the SHA-256 of its file; `None` if that is not known.
    pub(super) fn has_sha256(&self, digits: &str) -> Option<bool> {
        let digits = digits.to_ascii_lowercase();
        let own = self.sha256.as_deref().filter(|_| digits.len() >= SHA256_DIGITS)?;
        Some(own.starts_with(&digits))
    }
}

/// A period of many days in whole days: nobody types fractions of a second from paper.
fn in_days(time: TimeView) -> TimeView {
    let day = SECS_PER_DAY as f64;
    if time.span < 60.0 * day {
        return time;
    }
    let start = (time.start / day).floor() * day;
    TimeView { start, span: ((time.start + time.span - start) / day).ceil() * day }
}

impl Session {
    /// A link to the present view: a text that begins with `treaty-timeline:view?`.
    pub fn view_link(&self) -> String {
        self.link_text().to_text()
    }

    /// The link for people to pass on: of a period of many days it has whole days.
    pub(in crate::session) fn readable_view_link(&self) -> String {
        let mut link = self.link_text();
        let [from, to] = write_view(in_days(self.view.current.time));
        link.set(Part::From, &from);
        link.set(Part::To, &to);
        link.to_text()
    }

    /// A link to what a picture shows: its lanes and its period, from the first lane on.
    pub(in crate::session) fn picture_link(&self, choice: &PictureChoice, time: TimeView) -> String {
        let mut link = self.link_text();
        link.remove(Part::Scroll);
        let [from, to] = write_view(in_days(time));
        link.set(Part::From, &from);
        link.set(Part::To, &to);
        if choice.lanes != PictureLanes::Shown && self.world.bulk.is_none() {
            let mut values = filter_values(self, &self.filter.active);
            values.retain(|value| !value.starts_with("treaty:"));
            let key = |treaty| &self.world.dataset.treaty(treaty).key;
            let treaties = self.picture_treaties(choice);
            values.extend(treaties.into_iter().map(|treaty| format!("treaty:{}", key(treaty))));
            link.set_list(Part::Filter, values);
        }
        link.to_text()
    }

    pub(super) fn link_text(&self) -> LinkText {
        let dataset = &self.world.dataset;
        let mut link = LinkText::default();
        link.set(Part::Form, &FORM.to_string());
        if !dataset.title().is_empty() {
            link.set(Part::Data, dataset.title());
        }
        if let Some(digits) = self.world.sha256.as_deref().and_then(|digits| digits.get(..SHA256_DIGITS)) {
            link.set(Part::Sha256, digits);
        }
        if let Some(checked) = dataset.checked_on() {
            link.set(Part::Checked, checked.text());
        }
        link.set_list(Part::Files, self.files_beside());
        let view = self.view.current;
        let [from, to] = write_view(view.time);
        link.set(Part::From, &from);
        link.set(Part::To, &to);
        if view.scroll > 0.0 {
            link.set(Part::Scroll, &view.scroll.to_string());
        }
        self.write_lanes(&mut link);
        link.set_list(Part::Filter, filter_values(self, &self.filter.active));
        if !self.search.text.is_empty() {
            link.set(Part::Search, &self.search.text);
        }
        if let Some(key) = self.key_of(self.selection.selected) {
            link.set(Part::Select, &key);
        }
        link.set_list(
            Part::Several,
            self.selection.several.iter().filter_map(|mark| self.key_of_mark(*mark)),
        );
        if let Some((from, to)) = self.selection.time_range {
            // A slash is kept, so that a range looks as in EDTF.
            link.set(Part::Range, &write_period(from, to).join("/"));
        }
        if let Some(statuses) = &self.law.status {
            link.set(Part::Status, &statuses.day.date().to_string());
        }
        self.write_panels(&mut link);
        link
    }

    /// The names of the files on the timeline beside the first.
    pub(super) fn files_beside(&self) -> Vec<String> {
        let layers = self.world.layers.iter().enumerate().skip(1);
        let is_removed = |layer| self.view.arrangement.layer(layer).is_none_or(|choice| choice.is_removed);
        layers.filter(|(layer, _)| !is_removed(*layer)).map(|(_, file)| file.world.name.clone()).collect()
    }

    fn write_lanes(&self, link: &mut LinkText) {
        let dataset = &self.world.dataset;
        // The preferred one: that which a filter makes of it follows from the filter.
        let preferred = self.settings.preferences.lane_height;
        if let Some((_, name)) = LANE_HEIGHTS.iter().find(|(height, _)| *height == preferred) {
            link.set(Part::Lanes, name);
        }
        if self.view.filtered_height == FilteredHeight::Refused {
            link.set(Part::FitFiltered, NO);
        }
        let headers = self.settings.preferences.headers_width;
        if headers > 0 {
            link.set(Part::Headers, &headers.to_string());
        }
        let arrangement = &self.view.arrangement;
        let key = |treaty: &crate::domain::TreatyId| &*dataset.treaty(*treaty).key;
        link.set_list(Part::Pinned, arrangement.pinned.iter().map(key));
        link.set_list(Part::Hidden, arrangement.hidden.iter().map(key));
        let collapsed = arrangement.collapsed.iter().filter_map(|&index| dataset.categories().get(index));
        link.set_list(Part::Collapsed, collapsed.map(|category| &*category.name));
        link.set_list(Part::Parties, arrangement.expanded.iter().map(key));
    }

    /// The figures and the table under the lanes.
    fn write_panels(&self, link: &mut LinkText) {
        let figures = &self.figures;
        if figures.choice.is_open {
            link.set(Part::Figures, figures.rows.unit(&figures.choice).unwrap_or_default());
            let key = |index: usize| self.world.dataset.series().get(index).map(|series| &*series.key);
            let offered = figures.rows.offered.iter().filter_map(|&(index, _)| key(index));
            let is_switched =
                offered.clone().any(|key| figures.choice.switched.iter().any(|other| **other == *key));
            if is_switched {
                let shown: Vec<&str> = figures.rows.shown.iter().filter_map(|&index| key(index)).collect();
                // Of an empty list there would be no part: then all would be shown.
                link.set(Part::Series, "");
                if !shown.is_empty() {
                    link.set_list(Part::Series, shown);
                }
            }
            if figures.choice.is_logarithmic {
                link.set(Part::Scale, LOGARITHMIC);
            }
        }
        let table = &self.tables.choice;
        if let Some((_, name)) = TABLES.iter().find(|(kind, _)| table.is_open && *kind == table.kind) {
            link.set(Part::Table, name);
            if let Some((column, is_descending)) = table.sort
                && let Ok(serde_json::Value::String(name)) = serde_json::to_value(column)
            {
                link.set(Part::Sort, &format!("{}{name}", if is_descending { "-" } else { "" }));
            }
        }
    }
}

/// A link for the clipboard.
///
/// # Errors
/// It is too long for programs that pass links on.
pub(in crate::session) fn checked_length(link: String) -> Result<String, ViewLinkProblem> {
    if link.len() > MAX_LEN { Err(ViewLinkProblem::TooLong(MAX_LEN)) } else { Ok(link) }
}

/// A filter as values of a link. What the interface calls the status is called so here, whatever files of settings say.
fn filter_values(session: &Session, filter: &Filter) -> Vec<String> {
    let pairs = write_filter(&session.world.dataset, filter);
    let name = |kind: &str| if kind == "state" { "status".to_owned() } else { kind.to_owned() };
    pairs.iter().map(|(kind, value)| format!("{}:{value}", name(kind))).collect()
}

/// The instants between which a link asks for a view or a range.
pub(super) fn read_period(from: &str, to: &str) -> Option<[Instant; 2]> {
    Some([Instant::read(from, false)?, Instant::read(to, true)?])
}
