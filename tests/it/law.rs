//! The law against tables made by hand, and what must hold of it whatever the record says.

use std::fmt::Write as _;

use proptest::prelude::*;
use treaty_timeline::domain::{
    Dataset, EdtfDate, EventKind, Ground, LegalStatus, Moment, State, contradictions,
};
use treaty_timeline::session::World;

/// The words of the tables for a state, with what else is held.
fn words(answer: Option<&LegalStatus>) -> String {
    let Some(answer) = answer else { return "not recorded".to_owned() };
    let mut text = state_words(answer.state);
    for other in &answer.alternatives {
        let _written = write!(text, "; or {}", condition(other.state));
    }
    text
}

fn state_words(state: State) -> String {
    match state {
        State::NoticeRunning { days_left, is_suspended } => {
            let days = days_left.map_or_else(String::new, |days| format!(" {days}"));
            format!("notice{days}{}", if is_suspended { ", suspended" } else { "" })
        }
        state => condition(state).to_owned(),
    }
}

fn condition(state: State) -> &'static str {
    match state {
        State::NotSigned => "not signed",
        State::Signed { is_ratified: false } => "signed",
        State::Signed { is_ratified: true } => "ratified",
        State::ProvisionallyApplied => "provisional",
        State::InForce => "in force",
        State::Suspended => "suspended",
        State::NoticeRunning { .. } => "notice",
        State::Out => "out",
        State::Replaced => "replaced",
        State::NeverInForce => "never in force",
        State::Ended => "ended",
    }
}

fn day(text: &str) -> Moment {
    EdtfDate::parse(text).unwrap().earliest()
}

fn ask(dataset: &Dataset, treaty: &str, party: &str, on: &str) -> Option<LegalStatus> {
    let treaty = dataset.find_treaty(treaty).unwrap_or_else(|| panic!("no treaty {treaty}"));
    let party =
        (party != "-").then(|| dataset.find_party(party).unwrap_or_else(|| panic!("no party {party}")));
    dataset.state_on(treaty, party, day(on))
}

