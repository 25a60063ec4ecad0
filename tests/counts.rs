//! What a frame costs, counted and not timed: allocations of one plan at any number of events.

#[path = "../benches/workload/mod.rs"]
mod workload;

mod common;

use allocation_counter::measure;

use treaty_timeline::load::load_plain;
use treaty_timeline::session::World;
use treaty_timeline::timeline::{Picture, Selection, TimeView};

fn world(n: usize) -> World {
    let mut bytes = Vec::new();
    workload::generate(n, &mut bytes).expect("memory takes it");
    let loaded =
        load_plain("lanes.json", &mut bytes.as_slice(), bytes.len() as u64, &()).expect("memory can be read");
    let loaded = loaded.unwrap_or_else(|_| panic!("the workload is one record to a line"));
    World::of_plain(loaded.plain.expect("it has events"), loaded.report, "lanes.json".to_owned(), None)
}

/// Allocations and bytes of the plan and the picture of one frame, at the depth of zoom that asks for the most.
fn dearest_frame(n: usize) -> (u64, u64) {
    let world = world(n);
    let fit = TimeView::fit(&world.limits);
    let middle = fit.start + fit.span / 2.0;
    let frames = (0..14).map(|zoom| {
        let time = fit.zoomed(2.0_f64.powi(zoom), middle, &world.limits);
        let frame = measure(|| {
            let scene = common::scene(&world, time, Selection::Nothing);
            let picture = Picture::of(&scene);
            assert!(!picture.layers.is_empty());
        });
        (frame.count_total, frame.bytes_total)
    });
    frames.max().expect("there are fourteen")
}

#[test]
fn where_the_window_is_full_ten_times_the_events_allocate_no_more() {
    let (count, bytes) = dearest_frame(100_000);
    let (more, larger) = dearest_frame(1_000_000);
    assert!(more < count * 5 / 4, "{more} allocations at a million, {count} at a hundred thousand");
    assert!(larger < bytes * 5 / 4, "{larger} bytes at a million, {bytes} at a hundred thousand");
    assert!(count < 4_000, "{count} allocations: some hundred of a lane's marks and labels each have one");
}
