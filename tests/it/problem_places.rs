//! A problem in the list of problems leads to its place in the file: the row of a table, or the lines around it.

use std::path::PathBuf;

use crate::common::window::{Window, choose, label, says, session};
use crate::common::{ScriptedDialogs, app_with, fixture, run_until};
use egui::Theme;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use treaty_timeline::session::Action;

/// A window in which a file is opened or refused.
fn start(file: PathBuf) -> Window {
    let mut window = app_with([1440.0, 900.0], Theme::Light, &ScriptedDialogs::default(), Some(file));
    run_until(&mut window, "it is read", |app| {
        app.session().files.refused.is_some() || app.session().world.path.is_some()
    });
    window
}

/// Presses the button of the first problem at such a place.
fn show(window: &mut Window, place: &str) {
    let names = window.query_all_by_role(Role::Button).map(|node| label(&node));
    let all: Vec<String> = names.collect();
    let name = all.iter().find(|name| name.starts_with(place)).unwrap_or_else(|| panic!("{all:?}"));
    window.query_all_by_role_and_label(Role::Button, name).next().expect("it is there").click();
    run_until(window, "the place is shown", |app| app.session().files.place.is_some());
}

#[test]
fn the_row_of_a_table_is_shown_with_its_header_and_neighbours() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("list.csv");
    let rows = "Date,Title,Group\n1987-12-08,Signed,A\n1988-06-01,In force,A\n1990-13-45,Broken,A\n1991-01-01,Later,A\n";
    std::fs::write(&file, rows).expect("it can be written");
    let mut window = start(file);
    choose(&mut window, Action::Problems);
    show(&mut window, "Show the problem in row 4");
    let tables = window.query_all_by_role(Role::Table).map(|node| label(&node));
    assert!(tables.into_iter().any(|name| name.starts_with("Rows around the problem in row 4")));
    for text in ["1990-13-45", "Broken", "In force", "Later"] {
        assert!(says(&window, text), "{text}");
    }
    let selected =
        window.query_all_by_role(Role::Row).filter(|node| node.accesskit_node().is_selected() == Some(true));
    assert_eq!(selected.count(), 1, "the row is marked for a screen reader too");
    window.get_by_role_and_label(Role::Button, "Back to the list").click();
    window.run();
    assert!(session(&window).files.place.is_none() && session(&window).files.problems_open);
}

#[test]
fn the_lines_of_a_refused_file_are_shown_with_the_marked_one() {
    let mut window = start(fixture("json-syntax.json"));
    assert!(session(&window).files.problems_open);
    show(&mut window, "Show the problem in line ");
    let line = session(&window).files.place.as_ref().expect("it is shown").problem.line;
    let is_marked = (1..4).any(|digits| says(&window, &format!(">{line:digits$}  ")));
    assert!(is_marked, "line {line} is marked by a sign");
    choose(&mut window, Action::Escape);
    assert!(session(&window).files.place.is_none() && session(&window).files.problems_open);
}
