//! Tables as people have them, opened: what comes of each and what is said of it, as text; statuses of parties against
//! expectations made by hand; workbooks, encodings, collections of thousands of treaties.

use std::fmt::Write as _;
use std::io::Write as _;

use treaty_timeline::domain::{Dataset, EdtfDate, EventKind, State, TreatyId};
use treaty_timeline::load::{Loaded, load, load_with};
use treaty_timeline::records::{ReadOptions, Shape};

fn read(name: &str, text: &str) -> Loaded {
    load(name, text.as_bytes().to_vec(), &())
}

/// What a table was taken for, what came of it, and what is said of it.
fn summary(loaded: &Loaded) -> String {
    let mut text = String::new();
    if let Some(table) = &loaded.table {
        let roles: Vec<String> = table.mapping.roles.iter().map(|role| role.key()).collect();
        let _written = writeln!(
            text,
            "{:?}: {} ({} rows, {} left out{})",
            table.mapping.shape,
            roles.join(" "),
            table.rows,
            table.left_out,
            if table.is_certain { "" } else { ", in doubt" }
        );
    }
    if let Some(dataset) = &loaded.dataset {
        dataset_in_words(dataset, &mut text);
    }
    let _written = write!(text, "{}", loaded.report);
    text
}

fn dataset_in_words(dataset: &Dataset, text: &mut String) {
    for (index, treaty) in dataset.treaties().iter().enumerate() {
        let parties: Vec<&str> = treaty.parties.iter().map(|&party| &*dataset.party(party).key).collect();
        let _written = writeln!(
            text,
            "lane {} | {} | {:?} | {}",
            treaty.key,
            treaty.name,
            treaty.nature,
            parties.join(" ")
        );
        for &event in dataset.events_of(TreatyId::new(index)) {
            let event = dataset.event(event);
            let party = event.party.map_or("", |party| &*dataset.party(party).key);
            let _written = writeln!(
                text,
                "  {} {} {party} {}",
                event.date().text(),
                dataset.type_key(event.kind),
                event.title
            );
        }
    }
    for statement in dataset.statements() {
        let speaker = &dataset.speaker(statement.speaker).name;
        let _written = writeln!(text, "words {} {speaker}: {}", statement.date.text(), statement.quote);
    }
    for series in dataset.series() {
        let points: Vec<String> =
            series.points.iter().map(|point| format!("{}={}", point.date.text(), point.value)).collect();
        let _written = writeln!(text, "series {} [{}] {}", series.name, series.unit, points.join(" "));
    }
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

/// A workbook as a spreadsheet program writes it, with these sheets as XML.
fn workbook(sheets: &[(&str, &str)], is_1904: bool) -> Vec<u8> {
    let mut files: Vec<(String, String)> = Vec::new();
    let (mut listed, mut related, mut types) = (String::new(), String::new(), String::new());
    for (number, (name, xml)) in std::iter::zip(1.., sheets) {
        let _written = write!(listed, r#"<sheet name="{name}" sheetId="{number}" r:id="rId{number}"/>"#);
        let _written = write!(
            related,
            r#"<Relationship Id="rId{number}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{number}.xml"/>"#
        );
        let _written = write!(
            types,
            r#"<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>"#
        );
        files.push((
            format!("xl/worksheets/sheet{number}.xml"),
            format!(
                r#"<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{xml}</worksheet>"#
            ),
        ));
    }
    let epoch = if is_1904 { r#"<workbookPr date1904="1"/>"# } else { "<workbookPr/>" };
    let styles = r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>"#;
    files.push(("xl/styles.xml".to_owned(), styles.to_owned()));
    files.push((
        "xl/workbook.xml".to_owned(),
        format!(
            r#"<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">{epoch}<sheets>{listed}</sheets></workbook>"#
        ),
    ));
    files.push((
        "xl/_rels/workbook.xml.rels".to_owned(),
        format!(
            r#"<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{related}<Relationship Id="rId999" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#
        ),
    ));
    files.push((
        "_rels/.rels".to_owned(),
        r#"<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#.to_owned(),
    ));
    files.push((
        "[Content_Types].xml".to_owned(),
        format!(
            r#"<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>{types}</Types>"#
        ),
    ));
    archive(&files)
}

/// A ZIP archive of these files.
fn archive(files: &[(String, String)]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::default());
        encoder.write_all(content.as_bytes()).unwrap();
        let packed = encoder.finish().unwrap();
        let mut crc = flate2::Crc::new();
        crc.update(content.as_bytes());
        let header = u32::try_from(bytes.len()).unwrap();
        let mut common = Vec::new();
        for part in [20_u16, 0, 8, 0, 0] {
            common.extend(part.to_le_bytes());
        }
        for part in [crc.sum(), u32::try_from(packed.len()).unwrap(), u32::try_from(content.len()).unwrap()] {
            common.extend(part.to_le_bytes());
        }
        common.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
        common.extend([0, 0]);
        bytes.extend(b"PK\x03\x04".iter().chain(&common).chain(name.as_bytes()).chain(&packed));
        directory.extend(b"PK\x01\x02\x14\x00".iter().chain(&common));
        directory.extend([0_u8; 10]);
        directory.extend(header.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let start = u32::try_from(bytes.len()).unwrap();
    let count = u16::try_from(files.len()).unwrap();
    bytes.extend(&directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
    bytes.extend(u32::try_from(directory.len()).unwrap().to_le_bytes());
    bytes.extend(start.to_le_bytes());
    bytes.extend([0, 0]);
    bytes
}

/// A row of a sheet: texts, numbers, and `@` before numbers that are dates.
fn row(number: usize, cells: &[&str]) -> String {
    let mut xml = format!(r#"<row r="{number}">"#);
    for (letter, cell) in std::iter::zip('A'..='Z', cells) {
        let _written = match (cell.strip_prefix('@'), cell.parse::<f64>()) {
            _ if cell.is_empty() => Ok(()),
            (Some(day), _) => write!(xml, r#"<c r="{letter}{number}" s="1"><v>{day}</v></c>"#),
            (None, Ok(_)) => write!(xml, r#"<c r="{letter}{number}"><v>{cell}</v></c>"#),
            (None, Err(_)) => {
                write!(xml, r#"<c r="{letter}{number}" t="inlineStr"><is><t>{cell}</t></is></c>"#)
            }
        };
    }
    xml.push_str("</row>");
    xml
}

fn sheet(rows: &[&[&str]]) -> String {
    let rows: String = std::iter::zip(1.., rows).map(|(number, cells)| row(number, cells)).collect();
    format!("<sheetData>{rows}</sheetData>")
}

#[test]
fn the_first_sheet_with_a_table_is_read_with_its_dates_formulas_and_merged_cells() {
    let notes = "<sheetData/>".to_owned();
    // 32119 is 8 December 1987; C3 is a formula with its value, C4 an error; A2 is merged with A3.
    let mut table = sheet(&[
        &["Treaty", "Date", "Event"],
        &["INF", "@32119", "Signed"],
        &["", "@32295", ""],
        &["Open Skies", "@33687", ""],
    ]);
    table = table.replace(
        r#"<c r="B3" s="1"><v>32295</v></c>"#,
        r#"<c r="B3" s="1"><v>32295</v></c><c r="C3" t="str"><f>CONCATENATE("In ","force")</f><v>In force</v></c>"#,
    );
    table = table.replace(
        r#"<c r="B4" s="1"><v>33687</v></c>"#,
        r#"<c r="B4" s="1"><v>33687</v></c><c r="C4" t="e"><v>#REF!</v></c>"#,
    );
    table.push_str(r#"<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>"#);
    let loaded = load("book.xlsx", workbook(&[("Notes", &notes), ("Events", &table)], false), &());
    let open = loaded.table.as_ref().unwrap();
    assert_eq!((open.sheets.as_slice(), open.sheet), (&["Notes".to_owned(), "Events".to_owned()][..], 1));
    insta::assert_snapshot!("workbook", summary(&loaded));
}

#[test]
fn a_workbook_of_1904_counts_from_there_also_where_a_cell_is_no_date() {
    // 30657 days after 1 January 1904 is 8 December 1987, formatted as a date and as a number.
    let table = sheet(&[&["Date", "Event"], &["@30657", "one"], &["30657", "two"]]);
    let dataset = load("book.xlsx", workbook(&[("A", &table)], true), &()).dataset.unwrap();
    let dates: Vec<&str> = dataset.events().iter().map(|event| event.date().text()).collect();
    assert_eq!(dates, ["1987-12-08", "1987-12-08"]);
}

#[test]
fn the_sheet_that_is_asked_for_is_read() {
    let tables: Vec<String> = (0..20)
        .map(|number| sheet(&[&["Date", "Event"], &["1992-03-24", &format!("event {number}")]]))
        .collect();
    let names: Vec<String> = (0..20).map(|number| format!("Sheet {number}")).collect();
    let sheets: Vec<(&str, &str)> =
        std::iter::zip(&names, &tables).map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let options = ReadOptions { sheet: Some(17), ..ReadOptions::default() };
    let loaded = load_with("book.xlsx", workbook(&sheets, false), &options, None, &());
    assert_eq!(loaded.table.as_ref().unwrap().sheets.len(), 20);
    assert_eq!(&*loaded.dataset.unwrap().events()[0].title, "event 17");
}

#[test]
fn workbooks_that_cannot_be_read_say_why() {
    let codes = |bytes: Vec<u8>| -> (Vec<&'static str>, String) {
        let report = load("book.xlsx", bytes, &()).report;
        (report.problems.iter().map(|problem| problem.code).collect(), report.to_string())
    };
    let (found, text) = codes(workbook(&[("Empty", "<sheetData/>")], false));
    assert_eq!(found, ["other-format"]);
    assert!(text.contains("the sheet \"Empty\" is empty"), "{text}");

    let mut locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    locked.resize(2048, 0);
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    let (found, text) = codes(locked);
    assert_eq!(found, ["other-format"]);
    assert!(text.contains("locked with a password"), "{text}");

    let whole = workbook(&[("A", &sheet(&[&["Date", "Event"], &["1992", "one"]]))], false);
    let (found, text) = codes(whole[..whole.len() - 40].to_vec());
    assert_eq!(found, ["other-format"]);
    assert!(text.contains("cannot be read"), "{text}");
}

#[test]
fn a_sheet_that_claims_all_cells_between_two_corners_takes_no_more_than_two() {
    let corners = r#"<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Date</t></is></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>"#;
    let loaded = load("book.xlsx", workbook(&[("A", corners)], false), &());
    assert!(loaded.table.is_some_and(|table| table.rows <= 2));
}

#[test]
fn no_workbook_with_a_wrong_byte_ends_the_program() {
    let whole =
        workbook(&[("A", &sheet(&[&["Date", "Event"], &["1992", "one"], &["@33687", "two"]]))], false);
    let mut refused = 0;
    for at in (0..whole.len()).step_by(7) {
        let mut changed = whole.clone();
        changed[at] ^= 0x55;
        refused += usize::from(load("book.xlsx", changed, &()).report.errors > 0);
    }
    assert!(refused > 20, "{refused}");
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

#[test]
fn an_archive_of_tables_with_native_fields_is_the_dataset_that_it_was_written_from() {
    let world = crate::common::bundled();
    let dataset = &world.dataset;
    let excerpt = treaty_timeline::domain::Excerpt::whole(dataset);
    let language = treaty_timeline::language::Language::English;
    let material = treaty_timeline::save::Material { dataset, excerpt: &excerpt, language };
    let written =
        treaty_timeline::save::write(treaty_timeline::records::DataFormat::CsvTables, material).unwrap();
    let loaded = load("arms-control.zip", written.output.into_file().unwrap(), &());
    assert_eq!(loaded.report.errors, 0, "{}", loaded.report);
    let as_json =
        |dataset: &Dataset| serde_json::to_value(treaty_timeline::records::records_of(dataset)).unwrap();
    let (before, after) = (as_json(dataset), as_json(loaded.dataset.as_ref().unwrap()));
    for list in ["parties", "speakers", "sources", "treaties", "events", "statements", "series"] {
        let records = |file: &serde_json::Value| file[list].as_array().cloned().unwrap_or_default();
        let (before, after) = (records(&before), records(&after));
        assert_eq!(before.len(), after.len(), "{list}");
        let changed = std::iter::zip(&before, &after).find(|(before, after)| before != after);
        assert_eq!(changed, None, "{list}");
    }
}

#[test]
fn one_table_of_an_archive_is_opened_and_what_stands_beside_it_is_named() {
    let table = ("events.csv".to_owned(), "Date,Event\n1992-03-24,Signed\n".to_owned());
    let junk = ("__MACOSX/._events.csv".to_owned(), "x".to_owned());
    let loaded = load("box.zip", archive(&[table.clone(), junk]), &());
    assert_eq!(loaded.dataset.unwrap().events().len(), 1);
    let other = ("notes.txt".to_owned(), "x".to_owned());
    let beside = load("box.zip", archive(&[table, other]), &());
    assert_eq!(beside.dataset.unwrap().events().len(), 1);
    let [problem] = beside.report.problems.as_slice() else { panic!("{}", beside.report) };
    assert!(
        problem.message(treaty_timeline::language::Language::English).contains("notes.txt"),
        "{}",
        beside.report
    );
}
