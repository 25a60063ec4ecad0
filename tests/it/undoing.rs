//! The way back: changes undone and redone, places, messages, and what Escape leaves alone.

use std::sync::Arc;

use crate::common::seven;
use crate::common::window::{EMPTY, Window, click, mark, press, says, session, start};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton};
use egui_kittest::kittest::Queryable as _;
use proptest::prelude::*;

use treaty_timeline::domain::{EventId, Moment, SECS_PER_DAY, StatementId, Status, TreatyId};
use treaty_timeline::session::{
    Action, Command, Facet, Filter, FilterCommand, HistoryCommand, LawCommand, OverlayCommand, Preferences,
    SelectionCommand, Session, ViewCommand,
};
use treaty_timeline::timeline::{Arrangement, Selection, Subject, View};

/// Everything that can be undone.
type State = (Filter, Arrangement, Option<Moment>, Selection, Vec<Subject>, Option<(Moment, Moment)>);

fn state(session: &Session) -> State {
    (
        session.filter.active.clone(),
        session.view.arrangement.clone(),
        session.law.status.as_ref().map(|status| status.day),
        session.selection.selected,
        session.selection.several.clone(),
        session.selection.time_range,
    )
}

pub(crate) fn new_session() -> Session {
    Session::new(Arc::new(seven()), Preferences::default(), Moment::from_ymd(2026, 11, 24))
}

fn act(session: &mut Session, action: Action) {
    session.apply(Command::Do(action));
}

fn go_to(session: &mut Session, selection: Selection) {
    session.apply(Command::Selection(SelectionCommand::GoTo(selection)));
}

fn treaty(session: &Session, key: &str) -> Selection {
    Selection::Treaty(session.world.dataset.find_treaty(key).unwrap())
}

