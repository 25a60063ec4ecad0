//! The bulk format: dated labels on lanes, in columns, since there may be ten million of them.
//!
//! A bulk event has a lane, dates and a label, and nothing else: no sources, no parties, no law. In the columns each
//! lane has its single days first, then its spans row by row, so that no two spans of a row overlap; each run is in
//! order of time. Spans that fit into no row are the lane's overflow.

mod date_uncertainty;
mod day_counts;
mod events;
mod lane;
mod search;

pub use date_uncertainty::DateUncertainty;
pub use events::{BulkEvents, BulkId, BulkRecord, Texts};
pub use lane::{BulkLane, LaneColumns, ROWS};
