//! A hand on the whole application: to click, drag, turn the wheel, press keys, and to see what is there.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use treaty_timeline::app::App;
use treaty_timeline::session::{Action, Session};
use treaty_timeline::timeline::{Subject, TimeView};

use super::{ScriptedDialogs, app_at_pace, dataset};

pub(crate) type Window = Harness<'static, App>;

/// A place in the plot where no mark stands: below the last lane.
pub(crate) const EMPTY: Pos2 = pos2(700.0, 700.0);

pub(crate) fn start() -> Window {
    let mut window = app_at_pace(&ScriptedDialogs::default());
    window.run();
    window
}

/// A window on a dataset.
pub(crate) fn start_with(world: treaty_timeline::session::World) -> Window {
    let mut window = super::app_on(world);
    window.run();
    window
}

pub(crate) fn session(window: &Window) -> &Session {
    window.state().session()
}

pub(crate) fn time(window: &Window) -> TimeView {
    session(window).view.current.time
}

pub(crate) fn label(node: &egui_kittest::Node<'_>) -> String {
    node.accesskit_node().label().unwrap_or_default()
}

pub(crate) fn says(window: &Window, text: &str) -> bool {
    window.query_all_by_role(Role::Label).filter_map(|node| node.value()).any(|label| label.contains(text))
}

pub(crate) fn button(window: &Window, pos: Pos2, button: PointerButton, pressed: bool, modifiers: Modifiers) {
    window.event(Event::PointerButton { pos, button, pressed, modifiers });
}

/// Drags from one place to another, and lets go there after a pause, so that nothing coasts.
pub(crate) fn drag(window: &mut Window, with: PointerButton, modifiers: Modifiers, from: Pos2, to: Pos2) {
    window.event(Event::ModifiersChanged(modifiers));
    window.hover_at(from);
    button(window, from, with, true, modifiers);
    window.hover_at(from.lerp(to, 0.5));
    window.hover_at(to);
    window.step();
    window.run_steps(20);
    button(window, to, with, false, modifiers);
    window.event(Event::ModifiersChanged(Modifiers::NONE));
    window.remove_cursor();
    window.run();
}

pub(crate) fn click(window: &mut Window, at: Pos2, times: usize, modifiers: Modifiers) {
    window.event(Event::ModifiersChanged(modifiers));
    window.hover_at(at);
    for _ in 0..times {
        button(window, at, PointerButton::Primary, true, modifiers);
        button(window, at, PointerButton::Primary, false, modifiers);
    }
    window.event(Event::ModifiersChanged(Modifiers::NONE));
    window.run();
}

pub(crate) fn wheel(window: &mut Window, at: Pos2, lines: egui::Vec2, modifiers: Modifiers) {
    window.event(Event::ModifiersChanged(modifiers));
    window.hover_at(at);
    window.event(Event::MouseWheel {
        unit: egui::MouseWheelUnit::Line,
        delta: lines,
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
        modifiers,
    });
    window.step();
    window.run_steps(40);
    window.event(Event::ModifiersChanged(Modifiers::NONE));
    window.run();
}

pub(crate) fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run();
}

/// Does an action by its name in the list of commands.
pub(crate) fn choose(window: &mut Window, action: Action) {
    press(window, Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    window.event(Event::Text(action.said(session(window).words()).name.to_owned()));
    window.run();
    press(window, Modifiers::NONE, Key::Enter);
}

/// Where a mark whose name begins so is drawn.
pub(crate) fn mark(window: &Window, name: &str) -> Pos2 {
    let mut buttons = window.query_all_by_role(Role::Button);
    buttons.find(|node| label(node).starts_with(name)).expect("the mark is in the window").rect().center()
}

pub(crate) fn event(window: &Window, id: &str) -> Subject {
    Subject::Event(dataset(window.state()).find_event(id).expect("the dataset has it"))
}

/// Writes what the window shows to `$SHOTS`, if that names a folder: for people to look at.
pub(crate) fn shot(window: &mut Window, name: &str) {
    if let Some(folder) = std::env::var_os("SHOTS") {
        let picture = window.render().expect("it can be drawn");
        picture.save(std::path::Path::new(&folder).join(format!("{name}.png"))).expect("it can be written");
    }
}
