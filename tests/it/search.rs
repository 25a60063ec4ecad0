//! Finding by words and showing a part of the record: the search field, its list, the row of filters.

use std::sync::Arc;

use crate::common::window::{EMPTY, Window, click, label, press, says, session, start};
use crate::common::{bundled, seven};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use treaty_timeline::domain::{Moment, Status};
use treaty_timeline::search::{Item, Query};
use treaty_timeline::session::{
    Command, Facet, Filter, FilterCommand, LawCommand, Preferences, SearchCommand, SelectionCommand, Session,
    World,
};
use treaty_timeline::timeline::Selection;

/// The ids of what a query finds, the best first.
fn find(world: &World, query: &str) -> Vec<String> {
    let dataset = &world.dataset;
    let found = world.search().find(dataset, &Query::parse(query));
    let key = |item: &Item| match *item {
        Item::Treaty(id) => dataset.treaty(id).key.to_string(),
        Item::Event(id) => dataset.event(id).key.to_string(),
        Item::Statement(id) => dataset.statement(id).key.to_string(),
        Item::Source(id) => dataset.source(id).key.to_string(),
    };
    found.iter().map(key).collect()
}

#[test]
fn a_name_finds_its_treaty_first_in_any_case_and_by_any_alias() {
    let world = bundled();
    assert_eq!(find(&world, "inf treaty")[0], "INF");
    assert_eq!(find(&world, "INF")[0], "INF");
    assert_eq!(find(&world, "new start")[0], "NEWSTART");
    assert_eq!(find(&world, "non-proliferation treaty")[0], "NPT");
}

#[test]
fn hits_are_marked_on_the_timeline_until_nothing_is_looked_for() {
    let mut session = Session::new(Arc::new(seven()), Preferences::default(), None);
    let found = |session: &Session| {
        let scene = crate::common::scene_of(session);
        let marks: usize = scene.lanes.iter().map(|lane| lane.found.len()).sum();
        (marks, scene.lanes.iter().filter(|lane| lane.is_found).count())
    };
    assert_eq!(found(&session), (0, 0));
    session.apply(Command::Search(SearchCommand::SetText("inf suspended".to_owned())));
    let events = session.search.hits.iter().filter(|hit| matches!(hit, Item::Event(_))).count();
    assert!(events >= 2, "{:?}", session.search.hits);
    let (marks, treaties) = found(&session);
    assert!((1..=2 * session.search.hits.len()).contains(&marks), "{marks}");
    session.apply(Command::Search(SearchCommand::SetText("inf treaty".to_owned())));
    assert!(found(&session).1 >= 1, "the treaty itself is marked, beside {treaties}");
    session.apply(Command::Search(SearchCommand::SetText(String::new())));
    assert_eq!(found(&session), (0, 0));
}

#[test]
fn both_scripts_and_misspelt_words_find_the_same() {
    let world = bundled();
    let ryabkov = find(&world, "ryabkov");
    assert!(ryabkov.len() >= 6, "{ryabkov:?}");
    assert_eq!(find(&world, "Рябков"), ryabkov);
    assert_eq!(find(&world, "ryabkof"), ryabkov, "one letter is wrong");
    assert_eq!(find(&world, "rybakov"), ryabkov, "two letters are in each other's place");
    assert_eq!(find(&world, "ryab"), ryabkov, "while it is being typed");
    assert!(find(&world, "xyzzyplugh").is_empty());
}

#[test]
fn fields_narrow_and_a_minus_takes_away() {
    let world = bundled();
    let dataset = &world.dataset;
    let suspended = find(&world, "party:RUS type:suspended treaty:INF");
    assert!(!suspended.is_empty());
    for key in &suspended {
        if let Some(event) = dataset.find_event(key).map(|id| dataset.event(id)) {
            assert_eq!(event.kind.key(), "suspended", "{key}");
            assert_eq!(&*dataset.treaty(event.treaty).key, "INF", "{key}");
            assert_eq!(event.party.map(|party| &*dataset.party(party).key), Some("RUS"), "{key}");
        }
    }
    let all = find(&world, "speaker:ryabkov");
    let late = find(&world, "speaker:ryabkov after:2018");
    let early = find(&world, "speaker:ryabkov before:2019");
    assert!(!late.is_empty() && late.len() < all.len());
    assert_eq!(late.len() + early.len(), all.len(), "each is on one side");
    let without = find(&world, "speaker:ryabkov -inf");
    assert!(without.len() < all.len() && without.iter().all(|key| all.contains(key)));
}

