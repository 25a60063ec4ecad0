//! States by the names and codes that tables use, as ids of parties.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::header_words::folded;

/// A state, or an organisation that is party to treaties.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::load) struct Country {
    /// ISO 3166-1 alpha-3; ISO 3166-3 for states that are no more.
    pub(in crate::load) id: &'static str,
    /// What it is called where a table has only a code.
    pub(in crate::load) name: &'static str,
}

/// Which list the codes of a column are from. The two disagree: `AUS` is Australia and Austria.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::load) enum Codes {
    /// ISO 3166-1: two letters, three letters, or a number.
    #[default]
    Iso,
    /// Correlates of War: three letters or a number.
    Cow,
}

/// States that took over the rights and duties of another one, as in the bundled dataset.
pub(super) const SUCCESSORS: [(&str, &str); 3] = [("RUS", "SUN"), ("CZE", "CSK"), ("SVK", "CSK")];

static TABLE: LazyLock<CountryTable> = LazyLock::new(|| CountryTable::of(include_str!("countries.tsv")));

#[derive(Default)]
struct CountryTable {
    names: HashMap<String, Country>,
    iso: HashMap<&'static str, Country>,
    cow: HashMap<&'static str, Country>,
}

impl CountryTable {
    fn of(text: &'static str) -> Self {
        let mut table = Self::default();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let mut cells = line.split('\t');
            let mut cell = || cells.next().unwrap_or_default();
            let (id, alpha_2, number) = (cell(), cell(), cell());
            let (cow, cow_number, names) = (cell(), cell(), cell());
            let name = names.split('|').next().unwrap_or_default();
            let country = Country { id, name };
            for code in [id, alpha_2, number].into_iter().filter(|code| !code.is_empty()) {
                table.iso.entry(code).or_insert(country);
            }
            for code in [cow, cow_number].into_iter().filter(|code| !code.is_empty()) {
                table.cow.entry(code).or_insert(country);
            }
            for name in names.split('|') {
                table.names.entry(folded(name)).or_insert(country);
            }
        }
        table
    }
}

impl Codes {
    /// The list that the codes of a column are from, judged by all of them and by what the column is called.
    pub(super) fn of<'c>(header: &str, cells: impl Iterator<Item = &'c str>) -> Self {
        let header = folded(header);
        if header
            .split(' ')
            .any(|word| matches!(word, "cow" | "cowcode" | "ccode" | "stateabb" | "gwno" | "gwcode"))
        {
            return Self::Cow;
        }
        let (mut iso, mut cow) = (0_usize, 0_usize);
        for cell in cells.filter(|cell| is_code(cell)) {
            iso += usize::from(Self::Iso.find(cell).is_some());
            cow += usize::from(Self::Cow.find(cell).is_some());
        }
        if cow > iso { Self::Cow } else { Self::Iso }
    }

    fn find(self, code: &str) -> Option<Country> {
        let number = code.trim_start_matches('0');
        let code = if number.bytes().all(|byte| byte.is_ascii_digit()) { number } else { code };
        match self {
            Self::Iso => TABLE.iso.get(code).copied(),
            Self::Cow => TABLE.cow.get(code).copied(),
        }
    }
}

/// Whether a cell looks like a code and not like a name.
fn is_code(cell: &str) -> bool {
    let is_number = (1..=3).contains(&cell.len()) && cell.bytes().all(|byte| byte.is_ascii_digit());
    is_number || ((2..=3).contains(&cell.len()) && cell.bytes().all(|byte| byte.is_ascii_uppercase()))
}

/// The state that a cell names, by its name in one of five languages or by its code.
pub(in crate::load) fn country(cell: &str, codes: Codes) -> Option<Country> {
    let cell = cell.trim();
    if is_code(cell)
        && let Some(country) = codes.find(cell)
    {
        return Some(country);
    }
    let by_name = |name: &str| {
        let name = folded(name);
        let bare = name.strip_prefix("the ").unwrap_or(&name);
        TABLE.names.get(bare).copied()
    };
    // Behind a name may stand a remark in brackets or the number of a note.
    let before = cell.split(['(', '[', '*']).next().unwrap_or_default();
    let without_note = cell.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | ',' | '*'));
    by_name(cell).or_else(|| by_name(before)).or_else(|| by_name(without_note))
}

