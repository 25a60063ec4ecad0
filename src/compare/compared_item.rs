//! An item of a dataset as texts, field by field, so that items of every table are compared in the same way.

use serde::Serialize;

use crate::domain::{About, ActId, Dataset, EdtfDate, Moment, NamedText, SourceId, TreatyId};

use super::{Change, ChangeKind, vocabulary};

/// A table of the data file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Table {
    /// What the file says of itself.
    File,
    /// Parties.
    Parties,
    /// Treaties.
    Treaties,
    /// Events.
    Events,
    /// Statements.
    Statements,
    /// Speakers.
    Speakers,
    /// Series of figures.
    Series,
    /// Depositaries' lists of parties' acts.
    Acts,
    /// Sources.
    Sources,
}

/// Names of fields with their texts.
pub(super) type Fields = Vec<(&'static str, String)>;

/// An item as texts. All items of a table have the same fields in the same order.
#[derive(Clone, Debug)]
pub(super) struct ComparedItem {
    pub(super) table: Table,
    pub(super) key: String,
    pub(super) fields: Fields,
    title: String,
    treaty: Option<String>,
}

impl ComparedItem {
    pub(super) fn change(&self, kind: ChangeKind) -> Change {
        let (key, title, treaty) = (self.key.clone(), self.title.clone(), self.treaty.clone());
        Change { table: self.table, key, title, treaty, kind }
    }
}

/// Names in alphabetical order: in such lists the order has no meaning.
fn set<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let mut names: Vec<&str> = names.collect();
    names.sort_unstable();
    names.join(", ")
}

/// The same for texts built here, joined by `between`.
fn sorted(texts: impl Iterator<Item = String>, between: &str) -> String {
    let mut texts: Vec<String> = texts.collect();
    texts.sort_unstable();
    texts.join(between)
}

/// What a file says in columns of its own.
fn named(fields: &[NamedText]) -> String {
    sorted(fields.iter().map(|field| format!("{}: {}", field.name, field.text)), "; ")
}

/// Every item of a dataset.
pub(super) fn compared_items(dataset: &Dataset) -> Vec<ComparedItem> {
    let mut all = vec![ComparedItem {
        table: Table::File,
        key: String::new(),
        title: dataset.title().to_owned(),
        treaty: None,
        fields: vec![
            ("title", dataset.title().to_owned()),
            ("description", dataset.description().to_owned()),
            ("license", dataset.license().to_owned()),
            ("checked_on", dataset.checked_on().map(|date| date.text().to_owned()).unwrap_or_default()),
            ("version", dataset.version().to_owned()),
            ("released", dataset.released().map(|date| date.text().to_owned()).unwrap_or_default()),
            ("previous", dataset.previous().to_owned()),
        ],
    }];
    let text = |text: &str| text.to_owned();
    for party in dataset.parties() {
        all.push(ComparedItem {
            table: Table::Parties,
            key: text(&party.key),
            title: text(&party.name),
            treaty: None,
            fields: vec![
                ("name", text(&party.name)),
                ("short", text(&party.short)),
                ("succeeds", party.succeeds.map(|id| text(&dataset.party(id).key)).unwrap_or_default()),
            ],
        });
    }
    treaties(dataset, &mut all);
    events(dataset, &mut all);
    statements(dataset, &mut all);
    for speaker in dataset.speakers() {
        all.push(ComparedItem {
            table: Table::Speakers,
            key: text(&speaker.key),
            title: text(&speaker.name),
            treaty: None,
            fields: vec![
                ("name", text(&speaker.name)),
                ("native_name", text(&speaker.native_name)),
                ("country", speaker.country.map(|id| text(&dataset.party(id).key)).unwrap_or_default()),
            ],
        });
    }
    series(dataset, &mut all);
    acts(dataset, &mut all);
    sources(dataset, &mut all);
    all
}

