//! What a hand does on mouse, touchpad and keyboard: every gesture and every key of the table does what it says.
#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod common;

use std::sync::{Arc, Mutex};

use common::{ScriptedDialogs, app_at_pace, dataset, run_until};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use treaty_timeline::app::App;
use treaty_timeline::domain::Moment;
use treaty_timeline::language::Language;
use treaty_timeline::session::{Action, Session, Shortcut};
use treaty_timeline::timeline::{Selection, Subject, TimeView};

type Window = Harness<'static, App>;

/// A place in the plot where no mark stands: below the last lane.
const EMPTY: Pos2 = pos2(700.0, 700.0);

fn start() -> Window {
    let mut window = app_at_pace(&ScriptedDialogs::default());
    window.run();
    window
}

fn session(window: &Window) -> &Session {
    window.state().session()
}

fn time(window: &Window) -> TimeView {
    session(window).view.time
}

fn label(node: &egui_kittest::Node<'_>) -> String {
    node.accesskit_node().label().unwrap_or_default()
}

fn says(window: &Window, text: &str) -> bool {
    window.query_all_by_role(Role::Label).filter_map(|node| node.value()).any(|label| label.contains(text))
}

fn button(window: &Window, pos: Pos2, button: PointerButton, pressed: bool, modifiers: Modifiers) {
    window.event(Event::PointerButton { pos, button, pressed, modifiers });
}

