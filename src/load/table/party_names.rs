//! Several parties in one cell: “USA and USSR”, “США и СССР”, “US, UK, USSR”.

use super::countries::{Codes, country};

/// Words between the last two of a list.
const AND: [&str; 5] = ["and", "и", "et", "und", "y"];
/// A state's name holds no more separators than this: “Bonaire, Sint Eustatius and Saba”.
const MAX_PIECES: usize = 4;

/// The names in a cell, if it surely holds several: semicolons divide them, at least two are those of states, or one is and
/// no mere comma divides them. “Bosnia and Herzegovina” and “Korea, Republic of” are one.
pub(in crate::load) fn several(cell: &str, codes: Codes) -> Option<Vec<&str>> {
    if cell.contains([';', '\n']) {
        // No name of a state has either, so that these part names whoever is meant.
        let parts = cell.split([';', '\n']).map(bare).filter(|part| !part.is_empty());
        let names: Vec<&str> =
            parts.flat_map(|part| several(part, codes).unwrap_or_else(|| vec![part])).collect();
        return (names.len() > 1).then_some(names);
    }
    // Nearly every cell names one.
    let has_and = || cell.split(' ').any(|word| AND.iter().any(|and| word.eq_ignore_ascii_case(and)));
    if !cell.contains([',', '&', '+']) && !has_and() {
        return None;
    }
    let (pieces, is_divided) = pieces(cell);
    if pieces.len() < 2 || country(cell, codes).is_some() {
        return None;
    }
    let mut names: Vec<&str> = Vec::new();
    let mut known = 0;
    let mut rest = pieces.as_slice();
    while let Some((first, _)) = rest.first().copied() {
        let longest = (1..=rest.len().min(MAX_PIECES)).rev().find_map(|count| {
            let (taken, rest) = rest.split_at_checked(count)?;
            let name = bare(cell.get(first..taken.last()?.1)?);
            country(name, codes).map(|_| (name, rest))
        });
        if let Some((name, after)) = longest {
            known += 1;
            names.push(name);
            rest = after;
        } else if let Some((&(start, end), after)) = rest.split_first() {
            names.push(bare(cell.get(start..end)?));
            rest = after;
        }
    }
    names.retain(|name| !name.is_empty());
    (names.len() > 1 && (known > 1 || (known == 1 && is_divided))).then_some(names)
}

/// A name without spaces and an article.
fn bare(name: &str) -> &str {
    let name = name.trim();
    name.strip_prefix("the ").unwrap_or(name)
}

/// The parts of a cell between commas, `&`, `+` and words for “and”; and whether something else than commas divides them.
fn pieces(cell: &str) -> (Vec<(usize, usize)>, bool) {
    let mut pieces = Vec::new();
    let (mut start, mut is_divided) = (0, false);
    for (at, c) in cell.char_indices() {
        if at < start {
            continue;
        }
        let after = match c {
            ',' => at + 1,
            '&' | '+' => {
                is_divided = true;
                at + 1
            }
            ' ' => {
                let rest = cell.get(at + 1..).unwrap_or_default();
                let Some((word, more)) = rest.split_once(' ') else { continue };
                if more.trim().is_empty() || !AND.iter().any(|and| word.eq_ignore_ascii_case(and)) {
                    continue;
                }
                is_divided = true;
                at + 1 + word.len()
            }
            _ => continue,
        };
        pieces.push((start, at));
        start = after;
    }
    pieces.push((start, cell.len()));
    pieces.retain(|&(start, end)| cell.get(start..end).is_some_and(|piece| !piece.trim().is_empty()));
    (pieces, is_divided)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_with_several_states_names_each() {
        for (cell, expected) in [
            ("USA and USSR", Some(vec!["USA", "USSR"])),
            ("США и СССР", Some(vec!["США", "СССР"])),
            ("US, UK, USSR", Some(vec!["US", "UK", "USSR"])),
            (
                "the United States, the United Kingdom, and France",
                Some(vec!["United States", "United Kingdom", "France"]),
            ),
            ("France & Italy", Some(vec!["France", "Italy"])),
            ("Allemagne et France", Some(vec!["Allemagne", "France"])),
            ("Deutschland und Frankreich", Some(vec!["Deutschland", "Frankreich"])),
            ("Francia y España", Some(vec!["Francia", "España"])),
            ("USA; Ruritania", Some(vec!["USA", "Ruritania"])),
            ("USA, USSR, Ruritania", Some(vec!["USA", "USSR", "Ruritania"])),
            (
                "Bosnia and Herzegovina and Trinidad and Tobago",
                Some(vec!["Bosnia and Herzegovina", "Trinidad and Tobago"]),
            ),
            ("Bosnia and Herzegovina", None),
            ("Босния и Герцеговина", None),
            ("Korea, Republic of", None),
            ("Ruritania and Utopia", None),
            ("Freedonia; Sylvania", Some(vec!["Freedonia", "Sylvania"])),
            (
                "Bosnia and Herzegovina; France and Italy; ",
                Some(vec!["Bosnia and Herzegovina", "France", "Italy"]),
            ),
            ("Freedonia;", None),
            ("Smith, John", None),
            ("France", None),
            (" and ", None),
            ("", None),
        ] {
            assert_eq!(several(cell, Codes::Iso), expected, "{cell}");
        }
    }
}
