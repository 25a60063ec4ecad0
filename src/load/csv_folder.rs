//! An archive of CSV tables with the fields of the native format, one for each kind of record, as a file of that format.
//!
//! `convert` writes such archives, and a person can fill them in: `treaties.csv`, `events.csv`, and so on. What a record has
//! several of stands in a table of its own, with the record's id in its first column, or in its row if there is one.

use std::collections::HashMap;

use serde_json::{Map, Value};

use crate::text::unescape_formula;

use super::csv_acts::{ACT_LISTS, ACT_SOURCES, ACTS, ActTable, act_tables};
use super::csv_cells::{Cells, insert, push, value_of};
use super::table::table_of;
use super::zip_entries::{Entry, entries};

/// The tables of records, by the name of their list.
const LISTS: [&str; 7] = ["parties", "speakers", "sources", "treaties", "events", "statements", "series"];
/// The tables of what records have several of: the name of the table, the list of its records, the field of these, and the
/// column for the record's id.
const INNER: [(&str, &str, &str, &str); 5] = [
    ("dates", "events", "dates", "event"),
    ("event_links", "events", "links", "from"),
    ("treaty_links", "treaties", "links", "from"),
    ("about", "statements", "about", "statement"),
    ("points", "series", "points", "series"),
];
/// Fields that are lists even where nothing is in them.
const REQUIRED: [(&str, &str); 3] = [("events", "dates"), ("statements", "about"), ("series", "points")];

/// Names and texts of a record's own columns, in their order.
type OwnFields = HashMap<(String, String), Vec<(String, String)>>;

/// The native file that an archive of tables stands for, one record to a line; `None` if it is no such archive.
pub(super) fn native_text(title: &str, bytes: &[u8], limit: u64) -> Option<String> {
    let entries = entries(bytes).ok()?;
    let package = Package::of(&entries, bytes, limit);
    let find = |name: &str| {
        let described = package.as_ref().and_then(|package| package.path_of(name));
        let by_path = described.and_then(|path| entries.iter().find(|entry| entry.name == path));
        by_path.or_else(|| entries.iter().find(|entry| stem(entry) == name))
    };
    if find("events").is_none() || LISTS.iter().filter(|list| find(list).is_some()).count() < 2 {
        return None;
    }
    let mut left = limit;
    let mut rows = |name: &str| -> Option<Vec<Cells>> {
        let Some(entry) = find(name) else { return Some(Vec::new()) };
        let unpacked = entry.unpacked(bytes, left).ok()?;
        left = left.saturating_sub(unpacked.len() as u64);
        Some(rows_of(&entry.name, &unpacked))
    };
    let mut top = Map::new();
    for (name, text) in rows("dataset")?.into_iter().next().unwrap_or_default() {
        insert(&mut top, &name, value_of(&name, text));
    }
    top.insert("format".to_owned(), "treaty-timeline/1".into());
    let described = package.as_ref().and_then(|package| package.value.get("title")?.as_str());
    top.entry("title").or_insert_with(|| described.unwrap_or(title).into());
    let mut lists: HashMap<&str, Vec<Map<String, Value>>> = HashMap::new();
    for list in LISTS {
        lists.insert(list, rows(list)?.into_iter().map(|cells| record_of(list, cells)).collect());
    }
    for (table, list, field, owner) in INNER {
        let records = lists.entry(list).or_default();
        let positions: HashMap<String, usize> = records
            .iter()
            .enumerate()
            .filter_map(|(index, record)| Some((record.get("id")?.as_str()?.to_owned(), index)))
            .collect();
        for mut cells in rows(table)? {
            let Some(at) = cells.iter().position(|(name, _)| name == owner) else { continue };
            let (_, id) = cells.remove(at);
            if let Some(record) = positions.get(&id).and_then(|&index| records.get_mut(index)) {
                push(record, field, cells);
            }
        }
    }
    let mut own: OwnFields = HashMap::new();
    for cells in rows("fields")? {
        let cell = |name: &str| cells.iter().find(|(column, _)| column == name).map(|(_, text)| text.clone());
        if let (Some(table), Some(id), Some(name)) = (cell("table"), cell("id"), cell("name")) {
            own.entry((table, id)).or_default().push((name, cell("text").unwrap_or_default()));
        }
    }
    let acts = act_tables(rows(ACT_LISTS)?, rows(ACTS)?, rows(ACT_SOURCES)?);
    written(&top, &lists, &own, &acts)
}

