//! What the interface waits for, counted and not timed: a drag of the status date, a pointer that rests on the matrix, the
//! order of a table, a treaty with many open dates.

use std::fmt::Write as _;
use std::sync::Arc;

use crate::common::window::{press, says, session, start};
use crate::common::{bundled, synthetic, world_of};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use treaty_timeline::domain::{EventKind, Moment, Status, TreatyId, count_probes};
use treaty_timeline::session::{
    Column, Command, Facet, Filter, FilterCommand, LawCommand, Preferences, SelectionCommand, Session,
    TableChoice, TableKind, TablesCommand, World,
};

fn session_of(world: World) -> Session {
    Session::new(Arc::new(world), Preferences::default(), Some(crate::common::today()))
}

fn with_table(session: &mut Session, kind: TableKind, sort: Option<(Column, bool)>) {
    session.apply(Command::Tables(TablesCommand::Choose(TableChoice {
        is_open: true,
        kind,
        sort,
        ..TableChoice::default()
    })));
}

/// Some two hundred days through the whole record.
fn days(world: &World) -> Vec<Moment> {
    let (first, last) = world.dataset.span().expect("it has events");
    let step = (last.secs() - first.secs()) / 200;
    (0..=200).map(|i| first.plus(i * step)).collect()
}

#[test]
#[cfg_attr(not(debug_assertions), ignore = "looks are counted in builds with debug assertions only")]
fn a_drag_of_the_status_date_searches_and_does_not_walk() {
    let dearest = |events: usize| {
        let mut session = session_of(world_of(&synthetic(20, events)));
        let days = days(&session.world);
        days.into_iter()
            .map(|day| count_probes(|| session.apply(Command::Law(LawCommand::SetDate(Some(day))))).1)
            .max()
            .unwrap()
    };
    let (few, many) = (dearest(20), dearest(1_000));
    assert!(few > 0 && few <= 20 * 6, "{few} looks at twenty treaties of twenty events");
    assert!(many <= 20 * 11, "{many} looks at twenty treaties of a thousand events");
}

#[test]
fn the_state_that_is_searched_for_is_the_state_that_the_law_gives() {
    let mut session = session_of(bundled());
    for day in days(&session.world) {
        session.apply(Command::Law(LawCommand::SetDate(Some(day))));
        let (dataset, as_of) = (&session.world.dataset, session.law.status.as_ref().unwrap());
        for treaty in (0..dataset.treaties().len()).map(TreatyId::new) {
            let answer = dataset.state_on(treaty, None, day).unwrap();
            assert_eq!(as_of.state(treaty), answer.state, "{} {day:?}", dataset.treaty(treaty).key);
        }
    }
}

#[test]
fn another_status_date_changes_what_asks_about_it_and_nothing_else() {
    let date = |year| Moment::from_ymd(year, 5, 5);
    let mut session = session_of(bundled());
    session.apply(Command::Law(LawCommand::SetDate(date(1990))));
    session.apply(Command::Filter(FilterCommand::Set(Filter::only(Facet::Kind(EventKind::Signed)))));
    session.apply(Command::Selection(SelectionCommand::SetTimeRange(session.world.dataset.span())));
    with_table(&mut session, TableKind::Events, Some((Column::Title, false)));
    let (order, index) = (Arc::clone(&session.tables.rows.order), session.time_range_events().as_ptr());
    session.apply(Command::Law(LawCommand::SetDate(date(2020))));
    assert!(Arc::ptr_eq(&order, &session.tables.rows.order), "the rows were put in order again");
    assert!(std::ptr::eq(index, session.time_range_events().as_ptr()), "the filter was worked out again");

    // What there is to filter by is counted on that day.
    let states = |session: &Session| -> Vec<(Facet, usize)> {
        session.facets().of_kind(Facet::Status(Status::Pending)).collect()
    };
    let mut fresh = session_of(bundled());
    fresh.apply(Command::Law(LawCommand::SetDate(date(2020))));
    fresh.apply(Command::Filter(FilterCommand::Set(session.filter.active.clone())));
    assert_eq!(states(&session), states(&fresh));

    // A table in order of states, and a filter by them, follow the day.
    with_table(&mut session, TableKind::Treaties, Some((Column::Status, false)));
    let order = Arc::clone(&session.tables.rows.order);
    session.apply(Command::Law(LawCommand::SetDate(date(1985))));
    assert_ne!(order, session.tables.rows.order);
    let in_force = Filter::only(Facet::Status(Status::InForce));
    session.apply(Command::Filter(FilterCommand::Set(in_force)));
    let shown = session.filter.result.as_ref().unwrap().counts;
    session.apply(Command::Law(LawCommand::SetDate(date(2024))));
    assert_ne!(session.filter.result.as_ref().unwrap().counts, shown);
    session.apply(Command::Law(LawCommand::SetDate(date(1985))));
    assert_eq!(session.filter.result.as_ref().unwrap().counts, shown);
}

