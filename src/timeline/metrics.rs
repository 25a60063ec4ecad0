//! The measures of the layout, in points.

/// Width of the lane headers in a window that is wide enough.
pub(super) const HEADERS_WIDTH: f32 = 236.0;
/// Maximum share of a narrow window for the lane headers.
pub(super) const MAX_HEADERS_SHARE: f32 = 0.34;
/// Height of the axis.
pub(super) const AXIS_HEIGHT: f32 = 36.0;

/// Height of a treaty's lane: a label, a bar and a line of statements.
pub const LANE_HEIGHT: f64 = 46.0;
/// Height of a party's lane: a bar and a line of statements. It has no labels: they are in the treaty's lane.
pub(super) const PARTY_HEIGHT: f64 = 34.0;
/// Height of a group's heading.
pub const GROUP_HEIGHT: f64 = 28.0;

/// Where a heading's text begins.
pub(super) const HEADING_LEFT: f32 = 25.0;
/// Gap between a heading and the right edge of the lane headers.
pub(super) const HEADING_GAP: f32 = 8.0;
/// Text size of headings.
pub(super) const HEADING_SIZE: f32 = 11.0;

/// Where a lane's name begins: right of the margin and the dot.
pub(super) const NAME_LEFT: f32 = 25.0;
/// Text size of a lane's name.
pub(super) const NAME_SIZE: f32 = 13.0;
/// Text size of the status under the name.
pub(super) const STANDING_SIZE: f32 = 11.0;
/// How far a party's name is indented against the treaty's.
pub(super) const PARTY_INDENT: f32 = 14.0;
/// Width of the button at the right edge of a lane header that expands the lane.
pub(super) const EXPAND_WIDTH: f32 = 20.0;

/// The middle of the bar, below the top of the lane.
pub(super) const BAR_Y: f32 = 22.0;
/// The middle of the statements, below the top of the lane.
pub(super) const QUOTE_Y: f32 = 37.0;
/// The same two in the lane of a party.
pub(super) const PARTY_BAR_Y: f32 = 11.0;
pub(super) const PARTY_QUOTE_Y: f32 = 26.0;
/// The middle of the line under an event that a search found, and under a statement.
pub(super) const FOUND_Y: f32 = 30.0;
pub(super) const FOUND_QUOTE_Y: f32 = 44.5;

/// Radius of an event's glyph.
pub(super) const GLYPH_RADIUS: f32 = 5.6;
/// Text size of labels.
pub(super) const LABEL_SIZE: f32 = 11.0;

/// Height of the strip at the foot of a bulk lane.
pub(super) const STRIP_HEIGHT: f32 = 3.0;
/// Text size of the labels of bulk events.
pub(super) const BULK_LABEL_SIZE: f32 = 10.0;
