//! Scenes as text at several zooms, and their size, which must not grow with the number of events.

use std::fmt::Write as _;

use crate::common::{between, scene, scene_at, seven, synthetic, world_of};
use treaty_timeline::export::to_svg;
use treaty_timeline::timeline::{
    BundledFonts, Drawing, Font, LegendBlock, Palette, Pos, Scene, Selection, Shape, Size, Subject, Target,
    TextMeasure as _, TimeView, View,
};

#[test]
fn five_zooms_from_everything_to_a_day() {
    let world = seven();
    let fit = scene(&world, TimeView::fit(&world.limits), Selection::Nothing);
    insta::assert_snapshot!("1_everything", fit);
    for (name, from, to) in [
        ("2_two_decades", "2005", "2026"),
        ("3_three_years", "2018", "2021"),
        ("4_three_months", "2019-01", "2019-03"),
        ("5_one_day", "2019-02-02", "2019-02-02"),
    ] {
        let view = between(from, to, &world.limits);
        insta::assert_snapshot!(name, scene(&world, view, Selection::Nothing));
    }
}

#[test]
fn where_nothing_can_be_clicked_no_triangle_offers_to_collapse_or_expand() {
    let world = seven();
    let mut scene = scene(&world, TimeView::fit(&world.limits), Selection::Nothing);
    // Nothing else in a lane header is a triangle: the sign of a treaty that has ended has four corners.
    let triangles = |scene: &Scene| -> usize {
        let layers = Drawing::of(scene).layers;
        let shapes = layers.into_iter().filter(|layer| layer.clip.left == 0.0).flat_map(|layer| layer.shapes);
        shapes
            .filter(|shape| {
                matches!(shape, Shape::Polygon { points, .. }
                    if points.len() == 3 && points.iter().all(|at| at.x <= scene.plot.left))
            })
            .count()
    };
    assert!(triangles(&scene) > scene.groups.len());
    scene.has_controls = false;
    assert_eq!(triangles(&scene), 0);
}

#[test]
fn a_selected_event_is_linked_with_its_statements_and_a_statement_with_its_events() {
    let world = seven();
    let view = between("2018", "2022", &world.limits);
    let dataset = &world.dataset;
    let said = dataset.statements().iter().position(|s| s.quote.starts_with("In a nutshell")).unwrap();
    let statement = treaty_timeline::domain::StatementId::new(said);
    let of_statement = scene(&world, view, Selection::Statement(statement));
    let events = dataset.statement(statement).events().count();
    assert!(events > 0);
    assert_eq!(of_statement.links.len(), events);
    let event = dataset.statement(statement).events().next().unwrap();
    let of_event = scene(&world, view, Selection::Event(event));
    insta::assert_snapshot!("selected_event", of_event);
    let statements = &dataset.event(event).statements;
    assert!(statements.contains(&statement));
    let in_lanes = statements.iter().map(|&id| {
        (0..dataset.treaties().len())
            .filter(|&treaty| {
                dataset.statements_of(treaty_timeline::domain::TreatyId::new(treaty)).contains(&id)
            })
            .count()
    });
    assert_eq!(of_event.links.len(), in_lanes.sum::<usize>() + dataset.event(event).links.len());
}

#[test]
fn a_statement_about_two_treaties_is_linked_across_lanes() {
    let world = seven();
    let dataset = &world.dataset;
    let about_two = (0..dataset.statements().len())
        .map(treaty_timeline::domain::StatementId::new)
        .find(|&id| {
            let mut treaties: Vec<_> =
                dataset.statement(id).events().map(|event| dataset.event(event).treaty).collect();
            treaties.dedup();
            treaties.len() > 1
        })
        .expect("the dataset has words about two treaties");
    let scene = scene(&world, TimeView::fit(&world.limits), Selection::Statement(about_two));
    let heights: std::collections::BTreeSet<i32> = scene.links.iter().map(|link| link.to.y as i32).collect();
    assert!(heights.len() > 1, "{:?}", scene.links);
}

#[test]
fn the_selected_mark_is_drawn_as_itself_even_in_a_crowd() {
    let world = seven();
    for (i, event) in world.dataset.events().iter().enumerate() {
        let id = treaty_timeline::domain::EventId::new(i);
        let scene = scene(&world, TimeView::fit(&world.limits), Selection::Event(id));
        let drawn = scene.lanes.iter().flat_map(|lane| &lane.events).any(|m| m.subject == Subject::Event(id));
        assert!(drawn, "{}", event.key);
    }
}

