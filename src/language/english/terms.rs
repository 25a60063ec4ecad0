//! English: the terms of treaty law, after the Vienna Convention on the Law of Treaties.

use crate::domain::{
    DateRole, Elapsed, Ending, EventFamily, EventKind, EventRelation, LifeSummary, Nature, Period, PhaseKind,
    SourceKind, State, Status, TreatyRelation,
};
use crate::language::terms::Terms;

use super::counted;
use super::known_year::{at as year_at, by_itself as year_name};

pub(super) const TERMS: Terms = Terms {
    event_kind,
    event_family: |family| match family {
        EventFamily::Talks => "Talks",
        EventFamily::Signature => "Signature and consent",
        EventFamily::Entry => "Entry into force",
        EventFamily::Change => "Change and review",
        EventFamily::Doubt => "Doubt and breach",
        EventFamily::Suspension => "Suspension",
        EventFamily::Exit => "Exit and end",
        EventFamily::Other => "Other events",
    },
    event_in: |kind, year| format!("{} {}", event_kind(kind).to_lowercase(), year_at(year)),
    phase,
    phase_since: |what, year| format!("{what} since {}", year_name(year)),
    state,
    status: |status| match status {
        Status::Pending => "not signed",
        Status::Signed => "signed, not in force",
        Status::InForce => "in force",
        Status::InEffect => "in effect",
        Status::Suspended => "suspended",
        Status::Ended => "ended",
        Status::Topic => "topic",
    },
    life_summary,
    date_role,
    event_relation,
    treaty_relation,
    source_kind,
    language: |tag| {
        Some(match tag {
            "en" => "English",
            "ru" => "Russian",
            "zh" => "Chinese",
            "fr" => "French",
            "de" => "German",
            "es" => "Spanish",
            "fa" => "Persian",
            "ko" => "Korean",
            "uk" => "Ukrainian",
            "und" => "language not given",
            _ => return None,
        })
    },
    elapsed,
    lanes: |n| counted(n, "lane"),
    treaties: |n| counted(n, "treaty"),
    events: |n| counted(n, "event"),
    statements: |n| counted(n, "statement"),
    acts: |n| counted(n, "listed act"),
};

/// The plain-language name of a kind of event, in sentence case.
pub fn event_kind(kind: EventKind) -> &'static str {
    match kind {
        EventKind::NegotiationsBegan => "Negotiations began",
        EventKind::Proposed => "Proposed",
        EventKind::Adopted => "Adopted",
        EventKind::OpenedForSignature => "Opened for signature",
        EventKind::Signed => "Signed",
        EventKind::SignatureWithdrawn => "Signature withdrawn",
        EventKind::DomesticStep => "Domestic decision",
        EventKind::Ratified => "Ratified",
        EventKind::Accepted => "Accepted",
        EventKind::Approved => "Approved",
        EventKind::Acceded => "Acceded",
        EventKind::Succeeded => "Succeeded",
        EventKind::ProvisionallyApplied => "Provisionally applied",
        EventKind::EnteredIntoForce => "Entered into force",
        EventKind::Amended => "Amended",
        EventKind::ExtensionAgreed => "Extension agreed",
        EventKind::Extended => "Extended",
        EventKind::Implemented => "Implemented",
        EventKind::VerificationChanged => "Verification changed",
        EventKind::BreachAlleged => "Breach alleged",
        EventKind::SuspensionAnnounced => "Suspension announced",
        EventKind::Suspended => "Suspended",
        EventKind::SuspensionLifted => "Suspension lifted",
        EventKind::WithdrawalAnnounced => "Withdrawal announced",
        EventKind::WithdrawalNotified => "Notice of withdrawal",
        EventKind::WithdrawalSuspended => "Withdrawal halted",
        EventKind::WithdrawalEffective => "Withdrawal effective",
        EventKind::RatificationRevoked => "Ratification revoked",
        EventKind::Terminated => "Terminated",
        EventKind::Expired => "Expired",
        EventKind::Superseded => "Superseded",
        EventKind::Rejected => "Rejected",
        EventKind::Declaration => "Declaration",
        EventKind::ReviewConference => "Review conference",
        EventKind::Test => "Test",
        EventKind::Meeting => "Meeting",
        EventKind::Other | EventKind::Own(_) => "Event",
    }
}

/// A phase in a treaty's life. A political document is agreed and in effect, where a treaty is signed and in force.
pub fn phase(kind: PhaseKind, nature: Nature) -> &'static str {
    match kind {
        PhaseKind::Signed if nature == Nature::Political => "agreed",
        PhaseKind::InForce if nature == Nature::Political => "in effect",
        PhaseKind::Negotiated => "negotiated",
        PhaseKind::Signed => "signed, not in force",
        PhaseKind::Provisional => "provisionally applied",
        PhaseKind::InForce => "in force",
        PhaseKind::Extended => "in force, extended",
        PhaseKind::Suspended => "suspended",
        PhaseKind::Ended => "ended",
    }
}

