//! The matrix of the law against the law, stepped, played, filtered, and heard.

use std::sync::Arc;

use crate::common::window::{Window, label, press, session, shot, start};
use crate::common::{bundled, seven};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use treaty_timeline::domain::{Moment, TreatyId};
use treaty_timeline::search::Item;
use treaty_timeline::session::{
    Action, Command, Facet, FilesCommand, Filter, FilterCommand, LawCommand, Preferences, Session,
    TableChoice, TableKind, TablesCommand,
};
use treaty_timeline::timeline::Selection;

fn names(window: &Window, role: Role) -> Vec<String> {
    window.query_all_by_role(role).map(|node| label(&node)).collect()
}

/// The state of a party in a treaty as the matrix has it.
fn state(session: &Session, treaty: &str, party: &str) -> String {
    let dataset = &session.world.dataset;
    let (treaty, party) =
        (dataset.find_treaty(treaty).expect(treaty), dataset.find_party(party).expect(party));
    let cell =
        session.law.matrix.as_ref().expect("it is shown").cell(treaty, party).expect("it is on record");
    cell.state.key().to_owned()
}

#[test]
fn the_matrix_says_what_the_law_says_of_every_treaty_and_party_on_any_day() {
    let mut session = Session::new(Arc::new(bundled()), Preferences::default(), Some(crate::common::today()));
    let choice = TableChoice { is_open: true, kind: TableKind::Law, ..TableChoice::default() };
    session.apply(Command::Tables(TablesCommand::Choose(choice)));
    assert_eq!(
        session.law.matrix.as_ref().unwrap().day,
        Some(crate::common::today()),
        "today, while no day is chosen"
    );
    let mut asked = 0;
    for year in (1965..=2026).step_by(7) {
        let day = Moment::from_ymd(year, 8, 2).unwrap();
        session.apply(Command::Law(LawCommand::SetDate(Some(day))));
        let matrix = session.law.matrix.as_ref().unwrap();
        let dataset = &session.world.dataset;
        for treaty in (0..dataset.treaties().len()).map(TreatyId::new) {
            for &party in &matrix.parties {
                let answer = dataset.state_on(treaty, Some(party), day);
                let cell = matrix.cell(treaty, party);
                if let (Some(answer), Some(cell)) = (answer, cell) {
                    assert!(cell.state.is_same_condition(answer.state), "{treaty:?} {party:?} {year}");
                    asked += 1;
                }
            }
        }
    }
    assert!(asked > 1000, "{asked} cells were compared");
}

#[test]
fn a_group_that_states_join_is_not_bilateral_even_where_two_are_listed() {
    let dataset = bundled().dataset;
    for key in ["NSG", "AUSTRALIAGROUP", "PPWT", "MEWMDFZ", "NPT"] {
        assert!(!dataset.is_bilateral(dataset.find_treaty(key).expect(key)), "{key}");
    }
    let (usa, france) = (dataset.find_party("USA").unwrap(), dataset.find_party("FRA").unwrap());
    for key in ["INF", "KOREA1992", "LAHORE"] {
        let treaty = dataset.find_treaty(key).expect(key);
        assert!(dataset.is_bilateral(treaty), "{key}");
        assert!(dataset.is_outsider(treaty, france), "{key}");
    }
    assert!(!dataset.is_outsider(dataset.find_treaty("INF").unwrap(), usa));
    assert!(!dataset.is_outsider(dataset.find_treaty("AUSTRALIAGROUP").unwrap(), france));
}

#[test]
fn the_law_is_read_of_another_dataset_too_and_of_what_the_filter_shows() {
    let mut session = Session::new(Arc::new(bundled()), Preferences::default(), Some(crate::common::today()));
    let choice = TableChoice { is_open: true, kind: TableKind::Law, ..TableChoice::default() };
    session.apply(Command::Tables(TablesCommand::Choose(choice)));
    session.apply(Command::Files(FilesCommand::Loaded(Arc::new(seven()))));
    assert_eq!(state(&session, "INF", "USA"), "ended");
    assert!(!session.law.matrix.as_ref().unwrap().parties.is_empty());

    // With the filter on one treaty, the next change is one of it, and it is one cell or two that change.
    session.apply(Command::Law(LawCommand::SetDate(Moment::from_ymd(2019, 7, 1))));
    let category =
        session.world.dataset.treaty(session.world.dataset.find_treaty("OPENSKIES").unwrap()).category;
    session.apply(Command::Filter(FilterCommand::Set(Filter::only(Facet::Category(category)))));
    session.apply(Command::Law(LawCommand::StepChange(true)));
    let day = session.law.status.as_ref().unwrap().day;
    assert_ne!(day.date().to_string(), "2019-08-02", "the end of INF is not shown");
    let matrix = session.law.matrix.as_ref().unwrap();
    let dataset = &session.world.dataset;
    let shown =
        (0..dataset.treaties().len()).map(TreatyId::new).filter(|&id| session.shows(Item::Treaty(id)));
    let changed = shown
        .flat_map(|id| matrix.parties.iter().filter_map(move |&party| matrix.cell(id, party)))
        .filter(|cell| cell.has_changed);
    assert_eq!(matrix.changed, changed.count());
    assert!(matrix.changed > 0, "{day:?}");
}

