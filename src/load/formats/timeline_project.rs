//! Files of The Timeline Project: XML with categories, eras and events.
//!
//! The shape is that of the reader in its own sources, `timelinexml`.

use std::collections::HashMap;

use crate::diagnostics::{EntryProblem, SourceFile};
use crate::load::Watch;
use crate::load::position::Position;
use crate::load::reader::{Reader, Tables};
use crate::records::{EventRecord, NamedTexts};

use super::builder::{Builder, Written, at_entry, is_address};
use super::civil::{Civil, NoCivil};
use super::markup::plain_line;
use super::xml::{Element, tree};

/// What is read of an event, or concerns the drawing alone.
const KNOWN: [&str; 19] = [
    "start",
    "end",
    "text",
    "name",
    "description",
    "category",
    "hyperlink",
    "milestone",
    "fuzzy",
    "fuzzy_start",
    "fuzzy_end",
    "locked",
    "ends_today",
    "icon",
    "default_color",
    "color",
    "progress",
    "alert",
    "id",
];

/// Reads a file; `None` if nothing in it can be shown, or if cancelled.
pub(super) fn read<'a>(
    file: &'a SourceFile,
    reader: &mut Reader<'a, '_>,
    watch: &dyn Watch,
) -> Option<Tables<'a>> {
    let root = tree(reader)?;
    let mut builder = Builder::new(file, reader);
    // Its other calendars count days, or have months of their own.
    let is_other = root.child_text("timetype").is_some_and(|kind| !kind.contains("gregorian"));
    let parents = parents_of(&root);
    for (list, name) in [("eras", "era"), ("events", "event")] {
        let Some(list) = root.child(list) else { continue };
        for (count, element) in list.children.iter().enumerate().filter(|(_, element)| element.name == name) {
            at_entry(watch, count, list.children.len())?;
            add(&mut builder, element, &parents, is_other, name == "era");
        }
    }
    builder.finish()
}

/// The categories that lie in another, and which that is.
fn parents_of(root: &Element) -> HashMap<String, String> {
    let categories = root.child("categories").map(|list| list.children.as_slice()).unwrap_or_default();
    categories
        .iter()
        .filter_map(|category| Some((category.child_text("name")?, category.child_text("parent")?)))
        .collect()
}

fn add(
    builder: &mut Builder<'_, '_, '_>,
    element: &Element,
    parents: &HashMap<String, String>,
    is_other: bool,
    is_era: bool,
) {
    let span = element.span;
    let is = |name: &str| element.child_text(name).is_some_and(|value| value.eq_ignore_ascii_case("true"));
    let is_fuzzy = is("fuzzy");
    let date = |name: &str, fuzzy: &str| {
        let child = element.child(name)?;
        let mut written = Written::of(child.text.trim().to_owned(), child.span);
        if is_other {
            written.read = Err(NoCivil::DeepTime);
        }
        if is_fuzzy || is(fuzzy) {
            written.read = written.read.map(|civil| Civil::of_date(format!("{}~", civil.date)));
        }
        Some(written).filter(|written| !written.text.is_empty())
    };
    let (start, end) = (date("start", "fuzzy_start"), date("end", "fuzzy_end"));
    let Some(start) = start.or_else(|| date("end", "fuzzy_end")) else {
        builder.left_out(span, EntryProblem::WithoutDate);
        return;
    };
    let edtf = if is("ends_today") {
        // It goes on: the end in the file is the day on which it was saved.
        builder.time(Some(&start), None, span).map(|from| match from.split_once('T') {
            Some((day, _)) => format!("{day}/.."),
            None => format!("{from}/.."),
        })
    } else {
        builder.time(Some(&start), end.as_ref(), span)
    };
    let Some(edtf) = edtf else { return };
    let category = element.child_text("category");
    let lane = match category.as_deref() {
        _ if is_era => builder.lane("\u{0}eras", "eras", "", span),
        Some(category) => {
            builder.lane(category, category, parents.get(category).map_or("", String::as_str), span)
        }
        None => builder.main_lane(span),
    };
    let text = element.child_text("text").or_else(|| element.child_text("name"));
    let link = element.child_text("hyperlink");
    let others = element
        .children
        .iter()
        .filter(|child| !KNOWN.contains(&child.name.as_str()) && child.children.is_empty());
    let kept = others.map(|child| (child.name.clone(), child.text.trim().to_owned()));
    let record = EventRecord {
        treaty: lane,
        title: text.map(|text| without_container(&plain_line(&text)).to_owned()),
        summary: element.child_text("description"),
        dates: vec![builder.claim(edtf, None, span)],
        url: link.filter(|link| is_address(link)),
        fields: NamedTexts(kept.filter(|(_, text)| !text.is_empty()).collect()),
        ..EventRecord::default()
    };
    let places = [("dates", "start"), ("title", "text"), ("summary", "description"), ("treaty", "category")];
    let fields = places.into_iter().filter_map(|(field, name)| Some((field, element.child(name)?.span)));
    builder.event(record, None, Position::Text { whole: span, fields: fields.collect() });
}

/// A text without the mark of the container that the event is, `[2]`, or lies in, `(2)`.
fn without_container(text: &str) -> &str {
    for (open, close) in [('[', ']'), ('(', ')')] {
        let inside = text.strip_prefix(open).and_then(|rest| rest.split_once(close));
        if let Some((number, rest)) = inside
            && !number.is_empty()
            && number.bytes().all(|byte| byte.is_ascii_digit())
            && !rest.trim().is_empty()
        {
            return rest.trim();
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::without_container;

    #[test]
    fn marks_of_containers_are_no_part_of_a_name() {
        for (text, expected) in [
            ("[2]Talks", "Talks"),
            ("(2) First round", "First round"),
            ("(sic) A", "(sic) A"),
            ("[2]", "[2]"),
        ] {
            assert_eq!(without_container(text), expected);
        }
    }
}
