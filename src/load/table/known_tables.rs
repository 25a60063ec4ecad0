//! Tables whose columns have the names of one that a person has explained before.

use crate::records::{KnownTable, Mapping};

use super::Table;
use super::guess::MAX_PREAMBLE;

/// How a table is read that has these names of columns, in whichever of its first rows.
pub(crate) fn mapping_for(table: &Table, headers: &[String], mapping: &Mapping) -> Option<Mapping> {
    if headers.iter().all(|header| header.is_empty()) {
        return None;
    }
    let width = table.width().max(headers.len());
    let is_header = |&row: &usize| {
        (0..width)
            .all(|column| table.cell(row, column) == headers.get(column).map_or("", |header| header.trim()))
    };
    let row = (0..table.rows().min(MAX_PREAMBLE)).find(is_header)?;
    Some(Mapping { header_row: Some(row), ..mapping.clone() })
}

/// How a table is read that is like one of those known.
pub(crate) fn known_mapping(table: &Table, known: &[KnownTable]) -> Option<Mapping> {
    known.iter().find_map(|known| mapping_for(table, &known.headers, &known.mapping))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::table::table_of;
    use crate::records::{Role, Shape};

    #[test]
    fn a_table_is_known_by_the_names_of_all_its_columns_wherever_they_stand() {
        let roles = vec![Role::Date, Role::Title];
        let mapping = Mapping { shape: Shape::Events, header_row: Some(0), roles, day_first: Some(true) };
        let known = KnownTable { headers: vec!["Wann".to_owned(), "Was".to_owned()], mapping };
        let row = |text: &str| {
            let (_, table) = table_of("x.csv", text.to_owned(), None);
            let mapping = known_mapping(&table, std::slice::from_ref(&known))?;
            mapping.header_row
        };
        assert_eq!(row("Wann,Was\n1987,a\n"), Some(0));
        assert_eq!(row("Meine Liste,\n\nWann,Was\n1987,a\n"), Some(1), "blank lines are no rows");
        assert_eq!(row("Was,Wann\na,1987\n"), None);
        assert_eq!(row("Wann,Was,Wo\n1987,a,b\n"), None);
    }
}
