//! A text as runs of one font each, from left to right as they are shown: a renderer that is given one run at a time does
//! not set the whole text in another font for one letter that the bundled fonts lack.

use std::ops::Range;

use crate::text::{VisualRun, clusters, has_right_to_left, is_emoji, is_ignorable, mirrored, visual_order};
use crate::timeline::{BundledFonts, Font, TextMeasure as _};

/// Fonts beside the bundled ones.
pub(super) trait FallbackFonts {
    /// The font for a letter that no bundled font has; `None` where no other has it either.
    fn font_of(&mut self, letter: &str) -> Option<usize>;
    /// The width of a text in a font, in points.
    fn width(&self, text: &str, size: f32, font: usize) -> f32;
}

/// The font of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RunFont {
    /// A bundled font.
    Bundled(Font),
    /// One of the other fonts.
    Other(usize),
}

/// A part of a text in one font.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Run {
    /// Its letters, in the order in which a renderer that goes from left to right shows them as they are read.
    pub(super) text: String,
    pub(super) setter: RunFont,
    /// Its width, in points.
    pub(super) width: f32,
    /// Whether the font would set it wider than that.
    pub(super) is_narrowed: bool,
}

/// The runs of a text; `None` where one bundled font sets it all from left to right.
pub(super) fn runs(
    text: &str,
    size: f32,
    font: Font,
    fonts: &BundledFonts,
    others: &mut dyn FallbackFonts,
) -> Option<Vec<Run>> {
    let is_own = |c: char| is_ignorable(c) || c.is_control() || fonts.font_for(c, font) == Some(font);
    if text.chars().all(is_own) && !has_right_to_left(text) {
        return None;
    }
    let mut runs = Vec::new();
    for part in visual_order(text) {
        let pieces = pieces(&text[part.range.clone()], font, fonts, others);
        let shown = pieces.into_iter().map(|(range, setter)| {
            let piece = &text[part.range.start + range.start..part.range.start + range.end];
            let text = as_shown(piece, &part, setter);
            let width = match setter {
                RunFont::Bundled(font) => fonts.width(&text, size, font),
                RunFont::Other(other) => others.width(&text, size, other),
            };
            Run { text, setter, width, is_narrowed: false }
        });
        let mut shown: Vec<Run> = shown.collect();
        if part.is_reversed {
            shown.reverse();
        }
        runs.append(&mut shown);
    }
    narrow(&mut runs, fonts.width(text, size, font));
    Some(runs)
}

/// The pieces of a part that runs in one direction, in the order of reading.
fn pieces(
    part: &str,
    font: Font,
    fonts: &BundledFonts,
    others: &mut dyn FallbackFonts,
) -> Vec<(Range<usize>, RunFont)> {
    let mut pieces: Vec<(Range<usize>, RunFont)> = Vec::new();
    let mut is_after_emoji = false;
    for (at, letter) in clusters(part) {
        let last = pieces.last().map(|&(_, setter)| setter);
        let own = letter.chars().find(|&c| !is_ignorable(c)).and_then(|c| fonts.font_for(c, font));
        let setter = match (own, last) {
            // A space between two words that another font sets is set with them, so that both are shaped together; but
            // to a font of emoji a space is as wide as a picture.
            (_, Some(RunFont::Other(other)))
                if !is_after_emoji && letter.chars().all(char::is_whitespace) =>
            {
                RunFont::Other(other)
            }
            (Some(own), _) => RunFont::Bundled(own),
            (None, _) => others.font_of(letter).map_or(RunFont::Bundled(font), RunFont::Other),
        };
        is_after_emoji = letter.starts_with(is_emoji);
        match pieces.last_mut() {
            Some((range, of)) if *of == setter => range.end = at + letter.len(),
            _ => pieces.push((at..at + letter.len(), setter)),
        }
    }
    pieces
}

/// A piece as it is given to the renderer.
fn as_shown(piece: &str, part: &VisualRun, setter: RunFont) -> String {
    match setter {
        _ if !part.is_reversed => piece.to_owned(),
        // The bundled fonts have the punctuation of such a part, but no letters.
        RunFont::Bundled(_) => {
            clusters(piece).rev().flat_map(|(_, letter)| letter.chars()).map(mirrored).collect()
        }
        // The painter turns letters round by itself, and with these marks what stands at their ends as well.
        RunFont::Other(_) => format!("\u{200f}{piece}\u{200f}"),
    }
}

