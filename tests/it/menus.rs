//! Where things are found: menus, the control of the status date, the toggles below the plot, context menus, and tables as
//! a screen reader has them.

use crate::common::window::{EMPTY, Window, button, label, press, says, session, start, start_with, time};
use crate::common::{ScriptedDialogs, app, bundled};
use egui::accesskit::{Role, SortDirection};
use egui::{Event, Key, Modifiers, PointerButton, Theme};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use treaty_timeline::domain::Moment;
use treaty_timeline::session::{Action, Command, FilesCommand, TableChoice, TableKind, TablesCommand};
use treaty_timeline::timeline::Selection;

fn click(window: &mut Window, name: &str) {
    window.get_by_role_and_label(Role::Button, name).click();
    window.run();
}

fn has(window: &Window, name: &str) -> bool {
    window.query_all_by_role(Role::Button).any(|node| label(&node) == name)
}

fn status_day(window: &Window) -> Option<Moment> {
    session(window).law.status.as_ref().map(|status| status.day)
}

fn day(year: i32, month: u32, day: u32) -> Option<Moment> {
    Moment::from_ymd(year, month, day)
}

#[test]
fn the_menus_stand_from_left_to_right_and_each_opens() {
    let mut window = start();
    let left = |window: &Window, name: &str| window.get_by_role_and_label(Role::Button, name).rect().left();
    let names = ["File", "Edit", "View", "Go", "Help", "Status on: today", "Open…"];
    let places: Vec<f32> = names.iter().map(|name| left(&window, name)).collect();
    assert!(places.is_sorted(), "{places:?}");
    for (menu, entry) in [
        ("File", "Compare with…"),
        ("Edit", "Clear all filters"),
        ("View", "Logarithmic scale"),
        ("Go", "One screen earlier"),
        ("Help", "Keyboard and mouse"),
    ] {
        click(&mut window, menu);
        assert!(has(&window, entry), "{menu} has {entry}");
        press(&mut window, Modifiers::NONE, Key::Escape);
    }
}

#[test]
fn nothing_of_the_top_bar_is_lost_in_a_small_window_or_with_large_text() {
    for size in [[800.0, 600.0], [640.0, 420.0], [400.0, 300.0]] {
        let mut window = app(size, Theme::Light, &ScriptedDialogs::default());
        window.run();
        let right = window.get_by_role_and_label(Role::Button, "Switch to dark").rect().right();
        assert!(right <= size[0], "{right} of {size:?}");
        let menu = if has(&window, "File") { "File" } else { "Menu" };
        let rect = window.get_by_role_and_label(Role::Button, menu).rect();
        assert!(rect.left() >= 0.0, "{size:?}");
    }
}

#[test]
fn the_status_date_is_chosen_in_a_calendar_by_pointer_and_by_key() {
    let mut window = start();
    click(&mut window, "Status on: today");
    // The month of today, the 24th of November 2026.
    assert!(has(&window, "24 November 2026, today"));
    click(&mut window, "12 November 2026");
    assert_eq!(status_day(&window), day(2026, 11, 12));
    assert!(has(&window, "Status on: 12 Nov 2026"));

    click(&mut window, "Status on: 12 Nov 2026");
    click(&mut window, "One year earlier");
    window.get_by_role_and_label(Role::Button, "12 November 2025").focus();
    window.run();
    for key in [Key::ArrowRight, Key::ArrowDown, Key::Enter] {
        press(&mut window, Modifiers::NONE, key);
    }
    assert_eq!(status_day(&window), day(2025, 11, 20));

    click(&mut window, "Clear the status date");
    assert_eq!(status_day(&window), None);
    assert!(has(&window, "Status on: today") && !has(&window, "Clear the status date"));
}

#[test]
fn the_status_date_is_typed_and_stepped_from_change_to_change() {
    let mut window = start();
    click(&mut window, "Status on: today");
    // Though the calendar has the focus.
    window.event(Event::Text("1 August 2019".to_owned()));
    window.run();
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(status_day(&window), day(2019, 8, 1));
    click(&mut window, "Status on: 1 Aug 2019");
    // The INF Treaty ends.
    click(&mut window, "Next change: 2 Aug 2019");
    assert_eq!(status_day(&window), day(2019, 8, 2));
    let before = session(&window).change_of_status(false).expect("there is one");
    assert!(before < day(2019, 8, 2).unwrap());
}

#[test]
fn the_toggles_below_the_plot_show_and_hide_and_say_so() {
    let mut window = start_with(bundled());
    for (name, key) in [("Table", Key::T), ("Status by party", Key::Y)] {
        let is_on = |window: &Window| {
            window.get_by_role_and_label(Role::Button, name).accesskit_node().is_selected() == Some(true)
                || window.get_by_role_and_label(Role::Button, name).accesskit_node().toggled()
                    == Some(egui::accesskit::Toggled::True)
        };
        assert!(!is_on(&window), "{name}");
        click(&mut window, name);
        assert!(is_on(&window), "{name}");
        press(&mut window, Modifiers::COMMAND, key);
        assert!(!is_on(&window), "{name}");
    }
    let before = time(&window).span;
    click(&mut window, "Zoom in");
    assert!(time(&window).span < before);
    click(&mut window, "Show whole period");
    assert!(time(&window).span >= before);
}

