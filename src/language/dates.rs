//! What the dates of every language share.

use crate::domain::{DatePart, PartDoubt};

/// Which parts of a date are in doubt: the names of the parts, the conjunction, and what to say of parts that are uncertain,
/// approximate, and both.
pub(super) fn describe_doubts(
    parts: &[PartDoubt],
    name: impl Fn(DatePart) -> &'static str,
    conjunction: &str,
    [uncertain, approximate, both]: [&str; 3],
) -> String {
    let names = |is_so: fn(&PartDoubt) -> bool| -> Vec<String> {
        parts.iter().filter(|doubt| is_so(doubt)).map(|doubt| name(doubt.part).to_owned()).collect()
    };
    let (unsure, about) = (names(|doubt| doubt.is_uncertain), names(|doubt| doubt.is_approximate));
    if unsure == about {
        return format!("{} {both}", joined(&unsure, conjunction));
    }
    let groups = [(unsure, uncertain), (about, approximate)];
    let groups = groups.into_iter().filter(|(parts, _)| !parts.is_empty());
    let texts = groups.map(|(parts, doubt)| format!("{} {doubt}", joined(&parts, conjunction)));
    texts.collect::<Vec<_>>().join(", ")
}

/// A list whose last item follows a conjunction, as in `1667, 1668 or 1670`.
pub(super) fn joined(items: &[String], conjunction: &str) -> String {
    match items.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} {conjunction} {last}", others.join(", ")),
    }
}
