//! A panic while drawing the window costs a frame, not the program with all that is unsaved in it.
//!
//! Panels only read the session, so the next frame draws the same state again. The message goes to standard error as usual.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

/// After more failed frames in a row the window would show nothing and answer nothing.
const MAX_IN_A_ROW: u32 = 3;

/// Counts consecutive frames that failed.
#[derive(Debug)]
pub(super) struct PanicGuard {
    in_a_row: u32,
    /// Whether panics are caught at all.
    catches: bool,
}

impl PanicGuard {
    /// A guard for the drawing of a window; without one, in tests, a panic stays a panic.
    pub(super) fn new(has_window: bool) -> Self {
        Self { in_a_row: 0, catches: has_window }
    }

    /// Draws a frame, and returns whether that succeeded.
    ///
    /// # Panics
    /// With the panic of the frame, when it is one of too many in a row.
    pub(super) fn draw(&mut self, draw: impl FnOnce()) -> bool {
        if !self.catches {
            draw();
            return true;
        }
        match catch_unwind(AssertUnwindSafe(draw)) {
            Ok(()) => {
                self.in_a_row = 0;
                true
            }
            Err(fault) => {
                self.in_a_row += 1;
                if self.in_a_row > MAX_IN_A_ROW {
                    resume_unwind(fault);
                }
                false
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_costs_a_frame_and_one_that_stays_ends_the_program() {
        let mut guard = PanicGuard::new(true);
        let fault = || panic!("a fault of drawing");
        for _ in 0..5 {
            assert!(!guard.draw(fault));
            assert!(guard.draw(|| {}));
        }
        for _ in 0..MAX_IN_A_ROW {
            assert!(!guard.draw(fault));
        }
        let ended = catch_unwind(AssertUnwindSafe(|| guard.draw(fault)));
        assert!(ended.is_err());
        // Where nobody looks at a window, a fault must not pass for a frame.
        let mut guard = PanicGuard::new(false);
        assert!(catch_unwind(AssertUnwindSafe(|| guard.draw(fault))).is_err());
    }
}
