//! Reading a document beside the timeline: a copy is chosen or lies with the dataset, and what is quoted from it is marked.

use std::path::{Path, PathBuf};

use crate::common::window::{Window, choose, label, press, says, session, shot};
use crate::common::{ScriptedDialogs, app_at_pace, app_with, app_with_reader, run_until};
use egui::accesskit::Role;
use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable as _;

use treaty_timeline::document::MatchKind;
use treaty_timeline::session::{Action, Checked, Command, ReaderCommand};
use treaty_timeline::timeline::Selection;

/// The news item's passages as another outlet might have set them: other marks, a line end inside, one word replaced,
/// and the last passage left out.
const ARTICLE: &str = r#"<html><head><title>No illusions</title><style>p { color: red }</style></head><body>
<script>document.title = "run"</script>
<p>Russia opposes “cynical and incessant attempts” to interfere.</p>
<p>“This in itself is of paramount
importance for strengthening international security and strategic stability,” he stressed.</p>
<p>He spoke of «the necessary level of mutual predictability and openness in the sphere of strategic offensive arms».</p>
</body></html>"#;

fn write(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, text).expect("a folder of its own can be written to");
    path
}

/// Finds a statement by words and goes to it.
fn go_to_words(window: &mut Window, words: &str) {
    press(window, Modifiers::COMMAND, Key::F);
    window.event(egui::Event::Text(words.to_owned()));
    window.run();
    press(window, Modifiers::NONE, Key::Enter);
    assert!(matches!(session(window).selection.selected, Selection::Statement(_)));
    // The text goes first, then the keyboard.
    press(window, Modifiers::NONE, Key::Escape);
    press(window, Modifiers::NONE, Key::Escape);
}

fn links(window: &Window) -> Vec<String> {
    window.query_all_by_role(Role::Link).map(|node| label(&node)).collect()
}

#[test]
fn a_chosen_copy_shows_the_words_with_how_they_stand_in_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let dialogs = ScriptedDialogs::default();
    *dialogs.0.lock().expect("no test panics while it holds this") =
        Some(write(folder.path(), "article.html", ARTICLE));
    let mut window = app_at_pace(&dialogs);
    window.run();
    go_to_words(&mut window, "paramount importance");
    let attach =
        links(&window).into_iter().find(|name| name.starts_with("Find in a file…")).expect("it is offered");
    // The card may reach below the panel, where no pointer is.
    window.get_by_label(&attach).click_accesskit();
    run_until(&mut window, "the copy is open", |app| app.session().reader.document.is_some());

    let page = session(&window).reader.document.clone().expect("it is open");
    assert_eq!(page.document.title.as_deref(), Some("No illusions"));
    assert_eq!(page.checked, Checked::Unknown);
    let dataset = crate::common::dataset(window.state());
    let stages: Vec<(&str, Option<MatchKind>)> = page
        .quotes
        .iter()
        .filter(|quote| !quote.is_original)
        .map(|q| (&*dataset.statement(q.statement).key, q.found.passage().map(|passage| passage.kind)))
        .collect();
    let stage_of = |key: &str| stages.iter().find(|(k, _)| k.ends_with(key)).expect("it is of this source").1;
    assert_eq!(stages.len(), 6, "all that the dataset quotes from it is looked for");
    assert_eq!(stage_of("interference"), Some(MatchKind::Exact));
    assert!(stage_of("importance").is_some_and(|stage| stage <= MatchKind::Normalised));
    assert!(
        matches!(stage_of("predictability"), Some(MatchKind::Fuzzy { percent: 80.. })),
        "one word is another"
    );
    assert_eq!(stage_of("02-11-inf"), None);

    // The panel says so, the selected words are the chosen ones, and the card bears the badge.
    shot(&mut window, "page");
    assert!(says(&window, "exact match"));
    assert!(says(&window, "Local copy: exact match"));
    let chosen =
        session(&window).reader.quote.and_then(|place| page.quotes.get(place)).expect("one is chosen");
    assert_eq!(Selection::Statement(chosen.statement), session(&window).selection.selected);

    // A mark leads to its statement, and the selection leads to its mark.
    let other = links(&window).into_iter().find(|name| name.starts_with("Go to") && name.contains("cynical"));
    window.get_by_label(&other.expect("the first passage is a link")).click();
    window.run();
    let Selection::Statement(id) = session(&window).selection.selected else {
        panic!("a statement is selected")
    };
    assert!(crate::common::dataset(window.state()).statement(id).key.ends_with("interference"));

    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(session(&window).reader.document.is_none(), "Escape closes the document first");
    assert!(matches!(session(&window).selection.selected, Selection::Statement(_)));
}

