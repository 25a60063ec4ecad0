//! The edits that remove a record from a data file with what cannot be without it, and what stands in their way.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::diagnostics::EditProblem;
use crate::records::{Edit, Json, Link, RecordList};

use super::lookup::{links_to, value};

/// What removing a record takes with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Removal {
    /// The records that are removed with it: events and acts of a treaty.
    pub removed: Vec<Link>,
    /// The links that are taken out of records that stay.
    pub cleared: Vec<Link>,
    /// The links without which a record says something else or nothing: they must be changed first.
    pub blocking: Vec<Link>,
    /// The edits.
    pub edits: Vec<Edit>,
}

/// What becomes of a link to a record that is removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    /// The record that has the link is removed too.
    Removed,
    /// The link is taken out of it.
    Cleared,
    /// It must be changed first.
    Blocks,
}

impl Fate {
    fn of(link: &Link) -> Self {
        use RecordList::{Acts, Events, Parties, Series, Speakers, Statements, Treaties};
        match (link.list, link.field.as_str()) {
            (Events | Acts, "treaty") => Self::Removed,
            (Parties, "succeeds")
            | (Speakers | Statements, "country")
            | (Treaties, "parties" | "depositaries" | "links.treaty")
            | (Events, "links.event")
            | (Statements, "about.event" | "about.treaty")
            | (Series, "limit_of") => Self::Cleared,
            _ => Self::Blocks,
        }
    }
}

/// The edits that remove a record.
///
/// # Errors
/// The text cannot be edited.
pub fn removal(text: &str, list: RecordList, id: &str) -> Result<Removal, EditProblem> {
    let mut gone = BTreeSet::from([(list, id.to_owned())]);
    let mut open = vec![(list, id.to_owned())];
    let mut found = Vec::new();
    let mut removal = Removal::default();
    while let Some((list, id)) = open.pop() {
        for link in links_to(text, list, &id)? {
            if Fate::of(&link) != Fate::Removed {
                found.push((link, id.clone()));
            } else if gone.insert((link.list, link.id.clone())) {
                open.push((link.list, link.id.clone()));
                removal.removed.push(link);
            }
        }
    }
    // A record that is removed has no links that matter.
    found.retain(|(link, _)| !gone.contains(&(link.list, link.id.clone())));
    let mut changed: BTreeMap<(RecordList, String, String), Option<Value>> = BTreeMap::new();
    for (link, id) in found {
        if Fate::of(&link) == Fate::Blocks {
            removal.blocking.push(link);
            continue;
        }
        let (field, inner) = link.field.split_once('.').unwrap_or((&link.field, ""));
        let key = (link.list, link.id.clone(), field.to_owned());
        if !changed.contains_key(&key) {
            let json = value(text, link.list, &link.id, field)?;
            changed.insert(key.clone(), json.and_then(|json| serde_json::from_str(json.get()).ok()));
        }
        if let Some(now) = changed.get_mut(&key) {
            *now = now.take().and_then(|value| without(value, inner, &id));
        }
        removal.cleared.push(link);
    }
    let sets = changed.iter().map(|((list, id, field), value)| {
        // A list that is required stays, without items.
        let value = match value {
            Some(Value::Array(items)) if items.is_empty() && field != "about" => None,
            value => value.as_ref(),
        };
        Edit::set(*list, id.as_str(), field, value.and_then(Json::of))
    });
    removal.edits = sets.collect();
    removal.edits.extend(gone.into_iter().map(|(list, id)| Edit::remove(list, id)));
    Ok(removal)
}

/// A value without what names a record: a list without those items, or nothing.
fn without(value: Value, inner: &str, id: &str) -> Option<Value> {
    let names = |value: &Value| value.as_str() == Some(id);
    match value {
        Value::Array(mut items) => {
            items.retain(
                |item| !if inner.is_empty() { names(item) } else { item.get(inner).is_some_and(names) },
            );
            Some(Value::Array(items))
        }
        value if names(&value) => None,
        value => Some(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::apply;

    const TEXT: &str = r#"{"format": "treaty-timeline/1", "title": "Lakes",
 "parties": [{"id": "AAA", "name": "A"}, {"id": "BBB", "name": "B", "succeeds": "AAA"}],
 "treaties": [
  {"id": "lake", "name": "Lake Treaty", "category": "Lakes", "parties": ["AAA", "BBB"]},
  {"id": "sea", "name": "Sea Treaty", "category": "Seas", "links": [{"rel": "succeeds", "treaty": "lake"}]}
 ],
 "events": [
  {"id": "one", "treaty": "lake", "type": "signed", "dates": [{"edtf": "1900"}]},
  {"id": "two", "treaty": "sea", "type": "signed", "dates": [{"edtf": "1901"}], "links": [{"rel": "responds_to", "event": "one"}]},
  {"id": "three", "treaty": "sea", "type": "other", "party": "AAA", "dates": [{"after": "two"}]}
 ],
 "statements": [{"id": "said", "quote": "Well", "about": [{"event": "one"}, {"treaty": "sea"}]}]}"#;

    #[test]
    fn a_treaty_takes_its_events_with_it_and_links_to_them_out_of_what_stays() {
        let removal = removal(TEXT, RecordList::Treaties, "lake").unwrap();
        assert_eq!(removal.removed.len(), 1);
        assert_eq!(removal.cleared.len(), 3);
        assert!(removal.blocking.is_empty());
        let after = apply(TEXT, &removal.edits).unwrap().text;
        assert!(!after.contains("lake") && !after.contains("\"one\""), "{after}");
        assert!(after.contains(r#""about": [{"treaty": "sea"}]"#), "{after}");
        assert!(!after.contains("links"), "{after}");
    }

    #[test]
    fn what_a_record_cannot_be_without_stands_in_the_way() {
        let event = removal(TEXT, RecordList::Events, "two").unwrap();
        assert_eq!(event.blocking.len(), 1, "a date after it");
        let party = removal(TEXT, RecordList::Parties, "AAA").unwrap();
        assert_eq!((party.blocking.len(), party.cleared.len()), (1, 2));
    }
}
