//! Labels, numbers and signs of the bundled dataset: at no zoom does one lie on another.

use crate::common::{SIZE, between, bundled, scene_at, seven};
use treaty_timeline::domain::{Moment, PhaseKind};
use treaty_timeline::session::World;
use treaty_timeline::timeline::{LaneRow, Rect, Scene, Selection, Size, TimeView, View};

/// Whether two rectangles overlap by more than rounding.
fn overlaps(a: &Rect, b: &Rect) -> bool {
    let both = a.within(b);
    both.width() > 0.05 && both.height() > 0.05
}

/// Every zoom from the whole to a day, around days on which much happened.
fn times(world: &World, zooms: i32) -> Vec<TimeView> {
    let fit = TimeView::fit(&world.limits);
    let days = [(1972, 5, 26), (1991, 7, 31), (2019, 8, 2)];
    let middles = days.map(|(year, month, day)| Moment::from_ymd(year, month, day).expect("a day"));
    let zoomed = |middle: Moment, zoom: i32| {
        let time = fit.centred_on(middle, &world.limits);
        time.zoomed(1.3_f64.powi(zoom), middle.secs() as f64, &world.limits)
    };
    (0..zooms).flat_map(|zoom| middles.map(|middle| zoomed(middle, zoom))).collect()
}

fn check_lane(lane: &LaneRow, scene: &Scene) -> usize {
    let labels: Vec<(&str, Rect)> = lane
        .labels
        .iter()
        .chain(&lane.entering_label)
        .chain(&lane.end_label)
        .map(|label| (&*label.text, label.rect()))
        .collect();
    for (i, (text, rect)) in labels.iter().enumerate() {
        let context = || format!("{} in {}, {}", text, lane.name, scene.span_words);
        for (other, other_rect) in &labels[..i] {
            assert!(!overlaps(rect, other_rect), "{other} and {}", context());
        }
        for mark in lane.events.iter().chain(&lane.statements) {
            assert!(!overlaps(rect, &mark.rect()), "{mark:?} and {rect:?}, {}", context());
        }
        for bar in lane.bars.iter().filter(|bar| bar.kind != PhaseKind::Ended) {
            let bar_rect = Rect { left: bar.left, right: bar.right, top: bar.y - 5.0, bottom: bar.y + 5.0 };
            assert!(!overlaps(rect, &bar_rect), "{bar:?} and {}", context());
        }
        assert!(rect.left >= scene.plot.left && rect.right <= scene.plot.right, "{}", context());
        assert!(rect.top >= lane.rect.top && rect.bottom <= lane.rect.bottom, "{}", context());
    }
    for marks in [&lane.events, &lane.statements] {
        for pair in marks.windows(2) {
            assert!(!overlaps(&pair[0].rect(), &pair[1].rect()), "{pair:?}, {}", scene.span_words);
        }
    }
    labels.len()
}

#[test]
fn no_label_lies_on_a_label_a_number_a_sign_or_a_bar_at_any_zoom() {
    let world = bundled();
    let mut seen = 0;
    for width in [800.0, 1440.0, 2560.0] {
        // High enough for all lanes.
        let size = Size { width, height: 5_000.0 };
        for time in times(&world, 40) {
            let scene = scene_at(&world, View { time, scroll: 0.0 }, size, Selection::Nothing);
            seen += scene.lanes.iter().map(|lane| check_lane(lane, &scene)).sum::<usize>();
        }
    }
    assert!(seen > 10_000, "{seen}");
}

#[test]
fn a_second_row_between_the_quotations_has_the_labels_that_the_first_has_no_room_for() {
    let world = bundled();
    let view = View { time: TimeView::fit(&world.limits), scroll: 0.0 };
    let size = Size { width: 1440.0, height: 5_000.0 };
    let scene = scene_at(&world, view, size, Selection::Nothing);
    let (mut first, mut second) = (0, 0);
    for lane in &scene.lanes {
        let bar = lane.rect.top + scene.metrics.lane.bar_y;
        let (over, under): (Vec<_>, Vec<_>) = lane.labels.iter().partition(|label| label.at.y < bar + 8.0);
        (first, second) = (first + over.len(), second + under.len());
        // Less important than what is over the bar, and at its own mark.
        for label in under {
            let rect = label.rect();
            let is_at_mark = |x: f32| (rect.left - 6.0..=rect.right + 6.0).contains(&x);
            assert!(lane.events.iter().any(|mark| is_at_mark(mark.at.x)), "{} in {}", label.text, lane.name);
        }
    }
    assert!(second * 6 > first, "{second} in the second row, {first} in the first");
}

#[test]
fn the_numbers_of_quotations_add_up_at_any_zoom() {
    let world = bundled();
    let fit = TimeView::fit(&world.limits);
    let size = Size { width: 1440.0, height: 5_000.0 };
    let scene = scene_at(&world, View { time: fit, scroll: 0.0 }, size, Selection::Nothing);
    for lane in &scene.lanes {
        let counted: usize = lane.statements.iter().map(|mark| mark.count).sum();
        assert_eq!(counted, world.dataset.statements_of(lane.treaty).len(), "{}", lane.name);
        let counted: usize = lane.events.iter().map(|mark| mark.count).sum();
        assert_eq!(counted, world.dataset.events_of(lane.treaty).len(), "{}", lane.name);
    }
}

#[test]
fn where_there_is_room_events_of_every_rank_are_labelled_and_the_end_has_its_year() {
    let world = seven();
    let lane_at = |treaty: &str, from: &str, to: &str, width: f32| {
        let treaty = world.dataset.find_treaty(treaty).expect("it is there");
        let view = View { time: between(from, to, &world.limits), scroll: 0.0 };
        let scene = scene_at(&world, view, Size { width, ..SIZE }, Selection::Nothing);
        let lane = scene.lanes.into_iter().find(|lane| lane.treaty == treaty).expect("it is in the window");
        lane.labels.into_iter().map(|label| label.text).collect::<Vec<_>>()
    };
    let months = lane_at("INF", "2019-01", "2019-08", 2560.0);
    assert!(months.len() >= 4, "{months:?}");
    let weeks = lane_at("INF", "2019-06", "2019-08", 2560.0);
    assert!(weeks.iter().any(|text| text == "State Duma passes the suspension bill"), "{weeks:?}");
    let life = lane_at("ABM", "1970", "2026", SIZE.width);
    assert!(life.iter().any(|text| text == "terminated 2002"), "{life:?}");
}