#[test]
fn a_copy_that_lies_with_the_dataset_is_checked_and_never_sought_outside() {
    let folder = tempfile::tempdir().expect("a folder");
    let secret = tempfile::tempdir().expect("another folder");
    let outside = write(secret.path(), "secret.txt", "secret words");
    std::fs::create_dir(folder.path().join("copies")).expect("a folder");
    write(&folder.path().join("copies"), "good.txt", "He said: \"Never again\". That was all.");
    write(&folder.path().join("copies"), "other.txt", "He said: \"Never again\". That was all, now.");
    #[cfg(unix)]
    std::os::unix::fs::symlink(&outside, folder.path().join("copies/link.txt")).expect("a link");
    #[cfg(not(unix))]
    drop(outside);
    let good = treaty_timeline::document::fingerprint(b"He said: \"Never again\". That was all.");
    let source = |id: &str| {
        format!(r#"{{"id":"{id}","title":"Source {id}","document":"copies/{id}.txt","sha256":"{good}"}}"#)
    };
    let statement = |id: &str| {
        format!(
            r#"{{"id":"by-{id}","quote":"Never again","lang":"en","speaker":"s","role":"minister","date":"2001-02-03","source":"{id}","about":[{{"treaty":"T"}}]}}"#
        )
    };
    let ids = ["good", "other", "link", "missing"];
    let text = format!(
        r#"{{"format":"treaty-timeline/1","title":"Copies","speakers":[{{"id":"s","name":"A Speaker"}}],
        "treaties":[{{"id":"T","name":"Treaty","category":"Made up"}}],"sources":[{}],"statements":[{}],
        "events":[{{"id":"e","treaty":"T","type":"signed","dates":[{{"edtf":"2001-02-03","source":"good"}}]}}]}}"#,
        ids.map(source).join(","),
        ids.map(statement).join(",")
    );
    let file = write(folder.path(), "record.json", &text);
    let mut window = app_with([1200.0, 800.0], Theme::Light, &ScriptedDialogs::default(), Some(file.clone()));
    run_until(&mut window, "the dataset is open", |app| app.session().world.path.as_ref() == Some(&file));
    let mut read = |id: &str| {
        let dataset = crate::common::dataset(window.state());
        let statement = dataset.find_statement(&format!("by-{id}")).expect("it is there");
        let place = dataset.statement(statement).source;
        window.state_mut().apply_command(Command::Reader(ReaderCommand::OpenCopy(place)));
        run_until(&mut window, "it was read or refused", |app| {
            app.session().reader.document.as_ref().is_some_and(|page| page.source == Some(place))
                || app
                    .session()
                    .status_message
                    .as_ref()
                    .is_some_and(|notice| notice.contains(&format!("{id}.txt")))
        });
        let session = session(&window);
        (session.reader.document.as_ref().map(|page| page.checked), session.status_message.clone())
    };
    assert_eq!(read("good").0, Some(Checked::Same));
    assert_eq!(read("other").0, Some(Checked::Changed));
    assert!(read("missing").1.is_some_and(|notice| notice.contains("file not found")));
    if cfg!(unix) {
        assert!(read("link").1.is_some_and(|notice| notice.contains("outside the dataset folder")));
    }
}

#[test]
fn a_document_that_nobody_knows_is_read_for_what_the_dataset_quotes() {
    let folder = tempfile::tempdir().expect("a folder");
    let dialogs = ScriptedDialogs::default();
    *dialogs.0.lock().expect("no test panics while it holds this") =
        Some(write(folder.path(), "page.html", ARTICLE));
    let mut window = app_at_pace(&dialogs);
    window.run();
    choose(&mut window, Action::ReadDocument);
    run_until(&mut window, "the document is open", |app| app.session().reader.document.is_some());
    let page = session(&window).reader.document.clone().expect("it is open");
    assert_eq!(page.source, None);
    assert!(page.quotes.len() >= 3, "{:?}", page.quotes);
    assert!(
        page.quotes.iter().all(|quote| quote.found.passage().is_some()),
        "what is not there is not listed"
    );
}

#[test]
fn what_is_no_document_is_refused_in_words_and_nothing_is_lost() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, bytes, why) in [
        ("empty.txt", &b""[..], "the file is empty"),
        ("noise.bin", &[0_u8, 1, 2, 3, 0, 255, 254, 0, 7, 0][..], "it is not text, HTML or PDF"),
        ("broken.pdf", &b"%PDF-1.7\nno pages"[..], "PDF"),
        (
            "script.html",
            &b"<html><body><script>document.write('words')</script></body></html>"[..],
            "no text",
        ),
    ] {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).expect("a folder of its own can be written to");
        let dialogs = ScriptedDialogs::default();
        *dialogs.0.lock().expect("no test panics while it holds this") = Some(path);
        let mut window = app_at_pace(&dialogs);
        window.run();
        choose(&mut window, Action::ReadDocument);
        run_until(&mut window, name, |app| app.session().status_message.is_some());
        let notice = session(&window).status_message.clone().unwrap_or_default();
        assert!(notice.contains(name) && notice.contains(why), "{name}: {notice}");
        assert!(session(&window).reader.document.is_none());
    }
}

