//! The status of each party on any day, as it follows from tables of acts, against expectations made by hand.

use treaty_timeline::domain::{Basis, Dataset, EdtfDate, Ending, LifeSummary, State};
use treaty_timeline::load::{Loaded, load};
use treaty_timeline::records::{Shape, records_of};

fn read(name: &str, text: &str) -> Loaded {
    load(name, text.as_bytes().to_vec(), &())
}

/// What a state is called in the tables below.
fn condition(state: State) -> &'static str {
    match state {
        State::NotSigned => "not signed",
        State::Signed { is_ratified: false } => "signed",
        State::Signed { is_ratified: true } => "ratified",
        State::ProvisionallyApplied => "provisional",
        State::InForce => "in force",
        State::Suspended => "suspended",
        State::NoticeRunning { .. } => "notice",
        State::Out => "out",
        State::Replaced => "replaced",
        State::NeverInForce => "never in force",
        State::Ended => "ended",
    }
}

fn state(dataset: &Dataset, treaty: &str, party: &str, day: &str) -> &'static str {
    let treaty = dataset.find_treaty(treaty).unwrap_or_else(|| panic!("no treaty {treaty}"));
    let party =
        (party != "-").then(|| dataset.find_party(party).unwrap_or_else(|| panic!("no party {party}")));
    let day = EdtfDate::parse(day).unwrap().earliest();
    dataset.state_on(treaty, party, day).map_or("not recorded", |answer| condition(answer.state))
}

/// Facts from the bundled dataset: acts about the NPT, the CTBT and the INF Treaty.
const ACTS: &str = "\
Treaty,State,Action,Date
NPT,,opened for signature,1968-07-01
NPT,,entry into force,1970-03-05
NPT,United States,signature,1968-07-01
NPT,United States,ratification,1970-03-05
NPT,UK,signature,1968-07-01
NPT,Great Britain,ratification,1968-11-27
NPT,USSR,signature,1968-07-01
NPT,USSR,ratification,1970-03-05
NPT,Китай,accession,1992-03-09
NPT,North Korea,accession,1985-12-12
NPT,DPRK,notice of withdrawal,2003-01-10
NPT,PRK,withdrawal,2003-04-10
CTBT,,opened for signature,1996-09-24
CTBT,США,signature,1996-09-24
CTBT,Russian Federation,signature,1996-09-24
CTBT,RUS,ratification,2000-06-30
CTBT,Russia,ratification revoked,2023-11-02
CTBT,Egypt,signature,1996-10-14
";

#[test]
fn the_status_of_each_party_follows_from_a_table_of_acts() {
    let loaded = read("acts.csv", ACTS);
    let mapping = &loaded.table.as_ref().unwrap().mapping;
    assert_eq!(mapping.shape, Shape::Acts, "{mapping:?}");
    let dataset = loaded.dataset.unwrap();
    let wrong: Vec<String> = [
        ("npt", "-", "1968-06-30", "not signed"),
        ("npt", "-", "1968-07-01", "signed"),
        ("npt", "-", "1970-03-05", "in force"),
        ("npt", "USA", "1968-06-30", "not signed"),
        ("npt", "USA", "1968-07-01", "signed"),
        ("npt", "USA", "1970-03-04", "signed"),
        ("npt", "USA", "1970-03-05", "in force"),
        ("npt", "GBR", "1968-11-26", "signed"),
        ("npt", "GBR", "1968-11-27", "ratified"),
        ("npt", "GBR", "1970-03-05", "in force"),
        ("npt", "SUN", "1980-01-01", "in force"),
        ("npt", "RUS", "1995-01-01", "in force"),
        ("npt", "CHN", "1992-03-08", "not signed"),
        ("npt", "CHN", "1992-03-09", "in force"),
        ("npt", "PRK", "1985-12-11", "not signed"),
        ("npt", "PRK", "1985-12-12", "in force"),
        ("npt", "PRK", "2003-01-09", "in force"),
        ("npt", "PRK", "2003-01-10", "notice"),
        ("npt", "PRK", "2003-04-09", "notice"),
        ("npt", "PRK", "2003-04-10", "out"),
        ("ctbt", "USA", "1996-09-23", "not signed"),
        ("ctbt", "USA", "2020-01-01", "signed"),
        ("ctbt", "RUS", "1999-01-01", "signed"),
        ("ctbt", "RUS", "2000-06-30", "ratified"),
        ("ctbt", "RUS", "2023-11-01", "ratified"),
        ("ctbt", "RUS", "2023-11-02", "signed"),
        ("ctbt", "EGY", "1996-10-13", "not signed"),
        ("ctbt", "EGY", "2020-01-01", "signed"),
        ("ctbt", "-", "2020-01-01", "signed"),
    ]
    .into_iter()
    .filter_map(|(treaty, party, day, expected)| {
        let found = state(&dataset, treaty, party, day);
        (found != expected).then(|| format!("{treaty} {party} {day}: {found}, expected {expected}"))
    })
    .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(dataset.parties().len(), 7, "spellings of one state are one party");
}

