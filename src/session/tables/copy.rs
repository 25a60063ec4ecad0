//! A table as text for other programs.

/// A form of text that other programs read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyFormat {
    /// RFC 4180.
    Csv,
    /// A table of GitHub Flavored Markdown.
    Markdown,
}

/// Headings and rows in a format.
pub(super) fn written(
    format: CopyFormat,
    headings: Vec<String>,
    rows: impl Iterator<Item = Vec<String>>,
) -> String {
    match format {
        CopyFormat::Csv => csv(headings, rows).unwrap_or_default(),
        CopyFormat::Markdown => markdown(&headings, rows),
    }
}

fn csv(headings: Vec<String>, rows: impl Iterator<Item = Vec<String>>) -> Option<String> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for row in std::iter::once(headings).chain(rows) {
        // In memory, and every row as long as the first: there is nothing to fail.
        writer.write_record(row.into_iter().map(harmless)).ok()?;
    }
    String::from_utf8(writer.into_inner().ok()?).ok()
}

/// A cell as it is, or with an apostrophe before it where a spreadsheet would take it for a formula.
///
/// As OWASP advises against CSV injection: a dataset from elsewhere must not compute in its reader's sheet.
pub fn harmless(text: String) -> String {
    // Some spreadsheets take the wide signs for the narrow ones.
    let begins = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    if text.starts_with(begins) { format!("'{text}") } else { text }
}

fn markdown(headings: &[String], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut out = String::new();
    let mut line = |cells: &[String]| {
        for cell in cells {
            out.push_str("| ");
            out.push_str(&cell.replace('\\', "\\\\").replace('|', "\\|").replace(['\n', '\r'], " "));
            out.push(' ');
        }
        out.push_str("|\n");
    };
    line(headings);
    line(&vec!["---".to_owned(); headings.len()]);
    for row in rows {
        line(&row);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written_as(format: CopyFormat) -> String {
        let row = |a: &str, b: &str| vec![a.to_owned(), b.to_owned()];
        let rows = [row("says \"no\", twice", "=1+1"), row("a|b\nc", "\\")];
        written(format, row("Words", "Sum"), rows.into_iter())
    }

    #[test]
    fn what_has_a_meaning_in_a_format_is_written_so_that_it_has_none() {
        assert_eq!(
            written_as(CopyFormat::Csv),
            "Words,Sum\r\n\"says \"\"no\"\", twice\",'=1+1\r\n\"a|b\nc\",\\\r\n"
        );
        assert_eq!(
            written_as(CopyFormat::Markdown),
            "| Words | Sum |\n| --- | --- |\n| says \"no\", twice | =1+1 |\n| a\\|b c | \\\\ |\n"
        );
    }
}