/// Narrows runs in other fonts until the text has the width for which it was cut; not emoji, which the renderer cannot
/// narrow.
fn narrow(runs: &mut [Run], room: f32) {
    let is_other = |run: &&mut Run| matches!(run.setter, RunFont::Other(_)) && !run.text.contains(is_emoji);
    let whole: f32 = runs.iter().map(|run| run.width).sum();
    let others: f32 = runs.iter_mut().filter(is_other).map(|run| run.width).sum();
    if whole <= room || others <= 0.0 {
        return;
    }
    // No letter is made narrower than half its width: the text overflows instead.
    let factor = ((others - (whole - room)) / others).max(0.5);
    for run in runs.iter_mut().filter(is_other) {
        run.width *= factor;
        run.is_narrowed = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two fonts: one has everything but emoji, the other has emoji.
    struct Two;

    impl FallbackFonts for Two {
        fn font_of(&mut self, letter: &str) -> Option<usize> {
            letter.chars().next().map(|c| usize::from(c > '\u{1f000}'))
        }

        fn width(&self, text: &str, size: f32, _: usize) -> f32 {
            0.8 * size * text.chars().filter(|&c| !is_ignorable(c)).count() as f32
        }
    }

    fn shown(text: &str) -> Vec<(String, RunFont)> {
        let runs = runs(text, 13.0, Font::Strong, &BundledFonts::default(), &mut Two).unwrap_or_default();
        runs.into_iter().map(|run| (run.text.replace('\u{200f}', ""), run.setter)).collect()
    }

    #[test]
    fn only_the_letters_that_a_font_lacks_are_set_in_another() {
        let (own, other) = (RunFont::Bundled(Font::Strong), RunFont::Other(0));
        let expected = |parts: &[(&str, RunFont)]| -> Vec<(String, RunFont)> {
            parts.iter().map(|&(text, setter)| (text.to_owned(), setter)).collect()
        };
        assert!(shown("Plain Latin name…").is_empty());
        assert_eq!(shown("Treaty परमाणु संधि"), expected(&[("Treaty ", own), ("परमाणु संधि", other)]));
        assert_eq!(
            shown("Peace 🕊\u{fe0f} accord"),
            expected(&[("Peace ", own), ("🕊\u{fe0f}", RunFont::Other(1)), (" accord", own)])
        );
        assert_eq!(
            shown("Treaty מע 2010 (א)…"),
            expected(&[
                ("Treaty ", own),
                ("(", own),
                ("א", other),
                (") ", own),
                ("2010", own),
                ("מע ", other),
                ("…", own)
            ])
        );
    }

    #[test]
    fn emoji_have_their_own_width() {
        /// As wide as the widest fonts of emoji set them.
        struct Wide;
        impl FallbackFonts for Wide {
            fn font_of(&mut self, _: &str) -> Option<usize> {
                Some(0)
            }

            fn width(&self, text: &str, size: f32, _: usize) -> f32 {
                1.4 * size * text.chars().filter(|&c| !is_ignorable(c)).count() as f32
            }
        }
        let fonts = BundledFonts::default();
        let all = runs("Peace 🕊\u{fe0f} 🕊 accord", 10.0, Font::Text, &fonts, &mut Wide).unwrap_or_default();
        let emoji: Vec<&Run> = all.iter().filter(|run| run.text.contains(is_emoji)).collect();
        assert_eq!(emoji.len(), 2);
        assert!(emoji.iter().all(|run| !run.is_narrowed && (run.width - 14.0).abs() < 0.1), "{all:?}");
        assert!((fonts.width("🕊", 10.0, Font::Text) - 12.5).abs() < 0.1);
    }

    #[test]
    fn no_run_is_wider_than_its_room() {
        let fonts = BundledFonts::default();
        for text in ["Treaty परमाणु संधि", "معاهدة حظر التجارب النووية لعام 1963", "不扩散核武器条约"]
        {
            let all = runs(text, 13.0, Font::Text, &fonts, &mut Two).unwrap_or_default();
            let whole: f32 = all.iter().map(|run| run.width).sum();
            assert!(!all.is_empty() && whole <= fonts.width(text, 13.0, Font::Text) + 0.1, "{text}");
        }
    }
}
