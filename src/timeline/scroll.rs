//! Which rows a scrolled window shows, and where: pinned lanes stay at the top while the others scroll beneath them.

use super::rows::{Row, Rows};

/// Pinned lanes stay in sight as long as they take no more than this share of the plot.
const MAX_PINNED_SHARE: f64 = 0.5;

impl Rows {
    /// The farthest that `height` points of window can be scrolled down.
    pub fn max_scroll(&self, height: f64) -> f64 {
        (self.height() - height).max(0.0)
    }

    /// The height of the rows that stay at the top of a plot of this height; 0 if all rows fit, or if the pinned ones take
    /// too much of it.
    pub fn pinned_height(&self, height: f64) -> f64 {
        let pinned = self.height_of_pinned();
        if self.max_scroll(height) > 0.0 && pinned <= MAX_PINNED_SHARE * height { pinned } else { 0.0 }
    }

    /// The rows in a plot of this height, scrolled down so far: each with its top, below that of the plot. Those that stay
    /// come first.
    pub fn in_window(&self, scroll: f64, height: f64) -> impl Iterator<Item = (Row, f64)> {
        /// A row of which less than this is seen under the pinned ones is none.
        const SLIVER: f64 = 0.02;
        let pinned = self.pinned_height(height);
        let from = if pinned > 0.0 { scroll + pinned + SLIVER } else { scroll };
        let others = self.between(from, scroll + height);
        self.between(0.0, pinned).chain(others.map(move |(row, top)| (row, top - scroll)))
    }

    /// Where a row that begins at `top` is in a plot of this height, scrolled down so far: below the top of the plot.
    pub fn y_of(&self, top: f64, scroll: f64, height: f64) -> f64 {
        if top < self.pinned_height(height) { top } else { top - scroll }
    }

    /// How far a plot of this height must be scrolled to show what lies between two heights, moved no more than needed;
    /// the upper end if not both fit.
    pub fn scroll_to(&self, (top, bottom): (f64, f64), scroll: f64, height: f64) -> f64 {
        let pinned = self.pinned_height(height);
        if top < pinned {
            return scroll.clamp(0.0, self.max_scroll(height));
        }
        let scroll = scroll.max(bottom - height).min(top - pinned);
        scroll.clamp(0.0, self.max_scroll(height))
    }

    /// The same for a row with a margin around it, so that it does not lie at the edge; a smaller one if there is less room.
    pub fn scroll_around(&self, (top, bottom): (f64, f64), margin: f64, scroll: f64, height: f64) -> f64 {
        let pinned = self.pinned_height(height);
        if top < pinned {
            return scroll.clamp(0.0, self.max_scroll(height));
        }
        let spare = (height - pinned - (bottom - top)).max(0.0);
        let margin = margin.min(spare / 2.0);
        let scroll = scroll.max(bottom + margin - height).min(top - margin - pinned);
        scroll.clamp(0.0, self.max_scroll(height))
    }

    /// How far the same rows at other measures are scrolled in a plot of this height when it begins with the same row.
    pub fn scroll_in(&self, other: &Self, scroll: f64, height: f64) -> f64 {
        let Some((index, share)) = self.row_at(scroll + self.pinned_height(height)) else { return 0.0 };
        let scroll = other.offset_in(index, share) - other.pinned_height(height);
        scroll.clamp(0.0, other.max_scroll(height))
    }
}
