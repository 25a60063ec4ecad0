//! What a world of treaties is: dates, parties, treaties, events, statements, phases.
//!
//! Plain values and rules about them. Nothing here reads a file, knows a byte offset, a pixel or a clock.
//!
//! Architecture Invariant: this room imports no other room, no `egui` and no `serde`; a [`Dataset`] holds no dangling link.

mod census;
mod dataset;
mod date_form;
mod date_words;
mod day_counts;
mod decade;
mod doubt;
mod edtf_date;
mod edtf_single;
mod event;
mod ids;
mod keys;
mod known_year;
mod law;
mod moment;
mod order;
mod phase;
mod plain;
mod probes;
mod series;
mod standing;
mod statement;
mod treaty;
mod typed_date;

pub use census::Census;
pub use dataset::{Category, Dataset, Parts};
pub use date_form::{DateForm, DatePart, Hemisphere, PartDoubt, PartOfYear, Season, Yearly};
pub use date_words::{
    day_in_words, doubts_in_words, month_name, words_joined, year_in_words, years_in_words,
};
pub use decade::decade_of;
pub use doubt::Doubt;
pub use edtf_date::{EdtfDate, EdtfError, Precision};
pub use event::{DateClaim, DateRole, Event, EventKind, EventLink, EventRelation};
pub use ids::{EventId, PartyId, SourceId, SpeakerId, StatementId, TreatyId};
pub use known_year::{KnownYear, Years};
pub use law::{
    Alternative, Answer, Basis, Clause, Contradiction, Counting, Exit, Fault, Period, Reason, State,
    StateSpan, Terms, contradictions,
};
pub use moment::{Moment, SECS_PER_DAY};
pub use phase::{Notice, Phase, PhaseKind};
pub use plain::{LaneColumns, Plain, PlainId, PlainLane, PlainRecord, ROWS, Texts};
pub use probes::{count_probes, probe, probe_many};
pub use series::{FigureBasis, Point, Series};
pub use standing::{Brief, Ending, Standing, Status};
pub use statement::{About, Original, Selector, Source, SourceKind, Speaker, Statement};
pub use treaty::{Nature, Party, Treaty, TreatyLink, TreatyRelation};
