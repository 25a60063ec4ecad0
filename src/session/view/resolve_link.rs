//! What a link to a view leads to in the open dataset, and what of it that does not have.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diagnostics::ViewLinkNote;
use crate::domain::{EdtfDate, Moment, Precision, TreatyId};
use crate::session::Session;
use crate::session::figures::state::ChartChoice;
use crate::session::filter::criteria::Filter;
use crate::session::filter::saved::{UnknownFacet, read_facet};
use crate::session::law::statuses::Statuses;
use crate::session::tables::columns::Column;
use crate::session::tables::state::TableChoice;
use crate::timeline::{Arrangement, LaneHeight, Selection, Subject, TimeView, View};

use super::lane_height::FilteredHeight;
use super::link_text::{LinkText, Part, bad_value, shown};
use super::write_link::{LANE_HEIGHTS, LOGARITHMIC, NO, TABLES, read_period};

/// What a link leads to.
pub(super) struct LinkTarget {
    time: TimeView,
    scroll: f64,
    lane_height: Option<LaneHeight>,
    filtered_height: FilteredHeight,
    headers_width: Option<f32>,
    arrangement: Arrangement,
    filter: Filter,
    search: String,
    selected: Selection,
    several: Vec<Subject>,
    time_range: Option<(Moment, Moment)>,
    status_date: Option<Moment>,
    figures: ChartChoice,
    /// Ids of the series that are shown; `None` for those that are shown by default.
    series: Option<Vec<String>>,
    table: TableChoice,
    /// What is not shown of it.
    pub(super) notes: Vec<ViewLinkNote>,
}

/// A link while it is read: what it has, and what the dataset does not.
struct LinkReader<'a> {
    session: &'a Session,
    link: &'a LinkText,
    notes: Vec<ViewLinkNote>,
    missing: Vec<String>,
}

