//! Depositaries' lists of parties' acts: read beside the events, counted in law, shown in the details and the matrix.

use std::fmt::Write as _;
use std::sync::Arc;

use crate::common::window::{Window, says, session, shot, start_with};
use crate::common::{bundled, fixture, today, world_of};
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use treaty_timeline::domain::{
    Basis, Dataset, EdtfDate, EventKind, Ground, LegalStatus, Moment, Reason, State, TreatyId, count_probes,
};
use treaty_timeline::load::load;
use treaty_timeline::session::{
    Command, DetailsTab, LawCommand, MatrixGroup, Preferences, SelectionCommand, Session, TableChoice,
    TableKind, TablesCommand, ViewCommand, World,
};
use treaty_timeline::timeline::Selection;

fn lake() -> World {
    world_of(&std::fs::read_to_string(fixture("good-acts.json")).unwrap())
}

fn day(text: &str) -> Moment {
    EdtfDate::parse(text).unwrap().earliest()
}

fn ask(dataset: &Dataset, treaty: &str, party: &str, on: &str) -> Option<LegalStatus> {
    let (treaty, party) = (dataset.find_treaty(treaty).unwrap(), dataset.find_party(party).unwrap());
    dataset.state_on(treaty, Some(party), day(on))
}

fn state(dataset: &Dataset, party: &str, on: &str) -> State {
    ask(dataset, "lake", party, on).unwrap().state
}

/// The bundled record without the lists, to compare with.
fn without_lists() -> Dataset {
    let mut file: serde_json::Value =
        serde_json::from_slice(&treaty_timeline::load::bundled()).expect("it is JSON");
    file.as_object_mut().unwrap().remove("acts");
    load("x", serde_json::to_vec(&file).unwrap(), &()).dataset.unwrap()
}

#[test]
fn a_listed_party_is_bound_by_its_acts_leaves_by_them_and_comes_back() {
    let world = lake();
    let dataset = &world.dataset;
    assert_eq!(state(dataset, "NOR", "1930-01-09"), State::NotSigned);
    assert_eq!(state(dataset, "NOR", "1930-01-10"), State::Signed { is_ratified: false });
    assert_eq!(state(dataset, "NOR", "1930-12-01"), State::Signed { is_ratified: true });
    assert_eq!(state(dataset, "NOR", "1931-02-01"), State::InForce);
    assert_eq!(state(dataset, "WES", "1940-05-31"), State::InForce);
    assert_eq!(state(dataset, "WES", "1940-06-01"), State::Out);
    assert_eq!(state(dataset, "WES", "1950-01-01"), State::InForce);
    assert_eq!(state(dataset, "EAS", "1934-01-31"), State::Signed { is_ratified: true });
    assert_eq!(state(dataset, "EAS", "1934-02-01"), State::InForce);
    assert!(ask(dataset, "river", "SOU", "1950-01-01").is_none(), "of it nothing is recorded");
}

#[test]
fn the_grounds_name_the_acts_with_their_dates_and_sources() {
    let world = lake();
    let dataset = &world.dataset;
    let named = |&ground: &Ground| {
        let source = dataset.source_of(ground).map(|id| dataset.source(id).key.to_string());
        (dataset.kind_of(ground), dataset.date_of(ground).text().to_owned(), source.unwrap())
    };
    let grounds = |party: &str| -> Vec<_> {
        let answer = ask(dataset, "lake", party, "1935-01-01").unwrap();
        assert_eq!(answer.basis, Basis::Events, "the list gives the day on which each was bound");
        answer.grounds.iter().map(named).collect()
    };
    let ground = |kind, date: &str, source: &str| (kind, date.to_owned(), source.to_owned());
    // Westland was bound on the day of its instrument, which the list has from elsewhere.
    assert_eq!(
        grounds("WES"),
        [
            ground(EventKind::EnteredIntoForce, "1931-02-01", "gazette"),
            ground(EventKind::Acceded, "1933-03-03", "other"),
        ]
    );
    assert_eq!(
        grounds("EAS"),
        [
            ground(EventKind::Acceded, "1934-01-01", "list"),
            ground(EventKind::EnteredIntoForce, "1934-02-01", "list"),
        ]
    );
}

#[test]
fn a_year_in_a_list_counts_from_its_end_and_leaves_another_answer_before() {
    let world = lake();
    let answer = ask(&world.dataset, "lake", "SOU", "1931-06-01");
    // It ratified, so it had signed before; when is not recorded, and neither is its state.
    assert!(answer.is_none());
    let later = ask(&world.dataset, "lake", "SOU", "1931-12-31").unwrap();
    assert_eq!(later.state, State::InForce);
    assert!(later.since_within.is_some_and(|ground| ground.act().is_some()));
    let sweden = bundled();
    let open = ask(&sweden.dataset, "OPENSKIES", "SWE", "2002-06-01").unwrap();
    assert!(matches!(open.alternatives[0].reason, Reason::OpenAct(_)), "{:?}", open.alternatives);
}

