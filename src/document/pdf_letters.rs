//! The letters that a PDF page draws, as rows of words: which are in one line, where words end, which are raised.

use std::ops::Range;

use hayro_interpret::kurbo::{Point, Vec2};

/// Minimum gap between letters that is a space, relative to the font size. A space is a quarter of it in most fonts.
const MIN_SPACE: f64 = 0.17;

/// Minimum number of separate letters in a row that are a letter-spaced word rather than a list of letters.
const MIN_SPACED: usize = 5;

/// Minimum and maximum letter spacing, relative to the font size. Kerning alone sets letters no further apart.
const MIN_SPACING: f64 = 0.08;
const MAX_SPACING: f64 = 0.75;

/// Maximum difference between the letter spacing of lines, or of parts of a line, that are set alike.
const MAX_SPACING_DIFFERENCE: f64 = 0.1;

/// Minimum excess of a gap between letter-spaced words over one between their letters.
const MIN_WORD_GAP_EXCESS: f64 = 0.15;

/// Maximum size of a note number, relative to its row.
const MAX_NOTE_SIZE: f64 = 0.8;

/// Minimum height of a note number above the baseline, relative to the font size.
const MIN_NOTE_RISE: f64 = 0.15;

/// Minimum gap that may be one between columns, relative to the font size and without letter spacing.
const MIN_COLUMN_GAP: f64 = 1.0;

/// A letter as drawn.
#[derive(Clone, Copy)]
pub(super) struct Letter {
    /// Its text, in bytes of [`Letters::said`].
    start: usize,
    end: usize,
    pub(super) origin: Point,
    /// Where the next one is expected.
    tip: Point,
    /// The direction of the line, of length one.
    pub(super) along: Vec2,
    /// The direction from the foot of a letter to its head, of length one.
    pub(super) up: Vec2,
    pub(super) size: f64,
}

impl Letter {
    /// Whether the letter drawn next is in the same row.
    fn goes_on(&self, next: &Self) -> bool {
        let step = next.origin - self.tip;
        let (forward, across) = (step.dot(self.along), step.cross(self.along).abs());
        let size = self.size.max(next.size);
        // A note number, raised or lowered, is close to its word.
        let is_small = self.size.min(next.size) < MAX_NOTE_SIZE * size;
        forward >= -1.5 * size && across <= 0.5 * size
            || is_small && (-0.5 * size..=size).contains(&forward) && across <= 0.8 * size
    }
}

/// The letters of a page, in drawing order.
#[derive(Default)]
pub(super) struct Letters {
    /// Their text.
    pub(super) said: String,
    drawn: Vec<Letter>,
}

impl Letters {
    pub(super) fn len(&self) -> usize {
        self.drawn.len()
    }

    /// Adds a letter at `origin`, with width `advance` and height `up`.
    pub(super) fn push(&mut self, said: &str, origin: Point, advance: Vec2, up: Vec2, along: Vec2) {
        let (size, length) = (up.hypot(), along.hypot());
        if !(size.is_finite() && size > 0.0 && length.is_finite() && length > 0.0) {
            return;
        }
        let start = self.said.len();
        self.said.push_str(said);
        let end = self.said.len();
        let tip = origin + advance;
        self.drawn.push(Letter { start, end, origin, tip, along: along / length, up: up / size, size });
    }

    fn text(&self, letter: &Letter) -> &str {
        self.said.get(letter.start..letter.end).unwrap_or_default()
    }

    /// The rows that the letters are in.
    pub(super) fn rows(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        let mut start = 0;
        for (index, letter) in self.drawn.iter().enumerate() {
            let goes_on = self.drawn.get(index + 1).is_some_and(|next| letter.goes_on(next));
            if !goes_on {
                let spacing_before = rows.last().and_then(|row: &Row| row.spacing);
                rows.extend(self.row(start..index + 1, spacing_before));
                start = index + 1;
            }
        }
        rows
    }

