//! From a dataset, a view and a size to a [`Scene`]; from a scene to a [`Drawing`] or to what lies under a point.
//!
//! Pure geometry: the same input gives the same scene on every machine. The screen, the hit test, the screen
//! reader and the exporters all read the one scene, so what is exported is what is seen.
//!
//! Architecture Invariant: no `egui` here; time is `f64` seconds and reaches `f32` only after it is a position in
//! the window; no walk over all events.

mod axis_tags;
mod background_bands;
mod bulk;
mod chart;
mod chart_line;
mod chart_scale;
mod clusters;
mod drawing;
mod edge_arrows;
mod geometry;
mod glyph;
#[cfg(test)]
mod glyph_test;
mod group_density;
mod highlight;
mod labels;
mod lane_plan;
mod lane_row;
mod layer_arrangement;
mod layer_settings;
mod layout;
mod legend;
mod legend_block;
mod links;
mod mark;
mod measure;
mod metrics;
mod overview;
mod paint_attestation;
mod paint_background;
mod paint_dates;
mod paint_glyph;
mod paint_lanes;
mod paint_rows;
mod palette;
mod paper;
mod party_lanes;
mod plan;
mod plan_input;
mod previous_dates;
mod print_theme;
mod rows;
mod scale;
mod scene;
mod scene_text;
mod scroll;
mod shape;
mod sheet;
mod symbols_in_use;
mod targets;
mod ticks;
mod view;

pub use axis_tags::{StatusDateLine, TimeRange};
pub use background_bands::{BackgroundBand, ContextLabel};
pub use bulk::{BulkBar, BulkRow, Overflow, bulk_rows, bulk_run, is_overflow, overflow_at};
pub use chart::{Chart, ChartInput, ChartLine, chart, figure_at};
pub use chart_line::LineStyle;
pub use clusters::{can_split, event_cluster, statement_cluster};
pub use drawing::{Drawing, Layer};
pub use edge_arrows::EdgeArrow;
pub use geometry::{Pos, Rect, Size};
pub use glyph::{Glyph, Part, family_ink, glyph_of};
pub use group_density::DensityStroke;
pub use highlight::highlighted_shapes;
pub use lane_row::{AlternativeDate, Band, BandLook, Bar, LaneRow, NoticePeriod, SpanBar};
pub use layer_settings::LayerSettings;
pub use legend::{DateLook, Legend, LegendEntry, LegendGroup};
pub use legend_block::LegendBlock;
pub use mark::{Emphasis, Label, Look, Mark, Selection, Subject};
pub use measure::{BundledFonts, Font, TextMeasure, elided};
pub use metrics::{
    GROUP_HEIGHT, LANE_HEIGHT, LaneHeight, LaneMetrics, MIN_HEADERS_WIDTH, NUMBER_SIZE, RowMetrics,
};
pub use overview::{Density, Overview, overview};
pub use paint_rows::status_dot;
pub use palette::{Ink, Palette, Rgb, speaker_ink};
pub use paper::Paper;
pub use party_lanes::{MAX_PARTIES, PartyLane, PartyLanes, Showing};
pub use plan::plan;
pub use plan_input::PlanInput;
pub use previous_dates::PreviousDates;
pub use print_theme::with_stripes;
pub use rows::{Arrangement, Row, Rows};
pub use scale::TimeScale;
pub use scene::{GroupRow, Link, PinnedRows, Scene, Tick};
pub use shape::{Align, Paint, Shape};
pub use sheet::{OutlineEntry, Sheet, SheetPart, SheetRole, Sheets, wrapped};
pub use symbols_in_use::SymbolsInUse;
pub use targets::Target;
pub use view::{Limits, TimeView, View};
