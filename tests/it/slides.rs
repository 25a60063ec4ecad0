//! Bookmarks as slides: in the whole screen by keys, clicker and press, and as pages of 16:9.

use std::sync::{Arc, Mutex};

use egui::accesskit::Role;
use egui::{Key, Modifiers, ViewportCommand};
use egui_kittest::kittest::Queryable as _;

use crate::common::window::{Window, choose, label, press, session, shot, start};
use crate::common::{ScriptedDialogs, app, run_until, seven};

use treaty_timeline::app::App;
use treaty_timeline::diagnostics::WriteProblem;
use treaty_timeline::document;
use treaty_timeline::domain::{EventId, StatementId};
use treaty_timeline::export::{Metadata, to_pdf};
use treaty_timeline::session::{
    Action, Command, Overlay, PageFit, PictureChoice, PictureFormat, PicturesCommand, Preferences,
    SelectionCommand, Session, ViewCommand,
};
use treaty_timeline::timeline::{BundledFonts, Selection, SheetRole};

/// Bookmarks with notes, of two events and a statement.
fn commands() -> Vec<Command> {
    let select = |selection| Command::Selection(SelectionCommand::Select(selection));
    let mut commands = Vec::new();
    for selection in [
        Selection::Event(EventId::new(0)),
        Selection::Event(EventId::new(5)),
        Selection::Statement(StatementId::new(0)),
    ] {
        commands.extend([select(selection), Command::Do(Action::Bookmark)]);
    }
    for (index, note) in ["It all begins", "And goes on", ""].into_iter().enumerate() {
        commands.push(Command::View(ViewCommand::SetNote(index, note.to_owned())));
    }
    commands
}

fn with_bookmarks(mut window: Window) -> Window {
    window.run();
    for command in commands() {
        window.state_mut().apply_command(command);
        window.run();
    }
    window
}

/// What a screen reader is told of the slide.
fn slide(window: &Window) -> String {
    let said = |node: egui_kittest::Node<'_>| Some(label(&node)).filter(|said| said.starts_with("Slide "));
    window.query_all_by_role(Role::Image).find_map(said).unwrap_or_default()
}

/// What is asked of the window in the next frames: whether it is to take the whole screen.
fn full_screen(window: &mut Window) -> Option<bool> {
    let asked = |command: &ViewportCommand| match command {
        ViewportCommand::Fullscreen(is_on) => Some(*is_on),
        _ => None,
    };
    (0..3).find_map(|_| {
        window.step();
        let viewports = window.output().viewport_output.values();
        viewports.flat_map(|viewport| &viewport.commands).find_map(asked)
    })
}

#[test]
fn a_clicker_goes_through_the_bookmarks_in_the_whole_screen() {
    let mut window = with_bookmarks(start());
    window.state_mut().apply_command(Command::Do(Action::PresentBookmarks));
    assert_eq!(full_screen(&mut window), Some(true), "the window takes the whole screen");
    assert_eq!(session(&window).overlay, Some(Overlay::Slides));
    window.run();
    let selected = session(&window).selection.selected;
    let first = slide(&window);
    assert!(first.starts_with("Slide 1 of 3. ") && first.ends_with("It all begins"), "{first}");
    shot(&mut window, "slides-first");
    press(&mut window, Modifiers::NONE, Key::PageDown);
    assert!(slide(&window).starts_with("Slide 2 of 3. ") && slide(&window).ends_with("And goes on"));
    press(&mut window, Modifiers::NONE, Key::Space);
    let last = slide(&window);
    let quote = session(&window).world.dataset.statement(StatementId::new(0)).quote.to_string();
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words(&last).contains(&words(&quote)), "the quotation is read: {last}");
    shot(&mut window, "slides-quotation");
    press(&mut window, Modifiers::NONE, Key::PageDown);
    assert_eq!(slide(&window), last, "there is none after the last");
    press(&mut window, Modifiers::NONE, Key::PageUp);
    press(&mut window, Modifiers::NONE, Key::ArrowLeft);
    assert_eq!(slide(&window), first);
    press(&mut window, Modifiers::NONE, Key::End);
    assert_eq!(slide(&window), last);
    press(&mut window, Modifiers::NONE, Key::Home);
    assert_eq!(slide(&window), first);
    assert_eq!(session(&window).selection.selected, selected, "the timeline behind stays as it was");

    let named = |window: &Window, name: &str| {
        let mut buttons = window.query_all_by_role(Role::Button);
        buttons.find(|node| label(node) == name).expect("a button").click();
    };
    named(&window, "Next slide");
    window.run();
    assert!(slide(&window).starts_with("Slide 2 of 3. "));
    let image = window.query_all_by_role(Role::Image).find(|node| label(node).starts_with("Slide "));
    image.expect("a step").click();
    window.run();
    assert!(slide(&window).starts_with("Slide 3 of 3. "), "a press anywhere goes on");
    window.state_mut().apply_command(Command::Do(Action::Escape));
    assert_eq!(full_screen(&mut window), Some(false));
    assert_eq!(session(&window).overlay, None);
    assert_eq!(slide(&window), "");
    for end in [(Modifiers::NONE, Key::Escape), (Modifiers::SHIFT, Key::F5)] {
        press(&mut window, Modifiers::SHIFT, Key::F5);
        assert!(slide(&window).starts_with("Slide 1 of 3. "));
        press(&mut window, end.0, end.1);
        assert_eq!(session(&window).overlay, None, "{end:?}");
    }
}

