//! The daily event tables of GDELT, which come without a row of names: they are known by their columns.

use crate::records::{Mapping, Role, Shape};

use super::Table;
use super::header_words::role_of;

/// The columns of version 2; version 1 is without the second code of the region of each place, and before April 2013
/// without the address at the end.
const COLUMNS: [&str; 61] = [
    "GLOBALEVENTID",
    "SQLDATE",
    "MonthYear",
    "Year",
    "FractionDate",
    "Actor1Code",
    "Actor1Name",
    "Actor1CountryCode",
    "Actor1KnownGroupCode",
    "Actor1EthnicCode",
    "Actor1Religion1Code",
    "Actor1Religion2Code",
    "Actor1Type1Code",
    "Actor1Type2Code",
    "Actor1Type3Code",
    "Actor2Code",
    "Actor2Name",
    "Actor2CountryCode",
    "Actor2KnownGroupCode",
    "Actor2EthnicCode",
    "Actor2Religion1Code",
    "Actor2Religion2Code",
    "Actor2Type1Code",
    "Actor2Type2Code",
    "Actor2Type3Code",
    "IsRootEvent",
    "EventCode",
    "EventBaseCode",
    "EventRootCode",
    "QuadClass",
    "GoldsteinScale",
    "NumMentions",
    "NumSources",
    "NumArticles",
    "AvgTone",
    "Actor1Geo_Type",
    "Actor1Geo_FullName",
    "Actor1Geo_CountryCode",
    "Actor1Geo_ADM1Code",
    "Actor1Geo_ADM2Code",
    "Actor1Geo_Lat",
    "Actor1Geo_Long",
    "Actor1Geo_FeatureID",
    "Actor2Geo_Type",
    "Actor2Geo_FullName",
    "Actor2Geo_CountryCode",
    "Actor2Geo_ADM1Code",
    "Actor2Geo_ADM2Code",
    "Actor2Geo_Lat",
    "Actor2Geo_Long",
    "Actor2Geo_FeatureID",
    "ActionGeo_Type",
    "ActionGeo_FullName",
    "ActionGeo_CountryCode",
    "ActionGeo_ADM1Code",
    "ActionGeo_ADM2Code",
    "ActionGeo_Lat",
    "ActionGeo_Long",
    "ActionGeo_FeatureID",
    "DATEADDED",
    "SOURCEURL",
];

/// How many rows are looked at.
const SAMPLE_ROWS: usize = 20;

/// The names of the columns, if a table without names is one of GDELT: an event's number, its day, month and year in digits,
/// and as many columns as one of the versions has.
pub(super) fn column_names(table: &Table) -> Option<Vec<&'static str>> {
    let is_of_version_1 = |name: &&str| !name.ends_with("ADM2Code");
    // The address at the end may be missing in each of the first rows.
    let mut names: Vec<&str> = match table.width() {
        60 | 61 => COLUMNS.to_vec(),
        57 | 58 => COLUMNS.into_iter().filter(is_of_version_1).collect(),
        _ => return None,
    };
    names.truncate(table.width());
    let is_number =
        |text: &str, len: usize| text.len() == len && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_event = |row: usize| {
        let [id, day, month, year] = [0, 1, 2, 3].map(|column| table.cell(row, column));
        !id.is_empty()
            && id.bytes().all(|byte| byte.is_ascii_digit())
            && is_number(day, 8)
            && is_number(month, 6)
            && is_number(year, 4)
            && day.starts_with(month)
            && month.starts_with(year)
    };
    let mut rows = (0..table.rows()).take(SAMPLE_ROWS).filter(|&row| !table.is_blank(row));
    (table.rows() > 0 && rows.all(is_event)).then_some(names)
}

/// How such a table is read: a lane for each state of the first actor.
pub(super) fn mapping(names: &[&str]) -> Mapping {
    let role = |name: &&str| match *name {
        "Actor1CountryCode" => Role::Lane,
        "Actor1Name" | "MonthYear" | "Year" => Role::Keep,
        "EventCode" => Role::Kind,
        name => role_of(name).filter(|&(_, sure)| sure == 2).map_or(Role::Keep, |(role, _)| role),
    };
    let roles = names.iter().map(role).collect();
    Mapping { shape: Shape::Events, header_row: None, roles, day_first: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::table::table_of;

    #[test]
    fn each_version_is_known_by_its_columns() {
        for width in [57, 58, 61] {
            let row = |id: usize| {
                let mut cells = vec![String::new(); width];
                for (cell, text) in
                    std::iter::zip(&mut cells, [id.to_string().as_str(), "20150218", "201502", "2015"])
                {
                    text.clone_into(cell);
                }
                cells[width - 1] = "x".to_owned();
                cells.join("\t")
            };
            let text = format!("{}\n{}\n", row(410_000_001), row(410_000_002));
            let (_, table) = table_of("x.export.CSV", text, None);
            let names = column_names(&table).unwrap();
            assert!(names.len() >= width, "{width}");
            let mapping = mapping(&names);
            let of = |wanted: Role| names[mapping.roles.iter().position(|&role| role == wanted).unwrap()];
            assert_eq!(
                [of(Role::Date), of(Role::Lane), of(Role::Id)],
                ["SQLDATE", "Actor1CountryCode", "GLOBALEVENTID"]
            );
            let shorter = table_of("x.csv", "410000001\t20150218\t201502\t2015\n".to_owned(), None).1;
            assert_eq!(column_names(&shorter), None);
        }
    }
}