    /// One row, which follows one with this letter spacing; `None` if nothing in it is visible.
    fn row(&self, range: Range<usize>, spacing_before: Option<f64>) -> Option<Row> {
        let visible: Vec<&Letter> =
            self.drawn[range].iter().filter(|letter| !self.text(letter).trim().is_empty()).collect();
        let mut sizes: Vec<f64> = visible.iter().map(|letter| letter.size).collect();
        sizes.sort_unstable_by(f64::total_cmp);
        // Most letters of a row have its size; note numbers are smaller, an initial is larger.
        let size = *sizes.get(sizes.len() * 2 / 3)?;
        let base = **visible.iter().find(|letter| (letter.size - size).abs() <= 0.01 * size)?;
        let gaps: Vec<Gap<'_>> = visible.windows(2).map(|pair| self.gap(pair[0], pair[1])).collect();
        let spacing = self.letter_spacing(&visible, &gaps, spacing_before);
        // A space between letter-spaced words has that spacing on both sides.
        let max_gap = MIN_COLUMN_GAP + 2.0 * spacing.unwrap_or_default();
        let mut segments = Vec::new();
        let mut start = 0;
        for index in 1..=visible.len() {
            if gaps.get(index - 1).is_none_or(|gap| gap.width > max_gap) {
                let (letters, inside) = (&visible[start..index], &gaps[start..index - 1]);
                segments.extend(self.segment(letters, inside, &base, spacing));
                start = index;
            }
        }
        Some(Row { base, segments, spacing })
    }

    fn segment(
        &self,
        letters: &[&Letter],
        gaps: &[Gap<'_>],
        base: &Letter,
        spacing_of_row: Option<f64>,
    ) -> Option<Segment> {
        let (first, last) = (letters.first()?, letters.last()?);
        let along = |point: Point| point.to_vec2().dot(base.along);
        Some(Segment {
            from: along(first.origin),
            to: along(last.tip),
            letters: letters.len(),
            text: self.words(letters, gaps, base, spacing_of_row),
        })
    }

    /// The gap between two visible letters of a row.
    fn gap(&self, letter: &Letter, next: &Letter) -> Gap<'_> {
        let size = letter.size.max(next.size);
        Gap {
            width: (next.origin - letter.tip).dot(letter.along) / size,
            space: self.said.get(letter.end..next.start).unwrap_or_default(),
        }
    }

