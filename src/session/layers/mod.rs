//! Layers: several files on one timeline, each of which can be named, hidden, moved, drawn behind the lanes, and removed.
//!
//! What the user chose for each is part of the [`Arrangement`](crate::timeline::Arrangement), so that it is undone like
//! any other change of the lanes. The files are put together anew only when one is added or read again.

mod adding;
pub(super) mod command;
pub(super) mod load_purpose;
mod naming;
mod reopening;
