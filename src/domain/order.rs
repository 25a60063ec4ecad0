//! The order of treaties and events in a dataset, and the ids that follow when they move.

use super::dataset::Parts;
use super::ids::{EventId, TreatyId};
use super::moment::Moment;
use super::statement::About;

/// Puts treaties in the order of their lanes: by category, in each by the date of the first step.
pub(super) fn sort_treaties(parts: &mut Parts) {
    let mut first_step = vec![Moment::MAX; parts.treaties.len()];
    for event in &parts.events {
        let at = &mut first_step[event.treaty.index()];
        *at = (*at).min(event.at());
    }
    let mut order: Vec<usize> = (0..parts.treaties.len()).collect();
    order.sort_by_key(|&i| (parts.treaties[i].category, first_step[i]));
    let place = inverse(&order);
    let moved = |id: TreatyId| TreatyId::new(place[id.index()]);
    parts.treaties = permuted(std::mem::take(&mut parts.treaties), &order);
    for treaty in &mut parts.treaties {
        for link in &mut treaty.links {
            link.to = moved(link.to);
        }
    }
    for event in &mut parts.events {
        event.treaty = moved(event.treaty);
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

/// Puts events in order of date; of one day, `e2` before `e10`, whatever their order in the file.
pub(super) fn sort_events(parts: &mut Parts) {
    let mut order: Vec<usize> = (0..parts.events.len()).collect();
    // On one day the weightier step comes last: a withdrawal takes effect, and with it the treaty ends.
    order.sort_by_cached_key(|&i| {
        let event = &parts.events[i];
        (event.at(), event.date().end(), event.kind.rank(), counted(&event.key), event.key.clone())
    });
    let place = inverse(&order);
    let moved = |id: EventId| EventId::new(place[id.index()]);
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

/// An id that sorts as it is counted: before each of its numbers stands how many digits that has.
fn counted(key: &str) -> String {
    let mut out = String::with_capacity(key.len() + 4);
    let mut rest = key;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, number) = rest.split_at(at);
        let end = number.find(|c: char| !c.is_ascii_digit()).unwrap_or(number.len());
        let (number, after) = number.split_at(end);
        let number = number.trim_start_matches('0');
        out.push_str(before);
        // A digit before the numbers, so that letters and numbers stay in order among themselves.
        out.push('0');
        out.push(char::from_u32(number.len() as u32).unwrap_or(char::MAX));
        out.push_str(number);
        rest = after;
    }
    out.push_str(rest);
    out
}

/// For an order of old places, where each old place went.
fn inverse(order: &[usize]) -> Vec<usize> {
    let mut place = vec![0; order.len()];
    for (new, &old) in order.iter().enumerate() {
        place[old] = new;
    }
    place
}

fn permuted<T>(items: Vec<T>, order: &[usize]) -> Vec<T> {
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.iter().filter_map(|&old| items[old].take()).collect()
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn ids_are_in_the_order_in_which_they_are_counted() {
        let mut ids = ["e10", "e2", "e02b", "e", "f1", "e1", "e1-10", "e1-9", "e100", ""];
        ids.sort_by_key(|id| counted(id));
        assert_eq!(ids, ["", "e", "e1", "e1-9", "e1-10", "e2", "e02b", "e10", "e100", "f1"]);
    }
}
