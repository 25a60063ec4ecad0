//! What a dataset opens on, and that no command leads to a view that cannot be drawn.

use std::sync::Arc;

use crate::common::{any_date, world_of, world_with};
use proptest::prelude::*;
use treaty_timeline::domain::EdtfDate;
use treaty_timeline::session::{Action, Command, Preferences, Session, ViewCommand, World};
use treaty_timeline::timeline::{TimeView, View};

fn opening(world: World) -> Session {
    Session::new(Arc::new(world), Preferences::default(), None)
}

/// How many events have their whole glyph in the window.
fn in_window(session: &Session) -> usize {
    const GLYPH: f64 = 7.0;
    let (rows, size) = (&session.view.rows, crate::common::SIZE);
    let scale = rows.scale(size, session.view.current.time);
    let (left, right) = (f64::from(rows.headers_width(size)), f64::from(size.width));
    let events = session.world.dataset.events().iter();
    events.filter(|event| (left + GLYPH..right - GLYPH).contains(&scale.x_of(event.at()))).count()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_small_dataset_opens_on_all_of_its_events(dates in prop::collection::vec(any_date(), 1..12)) {
        let session = opening(world_with(&dates));
        prop_assert_eq!(in_window(&session), dates.len(), "{:?} opens on {:?}", dates, session.view.current.time);
        prop_assert_eq!(session.view.current.time, TimeView::fit(&session.world.limits));
    }

    #[test]
    fn a_large_dataset_opens_on_most_of_its_events(
        early in prop::collection::vec(any_date(), 0..4),
        late in prop::collection::vec(any_date(), 1..4),
        count in 100_usize..160,
    ) {
        let many = late.iter().cycle().take(count).cloned();
        let dates: Vec<String> = early.iter().cloned().chain(many).collect();
        let session = opening(world_with(&dates));
        let seen = in_window(&session);
        prop_assert!(seen * 10 >= dates.len() * 9, "{seen} of {} in {:?}", dates.len(), session.view.current.time);
    }
}

#[test]
fn the_smallest_dataset_of_the_manual_opens_on_its_event() {
    let manual = include_str!("../../docs/formats.md");
    let (_, after) = manual.split_once("The smallest dataset:").expect("the manual has it");
    let (_, block) = after.split_once("```json").expect("it is a block of JSON");
    let (text, _) = block.split_once("```").expect("which ends");
    let session = opening(world_of(text));
    assert_eq!(in_window(&session), 1);
}

#[test]
fn one_year_that_is_all_a_dataset_knows_is_seen_whole_when_it_opens() {
    for dates in [vec!["1960".to_owned(); 5], vec!["1960".to_owned(); 500], vec!["1931-05-04".to_owned()]] {
        let session = opening(world_with(&dates));
        assert_eq!(in_window(&session), dates.len());
        let (first, last) = session.world.dataset.span().expect("there are events");
        let (start, end) = session.view.current.time.moments();
        assert!(start < first && end > last, "{:?}", session.view.current.time);
    }
}

#[test]
fn a_long_beginning_in_which_hardly_anything_happens_is_left_out_when_many_events_follow() {
    let mut dates = vec!["1800-01-01".to_owned()];
    dates.extend((0..200).map(|i| format!("{}-06-01", 1950 + i % 50)));
    let session = opening(world_with(&dates));
    assert_eq!(in_window(&session), 200);
    let (start, _) = session.view.current.time.moments();
    assert!((1940..1950).contains(&start.year()), "{}", start.year());
}

/// A number that no arithmetic likes, or a harmless one.
fn any_number() -> impl Strategy<Value = f64> {
    let odd =
        [0.0, -1.0, 1.0, 1e300, -1e300, 5e-324, f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 2.5e11, -3.7e11];
    prop_oneof![proptest::sample::select(odd.to_vec()), -4e11..4e11]
}

fn any_view() -> impl Strategy<Value = View> {
    (any_number(), any_number(), any_number())
        .prop_map(|(start, span, scroll)| View { time: TimeView { start, span }, scroll })
}

fn any_command() -> impl Strategy<Value = Command> {
    let actions = [
        Action::ZoomIn,
        Action::ZoomOut,
        Action::Fit,
        Action::PageEarlier,
        Action::PageLater,
        Action::PanLater,
        Action::Back,
        Action::Forward,
        Action::Today,
        Action::First,
        Action::Last,
        Action::Next,
        Action::Centre,
        Action::Bookmark,
        Action::NextBookmark,
        Action::StatusDateHere,
        Action::SelectVisibleRange,
    ];
    let date = any_date().prop_map(|text| EdtfDate::parse(&text).expect("a date"));
    prop_oneof![
        1 => any_view().prop_map(|view| Command::View(ViewCommand::Set(view, crate::common::SIZE))),
        1 => any_view().prop_map(|it| Command::View(ViewCommand::Jump(it))),
        3 => proptest::sample::select(actions.to_vec()).prop_map(Command::Do),
        1 => date.prop_map(|it| Command::View(ViewCommand::GoToDate(it))),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_command_gives_a_view_that_cannot_be_drawn(
        dates in prop::collection::vec(any_date(), 0..4),
        commands in prop::collection::vec(any_command(), 1..30),
    ) {
        let mut session = opening(world_with(&dates));
        for command in commands {
            let said = format!("{command:?}");
            session.apply(command);
            prop_assert!(session.view.current.is_sound(), "{said}: {:?}", session.view.current);
        }
        let scene = crate::common::scene_of(&session);
        prop_assert!(scene.lanes.iter().flat_map(|lane| &lane.events).all(|mark| mark.at.x.is_finite()));
        prop_assert!(scene.ticks.iter().all(|tick| tick.x.is_finite()));
    }
}
