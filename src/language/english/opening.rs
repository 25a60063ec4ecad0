//! English: opening a table.

use crate::records::{Role, Shape};

use super::counted;
use super::terms::event_kind;

pub(in crate::language) fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Events => "a table of events, one row each",
        Shape::Treaties => "a table of treaties, one row each; each date column is an event",
        Shape::Acts => "a table of what each state did, one row for a state and a treaty",
        Shape::Series => "a table of figures by year",
    }
}

pub(in crate::language) fn role(role: Role) -> &'static str {
    match role {
        Role::Ignore => "not read",
        Role::Keep => "shown as it is",
        Role::Id => "id",
        Role::Lane => "lane",
        Role::FullName => "full name",
        Role::Group => "group",
        Role::Title => "title",
        Role::Kind => "type of event",
        Role::Date => "date",
        Role::End => "end",
        Role::Year => "year",
        Role::Month => "month",
        Role::Day => "day",
        Role::Precision => "how precise",
        Role::EndYear => "end year",
        Role::EndMonth => "end month",
        Role::EndDay => "end day",
        Role::Party => "party",
        Role::Parties => "parties",
        Role::Summary => "description",
        Role::Quote => "quotation",
        Role::Speaker => "speaker",
        Role::SpeakerRole => "office of the speaker",
        Role::Source => "source",
        Role::Url => "address",
        Role::Tags => "tags",
        Role::Confidence => "how sure",
        Role::Image => "picture",
        Role::EndKind => "how it ended",
        Role::Entity => "of whom",
        Role::Value => "figure",
        Role::Event(kind) => event_kind(kind),
    }
}

pub(in crate::language) fn read_as(shape: &str, columns: &str, rows: usize, left_out: usize) -> String {
    let shown = counted(rows.saturating_sub(left_out), "row");
    let explained =
        if left_out == 0 { String::new() } else { format!(", {} explained", counted(left_out, "row")) };
    format!("Read as {shape}: {columns} · {shown} shown{explained}")
}