/// The notice that comes of reading a document.
fn notice_of(window: &mut Window, dialogs: &ScriptedDialogs, path: PathBuf) -> String {
    *dialogs.0.lock().expect("no test panics while it holds this") = Some(path);
    choose(window, Action::ReadDocument);
    // A process is waited for, which is ended after some seconds; a test that fails ends by the same limit.
    for _ in 0..10_000_000 {
        window.step();
        if session(window).reader.loading.is_none() && session(window).status_message.is_some() {
            break;
        }
        std::thread::yield_now();
    }
    session(window).status_message.clone().unwrap_or_default()
}

#[test]
fn a_document_that_takes_all_memory_is_refused_and_the_window_stays() {
    let folder = tempfile::tempdir().expect("a folder");
    let dialogs = ScriptedDialogs::default();
    let mut window = app_with_reader(&dialogs);
    window.run();
    // Three kilobytes that inflate to two megabytes, and those to two gigabytes.
    let bomb = write(folder.path(), "bomb.pdf", "");
    std::fs::write(&bomb, include_bytes!("../data/deflated-twice.pdf")).expect("it was written before");
    let notice = notice_of(&mut window, &dialogs, bomb);
    let is_said = ["needs more than 1 GB of memory", "takes longer than 20 seconds"];
    assert!(
        notice.starts_with("Could not read bomb.pdf") && is_said.iter().any(|said| notice.contains(said)),
        "{notice}"
    );
    // Other documents are read by the same way, and what is no text is told.
    let notice = notice_of(&mut window, &dialogs, write(folder.path(), "empty.txt", " "));
    assert!(notice.contains("the file is empty"), "{notice}");
    *dialogs.0.lock().expect("no test panics while it holds this") =
        Some(write(folder.path(), "-article.html", ARTICLE));
    choose(&mut window, Action::ReadDocument);
    run_until(&mut window, "the document is open", |app| app.session().reader.document.is_some());
    let page = session(&window).reader.document.clone().expect("it is open");
    assert_eq!(page.document.title.as_deref(), Some("No illusions"));
    assert_eq!(page.document.encoding, Some("UTF-8"));
    assert!(page.quotes.len() >= 3, "{:?}", page.quotes);
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_refused_before_it_is_opened() {
    let folder = tempfile::tempdir().expect("a folder");
    let pipe = folder.path().join("pipe.txt");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.is_ok_and(|status| status.success()), "a pipe can be made");
    let dialogs = ScriptedDialogs::default();
    let mut window = app_at_pace(&dialogs);
    window.run();
    for path in [pipe, PathBuf::from("/dev/zero"), folder.path().to_path_buf()] {
        let notice = notice_of(&mut window, &dialogs, path);
        assert!(notice.contains("it is a folder, a pipe or a device"), "{notice}");
    }
}

#[test]
fn the_newest_of_two_documents_is_the_one_that_is_shown() {
    let folder = tempfile::tempdir().expect("a folder");
    let long = write(folder.path(), "long.txt", &"The other side keeps its word. ".repeat(200_000));
    let short = write(folder.path(), "short.html", ARTICLE);
    let mut window = app_at_pace(&ScriptedDialogs::default());
    window.run();
    for path in [long, short] {
        window.state_mut().apply_command(Command::Reader(ReaderCommand::Open(path, None)));
    }
    assert_eq!(session(&window).reader.loading.as_deref(), Some("short.html"));
    run_until(&mut window, "a document is open", |app| app.session().reader.document.is_some());
    assert_eq!(session(&window).reader.document.as_ref().map(|page| &*page.name), Some("short.html"));
    assert_eq!(session(&window).reader.loading, None);
}

#[test]
fn a_news_item_is_read_that_the_dataset_does_not_know() {
    let dialogs = ScriptedDialogs::default();
    let article = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/unread/00-news-item.txt");
    *dialogs.0.lock().expect("no test panics while it holds this") = Some(article);
    let mut window = app_at_pace(&dialogs);
    window.run();
    choose(&mut window, Action::ReadDocument);
    run_until(&mut window, "the document is open", |app| app.session().reader.document.is_some());
    shot(&mut window, "unread");
    assert!(says(&window, "Found 6 quotations, 3 treaties"));
    let speakers = window.query_all_by_label("Sergei Ryabkov").count();
    assert!(speakers >= 3, "the list names the speaker of each: {speakers} are in the window");
    window
        .get_all_by_role_and_label(Role::Link, "New START")
        .next()
        .expect("what it is about is a link")
        .click_accesskit();
    window.run();
    let Selection::Treaty(id) = session(&window).selection.selected else { panic!("a treaty is selected") };
    assert_eq!(&*crate::common::dataset(window.state()).treaty(id).key, "NEWSTART");
    // A quotation of the list is shown in the text, where the treaty that it names is a link.
    let mut buttons = window.query_all_by_role(Role::Button).map(|node| label(&node));
    let quotation = buttons.find(|name| name.contains("It should be")).expect("it is listed");
    drop(buttons);
    window.get_by_label(&quotation).click();
    window.run();
    assert!(session(&window).reader.offset.is_some());
    window.get_by_label("Go to New START").click();
    window.run();
    shot(&mut window, "unread-chosen");
}