#[test]
fn without_bookmarks_there_is_nothing_to_show_and_it_is_said() {
    let mut window = start();
    window.key_press_modifiers(Modifiers::SHIFT, Key::F5);
    window.run();
    assert_eq!(session(&window).overlay, None);
    assert!(session(&window).status_message.as_ref().is_some_and(|said| said.contains("No bookmarks")));
    let choice = PictureChoice { fit: PageFit::Slides, ..PictureChoice::default() };
    let made = session(&window).picture_sheets(&choice, &BundledFonts::default());
    assert_eq!(made.map(|sheets| sheets.sheets.len()), Err(WriteProblem::NoBookmarks));
}

#[test]
fn the_dialog_writes_bookmarks_as_pages_of_sixteen_to_nine() {
    let folder = tempfile::tempdir().unwrap();
    let dialogs = ScriptedDialogs(Arc::new(Mutex::new(Some(folder.path().to_path_buf()))));
    let mut window = with_bookmarks(app([1440.0, 900.0], egui::Theme::Dark, &dialogs));
    choose(&mut window, Action::ExportBookmarks);
    window.run();
    let choice = session(&window).pictures.choice.clone();
    assert_eq!((choice.format, choice.fit), (PictureFormat::Pdf, PageFit::Slides));
    let said = |window: &Window, words: &str| window.query_by_label_contains(words).is_some();
    assert!(said(&window, "Preview of 3 pages"));
    assert!(said(&window, "On white paper"), "the window is dark, and the paper is not");
    shot(&mut window, "slides-dialog");
    press(&mut window, Modifiers::NONE, Key::Enter);
    let is_written =
        |app: &App| app.session().status_message.as_ref().is_some_and(|said| said.starts_with("Saved "));
    run_until(&mut window, "the pages are written", is_written);
    let bytes = std::fs::read(folder.path().join("test.pdf")).unwrap();
    let text = document::read(&bytes, "test.pdf").expect("it has text").text;
    let place = |said: &str| text.find(said).unwrap_or_else(|| panic!("{said} in {text}"));
    assert!(place("It all begins") < place("And goes on"));
    assert!(place("And goes on") < place("3 / 3"));
    let said = Metadata::of_picture(&bytes).expect("it says how it was drawn");
    assert!(said.drawn.contains("fit=slides"), "{}", said.drawn);
}

#[test]
fn nothing_of_a_long_note_is_lost_and_the_pages_are_accessible() {
    let mut session = Session::new(Arc::new(seven()), Preferences::default(), None);
    for command in commands() {
        session.apply(command);
    }
    let words: Vec<String> = (0..500).map(|word| format!("word{word}")).collect();
    session.apply(Command::View(ViewCommand::SetNote(1, words.join(" "))));
    let choice = PictureChoice { fit: PageFit::Slides, ..PictureChoice::default() };
    let sheets = session.picture_sheets(&choice, &BundledFonts::default()).unwrap();
    assert!(sheets.sheets.len() > 3, "{}", sheets.sheets.len());
    let said: Vec<String> = sheets.sheets.iter().flat_map(|sheet| sheet.words()).collect();
    let said = said.join(" ");
    assert!(said.contains(&words.join(" ")), "{said}");
    for sheet in &sheets.sheets {
        assert!((sheet.size.width / sheet.size.height - 16.0 / 9.0).abs() < 1e-3);
        let figures = sheet.parts.iter().filter(|part| matches!(part.role, SheetRole::Figure(_)));
        for part in &sheet.parts {
            assert!(
                part.clip.bottom <= sheet.size.height && part.clip.right <= sheet.size.width,
                "{:?} is cut",
                part.role
            );
        }
        for figure in figures {
            assert!(figure.scale > 0.4, "large enough to be read from afar: {}", figure.scale);
        }
    }
    let pdf = to_pdf(&sheets, "en", &Metadata::default(), &|_| true).unwrap();
    assert!(pdf.is_accessible && pdf.missing.is_empty());
    // The choice is said and read again.
    let line = session.picture_choice_text(&choice);
    assert_eq!(session.picture_choice_of(&line), Some(choice.clone()));
    session.apply(Command::Pictures(PicturesCommand::Choose(choice)));
    assert_eq!(session.pictures.choice.fit, PageFit::Slides);
}
