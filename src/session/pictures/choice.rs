//! What is chosen for a picture.

use crate::domain::{Moment, TreatyId};
use crate::timeline::{Palette, Paper};

/// What is chosen for a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureChoice {
    /// The format of the file.
    pub format: PictureFormat,
    /// Which lanes.
    pub lanes: PictureLanes,
    /// Which period.
    pub period: PicturePeriod,
    /// The title; `None` for that of the dataset.
    pub title: Option<String>,
    /// Whether marks have labels.
    pub has_labels: bool,
    /// Whether the signs that occur are explained.
    pub has_legend: bool,
    /// Whether the data, its sources and a link to the view are given below.
    pub has_caption: bool,
    /// Whether the numbers of sources stand at the marks, where there is room and the sources are listed.
    pub has_numbers: bool,
    /// Whether a PDF ends with a table of the events.
    pub has_table: bool,
    /// Whether what belongs to the window is drawn: collapsed groups, the selection, search hits, the time range.
    pub has_window_marks: bool,
    /// The colours.
    pub theme: PictureTheme,
    /// Pixels per point of a PNG.
    pub scale: u8,
    /// The paper of a PDF.
    pub paper: Paper,
    /// Whether its long side lies.
    pub is_landscape: bool,
    /// How the timeline is laid on paper.
    pub fit: PageFit,
    /// How many pages the period takes from left to right, where it takes several.
    pub across: u8,
}

/// Maximum number of pages from left to right.
pub const MAX_ACROSS: u8 = 60;

impl Default for PictureChoice {
    fn default() -> Self {
        Self {
            format: PictureFormat::Pdf,
            lanes: PictureLanes::Shown,
            period: PicturePeriod::Visible,
            title: None,
            has_labels: true,
            has_legend: true,
            has_caption: true,
            has_numbers: true,
            has_table: true,
            has_window_marks: false,
            theme: PictureTheme::Light,
            scale: 2,
            paper: Paper::A4,
            is_landscape: true,
            fit: PageFit::OnePage,
            across: 1,
        }
    }
}

/// A format of pictures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PictureFormat {
    /// Pages, for paper.
    #[default]
    Pdf,
    /// Vector graphics.
    Svg,
    /// Pixels.
    Png,
}

impl PictureFormat {
    /// Every format.
    pub const ALL: [Self; 3] = [Self::Pdf, Self::Svg, Self::Png];

    /// The file extension, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }

    /// The format of a file extension.
    pub fn from_extension(extension: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.extension().eq_ignore_ascii_case(extension))
    }
}

/// Which lanes a picture has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum PictureLanes {
    /// All that the filter leaves and that are not collapsed.
    #[default]
    Shown,
    /// Those in the window.
    Visible,
    /// Those of the selection.
    Selection,
    /// These.
    These(Vec<TreatyId>),
}

/// Which period a picture has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PicturePeriod {
    /// From the first event of its lanes to the last.
    Whole,
    /// That of the window.
    #[default]
    Visible,
    /// That of the selection.
    Selection,
    /// From one moment to another.
    Between(Moment, Moment),
}

/// The colours of a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PictureTheme {
    /// Dark on light.
    #[default]
    Light,
    /// Light on dark.
    Dark,
    /// Black on white, with hatching.
    Print,
}

impl PictureTheme {
    /// Its colours.
    pub fn palette(self, high_contrast: bool) -> Palette {
        match self {
            Self::Light if high_contrast => Palette::LightContrast,
            Self::Light => Palette::Page,
            Self::Dark => Palette::new(true, high_contrast),
            Self::Print => Palette::Print,
        }
    }
}

/// How a timeline is laid on paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PageFit {
    /// All of it on one sheet.
    #[default]
    OnePage,
    /// At a readable size on as many pages as it needs; each repeats the axis and the names of its lanes.
    Pages,
    /// One sheet, printed in parts on A4 to be glued together.
    Tiles,
    /// The bookmarks with their notes, each on a page of 16:9 for a screen.
    Slides,
}
