//! What comes back later: an answer about a dataset that is no longer open is dropped with a word, and none ends the
//! program, whatever was opened meanwhile.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::common::window::{Window, session};
use crate::common::{ScriptedDialogs, app_with, run_until, seven, world_of};

use treaty_timeline::app::App;
use treaty_timeline::domain::SourceId;
use treaty_timeline::session::{
    Command, CompareCommand, Compared, DocumentProblem, Drafts, Effect, FilesCommand, OpenDocument,
    Preferences, ReaderCommand, Reread, SaveRequest, Saved, SelectionCommand, Session, ViewCommand, World,
};
use treaty_timeline::timeline::Selection;

/// One treaty and one event, and of sources only as many as that needs.
const SMALL: &str = r#"{
  "format": "treaty-timeline/1", "title": "Small",
  "sources": [{ "id": "s", "title": "A source" }],
  "treaties": [{ "id": "t", "name": "A treaty", "category": "Bilateral" }],
  "events": [{ "id": "e", "treaty": "t", "type": "signed", "dates": [{ "edtf": "1931-05-04", "source": "s" }] }]
}"#;

fn opened(world: World) -> Session {
    Session::new(Arc::new(world), Preferences::default(), None)
}

/// Asks about the first dataset, opens the second, and answers then.
fn answered_late(answer: impl FnOnce(&World) -> Command) -> (Session, Option<Effect>) {
    let mut session = opened(seven());
    let asked = Arc::clone(&session.world);
    session.apply(Command::Reader(ReaderCommand::Open(PathBuf::from("copy.txt"), None)));
    session.apply(Command::Files(FilesCommand::Loaded(Arc::new(world_of(SMALL)))));
    let effect = session.apply(Command::Answer(asked.id(), Box::new(answer(&asked))));
    (session, effect)
}

