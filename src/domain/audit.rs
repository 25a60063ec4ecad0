//! What an auditor of a record would look at, by rule: nothing that is wrong in its form, but where it is loose or weak.

use super::dataset::Dataset;
use super::event::{Event, EventKind};
use super::ids::TreatyId;
use super::moment::{Moment, SECS_PER_DAY};
use super::statement::SourceKind;
use super::status_summary::Status;
use super::treaty::Nature;

/// A treaty of so many parties at most is looked at if it has no end; one that is open to all rarely has one.
const MAX_PARTIES_OF_LANE_WITHOUT_END: usize = 5;

/// So long nothing happened in a lane without an end that is looked at: ten years.
const QUIET_SECS: i64 = 3_652 * SECS_PER_DAY;

/// A rule of the audit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AuditRule {
    /// An act of treaty law, whose day somebody has on record, is dated by a month, a year or an interval.
    LooseDate,
    /// A suspension, withdrawal or extension was announced, and no effect is recorded.
    NoEffect,
    /// A treaty of few parties is not said to have ended, and nothing happened in it for ten years.
    NoEnd,
    /// A statement is quoted in translation, without its original.
    NoOriginal,
    /// A date or a quotation rests on encyclopaedias, chronologies and reprints alone.
    WeakSource,
    /// A source has an address and no archived copy.
    NoArchive,
    /// A treaty lists fewer than two parties, or not one that acts under it.
    PartyList,
}

impl AuditRule {
    /// Every rule, in the order of the report.
    pub const ALL: [Self; 7] = [
        Self::LooseDate,
        Self::NoEffect,
        Self::NoEnd,
        Self::NoOriginal,
        Self::WeakSource,
        Self::NoArchive,
        Self::PartyList,
    ];

    /// Its word for programs, and in the list of what is accepted.
    pub fn key(self) -> &'static str {
        match self {
            Self::LooseDate => "loose_date",
            Self::NoEffect => "no_effect",
            Self::NoEnd => "no_end",
            Self::NoOriginal => "no_original",
            Self::WeakSource => "weak_source",
            Self::NoArchive => "no_archive",
            Self::PartyList => "party_list",
        }
    }
}

/// Something that an auditor would look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AuditFinding<'a> {
    /// By which rule.
    pub rule: AuditRule,
    /// Id in the file of the event, statement, source or treaty.
    pub key: &'a str,
    /// What the file says there: a date in EDTF, a name, an address, a translator.
    pub detail: &'a str,
}

/// What an auditor would look at, by rule, in each in the order of the record.
pub fn audit(dataset: &Dataset) -> Vec<AuditFinding<'_>> {
    let mut findings = Vec::new();
    let mut add = |rule, key, detail| findings.push(AuditFinding { rule, key, detail });
    for event in dataset.events() {
        let day = event.governing_claim().date.text();
        if is_loose(dataset, event) {
            add(AuditRule::LooseDate, &*event.key, day);
        }
        if lacks_effect(dataset, event) {
            add(AuditRule::NoEffect, &*event.key, day);
        }
        let is_weak = |kind: SourceKind| kind == SourceKind::Reference;
        let mut sources = event.dates.iter().filter_map(|claim| claim.source).peekable();
        if sources.peek().is_some() && sources.all(|id| is_weak(dataset.source(id).kind)) {
            add(AuditRule::WeakSource, &*event.key, day);
        }
        let treaty = dataset.treaty(event.treaty);
        let is_unlisted = event.party.is_some_and(|party| !treaty.parties.contains(&party));
        if is_unlisted && event.kind.is_act_of_law() && treaty.nature != Nature::Topic {
            add(AuditRule::PartyList, &*event.key, day);
        }
    }
    for id in (0..dataset.treaties().len()).map(TreatyId::new) {
        let treaty = dataset.treaty(id);
        if treaty.nature == Nature::Topic {
            continue;
        }
        if never_ends(dataset, id) {
            add(AuditRule::NoEnd, &*treaty.key, &*treaty.name);
        }
        if treaty.parties.len() < 2 {
            add(AuditRule::PartyList, &*treaty.key, &*treaty.name);
        }
    }
    for statement in dataset.statements() {
        if statement.original.is_none() && !statement.translation_by.is_empty() {
            add(AuditRule::NoOriginal, &*statement.key, &*statement.translation_by);
        }
        let source = dataset.source(statement.source);
        if source.kind == SourceKind::Reference {
            add(AuditRule::WeakSource, &*statement.key, &*source.title);
        }
    }
    for source in dataset.sources() {
        if !source.url.is_empty() && source.archive_url.is_empty() {
            add(AuditRule::NoArchive, &*source.key, &*source.url);
        }
    }
    // The sort is stable: within a rule the order of the record stays.
    findings.sort_by_key(|finding| finding.rule);
    findings
}

/// Whether an act of treaty law is dated by nothing but months, years or intervals.
fn is_loose(dataset: &Dataset, event: &Event) -> bool {
    let is_signed = event.kind == EventKind::Signed;
    let is_later = event.kind.is_act_of_law() && !event.kind.precedes_signature();
    let is_act = is_signed || is_later && event.kind != EventKind::Amended;
    let is_treaty = dataset.treaty(event.treaty).nature == Nature::Treaty;
    is_act && is_treaty && !event.dates.iter().any(|claim| claim.date.is_one_day())
}

/// Whether a step was announced and nothing that the record has is its effect.
fn lacks_effect(dataset: &Dataset, event: &Event) -> bool {
    let effects: &[EventKind] = match event.kind {
        EventKind::SuspensionAnnounced => &[EventKind::Suspended, EventKind::WithdrawalEffective],
        EventKind::WithdrawalAnnounced => &[
            EventKind::WithdrawalNotified,
            EventKind::WithdrawalEffective,
            EventKind::SignatureWithdrawn,
            EventKind::Suspended,
        ],
        EventKind::WithdrawalNotified => &[EventKind::WithdrawalEffective],
        EventKind::ExtensionAgreed => &[EventKind::Extended],
        _ => return false,
    };
    let later = dataset.events_of(event.treaty).iter().map(|&id| dataset.event(id));
    !later.filter(|later| later.at() >= event.at()).any(|later| {
        let is_same = later.party == event.party || later.party.is_none();
        is_same && (effects.contains(&later.kind) || later.kind.ends_treaty())
    })
}

/// Whether a treaty of few parties goes on by the record, though nothing has happened in it for long.
fn never_ends(dataset: &Dataset, id: TreatyId) -> bool {
    let is_over = matches!(dataset.status_summary(id).status, Status::Ended | Status::Pending);
    if is_over || dataset.treaty(id).parties.len() > MAX_PARTIES_OF_LANE_WITHOUT_END {
        return false;
    }
    let last = dataset.events_of(id).iter().map(|&id| dataset.event(id).at()).max();
    let now = dataset.checked_on().map(super::edtf_date::EdtfDate::end);
    let now = now.or_else(|| dataset.events().iter().map(Event::at).max());
    last.zip(now).is_some_and(|(last, now): (Moment, Moment)| now.secs() - last.secs() > QUIET_SECS)
}