#[test]
fn every_drawn_mark_is_found_under_its_own_middle() {
    let world = seven();
    let scene = scene(&world, between("2018", "2022", &world.limits), Selection::Nothing);
    let mut found = 0;
    for lane in &scene.lanes {
        for mark in lane.events.iter().chain(&lane.statements) {
            if !scene.plot.contains(mark.at) {
                continue;
            }
            let Some(Target::Mark(_, hit)) = scene.hit(mark.at) else { panic!("nothing under {mark:?}") };
            assert_eq!(hit.at, mark.at);
            found += 1;
        }
        let header = scene.hit(Pos { x: 10.0, y: lane.rect.top + 5.0 });
        assert!(matches!(header, Some(Target::Header(hit)) if hit.treaty == lane.treaty), "{header:?}");
    }
    assert!(found > 20);
}

#[test]
fn labels_neither_overlap_nor_leave_the_plot() {
    let world = seven();
    let mut view = TimeView::fit(&world.limits);
    let mut seen = 0;
    for _ in 0..30 {
        let scene = scene(&world, view, Selection::Nothing);
        for lane in &scene.lanes {
            // Over the bar and beside it: two labels may stand one above the other.
            for (i, label) in lane.labels.iter().enumerate() {
                for other in &lane.labels[..i] {
                    let both = label.rect().within(&other.rect());
                    assert!(both.width() <= 0.0 || both.height() <= 0.0, "{other:?} {label:?}");
                    assert!(label.at.y != other.at.y || other.at.x + other.width < label.at.x);
                }
            }
            for label in &lane.labels {
                assert!(label.at.x >= scene.plot.left && label.at.x + label.width <= scene.plot.right);
                seen += 1;
            }
        }
        view = view.zoomed(1.3, 1.55e9, &world.limits);
    }
    assert!(seen > 50);
}

/// Where each cluster stands in time, and how many marks it has.
fn clusters(scene: &Scene) -> Vec<(i64, i64, usize)> {
    let inner = |x: f32| x > scene.plot.left + 40.0 && x < scene.plot.right - 40.0;
    let marks = scene.lanes.iter().flat_map(|lane| &lane.events).filter(|mark| inner(mark.at.x));
    marks.map(|mark| (mark.first.secs(), mark.last.secs(), mark.count)).collect()
}

#[test]
fn clusters_hold_still_while_panning() {
    let world = world_of(&synthetic(5, 2_000));
    let mut view = TimeView::fit(&world.limits).zoomed(4.0, 0.0, &world.limits);
    let whole: std::collections::BTreeSet<_> =
        clusters(&scene(&world, view, Selection::Nothing)).into_iter().collect();
    assert!(whole.iter().any(|&(.., count)| count > 1));
    for _ in 0..50 {
        view = view.panned(view.span / 5000.0, &world.limits);
        let now = clusters(&scene(&world, view, Selection::Nothing));
        let unknown = now.iter().filter(|cluster| !whole.contains(cluster)).count();
        // Only what comes in at the edge is new.
        assert!(unknown <= 5, "{unknown} clusters changed");
    }
}

#[test]
fn a_scene_grows_with_the_window_and_not_with_the_events() {
    let count = |events: usize| {
        let world = world_of(&synthetic(10, events));
        let scene = scene(&world, TimeView::fit(&world.limits), Selection::Nothing);
        let marks: usize = scene.lanes.iter().map(|lane| lane.events.len()).sum();
        let labels: usize = scene.lanes.iter().map(|lane| lane.labels.len()).sum();
        let counted: usize = scene.lanes.iter().flat_map(|lane| &lane.events).map(|mark| mark.count).sum();
        assert_eq!(counted, 10 * events, "no event is lost");
        (marks, labels)
    };
    let (few, _) = count(100);
    let (many, labels) = count(20_000);
    assert!(few > 100);
    let plot = SIZE_WIDTH / 5.0;
    assert!(many as f32 <= 10.0 * (plot + 2.0), "{many} marks in 10 lanes");
    assert!(labels < 200);
}

const SIZE_WIDTH: f32 = crate::common::SIZE.width;

