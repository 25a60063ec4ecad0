//! The targets of a scene: what the pointer hits is what screen reader and Tab reach.

use std::collections::BTreeMap;

use crate::common::{scene_at, seven};
use treaty_timeline::domain::EventId;
use treaty_timeline::load::load_lanes_whole;
use treaty_timeline::session::World;
use treaty_timeline::timeline::{Pos, Scene, Selection, Size, Target, TimeView, View};

/// A window that is lower than its lanes.
const SIZE: Size = Size { width: 900.0, height: 300.0 };

/// What a target stands for, so that two can be compared; a count stands for its mark.
fn identity(target: Target<'_>) -> (&'static str, *const ()) {
    use std::ptr::from_ref;
    match target {
        Target::Group(group) => ("group", from_ref(group).cast()),
        Target::Only(group) => ("only", from_ref(group).cast()),
        Target::Header(lane) => ("header", from_ref(lane).cast()),
        Target::Expand(lane) => ("expand", from_ref(lane).cast()),
        Target::Overflow(lane) => ("overflow", from_ref(lane).cast()),
        Target::Bulk(_, bar) => ("bulk", from_ref(bar).cast()),
        Target::Bar(_, bar) => ("bar", from_ref(bar).cast()),
        Target::Edge(_, arrow) => ("edge", from_ref(arrow).cast()),
        Target::Context(band) => ("band", from_ref(band).cast()),
        Target::Span(_, span) => ("span", from_ref(span).cast()),
        Target::Notice(_, notice) => ("notice", from_ref(notice).cast()),
        Target::Mark(_, mark) | Target::Count(_, mark) => ("mark", from_ref(mark).cast()),
    }
}

/// Holds a scene to it that a click in the middle of each target means that target, or one that lies above it; counts
/// the targets by kind.
fn check_targets(scene: &Scene) -> BTreeMap<&'static str, usize> {
    let targets: Vec<_> = scene.targets().map(|(rect, target)| (rect, identity(target))).collect();
    let mut kinds = BTreeMap::new();
    for (index, (rect, own)) in targets.iter().enumerate() {
        let middle = Pos { x: f32::midpoint(rect.left, rect.right), y: f32::midpoint(rect.top, rect.bottom) };
        let Some(hit) = scene.hit(middle) else { panic!("nothing in the middle of {own:?} at {rect:?}") };
        let hit = identity(hit);
        let above = targets[index..].iter().any(|(rect, other)| *other == hit && rect.contains(middle));
        assert!(above, "{hit:?} in the middle of {own:?} at {rect:?}");
        *kinds.entry(own.0).or_default() += 1;
    }
    kinds
}

#[test]
fn the_middle_of_each_target_is_hit_or_what_lies_above_it() {
    let world = seven();
    let event = Selection::Event(EventId::new(3));
    let mut kinds = BTreeMap::new();
    let mut time = TimeView::fit(&world.limits);
    for step in 0..24 {
        // Lanes are cut off at the top by a little more each time.
        let view = View { time, scroll: f64::from(step) * 7.0 };
        for selection in [Selection::Nothing, event] {
            for (kind, count) in check_targets(&scene_at(&world, view, SIZE, selection)) {
                *kinds.entry(kind).or_insert(0) += count;
            }
        }
        time = time.zoomed(1.3, 1.55e9, &world.limits).panned(time.span * 0.01, &world.limits);
    }
    assert!(
        kinds.keys().eq(&["bar", "edge", "expand", "group", "header", "mark", "notice", "only"]),
        "{kinds:?}"
    );
}

#[test]
fn the_middle_of_each_bulk_target_is_hit_or_what_lies_above_it() {
    let mut text = Vec::new();
    crate::workload::generate(3_000, &mut text).unwrap();
    let loaded = load_lanes_whole("lanes.json", &text, &());
    let bulk = World::of_bulk(loaded.bulk.unwrap(), loaded.report, "lanes.json".to_owned(), None);
    for zoom in [1.0, 4.0, 30.0, 300.0] {
        let fit = TimeView::fit(&bulk.limits);
        let time = fit.zoomed(zoom, fit.start + fit.span / 2.0, &bulk.limits);
        let kinds = check_targets(&scene_at(&bulk, View { time, scroll: 5.0 }, SIZE, Selection::Nothing));
        assert!(kinds["bulk"] > 2 && kinds["header"] > 2, "{kinds:?}");
    }
}
