//! When the words of a document were said, typed as people write dates; the dataset gets it in EDTF. All words are
//! invented.

use std::path::PathBuf;
use std::sync::Arc;

use crate::common::{seven, world_of};
use treaty_timeline::document;
use treaty_timeline::session::{
    Command, DraftChange, DraftProblem, Effect, OpenDocument, Preferences, ReaderCommand, Session, World,
};

const ARTICLE: &str = "Minister looks back\n\n\"Five more years are a gift, and a gift should be used,\" Foreign \
    Minister Ilse Korhanen told reporters.\n";

/// A session in which the first quotation of the article is confirmed, with this as its day.
fn confirmed(day: &str) -> Session {
    confirmed_in(seven(), day)
}

fn confirmed_in(world: World, day: &str) -> Session {
    let mut session = Session::new(Arc::new(world), Preferences::default(), None);
    let page = OpenDocument::open(&session.world, None, "minister.txt".to_owned(), ARTICLE.as_bytes());
    session.apply(Command::Reader(ReaderCommand::Opened(Box::new(page.expect("a text")))));
    for change in [
        DraftChange::Toggle(0),
        DraftChange::Speaker(0, "Ilse Korhanen".to_owned()),
        DraftChange::Day(day.to_owned()),
    ] {
        session.apply(Command::Reader(ReaderCommand::Draft(change)));
    }
    session
}

#[test]
fn a_quotation_may_have_a_day_of_its_own() {
    let draft = |session: &mut Session, change| {
        session.apply(Command::Reader(ReaderCommand::Draft(change)));
    };
    let mut session = confirmed("2021-03-12");
    draft(&mut session, DraftChange::DayOf(0, "some day".to_owned()));
    assert_eq!(session.reader.drafts.problem(), Some(DraftProblem::DayOf(0)));
    draft(&mut session, DraftChange::DayOf(0, "4 March 2025".to_owned()));
    assert_eq!(session.reader.drafts.problem(), None);
    // The day of the document is not needed then.
    draft(&mut session, DraftChange::Day("soon".to_owned()));
    assert_eq!(session.reader.drafts.problem(), None);
    // It is kept while the document is closed.
    session.apply(Command::Reader(ReaderCommand::Close));
    let page = OpenDocument::open(&session.world, None, "minister.txt".to_owned(), ARTICLE.as_bytes());
    session.apply(Command::Reader(ReaderCommand::Opened(Box::new(page.expect("a text")))));
    let effect = session.apply(Command::Reader(ReaderCommand::SaveTo(PathBuf::from("added.json"))));
    let Some(Effect::SaveDataset(_, confirmed)) = effect else { panic!("{effect:?}") };
    let additions = confirmed.records(&session.world.dataset, None);
    let statements: Vec<(&str, &str)> =
        additions.statements.iter().map(|statement| (&*statement.id, &*statement.date)).collect();
    assert_eq!(statements, [("ilse-korhanen-2025-03-04", "2025-03-04")]);
}

#[test]
fn a_document_that_the_dataset_names_becomes_no_second_source() {
    let sources_of = |fields: &str, document: Option<&str>| {
        let text = format!(
            r#"{{"format": "treaty-timeline/1", "title": "One",
            "treaties": [{{"id": "one", "name": "One", "category": "C"}}],
            "sources": [{{"id": "minister", "title": "Minister looks back"{fields}}}],
            "events": [{{"id": "a", "treaty": "one", "type": "signed", "title": "Signed",
                "dates": [{{"edtf": "2020", "role": "formal", "source": "minister"}}]}}]}}"#
        );
        let mut session = confirmed_in(world_of(&text), "2021-03-12");
        let effect = session.apply(Command::Reader(ReaderCommand::SaveTo(PathBuf::from("added.json"))));
        let Some(Effect::SaveDataset(_, confirmed)) = effect else { panic!("{effect:?}") };
        let additions = confirmed.records(&session.world.dataset, document.map(str::to_owned));
        let of = additions.statements[0].source.clone().expect("a statement has a source");
        (additions.sources.len(), of)
    };
    let by_path = r#", "document": "minister.txt""#;
    assert_eq!(sources_of(by_path, Some("minister.txt")), (0, "minister".to_owned()));
    assert_eq!(sources_of(by_path, Some("other.txt")).0, 1);
    assert_eq!(sources_of(by_path, None).0, 1);
    let sha256 = document::fingerprint(ARTICLE.as_bytes());
    let by_content = format!(r#", "document": "copy.txt", "sha256": "{sha256}""#);
    assert_eq!(sources_of(&by_content, None), (0, "minister".to_owned()));
    // A copy that has changed since is another document.
    let changed = format!(r#", "document": "minister.txt", "sha256": "{}""#, "0".repeat(64));
    assert_eq!(sources_of(&changed, Some("minister.txt")).0, 1);
}

#[test]
fn the_day_of_a_document_may_be_typed_in_words_and_is_saved_in_edtf() {
    for (typed, edtf) in [
        ("2021-03-12", "2021-03-12"),
        (" 12 March 2021 ", "2021-03-12"),
        ("12.3.2021", "2021-03-12"),
        ("12 марта 2021", "2021-03-12"),
        ("March 2021", "2021-03"),
        ("about 2021", "2021~"),
    ] {
        let mut session = confirmed(typed);
        assert_eq!(session.reader.drafts.problem(), None, "{typed}");
        let day = session.reader.drafts.day_of_text().map(|day| day.to_string());
        assert_eq!(day.as_deref(), (edtf.len() == 10).then_some(edtf), "{typed}");
        assert_eq!(
            session.apply(Command::Reader(ReaderCommand::Save)),
            Some(Effect::AskWhereToSaveDataset),
            "{typed}"
        );
        let effect = session.apply(Command::Reader(ReaderCommand::SaveTo(PathBuf::from("added.json"))));
        let Some(Effect::SaveDataset(_, confirmed)) = effect else { panic!("{typed}: {effect:?}") };
        let additions = confirmed.records(&session.world.dataset, None);
        let dates: Vec<&str> = additions.statements.iter().map(|statement| &*statement.date).collect();
        assert_eq!(dates, [edtf], "{typed}");
    }
    assert_eq!(confirmed("some day").reader.drafts.problem(), Some(DraftProblem::Day));
    assert_eq!(confirmed("30 February 2021").reader.drafts.problem(), Some(DraftProblem::Day));
}
