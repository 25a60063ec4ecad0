//! The dialog of pictures, by role and label and by keys: what is chosen is previewed and written.

use std::sync::{Arc, Mutex};

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::common::window::{Window, choose, label, press, session, shot};
use crate::common::{ScriptedDialogs, app, bundled, run_until};

use treaty_timeline::app::App;
use treaty_timeline::session::{
    Action, Command, Overlay, PageFit, PictureChoice, PictureFormat, PicturesCommand, Preferences, Session,
    TypedPeriodProblem,
};

fn dialog(folder: Option<&std::path::Path>) -> Window {
    let dialogs = ScriptedDialogs(Arc::new(Mutex::new(folder.map(std::path::Path::to_path_buf))));
    let mut window = app([1440.0, 900.0], egui::Theme::Light, &dialogs);
    window.run();
    press(&mut window, Modifiers::COMMAND, Key::E);
    assert_eq!(session(&window).overlay, Some(Overlay::Picture));
    window
}

fn click(window: &mut Window, role: Role, name: &str) {
    window.query_all_by_role(role).find(|node| label(node) == name).expect(name).click();
    window.run();
}

fn has_preview(window: &Window, name: &str) -> bool {
    window.query_all_by_role(Role::Image).any(|node| label(&node).starts_with(name))
}

#[test]
fn the_dialog_previews_what_is_chosen_and_escape_leaves_it() {
    let mut window = dialog(None);
    assert!(window.query_all_by_role(Role::Dialog).any(|node| label(&node) == "Export"));
    assert!(has_preview(&window, "Preview of "));
    shot(&mut window, "picture-dialog-pdf");
    click(&mut window, Role::CheckBox, "Table of events");
    click(&mut window, Role::CheckBox, "Caption with sources and link");
    assert!(!session(&window).pictures.choice.has_table);
    assert!(has_preview(&window, "Preview of 1 page"));
    click(&mut window, Role::Button, "SVG");
    assert_eq!(session(&window).pictures.choice.format, PictureFormat::Svg);
    shot(&mut window, "picture-dialog-svg");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(session(&window).overlay, None);
    // The dialog has no other list of lanes than the window.
    choose(&mut window, Action::ExportPicture);
    assert_eq!(session(&window).pictures.choice.format, PictureFormat::Svg, "the choice is kept");
}

#[test]
fn the_link_that_the_dialog_copies_shows_what_its_picture_shows() {
    let mut window = dialog(None);
    let typed = ["1985".to_owned(), "2026".to_owned()];
    window.state_mut().apply_command(Command::Pictures(PicturesCommand::TypePeriod(typed)));
    window.run();
    let buttons = window.query_all_by_role(Role::Button);
    buttons.into_iter().find(|node| label(node) == "Copy link to this view").expect("it is there").click();
    let mut copied = None;
    for _ in 0..10 {
        window.step();
        let commands = &window.output().platform_output.commands;
        copied = copied.or_else(|| {
            commands.iter().find_map(|command| match command {
                egui::OutputCommand::CopyText(text) => Some(text.clone()),
                _ => None,
            })
        });
    }
    let link = copied.expect("it is on the clipboard");
    assert!(link.contains("from=1985&to=2026"), "{link}");
}

#[test]
fn enter_saves_and_the_picture_is_written_whole() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = dialog(Some(folder.path()));
    // The button has the focus from the start.
    press(&mut window, Modifiers::NONE, Key::Enter);
    let is_written =
        |app: &App| app.session().status_message.as_ref().is_some_and(|said| said.starts_with("Saved "));
    run_until(&mut window, "the picture is written", is_written);
    assert_eq!(session(&window).overlay, None);
    assert!(session(&window).pictures.writing.is_none());
    let bytes = std::fs::read(folder.path().join("test.pdf")).unwrap();
    assert!(bytes.starts_with(b"%PDF-1.7") && bytes.ends_with(b"%%EOF"));
}

#[test]
fn lanes_that_are_not_there_are_said_in_place_of_a_picture() {
    let mut window = dialog(None);
    let none = PictureChoice {
        lanes: treaty_timeline::session::PictureLanes::Selection,
        ..session(&window).pictures.choice.clone()
    };
    window.state_mut().apply_command(Command::Pictures(PicturesCommand::Choose(none)));
    window.run();
    assert!(has_preview(&window, "There is no lane to draw"));
    let save = window.query_all_by_role(Role::Button).find(|node| label(node) == "Save…").expect("a button");
    assert!(save.accesskit_node().is_disabled());
}