    fn words(
        &self,
        letters: &[&Letter],
        gaps: &[Gap<'_>],
        base: &Letter,
        spacing_of_row: Option<f64>,
    ) -> String {
        let separators: Vec<&str> = match self.letter_spacing(letters, gaps, spacing_of_row) {
            Some(usual) => gaps.iter().map(|gap| gap.separator(usual + MIN_WORD_GAP_EXCESS)).collect(),
            None => std::iter::zip(gaps, self.spaced(letters, gaps))
                .map(|(gap, within)| match within {
                    Some(most) if gap.width > most => " ",
                    Some(_) => "",
                    None => gap.separator(MIN_SPACE),
                })
                .collect(),
        };
        let mut words = String::new();
        for (index, letter) in letters.iter().enumerate() {
            if let Some(separator) = index.checked_sub(1).and_then(|before| separators.get(before)) {
                words.push_str(separator);
            }
            let said = self.text(letter);
            let rise = (letter.origin - base.origin).dot(base.up);
            let is_raised = letter.size < MAX_NOTE_SIZE * base.size && rise > MIN_NOTE_RISE * base.size;
            if is_raised && said.bytes().all(|byte| byte.is_ascii_digit()) {
                // A note number must not run into the word before it.
                words.extend(said.chars().map(super::html::raised));
            } else {
                words.push_str(said);
            }
        }
        words
    }

    /// The usual gap between letters that are all set apart, relative to the font size; `None` if they are not.
    ///
    /// Gaps are compared to each other: letters may be set apart by less than a space and by more, and kerning and
    /// rounding make some narrower than others. A few letters are too few for that: they are set apart if those of the
    /// row, or of the row before, are as far apart.
    fn letter_spacing(&self, letters: &[&Letter], gaps: &[Gap<'_>], others: Option<f64>) -> Option<f64> {
        let mut widths: Vec<f64> =
            gaps.iter().filter(|gap| gap.space.is_empty()).map(|gap| gap.width).collect();
        widths.sort_unstable_by(f64::total_cmp);
        let usual = *widths.get(widths.len() / 4)?;
        let is_certain = widths.len() + 1 >= MIN_SPACED && self.are_mostly_letters(letters);
        let is_alike = others.is_some_and(|other| (usual - other).abs() <= MAX_SPACING_DIFFERENCE);
        ((MIN_SPACING..=MAX_SPACING).contains(&usual) && (is_certain || is_alike)).then_some(usual)
    }

    /// Whether most of what is drawn is letters of an alphabet, and not digits or signs.
    fn are_mostly_letters(&self, letters: &[&Letter]) -> bool {
        let real = letters.iter().filter(|letter| self.text(letter).chars().all(char::is_alphabetic)).count();
        real * 2 > letters.len()
    }

    /// For each gap of a row, its maximum width within a word, if the word is letter-spaced among others that are not,
    /// or with spaces.
    fn spaced(&self, letters: &[&Letter], gaps: &[Gap<'_>]) -> Vec<Option<f64>> {
        let mut spaced = vec![None; gaps.len()];
        let parts = |index: usize| gaps.get(index).is_none_or(Gap::parts);
        let mut start = 0;
        for index in 0..=letters.len() {
            let is_alone = index < letters.len() && (index == 0 || parts(index - 1)) && parts(index);
            if is_alone {
                continue;
            }
            if index - start >= MIN_SPACED {
                let inside = start..index - 1;
                if let Some(most) = self.most_within(&letters[start..index], &gaps[inside.clone()]) {
                    spaced[inside].fill(Some(most));
                }
            }
            start = index + 1;
        }
        spaced
    }

    /// Maximum width of a gap within a letter-spaced word; `None` if these letters are not such words.
    fn most_within(&self, letters: &[&Letter], gaps: &[Gap<'_>]) -> Option<f64> {
        let mut widths: Vec<f64> = gaps.iter().map(|gap| gap.width).collect();
        widths.sort_unstable_by(f64::total_cmp);
        let usual = *widths.get(widths.len() / 4)?;
        let most = usual + MIN_WORD_GAP_EXCESS;
        // Letters with equal gaps throughout are a list of letters.
        let is_list = gaps.iter().all(|gap| gap.width <= most && !gap.space.is_empty());
        (self.are_mostly_letters(letters) && usual <= MAX_SPACING && !is_list).then_some(most)
    }
}

/// The gap between two letters.
struct Gap<'l> {
    /// Relative to the font size.
    width: f64,
    /// The spaces drawn in it.
    space: &'l str,
}

impl<'l> Gap<'l> {
    fn parts(&self) -> bool {
        self.width > MIN_SPACE || !self.space.is_empty()
    }

    /// What stands in it: the spaces drawn there, or a space if it is wider than gaps within a word are.
    fn separator(&self, max_within_word: f64) -> &'l str {
        if !self.space.is_empty() {
            return self.space;
        }
        if self.width > max_within_word { " " } else { "" }
    }
}

/// A line.
pub(super) struct Row {
    /// A letter on the baseline with the row's font size.
    pub(super) base: Letter,
    /// Its parts, separated by wide gaps.
    pub(super) segments: Vec<Segment>,
    /// The letter spacing, relative to the font size, if the letters are set apart.
    spacing: Option<f64>,
}

/// A part of a row without a wide gap.
pub(super) struct Segment {
    /// Where it begins and ends along the row.
    pub(super) from: f64,
    pub(super) to: f64,
    /// Number of visible letters.
    pub(super) letters: usize,
    pub(super) text: String,
}
