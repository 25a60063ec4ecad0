//! The record as a table under the timeline: what it shows, its order, its selection, and what is copied.

use std::sync::Arc;

use crate::common::window::{Window, choose, label, press, says, session, shot, start};
use crate::common::{bundled, seven};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use treaty_timeline::domain::{EventKind, TreatyId};
use treaty_timeline::language::Language;
use treaty_timeline::session::{
    Action, Column, Command, CopyFormat, Effect, Facet, FilterCommand, LawCommand, Preferences,
    SelectionCommand, Session, TableChoice, TableKind, TablesCommand, World,
};
use treaty_timeline::timeline::Selection;

fn with_table(kind: TableKind) -> Session {
    let mut session = Session::new(Arc::new(seven()), Preferences::default(), None);
    session.apply(Command::Tables(TablesCommand::Choose(TableChoice {
        is_open: true,
        kind,
        ..TableChoice::default()
    })));
    session
}

fn cells(session: &Session, column: Column) -> Vec<String> {
    (0..session.tables.rows.order.len()).map(|row| session.table_cell(row, column)).collect()
}

fn sorted_by(session: &mut Session, column: Column, is_descending: bool) {
    let sort = Some((column, is_descending));
    session
        .apply(Command::Tables(TablesCommand::Choose(TableChoice { sort, ..session.tables.choice.clone() })));
}

#[test]
fn every_table_has_all_of_the_record_and_an_order_of_its_own() {
    for kind in TableKind::ALL {
        let mut session = with_table(kind);
        assert_eq!(session.tables.rows.order.len(), session.table_len(), "{kind:?}");
        for &column in kind.columns() {
            sorted_by(&mut session, column, false);
            let forth: Vec<u32> = session.tables.rows.order.to_vec();
            sorted_by(&mut session, column, true);
            let back: Vec<u32> = session.tables.rows.order.iter().rev().copied().collect();
            assert_eq!(forth, back, "{kind:?} by {column:?}");
        }
    }
}

#[test]
fn dates_are_in_order_of_time_and_names_without_regard_to_case() {
    let mut session = with_table(TableKind::Treaties);
    sorted_by(&mut session, Column::InForce, false);
    let first: Vec<String> = cells(&session, Column::Name).into_iter().take(2).collect();
    assert_eq!(first, ["NPT", "ABM Treaty"], "1970 and 1972");
    assert_eq!(
        cells(&session, Column::InForce).last().map(String::as_str),
        Some(""),
        "what never was comes last"
    );
    sorted_by(&mut session, Column::Events, true);
    let steps: Vec<usize> = cells(&session, Column::Events).iter().map(|n| n.parse().unwrap()).collect();
    assert!(steps.is_sorted_by(|a, b| a >= b), "numbers as numbers: {steps:?}");
}

#[test]
fn the_table_shows_what_the_filter_shows() {
    let mut session = with_table(TableKind::Events);
    session.apply(Command::Filter(FilterCommand::Toggle(Facet::Kind(EventKind::Suspended))));
    let shown = session.tables.rows.order.len();
    assert_eq!(shown, session.filter.result.as_ref().unwrap().counts[1]);
    assert!(shown > 0 && shown < session.table_len());
    let kinds = cells(&session, Column::Type);
    assert!(kinds.iter().all(|kind| kind.to_lowercase().contains("suspen")), "{kinds:?}");
    // The other tables too; of the sources, those that something shown rests on.
    session.apply(Command::Tables(TablesCommand::Choose(TableChoice {
        kind: TableKind::Sources,
        ..session.tables.choice.clone()
    })));
    let sources = session.tables.rows.order.len();
    assert!(sources > 0 && sources < session.table_len());
    session.apply(Command::Do(Action::ClearFilter));
    assert_eq!(session.tables.rows.order.len(), session.table_len());
}

#[test]
fn the_selection_of_the_timeline_is_the_row_of_the_table_and_the_other_way() {
    let mut session = with_table(TableKind::Events);
    sorted_by(&mut session, Column::Title, false);
    for row in [0, 7, session.tables.rows.order.len() - 1] {
        let selection = session.table_selection(row).unwrap();
        session.apply(Command::Selection(SelectionCommand::GoTo(selection)));
        assert_eq!(session.table_row(), Some(row));
    }
    session.apply(Command::Tables(TablesCommand::MoveBy(-1)));
    assert_eq!(session.table_row(), Some(session.tables.rows.order.len() - 2));
    session.apply(Command::Selection(SelectionCommand::GoTo(Selection::Treaty(TreatyId::new(1)))));
    assert_eq!(session.table_row(), None, "a treaty is no event");
}

