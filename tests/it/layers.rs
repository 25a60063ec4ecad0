//! Several files on one timeline: their ids are kept apart, each can be hidden, moved, drawn behind the lanes and removed, and
//! every step is undone.

use std::sync::Arc;

use crate::common::{between, fixture, scene_of, world_of};
use treaty_timeline::domain::{Dataset, TreatyId};
use treaty_timeline::export::to_svg;
use treaty_timeline::load::{LayerSource, merge_layers};
use treaty_timeline::search::Item;
use treaty_timeline::session::{
    Action, Command, LayerFile, LayersCommand, Preferences, SelectionCommand, Session, ViewCommand, World,
};
use treaty_timeline::timeline::{LegendBlock, Palette, Row, Selection, Target, View};

/// A dataset whose ids are those of `good-second.json`, for other things.
pub(crate) const WARS: &str = r#"{
  "format": "treaty-timeline/1", "title": "Wars of the lake",
  "parties": [{ "id": "NOR", "name": "Isle of Nor" }, { "id": "NO", "name": "republic of northland" }],
  "treaties": [
    { "id": "alpha", "name": "Wars", "category": "Airships", "nature": "topic" },
    { "id": "offices", "name": "Offices", "category": "Offices", "nature": "topic" }
  ],
  "sources": [{ "id": "courier", "title": "Lake Gazette" }],
  "speakers": [{ "id": "tallow", "name": "Olaf Tallow", "country": "NO" }],
  "events": [
    { "id": "alpha-signed", "treaty": "alpha", "type": "war", "title": "War of the reeds", "dates": [{ "edtf": "1931-05/1933-06", "source": "courier" }] },
    { "id": "beta-signed", "treaty": "alpha", "type": "war", "title": "War of the eels", "dates": [{ "edtf": "1935/1936", "source": "courier" }] },
    { "id": "raid", "treaty": "alpha", "type": "raid", "title": "A raid", "dates": [{ "edtf": "1938-01-05", "source": "courier" }] },
    { "id": "first", "treaty": "offices", "type": "office", "title": "Tallow in office", "dates": [{ "edtf": "1930/1937", "source": "courier" }] }
  ],
  "statements": [{
    "id": "tallow-1936", "quote": "The eels are ours.", "lang": "en", "speaker": "tallow", "country": "NO",
    "date": "1936-03", "source": "courier", "about": [{ "event": "beta-signed" }]
  }]
}"#;

fn second() -> World {
    world_of(&std::fs::read_to_string(fixture("good-second.json")).unwrap())
}

fn merged(worlds: Vec<World>) -> World {
    let layers: Vec<LayerFile> = worlds
        .into_iter()
        .enumerate()
        .map(|(index, world)| LayerFile {
            number: if index == 0 { 0 } else { index + 1 },
            world: Arc::new(world),
        })
        .collect();
    let sources: Vec<LayerSource<'_>> = layers
        .iter()
        .map(|file| LayerSource {
            number: file.number,
            name: file.world.dataset.title(),
            dataset: &file.world.dataset,
        })
        .collect();
    let dataset = merge_layers(&sources);
    World::of_layers(layers, dataset)
}

fn session() -> Session {
    Session::new(Arc::new(merged(vec![second(), world_of(WARS)])), Preferences::default(), None)
}

fn apply(session: &mut Session, command: LayersCommand) {
    assert_eq!(session.apply(Command::Layers(command)), None);
}

fn undo(session: &mut Session) {
    session.apply(Command::Do(Action::Undo));
}

/// The names of the lanes from top to bottom.
fn lanes(session: &Session) -> Vec<String> {
    let rows = &session.view.rows;
    let name = |row| match row {
        Row::Lane(id) => Some(session.world.dataset.treaty(id).name.to_string()),
        _ => None,
    };
    (0..).map_while(|index| rows.get(index)).filter_map(name).collect()
}

fn treaty(dataset: &Dataset, key: &str) -> TreatyId {
    dataset.find_treaty(key).unwrap_or_else(|| panic!("{key} is there"))
}

#[test]
fn the_same_ids_in_two_files_mean_two_things() {
    let world = merged(vec![second(), world_of(WARS)]);
    let dataset = &world.dataset;
    assert_eq!(dataset.title(), "Second dataset · Wars of the lake");
    let (pact, wars) = (treaty(dataset, "alpha"), treaty(dataset, "2:alpha"));
    assert_eq!(&*dataset.treaty(pact).name, "Alpha Pact");
    assert_eq!(&*dataset.treaty(wars).name, "Wars");
    assert_eq!((dataset.layer_of_treaty(pact), dataset.layer_of_treaty(wars)), (0, 1));
    let titles = |id: TreatyId| -> Vec<&str> {
        dataset.events_of(id).iter().map(|&event| &*dataset.event(event).title).collect()
    };
    assert_eq!(titles(pact).len(), 4);
    assert_eq!(titles(wars), ["War of the reeds", "War of the eels", "A raid"]);
    let eels = dataset.statement(dataset.find_statement("2:tallow-1936").unwrap());
    assert_eq!(&*dataset.speaker(eels.speaker).name, "Olaf Tallow");
    assert_eq!(&*dataset.source(eels.source).title, "Lake Gazette");
    let bridge = dataset.statement(dataset.find_statement("tallow-1936").unwrap());
    assert_eq!(&*dataset.speaker(bridge.speaker).name, "Ida Tallow");
    assert_eq!(dataset.statements_of(pact).len(), 1);
    // The heading of both files is told apart.
    let headings: Vec<&str> = dataset.categories().iter().map(|category| &*category.name).collect();
    assert_eq!(headings, ["Airships", "Lake fleets", "Airships · Wars of the lake", "Offices"]);
}