#[test]
fn a_phrase_is_found_only_as_it_stands() {
    let world = bundled();
    let apart = find(&world, "prospects restore");
    let phrase = find(&world, "\"prospects to restore\"");
    assert!(!phrase.is_empty() && phrase.iter().all(|key| find(&world, "prospects").contains(key)));
    assert!(apart.len() >= phrase.len());
    assert!(find(&world, "\"restore prospects to\"").is_empty(), "the order counts");
}

#[test]
fn a_question_as_people_ask_it_finds_what_has_most_of_its_words() {
    let mut session = Session::new(Arc::new(bundled()), Preferences::default(), None);
    session.apply(Command::Search(SearchCommand::SetText("when did russia suspend inf".to_owned())));
    assert!(session.search.is_partial);
    let dataset = &session.world.dataset;
    let first = session.search.hits[..5].iter().find_map(|hit| match *hit {
        Item::Event(id) => Some(dataset.event(id)),
        _ => None,
    });
    let first = first.expect("an event is among the first five");
    assert_eq!(&*dataset.treaty(first.treaty).key, "INF");
    assert!(first.kind.key().contains("suspen"), "{first:?}");
    session.apply(Command::Search(SearchCommand::SetText("when did russia suspend inf -inf".to_owned())));
    let hits = session.search.hits.clone();
    let inf = session.world.dataset.find_treaty("INF").unwrap();
    assert!(!hits.contains(&Item::Treaty(inf)), "what must not be there is not");
    session.apply(Command::Search(SearchCommand::SetText("xyzzy ryabkov".to_owned())));
    assert!(session.search.hits.is_empty(), "one of two is not most");
}

#[test]
fn a_query_without_bounds_is_answered() {
    let world = seven();
    for query in
        ["a ".repeat(5_000), "\"".repeat(10_000), "я".repeat(10_000), "-".repeat(10_000), ":".repeat(99)]
    {
        let found = find(&world, &query);
        let dataset = &world.dataset;
        let all = dataset.events().len() + dataset.statements().len() + dataset.sources().len() + 7;
        assert!(found.len() <= all);
    }
    let empty = crate::common::world_of(r#"{"format":"treaty-timeline/1","title":"Nothing","treaties":[]}"#);
    assert!(find(&empty, "inf").is_empty());
}

/// A world of treaties with these names, and their places as ids.
fn named(names: &[&str]) -> World {
    let treaties: Vec<serde_json::Value> = names
        .iter()
        .enumerate()
        .map(|(id, name)| serde_json::json!({ "id": id.to_string(), "name": name, "category": "Pacts" }))
        .collect();
    let file = serde_json::json!({ "format": "treaty-timeline/1", "title": "Names", "treaties": treaties });
    crate::common::world_of(&file.to_string())
}

#[test]
fn names_without_spaces_are_found_by_any_part_of_them() {
    let world = named(&["不扩散核武器条约", "한국핵확산금지조약", "אמנת נשק"]);
    for (query, found) in
        [("武器", "0"), ("核武器", "0"), ("条约", "0"), ("핵확산", "1"), ("조약", "1"), ("נשק", "2")]
    {
        assert_eq!(find(&world, query), [found], "{query}");
    }
    assert_eq!(find(&world, "核"), ["0"], "and not what sounds like it");
    assert!(find(&world, "器武").is_empty(), "the order counts");
}

#[test]
fn hyphens_hidden_marks_and_spellings_do_not_hide_a_name() {
    let world = named(&[
        "Anti-Ballistic Pact",
        "Antiballistic Accord",
        "Disarma\u{ad}ment of Tu\u{308}rkiye",
        "ﬁssile Straße",
        "İzmir",
    ]);
    for query in ["anti-ballistic", "antiballistic", "anti ballistic", "ANTI\u{2011}BALLISTIC", "anti ball"] {
        let mut found = find(&world, query);
        found.sort();
        assert_eq!(found, ["0", "1"], "{query}");
    }
    for (query, found) in [
        ("disarmament", "2"),
        ("dis\u{200d}armament", "2"),
        ("Türkiye", "2"),
        ("turkiye", "2"),
        ("fissile", "3"),
        ("STRAẞE", "3"),
        ("izmir", "4"),
        ("I\u{307}ZMIR", "4"),
    ] {
        assert_eq!(find(&world, query), [found], "{query}");
    }
}

#[test]
fn what_is_pasted_is_words_even_with_a_colon() {
    let world = named(&["INF withdrawal", "Signing at 12:30"]);
    assert_eq!(find(&world, "INF: withdrawal"), ["0"]);
    assert_eq!(find(&world, "12:30"), ["1"]);
    let world = bundled();
    let url = world.dataset.sources()[0].url.to_string();
    assert!(find(&world, &url).contains(&world.dataset.sources()[0].key.to_string()), "{url}");
}

fn type_text(window: &mut Window, text: &str) {
    window.event(egui::Event::Text(text.to_owned()));
    window.run();
}

fn rows(window: &Window) -> Vec<String> {
    window.query_all_by_role(Role::Button).map(|node| label(&node)).collect()
}

#[test]
fn ctrl_f_and_typing_lead_to_the_words() {
    let mut window = start();
    press(&mut window, Modifiers::COMMAND, Key::F);
    type_text(&mut window, "ryabkov inf");
    let hits = session(&window).search.hits.clone();
    assert!(!hits.is_empty());
    assert!(rows(&window).iter().any(|row| row.contains("Sergei Ryabkov") && row.contains("INF Treaty")));

    press(&mut window, Modifiers::NONE, Key::Enter);
    let Item::Statement(first) = hits[0] else { panic!("{hits:?}") };
    assert_eq!(session(&window).selection.selected, Selection::Statement(first));
    assert!(session(&window).search.is_open, "the keyboard stays with the field");
    let at = session(&window).selected_moment().unwrap();
    assert!(session(&window).view.current.time.shows(at), "the view follows");

    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(session(&window).search.chosen, 1 % hits.len());
    press(&mut window, Modifiers::SHIFT, Key::Enter);
    assert_eq!(session(&window).search.chosen, 0);

    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(
        session(&window).search.is_open && session(&window).search.text.is_empty(),
        "first the text goes"
    );
    assert!(session(&window).search.marks.is_none(), "and with it the marks");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!session(&window).search.is_open, "then the keyboard");
    let before = session(&window).view.current.time.span;
    press(&mut window, Modifiers::NONE, Key::Minus);
    assert!(session(&window).view.current.time.span > before, "keys are the timeline's again");
}

