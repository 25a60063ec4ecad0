//! Where the reader was: the views before and after each jump.

use crate::timeline::View;

/// How many views are remembered; nobody goes back further by key.
const MAX_VIEWS: usize = 100;

/// The views behind and before the present one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    back: Vec<View>,
    forth: Vec<View>,
}

impl History {
    /// Remembers the view that a jump leaves. What lay ahead is forgotten.
    pub(in crate::session) fn leave(&mut self, view: View) {
        if self.back.last() != Some(&view) {
            self.back.push(view);
        }
        if self.back.len() > MAX_VIEWS {
            self.back.remove(0);
        }
        self.forth.clear();
    }

    /// Whether there is a view to go back to.
    pub(in crate::session) fn has_back(&self) -> bool {
        !self.back.is_empty()
    }

    /// Whether there is a view to go forth to.
    pub(in crate::session) fn has_forth(&self) -> bool {
        !self.forth.is_empty()
    }

    /// The view before the last jump; `now` can be come back to.
    pub(in crate::session) fn back(&mut self, now: View) -> Option<View> {
        let view = self.back.pop()?;
        self.forth.push(now);
        Some(view)
    }

    /// The view that was gone back from.
    pub(in crate::session) fn forth(&mut self, now: View) -> Option<View> {
        let view = self.forth.pop()?;
        self.back.push(now);
        Some(view)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::TimeView;

    #[test]
    fn going_back_and_forth_ends_where_it_began_and_a_new_jump_forgets_what_lay_ahead() {
        let view = |start: f64| View { time: TimeView { start, span: 1.0 }, scroll: 0.0 };
        let mut history = History::default();
        history.leave(view(1.0));
        history.leave(view(2.0));
        assert_eq!(history.back(view(3.0)), Some(view(2.0)));
        assert_eq!(history.back(view(2.0)), Some(view(1.0)));
        assert_eq!(history.back(view(1.0)), None);
        assert_eq!(history.forth(view(1.0)), Some(view(2.0)));
        history.leave(view(2.0));
        assert_eq!(history.forth(view(9.0)), None);
    }
}
