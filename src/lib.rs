//! treaty-timeline
pub mod domain;
pub mod diagnostics;
pub mod load;
pub mod index;
pub mod timeline;
pub mod export;
pub mod session;
pub mod app;
pub mod ui;
