//! Legal terms, and counts of items.

use crate::domain::{
    DateRole, Elapsed, EventFamily, EventKind, EventRelation, KnownYear, LifeSummary, Nature, PhaseKind,
    SourceKind, State, Status, TreatyRelation,
};

use super::text::{WithCount, texts};

texts! {
    /// Legal terms, and counts of items.
    Terms {
        /// A kind of event, in sentence case: in the filter, the legend, tables and details.
        event_kind: fn(EventKind) -> &'static str,
        /// A family of kinds of event: in the legend.
        event_family: fn(EventFamily) -> &'static str,
        /// A kind of event and its year, as short as can be: at an event whose title has no room.
        event_in: fn(EventKind, KnownYear) -> String,
        /// A phase in a treaty's life: in the legend and in tooltips of bars.
        phase: fn(PhaseKind, Nature) -> &'static str,
        /// A phase and the year in which it began: on a bar.
        phase_since: fn(&str, KnownYear) -> String,
        /// The legal status of a treaty on a date.
        state: fn(State, Nature) -> String,
        /// One of the few statuses that treaties are filtered by and counted in.
        status: fn(Status) -> &'static str,
        /// A treaty's life in brief, under its name in the lane header.
        life_summary: fn(LifeSummary) -> String,
        /// Which of an act's dates a date is, behind the date.
        date_role: fn(DateRole) -> &'static str,
        /// A relation to another event, before that event's title.
        event_relation: fn(EventRelation) -> &'static str,
        /// A relation to another treaty, before that treaty's name.
        treaty_relation: fn(TreatyRelation) -> &'static str,
        /// A kind of source: in lists, tables and the filter.
        source_kind: fn(SourceKind) -> &'static str,
        /// The language of a BCP 47 tag such as `ru`; `None` where only the tag itself can be shown.
        language: fn(&str) -> Option<&'static str>,
        /// The time between two dates, as in `31 years, 2 months`.
        elapsed: fn(Elapsed) -> String,
        /// A number of lanes.
        lanes: WithCount,
        /// A number of treaties.
        treaties: WithCount,
        /// A number of events.
        events: WithCount,
        /// A number of statements.
        statements: WithCount,
        /// A number of acts of parties in a depositary's list.
        acts: WithCount,
    }
}
