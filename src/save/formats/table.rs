//! A table as CSV that a spreadsheet opens as it is meant: UTF-8 by its mark, and no cell a formula.

use crate::diagnostics::WriteProblem;
use crate::text::escape_formula;

use super::failed;

/// The mark by which Excel knows UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// A file: its name without the extension, its columns and its rows.
pub(super) type CsvFile = (String, Vec<String>, Vec<Vec<String>>);

/// Headings and rows as CSV, RFC 4180.
pub(super) fn csv<S: AsRef<str>>(
    headings: &[S],
    rows: impl Iterator<Item = Vec<String>>,
) -> Result<Vec<u8>, WriteProblem> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(BYTE_ORDER_MARK.to_vec());
    writer.write_record(headings.iter().map(AsRef::as_ref)).map_err(|err| failed(&err))?;
    for row in rows {
        writer.write_record(row.into_iter().map(cell)).map_err(|err| failed(&err))?;
    }
    writer.into_inner().map_err(|err| failed(err.error()))
}

/// The cell of a list of texts.
pub(super) fn joined<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    texts.map(|text| text.replace('\\', "\\\\").replace('|', "\\|")).collect::<Vec<_>>().join("|")
}

/// A cell as a spreadsheet takes it: a number stays one, although it begins with a sign.
fn cell(text: String) -> String {
    if text.parse::<f64>().is_ok_and(f64::is_finite) { text } else { escape_formula(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_and_numbers_stay_numbers() {
        let rows = ["=1+1", "+7 (495)", "-5", "-0.5", "@x", "-0043-03-15", "a,\"b\""];
        let written = csv(&["x"], rows.iter().map(|cell| vec![(*cell).to_owned()])).unwrap();
        assert_eq!(
            String::from_utf8(written).unwrap(),
            "\u{feff}x\r\n'=1+1\r\n'+7 (495)\r\n-5\r\n-0.5\r\n'@x\r\n'-0043-03-15\r\n\"a,\"\"b\"\"\"\r\n"
        );
    }
}
