//! The hint that says what the wheel does, at its first turn over the timeline.

use egui::os::OperatingSystem;
use egui::{Area, Id, Order, pos2};

use crate::session::{Command, SettingsCommand};
use crate::timeline::{Scene, Size};
use crate::ui::frame::{Frame, UiCache};
use crate::ui::theme;

/// Gap between the hint and the edges of the plot, in points.
const MARGIN: f32 = 12.0;

/// The id of its area.
pub(in crate::ui) fn id() -> Id {
    Id::unique("wheel hint")
}

/// Shows the hint at the foot of the plot until it is answered or closed; after that, in no run again.
pub(super) fn show(
    ui: &egui::Ui,
    frame: &Frame<'_>,
    rect: egui::Rect,
    size: Size,
    cache: &UiCache,
    commands: &mut Vec<Command>,
) {
    let session = frame.session;
    let preferences = &session.settings.preferences;
    if !cache.wheel_was_turned || preferences.is_wheel_hint_closed || preferences.wheel_zooms {
        return;
    }
    let strings = frame.strings();
    let all_fit = session.view.rows.max_scroll(f64::from(Scene::plot_height(size))) <= 0.0;
    let key = if ui.ctx().os() == OperatingSystem::Mac { "Cmd" } else { "Ctrl" };
    let left = rect.left() + session.view.rows.headers_width(size) + MARGIN;
    let width = rect.right() - 2.0 * MARGIN - left;
    let area = Area::new(id()).order(Order::Middle);
    area.pivot(egui::Align2::LEFT_BOTTOM).fixed_pos(pos2(left, rect.bottom() - MARGIN)).show(
        ui.ctx(),
        |ui| {
            egui::Frame::popup(ui.style()).show(ui, |ui| {
                theme::outline_boxes(ui, frame.palette);
                ui.set_max_width(width.max(160.0));
                ui.horizontal_wrapped(|ui| {
                    ui.label((strings.view.wheel_hint)(key, all_fit));
                    let mut close = |zooms| {
                        commands.push(Command::Settings(SettingsCommand::CloseWheelHint { zooms }));
                    };
                    if ui.button(strings.view.let_wheel_zoom).clicked() {
                        close(true);
                    }
                    if ui.button("×").accessible_name(strings.commands.close).clicked() {
                        close(false);
                    }
                });
            });
        },
    );
}
