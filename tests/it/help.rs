//! The legend, the glossary and the tour: what is pointed at is lit, what is said is shown.

use std::sync::Arc;

use crate::common::bundled;
use crate::common::window::{Window, choose, label, press, says, session, start, start_with};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use treaty_timeline::domain::{EventKind, Moment, State, Status};
use treaty_timeline::language::{Language, TourStep};
use treaty_timeline::search::Item;
use treaty_timeline::session::{
    Action, Command, Facet, Filter, FilterCommand, HelpCommand, Preferences, QuotationLine, SelectionCommand,
    Session,
};
use treaty_timeline::timeline::{LegendEntry, Selection, Shape, SymbolsInUse, highlighted_shapes};

/// A window so high that the whole legend is in it.
fn tall() -> Window {
    let mut window =
        crate::common::app([1440.0, 1700.0], egui::Theme::Light, &crate::common::ScriptedDialogs::default());
    window.run();
    window
}

fn click(window: &mut Window, name: &str) {
    let found = window.query_all_by_role(Role::Button).find(|node| label(node) == name);
    found.unwrap_or_else(|| panic!("no button {name}")).click();
    window.run();
}

fn kinds(window: &Window) -> Vec<EventKind> {
    let chosen = session(window).filter.active.chosen();
    chosen.filter_map(|facet| if let Facet::Kind(kind) = facet { Some(kind) } else { None }).collect()
}

#[test]
fn a_click_in_the_legend_shows_only_events_of_a_type_or_family_and_another_shows_all() {
    let mut window = tall();
    click(&mut window, "Legend: Suspended");
    assert_eq!(kinds(&window), [EventKind::Suspended]);
    let world = Arc::clone(&session(&window).world);
    let events = session(&window).filter.result.as_ref().unwrap().counts[1];
    let all = world.dataset.events().iter().filter(|event| event.kind == EventKind::Suspended).count();
    assert_eq!(events, all);
    // Another family can still be chosen, though none of its events is in the window.
    click(&mut window, "Legend: Exit and end");
    assert!(
        kinds(&window).contains(&EventKind::Terminated) && !kinds(&window).contains(&EventKind::Suspended)
    );
    click(&mut window, "Legend: Exit and end");
    assert!(session(&window).filter.active.is_empty());
}

#[test]
fn a_click_on_a_phase_in_the_legend_filters_by_its_legal_status_and_another_shows_all() {
    let mut window = tall();
    for (name, statuses) in [
        ("Legend: in force", &[Status::InForce, Status::InEffect][..]),
        // It can be chosen, though no bar of it is left in the window.
        ("Legend: signed, not in force", &[Status::Signed]),
    ] {
        click(&mut window, name);
        let chosen: Vec<Facet> = session(&window).filter.active.chosen().collect();
        let wanted: Vec<Facet> = statuses.iter().copied().map(Facet::Status).collect();
        assert_eq!(chosen, wanted, "{name}");
        click(&mut window, name);
        assert!(session(&window).filter.active.is_empty(), "{name}");
    }
}

#[test]
fn pointing_at_an_entry_of_the_legend_plans_nothing_and_changes_nothing() {
    let mut window = tall();
    let revision = session(&window).revision;
    let at = window.get_by_label("Legend: Terminated").rect().center();
    window.hover_at(at);
    window.run();
    assert_eq!(session(&window).revision, revision);
}

#[test]
fn what_lights_an_entry_are_the_signs_that_it_explains_even_those_hidden_in_clusters() {
    let world = bundled();
    let scene = crate::common::scene(
        &world,
        treaty_timeline::timeline::TimeView::fit(&world.limits),
        Selection::Nothing,
    );
    let count = |entry| highlighted_shapes(&scene, &world.index, &world.dataset, &[entry]).len();
    // A veil, and two bars of ink with their rims and the plate between them, for each suspension.
    let lit = count(LegendEntry::Event(EventKind::Suspended));
    assert!(lit > 5, "{lit}");
    let shapes = highlighted_shapes(&scene, &world.index, &world.dataset, &[]);
    assert!(matches!(shapes[..], [Shape::Fill { .. }]), "nothing but the veil");
}

