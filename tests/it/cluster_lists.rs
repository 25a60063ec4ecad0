//! The list that a click on the number of a cluster opens: what it lists, the keyboard in it, and what it gives way to.

use crate::common::window::{EMPTY, Window, click, label, mark, press, session, start_with, time};
use crate::common::{dataset, world_of};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use treaty_timeline::timeline::Selection;

/// The lines of the open list.
fn lines(window: &Window) -> Vec<String> {
    window.query_all_by_role(Role::ListBoxOption).map(|node| label(&node)).collect()
}

/// A treaty with forty meetings on one day, and six quotations on another.
fn crowded() -> Window {
    let events: Vec<String> = (0..40)
        .map(|i| {
            format!(
                r#"{{"id":"e{i}","treaty":"T","type":"meeting","title":"Meeting {i}",
                "dates":[{{"edtf":"1990-05-05","source":"s"}}]}}"#
            )
        })
        .collect();
    let statements: Vec<String> = (0..6)
        .map(|i| {
            format!(
                r#"{{"id":"q{i}","about":[{{"treaty":"T"}}],"speaker":"p","date":"1990-05-0{}","lang":"en",
                "quote":"So it was said {i}","source":"s"}}"#,
                i + 1
            )
        })
        .collect();
    start_with(world_of(&format!(
        r#"{{"format":"treaty-timeline/1","title":"Made up","sources":[{{"id":"s","title":"A source"}}],
        "speakers":[{{"id":"p","name":"A speaker"}}],
        "treaties":[{{"id":"T","name":"Pact","category":"Made up"}}],"events":[{},
        {{"id":"a","treaty":"T","type":"signed","dates":[{{"edtf":"1950","source":"s"}}]}}],"statements":[{}]}}"#,
        events.join(","),
        statements.join(",")
    )))
}

#[test]
fn a_click_on_a_number_lists_what_it_stands_for_also_where_no_zoom_parts_it() {
    let mut window = crowded();
    let before = time(&window);
    let at = mark(&window, "Pact: Meeting");
    for clicks in [1, 2] {
        click(&mut window, at, clicks, Modifiers::NONE);
        assert_eq!(time(&window), before, "zooming would not part them");
        let list = session(&window).selection.cluster_list.as_ref().expect("it is open");
        assert_eq!((list.subjects.len(), list.can_split), (40, false));
        let listed = lines(&window);
        assert!(listed.iter().any(|name| name.contains("Pact: Meeting 0, ")), "{listed:?}");
        assert!(listed.len() < 40, "only those in sight are drawn");
        press(&mut window, Modifiers::NONE, Key::Escape);
        assert!(session(&window).selection.cluster_list.is_none());
    }
    click(&mut window, at, 1, Modifiers::NONE);
    let last = window.query_all_by_role(Role::ListBoxOption).next().expect("there is a line");
    let name = label(&last);
    last.click();
    window.run();
    assert!(session(&window).selection.cluster_list.is_none(), "what was chosen closes the list");
    let Selection::Event(id) = session(&window).selection.selected else { panic!("nothing is selected") };
    assert!(name.contains(&*dataset(window.state()).event(id).title), "{name}");
    // A click elsewhere closes it too.
    click(&mut window, at, 1, Modifiers::NONE);
    assert!(session(&window).selection.cluster_list.is_some());
    click(&mut window, EMPTY, 1, Modifiers::NONE);
    assert!(session(&window).selection.cluster_list.is_none());
}

#[test]
fn the_list_of_a_number_is_opened_walked_and_closed_by_keyboard() {
    let mut window = crowded();
    let focus = |window: &mut Window| {
        let is_cluster = |node: &egui_kittest::Node<'_>| label(node).contains(" · cluster of 40");
        window.query_all_by_role(Role::Button).find(is_cluster).expect("it is one mark").focus();
        window.run();
    };
    focus(&mut window);
    press(&mut window, Modifiers::NONE, Key::Enter);
    let focused = |window: &Window| {
        window.query_all_by_role(Role::ListBoxOption).find(|node| node.is_focused()).map(|node| label(&node))
    };
    let first = focused(&window).expect("the list has the focus");
    assert!(first.contains("Pact: Meeting 0, "), "it opens at its top: {first}");
    for _ in 0..25 {
        press(&mut window, Modifiers::NONE, Key::ArrowDown);
    }
    let later = focused(&window).expect("the focus scrolls into sight");
    assert_ne!(first, later);
    press(&mut window, Modifiers::NONE, Key::ArrowUp);
    let chosen = focused(&window).expect("one up");
    assert_ne!(chosen, later);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(session(&window).selection.cluster_list.is_none());
    let Selection::Event(id) = session(&window).selection.selected else { panic!("nothing is selected") };
    assert!(chosen.contains(&*dataset(window.state()).event(id).title), "{chosen}");

    focus(&mut window);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(session(&window).selection.cluster_list.is_some());
    let selected = session(&window).selection.selected;
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(session(&window).selection.cluster_list.is_none());
    assert_eq!(session(&window).selection.selected, selected, "Escape closes the list and nothing else");
    press(&mut window, Modifiers::NONE, Key::Enter);
    press(&mut window, Modifiers::COMMAND, Key::F);
    assert!(session(&window).selection.cluster_list.is_none(), "what is opened after it takes its place");

    press(&mut window, Modifiers::NONE, Key::Escape);
    focus(&mut window);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(session(&window).selection.cluster_list.is_some());
    press(&mut window, Modifiers::NONE, Key::E);
    window.run();
    assert!(session(&window).shown_form().is_some());
    assert!(session(&window).selection.cluster_list.is_none(), "it would lie on the form");
}

#[test]
fn the_list_of_quotations_says_who_said_what_and_zooms_in_to_them() {
    let mut window = crowded();
    let at = mark(&window, "Pact: A speaker");
    click(&mut window, at, 1, Modifiers::NONE);
    let listed = lines(&window);
    assert_eq!(listed.len(), 6, "{listed:?}");
    assert!(listed[0].starts_with("A speaker, 1 May 1990: “So it was said 0"), "{listed:?}");
    let before = time(&window);
    window.get_by_role_and_label(Role::Button, "Zoom in to these").click();
    window.run();
    assert!(time(&window).span < before.span / 10.0);
    assert!(session(&window).selection.cluster_list.is_none());
}
