//! Words that somebody said, in the rows of a table.

use crate::diagnostics::TableProblem;
use crate::load::names::slug;
use crate::load::quoted_language::language_of;
use crate::load::reader::Row;
use crate::records::{AboutRecord, NatureRecord, Role, StatementRecord};

use super::header_words::folded;
use super::party_names::several;
use super::row::{RowDate, TableReader};

impl<'a> TableReader<'a, '_, '_, '_> {
    /// What is quoted in a row whose type says that it is a quotation: its title names who spoke, the rest are the words.
    pub(super) fn quoted_by_type(&self, row: usize) -> Option<(usize, &'a str)> {
        const QUOTATIONS: [&str; 8] =
            ["quotation", "quote", "quoted", "цитата", "citation", "zitat", "cita", "cita textual"];
        let (_, kind) = self.said(row, Role::Kind)?;
        let is_quotation = QUOTATIONS.contains(&folded(kind).as_str());
        let is_named = self.said(row, Role::Title).is_some() && self.said(row, Role::Quote).is_none();
        self.said(row, Role::Summary).filter(|_| is_quotation && is_named)
    }

    pub(super) fn statement_of_row(
        &mut self,
        row: usize,
        (column, quote): (usize, &str),
        by: Role,
        date: &RowDate,
        event: Option<String>,
    ) {
        let Some(speaker) = self.speaker(row, by) else {
            self.left_out(row, TableProblem::QuoteWithoutSpeaker);
            return;
        };
        let about = if let Some(event) = event {
            AboutRecord { event: Some(event), ..AboutRecord::default() }
        } else {
            let nature =
                if self.columns.has_legal_kinds { NatureRecord::Treaty } else { NatureRecord::Topic };
            let (lane, _) = self.lane(row, nature);
            AboutRecord { treaty: Some(self.lane_id(lane)), ..AboutRecord::default() }
        };
        let id = self.statements.free_id(&slug(&format!("{speaker} {}", date.edtf)));
        let record = StatementRecord {
            id,
            quote: without_outer_marks(quote).to_owned(),
            lang: language_of(quote).to_owned(),
            speaker,
            role: self.text(row, Role::Office),
            // Nobody speaks for several: these are the parties of what happened.
            country: if self.names_several(row) { None } else { self.party_of(row, Role::Party) },
            date: date.edtf.clone(),
            source: Some(self.source(row)),
            about: vec![about],
            fields: self.fields(row, true),
            ..StatementRecord::default()
        };
        let mut columns = vec![("quote", column), ("date", date.column)];
        columns.extend(self.cell(row, by).map(|(column, _)| ("speaker", column)));
        let place = self.place(row, columns);
        self.tables.statements.push(Row { record, place });
    }

    /// Whether the cell of the party names several.
    fn names_several(&self, row: usize) -> bool {
        let cell = self.said(row, Role::Party);
        cell.is_some_and(|(column, cell)| several(cell, self.columns.codes(column)).is_some())
    }
}

/// A quotation without the marks around the whole of it. One that only begins or ends with quoted words keeps its marks.
fn without_outer_marks(quote: &str) -> &str {
    const MARKS: [char; 6] = ['"', '“', '”', '„', '«', '»'];
    let quote = quote.trim();
    let inner = quote.strip_prefix(MARKS).and_then(|rest| rest.strip_suffix(MARKS)).map(str::trim);
    inner.filter(|inner| !inner.is_empty() && !inner.contains(MARKS)).unwrap_or(quote)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_around_the_whole_of_a_quotation_go_and_others_stay() {
        for (cell, quote) in [
            ("“Enough is enough.”", "Enough is enough."),
            ("\"Enough\"", "Enough"),
            ("\"We have had enough\", he said.", "\"We have had enough\", he said."),
            ("«Да» и «нет»", "«Да» и «нет»"),
            ("\"\"", "\"\""),
            (" plain ", "plain"),
        ] {
            assert_eq!(without_outer_marks(cell), quote);
        }
    }
}