#[test]
fn many_lanes_go_over_several_pages_until_something_is_chosen() {
    let mut session = Session::new(Arc::new(bundled()), Preferences::default(), None);
    session.apply(Command::Do(Action::ExportPicture));
    assert_eq!(session.pictures.choice.fit, PageFit::Pages, "on one page nobody could read them");
    let one = PictureChoice { fit: PageFit::OnePage, has_legend: false, ..PictureChoice::default() };
    session.apply(Command::Pictures(PicturesCommand::Choose(one)));
    session.apply(Command::Do(Action::ExportPicture));
    session.apply(Command::Do(Action::ExportPicture));
    assert_eq!(session.overlay, Some(Overlay::Picture));
    assert_eq!(session.pictures.choice.fit, PageFit::OnePage, "the choice is kept");
}

#[test]
fn a_picture_is_copied_beside_the_window_and_the_copying_can_be_cancelled() {
    let said = |window: &Window| session(window).status_message.clone().unwrap_or_default();
    let mut window = dialog(None);
    window
        .query_all_by_role(Role::Button)
        .find(|node| label(node) == "Copy picture")
        .expect("a button")
        .click();
    window.step();
    assert!(session(&window).pictures.writing.is_some(), "it is drawn on another thread");
    window.state_mut().apply_command(Command::Pictures(PicturesCommand::Cancel));
    run_until(&mut window, "the copying ends", |app: &App| app.session().pictures.writing.is_none());
    assert_eq!(said(&window), "The picture was not copied");
    click(&mut window, Role::Button, "Copy picture");
    run_until(&mut window, "the picture is copied", |app: &App| {
        app.session().status_message.as_deref() == Some("Picture copied")
    });
    assert!(session(&window).pictures.writing.is_none());
}

#[test]
fn the_period_is_typed_in_words_or_edtf_and_what_is_no_date_is_said() {
    let mut session = Session::new(Arc::new(bundled()), Preferences::default(), None);
    let type_period = |session: &mut Session, from: &str, to: &str| {
        let typed = [from.to_owned(), to.to_owned()];
        session.apply(Command::Pictures(PicturesCommand::TypePeriod(typed)));
        session.picture_period(&session.pictures.choice)
    };
    let year = |moment: treaty_timeline::domain::Moment| moment.year();
    let (from, to) = type_period(&mut session, "8 December 1987", "1991");
    assert_eq!((year(from), year(to)), (1987, 1992), "to the end of 1991");
    let line = session.picture_choice_text(&session.pictures.choice);
    assert_eq!(session.picture_choice_of(&line).as_ref(), Some(&session.pictures.choice), "{line}");
    type_period(&mut session, "8 December 1987", "some day");
    assert!(matches!(session.typed_period_problem(), Some(TypedPeriodProblem::NoDate(1, _))));
    type_period(&mut session, "2001", "1991");
    assert_eq!(session.typed_period_problem(), Some(TypedPeriodProblem::EndsBefore));
    let whole = type_period(&mut session, "", "");
    assert_eq!(session.typed_period_problem(), None);
    assert_eq!(whole, session.view.current.time.moments());
}

#[test]
fn pages_and_data_are_reached_from_the_same_dialog() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = dialog(Some(folder.path()));
    click(&mut window, Role::Button, "Web page…");
    let is_written =
        |app: &App| app.session().status_message.as_ref().is_some_and(|said| said.contains("test."));
    run_until(&mut window, "the page is written", is_written);
    assert_eq!(session(&window).overlay, None);
    let page = std::fs::read_dir(folder.path()).unwrap().next().unwrap().unwrap().path();
    assert!(std::fs::read_to_string(page).unwrap().starts_with("<!DOCTYPE html>"));
    let mut window = dialog(None);
    click(&mut window, Role::Button, "Data…");
    assert!(window.query_all_by_role(Role::Button).any(|node| label(&node).contains("Excel")));
}

#[test]
fn a_picture_that_is_no_longer_wanted_leaves_the_old_file_whole_or_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("test.pdf");
    std::fs::write(&file, "old").unwrap();
    let mut window = dialog(Some(folder.path()));
    let write = Command::Pictures(PicturesCommand::Write(file.clone()));
    window.state_mut().apply_command(write);
    window.step();
    window.state_mut().apply_command(Command::Pictures(PicturesCommand::Cancel));
    run_until(&mut window, "the writing ends", |app: &App| app.session().pictures.writing.is_none());
    let said = session(&window).status_message.clone().unwrap_or_default();
    let bytes = std::fs::read(&file).unwrap();
    if said == "test.pdf was not saved" {
        assert_eq!(bytes, b"old");
    } else {
        assert!(said.starts_with("Saved ") && bytes.ends_with(b"%%EOF"), "{said}");
    }
    let names = std::fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(names, 1, "nothing is left beside it");
}