#[test]
fn a_row_for_each_state_with_a_column_for_each_act_gives_the_same() {
    let text = "\
Treaty,State,Signature,Ratification,Accession,Withdrawal,Entry into force
NPT,USA,1968-07-01,1970-03-05,,,1970-03-05
NPT,GBR,1968-07-01,1968-11-27,,,1970-03-05
NPT,CHN,,,1992-03-09,,1992-03-09
NPT,PRK,,,1985-12-12,2003-04-10,1985-12-12
";
    let dataset = read("npt.csv", text).dataset.unwrap();
    for (party, day, expected) in [
        ("USA", "1970-03-04", "ratified"),
        ("USA", "1970-03-05", "in force"),
        ("GBR", "1969-01-01", "ratified"),
        ("GBR", "1970-03-05", "in force"),
        ("CHN", "1992-03-08", "not signed"),
        ("CHN", "1992-03-09", "in force"),
        ("PRK", "2003-04-09", "in force"),
        ("PRK", "2003-04-10", "out"),
    ] {
        // The United States deposited on the day of the entry into force.
        let expected = if (party, day) == ("USA", "1970-03-04") { "signed" } else { expected };
        assert_eq!(state(&dataset, "npt", party, day), expected, "{party} {day}");
    }
}

#[test]
fn an_entry_into_force_that_each_row_repeats_is_that_of_the_treaty() {
    let text = "\
Treaty,State,Signature,Ratification,Entry into force
INF,United States,1987-12-08,1988-06-01,1988-06-01
INF,USSR,1987-12-08,1988-06-01,1988-06-01
New START,USA,2010-04-08,2011-02-05,2011-02-05
New START,Russia,2010-04-08,2011-02-05,2011-02-05
";
    let dataset = read("bilateral.csv", text).dataset.unwrap();
    for (treaty, party, day, expected) in [
        ("inf", "-", "1988-05-31", "signed"),
        ("inf", "-", "1988-06-01", "in force"),
        ("inf", "USA", "1988-06-01", "in force"),
        ("inf", "SUN", "1988-06-01", "in force"),
        ("new-start", "-", "2011-02-05", "in force"),
        ("new-start", "RUS", "2011-02-05", "in force"),
    ] {
        assert_eq!(state(&dataset, treaty, party, day), expected, "{treaty} {party} {day}");
    }
    assert_eq!(dataset.events().len(), 10);
}

/// What is said of a treaty as a whole on a day: its lane header, and what the answer rests on beside events.
fn standing(text: &str, day: &str) -> (LifeSummary, &'static str, Basis) {
    let dataset = read("lakes.csv", text).dataset.unwrap();
    let treaty = dataset.find_treaty("lake-treaty").unwrap();
    let day = EdtfDate::parse(day).unwrap().earliest();
    let life = dataset.status_summary_on(treaty, day).life;
    let answer = dataset.state_on(treaty, None, day).unwrap();
    (life, condition(answer.state), answer.basis)
}

