//! A link to the view: any view comes back from its link, and what is wrong with one is said.

use std::path::Path;
use std::sync::Arc;

use egui::{Event, Key, Modifiers};
use proptest::prelude::*;

use crate::common::window::{choose, press, says, session, start};
use crate::common::{app_that_shows, fixture, run_until, scene_of, seven, world_of};
use crate::undoing::{command, new_session};

use treaty_timeline::diagnostics::{ViewLinkNote, ViewLinkProblem};
use treaty_timeline::domain::{Moment, SECS_PER_DAY};
use treaty_timeline::session::{
    Action, Command, FiguresCommand, SearchCommand, SelectionCommand, Session, TableKind, TablesCommand,
    ViewArguments, ViewCommand, World,
};
use treaty_timeline::timeline::{LaneHeight, Selection, Size, View};

/// A window so low that its lanes are scrolled.
const LOW: Size = Size { width: 1000.0, height: 260.0 };

fn low_session() -> Session {
    let mut session = new_session();
    let view = session.view.current;
    session.apply(Command::View(ViewCommand::Set(view, LOW)));
    session
}

/// A command that changes what is seen and cannot be undone, or one that can.
fn any_command(session: &Session, kind: u8, number: usize) -> Command {
    const ACTIONS: [Action; 8] = [
        Action::ZoomIn,
        Action::ZoomOut,
        Action::PanEarlier,
        Action::LaneHeightFit,
        Action::LaneHeightCompact,
        Action::LaneHeightComfortable,
        Action::Charts,
        Action::LogScale,
    ];
    const TEXTS: [&str; 5] = ["", "inf", "suspend & \"zero option\"", "Путин", "speaker:Рябков -x%2C"];
    match kind {
        20 => Command::Do(ACTIONS[number % ACTIONS.len()]),
        21 => Command::Search(SearchCommand::SetText(TEXTS[number % TEXTS.len()].to_owned())),
        22 => {
            let by = number as f64 * 1234.567;
            let time = session.view.current.time.panned(by, &session.world.limits);
            Command::View(ViewCommand::Set(View { time, ..session.view.current }, LOW))
        }
        23 => {
            let mut choice = session.tables.choice.clone();
            (choice.is_open, choice.kind) =
                (!number.is_multiple_of(3), TableKind::ALL[number % TableKind::ALL.len()]);
            Command::Tables(TablesCommand::Choose(choice))
        }
        24 => {
            let mut choice = session.figures.choice.clone();
            let series = session.world.dataset.series();
            if let Some(series) = series.get(number % series.len().max(1)) {
                choice.switched.push(series.key.to_string());
                choice.unit = Some(series.unit.to_string());
            }
            choice.is_open = true;
            Command::Figures(FiguresCommand::Choose(choice))
        }
        kind => command(session, kind, number),
    }
}

