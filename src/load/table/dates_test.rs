//! Tests of how dates are read.

use super::*;

/// What a cell is read as in a column with others: EDTF, or the reason why it is no date.
fn read(others: &[&str], cell: &str) -> String {
    let cells = others.iter().copied().chain([cell]);
    match DateColumn::of(cells, None, false).read(cell) {
        DateCell::Date(date) => date.edtf,
        DateCell::Nothing => "nothing".to_owned(),
        DateCell::Default => "default".to_owned(),
        DateCell::StillOpen => "open".to_owned(),
        DateCell::Ambiguous => "ambiguous".to_owned(),
        DateCell::Unreadable => "unreadable".to_owned(),
    }
}

/// The row of the table for a date: EDTF, first day, last day, marks.
fn row(edtf: &str) -> String {
    let Ok(date) = EdtfDate::parse(edtf) else { return edtf.to_owned() };
    let uncertain = if date.is_uncertain() { "?" } else { "" };
    let approximate = if date.is_approximate() { "~" } else { "" };
    let marks = format!("{uncertain}{approximate}");
    let marks = if marks.is_empty() { "." } else { &marks };
    format!("{edtf}  {}  {}  {marks}", date.earliest().date(), date.latest_day().date())
}

#[test]
fn cells_are_read_as_the_table_of_dates_says() {
    let table = include_str!("../../../tests/tables/dates.txt");
    let mut others: Vec<&str> = Vec::new();
    let (mut dates, mut none, mut wrong) = (0, 0, Vec::new());
    for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(list) = line.strip_prefix("column:") {
            others = list.split("; ").map(str::trim).filter(|cell| !cell.is_empty()).collect();
            continue;
        }
        let (cell, expected) = line.rsplit_once(" → ").unwrap();
        let found = row(&read(&others, cell));
        // Of a few dates of level 2 the table leaves out the days.
        let is_same = found == expected
            || expected.split_once("  -  -").is_some_and(|(edtf, _)| found.starts_with(edtf));
        if !is_same {
            wrong.push(format!("{cell}: {found}, and the table says {expected}"));
        }
        *(if expected.contains("  ") { &mut dates } else { &mut none }) += 1;
    }
    assert!(wrong.is_empty(), "{} differ\n{}", wrong.len(), wrong.join("\n"));
    assert!(dates >= 200 && none >= 120, "the table has {dates} dates and {none} cells that are none");
}

#[test]
fn a_column_without_an_answer_says_so_and_a_person_can_give_it() {
    assert_eq!(read(&["5/6/1993"], "3/4/1992"), "ambiguous");
    assert_eq!(read(&["5.6.1993"], "3.4.1992"), "1992-04-03", "a dot: the day is first");
    assert_eq!(read(&["5.6.1993"], "03.04.92"), "1992-04-03");
    assert_eq!(read(&["03.24.1992"], "3.4.1992"), "1992-03-04", "the column tells otherwise");
    assert_eq!(read(&["5.6.1993"], "3/4/1992"), "ambiguous", "slashes beside dots");
    let told = DateColumn::of(["3/4/1992", "03/24/1992"].into_iter(), Some(true), false);
    let expected = ReadDate { edtf: "1992-04-03".to_owned(), how: How::Plain, act: None };
    assert_eq!(told.read("3/4/1992"), DateCell::Date(expected));
}

#[test]
fn numbers_of_days_count_from_the_epoch_of_the_workbook() {
    let cells = ["34519"];
    let in_1900 = DateColumn::of(cells.into_iter(), None, false).read("34519");
    let in_1904 = DateColumn::of(cells.into_iter(), None, true).read("33057");
    for (found, edtf) in [(in_1900, "1994-07-04"), (in_1904, "1994-07-04")] {
        let expected = ReadDate { edtf: edtf.to_owned(), how: How::Serial, act: None };
        assert_eq!(found, DateCell::Date(expected), "{edtf}");
    }
}

#[test]
fn letters_behind_a_date_name_the_act_as_in_the_lists_of_the_united_nations() {
    for (cell, act) in [
        ("12 Mar 1990 a", EventKind::Acceded),
        ("12 Mar 1990 A", EventKind::Accepted),
        ("12 Mar 1990 AA", EventKind::Approved),
        ("12 Mar 1990 d", EventKind::Succeeded),
    ] {
        let expected = ReadDate { edtf: "1990-03-12".to_owned(), how: How::Plain, act: Some(act) };
        assert_eq!(DateColumn::default().read(cell), DateCell::Date(expected), "{cell}");
    }
}