#[test]
fn the_states_of_the_table_are_those_of_the_bundled_dataset() {
    let world = crate::common::bundled();
    let table = include_str!("../tables/states.txt");
    let rows = table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut wrong = Vec::new();
    let mut count = 0;
    for row in rows {
        let mut cells = row.split_whitespace();
        let (treaty, party, on) = (cells.next().unwrap(), cells.next().unwrap(), cells.next().unwrap());
        let expected = cells.collect::<Vec<_>>().join(" ");
        let found = words(ask(&world.dataset, treaty, party, on).as_ref());
        if found != expected {
            wrong.push(format!("{treaty} {party} {on}: {found}, and the table says {expected}"));
        }
        count += 1;
    }
    assert!(count >= 120, "the table has {count} rows");
    assert!(wrong.is_empty(), "{} of {count} differ\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn an_end_has_a_last_day_in_force_and_a_first_day_out() {
    let world = crate::common::bundled();
    for (treaty, party, on, last, first) in [
        ("INF", "-", "2026-01-01", "2019-08-01", "2019-08-02"),
        ("NEWSTART", "-", "2026-03-01", "2026-02-04", "2026-02-05"),
        ("ABM", "-", "2001-12-20", "2002-06-12", "2002-06-13"),
        ("OPENSKIES", "USA", "2021-01-01", "2020-11-21", "2020-11-22"),
        ("OTTAWA", "POL", "2026-03-01", "2026-02-19", "2026-02-20"),
    ] {
        let exit = ask(&world.dataset, treaty, party, on).unwrap().exit.unwrap();
        let days = (exit.last_day_in_force.date().to_string(), exit.first_day_out.date().to_string());
        assert_eq!(days, (last.to_owned(), first.to_owned()), "{treaty} {party}");
    }
    assert_eq!(ask(&world.dataset, "OPENSKIES", "-", "2026-01-01").unwrap().exit, None);
}

#[test]
fn the_bundled_record_contradicts_itself_nowhere() {
    let world = crate::common::bundled();
    let dataset = &world.dataset;
    for treaty in dataset.treaties() {
        let found = contradictions(dataset, dataset.find_treaty(&treaty.key).unwrap());
        assert!(found.is_empty(), "{}: {found:?}", treaty.key);
    }
}

/// Each state of each treaty and party of the bundled dataset, on each day on which one begins and the day before,
/// is derived again from its grounds alone.
#[test]
fn the_grounds_of_every_answer_suffice_to_derive_it_again() {
    let world = crate::common::bundled();
    let file: serde_json::Value = serde_json::from_slice(&treaty_timeline::load::bundled()).unwrap();
    let dataset = &world.dataset;
    let mut asked = 0;
    for (index, treaty) in dataset.treaties().iter().enumerate() {
        let id = treaty_timeline::domain::TreatyId::new(index);
        let parties = dataset.parties_on_record(id);
        // Of two hundred parties to one treaty, each tenth or so: every answer is another dataset to load.
        let some = parties.iter().copied().step_by(parties.len() / 24 + 1);
        for party in std::iter::once(None).chain(some.map(Some)) {
            let Some(last) = dataset.state_history(id, party).last().and_then(|span| span.from) else {
                continue;
            };
            let answer = dataset.state_on(id, party, last).unwrap();
            let again = only_grounds(file.clone(), dataset, &answer);
            let again_id = again.dataset.find_treaty(&treaty.key).unwrap();
            let again_party = party.map(|party| again.dataset.find_party(&dataset.party(party).key).unwrap());
            let derived = again.dataset.state_on(again_id, again_party, last);
            assert_eq!(derived.map(|d| d.state), Some(answer.state), "{} {party:?}", treaty.key);
            asked += 1;
        }
    }
    assert!(asked > 150, "{asked}");
}

/// The dataset of a file with no events and no listed acts but the grounds of an answer.
fn only_grounds(mut file: serde_json::Value, dataset: &Dataset, answer: &LegalStatus) -> World {
    let events = answer.grounds.iter().filter_map(|ground| ground.event());
    let keys: Vec<&str> = events.map(|id| &*dataset.event(id).key).collect();
    let acts: Vec<(&str, &str, &str)> = answer
        .grounds
        .iter()
        .filter_map(|ground| ground.act())
        .map(|id| {
            let act = dataset.act(id);
            let (treaty, party) = (&dataset.treaty(act.treaty).key, &dataset.party(act.party).key);
            (&**treaty, &**party, treaty_timeline::records::act_key(act.kind))
        })
        .collect();
    let events = file["events"].as_array_mut().unwrap();
    events.retain(|event| keys.contains(&event["id"].as_str().unwrap()));
    for event in events {
        let links = event.get("links").and_then(|links| links.as_array()).cloned().unwrap_or_default();
        let kept: Vec<_> =
            links.into_iter().filter(|link| keys.contains(&link["event"].as_str().unwrap())).collect();
        event["links"] = kept.into();
    }
    for list in file["acts"].as_array_mut().into_iter().flatten() {
        let treaty = list["treaty"].as_str().unwrap().to_owned();
        for row in list["rows"].as_array_mut().unwrap() {
            let party = row[0].as_str().unwrap().to_owned();
            let dates = row[1].as_object_mut().unwrap();
            let is_ground = |kind: &str| acts.contains(&(&*treaty, &*party, kind));
            let days: Vec<_> =
                dates.iter().filter(|(kind, _)| is_ground(kind)).map(|(_, day)| day.clone()).collect();
            // That an instrument bound on its own day is part of what the list says of it.
            dates.retain(|kind, day| is_ground(kind) || (kind == "in_force" && days.contains(day)));
        }
    }
    file["statements"] = serde_json::json!([]);
    crate::common::world_of(&file.to_string())
}

/// A random record: two parties and a treaty, with any steps on any of forty days.
fn records() -> impl Strategy<Value = (bool, Vec<(usize, usize, u32)>)> {
    (any::<bool>(), prop::collection::vec((0..KINDS.len(), 0..4_usize, 0..40_u32), 0..14))
}

const KINDS: [&str; 18] = [
    "signed",
    "opened_for_signature",
    "ratified",
    "acceded",
    "succeeded",
    "entered_into_force",
    "provisionally_applied",
    "suspended",
    "suspension_lifted",
    "withdrawal_notified",
    "withdrawal_suspended",
    "withdrawal_effective",
    "ratification_revoked",
    "signature_withdrawn",
    "terminated",
    "expired",
    "adopted",
    "extended",
];
const PARTIES: [&str; 4] = ["", "AAA", "BBB", "CCC"];
/// The types of event that a list can give, with the words that it has for them.
const ACT_KEYS: [(&str, &str); 6] = [
    ("signed", "signed"),
    ("ratified", "ratified"),
    ("acceded", "acceded"),
    ("succeeded", "succeeded"),
    ("entered_into_force", "in_force"),
    ("withdrawal_effective", "withdrawal_effective"),
];

fn file(is_bilateral: bool, events: &[(usize, (usize, usize, u32))]) -> String {
    let parties = if is_bilateral { r#""AAA","BBB""# } else { r#""AAA","BBB","CCC""# };
    let (listed, events): (Vec<_>, Vec<_>) = events.iter().copied().partition(is_listed);
    let rows = listed.iter().map(|&(_, (kind, party, day))| {
        let key = ACT_KEYS.iter().find(|(of, _)| *of == KINDS[kind]).unwrap().1;
        format!(r#"["{}",{{"{key}":"{}"}}]"#, PARTIES[party], date_of(day))
    });
    let rows = rows.collect::<Vec<_>>().join(",");
    let events: Vec<String> = events
        .iter()
        .map(|&(id, (kind, party, day))| {
            let party = match PARTIES[party] {
                "" => String::new(),
                party => format!(r#","party":"{party}""#),
            };
            let date = date_of(day);
            format!(
                r#"{{"id":"E{id:02}","treaty":"T","type":"{}"{party},"dates":[{{"edtf":"{date}","role":"effective","source":"S"}}]}}"#,
                KINDS[kind]
            )
        })
        .collect();
    // An amendment after all days asked of changes no state, and keeps each party on record.
    let later = |party: &str| {
        format!(
            r#"{{"id":"{party}","treaty":"T","type":"amended","party":"{party}","dates":[{{"edtf":"2001","source":"S"}}]}}"#
        )
    };
    let events: Vec<String> =
        events.into_iter().chain(PARTIES[1..].iter().map(|party| later(party))).collect();
    format!(
        r#"{{"format":"treaty-timeline/1","title":"x","sources":[{{"id":"S","title":"s"}}],
        "parties":[{{"id":"AAA","name":"A"}},{{"id":"BBB","name":"B"}},{{"id":"CCC","name":"C"}}],
        "treaties":[{{"id":"T","name":"T","category":"c","parties":[{parties}],
          "terms":{{"entry":{{"after":"P3D","source":"S"}},"withdrawal":{{"notice":"P5D","source":"S"}}}}}}],
        "acts":[{{"treaty":"T","source":"S","rows":[{rows}]}}],
        "events":[{}]}}"#,
        events.join(",")
    )
}

/// Whether the event of this number is written as an act of a list: some of those that a list can give.
fn is_listed(&(number, (kind, party, _)): &(usize, (usize, usize, u32))) -> bool {
    number % 3 == 0 && party > 0 && ACT_KEYS.iter().any(|(key, _)| *key == KINDS[kind])
}

fn date_of(day: u32) -> String {
    Moment::from_ymd(2000, 1, 1).unwrap().plus(i64::from(day) * 86_400).date().to_string()
}

/// The id of what an answer rests on: of an event its own, of a listed act that of the first event written as such.
fn key_of(dataset: &Dataset, numbered: &[(usize, (usize, usize, u32))], ground: Ground) -> String {
    let act = match ground {
        Ground::Event(event) => return dataset.event(event).key.to_string(),
        Ground::Act(act) => act,
    };
    let (party, date) = (&dataset.party(dataset.act(act).party).key, dataset.act_date(act));
    let is_it = |event: &&(usize, (usize, usize, u32))| {
        let (_, (kind, of, day)) = **event;
        let is_like = PARTIES[of] == &**party && date_of(day) == date.text();
        is_listed(event) && is_like && KINDS[kind] == dataset.act(act).kind.key()
    };
    format!("E{:02}", numbered.iter().find(is_it).unwrap().0)
}

/// The events with these ids, and of a listed consent the entry into force of the same day: that it bound at once is part of
/// what the list says of it.
fn kept_of(numbered: &[(usize, (usize, usize, u32))], keys: &[String]) -> Vec<(usize, (usize, usize, u32))> {
    let is_named = |number: usize| keys.contains(&format!("E{number:02}"));
    let is_companion = |event: &(usize, (usize, usize, u32))| {
        let (_, (kind, party, day)) = *event;
        is_listed(event)
            && KINDS[kind] == "entered_into_force"
            && numbered.iter().any(|other| {
                is_named(other.0)
                    && is_listed(other)
                    && matches!(KINDS[other.1.0], "ratified" | "acceded")
                    && (other.1.1, other.1.2) == (party, day)
            })
    };
    numbered.iter().copied().filter(|event| is_named(event.0) || is_companion(event)).collect()
}

/// The state on each day, for the treaty and each party, with the ids of the grounds.
fn all_states(world: &World) -> Vec<(Option<State>, Vec<String>)> {
    let dataset = &world.dataset;
    let treaty = dataset.find_treaty("T").unwrap();
    let mut states = Vec::new();
    for party in [None, Some("AAA"), Some("BBB"), Some("CCC")] {
        let party = party.map(|key| dataset.find_party(key).unwrap());
        for day in 0..50 {
            let on = Moment::from_ymd(2000, 1, 1).unwrap().plus(day * 86_400);
            let answer = dataset.state_on(treaty, party, on);
            // A listed act has no id, and its index does not depend on the order of the rows.
            let grounds = answer.iter().flat_map(|a| &a.grounds).map(|ground| match ground {
                Ground::Event(id) => dataset.event(*id).key.to_string(),
                Ground::Act(id) => format!("{id:?}"),
            });
            states.push((answer.as_ref().map(|answer| answer.state), grounds.collect()));
        }
    }
    states
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_events_in_the_file_never_matters((is_bilateral, events) in records(), seed in any::<u64>()) {
        let numbered: Vec<_> = events.into_iter().enumerate().collect();
        let mut shuffled = numbered.clone();
        let mut state = seed | 1;
        for i in (1..shuffled.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            shuffled.swap(i, (state >> 33) as usize % (i + 1));
        }
        let (a, b) = (crate::common::world_of(&file(is_bilateral, &numbered)), crate::common::world_of(&file(is_bilateral, &shuffled)));
        prop_assert_eq!(all_states(&a), all_states(&b));
    }

    #[test]
    fn grounds_suffice_whatever_the_record((is_bilateral, events) in records(), on in 0..50_i64) {
        let numbered: Vec<_> = events.into_iter().enumerate().collect();
        let world = crate::common::world_of(&file(is_bilateral, &numbered));
        let treaty = world.dataset.find_treaty("T").unwrap();
        let on = Moment::from_ymd(2000, 1, 1).unwrap().plus(on * 86_400);
        for party in [None, Some("AAA"), Some("BBB"), Some("CCC")] {
            let id = |dataset: &Dataset| party.map(|key| dataset.find_party(key).unwrap());
            let Some(answer) = world.dataset.state_on(treaty, id(&world.dataset), on) else { continue };
            let keys: Vec<String> = answer.grounds.iter().map(|&ground| key_of(&world.dataset, &numbered, ground)).collect();
            let again = crate::common::world_of(&file(is_bilateral, &kept_of(&numbered, &keys)));
            let derived = again.dataset.state_on(treaty, id(&again.dataset), on).map_or(State::NotSigned, |a| a.state);
            prop_assert_eq!(derived, answer.state, "{:?} on {:?}: {:?} of {:?}", party, on.date(), keys, numbered);
        }
    }

    /// No ground is without a part: read without it, the others give another state, course or extension.
    #[test]
    fn no_ground_but_the_newest_can_be_spared_whatever_the_record((is_bilateral, events) in records(), on in 0..50_i64) {
        let numbered: Vec<_> = events.into_iter().enumerate().collect();
        let world = crate::common::world_of(&file(is_bilateral, &numbered));
        let on = Moment::from_ymd(2000, 1, 1).unwrap().plus(on * 86_400);
        for party in [None, Some("AAA")] {
            let id = |dataset: &Dataset| party.map(|key| dataset.find_party(key).unwrap());
            let treaty = world.dataset.find_treaty("T").unwrap();
            let Some(answer) = world.dataset.state_on(treaty, id(&world.dataset), on) else { continue };
            let keys: Vec<String> = answer.grounds.iter().map(|&ground| key_of(&world.dataset, &numbered, ground)).collect();
            let reading = |keys: &[String]| {
                let world = crate::common::world_of(&file(is_bilateral, &kept_of(&numbered, keys)));
                let (dataset, treaty) = (&world.dataset, world.dataset.find_treaty("T").unwrap());
                let mut course = dataset.state_history(treaty, id(dataset));
                course.retain(|span| span.from.is_none_or(|from| from <= on));
                let extension = dataset.state_on(treaty, id(dataset), on).and_then(|answer| answer.extension);
                (course, extension.map(|extension| dataset.event(extension.event).key.to_string()))
            };
            let whole = reading(&keys);
            // A termination is named though the notice before it would do.
            let is_act = |key: &&String| {
                world.dataset.find_event(key).is_none_or(|event| world.dataset.event(event).kind != EventKind::Extended)
            };
            let newest = keys.iter().rfind(is_act);
            for spared in keys.iter().filter(|key| Some(*key) != newest) {
                let rest: Vec<String> = keys.iter().filter(|key| *key != spared).cloned().collect();
                prop_assert_ne!(&reading(&rest), &whole, "{} of {:?} in {:?}", spared, keys, numbered);
            }
        }
    }

    /// The course is the states day by day, without a gap, and each of its spans begins on the day it says.
    #[test]
    fn the_course_agrees_with_each_day((is_bilateral, events) in records()) {
        let numbered: Vec<_> = events.into_iter().enumerate().collect();
        let world = crate::common::world_of(&file(is_bilateral, &numbered));
        let treaty = world.dataset.find_treaty("T").unwrap();
        for party in [None, Some("AAA"), Some("CCC")] {
            let party = party.map(|key| world.dataset.find_party(key).unwrap());
            let course = world.dataset.state_history(treaty, party);
            for day in 0..50 {
                let on = Moment::from_ymd(2000, 1, 1).unwrap().plus(day * 86_400);
                let Some(answer) = world.dataset.state_on(treaty, party, on) else { continue };
                let span = course.iter().rfind(|span| span.from.is_none_or(|from| from <= on)).unwrap();
                prop_assert!(span.state.is_same_condition(answer.state), "{:?}: {:?} and {:?}", on.date(), span.state, answer.state);
                prop_assert_eq!(answer.since, span.from);
                if party.is_none() {
                    prop_assert_eq!(world.dataset.whole_state_on(treaty, on), answer.state, "{:?}", on.date());
                }
            }
        }
    }
}