/// A legal status on a date, as in `suspended; withdrawal pending, 181 days left`.
pub fn state(state: State, nature: Nature) -> String {
    let is_political = nature == Nature::Political;
    let text = match state {
        _ if nature == Nature::Topic => "",
        State::NotSigned if is_political => "not agreed",
        State::NotSigned => "not signed",
        State::Signed { .. } if is_political => "agreed",
        State::Signed { is_ratified: false } => "signed",
        State::Signed { is_ratified: true } => "ratified, not in force",
        State::ProvisionallyApplied => "provisionally applied",
        State::InForce if is_political => "in effect",
        State::InForce => "in force",
        State::Suspended => "suspended",
        State::NoticeRunning { days_left, is_suspended } => {
            let suspended = if is_suspended { "suspended; " } else { "" };
            let days = days_left.map(|days| format!(", {} left", counted(days as usize, "day")));
            return format!("{suspended}withdrawal pending{}", days.unwrap_or_default());
        }
        State::Out => "withdrawn",
        State::Replaced => "replaced by a successor",
        State::NeverInForce if is_political => "never in effect",
        State::NeverInForce => "never in force",
        State::Ended => "ended",
    };
    text.to_owned()
}

/// A treaty's life in brief, as in `1988 – 2019 · terminated` or `in force since 1970`.
pub fn life_summary(life: LifeSummary) -> String {
    match life {
        LifeSummary::Unsigned => "no signature recorded".to_owned(),
        LifeSummary::Negotiated(since) => format!("negotiated since {}", year_name(since)),
        LifeSummary::Agreed(at) => format!("agreed {}", year_at(at)),
        LifeSummary::Signed(at) => format!("signed {} · not in force", year_at(at)),
        LifeSummary::Provisional(since) => format!("provisionally applied since {}", year_name(since)),
        LifeSummary::InForce(since, Nature::Political) => format!("in effect since {}", year_name(since)),
        LifeSummary::InForce(since, Nature::Treaty | Nature::Topic) => {
            format!("in force since {}", year_name(since))
        }
        LifeSummary::Suspended(since, at) => {
            format!("in force since {} · suspended {}", year_name(since), year_at(at))
        }
        LifeSummary::Ended(from, to, how) => {
            format!("{} – {} · {}", year_name(from), year_name(to), ending(how))
        }
        LifeSummary::NeverInForce(signed) => format!("signed {} · never in force", year_at(signed)),
        LifeSummary::EntryNotRecorded(signed, None) => format!("signed {}", year_at(signed)),
        LifeSummary::EntryNotRecorded(signed, Some((at, how))) => {
            format!("signed {} · {} {}", year_at(signed), ending(how), year_at(at))
        }
        LifeSummary::Over(at, how) => format!("{} {}", ending(how), year_at(at)),
        LifeSummary::Topic(None) => String::new(),
        LifeSummary::Topic(Some((first, last))) if first == last => year_name(first),
        LifeSummary::Topic(Some((first, last))) => format!("{} – {}", year_name(first), year_name(last)),
    }
}

fn ending(how: Ending) -> &'static str {
    match how {
        Ending::Expired => "expired",
        Ending::Superseded => "superseded",
        Ending::Terminated => "terminated",
    }
}

/// Which of an act's dates a date is.
pub fn date_role(role: DateRole) -> &'static str {
    match role {
        DateRole::Announced => "announced",
        DateRole::Notified => "notified",
        DateRole::Formal => "formal act",
        DateRole::Effective => "effective",
        DateRole::LastDay => "last day in force",
    }
}

/// A relation to another event, before that event's title.
pub fn event_relation(relation: EventRelation) -> &'static str {
    match relation {
        EventRelation::Completes => "follows from",
        EventRelation::RespondsTo => "responds to",
    }
}

/// A relation to another treaty, before that treaty's name.
pub fn treaty_relation(relation: TreatyRelation) -> &'static str {
    match relation {
        TreatyRelation::Succeeds => "succeeds",
        TreatyRelation::Amends => "amends",
        TreatyRelation::DependsOn => "depends on",
    }
}

/// A kind of source.
pub fn source_kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::TreatyText => "treaty text",
        SourceKind::OfficialStatement => "official statement",
        SourceKind::Data => "data",
        SourceKind::FactSheet => "fact sheet",
        SourceKind::News => "news",
        SourceKind::Reference => "reference",
    }
}

/// A period of a clause, as in `6 months` or `5 years`.
pub fn period(period: Period) -> String {
    let mut parts = Vec::new();
    match period.months as usize {
        0 => {}
        n if n % 12 == 0 => parts.push(counted(n / 12, "year")),
        n => parts.push(counted(n, "month")),
    }
    if period.days > 0 || parts.is_empty() {
        parts.push(counted(period.days as usize, "day"));
    }
    parts.join(" and ")
}

/// As in `31 years, 2 months, 1 day`.
fn elapsed(elapsed: Elapsed) -> String {
    let words = |period: Period| {
        let (years, months, days) = (period.years(), period.months % 12, period.days);
        let parts = [
            (years > 0).then(|| counted(years as usize, "year")),
            (months > 0).then(|| counted(months as usize, "month")),
            (days > 0).then(|| counted(days as usize, "day")),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    };
    match elapsed {
        Elapsed::Exact(period) if period == Period::default() => "the same day".to_owned(),
        Elapsed::Exact(period) => words(period),
        Elapsed::About(period) => format!("about {}", words(period)),
        Elapsed::Unknown => "not known, as a date is not exact".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_counted_in_years_months_and_days() {
        for (text, words) in [("P1Y6M", "18 months"), ("P5Y", "5 years"), ("P1M1D", "1 month and 1 day")] {
            assert_eq!(period(Period::parse(text).unwrap()), words, "{text}");
        }
        assert_eq!(period(Period::default()), "0 days");
    }
}
