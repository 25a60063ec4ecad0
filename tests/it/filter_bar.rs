//! The row of filters: what is shown of a part of the record, and what is said of the rest.

use std::sync::Arc;

use crate::common::window::{Window, button, label, mark, press, session, start};
use crate::common::{bundled, seven};
use egui::accesskit::Role;
use egui::{Key, Modifiers, PointerButton};
use egui_kittest::kittest::Queryable as _;

use treaty_timeline::domain::{EventKind, SourceKind, StatementId, Status};
use treaty_timeline::search::Item;
use treaty_timeline::session::{
    Command, Facet, Filter, FilterCommand, LanguageTag, Preferences, SelectionCommand, Session,
};
use treaty_timeline::timeline::Selection;

fn type_text(window: &mut Window, text: &str) {
    window.event(egui::Event::Text(text.to_owned()));
    window.run();
}

fn rows(window: &Window) -> Vec<String> {
    window.query_all_by_role(Role::Button).map(|node| label(&node)).collect()
}

fn click_button(window: &mut Window, begins: &str) {
    let found = window.query_all_by_role(Role::Button).find(|node| {
        label(node) == begins
            || [", ", ": "].iter().any(|then| label(node).starts_with(&format!("{begins}{then}")))
    });
    found.unwrap_or_else(|| panic!("no button {begins}")).click();
    window.run();
}
#[test]
fn facets_narrow_lanes_marks_and_steps_and_escape_leaves_them() {
    let mut window = start();
    let all = session(&window).view.rows.height();
    click_button(&mut window, "Status");
    click_button(&mut window, "in force");
    let filtered = session(&window).filter.result.as_ref().unwrap();
    let [treaties, events, _] = filtered.counts;
    assert!(treaties > 0 && treaties < 7, "{treaties}");
    assert!(events < session(&window).world.dataset.events().len());
    assert!(session(&window).view.rows.height() < all);
    assert!(!rows(&window).iter().any(|row| row.starts_with("INF Treaty, ")), "it has ended");
    assert!(rows(&window).iter().any(|row| row.starts_with("NPT, ")));
    press(&mut window, Modifiers::NONE, Key::Escape);

    // Steps go over what is shown, and nothing else.
    press(&mut window, Modifiers::NONE, Key::Home);
    for _ in 0..20 {
        press(&mut window, Modifiers::NONE, Key::ArrowRight);
        let Selection::Event(id) = session(&window).selection.selected else { panic!("an event") };
        assert!(session(&window).shows(Item::Event(id)));
    }
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(session(&window).selection.selected, Selection::Nothing);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(session(&window).filter.result.is_some(), "the filter stays");
    click_button(&mut window, "Clear all filters");
    assert_eq!(session(&window).view.rows.height(), all);
}

#[test]
fn two_facets_must_both_hold_and_counts_say_what_each_would_leave() {
    let world = seven();
    let counted = world.facets().of_kind(Facet::Kind(EventKind::Other));
    let (Facet::Kind(kind), count) = counted.max_by_key(|&(_, count)| count).unwrap() else {
        panic!("a type")
    };
    let naive = world.dataset.events().iter().filter(|event| event.kind == kind).count();
    assert_eq!(count, naive);

    let mut window = start();
    click_button(&mut window, "Events");
    click_button(&mut window, treaty_timeline::language::english::terms::event_kind(kind));
    press(&mut window, Modifiers::NONE, Key::Escape);
    let shown = session(&window).filter.result.as_ref().unwrap().counts;
    assert_eq!(shown[1], naive);
    click_button(&mut window, "More");
    click_button(&mut window, "Only with quotations");
    let both = session(&window).filter.result.as_ref().unwrap().counts;
    assert!(both[1] > 0 && both[1] <= shown[1]);
    click_button(&mut window, "Clear all filters");
    assert!(session(&window).filter.result.is_none());
}

#[test]
fn who_asks_for_what_the_filter_hides_gets_it_and_is_told() {
    let mut session = Session::new(Arc::new(seven()), Preferences::default(), None);
    let ended = session.world.dataset.find_event("INF-terminated").unwrap();
    session.apply(Command::Filter(FilterCommand::Set(Filter::only(Facet::Status(Status::InForce)))));
    assert!(!session.shows(Item::Event(ended)));
    session.apply(Command::Selection(SelectionCommand::GoTo(Selection::Event(ended))));
    assert!(session.filter.result.is_none());
    assert!(session.status_message.as_deref().unwrap().starts_with("Filters cleared"));
    assert_eq!(session.selection.selected, Selection::Event(ended));
}

