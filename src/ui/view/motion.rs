//! The way from one view to the next: a short glide, so that the eye can follow.
//!
//! The session has the view where the reader is going; the view that is drawn lies in between. Only jumps glide: a dragged
//! view follows the pointer.

use crate::timeline::{TimeView, View};

/// How long a glide takes, in seconds: under the fifth of a second at which an answer still seems immediate.
const DURATION: f64 = 0.16;
/// How long a released pan takes to lose two thirds of its speed, in seconds.
const COAST_TIME: f32 = 0.11;
/// Speed below which a released pan stops, in points per second.
const MIN_SPEED: f32 = 30.0;

/// A glide, or a pan that goes on after its release.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::ui) struct Motion {
    glide: Option<Glide>,
    /// Points per second.
    coasting: Option<egui::Vec2>,
    /// The session's count of jumps when it was last drawn.
    jumps: u64,
    /// The view that was last drawn.
    drawn: Option<View>,
}

#[derive(Clone, Copy, Debug)]
struct Glide {
    from: View,
    since: f64,
}

impl Motion {
    /// The view to draw on the way to `target`, at a time in seconds. `jumps` is the session's count of jumps.
    pub(in crate::ui) fn view(&mut self, target: View, jumps: u64, now: f64, is_reduced: bool) -> View {
        if jumps != self.jumps {
            self.jumps = jumps;
            self.coasting = None;
            let from = self.drawn.filter(|&from| from != target && !is_reduced);
            self.glide = from.map(|from| Glide { from, since: now });
        }
        let Some(glide) = self.glide else { return target };
        let share = ((now - glide.since) / DURATION).clamp(0.0, 1.0);
        if share >= 1.0 || is_reduced {
            self.glide = None;
            return target;
        }
        between(glide.from, target, 1.0 - (1.0 - share).powi(3))
    }

    /// Whether the view moves by itself, so that another frame is needed.
    pub(in crate::ui) fn is_under_way(&self) -> bool {
        self.glide.is_some() || self.coasting.is_some()
    }

    /// Ends the glide at its target.
    pub(in crate::ui) fn finish_glide(&mut self) {
        self.glide = None;
    }

    /// Stops at once.
    pub(in crate::ui) fn stop(&mut self) {
        (self.glide, self.coasting) = (None, None);
    }

    /// Lets a released pan go on at its speed, in points per second.
    pub(in crate::ui) fn release(&mut self, speed: egui::Vec2) {
        self.coasting = (speed.length() >= 4.0 * MIN_SPEED).then_some(speed);
    }

    /// How far a released pan moves in a frame of `dt` seconds.
    pub(in crate::ui) fn coast(&mut self, dt: f32) -> egui::Vec2 {
        let Some(speed) = self.coasting else { return egui::Vec2::ZERO };
        let slower = speed * (-dt / COAST_TIME).exp();
        self.coasting = (slower.length() >= MIN_SPEED).then_some(slower);
        // The distance covered during an exponential decay of the speed.
        (speed - slower) * COAST_TIME
    }

    /// Notes the view that was drawn in this frame.
    pub(in crate::ui) fn set_drawn(&mut self, view: View) {
        self.drawn = Some(view);
    }
}

/// A view between two. Spans change in equal ratios, so that a zoom keeps its pace, and the fixed point of a zoom stays
/// where it is.
fn between(from: View, to: View, share: f64) -> View {
    let (a, b) = (from.time, to.time);
    let span = a.span * (b.span / a.span).powf(share);
    let along =
        if (b.span - a.span).abs() > 1e-6 * a.span { (span - a.span) / (b.span - a.span) } else { share };
    let mix = |a: f64, b: f64, share: f64| a + (b - a) * share;
    View {
        time: TimeView { start: mix(a.start, b.start, along), span },
        scroll: mix(from.scroll, to.scroll, share),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(start: f64, span: f64) -> View {
        View { time: TimeView { start, span }, scroll: 0.0 }
    }

    #[test]
    fn a_jump_glides_within_a_fifth_of_a_second_and_a_drag_does_not() {
        let (from, to) = (view(0.0, 100.0), view(50.0, 10.0));
        let mut motion = Motion::default();
        assert_eq!(motion.view(from, 0, 0.0, false), from);
        motion.set_drawn(from);
        assert_eq!(motion.view(to, 1, 1.0, false), from, "it begins where it was");
        let half = motion.view(to, 1, 1.05, false);
        assert!(half.time.span < 100.0 && half.time.span > 10.0);
        assert_eq!(motion.view(to, 1, 1.2, false), to);
        assert!(!motion.is_under_way());
        motion.set_drawn(to);
        assert_eq!(motion.view(from, 1, 1.3, false), from, "dragged");
        motion.set_drawn(from);
        assert_eq!(motion.view(to, 2, 1.4, true), to, "no gliding where it is not wanted");
    }

    #[test]
    fn the_point_that_stands_still_in_a_zoom_stands_still_on_the_way() {
        let (from, to) = (view(0.0, 100.0), view(30.0, 50.0));
        for share in [0.1, 0.5, 0.9] {
            let time = between(from, to, share).time;
            assert!(((60.0 - time.start) / time.span - 0.6).abs() < 1e-9);
        }
    }

    #[test]
    fn a_released_pan_comes_to_rest() {
        let mut motion = Motion::default();
        motion.release(egui::vec2(900.0, 0.0));
        let mut way = 0.0;
        for _ in 0..120 {
            way += motion.coast(1.0 / 60.0).x;
        }
        assert!(!motion.is_under_way());
        assert!((60.0..=110.0).contains(&way), "{way}");
        motion.release(egui::vec2(20.0, 0.0));
        assert!(!motion.is_under_way(), "the pointer had stopped before the release");
    }
}
