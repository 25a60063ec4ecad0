//! A list or an object in the text of a file: where its members stand, how they are laid out, and members put in and taken
//! out with their commas and lines.

use std::borrow::Cow;
use std::ops::Range;

use crate::load::{Array, Object, span_in};
use crate::save::IndentStyle;

use super::raw::{Form, is_container};
use super::splice::Splice;

/// The text of a file, and how it is written where its neighbours do not tell.
pub(super) struct Source<'a> {
    pub(super) text: &'a str,
    style: IndentStyle,
    after_colon: &'static str,
}

/// A member of a container as it shall be.
pub(super) enum PlannedMember {
    /// The member of this index, where it stands.
    Kept(usize),
    /// A new one: its text, laid out for its line.
    New(String),
}

/// A list or an object, by its position in the text.
pub(super) struct Container {
    /// From its bracket to its bracket.
    span: Range<usize>,
    /// Its members: from the name of a field, or the beginning of an item, to the end of the value.
    members: Vec<Range<usize>>,
    /// Whether its last member with a value in brackets has that on several lines.
    has_tall_members: Option<bool>,
    /// What stands inside the braces of objects on one line, of it or in it.
    padding: String,
}

/// The fields of an object: names and values.
pub(super) type FieldsOf<'a> = Vec<(Cow<'a, str>, &'a str)>;

impl<'a> Source<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let after_colon = text.find("\":").and_then(|at| text.get(at + 2..));
        let is_dense = after_colon.is_some_and(|rest| !rest.starts_with(' '));
        Self { text, style: IndentStyle::of(text), after_colon: if is_dense { "" } else { " " } }
    }

    /// An object, which is a piece of the text, and its fields.
    pub(super) fn object(&self, object: &'a str) -> Option<(Container, FieldsOf<'a>)> {
        let fields = serde_json::from_str::<Object<'a>>(object).ok()?.0;
        let fields: FieldsOf<'a> = fields.into_iter().map(|(name, value)| (name, value.get())).collect();
        let span = span_in(self.text, object);
        let mut end = span.start + 1;
        let mut members = Vec::with_capacity(fields.len());
        for (_, value) in &fields {
            let value = span_in(self.text, value);
            // Between two fields there are only white space and a comma.
            let name = self.text.get(end..value.start)?.find('"')?;
            members.push(end + name..value.end);
            end = value.end;
        }
        let tall = fields.iter().rev().find_map(|(_, value)| is_tall(value));
        let padding = padding(object);
        Some((Container { span: span.start..span.end, members, has_tall_members: tall, padding }, fields))
    }

    /// A list, which is a piece of the text, and its items.
    pub(super) fn list(&self, list: &'a str) -> Option<(Container, Vec<&'a str>)> {
        let items: Vec<&str> =
            serde_json::from_str::<Array<'a>>(list).ok()?.0.iter().map(|raw| raw.get()).collect();
        let span = span_in(self.text, list);
        let members =
            items.iter().map(|item| span_in(self.text, item)).map(|span| span.start..span.end).collect();
        let tall = items.iter().rev().find_map(|item| is_tall(item));
        let padding = items.last().map_or_else(String::new, |item| padding(item));
        Some((Container { span: span.start..span.end, members, has_tall_members: tall, padding }, items))
    }

    /// The indentation of the line at an offset; nothing where the line is longer than any that was written by hand.
    fn indentation(&self, offset: usize) -> &'a str {
        const MAX_LINE: usize = 1 << 12;
        let mut start = offset.saturating_sub(MAX_LINE);
        while !self.text.is_char_boundary(start) {
            start += 1;
        }
        let before = self.text.get(start..offset).unwrap_or_default();
        let line = before.rfind('\n').map(|at| before.get(at + 1..).unwrap_or_default());
        let line = line.or_else(|| (start == 0).then_some(before)).unwrap_or_default();
        line.get(..line.len() - line.trim_start_matches([' ', '\t']).len()).unwrap_or_default()
    }

    /// A line end and the indentation of the line at an offset.
    fn line_at(&self, offset: usize) -> String {
        format!("{}{}", self.style.line_end(), self.indentation(offset))
    }

    /// How members of a container are parted, and how the values of new ones are written.
    pub(super) fn layout(&self, container: &Container) -> Layout {
        let text = |range: Range<usize>| self.text.get(range).unwrap_or_default();
        let lead = container.members.first().map(|first| text(container.span.start + 1..first.start));
        let gap = match &*container.members {
            [first, second, ..] => text(first.end..second.start).split_once(',').map(|(_, gap)| gap),
            _ => None,
        };
        let level = self.style.level();
        let outer = || self.indentation(container.span.start);
        // Of a blank line between two members nothing is repeated.
        let one_line = |gap: &str| gap.rsplit_once('\n').map(|(_, indentation)| indentation.to_owned());
        let inner = match (gap, lead) {
            (Some(gap), _) => one_line(gap),
            (None, Some(lead)) => one_line(lead),
            (None, None) => level.map(|level| format!("{}{level}", outer())),
        };
        let after_comma = match (gap, self.after_colon) {
            (Some(gap), _) if inner.is_none() => gap.to_owned(),
            (_, after_colon) => after_colon.to_owned(),
        };
        let is_tall = container.has_tall_members.unwrap_or_else(|| inner.is_some() && level.is_some());
        let step =
            inner.as_deref().and_then(|inner| inner.strip_prefix(outer())).filter(|step| !step.is_empty());
        let line = inner.as_ref().map(|inner| format!("{}{inner}", self.style.line_end()));
        Layout {
            separator: line.clone().unwrap_or_else(|| after_comma.clone()),
            end: if inner.is_some() { self.line_at(container.span.start) } else { String::new() },
            form: Form {
                line: line.filter(|_| is_tall),
                level: step.or(level).unwrap_or("  ").to_owned(),
                after_colon: self.after_colon.to_owned(),
                after_comma,
                padding: container.padding.clone(),
            },
        }
    }

    /// A value in the place of another one: on several lines if that or what it stands in is.
    pub(super) fn replacement(&self, old: &str, layout: &Layout, new: &str) -> String {
        let is_on_lines = is_tall(old).unwrap_or_else(|| layout.form.line.is_some() || layout.is_on_lines());
        let line = is_on_lines.then(|| self.line_at(span_in(self.text, old).start));
        Form { line, ..layout.form.clone() }.write(new)
    }

    /// The replacements that make the members of a container what they shall be. The kept ones are in their order.
    pub(super) fn rewrite(
        &self,
        container: &Container,
        layout: &Layout,
        slots: &[PlannedMember],
        out: &mut Vec<Splice>,
    ) {
        let members = &container.members;
        let is_kept = |slot: &PlannedMember| matches!(slot, PlannedMember::Kept(_));
        let Some(first_kept) = slots.iter().position(is_kept) else {
            let new: Vec<&str> = slots.iter().filter_map(PlannedMember::new_text).collect();
            let joined = new.join(&format!(",{}", layout.separator));
            match (members.first(), members.last()) {
                (Some(first), Some(last)) if !new.is_empty() => {
                    self.splice(first.start..last.end, joined, out);
                }
                (None, None) if new.is_empty() => {}
                (_, _) => {
                    let inside = container.span.start + 1..container.span.end.saturating_sub(1);
                    let new = if new.is_empty() { joined } else { layout.around(&joined) };
                    self.splice(inside, new, out);
                }
            }
            return;
        };
        let mut pending = String::new();
        let mut previous: Option<usize> = None;
        for (index, slot) in slots.iter().enumerate() {
            match (slot, previous) {
                (PlannedMember::New(new), _) if index < first_kept => {
                    pending.push_str(new);
                    pending.push(',');
                    pending.push_str(&layout.separator);
                }
                (PlannedMember::New(new), _) => {
                    pending.push(',');
                    pending.push_str(&layout.separator);
                    pending.push_str(new);
                }
                (PlannedMember::Kept(kept), before) => {
                    let start = |index: usize| members.get(index).map(|member| member.start);
                    let end = |index: usize| members.get(index).map(|member| member.end);
                    let range = match before {
                        None => start(0).zip(start(*kept)),
                        Some(before) => end(before).zip(end(kept.saturating_sub(1))),
                    };
                    if let Some((from, to)) = range {
                        self.splice(from..to.max(from), std::mem::take(&mut pending), out);
                    }
                    previous = Some(*kept);
                }
            }
        }
        if let (Some(from), Some(last)) = (previous.and_then(|index| members.get(index)), members.last()) {
            self.splice(from.end..last.end, pending, out);
        }
    }

    /// A replacement, if it replaces anything.
    pub(super) fn splice(&self, range: Range<usize>, inserted: String, out: &mut Vec<Splice>) {
        let removed = self.text.get(range.clone()).unwrap_or_default();
        if removed != inserted {
            out.push(Splice { offset: range.start, removed: removed.to_owned(), inserted });
        }
    }
}

