//! The letters that a PDF page draws, as rows of words: what is one line, where a word ends in it, what is raised.

use std::ops::Range;

use hayro_interpret::kurbo::{Point, Vec2};

/// A gap between two letters is a space from this part of the font's size on. A space is a quarter of it in most
/// fonts.
const SPACE: f64 = 0.17;

/// So many letters in a row that each stand alone are a spaced word and no list of letters.
const MIN_SPACED: usize = 5;

/// Letters are spaced by no more than this part of their size.
const MAX_SPACED: f64 = 0.75;

/// By how much a gap between spaced words is wider than one between their letters, at least.
const WIDER: f64 = 0.15;

/// What is set smaller than this part of its row may be the number of a note.
const SMALL: f64 = 0.8;

/// How far above the line the number of a note begins, in parts of the size, at least.
const RAISED: f64 = 0.15;

/// A gap from this part of the size on may be that between two columns.
const COLUMN: f64 = 1.0;

/// A letter as it is drawn.
#[derive(Clone, Copy)]
pub(super) struct Letter {
    /// What it says, in bytes of [`Letters::said`].
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
    /// Whether the next letter that is drawn is in the same row.
    fn goes_on(&self, next: &Self) -> bool {
        let step = next.origin - self.tip;
        let (forward, across) = (step.dot(self.along), step.cross(self.along).abs());
        let size = self.size.max(next.size);
        // The number of a note, up or down, is close to its word.
        let is_small = self.size.min(next.size) < SMALL * size;
        forward >= -1.5 * size && across <= 0.5 * size
            || is_small && (-0.5 * size..=size).contains(&forward) && across <= 0.8 * size
    }
}

/// The letters of a page, in the order in which they are drawn.
#[derive(Default)]
pub(super) struct Letters {
    /// What they say, one after the other.
    pub(super) said: String,
    drawn: Vec<Letter>,
}

impl Letters {
    pub(super) fn len(&self) -> usize {
        self.drawn.len()
    }

    /// Adds a letter that begins at `origin`, ends `advance` further along, and is as high as `up`.
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
                rows.extend(self.row(start..index + 1));
                start = index + 1;
            }
        }
        rows
    }

    /// One row; `None` where there is nothing to see.
    fn row(&self, range: Range<usize>) -> Option<Row> {
        let visible: Vec<&Letter> =
            self.drawn[range].iter().filter(|letter| !self.text(letter).trim().is_empty()).collect();
        let mut sizes: Vec<f64> = visible.iter().map(|letter| letter.size).collect();
        sizes.sort_unstable_by(f64::total_cmp);
        // Most letters of a row are of its size; numbers of notes are smaller, an initial is larger.
        let size = *sizes.get(sizes.len() * 2 / 3)?;
        let base = **visible.iter().find(|letter| (letter.size - size).abs() <= 0.01 * size)?;
        let mut segments = Vec::new();
        let mut start = 0;
        for index in 1..=visible.len() {
            let gap = visible.get(index).map(|&next| self.gap(visible[index - 1], next));
            if gap.is_none_or(|gap| gap.width > COLUMN) {
                let letters = &visible[start..index];
                segments.extend(self.segment(letters, &base));
                start = index;
            }
        }
        Some(Row { base, segments })
    }

    fn segment(&self, letters: &[&Letter], base: &Letter) -> Option<Segment> {
        let (first, last) = (letters.first()?, letters.last()?);
        let along = |point: Point| point.to_vec2().dot(base.along);
        Some(Segment {
            from: along(first.origin),
            to: along(last.tip),
            letters: letters.len(),
            text: self.words(letters, base),
        })
    }

    /// What is between two letters of a row that can be seen.
    fn gap(&self, letter: &Letter, next: &Letter) -> Gap<'_> {
        let size = letter.size.max(next.size);
        Gap {
            width: (next.origin - letter.tip).dot(letter.along) / size,
            space: self.said.get(letter.end..next.start).unwrap_or_default(),
        }
    }

    fn words(&self, letters: &[&Letter], base: &Letter) -> String {
        let gaps: Vec<Gap<'_>> = letters.windows(2).map(|pair| self.gap(pair[0], pair[1])).collect();
        let spaced = self.spaced(letters, &gaps);
        let mut words = String::new();
        for (index, letter) in letters.iter().enumerate() {
            if let Some((gap, within)) =
                index.checked_sub(1).and_then(|before| Some((gaps.get(before)?, spaced.get(before)?)))
            {
                match within {
                    Some(most) if gap.width > *most => words.push(' '),
                    None if !gap.space.is_empty() => words.push_str(gap.space),
                    None if gap.width > SPACE => words.push(' '),
                    Some(_) | None => {}
                }
            }
            let said = self.text(letter);
            let rise = (letter.origin - base.origin).dot(base.up);
            let is_raised = letter.size < SMALL * base.size && rise > RAISED * base.size;
            if is_raised && said.bytes().all(|byte| byte.is_ascii_digit()) {
                // The number of a note must not run into the word before it.
                words.extend(said.chars().map(super::html::raised));
            } else {
                words.push_str(said);
            }
        }
        words
    }

    /// For each gap of a row: how wide it may be within a word, where the letters of the word are spaced.
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

    /// How wide a gap may be within a spaced word; `None` where these are no spaced words.
    fn most_within(&self, letters: &[&Letter], gaps: &[Gap<'_>]) -> Option<f64> {
        let real = letters.iter().filter(|letter| self.text(letter).chars().all(char::is_alphabetic)).count();
        let mut widths: Vec<f64> = gaps.iter().map(|gap| gap.width).collect();
        widths.sort_unstable_by(f64::total_cmp);
        let usual = *widths.get(widths.len() / 4)?;
        let most = usual + WIDER;
        // Letters with a space after each, and no wider one anywhere, are a list of letters.
        let is_list = gaps.iter().all(|gap| gap.width <= most && !gap.space.is_empty());
        (real * 2 > letters.len() && usual <= MAX_SPACED && !is_list).then_some(most)
    }
}

/// What is between two letters.
struct Gap<'l> {
    /// In parts of the size.
    width: f64,
    /// The spaces that are drawn there.
    space: &'l str,
}

impl Gap<'_> {
    fn parts(&self) -> bool {
        self.width > SPACE || !self.space.is_empty()
    }
}

/// What is on one line.
pub(super) struct Row {
    /// A letter that stands on the line and has its size.
    pub(super) base: Letter,
    /// Its parts, with wide gaps between them.
    pub(super) segments: Vec<Segment>,
}

/// A part of a row without a wide gap.
pub(super) struct Segment {
    /// Where it begins and ends along the row.
    pub(super) from: f64,
    pub(super) to: f64,
    /// How many letters can be seen of it.
    pub(super) letters: usize,
    pub(super) text: String,
}