fn statements(dataset: &Dataset, all: &mut Vec<ComparedItem>) {
    let text = |text: &str| text.to_owned();
    for statement in dataset.statements() {
        let about = statement.about.iter().map(|about| match *about {
            About::Treaty(id) => &*dataset.treaty(id).key,
            About::Event(id) => &*dataset.event(id).key,
        });
        let treaty = statement.about.first().map(|about| match *about {
            About::Treaty(id) => id,
            About::Event(id) => dataset.event(id).treaty,
        });
        let (original, seen) = statement.original.as_ref().map_or_else(Default::default, |original| {
            let seen = original.source.map(|id| text(&dataset.source(id).key)).unwrap_or_default();
            (format!("{}: {}", original.lang, original.quote), seen)
        });
        let selector = statement.selector.as_ref();
        all.push(ComparedItem {
            table: Table::Statements,
            key: text(&statement.key),
            title: text(&dataset.speaker(statement.speaker).name),
            treaty: treaty.map(|id| text(&dataset.treaty(id).key)),
            fields: vec![
                ("quote", text(&statement.quote)),
                ("lang", text(&statement.lang)),
                ("speaker", text(&dataset.speaker(statement.speaker).key)),
                ("role", text(&statement.role)),
                ("organisation", text(&statement.organisation)),
                ("country", statement.country.map(|id| text(&dataset.party(id).key)).unwrap_or_default()),
                ("date", text(statement.date.text())),
                ("venue", text(&statement.venue)),
                ("source", text(&dataset.source(statement.source).key)),
                (
                    "selector",
                    selector.map(|s| format!("{}…{}…{}", s.prefix, s.exact, s.suffix)).unwrap_or_default(),
                ),
                ("original", original),
                ("original source", seen),
                ("translation_by", text(&statement.translation_by)),
                ("about", set(about)),
                ("note", text(&statement.note)),
                ("fields", named(&statement.fields)),
            ],
        });
    }
}

fn series(dataset: &Dataset, all: &mut Vec<ComparedItem>) {
    let text = |text: &str| text.to_owned();
    for series in dataset.series() {
        let points = series.points.iter().map(|point| {
            let source = point.source.map(|id| format!(" [{}]", dataset.source(id).key)).unwrap_or_default();
            let note = if point.note.is_empty() { String::new() } else { format!(" ({})", point.note) };
            let text = format!("{}: {}{source}{note}", point.date.text(), point.value);
            (point.date.anchor(), text)
        });
        // Of figures for one day the file's order has no meaning.
        let mut points: Vec<(Moment, String)> = points.collect();
        points.sort_unstable();
        let points: Vec<String> = points.into_iter().map(|(_, text)| text).collect();
        all.push(ComparedItem {
            table: Table::Series,
            key: text(&series.key),
            title: text(&series.name),
            treaty: series.limit_of.map(|id| text(&dataset.treaty(id).key)),
            fields: vec![
                ("name", text(&series.name)),
                ("unit", text(&series.unit)),
                ("party", series.party.map(|id| text(&dataset.party(id).key)).unwrap_or_default()),
                ("basis", text(vocabulary::figure_basis(series.basis))),
                ("source", text(&dataset.source(series.source).key)),
                ("limit_of", series.limit_of.map(|id| text(&dataset.treaty(id).key)).unwrap_or_default()),
                ("points", points.join("; ")),
            ],
        });
    }
}

/// What each list says of each party.
fn acts(dataset: &Dataset, all: &mut Vec<ComparedItem>) {
    for list in dataset.act_lists() {
        let date =
            |date: &Option<EdtfDate>| date.as_ref().map_or_else(String::new, |date| date.text().into());
        let (treaty, source) = (dataset.treaty(list.treaty), dataset.source(list.source));
        all.push(ComparedItem {
            table: Table::Acts,
            key: format!("{} [{}]", treaty.key, source.key),
            title: treaty.name.to_string(),
            treaty: Some(treaty.key.to_string()),
            fields: vec![
                ("source", source.key.to_string()),
                ("seen", date(&list.seen)),
                ("as_of", date(&list.as_of)),
                (
                    "rule",
                    list.rule
                        .as_ref()
                        .map_or_else(String::new, |rule| format!("{} {}", rule.article, rule.text)),
                ),
                ("lacks", list.lacks.join("; ")),
            ],
        });
    }
    for treaty in (0..dataset.treaties().len()).map(TreatyId::new) {
        let acts: Vec<ActId> = dataset.acts_of(treaty).collect();
        for of_party in acts.chunk_by(|&a, &b| dataset.act(a).party == dataset.act(b).party) {
            let Some(&first) = of_party.first() else { continue };
            let (treaty, party) = (dataset.treaty(treaty), dataset.party(dataset.act(first).party));
            let said = of_party.iter().map(|&act| {
                let source = &dataset.source(dataset.act(act).source).key;
                let part = dataset.part_of_act(act).map_or_else(String::new, |part| format!(", {part}"));
                format!("{} {} [{source}]{part}", dataset.act(act).kind.key(), dataset.act_date(act).text())
            });
            all.push(ComparedItem {
                table: Table::Acts,
                key: format!("{} {}", treaty.key, party.key),
                title: format!("{}: {}", treaty.name, party.name),
                treaty: Some(treaty.key.to_string()),
                fields: vec![("party", party.key.to_string()), ("acts", said.collect::<Vec<_>>().join("; "))],
            });
        }
    }
}

