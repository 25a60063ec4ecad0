//! What a hand does on mouse and touchpad, at sixty frames a second. `reading.rs` has the strip, the line of the law,
//! headings and the right click; `app_flow.rs` Tab and Enter.

use crate::common::window::Window;
use crate::common::window::{
    EMPTY, button, choose, click, drag, event, label, mark, press, says, session, start, start_with, time,
    wheel,
};
use crate::common::{dataset, world_of};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, pos2};
use egui_kittest::kittest::Queryable as _;

use treaty_timeline::session::Action;
use treaty_timeline::timeline::{Selection, Subject, TimeView};

#[test]
fn a_pan_that_is_let_go_in_motion_coasts_and_one_that_rests_does_not() {
    let modifiers = Modifiers::NONE;
    for rests in [true, false] {
        let mut window = start();
        press(&mut window, modifiers, Key::Plus);
        let before = time(&window);
        let at = |i: usize| pos2(700.0 - 12.0 * i as f32, 700.0);
        window.hover_at(at(0));
        button(&window, at(0), PointerButton::Primary, true, modifiers);
        for i in 1..12 {
            window.hover_at(at(i));
        }
        window.step();
        if rests {
            window.run_steps(20);
        }
        let dragged = time(&window).start - before.start;
        button(&window, at(11), PointerButton::Primary, false, modifiers);
        window.run();
        let coasted = time(&window).start - before.start;
        assert!(dragged > 0.0);
        assert_eq!(coasted > dragged * 1.05, !rests, "dragged {dragged}, came to rest at {coasted}");
    }
}

#[test]
fn a_middle_drag_pans_too() {
    let mut window = start();
    press(&mut window, Modifiers::NONE, Key::Plus);
    let before = time(&window);
    drag(&mut window, PointerButton::Middle, Modifiers::NONE, EMPTY, pos2(600.0, 700.0));
    assert!(time(&window).start > before.start);
    assert_eq!(time(&window).span, before.span);
}