/// The description of a Frictionless data package, which may keep tables under other names.
struct Package {
    value: Value,
    /// The folder that it is in, with a slash at its end, or nothing.
    folder: String,
}

impl Package {
    fn of(entries: &[Entry], bytes: &[u8], limit: u64) -> Option<Self> {
        const NAME: &str = "datapackage.json";
        let is_package = |entry: &&Entry| entry.name.rsplit('/').next() == Some(NAME);
        let entry = entries.iter().find(is_package)?;
        let value = serde_json::from_slice(&entry.unpacked(bytes, limit).ok()?).ok()?;
        Some(Self { value, folder: entry.name.strip_suffix(NAME)?.to_owned() })
    }

    /// The path of the table that it describes under a name.
    fn path_of(&self, name: &str) -> Option<String> {
        let resources = self.value.get("resources")?.as_array()?;
        let named = |resource: &&Value| resource.get("name").and_then(Value::as_str) == Some(name);
        let path = resources.iter().find(named)?.get("path")?;
        // A table may be cut into several files; of these only the first is known to have the header.
        let path = path.as_str().or_else(|| path.get(0)?.as_str())?;
        Some(format!("{}{}", self.folder, path.trim_start_matches("./")))
    }
}

/// The name of a table in an archive, without its folder and extension.
fn stem(entry: &Entry) -> &str {
    let base = entry.name.rsplit('/').next().unwrap_or_default();
    base.strip_suffix(".csv").or_else(|| base.strip_suffix(".tsv")).unwrap_or_default()
}

/// The rows of a table below its header.
fn rows_of(name: &str, bytes: &[u8]) -> Vec<Cells> {
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start_matches('\u{feff}').to_owned();
    let (_, table) = table_of(name, text, None);
    let headers: Vec<String> = (0..table.width()).map(|column| table.cell(0, column).to_owned()).collect();
    let row = |row: usize| -> Cells {
        let cells = std::iter::zip(0.., &headers).map(|(column, name)| (name, table.raw_cell(row, column)));
        let filled = cells.filter(|(name, cell)| !name.is_empty() && !cell.is_empty());
        filled.map(|(name, cell)| (name.clone(), unescape_formula(cell).to_owned())).collect()
    };
    (1..table.rows()).map(row).filter(|cells| !cells.is_empty()).collect()
}

fn record_of(list: &str, cells: Cells) -> Map<String, Value> {
    let mut record = Map::new();
    for (table, field) in REQUIRED {
        if table == list {
            record.insert(field.to_owned(), Value::Array(Vec::new()));
        }
    }
    let (mut date, mut about) = (Cells::new(), Cells::new());
    for (name, text) in cells {
        match (list, name.as_str()) {
            // The one date of an event and what the words are about may stand in their rows.
            ("events", "edtf" | "date") => date.push(("edtf".to_owned(), text)),
            ("events", "source" | "role" | "note") => date.push((name, text)),
            ("statements", "event" | "treaty") => about.push((name, text)),
            _ => insert(&mut record, &name, value_of(&name, text)),
        }
    }
    if date.iter().any(|(name, _)| name == "edtf") {
        push(&mut record, "dates", date);
    }
    for cell in about {
        push(&mut record, "about", vec![cell]);
    }
    record
}

