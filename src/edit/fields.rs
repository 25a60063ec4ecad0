//! The fields of a record that is edited: what was set, in the order in which it was set, each name once.

use std::collections::HashMap;

use crate::records::Json;

/// What a field was edited to.
#[derive(Clone, Copy)]
pub(super) enum FieldEdit<'a> {
    Set(&'a Json),
    Removed,
}

/// Fields by name, in order. `None` stands for a field that is taken away.
#[derive(Clone, Debug, Default)]
pub(super) struct EditedFields {
    fields: Vec<(String, Option<Json>)>,
    index: HashMap<String, usize>,
}

impl EditedFields {
    /// Sets a field, or takes it away.
    pub(super) fn set(&mut self, name: &str, value: Option<Json>) {
        if let Some((_, set)) = self.index.get(name).and_then(|&index| self.fields.get_mut(index)) {
            *set = value;
            return;
        }
        self.index.insert(name.to_owned(), self.fields.len());
        self.fields.push((name.to_owned(), value));
    }

    /// What a field was set to; `None` where it was not.
    pub(super) fn get(&self, name: &str) -> Option<FieldEdit<'_>> {
        let (_, value) = self.fields.get(*self.index.get(name)?)?;
        Some(value.as_ref().map_or(FieldEdit::Removed, FieldEdit::Set))
    }

    /// Every field that was set or taken away.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, Option<&Json>)> {
        self.fields.iter().map(|(name, value)| (&**name, value.as_ref()))
    }
}
