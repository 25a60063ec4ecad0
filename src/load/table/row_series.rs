//! Tables of figures: whose they are, of which year, how many.

use crate::diagnostics::{Rule, TableProblem};
use crate::load::reader::{Row, shortened};
use crate::records::{PointRecord, Role, SeriesRecord};

use super::dates::is_nothing;
use super::row::TableReader;

impl TableReader<'_, '_, '_, '_> {
    /// A figure.
    pub(super) fn series_row(&mut self, row: usize) {
        let Some(date) = self.span_of(row) else {
            self.left_out(row, TableProblem::RowWithoutDate);
            return;
        };
        let entity = self.text(row, Role::Entity).or_else(|| self.text(row, Role::Party)).unwrap_or_default();
        let entity_codes =
            self.column(Role::Entity).map(|column| self.columns.codes(column)).unwrap_or_default();
        let country = super::countries::country(&entity, entity_codes);
        // A code says little in a list of series.
        let is_state = country.is_some();
        let shown =
            country.filter(|_| entity.len() < 4).map_or(entity.as_str(), |country| country.name).to_owned();
        let columns: Vec<usize> = std::iter::zip(0.., &self.mapping.roles)
            .filter(|&(_, &role)| role == Role::Value)
            .map(|(c, _)| c)
            .collect();
        for column in columns {
            let cell = self.table.cell(row, column);
            if self.number(cell).is_none() && is_nothing(cell) {
                continue;
            }
            let Some(value) = self.number(cell) else {
                let cell = shortened(cell);
                self.report(Rule::UnreadableCell, row, column, || TableProblem::NoFigure(cell));
                continue;
            };
            let (what, unit) = unit_of(&self.header(column));
            let name = [shown.as_str(), &what]
                .iter()
                .filter(|part| !part.is_empty())
                .copied()
                .collect::<Vec<_>>()
                .join(": ");
            let (index, is_new) = self.series.index(&name);
            if is_new {
                let id = self.series.id(index).to_owned();
                let source = Some(self.source(row));
                let entity_column = self.column(Role::Entity).or_else(|| self.column(Role::Party));
                let party =
                    entity_column.filter(|_| is_state).and_then(|column| self.party(row, column, &entity));
                let record = SeriesRecord {
                    id,
                    name,
                    unit,
                    party,
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

/// What a column counts, and the unit that its header names in brackets behind it.
fn unit_of(header: &str) -> (String, Option<String>) {
    let plain = || header.replace('_', " ");
    let Some((what, unit)) = header.strip_suffix([')', ']']).and_then(|rest| rest.rsplit_once(['(', '[']))
    else {
        return (plain(), None);
    };
    let (what, unit) = (what.trim(), unit.trim());
    if what.is_empty() || unit.is_empty() {
        (plain(), None)
    } else {
        (what.replace('_', " "), Some(unit.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::unit_of;

    #[test]
    fn a_unit_stands_in_brackets_behind_what_is_counted() {
        let of = |header: &str| unit_of(header);
        assert_eq!(of("Stockpile (warheads)"), ("Stockpile".to_owned(), Some("warheads".to_owned())));
        assert_eq!(of("nuclear_weapons_stockpile"), ("nuclear weapons stockpile".to_owned(), None));
        assert_eq!(of("(warheads)"), ("(warheads)".to_owned(), None));
    }
}
