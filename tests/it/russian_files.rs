//! Whoever chose Russian meets no English in documents, comparisons, and what is said of files.

use std::path::Path;

use serde_json::Value;

use crate::common::article::answers;
use crate::common::reader::{Reader, desk};
use crate::common::russian::{in_russian_letters, seven_in_russian_letters};
use crate::common::window::session;
use crate::common::{fixture, run_until, synthetic, world_of};

use treaty_timeline::domain::{SourceId, StatementId};
use treaty_timeline::session::{
    Action, Command, DraftChange, FilesCommand, OnDisk, Overlay, ReaderCommand, Reread, Unsaved,
    UnsavedDocument, UnsavedQuotation, WindowCommand,
};

/// Invented words by an invented minister.
fn article() -> String {
    format!(
        "Министр вспоминает\n\nЭСТМАРК, 12 марта 2021 года. Договор {} продлён вовремя, сказал министр иностранных дел \
        Иван Корханов.\n\n«Ещё пять лет — это подарок, и подарком надо пользоваться», — заявил Корханов журналистам. О \
        договоре {} он не жалеет.\n\n«Никто не спрашивал нас, когда они уходили», — сказал он сегодня.\n",
        in_russian_letters("New START"),
        in_russian_letters("INF Treaty")
    )
}

/// Opens a document, and reads what is said of it.
fn open(reader: &mut Reader, path: &Path, source: Option<SourceId>) {
    reader.window.state_mut().apply_command(Command::Reader(ReaderCommand::Open(path.to_path_buf(), source)));
    reader.window.step();
    reader.look("a document is coming");
    run_until(&mut reader.window, "it is read", |app| app.session().reader.loading.is_none());
    reader.look(&path.display().to_string());
}

#[test]
fn the_reading_of_documents_and_what_is_unsaved_are_in_russian() {
    let (folder, _dialogs, mut reader) = desk(&[("article.txt", &article()), ("empty.txt", "")]);
    let path = |name: &str| folder.path().join(name);
    for name in ["empty.txt", "none.txt", "article.txt"] {
        open(&mut reader, &path(name), None);
    }
    let document = session(&reader.window).reader.document.clone().expect("the article is open");
    assert!(!document.reading.quotations.is_empty(), "a quotation was found");
    for change in [
        DraftChange::Toggle(0),
        DraftChange::Speaker(0, String::new()),
        DraftChange::Day("скоро".to_owned()),
        DraftChange::Speaker(0, "Иван Корханов".to_owned()),
        DraftChange::Day("2021-03-12".to_owned()),
        DraftChange::DayOf(0, "скоро".to_owned()),
        DraftChange::DayOf(0, "4 марта 2025".to_owned()),
        DraftChange::Lang(String::new()),
    ] {
        reader.apply(Command::Reader(ReaderCommand::Draft(change)));
    }
    reader.open_and_close("О чём: ");
    reader.apply(Command::Window(WindowCommand::Close));
    assert_eq!(session(&reader.window).overlay, Some(Overlay::Unsaved { closes: true }));
    reader.act(Action::Escape);
    reader.apply(Command::Reader(ReaderCommand::Save));
    reader.apply(Command::Reader(ReaderCommand::Close));
    // What a run left that was cut short.
    let left = UnsavedDocument {
        name: "article.txt".to_owned(),
        path: Some(path("article.txt")),
        quotations: vec![UnsavedQuotation::default()],
        ..UnsavedDocument::default()
    };
    reader.apply(Command::Reader(ReaderCommand::RestoreUnsaved(Unsaved {
        documents: vec![left],
        ..Unsaved::default()
    })));
    reader.act(Action::Escape);
    // A copy of a source, which holds one of its quotations with a word too many.
    let (source, quote) = {
        let statement = session(&reader.window).world.dataset.statement(StatementId::new(20));
        (statement.source, statement.quote.to_string())
    };
    let copy = format!("Речь\n\n{}\n", quote.replacen(' ', " некогда ", 1));
    std::fs::write(path("copy.txt"), copy).expect("it can be written to");
    open(&mut reader, &path("copy.txt"), Some(source));
    reader.apply(Command::Reader(ReaderCommand::GoToQuote(0)));
    reader.finish();
}

