//! Calendars in iCalendar (RFC 5545).

pub(super) mod dates;
mod lines;
mod read;

pub(super) use read::read;
