//! Quotations read together: the tabs of a treaty, cards in full, what is ticked, and everything that a speaker said.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::common::bundled;
use crate::common::window::{Window, label, press, says, session, shot, start, start_with, wheel};

use treaty_timeline::domain::{EventKind, PhaseKind, SpeakerId, StatementId, TreatyId};
use treaty_timeline::language::Language;
use treaty_timeline::session::{
    Action, Command, DetailsTab, Facet, Filter, FilterCommand, Preferences, QuotationGroup, QuotationLine,
    QuotationOrder, SelectionCommand, Session,
};
use treaty_timeline::timeline::{Selection, Subject};

fn select(window: &mut Window, selection: Selection) {
    window.state_mut().apply_command(Command::Selection(SelectionCommand::Select(selection)));
    window.run();
}

fn treaty(window: &Window, key: &str) -> TreatyId {
    session(window).world.dataset.find_treaty(key).expect("it is there")
}

fn new_start(window: &mut Window) {
    let id = treaty(window, "NEWSTART");
    select(window, Selection::Treaty(id));
}

fn boxes(window: &Window) -> Vec<String> {
    let boxes = window.query_all_by_role(Role::CheckBox).map(|node| label(&node));
    boxes.filter(|name| name.starts_with("Select ")).collect()
}

fn click_tab(window: &mut Window, name: &str) {
    let is_it = |node: &egui_kittest::Node<'_>| label(node).starts_with(name);
    window.query_all_by_role(Role::Tab).find(is_it).expect("the tab is there").click();
    window.run();
}

/// The tabs that say that they are selected.
fn chosen_tabs(window: &Window) -> Vec<String> {
    let tabs = window.query_all_by_role(Role::Tab);
    tabs.filter(|node| node.accesskit_node().is_selected() == Some(true)).map(|node| label(&node)).collect()
}

fn session_on(selection: Selection) -> Session {
    let mut session = Session::new(Arc::new(bundled()), Preferences::default(), None);
    session.apply(Command::Selection(SelectionCommand::Select(selection)));
    session
}

fn quoted(session: &Session) -> Vec<StatementId> {
    let lines = session.selection.details.quotations.iter();
    let ids = lines.filter_map(|line| match line {
        QuotationLine::Quotation { id, .. } => Some(*id),
        QuotationLine::Heading { .. } => None,
    });
    ids.collect()
}

#[test]
fn each_quotation_of_a_treaty_is_listed_once_in_either_order() {
    let mut session = session_on(Selection::Nothing);
    let world = Arc::clone(&session.world);
    let dataset = &world.dataset;
    for index in 0..dataset.treaties().len() {
        let id = TreatyId::new(index);
        session.apply(Command::Selection(SelectionCommand::OrderQuotations(QuotationOrder::Grouped)));
        session.apply(Command::Selection(SelectionCommand::Select(Selection::Treaty(id))));
        let details = &session.selection.details;
        assert_eq!(details.quotation_count, dataset.statements_of(id).len());
        let mut counted = 0;
        for line in &details.quotations {
            if let QuotationLine::Heading { group, count } = line {
                assert!(matches!(group, QuotationGroup::Party { .. } | QuotationGroup::NoParty));
                counted += count;
            }
        }
        assert_eq!(counted, details.quotation_count, "each stands under a heading");
        let mut grouped = quoted(&session);
        grouped.sort_unstable();
        session.apply(Command::Selection(SelectionCommand::OrderQuotations(QuotationOrder::ByDate)));
        assert_eq!(quoted(&session), grouped, "the ids of statements are in order of date");
        assert_eq!(grouped, dataset.statements_of(id));
    }
}

#[test]
fn each_speaker_has_all_of_their_quotations() {
    let mut session = session_on(Selection::Nothing);
    let mut next = session_on(Selection::Nothing);
    let world = Arc::clone(&session.world);
    let dataset = &world.dataset;
    let speakers = dataset.speakers().len();
    let all: usize = (0..speakers).map(|index| dataset.statements_by(SpeakerId::new(index)).len()).sum();
    assert_eq!(all, dataset.statements().len());
    for index in (0..speakers).step_by(7) {
        let id = SpeakerId::new(index);
        session.apply(Command::Selection(SelectionCommand::Select(Selection::Speaker(id))));
        let mut listed = quoted(&session);
        listed.sort_unstable();
        assert_eq!(listed, dataset.statements_by(id));
        // It is the same speaker in the next run, and has a name for a breadcrumb.
        next.restore_view(&session.saved_view());
        assert_eq!(next.selection.selected, Selection::Speaker(id));
        assert_eq!(quoted(&next), quoted(&session));
        assert_eq!(next.title_of(Selection::Speaker(id)), *dataset.speaker(id).name);
    }
}

