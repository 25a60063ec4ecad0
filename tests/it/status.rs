//! One answer about status: lanes, filter, counts, tables, matrix and panel agree on every date, and the panel gives the
//! grounds.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use treaty_timeline::domain::{Moment, Nature, Period, Status, TreatyId};
use treaty_timeline::session::{
    Column, Command, Facet, Filter, FilterCommand, LawCommand, Preferences, SelectionCommand, Session,
    StatusLine, TableChoice, TableKind, TablesCommand,
};
use treaty_timeline::timeline::Selection;

use crate::common::window::{Window, label, press, says, session, shot, start, start_with, wheel};
use crate::common::{bundled, scene_of, today};

fn day(year: i32, month: u32, day: u32) -> Moment {
    Moment::from_ymd(year, month, day).unwrap()
}

fn open() -> Session {
    Session::new(Arc::new(bundled()), Preferences::default(), Some(today()))
}

fn offered(session: &Session) -> BTreeMap<Status, usize> {
    let statuses = session.facets().of_kind(Facet::Status(Status::Pending));
    let status = |(facet, count)| match facet {
        Facet::Status(status) => Some((status, count)),
        _ => None,
    };
    statuses.filter_map(status).collect()
}

fn grouped(session: &Session) -> BTreeMap<Status, usize> {
    session.statuses().groups.iter().map(|(status, group)| (*status, group.len())).collect()
}

#[test]
fn every_place_counts_the_same_treaties_as_in_force_on_any_date() {
    for date in [None, Some(today()), Some(day(2022, 1, 1)), Some(day(1985, 6, 1)), Some(day(1900, 1, 1))] {
        let mut session = open();
        session.apply(Command::Law(LawCommand::SetDate(date)));
        let counts = offered(&session);
        assert_eq!(counts, grouped(&session), "{date:?}");
        let dataset = &session.world.dataset;
        for (index, treaty) in dataset.treaties().iter().enumerate() {
            let (id, on) = (TreatyId::new(index), date.unwrap_or_else(today));
            let answer = dataset.state_on(id, None, on).unwrap();
            let status = Status::of_state(answer.state, treaty.nature);
            assert_eq!(session.statuses().statuses()[index], status, "{}", treaty.key);
            assert_eq!(dataset.status_summary_on(id, on).status, status, "{}", treaty.key);
            let is_political = treaty.nature == Nature::Political;
            assert!(!(is_political && status == Status::InForce), "{} is no treaty", treaty.key);
        }
        for lane in scene_of(&session).lanes {
            assert_eq!(lane.status, session.statuses().statuses()[lane.treaty.index()], "{}", lane.name);
        }
        for (status, count) in counts {
            session.apply(Command::Filter(FilterCommand::Set(Filter::only(Facet::Status(status)))));
            assert_eq!(session.filter.result.as_ref().unwrap().counts[0], count, "{status:?} {date:?}");
            assert_eq!(grouped(&session), BTreeMap::from([(status, count)]), "of what is shown");
            assert_eq!(offered(&session)[&status], count);
        }
    }
}

#[test]
fn without_a_date_the_status_is_that_of_today() {
    let mut session = open();
    let without = grouped(&session);
    assert!(without[&Status::InForce] > 30 && without[&Status::InEffect] > 5, "{without:?}");
    session.apply(Command::Law(LawCommand::SetDate(Some(today()))));
    assert_eq!(grouped(&session), without);
    let choice = TableChoice { is_open: true, kind: TableKind::Treaties, ..TableChoice::default() };
    session.apply(Command::Tables(TablesCommand::Choose(choice)));
    let row = (0..session.tables.rows.order.len())
        .find(|&row| session.table_cell(row, Column::Name) == "Basic Principles")
        .expect("it is in the table");
    assert_eq!(session.table_cell(row, Column::Status), "agreed");
}

#[test]
fn what_the_menu_of_statuses_offers_follows_the_date_before_a_filter_is_set() {
    let mut session = open();
    let now = offered(&session);
    session.apply(Command::Law(LawCommand::SetDate(Some(day(2022, 1, 1)))));
    let then = offered(&session);
    assert_ne!(now, then);
    session.apply(Command::Filter(FilterCommand::Set(Filter::only(Facet::Status(Status::InForce)))));
    assert_eq!(offered(&session), then);
    session.apply(Command::Filter(FilterCommand::Set(Filter::default())));
    session.apply(Command::Law(LawCommand::SetDate(None)));
    assert_eq!(offered(&session), now);
}

