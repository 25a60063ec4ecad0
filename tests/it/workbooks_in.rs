//! Workbooks and archives opened: which sheet is read and what of it, what is said of those that cannot be read, hostile
//! ones.

use crate::common::loaded::summary;
use crate::common::sheets::{archive, sheet, workbook};

use treaty_timeline::domain::Dataset;
use treaty_timeline::load::{load, load_with};
use treaty_timeline::records::ReadOptions;

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
fn a_workbook_that_is_cut_off_anywhere_is_said_to_be_one() {
    // What tells a workbook from another document comes late in it, as where Excel writes it.
    let files = [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/app.xml",
        "xl/theme/theme1.xml",
        "xl/workbook.xml",
        "xl/worksheets/sheet1.xml",
    ];
    let whole = archive(&files.map(|name| (name.to_owned(), format!("<part name=\"{name}\"/>"))));
    let printed = |name: &str, bytes: &[u8]| load(name, bytes.to_vec(), &()).report.to_string();
    let is_workbook = |printed: &str| {
        printed.contains("the workbook is damaged or cut off")
            && printed.contains("copy or download it again")
    };
    let end_of_list = 22;
    for end in 4..whole.len() - end_of_list {
        let printed = printed("book.xlsx", &whole[..end]);
        assert!(is_workbook(&printed), "cut off after {end}: {printed}");
    }
    let theme = b"xl/theme/theme1.xml";
    let after_theme = whole.windows(theme.len()).position(|name| name == theme).unwrap() + theme.len();
    // By what is in it, whatever it is called; where that is in any document, by its name.
    assert!(is_workbook(&printed("download", &whole[..after_theme])));
    assert!(!is_workbook(&printed("letter.docx", &whole[..after_theme - theme.len()])));
    let tables = archive(&[("lakes.csv".to_owned(), "Date,Event\n1992,a\n".to_owned())]);
    for name in ["lakes.zip", "lakes.xlsx"] {
        let printed = printed(name, &tables[..tables.len() - end_of_list]);
        assert!(printed.contains("the archive is damaged or cut off"), "{printed}");
    }
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
fn an_archive_of_tables_with_native_fields_is_the_dataset_that_it_was_written_from() {
    let world = crate::common::bundled();
    let dataset = &world.dataset;
    let subset = treaty_timeline::domain::Subset::whole(dataset);
    let language = treaty_timeline::language::Language::English;
    let material = treaty_timeline::save::ExportSelection { dataset, subset: &subset, language };
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

#[test]
fn an_open_document_sheet_that_is_cut_off_is_refused_and_read_for_no_time() {
    let content = r#"<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="Events"><table:table-row><table:table-cell office:value-type="string"><text:p>Date</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Event</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell office:value-type="date" office:date-value="1931-05-04"><text:p>04.05.31</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Signed</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#;
    let manifest = r#"<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"#;
    let book = |content: &str| {
        let stored =
            zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for (name, text) in [
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            ("META-INF/manifest.xml", manifest),
            ("content.xml", content),
        ] {
            writer.start_file(name, stored).unwrap();
            std::io::Write::write_all(&mut writer, text.as_bytes()).unwrap();
        }
        writer.finish().unwrap().into_inner()
    };
    let whole = load("book.ods", book(content), &());
    assert_eq!(whole.dataset.map_or(0, |dataset| dataset.events().len()), 1, "{}", whole.report);
    for end in (0..content.len()).step_by(7) {
        assert!(load("book.ods", book(&content[..end]), &()).report.errors > 0, "{end}");
    }
}