#[test]
fn a_legend_explains_what_is_drawn_and_nothing_else() {
    let world = bundled();
    let time = crate::common::between("1925", "1926", &world.limits);
    let scene = crate::common::scene(&world, time, Selection::Nothing);
    let signs = SymbolsInUse::of(&scene);
    assert!(signs.events.len() < world.event_kinds.len(), "{signs:?}");
    assert!(!signs.events.contains(&EventKind::Suspended));
    let groups = signs.legend(Language::English.strings(), &world.dataset);
    let explained = groups.iter().flat_map(|group| &group.entries);
    let events = explained.filter(|(entry, _)| matches!(entry, LegendEntry::Event(_))).count();
    assert_eq!(events, signs.events.len());
}

#[test]
fn the_glossary_is_searched_by_typing_and_closed_with_escape() {
    let mut window = start();
    choose(&mut window, Action::Glossary);
    assert!(says(&window, "joined the treaty in one act"));
    window.event(egui::Event::Text("depositary".to_owned()));
    window.run();
    assert!(says(&window, "keeps the original of a treaty"));
    assert!(!says(&window, "joined the treaty in one act"));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(session(&window).overlay.is_none());
}

fn shown(step: TourStep) -> Session {
    let mut session = Session::new(Arc::new(bundled()), Preferences::default(), None);
    session.apply(Command::Do(Action::Tour));
    session.apply(Command::Help(HelpCommand::GoToStep(step)));
    for command in session.tour_commands(step).expect("the bundled dataset has it") {
        session.apply(command);
    }
    assert_eq!(session.help.step, Some(step), "the bar stays");
    session
}

#[test]
fn the_tour_shows_what_was_in_force_on_the_first_of_january_2022() {
    let session = shown(TourStep::InForce);
    let day = Moment::from_date(chrono::NaiveDate::from_ymd_opt(2022, 1, 1).unwrap());
    assert_eq!(session.law.status.as_ref().unwrap().day, day);
    let dataset = &session.world.dataset;
    for index in 0..dataset.treaties().len() {
        let treaty = treaty_timeline::domain::TreatyId::new(index);
        let is_in_force =
            Status::of_state(dataset.whole_state_on(treaty, day), dataset.treaty(treaty).nature)
                == Status::InForce;
        assert_eq!(session.shows(Item::Treaty(treaty)), is_in_force, "{}", dataset.treaty(treaty).name);
    }
    let new_start = dataset.find_treaty("NEWSTART").unwrap();
    assert_eq!(dataset.whole_state_on(new_start, day), State::InForce);
}

#[test]
fn the_tour_shows_both_notices_of_withdrawal_from_open_skies_to_their_effect() {
    let session = shown(TourStep::OpenSkies);
    let dataset = &session.world.dataset;
    let treaty = dataset.find_treaty("OPENSKIES").unwrap();
    assert_eq!(session.selection.selected, Selection::Treaty(treaty));
    assert_eq!(dataset.notices(treaty).len(), 2);
    for notice in dataset.notices(treaty) {
        let time = session.view.current.time;
        assert!(time.shows(notice.from) && time.shows(notice.until), "{notice:?}");
    }
    let scene = crate::common::scene_of(&session);
    let lane =
        scene.lanes.iter().find(|lane| lane.treaty == treaty && lane.party.is_none()).expect("in view");
    assert_eq!(lane.notices.len(), 2);
}

#[test]
fn the_tour_shows_the_end_of_the_inf_treaty_with_what_was_said() {
    let session = shown(TourStep::EndOfInf);
    let dataset = &session.world.dataset;
    let event = dataset.find_event("INF-terminated").unwrap();
    assert_eq!(session.selection.selected, Selection::Event(event));
    assert!(!dataset.event(event).statements.is_empty());
    assert!(session.view.current.time.shows(dataset.event(event).at()));
}

#[test]
fn the_tour_shows_only_suspensions() {
    let session = shown(TourStep::Suspensions);
    let result = session.filter.result.as_ref().unwrap();
    let events = session.world.dataset.events().iter();
    assert_eq!(result.counts[1], events.filter(|event| event.kind == EventKind::Suspended).count());
    assert!(matches!(session.selection.selected, Selection::Event(_)));
}

#[test]
fn the_tour_shows_everything_that_one_speaker_said() {
    let session = shown(TourStep::Speaker);
    let dataset = &session.world.dataset;
    assert!(matches!(session.selection.selected, Selection::Speaker(id)
        if &*session.world.dataset.speaker(id).key == "ryabkov"));
    assert!(!session.tables.choice.is_open, "a table would cut what he said");
    let by_him = |statement: &&treaty_timeline::domain::Statement| {
        &*dataset.speakers()[statement.speaker.index()].key == "ryabkov"
    };
    let count = dataset.statements().iter().filter(by_him).count();
    assert!(count > 0);
    let listed = session.selection.details.quotations.iter();
    assert_eq!(listed.filter(|line| matches!(line, QuotationLine::Quotation { .. })).count(), count);
    assert_eq!(session.selection.details.hidden_quotations, 0);
}