/// All that is seen.
fn seen(session: &Session) -> String {
    let table = &session.tables;
    format!(
        "{:?} {:?} {:?} {:?} {:?} {:?}",
        scene_of(session),
        session.figures.rows,
        session.figures.choice.is_open && session.figures.choice.is_logarithmic,
        session.search.text,
        table.choice.is_open.then_some((table.choice.kind, table.choice.sort, &table.rows.order)),
        session.selection.selected,
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_session_is_seen_again_from_its_link(
        commands in prop::collection::vec((0_u8..25, 0_usize..100_000), 1..30)
    ) {
        let mut made = low_session();
        for (kind, number) in commands {
            let command = any_command(&made, kind, number);
            made.apply(command);
        }
        let link = made.view_link();
        let mut opened = low_session();
        let notes = opened.open_view(&ViewArguments::of_link(&link));
        prop_assert_eq!(notes, Ok(Vec::new()), "{}", link);
        prop_assert_eq!(seen(&opened), seen(&made), "{}", link);
        prop_assert_eq!(opened.view_link(), link);
    }

    #[test]
    fn a_link_that_is_cut_or_changed_anywhere_ends_in_words(
        at in 0_usize..10_000, with in prop::option::of(any::<char>()), kind in 0_u8..25, number in 0_usize..100_000
    ) {
        let mut session = low_session();
        let command = any_command(&session, kind, number);
        session.apply(command);
        let link: Vec<char> = session.view_link().chars().collect();
        let (before, after) = link.split_at(at % link.len());
        let changed: String = before.iter().copied().chain(with).collect();
        let end: String = if with.is_some() { after.iter().skip(1).collect() } else { String::new() };
        let mut opened = low_session();
        if opened.open_view(&ViewArguments::of_link(&format!("{changed}{end}"))).is_ok() {
            prop_assert!(opened.view.current.is_sound());
        }
    }
}

#[test]
fn a_link_can_be_read_by_people_and_written_by_them() {
    let mut session = new_session();
    let asked = "treaty-timeline:view?from=1985&to=2026&select=INF&filter=status:ended&search=zero+option&status=2019-08-02";
    assert_eq!(session.open_view(&ViewArguments::of_link(asked)), Ok(Vec::new()));
    let inf = session.world.dataset.find_treaty("INF").unwrap();
    assert_eq!(session.selection.selected, Selection::Treaty(inf));
    assert_eq!(session.search.text, "zero option");
    assert_eq!(session.filter.active.chosen().count(), 1);
    assert_eq!(
        session.view_link(),
        "treaty-timeline:view?v=1&data=Arms+control+1968%E2%80%932026&checked=2026-11-24&from=1985&to=2026&lanes=comfortable&\
         filter=status:ended&search=zero+option&select=INF&status=2019-08-02"
    );
}

#[test]
fn opening_a_link_is_one_step_that_can_be_undone_and_a_place_to_go_back_from() {
    let mut session = new_session();
    let inf = Selection::Treaty(session.world.dataset.find_treaty("INF").unwrap());
    session.apply(Command::Selection(SelectionCommand::GoTo(inf)));
    let before = session.view.current;
    let link = "treaty-timeline:view?from=2000&to=2010&hidden=NPT&select=CTBT&lanes=compact";
    session.apply(Command::View(ViewCommand::OpenLink(link.to_owned())));
    assert_eq!(session.status_message.as_deref(), Some("View opened"));
    assert_eq!(session.lane_height(), LaneHeight::Compact);
    assert_eq!(session.view.arrangement.hidden.len(), 1);
    session.apply(Command::Do(Action::Back));
    assert_eq!((session.selection.selected, session.view.current.time), (inf, before.time));

    session.apply(Command::View(ViewCommand::OpenLink(link.to_owned())));
    session.apply(Command::Do(Action::Undo));
    assert_eq!(session.selection.selected, inf);
}

/// A dataset with one event of one treaty, which is its own id.
fn small(title: &str, checked: &str, treaty: &str) -> World {
    world_of(&format!(
        r#"{{"format":"treaty-timeline/1","title":"{title}","checked_on":"{checked}",
        "sources":[{{"id":"s","title":"A source"}}],
        "treaties":[{{"id":"{treaty}","name":"{treaty}","category":"Made up"}}],
        "events":[{{"id":"e-{treaty}","treaty":"{treaty}","type":"signed","dates":[{{"edtf":"1990-01-01","source":"s"}}]}}]}}"#
    ))
}

#[test]
fn with_another_dataset_it_says_for_which_one_a_link_was_made_and_what_is_missing() {
    let session_on = |world: World| Session::new(Arc::new(world), Default::default(), None);
    let mut made = session_on(small("First", "2026-01-01", "A"));
    let treaty = made.world.dataset.find_treaty("A").unwrap();
    made.apply(Command::View(ViewCommand::MoveLane(treaty, Some(0))));
    made.apply(Command::Do(Action::First));
    let link = made.view_link();
    assert_eq!(
        session_on(small("First", "2026-01-01", "A")).open_view(&ViewArguments::of_link(&link)),
        Ok(Vec::new())
    );

    let missing = ViewLinkNote::Missing(vec!["A".to_owned(), "e-A".to_owned()]);
    let mut other = session_on(small("Second", "2026-01-01", "B"));
    let notes = other.open_view(&ViewArguments::of_link(&link)).unwrap();
    assert!(matches!(&notes[0], ViewLinkNote::OtherDataset(title, Some(_)) if title == "First"), "{notes:?}");
    assert_eq!(&notes[1..], std::slice::from_ref(&missing));
    let mut later = session_on(small("First", "2026-02-02", "B"));
    later.apply(Command::View(ViewCommand::OpenLink(link)));
    let said = later.status_message.unwrap();
    assert_eq!(
        said,
        "View opened. This view was made for another version of “First”, last updated 1 January 2026. This dataset does not \
         have: A, e-A"
    );
}