#[test]
fn the_cross_clears_the_field_and_a_click_into_it_lists_the_results_again() {
    let mut window = start();
    assert!(window.query_by_role_and_label(Role::Button, "Clear search").is_none());
    press(&mut window, Modifiers::COMMAND, Key::F);
    type_text(&mut window, "ryabkov");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(!session(&window).search.is_listed, "the list does not cover the hit");
    window.get_by_label("Search").click();
    window.run();
    assert!(session(&window).search.is_listed);
    window.get_by_role_and_label(Role::Button, "Clear search").click();
    window.run();
    assert!(session(&window).search.text.is_empty() && session(&window).search.marks.is_none());
}

#[test]
fn enter_in_the_frame_of_the_last_letter_comes_after_it() {
    let mut window = start();
    press(&mut window, Modifiers::COMMAND, Key::L);
    type_text(&mut window, "2022-01-0");
    let enter = |pressed| egui::Event::Key {
        key: Key::Enter,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    window.input_mut().events.extend([egui::Event::Text("1".to_owned()), enter(true), enter(false)]);
    window.run();
    let day = session(&window).law.status.as_ref().map(|status| status.day);
    assert_eq!(day, treaty_timeline::domain::Moment::from_ymd(2022, 1, 1));
}

#[test]
fn a_menu_and_the_palette_are_not_open_together() {
    let mut window = start();
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    window.get_by_role_and_label(Role::Button, "File").click();
    window.run();
    assert!(session(&window).overlay.is_none(), "the menu closes the palette");
    assert!(egui::Popup::is_any_open(&window.ctx));
    press(&mut window, Modifiers::COMMAND, Key::L);
    assert!(session(&window).overlay.is_some(), "the dialog closes the menu");
    assert!(!egui::Popup::is_any_open(&window.ctx));
    window.get_by_role_and_label(Role::Button, "Status").click();
    window.run();
    assert!(session(&window).overlay.is_none() && egui::Popup::is_any_open(&window.ctx));
}

#[test]
fn another_field_takes_the_keyboard_and_so_does_a_click_elsewhere() {
    let mut window = start();
    press(&mut window, Modifiers::COMMAND, Key::F);
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    assert!(!session(&window).search.is_open && session(&window).overlay.is_some());
    press(&mut window, Modifiers::COMMAND, Key::F);
    assert!(session(&window).search.is_open && session(&window).overlay.is_none());
    click(&mut window, EMPTY, 1, Modifiers::NONE);
    assert!(!session(&window).search.is_open);
}

#[test]
fn a_slash_opens_the_field_and_a_row_of_the_list_can_be_clicked() {
    let mut window = start();
    press(&mut window, Modifiers::NONE, Key::Slash);
    type_text(&mut window, "open skies");
    let row =
        rows(&window).into_iter().find(|row| row.starts_with("Open Skies, ") && row.contains(" · ")).unwrap();
    window.get_by_role_and_label(Role::Button, &row).click();
    window.run();
    let skies = session(&window).world.dataset.find_treaty("OPENSKIES").unwrap();
    assert_eq!(session(&window).selection.selected, Selection::Treaty(skies));
    assert!(!rows(&window).contains(&row), "the list steps aside");
}

#[test]
fn what_cannot_be_read_is_said_in_place() {
    let mut window = start();
    press(&mut window, Modifiers::COMMAND, Key::F);
    type_text(&mut window, "pary:RUS");
    assert!(says(&window, "Unknown field “pary”"));
    press(&mut window, Modifiers::COMMAND, Key::A);
    type_text(&mut window, "…");
    assert!(says(&window, "Punctuation and emoji cannot be searched for"));
}

#[test]
fn a_source_is_found_by_its_title_and_leads_to_what_rests_on_it() {
    let world = bundled();
    let hits = find(&world, "vestnik kavkaza illusions");
    let source =
        hits.iter().find_map(|key| world.dataset.find_source(key)).expect("the news item is a source");
    let mut session = Session::new(Arc::new(world), Preferences::default(), None);
    session.apply(Command::Selection(SelectionCommand::GoTo(Selection::Source(source))));
    assert_eq!(session.selection.selected, Selection::Source(source));
    assert!(session.world.citing(source).statements.len() >= 6);
}

#[test]
fn hits_follow_a_filter_by_status_to_another_status_date() {
    let mut session = Session::new(Arc::new(seven()), Preferences::default(), Moment::from_ymd(2026, 11, 24));
    let inf = Item::Treaty(session.world.dataset.find_treaty("INF").unwrap());
    session.apply(Command::Search(SearchCommand::SetText("inf".to_owned())));
    session.apply(Command::Filter(FilterCommand::Set(Filter::only(Facet::Status(Status::InForce)))));
    assert!(!session.search.hits.contains(&inf), "it is not in force today");
    session.apply(Command::Law(LawCommand::SetDate(Moment::from_ymd(1995, 1, 1))));
    assert!(session.search.hits.contains(&inf));
    session.apply(Command::Law(LawCommand::SetDate(None)));
    assert!(!session.search.hits.contains(&inf));
}

#[test]
fn a_name_leads_to_all_that_was_said_by_whoever_bears_it() {
    let mut window = start();
    for typed in ["ryabkov", "Рябков"] {
        press(&mut window, Modifiers::COMMAND, Key::F);
        press(&mut window, Modifiers::COMMAND, Key::A);
        type_text(&mut window, typed);
        let links = window.query_all_by_role(Role::Link);
        let link =
            links.into_iter().find(|node| label(node).starts_with("All quotations by Sergei Ryabkov · "));
        link.expect(typed).click();
        window.run();
        let Selection::Speaker(speaker) = session(&window).selection.selected else { panic!("{typed}") };
        assert_eq!(&*session(&window).world.dataset.speaker(speaker).name, "Sergei Ryabkov");
        assert!(!session(&window).search.is_open);
        press(&mut window, Modifiers::NONE, Key::Escape);
    }
    press(&mut window, Modifiers::COMMAND, Key::F);
    press(&mut window, Modifiers::COMMAND, Key::A);
    type_text(&mut window, "ryabkov zero");
    assert_eq!(session(&window).search.speaker, None, "that is no name");
}