#[test]
fn an_event_wins_over_the_list_and_the_lanes_stay_as_they_are() {
    let (world, before) = (bundled(), without_lists());
    let dataset = &world.dataset;
    assert!(dataset.acts().len() > 3_000, "{}", dataset.acts().len());
    assert_eq!(dataset.events().len(), before.events().len(), "no act is an event");
    for treaty in (0..dataset.treaties().len()).map(TreatyId::new) {
        let other = before.find_treaty(&dataset.treaty(treaty).key).unwrap();
        assert_eq!(dataset.phases(treaty).len(), before.phases(other).len());
        assert_eq!(dataset.change_days(treaty), before.change_days(other), "{}", dataset.treaty(treaty).key);
    }
    // France: the record has the deposit of 3 August 1992, the list the day before.
    let france = ask(dataset, "NPT", "FRA", "1992-08-02").unwrap();
    assert_eq!(france.state, State::NotSigned);
    let france = ask(dataset, "NPT", "FRA", "1992-08-04").unwrap();
    assert!(france.grounds.iter().all(|ground| ground.act().is_none()), "{:?}", france.grounds);
}

#[test]
#[cfg_attr(not(debug_assertions), ignore = "looks are counted in builds with debug assertions only")]
fn the_state_of_every_party_costs_looks_by_the_number_of_parties() {
    let looks = |parties: usize| {
        let world = world_of(&listed(20, parties));
        let dataset = &world.dataset;
        let (answers, looks) = count_probes(|| {
            let treaties = (0..dataset.treaties().len()).map(TreatyId::new);
            treaties
                .map(|treaty| {
                    let of: Vec<_> = dataset.parties_on_record(treaty).into_iter().map(Some).collect();
                    dataset.states_on(treaty, &of, day("2000-01-01")).into_iter().flatten().count()
                })
                .sum::<usize>()
        });
        assert_eq!(answers, 20 * parties);
        looks
    };
    let (few, many) = (looks(50), looks(200));
    assert!(many < 6 * few, "{few} looks at fifty parties each, {many} at two hundred");
    assert!(many < 20 * 200 * 400, "{many} looks at twenty lists of two hundred parties");
}