#[test]
fn a_link_knows_its_file_by_the_hash() {
    let bundled = treaty_timeline::app::bundled_world();
    let mut session = Session::new(Arc::new(bundled), Default::default(), None);
    let link = session.view_link();
    assert!(link.contains("&sha256="), "{link}");
    assert!(session.world.is_of_view_link(&link) && !seven().is_of_view_link(&link));
    assert_eq!(session.open_view(&ViewArguments::of_link(&link)), Ok(Vec::new()));
    let (before, after) = link.split_once("&sha256=").unwrap();
    let other = format!("{before}&sha256=0123456789abcdef{}", &after[16..]);
    assert!(matches!(
        session.open_view(&ViewArguments::of_link(&other)).unwrap()[..],
        [ViewLinkNote::OtherVersion(..)]
    ));
}

#[test]
fn what_is_wrong_with_a_link_is_said_and_changes_nothing() {
    let mut session = new_session();
    session.apply(Command::Selection(SelectionCommand::SetTimeRange(
        Moment::from_ymd(2000, 1, 1).map(|day| (day, day.plus(90 * SECS_PER_DAY))),
    )));
    let before = seen(&session);
    for (text, problem, words) in [
        ("https://example.org".to_owned(), ViewLinkProblem::NotALink, "not a link to a view"),
        ("treaty-timeline:view?".to_owned(), ViewLinkProblem::Empty, "copy all of it"),
        (
            "treaty-timeline:view?from=\u{1b}[2J".to_owned(),
            ViewLinkProblem::BadCharacters,
            "control characters",
        ),
        (
            format!("treaty-timeline:view?hidden={}", "x,".repeat(50_000)),
            ViewLinkProblem::TooLong(65_536),
            "64 kB",
        ),
    ] {
        assert_eq!(session.open_view(&ViewArguments::of_link(&text)), Err(problem));
        session.apply(Command::View(ViewCommand::OpenLink(text)));
        assert!(session.status_message.as_ref().is_some_and(|said| said.contains(words)), "{words}");
    }
    assert_eq!(seen(&session), before);
    let notes = session.open_view(&ViewArguments::of_link(
        "treaty-timeline:view?v=7&galaxy=1&from=2026&to=1985&scroll=x&filter=part:USA",
    ));
    let notes = notes.unwrap();
    assert_eq!(notes[0], ViewLinkNote::NewerForm("7".to_owned()));
    assert_eq!(notes[1], ViewLinkNote::UnknownPart("galaxy".to_owned()));
    for part in ["to", "scroll", "filter"] {
        let is_bad = |note: &ViewLinkNote| matches!(note, ViewLinkNote::BadValue(other, _) if *other == part);
        assert!(notes.iter().any(is_bad), "{part}: {notes:?}");
    }
}