#[test]
fn a_filter_that_leaves_nothing_leaves_an_empty_timeline_and_a_way_back() {
    let mut window = start();
    click_button(&mut window, "Status");
    click_button(&mut window, "in force");
    press(&mut window, Modifiers::NONE, Key::Escape);
    // Of a filter by state the states are those on the day of the law, when there was nothing yet.
    press(&mut window, Modifiers::COMMAND, Key::L);
    type_text(&mut window, "1930");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(session(&window).filter.result.as_ref().unwrap().counts, [0, 0, 0]);
    assert_eq!(session(&window).view.rows.height(), 0.0);
    for key in [Key::ArrowRight, Key::ArrowDown, Key::Home, Key::End, Key::Period] {
        press(&mut window, Modifiers::NONE, key);
        assert_eq!(session(&window).selection.selected, Selection::Nothing, "{key:?}");
    }
    click_button(&mut window, "Clear all filters");
    assert!(session(&window).view.rows.height() > 0.0);
}

#[test]
fn a_right_click_shows_only_what_is_like_it() {
    let mut window = start();
    let at = mark(&window, "INF Treaty: ");
    window.hover_at(at);
    for pressed in [true, false] {
        button(&window, at, PointerButton::Secondary, pressed, Modifiers::NONE);
    }
    window.run();
    let offer = rows(&window).into_iter().find(|row| row.starts_with("Show only “")).expect("an offer");
    window.get_by_role_and_label(Role::Button, &offer).click();
    window.run();
    assert!(session(&window).filter.result.is_some(), "{offer}");
}

#[test]
fn years_languages_and_sources_narrow_and_their_counts_are_what_is_shown() {
    for facet in [Facet::Decade(0), Facet::Language(LanguageTag::new("")), Facet::Source(SourceKind::Data)] {
        let mut session = Session::new(Arc::new(bundled()), Preferences::default(), None);
        let values: Vec<(Facet, usize)> = session.facets().of_kind(facet).collect();
        assert!(values.len() >= 3, "{values:?}");
        for (value, count) in values {
            session.apply(Command::Filter(FilterCommand::Set(Filter::only(value))));
            let [_, events, statements] = session.filter.result.as_ref().unwrap().counts;
            let shown = if matches!(value, Facet::Language(_)) { statements } else { events + statements };
            assert_eq!(shown, count, "{value:?}");
        }
    }
    let mut session = Session::new(Arc::new(bundled()), Preferences::default(), None);
    session.apply(Command::Filter(FilterCommand::Toggle(Facet::Decade(1980))));
    session.apply(Command::Filter(FilterCommand::Toggle(Facet::Language(LanguageTag::new("ru")))));
    let dataset = &session.world.dataset;
    let shown: Vec<StatementId> = (0..dataset.statements().len())
        .map(StatementId::new)
        .filter(|&id| session.shows(Item::Statement(id)))
        .collect();
    assert!(!shown.is_empty());
    for id in shown {
        let statement = dataset.statement(id);
        assert!(
            treaty_timeline::language::english::dates::date(&statement.date).contains("198"),
            "{}",
            statement.key
        );
        let original = statement.original.as_ref().is_some_and(|original| &*original.lang == "ru");
        assert!(&*statement.lang == "ru" || original, "{}", statement.key);
    }
}

#[test]
fn a_filter_is_saved_by_name_and_comes_back_with_its_place() {
    let mut window = start();
    window.get_by_role_and_label(Role::Button, "Status").click();
    window.run();
    let mut buttons = window.query_all_by_role(Role::Button).map(|node| label(&node));
    let value = buttons.find(|name| name.starts_with("in force, ")).expect("a state with its count");
    drop(buttons);
    window.get_by_label(&value).click();
    window.run();
    press(&mut window, Modifiers::NONE, Key::Escape);
    let filter = session(&window).filter.active.clone();
    assert!(!filter.is_empty());
    window.get_by_role_and_label(Role::Button, "Saved filters").click();
    window.run();
    window.get_by_label("Filter name").click();
    window.run();
    type_text(&mut window, "What binds");
    window.get_by_role_and_label(Role::Button, "Save").click();
    window.run();
    assert_eq!(session(&window).filter.saved.len(), 1);
    assert_eq!(
        (&session(&window).filter.saved[0].name[..], &session(&window).filter.saved[0].filter),
        ("What binds", &filter)
    );
    // The place remembers both, by ids of the file.
    let place = session(&window).saved_view();
    let mut later = Session::new(Arc::new(seven()), Preferences::default(), None);
    later.restore_view(&place);
    assert_eq!((&later.filter.active, later.filter.saved.len()), (&filter, 1));
    assert!(later.filter.result.is_some(), "and it is at work");
    later.apply(Command::Do(treaty_timeline::session::Action::ClearFilter));
    later.apply(Command::Filter(FilterCommand::UseSaved(0)));
    assert_eq!(later.filter.active, filter);
    later.apply(Command::Filter(FilterCommand::DeleteSaved(0)));
    assert!(later.filter.saved.is_empty());
}
