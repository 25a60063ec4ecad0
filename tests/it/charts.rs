//! Figures under the lanes: what is drawn where, what a day says, and how they are chosen.

use std::sync::Arc;

use crate::common::window::{choose, press, session, shot};
use crate::common::{between, bundled, world_of};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use proptest::prelude::*;

use treaty_timeline::domain::{EdtfDate, Moment, TreatyId};
use treaty_timeline::language::Language;
use treaty_timeline::session::{
    Action, ChartChoice, Command, FiguresCommand, LawCommand, Preferences, SelectionCommand, Session,
    ViewCommand, World,
};
use treaty_timeline::timeline::{
    BundledFonts, Chart, ChartInput, Ink, Palette, Scene, Selection, Shape, Size, TimeView, View, chart,
    figure_at,
};

/// Two states' stocks and a limit that binds for ten years; one point is estimated, one year has no figure.
const RECORD: &str = r#"{"format":"treaty-timeline/1","title":"Figures",
 "parties":[{"id":"USA","name":"United States","short":"US"},{"id":"XXX","name":"Exland","short":"Exland"}],
 "sources":[{"id":"s","title":"A source"}],
 "treaties":[{"id":"T","name":"Treaty","category":"Made up","parties":["USA","XXX"]}],
 "events":[{"id":"e","treaty":"T","type":"signed","dates":[{"edtf":"1970-01-01","source":"s"}]},
  {"id":"f","treaty":"T","type":"meeting","dates":[{"edtf":"2000-01-01","source":"s"}]}],
 "series":[
  {"id":"us","name":"Stock","unit":"items","party":"USA","basis":"declared","source":"s",
   "points":[{"edtf":"1970-01-01","value":0},{"edtf":"1980-01-01","value":100},{"edtf":"1990","value":60}]},
  {"id":"xx","name":"Stock","unit":"items","party":"XXX","basis":"estimate","source":"s",
   "points":[{"edtf":"1975","value":1000}]},
  {"id":"limit","name":"Limit","unit":"items","limit_of":"T","basis":"declared","source":"s",
   "points":[{"edtf":"1980-01-01/1989-12-31","value":80}]},
  {"id":"other","name":"Tanks","unit":"tanks","party":"USA","basis":"declared","source":"s",
   "points":[{"edtf":"1970","value":5}]}]}"#;

fn planned(world: &World, is_logarithmic: bool, time: TimeView) -> Chart {
    let mut session = Session::new(Arc::new(world_of(RECORD)), Preferences::default(), None);
    session.apply(Command::Do(Action::Charts));
    chart(&ChartInput {
        dataset: &world.dataset,
        series: &session.figures.rows.shown,
        range: session.figures.rows.range,
        is_logarithmic,
        time,
        size: Size { width: 1000.0, height: 126.0 },
        headers_width: 236.0,
        strings: Language::English.strings(),
        measure: &BundledFonts::default(),
    })
}

#[test]
fn figures_are_steps_limits_stand_while_they_bind_and_nothing_is_drawn_beyond_the_last() {
    let world = world_of(RECORD);
    let time = between("1965-01-01", "2004-12-31", &world.limits);
    insta::assert_snapshot!("figures", planned(&world, false, time));
    insta::assert_snapshot!("figures_logarithmic", planned(&world, true, time));
}

#[test]
fn the_scale_of_figures_holds_still_while_time_moves() {
    let world = world_of(RECORD);
    let gridlines = |from: &str, to: &str| planned(&world, false, between(from, to, &world.limits)).gridlines;
    let whole = gridlines("1965", "2004");
    assert_eq!(gridlines("1985", "1989"), whole, "also where only small figures are in the window");
}

#[test]
fn a_day_says_what_holds_on_it_and_nothing_else() {
    let world = world_of(RECORD);
    let value = |key: &str, day: &str| {
        let series = world.dataset.series().iter().find(|series| &*series.key == key).unwrap();
        let at = EdtfDate::parse(day).unwrap().earliest();
        figure_at(series, at).map(|place| series.points[place].value)
    };
    assert_eq!(value("us", "1969-12-31"), None, "before the first nothing is known");
    assert_eq!(value("us", "1979-12-31"), Some(0.0));
    assert_eq!(value("us", "1980-01-01"), Some(100.0));
    assert_eq!(value("us", "1990-12-31"), Some(60.0), "a year's figure holds for the year");
    assert_eq!(value("us", "1991-01-01"), None, "and the last for no longer");
    assert_eq!(value("limit", "1979-12-31"), None);
    assert_eq!(value("limit", "1989-12-31"), Some(80.0));
    assert_eq!(value("limit", "1990-01-01"), None);
}

