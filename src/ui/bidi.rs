//! Right-to-left text: egui lays out every text from left to right, and this puts the letters into visual order.
//!
//! All painted text passes through here once, after the frame, whatever widget it came from. The strings themselves stay
//! in reading order, for screen readers, copying and line breaking, which comes before reordering (UAX #9).

use std::ops::Range;
use std::sync::Arc;

use egui::epaint::Vertex;
use egui::epaint::text::{Glyph, PlacedRow, Row};
use egui::{Galley, Shape};

use crate::text::{
    VisualRun, has_right_to_left, is_ignorable, is_right_to_left_letter, is_strong_right_to_left,
    line_reads_right_to_left, mirrored, visual_rows,
};

/// Puts the letters of everything that a frame paints into visual order.
pub(super) struct ReadingOrder;

impl egui::Plugin for ReadingOrder {
    fn debug_name(&self) -> &'static str {
        "reading order"
    }

    fn output_hook(&mut self, _ctx: &egui::Context, output: &mut egui::FullOutput) {
        for clipped in &mut output.shapes {
            order_shape(&mut clipped.shape);
        }
    }
}

fn order_shape(shape: &mut Shape) {
    match shape {
        Shape::Vec(shapes) => shapes.iter_mut().for_each(order_shape),
        // In a text field the caret, selection and pointer follow egui's own layout.
        Shape::Text(text) if text.galley.job.keep_trailing_whitespace => {}
        Shape::Text(text) if has_right_to_left(&text.galley.job.text) => {
            order_galley(Arc::make_mut(&mut text.galley));
        }
        _ => {}
    }
}

fn order_galley(galley: &mut Galley) {
    let pixels_per_point = galley.pixels_per_point;
    // The right edge to which a paragraph of several rows is aligned.
    let is_block = galley.rows.len() > 1 && galley.job.halign == egui::Align::LEFT;
    let right = is_block.then(|| galley.rect.right());
    for paragraph in galley.rows.split_inclusive_mut(|row| row.ends_with_newline) {
        order_paragraph(paragraph, pixels_per_point, right);
    }
}

/// The glyphs of a row in reading order, and where each begins in the text of the paragraph.
struct ReadingRow {
    glyphs: Vec<usize>,
    starts: Vec<usize>,
    range: Range<usize>,
}

fn order_paragraph(rows: &mut [PlacedRow], pixels_per_point: f32, right: Option<f32>) {
    let mut text = String::new();
    let mut read = Vec::with_capacity(rows.len());
    for row in rows.iter() {
        let glyphs = in_reading_order(&row.glyphs);
        let from = text.len();
        let mut starts = Vec::with_capacity(glyphs.len());
        for &glyph in &glyphs {
            starts.push(text.len());
            text.push(row.glyphs[glyph].chr);
        }
        read.push(ReadingRow { glyphs, starts, range: from..text.len() });
    }
    if !has_right_to_left(&text) {
        return;
    }
    let ranges: Vec<Range<usize>> = read.iter().map(|row| row.range.clone()).collect();
    let runs = visual_rows(&text, &ranges);
    let right = right.filter(|_| line_reads_right_to_left(&text));
    for ((placed, read), runs) in rows.iter_mut().zip(&read).zip(&runs) {
        let row = Arc::make_mut(&mut placed.row);
        move_glyphs(row, &in_visual_order(read, runs), pixels_per_point);
        let shown = row.glyphs.iter().filter(|glyph| !glyph.chr.is_whitespace());
        let end = shown.map(|glyph| glyph.pos.x + glyph.advance_width).fold(f32::NEG_INFINITY, f32::max);
        if let Some(right) = right.filter(|_| end.is_finite()) {
            let by = right - placed.pos.x - end;
            placed.pos.x += (by * pixels_per_point).round() / pixels_per_point;
        }
    }
}

/// The glyphs of a row in reading order: the shaper gives a right-to-left run in visual order, joined and all.
fn in_reading_order(glyphs: &[Glyph]) -> Vec<usize> {
    let mut order = Vec::with_capacity(glyphs.len());
    // Where in `order` the current run begins, and whether it has a letter: digits alone are not reversed.
    let (mut run, mut is_turned) = (0, false);
    for (index, glyph) in glyphs.iter().enumerate() {
        // The rest of a ligature shows nothing and is skipped; direction marks show nothing either, but count.
        let shows = glyph.advance_width != 0.0 || !glyph.uv_rect.is_nothing();
        if !shows && !is_ignorable(glyph.chr) {
            continue;
        }
        if is_right_to_left_letter(glyph.chr) {
            is_turned |= is_strong_right_to_left(glyph.chr);
            order.push(index);
        } else {
            if is_turned {
                order[run..].reverse();
            }
            order.push(index);
            (run, is_turned) = (order.len(), false);
        }
    }
    if is_turned {
        order[run..].reverse();
    }
    order
}

