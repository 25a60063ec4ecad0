//! English.

mod actions;
mod window;

use super::table::Said;

pub(super) use window::WORDS;

const fn said(name: &'static str, help: &'static str) -> Said {
    Said { name, help }
}
