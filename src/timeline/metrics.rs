//! The measures of the layout, in points: those of the window, and those of the rows at each height of lanes.

/// Width of the lane headers in a window that is wide enough, unless the user chose another.
pub(super) const HEADERS_WIDTH: f32 = 236.0;
/// Maximum share of a narrow window for the lane headers.
pub(super) const MAX_HEADERS_SHARE: f32 = 0.34;
/// Maximum share of the window for lane headers that the user widened.
pub(super) const MAX_CHOSEN_SHARE: f32 = 0.6;
/// Minimum width of the lane headers that the user narrowed: enough for the range and the buttons over them.
pub const MIN_HEADERS_WIDTH: f32 = 140.0;
/// Height of the axis.
pub(super) const AXIS_HEIGHT: f32 = 36.0;

/// Height of a comfortable lane: a label, a bar and a line of statements.
pub const LANE_HEIGHT: f64 = 46.0;
/// Height of a compact lane: a bar, and ticks for statements under it.
const COMPACT_HEIGHT: f64 = 23.0;
/// Minimum height of lanes that are to fit the window.
const MIN_FIT_HEIGHT: f64 = 14.0;
/// Height of a group's heading over comfortable lanes.
pub const GROUP_HEIGHT: f64 = 28.0;
/// Height of a group's heading over lower lanes.
const LOW_GROUP_HEIGHT: f64 = 22.0;
/// The height of a party's lane, as a share of a treaty's.
const PARTY_SHARE: f64 = 34.0 / 46.0;
/// Minimum height of a party's lane.
const MIN_PARTY_HEIGHT: f64 = 12.0;
/// Height from which a lane with one line has labels over its bar.
const MIN_LABELLED_HEIGHT: f64 = 34.0;
/// Height of the line of labels.
const LABELS_HEIGHT: f32 = 12.0;
/// A lane lower than this has one line in its header.
const MIN_TWO_LINE_HEIGHT: f64 = 40.0;

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
pub(super) const STATUS_SIZE: f32 = 11.0;
/// How far a party's name is indented against the treaty's.
pub(super) const PARTY_INDENT: f32 = 14.0;
/// Width of the button at the right edge of a lane header that expands the lane.
pub(super) const EXPAND_WIDTH: f32 = 20.0;

/// Width of the button in a group's heading that shows only this group.
pub(super) const ONLY_BUTTON_WIDTH: f32 = 26.0;

/// Half the height of a comfortable bar.
pub(super) const BAR_HALF: f32 = 5.0;
/// Text size of the numbers of sources at marks.
pub const NUMBER_SIZE: f32 = 8.6;
/// Radius of an event's glyph in a comfortable lane.
pub(super) const GLYPH_RADIUS: f32 = 5.6;
/// Text size of labels.
pub(super) const LABEL_SIZE: f32 = 11.0;

/// Height of the strip at the foot of a bulk lane.
pub(super) const STRIP_HEIGHT: f32 = 3.0;
/// Text size of the labels of bulk events.
pub(super) const BULK_LABEL_SIZE: f32 = 10.0;

/// How high the lanes are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LaneHeight {
    /// With two lines in the header, labels and counted quotations.
    #[default]
    Comfortable,
    /// With one line in the header, and ticks for quotations.
    Compact,
    /// As high as all rows fit the window, within limits.
    Fit,
}

impl LaneHeight {
    /// Every height, in the order of the buttons.
    pub const ALL: [Self; 3] = [Self::Comfortable, Self::Compact, Self::Fit];

    /// The next in the order of the buttons; after the last the first.
    pub fn next(self) -> Self {
        match self {
            Self::Comfortable => Self::Compact,
            Self::Compact => Self::Fit,
            Self::Fit => Self::Comfortable,
        }
    }

    /// The one so many steps further in the order of the buttons, but no further than the last or the first.
    pub fn stepped(self, by: i32) -> Self {
        let index = Self::ALL.iter().position(|&height| height == self).unwrap_or_default() as i32;
        let index = index.saturating_add(by).clamp(0, Self::ALL.len() as i32 - 1) as usize;
        Self::ALL.get(index).copied().unwrap_or_default()
    }
}