#[test]
fn a_link_is_copied_by_key_and_pasted_onto_the_timeline_of_another_window() {
    let mut window = start();
    choose(&mut window, Action::LaneHeightCompact);
    press(&mut window, Modifiers::NONE, Key::End);
    let link = session(&window).view_link();
    // The key alone: the harness draws a frame for each event that waits, and only the output of the last can be read.
    window.event(Event::Key {
        key: Key::C,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::COMMAND | Modifiers::SHIFT,
    });
    let copied = (0..4).find_map(|_| {
        window.step();
        window.output().platform_output.commands.iter().find_map(|command| match command {
            egui::OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        })
    });
    // Of many years it has whole days, and is the same but for that.
    let copied = copied.expect("it is on the clipboard");
    let first_day = |link: &str| {
        let from = link.split(&['?', '&']).find_map(|part| part.strip_prefix("from="))?;
        from.get(..10).map(str::to_owned)
    };
    assert!(first_day(&copied) == first_day(&link) && !copied.contains('.'), "{copied} of {link}");
    window.run();
    assert!(says(&window, "Link to this view copied"));

    let mut other = start();
    other.event(Event::Paste(format!("{copied}\n")));
    other.run();
    assert!(says(&other, "View opened"));
    assert_eq!(session(&other).selection.selected, session(&window).selection.selected);
    assert_eq!(session(&other).view_link(), copied);
    other.event(Event::Paste("some words".to_owned()));
    other.run();
    assert_eq!(session(&other).view_link(), copied, "any other text is not a link");
}

#[test]
fn a_link_is_pasted_into_the_dialog_or_the_list_of_commands() {
    let link = "treaty-timeline:view?from=2000&to=2010&select=INF&galaxy=1";
    let mut window = start();
    choose(&mut window, Action::OpenViewLink);
    assert!(says(&window, "Paste a link to a view"));
    window.event(Event::Text("nonsense".to_owned()));
    window.run();
    assert!(says(&window, "This is not a link to a view"));
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(session(&window).overlay.is_some(), "it stays open");
    press(&mut window, Modifiers::COMMAND, Key::A);
    window.event(Event::Paste(link.to_owned()));
    window.run();
    assert!(
        says(&window, "Press Enter to open this view") && says(&window, "does not know the part “galaxy”")
    );
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(session(&window).overlay.is_none());
    assert!(says(&window, "View opened"));
    assert!(matches!(session(&window).selection.selected, Selection::Treaty(_)));

    let mut window = start();
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    window.event(Event::Paste(link.to_owned()));
    window.run();
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(matches!(session(&window).selection.selected, Selection::Treaty(_)));
}

#[test]
fn the_window_opens_as_the_command_line_asks() {
    let asked = ViewArguments {
        link: Some("treaty-timeline:view?from=1990&to=2000&hidden=NPT,nothing".to_owned()),
        to: Moment::from_ymd(2011, 1, 1),
        select: Some("INF".to_owned()),
        filter: Some("status:ended, party:USA".to_owned()),
        ..ViewArguments::default()
    };
    let file = fixture("good-minimal.json");
    for file in [None, Some(file)] {
        let has_file = file.is_some();
        let mut window = app_that_shows(asked.clone(), file);
        run_until(&mut window, "the view is shown", |app| {
            app.session().status_message.as_ref().is_some_and(|said| said.contains("nothing"))
        });
        let shown = session(&window);
        assert_eq!(shown.world.path.is_some(), has_file);
        let link = shown.view_link();
        // No event of the file's treaty is in these years: there the view moves to where the events are.
        if !has_file {
            assert!(link.contains("&from=1990&to=2010&"), "{link}");
            assert!(link.contains("&hidden=NPT&") && link.contains("&select=INF"), "{link}");
            assert!(link.contains("filter=party:USA,status:ended"), "{link}");
        }
    }
}

#[test]
fn the_desktop_passes_links_to_the_program() {
    let entry = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/linux/treaty-timeline.desktop");
    let entry = std::fs::read_to_string(entry).unwrap();
    for line in ["Exec=treaty-timeline %U", "MimeType=x-scheme-handler/treaty-timeline;"] {
        assert!(entry.lines().any(|other| other.starts_with(line)), "{line} is missing");
    }
}

#[test]
fn what_is_selected_by_its_id_alone_has_its_lane_in_sight() {
    let asked = ViewArguments { select: Some("CTBT".to_owned()), ..ViewArguments::default() };
    let mut session = low_session();
    assert_eq!(session.view.current.scroll, 0.0);
    session.open_view(&asked).unwrap();
    assert!(session.view.current.scroll > 0.0, "the last lane is scrolled to");
}