#[test]
fn steps_and_play_move_the_day_and_mark_what_changed() {
    let mut session = Session::new(Arc::new(seven()), Preferences::default(), Some(crate::common::today()));
    session.apply(Command::Tables(TablesCommand::Choose(TableChoice {
        is_open: true,
        kind: TableKind::Law,
        ..TableChoice::default()
    })));
    session.apply(Command::Law(LawCommand::SetDate(Moment::from_ymd(2019, 7, 1))));
    assert_eq!(state(&session, "INF", "USA"), "notice_running");
    let day = |session: &Session| session.law.status.as_ref().unwrap().day;
    let written = |session: &Session| day(session).date().to_string();
    session.apply(Command::Law(LawCommand::StepChange(true)));
    assert_eq!(written(&session), "2019-08-02");
    assert_eq!(state(&session, "INF", "USA"), "ended");
    assert!(session.law.matrix.as_ref().unwrap().changed >= 2);
    session.apply(Command::Law(LawCommand::StepChange(false)));
    assert!(day(&session) < Moment::from_ymd(2019, 7, 1).unwrap(), "back past where it was");
    session.apply(Command::Law(LawCommand::SetDate(Moment::from_ymd(2019, 7, 3))));
    session.apply(Command::Law(LawCommand::StepYears(-1)));
    assert_eq!(written(&session), "2018-07-03");
    // Played, it goes year by year to today and stops there.
    session.apply(Command::Law(LawCommand::Play(true)));
    let mut years = 0;
    while session.law.is_playing {
        session.apply(Command::Law(LawCommand::PlaybackTick));
        years += 1;
        assert!(years < 20, "it stops");
        let day = session.law.status.as_ref().unwrap().day;
        assert!(session.view.current.time.shows(day), "the day stays in the window");
    }
    assert_eq!(session.law.status.as_ref().unwrap().day, crate::common::today());
    assert_eq!(years, 9, "2019 to 2026, and what is left until today");
    // From a leap day to the last day of February.
    session.apply(Command::Law(LawCommand::SetDate(Moment::from_ymd(2020, 2, 29))));
    session.apply(Command::Law(LawCommand::StepYears(1)));
    assert_eq!(session.law.status.as_ref().unwrap().day.date().to_string(), "2021-02-28");
}

#[test]
fn the_parties_of_the_matrix_are_those_that_the_filter_asks_for() {
    let mut session = Session::new(
        Arc::new(crate::common::bundled()),
        Preferences::default(),
        Some(crate::common::today()),
    );
    session.apply(Command::Tables(TablesCommand::Choose(TableChoice {
        is_open: true,
        kind: TableKind::Law,
        ..TableChoice::default()
    })));
    let columns =
        |session: &Session| session.law.matrix.as_ref().map_or_else(Vec::new, |r| r.parties.clone());
    let most = columns(&session);
    assert_eq!(most.len(), 10);
    let dataset = Arc::clone(&session.world);
    let iran = dataset.dataset.find_party("IRN").unwrap();
    assert!(!most.contains(&iran), "not among those in most treaties");
    session.apply(Command::Filter(FilterCommand::Toggle(Facet::Party(iran))));
    assert_eq!(columns(&session), [iran]);
    let npt = dataset.dataset.find_treaty("NPT").unwrap();
    assert!(session.law.matrix.as_ref().unwrap().cell(npt, iran).is_some(), "and its law is read");
    session.apply(Command::Do(Action::ClearFilter));
    assert_eq!(columns(&session), most);
}

#[test]
fn the_matrix_is_heard_and_a_cell_leads_to_what_it_rests_on() {
    let mut window = start();
    press(&mut window, Modifiers::COMMAND, Key::Y);
    shot(&mut window, "law");
    window.get_by_role_and_label(Role::Button, "−1 year").click();
    window.run();
    assert!(session(&window).law.status.is_some());
    let cell = names(&window, Role::Button).into_iter().find(|name| name.starts_with("ABM Treaty, US: "));
    window.get_by_label(&cell.expect("the cell says what it is")).click();
    window.run();
    assert!(
        matches!(session(&window).selection.selected, Selection::Event(_)),
        "to the event that it rests on"
    );
    shot(&mut window, "law-selected");
}