/// What is answered, and how.
type LateAnswer = (&'static str, fn(&World) -> Command);

/// The answer that the small dataset was saved, with nothing that is confirmed of a document.
fn saved_answer(asked: &World) -> Command {
    let mut world = world_of(SMALL);
    (world.name, world.path) = ("new.json".to_owned(), Some(PathBuf::from("/somewhere/new.json")));
    let page = OpenDocument::open(asked, None, "copy.txt".to_owned(), b"Some words.").expect("a text");
    let request = SaveRequest { document: Arc::new(page), drafts: Drafts::default(), accessed: None };
    let page = request.document.for_dataset(&world);
    let saved = Saved { world: Arc::new(world), document: page, request, copies_left: 0 };
    Command::Reader(ReaderCommand::Saved(Box::new(saved)))
}

fn last_source(world: &World) -> SourceId {
    SourceId::new(world.dataset.sources().len() - 1)
}

#[test]
fn every_answer_about_a_dataset_that_is_no_longer_open_is_dropped_with_a_word() {
    let answers: [LateAnswer; 7] = [
        ("a comparison", |world| {
            Command::Compare(CompareCommand::Finished(Box::new(Compared::new(
                "old.json".to_owned(),
                &world_of(SMALL).dataset,
                world,
            ))))
        }),
        ("a document", |world| {
            let source = last_source(world);
            let page = OpenDocument::open(world, Some(source), "copy.txt".to_owned(), b"Some words.");
            Command::Reader(ReaderCommand::Opened(Box::new(page.expect("a text"))))
        }),
        ("a document that was not read", |_| {
            Command::Reader(ReaderCommand::OpenFailed("copy.txt".to_owned(), DocumentProblem::NoFile))
        }),
        ("a file for a source", |world| {
            Command::Reader(ReaderCommand::Open(PathBuf::from("copy.txt"), Some(last_source(world))))
        }),
        ("a file to compare with", |_| Command::Compare(CompareCommand::With(PathBuf::from("old.json")))),
        ("a name for a dataset", |_| Command::Reader(ReaderCommand::SaveTo(PathBuf::from("new.json")))),
        ("a name for a picture", |_| Command::Files(FilesCommand::Export(PathBuf::from("view.svg")))),
    ];
    for (what, answer) in answers {
        let (session, effect) = answered_late(answer);
        assert_eq!(effect, None, "{what}");
        let notice = session.status_message.as_deref().unwrap_or_default();
        assert!(notice.contains("Another dataset was opened in the meantime"), "{what}: {notice}");
        assert!(session.compared.is_none() && session.reader.document.is_none(), "{what}");
        assert!(session.reader.loading.is_none(), "{what}");
    }
}

/// It was read without being asked for.
#[test]
fn what_comes_of_reading_another_file_again_is_dropped_without_a_word() {
    let (session, effect) =
        answered_late(|_| Command::Files(FilesCommand::RereadDone(0, Box::new(Reread::OtherColumns(None)))));
    assert_eq!(effect, None);
    assert_eq!(session.files.unreadable, None);
    assert!(!session.status_message.unwrap_or_default().contains("in the meantime"));
}

#[test]
fn an_answer_about_the_dataset_that_is_open_is_taken() {
    let mut session = opened(seven());
    let world = Arc::clone(&session.world);
    let compared = Compared::new("old.json".to_owned(), &world_of(SMALL).dataset, &world);
    session.apply(Command::Answer(
        world.id(),
        Box::new(Command::Compare(CompareCommand::Finished(Box::new(compared)))),
    ));
    let line = session.compared.as_ref().and_then(|compared| compared.lines.first()).expect("they differ");
    let selection = line.selection.unwrap_or_default();
    session.apply(Command::Selection(SelectionCommand::GoTo(selection)));
    assert_eq!(session.selection.selected, selection);
}

#[test]
fn what_was_saved_is_said_though_another_dataset_is_open_by_then() {
    let (session, effect) = answered_late(saved_answer);
    assert_eq!(effect, None, "the dataset that was opened meanwhile stays open");
    assert!(
        session.status_message.is_some_and(|notice| notice.contains("new.json")),
        "it was written, and is said to be"
    );
    assert_eq!(session.world.dataset.title(), "Small");
}

#[test]
fn a_file_that_is_asked_for_while_a_dataset_is_saved_is_opened_and_not_the_saved_one() {
    let mut session = opened(seven());
    let asked = Arc::clone(&session.world);
    session.apply(Command::Files(FilesCommand::Load(PathBuf::from("other.json"))));
    let answer = saved_answer(&asked);
    assert_eq!(session.apply(Command::Answer(asked.id(), Box::new(answer))), None);
    assert!(
        session.files.loading.is_some() && session.world.id() == asked.id(),
        "the other file is still coming"
    );
    assert!(
        session.status_message.is_some_and(|notice| notice.contains("new.json")),
        "it is said to be saved"
    );
}

#[test]
fn a_saved_dataset_is_opened_without_being_read_again() {
    let mut session = opened(seven());
    let asked = Arc::clone(&session.world);
    let page = OpenDocument::open(&asked, None, "copy.txt".to_owned(), b"Some words.").expect("a text");
    session.apply(Command::Reader(ReaderCommand::Opened(Box::new(page))));
    let answer = saved_answer(&asked);
    assert_eq!(session.apply(Command::Answer(asked.id(), Box::new(answer))), None, "nothing is asked for");
    assert_eq!(session.world.name, "new.json");
    assert!(
        session.reader.document.as_ref().is_some_and(|page| page.name == "copy.txt"),
        "the document stays open"
    );
    assert!(session.files.loading.is_none() && session.reader.loading.is_none());
}

#[test]
fn a_document_that_is_opened_while_a_dataset_is_saved_is_read_for_the_saved_one() {
    let mut session = opened(seven());
    let asked = Arc::clone(&session.world);
    let page = OpenDocument::open(&asked, None, "other.txt".to_owned(), b"Other words.").expect("a text");
    let page = OpenDocument { path: Some(PathBuf::from("other.txt")), ..page };
    session.apply(Command::Reader(ReaderCommand::Opened(Box::new(page))));
    let answer = saved_answer(&asked);
    let effect = session.apply(Command::Answer(asked.id(), Box::new(answer)));
    assert_eq!(effect, Some(Effect::ReadDocument(PathBuf::from("other.txt"), None)));
    assert!(session.reader.document.is_none() && session.reader.loading.is_some());
}

#[test]
fn the_name_of_a_file_turns_no_word_of_the_window_round() {
    let mut session = opened(seven());
    let path = PathBuf::from("/data/json.\u{202e}gpj\n.json");
    let shown = "json.\\u{202e}gpj\\x0a.json";
    session.apply(Command::Files(FilesCommand::Load(path.clone())));
    assert_eq!(session.files.loading.as_ref().map(|loading| &*loading.name), Some(shown));
    session.apply(Command::Files(FilesCommand::CancelLoad));
    session.apply(Command::Files(FilesCommand::Exported(path, true)));
    let notice = session.status_message.clone().unwrap_or_default();
    assert!(notice.contains(shown) && !notice.contains('\u{202e}'), "{notice}");
}

#[test]
fn a_preview_that_is_called_off_leaves_answers_about_what_was_open_before_welcome() {
    let mut session = opened(seven());
    let asked = session.world.id();
    session.apply(Command::Files(FilesCommand::Load(PathBuf::from("large.json"))));
    session.apply(Command::Files(FilesCommand::Preview(Arc::new(world_of(SMALL)))));
    session.apply(Command::Files(FilesCommand::CancelLoad));
    let effect = session.apply(Command::Answer(
        asked,
        Box::new(Command::Compare(CompareCommand::With(PathBuf::from("old.json")))),
    ));
    assert_eq!(effect, Some(Effect::Compare(PathBuf::from("old.json"))));
}

/// The order in which a comparison and a small dataset are ready is not known: whichever it is, nothing ends, and the
/// list of differences is about what is open.
#[test]
fn a_comparison_that_is_under_way_while_another_dataset_is_opened_ends_well() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/seven-treaties.json");
    let small = folder.path().join("small.json");
    std::fs::write(&small, SMALL).expect("it can be written");
    let mut window: Window =
        app_with([1000.0, 700.0], egui::Theme::Light, &ScriptedDialogs::default(), Some(data.clone()));
    run_until(&mut window, "the dataset is open", |app| app.session().world.path.is_some());
    window.state_mut().apply_command(Command::Compare(CompareCommand::With(data)));
    window.state_mut().apply_command(Command::Files(FilesCommand::Load(small)));
    let is_open =
        |app: &App| app.session().world.name == "small.json" && app.session().files.loading.is_none();
    run_until(&mut window, "the small one is open", is_open);
    for line in
        session(&window).compared.iter().flat_map(|compared| compared.lines.clone()).collect::<Vec<_>>()
    {
        window.state_mut().apply_command(Command::Selection(SelectionCommand::GoTo(
            line.selection.unwrap_or(Selection::Nothing),
        )));
    }
    window.run();
    assert_eq!(session(&window).world.name, "small.json");
}

