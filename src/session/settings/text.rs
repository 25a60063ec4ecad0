//! Settings from text that another version of the program may have written, and merged with those of another window.

use std::path::Path;

use serde_json::{Map, Value};

use crate::session::files::table::MAX_KNOWN_TABLES;

use super::state::{MAX_DATASETS, SavedView, Settings, TEXT_PERCENT, WindowPlace};

/// Maximum distance of a saved moment from 1970, in seconds: a hundred thousand years.
const MAX_SECS: f64 = 3.2e12;
/// Maximum number of bookmarks, and of saved filters, of one dataset.
const MAX_ENTRIES: usize = 1_000;
/// Width and height of a window, in points.
const SIDES: std::ops::RangeInclusive<f32> = 320.0..=16_000.0;
/// Coordinates of a window's corner, in points: many screens away at most.
const CORNERS: std::ops::RangeInclusive<f32> = -64_000.0..=64_000.0;

impl Settings {
    /// Parses settings part by part, so that a value of a newer version costs only the field or list item that contains
    /// it. Returns false with them if anything was skipped, also a field that this version does not have; `None` for a text
    /// that is no JSON object.
    pub fn read(text: &str) -> Option<(Self, bool)> {
        let value: Value = serde_json::from_str(text).ok()?;
        if !value.is_object() {
            return None;
        }
        let reads = |value: &Value| serde_json::from_value::<Self>(value.clone()).is_ok();
        let whole = reads(&value).then(|| value.clone());
        let kept = if whole.is_some() { value } else { readable(value, &reads)? };
        let mut settings: Self = serde_json::from_value(kept).ok()?;
        let has_all = |whole| serde_json::to_value(&settings).is_ok_and(|read| is_known(&whole, &read));
        let is_whole = whole.is_some_and(has_all);
        settings.clamp();
        Some((settings, is_whole))
    }

    /// Brings every value within its bounds.
    fn clamp(&mut self) {
        let percent = self.preferences.text_percent;
        if percent != 0 {
            self.preferences.text_percent = percent.clamp(*TEXT_PERCENT.start(), *TEXT_PERCENT.end());
        }
        if let Some(window) = &mut self.window {
            window.clamp();
        }
        self.preferences.known_tables.truncate(MAX_KNOWN_TABLES);
        let mut views: Vec<SavedView> = Vec::new();
        for mut view in std::mem::take(&mut self.views) {
            if views.len() < MAX_DATASETS && !views.iter().any(|other| other.file == view.file) {
                view.clamp();
                views.push(view);
            }
        }
        self.views = views;
    }

    /// The settings to write if `theirs` was written meanwhile, perhaps by another window. `before` is what this window
    /// read or wrote last: each part that it changed since then is taken from this window, every other part from
    /// `theirs`.
    pub fn merged(&self, before: &Self, theirs: &Self) -> Self {
        let mut merged = Self {
            preferences: newest(&self.preferences, &before.preferences, &theirs.preferences),
            table: newest(&self.table, &before.table, &theirs.table),
            charts: newest(&self.charts, &before.charts, &theirs.charts),
            last_file: newest(&self.last_file, &before.last_file, &theirs.last_file),
            last_layers: newest(&self.last_layers, &before.last_layers, &theirs.last_layers),
            views: theirs.views.clone(),
            window: newest(&self.window, &before.window, &theirs.window),
            interface: newest(&self.interface, &before.interface, &theirs.interface),
        };
        let tables = |settings: &Self| settings.preferences.known_tables.clone();
        merged.preferences.known_tables = united(&tables(self), &tables(before), &tables(theirs));
        merged.preferences.known_tables.truncate(MAX_KNOWN_TABLES);
        // Saving puts a view first, so that the latest must be saved last.
        for view in self.views.iter().rev() {
            let file: Option<&Path> = view.file.as_deref();
            let before = before.saved_view(file);
            if before != Some(view) {
                merged.remember(view.merged(before, theirs.saved_view(file)));
            }
        }
        merged
    }
}

impl WindowPlace {
    fn clamp(&mut self) {
        let side =
            |side: f32| if side.is_nan() { *SIDES.start() } else { side.clamp(*SIDES.start(), *SIDES.end()) };
        self.size = (side(self.size.0), side(self.size.1));
        self.corner = self.corner.filter(|(x, y)| CORNERS.contains(x) && CORNERS.contains(y));
    }
}

