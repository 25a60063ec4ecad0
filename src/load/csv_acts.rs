//! Lists of acts in an archive of CSV tables: a row for each act of a party, and what each list says of itself.

use std::collections::HashMap;

use serde_json::{Map, Value, json};

use super::csv_cells::{Cells, insert, push, value_of};
use super::records::act_key;
use super::table::header_words::kind_of;

/// The table of acts, that of their lists, and that of what was seen elsewhere.
pub(super) const ACTS: &str = "acts";
pub(super) const ACT_LISTS: &str = "act_lists";
pub(super) const ACT_SOURCES: &str = "act_sources";

/// A list as it stands in the native format.
#[derive(Default)]
pub(super) struct ActTable {
    /// What it says of itself.
    pub(super) head: Map<String, Value>,
    /// A row for each party.
    rows: Vec<ActRow>,
}

struct ActRow {
    party: String,
    dates: Map<String, Value>,
    protocol: Option<String>,
}

impl ActTable {
    /// Its rows as they stand in the native format.
    pub(super) fn rows(&self) -> impl Iterator<Item = Value> {
        self.rows.iter().map(|ActRow { party, dates, protocol }| match protocol {
            Some(protocol) => json!([party, dates, protocol]),
            None => json!([party, dates]),
        })
    }

    /// Adds an act to the row of its party, or to a new one where the party did the same before: it left and came back.
    fn add(&mut self, party: String, protocol: Option<String>, act: String, date: String) {
        let goes_on = self
            .rows
            .last_mut()
            .filter(|row| row.party == party && row.protocol == protocol && !row.dates.contains_key(&act));
        if let Some(row) = goes_on {
            row.dates.insert(act, date.into());
        } else {
            let dates = std::iter::once((act, date.into())).collect();
            self.rows.push(ActRow { party, dates, protocol });
        }
    }
}

/// The lists of an archive, from its three tables. Acts that name no list belong to the one of their treaty and source.
pub(super) fn act_tables(lists: Vec<Cells>, acts: Vec<Cells>, sources: Vec<Cells>) -> Vec<ActTable> {
    let mut tables: Vec<ActTable> = Vec::new();
    let mut positions: HashMap<String, usize> = HashMap::new();
    let position = |tables: &mut Vec<ActTable>, positions: &mut HashMap<String, usize>, key: String| {
        *positions.entry(key).or_insert_with(|| {
            tables.push(ActTable::default());
            tables.len() - 1
        })
    };
    for mut cells in lists {
        let id = taken(&mut cells, "id").unwrap_or_default();
        let index = position(&mut tables, &mut positions, id);
        if let Some(table) = tables.get_mut(index) {
            for (name, text) in cells {
                insert(&mut table.head, &name, value_of(&name, text));
            }
        }
    }
    for mut cells in acts {
        let [list, treaty, source] = ["list", "treaty", "source"].map(|name| taken(&mut cells, name));
        let [party, act, date] =
            ["party", "act", "date"].map(|name| taken(&mut cells, name).unwrap_or_default());
        let protocol = taken(&mut cells, "protocol");
        let key = list.unwrap_or_else(|| {
            [treaty.as_deref(), source.as_deref()].map(Option::unwrap_or_default).join("\0")
        });
        let index = position(&mut tables, &mut positions, key);
        let Some(table) = tables.get_mut(index) else { continue };
        for (name, text) in [("treaty", treaty), ("source", source)] {
            if let Some(text) = text {
                table.head.entry(name).or_insert_with(|| text.into());
            }
        }
        let known = kind_of(&act).filter(|kind| crate::domain::Act::KINDS.contains(kind));
        let act = known.map_or(act, |kind| act_key(kind).to_owned());
        table.add(party, protocol, act, date);
    }
    for mut cells in sources {
        let Some(id) = taken(&mut cells, "list") else { continue };
        if let Some(table) = positions.get(&id).and_then(|&index| tables.get_mut(index)) {
            push(&mut table.head, "also", cells);
        }
    }
    tables
}

/// The cell of a column, which is taken out.
fn taken(cells: &mut Cells, name: &str) -> Option<String> {
    let at = cells.iter().position(|(column, _)| column == name)?;
    Some(cells.remove(at).1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(pairs: &[(&str, &str)]) -> Cells {
        pairs.iter().map(|&(name, text)| (name.to_owned(), text.to_owned())).collect()
    }

    #[test]
    fn acts_of_one_party_are_a_row_and_one_that_came_back_has_two() {
        let act = |party, act, date| {
            cells(&[("treaty", "pact"), ("source", "s"), ("party", party), ("act", act), ("date", date)])
        };
        let tables = act_tables(
            Vec::new(),
            vec![
                act("NOR", "Signature", "1930"),
                act("NOR", "in_force", "1931"),
                act("SOU", "acceded", "1930"),
                act("NOR", "acceded", "1935"),
                act("NOR", "entered into force", "1936"),
            ],
            Vec::new(),
        );
        assert_eq!(tables.len(), 1);
        assert_eq!(Value::Object(tables[0].head.clone()), json!({ "treaty": "pact", "source": "s" }));
        assert_eq!(
            tables[0].rows().collect::<Vec<_>>(),
            [
                json!(["NOR", { "signed": "1930", "in_force": "1931" }]),
                json!(["SOU", { "acceded": "1930" }]),
                json!(["NOR", { "acceded": "1935", "in_force": "1936" }]),
            ]
        );
    }

    #[test]
    fn a_list_says_of_itself_what_its_row_holds() {
        let tables = act_tables(
            vec![cells(&[
                ("id", "1"),
                ("treaty", "pact"),
                ("source", "s"),
                ("rule.text", "x"),
                ("lacks", "a|b"),
            ])],
            vec![cells(&[
                ("list", "1"),
                ("party", "NOR"),
                ("act", "joined"),
                ("date", "1930"),
                ("protocol", "P"),
            ])],
            vec![cells(&[("list", "1"), ("source", "t"), ("parties", "NOR"), ("keys", "signed")])],
        );
        let head = json!({
            "treaty": "pact", "source": "s", "rule": { "text": "x" }, "lacks": ["a", "b"],
            "also": [{ "source": "t", "parties": ["NOR"], "keys": ["signed"] }],
        });
        assert_eq!(Value::Object(tables[0].head.clone()), head);
        assert_eq!(tables[0].rows().collect::<Vec<_>>(), [json!(["NOR", { "joined": "1930" }, "P"])]);
    }
}