/// The file as text, one record to a line, so that a problem is shown with its record.
fn written(
    top: &Map<String, Value>,
    lists: &HashMap<&str, Vec<Map<String, Value>>>,
    own: &OwnFields,
    acts: &[ActTable],
) -> Option<String> {
    let mut text = serde_json::to_string(top).ok()?;
    text.pop();
    for list in LISTS {
        text.extend([",\n\"", list, "\":["]);
        for (index, record) in lists.get(list).into_iter().flatten().enumerate() {
            text.push_str(if index > 0 { ",\n" } else { "\n" });
            text.push_str(&serde_json::to_string(record).ok()?);
            let id = record.get("id").and_then(Value::as_str).unwrap_or_default();
            if let Some(fields) = own.get(&(list.to_owned(), id.to_owned())) {
                text.pop();
                text.push_str(",\"fields\":{");
                for (index, (name, value)) in fields.iter().enumerate() {
                    let pair = [serde_json::to_string(name).ok()?, serde_json::to_string(value).ok()?];
                    text.push_str(if index > 0 { "," } else { "" });
                    text.push_str(&pair.join(":"));
                }
                text.push_str("}}");
            }
            if index + 1 == lists.get(list).map_or(0, Vec::len) {
                text.push('\n');
            }
        }
        text.push(']');
    }
    for (index, list) in acts.iter().enumerate() {
        text.push_str(if index > 0 { ",\n" } else { ",\n\"acts\":[\n" });
        let head = serde_json::to_string(&list.head).ok()?;
        text.push_str(head.strip_suffix('}')?);
        text.push_str(if list.head.is_empty() { "\"rows\":[" } else { ",\"rows\":[" });
        for (index, row) in list.rows().enumerate() {
            text.push_str(if index > 0 { ",\n" } else { "\n" });
            text.push_str(&serde_json::to_string(&row).ok()?);
        }
        text.push_str("]}");
    }
    text.push_str(if acts.is_empty() { "" } else { "]" });
    text.push_str("}\n");
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::zip_entries::tests::archive;

    #[test]
    fn tables_with_native_fields_are_a_native_file() {
        let bytes = archive(&[
            ("my/treaties.csv", b"id,name,category,parties,terms.withdrawal.notice,terms.withdrawal.source\npact,The Pact,Bilateral,FRA|ITA,P6M,s\n"),
            ("my/parties.csv", b"id,name\nFRA,France\nITA,Italy\n"),
            ("my/sources.csv", b"id,title\ns,A text\n"),
            ("my/events.csv", b"id,treaty,type,edtf,source,tags\nsigned,pact,signed,1931-05-04,s,a\\|b|c\nlater,pact,other,,,\n"),
            ("my/dates.csv", b"event,edtf,source,preferred\nlater,'-0043,s,true\n"),
            ("my/fields.csv", b"table,id,name,text\nevents,later,Place,Here\n"),
        ]);
        let text = native_text("my", &bytes, 1 << 20).unwrap();
        let file: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(file["title"], "my");
        assert_eq!(file["treaties"][0]["parties"], serde_json::json!(["FRA", "ITA"]));
        assert_eq!(file["treaties"][0]["terms"]["withdrawal"]["notice"], "P6M");
        assert_eq!(file["events"][0]["tags"], serde_json::json!(["a|b", "c"]));
        assert_eq!(file["events"][0]["dates"], serde_json::json!([{ "edtf": "1931-05-04", "source": "s" }]));
        assert_eq!(
            file["events"][1]["dates"],
            serde_json::json!([{ "edtf": "-0043", "source": "s", "preferred": true }])
        );
        assert_eq!(file["events"][1]["fields"], serde_json::json!({ "Place": "Here" }));
        let loaded = crate::load::load("my.zip", bytes, &());
        assert_eq!(loaded.report.errors, 0, "{:?}", loaded.report.problems);
        assert_eq!(loaded.dataset.unwrap().events().len(), 2);
    }

    #[test]
    fn a_data_package_says_which_file_holds_which_table() {
        let bytes = archive(&[
            (
                "p/datapackage.json",
                br#"{"title":"Pacts","resources":[
                {"name":"events","path":"data/what.csv"},{"name":"treaties","path":["./data/which.tsv"]}]}"#,
            ),
            ("p/data/what.csv", b"id,treaty,type,edtf,source\nsigned,pact,signed,1931-05-04,s\n"),
            ("p/data/which.tsv", b"id\tname\tcategory\npact\tThe Pact\tBilateral\n"),
            ("p/sources.csv", b"id,title\ns,A text\n"),
        ]);
        let text = native_text("p", &bytes, 1 << 20).unwrap();
        let file: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(file["title"], "Pacts");
        assert_eq!(file["treaties"][0]["name"], "The Pact");
        assert_eq!(file["events"][0]["id"], "signed");
    }

    #[test]
    fn an_archive_of_other_files_is_none() {
        assert_eq!(native_text("x", &archive(&[("a.csv", b"Date,Event\n")]), 1 << 20), None);
        assert_eq!(native_text("x", &archive(&[("events.csv", b"Date,Event\n")]), 1 << 20), None);
        assert_eq!(native_text("x", b"PK", 1 << 20), None);
    }
}
