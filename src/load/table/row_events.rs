//! Tables with a row for each event, or for words that somebody said.

use std::collections::{HashMap, HashSet};

use crate::diagnostics::TableProblem;
use crate::domain::EventKind;
use crate::load::names::slug;
use crate::load::reader::Row;
use crate::load::title_kinds::{is_of_party, kind_of_title, names_treaty};
use crate::records::{ConfidenceRecord, EventRecord, NamedTexts, NatureRecord, Role};

use super::countries;
use super::header_words::{folded, kind_of};
use super::party_names::several;
use super::precision::PrecisionCodes;
use super::row::{RowDate, TableReader};

/// The parts of a date in columns of their own.
const START: [Role; 3] = [Role::Year, Role::Month, Role::Day];
/// The same for the end.
const END: [Role; 3] = [Role::EndYear, Role::EndMonth, Role::EndDay];

impl TableReader<'_, '_, '_, '_> {
    /// An event, or words that somebody said, or both.
    pub(super) fn event_row(&mut self, row: usize) {
        let Some(date) = self.span_of(row) else {
            self.left_out(row, TableProblem::RowWithoutDate);
            return;
        };
        if let Some((column, quote)) = self.quoted_by_type(row) {
            self.statement_of_row(row, (column, quote), Role::Title, &date, None);
            return;
        }
        let quote = self.said(row, Role::Quote);
        let has_event =
            quote.is_none() || self.said(row, Role::Title).is_some() || self.said(row, Role::Kind).is_some();
        let event = has_event.then(|| self.event_of_row(row, &date, quote.is_some()));
        if let Some((column, quote)) = quote {
            self.statement_of_row(row, (column, quote), Role::Speaker, &date, event);
        }
    }

    /// The date or interval of a row.
    pub(super) fn span_of(&mut self, row: usize) -> Option<RowDate> {
        let start = self.cell(row, Role::Date).map(|(column, _)| column);
        let start =
            start.and_then(|column| self.date(row, column)).or_else(|| self.date_of_parts(row, START));
        let end = self.cell(row, Role::End).map(|(column, _)| column);
        let end = end.and_then(|column| self.date(row, column)).or_else(|| self.date_of_parts(row, END));
        let precision = self.columns.precision.zip(self.cell(row, Role::Precision));
        if let Some((codes, (_, code))) = precision {
            return widened(start, end, codes, code);
        }
        match (start, end) {
            (Some(start), Some(end)) if start.edtf != end.edtf => {
                // An interval or a set in one of the two cells says it all.
                if [&start, &end].iter().any(|date| date.edtf.contains(['/', '[', '{'])) {
                    return Some(start);
                }
                // EDTF has no intervals of times of day.
                let [first, last] =
                    [&start, &end].map(|date| date.edtf.split('T').next().unwrap_or_default());
                if first == last {
                    return Some(start);
                }
                let edtf = format!("{first}/{last}");
                if crate::domain::EdtfDate::parse(&edtf).is_ok() {
                    return Some(RowDate { edtf, ..start });
                }
                let problem = TableProblem::EndsBeforeItBegins(start.edtf.clone(), end.edtf);
                self.report(crate::diagnostics::Rule::UnreadableCell, row, end.column, || problem);
                Some(start)
            }
            (Some(start), None) if self.is_open(row, Role::End) => {
                let edtf = format!("{}/..", start.edtf);
                let is_date = crate::domain::EdtfDate::parse(&edtf).is_ok();
                Some(if is_date { RowDate { edtf, ..start } } else { start })
            }
            (Some(start), _) => Some(start),
            (None, end) => end,
        }
    }

