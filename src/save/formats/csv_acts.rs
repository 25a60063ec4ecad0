//! Lists of acts as CSV files: a row for each act of a party, one for each list, and one for what was seen elsewhere.

use std::collections::HashSet;

use crate::records::{ActsRecord, act_key};

use super::table::{CsvFile, joined};

const ACTS: [&str; 6] = ["list", "treaty", "party", "act", "date", "protocol"];
const ACT_LISTS: [&str; 9] =
    ["id", "treaty", "source", "seen", "as_of", "rule.article", "rule.source", "rule.text", "lacks"];
const ACT_SOURCES: [&str; 5] = ["list", "source", "parties", "keys", "why"];

/// The files of these lists; none where there are no lists.
pub(super) fn files(lists: &[ActsRecord]) -> Vec<CsvFile> {
    let (mut acts, mut heads, mut sources) = (Vec::new(), Vec::new(), Vec::new());
    for (list, id) in std::iter::zip(lists, ids(lists)) {
        let rule = list.rule.as_ref();
        let optional = |text: Option<&String>| text.cloned().unwrap_or_default();
        heads.push(vec![
            id.clone(),
            list.treaty.clone(),
            list.source.clone(),
            optional(list.seen.as_ref()),
            optional(list.as_of.as_ref()),
            optional(rule.and_then(|rule| rule.article.as_ref())),
            optional(rule.and_then(|rule| rule.source.as_ref())),
            optional(rule.map(|rule| &rule.text)),
            joined(list.lacks.iter().map(String::as_str)),
        ]);
        for other in &list.also {
            let [parties, keys] =
                [&other.parties, &other.keys].map(|texts| joined(texts.iter().map(String::as_str)));
            sources.push(vec![id.clone(), other.source.clone(), parties, keys, optional(other.why.as_ref())]);
        }
        for row in &list.rows {
            for (kind, date) in &row.dates.acts {
                acts.push(vec![
                    id.clone(),
                    list.treaty.clone(),
                    row.party.clone(),
                    act_key(*kind).to_owned(),
                    date.clone(),
                    optional(row.part.as_ref()),
                ]);
            }
        }
    }
    let file = |name: &str, columns: &[&str], rows: Vec<Vec<String>>| {
        (name.to_owned(), columns.iter().map(|&column| column.to_owned()).collect(), rows)
    };
    let files = [
        file("act_lists", &ACT_LISTS, heads),
        file("acts", &ACTS, acts),
        file("act_sources", &ACT_SOURCES, sources),
    ];
    files.into_iter().filter(|(_, _, rows)| !rows.is_empty()).collect()
}

/// An id for each list: that of its treaty, with a number behind it where a treaty has several.
fn ids(lists: &[ActsRecord]) -> Vec<String> {
    let mut taken: HashSet<String> = HashSet::new();
    let mut id = |list: &ActsRecord| {
        let mut id = list.treaty.clone();
        let mut number = 1;
        while !taken.insert(id.clone()) {
            number += 1;
            id = format!("{}-{number}", list.treaty);
        }
        id
    };
    lists.iter().map(&mut id).collect()
}