impl SavedView {
    fn clamp(&mut self) {
        let is_view = |start: f64, span: f64| start.abs() <= MAX_SECS && span > 0.0 && span <= 2.0 * MAX_SECS;
        if !is_view(self.start, self.span) {
            // A span of zero means that no time range was saved.
            (self.start, self.span) = (0.0, 0.0);
        }
        self.scroll = if self.scroll.is_finite() { self.scroll.clamp(0.0, 1e7) } else { 0.0 };
        self.bookmarks.retain(|bookmark| is_view(bookmark.start, bookmark.span));
        self.bookmarks.truncate(MAX_ENTRIES);
        self.saved.truncate(MAX_ENTRIES);
    }

    /// This view, with the bookmarks and filters that another window added, and without those that it removed.
    fn merged(&self, before: Option<&Self>, theirs: Option<&Self>) -> Self {
        let Some(theirs) = theirs else { return self.clone() };
        let none = Self::default();
        let before = before.unwrap_or(&none);
        Self {
            bookmarks: united(&self.bookmarks, &before.bookmarks, &theirs.bookmarks),
            saved: united(&self.saved, &before.saved, &theirs.saved),
            ..self.clone()
        }
    }
}

fn newest<T: PartialEq + Clone>(ours: &T, before: &T, theirs: &T) -> T {
    if ours == before { theirs.clone() } else { ours.clone() }
}

fn united<T: PartialEq + Clone>(ours: &[T], before: &[T], theirs: &[T]) -> Vec<T> {
    let stays = |one: &&T| !before.contains(one) || theirs.contains(one);
    let is_new = |one: &&T| !before.contains(one) && !ours.contains(one);
    ours.iter().filter(stays).chain(theirs.iter().filter(is_new)).cloned().collect()
}

/// Fields of earlier versions that are not read.
const GIVEN_UP: [&str; 1] = ["wheel_scrolls"];

/// Whether every field of a value is among what was read of it. What this version does not know it would not write again.
fn is_known(value: &Value, read: &Value) -> bool {
    match (value, read) {
        (Value::Object(fields), Value::Object(read)) => fields.iter().all(|(name, field)| {
            let is_read = read.get(name).is_some_and(|read| is_known(field, read));
            is_read || field.is_null() || GIVEN_UP.contains(&name.as_str())
        }),
        (Value::Array(items), Value::Array(read)) => {
            std::iter::zip(items, read).all(|(item, read)| is_known(item, read))
        }
        _ => true,
    }
}