/// The id of the state with this name, where nothing else stands beside the name: `Germany (East)` is not Germany.
pub(in crate::load) fn country_of_name(name: &str) -> Option<&'static str> {
    let has_note = name.contains(['(', '[', '*', ',']) || name.ends_with(|c: char| c.is_ascii_digit());
    let country = country(name, Codes::Iso).filter(|_| !has_note);
    country.map(|country| country.id)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(cell: &str) -> Option<&'static str> {
        country(cell, Codes::Iso).map(|country| country.id)
    }

    #[test]
    fn states_are_known_by_name_in_five_languages_and_by_code() {
        for (cell, expected) in [
            ("United States", Some("USA")),
            ("United States of America", Some("USA")),
            ("the United Kingdom", Some("GBR")),
            ("U.S.A.", Some("USA")),
            ("États-Unis", Some("USA")),
            ("США", Some("USA")),
            ("Vereinigte Staaten", Some("USA")),
            ("Россия", Some("RUS")),
            ("Russia (Soviet Union)", Some("RUS")),
            ("USSR", Some("SUN")),
            ("СССР", Some("SUN")),
            ("Russian Federation 5", Some("RUS")),
            ("Frankreich", Some("FRA")),
            ("Corea del Sur", Some("KOR")),
            ("Iran (Islamic Republic of)", Some("IRN")),
            ("Turkey", Some("TUR")),
            ("Türkiye", Some("TUR")),
            ("Viet Nam", Some("VNM")),
            ("Côte d'Ivoire", Some("CIV")),
            ("GB", Some("GBR")),
            ("NA", Some("NAM")),
            ("GBR", Some("GBR")),
            ("643", Some("RUS")),
            ("4", Some("AFG")),
            ("004", Some("AFG")),
            ("NATO", Some("NATO")),
            ("Ruritania", None),
            ("gb", None),
            ("999", None),
            ("", None),
        ] {
            assert_eq!(id(cell), expected, "{cell}");
        }
    }

    #[test]
    fn the_list_of_codes_is_judged_by_the_whole_column() {
        let codes = |cells: &[&str]| Codes::of("state", cells.iter().copied());
        assert_eq!(codes(&["AUS", "FRN", "UKG"]), Codes::Cow);
        assert_eq!(codes(&["AUS", "FRA", "GBR"]), Codes::Iso);
        assert_eq!(codes(&["2", "200", "365"]), Codes::Cow);
        assert_eq!(codes(&["840", "826", "643"]), Codes::Iso);
        assert_eq!(Codes::of("ccode", ["20", "70"].into_iter()), Codes::Cow);
        assert_eq!(country("AUS", Codes::Cow).map(|country| country.id), Some("AUT"));
        assert_eq!(country("255", Codes::Cow).map(|country| country.id), Some("DEU"));
    }

    #[test]
    fn each_line_of_the_table_has_an_id_and_a_name_and_no_code_means_two_states() {
        let mut seen: HashMap<(usize, &str), &str> = HashMap::new();
        let table = include_str!("countries.tsv");
        let lines: Vec<&str> = table.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(lines.len() > 240, "{}", lines.len());
        for line in lines {
            let cells: Vec<&str> = line.split('\t').collect();
            assert_eq!(cells.len(), 6, "{line}");
            assert!(!cells[0].is_empty() && !cells[5].is_empty(), "{line}");
            for (column, code) in cells[..5].iter().enumerate().filter(|(_, code)| !code.is_empty()) {
                let first = seen.entry((column, code)).or_insert(cells[0]);
                assert_eq!(*first, cells[0], "{code} in column {column}");
            }
        }
    }
}
