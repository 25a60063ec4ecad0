//! treaty-timeline
pub mod domain;
pub mod diagnostics;
pub mod load;
pub mod index;
pub mod timeline;
