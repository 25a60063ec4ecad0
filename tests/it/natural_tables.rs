//! Spreadsheets as people write them without having read anything: invented states, quotations among the events.

use treaty_timeline::domain::Dataset;
use treaty_timeline::load::load;

/// Parties that no list of states has, two in one cell, and quotations as rows of their own: the speaker is the title.
const TYPED: &str = "Treaty,Date,Event,Type,Country,Description,Source
Lake Accord,12 March 1971,Talks begin in Bern,negotiations began,,Delegations meet,https://example.org/lake/1
Lake Accord,3 May 1973,Signed in Geneva,signed,Freedonia; Sylvania,Signed by both foreign ministers,https://example.org/lake/2
Lake Accord,17 Nov 1973,Freedonia ratifies,ratified,Freedonia,,https://example.org/lake/3
Lake Accord,3 May 1973,Rufus Firefly,quotation,Freedonia,“We have drawn a line through the water.”,https://example.org/lake/2
Lake Accord,14 June 1999,Ambassador Trentino,Quote,Sylvania,“The reservoir is no longer covered.”,https://example.org/lake/6
";

/// Without a column of types: what happened follows from the titles, of states that only this table knows too.
const UNTYPED: &str = "Treaty,Date,Event,Country,Speaker,Quotation,Source
Lake Accord,12 March 1971,Talks begin in Bern,,,,https://example.org/lake/1
Lake Accord,3 May 1973,Signed in Geneva,Freedonia; Sylvania,Rufus Firefly,We have drawn a line through the water.,https://example.org/lake/2
Lake Accord,17 Nov 1973,Ratified by Freedonia,Freedonia,,,https://example.org/lake/3
Lake Accord,1 January 1974,Entered into force,,,,https://example.org/lake/4
Lake Accord,June 1999,Sylvania suspends,Sylvania,,,https://example.org/lake/6
Lake Accord,2 Feb 2004,Sylvania gives notice of withdrawal,Sylvania,,,https://example.org/lake/7
";

fn dataset_of(name: &str, table: &str) -> Dataset {
    let loaded = load(name, table.as_bytes().to_vec(), &());
    assert_eq!(
        loaded.report.errors,
        0,
        "{}",
        loaded.report.render(treaty_timeline::language::Language::English)
    );
    loaded.dataset.expect("it is a table of events")
}

#[test]
fn rows_of_the_type_quotation_are_what_the_named_person_said() {
    let dataset = dataset_of("lake.csv", TYPED);
    let said: Vec<(String, String)> = dataset
        .statements()
        .iter()
        .map(|statement| (dataset.speaker(statement.speaker).name.to_string(), statement.quote.to_string()))
        .collect();
    let expected = [
        ("Rufus Firefly", "We have drawn a line through the water."),
        ("Ambassador Trentino", "The reservoir is no longer covered."),
    ];
    assert_eq!(said, expected.map(|(by, words)| (by.to_owned(), words.to_owned())));
    let kinds: Vec<&str> = dataset.events().iter().map(|event| event.kind.key()).collect();
    assert_eq!(kinds, ["negotiations_began", "signed", "ratified"]);
    let parties: Vec<&str> = dataset.parties().iter().map(|party| &*party.name).collect();
    assert_eq!(parties, ["Freedonia", "Sylvania"], "a semicolon parts two");
}

#[test]
fn titles_tell_what_states_did_that_only_the_table_knows() {
    let dataset = dataset_of("lake2.csv", UNTYPED);
    let kinds: Vec<&str> = dataset.events().iter().map(|event| event.kind.key()).collect();
    let expected = [
        "negotiations_began",
        "signed",
        "ratified",
        "entered_into_force",
        "suspended",
        "withdrawal_notified",
    ];
    assert_eq!(kinds, expected);
    assert_eq!(dataset.statements().len(), 1);
    // Who speaks in a row of two parties speaks for neither of them, nor for a state that has both names.
    assert_eq!(dataset.statements()[0].country, None);
    assert!(dataset.parties().iter().all(|party| !party.name.contains(';')));
}
