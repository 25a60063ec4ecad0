//! A table as text for other programs.

use crate::text::escape_formula;

/// A text format that other programs read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyFormat {
    /// Comma-separated values by RFC 4180.
    Csv,
    /// A table of GitHub Flavored Markdown.
    Markdown,
}

/// Headings and rows in a format.
pub(super) fn write_table(
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
        // Cannot fail: it writes to memory, and all rows have the same length.
        writer.write_record(row.into_iter().map(escape_formula)).ok()?;
    }
    String::from_utf8(writer.into_inner().ok()?).ok()
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
        write_table(format, row("Words", "Sum"), rows.into_iter())
    }

    #[test]
    fn what_has_a_meaning_in_a_format_is_escaped() {
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
