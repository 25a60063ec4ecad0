//! What is true of letters in any script: the order in which they are shown, what belongs together, equal spellings.
//!
//! Architecture Invariant: nothing here knows a treaty, a font or a pixel; texts are shown and saved as they are, and
//! changed only to be compared.

mod bidi;
mod clusters;
mod normal;

pub use bidi::{
    VisualRun, has_right_to_left, is_right_to_left_letter, is_strong_right_to_left, line_reads_right_to_left,
    mirrored, visual_order, visual_rows,
};
pub use clusters::{clusters, extends, first_clusters, is_cjk, is_emoji, is_ignorable};
pub use normal::{nfc, nfkc};
