//! English: legal status on a date: the line on the timeline, and the matrix of treaties and parties.

use crate::domain::EventKind;
use crate::language::law::Law;
use crate::language::text::label;

use super::counted;
use super::terms::{event_kind, period};

/// Said of an end without an entry into force.
pub(super) const ENTRY_NOT_RECORDED: &str = "Entry into force is not recorded";

pub(super) const LAW: Law = Law {
    as_of: |day| format!("Status on: {day}"),
    as_of_today: "Status on: today",
    today: "Today",
    month: super::dates::month_name,
    weekdays: ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"],
    earlier_year: "One year earlier",
    earlier_month: "One month earlier",
    later_month: "One month later",
    later_year: "One year later",
    year_field: "Year",
    day_is_today: |day| format!("{day}, today"),
    no_day: "none",
    status_on: |day| format!("Legal status on {day}"),
    state_on: |day, state| format!("{state} on {day}"),
    counts: |day, counts| {
        let names = ["in force", "in effect", "suspended", "signed", "ended"];
        let counted = names.into_iter().zip(counts).filter(|&(name, n)| n > 0 || name == "in force");
        let parts: Vec<String> = counted.map(|(name, n)| format!("{n} {name}")).collect();
        format!("{day}: {}", parts.join(" · "))
    },
    entry_not_recorded: ENTRY_NOT_RECORDED,
    status_dialog: "Status on a date",
    status_on_this_date: "Status on this date",
    play: label("Play", "Advance the date year by year"),
    stop: label("Stop", "Stop advancing the date"),
    year_back: label("−1 year", "The same day one year earlier"),
    year_on: label("+1 year", "The same day one year later"),
    previous_change: label("Previous change", "Go back to the last date on which this table changed"),
    next_change: label("Next change", "Go to the next date on which this table changes"),
    no_change: "No further changes",
    columns: label("Parties", "Choose whose status is shown"),
    columns_most: "In most treaties",
    columns_nuclear: label(
        "Nuclear-weapon states (NPT)",
        "Article IX.3 of the Non-Proliferation Treaty; the same five are the permanent members of the Security Council",
    ),
    columns_all: "All parties by name",
    previous_parties: label("Previous parties", "The parties before these by name"),
    next_parties: label("Next parties", "The parties after these by name"),
    parties_shown: |first, last, all| format!("{first}–{last} of {all}"),
    changed: |n| format!("{} changed", counted(n, "entry")),
    not_recorded: "not recorded",
    no_record: "The dataset records no event of this party in this treaty",
    outsider: "not a party",
    outsider_help: "Concluded between two other parties: nobody else can join",
    outsider_in_full: "not a party (concluded between two others)",
    cell: |treaty, party, state| format!("{treaty}, {party}: {state}"),
    since: |day| format!("since {day}"),
    based_on: "Based on",
    disputed: |state| format!("Disputed: {state}"),
    extended: |to| to.map_or_else(|| "extended".to_owned(), |day| format!("extended to {day}")),
    extended_sentence: |to| to.map_or_else(|| "Extended.".to_owned(), |day| format!("Extended to {day}.")),
    answer: |day, state| format!("On {day}: {state}"),
    copy_answer: label("Copy", "Copy this status with its grounds and their sources"),
    answer_copied: "Status copied",
    rests_on: "Based on:",
    ground: |kind| match kind {
        EventKind::Extended => "extension took effect".to_owned(),
        EventKind::WithdrawalEffective => "withdrawal took effect".to_owned(),
        kind => event_kind(kind).to_lowercase(),
    },
    listed_act: |act| format!("{act}, as the depositary lists it"),
    ground_of_party: |party, act| format!("{party}: {act}"),
    article: |article| format!("Article {article}"),
    both_the_same: "Both parties the same",
    all_the_same: |n| format!("The same for {}", recorded_parties(n)),
    others_the_same: |n| match n {
        1 => "The same for the other recorded party".to_owned(),
        n => format!("The same for the other {}", recorded_parties(n)),
    },
    previous_change_on: |day| format!("Previous change {day}"),
    next_change_on: |day| format!("Next change {day}"),
    all_treaties_on: |day| format!("All treaties on {day}"),
    treaties_on: |day| format!("Treaties on {day}"),
    shown_of: |shown, all| format!("{shown} of {} shown", counted(all, "treaty")),
    group: |status, n| format!("{status} · {n}"),
    after_notice: |length, article| with_article(&format!("{} after notice", period(length)), article),
    effect_after: |length, article| with_article(&format!("takes effect after {}", period(length)), article),
    withdrew: |parties, notice| format!("{parties}: withdrawal effective {notice}"),
    gave_notice: |parties, length, article| {
        let clause = with_article(&format!("{} required", period(length)), article);
        format!("{parties}: notice of withdrawal given ({clause})")
    },
};

fn recorded_parties(n: usize) -> String {
    if n == 1 { "1 recorded party".to_owned() } else { format!("{n} recorded parties") }
}

fn with_article(text: &str, article: Option<&str>) -> String {
    article.map_or_else(|| text.to_owned(), |article| format!("{text}, Article {article}"))
}
