//! Workbooks of spreadsheets, made by hand.

use std::fmt::Write as _;

/// A workbook as a spreadsheet writes it, but unpacked: these sheets with these rows of texts.
pub(crate) fn workbook(sheets: &[(&str, &[[&str; 2]])]) -> Vec<u8> {
    let mut types = String::new();
    let (mut names, mut relations) = (String::new(), String::new());
    let mut parts = Vec::new();
    for (number, (name, rows)) in std::iter::zip(1.., sheets) {
        let part = format!("xl/worksheets/sheet{number}.xml");
        let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
        write!(types, r#"<Override PartName="/{part}" ContentType="{kind}"/>"#).unwrap();
        write!(names, r#"<sheet name="{name}" sheetId="{number}" r:id="r{number}"/>"#).unwrap();
        let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";
        let target = format!("worksheets/sheet{number}.xml");
        write!(relations, r#"<Relationship Id="r{number}" Type="{kind}" Target="{target}"/>"#).unwrap();
        let cell = |row: usize, (column, text): (char, &str)| {
            format!(r#"<c r="{column}{row}" t="inlineStr"><is><t>{text}</t></is></c>"#)
        };
        let row = |(row, [a, b]): (usize, &[&str; 2])| {
            format!(r#"<row r="{row}">{}{}</row>"#, cell(row, ('A', a)), cell(row, ('B', b)))
        };
        let rows: String = std::iter::zip(1.., *rows).map(row).collect();
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        parts.push((part, format!(r#"<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>"#)));
    }
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006";
    let book = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    let types = format!(
        r#"<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{book}"/>{types}</Types>"#
    );
    let root = format!(
        r#"<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
    );
    let names = format!(r#"<workbook xmlns="{main}" xmlns:r="{office}"><sheets>{names}</sheets></workbook>"#);
    let relations = format!(r#"<Relationships xmlns="{package}/relationships">{relations}</Relationships>"#);
    parts.insert(0, ("[Content_Types].xml".to_owned(), types));
    parts.push(("_rels/.rels".to_owned(), root));
    parts.push(("xl/workbook.xml".to_owned(), names));
    parts.push(("xl/_rels/workbook.xml.rels".to_owned(), relations));
    zip(&parts)
}

/// A ZIP archive of files that are not packed.
fn zip(files: &[(String, String)]) -> Vec<u8> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    for (name, text) in files {
        let mut crc = flate2::Crc::new();
        crc.update(text.as_bytes());
        let mut head = vec![20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0];
        head.extend(crc.sum().to_le_bytes());
        for _ in 0..2 {
            head.extend((text.len() as u32).to_le_bytes());
        }
        head.extend((name.len() as u16).to_le_bytes());
        head.extend([0, 0]);
        let offset = archive.len() as u32;
        archive.extend(*b"PK\x03\x04");
        archive.extend(&head);
        archive.extend(name.as_bytes());
        archive.extend(text.as_bytes());
        directory.extend(*b"PK\x01\x02\x14\x00");
        directory.extend(&head);
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (start, count) = (archive.len() as u32, files.len() as u16);
    let len = directory.len() as u32;
    archive.extend(directory);
    archive.extend(*b"PK\x05\x06\x00\x00\x00\x00");
    archive.extend(count.to_le_bytes());
    archive.extend(count.to_le_bytes());
    archive.extend(len.to_le_bytes());
    archive.extend(start.to_le_bytes());
    archive.extend([0, 0]);
    archive
}