/// Drags from one place to another, and lets go there after a pause, so that nothing coasts.
fn drag(window: &mut Window, with: PointerButton, modifiers: Modifiers, from: Pos2, to: Pos2) {
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

fn click(window: &mut Window, at: Pos2, times: usize, modifiers: Modifiers) {
    window.event(Event::ModifiersChanged(modifiers));
    window.hover_at(at);
    for _ in 0..times {
        button(window, at, PointerButton::Primary, true, modifiers);
        button(window, at, PointerButton::Primary, false, modifiers);
    }
    window.event(Event::ModifiersChanged(Modifiers::NONE));
    window.run();
}

fn wheel(window: &mut Window, at: Pos2, lines: egui::Vec2, modifiers: Modifiers) {
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

fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run();
}

/// Does an action by its name in the list of commands.
fn choose(window: &mut Window, action: Action) {
    press(window, Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    window.event(Event::Text(action.said(session(window).words()).name.to_owned()));
    window.run();
    press(window, Modifiers::NONE, Key::Enter);
}

/// Where a mark whose name begins so is drawn.
fn mark(window: &Window, name: &str) -> Pos2 {
    let mut buttons = window.query_all_by_role(Role::Button);
    buttons.find(|node| label(node).starts_with(name)).unwrap().rect().center()
}

fn event(window: &Window, id: &str) -> Subject {
    Subject::Event(dataset(window.state()).find_event(id).unwrap())
}

#[test]
fn a_pan_that_is_let_go_in_motion_coasts_and_one_that_rests_does_not() {
    for (rests, modifiers) in [(true, Modifiers::NONE), (false, Modifiers::NONE)] {
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
    let before = session(&window).view;
    drag(&mut window, PointerButton::Primary, Modifiers::COMMAND, pos2(500.0, 400.0), pos2(700.0, 500.0));
    let after = time(&window);
    let width = f64::from(session(&window).window.width) - 236.0;
    let share = after.span / before.time.span;
    assert!((share - 200.0 / width).abs() < 0.01, "the box was {} of the plot, now {share}", 200.0 / width);
    press(&mut window, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(session(&window).view, before);
}

#[test]
fn shift_drag_and_a_drag_on_the_axis_choose_a_stretch_of_time() {
    for (modifiers, y) in [(Modifiers::SHIFT, 600.0), (Modifiers::NONE, 60.0)] {
        let mut window = start();
        let before = session(&window).view;
        drag(&mut window, PointerButton::Primary, modifiers, pos2(900.0, y), pos2(700.0, y));
        assert_eq!(session(&window).view, before, "choosing moves nothing");
        let (from, to) = session(&window).chosen.unwrap();
        assert!(from < to, "also from right to left");
        let counts = session(&window).chosen_counts().unwrap();
        let events = dataset(window.state()).events();
        let inside = events.iter().filter(|event| (from..to).contains(&event.at())).count();
        assert_eq!(counts.events.1 - counts.events.0, inside);
        assert!(inside > 10, "{inside}");
        assert!(says(&window, &format!("STEPS · {inside}")));
        assert!(says(&window, &format!("{} days", counts.days)));

        window.get_by_role_and_label(Role::Button, "Zoom there").click();
        window.run();
        let shown = time(&window);
        assert!(shown.shows(from) && shown.shows(to) && shown.span < before.time.span);
        press(&mut window, Modifiers::NONE, Key::Escape);
        assert_eq!(session(&window).chosen, None);
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
        buttons.filter(|name| name.starts_with("New START: ") && name.contains("; stands for ")).collect()
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
    assert_eq!(session(&window).selection, signed.selection());
    press(&mut window, Modifiers::NONE, Key::X);
    assert_eq!(session(&window).picked, [signed]);

    let at = mark(&window, "INF Treaty: Treaty terminates");
    click(&mut window, at, 1, Modifiers::COMMAND);
    assert_eq!(session(&window).picked, [signed, ends]);
    assert!(says(&window, "PICKED · 2"));
    window.get_by_role_and_label(Role::Button, "Copy citations").click();
    window.run();
    assert!(says(&window, "2 citations copied"));

    // From what is selected to what is clicked, in its lane.
    let at = mark(&window, "CTBT: US Senate rejects");
    click(&mut window, at, 1, Modifiers::SHIFT);
    let ctbt = dataset(window.state()).find_treaty("CTBT").unwrap();
    let life = dataset(window.state()).events_of(ctbt);
    let picked = &session(&window).picked;
    let of_ctbt = picked.iter().filter(|subject| matches!(subject, Subject::Event(id) if life.contains(id)));
    assert!(of_ctbt.count() > 2, "{picked:?}");
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(session(&window).picked.is_empty());
}

#[test]
fn the_wheel_zooms_or_scrolls_as_the_reader_wants_and_shift_pans() {
    let mut window = start();
    // Little room, so that lanes can be scrolled.
    window.set_size(egui::vec2(1440.0, 420.0));
    window.run();
    let (over_lanes, over_heads) = (pos2(700.0, 200.0), pos2(100.0, 200.0));
    let before = session(&window).view;
    wheel(&mut window, over_lanes, egui::vec2(0.0, 1.0), Modifiers::NONE);
    assert!(time(&window).span < before.time.span, "it zooms");
    assert_eq!(session(&window).view.scroll, 0.0);
    let before = session(&window).view;
    wheel(&mut window, over_heads, egui::vec2(0.0, -1.0), Modifiers::NONE);
    assert_eq!(time(&window), before.time);
    assert!(session(&window).view.scroll > 0.0, "over the heads it scrolls");
    let before = session(&window).view;
    wheel(&mut window, over_lanes, egui::vec2(0.0, 1.0), Modifiers::SHIFT);
    assert_eq!(time(&window).span, before.time.span);
    assert!(time(&window).start < before.time.start, "with Shift it pans");

    choose(&mut window, Action::WheelScrolls);
    let before = session(&window).view;
    wheel(&mut window, over_lanes, egui::vec2(0.0, -1.0), Modifiers::NONE);
    assert_eq!(time(&window), before.time);
    assert!(session(&window).view.scroll > before.scroll, "now it scrolls");
    wheel(&mut window, over_lanes, egui::vec2(0.0, 1.0), Modifiers::COMMAND);
    assert!(time(&window).span < before.time.span, "and zooms with Ctrl");
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
        session(window).arrangement.pinned.iter().map(|&id| dataset.treaty(id).name.to_string()).collect()
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
fn a_jump_glides_and_does_not_where_motion_is_reduced() {
    let mut window = start();
    let fit = time(&window).span;
    let drawn = |window: &Window| {
        let mut sliders = window.query_all_by_role(Role::Canvas);
        sliders.find_map(|node| Some(label(&node)).filter(|l| l.starts_with("Timeline, "))).unwrap()
    };
    let whole = drawn(&window);
    window.key_press(Key::Plus);
    window.step();
    assert!(time(&window).span < fit, "the session is there at once");
    let mut seen = vec![drawn(&window)];
    for _ in 0..12 {
        window.step();
        seen.push(drawn(&window));
    }
    seen.dedup();
    assert!(seen.len() > 3, "it glides: {seen:?}");
    assert!(!seen.contains(&whole) || seen[0] == whole, "and never back: {seen:?}");

    choose(&mut window, Action::ReduceMotion);
    let before = drawn(&window);
    window.key_press(Key::Num0);
    window.step();
    window.step();
    assert_eq!(drawn(&window), whole, "at once, from {before}");
}

#[test]
fn every_key_of_the_table_does_something() {
    let mut idle = Vec::new();
    for &action in Action::ALL {
        for &shortcut in action.shortcuts() {
            let mut window = prepared();
            let before = fingerprint(&window);
            let (modifiers, key) = (modifiers(shortcut), Key::from_name(shortcut.key).unwrap());
            window.event(Event::ModifiersChanged(modifiers));
            window.step();
            window.event(Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers });
            window.step();
            let commands = window.output().viewport_output.values().flat_map(|v| &v.commands).count();
            window.event(Event::ModifiersChanged(Modifiers::NONE));
            window.run();
            if matches!(action, Action::ExportSvg | Action::ExportPng) {
                let is_said = |app: &App| {
                    app.session().notice.as_ref().is_some_and(|said| said.contains("could not be written"))
                };
                run_until(&mut window, "it is said that there is no such folder", is_said);
            }
            if fingerprint(&window) == before && commands == 0 {
                idle.push((action, shortcut));
            }
        }
    }
    assert!(idle.is_empty(), "these do nothing: {idle:?}");
}

/// A window in the middle of things, where every action has something to do.
fn prepared() -> Window {
    let folder = std::env::temp_dir().join("no such folder for treaty-timeline");
    let mut window = app_at_pace(&ScriptedDialogs(Arc::new(Mutex::new(Some(folder)))));
    window.run();
    for name in ["NPT, ", "INF Treaty, "] {
        let at = mark(&window, name);
        click(&mut window, at, 1, Modifiers::NONE);
        press(&mut window, Modifiers::NONE, Key::P);
        press(&mut window, Modifiers::NONE, Key::M);
    }
    let ctbt = mark(&window, "CTBT, ");
    click(&mut window, ctbt, 1, Modifiers::NONE);
    press(&mut window, Modifiers::NONE, Key::H);
    let heading = mark(&window, "Conventional · confidence");
    click(&mut window, heading, 1, Modifiers::NONE);
    for key in [Key::Plus, Key::Plus, Key::Plus] {
        press(&mut window, Modifiers::NONE, key);
    }
    // Two jumps, one of them undone; then something selected in the middle of the middle of three pinned lanes.
    for date in ["1990", "2019"] {
        press(&mut window, Modifiers::COMMAND, Key::G);
        window.event(Event::Text(date.to_owned()));
        window.run();
        press(&mut window, Modifiers::NONE, Key::Enter);
    }
    press(&mut window, Modifiers::ALT, Key::ArrowLeft);
    let at = mark(&window, "ABM Treaty, ");
    click(&mut window, at, 1, Modifiers::NONE);
    press(&mut window, Modifiers::NONE, Key::P);
    press(&mut window, Modifiers::ALT, Key::ArrowUp);
    for key in [Key::Period, Key::Period, Key::Period] {
        press(&mut window, Modifiers::NONE, key);
    }
    press(&mut window, Modifiers::ALT, Key::ArrowLeft);
    press(&mut window, Modifiers::ALT, Key::ArrowLeft);
    // Last, since it moves everything from where it was found.
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::Period);
    assert!(matches!(session(&window).selection, Selection::Event(_)));
    assert_eq!(session(&window).arrangement.pinned.len(), 3);
    window
}

/// Everything that a key could change.
fn fingerprint(window: &Window) -> String {
    let s = session(window);
    format!(
        "{:?} {:?} {:?} {:?} {:?} {:?} {:?} {} {} {} {:?} {:?}",
        s.view,
        s.selection,
        s.overlay,
        s.arrangement,
        s.picked,
        s.bookmarks,
        s.as_of.as_ref().map(|as_of| as_of.day),
        s.text_percent,
        s.details_hidden,
        s.problems_open,
        s.loading.as_ref().map(|loading| &loading.name),
        s.notice
    )
}

fn modifiers(shortcut: Shortcut) -> Modifiers {
    let mut modifiers = Modifiers::NONE;
    for (is_held, modifier) in [
        (shortcut.ctrl, Modifiers::COMMAND),
        (shortcut.shift, Modifiers::SHIFT),
        (shortcut.alt, Modifiers::ALT),
    ] {
        if is_held {
            modifiers |= modifier;
        }
    }
    modifiers
}

#[test]
fn the_interface_changes_its_language_and_its_dates_with_it() {
    let mut window = start();
    let heads = |window: &Window| -> Vec<String> {
        window.query_all_by_role(Role::Button).map(|node| label(&node)).collect()
    };
    assert!(heads(&window).iter().any(|name| name.starts_with("NPT, in force since 1970, ")));
    choose(&mut window, Action::Russian);
    assert_eq!(session(&window).language, Language::Russian);
    let names = heads(&window);
    assert!(names.iter().any(|name| name.starts_with("NPT, в силе с 1970, ")), "{names:?}");
    assert!(names.iter().any(|name| name == "Открыть…"));
    assert!(says(&window, "7 договоров · 160 событий · 45 высказываний"));
    let at = mark(&window, "INF Treaty: Treaty terminates");
    click(&mut window, at, 1, Modifiers::NONE);
    assert!(says(&window, "2 августа 2019"));
    assert!(says(&window, "ВЫСКАЗЫВАНИЯ О СОБЫТИИ"));
    choose(&mut window, Action::English);
    assert!(says(&window, "2 August 2019"));
}

#[test]
fn nothing_of_the_interface_stays_english_in_russian() {
    let mut window = start();
    choose(&mut window, Action::Russian);
    press(&mut window, Modifiers::NONE, Key::Questionmark);
    let words: Vec<String> = window
        .query_all_by(|_| true)
        .flat_map(|node| [node.accesskit_node().label(), node.value()])
        .flatten()
        .collect();
    let english = Language::English.words();
    for action in Action::ALL.iter().filter(|action| !action.shortcuts().is_empty()) {
        let (said, not_said) = (action.said(Language::Russian.words()).help, action.said(english).help);
        assert!(words.iter().any(|text| text == said), "{said}");
        assert!(!words.iter().any(|text| text == not_said), "{not_said}");
    }
}

#[test]
fn high_contrast_is_black_on_white_and_stays_in_both_themes() {
    let mut window = start();
    choose(&mut window, Action::HighContrast);
    assert_eq!(window.ctx.global_style().visuals.extreme_bg_color, egui::Color32::WHITE);
    choose(&mut window, Action::DarkTheme);
    window.run();
    assert_eq!(window.ctx.global_style().visuals.extreme_bg_color, egui::Color32::BLACK);
}

#[test]
fn the_details_make_room_and_come_back() {
    let mut window = start();
    let before = session(&window).window.width;
    press(&mut window, Modifiers::NONE, Key::I);
    assert!(session(&window).window.width > before + 200.0);
    press(&mut window, Modifiers::NONE, Key::I);
    assert_eq!(session(&window).window.width, before);
}

#[test]
fn the_view_is_exported_with_its_legend_and_all_lanes() {
    let folder = tempfile::tempdir().unwrap();
    let dialogs = ScriptedDialogs(Arc::new(Mutex::new(Some(folder.path().to_owned()))));
    let mut window = app_at_pace(&dialogs);
    window.set_size(egui::vec2(900.0, 420.0));
    window.run();
    window.key_press_modifiers(Modifiers::COMMAND, Key::E);
    let written =
        |app: &App| app.session().notice.as_ref().is_some_and(|notice| notice.ends_with(" written"));
    run_until(&mut window, "the picture is written", written);
    let svg = std::fs::read_to_string(folder.path().join("test.svg")).unwrap();
    for text in ["Arms control", ">CTBT<", ">NPT<", ">ABM Treaty<", ">EVENTS<", ">Entered into force<"] {
        assert!(svg.contains(text), "{text} is missing");
    }
}

#[test]
fn a_second_press_of_f_shows_the_whole_life_of_a_treaty() {
    let mut window = start();
    let at = mark(&window, "INF Treaty: Treaty terminates");
    click(&mut window, at, 1, Modifiers::NONE);
    press(&mut window, Modifiers::NONE, Key::F);
    let middle = |time: TimeView| time.start + time.span / 2.0;
    let day = Moment::from_ymd(2019, 8, 2).unwrap().secs() as f64;
    assert!((middle(time(&window)) - day).abs() < 2.0 * 86_400.0);
    press(&mut window, Modifiers::NONE, Key::F);
    let inf = dataset(window.state()).find_treaty("INF").unwrap();
    for id in dataset(window.state()).events_of(inf) {
        assert!(time(&window).shows(dataset(window.state()).event(*id).at()));
    }
}
