//! Settings, and the preferences in them.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::language::Language;
use crate::records::KnownTable;
use crate::session::figures::state::ChartChoice;
use crate::session::tables::state::TableChoice;
use crate::timeline::LaneHeight;

/// Everything that is saved from one run to the next. Unknown or missing fields are no error, so that versions of the
/// program can read each other's; of a file with unknown ones a copy is kept.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The preferences of the user.
    #[serde(flatten)]
    pub preferences: Preferences,
    /// Which table was chosen, and how it was shown.
    pub table: TableChoice,
    /// What was chosen to see in the chart.
    pub charts: ChartChoice,
    /// The file that was open last; `None` for the bundled dataset.
    pub last_file: Option<PathBuf>,
    /// The files that stood together on its timeline, in the order in which they were added; none where it was open alone.
    pub last_layers: Vec<SavedLayer>,
    /// The views of datasets, the latest first.
    #[serde(rename = "places")]
    pub views: Vec<SavedView>,
    /// The position of the window; `None` for where the system puts it.
    pub window: Option<WindowPlace>,
    /// The sizes of panels and the like, as egui serialises them.
    pub interface: String,
}

/// One of several files on a timeline, and what was chosen for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SavedLayer {
    /// The file; `None` for the bundled dataset.
    pub file: Option<PathBuf>,
    /// Its number, which stands before the ids of its items.
    pub number: usize,
    /// Its place among the layers, from the top.
    pub place: usize,
    /// What the layer is called.
    pub name: String,
    /// Whether it is hidden.
    pub is_hidden: bool,
    /// Whether it stands behind the lanes.
    pub is_background: bool,
}

/// The preferences of the user, and those of the system for where the user has none.
#[derive(Debug, Default)]
pub struct SettingsState {
    /// The user's.
    pub preferences: Preferences,
    /// The system's.
    pub system: SystemPreferences,
}

/// Position and size of the window when it was neither maximized nor full screen, in points before the scaling of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WindowPlace {
    /// Its upper left corner; `None` if the system does not tell.
    pub corner: Option<(f32, f32)>,
    /// Its width and height without the system's frame.
    pub size: (f32, f32),
    /// Whether it was maximized.
    pub is_maximized: bool,
}

/// The preferences of the user, for all datasets.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// The theme.
    pub theme: ThemeChoice,
    /// The size of text in percent, from 100 to 200; any other value means 100.
    pub text_percent: u16,
    /// The language of the interface; `None` for the system's.
    pub language: Option<Language>,
    /// High contrast; `None` for the system's preference.
    pub high_contrast: Option<bool>,
    /// No animations; `None` for the system's preference.
    pub reduces_motion: Option<bool>,
    /// Whether the mouse wheel zooms; otherwise it scrolls the lanes, and zooms with Ctrl. Earlier versions zoomed unless
    /// `wheel_scrolls` was set, which is not read.
    pub wheel_zooms: bool,
    /// Whether the hint that says what the wheel does was answered or closed.
    pub is_wheel_hint_closed: bool,
    /// Whether the details panel is hidden.
    pub details_hidden: bool,
    /// How high the lanes are drawn.
    #[serde(with = "LaneHeightName")]
    pub lane_height: LaneHeight,
    /// The width of the lane headers in points; 0 for the width that they have by themselves.
    pub headers_width: u16,
    /// Whether the tour was taken or declined, so that it is not offered again.
    pub tour_was_offered: bool,
    /// Whether a file that has changed on disk is read again only when that is asked for.
    pub asks_before_rereading: bool,
    /// How tables with these columns are read, the latest first.
    pub known_tables: Vec<KnownTable>,
}

/// The names of lane heights in the settings.
#[derive(Serialize, Deserialize)]
#[serde(remote = "LaneHeight")]
enum LaneHeightName {
    Comfortable,
    Compact,
    Fit,
}

/// The preferences of the system.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SystemPreferences {
    /// The language of the interface.
    pub language: Language,
    /// No animations.
    pub reduces_motion: bool,
    /// High contrast.
    pub high_contrast: bool,
}

/// The sizes of text, in percent.
pub(super) const TEXT_PERCENT: std::ops::RangeInclusive<u16> = 100..=200;

impl Preferences {
    /// The size of text in percent, from 100 to 200.
    pub fn text_percent(&self) -> u16 {
        if TEXT_PERCENT.contains(&self.text_percent) { self.text_percent } else { 100 }
    }
}

/// The view of one dataset, by ids and names of its file, so that it survives a change of the file. Serialised names
/// are those of earlier versions.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SavedView {
    /// The file; `None` for the bundled dataset.
    pub file: Option<PathBuf>,
    /// The first moment in the window, in seconds since 1970.
    pub start: f64,
    /// Seconds in the window.
    pub span: f64,
    /// How far the lanes were scrolled down, in points.
    pub scroll: f64,
    /// Names of the collapsed categories.
    #[serde(rename = "folded")]
    pub collapsed: Vec<String>,
    /// Ids of hidden treaties.
    pub hidden: Vec<String>,
    /// Ids of pinned treaties, in their order.
    pub pinned: Vec<String>,
    /// Ids of the treaties that were expanded into lanes of their parties.
    #[serde(rename = "unfolded")]
    pub expanded: Vec<String>,
    /// Id of the selection.
    pub selected: Option<String>,
    /// Bookmarks, in the order of the user.
    pub bookmarks: Vec<SavedBookmark>,
    /// The status date, in EDTF.
    #[serde(rename = "as_of")]
    pub status_date: Option<String>,
    /// The filter: pairs of facet and value.
    pub filter: Vec<(String, String)>,
    /// Saved filters with their names.
    pub saved: Vec<(String, Vec<(String, String)>)>,
}

/// A bookmark as it is saved.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "BookmarkForm", into = "BookmarkForm")]
pub struct SavedBookmark {
    /// Id of the selection.
    pub selected: Option<String>,
    /// The first moment in the window, in seconds since 1970.
    pub start: f64,
    /// Seconds in the window.
    pub span: f64,
    /// What the user wrote to it.
    pub note: String,
}

/// How a bookmark stands in a file: with a note only if it has one, since earlier versions know none.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum BookmarkForm {
    Noted(Option<String>, f64, f64, String),
    Plain(Option<String>, f64, f64),
}

impl From<BookmarkForm> for SavedBookmark {
    fn from(form: BookmarkForm) -> Self {
        match form {
            BookmarkForm::Noted(selected, start, span, note) => Self { selected, start, span, note },
            BookmarkForm::Plain(selected, start, span) => Self { selected, start, span, note: String::new() },
        }
    }
}

impl From<SavedBookmark> for BookmarkForm {
    fn from(bookmark: SavedBookmark) -> Self {
        let SavedBookmark { selected, start, span, note } = bookmark;
        if note.is_empty() {
            Self::Plain(selected, start, span)
        } else {
            Self::Noted(selected, start, span, note)
        }
    }
}

/// Maximum number of datasets whose views are saved.
pub(super) const MAX_DATASETS: usize = 40;

impl Settings {
    /// The saved view of a dataset; `file` is `None` for the bundled one.
    pub fn saved_view(&self, file: Option<&std::path::Path>) -> Option<&SavedView> {
        self.views.iter().find(|view| view.file.as_deref() == file)
    }

    /// Saves a view, and drops the oldest of too many.
    pub fn remember(&mut self, view: SavedView) {
        self.views.retain(|other| other.file != view.file);
        self.views.insert(0, view);
        self.views.truncate(MAX_DATASETS);
    }
}

/// A colour theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ThemeChoice {
    /// That of the system.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}
