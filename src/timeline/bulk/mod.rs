//! Lanes of bulk events: planned from columns, drawn as rows of spans over a strip for what no row has room for.

mod days;
mod overflow;
mod paint;
mod plan;
mod row;

pub use overflow::{Overflow, is_overflow, overflow_at, plain_rows};
pub(super) use paint::paint_bulk;
pub(super) use plan::BulkPlan;
pub use plan::plain_run;
pub use row::{PlainBar, PlainRow};