    fn event_of_row(&mut self, row: usize, date: &RowDate, has_quote: bool) -> String {
        let typed = self.said(row, Role::Kind);
        let known = typed.and_then(|(_, cell)| kind_of(cell));
        let is_law = self.columns.has_legal_kinds;
        let (lane, _) = self.lane(row, if is_law { NatureRecord::Treaty } else { NatureRecord::Topic });
        let mut parties = self.parties_of(row, Role::Party);
        let kind = match (known, typed) {
            (Some(kind), _) => self.checked_by_title((row, lane), kind, &mut parties).key().to_owned(),
            (None, Some((_, cell))) => cell.to_owned(),
            (None, None) => {
                let told = date.act.or_else(|| self.told_by_title(row, lane, &mut parties));
                told.unwrap_or(EventKind::Other).key().to_owned()
            }
        };
        let mut fields = self.fields(row, has_quote);
        let is_joint = EventKind::from_key(&kind)
            .is_some_and(|kind| matches!(kind, EventKind::Expired | EventKind::Superseded));
        if is_joint || (parties.len() > 1 && !EventKind::from_key(&kind).is_some_and(is_of_party)) {
            // What they did together is one event, and of the treaty as a whole.
            for party in parties.drain(..) {
                self.add_party(lane, &party);
            }
            fields.0.extend(
                self.cell(row, Role::Party).map(|(column, cell)| (self.header(column), cell.to_owned())),
            );
        }
        if parties.len() > 1 {
            self.by_party.push((self.tables.events.len(), parties.len()));
        }
        let last = parties.pop();
        let mut first = None;
        for party in parties {
            let id = self.push_event(row, date, (lane, &kind), Some(party), fields.clone());
            first.get_or_insert(id);
        }
        let id = self.push_event(row, date, (lane, &kind), last, fields);
        first.unwrap_or(id)
    }

    /// The type that a row gives, with what its title adds: who did it, or that the treaty ended by it.
    fn checked_by_title(
        &mut self,
        (row, lane): (usize, usize),
        kind: EventKind,
        parties: &mut Vec<String>,
    ) -> EventKind {
        if !parties.is_empty() || !is_of_party(kind) {
            return kind;
        }
        let Some((column, title)) = self.said(row, Role::Title) else { return kind };
        let Some(name) = self.tables.treaties.get(lane).map(|lane| &lane.record.name) else { return kind };
        let Some(told) = kind_of_title(title, name) else { return kind };
        if told.kind == kind {
            for country in told.parties {
                parties.extend(self.party(row, column, country.name));
            }
        }
        if kind == EventKind::WithdrawalEffective && told.kind.ends_treaty() { told.kind } else { kind }
    }

    /// What the title of a row says that happened to the treaty of its lane; and who did it, where no cell says so.
    fn told_by_title(&mut self, row: usize, lane: usize, parties: &mut Vec<String>) -> Option<EventKind> {
        let (column, title) = self.said(row, Role::Title)?;
        let record = &self.tables.treaties.get(lane)?.record;
        let is_treaty = *self.treaty_lanes.entry(lane).or_insert_with(|| {
            matches!(record.nature, Some(NatureRecord::Treaty))
                || self.columns.has_treaties
                || names_treaty(&record.name)
        });
        if !is_treaty {
            return None;
        }
        let told = kind_of_title(&self.with_known_states(row, title), &record.name)?;
        if parties.is_empty() {
            for country in told.parties {
                parties.extend(self.party(row, column, country.name));
            }
        }
        self.typed_by_titles += 1;
        self.tables.treaties.get_mut(lane)?.record.nature = Some(NatureRecord::Treaty);
        Some(told.kind)
    }

    /// A title in which the parties of the row that are no known states are put as one that is: so that “Ratified by
    /// Ruritania” is read as “Ratified by Malta” where the row says that Ruritania is a party.
    fn with_known_states(&self, row: usize, title: &str) -> String {
        let mut title = title.to_owned();
        let Some((column, cell)) = self.said(row, Role::Party) else { return title };
        let codes = self.columns.codes(column);
        for name in several(cell, codes).unwrap_or_else(|| vec![cell]) {
            if countries::country(name, codes).is_none() {
                title = title.replace(name, "Malta");
            }
        }
        title
    }

    /// Adds an event of a row. Returns its id.
    fn push_event(
        &mut self,
        row: usize,
        date: &RowDate,
        (lane, kind): (usize, &str),
        party: Option<String>,
        fields: NamedTexts,
    ) -> String {
        let title = self.text(row, Role::Title);
        let typed = self.said(row, Role::Kind).map(|(_, cell)| cell);
        let wanted = self
            .own_id(row)
            .map(str::to_owned)
            .unwrap_or_else(|| slug(title.as_deref().or(typed).unwrap_or("event")));
        let id = self.events.free_id(&wanted);
        let record = EventRecord {
            id: id.clone(),
            treaty: self.lane_id(lane),
            kind: kind.to_owned(),
            party,
            dates: vec![self.claim(row, date.edtf.clone())],
            title,
            summary: self.text(row, Role::Summary),
            tags: self.tags(row),
            url: self.text(row, Role::Url).filter(|url| url.starts_with("http")),
            confidence: self.cell(row, Role::Confidence).and_then(|(_, cell)| confidence_of(cell)),
            image: self.text(row, Role::Image).filter(|path| !path.contains("://")),
            fields,
            ..EventRecord::default()
        };
        let mut columns = vec![("dates", date.column)];
        let roles = [
            ("title", Role::Title),
            ("type", Role::Kind),
            ("party", Role::Party),
            ("treaty", Role::Lane),
            ("summary", Role::Summary),
            ("id", Role::Id),
            ("image", Role::Image),
            ("url", Role::Url),
        ];
        columns.extend(roles.into_iter().filter_map(|(field, role)| Some((field, self.cell(row, role)?.0))));
        let place = self.place(row, columns);
        self.tables.events.push(Row { record, place });
        id
    }

