//! The window's position: tracked while it is open, and restored at the next start on a screen that is still there.

use crate::session::WindowPlace;

/// The height of a window's top, in pixels, of which half must be visible over half of its width, to drag it by.
const HOLD_HEIGHT: i64 = 32;

/// A rectangle in pixels: left, top, width and height.
type Rect = (i64, i64, i64, i64);

/// Adds the position that the window had to a viewport.
pub(super) fn restored(viewport: egui::ViewportBuilder, place: Option<WindowPlace>) -> egui::ViewportBuilder {
    let Some(WindowPlace { corner, size, is_maximized }) = place else { return viewport };
    let viewport = viewport.with_inner_size([size.0, size.1]).with_maximized(is_maximized);
    match corner {
        Some((x, y)) => viewport.with_position([x, y]),
        None => viewport,
    }
}

/// The window's position; while it is minimized or fills the screen, the last one before.
pub(super) fn seen(ctx: &egui::Context, last: Option<WindowPlace>) -> Option<WindowPlace> {
    let zoom = ctx.zoom_factor();
    ctx.input(|input| {
        let viewport = input.viewport();
        if viewport.minimized == Some(true) {
            return last;
        }
        if viewport.maximized == Some(true) || viewport.fullscreen == Some(true) {
            return last.map(|last| WindowPlace { is_maximized: true, ..last });
        }
        let size = zoom * input.viewport_rect().size();
        let corner = viewport.outer_rect.map(|rect| zoom * rect.min.to_vec2());
        Some(WindowPlace {
            corner: corner.map(|corner| (corner.x, corner.y)),
            size: (size.x, size.y),
            is_maximized: false,
        })
    })
}

/// Whether a first window, with the title bar that the system puts on it, is higher or wider than the screen.
pub(super) fn needs_whole_screen(ctx: &egui::Context) -> bool {
    /// What a system puts around a window, and along the edge of a screen, in points.
    const FRAME: f32 = 72.0;
    ctx.input(|input| {
        let viewport = input.viewport();
        let (Some(screen), Some(window)) = (viewport.monitor_size, viewport.inner_rect) else { return false };
        window.height() + FRAME > screen.y || window.width() > screen.x
    })
}

/// Moves a window that is off every screen: one may have been unplugged since the last run.
pub(super) fn bring_on_screen(cc: &eframe::CreationContext<'_>) {
    let Some(window) = cc.winit_window() else { return };
    let Ok(mut corner) = window.outer_position() else { return };
    if window.is_maximized() || window.fullscreen().is_some() {
        return;
    }
    let size = window.outer_size();
    let screens: Vec<Rect> = window
        .available_monitors()
        .map(|screen| {
            let (corner, size) = (screen.position(), screen.size());
            (i64::from(corner.x), i64::from(corner.y), i64::from(size.width), i64::from(size.height))
        })
        .collect();
    let at = (i64::from(corner.x), i64::from(corner.y), i64::from(size.width), i64::from(size.height));
    if let Some((x, y)) = moved_in(at, &screens) {
        corner.x = i32::try_from(x).unwrap_or_default();
        corner.y = i32::try_from(y).unwrap_or_default();
        window.set_outer_position(corner);
    }
}

/// A new position for a window that cannot be dragged where it is: the centre of the first screen.
fn moved_in((x, y, width, height): Rect, screens: &[Rect]) -> Option<(i64, i64)> {
    let overlap =
        |a: i64, a_length: i64, b: i64, b_length: i64| ((a + a_length).min(b + b_length) - a.max(b)).max(0);
    let seen: i64 = screens
        .iter()
        .filter(|screen| 2 * overlap(y, HOLD_HEIGHT, screen.1, screen.3) >= HOLD_HEIGHT)
        .map(|screen| overlap(x, width, screen.0, screen.2))
        .sum();
    if 2 * seen >= width {
        return None;
    }
    let &(left, top, screen_width, screen_height) = screens.first()?;
    let middle = |start: i64, room: i64, length: i64| start + ((room - length) / 2).max(0);
    Some((middle(left, screen_width, width), middle(top, screen_height, height)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_off_every_screen_is_moved_in_and_any_other_stays() {
        const ONE: Rect = (0, 0, 1440, 900);
        const TWO: Rect = (1440, 0, 1920, 1080);
        let (one, two, none): (&[Rect], &[Rect], &[Rect]) = (&[ONE], &[ONE, TWO], &[]);
        for (window, screens, moved) in [
            ((100, 80, 1200, 700), one, None),
            // A second screen was taken away.
            ((1298, 848, 1200, 700), one, Some((120, 100))),
            ((-719, -522, 1200, 700), one, Some((120, 100))),
            ((1500, 40, 1200, 700), one, Some((120, 100))),
            ((1500, 40, 1200, 700), two, None),
            // Half on each of two screens.
            ((840, 40, 1200, 700), two, None),
            ((100, -20, 1200, 700), one, Some((120, 100))),
            // Larger than the screen: its corner is seen.
            ((5000, 0, 3000, 2000), one, Some((0, 0))),
            ((5000, 0, 3000, 2000), none, None),
        ] {
            assert_eq!(moved_in(window, screens), moved, "{window:?} on {screens:?}");
        }
    }
}