#[test]
fn what_is_copied_is_the_table_as_it_is_seen() {
    let mut session = with_table(TableKind::Treaties);
    sorted_by(&mut session, Column::Name, false);
    let hidden = vec![Column::Category, Column::Parties, Column::Events, Column::Quotes, Column::Signed];
    session.apply(Command::Tables(TablesCommand::Choose(TableChoice {
        hidden,
        ..session.tables.choice.clone()
    })));
    let Some(Effect::Copy(text)) = session.apply(Command::Tables(TablesCommand::Copy(CopyFormat::Markdown)))
    else {
        panic!("it is copied")
    };
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "| Treaty | In force | Status |");
    assert_eq!(lines[2], "| ABM Treaty | 3 Oct 1972 | ended |");
    assert_eq!(lines.len(), 2 + 7);
    assert_eq!(session.status_message.as_deref(), Some("7 rows copied"));
    let Some(Effect::Copy(text)) = session.apply(Command::Tables(TablesCommand::Copy(CopyFormat::Csv)))
    else {
        panic!("it is copied")
    };
    let expected = "Treaty,In force,In force (EDTF),Status\r\nABM Treaty,3 Oct 1972,1972-10-03,ended\r\n";
    assert!(text.starts_with(expected), "{text}");
}

#[test]
fn dates_are_copied_in_words_and_as_the_data_has_them() {
    let old = crate::common::world_of(
        r#"{"format":"treaty-timeline/1","title":"Old","sources":[{"id":"s","title":"Stone"}],
        "treaties":[{"id":"T","name":"Peace","category":"Old"}],"events":[
        {"id":"a","treaty":"T","type":"signed","title":"Ides","dates":[{"edtf":"-0043-03-15","source":"s"}]},
        {"id":"b","treaty":"T","type":"meeting","title":"Spring","dates":[{"edtf":"0033-04-03~","source":"s"}]},
        {"id":"c","treaty":"T","type":"meeting","title":"Either","dates":[{"edtf":"[1967,1968]","source":"s"}]}]}"#,
    );
    let old = Arc::new(old);
    let hidden = vec![Column::Treaty, Column::Type, Column::Party, Column::Quotes, Column::Source];
    let kind = TableKind::Events;
    let copied = |language| {
        let preferences = Preferences { language: Some(language), ..Preferences::default() };
        let mut session = Session::new(Arc::clone(&old), preferences, None);
        let choice = TableChoice { is_open: true, kind, hidden: hidden.clone(), sort: None };
        session.apply(Command::Tables(TablesCommand::Choose(choice)));
        match session.apply(Command::Tables(TablesCommand::Copy(CopyFormat::Csv))) {
            Some(Effect::Copy(text)) => text,
            _ => panic!("it is copied"),
        }
    };
    assert_eq!(
        copied(Language::English),
        // A sheet would take a hyphen at the beginning for a formula.
        "Date,Date (EDTF),Title\r\n15 Mar 44 BCE,'-0043-03-15,Ides\r\nabout 3 Apr 33 CE,0033-04-03~,Spring\r\n\
         1967 or 1968,\"[1967,1968]\",Either\r\n"
    );
    assert!(copied(Language::Russian).starts_with("Дата,Дата (EDTF),Название\r\n15 марта 44 до н. э.,"));
}

#[test]
fn the_standing_follows_the_day_of_the_law() {
    let mut session = with_table(TableKind::Treaties);
    let day = treaty_timeline::domain::Moment::from_ymd(1990, 1, 1).unwrap();
    session.apply(Command::Law(LawCommand::SetDate(Some(day))));
    let of = |session: &Session, name: &str| {
        let row = cells(session, Column::Name).iter().position(|cell| cell == name).unwrap();
        session.table_cell(row, Column::Status)
    };
    assert_eq!(of(&session, "INF Treaty"), "in force");
    session.apply(Command::Law(LawCommand::SetDate(None)));
    assert_eq!(of(&session, "INF Treaty"), "ended");
}

fn names(window: &Window, role: Role) -> Vec<String> {
    window.query_all_by_role(role).map(|node| label(&node)).collect()
}