    /// Makes one event of the signatures in one row where nobody else is a party: they signed the treaty as a whole.
    pub(super) fn join_signatures(&mut self) {
        let mut left_out: HashSet<usize> = HashSet::new();
        let mut sides: HashMap<String, HashSet<String>> = HashMap::new();
        if self.by_party.is_empty() {
            return;
        }
        let mut positions: HashMap<String, usize> = HashMap::new();
        for (index, row) in self.tables.treaties.iter().enumerate() {
            positions.insert(row.record.id.clone(), index);
            sides.insert(row.record.id.clone(), row.record.parties.iter().cloned().collect());
        }
        for row in &self.tables.events {
            if let (Some(sides), Some(party)) = (sides.get_mut(&row.record.treaty), &row.record.party) {
                sides.insert(party.clone());
            }
        }
        for (first, count) in std::mem::take(&mut self.by_party) {
            let Some(events) = self.tables.events.get(first..first + count) else { continue };
            let parties: Vec<String> = events.iter().filter_map(|row| row.record.party.clone()).collect();
            let Some(event) = self.tables.events.get_mut(first).map(|row| &mut row.record) else { continue };
            let all = sides.get(&event.treaty).map_or(0, HashSet::len);
            let treaty = positions.get(&event.treaty).and_then(|&index| self.tables.treaties.get_mut(index));
            if event.kind == EventKind::Signed.key()
                && all == parties.len()
                && let Some(treaty) = treaty
            {
                event.party = None;
                treaty.record.parties = parties;
                left_out.extend(first + 1..first + count);
            }
        }
        let mut index = 0;
        self.tables.events.retain(|_| {
            index += 1;
            !left_out.contains(&(index - 1))
        });
    }

    /// The labels of a row.
    fn tags(&self, row: usize) -> Vec<String> {
        let Some((_, cell)) = self.said(row, Role::Tags) else { return Vec::new() };
        let separator = if cell.contains(';') { ';' } else { ',' };
        let tags = cell.split(separator).map(str::trim).filter(|tag| !tag.is_empty());
        tags.map(str::to_owned).collect()
    }
}

/// The date of a row that says how precise it is. Where the collection gives bounds, it is one day between them.
fn widened(
    start: Option<RowDate>,
    end: Option<RowDate>,
    codes: PrecisionCodes,
    code: &str,
) -> Option<RowDate> {
    let date = match (start, end) {
        (Some(start), Some(end)) if codes.is_between() && start.edtf < end.edtf => {
            // EDTF has no sets of times of day.
            let [first, last] =
                [&start, &end].map(|date| date.edtf.split('T').next().unwrap_or_default().to_owned());
            return Some(RowDate { edtf: format!("[{first}..{last}]"), ..start });
        }
        (start, end) => start.or(end)?,
    };
    let edtf = codes.widened(&date.edtf, code).unwrap_or_else(|| date.edtf.clone());
    Some(RowDate { edtf, ..date })
}

/// How sure a cell says something is.
fn confidence_of(cell: &str) -> Option<ConfidenceRecord> {
    let word = folded(cell);
    let is = |words: &[&str]| words.iter().any(|known| word == *known);
    if is(&[
        "confirmed",
        "certain",
        "high",
        "sure",
        "подтверждено",
        "высокая",
        "confirme",
        "bestatigt",
        "confirmado",
        "1",
        "yes",
    ]) {
        Some(ConfidenceRecord::Confirmed)
    } else if is(&["single source", "one source", "medium", "probable", "likely", "один источник", "средняя"])
    {
        Some(ConfidenceRecord::SingleSource)
    } else if is(&[
        "unverified",
        "unconfirmed",
        "uncertain",
        "low",
        "rumour",
        "rumor",
        "не подтверждено",
        "низкая",
        "unbestatigt",
        "sin confirmar",
    ]) {
        Some(ConfidenceRecord::Unverified)
    } else {
        None
    }
}
