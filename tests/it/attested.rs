//! Events that rest on one source, that nobody checked, or for which no source is named: drawn so, explained, told and
//! counted.

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use crate::common::window::{label, start_with};
use crate::common::{scene, seven, world_of};
use treaty_timeline::domain::Attestation;
use treaty_timeline::language::Language;
use treaty_timeline::session::World;
use treaty_timeline::timeline::{Legend, LegendEntry, Selection, TimeView};

fn world() -> World {
    let event = |id: &str, year: u32, more: &str| {
        format!(
            r#"{{"id":"{id}","treaty":"t","type":"meeting","title":"{id}","dates":[{{"edtf":"{year}-01-01"{more}}}]}}"#
        )
    };
    let named = r#","source":"s""#;
    let events = [
        event("plain", 1950, named),
        event("alone", 1960, named)
            .replace(r#""source":"s"}]"#, r#""source":"s"}],"confidence":"single_source""#),
        event("rumour", 1970, named)
            .replace(r#""source":"s"}]"#, r#""source":"s"}],"confidence":"unverified""#),
        event("bare", 1980, ""),
    ];
    world_of(&format!(
        r#"{{"format":"treaty-timeline/1","title":"x","unsourced":true,"sources":[{{"id":"s","title":"A source"}}],
        "treaties":[{{"id":"t","name":"Pact","category":"Made up"}}],"events":[{}]}}"#,
        events.join(",")
    ))
}

#[test]
fn they_are_drawn_with_a_ring_each_of_its_own_and_the_legend_explains_it() {
    let world = world();
    let scene = scene(&world, TimeView::fit(&world.limits), Selection::Nothing);
    let mut drawn: Vec<_> = scene.lanes[0].events.iter().map(|mark| mark.attestation).collect();
    drawn.sort_unstable();
    let all = [Attestation::SingleSource, Attestation::Unverified, Attestation::Unsourced];
    assert_eq!(drawn, [None, Some(all[0]), Some(all[1]), Some(all[2])]);
    let legend = world.legend(Language::English.strings());
    let entries = legend.iter().flat_map(|group| &group.entries);
    let names: Vec<&str> = entries
        .filter(|(entry, _)| matches!(entry, LegendEntry::Attested(_)))
        .map(|(_, name)| name.as_ref())
        .collect();
    assert_eq!(names, ["one source only", "unverified", "no source given"]);
    let shapes = all.map(|why| format!("{:?}", Legend::shapes(LegendEntry::Attested(why))));
    assert!(shapes[0] != shapes[1] && shapes[1] != shapes[2] && shapes[0] != shapes[2]);
}

#[test]
fn they_are_named_to_a_screen_reader_and_counted_in_the_status_bar() {
    let window = start_with(world());
    let marks: Vec<String> = window.query_all_by_role(Role::Button).map(|node| label(&node)).collect();
    for (title, words) in
        [("alone", "one source only"), ("rumour", "unverified"), ("bare", "no source given")]
    {
        let name =
            marks.iter().find(|name| name.starts_with(&format!("Pact: {title}"))).expect("it is there");
        assert!(name.contains(words), "{name}");
    }
    assert!(crate::common::window::says(&window, "1 unsourced"));
}

#[test]
fn where_no_event_has_a_source_the_lack_of_one_marks_none_and_where_all_have_nothing_is_counted() {
    let text = std::fs::read_to_string(crate::common::fixture("good-own-columns.json")).expect("it is there");
    let bare = world_of(&text);
    assert_eq!(bare.attestations, [Attestation::SingleSource, Attestation::Unverified]);
    assert_eq!(bare.unsourced, None);
    let seven = seven();
    assert!(seven.attestations.is_empty());
    assert_eq!(seven.unsourced, Some(0));
}
