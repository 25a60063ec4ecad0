//! Tables with a row for each treaty, or for each state of a treaty: a column for each kind of event.

use crate::diagnostics::TableProblem;
use crate::domain::EventKind;
use crate::load::reader::Row;
use crate::records::{EventRecord, NatureRecord, Role, Shape};

use super::header_words::{folded, kind_of};
use super::row::{RowDate, TableReader};
use crate::load::names::slug;

impl TableReader<'_, '_, '_, '_> {
    /// The events of a treaty, or of one state's part in it.
    pub(super) fn treaty_row(&mut self, row: usize) {
        let columns: Vec<(usize, Role)> = std::iter::zip(0.., self.mapping.roles.iter().copied()).collect();
        let mut dates: Vec<(EventKind, RowDate)> = Vec::new();
        for (column, role) in columns {
            let kind = match role {
                Role::Event(kind) => kind,
                Role::End => self.end_kind(row),
                // In a table of acts the kind of act may have a column of its own.
                Role::Date => match self.cell(row, Role::Kind).and_then(|(_, cell)| kind_of(cell)) {
                    Some(kind) => kind,
                    None => EventKind::Signed,
                },
                _ => continue,
            };
            dates.extend(self.date(row, column).map(|date| (kind, date)));
        }
        let party = if self.mapping.shape == Shape::Acts {
            self.cell(row, Role::Party).map(|(column, name)| self.party(row, column, name))
        } else {
            None
        };
        if dates.is_empty() && self.mapping.shape == Shape::Acts {
            self.left_out(row, TableProblem::RowWithoutDate);
            return;
        }
        let lanes = self.tables.treaties.len();
        let treaty = self.lane(row, NatureRecord::Treaty);
        if self.mapping.shape == Shape::Treaties {
            if self.tables.treaties.len() == lanes {
                // Two treaties of one name: each has its lane, since their dates would contradict each other.
                self.second_lane(row);
            }
            self.complete_treaty(row);
        } else if let Some(party) = &party {
            self.add_party(&treaty, party);
        }
        let treaty = match self.mapping.shape {
            Shape::Treaties => self.tables.treaties.last().map_or(treaty, |row| row.record.id.clone()),
            _ => treaty,
        };
        for (kind, date) in dates {
            let id = self.events.free_id(&slug(&format!(
                "{treaty} {} {}",
                party.as_deref().unwrap_or_default(),
                kind.key()
            )));
            let record = EventRecord {
                id,
                treaty: treaty.clone(),
                kind: kind.key().to_owned(),
                party: party.clone(),
                dates: vec![self.claim(row, date.edtf.clone())],
                ..EventRecord::default()
            };
            let mut columns = vec![("dates", date.column)];
            columns.extend(self.cell(row, Role::Lane).map(|(column, _)| ("treaty", column)));
            columns.extend(self.cell(row, Role::Party).map(|(column, _)| ("party", column)));
            let place = self.place(row, columns);
            self.tables.events.push(Row { record, place });
        }
    }

    /// How the treaty of a row ended.
    fn end_kind(&self, row: usize) -> EventKind {
        let word = self.cell(row, Role::EndKind).map(|(_, cell)| folded(cell)).unwrap_or_default();
        let has = |words: &[&str]| words.iter().any(|known| word.contains(known));
        if has(&["expir", "ran out", "ausgelaufen", "истек", "истёк"]) {
            EventKind::Expired
        } else if has(&["supersed", "replac", "заменен", "ersetzt", "remplac"]) {
            EventKind::Superseded
        } else {
            // A treaty as a whole that was left is at its end; who left is not in such a table.
            EventKind::Terminated
        }
    }

    /// A lane of its own for a row whose treaty has the name of an earlier one.
    fn second_lane(&mut self, row: usize) {
        let Some((column, name)) = self.cell(row, Role::Lane) else { return };
        let id = self.lanes.free_id(&slug(name));
        let Some(first) =
            self.tables.treaties.iter().rev().find(|lane| folded(&lane.record.name) == folded(name))
        else {
            return;
        };
        let mut record = crate::records::TreatyRecord { id, name: name.to_owned(), ..Default::default() };
        record.category.clone_from(&first.record.category);
        record.full_name = self.text(row, Role::FullName);
        record.nature = Some(NatureRecord::Treaty);
        let place = self.place(row, vec![("name", column)]);
        self.tables.treaties.push(Row { record, place });
    }

    /// What a row says of its treaty besides dates.
    fn complete_treaty(&mut self, row: usize) {
        let parties: Vec<String> = match self.cell(row, Role::Parties).or_else(|| self.cell(row, Role::Party))
        {
            Some((column, cell)) => {
                let separator = if cell.contains(';') { ';' } else { ',' };
                let names: Vec<&str> =
                    cell.split(separator).map(str::trim).filter(|name| !name.is_empty()).collect();
                // "34 states" counts and names nobody.
                let counts = |name: &&str| name.bytes().any(|byte| byte.is_ascii_digit());
                names
                    .into_iter()
                    .filter(|name| !counts(name))
                    .map(|name| self.party(row, column, name))
                    .collect()
            }
            None => Vec::new(),
        };
        let (summary, fields) = (self.text(row, Role::Summary), self.fields(row));
        if let Some(lane) = self.tables.treaties.last_mut() {
            for party in parties {
                if !lane.record.parties.contains(&party) {
                    lane.record.parties.push(party);
                }
            }
            lane.record.summary = summary;
            lane.record.fields = fields;
        }
    }

    fn add_party(&mut self, treaty: &str, party: &str) {
        let lane = self.tables.treaties.iter_mut().rev().find(|lane| lane.record.id == treaty);
        if let Some(lane) = lane.filter(|lane| !lane.record.parties.iter().any(|known| known == party)) {
            lane.record.parties.push(party.to_owned());
        }
    }
}
