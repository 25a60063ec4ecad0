//! What is remembered from one run to the next.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::language::Language;

use crate::session::{figures::state::ChartChoice, tables::TableChoice};

/// What is remembered. Unknown or missing fields are no error, so that versions can share it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// What the reader prefers.
    #[serde(flatten)]
    pub preferences: Preferences,
    /// How the table of the record was looked at.
    pub table: TableChoice,
    /// How the figures were looked at.
    pub charts: ChartChoice,
    /// The file that was open last; `None` for the bundled dataset.
    pub last_file: Option<PathBuf>,
    /// Where the reader was in each dataset, the latest first.
    pub places: Vec<Place>,
    /// Where the window was; `None` for where the system puts it.
    pub window: Option<WindowPlace>,
    /// The sizes of panels and the like, as the toolkit writes them down.
    pub interface: String,
}

/// What the reader prefers, and what the system does where the reader has no preference.
#[derive(Debug, Default)]
pub struct SettingsState {
    /// The reader's.
    pub preferences: Preferences,
    /// The system's.
    pub system: SystemWishes,
}

/// Where the window was when it was neither maximized nor full screen, in points that the size of text does not change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WindowPlace {
    /// Its left upper corner; `None` where the system does not say.
    pub corner: Option<(f32, f32)>,
    /// Its width and height without what the system draws about it.
    pub size: (f32, f32),
    /// Whether it filled the screen.
    pub is_maximized: bool,
}

/// What the reader prefers, whatever is open.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// Light, dark, or as the system says.
    pub theme: ThemeChoice,
    /// How large everything is drawn, in per cent: 100 to 200; anything else is as the system says.
    pub text_percent: u16,
    /// The language of the interface; `None` for the system's.
    pub language: Option<Language>,
    /// Stronger colours; `None` for as the system says.
    pub high_contrast: Option<bool>,
    /// No gliding; `None` for as the system says.
    pub reduces_motion: Option<bool>,
    /// Whether the wheel scrolls the lanes, and zooms only with Ctrl.
    pub wheel_scrolls: bool,
    /// Whether the panel with details is hidden.
    pub details_hidden: bool,
}

/// What the system says of its user.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SystemWishes {
    /// The language.
    pub language: Language,
    /// That nothing moves that need not.
    pub reduces_motion: bool,
    /// Stronger colours.
    pub high_contrast: bool,
}

/// How large everything can be drawn, in per cent.
pub(in crate::session) const TEXT_PERCENT: std::ops::RangeInclusive<u16> = 100..=200;

impl Preferences {
    /// How large everything is drawn, in per cent.
    pub fn text_percent(&self) -> u16 {
        if TEXT_PERCENT.contains(&self.text_percent) { self.text_percent } else { 100 }
    }
}

/// Where the reader was in one dataset. Ids and names as in its file, so that a changed file keeps what it still has.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Place {
    /// The file; `None` for the bundled dataset.
    pub file: Option<PathBuf>,
    /// The first moment in the window, in seconds since 1970.
    pub start: f64,
    /// Seconds in the window.
    pub span: f64,
    /// How far down the lanes were scrolled.
    pub scroll: f64,
    /// Names of the categories that were folded.
    pub folded: Vec<String>,
    /// Ids of the treaties that were hidden.
    pub hidden: Vec<String>,
    /// Ids of the treaties that were pinned, in their order.
    pub pinned: Vec<String>,
    /// Ids of the treaties that were unfolded into lanes of their parties.
    pub unfolded: Vec<String>,
    /// Id of what was selected.
    pub selected: Option<String>,
    /// Places that were marked: id of what was selected, first moment and seconds in the window.
    pub bookmarks: Vec<(Option<String>, f64, f64)>,
    /// The day that the law was read on.
    pub as_of: Option<String>,
    /// What was filtered by: kind of facet and value.
    pub filter: Vec<(String, String)>,
    /// Filters with their names.
    pub saved: Vec<(String, Vec<(String, String)>)>,
}

/// How many datasets are remembered.
pub(in crate::session) const MAX_PLACES: usize = 40;

impl Settings {
    /// Where the reader was in a dataset.
    pub fn place(&self, file: Option<&std::path::Path>) -> Option<&Place> {
        self.places.iter().find(|place| place.file.as_deref() == file)
    }

    /// Remembers a place, and forgets the oldest of too many.
    pub fn remember(&mut self, place: Place) {
        self.places.retain(|other| other.file != place.file);
        self.places.insert(0, place);
        self.places.truncate(MAX_PLACES);
    }
}

/// Light, dark, or as the system says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ThemeChoice {
    /// As the system says.
    #[default]
    System,
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}
