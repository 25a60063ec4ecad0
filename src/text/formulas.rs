//! Cells of tables that a spreadsheet would take for formulas.

/// How a formula begins. Some spreadsheets treat the full-width signs as the ordinary ones.
const STARTS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A cell, with an apostrophe before it if a spreadsheet would take it for a formula.
///
/// This is what OWASP advises against CSV injection: a dataset from elsewhere must not run formulas.
pub fn escape_formula(text: String) -> String {
    if text.starts_with(STARTS) { format!("'{text}") } else { text }
}

/// A cell without the apostrophe that [`escape_formula`] put before it.
pub fn unescape_formula(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| rest.starts_with(STARTS)).unwrap_or(text)
}