#[test]
fn a_long_heading_and_a_long_title_are_cut_to_their_room() {
    let text = format!(
        r#"{{"format":"treaty-timeline/1","title":"{}","sources":[{{"id":"s","title":"A source"}}],
"treaties":[{{"id":"t","name":"A treaty","category":"Bilateral agreements of the first decade"}}],
"events":[{{"id":"e","treaty":"t","type":"signed","dates":[{{"edtf":"1931-05-04","source":"s"}}]}}]}}"#,
        "The history of agreements ".repeat(20).trim_end()
    );
    let world = world_of(&text);
    let scene = scene(&world, TimeView::fit(&world.limits), Selection::Nothing);
    let heading = &scene.groups[0].text;
    assert!(heading.starts_with("Bilateral") && heading.ends_with("… · 1"), "{heading}");
    let fonts = BundledFonts::default();
    assert!(25.0 + fonts.width(heading, 11.0, Font::Strong) < scene.plot.left);
    let svg = to_svg(&scene, &LegendBlock::default(), Palette::new(false, false));
    let title = svg.lines().find(|line| line.trim_start().starts_with("<text")).unwrap_or_default();
    assert!(title.contains("The history") && title.contains('…'), "{title}");
}

#[test]
fn only_the_lanes_in_the_window_are_planned() {
    let world = world_of(&synthetic(3_000, 1));
    let time = TimeView::fit(&world.limits);
    for scroll in [0.0, 5_000.0, 1e9] {
        let scene = scene_at(&world, View { time, scroll }, crate::common::SIZE, Selection::Nothing);
        assert!((10..=18).contains(&scene.lanes.len()), "{} lanes at {scroll}", scene.lanes.len());
    }
}

#[test]
fn odd_datasets_and_tiny_windows_make_sane_scenes() {
    for name in ["no-events.json", "one-event.json", "same-day.json", "far-years.json"] {
        let world = world_of(&std::fs::read_to_string(crate::common::fixture(name)).unwrap());
        for size in
            [Size { width: 1.0, height: 1.0 }, Size { width: 300.0, height: 90.0 }, crate::common::SIZE]
        {
            let view = View { time: TimeView::fit(&world.limits), scroll: 0.0 };
            let scene = scene_at(&world, view, size, Selection::Nothing);
            for lane in &scene.lanes {
                for bar in &lane.bars {
                    assert!(bar.left.is_finite() && bar.right.is_finite() && bar.left <= bar.right);
                }
                assert!(lane.events.iter().all(|mark| mark.at.x.is_finite()));
            }
        }
        let fit = scene(&world, TimeView::fit(&world.limits), Selection::Nothing);
        let drawn: usize = fit.lanes.iter().flat_map(|lane| &lane.events).map(|mark| mark.count).sum();
        assert_eq!(drawn, world.dataset.events().len(), "{name} does not fit");
    }
}

#[test]
fn a_title_of_a_hundred_thousand_characters_is_cut_and_widens_nothing() {
    let long = "Ж".repeat(100_000);
    let text = std::fs::read_to_string(crate::common::fixture("good-minimal.json")).unwrap();
    let short = world_of(&text);
    let name = short.dataset.treaties()[0].name.clone();
    let title = short.dataset.events()[0].title.clone();
    let world = world_of(&text.replace(&*name, &long).replace(&*title, &long));
    let scene = scene(&world, TimeView::fit(&world.limits), Selection::Nothing);
    let lane = &scene.lanes[0];
    assert!(lane.name.ends_with('…') && lane.name.chars().count() < 60, "{} characters", lane.name.len());
    assert!(lane.labels.iter().all(|label| label.text.chars().count() < 100));
}

#[test]
fn a_year_is_drawn_as_a_year() {
    let world = seven();
    let scene = scene(&world, between("1978", "1982", &world.limits), Selection::Nothing);
    let bands: Vec<_> = scene.lanes.iter().flat_map(|lane| &lane.bands).collect();
    let points_per_day = f64::from(scene.plot.width()) / (5.0 * 365.0);
    let is_year = |width: f32| (f64::from(width) / points_per_day - 365.0).abs() < 3.0;
    assert!(bands.iter().any(|band| is_year(band.right - band.left)), "{bands:?}");
}

