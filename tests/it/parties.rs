//! A treaty unfolded into a lane for each of its parties: what stands there, how it is reached, what stays remembered.

use std::sync::Arc;

use crate::common::window::label;
use crate::common::{ScriptedDialogs, app, dataset, scene_of};
use egui::accesskit::Role;
use egui::{Key, Modifiers, Theme};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use treaty_timeline::app::App;
use treaty_timeline::domain::{Moment, SECS_PER_DAY, TreatyId};
use treaty_timeline::session::{
    Action, Command, Facet, FilterCommand, Preferences, SelectionCommand, Session, ViewCommand,
};
use treaty_timeline::timeline::{LaneRow, Scene, Selection};

const WINDOW: [f32; 2] = [1440.0, 900.0];

fn start() -> Harness<'static, App> {
    app(WINDOW, Theme::Light, &ScriptedDialogs::default())
}

fn buttons(harness: &Harness<'static, App>) -> Vec<String> {
    harness.query_all_by_role(Role::Button).map(|node| label(&node)).collect()
}

fn select(harness: &mut Harness<'static, App>, treaty: &str) {
    let id = dataset(harness.state()).find_treaty(treaty).expect("a treaty of the bundled dataset");
    harness.state_mut().apply_command(Command::Selection(SelectionCommand::GoTo(Selection::Treaty(id))));
    harness.run();
}

fn party_lanes<'a>(scene: &'a Scene, harness: &Harness<'static, App>, treaty: &str) -> Vec<&'a LaneRow> {
    let id = dataset(harness.state()).find_treaty(treaty).expect("a treaty of the bundled dataset");
    scene.lanes.iter().filter(|lane| lane.treaty == id && lane.party.is_some()).collect()
}

#[test]
fn the_sign_in_a_head_unfolds_a_treaty_into_its_parties_and_folds_it_again() {
    let mut harness = start();
    select(&mut harness, "NEWSTART");
    harness.get_by_label("Parties of New START, collapsed").click();
    harness.run();
    crate::common::window::shot(&mut harness, "parties-newstart");
    let names = buttons(&harness);
    assert!(names.iter().any(|name| name == "Parties of New START, expanded"), "{names:?}");
    assert!(names.iter().any(|name| name.starts_with("New START, United States: ended, ")), "{names:?}");
    assert!(names.iter().any(|name| name.starts_with("New START, Russian Federation: ended, ")), "{names:?}");
    harness.get_by_label("Parties of New START, expanded").click();
    harness.run();
    assert!(!buttons(&harness).iter().any(|name| name.starts_with("New START, Russian Federation: ")));
}

#[test]
fn a_key_unfolds_the_selected_treaty_and_brings_the_lanes_into_the_window() {
    let mut harness = start();
    select(&mut harness, "OPENSKIES");
    harness.key_press_modifiers(Modifiers::NONE, Key::U);
    harness.run();
    crate::common::window::shot(&mut harness, "parties-openskies");
    let scene = scene_of(harness.state().session());
    let lanes = party_lanes(&scene, &harness, "OPENSKIES");
    assert!(lanes.len() >= 2);
    assert!(lanes[0].rect.top >= scene.plot.top, "the first of thirty-odd is in the window");
    assert!(lanes[1].rect.bottom <= scene.plot.bottom);
    // Each withdrawal runs from the notice to its effect, in the lane of who withdrew and in no other.
    for lane in lanes {
        let party = &dataset(harness.state()).party(lane.party.unwrap()).key;
        assert_eq!(lane.notices.len(), usize::from(matches!(&**party, "USA" | "RUS")), "{party}");
    }
}

#[test]
fn the_bars_of_a_party_are_the_law_for_that_party() {
    let mut session = Session::new(
        Arc::new(crate::common::bundled()),
        Preferences::default(),
        Some(crate::common::today()),
    );
    let mut compared = 0;
    let world = Arc::clone(&session.world);
    let data = &world.dataset;
    for id in (0..data.treaties().len()).map(TreatyId::new) {
        session.apply(Command::View(ViewCommand::ToggleParties(id)));
        let treaty = &data.treaty(id).key;
        for lane in session.party_lanes().of(id) {
            for phase in &lane.phases {
                // Where a date is open, the law counts from the end of what it may mean.
                let begun = phase.start.plus(2 * SECS_PER_DAY).max(data.date_of(phase.from).end());
                if phase.end.is_some_and(|end| end <= begun) {
                    continue;
                }
                let state = data.state_on(id, Some(lane.party), begun).map(|answer| answer.state);
                let day = Moment::from_date(begun.date());
                assert_eq!(state, Some(lane.state_on(day)), "{treaty} {:?} {begun:?}", lane.party);
                let is_bound = state.is_some_and(|state| state.is_bound());
                use treaty_timeline::domain::PhaseKind::{Extended, InForce, Provisional, Suspended};
                let is_drawn_bound = matches!(phase.kind, InForce | Extended | Suspended | Provisional);
                assert_eq!(is_bound, is_drawn_bound, "{treaty} {:?} {begun:?}", data.party(lane.party).name);
                compared += 1;
            }
        }
    }
    assert!(compared > 500, "{compared}");
}

#[test]
fn only_the_parties_filtered_for_have_lanes_and_the_next_start_unfolds_again() {
    let mut harness = start();
    select(&mut harness, "INF");
    harness.state_mut().apply_command(Command::Do(Action::Parties));
    harness.run();
    let scene = scene_of(harness.state().session());
    let all = party_lanes(&scene, &harness, "INF").len();
    let place = harness.state().session().saved_view();
    assert_eq!(place.expanded, ["INF"]);

    let russia = dataset(harness.state()).find_party("RUS").unwrap();
    harness.state_mut().apply_command(Command::Filter(FilterCommand::Toggle(Facet::Party(russia))));
    harness.run();
    let scene = scene_of(harness.state().session());
    let lanes = party_lanes(&scene, &harness, "INF");
    assert_eq!(lanes.iter().filter_map(|lane| lane.party).collect::<Vec<_>>(), [russia]);
    assert!(all > 1);

    let mut again = Session::new(
        Arc::clone(&harness.state().session().world),
        Preferences::default(),
        Some(crate::common::today()),
    );
    again.restore_view(&place);
    assert_eq!(party_lanes(&scene_of(&again), &harness, "INF").len(), all);
}
