//! Which fields of the format name records of which list.

use crate::records::RecordList;

/// Where a record of one list names a record of another: the list, the path of the field, and the list that is named. `*` is
/// every item of a list, `0` the first item.
const LINKS: &[(RecordList, &str, RecordList)] = {
    use RecordList::{Acts, Events, Parties, Series, Sources, Speakers, Statements, Treaties};
    &[
        (Parties, "succeeds", Parties),
        (Speakers, "country", Parties),
        (Treaties, "parties.*", Parties),
        (Treaties, "depositaries.*", Parties),
        (Treaties, "terms.entry.source", Sources),
        (Treaties, "terms.withdrawal.source", Sources),
        (Treaties, "terms.duration.source", Sources),
        (Treaties, "links.*.treaty", Treaties),
        (Events, "treaty", Treaties),
        (Events, "party", Parties),
        (Events, "dates.*.source", Sources),
        (Events, "dates.*.after", Events),
        (Events, "dates.*.before", Events),
        (Events, "links.*.event", Events),
        (Acts, "treaty", Treaties),
        (Acts, "source", Sources),
        (Acts, "rule.source", Sources),
        (Acts, "also.*.source", Sources),
        (Acts, "also.*.parties.*", Parties),
        (Acts, "rows.*.0", Parties),
        (Statements, "speaker", Speakers),
        (Statements, "country", Parties),
        (Statements, "source", Sources),
        (Statements, "original.source", Sources),
        (Statements, "about.*.event", Events),
        (Statements, "about.*.treaty", Treaties),
        (Series, "party", Parties),
        (Series, "source", Sources),
        (Series, "limit_of", Treaties),
        (Series, "points.*.source", Sources),
    ]
};

/// The paths of fields by which records of one list name records of another.
pub(super) fn links_of(from: RecordList, to: RecordList) -> impl Iterator<Item = &'static str> {
    LINKS.iter().filter(move |(list, _, named)| *list == from && *named == to).map(|(_, path, _)| *path)
}
