//! What the columns of a query's results hold, by their names and by the values in the first rows.

use std::borrow::Cow;
use std::collections::HashSet;

use serde_json::value::RawValue;

use crate::diagnostics::Span;
use crate::domain::EventKind;
use crate::load::formats::civil::Civil;
use crate::load::formats::item::{Item, text_of};
use crate::load::json::span_in;
use crate::load::table::header_words::{kind_of, role_of};
use crate::records::Role;

/// A value of a row: its text, whether it is an item of Wikidata, a date, or neither, and where it stands.
pub(super) struct Cell {
    pub(super) name: String,
    pub(super) text: String,
    pub(super) is_item: bool,
    pub(super) is_date: bool,
    pub(super) span: Span,
}

/// What the columns hold.
pub(super) struct Columns {
    pub(super) lane: Option<String>,
    /// Whether each row is of another item: then the items are events of one lane.
    pub(super) is_flat: bool,
    pub(super) party: Option<String>,
    /// With the kind of event, if the name tells one, and the column of the precision.
    pub(super) dates: Vec<(String, Option<EventKind>, Option<String>)>,
    /// The column of the end, where the first date begins something.
    pub(super) end: Option<(String, Option<String>)>,
}

/// More columns than this are not read.
const MAX_COLUMNS: usize = 200;

/// The values of a row.
pub(super) fn cells(value: &RawValue, text: &str) -> Option<Vec<Cell>> {
    let row = Item::of(value)?;
    let cell = |(name, value): &(Cow<'_, str>, &RawValue)| {
        let span = span_in(text, value.get());
        let typed = Item::of(value);
        let written = match &typed {
            Some(typed) => typed.text("value")?,
            None => text_of(value)?,
        };
        let datatype = typed.as_ref().and_then(|typed| typed.text("datatype")).unwrap_or_default();
        let is_stamp = || {
            typed.is_none()
                && written.ends_with('Z')
                && written.contains('T')
                && Civil::parse(&written).is_ok()
        };
        let is_date = datatype.ends_with("#dateTime") || datatype.ends_with("#date") || is_stamp();
        let is_item = written.contains("wikidata.org/entity/");
        Some(Cell { name: name.clone().into_owned(), text: written, is_item, is_date, span })
    };
    Some(row.fields.iter().take(MAX_COLUMNS).filter_map(cell).collect())
}

/// What the columns hold, by their names and the values in the first rows.
pub(super) fn columns_of(rows: &[&RawValue], text: &str) -> Columns {
    const SAMPLE: usize = 200;
    let (mut items, mut dates, mut names): (Vec<String>, Vec<String>, Vec<String>) = Default::default();
    let mut met: HashSet<String> = HashSet::new();
    for cell in rows.iter().take(SAMPLE).filter_map(|row| cells(row, text)).flatten() {
        let list = if cell.is_date {
            &mut dates
        } else if cell.is_item {
            &mut items
        } else {
            &mut names
        };
        if met.insert(cell.name.clone()) {
            list.push(cell.name);
        }
    }
    let party = items.iter().find(|name| is_party(name)).cloned();
    let others = || items.iter().filter(|name| Some(*name) != party.as_ref());
    let labelled = |name: &&String| names.contains(&format!("{name}Label"));
    let lane = others().find(labelled).or_else(|| others().next()).cloned();
    let precisions: Vec<&String> = names.iter().filter(|name| name.to_lowercase().contains("prec")).collect();
    let count = dates.len();
    let precision_of = |index: usize, date: &str| {
        let named = precisions.iter().find(|name| name.to_lowercase().starts_with(&date.to_lowercase()));
        named
            .or_else(|| precisions.get(index).filter(|_| precisions.len() == count))
            .map(|name| (*name).clone())
    };
    let mut columns = Columns { lane, is_flat: false, party, dates: Vec::new(), end: None };
    let role = |name: &str| role_of(&spaced(name)).map(|(role, _)| role);
    let begins = dates.iter().any(|name| matches!(role(name), Some(Role::Date)));
    for (index, date) in dates.iter().enumerate() {
        let precision = precision_of(index, date);
        match role(date) {
            Some(Role::End) if begins && columns.end.is_none() => {
                columns.end = Some((date.clone(), precision));
            }
            Some(Role::Event(kind)) => columns.dates.push((date.clone(), Some(kind), precision)),
            _ => columns.dates.push((date.clone(), kind_of(&spaced(date)), precision)),
        }
    }
    let has_kinds = columns.dates.iter().any(|(_, kind, _)| kind.is_some());
    if let Some(lane) = columns.lane.as_deref().filter(|_| !has_kinds && columns.party.is_none()) {
        let values = rows.iter().take(SAMPLE).filter_map(|row| cells(row, text));
        let values: Vec<String> =
            values.flatten().filter(|cell| cell.name == lane).map(|cell| cell.text).collect();
        let distinct: HashSet<&String> = values.iter().collect();
        columns.is_flat = values.len() > 1 && distinct.len() == values.len();
    }
    columns
}

/// Whether a column holds who acted.
fn is_party(name: &str) -> bool {
    let is_role = matches!(role_of(&spaced(name)), Some((Role::Party | Role::Parties, _)));
    is_role
        || matches!(
            name.to_lowercase().as_str(),
            "signatory" | "ratifier" | "ratifiedby" | "member" | "memberstate"
        )
}

/// The words of a name like `dateOfSignature`.
pub(super) fn spaced(name: &str) -> String {
    let mut spaced = String::with_capacity(name.len() + 4);
    let mut was_small = false;
    for c in name.chars() {
        if was_small && c.is_uppercase() {
            spaced.push(' ');
        }
        spaced.push(if c == '_' { ' ' } else { c });
        was_small = c.is_lowercase();
    }
    spaced
}
