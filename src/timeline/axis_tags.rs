//! The upper row of the axis, over the years: today, the status date and the selected time range.

use super::geometry::Rect;

/// The status date: a line through the plot with its date on the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct StatusDateLine {
    /// Its horizontal position, inside or outside the window.
    pub x: f32,
    /// The date in words.
    pub words: String,
    /// How wide the words are.
    pub width: f32,
}

impl StatusDateLine {
    /// Left and right edge of the date on the axis: it ends at the line, where there is room for it, so that the years after
    /// the date, and today among them, stay free.
    pub fn tag(&self, plot: &Rect) -> Rect {
        let half = self.width / 2.0 + TAG_MARGIN;
        tag_at(self.x - half, self.width, plot)
    }
}

/// Left and right edge of words on the axis: centred over `x`, but inside the plot.
fn tag_at(x: f32, width: f32, plot: &Rect) -> Rect {
    let half = width / 2.0 + TAG_MARGIN;
    let middle = x.clamp(plot.left + half, (plot.right - half).max(plot.left + half));
    Rect { left: middle - half, right: middle + half, top: TAG_TOP, bottom: TAG_BOTTOM }
}

/// Room at each side of the words of a tag, in points.
const TAG_MARGIN: f32 = 7.0;
/// The upper row of the axis, in points from its top.
const TAG_TOP: f32 = 1.0;
const TAG_BOTTOM: f32 = 15.0;

/// The middle of a word on the upper row of the axis, for a line at `x`: over the line, or beside the tags where they
/// would cover it; `None` where it would be too far from its line.
pub(super) fn word_beside_tags(x: f32, half: f32, plot: &Rect, tags: &[Rect]) -> Option<f32> {
    /// Gap between a word and a tag, in points.
    const GAP: f32 = 4.0;
    /// Maximum distance of a word from its line.
    const MAX_DISTANCE: f32 = 90.0;
    let is_free = |middle: f32| {
        let is_inside = middle - half >= plot.left && middle + half <= plot.right;
        let mut apart = tags.iter().map(|tag| middle - half >= tag.right || middle + half <= tag.left);
        is_inside && apart.all(|is_apart| is_apart)
    };
    let over = x.clamp(plot.left + half, (plot.right - half).max(plot.left + half));
    let beside = tags.iter().flat_map(|tag| [tag.right + half + GAP, tag.left - half - GAP]);
    let near = std::iter::once(over).chain(beside).filter(|&middle| is_free(middle));
    let nearest = near.min_by(|a, b| (a - x).abs().total_cmp(&(b - x).abs()))?;
    ((nearest - x).abs() <= MAX_DISTANCE).then_some(nearest)
}

/// The selected time range.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeRange {
    /// Left edge, inside or outside the window.
    pub left: f32,
    /// Right edge.
    pub right: f32,
    /// How long it is, in words.
    pub words: String,
    /// How wide the words are.
    pub width: f32,
}

impl TimeRange {
    /// The part that is in the plot, from left to right, if any is.
    pub fn within(&self, plot: &Rect) -> Option<(f32, f32)> {
        let (left, right) = (self.left.max(plot.left), self.right.min(plot.right));
        (right > left).then_some((left, right))
    }

    /// Left and right edge of the words on the axis: over the part that is in the plot.
    pub fn tag(&self, plot: &Rect) -> Option<Rect> {
        self.within(plot).map(|(left, right)| tag_at(f32::midpoint(left, right), self.width, plot))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_on_the_axis_moves_beside_the_tag_that_would_cover_it() {
        let plot = Rect { left: 200.0, top: 36.0, right: 1000.0, bottom: 700.0 };
        let tag = tag_at(600.0, 60.0, &plot);
        assert_eq!(word_beside_tags(400.0, 24.0, &plot, &[tag]), Some(400.0));
        for x in [560.0, 600.0, 640.0] {
            let middle = word_beside_tags(x, 24.0, &plot, &[tag]).expect("there is room beside it");
            assert!(middle - 24.0 >= tag.right || middle + 24.0 <= tag.left, "{middle}");
        }
        let wide = tag_at(600.0, 700.0, &plot);
        assert_eq!(word_beside_tags(600.0, 24.0, &plot, &[wide]), None, "nothing is written over it");
        assert_eq!(word_beside_tags(999.0, 24.0, &plot, &[]), Some(976.0), "it is not cut at the edge");
    }
}
