//! A quotation that says the opposite of one of the dataset, or another number, is not that one: it can be confirmed.

use crate::common::window::{Window, choose, label, session};
use crate::common::{ScriptedDialogs, app_with, run_until};
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use treaty_timeline::session::Action;

const DATA: &str = r#"{
  "format": "treaty-timeline/1", "title": "Words",
  "sources": [{ "id": "s", "title": "A source" }],
  "speakers": [{ "id": "voss", "name": "Lena Voss" }],
  "treaties": [{ "id": "t", "name": "The Pact", "category": "Bilateral" }],
  "events": [{ "id": "e", "treaty": "t", "type": "signed", "dates": [{ "edtf": "1931-05-04", "source": "s" }] }],
  "statements": [
    { "id": "a", "speaker": "voss", "date": "1990", "source": "s", "lang": "en", "quote": "We will ratify the treaty.", "about": [{ "treaty": "t" }] },
    { "id": "b", "speaker": "voss", "date": "1990", "source": "s", "lang": "en", "quote": "We have taken away five hundred and 500 warheads in all.", "about": [{ "treaty": "t" }] },
    { "id": "c", "speaker": "voss", "date": "1990", "source": "s", "lang": "en", "quote": "Nothing else was ever agreed between us.", "about": [{ "treaty": "t" }] }
  ]
}"#;

const ARTICLE: &str = "Estmark, 12 March 2021

Lena Voss said: “We will not ratify the treaty.” She added: “We have taken away five hundred and 900 warheads in all.”

Asked again, Lena Voss said: “Nothing else was ever agreed between us.”
";

fn names(window: &Window, role: Role) -> Vec<String> {
    window.query_all_by_role(role).map(|node| label(&node)).collect()
}

#[test]
fn the_opposite_of_a_quotation_and_another_number_are_offered_and_the_same_words_are_known() {
    let folder = tempfile::tempdir().expect("a folder");
    let (data, article) = (folder.path().join("words.json"), folder.path().join("article.txt"));
    std::fs::write(&data, DATA).expect("it can be written");
    std::fs::write(&article, ARTICLE).expect("it can be written");
    let dialogs = ScriptedDialogs::default();
    *dialogs.0.lock().expect("nobody else has it") = Some(article);
    let mut window = app_with([1440.0, 900.0], egui::Theme::Light, &dialogs, Some(data));
    run_until(&mut window, "the dataset is open", |app| app.session().world.path.is_some());
    choose(&mut window, Action::ReadDocument);
    run_until(&mut window, "the document is open", |app| app.session().reader.document.is_some());
    window.run();
    assert_eq!(session(&window).reader.document.as_ref().map(|page| page.reading.quotations.len()), Some(3));

    let offered: Vec<String> =
        names(&window, Role::CheckBox).into_iter().filter(|name| name.starts_with("Confirm")).collect();
    assert_eq!(offered.len(), 2, "{offered:?}");
    assert!(offered[0].contains("not ratify") && offered[1].contains("900 warheads"), "{offered:?}");
    let links = names(&window, Role::Link);
    assert!(links.iter().any(|name| name == "differs by a negation"), "{links:?}");
    assert_eq!(links.iter().filter(|name| *name == "in the dataset").count(), 1, "{links:?}");
}
