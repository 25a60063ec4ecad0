//! What marks and lanes are called: for tooltips and for screen readers, which must hear the same.

use crate::diagnostics::counted;
use crate::domain::{Dataset, EventId, StatementId, TreatyId, day_in_words};
use crate::session::Session;
use crate::timeline::{Bar, Mark, Subject};

/// A lane: `INF Treaty, 1988 – 2019 · terminated, 26 events, 12 statements`.
pub(super) fn lane(session: &Session, treaty: TreatyId) -> String {
    let dataset = &session.world.dataset;
    let standing = match &session.as_of {
        Some(as_of) => {
            let state = as_of.state(treaty).words(dataset.treaty(treaty).nature);
            format!("on {} {state}", day_in_words(as_of.day))
        }
        None => dataset.standing(treaty).words.clone(),
    };
    format!(
        "{}, {standing}, {}, {}",
        short(&dataset.treaty(treaty).name),
        counted(dataset.events_of(treaty).len(), "event"),
        counted(dataset.statements_of(treaty).len(), "statement")
    )
}

/// A mark, as the one thing it is or as the crowd it stands for. `treaty` is the lane it is drawn in.
pub(super) fn mark(dataset: &Dataset, treaty: TreatyId, mark: &Mark) -> String {
    let one = match mark.subject {
        Subject::Event(id) => event(dataset, id),
        Subject::Statement(id) => {
            format!("{}: {}", short(&dataset.treaty(treaty).name), statement(dataset, id))
        }
    };
    if mark.count == 1 {
        return one;
    }
    let noun = if matches!(mark.subject, Subject::Event(_)) { "event" } else { "statement" };
    format!("{one}; stands for {}", counted(mark.count, noun))
}

/// An event: `INF Treaty: Treaty terminates, terminated, 2 August 2019, 3 statements`.
pub(super) fn event(dataset: &Dataset, id: EventId) -> String {
    let event = dataset.event(id);
    let mut words = format!(
        "{}: {}, {}, {}",
        short(&dataset.treaty(event.treaty).name),
        short(&event.title),
        event.kind.words().to_lowercase(),
        event.date().words()
    );
    if !event.statements.is_empty() {
        words.push_str(", ");
        words.push_str(&counted(event.statements.len(), "statement"));
    }
    words
}

/// A statement: `Sergei Ryabkov, 11 February 2021: “In a nutshell, I do not think…”`.
pub(super) fn statement(dataset: &Dataset, id: StatementId) -> String {
    let statement = dataset.statement(id);
    let speaker = &dataset.speaker(statement.speaker).name;
    format!("{}, {}: “{}”", short(speaker), statement.date.words(), first_words(&statement.quote, 60))
}

/// A phase: `INF Treaty in force, 1 June 1988 to 2 February 2019`.
pub(super) fn phase(dataset: &Dataset, treaty: TreatyId, bar: &Bar) -> String {
    let name = short(&dataset.treaty(treaty).name);
    let (what, start) = (bar.kind.words(), day_in_words(bar.start));
    match bar.end {
        Some(end) => format!("{name}: {what}, {start} to {}", day_in_words(end)),
        None => format!("{name}: {what} since {start}"),
    }
}

/// A text cut to a length at which nobody minds hearing it.
pub(super) fn short(text: &str) -> std::borrow::Cow<'_, str> {
    if text.len() <= 160 { text.into() } else { first_words(text, 160).into() }
}

/// The first words of a text, whole, with an ellipsis where some are left out.
pub(super) fn first_words(text: &str, chars: usize) -> String {
    let Some((cut, _)) = text.char_indices().nth(chars) else { return text.to_owned() };
    let head = &text[..cut];
    let end = head.rfind(char::is_whitespace).unwrap_or(cut);
    format!("{}…", head[..end].trim_end_matches([',', ' ', ';', ':']))
}

/// Languages people may not know by their tags.
pub(super) fn language(tag: &str) -> &str {
    match tag.split('-').next().unwrap_or(tag) {
        "en" => "English",
        "ru" => "Russian",
        "zh" => "Chinese",
        "fr" => "French",
        "de" => "German",
        "es" => "Spanish",
        "fa" => "Persian",
        "ko" => "Korean",
        "uk" => "Ukrainian",
        _ => tag,
    }
}
