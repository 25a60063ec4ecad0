//! Rules for letters of any script: their order on a line, what belongs together, which spellings are equal.
//!
//! Texts are compared in two forms, for two purposes. [`fold()`] compares printings of one text: it keeps accents and
//! scripts, and the map back to the source. [`folded_words`] compares typed with written text, without accents and
//! scripts.
//!
//! Architecture Invariant: nothing here knows a treaty, a font or a pixel. Texts are shown and saved unchanged, and
//! folded only to be compared.

mod bidi;
mod char_class;
mod clusters;
mod encoding;
mod first_words;
mod fold;
mod formulas;
mod hidden;
mod normal;
mod span_map;
mod words;

pub use bidi::{
    VisualRun, has_right_to_left, is_right_to_left_letter, is_strong_right_to_left, line_reads_right_to_left,
    mirrored, visual_order, visual_rows,
};
pub use char_class::{Class, class, is_quotation_mark, is_raised, is_word};
pub use clusters::{clusters, extends, first_clusters, is_cjk, is_emoji};
pub use encoding::encoding_by_letters;
pub use first_words::first_words;
pub use fold::{Case, Fold, QUOTE, Remarks, fold, lowercase};
pub use formulas::{escape_formula, unescape_formula};
pub use hidden::{hides_text, is_ignorable};
pub use normal::{nfc, nfkc};
pub use span_map::SpanMap;
pub use words::{Word, folded_text, folded_words, joined_words, search_forms, transliterate};
