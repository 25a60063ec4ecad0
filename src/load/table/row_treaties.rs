//! Tables with a row for each treaty, or for each act of a state: a column for each kind of event, or one that names it.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::diagnostics::TableProblem;
use crate::domain::EventKind;
use crate::load::reader::Row;
use crate::records::{EventRecord, NamedTexts, NatureRecord, Role, Shape};

use super::header_words::{folded, kind_of};
use super::row::{RowDate, TableReader};
use crate::load::names::slug;

/// An event of a row.
#[derive(Clone)]
struct Act {
    /// Its type: one of the format's by its key, or the table's own.
    kind: String,
    date: RowDate,
}

impl TableReader<'_, '_, '_, '_> {
    /// The events of a treaty.
    pub(super) fn treaty_row(&mut self, row: usize) {
        let acts = self.acts(row);
        let lane = self.treaty_lane(row);
        self.complete_treaty(row, lane);
        self.push_acts(row, lane, None, acts, NamedTexts::default());
    }

    /// What one state did about one treaty.
    pub(super) fn act_row(&mut self, row: usize) {
        let acts = self.acts(row);
        let parties = self.parties_of(row, Role::Party);
        // Which state has not acted is known from its absence.
        if acts.is_empty() {
            self.left_out(row, TableProblem::RowWithoutDate);
            return;
        }
        let (lane, _) = self.lane(row, NatureRecord::Treaty);
        let fields = self.fields(row, false);
        let Some((last, others)) = parties.split_last() else {
            self.push_acts(row, lane, None, acts, fields);
            return;
        };
        for party in others {
            self.add_party(lane, party);
            self.push_acts(row, lane, Some(party.as_str()), acts.clone(), fields.clone());
        }
        self.add_party(lane, last);
        self.push_acts(row, lane, Some(last.as_str()), acts, fields);
    }

    /// The dates of a row, each with what happened.
    fn acts(&mut self, row: usize) -> Vec<Act> {
        let is_of_state = self.mapping.shape == Shape::Acts && self.said(row, Role::Party).is_some();
        let columns: Vec<(usize, Role)> = std::iter::zip(0.., self.mapping.roles.iter().copied()).collect();
        let mut acts = Vec::new();
        for (column, role) in columns {
            let kind = match role {
                Role::Event(kind) => kind.key().to_owned(),
                Role::End => self.end_kind(row).key().to_owned(),
                Role::Date => self.named_kind(row),
                _ => continue,
            };
            acts.extend(self.date(row, column).map(|date| Act { kind, date }));
        }
        if acts.is_empty()
            && let Some(date) = self.date_of_parts(row, [Role::Year, Role::Month, Role::Day])
        {
            acts.push(Act { kind: self.named_kind(row), date });
        }
        for act in &mut acts {
            // A letter behind the date says more than the header: "Ratification, Accession (a)".
            if let Some(kind) = act.date.act {
                kind.key().clone_into(&mut act.kind);
            }
            // What ends for a state is its part in the treaty; a term may have run out for all.
            if is_of_state && act.kind == EventKind::Terminated.key() {
                EventKind::WithdrawalEffective.key().clone_into(&mut act.kind);
            }
        }
        acts
    }

    /// What the row says that happened, where one column names it; a signature where none does.
    fn named_kind(&self, row: usize) -> String {
        match self.said(row, Role::Kind) {
            Some((_, cell)) => kind_of(cell).map_or_else(|| cell.to_owned(), |kind| kind.key().to_owned()),
            None => EventKind::Signed.key().to_owned(),
        }
    }

    /// The lane of a treaty: each row has its own, also where two treaties have one name, since their dates would
    /// contradict each other.
    fn treaty_lane(&mut self, row: usize) -> usize {
        let named = self.said(row, Role::Lane).or_else(|| self.said(row, Role::FullName));
        let named = named.or_else(|| self.said(row, Role::Id));
        let (name, column) = if let Some((column, name)) = named {
            (name.to_owned(), Some(column))
        } else {
            // Nobody has named it: the number of its row leads back to it.
            let number = self.grid().rows.get(row).map_or(row + 1, |row| row.number);
            (format!("{} {number}", self.tables.title), None)
        };
        let wanted = self.own_id(row).map_or_else(|| slug(&name), str::to_owned);
        let id = self.lanes.free_id(&wanted);
        let category = self.text(row, Role::Group);
        self.push_lane(row, id, (name, column), category, NatureRecord::Treaty)
    }

    fn push_acts(
        &mut self,
        row: usize,
        lane: usize,
        party: Option<&str>,
        acts: Vec<Act>,
        mut fields: NamedTexts,
    ) {
        let treaty = self.lane_id(lane);
        for Act { kind, date } in acts {
            let who = party.unwrap_or_default();
            let id = self.events.free_id(&slug(&format!("{treaty} {who} {kind}")));
            let record = EventRecord {
                id,
                treaty: treaty.clone(),
                kind,
                party: party.map(str::to_owned),
                dates: vec![self.claim(row, date.edtf)],
                fields: std::mem::take(&mut fields),
                ..EventRecord::default()
            };
            let mut columns = vec![("dates", date.column)];
            columns.extend(self.cell(row, Role::Lane).map(|(column, _)| ("treaty", column)));
            columns.extend(self.cell(row, Role::Party).map(|(column, _)| ("party", column)));
            columns.extend(self.cell(row, Role::Kind).map(|(column, _)| ("type", column)));
            let place = self.place(row, columns);
            self.tables.events.push(Row { record, place });
        }
    }

