//! Whom and what the rows of a table name: parties, speakers, sources, each made when it is met first.

use std::collections::BTreeMap;

use crate::load::reader::{Row, shortened};
use crate::records::{PartyRecord, Role, SourceKindRecord, SourceRecord, SpeakerRecord};

use super::countries;
use super::dates::is_nothing;
use super::party_names::several;
use super::row::TableReader;

impl TableReader<'_, '_, '_, '_> {
    /// The id of the party that a row names under a role, made when it is met first.
    pub(super) fn party_of(&mut self, row: usize, role: Role) -> Option<String> {
        let (column, name) = self.cell(row, role)?;
        self.party(row, column, name)
    }

    /// The ids of the parties that a row names under a role: a cell may name several.
    pub(super) fn parties_of(&mut self, row: usize, role: Role) -> Vec<String> {
        let Some((column, cell)) = self.cell(row, role) else { return Vec::new() };
        self.parties_in(row, column, cell)
    }

    /// The ids of the parties that a text of a cell names.
    pub(super) fn parties_in(&mut self, row: usize, column: usize, text: &str) -> Vec<String> {
        let names = several(text, self.columns.codes(column)).unwrap_or_else(|| vec![text]);
        let mut parties: Vec<String> = Vec::new();
        for name in names {
            parties.extend(self.party(row, column, name).filter(|party| !parties.contains(party)));
        }
        parties
    }

    /// The id of the party of this name or code, made when it is met first; `None` if the name says that there is none.
    pub(super) fn party(&mut self, row: usize, column: usize, name: &str) -> Option<String> {
        let codes = self.columns.codes(column);
        // `NA` is Namibia among codes of two letters only.
        if is_nothing(name) && !(name == "NA" && self.has_codes_of_two_letters(column)) {
            return None;
        }
        let country = countries::country(name, codes);
        let (index, is_new) = match country {
            Some(country) => self.parties.index_of_id(country.id),
            None => self.parties.index(name),
        };
        let id = self.parties.id(index).to_owned();
        if is_new {
            if country.is_none() {
                self.unmatched.push(shortened(name));
            }
            // A code says little to a reader.
            let is_code =
                name.chars().all(|c| c.is_ascii_digit() || c.is_ascii_uppercase()) && name.len() < 4;
            let shown = country.filter(|_| is_code).map_or(name, |country| country.name);
            let record = PartyRecord {
                id: id.clone(),
                name: shown.to_owned(),
                short: None,
                succeeds: None,
                extra: BTreeMap::new(),
            };
            let place = self.place(row, vec![("name", column), ("id", column)]);
            self.tables.parties.push(Row { record, place });
        }
        Some(id)
    }

    fn has_codes_of_two_letters(&self, column: usize) -> bool {
        const SAMPLE: usize = 50;
        let from = self.mapping.header_row.map_or(0, |header| header + 1);
        let mut cells = self.table.column(from, column).filter(|cell| !cell.is_empty()).take(SAMPLE);
        cells.all(|cell| cell.len() == 2 && cell.bytes().all(|byte| byte.is_ascii_uppercase()))
    }

    /// The id of the speaker that a row names under a role.
    pub(super) fn speaker(&mut self, row: usize, role: Role) -> Option<String> {
        let (column, name) = self.said(row, role)?;
        let (index, is_new) = self.speakers.index(name);
        let id = self.speakers.id(index).to_owned();
        if is_new {
            let record = SpeakerRecord { id: id.clone(), name: name.to_owned(), ..SpeakerRecord::default() };
            let place = self.place(row, vec![("name", column)]);
            self.tables.speakers.push(Row { record, place });
        }
        Some(id)
    }

    /// The id of the source that a row names; where it names none, the table is the source.
    pub(super) fn source(&mut self, row: usize) -> String {
        let (source, url) = (self.said(row, Role::Source), self.said(row, Role::Url));
        let is_address = |cell: &str| cell.starts_with("http://") || cell.starts_with("https://");
        let (title, url) = match (source, url) {
            (None, None) => (self.reader_name(), None),
            (Some((_, source)), None) if is_address(source) => (source.to_owned(), Some(source.to_owned())),
            (Some((_, source)), url) => (source.to_owned(), url.map(|(_, url)| url.to_owned())),
            (None, Some((_, url))) => (url.to_owned(), Some(url.to_owned())),
        };
        let url = url.filter(|url| is_address(url));
        let (index, is_new) = self.sources.index(&format!("{title} {}", url.as_deref().unwrap_or_default()));
        let id = self.sources.id(index).to_owned();
        if is_new {
            let kind = source.is_none().then_some(SourceKindRecord::Data);
            let columns = source.map(|(column, _)| ("title", column)).into_iter().collect();
            let record = SourceRecord { id: id.clone(), title, url, kind, ..SourceRecord::default() };
            let place = self.place(row, columns);
            self.tables.sources.push(Row { record, place });
        }
        id
    }

    fn reader_name(&self) -> String {
        let name = self.file.name();
        name.rsplit(['/', '\\']).next().unwrap_or(name).to_owned()
    }
}