#[test]
fn the_lists_follow_the_filter_and_say_what_it_hides() {
    let world = bundled();
    let id = world.dataset.find_treaty("NEWSTART").expect("it is there");
    let mut session = session_on(Selection::Treaty(id));
    let all = session.selection.details.clone();
    session.apply(Command::Filter(FilterCommand::Set(Filter::only(Facet::Kind(EventKind::Signed)))));
    let details = &session.selection.details;
    assert!(details.hidden_events > 0 && !details.events.is_empty());
    assert_eq!(details.events.len() + details.hidden_events, all.events.len());
    assert_eq!(details.quotation_count + details.hidden_quotations, all.quotation_count);
    assert_eq!(details.parties, all.parties, "who takes part is no matter of the filter");
}

#[test]
fn of_the_steps_of_a_suspension_the_legal_one_stands_out() {
    let id = bundled().dataset.find_treaty("INF").expect("it is there");
    let session = session_on(Selection::Treaty(id));
    let dataset = &session.world.dataset;
    let changes: Vec<_> =
        session.selection.details.events.iter().filter(|line| line.change.is_some()).collect();
    assert!(changes.len() < session.selection.details.events.len() / 2, "{changes:?}");
    for (kind, phase) in
        [(EventKind::Suspended, PhaseKind::Suspended), (EventKind::EnteredIntoForce, PhaseKind::InForce)]
    {
        assert!(
            changes.iter().any(|line| {
                dataset.event(line.id).kind == kind && line.change.is_some_and(|change| change.to == phase)
            }),
            "{kind:?}"
        );
    }
    let began = |line: &&&treaty_timeline::session::EventLine| {
        line.change.is_some_and(|change| change.to == PhaseKind::Suspended)
    };
    let suspended: Vec<_> = changes.iter().filter(began).map(|line| dataset.event(line.id).kind).collect();
    assert!(
        !suspended.is_empty() && suspended.iter().all(|&kind| kind == EventKind::Suspended),
        "{suspended:?}"
    );
    let announced = |line: &&&treaty_timeline::session::EventLine| {
        dataset.event(line.id).kind == EventKind::SuspensionAnnounced
    };
    assert_eq!(changes.iter().filter(announced).count(), 0, "an announcement changes nothing in law");
}

#[test]
fn ticked_quotations_are_copied_with_their_citations() {
    let mut window = start_with(bundled());
    new_start(&mut window);
    assert!(says(
        &window,
        "in force from 5 February 2011 · suspended from 28 February 2023 (Russia) · ended "
    ));
    assert!(says(&window, "Russian Federation · "));
    assert!(says(&window, "0 selected"));
    let names = boxes(&window);
    for name in &names[..2] {
        window.get_by_role_and_label(Role::CheckBox, name).click();
        window.run();
    }
    assert_eq!(session(&window).selection.several.len(), 2);
    assert!(matches!(session(&window).selection.selected, Selection::Treaty(_)), "the list stays");
    assert!(says(&window, "2 selected"));
    shot(&mut window, "quotations");
    window.get_by_role_and_label(Role::Link, "Copy with citations").click();
    window.run();
    assert!(says(&window, "2 citations copied"));
    // Space takes one away again.
    window.get_by_role_and_label(Role::CheckBox, &names[0]).focus();
    window.run();
    press(&mut window, Modifiers::NONE, Key::Space);
    let several = &session(&window).selection.several;
    assert!(matches!(several[..], [Subject::Statement(_)]), "{several:?}");
    // A click on the words opens the statement.
    let words = |node: &egui_kittest::Node<'_>| label(node).starts_with('“');
    window.query_all_by_role(Role::Link).find(words).expect("quotations are links").click();
    window.run();
    assert!(matches!(session(&window).selection.selected, Selection::Statement(_)));
}

#[test]
fn tabs_work_by_key_and_stay_for_the_next_treaty() {
    let mut window = start_with(bundled());
    new_start(&mut window);
    assert!(chosen_tabs(&window)[0].starts_with("Quotations, "));
    for (name, shot_name) in
        [("Parties", "parties"), ("Sources", "sources"), ("Terms", "terms"), ("Events", "events")]
    {
        click_tab(&mut window, name);
        assert!(chosen_tabs(&window)[0].starts_with(name));
        shot(&mut window, shot_name);
    }
    let inf = treaty(&window, "INF");
    select(&mut window, Selection::Treaty(inf));
    assert!(chosen_tabs(&window)[0].starts_with("Events, "));
    shot(&mut window, "events-inf");
    let events = |node: &egui_kittest::Node<'_>| label(node).starts_with("Events, ");
    window.query_all_by_role(Role::Tab).find(events).expect("the tab is there").focus();
    window.run();
    press(&mut window, Modifiers::NONE, Key::ArrowLeft);
    assert!(chosen_tabs(&window)[0].starts_with("Quotations, "));
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    assert!(chosen_tabs(&window)[0].starts_with("Parties, "), "the focus goes along");
    assert_eq!(session(&window).selection.selected, Selection::Treaty(inf));
}