#[test]
fn ctrl_drag_zooms_to_the_box_and_back_undoes_it() {
    let mut window = start();
    let before = session(&window).view.current;
    drag(&mut window, PointerButton::Primary, Modifiers::COMMAND, pos2(500.0, 400.0), pos2(700.0, 500.0));
    let after = time(&window);
    let width = f64::from(session(&window).view.size.width) - 236.0;
    let share = after.span / before.time.span;
    assert!((share - 200.0 / width).abs() < 0.01, "the box was {} of the plot, now {share}", 200.0 / width);
    press(&mut window, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(session(&window).view.current, before);
}

#[test]
fn shift_drag_and_a_drag_on_the_axis_select_a_time_range() {
    for (modifiers, y) in [(Modifiers::SHIFT, 600.0), (Modifiers::NONE, 94.0)] {
        let mut window = start();
        let before = session(&window).view.current;
        drag(&mut window, PointerButton::Primary, modifiers, pos2(900.0, y), pos2(700.0, y));
        assert_eq!(session(&window).view.current, before, "choosing moves nothing");
        let (from, to) = session(&window).selection.time_range.unwrap();
        assert!(from < to, "also from right to left");
        let counts = session(&window).time_range_counts().unwrap();
        let events = dataset(window.state()).events();
        let inside = events.iter().filter(|event| (from..to).contains(&event.at())).count();
        assert_eq!((counts.events, counts.hidden_events), (inside, 0));
        assert!(inside > 10, "{inside}");
        assert!(says(&window, &format!("EVENTS · {inside}")));
        assert!(counts.days > 1000 && says(&window, " days"));

        window.get_by_role_and_label(Role::Button, "Zoom to range").click();
        window.run();
        let shown = time(&window);
        assert!(shown.shows(from) && shown.shows(to) && shown.span < before.time.span);
        press(&mut window, Modifiers::NONE, Key::Escape);
        assert_eq!(session(&window).selection.time_range, None);
    }
}

#[test]
fn a_double_click_on_the_empty_plot_zooms_in_and_with_shift_out() {
    let mut window = start();
    let before = time(&window).span;
    click(&mut window, EMPTY, 2, Modifiers::NONE);
    assert!((time(&window).span / before - 0.5).abs() < 0.01);
    window.run_steps(60);
    click(&mut window, EMPTY, 2, Modifiers::SHIFT);
    assert!((time(&window).span / before - 1.0).abs() < 0.01);
}

#[test]
fn a_double_click_opens_a_crowd() {
    let mut window = start();
    let crowds = |window: &Window| -> Vec<String> {
        let buttons = window.query_all_by_role(Role::Button).map(|node| label(&node));
        buttons.filter(|name| name.starts_with("New START: ") && name.contains(" · cluster of ")).collect()
    };
    let before = crowds(&window);
    let at = mark(&window, &before[0]);
    let span = time(&window).span;
    click(&mut window, at, 2, Modifiers::NONE);
    assert!(time(&window).span < span / 2.0, "it zooms in to the crowd");
    let name = &before[0];
    assert!(!crowds(&window).contains(name), "{name} is still one mark");
    press(&mut window, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(time(&window).span, span);
}

#[test]
fn ctrl_click_picks_one_more_and_shift_click_all_between() {
    let mut window = start();
    let (signed, ends) = (event(&window, "CTBT-opened"), event(&window, "INF-terminated"));
    let at = mark(&window, "CTBT: Opened for signature");
    click(&mut window, at, 1, Modifiers::NONE);
    assert_eq!(session(&window).selection.selected, signed.selection());
    press(&mut window, Modifiers::NONE, Key::X);
    assert_eq!(session(&window).selection.several, [signed]);

    let at = mark(&window, "INF Treaty: Treaty terminates");
    click(&mut window, at, 1, Modifiers::COMMAND);
    assert_eq!(session(&window).selection.several, [signed, ends]);
    assert!(says(&window, "SELECTED · 2"));
    window.get_by_role_and_label(Role::Button, "Copy citations").click();
    window.run();
    assert!(says(&window, "2 citations copied"));

    // From what is selected to what is clicked, in its lane.
    let at = mark(&window, "CTBT: US Senate rejects");
    click(&mut window, at, 1, Modifiers::SHIFT);
    let ctbt = dataset(window.state()).find_treaty("CTBT").unwrap();
    let life = dataset(window.state()).events_of(ctbt);
    let picked = &session(&window).selection.several;
    let of_ctbt = picked.iter().filter(|subject| matches!(subject, Subject::Event(id) if life.contains(id)));
    assert!(of_ctbt.count() > 2, "{picked:?}");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(session(&window).selection.several.is_empty());
}

#[test]
fn the_wheel_scrolls_lanes_with_shift_time_and_with_ctrl_it_zooms_at_the_pointer() {
    let mut window = start();
    // Little room, so that lanes can be scrolled.
    window.set_size(egui::vec2(1440.0, 420.0));
    window.run();
    let (over_lanes, over_heads) = (pos2(700.0, 200.0), pos2(100.0, 200.0));
    for at in [over_lanes, over_heads] {
        let before = session(&window).view.current;
        wheel(&mut window, at, egui::vec2(0.0, -1.0), Modifiers::NONE);
        assert_eq!(time(&window), before.time);
        assert!(session(&window).view.current.scroll > before.scroll, "it scrolls");
    }
    let before = session(&window).view.current;
    wheel(&mut window, over_lanes, egui::vec2(0.0, 1.0), Modifiers::SHIFT);
    assert_eq!(time(&window).span, before.time.span);
    assert_eq!(session(&window).view.current.scroll, before.scroll);
    assert!(time(&window).start < before.time.start, "with Shift it moves in time");
    let before = time(&window);
    wheel(&mut window, over_lanes, egui::vec2(0.0, 1.0), Modifiers::COMMAND);
    assert!(time(&window).span < before.span, "with Ctrl it zooms");
    let size = session(&window).view.size;
    let under = |time: TimeView| {
        let x = f64::from(over_lanes.x - window.get_by_role(Role::Canvas).rect().left());
        session(&window).view.rows.scale(size, time).secs_at(x)
    };
    let moved = (under(time(&window)) - under(before)).abs();
    assert!(moved < before.span / 1e4, "the date under the pointer moved by {moved} s");
}

#[test]
fn the_hint_at_the_first_turn_of_the_wheel_lets_it_zoom_and_does_not_come_back() {
    let mut window = start();
    window.set_size(egui::vec2(1440.0, 420.0));
    window.run();
    let at = pos2(700.0, 200.0);
    assert!(!says(&window, "The wheel scrolls lanes"));
    wheel(&mut window, at, egui::vec2(0.0, -1.0), Modifiers::NONE);
    assert!(says(&window, "The wheel scrolls lanes; Ctrl+wheel zooms"));
    window.get_by_role_and_label(Role::Button, "Let the wheel zoom instead").click();
    window.run();
    assert!(!says(&window, "The wheel scrolls lanes"));
    let before = session(&window).view.current;
    wheel(&mut window, at, egui::vec2(0.0, 1.0), Modifiers::NONE);
    assert!(time(&window).span < before.time.span, "now it zooms");
    assert_eq!(session(&window).view.current.scroll, before.scroll);
    choose(&mut window, Action::WheelZooms);
    wheel(&mut window, at, egui::vec2(0.0, -1.0), Modifiers::NONE);
    assert!(!says(&window, "The wheel scrolls lanes"), "it was answered");
    assert!(session(&window).settings.preferences.is_wheel_hint_closed);
}

#[test]
fn a_pinch_zooms_where_it_is() {
    let mut window = start();
    let before = time(&window).span;
    window.hover_at(EMPTY);
    window.event(Event::Zoom(1.5));
    window.run();
    assert!((before / time(&window).span - 1.5).abs() < 0.01);
}

#[test]
fn a_head_dragged_to_the_top_is_pinned_there_and_dragged_away_is_let_go() {
    let mut window = start();
    let pinned = |window: &Window| -> Vec<String> {
        let dataset = dataset(window.state());
        session(window)
            .view
            .arrangement
            .pinned
            .iter()
            .map(|&id| dataset.treaty(id).name.to_string())
            .collect()
    };
    let head = |window: &Window, name: &str| mark(window, &format!("{name}, "));
    let top = pos2(100.0, 90.0);
    for name in ["NPT", "CTBT"] {
        let from = head(&window, name);
        drag(&mut window, PointerButton::Primary, Modifiers::NONE, from, top);
    }
    assert_eq!(pinned(&window), ["CTBT", "NPT"], "the second was dropped before the first");
    let (from, to) = (head(&window, "CTBT"), head(&window, "NPT") + egui::vec2(0.0, 15.0));
    drag(&mut window, PointerButton::Primary, Modifiers::NONE, from, to);
    assert_eq!(pinned(&window), ["NPT", "CTBT"]);
    let from = head(&window, "NPT");
    drag(&mut window, PointerButton::Primary, Modifiers::NONE, from, pos2(100.0, 600.0));
    assert_eq!(pinned(&window), ["CTBT"]);
}

#[test]
fn a_double_click_lists_a_cluster_also_where_there_are_more_marks_than_widgets() {
    let mut treaties = Vec::new();
    let mut events = Vec::new();
    for lane in 0..10 {
        treaties.push(format!(r#"{{"id":"T{lane}","name":"Pact {lane}","category":"Made up"}}"#));
        events.extend(
            (0..60).map(|i| (format!("T{lane}"), format!("e{lane}-{i}"), format!("{}", 1900 + 2 * i))),
        );
    }
    events.extend((0..40).map(|i| ("L".to_owned(), format!("l{i}"), "1990-05-05".to_owned())));
    let events: Vec<String> = events
        .iter()
        .map(|(treaty, id, date)| {
            format!(
                r#"{{"id":"{id}","treaty":"{treaty}","type":"meeting","title":"Meeting {id}",
                "dates":[{{"edtf":"{date}","source":"s"}}]}}"#
            )
        })
        .collect();
    let mut window = start_with(world_of(&format!(
        r#"{{"format":"treaty-timeline/1","title":"Made up","sources":[{{"id":"s","title":"A source"}}],
        "treaties":[{},{{"id":"L","name":"Last pact","category":"Made up"}}],"events":[{}]}}"#,
        treaties.join(","),
        events.join(",")
    )));
    let before = session(&window).view.current;
    let size = session(&window).view.size;
    let scene = crate::common::scene_at(&session(&window).world, before, size, Selection::Nothing);
    let lane = scene.lanes.iter().find(|lane| lane.name == "Last pact").expect("it is in the window");
    let cluster = lane.events.iter().find(|mark| mark.count == 40).expect("no zoom parts it");
    let is_widget = |node: egui_kittest::Node<'_>| label(&node).starts_with("Last pact: Meeting");
    assert!(!window.query_all_by_role(Role::Button).any(is_widget), "there are too many before it");
    let corner = window.get_by_role(Role::Canvas).rect().min;
    let at = pos2(corner.x + cluster.at.x, corner.y + cluster.at.y);
    click(&mut window, at, 2, Modifiers::NONE);
    assert_eq!(time(&window), before.time, "zooming would not part them");
    assert!(says(&window, "ALSO IN THIS CLUSTER · 39"));
}
