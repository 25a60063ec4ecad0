//! Lanes of bulk events: planned from columns, drawn as rows of spans over a strip for what no row has room for.

mod days;
mod overflow;
mod paint;
mod plan;
mod row;

pub use overflow::{Overflow, bulk_rows, is_overflow, overflow_at};
pub(super) use paint::paint_bulk;
pub(super) use plan::BulkPlan;
pub use plan::bulk_run;
pub use row::{BulkBar, BulkRow};