#[test]
fn in_a_citation_a_stop_ends_what_was_said_before_the_source_is_named() {
    let dataset = bundled().dataset;
    for index in 0..dataset.statements().len() {
        let id = StatementId::new(index);
        let cited = Language::English.cite_statement(&dataset, id);
        let title = &dataset.source(dataset.statement(id).source).title;
        let said = cited.rsplit_once(&**title).map_or("", |(said, _)| said).trim_end();
        let end = said.trim_end_matches(['”', '’', '»', '"', ')', ']']);
        assert!(end.ends_with(['.', '!', '?', '…']), "{cited}");
        assert!(!said.ends_with("..") && !said.ends_with(".”."), "{cited}");
    }
}

#[test]
fn a_treaty_without_quotations_shows_what_it_has() {
    let world = crate::common::world_of(
        r#"{"format":"treaty-timeline/1","title":"Made up","sources":[{"id":"s","title":"A source"}],
        "treaties":[{"id":"T","name":"Pact","category":"Made up"}],"events":[{"id":"e","treaty":"T",
        "type":"signed","title":"Signed","dates":[{"edtf":"1990-05-04","source":"s"}]}]}"#,
    );
    let mut window = start_with(world);
    let id = treaty(&window, "T");
    select(&mut window, Selection::Treaty(id));
    assert_eq!(session(&window).selection.tab, DetailsTab::Quotations);
    assert_eq!(chosen_tabs(&window), ["Events, 1"]);
}

#[test]
fn a_speaker_is_opened_from_a_card_and_read_by_treaty_or_by_date() {
    let mut window = start();
    let inf = treaty(&window, "INF");
    select(&mut window, Selection::Treaty(inf));
    let speaker = |node: &egui_kittest::Node<'_>| label(node).starts_with("All quotations by ");
    window.query_all_by_role(Role::Link).find(speaker).expect("cards name who speaks").click();
    window.run();
    let Selection::Speaker(id) = session(&window).selection.selected else { panic!("a speaker is selected") };
    let name = session(&window).world.dataset.speaker(id).name.to_string();
    assert!(says(&window, &name));
    shot(&mut window, "speaker");
    window.get_by_role_and_label(Role::Button, "By treaty").click();
    window.run();
    window.get_by_role_and_label(Role::Button, "By date").click();
    window.run();
    assert_eq!(session(&window).selection.quotation_order, QuotationOrder::ByDate);
    let said = session(&window).world.dataset.statements_by(id).to_vec();
    assert_eq!(quoted(session(&window)), said);
    shot(&mut window, "speaker-by-date");
}

#[test]
fn of_many_quotations_only_those_in_sight_are_laid_out() {
    let mut window = start_with(bundled());
    let dataset = &session(&window).world.dataset;
    let treaties = (0..dataset.treaties().len()).map(TreatyId::new);
    let longest = treaties.max_by_key(|&id| dataset.statements_of(id).len()).expect("there are treaties");
    let count = dataset.statements_of(longest).len();
    select(&mut window, Selection::Treaty(longest));
    let drawn = boxes(&window);
    assert!(drawn.len() > 2 && drawn.len() < count.min(16), "{} of {count}", drawn.len());
    // Further down there are others.
    for _ in 0..4 {
        wheel(&mut window, egui::pos2(1250.0, 600.0), egui::vec2(0.0, -30.0), Modifiers::NONE);
    }
    let below = boxes(&window);
    assert!(below.iter().any(|name| !drawn.contains(name)), "{below:?}");
}

#[test]
fn a_filter_by_one_speaker_leads_to_all_that_he_said() {
    let mut window = start();
    let dataset = &session(&window).world.dataset;
    let ryabkov = (0..dataset.speakers().len())
        .map(SpeakerId::new)
        .find(|&id| &*dataset.speaker(id).name == "Sergei Ryabkov")
        .unwrap();
    // Whatever is open.
    new_start(&mut window);
    let filter = FilterCommand::Toggle(Facet::Speaker(ryabkov));
    window.state_mut().apply_command(Command::Filter(filter));
    window.run();
    let links = window.query_all_by_role(Role::Link);
    links
        .into_iter()
        .find(|node| label(node).starts_with("All quotations by Sergei Ryabkov · "))
        .unwrap()
        .click();
    window.run();
    assert_eq!(session(&window).selection.selected, Selection::Speaker(ryabkov));
}

#[test]
fn a_list_of_quotations_follows_hidden_lanes() {
    let mut session = Session::new(Arc::new(bundled()), Preferences::default(), None);
    let dataset = Arc::clone(&session.world);
    let inf = dataset.dataset.find_treaty("INF").unwrap();
    let statement = dataset.dataset.statements_of(inf)[0];
    let speaker = dataset.dataset.statement(statement).speaker;
    session.apply(Command::Selection(SelectionCommand::Select(Selection::Treaty(inf))));
    session.apply(Command::Do(Action::HideLane));
    session.apply(Command::Selection(SelectionCommand::Select(Selection::Speaker(speaker))));
    let hidden = session.selection.details.hidden_quotations;
    assert!(hidden > 0);
    session.apply(Command::Do(Action::ShowLanes));
    assert_eq!(session.selection.selected, Selection::Speaker(speaker));
    assert_eq!(session.selection.details.hidden_quotations, 0);
}
