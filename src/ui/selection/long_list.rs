//! A long list of rows of different heights, of which only those in sight are laid out.

use std::collections::HashMap;

use egui::{Id, UiBuilder};

/// Rows are laid out up to this far outside of what is in sight, in points, so that Tab finds the next of them.
const MARGIN: f32 = 300.0;
/// Number of lists whose rows are remembered.
const MAX_LISTS: usize = 4;
/// Number of rows whose heights are remembered for lists that are shown again.
const MAX_KNOWN: usize = 20_000;

/// The heights of rows that were laid out before.
#[derive(Debug, Default)]
pub(in crate::ui) struct LongLists {
    /// The lists that were shown last, the latest at the end.
    lists: Vec<Heights>,
    /// By row, width and size of text.
    known: HashMap<Id, f32>,
}

/// The rows of one list at one width.
#[derive(Debug)]
struct Heights {
    stamp: Id,
    heights: Vec<f32>,
}

/// What a list consists of.
pub(in crate::ui) struct Rows<'a> {
    /// Changes when the rows do.
    pub(in crate::ui) stamp: Id,
    /// Number of rows.
    pub(in crate::ui) count: usize,
    /// What a row is, whichever list it is in.
    pub(in crate::ui) key: &'a dyn Fn(usize) -> Id,
    /// The height of a row that was never laid out, in points, at a width.
    pub(in crate::ui) estimate: &'a dyn Fn(usize, f32) -> f32,
}

impl LongLists {
    /// Adds a list to a scroll area. The space between rows belongs to the rows.
    pub(in crate::ui) fn show(
        &mut self,
        ui: &mut egui::Ui,
        rows: &Rows<'_>,
        mut add: impl FnMut(&mut egui::Ui, usize),
    ) {
        // Widths differ by fractions of a point where text is scaled.
        let width = ui.available_width();
        let at_width = (width.round() as u32, ui.ctx().pixels_per_point().to_bits());
        let stamp = rows.stamp.with(at_width);
        let mut heights = match self.lists.iter().position(|list| list.stamp == stamp) {
            Some(index) => self.lists.remove(index).heights,
            None => self.estimated(rows, width, at_width),
        };
        let spacing = ui.spacing().item_spacing.y;
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let sight = ui.clip_rect().y_range().expand(MARGIN);
            let mut top = ui.cursor().top();
            let mut skipped = 0.0;
            for (index, height) in heights.iter_mut().enumerate() {
                if top + *height < sight.min || top > sight.max {
                    (top, skipped) = (top + *height, skipped + *height);
                    continue;
                }
                skip(ui, &mut skipped);
                let key = (rows.key)(index);
                let row = ui.scope_builder(UiBuilder::new().id_salt(key), |ui| {
                    ui.spacing_mut().item_spacing.y = spacing;
                    ui.set_width(ui.available_width());
                    add(ui, index);
                    // With the space that the row leaves under its last widget.
                    ui.expand_to_include_y(ui.cursor().top());
                });
                let measured = row.response.rect.height();
                if (measured - *height).abs() > 0.5 {
                    *height = measured;
                    self.known.insert(key.with(at_width), measured);
                }
                top += measured;
            }
            skip(ui, &mut skipped);
        });
        if self.known.len() > MAX_KNOWN {
            self.known.clear();
        }
        if self.lists.len() >= MAX_LISTS {
            self.lists.remove(0);
        }
        self.lists.push(Heights { stamp, heights });
    }

    fn estimated(&self, rows: &Rows<'_>, width: f32, at_width: (u32, u32)) -> Vec<f32> {
        // Nothing is known of most rows of a very long list.
        let is_known = |index: usize| {
            let known = (rows.count <= MAX_KNOWN).then(|| self.known.get(&(rows.key)(index).with(at_width)));
            known.flatten().copied()
        };
        (0..rows.count)
            .map(|index| is_known(index).unwrap_or_else(|| (rows.estimate)(index, width)))
            .collect()
    }
}

/// Leaves room for rows that are not laid out.
fn skip(ui: &mut egui::Ui, skipped: &mut f32) {
    let height = std::mem::take(skipped);
    if height > 0.0 {
        ui.allocate_space(egui::vec2(1.0, height));
    }
}

/// How many lines a text takes at a width, by the usual width of its letters.
pub(in crate::ui) fn lines(text: &str, width: f32, letter: f32) -> f32 {
    (text.chars().count() as f32 * letter / width.max(1.0)).ceil().max(1.0)
}