#[test]
fn an_expiry_without_an_entry_into_force_is_told_and_nothing_is_said_of_force() {
    let tall = "Date,Treaty,Event\n1931-05-04,Lake Treaty,Signed\n1938-06-01,Lake Treaty,Expired\n";
    let wide = "Treaty,Signed,Expired\nLake Treaty,1931-05-04,1938-06-01\nSea Treaty,1931-05-04,1939-06-01\n";
    let by_party = "Date,Treaty,Event,Party\n1931-05-04,Lake Treaty,Signed,Estonia\n\
        1931-05-04,Lake Treaty,Signed,Latvia\n1938-06-01,Lake Treaty,Expired,Estonia\n";
    let acts = "Treaty,State,Signature,Expiry\nLake Treaty,Estonia,1931-05-04,1938-06-01\n\
        Lake Treaty,Latvia,1931-05-04,1938-06-01\nLake Treaty,Poland,1931-06-04,1938-06-01\n";
    for text in [tall, wide, by_party, acts] {
        let (life, state, basis) = standing(text, "1940-01-01");
        assert!(
            matches!(life, LifeSummary::EntryNotRecorded(_, Some((_, Ending::Expired)))),
            "{life:?}: {text}"
        );
        assert_eq!((state, basis), ("ended", Basis::EntryNotRecorded), "{text}");
        if text != acts && text != by_party {
            let (life, state, basis) = standing(text, "1935-01-01");
            assert!(matches!(life, LifeSummary::EntryNotRecorded(_, None)), "{life:?}");
            assert_eq!((state, basis), ("signed", Basis::EntryNotRecorded));
        }
    }
    // A dataset of one's own that is complete may say that there never was one, and is asked for it when a table is saved.
    let dataset = read("lakes.csv", tall).dataset.unwrap();
    let native = serde_json::to_value(records_of(&dataset)).unwrap();
    assert_eq!(native["treaties"][0]["incomplete"], true);
    let again = read("lakes.json", &native.to_string()).dataset.unwrap();
    assert_eq!(state(&again, "lake-treaty", "-", "1940-01-01"), "ended");
    let complete = native.to_string().replace("\"incomplete\":true,", "");
    let complete = read("lakes.json", &complete).dataset.unwrap();
    assert_eq!(state(&complete, "lake-treaty", "-", "1940-01-01"), "never in force");
}

#[test]
fn who_leaves_one_of_many_does_not_end_the_treaty_of_a_table() {
    let head = "Treaty,Type,Date,Title\nLake Treaty,signed,1997-12-03,Signed\nLake Treaty,entry into force,1999-03-01,In force\n";
    let leaves = |row: &str| format!("{head}Lake Treaty,withdrawal,2025-12-27,{row}\n");
    for title in ["Estonia leaves", "Withdrawal of one party", "Withdrawal"] {
        let (_, state, _) = standing(&leaves(title), "2026-06-01");
        assert_eq!(state, "in force", "{title}");
    }
    let dataset = read("lakes.csv", &leaves("Estonia leaves")).dataset.unwrap();
    assert_eq!(state(&dataset, "lake-treaty", "EST", "2026-06-01"), "out");
    // The title says so, or there are two sides.
    assert_eq!(standing(&leaves("Lake Treaty ends"), "2026-06-01").1, "ended");
    let wide = |parties: &str| {
        format!(
            "Treaty,Parties,Signed,In force,Withdrawal\nLake Treaty,{parties},1997-12-03,1999-03-01,2025-12-27\n"
        )
    };
    for (parties, expected) in
        [("Estonia; Latvia", "ended"), ("Estonia; Latvia; Poland", "in force"), ("", "in force")]
    {
        assert_eq!(standing(&wide(parties), "2026-06-01").1, expected, "{parties}");
    }
}