impl PlannedMember {
    fn new_text(&self) -> Option<&str> {
        match self {
            Self::New(text) => Some(text),
            Self::Kept(_) => None,
        }
    }
}

/// How the members of a container are laid out.
pub(super) struct Layout {
    /// Between a comma and the next member.
    separator: String,
    /// Before the closing bracket.
    end: String,
    /// How the values of new members are written.
    pub(super) form: Form,
}

impl Layout {
    /// Whether each member begins on a line of its own.
    fn is_on_lines(&self) -> bool {
        self.separator.contains('\n')
    }

    /// The text of a field.
    pub(super) fn field(&self, name: &str, value: &str) -> String {
        let name = serde_json::Value::from(name);
        format!("{name}:{}{}", self.form.after_colon, self.form.write(value))
    }

    /// Members in brackets that were empty.
    fn around(&self, members: &str) -> String {
        if self.is_on_lines() {
            format!("{}{members}{}", self.separator, self.end)
        } else {
            members.to_owned()
        }
    }
}

/// What stands inside the braces of an object on one line.
fn padding(json: &str) -> String {
    let inside = json.strip_prefix('{').unwrap_or_default();
    let lead = inside.get(..inside.len() - inside.trim_start().len()).unwrap_or_default();
    if lead.contains('\n') { String::new() } else { lead.to_owned() }
}

/// Whether a list or an object is on several lines; `None` where it is neither, or empty.
fn is_tall(json: &str) -> Option<bool> {
    let inside = json.get(1..json.len().saturating_sub(1)).unwrap_or_default();
    (is_container(json) && !inside.trim_start().is_empty()).then(|| json.contains('\n'))
}