fn treaties(dataset: &Dataset, all: &mut Vec<ComparedItem>) {
    let text = |text: &str| text.to_owned();
    for treaty in dataset.treaties() {
        let parties = |ids: &[crate::domain::PartyId]| set(ids.iter().map(|&id| &*dataset.party(id).key));
        let category = dataset.categories().get(treaty.category).map(|category| text(&category.name));
        let links = treaty.links.iter().map(|link| {
            format!("{} {}", vocabulary::treaty_relation(link.relation), dataset.treaty(link.to).key)
        });
        let [entry, withdrawal, duration] = vocabulary::terms(dataset, &treaty.terms);
        all.push(ComparedItem {
            table: Table::Treaties,
            key: text(&treaty.key),
            title: text(&treaty.name),
            treaty: Some(text(&treaty.key)),
            fields: vec![
                ("name", text(&treaty.name)),
                ("full_name", text(&treaty.full_name)),
                ("aliases", set(treaty.aliases.iter().map(|alias| &**alias))),
                ("category", category.unwrap_or_default()),
                ("parties", parties(&treaty.parties)),
                ("depositaries", parties(&treaty.depositaries)),
                ("summary", text(&treaty.summary)),
                ("nature", text(vocabulary::nature(treaty.nature))),
                ("duration_rule", text(&treaty.duration_rule)),
                ("fields", named(&treaty.fields)),
                entry,
                withdrawal,
                duration,
                ("links", sorted(links, ", ")),
            ],
        });
    }
}

fn events(dataset: &Dataset, all: &mut Vec<ComparedItem>) {
    let text = |text: &str| text.to_owned();
    let source = |id: SourceId| dataset.source(id).key.to_string();
    for event in dataset.events() {
        // The first is the one that is drawn; the others have no order among themselves.
        let claim = |claim: &crate::domain::DateClaim| {
            let note = if claim.note.is_empty() { String::new() } else { format!(" ({})", claim.note) };
            format!(
                "{} {} [{}]{note}",
                claim.date.text(),
                vocabulary::date_role(claim.role),
                claim.source.map(source).unwrap_or_default()
            )
        };
        let others = event.dates[1..].iter().map(claim);
        let links = event.links.iter().map(|link| {
            format!("{} {}", vocabulary::event_relation(link.relation), dataset.event(link.to).key)
        });
        all.push(ComparedItem {
            table: Table::Events,
            key: text(&event.key),
            title: text(&event.title),
            treaty: Some(text(&dataset.treaty(event.treaty).key)),
            fields: vec![
                ("treaty", text(&dataset.treaty(event.treaty).key)),
                ("type", text(dataset.type_key(event.kind))),
                ("party", event.party.map(|id| text(&dataset.party(id).key)).unwrap_or_default()),
                ("date", claim(event.claim())),
                ("other dates", sorted(others, "; ")),
                ("title", text(&event.title)),
                ("summary", text(&event.summary)),
                ("contested", text(&event.contested)),
                ("tags", set(event.tags.iter().map(|&tag| dataset.tag(tag)))),
                ("url", text(&event.url)),
                ("confidence", event.confidence.map(|of| text(of.key())).unwrap_or_default()),
                ("image", text(&event.image)),
                ("fields", named(&event.fields)),
                ("links", sorted(links, ", ")),
            ],
        });
    }
}

fn sources(dataset: &Dataset, all: &mut Vec<ComparedItem>) {
    let text = |text: &str| text.to_owned();
    for source in dataset.sources() {
        let date = |date: &Option<crate::domain::EdtfDate>| {
            date.as_ref().map(|date| date.text().to_owned()).unwrap_or_default()
        };
        all.push(ComparedItem {
            table: Table::Sources,
            key: text(&source.key),
            title: text(&source.title),
            treaty: None,
            fields: vec![
                ("title", text(&source.title)),
                ("publisher", text(&source.publisher)),
                ("date", date(&source.date)),
                ("url", text(&source.url)),
                ("archive_url", text(&source.archive_url)),
                ("accessed", date(&source.accessed)),
                ("lang", text(&source.lang)),
                ("kind", text(source.kind.key())),
                ("document", text(&source.document)),
                ("sha256", text(&source.sha256)),
            ],
        });
    }
}
