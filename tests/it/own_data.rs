//! What other people's tables bring: topics, types and tags of their own, columns of their own, dates without a source.

use std::sync::Arc;

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use crate::common::window::{label, says, session, start_with};
use crate::common::{ScriptedDialogs, app_with, between, fixture, run_until, scene, scene_of, world_of};
use treaty_timeline::domain::{
    Confidence, EventKind, LifeSummary, Moment, OwnTypeId, Status, TagId, TreatyId,
};
use treaty_timeline::language::Language;
use treaty_timeline::language::english::terms;
use treaty_timeline::load::load;
use treaty_timeline::search::{Item, Query};
use treaty_timeline::session::{
    Command, Facet, Filter, FilterCommand, Preferences, SearchCommand, SelectionCommand, Session, World,
};
use treaty_timeline::timeline::{LegendEntry, Selection, Target, TimeView, glyph_of};

/// A topic with four events, of which two last, two types of its own, tags, and no sources.
fn harbour() -> World {
    world_of(&std::fs::read_to_string(fixture("good-own-columns.json")).unwrap())
}

/// The same beside a treaty.
fn harbour_and_lake() -> World {
    let text = std::fs::read_to_string(fixture("good-own-columns.json")).unwrap();
    let lake = r#""treaties": [{ "id": "lake", "name": "Lake Treaty", "category": "Naval arms" },"#;
    let signed = r#""events": [{ "id": "signed", "treaty": "lake", "type": "signed", "dates": [{ "edtf": "1931-05-04" }] },"#;
    world_of(&text.replacen(r#""treaties": ["#, lake, 1).replacen(r#""events": ["#, signed, 1))
}

fn session_of(world: World) -> Session {
    Session::new(Arc::new(world), Preferences::default(), None)
}

fn found(world: &World, query: &str) -> Vec<String> {
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
fn a_topic_has_years_and_no_legal_status() {
    let world = harbour();
    let (dataset, topic) = (&world.dataset, TreatyId::new(0));
    let day = Moment::from_ymd(1931, 6, 1).unwrap();
    assert!(dataset.state_on(topic, None, day).is_none());
    assert!(dataset.phases(topic).is_empty() && dataset.parties_on_record(topic).is_empty());
    let standing = dataset.status_summary_on(topic, day);
    assert_eq!(standing.status, Status::Topic);
    let LifeSummary::Topic(Some((first, last))) = standing.life else { panic!("{:?}", standing.life) };
    assert_eq!((first, last), (1929.into(), 1932.into()));
    let scene = scene(&world, TimeView::fit(&world.limits), Selection::Nothing);
    assert_eq!(scene.lanes[0].status_text, "1929 – 1932");
    assert!(scene.lanes[0].bars.is_empty(), "{:?}", scene.lanes[0].bars);
    assert_eq!(terms::state(dataset.whole_state_on(topic, day), dataset.treaty(topic).nature), "");
}

#[test]
fn status_counts_filters_and_the_matrix_leave_topics_out() {
    let mut session = session_of(harbour_and_lake());
    let listed: Vec<TreatyId> =
        session.statuses().groups.iter().flat_map(|(_, treaties)| treaties.clone()).collect();
    let lake = session.world.dataset.find_treaty("lake").unwrap();
    assert_eq!(listed, [lake]);
    let offered = session.facets().of_kind(Facet::Status(Status::Pending));
    assert_eq!(offered.collect::<Vec<_>>(), [(Facet::Status(Status::Signed), 1)]);
    session.apply(Command::Filter(FilterCommand::Set(Filter::only(Facet::Status(Status::Signed)))));
    let harbour = session.world.dataset.find_treaty("harbour").unwrap();
    assert!(!session.shows(Item::Treaty(harbour)) && session.shows(Item::Treaty(lake)));
}

#[test]
fn a_status_date_puts_no_status_under_a_topic() {
    let mut session = session_of(harbour_and_lake());
    session.apply(Command::Law(treaty_timeline::session::LawCommand::SetDate(Moment::from_ymd(1930, 1, 1))));
    let scene = scene_of(&session);
    let standings: Vec<(&str, &str)> =
        scene.lanes.iter().map(|lane| (lane.name.as_str(), lane.status_text.as_str())).collect();
    assert!(standings.contains(&("The harbour", "1929 – 1932")), "{standings:?}");
    assert!(standings.contains(&("Lake Treaty", "not signed")), "{standings:?}");
}

#[test]
fn what_lasts_is_a_bar_and_overlapping_bars_have_rows_of_their_own() {
    let world = harbour();
    let whole = scene(&world, TimeView::fit(&world.limits), Selection::Nothing);
    let spans = &whole.lanes[0].spans;
    let keys: Vec<&str> = spans.iter().map(|span| &*world.dataset.event(span.event).key).collect();
    assert_eq!(keys, ["dredging", "walls"]);
    assert!(spans[0].y + spans[0].half <= spans[1].y - spans[1].half, "{spans:?}");
    assert!(spans[0].left < spans[1].left && spans[1].left < spans[0].right, "{spans:?}");
    assert!(whole.lanes[0].bands.iter().all(|band| band.right < spans[0].left), "an interval is no doubt");
    let text = whole.to_string();
    assert!(text.contains("  span ") && text.contains("  own type 1 @"), "{text}");

    // Where it began before the window, the bar is still there, and leads to its event.
    let inside = scene(&world, between("1931-03", "1931-05", &world.limits), Selection::Nothing);
    let spans = &inside.lanes[0].spans;
    assert_eq!(spans.len(), 2, "{spans:?}");
    let at = treaty_timeline::timeline::Pos { x: 600.0, y: spans[1].y };
    let Some(Target::Span(_, hit)) = inside.hit(at) else { panic!("no span at {at:?}") };
    assert_eq!(&*world.dataset.event(hit.event).key, "walls");
    assert!(inside.lanes[0].arrows.is_empty(), "the lane is not empty");
}

#[test]
fn a_span_that_the_filter_hides_is_not_drawn() {
    let mut session = session_of(harbour());
    session.apply(Command::Filter(FilterCommand::Set(Filter::only(Facet::Tag(TagId::new(0))))));
    let scene = scene_of(&session);
    let keys: Vec<&str> =
        scene.lanes[0].spans.iter().map(|span| &*session.world.dataset.event(span.event).key).collect();
    assert_eq!(keys, ["dredging"]);
}

#[test]
fn types_of_its_own_have_names_glyphs_and_filters() {
    let world = harbour();
    let own = |index| EventKind::Own(OwnTypeId::new(index));
    assert_eq!(world.dataset.own_types(), ["Plan drawn".into(), "Works".into()] as [Box<str>; 2]);
    assert_eq!(world.dataset.find_type("Works"), Some(own(1)));
    assert_eq!(world.dataset.find_type("declaration"), Some(EventKind::Declaration));
    let parts = |kind| format!("{:?}", glyph_of(kind).parts);
    assert!(parts(own(0)) != parts(own(1)) && parts(own(0)) != parts(EventKind::Other));
    let legend = world.legend(Language::English.strings());
    let entries: Vec<(LegendEntry, String)> = legend
        .iter()
        .flat_map(|group| group.entries.iter().map(|(entry, name)| (*entry, name.to_string())))
        .filter(|(entry, _)| matches!(entry, LegendEntry::Event(_)))
        .collect();
    let names: Vec<&str> = entries.iter().map(|(_, name)| name.as_str()).collect();
    assert_eq!(names, ["Declaration", "Plan drawn", "Works"]);
    assert_eq!(found(&world, "type:works").len(), 2);
    assert_eq!(found(&world, "tag:engineering"), ["plan", "dredging"]);
    assert_eq!(found(&world, "tag:engineering -tag:council"), ["dredging"]);
    let mut typing = session_of(harbour());
    typing.apply(Command::Search(SearchCommand::SetText("works -tag:cou".to_owned())));
    let offered: Vec<&str> = typing.search.offered_tags.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(offered, ["works -tag:council "]);
    typing.apply(Command::Search(SearchCommand::SetText("tag:council".to_owned())));
    assert!(typing.search.offered_tags.is_empty(), "it is written out");

    let mut session = session_of(world);
    let offered: Vec<(Facet, usize)> = session.facets().of_kind(Facet::Kind(EventKind::Other)).collect();
    assert!(offered.contains(&(Facet::Kind(own(1)), 2)), "{offered:?}");
    session.apply(Command::Filter(FilterCommand::Set(Filter::only(Facet::Kind(own(1))))));
    assert_eq!(session.filter.result.as_ref().unwrap().counts, [1, 2, 0]);
}

#[test]
fn tags_and_columns_of_its_own_are_found_and_tags_filter() {
    let world = harbour();
    assert!(found(&world, "engineering").contains(&"plan".to_owned()));
    assert_eq!(found(&world, "moorings"), ["dredging"]);
    assert_eq!(found(&world, "420"), ["harbour"]);
    let mut session = session_of(world);
    let offered: Vec<(Facet, usize)> = session.facets().of_kind(Facet::Tag(TagId::new(0))).collect();
    assert_eq!(offered, [(Facet::Tag(TagId::new(0)), 2), (Facet::Tag(TagId::new(1)), 1)]);
    session.apply(Command::Filter(FilterCommand::Set(Filter::only(Facet::Tag(TagId::new(1))))));
    assert_eq!(session.filter.result.as_ref().unwrap().counts, [1, 1, 0]);
    let plan = session.world.dataset.find_event("plan").unwrap();
    assert!(session.shows(Item::Event(plan)));
}

#[test]
fn the_details_say_what_the_file_says_and_that_it_names_no_source() {
    let mut window = start_with(harbour());
    let event = session(&window).world.dataset.find_event("dredging").unwrap();
    assert_eq!(session(&window).world.dataset.event(event).confidence, Some(Confidence::Confirmed));
    window.state_mut().apply_command(Command::Selection(SelectionCommand::GoTo(Selection::Event(event))));
    window.run();
    for words in ["confirmed", "Contractor: Moorings & Sons", "Cost: 12,000 crowns", "No source given"] {
        assert!(says(&window, words), "{words}");
    }
    assert!(!says(&window, "Remark"), "an empty column is no row");
    window.query_all_by_role(Role::Link).find(|node| label(node) == "engineering").unwrap().click();
    window.run();
    assert!(session(&window).filter.active.has(Facet::Tag(TagId::new(0))));
}

#[test]
fn a_picture_that_is_not_there_is_said_not_to_open() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("harbour.json");
    std::fs::copy(fixture("good-own-columns.json"), &path).unwrap();
    let size = [1440.0, 900.0];
    let mut window = app_with(size, egui::Theme::Light, &ScriptedDialogs::default(), Some(path));
    run_until(&mut window, "the file is open", |app| app.session().world.name == "harbour.json");
    let event = session(&window).world.dataset.find_event("dredging").unwrap();
    window.state_mut().apply_command(Command::Selection(SelectionCommand::GoTo(Selection::Event(event))));
    window.run();
    window.query_all_by_role(Role::Link).find(|node| label(node) == "Open the picture").unwrap().click();
    run_until(&mut window, "it is said", |app| {
        app.session()
            .status_message
            .as_deref()
            .is_some_and(|said| said.starts_with("The picture could not be opened"))
    });
}

/// Nothing but a picture of one colour, as a PNG.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut pixels = resvg::tiny_skia::Pixmap::new(width, height).unwrap();
    pixels.fill(resvg::tiny_skia::Color::from_rgba8(10, 120, 200, 255));
    pixels.encode_png().unwrap()
}

#[test]
fn the_picture_of_an_event_is_shown_in_its_details_and_none_from_outside_of_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join("data");
    std::fs::create_dir_all(inner.join("pictures")).unwrap();
    std::fs::write(folder.path().join("outside.png"), png(4, 4)).unwrap();
    let text = std::fs::read_to_string(fixture("good-own-columns.json")).unwrap();
    let file: serde_json::Value = serde_json::from_str(&text).unwrap();
    let events = file["events"].as_array().unwrap();
    let image = events.iter().find_map(|event| event["image"].as_str()).unwrap();
    let path = inner.join("harbour.json");
    std::fs::write(&path, &text).unwrap();
    let picture = inner.join(image);
    std::fs::create_dir_all(picture.parent().unwrap()).unwrap();
    std::fs::write(&picture, png(1200, 600)).unwrap();
    let open = || {
        let mut window =
            app_with([1440.0, 900.0], egui::Theme::Light, &ScriptedDialogs::default(), Some(path.clone()));
        run_until(&mut window, "the file is open", |app| app.session().world.name == "harbour.json");
        let event = session(&window).world.dataset.find_event("dredging").unwrap();
        window.state_mut().apply_command(Command::Selection(SelectionCommand::GoTo(Selection::Event(event))));
        window.run();
        run_until(&mut window, "the picture is read", |app| {
            app.session().image_of(event).is_some_and(|image| image.image.is_some())
        });
        window.run();
        window
    };
    let window = open();
    let shown = window.query_all_by_role(Role::Image).find(|node| label(node).starts_with("Picture: "));
    let shown = shown.expect("it is shown").rect();
    assert!(shown.width() > 100.0 && (shown.width() / shown.height() - 2.0).abs() < 0.05, "{shown:?}");
    drop(window);
    #[cfg(unix)]
    {
        // A link leads out of the folder.
        std::fs::remove_file(&picture).unwrap();
        std::os::unix::fs::symlink(folder.path().join("outside.png"), &picture).unwrap();
        let window = open();
        assert!(says(&window, "The picture is not in the dataset folder"));
        drop(window);
        std::fs::remove_file(&picture).unwrap();
    }
    std::fs::write(&picture, b"no picture").unwrap();
    assert!(says(&open(), "The picture cannot be shown here"));
}