impl LinkReader<'_> {
    fn text(&mut self, part: Part) -> Option<String> {
        self.link.text(part, &mut self.notes)
    }

    /// The value of a part, if it can be made something of.
    fn value<T>(&mut self, part: Part, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let text = self.text(part)?;
        let value = read(&text);
        if value.is_none() {
            self.notes.push(bad_value(part, &text));
        }
        value
    }

    /// What the dataset has of the values of a list.
    fn found<T>(&mut self, part: Part, find: impl Fn(&str) -> Option<T>) -> Vec<T> {
        let mut found = Vec::new();
        for name in self.link.list(part, &mut self.notes) {
            match find(&name) {
                Some(one) => found.push(one),
                None => self.miss(&name),
            }
        }
        found
    }

    fn miss(&mut self, name: &str) {
        let name = shown(name);
        if !self.missing.contains(&name) {
            self.missing.push(name);
        }
    }

    fn arrangement(&mut self) -> Arrangement {
        let dataset = &self.session.world.dataset;
        let treaty = |key: &str| dataset.find_treaty(key);
        let category = |name: &str| dataset.categories().iter().position(|other| *other.name == *name);
        let mut pinned: Vec<TreatyId> = Vec::new();
        for treaty in self.found(Part::Pinned, treaty) {
            if !pinned.contains(&treaty) {
                pinned.push(treaty);
            }
        }
        let hidden: BTreeSet<TreatyId> = self.found(Part::Hidden, treaty).into_iter().collect();
        Arrangement {
            pinned,
            hidden,
            collapsed: self.found(Part::Collapsed, category).into_iter().collect(),
            expanded: self.found(Part::Parties, treaty).into_iter().collect(),
            layers: self.session.view.arrangement.layers.clone(),
        }
    }

    fn filter(&mut self) -> Filter {
        let mut filter = Filter::default();
        for pair in self.link.list(Part::Filter, &mut self.notes) {
            let (kind, value) = pair.split_once(':').unwrap_or((&pair, ""));
            let kind = if kind == "status" { "state" } else { kind };
            match read_facet(&self.session.world.dataset, kind, value) {
                Ok(Some(facet)) if !filter.has(facet) => filter.toggle(facet),
                Ok(Some(_)) => {}
                Ok(None) => self.miss(value),
                Err(UnknownFacet) => self.notes.push(bad_value(Part::Filter, &pair)),
            }
        }
        filter
    }

    /// The time in the window; that of a dataset that was just opened if there is none that can be read.
    fn time(&mut self) -> TimeView {
        let (world, limits) = (&self.session.world, &self.session.world.limits);
        let opening = || TimeView::opening(&world.dataset, limits);
        let (from, to) = (self.text(Part::From), self.text(Part::To));
        if from.is_none() && to.is_none() {
            return opening();
        }
        let (first, last) = world.span().unwrap_or_else(|| opening().moments());
        let [whole_from, whole_to] = super::link_period::write_period(first, last);
        let (from, to) = (from.unwrap_or(whole_from), to.unwrap_or(whole_to));
        let ends = read_period(&from, &to);
        if let Some(time) = ends.and_then(|[from, to]| from.view_to(to)) {
            return time.on_axis();
        }
        let is_bad_start = super::link_period::Instant::read(&from, false).is_none();
        let note = if is_bad_start { bad_value(Part::From, &from) } else { bad_value(Part::To, &to) };
        self.notes.push(note);
        opening()
    }

    fn figures(&mut self) -> (ChartChoice, Option<Vec<String>>) {
        let all = self.session.world.dataset.series();
        let own = &self.session.figures.choice;
        let mut choice = ChartChoice { is_open: self.link.has(Part::Figures), ..own.clone() };
        if let Some(unit) = self.text(Part::Figures) {
            choice.unit = all.iter().any(|series| *series.unit == *unit).then(|| unit.clone());
            if choice.unit.is_none() && !unit.is_empty() {
                self.miss(&unit);
            }
            choice.is_logarithmic = false;
        }
        if let Some(scale) = self.text(Part::Scale) {
            choice.is_logarithmic = scale == LOGARITHMIC;
            if scale != LOGARITHMIC {
                self.notes.push(bad_value(Part::Scale, &scale));
            }
        }
        let key = |key: &str| all.iter().any(|series| *series.key == *key).then(|| key.to_owned());
        let series = self.link.has(Part::Series).then(|| self.found(Part::Series, key));
        (choice, series)
    }

    fn table(&mut self) -> TableChoice {
        let own = &self.session.tables.choice;
        let kind = self.value(Part::Table, |name| {
            TABLES.iter().find(|(_, other)| *other == name).map(|(kind, _)| *kind)
        });
        let sort = self.value(Part::Sort, |text| {
            let (name, is_descending) = text.strip_prefix('-').map_or((text, false), |name| (name, true));
            let column: Column = serde_json::from_value(serde_json::Value::String(name.to_owned())).ok()?;
            Some((column, is_descending))
        });
        TableChoice {
            is_open: kind.is_some(),
            kind: kind.unwrap_or(own.kind),
            sort: if kind.is_some() { sort } else { own.sort },
            hidden: own.hidden.clone(),
        }
    }

    /// Says which files stood beside the first, and are not open here.
    fn compare_files(&mut self) {
        let open = self.session.files_beside();
        let mut missing = self.link.list(Part::Files, &mut self.notes);
        missing.retain(|name| !open.contains(name));
        if !missing.is_empty() {
            let missing = missing.iter().map(|name| shown(name)).collect();
            self.notes.insert(0, ViewLinkNote::FilesBeside(missing));
        }
    }

    /// Says for which dataset the link was made, if it is not the open one.
    fn compare_datasets(&mut self) {
        let world = &self.session.world;
        let title = self.text(Part::Data);
        let digits = self.text(Part::Sha256);
        let checked = self.text(Part::Checked);
        let is_same_file = digits.as_deref().and_then(|digits| world.has_sha256(digits));
        if is_same_file == Some(true) {
            return;
        }
        let is_same_title = title.as_deref().is_none_or(|title| *title == *world.dataset.title());
        let own_date = world.dataset.checked_on().map(EdtfDate::text);
        let is_same_date = checked.as_deref().is_none_or(|checked| Some(checked) == own_date);
        if is_same_title && is_same_date && is_same_file.is_none() {
            return;
        }
        let title = shown(&title.unwrap_or_else(|| world.dataset.title().to_owned()));
        let date = checked.and_then(|checked| EdtfDate::parse(&checked).ok());
        let note = if is_same_title { ViewLinkNote::OtherVersion } else { ViewLinkNote::OtherDataset };
        // The first thing that is said.
        self.notes.insert(0, note(title, date));
    }
}