#[test]
fn labels_keep_their_marks_while_panning_and_change_only_at_the_edges() {
    let world = seven();
    let mut view = between("1985", "2005", &world.limits);
    let seen = |scene: &Scene| -> Vec<(usize, String, f32)> {
        let lanes = scene.lanes.iter();
        lanes
            .flat_map(|lane| lane.labels.iter().map(|l| (lane.treaty.index(), l.text.clone(), l.at.x)))
            .collect()
    };
    let mut before = seen(&scene(&world, view, Selection::Nothing));
    let step = view.span / 840.0 * 3.0;
    let mut kept = 0;
    for _ in 0..120 {
        view = view.panned(step, &world.limits);
        let now_scene = scene(&world, view, Selection::Nothing);
        let now = seen(&now_scene);
        let near_edge = |x: f32| x < now_scene.plot.left + 12.0 || x > now_scene.plot.right - 260.0;
        for (lane, text, x) in &before {
            match now.iter().find(|(l, t, n)| l == lane && t == text && (n - (x - 3.0)).abs() < 8.0) {
                Some((_, _, moved)) => {
                    // The first and the last of a lane hold to the edge while their mark is in the window.
                    let is_held = near_edge(*x) && (moved - x).abs() < 3.6;
                    assert!((moved - (x - 3.0)).abs() < 0.6 || is_held, "{text} jumped from {x} to {moved}");
                    kept += 1;
                }
                None => assert!(near_edge(*x), "{text} went away at {x}"),
            }
        }
        for (lane, text, x) in &now {
            let is_new = !before.iter().any(|(l, t, b)| l == lane && t == text && (b - 3.0 - x).abs() < 8.0);
            assert!(!is_new || near_edge(*x), "{text} came in at {x}");
        }
        before = now;
    }
    assert!(kept > 500, "{kept}");
}

#[test]
fn the_layout_of_labels_under_pan_as_text() {
    let world = seven();
    let view = between("1985", "2005", &world.limits);
    let mut text = String::new();
    for points in [0.0, 20.0, 60.0, 140.0] {
        let panned = view.panned(view.span / 840.0 * points, &world.limits);
        writeln!(text, "panned by {points} points").unwrap();
        for lane in &scene(&world, panned, Selection::Nothing).lanes {
            for (what, label) in
                lane.entering_label.iter().map(|l| ("held", l)).chain(lane.labels.iter().map(|l| ("", l)))
            {
                writeln!(text, "  {:12} {:6.1} {} {what}", lane.name, label.at.x, label.text).unwrap();
            }
        }
    }
    insta::assert_snapshot!("labels_under_pan", text);
}

#[test]
fn a_disputed_date_has_alternative_dates_and_a_notice_runs_to_its_effect() {
    let world = seven();
    let near = scene(&world, between("2003-01", "2003-06", &world.limits), Selection::Nothing);
    let npt = world.dataset.find_treaty("NPT").unwrap();
    let lane = near.lanes.iter().find(|lane| lane.treaty == npt).unwrap();
    assert_eq!(
        lane.alternative_dates.len(),
        1,
        "North Korea's own count, in January; 11 April is under the glyph: {:?}",
        lane.alternative_dates
    );
    let run_up = lane.notices.first().expect("notice of January runs to April");
    let days = (run_up.right - run_up.left) / near.plot.width() * 181.0;
    assert!((days - 90.0).abs() < 1.5, "{days}");
}

#[test]
fn labels_of_the_first_and_the_last_event_are_moved_into_the_window() {
    let title = "A conference with a name of many words";
    let world = world_of(&format!(
        r#"{{"format":"treaty-timeline/1","title":"Made up","sources":[{{"id":"s","title":"A source"}}],
        "treaties":[{{"id":"T","name":"Pact","category":"Made up"}}],"events":[{{"id":"e","treaty":"T",
        "type":"signed","title":"{title}","dates":[{{"edtf":"1931-05-04","source":"s"}}]}}]}}"#
    ));
    let at = world.dataset.events()[0].at().secs() as f64;
    // The mark a few points from either edge: half of the label would lie outside.
    for share in [0.02, 0.98] {
        let span = 3.2e8;
        let time = TimeView { start: at - share * span, span };
        let scene = scene(&world, time, Selection::Nothing);
        let label = scene.lanes.iter().flat_map(|lane| &lane.labels).find(|label| label.text == title);
        let label = label.expect("it is written");
        assert!(label.at.x >= scene.plot.left && label.at.x + label.width <= scene.plot.right, "{label:?}");
    }
}