/// One of the commands of a reader who changes things, chosen by two numbers.
pub(crate) fn command(session: &Session, kind: u8, number: usize) -> Command {
    let dataset = &session.world.dataset;
    let treaty = TreatyId::new(number % dataset.treaties().len());
    let event = EventId::new(number % dataset.events().len());
    let statement = StatementId::new(number % dataset.statements().len());
    let day = Moment::from_ymd(1950, 1, 1).unwrap().plus((number % 30_000) as i64 * SECS_PER_DAY);
    let category = number % dataset.categories().len();
    let status = [Status::InForce, Status::Ended, Status::Signed][number % 3];
    let facet = if number.is_multiple_of(2) { Facet::Status(status) } else { Facet::Category(category) };
    match kind {
        0 => Command::Filter(FilterCommand::Toggle(facet)),
        1 => Command::Filter(FilterCommand::Set(Filter::only(facet))),
        2 => Command::Selection(SelectionCommand::Select(Selection::Treaty(treaty))),
        3 => Command::Selection(SelectionCommand::GoTo(Selection::Event(event))),
        4 => Command::Selection(SelectionCommand::GoTo(Selection::Statement(statement))),
        5 => Command::Selection(SelectionCommand::Toggle(Subject::Event(event))),
        6 => Command::Selection(SelectionCommand::SetTimeRange(Some((day, day.plus(400 * SECS_PER_DAY))))),
        7 => Command::Law(LawCommand::SetDate(Some(day))),
        8 => Command::Law(LawCommand::SetDate(None)),
        9 => Command::View(ViewCommand::ToggleGroup(category)),
        10 => Command::View(ViewCommand::ToggleParties(treaty)),
        11 => Command::View(ViewCommand::MoveLane(treaty, Some(number % 3))),
        12 => Command::History(HistoryCommand::EndRun),
        _ => {
            const ACTIONS: [Action; 18] = [
                Action::HideLane,
                Action::ShowLanes,
                Action::PinLane,
                Action::PinUp,
                Action::CollapseAll,
                Action::ExpandAll,
                Action::Next,
                Action::Previous,
                Action::LaneBelow,
                Action::NextInLane,
                Action::AddToSelection,
                Action::SelectVisibleRange,
                Action::Escape,
                Action::ClearFilter,
                Action::Back,
                Action::Forward,
                Action::StatusDateHere,
                Action::ZoomIn,
            ];
            Command::Do(ACTIONS[number % ACTIONS.len()])
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_sequence_of_changes_is_undone_to_its_beginning_and_redone_to_its_end(
        commands in prop::collection::vec((0_u8..20, 0_usize..100_000), 1..40)
    ) {
        let mut session = new_session();
        let beginning = state(&session);
        for (kind, number) in commands {
            let command = command(&session, kind, number);
            session.apply(command);
        }
        let end = state(&session);
        while session.can(Action::Undo) {
            act(&mut session, Action::Undo);
            prop_assert!(session.status_message.as_ref().is_some_and(|said| said.starts_with("Undone: ")));
        }
        prop_assert_eq!(state(&session), beginning);
        while session.can(Action::Redo) {
            act(&mut session, Action::Redo);
        }
        prop_assert_eq!(state(&session), end);
    }
}

#[test]
fn a_cleared_filter_comes_back_by_its_notice_and_a_hidden_lane_by_the_keyboard() {
    let mut window = start();
    let filter = Filter::only(Facet::Status(Status::InForce));
    window.state_mut().apply_command(Command::Filter(FilterCommand::Set(filter.clone())));
    window.run();
    window.state_mut().apply_command(Command::Do(Action::ClearFilter));
    window.run();
    assert!(says(&window, "Filters cleared"));
    window.get_by_role_and_label(Role::Button, "Undo").click();
    window.run();
    assert_eq!(session(&window).filter.active, filter);
    assert!(says(&window, "Undone: filters cleared"));
    assert!(window.query_by_role_and_label(Role::Button, "Undo").is_none(), "it is undone");

    let at = mark(&window, "NPT, ");
    click(&mut window, at, 1, Modifiers::NONE);
    press(&mut window, Modifiers::NONE, Key::H);
    assert!(says(&window, "Hidden: NPT"));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(session(&window).view.arrangement.hidden.is_empty());
    assert!(matches!(session(&window).selection.selected, Selection::Treaty(_)), "and is selected again");
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(session(&window).view.arrangement.hidden.len(), 1);
}

#[test]
fn a_notice_goes_after_eight_seconds_unless_the_pointer_is_on_it() {
    let mut window = start();
    let undo = |window: &Window| window.query_by_role_and_label(Role::Button, "Undo").map(|node| node.rect());
    let filter = Filter::only(Facet::Status(Status::InForce));
    window.state_mut().apply_command(Command::Filter(FilterCommand::Set(filter)));
    window.state_mut().apply_command(Command::Do(Action::ClearFilter));
    window.run();
    let at = undo(&window).expect("the button is there").center();
    window.hover_at(at);
    for _ in 0..1200 {
        window.step();
    }
    assert!(undo(&window).is_some(), "the pointer is on it");
    window.remove_cursor();
    for _ in 0..1200 {
        window.step();
    }
    assert!(undo(&window).is_none());
}

#[test]
fn a_later_change_withdraws_the_offer_to_undo_the_earlier_one() {
    let mut session = new_session();
    session.apply(Command::Filter(FilterCommand::Set(Filter::only(Facet::Status(Status::Ended)))));
    act(&mut session, Action::ClearFilter);
    assert!(session.history.message.offers_undo);
    let number = session.history.message.number;
    let inf = treaty(&session, "INF");
    session.apply(Command::Selection(SelectionCommand::Toggle(Subject::Event(EventId::new(3)))));
    assert!(!session.history.message.offers_undo);
    assert_eq!(session.history.message.number, number, "it is no new message");
    go_to(&mut session, inf);
    act(&mut session, Action::Escape);
    assert_eq!(session.status_message.as_deref(), Some("Selection cleared"));
    assert!(session.history.message.offers_undo);
}

#[test]
fn undone_and_gone_back_from_the_palette_as_by_key() {
    let mut session = new_session();
    let (inf, npt) = (treaty(&session, "INF"), treaty(&session, "NPT"));
    go_to(&mut session, inf);
    go_to(&mut session, npt);
    let name = |action: Action, session: &Session| action.label(session.strings()).name.to_owned();
    for (action, selected) in
        [(Action::Undo, inf), (Action::Redo, npt), (Action::Undo, inf), (Action::Redo, npt)]
    {
        act(&mut session, Action::Palette);
        let text = name(action, &session);
        session.apply(Command::Overlay(OverlayCommand::SetText(text)));
        session.apply(Command::Overlay(OverlayCommand::Accept));
        assert_eq!(session.selection.selected, selected, "{action:?}");
    }
    let places = session.history.trail.earlier().len();
    act(&mut session, Action::Palette);
    let text = name(Action::Back, &session);
    session.apply(Command::Overlay(OverlayCommand::SetText(text)));
    session.apply(Command::Overlay(OverlayCommand::Accept));
    assert_eq!(session.history.trail.earlier().len(), places - 1);
}

#[test]
fn a_drag_of_the_status_date_is_one_step_and_the_next_drag_another() {
    let mut session = new_session();
    let day = |days: i64| Moment::from_ymd(2000, 1, 1).unwrap().plus(days * SECS_PER_DAY);
    for days in 0..20 {
        session.apply(Command::Law(LawCommand::SetDate(Some(day(days)))));
    }
    session.apply(Command::History(HistoryCommand::EndRun));
    for days in 20..40 {
        session.apply(Command::Law(LawCommand::SetDate(Some(day(days)))));
    }
    let now = |session: &Session| session.law.status.as_ref().map(|status| status.day);
    act(&mut session, Action::Undo);
    assert_eq!(now(&session), Some(day(19)));
    assert_eq!(session.status_message.as_deref(), Some("Undone: status date set to 9 February 2000"));
    act(&mut session, Action::Undo);
    assert_eq!(now(&session), None);
    act(&mut session, Action::Redo);
    assert_eq!(now(&session), Some(day(19)));
}

#[test]
fn a_move_of_the_view_keeps_nothing_and_the_place_left_remembers_it() {
    let mut session = new_session();
    let (inf, npt) = (treaty(&session, "INF"), treaty(&session, "NPT"));
    go_to(&mut session, inf);
    let moved =
        View { time: session.view.current.time.panned(1e8, &session.world.limits), ..session.view.current };
    let size = session.view.size;
    session.apply(Command::View(ViewCommand::Set(moved, size)));
    let moved = session.view.current;
    go_to(&mut session, npt);
    assert_eq!(session.history.trail.earlier().len(), 2);
    act(&mut session, Action::Back);
    assert_eq!((session.selection.selected, session.view.current), (inf, moved));
    act(&mut session, Action::Forward);
    assert_eq!(session.selection.selected, npt);
}

#[test]
fn going_back_to_what_the_filter_hides_shows_it_and_can_be_undone() {
    let mut session = new_session();
    let (inf, npt) = (treaty(&session, "INF"), treaty(&session, "NPT"));
    go_to(&mut session, inf);
    go_to(&mut session, npt);
    let filter = Filter::only(Facet::Status(Status::InForce));
    session.apply(Command::Filter(FilterCommand::Set(filter.clone())));
    act(&mut session, Action::Back);
    assert_eq!(session.selection.selected, inf);
    assert!(session.filter.active.is_empty());
    assert!(session.status_message.as_ref().is_some_and(|said| said.starts_with("Filters cleared")));
    assert!(session.history.message.offers_undo);
    act(&mut session, Action::Undo);
    assert_eq!(session.filter.active, filter);
}

#[test]
fn the_bar_leads_back_and_forward_and_names_the_last_place_and_the_present_one() {
    let mut window = start();
    assert!(window.query_by_role_and_label(Role::Button, "Back").is_none(), "nothing was selected yet");
    for name in ["INF Treaty, ", "NPT, "] {
        let at = mark(&window, name);
        click(&mut window, at, 1, Modifiers::NONE);
    }
    let (inf, npt) = (treaty(session(&window), "INF"), treaty(session(&window), "NPT"));
    let link = |window: &Window, name: &str| window.query_by_role_and_label(Role::Link, name).is_some();
    assert!(link(&window, "Back to INF Treaty") && link(&window, "Show NPT in the window"));
    window.get_by_role_and_label(Role::Link, "Back to INF Treaty").click();
    window.run();
    assert_eq!(session(&window).selection.selected, inf);
    window.get_by_role_and_label(Role::Button, "Forward").click();
    window.run();
    assert_eq!(session(&window).selection.selected, npt);
    for (extra, selected) in [(PointerButton::Extra1, inf), (PointerButton::Extra2, npt)] {
        for pressed in [true, false] {
            window.event(Event::PointerButton {
                pos: EMPTY,
                button: extra,
                pressed,
                modifiers: Modifiers::NONE,
            });
        }
        window.run();
        assert_eq!(session(&window).selection.selected, selected);
    }
}

#[test]
fn while_nothing_is_selected_the_bar_ends_with_what_the_details_show() {
    let mut window = start();
    let at = mark(&window, "INF Treaty, ");
    click(&mut window, at, 1, Modifiers::NONE);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(session(&window).selection.selected == Selection::Nothing);
    assert!(window.query_by_role_and_label(Role::Link, "Back to INF Treaty").is_some());
    // In the bar, and as the title under it.
    let said = |window: &Window, words: &str| {
        window.query_all_by_role(Role::Label).filter(|node| node.value().as_deref() == Some(words)).count()
    };
    let title = session(&window).world.dataset.title().to_owned();
    let before = said(&window, &title);
    assert!(before >= 2, "{before}");
    let day = Moment::from_ymd(2022, 1, 1);
    window.state_mut().apply_command(Command::Law(LawCommand::SetDate(day)));
    window.run();
    assert_eq!(said(&window, "All treaties on 1 January 2022"), 2);
    assert_eq!(said(&window, &title), before - 2);
}

#[test]
fn escape_never_clears_filters_or_the_status_date() {
    let mut session = new_session();
    let filter = Filter::only(Facet::Status(Status::InForce));
    session.apply(Command::Filter(FilterCommand::Set(filter.clone())));
    session.apply(Command::Law(LawCommand::SetDate(Moment::from_ymd(2022, 1, 1))));
    act(&mut session, Action::Last);
    act(&mut session, Action::AddToSelection);
    act(&mut session, Action::SelectVisibleRange);
    act(&mut session, Action::Escape);
    assert!(!session.selection.is_any(), "one press clears all of the selection");
    for _ in 0..5 {
        act(&mut session, Action::Escape);
    }
    assert_eq!(session.filter.active, filter);
    assert!(session.law.status.is_some());
    act(&mut session, Action::Undo);
    assert!(session.selection.time_range.is_some() && session.selection.several.len() == 1);
}

#[test]
fn another_dataset_has_nothing_to_undo_and_nowhere_to_go_back_to() {
    use treaty_timeline::session::FilesCommand;
    let mut session = new_session();
    let inf = treaty(&session, "INF");
    go_to(&mut session, inf);
    act(&mut session, Action::HideLane);
    session.apply(Command::Files(FilesCommand::Loaded(Arc::new(seven()))));
    for action in [Action::Undo, Action::Redo, Action::Back, Action::Forward] {
        assert!(!session.can(action), "{action:?}");
    }
    act(&mut session, Action::Undo);
    assert_eq!(session.status_message.as_deref(), Some("Nothing to undo"));
}
