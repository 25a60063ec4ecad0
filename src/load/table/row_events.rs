//! Tables with a row for each event, and tables of figures.

use crate::diagnostics::TableProblem;
use crate::domain::EventKind;
use crate::load::reader::Row;
use crate::records::{
    AboutRecord, ConfidenceRecord, EventRecord, NamedTexts, NatureRecord, PointRecord, Role, SeriesRecord,
    StatementRecord,
};

use super::header_words::{folded, kind_of};
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
        let quote = self.cell(row, Role::Quote);
        let has_event =
            quote.is_none() || self.cell(row, Role::Title).is_some() || self.cell(row, Role::Kind).is_some();
        let event = has_event.then(|| self.event_of_row(row, &date));
        if let Some((column, quote)) = quote {
            self.statement_of_row(row, column, quote, &date, event);
        }
    }

    /// The date or interval of a row.
    fn span_of(&mut self, row: usize) -> Option<RowDate> {
        let start = self.cell(row, Role::Date).map(|(column, _)| column);
        let start =
            start.and_then(|column| self.date(row, column)).or_else(|| self.date_of_parts(row, START));
        let end = self.cell(row, Role::End).map(|(column, _)| column);
        let end = end.and_then(|column| self.date(row, column)).or_else(|| self.date_of_parts(row, END));
        match (start, end) {
            (Some(start), Some(end)) if start.edtf != end.edtf => {
                // An interval in one of the two cells says it all.
                if start.edtf.contains('/') || end.edtf.contains('/') {
                    return Some(start);
                }
                let edtf = format!("{}/{}", start.edtf, end.edtf);
                if crate::domain::EdtfDate::parse(&edtf).is_ok() {
                    return Some(RowDate { column: start.column, edtf });
                }
                let problem = TableProblem::EndsBeforeItBegins(start.edtf.clone(), end.edtf);
                self.report(crate::diagnostics::Rule::UnreadableCell, row, end.column, || problem);
                Some(start)
            }
            (Some(start), _) => Some(start),
            (None, end) => end,
        }
    }

    fn event_of_row(&mut self, row: usize, date: &RowDate) -> String {
        let typed = self.cell(row, Role::Kind);
        let known = typed.and_then(|(_, cell)| kind_of(cell));
        let is_law = self.column(Role::Kind).is_some_and(|column| self.has_legal_kinds(column));
        let treaty = self.lane(row, if is_law { NatureRecord::Treaty } else { NatureRecord::Topic });
        let kind = match (known, typed) {
            (Some(kind), _) => kind.key().to_owned(),
            (None, Some((_, cell))) => cell.to_owned(),
            (None, None) => EventKind::Other.key().to_owned(),
        };
        let party = self.cell(row, Role::Party).map(|(column, name)| self.party(row, column, name));
        let title = self.text(row, Role::Title);
        let wanted = self.text(row, Role::Id).unwrap_or_else(|| {
            crate::load::names::slug(title.as_deref().or(typed.map(|(_, cell)| cell)).unwrap_or("event"))
        });
        let id = self.events.free_id(&wanted);
        let record = EventRecord {
            id: id.clone(),
            treaty,
            kind,
            party,
            dates: vec![self.claim(row, date.edtf.clone())],
            title,
            summary: self.text(row, Role::Summary),
            tags: self.tags(row),
            url: self.text(row, Role::Url).filter(|url| url.starts_with("http")),
            confidence: self.cell(row, Role::Confidence).and_then(|(_, cell)| confidence_of(cell)),
            image: self.text(row, Role::Image).filter(|path| !path.contains("://")),
            fields: self.fields(row),
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

    /// Whether a column of types speaks of law: then lanes are treaties and have a legal status.
    fn has_legal_kinds(&self, column: usize) -> bool {
        const SAMPLE: usize = 200;
        let from = self.mapping.header_row.map_or(0, |header| header + 1);
        self.table.column(from, column).take(SAMPLE).filter_map(kind_of).any(|kind| {
            matches!(
                kind,
                EventKind::Signed | EventKind::EnteredIntoForce | EventKind::Ratified | EventKind::Terminated
            )
        })
    }

    fn statement_of_row(
        &mut self,
        row: usize,
        column: usize,
        quote: &str,
        date: &RowDate,
        event: Option<String>,
    ) {
        let Some(speaker) = self.speaker(row) else {
            self.left_out(row, TableProblem::QuoteWithoutSpeaker);
            return;
        };
        let about = match event {
            Some(event) => AboutRecord { event: Some(event), ..AboutRecord::default() },
            None => {
                AboutRecord { treaty: Some(self.lane(row, NatureRecord::Topic)), ..AboutRecord::default() }
            }
        };
        let id = self.statements.free_id(&crate::load::names::slug(&format!("{speaker} {}", date.edtf)));
        let marks = ['"', '“', '”', '„', '«', '»', ' '];
        let record = StatementRecord {
            id,
            quote: quote.trim_matches(marks).to_owned(),
            lang: "und".to_owned(),
            speaker,
            role: self.text(row, Role::SpeakerRole),
            country: self.cell(row, Role::Party).map(|(column, name)| self.party(row, column, name)),
            date: date.edtf.clone(),
            source: Some(self.source(row)),
            about: vec![about],
            fields: self.fields(row),
            ..StatementRecord::default()
        };
        let mut columns = vec![("quote", column), ("date", date.column)];
        columns.extend(self.cell(row, Role::Speaker).map(|(column, _)| ("speaker", column)));
        let place = self.place(row, columns);
        self.tables.statements.push(Row { record, place });
    }

    /// The labels of a row.
    fn tags(&self, row: usize) -> Vec<String> {
        let Some((_, cell)) = self.cell(row, Role::Tags) else { return Vec::new() };
        let separator = if cell.contains(';') { ';' } else { ',' };
        let tags = cell.split(separator).map(str::trim).filter(|tag| !tag.is_empty());
        tags.map(str::to_owned).collect()
    }

    /// What a row holds in columns for which there is no field, under the names of these columns.
    pub(super) fn fields(&self, row: usize) -> NamedTexts {
        let roles = self.mapping.roles.iter().copied().chain(std::iter::repeat(Role::Keep));
        let kept = std::iter::zip(0..self.table.width(), roles).filter(|&(_, role)| role == Role::Keep);
        let filled = kept
            .map(|(column, _)| (column, self.table.cell(row, column)))
            .filter(|(_, cell)| !cell.is_empty());
        NamedTexts(filled.map(|(column, cell)| (self.header(column), cell.to_owned())).collect())
    }

    /// A figure.
    pub(super) fn series_row(&mut self, row: usize) {
        let Some(date) = self.span_of(row) else {
            self.left_out(row, TableProblem::RowWithoutDate);
            return;
        };
        let entity = self.text(row, Role::Entity).or_else(|| self.text(row, Role::Party)).unwrap_or_default();
        let columns: Vec<usize> = std::iter::zip(0.., &self.mapping.roles)
            .filter(|&(_, &role)| role == Role::Value)
            .map(|(c, _)| c)
            .collect();
        for column in columns {
            let cell = self.table.cell(row, column);
            if matches!(self.number(cell), None if super::dates::is_nothing(cell)) {
                continue;
            }
            let Some(value) = self.number(cell) else {
                let cell = crate::load::reader::shortened(cell);
                self.report(crate::diagnostics::Rule::UnreadableCell, row, column, || {
                    TableProblem::NoFigure(cell)
                });
                continue;
            };
            let name = [entity.as_str(), &self.header(column)]
                .iter()
                .filter(|part| !part.is_empty())
                .copied()
                .collect::<Vec<_>>()
                .join(": ");
            let (index, is_new) = self.series.index(&name);
            if is_new {
                let id = self.series.id(index).to_owned();
                let source = Some(self.source(row));
                let record = SeriesRecord {
                    id,
                    name,
                    unit: None,
                    party: None,
                    basis: None,
                    source,
                    limit_of: None,
                    points: Vec::new(),
                    extra: Default::default(),
                };
                let place = self.place(row, vec![("name", column)]);
                self.tables.series.push(Row { record, place });
            }
            let point = PointRecord {
                edtf: date.edtf.clone(),
                value,
                source: None,
                note: None,
                extra: Default::default(),
            };
            if let Some(series) = self.tables.series.get_mut(index) {
                series.record.points.push(point);
            }
        }
    }

    /// A number with a point or a comma for decimals, and spaces or the other of the two between thousands.
    fn number(&self, cell: &str) -> Option<f64> {
        let bare: String = cell.chars().filter(|c| !c.is_whitespace() && *c != '\'').collect();
        let plain = match (bare.rfind(','), bare.rfind('.')) {
            (Some(comma), Some(point)) if comma > point => bare.replace('.', "").replace(',', "."),
            (Some(_), Some(_)) => bare.replace(',', ""),
            // One comma with three digits behind it parts thousands where cells are separated by commas.
            (Some(comma), None) if self.grid().separator == b',' && bare.len() - comma == 4 => {
                bare.replace(',', "")
            }
            (Some(_), None) => bare.replace(',', "."),
            _ => bare,
        };
        plain.parse().ok().filter(|number: &f64| number.is_finite())
    }
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