/// A dataset of treaties, each with a list of all parties.
fn listed(treaties: usize, parties: usize) -> String {
    let mut text =
        r#"{"format":"treaty-timeline/1","title":"x","sources":[{"id":"S","title":"s"}],"parties":["#
            .to_owned();
    let list = |text: &mut String, count: usize, item: &dyn Fn(usize) -> String| {
        for i in 0..count {
            let _written = write!(text, "{}{}", if i > 0 { "," } else { "" }, item(i));
        }
    };
    list(&mut text, parties, &|i| format!(r#"{{"id":"P{i}","name":"Party {i}"}}"#));
    text.push_str(r#"],"treaties":["#);
    list(&mut text, treaties, &|i| format!(r#"{{"id":"T{i}","name":"Treaty {i}","category":"c"}}"#));
    text.push_str(r#"],"events":["#);
    list(&mut text, treaties, &|i| {
        format!(
            r#"{{"id":"E{i}","treaty":"T{i}","type":"entered_into_force","dates":[{{"edtf":"1970-03-05","source":"S"}}]}}"#
        )
    });
    text.push_str(r#"],"acts":["#);
    list(&mut text, treaties, &|i| {
        let mut rows = String::new();
        list(&mut rows, parties, &|p| {
            let year = 1971 + p % 25;
            format!(
                r#"["P{p}",{{"signed":"1968-07-01","ratified":"{year}-02-03","in_force":"{year}-02-03"}}]"#
            )
        });
        format!(r#"{{"treaty":"T{i}","source":"S","rows":[{rows}]}}"#)
    });
    text.push_str("]}");
    text
}

fn on_parties_of(world: World, treaty: &str) -> Window {
    let mut window = start_with(world);
    let id = session(&window).world.dataset.find_treaty(treaty).unwrap();
    for command in
        [SelectionCommand::Select(Selection::Treaty(id)), SelectionCommand::ShowTab(DetailsTab::Parties)]
    {
        window.state_mut().apply_command(Command::Selection(command));
    }
    window.run();
    window
}

#[test]
fn the_parties_of_a_long_list_are_grouped_by_status_and_found_by_name() {
    let mut window = on_parties_of(bundled(), "NPT");
    let details = &session(&window).selection.details;
    assert!(details.is_long_list_of_parties && details.party_count > 180, "{}", details.party_count);
    let groups: Vec<usize> = details.parties.iter().filter_map(|line| line.group).collect();
    assert_eq!(groups.iter().sum::<usize>(), details.party_count, "each is in one group");
    assert!(says(&window, "Unmarked acts are from a list seen on 30 November 2026:"));
    shot(&mut window, "acts-parties");
    window.get_by_role_and_label(Role::TextInput, "Find a party").focus();
    window.run();
    window.get_by_role_and_label(Role::TextInput, "Find a party").type_text("switzer");
    window.run();
    let found = &session(&window).selection.details.parties;
    assert_eq!(found.len(), 1);
    assert!(says(&window, "signed 27 Nov 1969 · ratified 9 Mar 1977"));
    window
        .state_mut()
        .apply_command(Command::Selection(SelectionCommand::FindParty("no such land".to_owned())));
    window.run();
    assert!(says(&window, "No party has this name"));
    // Another treaty is not searched for what was looked for in this one.
    let other = session(&window).world.dataset.find_treaty("CWC").unwrap();
    window.state_mut().apply_command(Command::Selection(SelectionCommand::Select(Selection::Treaty(other))));
    window.run();
    assert!(session(&window).selection.details.parties.len() > 180);
}

#[test]
fn a_short_list_has_no_field_and_no_groups() {
    let window = on_parties_of(lake(), "lake");
    assert!(window.query_by_role_and_label(Role::TextInput, "Find a party").is_none());
    assert!(says(&window, "Not in the list: Southland: the day of its signature"));
    assert!(says(&window, "acceded 3 Mar 1933 · "));
    let window = on_parties_of(lake(), "river");
    assert!(says(&window, "signed 1 May 1932 (Protocol I) · signed 2 May 1932 (Protocol II)"));
}

#[test]
fn the_matrix_shows_groups_of_parties_and_all_of_them_page_by_page() {
    let mut session = Session::new(Arc::new(bundled()), Preferences::default(), Some(today()));
    let choice = TableChoice { is_open: true, kind: TableKind::Law, ..TableChoice::default() };
    session.apply(Command::Tables(TablesCommand::Choose(choice)));
    let columns = |session: &Session| -> Vec<String> {
        let dataset = &session.world.dataset;
        let parties = &session.law.matrix.as_ref().unwrap().parties;
        parties.iter().map(|&party| dataset.party(party).key.to_string()).collect()
    };
    session.apply(Command::Law(LawCommand::ShowGroup(MatrixGroup::NuclearWeaponStates)));
    assert_eq!(columns(&session), ["USA", "RUS", "GBR", "FRA", "CHN"]);
    let all = session.world.parties_by_name().len();
    assert!(all > 190, "{all}");
    let mut seen = Vec::new();
    let mut group = Some(MatrixGroup::All(0));
    while let Some(shown) = group {
        session.apply(Command::Law(LawCommand::ShowGroup(shown)));
        seen.extend(columns(&session));
        group = shown.turned(true, all);
    }
    assert_eq!(seen.len(), all);
    let mut names: Vec<_> = seen.iter().map(|key| session.world.dataset.find_party(key)).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), all, "each once");
    // Each cell is what the law says, of parties of which only a list tells too.
    let matrix = session.law.matrix.as_ref().unwrap();
    let dataset = &session.world.dataset;
    let npt = dataset.find_treaty("NPT").unwrap();
    for &party in &matrix.parties {
        let answer = dataset.state_on(npt, Some(party), today());
        let cell = matrix.cell(npt, party);
        assert_eq!(cell.map(|cell| cell.state), answer.map(|answer| answer.state));
    }
}

#[test]
fn the_menu_of_the_matrix_names_its_groups_and_turns_the_pages() {
    let mut window = start_with(bundled());
    crate::common::window::press(&mut window, egui::Modifiers::COMMAND, egui::Key::Y);
    window.get_by_role_and_label(Role::Button, "Parties: In most treaties").click();
    window.run();
    window.get_by_label("All parties by name").click();
    window.run();
    let first = session(&window).law.matrix.as_ref().unwrap().parties.clone();
    window.get_by_role_and_label(Role::Button, "Next parties").click();
    window.run();
    assert_ne!(session(&window).law.matrix.as_ref().unwrap().parties, first);
    shot(&mut window, "acts-matrix");
    window.get_by_role_and_label(Role::Button, "Previous parties").click();
    window.run();
    assert_eq!(session(&window).law.matrix.as_ref().unwrap().parties, first);
    let all = session(&window).world.parties_by_name().len();
    assert!(says(&window, &format!("1–10 of {all}")));
}

#[test]
fn an_expanded_treaty_has_a_lane_for_each_listed_party_with_its_status() {
    let mut session = Session::new(Arc::new(bundled()), Preferences::default(), Some(today()));
    let cwc = session.world.dataset.find_treaty("CWC").unwrap();
    session.apply(Command::View(ViewCommand::ToggleParties(cwc)));
    let lanes = session.party_lanes().of(cwc);
    assert!(lanes.len() > 180, "{}", lanes.len());
    let germany = session.world.dataset.find_party("DEU").unwrap();
    let lane = lanes.iter().find(|lane| lane.party == germany).expect("it is listed");
    assert_eq!(lane.state_on(day("1997-04-29")), State::InForce);
    assert_eq!(lane.phases.first().map(|phase| phase.day), Some(day("1993-01-13")));
}