    /// How the treaty of a row ended.
    fn end_kind(&self, row: usize) -> EventKind {
        let word = self.said(row, Role::EndKind).map(|(_, cell)| folded(cell)).unwrap_or_default();
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

    /// What a row says of its treaty besides dates.
    fn complete_treaty(&mut self, row: usize, lane: usize) {
        let mut parties: Vec<String> = Vec::new();
        if let Some((column, cell)) = self.said(row, Role::Parties).or_else(|| self.said(row, Role::Party)) {
            let separator = if cell.contains(';') { ';' } else { ',' };
            // "34 states" counts and names nobody.
            let counts = |name: &&str| name.bytes().any(|byte| byte.is_ascii_digit()) && name.len() > 3;
            let names = cell.split(separator).map(str::trim).filter(|name| !name.is_empty() && !counts(name));
            for name in names {
                // The second "and" of a list.
                let name = name.strip_prefix("and ").unwrap_or(name);
                parties.extend(self.parties_in(row, column, name));
            }
        }
        let (summary, fields) = (self.text(row, Role::Summary), self.fields(row, false));
        if let Some(lane) = self.tables.treaties.get_mut(lane) {
            for party in parties {
                if !lane.record.parties.contains(&party) {
                    lane.record.parties.push(party);
                }
            }
            lane.record.summary = summary;
            lane.record.fields = fields;
        }
    }

    /// Makes one event of the treaty of its entry into force for each of its parties, where that is the same day for all: a
    /// table of states repeats in each row what holds for the treaty.
    pub(super) fn join_entries(&mut self) {
        let key = EventKind::EnteredIntoForce.key();
        let is_consent = |kind: &str| EventKind::from_key(kind).is_some_and(EventKind::is_consent);
        let mut entries: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let mut bound: HashSet<(String, String)> = HashSet::new();
        for (index, row) in self.tables.events.iter().enumerate() {
            let EventRecord { treaty, kind, party, .. } = &row.record;
            if kind == key {
                entries.entry(treaty.clone()).or_default().push(index);
            }
            if let Some(party) = party.as_ref().filter(|_| is_consent(kind)) {
                bound.insert((treaty.clone(), party.clone()));
            }
        }
        let sides: HashMap<&str, usize> = self
            .tables
            .treaties
            .iter()
            .map(|row| (row.record.id.as_str(), row.record.parties.len()))
            .collect();
        let mut joined: Vec<usize> = Vec::new();
        let mut left_out: HashSet<usize> = HashSet::new();
        for (treaty, indices) in entries {
            let rows = || indices.iter().filter_map(|&index| self.tables.events.get(index));
            let day =
                |row: &Row<'_, EventRecord>| row.record.dates.first().map(|date| date.edtf.text().to_owned());
            let first = rows().next().and_then(day);
            // Whoever has no instrument in the table is bound by its own entry alone, unless there are two sides.
            let is_bilateral = sides.get(treaty.as_str()) == Some(&2);
            let is_bound = |row: &Row<'_, EventRecord>| {
                row.record
                    .party
                    .as_ref()
                    .is_some_and(|party| is_bilateral || bound.contains(&(treaty.clone(), party.clone())))
            };
            if indices.len() > 1 && rows().all(|row| day(row) == first && is_bound(row)) {
                joined.extend(indices.first());
                left_out.extend(indices.iter().skip(1));
            }
        }
        for index in joined {
            if let Some(row) = self.tables.events.get_mut(index) {
                row.record.party = None;
            }
        }
        let mut index = 0;
        self.tables.events.retain(|_| {
            index += 1;
            !left_out.contains(&(index - 1))
        });
    }

    /// Makes one event of the treaty of the end of its term, where that is one day for all who are said to have had one; else
    /// what ended is the part of each.
    pub(super) fn join_expiries(&mut self) {
        let key = EventKind::Expired.key();
        let mut days: HashMap<String, HashSet<String>> = HashMap::new();
        let is_expiry = |record: &EventRecord| record.kind == key && record.party.is_some();
        for Row { record, .. } in self.tables.events.iter().filter(|row| is_expiry(&row.record)) {
            let day = record.dates.first().map(|date| date.edtf.text().to_owned());
            days.entry(record.treaty.clone()).or_default().extend(day);
        }
        let mut seen: HashSet<String> = HashSet::new();
        self.tables.events.retain_mut(|Row { record, .. }| {
            if !is_expiry(record) {
                return true;
            }
            if days.get(&record.treaty).is_some_and(|days| days.len() > 1) {
                EventKind::WithdrawalEffective.key().clone_into(&mut record.kind);
                return true;
            }
            record.party = None;
            seen.insert(record.treaty.clone())
        });
    }

    pub(super) fn add_party(&mut self, lane: usize, party: &str) {
        if let Some(lane) = self.tables.treaties.get_mut(lane)
            && !lane.record.parties.iter().any(|known| known == party)
        {
            lane.record.parties.push(party.to_owned());
        }
    }
}
