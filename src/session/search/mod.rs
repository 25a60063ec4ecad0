//! The search field: its text, the query that it means, the hits among what the filter shows, and the way from hit to
//! hit. Hits are listed under the field and marked on the timeline.

mod apply;
pub(super) mod command;
mod completion;
mod speaker;
pub(super) mod state;