#[test]
fn a_state_of_both_files_is_one_party_and_equal_ids_of_two_states_are_two() {
    let world = merged(vec![second(), world_of(WARS)]);
    let dataset = &world.dataset;
    let names: Vec<(&str, &str)> =
        dataset.parties().iter().map(|party| (&*party.key, &*party.name)).collect();
    assert_eq!(
        names,
        [("NOR", "Republic of Northland"), ("SOU", "Kingdom of Southland"), ("2:NOR", "Isle of Nor"),]
    );
    let eels = dataset.statement(dataset.find_statement("2:tallow-1936").unwrap());
    assert_eq!(eels.country, dataset.find_party("NOR"));
    // Under different ids and names, the United States are one state.
    let with = |id: &str, name: &str| {
        world_of(&format!(
            r#"{{"format":"treaty-timeline/1","title":"{id}","parties":[{{"id":"{id}","name":"{name}"}}],
            "treaties":[{{"id":"T","name":"Pact","category":"Made up","parties":["{id}"]}}]}}"#
        ))
    };
    let world = merged(vec![with("US", "United States"), with("USA", "United States of America")]);
    assert_eq!(world.dataset.parties().len(), 1);
    let world = merged(vec![with("A", "Germany"), with("B", "Germany (East)")]);
    assert_eq!(world.dataset.parties().len(), 2);
}

#[test]
fn what_stands_before_the_ids_of_a_second_file_begins_no_id_of_the_first() {
    let count = second().dataset.treaties().len();
    let text =
        std::fs::read_to_string(fixture("good-second.json")).unwrap().replace("\"alpha\"", "\"2:alpha\"");
    let world = merged(vec![world_of(&text), world_of(WARS)]);
    let dataset = &world.dataset;
    assert_eq!(&*dataset.treaty(treaty(dataset, "2:alpha")).name, "Alpha Pact");
    assert_eq!(&*dataset.treaty(treaty(dataset, "2::alpha")).name, "Wars");
    assert_eq!(dataset.treaties().len(), count + 2);
}

#[test]
fn the_law_of_each_file_is_what_it_was_alone() {
    let (alone, together) = (second(), merged(vec![second(), world_of(WARS)]));
    for treaty in alone.dataset.treaties() {
        let of = |dataset: &Dataset| {
            let id = dataset.find_treaty(&treaty.key).unwrap();
            format!(
                "{:?}",
                dataset.phases(id).iter().map(|phase| (phase.kind, phase.day)).collect::<Vec<_>>()
            )
        };
        assert_eq!(of(&alone.dataset), of(&together.dataset), "{}", treaty.name);
    }
}

#[test]
fn a_hidden_layer_is_neither_drawn_nor_counted_nor_found_and_comes_back_when_that_is_undone() {
    let mut session = session();
    let all = lanes(&session);
    assert_eq!(all, ["Alpha Pact", "Beta Accord", "Wars", "Offices"]);
    apply(&mut session, LayersCommand::Show(1, false));
    assert_eq!(lanes(&session), ["Alpha Pact", "Beta Accord"]);
    let filtered = session.filter.result.as_ref().expect("something is hidden");
    assert_eq!(filtered.counts, [2, 6, 1]);
    let wars = treaty(&session.world.dataset, "2:alpha");
    assert!(!session.shows(Item::Treaty(wars)));
    undo(&mut session);
    assert_eq!(session.status_message.as_deref(), Some("Undone: Wars of the lake hidden"));
    assert_eq!(lanes(&session), all);
    assert!(session.filter.result.is_none());
}

#[test]
fn layers_are_moved_named_and_removed_and_each_step_is_undone() {
    let mut session = session();
    apply(&mut session, LayersCommand::Move(1, -1));
    assert_eq!(lanes(&session), ["Wars", "Offices", "Alpha Pact", "Beta Accord"]);
    apply(&mut session, LayersCommand::Rename(1, " Meanwhile ".to_owned()));
    assert_eq!(session.layer_name(1), Some("Meanwhile"));
    assert_eq!(session.title(), "Meanwhile · Second dataset");
    apply(&mut session, LayersCommand::Remove(0));
    assert_eq!(lanes(&session), ["Wars", "Offices"]);
    assert_eq!(session.title(), "Meanwhile");
    assert!(session.view.arrangement.listed_layers().is_empty(), "one is no list");
    // The last one cannot be removed.
    apply(&mut session, LayersCommand::Remove(1));
    assert_eq!(lanes(&session).len(), 2);
    undo(&mut session);
    assert_eq!(session.status_message.as_deref(), Some("Undone: Second dataset removed"));
    assert_eq!(lanes(&session).len(), 4);
    undo(&mut session);
    undo(&mut session);
    assert_eq!(lanes(&session), ["Alpha Pact", "Beta Accord", "Wars", "Offices"]);
    assert_eq!(session.layer_name(1), Some("Wars of the lake"));
}