/// The measures of a lane, of a treaty or of a party in it. Positions are below its top.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RowMetrics {
    /// Its height.
    pub height: f64,
    /// The middle of the bar.
    pub bar_y: f32,
    /// Half the height of the bar.
    pub bar_half: f32,
    /// Radius of an event's glyph.
    pub glyph_radius: f32,
    /// The middle of the statements.
    pub quote_y: f32,
    /// Half the height of the ticks that stand for statements; `None` where they are counted quotation marks.
    pub tick_half: Option<f32>,
    /// The middle of the line under an event that a search found.
    pub found_y: f32,
    /// The middle of the line under a statement that a search found.
    pub found_quote_y: f32,
    /// Text size of the name.
    pub name_size: f32,
}

/// The measures of the rows at one height of lanes: what plan, targets, painter and exporters go by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LaneMetrics {
    /// The lane of a treaty.
    pub lane: RowMetrics,
    /// The lane of a party.
    pub party: RowMetrics,
    /// Height of a heading.
    pub group_height: f64,
    /// Text size of the status.
    pub standing_size: f32,
    /// Whether the status stands under the name; otherwise it stands beside it.
    pub has_two_lines: bool,
    /// Whether there is a line of labels over the bar.
    pub has_labels: bool,
    /// The width of the lane headers that the user chose.
    pub headers_width: Option<f32>,
}

impl Default for LaneMetrics {
    fn default() -> Self {
        Self::comfortable()
    }
}

impl LaneMetrics {
    /// Those of comfortable lanes.
    pub fn comfortable() -> Self {
        let lane = RowMetrics {
            height: LANE_HEIGHT,
            bar_y: 22.0,
            bar_half: BAR_HALF,
            glyph_radius: GLYPH_RADIUS,
            quote_y: 37.0,
            tick_half: None,
            found_y: 30.0,
            found_quote_y: 44.5,
            name_size: NAME_SIZE,
        };
        // A bar and a line of statements. There are no labels: they are in the treaty's lane.
        let party = RowMetrics {
            height: 34.0,
            bar_y: 11.0,
            quote_y: 26.0,
            found_y: 19.0,
            found_quote_y: 33.0,
            name_size: STATUS_SIZE,
            ..lane
        };
        Self {
            lane,
            party,
            group_height: GROUP_HEIGHT,
            standing_size: STATUS_SIZE,
            has_two_lines: true,
            has_labels: true,
            headers_width: None,
        }
    }

    /// Those of compact lanes.
    pub fn compact() -> Self {
        Self::one_line(COMPACT_HEIGHT)
    }

    /// Those with which so many rows fit a plot of this height, as far as the limits allow: comfortable at most.
    pub fn fitting(plot_height: f64, lanes: usize, parties: usize, headings: usize) -> Self {
        let (lanes, parties, headings) = (lanes as f64, parties as f64, headings as f64);
        let comfortable = Self::comfortable();
        let whole = headings * comfortable.group_height
            + lanes * comfortable.lane.height
            + parties * comfortable.party.height;
        if whole <= plot_height {
            return comfortable;
        }
        let room = plot_height - headings * LOW_GROUP_HEIGHT;
        let shared = room / (lanes + parties * PARTY_SHARE).max(1.0);
        // Parties' lanes do not shrink as far as treaties'.
        let height = if shared * PARTY_SHARE < MIN_PARTY_HEIGHT {
            (room - parties * MIN_PARTY_HEIGHT) / lanes.max(1.0)
        } else {
            shared
        };
        Self::one_line(height.clamp(MIN_FIT_HEIGHT, LANE_HEIGHT))
    }

    /// Those of bulk lanes of this height.
    pub fn of_bulk_lanes(height: f64) -> Self {
        let mut metrics = Self::comfortable();
        metrics.lane.height = height;
        metrics.has_two_lines = height >= MIN_TWO_LINE_HEIGHT;
        metrics
    }

    /// These with lane headers of the width that the user chose, if any.
    #[must_use]
    pub fn with_headers_width(self, headers_width: Option<f32>) -> Self {
        Self { headers_width, ..self }
    }

    /// The measures of a lane: of a party, or of a treaty as a whole.
    pub fn row(&self, is_party: bool) -> &RowMetrics {
        if is_party { &self.party } else { &self.lane }
    }

