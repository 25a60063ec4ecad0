//! Hidden items are not counted or listed in a time range, and Shift+click does not select them.

use std::sync::Arc;

use crate::common::window::{says, session, start};
use crate::common::{bundled, dataset};

use treaty_timeline::domain::EventKind;
use treaty_timeline::search::Item;
use treaty_timeline::session::{
    Action, Command, Facet, Filter, FilterCommand, Preferences, SelectionCommand, Session,
};
use treaty_timeline::timeline::{Selection, Subject};

#[test]
fn a_time_range_counts_and_lists_what_is_shown() {
    let mut session = Session::new(Arc::new(bundled()), Preferences::default(), None);
    let (first, last) = session.world.dataset.span().unwrap();
    for facet in [Facet::Kind(EventKind::Signed), Facet::Decade(1980), Facet::Spoken] {
        for (from, to) in [(first, last), (first.midpoint(last), last)] {
            session.apply(Command::Filter(FilterCommand::Set(Filter::default())));
            session.apply(Command::Selection(SelectionCommand::SetTimeRange(Some((from, to)))));
            let (from, to) = session.selection.time_range.unwrap();
            let all = session.time_range_counts().unwrap();
            assert_eq!((all.hidden_events, all.hidden_statements), (0, 0));
            session.apply(Command::Filter(FilterCommand::Set(Filter::only(facet))));
            let counts = session.time_range_counts().unwrap();
            assert_eq!(counts.days, all.days);
            assert_eq!(counts.events + counts.hidden_events, all.events);
            assert_eq!(counts.statements + counts.hidden_statements, all.statements);
            assert!(counts.hidden_events > 0, "{facet:?}");
            let (events, statements) =
                (session.time_range_events(), session.time_range_statements(usize::MAX));
            assert_eq!((events.len(), statements.len()), (counts.events, counts.statements));
            let data = &session.world.dataset;
            for &id in events {
                assert!(session.shows(Item::Event(id)) && (from..to).contains(&data.event(id).at()));
            }
            for id in statements {
                let at = data.statement(id).date.anchor();
                assert!(session.shows(Item::Statement(id)) && (from..to).contains(&at));
            }
        }
    }
}

#[test]
fn shift_click_selects_what_is_shown_between() {
    let mut session = Session::new(Arc::new(bundled()), Preferences::default(), None);
    let treaty = session.world.dataset.find_treaty("NPT").unwrap();
    let kind = EventKind::ReviewConference;
    session.apply(Command::Filter(FilterCommand::Set(Filter::only(Facet::Kind(kind)))));
    let data = &session.world.dataset;
    let shown: Vec<Subject> = data
        .events_of(treaty)
        .iter()
        .filter(|&&id| data.event(id).kind == kind)
        .map(|&id| Subject::Event(id))
        .collect();
    let (Some(&Subject::Event(first)), Some(&last)) = (shown.first(), shown.last()) else {
        panic!("the NPT is reviewed")
    };
    session.apply(Command::Selection(SelectionCommand::Select(Selection::Event(first))));
    session.apply(Command::Selection(SelectionCommand::ExtendTo(last)));
    assert_eq!(session.selection.several, shown);
}

#[test]
fn the_panel_says_how_much_is_hidden() {
    let mut window = start();
    window.state_mut().apply_command(Command::Do(Action::Fit));
    window.state_mut().apply_command(Command::Do(Action::SelectVisibleRange));
    window.run();
    assert!(!says(&window, "Hidden: "));
    window
        .state_mut()
        .apply_command(Command::Filter(FilterCommand::Set(Filter::only(Facet::Kind(EventKind::Signed)))));
    window.run();
    let hidden = dataset(window.state()).events().iter().filter(|event| event.kind != EventKind::Signed);
    assert!(says(&window, &format!("Hidden: {} events", hidden.count())));
    let counts = session(&window).time_range_counts().unwrap();
    assert!(says(&window, &format!("EVENTS · {}", counts.events)));
}