#[test]
fn a_long_series_is_drawn_in_as_many_steps_as_there_are_points_of_the_window() {
    let start = chrono::NaiveDate::from_ymd_opt(1700, 1, 1).unwrap();
    let points: Vec<String> = (0..100_000)
        .map(|i| format!(r#"{{"edtf":"{}","value":{}}}"#, start + chrono::Days::new(i), i % 97))
        .collect();
    let text = RECORD.replace(
        r#""points":[{"edtf":"1975","value":1000}]"#,
        &format!(r#""points":[{}]"#, points.join(",")),
    );
    let world = world_of(&text);
    let planned = planned(&world, false, TimeView::fit(&world.limits));
    let corners: usize = planned.lines.iter().flat_map(|line| &line.runs).map(Vec::len).sum();
    assert!((100..4_000).contains(&corners), "{corners} corners for a thousand points of width");
}

/// The record with other figures in one of its series.
fn with_figures(figures: &[f64]) -> World {
    let points: Vec<String> = figures
        .iter()
        .enumerate()
        .map(|(i, value)| format!(r#"{{"edtf":"{}","value":{value:e}}}"#, 1970 + i))
        .collect();
    world_of(&RECORD.replace(
        r#""points":[{"edtf":"1975","value":1000}]"#,
        &format!(r#""points":[{}]"#, points.join(",")),
    ))
}

fn any_figure() -> impl Strategy<Value = f64> {
    let extreme = [0.0, -1.0, 1e-300, -1e-300, 1e308, -1e308, f64::MAX, f64::MIN, -50_000.0, 1e9, 0.001];
    prop_oneof![proptest::sample::select(extreme.to_vec()), -1e6..1e6, any::<i32>().prop_map(f64::from)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_figures_have_a_scale_of_few_lines_that_holds_them_all(
        figures in prop::collection::vec(any_figure(), 1..8),
        is_logarithmic: bool,
        height in 1.0_f32..2000.0,
    ) {
        let mut session = Session::new(Arc::new(with_figures(&figures)), Preferences::default(), None);
        session.apply(Command::Do(Action::Charts));
        let planned = chart(&ChartInput {
            dataset: &session.world.dataset,
            series: &session.figures.rows.shown,
            range: session.figures.rows.range,
            is_logarithmic,
            time: TimeView::fit(&session.world.limits),
            size: Size { width: 1000.0, height },
            headers_width: 236.0,
            strings: Language::English.strings(),
            measure: &BundledFonts::default(),
        });
        prop_assert!((1..=20).contains(&planned.gridlines.len()), "{planned}");
        // In a window too low for the chart its foot lies above its top; both bound it all the same.
        let (low, high) = (planned.plot.top.min(planned.plot.bottom), planned.plot.top.max(planned.plot.bottom));
        let inside = |y: f32| y.is_finite() && y >= low - 0.01 && y <= high + 0.01;
        prop_assert!(planned.gridlines.iter().all(|&(y, _)| inside(y)), "{planned}");
        prop_assert!(planned.gridlines.iter().all(|(_, words)| !words.contains("inf") && words != "–"), "{planned}");
        let corners = planned.lines.iter().flat_map(|line| line.runs.iter().flatten().chain(&line.dots));
        for corner in corners {
            prop_assert!(inside(corner.y) && corner.x.is_finite(), "{planned}");
        }
        // The greater figure stands no lower, where there is room for a chart.
        prop_assume!(height > 40.0);
        let heights: Vec<(f64, f32)> = planned.lines.iter().filter(|line| line.is_estimate).flat_map(|line| {
            figures.iter().copied().zip(line.runs.iter().flatten().step_by(2).map(|at| at.y))
        }).collect();
        for (value, y) in &heights {
            prop_assert!(heights.iter().all(|(other, at)| other <= value || at <= y), "{planned}");
        }
    }
}

#[test]
fn figures_below_zero_are_drawn_below_it() {
    let world = with_figures(&[-50_000.0, 10.0]);
    let mut session = Session::new(Arc::new(world), Preferences::default(), None);
    session.apply(Command::Do(Action::Charts));
    let planned = chart(&ChartInput {
        dataset: &session.world.dataset,
        series: &session.figures.rows.shown,
        range: session.figures.rows.range,
        is_logarithmic: false,
        time: TimeView::fit(&session.world.limits),
        size: Size { width: 1000.0, height: 126.0 },
        headers_width: 236.0,
        strings: Language::English.strings(),
        measure: &BundledFonts::default(),
    });
    let words: Vec<&str> = planned.gridlines.iter().map(|(_, words)| words.as_str()).collect();
    assert_eq!(words, ["−60,000", "−40,000", "−20,000", "0", "20,000"]);
}

#[test]
fn labels_of_figures_lie_on_a_background_over_every_line() {
    let world = world_of(RECORD);
    let time = between("1965-01-01", "2004-12-31", &world.limits);
    let shapes = planned(&world, false, time).plot_shapes(None, Ink::Panel);
    let grounds = shapes.iter().enumerate().filter(|(_, shape)| matches!(shape, Shape::Fill { .. }));
    let grounds: Vec<usize> = grounds.map(|(index, _)| index).collect();
    assert!(grounds.len() > 1, "each gridline has a label");
    for &index in &grounds {
        let (Shape::Fill { rect, .. }, Shape::Text { at, .. }) = (&shapes[index], &shapes[index + 1]) else {
            panic!("a label follows its background")
        };
        assert!(rect.left < at.x && at.x + 5.0 < rect.right && rect.top < at.y && at.y < rect.bottom);
    }
    let is_across = |shape: &Shape| matches!(shape, Shape::Line { points, .. } if points[0].x != points[1].x);
    let last_line = shapes.iter().rposition(is_across).expect("figures are drawn");
    assert!(last_line < grounds[0], "no gridline and no figure is drawn over a label");
}

#[test]
fn the_selected_lane_stays_in_sight_when_figures_take_its_place() {
    let mut session = Session::new(Arc::new(bundled()), Preferences::default(), None);
    let sized = |height: f32| Size { width: 1000.0, height };
    let resize = |session: &mut Session, height: f32| {
        let view = session.view.current;
        session.apply(Command::View(ViewCommand::Set(view, sized(height))));
    };
    let is_in_sight = |session: &Session, treaty: TreatyId| {
        let (top, bottom) = session.view.rows.lane_between(treaty);
        let scroll = session.view.current.scroll;
        let plot = f64::from(Scene::plot_height(session.view.size));
        scroll <= top && bottom <= scroll + plot
    };
    resize(&mut session, 700.0);
    let treaties = (0..session.world.dataset.treaties().len()).map(TreatyId::new);
    let lowest = treaties.filter(|&treaty| is_in_sight(&session, treaty));
    let lowest = lowest.max_by(|&a, &b| {
        let top = |treaty| session.view.rows.lane_between(treaty).0;
        top(a).total_cmp(&top(b))
    });
    let lowest = lowest.expect("lanes are in sight");
    session.apply(Command::Selection(SelectionCommand::Select(Selection::Treaty(lowest))));
    resize(&mut session, 500.0);
    assert!(is_in_sight(&session, lowest));
    // Where the user scrolled away from it, nothing moves.
    let away = View { scroll: session.view.rows.max_scroll(300.0), ..session.view.current };
    session.apply(Command::View(ViewCommand::Set(away, sized(500.0))));
    assert!(!is_in_sight(&session, lowest));
    resize(&mut session, 400.0);
    assert_eq!(session.view.current.scroll, away.scroll);
}

#[test]
fn the_unit_with_most_figures_comes_first_and_lines_are_chosen() {
    let mut session = Session::new(Arc::new(bundled()), Preferences::default(), None);
    assert!(session.figures.rows.shown.is_empty(), "nothing is worked out before it is asked for");
    session.apply(Command::Do(Action::Charts));
    let rows = session.figures.rows.clone();
    assert_eq!(rows.unit(&session.figures.choice), Some("warheads"));
    assert_eq!(rows.shown.len(), 8);
    let series = session.world.dataset.series();
    assert!(rows.shown.iter().all(|&place| &*series[place].unit == "warheads"), "units are never mixed");
    assert!(rows.range.1 > 20_000.0);
    let (first, last) = (rows.shown[0], rows.offered.last().unwrap().0);
    let switched = [first, last].map(|place| series[place].key.to_string()).to_vec();
    session.apply(Command::Figures(FiguresCommand::Choose(ChartChoice {
        switched,
        ..session.figures.choice.clone()
    })));
    assert!(!session.figures.rows.shown.contains(&first) && session.figures.rows.shown.contains(&last));
    session.apply(Command::Figures(FiguresCommand::Choose(ChartChoice {
        unit: Some("launchers".into()),
        ..session.figures.choice.clone()
    })));
    assert_eq!(session.figures.rows.unit(&session.figures.choice), Some("launchers"));
}

#[test]
fn no_two_series_of_a_unit_look_alike_in_any_palette() {
    let world = bundled();
    let mut session = Session::new(Arc::new(bundled()), Preferences::default(), None);
    session.apply(Command::Do(Action::Charts));
    for (unit, count) in session.figures.rows.units.clone() {
        session.apply(Command::Figures(FiguresCommand::Choose(ChartChoice {
            unit: Some(unit.clone()),
            ..session.figures.choice.clone()
        })));
        let planned = chart(&ChartInput {
            dataset: &world.dataset,
            series: &session.figures.rows.shown,
            range: session.figures.rows.range,
            is_logarithmic: false,
            time: TimeView::fit(&world.limits),
            size: Size { width: 1000.0, height: 168.0 },
            headers_width: 236.0,
            strings: Language::English.strings(),
            measure: &BundledFonts::default(),
        });
        assert_eq!(planned.styles.len(), count, "{unit}");
        for palette in Palette::ALL {
            let mut looks: Vec<String> = planned
                .styles
                .values()
                .map(|style| format!("{:?} {:?}", palette.rgb(style.ink), style.dash))
                .collect();
            looks.sort();
            looks.dedup();
            assert_eq!(looks.len(), count, "{unit}, {palette:?}");
        }
        // Whole names, in as many lines as they need.
        assert!(
            planned
                .lines
                .iter()
                .all(|line| line.name_lines.concat().replace(' ', "") == line.name.replace(' ', ""))
        );
    }
}

#[test]
fn a_line_is_hidden_and_shown_in_the_key() {
    let mut window = crate::common::window::start_with(bundled());
    press(&mut window, Modifiers::NONE, Key::G);
    let shown = session(&window).figures.rows.shown.clone();
    let first = {
        let boxes = window.query_all_by_role(Role::CheckBox);
        let mut boxes = boxes.filter(|node| crate::common::window::label(node).contains(": "));
        crate::common::window::label(&boxes.next().expect("the key has the series"))
    };
    for expected in [shown.len() - 1, shown.len()] {
        // What is hidden goes to the end of the key, which may be out of sight.
        window.get_by_role_and_label(Role::CheckBox, &first).click_accesskit();
        window.run();
        assert_eq!(session(&window).figures.rows.shown.len(), expected);
    }
}

#[test]
fn a_key_opens_the_figures_and_the_pointer_reads_them() {
    let mut window = crate::common::window::start_with(bundled());
    press(&mut window, Modifiers::NONE, Key::G);
    assert!(session(&window).figures.choice.is_open);
    let canvases: Vec<String> =
        window.query_all_by_role(Role::Canvas).map(|node| crate::common::window::label(&node)).collect();
    assert!(canvases.contains(&"Chart of warheads".to_owned()), "{canvases:?}");
    let place = window.get_by_label("Chart of warheads").rect();
    window.hover_at(egui::pos2(place.left() + 0.7 * place.width(), place.center().y));
    window.run();
    shot(&mut window, "charts");
    choose(&mut window, Action::LogScale);
    assert!(session(&window).figures.choice.is_logarithmic);
    window.remove_cursor();
    window.run();
    shot(&mut window, "charts-log");
    // The axis is that of the lanes: the day of the law stands at the same place in both.
    let day = Moment::from_ymd(1990, 1, 1).unwrap();
    window.state_mut().apply_command(Command::Law(LawCommand::SetDate(Some(day))));
    window.run();
    press(&mut window, Modifiers::NONE, Key::G);
    assert!(!session(&window).figures.choice.is_open);
}
