//! Puts the rows of a PDF page into reading order: columns that are drawn row by row follow one another.

use std::ops::Range;

use super::pdf_letters::{Row, Segment};

/// Minimum number of adjacent rows of columns.
const MIN_ROWS: usize = 3;

/// Minimum average number of letters per line of a column; table cells have fewer.
const MIN_LETTERS: usize = 15;

/// Minimum gap between columns, relative to the font size.
const MIN_COLUMN_GAP: f64 = 0.8;

/// Maximum distance between rows of the same columns, relative to the font size.
const MAX_DROP: f64 = 6.0;

/// Maximum number of parts of a row; one with more belongs to a table.
const MAX_SEGMENTS: usize = 12;

/// Maximum nesting of columns.
const MAX_DEPTH: usize = 6;

/// Minimum line spacing at the end of a paragraph, relative to the font size; set text has 1.0 to 1.4.
pub(super) const MIN_PARAGRAPH_SPACING: f64 = 1.75;

/// A row, or the part of it in a column.
#[derive(Clone)]
pub(super) struct Part {
    pub(super) row: usize,
    pub(super) segments: Range<usize>,
}

impl Part {
    pub(super) fn of<'r>(&self, rows: &'r [Row]) -> &'r [Segment] {
        rows.get(self.row).and_then(|row| row.segments.get(self.segments.clone())).unwrap_or_default()
    }
}

/// The rows in reading order.
pub(super) fn in_order(rows: &[Row]) -> Vec<Part> {
    let parts = rows.iter().enumerate().map(|(row, of)| Part { row, segments: 0..of.segments.len() });
    arranged(rows, parts.collect(), MAX_DEPTH)
}

fn arranged(rows: &[Row], parts: Vec<Part>, depth: usize) -> Vec<Part> {
    if depth == 0 {
        return parts;
    }
    let mut ordered = Vec::with_capacity(parts.len());
    let mut rest = &parts[..];
    while !rest.is_empty() {
        let (length, middle) = block(rows, rest);
        let (some, after) = rest.split_at(length.clamp(1, rest.len()));
        rest = after;
        let Some(middle) = middle else {
            ordered.extend_from_slice(some);
            continue;
        };
        let (mut left, mut right) = (Vec::new(), Vec::new());
        for part in some {
            let count =
                part.of(rows).iter().filter(|segment| segment.from + segment.to < 2.0 * middle).count();
            let cut = part.segments.start + count;
            for (side, segments) in
                [(&mut left, part.segments.start..cut), (&mut right, cut..part.segments.end)]
            {
                if !segments.is_empty() {
                    side.push(Part { row: part.row, segments });
                }
            }
        }
        ordered.extend(arranged(rows, left, depth - 1));
        ordered.extend(arranged(rows, right, depth - 1));
    }
    ordered
}

/// How many rows from the first on belong together, and the gap between their columns, if any.
fn block(rows: &[Row], parts: &[Part]) -> (usize, Option<f64>) {
    let Some(first) = parts.first() else { return (0, None) };
    let segments = first.of(rows);
    if !(2..=MAX_SEGMENTS).contains(&segments.len()) {
        return (1, None);
    }
    let mut gutters: Vec<(f64, f64)> =
        segments.windows(2).map(|pair| (pair[0].to, pair[1].from)).filter(|gap| gap.0 < gap.1).collect();
    gutters.sort_by(|a, b| (b.1 - b.0).total_cmp(&(a.1 - a.0)));
    let mut longest = 1;
    for gutter in gutters {
        let columns = follow(rows, parts, gutter);
        if columns.both >= MIN_ROWS {
            if columns.lines.iter().all(|side| side.letters >= MIN_LETTERS * side.lines) {
                return (columns.length, Some(columns.middle));
            }
            // Rows that are not columns from the first on are a table, and are not examined again from the second.
            longest = longest.max(columns.length);
        }
    }
    (longest, None)
}

/// Two columns.
struct Columns {
    /// Number of rows, and of those with something on both sides.
    length: usize,
    both: usize,
    middle: f64,
    lines: [Side; 2],
}

#[derive(Clone, Copy, Default)]
struct Side {
    lines: usize,
    letters: usize,
}

/// Follows a gap in the first row downwards while it stays empty.
fn follow(rows: &[Row], parts: &[Part], (mut from, mut to): (f64, f64)) -> Columns {
    let (mut length, mut both) = (0, 0);
    let mut lines = [Side::default(); 2];
    let mut before: Option<&Row> = None;
    for (index, part) in parts.iter().enumerate() {
        let Some(row) = rows.get(part.row) else { break };
        let size = row.base.size;
        let drop = before.map_or(0.0, |before| (before.base.origin - row.base.origin).dot(before.base.up));
        let is_turned = before.is_some_and(|before| before.base.along.dot(row.base.along) < 0.99);
        if is_turned || drop < -0.2 * size || drop > MAX_DROP * size {
            break;
        }
        let (mut start, mut end) = (from, to);
        let mut letters = [0; 2];
        for segment in part.of(rows) {
            if segment.from + segment.to < from + to {
                start = start.max(segment.to);
                letters[0] += segment.letters;
            } else {
                end = end.min(segment.from);
                letters[1] += segment.letters;
            }
        }
        if end - start < MIN_COLUMN_GAP * size {
            break;
        }
        (from, to) = (start, end);
        before = Some(row);
        let is_both = letters.iter().all(|&letters| letters > 0);
        both += usize::from(is_both);
        // A line below only one column belongs to it only if it is close.
        if is_both || length == index && drop <= MIN_PARAGRAPH_SPACING * size {
            length = index + 1;
        }
        for (side, letters) in lines.iter_mut().zip(letters) {
            side.lines += usize::from(letters > 0);
            side.letters += letters;
        }
    }
    Columns { length, both, middle: f64::midpoint(from, to), lines }
}
