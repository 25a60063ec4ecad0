//! Texts with the words of the search highlighted.

use egui::text::{LayoutJob, TextFormat};

use crate::search::matched_words;
use crate::timeline::Ink;
use crate::ui::frame::Frame;
use crate::ui::theme;

/// A text in the format `plain`, with the words that match the query highlighted.
pub(in crate::ui) fn text(frame: &Frame<'_>, text: &str, plain: TextFormat) -> LayoutJob {
    let query = &frame.session.search.query;
    let background = theme::colour(frame.palette, Ink::Select).gamma_multiply(0.3);
    let marked = TextFormat { background, ..plain.clone() };
    let mut job = LayoutJob::default();
    let mut done = 0;
    if !query.is_empty() {
        for range in matched_words(query, text) {
            job.append(&text[done..range.start], 0.0, plain.clone());
            job.append(&text[range.clone()], 0.0, marked.clone());
            done = range.end;
        }
    }
    job.append(&text[done..], 0.0, plain);
    job
}
