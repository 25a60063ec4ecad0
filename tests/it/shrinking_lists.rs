//! Presses at what has just changed under the pointer: bars of lists that became shorter in the same moment. A fault of
//! drawing is not caught here, as it is in a window, so that one ends the test.

use crate::common::window::{Window, press, session};
use crate::common::{ScriptedDialogs, app_with};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, pos2};
use egui_kittest::kittest::Queryable as _;

use treaty_timeline::session::{Action, Command};

/// Scales of text at which places do not fall on whole pixels.
const PERCENTS: [usize; 3] = [0, 1, 3];

fn window(steps: usize) -> Window {
    let mut window = app_with([1000.0, 700.0], egui::Theme::Light, &ScriptedDialogs::default(), None);
    for _ in 0..steps {
        window.state_mut().apply_command(Command::Do(Action::TextLarger));
    }
    window.run();
    window
}

/// Points on and beside each bar that there is.
fn bars(window: &Window) -> Vec<Pos2> {
    let rects: Vec<_> = window.query_all_by_role(Role::ScrollBar).map(|bar| bar.rect()).collect();
    let xs = |rect: &egui::Rect| [rect.left() + 0.5, rect.center().x, rect.right() - 0.5];
    let points = |rect: &egui::Rect| {
        let ys = [0.02, 0.2, 0.5, 0.8, 0.98].map(|share| rect.top() + share * rect.height());
        xs(rect).into_iter().flat_map(|x| ys.map(|y| pos2(x, y))).collect::<Vec<_>>()
    };
    rects.iter().flat_map(points).collect()
}

/// Presses at a point in the frame in which `change` arrives, and in the two after it.
fn press_while(window: &mut Window, at: Pos2, change: &[Event]) {
    let button = |pressed| Event::PointerButton {
        pos: at,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    window.hover_at(at);
    window.step();
    for event in change {
        window.event(event.clone());
    }
    for frame in 0..3 {
        window.event(button(frame % 2 == 0));
        window.step();
    }
    window.event(button(false));
    window.step();
}

#[test]
fn a_press_at_the_bar_of_a_list_that_has_just_become_shorter_ends_no_frame() {
    for steps in PERCENTS {
        let mut window = window(steps);
        let open = |window: &mut Window| {
            window.state_mut().apply_command(Command::Do(Action::Palette));
            window.run();
        };
        open(&mut window);
        let points = bars(&window);
        assert!(!points.is_empty(), "the list of commands is longer than its room");
        for at in points {
            for typed in ["zoom", "dark", "no such command"] {
                press_while(&mut window, at, &[Event::Text(typed.to_owned())]);
                press(&mut window, Modifiers::NONE, Key::Escape);
                if session(&window).overlay.is_none() {
                    open(&mut window);
                }
            }
        }
    }
}

#[test]
fn a_press_at_the_bar_of_details_that_have_just_become_shorter_ends_no_frame() {
    for steps in PERCENTS {
        let mut window = window(steps);
        window.state_mut().apply_command(Command::Do(Action::Last));
        window.run();
        let key = |key: Key| Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: Modifiers::NONE,
        };
        for at in bars(&window) {
            for change in [key(Key::Home), key(Key::End), key(Key::Escape)] {
                press_while(&mut window, at, &[change]);
            }
        }
    }
}