/// A session on the seven treaties, asked for the same document that `saved_answer` was saved with.
fn reading() -> (Session, Arc<World>) {
    let mut session = opened(seven());
    let world = Arc::clone(&session.world);
    let open = OpenDocument::open(&world, None, "copy.txt".to_owned(), b"Some words.").expect("a text");
    session.apply(Command::Reader(ReaderCommand::Opened(Box::new(open))));
    (session, world)
}

#[test]
fn the_saved_dataset_is_there_at_once_and_nothing_glides_into_it() {
    let (mut session, world) = reading();
    // Beyond what the saved dataset has: the view cannot stay.
    let date = treaty_timeline::domain::EdtfDate::parse("1100").unwrap();
    session.apply(Command::View(ViewCommand::GoToDate(date)));
    let (jumps, view) = (session.view.jumps, session.view.current);
    session.apply(Command::Answer(world.id(), Box::new(saved_answer(&world))));
    assert_eq!(session.world.name, "new.json");
    assert_ne!(session.view.current, view);
    assert_eq!(session.view.jumps, jumps);
}

#[test]
fn a_document_that_is_read_for_the_dataset_before_the_saved_one_is_called_off() {
    let (mut session, world) = reading();
    session.apply(Command::Reader(ReaderCommand::Open(PathBuf::from("other.txt"), None)));
    let effect = session.apply(Command::Answer(world.id(), Box::new(saved_answer(&world))));
    assert_eq!(effect, Some(Effect::CancelDocument));
    assert_eq!(session.reader.loading, None);
    assert!(session.status_message.is_some_and(|message| message.contains("new.json")));
}