#[test]
fn the_bar_of_filters_has_tags_only_where_there_are_any() {
    let has_tags = |world: World| {
        let window = start_with(world);
        let mut buttons = window.query_all_by_role(Role::Button);
        buttons.any(|node| label(&node) == "Tags")
    };
    assert!(has_tags(harbour()));
    assert!(!has_tags(crate::common::seven()));
}

#[test]
fn only_a_dataset_that_says_so_may_leave_out_sources() {
    let text = std::fs::read_to_string(fixture("good-own-columns.json")).unwrap();
    let strict = text.replacen(r#""unsourced": true"#, r#""unsourced": false"#, 1);
    assert_ne!(strict, text);
    let loaded = load("strict.json", strict.into_bytes(), &());
    let codes: Vec<&str> = loaded.report.problems.iter().map(|problem| problem.code).collect();
    assert_eq!(codes, ["missing-source"; 4]);
    assert!(loaded.dataset.unwrap().events().is_empty());
}

#[test]
fn a_date_by_relation_is_the_days_that_it_leaves_and_says_why() {
    let world = world_of(
        r#"{
            "format": "treaty-timeline/1",
            "title": "By relation",
            "unsourced": true,
            "treaties": [{ "id": "lake", "name": "The lake", "category": "Works", "nature": "topic" }],
            "events": [
                { "id": "dry", "treaty": "lake", "type": "Dry", "dates": [{ "after": "dam" }] },
                { "id": "dam", "treaty": "lake", "type": "Dam", "title": "The dam breaks",
                  "dates": [{ "after": "plan", "before": "end", "within": "P6M" }] },
                { "id": "plan", "treaty": "lake", "type": "Plan", "title": "Plan drawn", "dates": [{ "edtf": "1931-05-04" }] },
                { "id": "end", "treaty": "lake", "type": "End", "title": "The end", "dates": [{ "edtf": "1933" }] }
            ]
        }"#,
    );
    let date =
        |key: &str| world.dataset.event(world.dataset.find_event(key).unwrap()).date().text().to_owned();
    assert_eq!(date("dam"), "[1931-05-04..1931-11-04]");
    assert_eq!(date("dry"), "[1931-05-04..]", "from the first day that the dam can have broken on");
    let dam = world.dataset.find_event("dam").unwrap();
    let mut window = start_with(world);
    window.state_mut().apply_command(Command::Selection(SelectionCommand::GoTo(Selection::Event(dam))));
    window.run();
    assert!(says(&window, "after “Plan drawn”, before “The end”, at most 6 months later"));
}