/// The glyphs of a row from left to right, each with whether its run is reversed.
fn in_visual_order(read: &ReadingRow, runs: &[VisualRun]) -> Vec<(usize, bool)> {
    let mut order = Vec::with_capacity(read.glyphs.len());
    for run in runs {
        let from = read.starts.partition_point(|&start| start < run.range.start);
        let to = read.starts.partition_point(|&start| start < run.range.end);
        let glyphs = read.glyphs[from..to].iter().map(|&glyph| (glyph, run.is_reversed));
        if run.is_reversed { order.extend(glyphs.rev()) } else { order.extend(glyphs) }
    }
    order
}

/// Moves the glyphs of a row to their new order within the row; their backgrounds move along.
fn move_glyphs(row: &mut Row, order: &[(usize, bool)], pixels_per_point: f32) {
    let count = row.glyphs.len();
    let mut old_lefts = Vec::with_capacity(count);
    let mut width = 0.0;
    for glyph in &row.glyphs {
        old_lefts.push(width);
        width += glyph.advance_width;
    }
    let mut new_lefts = old_lefts.clone();
    let mut left = 0.0;
    for &(glyph, _) in order {
        new_lefts[glyph] = left;
        left += row.glyphs[glyph].advance_width;
    }
    // A combining mark may lie beside its letter, so the row begins at the first glyph with a width.
    let first = row.glyphs.iter().position(|glyph| glyph.advance_width > 0.0);
    let origin = first.map_or(0.0, |first| row.glyphs[first].pos.x - old_lefts[first]);

    let backgrounds = row.visuals.glyph_vertex_range.start;
    if let Some(vertices) = row.visuals.mesh.vertices.get_mut(..backgrounds) {
        for corners in vertices.chunks_exact_mut(4) {
            move_background(corners, &row.glyphs, origin, &old_lefts, &new_lefts);
        }
    }
    for &(index, is_reversed) in order {
        let glyph = &mut row.glyphs[index];
        let moved = new_lefts[index] - old_lefts[index];
        let mut by = (moved * pixels_per_point).round() / pixels_per_point;
        glyph.pos.x += by;
        if glyph.uv_rect.is_nothing() {
            continue;
        }
        let from = glyph.first_vertex as usize;
        let Some(corners) = row.visuals.mesh.vertices.get_mut(from..from + 4) else { continue };
        if is_reversed && mirrored(glyph.chr) != glyph.chr {
            // A mirrored bracket is the same bracket with its texture flipped.
            by += glyph.advance_width - 2.0 * glyph.uv_rect.offset.x - glyph.uv_rect.size.x;
            let uvs = [corners[1].uv, corners[0].uv, corners[3].uv, corners[2].uv];
            for (corner, uv) in corners.iter_mut().zip(uvs) {
                corner.uv = uv;
            }
            glyph.chr = mirrored(glyph.chr);
        }
        for corner in corners {
            corner.pos.x += by;
        }
    }
    row.visuals.mesh_bounds = row.visuals.mesh.calc_bounds();
}

/// Moves a background with the letters above it.
fn move_background(
    corners: &mut [Vertex],
    glyphs: &[Glyph],
    origin: f32,
    old_lefts: &[f32],
    new_lefts: &[f32],
) {
    let xs = corners.iter().map(|corner| corner.pos.x);
    let (left, right) = (xs.clone().fold(f32::INFINITY, f32::min), xs.fold(f32::NEG_INFINITY, f32::max));
    let mut old: Option<(f32, f32)> = None;
    let mut new: Option<(f32, f32)> = None;
    let grow = |span: &mut Option<(f32, f32)>, from: f32, to: f32| {
        *span = Some(span.map_or((from, to), |(least, most)| (least.min(from), most.max(to))));
    };
    for (index, glyph) in glyphs.iter().enumerate() {
        let from = origin + old_lefts[index];
        let middle = from + glyph.advance_width / 2.0;
        if glyph.advance_width > 0.0 && left <= middle && middle <= right {
            grow(&mut old, from, from + glyph.advance_width);
            grow(&mut new, origin + new_lefts[index], origin + new_lefts[index] + glyph.advance_width);
        }
    }
    if let (Some(old), Some(new)) = (old, new) {
        for corner in corners {
            let is_left = corner.pos.x < f32::midpoint(left, right);
            corner.pos.x += if is_left { new.0 - old.0 } else { new.1 - old.1 };
        }
    }
}

