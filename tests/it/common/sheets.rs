//! Packed workbooks and archives, made by hand: sheets are XML, so that a test can put anything into them.

use std::fmt::Write as _;
use std::io::Write as _;

/// A workbook as a spreadsheet program writes it, with these sheets as XML.
pub(crate) fn workbook(sheets: &[(&str, &str)], is_1904: bool) -> Vec<u8> {
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
pub(crate) fn archive(files: &[(String, String)]) -> Vec<u8> {
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

/// A sheet of these rows, as XML.
pub(crate) fn sheet(rows: &[&[&str]]) -> String {
    let rows: String = std::iter::zip(1.., rows).map(|(number, cells)| row(number, cells)).collect();
    format!("<sheetData>{rows}</sheetData>")
}
