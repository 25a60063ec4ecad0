//! Windows with little height, as one of usual size has with text at 200 %: what is under the plot lies over nothing, and
//! every toggle is there.

use egui::Rect;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use treaty_timeline::language::Language;
use treaty_timeline::session::{Action, Command};

use crate::common::bundled;
use crate::common::window::{Window, label, session, start_with};

/// 800 × 600 and 1440 × 900 at 200 %, in points, and the same without a title bar's height.
const SIZES: [[f32; 2]; 4] = [[400.0, 300.0], [400.0, 280.0], [720.0, 450.0], [800.0, 600.0]];
/// What is opened under the plot, one after the other.
const OPENED: [&[Action]; 5] =
    [&[], &[Action::Table], &[Action::StatusByParty], &[Action::Charts], &[Action::Table, Action::Charts]];

fn sized(size: [f32; 2]) -> Window {
    let mut window = start_with(bundled());
    window.set_size(size.into());
    window.run();
    window
}

/// The panels from top to bottom as they are drawn: the plot, the figures, the overview, a tab of the table, the toggles.
fn panels(window: &Window) -> Vec<(String, Rect)> {
    let mut panels = Vec::new();
    for role in [Role::Canvas, Role::Slider] {
        let found =
            window.query_all_by_role(role).map(|node| (format!("{role:?} {}", label(&node)), node.rect()));
        panels.extend(found.filter(|(_, rect)| rect.width() > 100.0));
    }
    for action in [Action::Table, Action::StatusByParty, Action::Charts] {
        panels.push((format!("{action:?}"), toggle(window, action)));
    }
    if session(window).tables.choice.is_open {
        // The first row of its panel scrolls sideways: what lies beyond the window is not drawn.
        let window_range = window.ctx.content_rect().x_range();
        let header = ["Sources", "Previous change"];
        let header =
            window.query_all_by_role(Role::Button).find(|node| header.contains(&label(node).as_str()));
        let rect = header.expect("a button of the table").rect();
        let across = rect.x_range().intersection(window_range);
        panels.push(("table".to_owned(), Rect::from_x_y_ranges(across, rect.y_range())));
    }
    panels
}

fn toggle(window: &Window, action: Action) -> Rect {
    let name = action.label(session(window).strings()).name;
    let rects =
        window.query_all_by_role(Role::Button).filter(|node| label(node) == name).map(|node| node.rect());
    // A tab of the table may have the same name.
    rects.max_by(|a, b| a.bottom().total_cmp(&b.bottom())).unwrap_or_else(|| panic!("{name} is a toggle"))
}

#[test]
fn nothing_under_the_plot_lies_over_anything_and_every_toggle_is_in_the_window() {
    for size in SIZES {
        for opened in OPENED {
            let mut window = sized(size);
            for &action in opened {
                window.state_mut().apply_command(Command::Do(action));
            }
            window.run();
            let panels = panels(&window);
            let whole = Rect::from_min_size(egui::Pos2::ZERO, size.into());
            for (at, (name, rect)) in panels.iter().enumerate() {
                assert!(whole.expand(0.5).contains_rect(*rect), "{name} {rect:?} {size:?} {opened:?}");
                for (other_name, other) in &panels[at + 1..] {
                    assert!(
                        !rect.shrink(0.5).intersects(other.shrink(0.5)),
                        "{name} {rect:?} and {other_name} {other:?}, {size:?} {opened:?}"
                    );
                }
            }
            let plot = session(&window).view.size;
            assert!(plot.height >= 75.0, "the axis and a lane stay: {plot:?} {size:?} {opened:?}");
        }
    }
}

#[test]
fn the_overview_gives_way_to_a_table_only_where_the_window_is_very_low() {
    let has_overview = |window: &Window| window.query_all_by_role(Role::Slider).next().is_some();
    let mut window = sized([720.0, 450.0]);
    window.run();
    assert!(has_overview(&window));
    window.state_mut().apply_command(Command::Do(Action::Table));
    window.run();
    assert!(has_overview(&window), "beside the table");
    let mut window = start_with(bundled());
    window.state_mut().apply_command(Command::Do(Action::Table));
    window.state_mut().apply_command(Command::Do(Action::Charts));
    window.run();
    assert!(has_overview(&window));
}

#[test]
fn russian_toggles_have_room_too() {
    let mut window = sized([400.0, 300.0]);
    window.state_mut().apply_command(Command::Do(Action::Russian));
    window.run();
    assert_eq!(session(&window).language(), Language::Russian);
    for action in [Action::Table, Action::StatusByParty, Action::Charts] {
        let rect = toggle(&window, action);
        assert!(rect.right() <= 400.5 && rect.bottom() <= 300.5, "{action:?} {rect:?}");
    }
}
