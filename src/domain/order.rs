//! The order of treaties and events in a dataset, and the ids that follow when they move.

use super::dataset_tables::DatasetTables;
use super::ids::{EventId, TreatyId};
use super::moment::Moment;
use super::statement::About;

/// Sorts treaties in the order of their lanes: by category, in each by the date of the first event.
pub(super) fn sort_treaties(parts: &mut DatasetTables) {
    let mut first_event = vec![Moment::MAX; parts.treaties.len()];
    for event in &parts.events {
        let first = &mut first_event[event.treaty.index()];
        *first = (*first).min(event.at());
    }
    let mut order: Vec<usize> = (0..parts.treaties.len()).collect();
    order.sort_by_key(|&i| (parts.treaties[i].category, first_event[i]));
    let new_index = inverse(&order);
    let moved = |id: TreatyId| TreatyId::new(new_index[id.index()]);
    parts.treaties = permuted(std::mem::take(&mut parts.treaties), &order);
    for treaty in &mut parts.treaties {
        for link in &mut treaty.links {
            link.to = moved(link.to);
        }
    }
    for event in &mut parts.events {
        event.treaty = moved(event.treaty);
    }
    for list in &mut parts.act_lists {
        list.treaty = moved(list.treaty);
    }
    for act in &mut parts.acts {
        act.treaty = moved(act.treaty);
    }
    for limit in parts.series.iter_mut().filter_map(|series| series.limit_of.as_mut()) {
        *limit = moved(*limit);
    }
    for statement in &mut parts.statements {
        for about in &mut statement.about {
            if let About::Treaty(treaty) = about {
                *treaty = moved(*treaty);
            }
        }
    }
}

/// Sorts events by date, whatever their order in the file; on one day `e2` comes before `e10`.
pub(super) fn sort_events(parts: &mut DatasetTables) {
    let mut order: Vec<usize> = (0..parts.events.len()).collect();
    // On one day the event of higher rank comes last: a withdrawal takes effect, and with it the treaty ends.
    order.sort_by_cached_key(|&i| {
        let event = &parts.events[i];
        (event.at(), event.date().end(), event.kind.rank(), natural_order(&event.key), event.key.clone())
    });
    let new_index = inverse(&order);
    let moved = |id: EventId| EventId::new(new_index[id.index()]);
    parts.events = permuted(std::mem::take(&mut parts.events), &order);
    for event in &mut parts.events {
        for link in &mut event.links {
            link.to = moved(link.to);
        }
    }
    for statement in &mut parts.statements {
        for about in &mut statement.about {
            if let About::Event(event) = about {
                *event = moved(*event);
            }
        }
    }
}

/// A sort key under which `e2` comes before `e10`: each number is preceded by its count of digits.
fn natural_order(key: &str) -> String {
    let mut out = String::with_capacity(key.len() + 4);
    let mut rest = key;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, number) = rest.split_at(start);
        let end = number.find(|c: char| !c.is_ascii_digit()).unwrap_or(number.len());
        let (number, after) = number.split_at(end);
        let number = number.trim_start_matches('0');
        out.push_str(before);
        // A leading digit, so that numbers still sort before letters.
        out.push('0');
        out.push(char::from_u32(number.len() as u32).unwrap_or(char::MAX));
        out.push_str(number);
        rest = after;
    }
    out.push_str(rest);
    out
}

/// For a list of old indices in their new order: the new index of each old one.
fn inverse(order: &[usize]) -> Vec<usize> {
    let mut new_index = vec![0; order.len()];
    for (new, &old) in order.iter().enumerate() {
        new_index[old] = new;
    }
    new_index
}

fn permuted<T>(items: Vec<T>, order: &[usize]) -> Vec<T> {
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.iter().filter_map(|&old| items[old].take()).collect()
}

#[cfg(test)]
mod tests {
    use super::natural_order;

    #[test]
    fn ids_are_in_natural_order() {
        let mut ids = ["e10", "e2", "e02b", "e", "f1", "e1", "e1-10", "e1-9", "e100", ""];
        ids.sort_by_key(|id| natural_order(id));
        assert_eq!(ids, ["", "e", "e1", "e1-9", "e1-10", "e2", "e02b", "e10", "e100", "f1"]);
    }
}