impl Session {
    /// What a link leads to in the open dataset.
    pub(super) fn link_target(&self, link: &LinkText) -> LinkTarget {
        let notes = link.notes().to_vec();
        let mut reader = LinkReader { session: self, link, notes, missing: Vec::new() };
        let number = |text: &str| text.parse::<f64>().ok().filter(|number| number.is_finite());
        let time = reader.time();
        let scroll = reader.value(Part::Scroll, number).unwrap_or_default();
        let lane_height = reader.value(Part::Lanes, |name| {
            LANE_HEIGHTS.iter().find(|(_, other)| *other == name).map(|(height, _)| *height)
        });
        let refused = reader.value(Part::FitFiltered, |text| (text == NO).then_some(FilteredHeight::Refused));
        let filtered_height = refused.unwrap_or_default();
        let headers_width =
            reader.value(Part::Headers, |text| text.parse().ok().filter(|width: &f32| *width >= 0.0));
        let arrangement = reader.arrangement();
        let filter = reader.filter();
        let search = reader.text(Part::Search).unwrap_or_default();
        let selected = reader.text(Part::Select);
        let found = selected.as_deref().filter(|key| !key.is_empty()).map(|key| (key, self.find(key)));
        if let Some((key, None)) = found {
            reader.miss(key);
        }
        let selected = found.and_then(|(_, selected)| selected).unwrap_or_default();
        let several = reader.found(Part::Several, |key| self.find_mark(key));
        let time_range = reader.value(Part::Range, |text| {
            let (from, to) = text.split_once('/')?;
            let [from, to] = read_period(from, to)?;
            (from.moment() < to.moment()).then(|| (from.moment(), to.moment()))
        });
        let status_date = reader.value(Part::Status, |text| {
            let date = EdtfDate::parse_typed(text).ok().filter(|date| date.precision() == Precision::Day)?;
            Some(date.earliest())
        });
        let (figures, series) = reader.figures();
        let table = reader.table();
        reader.compare_files();
        reader.compare_datasets();
        let LinkReader { mut notes, missing, .. } = reader;
        if !missing.is_empty() {
            notes.push(ViewLinkNote::Missing(missing));
        }
        LinkTarget {
            time,
            scroll,
            lane_height,
            filtered_height,
            headers_width,
            arrangement,
            filter,
            search,
            selected,
            several,
            time_range,
            status_date,
            figures,
            series,
            table,
            notes,
        }
    }

    /// Shows what a link leads to; returns what of it is not shown.
    pub(super) fn show_link(&mut self, link: &LinkText) -> Vec<ViewLinkNote> {
        let target = self.link_target(link);
        let world = Arc::clone(&self.world);
        if let Some(height) = target.lane_height {
            self.settings.preferences.lane_height = height;
        }
        if let Some(width) = target.headers_width {
            self.set_headers_width((width > 0.0).then_some(width));
        }
        self.law.is_playing = false;
        self.law.status = target.status_date.map(|day| Statuses::new(&world.dataset, day));
        self.filter.active = target.filter;
        self.view.filtered_height = target.filtered_height;
        self.view.arrangement = target.arrangement;
        self.clear_party_lanes();
        self.update_filter_result();
        self.lay_out_rows();
        self.set_search_text(target.search);
        self.close_search();
        self.selection.selected = target.selected;
        self.set_several(&target.several);
        self.selection.time_range = target.time_range;
        self.selection.cluster_list = None;
        self.show_figures(target.figures, target.series);
        self.set_table(target.table);
        self.jump(View { time: target.time, scroll: target.scroll.max(0.0) });
        self.open_narrow_details();
        target.notes
    }

    /// Shows figures, and of their unit these series.
    fn show_figures(&mut self, mut choice: ChartChoice, series: Option<Vec<String>>) {
        let unit_of = |key: &str| self.world.dataset.series().iter().find(|series| *series.key == *key);
        if choice.is_open {
            // What was switched in another unit stays.
            let unit = choice.unit.clone();
            choice.switched.retain(|key| {
                unit_of(key).is_some_and(|series| unit.as_deref().is_some_and(|unit| *series.unit != *unit))
            });
        }
        self.set_chart(choice.clone());
        if let Some(series) = series.filter(|_| choice.is_open) {
            let all = self.world.dataset.series();
            for &(index, is_shown) in &self.figures.rows.offered {
                let Some(key) = all.get(index).map(|series| series.key.to_string()) else { continue };
                if is_shown != series.contains(&key) {
                    choice.switched.push(key);
                }
            }
            self.set_chart(choice);
        }
    }
}
