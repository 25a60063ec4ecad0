//! Tables for a screen reader: a table has rows, a row has cells and headings, and each says where it stands.
//!
//! `egui_extras` lays cells out side by side in one container. Here each cell is moved into the node of its row.

use egui::accesskit::{Role, SortDirection};
use egui::{Id, Ui, UiBuilder, UiStackInfo};

/// Marks the `Ui` of a table, so that its cells find it.
const TAG: &str = "accessible table";

/// Adds a table with a name, this many rows below its headings, and this many columns.
pub(in crate::ui) fn table<R>(
    ui: &mut Ui,
    name: &str,
    [rows, columns]: [usize; 2],
    add: impl FnOnce(&mut Ui) -> R,
) -> R {
    let builder = UiBuilder::new()
        .ui_stack_info(UiStackInfo::default().with_tag(TAG))
        .accessibility_role(Role::Table)
        .accessibility_label(name);
    ui.scope_builder(builder, |ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            // The headings are a row too.
            node.set_row_count(rows + 1);
            node.set_column_count(columns);
        });
        add(ui)
    })
    .inner
}

/// A row while its cells are added, from the first to the last.
pub(in crate::ui) struct Row {
    index: usize,
    is_selected: bool,
    columns: usize,
    id: Option<Id>,
}

impl Row {
    /// The row of the headings.
    pub(in crate::ui) fn of_headings() -> Self {
        Self { index: 0, is_selected: false, columns: 0, id: None }
    }

    /// A row below the headings, counted from 0.
    pub(in crate::ui) fn new(index: usize, is_selected: bool) -> Self {
        Self { index: index + 1, is_selected, columns: 0, id: None }
    }

    /// Says that this is the `Ui` of the row's next cell.
    pub(in crate::ui) fn cell(&mut self, ui: &mut Ui) {
        self.add(ui, Role::Cell, None);
    }

    /// Says that this is the `Ui` of the next heading; `sort` is whether its column is sorted in descending order.
    pub(in crate::ui) fn heading(&mut self, ui: &mut Ui, sort: Option<bool>) {
        let direction =
            sort.map(
                |is_descending| {
                    if is_descending { SortDirection::Descending } else { SortDirection::Ascending }
                },
            );
        self.add(ui, Role::ColumnHeader, direction);
    }

    fn add(&mut self, ui: &mut Ui, role: Role, sort: Option<SortDirection>) {
        let row = match self.id {
            Some(row) => row,
            None => *self.id.insert(self.node(ui)),
        };
        let (cell, ctx) = (ui.unique_id(), ui.ctx());
        let (row_index, column) = (self.index, self.columns);
        self.columns += 1;
        let added = ctx.accesskit_node_builder(cell, |node| {
            node.set_role(role);
            node.set_row_index(row_index);
            node.set_column_index(column);
            if let Some(sort) = sort {
                node.set_sort_direction(sort);
            }
        });
        let Some(container) = ui.stack().parent.as_ref().filter(|_| added.is_some()) else { return };
        ctx.accesskit_node_builder(container.unique_id, |node| {
            let others = node.children().iter().copied().filter(|&child| child != cell.accesskit_id());
            let others: Vec<_> = others.collect();
            node.set_children(others);
        });
        ctx.accesskit_node_builder(row, |node| node.push_child(cell.accesskit_id()));
    }

    /// Adds the node of the row to the table. It draws nothing and takes no room.
    fn node(&self, ui: &mut Ui) -> Id {
        let table =
            ui.stack().iter().find(|above| above.info.tags.contains(TAG)).map(|table| table.unique_id);
        let mut builder = UiBuilder::new().id_salt(("row", self.index)).accessibility_role(Role::Row);
        if let Some(table) = table {
            builder = builder.accessibility_parent(table);
        }
        let row = ui.new_child(builder).unique_id();
        let (index, is_selected) = (self.index, self.is_selected);
        ui.ctx().accesskit_node_builder(row, |node| {
            node.set_row_index(index);
            if is_selected {
                node.set_selected(true);
            }
        });
        row
    }
}
