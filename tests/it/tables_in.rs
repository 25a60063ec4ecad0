//! Tables as people have them, opened: what comes of each and what is said of it, as text; encodings, collections of
//! thousands of treaties.

use std::fmt::Write as _;

use crate::common::loaded::summary;

use treaty_timeline::domain::{EventKind, TreatyId};
use treaty_timeline::load::{Loaded, load};
use treaty_timeline::records::Shape;

fn read(name: &str, text: &str) -> Loaded {
    load(name, text.as_bytes().to_vec(), &())
}

#[test]
fn a_table_of_events_with_quotations() {
    let text = "\
Date;Event;Lane;Who;Quote;Role;Source
08.12.1987;INF Treaty signed;INF;;;;
08.12.1987;;INF;Ronald Reagan;\"Trust, but verify\";President;reagan.gov
c. Oct 2025;Talks;New START;;;;
n.d.;Lost;INF;;;;
31.02.1994;Wrong;INF;;;;
01.06.1988;;INF;;«Слова»;;
";
    insta::assert_snapshot!("events_with_quotations", summary(&read("chronology.csv", text)));
}

#[test]
fn a_wide_table_of_treaties() {
    let text = "\
Treaty,Group,Signed,In force,Ended,How it ended,Parties,Depositary
INF,Nuclear,08/12/1987,01/06/1988,02/08/2019,withdrawal,\"United States, USSR\",
Open Skies,Conventional,24/03/1992,01/01/2002,,,34 states,Canada and Hungary
New START,Nuclear,08/04/2010,05/02/2011,05/02/2026,expired,\"US; Russia; Ruritania\",
INF,Nuclear,1/2/1999,,,,,
";
    insta::assert_snapshot!("wide_treaties", summary(&read("treaties.csv", text)));
}

#[test]
fn a_table_of_acts_with_letters_as_in_the_lists_of_the_united_nations() {
    let text = "\
Treaty,Participant,Signature,\"Ratification, Accession(a), Succession(d)\"
NPT,China,,9 Mar 1992 a
NPT,France,,3 Aug 1992 a
NPT,Ireland,1 Jul 1968,1 Jul 1968
NPT,Slovakia,,1 Jan 1993 d
NPT,Ruritania,1 Jul 1968,
NPT,India,,
";
    insta::assert_snapshot!("acts_with_letters", summary(&read("npt.csv", text)));
}

#[test]
fn a_long_list_of_acts_with_codes() {
    let text = "\
treaty,ccode,action,date
NPT,2,SIG,1968-07-01
NPT,2,RAT,1970-03-05
NPT,710,ACC,1992-03-09
BWC,2,RAT,1975-03-26
BWC,2,objection,1980
";
    insta::assert_snapshot!("acts_with_codes", summary(&read("acts.csv", text)));
}

#[test]
fn a_series_of_two_figures_with_units() {
    let text = "\
Entity,Code,Year,Stockpile (warheads),Tests
Russia,RUS,1945,0,..
Russia,RUS,1990,\"32,980\",1
United States,USA,1945,2,NA
United States,USA,1990,10904,many
";
    insta::assert_snapshot!("series", summary(&read("stockpiles.csv", text)));
}

#[test]
fn a_collection_of_events_with_codes_of_precision() {
    let text = "\
id,date_start,date_end,date_prec,country,event
1,1992-03-24,1992-03-24,1,Russia,one
2,1992-03-24,1992-03-30,3,Russia,two
3,1992-03-24,1992-03-24,4,Russia,three
4,1992-03-24,1992-03-24,5,Russia,four
";
    insta::assert_snapshot!("precision", summary(&read("events.csv", text)));
}

#[test]
fn a_russian_table_in_windows_1251() {
    let text = "Дата;Событие;Договор\r\n08.12.1987;Подписан;РСМД\r\n01.06.1988;Вступил в силу;РСМД\r\n";
    let (bytes, ..) = encoding_rs::WINDOWS_1251.encode(text);
    insta::assert_snapshot!("windows_1251", summary(&load("договоры.csv", bytes.into_owned(), &())));
}

#[test]
fn dates_that_mean_something_else_are_told_once_for_each_column() {
    let text = "\
Title,Signature,Force,End
A,24/03/92,33687,31/12/9999
B,25/04/93,33000,31/12/9999
C,26/05/94,1900-01-01,01/02/2003
D,27/06/95,1900-01-01,
";
    insta::assert_snapshot!("dates_told_once", summary(&read("treaties.csv", text)));
}

#[test]
fn day_and_month_are_not_guessed() {
    let text = "Date,Event\n3/4/1992,one\n5/6/1993,two\n7/7/1994,three\n";
    insta::assert_snapshot!("day_or_month", summary(&read("events.csv", text)));
}

#[test]
fn a_table_with_a_preamble_twin_headers_and_a_quotation_mark_never_closed() {
    let text = "\
My treaties\n\n,,,
Date,Event,Note,Note
1987-12-08,Signed,a,b
1988-06-01,\"In force,c,d
1991-05-01,Inspected,e,f
";
    insta::assert_snapshot!("untidy", summary(&read("untidy.csv", text)));
}

