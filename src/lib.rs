//! The history of arms control on one timeline: every treaty, every event of its life, and the words that
//! officials spoke about it, each traceable to its source.
//!
//! The library has eighteen rooms. Each may import rooms above it in this list; `tests/it/architecture.rs` checks that:
//!
//! * [`text`]: letters of any script: their order, what belongs together, equal spellings
//! * [`domain`]: treaties, events, statements, dates; what follows from them
//! * [`diagnostics`]: what is wrong with a text, where, and what to do
//! * [`document`]: a source's copy as text, and the quotations in it
//! * [`compare`]: what differs between two datasets
//! * [`language`]: what the interface says, in each language
//! * [`records`]: the records of the native format, for reading and writing
//! * [`load`]: bytes to a dataset, with its diagnostics
//! * [`save`]: records to bytes: what is added to a file, the rest of it byte for byte; a dataset in other formats
//! * [`edit`]: edits of a data file, their inverses, patches and merging, on its text
//! * [`levels`]: what a frame asks of a dataset, in O(log n)
//! * [`search`]: finding records by words
//! * [`extract`]: quotations, speakers, treaties and dates in documents that the dataset does not know
//! * [`timeline`]: a dataset and a view to a scene; a scene to shapes
//! * [`export`]: a scene to SVG and PNG
//! * [`session`]: the state of one sitting and the commands that change it
//! * [`ui`]: draws a session, returns commands
//! * [`app`]: window, disk, threads, dialogs, clock, command line
//!
//! Data flows down this list and commands flow up it; `ARCHITECTURE.md` draws the way.

pub mod app;
pub mod compare;
pub mod diagnostics;
pub mod document;
pub mod domain;
pub mod edit;
pub mod export;
pub mod extract;
pub mod language;
pub mod levels;
pub mod load;
pub mod records;
pub mod save;
pub mod search;
pub mod session;
pub mod text;
pub mod timeline;
pub mod ui;
