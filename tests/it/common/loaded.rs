//! What comes of a file that was opened, as text.

use std::fmt::Write as _;

use treaty_timeline::domain::{Dataset, TreatyId};
use treaty_timeline::load::Loaded;

/// What a table was taken for, what came of it, and what is said of it.
pub(crate) fn summary(loaded: &Loaded) -> String {
    let mut text = String::new();
    if let Some(table) = &loaded.table {
        let roles: Vec<String> = table.mapping.roles.iter().map(|role| role.key()).collect();
        let _written = writeln!(
            text,
            "{:?}: {} ({} rows, {} left out{})",
            table.mapping.shape,
            roles.join(" "),
            table.rows,
            table.left_out,
            if table.is_certain { "" } else { ", in doubt" }
        );
    }
    if let Some(dataset) = &loaded.dataset {
        dataset_in_words(dataset, &mut text);
    }
    let _written = write!(text, "{}", loaded.report);
    text
}

/// The lanes with their events, the quotations and the series.
fn dataset_in_words(dataset: &Dataset, text: &mut String) {
    for (index, treaty) in dataset.treaties().iter().enumerate() {
        let parties: Vec<&str> = treaty.parties.iter().map(|&party| &*dataset.party(party).key).collect();
        let _written = writeln!(
            text,
            "lane {} | {} | {:?} | {}",
            treaty.key,
            treaty.name,
            treaty.nature,
            parties.join(" ")
        );
        for &event in dataset.events_of(TreatyId::new(index)) {
            let event = dataset.event(event);
            let party = event.party.map_or("", |party| &*dataset.party(party).key);
            let _written = writeln!(
                text,
                "  {} {} {party} {}",
                event.date().text(),
                dataset.type_key(event.kind),
                event.title
            );
        }
    }
    for statement in dataset.statements() {
        let speaker = &dataset.speaker(statement.speaker).name;
        let _written = writeln!(text, "words {} {speaker}: {}", statement.date.text(), statement.quote);
    }
    for series in dataset.series() {
        let points: Vec<String> =
            series.points.iter().map(|point| format!("{}={}", point.date.text(), point.value)).collect();
        let _written = writeln!(text, "series {} [{}] {}", series.name, series.unit, points.join(" "));
    }
}