#[cfg(test)]
mod tests {
    use egui::{Color32, FontId};

    use super::*;

    /// The letters of a text from left to right as they are painted. No bundled font has Hebrew letters, so others
    /// stand in for them while the text is set, each word in the order in which a shaper gives it.
    fn painted(text: &str) -> String {
        let mut shaped: Vec<char> = Vec::new();
        for c in text.chars() {
            let word = shaped.iter().rev().take_while(|&&c| is_strong_right_to_left(c)).count();
            let at = if is_strong_right_to_left(c) { shaped.len() - word } else { shaped.len() };
            shaped.insert(at, c);
        }
        let set: String = shaped.iter().map(|&c| if is_strong_right_to_left(c) { 'x' } else { c }).collect();

        let ctx = egui::Context::default();
        crate::ui::install_fonts(&ctx);
        let mut letters: Vec<(f32, char)> = Vec::new();
        let output = ctx.run_ui(egui::RawInput::default(), |ui| {
            let font = FontId::proportional(13.0);
            let mut galley = ui.painter().layout_no_wrap(set.clone(), font, Color32::BLACK);
            let galley = Arc::make_mut(&mut galley);
            let width = galley.size().x;
            let row = Arc::make_mut(&mut galley.rows[0].row);
            for (glyph, &c) in row.glyphs.iter_mut().zip(&shaped) {
                glyph.chr = c;
            }
            order_galley(galley);
            let row = &galley.rows[0].row;
            letters = row.glyphs.iter().map(|glyph| (glyph.pos.x, glyph.chr)).collect();
            let bounds = row.visuals.mesh_bounds;
            assert!(bounds.left() >= -2.0 && bounds.right() <= width + 2.0, "it keeps to its room");
        });
        output.drop_without_applying_deltas();
        letters.sort_by(|(a, _), (b, _)| a.total_cmp(b));
        letters.into_iter().map(|(_, letter)| letter).collect()
    }

    #[test]
    fn names_of_both_directions_are_painted_as_they_are_read() {
        assert_eq!(painted("INF Treaty, 1987…"), "INF Treaty, 1987…");
        assert_eq!(painted("אבג דה 1968…"), "…1968 הד גבא");
        assert_eq!(painted("Pact אב (גד) 2010"), "Pact 2010 (דג) בא");
        assert_eq!(painted("אבגד INF"), "INF דגבא");
    }

    #[test]
    fn rows_of_a_text_from_right_to_left_end_at_one_edge_at_the_right() {
        let ctx = egui::Context::default();
        crate::ui::install_fonts(&ctx);
        for (letter, is_moved) in [('א', true), ('x', false)] {
            let output = ctx.run_ui(egui::RawInput::default(), |ui| {
                let font = FontId::proportional(13.0);
                let mut galley =
                    ui.painter().layout("xxxx xx xxx xxxxx xx".to_owned(), font, Color32::BLACK, 50.0);
                let galley = Arc::make_mut(&mut galley);
                assert!(galley.rows.len() > 1);
                for placed in &mut galley.rows {
                    let row = Arc::make_mut(&mut placed.row);
                    for glyph in row.glyphs.iter_mut().filter(|glyph| glyph.chr == 'x') {
                        glyph.chr = letter;
                    }
                }
                let right = galley.rect.right();
                order_galley(galley);
                for placed in &galley.rows {
                    let shown = placed.row.glyphs.iter().filter(|glyph| !glyph.chr.is_whitespace());
                    let ends = shown.map(|glyph| placed.pos.x + glyph.pos.x + glyph.advance_width);
                    let end = ends.fold(0.0, f32::max);
                    let is_at_edge = (end - right).abs() < 1.0;
                    assert!(if is_moved { is_at_edge } else { placed.pos.x == 0.0 }, "{end}, {right}");
                }
            });
            output.drop_without_applying_deltas();
        }
    }

    #[test]
    fn whatever_is_painted_passes_here() {
        let ctx = egui::Context::default();
        crate::ui::install_fonts(&ctx);
        assert!(ctx.with_plugin(|_: &mut ReadingOrder| ()).is_some());
    }
}
