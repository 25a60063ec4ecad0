//! The texts of the events of a long table: whole rows, packed, which are taken apart when they are shown.

use std::borrow::Cow;

use crate::domain::Texts;
use crate::load::fields::clean;
use crate::load::lanes::PackedTexts;
use crate::load::table::dates::is_nothing;
use crate::records::{Mapping, Role};

use super::cells::{cell_of, split};

/// Which columns of a row are its id and its label.
#[derive(Clone, Debug)]
pub(super) struct RowLabels {
    form: (u8, bool),
    /// The names of the columns.
    headers: Vec<Box<str>>,
    id: Option<usize>,
    /// The columns of the label: the first that is filled, or all of them.
    label: Vec<usize>,
    is_joined: bool,
}

/// The columns that say most of an event of GDELT, which has no title.
const GDELT_LABEL: [&str; 3] = ["Actor1Name", "Actor2Name", "EventCode"];

impl RowLabels {
    pub(super) fn new(headers: Vec<Box<str>>, mapping: &Mapping, form: (u8, bool)) -> Self {
        let column = |role: Role| mapping.roles.iter().position(|&mapped| mapped == role);
        let named = |name: &&str| headers.iter().position(|header| **header == **name);
        let gdelt: Vec<usize> = GDELT_LABEL.iter().filter_map(named).collect();
        let is_joined = gdelt.len() == GDELT_LABEL.len();
        let label = if is_joined {
            gdelt
        } else {
            [Role::Title, Role::Kind, Role::Summary].into_iter().filter_map(column).collect()
        };
        Self { form, id: column(Role::Id), label, is_joined, headers }
    }
}

/// Rows, and how they are taken apart.
#[derive(Debug)]
pub(super) struct RowTexts {
    pub(super) rows: PackedTexts,
    pub(super) labels: RowLabels,
}

impl RowTexts {
    fn with_cells<T>(&self, index: u32, read: impl FnOnce(&[Cow<'_, str>]) -> T) -> T {
        let (_, row) = self.rows.get(index);
        let mut cells = Vec::new();
        split(&row, self.labels.form, usize::MAX, &mut cells);
        read(&cells)
    }
}

impl Texts for RowTexts {
    fn get(&self, index: u32) -> (String, String) {
        let RowLabels { id, label, is_joined, .. } = &self.labels;
        self.with_cells(index, |cells| {
            let id = id.map(|id| cell_of(cells, id)).filter(|id| !id.is_empty());
            let id = id.map_or_else(|| (u64::from(index) + 1).to_string(), shown);
            let parts = label.iter().map(|&column| cell_of(cells, column)).filter(|cell| !is_nothing(cell));
            let most = if *is_joined { usize::MAX } else { 1 };
            (id, parts.take(most).map(shown).collect::<Vec<_>>().join(", "))
        })
    }

    fn fields(&self, index: u32) -> Vec<(String, String)> {
        self.with_cells(index, |cells| {
            let filled = (0..cells.len()).map(|column| (column, cell_of(cells, column)));
            let name = |column: usize| match self.labels.headers.get(column) {
                Some(header) if !header.trim().is_empty() => shown(header),
                _ => crate::diagnostics::letters(column),
            };
            filled
                .filter(|(_, cell)| !cell.is_empty())
                .map(|(column, cell)| (name(column), shown(cell)))
                .collect()
        })
    }
}

/// A text on one line, without what would hide or reorder it.
fn shown(text: &str) -> String {
    clean(text).0.replace('\n', " ")
}
