//! The history of views, for going back and forward.

use crate::timeline::View;

/// Maximum number of views to go back to.
const MAX_VIEWS: usize = 100;

/// The views before and after the present one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PastViews {
    back: Vec<View>,
    forward: Vec<View>,
}

impl PastViews {
    /// Adds the view that a jump leaves. There is nothing to go forward to any more.
    pub(in crate::session) fn push(&mut self, view: View) {
        if self.back.last() != Some(&view) {
            self.back.push(view);
        }
        if self.back.len() > MAX_VIEWS {
            self.back.remove(0);
        }
        self.forward.clear();
    }

    pub(in crate::session) fn has_back(&self) -> bool {
        !self.back.is_empty()
    }

    pub(in crate::session) fn has_forward(&self) -> bool {
        !self.forward.is_empty()
    }

    /// The view before the last jump, if any; `now` becomes the next one forward.
    pub(in crate::session) fn back(&mut self, now: View) -> Option<View> {
        let view = self.back.pop()?;
        self.forward.push(now);
        Some(view)
    }

    /// The view that [`Self::back`] left, if any; `now` becomes the last one back.
    pub(in crate::session) fn forward(&mut self, now: View) -> Option<View> {
        let view = self.forward.pop()?;
        self.back.push(now);
        Some(view)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::TimeView;

    #[test]
    fn going_back_and_forward_ends_where_it_began_and_a_new_jump_clears_the_way_forward() {
        let view = |start: f64| View { time: TimeView { start, span: 1.0 }, scroll: 0.0 };
        let mut history = PastViews::default();
        history.push(view(1.0));
        history.push(view(2.0));
        assert_eq!(history.back(view(3.0)), Some(view(2.0)));
        assert_eq!(history.back(view(2.0)), Some(view(1.0)));
        assert_eq!(history.back(view(1.0)), None);
        assert_eq!(history.forward(view(1.0)), Some(view(2.0)));
        history.push(view(2.0));
        assert_eq!(history.forward(view(9.0)), None);
    }
}