#[test]
fn what_is_said_of_files_is_in_russian() {
    let (folder, dialogs, mut reader) = desk(&[]);
    reader.reads_reports = true;
    // The folder that is opened in place of a file.
    reader.expected.push("fixtures");
    let fixtures =
        ["many-problems.json", "kind-pdf.json", "kind-gzip.json", "json-syntax.json", "bad-date.json", ""];
    for path in fixtures.map(fixture).into_iter().chain([folder.path().join("none.json")]) {
        reader.window.state_mut().apply_command(Command::Files(FilesCommand::Load(path.clone())));
        run_until(&mut reader.window, "it is refused", |app| {
            app.session().files.loading.is_none() && app.session().files.problems_open
        });
        reader.look(&path.display().to_string());
        reader.act(Action::Escape);
    }
    for on_disk in [OnDisk::Changed, OnDisk::Gone, OnDisk::Same] {
        reader.apply(Command::Files(FilesCommand::OnDisk(0, on_disk)));
    }
    for as_of in [Some("14:02".to_owned()), None] {
        // Only the first of several in a row is told.
        reader.apply(Command::Files(FilesCommand::OnDisk(0, OnDisk::Same)));
        reader.apply(Command::Files(FilesCommand::RereadDone(0, Box::new(Reread::OtherColumns(as_of)))));
    }
    let picture = folder.path().join("лента.svg");
    for is_whole in [true, false] {
        reader.apply(Command::Files(FilesCommand::Exported(picture.clone(), is_whole)));
    }
    reader.apply(Command::Files(FilesCommand::NoDialog));
    reader.apply(Command::Window(WindowCommand::NoBrowser("https://example.org/".to_owned())));
    let closed = world_of(&seven_in_russian_letters()).id();
    reader.apply(Command::Answer(closed, Box::new(Command::Files(FilesCommand::NoDialog))));

    answers(&dialogs, folder.path().to_path_buf());
    reader.window.state_mut().apply_command(Command::Do(Action::ExportSvg));
    run_until(&mut reader.window, "the picture is written", |app| app.session().status_message.is_some());
    reader.look("an exported picture");
    reader.window.state_mut().drop_files(vec![fixture("many-problems.json"), picture], false);
    run_until(&mut reader.window, "it is refused", |app| app.session().files.loading.is_none());
    reader.look("two dropped files");
    reader.act(Action::Escape);

    let large = folder.path().join("large.json");
    std::fs::write(&large, synthetic(60, 1_000)).expect("it can be written to");
    reader.window.state_mut().apply_command(Command::Files(FilesCommand::Load(large)));
    reader.window.step();
    // Unless the machine was faster than a frame.
    if session(&reader.window).files.loading.is_some() {
        reader.look("a file is loaded");
        reader.apply(Command::Files(FilesCommand::CancelLoad));
    }
    reader.finish();
}

#[test]
fn a_comparison_is_in_russian_but_for_the_names_of_fields() {
    let mut before: Value = serde_json::from_str(&seven_in_russian_letters()).expect("it is JSON");
    let mut events = before["events"].as_array_mut().expect("a list").iter_mut();
    let event = events.find(|event| event["id"] == "INF-terminated").expect("it is there");
    event["title"] = "Прежнее название".into();
    event["dates"][0]["edtf"] = "2019-08-03".into();
    let plain = r#"{"events":[{"id":1,"lane":"Рим","start":"1957-03-25","end":null,"label":"День"}]}"#;
    let (folder, dialogs, mut reader) = desk(&[("before.json", &before.to_string()), ("plain.json", plain)]);
    // A comparison names fields as the file does, and quotes what stands in them.
    reader.reads_reports = true;
    reader.expected = vec!["terminated", "title", "date"];
    answers(&dialogs, folder.path().join("before.json"));
    reader.window.state_mut().apply_command(Command::Do(Action::Compare));
    run_until(&mut reader.window, "they are compared", |app| app.session().compared.is_some());
    reader.look("a comparison");
    answers(&dialogs, folder.path().join("plain.json"));
    reader.window.state_mut().apply_command(Command::Do(Action::Compare));
    run_until(&mut reader.window, "it is not compared", |app| app.session().status_message.is_some());
    reader.look("what cannot be compared");
    reader.finish();
}
