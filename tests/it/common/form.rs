//! A hand on a form: to open it on a dataset, to write into its fields by keys, and to make what is written.

use std::path::Path;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, Theme};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use treaty_timeline::session::{Command, SelectionCommand};
use treaty_timeline::timeline::Selection;

use super::window::{Window, label, press, session};
use super::{ScriptedDialogs, app_with, run_until};

pub(crate) fn open(dialogs: &ScriptedDialogs, size: [f32; 2], file: &Path) -> Window {
    let mut window = app_with(size, Theme::Light, dialogs, Some(file.to_path_buf()));
    run_until(&mut window, "the dataset is open", |app| app.session().world.path.is_some());
    window
}

pub(crate) fn settle(window: &mut Window) {
    run_until(window, "nothing is under way", |app| app.session().editing.pending.is_none());
}

pub(crate) fn write(window: &mut Window, text: &str) {
    window.event(Event::Text(text.to_owned()));
    window.run();
}

/// Presses Tab until this has the focus.
pub(crate) fn tab_to(window: &mut Window, role: Role, name: &str) {
    for _ in 0..80 {
        let has_focus =
            |node: &egui_kittest::Node<'_>| node.accesskit_node().is_focused() && label(node) == name;
        // What is a list of names has room for several lines.
        let other = if role == Role::TextInput { Role::MultilineTextInput } else { role };
        if [role, other].into_iter().any(|role| window.query_all_by_role(role).any(|node| has_focus(&node))) {
            return;
        }
        press(window, Modifiers::NONE, Key::Tab);
    }
    panic!("Tab does not lead to {name}");
}

/// Writes into the field of this name, in place of what stands there.
pub(crate) fn fill(window: &mut Window, field: &str, text: &str) {
    tab_to(window, Role::TextInput, field);
    press(window, Modifiers::COMMAND, Key::A);
    press(window, Modifiers::NONE, Key::Delete);
    write(window, text);
}

/// Makes what is typed, by Enter in a field of one line.
pub(crate) fn enter(window: &mut Window) {
    press(window, Modifiers::NONE, Key::Enter);
    settle(window);
    assert!(session(window).editing.form.is_none(), "{:?}", session(window).editing.form);
}

pub(crate) fn select(window: &mut Window, selection: Selection) {
    window.state_mut().apply_command(Command::Selection(SelectionCommand::GoTo(selection)));
    window.run();
}