#[test]
#[cfg_attr(not(debug_assertions), ignore = "looks are counted in builds with debug assertions only")]
fn a_pointer_that_rests_on_a_cell_of_the_matrix_asks_the_law_once() {
    let mut window = start();
    press(&mut window, Modifiers::COMMAND, Key::Y);
    window.get_by_role_and_label(Role::Button, "−1 year").click();
    window.run();
    assert!(session(&window).law.status.is_some());
    window.remove_cursor();
    window.run();
    let ((), without) = count_probes(|| window.run_steps(5));
    let cell = {
        let mut buttons =
            window.query_all_by_role(Role::Button).map(|node| crate::common::window::label(&node));
        buttons.find(|name| name.starts_with("ABM Treaty, US: ")).expect("the cell says what it is")
    };
    window.get_by_label(&cell).hover();
    // Sixty frames a second: until the tooltip is there.
    window.run_steps(90);
    assert!(says(&window, "Based on"), "the tooltip is shown");
    let ((), resting) = count_probes(|| window.run_steps(5));
    assert!(resting <= without, "{resting} looks in five frames, {without} without the pointer");
}

#[test]
#[cfg_attr(not(debug_assertions), ignore = "looks are counted in builds with debug assertions only")]
fn a_treaty_of_many_open_dates_is_answered_without_a_walk_for_each() {
    const PARTIES: usize = 1_000;
    let mut text = r#"{"format":"treaty-timeline/1","title":"x","sources":[{"id":"S","title":"s"}],
        "treaties":[{"id":"T","name":"T","category":"c"}],"parties":["#
        .to_owned();
    let list = |text: &mut String, item: &dyn Fn(usize) -> String| {
        for i in 0..PARTIES {
            let _written = write!(text, "{}{}", if i > 0 { "," } else { "" }, item(i));
        }
    };
    list(&mut text, &|i| format!(r#"{{"id":"P{i}","name":"P{i}"}}"#));
    text.push_str(r#"],"events":["#);
    list(&mut text, &|i| {
        let step = |kind: &str, year: usize| {
            format!(
                r#"{{"id":"{kind}{i}","treaty":"T","type":"{kind}","party":"P{i}","dates":[{{"edtf":"{year}","source":"S"}}]}}"#
            )
        };
        format!("{},{}", step("signed", 1960 + i % 40), step("ratified", 1970 + i % 40))
    });
    text.push_str("]}");
    let world = world_of(&text);
    let (treaty, events) = (TreatyId::new(0), 2 * PARTIES as u64);
    for year in [1960, 1980, 2005] {
        let day = Moment::from_ymd(year, 6, 1).unwrap();
        let (answer, looks) = count_probes(|| world.dataset.state_on(treaty, None, day));
        assert!(answer.is_some());
        assert!(looks < 10 * events, "{looks} looks at {events} events in {year}");
    }
    // Somebody signed in 1960, and it is not said in which month.
    let day = Moment::from_ymd(1960, 6, 1).unwrap();
    let answer = world.dataset.state_on(treaty, None, day).unwrap();
    assert_eq!(answer.alternatives.len(), 1, "{answer:?}");
}