#[test]
fn empty_space_has_a_menu_for_the_date_under_the_pointer() {
    let mut window = start();
    let open = |window: &mut Window| {
        window.hover_at(EMPTY);
        for pressed in [true, false] {
            button(window, EMPTY, PointerButton::Secondary, pressed, Modifiers::NONE);
        }
        window.run();
    };
    open(&mut window);
    click(&mut window, "Status on this date");
    let chosen = status_day(&window).expect("it is set");
    open(&mut window);
    click(&mut window, "Select period from here");
    assert_eq!(session(&window).selection.time_range.map(|(from, _)| from), Some(chosen));
    open(&mut window);
    {
        // Another button of this name stands in the bar below the plot; the menu stands at the pointer.
        let entries =
            window.query_all_by_role(Role::Button).filter(|node| label(node) == "Show whole period");
        let distance = |node: &egui_kittest::Node<'_>| node.rect().distance_to_pos(EMPTY);
        entries.min_by(|a, b| distance(a).total_cmp(&distance(b))).expect("the menu has it").click();
    }
    window.run();
    assert!(says(&window, "treaties"));
}

#[test]
fn a_table_is_a_table_for_a_screen_reader() {
    let mut window = start();
    press(&mut window, Modifiers::COMMAND, Key::T);
    let rows = session(&window).tables.rows.order.len();
    let columns = session(&window).tables.choice.columns().count();
    {
        let table = window.get_by_role_and_label(Role::Table, "Events");
        let node = table.accesskit_node();
        assert_eq!(node.data().row_count(), Some(rows + 1), "the headings are a row");
        assert_eq!(node.data().column_count(), Some(columns));
    }
    assert_eq!(window.query_all_by_role(Role::ColumnHeader).count(), columns);
    let first = window.query_all_by_role(Role::Row).nth(1).expect("a row").accesskit_node();
    assert_eq!(first.data().row_index(), Some(1));
    assert_eq!(first.children().count(), columns, "its cells are in it");
    assert!(first.children().all(|cell| cell.role() == Role::Cell));
    click(&mut window, "Title");
    let sorted: Vec<SortDirection> = window
        .query_all_by_role(Role::ColumnHeader)
        .filter_map(|node| node.accesskit_node().data().sort_direction())
        .collect();
    assert_eq!(sorted, [SortDirection::Ascending]);
    press(&mut window, Modifiers::COMMAND, Key::Y);
    assert!(window.query_by_role_and_label(Role::Table, "Status by party").is_some());
}

#[test]
fn several_rows_are_selected_and_copied_and_the_timeline_has_them_too() {
    let mut window = start();
    press(&mut window, Modifiers::COMMAND, Key::T);
    let row = |window: &Window, index: usize| {
        let row = window.query_all_by_role(Role::Row).nth(index + 1).expect("a row").accesskit_node();
        // The text in its first cell.
        let cell = row.children().next().expect("a cell").children().next().expect("a text").id();
        window.get_by(|node| node.id() == cell).rect().center()
    };
    let click_row = |window: &mut Window, index: usize, modifiers: Modifiers| {
        let at = row(window, index);
        crate::common::window::click(window, at, 1, modifiers);
    };
    click_row(&mut window, 0, Modifiers::NONE);
    click_row(&mut window, 3, Modifiers::SHIFT);
    assert_eq!(session(&window).selected_table_rows(), [0, 1, 2, 3]);
    assert_eq!(session(&window).selection.several.len(), 4);
    click_row(&mut window, 2, Modifiers::COMMAND);
    assert_eq!(session(&window).selected_table_rows(), [0, 1, 3]);
    click_row(&mut window, 1, Modifiers::NONE);
    assert_eq!(session(&window).selected_table_rows(), [1]);
    for _ in 0..2 {
        press(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    }
    assert_eq!(session(&window).selected_table_rows(), [1, 2, 3], "with the keys");
}

#[test]
fn steps_of_the_status_date_follow_what_the_filter_shows() {
    let mut window = start_with(bundled());
    let act = |window: &mut Window, action| window.state_mut().apply_command(Command::Do(action));
    act(&mut window, Action::PreviousChange);
    let first = status_day(&window).expect("it is set");
    act(&mut window, Action::PreviousChange);
    assert!(status_day(&window).expect("it is set") < first);
    act(&mut window, Action::NextChange);
    assert_eq!(status_day(&window), Some(first));
    assert_eq!(session(&window).selection.selected, Selection::Nothing);
    // A dataset without a treaty has no change, and says so.
    let empty = crate::common::world_of(r#"{"format":"treaty-timeline/1","title":"Nothing"}"#);
    window.state_mut().apply_command(Command::Files(FilesCommand::Loaded(std::sync::Arc::new(empty))));
    act(&mut window, Action::NextChange);
    assert_eq!(session(&window).status_message.as_deref(), Some("No further changes"));
    let choice = TableChoice { is_open: true, kind: TableKind::Law, ..TableChoice::default() };
    window.state_mut().apply_command(Command::Tables(TablesCommand::Choose(choice)));
    act(&mut window, Action::Table);
    assert_eq!(
        session(&window).tables.choice.kind,
        TableKind::Events,
        "a table takes the place of the matrix"
    );
}
