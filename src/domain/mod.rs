//! Treaties and what is known about them: dates, parties, events, statements, figures, and legal status.
//!
//! Plain values and rules about them. Nothing here reads a file or knows a byte offset, a pixel or a clock.
//!
//! Architecture Invariant: this room imports no other room, no `egui` and no `serde`; a [`Dataset`] holds no dangling link.

mod act_tables;
mod acts;
mod audit;
mod bulk;
mod clauses;
mod cost_counter;
mod dataset;
mod dataset_stats;
mod dataset_tables;
mod date_form;
mod decade;
mod edtf_date;
mod elapsed;
mod event;
mod event_family;
mod ground;
mod ids;
mod keys;
mod known_year;
mod law;
mod layer;
mod layer_items;
mod legal_continuity;
mod moment;
mod named_text;
mod order;
mod phase;
mod record;
mod series;
mod sides;
mod statement;
mod status_summary;
mod subset;
mod topic_spans;
mod treaty;
mod typed_date;

pub use acts::{Act, ActDate, ActList, ActRule, OtherSource};
pub use audit::{AuditFinding, AuditRule, audit};
pub use bulk::{BulkEvents, BulkId, BulkLane, BulkRecord, DateUncertainty, LaneColumns, ROWS, Texts};
pub use clauses::{Clause, Clauses, Counting, Period};
pub use cost_counter::{count_probes, probe, probe_many};
pub use dataset::Dataset;
pub use dataset_stats::Census;
pub use dataset_tables::{Category, DatasetTables};
pub use date_form::{DateForm, DatePart, Hemisphere, PartDoubt, PartOfYear, Season, Yearly};
pub use decade::decade_of;
pub use edtf_date::{EdtfDate, EdtfError, Precision};
pub use elapsed::Elapsed;
pub use event::{
    Attestation, Confidence, DateClaim, DateRelation, DateRole, Event, EventKind, EventLink, EventRelation,
};
pub use event_family::EventFamily;
pub use ground::Ground;
pub use ids::{
    ActId, ActListId, EventId, OwnTypeId, PartyId, SourceId, SpeakerId, StatementId, TagId, TreatyId,
};
pub use known_year::{KnownYear, Years};
pub use law::{
    Alternative, Basis, Contradiction, Exit, Extension, Fault, LegalStatus, Reason, State, StateSpan,
    contradictions,
};
pub use layer::Layer;
pub use moment::{Moment, SECS_PER_DAY};
pub use named_text::NamedText;
pub use phase::{Notice, NoticeLength, Phase, PhaseKind};
pub use record::Record;
pub use series::{FigureBasis, Point, Series};
pub use statement::{About, Original, Selector, Source, SourceKind, Speaker, Statement};
pub use status_summary::{Ending, LifeSummary, Status, StatusSummary};
pub use subset::Subset;
pub use topic_spans::{TopicSpan, TopicSpans};
pub use treaty::{Nature, Party, Treaty, TreatyLink, TreatyRelation};
