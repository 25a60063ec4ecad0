//! A few pictures, light and dark: what text snapshots cannot see.

mod common;

use common::{ScriptedDialogs, app, dataset, picture_options};
use egui::{Key, Theme};

use treaty_timeline::timeline::Selection;

const WINDOW: [f32; 2] = [1000.0, 560.0];

#[test]
fn the_window_light_and_dark() {
    let mut results = egui_kittest::SnapshotResults::new();
    for (theme, name) in [(Theme::Light, "window_light"), (Theme::Dark, "window_dark")] {
        let mut harness = app(WINDOW, theme, &ScriptedDialogs::default());
        harness.key_press(Key::End);
        harness.run();
        assert!(matches!(harness.state().session().selection, Selection::Event(_)));
        harness.snapshot_options(name, &picture_options());
        results.extend_harness(&mut harness);
    }
}

#[test]
fn pictures_are_drawn_by_a_processor_and_not_by_whatever_is_there() {
    let setup = egui_kittest::wgpu::default_wgpu_setup();
    let adapter =
        egui_kittest::wgpu::create_render_state(setup, eframe::egui_wgpu::RendererOptions::PREDICTABLE)
            .adapter
            .get_info();
    assert_eq!(adapter.device_type, eframe::wgpu::DeviceType::Cpu, "{adapter:?}");
}

#[test]
fn the_opening_view_fits_the_data() {
    let harness = app(WINDOW, Theme::Light, &ScriptedDialogs::default());
    let session = harness.state().session();
    let (first, last) = dataset(harness.state()).span().unwrap();
    assert!(session.view.time.start < first.secs() as f64);
    assert!(session.view.time.end() > last.secs() as f64);
}