#[test]
fn the_date_moves_to_the_next_change_of_what_is_shown() {
    let mut session = open();
    let treaty = session.world.dataset.find_treaty("NEWSTART").unwrap();
    let changes = session.world.dataset.change_days(treaty);
    assert!(changes.contains(&day(2021, 2, 3)), "the extension is one: {changes:?}");
    session.apply(Command::Law(LawCommand::SetDate(Some(day(2022, 1, 1)))));
    session.apply(Command::Law(LawCommand::StepChange(true)));
    let next = session.statuses().day;
    assert!(next > day(2022, 1, 1) && session.view.current.time.shows(next));
    session.apply(Command::Law(LawCommand::StepChange(false)));
    assert!(session.statuses().day < day(2022, 1, 1));
    session.apply(Command::Law(LawCommand::SetDate(Some(day(9000, 1, 1)))));
    session.apply(Command::Law(LawCommand::StepChange(true)));
    assert_eq!(session.status_message.as_deref(), Some("No further changes"));
    assert_eq!(session.statuses().day, day(9000, 1, 1));
}

#[test]
fn a_withdrawal_says_how_long_after_notice_it_took_effect() {
    let world = bundled();
    let dataset = &world.dataset;
    for (event, period, article) in [
        ("OPENSKIES-USA-withdrawal-effective", "P6M", "XV.2"),
        ("OPENSKIES-USA-withdrawal-notified", "P6M", "XV.2"),
        ("OPENSKIES-RUS-withdrawal-effective", "P6M", "XV.2"),
    ] {
        let length = dataset.notice_length(dataset.find_event(event).unwrap()).expect(event);
        assert_eq!(length.period, Period::parse(period).unwrap(), "{event}");
        assert_eq!(&*length.clause.unwrap().article, article);
    }
    assert_eq!(dataset.notice_length(dataset.find_event("NEWSTART-signed").unwrap()), None);
    // The CFE Treaty asks for 150 days, so its notice is counted in days.
    let cfe = dataset.notice_length(dataset.find_event("CFE-RUS-withdrawal-effective").unwrap()).unwrap();
    assert_eq!(cfe.period, Period::parse("P151D").unwrap());
}

fn set_date(window: &mut Window, text: &str) {
    press(window, Modifiers::COMMAND, Key::L);
    window.event(egui::Event::Text(text.to_owned()));
    window.run();
    press(window, Modifiers::NONE, Key::Enter);
}

#[test]
fn the_panel_lists_the_treaties_by_status_and_answers_for_one() {
    let mut window = start();
    set_date(&mut window, "2022-01-01");
    assert!(says(&window, "All treaties on 1 January 2022"));
    assert!(says(&window, "IN FORCE · "));
    shot(&mut window, "status-all");
    window.get_by_role_and_label(Role::Link, "New START").click();
    window.run();
    assert!(matches!(session(&window).selection.selected, Selection::Treaty(_)));
    assert!(says(&window, "On 1 January 2022: in force"));
    assert!(says(&window, "Extended to 5 February 2026."));
    assert!(says(&window, "Both parties the same"));
    shot(&mut window, "status-answer");
    window.get_by_role_and_label(Role::Link, "Copy this status with its grounds and their sources").click();
    window.run();
    assert!(says(&window, "Status copied"));
    window.get_by_role_and_label(Role::Link, "Next change 28 February 2023").click();
    window.run();
    assert!(says(&window, "On 28 February 2023: suspended"));
    assert!(says(&window, "United States: in force"));
    // Suspended, it still stands by its extension.
    let ground = "Go to New START: Extension takes effect, extended, 3 February 2021";
    window.query_all_by_role(Role::Link).find(|node| label(node).starts_with(ground)).unwrap().click();
    window.run();
    assert!(matches!(session(&window).selection.selected, Selection::Event(_)));
}

