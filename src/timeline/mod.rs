//! From a dataset, a view and a size to a [`Scene`]; from a scene to a [`Picture`] or to what lies under a point.
//!
//! Pure geometry: the same input gives the same scene on every machine. The screen, the hit test, the screen
//! reader and the exporters all read the one scene, so what is exported is what is seen.
//!
//! Architecture Invariant: no `egui` here; time is `f64` seconds and reaches `f32` only after it is a place in
//! the window; no walk over all events.

mod axis_tags;
mod chart;
mod chart_scale;
mod clusters;
mod glyph;
mod hit;
mod labels;
mod lane_plan;
mod legend;
mod legend_block;
mod links;
mod measure;
mod overview;
mod paint_dates;
mod paint_lanes;
mod paint_plain;
mod paint_rows;
mod palette;
mod party_plan;
mod picture;
mod plain_days;
mod plain_overflow;
mod plain_plan;
mod plain_row;
mod plan;
mod rows;
mod scale;
mod scene;
mod scene_text;
mod ticks;
mod view;

pub use axis_tags::{AsOfLine, ChosenSpan};
pub use chart::{Chart, ChartInput, ChartLine, chart, figure_at};
pub use clusters::{can_part, event_cluster, statement_cluster};
pub use glyph::{Glyph, Part, glyph_of};
pub use hit::Hit;
pub use lane_plan::ink_of_country;
pub use legend::{DateLook, Legend, LegendEntry, LegendGroup};
pub use legend_block::LegendBlock;
pub use measure::{BundledFonts, Face, TextMeasure, elided};
pub use overview::{Density, Overview, overview};
pub use paint_rows::status_dot;
pub use palette::{Ink, Palette, Rgb};
pub use picture::{Align, Layer, Paint, Picture, Shape};
pub use plain_overflow::{Overflow, is_overflow, overflow_at, plain_rows};
pub use plain_plan::plain_run;
pub use plain_row::{PlainBar, PlainRow};
pub use plan::{PlanInput, plan};
pub use rows::{Arrangement, GROUP_HEIGHT, LANE_HEIGHT, Row, Rows};
pub use scale::TimeScale;
pub use scene::{
    Band, BandLook, Bar, Emphasis, Ghost, GroupRow, Label, LaneRow, Link, Mark, Pos, Rect, RunUp, Scene,
    Selection, Size, Subject, Tick,
};
pub use view::{Limits, TimeView, View};