#[test]
fn the_tour_goes_step_by_step_is_offered_once_and_leaves_the_window_usable() {
    let mut window = start_with(bundled());
    assert!(says(&window, "New here?"));
    choose(&mut window, Action::Tour);
    assert_eq!(session(&window).help.step, Some(TourStep::InForce));
    assert!(!says(&window, "New here?"));
    click(&mut window, "Next");
    assert_eq!(session(&window).help.step, Some(TourStep::OpenSkies));
    click(&mut window, "Show me");
    assert!(matches!(session(&window).selection.selected, Selection::Treaty(_)));
    click(&mut window, "Previous");
    assert_eq!(session(&window).help.step, Some(TourStep::InForce));
    choose(&mut window, Action::Tour);
    assert_eq!(session(&window).help.step, None);
}

#[test]
fn leaving_the_tour_shows_again_what_was_there_before_it() {
    for leaves_by in
        [Command::Help(HelpCommand::CloseTour), Command::Do(Action::Escape), Command::Do(Action::Tour)]
    {
        let mut session = Session::new(Arc::new(bundled()), Preferences::default(), None);
        let inf = Selection::Treaty(session.world.dataset.find_treaty("INF").unwrap());
        let filter = Filter::only(Facet::Category(0));
        session.apply(Command::Filter(FilterCommand::Set(filter.clone())));
        session.apply(Command::Selection(SelectionCommand::GoTo(inf)));
        let view = session.view.current;
        session.apply(Command::Do(Action::Tour));
        for step in TourStep::ALL {
            session.apply(Command::Help(HelpCommand::GoToStep(step)));
            for command in session.tour_commands(step).unwrap() {
                session.apply(command);
            }
        }
        assert_ne!((session.selection.selected, session.view.current), (inf, view));
        session.apply(leaves_by);
        assert_eq!(session.help.step, None);
        assert_eq!((session.selection.selected, session.view.current), (inf, view));
        assert_eq!(session.filter.active, filter);
        assert!(session.law.status.is_none() && session.selection.time_range.is_none());
        assert_eq!(session.status_message.as_deref(), Some("The window is as it was before the tour"));
    }
}

#[test]
fn the_tour_covers_nothing_of_the_timeline_and_ends_with_its_last_step() {
    let english = (Action::English, ["Show me", "Next", "Finish"], "What has Sergei Ryabkov said?");
    let russian = (Action::Russian, ["Показать", "Далее", "Завершить"], "Что говорил Сергей Рябков?");
    for (language, [show_me, next, finish], last_question) in [english, russian] {
        let mut window = start_with(bundled());
        window.set_size(egui::vec2(1000.0, 700.0));
        window.state_mut().apply_command(Command::Do(language));
        window.state_mut().apply_command(Command::Do(Action::Tour));
        window.run();
        for (index, step) in TourStep::ALL.into_iter().enumerate() {
            let is_last = index + 1 == TourStep::ALL.len();
            assert_eq!(session(&window).help.step, Some(step));
            click(&mut window, show_me);
            assert_eq!(says(&window, last_question), is_last);
            let bar = window.get_by_role_and_label(Role::Button, show_me).rect();
            let timeline = window.get_by_role(Role::Canvas).rect();
            assert!(!timeline.intersects(bar), "{step:?}: {timeline:?} {bar:?}");
            click(&mut window, if is_last { finish } else { next });
        }
        assert_eq!(session(&window).help.step, None);
    }
}

#[test]
fn another_dataset_has_no_tour_and_says_why() {
    let world = crate::common::world_of(
        r#"{"format":"treaty-timeline/1","title":"Made up","treaties":[{"id":"T","name":"Pact","category":"c"}]}"#,
    );
    let mut session = Session::new(Arc::new(world), Preferences::default(), None);
    assert!(!session.can(Action::Tour) && !session.offers_tour());
    session.apply(Command::Do(Action::Tour));
    assert_eq!(session.help.step, None);
    assert!(session.status_message.unwrap().contains("bundled dataset"));
}
