//! Series: figures, each with its date and source.

use crate::diagnostics::{Cost, MissingPart, RecordProblem, Rule};
use crate::domain::{FigureBasis, PartyId, Point, Series, SourceId, TreatyId};

use super::fields::{Fields, Known};
use super::json::PathStep::{self, Item, Key};
use super::reader::shortened;
use super::records::{BasisRecord, SeriesRecord};

/// Maximum plausible figure of weapons, people or money.
const MAX_FIGURE: f64 = 1e15;

impl Fields<'_, '_, '_, '_, SeriesRecord> {
    pub(super) fn series(mut self, known: &Known<'_>) -> Option<Series> {
        let record = &self.row.record;
        let source = if let Some(id) = &record.source {
            self.find(&known.sources, Some(id), &[Key("source")], Cost::Series)
        } else {
            let problem = || RecordProblem::MissingSource(MissingPart::Series, shortened(&record.id));
            self.report(Rule::MissingSource, &[], problem);
            None
        };
        let mut points: Vec<Point> = Vec::with_capacity(record.points.len());
        for (i, point) in record.points.iter().enumerate() {
            let at = |key| [Key("points"), Item(i), Key(key)];
            let date = self.date(Some(&point.edtf), &at("edtf"), Cost::Figure);
            let source = self.find(&known.sources, point.source.as_deref(), &at("source"), Cost::Link);
            self.warn_odd(point.value, &at("value"));
            let note = self.text(point.note.as_deref().unwrap_or_default(), &at("note"));
            points.extend(date.map(|date| Point {
                date,
                value: point.value,
                source: source.map(SourceId::new),
                note,
            }));
        }
        points.sort_by_key(|point| (point.date.earliest(), point.date.end()));
        Some(Series {
            key: record.id.as_str().into(),
            name: self.title(&record.name, &[Key("name")]),
            unit: self.optional(record.unit.as_deref(), "unit").unwrap_or_default(),
            party: self
                .find(&known.parties, record.party.as_deref(), &[Key("party")], Cost::Link)
                .map(PartyId::new),
            basis: match record.basis {
                Some(BasisRecord::Declared) => FigureBasis::Declared,
                Some(BasisRecord::Estimate) | None => FigureBasis::Estimate,
            },
            source: SourceId::new(source?),
            limit_of: self
                .find(&known.treaties, record.limit_of.as_deref(), &[Key("limit_of")], Cost::Link)
                .map(TreatyId::new),
            points,
        })
    }

    /// Warns of an implausible figure.
    fn warn_odd(&mut self, value: f64, path: &[PathStep<'_>]) {
        let is_negative = value < 0.0;
        if !is_negative && value <= MAX_FIGURE {
            return;
        }
        self.report(Rule::OddFigure, path, || {
            let figure = if value.abs() > MAX_FIGURE { format!("{value:e}") } else { value.to_string() };
            RecordProblem::OddFigure { figure, is_negative }
        });
    }
}