#[test]
fn native_warnings_are_not_told_of_other_peoples_tables() {
    // No office of the speaker, no notice before the withdrawal, names that differ in case, a state without acts.
    let text = "\
Treaty,Type,Date,Party,Who,Quote
Pact,signed,1931-05-04,France,,
Pact,withdrawal,1935-01-01,France,,
PACT,meeting,1936,Italy,Someone,\"One, two\"
Singed,singed,1937,,,
";
    let codes: Vec<&str> =
        read("pacts.csv", text).report.problems.iter().map(|problem| problem.code).collect();
    assert_eq!(codes, [""; 0]);
}

/// A table in the shape of the manytreaties collection: 4,500 rows, each form of its dates, and a slip in each
/// thousandth row.
fn collection() -> (String, Vec<usize>) {
    let mut text = "treatyID,Title,Beg,Signature,Force,End\n".to_owned();
    let mut slips = Vec::new();
    for index in 0..4500_usize {
        let (year, month, day) = (1850 + index % 170, index % 12 + 1, index % 28 + 1);
        let signed = match index % 9 {
            0 => format!("{year}"),
            1 => format!("{year}-{month:02}"),
            2 => format!("{year}-{month:02}-{day:02}?"),
            3 => format!("{year}-01-01:{year}-12-31"),
            4 => format!("{year}-{month:02}.."),
            5 => format!("{year}-XX-{day:02}"),
            _ => format!("{year}-{month:02}-{day:02}"),
        };
        let force =
            if index % 3 == 0 { "NA".to_owned() } else { format!("{}-{month:02}-{day:02}", year + 1) };
        let end = match index {
            _ if index % 1000 == 999 => {
                // The header is the first row.
                slips.push(index + 2);
                ["9999-XX-XX-", "-2000", "1992-13-01", "31 June 2001"][index / 1000].to_owned()
            }
            _ if index % 5 == 0 => format!("{}-{month:02}-{day:02}", year + 9),
            _ if index % 2 == 0 => "9999-12-31".to_owned(),
            _ => "NA".to_owned(),
        };
        let _written = writeln!(
            text,
            "T{index}_{year}A,\"Agreement between A and B, no. {}\",{signed},{signed},{force},{end}",
            index % 4000
        );
    }
    (text, slips)
}

#[test]
fn a_collection_of_4500_treaties_opens_and_each_has_its_lane_and_its_bar() {
    let (text, slips) = collection();
    let loaded = read("agreements.csv", &text);
    let table = loaded.table.as_ref().unwrap();
    assert_eq!((table.mapping.shape, table.is_certain, table.left_out), (Shape::Treaties, true, 0));
    assert_eq!(loaded.report.errors, 0, "{}", loaded.report);
    let dataset = loaded.dataset.as_ref().unwrap();
    assert_eq!(dataset.treaties().len(), 4500);
    let without: Vec<&str> = (0..4500)
        .map(TreatyId::new)
        .filter(|&id| dataset.events_of(id).is_empty() || dataset.phases(id).is_empty())
        .map(|id| &*dataset.treaty(id).key)
        .collect();
    assert!(without.is_empty(), "{without:?}");
    let unreadable: Vec<usize> = loaded
        .report
        .problems
        .iter()
        .filter(|problem| problem.code == "unreadable-cell")
        .map(|problem| problem.cell.as_ref().unwrap().row)
        .collect();
    assert_eq!(unreadable, slips);
}

#[test]
fn the_samples_open_without_a_question_and_without_a_problem() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data/samples");
    let mut names: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.retain(|path| {
        path.extension().is_some_and(|extension| ["csv", "xlsx"].iter().any(|own| extension == *own))
    });
    names.sort();
    assert!(names.len() >= 4, "{names:?}");
    for path in names {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let loaded = load(&name, std::fs::read(&path).unwrap(), &());
        let (errors, warnings) = (loaded.report.errors, loaded.report.warnings);
        assert_eq!((errors, warnings), (0, 0), "{name}: {}", loaded.report);
        let Some(table) = &loaded.table else { continue };
        assert!(table.is_certain, "{name}: {:?}", table.mapping);
        assert_eq!(table.left_out, 0, "{name}");
    }
}

#[test]
fn what_lasts_and_what_goes_on_are_bars() {
    let text = "Event,Start,End\nA,1931-05-04,1938\nB,1957-03-25,present\nC,1960,1960\nD,1970,1969\n";
    let loaded = read("spans.csv", text);
    let dataset = loaded.dataset.as_ref().unwrap();
    let dates: Vec<&str> = dataset.events().iter().map(|event| event.date().text()).collect();
    assert_eq!(dates, ["1931-05-04/1938", "1957-03-25/..", "1960", "1970"]);
    assert!(dataset.events().iter().all(|event| event.kind == EventKind::Other));
    let codes: Vec<&str> = loaded.report.problems.iter().map(|problem| problem.code).collect();
    assert_eq!(codes, ["dates-read", "unreadable-cell"]);
}