#[test]
fn a_key_opens_it_a_heading_orders_it_and_a_tab_shows_another() {
    let mut window = start();
    press(&mut window, Modifiers::COMMAND, Key::T);
    assert!(session(&window).tables.choice.is_open);
    shot(&mut window, "table-events");
    window.get_by_role_and_label(Role::Button, "Title").click();
    window.run();
    assert_eq!(session(&window).tables.choice.sort, Some((Column::Title, false)));
    assert!(names(&window, Role::Button).contains(&"Title, ascending".to_owned()), "the order can be heard");
    window.get_by_role_and_label(Role::Button, "Statements").click();
    window.run();
    assert_eq!(session(&window).tables.choice.kind, TableKind::Statements);
    assert_eq!(session(&window).tables.choice.sort, None, "a column of another table orders nothing");
    shot(&mut window, "table-statements");
    window.get_by_role_and_label(Role::Button, "Sources").click();
    window.run();
    window.get_all_by_label_contains("Vestnik").next().expect("a row").click();
    window.run();
    assert!(matches!(session(&window).selection.selected, Selection::Source(_)));
    assert!(says(&window, "Source"));
    shot(&mut window, "table-sources");
    choose(&mut window, Action::Table);
    assert!(!session(&window).tables.choice.is_open);
}

#[test]
fn a_frame_lays_out_the_rows_in_the_window_and_no_others() {
    let world = bundled();
    let rows = world.dataset.events().len();
    assert!(rows > 1000);
    let mut window = start();
    press(&mut window, Modifiers::COMMAND, Key::T);
    let labels = window.query_all_by_role(Role::Label).count();
    assert!(labels < 400, "{labels} labels are in the window");
}

#[test]
fn bulk_lanes_and_an_empty_dataset_have_tables_too_and_nothing_breaks() {
    let bulk = br#"{"events":[{"id":1,"lane":"A","start":"2000-01-01","end":null,"label":"x"}]}"#;
    let loaded = treaty_timeline::load::load_lanes("p", &mut bulk.as_slice(), bulk.len() as u64, &());
    let loaded = loaded.unwrap().unwrap();
    let lanes = World::of_bulk(loaded.bulk.unwrap(), loaded.report, "p".to_owned(), None);
    let empty = crate::common::world_of(r#"{"format":"treaty-timeline/1","title":"Nothing"}"#);
    for world in [lanes, empty] {
        let mut session = Session::new(Arc::new(world), Preferences::default(), None);
        session.apply(Command::Do(Action::Charts));
        for kind in TableKind::ALL {
            session.apply(Command::Tables(TablesCommand::Choose(TableChoice {
                is_open: true,
                kind,
                ..TableChoice::default()
            })));
            assert_eq!(session.tables.rows.order.len(), session.table_len());
            for command in [
                Command::Tables(TablesCommand::MoveBy(1)),
                Command::Law(LawCommand::StepYears(1)),
                Command::Law(LawCommand::StepChange(true)),
                Command::Law(LawCommand::Play(true)),
                Command::Law(LawCommand::PlaybackTick),
                Command::Tables(TablesCommand::Copy(CopyFormat::Csv)),
            ] {
                session.apply(command);
            }
            assert!(session.table_text(CopyFormat::Markdown).starts_with('|'));
        }
    }
}

#[test]
fn in_a_narrow_window_the_table_stays_off_the_details() {
    let dialogs = crate::common::ScriptedDialogs::default();
    let mut window = crate::common::app([800.0, 600.0], egui::Theme::Light, &dialogs);
    press(&mut window, Modifiers::COMMAND, Key::T);
    shot(&mut window, "table-narrow");
    // Below this width the details are folded to a tab at the right edge.
    assert!(window.query_by_label("Dataset").is_none());
    let details = window.get_by_role_and_label(Role::Button, "Details").rect().left();
    for name in ["Events", "Sources", "Columns", "Copy", "Close the table"] {
        // The row of filters above the plot has a button of the same name.
        let found = window.query_all_by_role(Role::Button).filter(|node| label(node) == name);
        let rect = found.map(|node| node.rect()).max_by(|a, b| a.top().total_cmp(&b.top())).expect(name);
        assert!(rect.right() < details, "{name} ends at {} of {details}", rect.right());
    }
    window.get_by_role_and_label(Role::Button, "Details").click();
    window.run();
    assert!(window.query_by_label("Dataset").is_some(), "the tab opens them");
}