#[test]
fn an_open_treaty_leads_to_all_treaties_on_the_date_and_the_list_back_to_it() {
    let mut window = start();
    let treaty = session(&window).world.dataset.find_treaty("NEWSTART").unwrap();
    let select = Command::Selection(SelectionCommand::Select(Selection::Treaty(treaty)));
    window.state_mut().apply_command(select);
    set_date(&mut window, "2022-01-01");
    assert!(says(&window, "On 1 January 2022: in force"));
    window.get_by_role_and_label(Role::Link, "All treaties on 1 January 2022").click();
    window.run();
    assert_eq!(session(&window).selection.selected, Selection::Nothing);
    assert!(says(&window, "IN FORCE · "));
    // The list is a place of its own: a treaty chosen from it leads back to it, and it to the first treaty.
    window.get_by_role_and_label(Role::Link, "INF Treaty").click();
    window.run();
    press(&mut window, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(session(&window).selection.selected, Selection::Nothing);
    press(&mut window, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(session(&window).selection.selected, Selection::Treaty(treaty));
}

#[test]
fn the_control_of_the_date_lists_the_treaties_on_what_is_typed_and_its_calendar_follows() {
    let mut window = start();
    let treaty = session(&window).world.dataset.find_treaty("INF").unwrap();
    let select = Command::Selection(SelectionCommand::Select(Selection::Treaty(treaty)));
    window.state_mut().apply_command(select);
    window.get_by_role_and_label(Role::Button, "Status on: today").click();
    window.run();
    window.event(egui::Event::Text("2 May 1990".to_owned()));
    window.run();
    let is_day = |node: &egui_kittest::Node<'_>| label(node) == "14 May 1990";
    assert!(window.query_all_by_role(Role::Button).any(|node| is_day(&node)), "the month of the typed date");
    window.get_by_role_and_label(Role::Link, "All treaties on 2 May 1990").click();
    window.run();
    assert_eq!(session(&window).selection.selected, Selection::Nothing);
    assert_eq!(session(&window).law.status.as_ref().map(|status| status.day), Some(day(1990, 5, 2)));
    assert!(says(&window, "IN FORCE · "));
}

#[test]
fn a_date_that_is_set_is_answered_in_sight_however_far_the_details_are_scrolled() {
    let mut window = start();
    let treaty = session(&window).world.dataset.find_treaty("NPT").unwrap();
    let select = Command::Selection(SelectionCommand::Select(Selection::Treaty(treaty)));
    window.state_mut().apply_command(select);
    window.run();
    wheel(&mut window, egui::pos2(1300.0, 600.0), egui::vec2(0.0, -60.0), Modifiers::NONE);
    window.run();
    set_date(&mut window, "1975-06-01");
    window.run();
    let answer = "On 1 June 1975: in force";
    let labels = window.query_all_by_role(Role::Label).filter(|node| node.value().as_deref() == Some(answer));
    let tops: Vec<f32> = labels.map(|node| node.rect().top()).collect();
    assert!(tops.iter().any(|top| (80.0..880.0).contains(top)), "{tops:?}");
}

#[test]
fn the_table_and_the_details_count_the_same_parties() {
    let mut session = open();
    let choice = TableChoice { is_open: true, kind: TableKind::Treaties, ..TableChoice::default() };
    session.apply(Command::Tables(TablesCommand::Choose(choice)));
    for row in 0..session.tables.rows.order.len() {
        let selection = session.table_selection(row).unwrap();
        session.apply(Command::Selection(SelectionCommand::Select(selection)));
        let listed = session.selection.details.party_count.to_string();
        assert_eq!(session.table_cell(row, Column::Parties), listed, "{selection:?}");
    }
}

#[test]
fn the_list_of_treaties_is_by_category_and_says_when_it_is_not_all() {
    let mut window = start_with(bundled());
    set_date(&mut window, "2022-01-01");
    assert!(says(&window, "All treaties on 1 January 2022"));
    let dataset = &session(&window).world.dataset;
    let (all, category) = (dataset.treaties().len(), dataset.treaties()[0].category);
    let name = dataset.categories()[category].name.to_string();
    window.state_mut().apply_command(Command::Filter(FilterCommand::Only(Facet::Category(category))));
    window.run();
    let statuses = session(&window).statuses();
    let (shown, of) = statuses.shown_of_all();
    assert!(0 < shown && shown < all && of == all, "{shown} of {of}");
    // Each treaty is once in the list, under the heading of its status and that of its category.
    let mut listed = 0;
    for line in &statuses.lines {
        match *line {
            StatusLine::Treaty(treaty, status) => {
                listed += 1;
                assert!(statuses.groups.iter().any(|(s, group)| *s == status && group.contains(&treaty)));
            }
            StatusLine::Category(index, count) => assert!(index == category && count > 0),
            StatusLine::Status(..) => {}
        }
    }
    assert_eq!(listed, shown);
    assert!(!says(&window, "All treaties on"), "some are hidden");
    assert!(says(&window, "Treaties on 1 January 2022"));
    assert!(says(&window, &format!("{shown} of {all} treaties shown")));
    assert!(says(&window, &format!("{name} · ")), "{name}");
}

#[test]
fn a_cell_says_who_can_be_no_party_and_a_cell_is_a_control_as_a_whole() {
    let mut window = start();
    press(&mut window, Modifiers::COMMAND, Key::Y);
    let cells: Vec<(String, egui::Rect)> = window
        .query_all_by_role(Role::Button)
        .filter(|node| label(node).contains(": ") && label(node).starts_with("ABM Treaty, "))
        .map(|node| (label(&node), node.rect()))
        .collect();
    assert!(cells.iter().any(|(name, _)| name.ends_with(": not a party")), "{cells:?}");
    let (_, rect) = cells.iter().find(|(name, _)| name.starts_with("ABM Treaty, US: ")).unwrap();
    // Beside the letters, at the right edge of the cell.
    crate::common::window::click(&mut window, rect.right_center() - egui::vec2(9.0, 0.0), 1, Modifiers::NONE);
    assert!(matches!(session(&window).selection.selected, Selection::Event(_)));
}