#[test]
fn a_layer_behind_the_lanes_is_named_bands_in_the_scene_and_in_the_picture() {
    let mut session = session();
    let time = between("1930-06", "1939", &session.world.limits);
    let size = session.view.size;
    session.apply(Command::View(ViewCommand::Set(View { time, scroll: 0.0 }, size)));
    apply(&mut session, LayersCommand::SetBackground(1, true));
    assert_eq!(lanes(&session), ["Alpha Pact", "Beta Accord"]);
    let scene = scene_of(&session);
    let names: Vec<&str> =
        scene.context.iter().filter_map(|band| Some(&*band.label.as_ref()?.text)).collect();
    assert_eq!(names, ["Tallow in office", "War of the reeds", "War of the eels", "A raid"]);
    let days = scene.context.iter().filter(|band| band.is_day).count();
    assert_eq!(days, 1, "the raid is a line");
    let (office, reeds) = (&scene.context[0], &scene.context[1]);
    assert!(office.opens.0, "it began before the window");
    assert!(!reeds.opens.0 && !reeds.opens.1 && reeds.left < reeds.right);
    let scale = scene.scale(time);
    let begin = treaty_timeline::domain::Moment::from_ymd(1931, 5, 1).unwrap();
    assert!((f64::from(reeds.left) - scale.x_of(begin)).abs() < 1.0);
    // Each name can be reached, and says what it is.
    let band = scene.targets().filter(|(_, target)| matches!(target, Target::Context(_))).count();
    assert_eq!(band, 4);
    let svg = to_svg(&scene, &LegendBlock::default(), Palette::new(false, false));
    for name in names {
        assert!(svg.contains(name), "{name} is in the picture");
    }
    // What is behind the lanes is still found and selected.
    let eels = session.world.dataset.find_event("2:beta-signed").unwrap();
    session.apply(Command::Selection(SelectionCommand::Select(Selection::Event(eels))));
    let scene = scene_of(&session);
    assert!(scene.context.iter().any(|band| band.event == Some(eels) && band.is_selected));
    undo(&mut session);
    undo(&mut session);
    assert!(scene_of(&session).context.is_empty());
    assert_eq!(lanes(&session).len(), 4);
}

/// Single days behind the lanes: each is named beside its line, or can be read at a point at its top, and no two of these
/// lie on each other.
#[test]
fn each_single_day_behind_the_lanes_is_named_or_can_be_reached() {
    let day = |n: usize| {
        format!(
            r#"{{ "id": "raid-{n}", "treaty": "alpha", "type": "raid", "title": "Raid number {n} on the mill", "dates": [{{ "edtf": "1938-01-{n:02}", "source": "courier" }}] }},"#
        )
    };
    let days: String = (6..26).map(day).collect();
    let text = WARS.replacen(r#""events": ["#, &format!(r#""events": [{days}"#), 1);
    let world = merged(vec![second(), world_of(&text)]);
    let mut session = Session::new(Arc::new(world), Preferences::default(), None);
    apply(&mut session, LayersCommand::SetBackground(1, true));
    let mut show = |from: &str, to: &str| {
        let time = between(from, to, &session.world.limits);
        let size = session.view.size;
        session.apply(Command::View(ViewCommand::Set(View { time, scroll: 0.0 }, size)));
        scene_of(&session)
    };
    // From near, most names have room; from afar, some.
    for (from, to) in [("1938-01-01", "1938-01-30"), ("1937-06", "1938-06")] {
        let scene = show(from, to);
        let drawn = scene.context.iter().filter(|band| band.is_day).count();
        let reached: Vec<_> = scene
            .targets()
            .filter(|(_, target)| matches!(target, Target::Context(band) if band.is_day))
            .map(|(rect, _)| rect)
            .collect();
        // Days that lie closer together are reached from nearer.
        let is_near = from == "1938-01-01";
        assert!(
            if is_near { reached.len() == drawn } else { !reached.is_empty() },
            "{from}: {}",
            reached.len()
        );
        for (index, a) in reached.iter().enumerate() {
            for b in &reached[index + 1..] {
                let apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
                assert!(apart, "{from}: {a:?} {b:?}");
            }
        }
        let named = scene.context.iter().filter(|band| band.is_day && band.label.is_some()).count();
        assert!(named > 0, "{from}");
    }
}

#[test]
fn a_hidden_layer_behind_the_lanes_has_no_bands() {
    let mut session = session();
    apply(&mut session, LayersCommand::SetBackground(1, true));
    apply(&mut session, LayersCommand::Show(1, false));
    assert!(scene_of(&session).context.is_empty());
}