/// The value, or, if it cannot be read, a list or object without those of its parts that cannot.
fn readable(value: Value, reads: &dyn Fn(&Value) -> bool) -> Option<Value> {
    if reads(&value) {
        return Some(value);
    }
    let kept = match value {
        Value::Array(items) => {
            let reads_in_list = |item: &Value| reads(&Value::Array(vec![item.clone()]));
            Value::Array(items.into_iter().filter_map(|item| readable(item, &reads_in_list)).collect())
        }
        Value::Object(fields) => {
            let mut kept = Map::new();
            for (name, field) in fields {
                let in_record = |field: &Value| {
                    let mut record = Map::new();
                    record.insert(name.clone(), field.clone());
                    Value::Object(record)
                };
                if let Some(field) = readable(field, &|field| reads(&in_record(field))) {
                    kept.insert(name, field);
                }
            }
            Value::Object(kept)
        }
        _ => return None,
    };
    reads(&kept).then_some(kept)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::{SavedBookmark, TableKind, ThemeChoice};

    fn bookmark(selected: Option<&str>, start: f64, span: f64) -> SavedBookmark {
        SavedBookmark { selected: selected.map(str::to_owned), start, span, note: String::new() }
    }

    #[test]
    fn a_bookmark_has_a_note_in_the_file_only_if_it_has_one() {
        let noted = SavedBookmark { note: "Why?".to_owned(), ..bookmark(None, 1.0, 2.0) };
        for (bookmark, text) in
            [(bookmark(Some("x"), 1.0, 2.0), r#"["x",1.0,2.0]"#), (noted, r#"[null,1.0,2.0,"Why?"]"#)]
        {
            assert_eq!(serde_json::to_string(&bookmark).unwrap(), text);
            assert_eq!(serde_json::from_str::<SavedBookmark>(text).unwrap(), bookmark);
        }
    }

    #[test]
    fn a_value_of_a_newer_version_costs_only_the_field_that_contains_it() {
        let text = r#"{
            "theme": "Sepia", "text_percent": 150, "language": "Klingon", "wheel_zooms": true, "galaxy": [1],
            "table": {"is_open": true, "kind": "Law", "sort": ["Aura", true], "hidden": ["Date", "Aura", "Title"]},
            "last_file": "/home/user/a.json",
            "places": [
                {"file": "/home/user/a.json", "start": 1.0, "span": 2.0, "pinned": ["A", 7, "B"], "selected": 9,
                 "bookmarks": [["x", 1.0, 2.0], ["y", "far", 2.0], [null, 3.0, 4.0]]},
                "nonsense",
                {"file": null, "span": 5.0, "as_of": "2020-01-01"}
            ]
        }"#;
        let (settings, is_whole) = Settings::read(text).unwrap();
        assert!(!is_whole);
        assert_eq!(settings.preferences.theme, ThemeChoice::System);
        assert!(settings.preferences.wheel_zooms && settings.preferences.text_percent == 150);
        assert_eq!((settings.table.is_open, settings.table.kind), (true, TableKind::Law));
        assert_eq!((settings.table.sort, settings.table.hidden.len()), (None, 2));
        let [view, bundled] = &settings.views[..] else { panic!("{:?}", settings.views) };
        assert_eq!(view.pinned, ["A", "B"]);
        assert_eq!(view.bookmarks, [bookmark(Some("x"), 1.0, 2.0), bookmark(None, 3.0, 4.0)]);
        assert_eq!(bundled.status_date.as_deref(), Some("2020-01-01"));
        for nothing in ["", "{", "[]", "7", "\u{0}"] {
            assert!(Settings::read(nothing).is_none(), "{nothing}");
        }
    }

    #[test]
    fn a_field_of_a_newer_version_is_noticed_wherever_it_stands() {
        let is_whole = |text: &str| Settings::read(text).unwrap().1;
        assert!(!is_whole(r#"{"wheel_zooms": true, "galaxy": [1]}"#));
        assert!(!is_whole(r#"{"window": {"size": [900.0, 700.0], "screen": "left"}}"#));
        assert!(!is_whole(r#"{"places": [{"file": "/a"}, {"file": "/b", "tilt": 7}]}"#));
        let mut full = Settings { last_file: Some("/a".into()), ..Settings::default() };
        full.views = vec![SavedView {
            bookmarks: vec![
                bookmark(Some("x"), 1.0, 2.0),
                SavedBookmark { note: "Why?".to_owned(), ..bookmark(None, 1.0, 2.0) },
            ],
            ..SavedView::default()
        }];
        assert!(is_whole(&serde_json::to_string(&full).unwrap()), "what this version writes");
        assert!(
            is_whole(r#"{"wheel_scrolls": true, "theme": "Dark", "window": null}"#),
            "what earlier ones wrote"
        );
    }

    #[test]
    fn a_table_with_a_role_of_a_newer_version_is_forgotten_and_the_others_are_known() {
        let table = |role: &str| {
            format!(
                r#"{{"headers": ["A"], "mapping": {{"shape": "events", "header_row": 0, "roles": ["{role}"]}}}}"#
            )
        };
        let text =
            format!(r#"{{"wheel_zooms": true, "known_tables": [{}, {}]}}"#, table("aura"), table("date"));
        let (settings, is_whole) = Settings::read(&text).unwrap();
        assert!(!is_whole && settings.preferences.wheel_zooms);
        let [known] = &settings.preferences.known_tables[..] else { panic!("{:?}", settings.preferences) };
        assert_eq!(known.mapping.roles, [crate::records::Role::Date]);
    }

    #[test]
    fn what_two_windows_learn_of_tables_is_known_to_both() {
        let knows = |header: &str| {
            let mapping = crate::records::Mapping {
                shape: crate::records::Shape::Events,
                header_row: Some(0),
                roles: Vec::new(),
                day_first: None,
            };
            let known = crate::records::KnownTable { headers: vec![header.to_owned()], mapping };
            let mut settings = Settings::default();
            settings.preferences.known_tables.push(known);
            settings
        };
        let merged = knows("ours").merged(&Settings::default(), &knows("theirs"));
        let headers: Vec<&str> =
            merged.preferences.known_tables.iter().map(|known| known.headers[0].as_str()).collect();
        assert_eq!(headers, ["ours", "theirs"]);
    }

    #[test]
    fn fields_and_columns_are_written_under_the_names_of_earlier_versions() {
        let text = r#"{
            "places": [{"file": null, "span": 1.0, "folded": ["A"], "unfolded": ["B"], "as_of": "2020-01-01"}],
            "table": {"kind": "Treaties", "sort": ["State", true], "hidden": ["Words", "Steps"]}
        }"#;
        let (settings, is_whole) = Settings::read(text).unwrap();
        assert!(is_whole);
        let written = serde_json::to_value(&settings).unwrap();
        let read: Value = serde_json::from_str(text).unwrap();
        for field in ["folded", "unfolded", "as_of"] {
            assert_eq!(written["places"][0][field], read["places"][0][field], "{field}");
        }
        for field in ["sort", "hidden"] {
            assert_eq!(written["table"][field], read["table"][field], "{field}");
        }
    }

    #[test]
    fn the_wheel_scrolls_whatever_an_earlier_version_wrote() {
        for text in [r#"{"wheel_scrolls": false}"#, r#"{"wheel_scrolls": true}"#, "{}"] {
            let (settings, is_whole) = Settings::read(text).unwrap();
            assert!(is_whole && !settings.preferences.wheel_zooms, "{text}");
        }
    }

    #[test]
    fn every_value_is_brought_within_its_bounds() {
        let text = r#"{
            "text_percent": 65000,
            "window": {"corner": [1e30, 0.0], "size": [0.0, 1e30], "is_maximized": true},
            "places": [
                {"file": null, "start": 1e300, "span": 1e300, "scroll": -7.0, "bookmarks": [["x", 0.0, -1.0], ["y", 0.0, 1.0]]},
                {"file": null, "start": 1.0, "span": 1.0}
            ]
        }"#;
        let (settings, is_whole) = Settings::read(text).unwrap();
        assert!(is_whole);
        assert_eq!(settings.preferences.text_percent(), 200);
        let window = settings.window.unwrap();
        assert_eq!((window.corner, window.size), (None, (320.0, 16_000.0)));
        let [view] = &settings.views[..] else { panic!("{:?}", settings.views) };
        assert_eq!((view.start, view.span, view.scroll), (0.0, 0.0, 0.0));
        assert_eq!(view.bookmarks, [bookmark(Some("y"), 0.0, 1.0)]);
    }

    #[test]
    fn two_windows_keep_what_the_other_saved() {
        let view = |file: &str, start: f64, marks: &[&str]| SavedView {
            file: Some(file.into()),
            start,
            span: 1.0,
            bookmarks: marks.iter().map(|&mark| bookmark(Some(mark), 0.0, 1.0)).collect(),
            ..SavedView::default()
        };
        let of = |views: Vec<SavedView>| Settings { views, ..Settings::default() };
        let before = of(vec![view("a", 1.0, &["both", "gone"]), view("b", 1.0, &[])]);
        let mut ours = of(vec![view("a", 2.0, &["both", "gone", "ours"]), view("b", 1.0, &[])]);
        ours.preferences.wheel_zooms = true;
        let mut theirs = of(vec![
            view("c", 3.0, &["theirs"]),
            view("b", 3.0, &["theirs"]),
            view("a", 3.0, &["both", "theirs"]),
        ]);
        theirs.table.is_open = true;
        let merged = ours.merged(&before, &theirs);
        assert!(merged.preferences.wheel_zooms && merged.table.is_open);
        assert_eq!(
            merged.views,
            [
                view("a", 2.0, &["both", "ours", "theirs"]),
                view("c", 3.0, &["theirs"]),
                view("b", 3.0, &["theirs"]),
            ]
        );
        assert_eq!(ours.merged(&before, &before), ours, "alone, a window writes what it has");
    }
}
