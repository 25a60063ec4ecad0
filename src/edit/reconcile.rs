//! A value in the place of another one, so that only what differs is written.

use std::collections::HashSet;

use crate::load::{Array, Object, span_in};

use super::container::{Layout, PlannedMember, Source};
use super::raw::is_same;
use super::splice::Splice;

/// How deep values are compared field by field; deeper ones are replaced as a whole.
const MAX_DEPTH: usize = 32;

/// The replacements that make `old`, a piece of the text, mean the same as `new`.
pub(super) fn reconcile<'a>(
    source: &Source<'a>,
    old: &'a str,
    new: &str,
    layout: &Layout,
    depth: usize,
    out: &mut Vec<Splice>,
) {
    if is_same(old, new) {
        return;
    }
    let is_done = depth < MAX_DEPTH
        && match (old.chars().next(), new.chars().next()) {
            (Some('{'), Some('{')) => objects(source, old, new, depth, out).is_some(),
            (Some('['), Some('[')) => lists(source, old, new, depth, out).is_some(),
            _ => false,
        };
    if !is_done {
        let span = span_in(source.text, old);
        source.splice(span.start..span.end, source.replacement(old, layout, new), out);
    }
}

/// Field by field; `None` where a name comes twice.
fn objects<'a>(
    source: &Source<'a>,
    old: &'a str,
    new: &str,
    depth: usize,
    out: &mut Vec<Splice>,
) -> Option<()> {
    let (container, fields) = source.object(old)?;
    let wanted = serde_json::from_str::<Object<'_>>(new).ok()?.0;
    let names: HashSet<&str> = wanted.iter().map(|(name, _)| &**name).collect();
    let mut there: std::collections::HashMap<&str, usize> = std::collections::HashMap::new();
    for (index, (name, _)) in fields.iter().enumerate() {
        there.insert(name, index);
    }
    if names.len() < wanted.len() || there.len() < fields.len() || wanted.is_empty() || fields.is_empty() {
        return None;
    }
    let layout = source.layout(&container);
    // A new field stands behind the one that it stands behind in the new value.
    let mut behind: Vec<Vec<String>> = vec![Vec::new(); fields.len() + 1];
    let mut last = 0;
    for (name, value) in &wanted {
        match there.get(&**name) {
            Some(&index) => {
                last = index + 1;
                let (_, old) = fields.get(index)?;
                reconcile(source, old, value.get(), &layout, depth + 1, out);
            }
            None => behind.get_mut(last)?.push(layout.field(name, value.get())),
        }
    }
    let mut slots = Vec::with_capacity(wanted.len());
    let mut behind = behind.into_iter();
    slots.extend(behind.next()?.into_iter().map(PlannedMember::New));
    for (index, ((name, _), new)) in std::iter::zip(&fields, behind).enumerate() {
        if names.contains(&**name) {
            slots.push(PlannedMember::Kept(index));
        }
        slots.extend(new.into_iter().map(PlannedMember::New));
    }
    source.rewrite(&container, &layout, &slots, out);
    Some(())
}

/// Item by item: what is alike at both ends stays, what is between is changed, put in or taken out.
fn lists<'a>(
    source: &Source<'a>,
    old: &'a str,
    new: &str,
    depth: usize,
    out: &mut Vec<Splice>,
) -> Option<()> {
    let (container, items) = source.list(old)?;
    let wanted: Vec<&str> =
        serde_json::from_str::<Array<'_>>(new).ok()?.0.iter().map(|raw| raw.get()).collect();
    let layout = source.layout(&container);
    let is_alike = |pair: &(&&str, &&str)| is_same(pair.0, pair.1);
    let head = std::iter::zip(&items, &wanted).take_while(is_alike).count();
    let room = items.len().min(wanted.len()) - head;
    let tail =
        std::iter::zip(items.iter().rev(), wanted.iter().rev()).take(room).take_while(is_alike).count();
    let old_middle = items.get(head..items.len() - tail)?;
    let new_middle = wanted.get(head..wanted.len() - tail)?;
    for (old, new) in std::iter::zip(old_middle, new_middle) {
        reconcile(source, old, new, &layout, depth + 1, out);
    }
    let paired = head + old_middle.len().min(new_middle.len());
    let added =
        new_middle.iter().skip(old_middle.len()).map(|new| PlannedMember::New(layout.form.write(new)));
    let slots: Vec<PlannedMember> = (0..paired)
        .map(PlannedMember::Kept)
        .chain(added)
        .chain((items.len() - tail..items.len()).map(PlannedMember::Kept))
        .collect();
    source.rewrite(&container, &layout, &slots, out);
    Some(())
}
