//! Calendars in iCalendar (RFC 5545): their lines, dates and entries.

pub(super) mod dates;
mod events;
mod lines;

pub(super) use events::read;