    /// Those of lanes with one line in the header.
    fn one_line(height: f64) -> Self {
        let has_labels = height >= MIN_LABELLED_HEIGHT;
        let party_height = (height * PARTY_SHARE).max(MIN_PARTY_HEIGHT);
        let lane = low_row(height, if has_labels { LABELS_HEIGHT } else { 0.0 }, NAME_SIZE);
        Self {
            lane,
            party: low_row(party_height, 0.0, STATUS_SIZE),
            group_height: LOW_GROUP_HEIGHT,
            standing_size: STATUS_SIZE.min(lane.name_size),
            has_two_lines: false,
            has_labels,
            headers_width: None,
        }
    }
}

/// A row with a bar and ticks under it, below room for labels. Its name is as large as the row is high enough for, up to a
/// maximum.
fn low_row(height: f64, labels: f32, max_name_size: f32) -> RowMetrics {
    /// A line of text is this much higher than its size.
    const LINE: f32 = 1.36;
    let whole = height as f32;
    let rest = whole - labels;
    let bar_y = labels + rest * 0.43;
    let bar_half = (rest * 0.195).clamp(2.6, BAR_HALF);
    let tick_half = (rest * 0.11).clamp(1.4, 3.0);
    let below_bar = bar_y + bar_half + 1.2 + tick_half;
    let quote_y = below_bar.max(labels + 0.8 * rest).min(whole - tick_half - 0.6);
    RowMetrics {
        height,
        bar_y,
        bar_half,
        glyph_radius: (rest * 0.2).clamp(3.0, GLYPH_RADIUS),
        quote_y,
        tick_half: Some(tick_half),
        found_y: bar_y + bar_half + 1.0,
        found_quote_y: whole - 1.0,
        name_size: max_name_size.min(whole / LINE),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_inside(row: &RowMetrics) -> bool {
        let height = row.height as f32;
        let tick = row.tick_half.unwrap_or(6.0);
        let bar = row.bar_y - row.bar_half > 0.0 && row.bar_y + row.bar_half < row.quote_y;
        let glyph = row.bar_y - row.glyph_radius > 0.0 && row.bar_y + row.glyph_radius < height;
        let text = row.name_size * 1.3 <= height && row.name_size >= 8.5;
        bar && glyph && text && row.quote_y + tick < height && row.found_quote_y < height
    }

    #[test]
    fn everything_in_a_row_lies_in_it_at_any_height() {
        let mut all = vec![LaneMetrics::comfortable(), LaneMetrics::compact()];
        for lanes in 0..200 {
            for (parties, headings) in [(0, 0), (0, 1), (7, 10), (250, 3)] {
                all.push(LaneMetrics::fitting(660.0, lanes, parties, headings));
            }
        }
        for metrics in all {
            assert!(is_inside(&metrics.lane) && is_inside(&metrics.party), "{metrics:?}");
            assert!((MIN_FIT_HEIGHT..=LANE_HEIGHT).contains(&metrics.lane.height));
        }
    }

    #[test]
    fn what_is_to_fit_fits_unless_lanes_would_become_too_low() {
        for (lanes, parties, headings) in [(26, 0, 1), (10, 4, 3), (40, 0, 1), (3, 0, 1), (20, 20, 2)] {
            let metrics = LaneMetrics::fitting(660.0, lanes, parties, headings);
            let height = lanes as f64 * metrics.lane.height
                + parties as f64 * metrics.party.height
                + headings as f64 * metrics.group_height;
            assert!(height <= 660.5, "{lanes} lanes: {height}");
        }
        assert_eq!(LaneMetrics::fitting(660.0, 3, 0, 1), LaneMetrics::comfortable());
        assert_eq!(LaneMetrics::fitting(660.0, 100, 0, 1).lane.height, MIN_FIT_HEIGHT);
        assert_eq!(LaneMetrics::fitting(0.0, 0, 0, 0).lane.height, LANE_HEIGHT);
    }

    #[test]
    fn steps_end_at_the_tallest_and_the_lowest_and_the_cycle_goes_round() {
        assert_eq!(LaneHeight::Comfortable.stepped(-1), LaneHeight::Comfortable);
        assert_eq!(LaneHeight::Comfortable.stepped(2), LaneHeight::Fit);
        assert_eq!(LaneHeight::Fit.stepped(3), LaneHeight::Fit);
        let round = LaneHeight::ALL.map(LaneHeight::next);
        assert_eq!(round, [LaneHeight::Compact, LaneHeight::Fit, LaneHeight::Comfortable]);
    }
}
