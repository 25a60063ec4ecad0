//! Citations of records: what the file says of a source, a treaty, a statement or an event, by the parts of a citation.

use crate::domain::{Dataset, Source, SourceKind};
use crate::text::first_words;

use super::super::export_selection::one_line;
use super::{Citation, Cited, Work};

/// Networks whose posts have no title but their words.
const NETWORKS: [&str; 14] = [
    "Bluesky",
    "Facebook",
    "Instagram",
    "LinkedIn",
    "Mastodon",
    "Telegram",
    "Threads",
    "TikTok",
    "Truth Social",
    "Twitter",
    "VK",
    "VKontakte",
    "Weibo",
    "X",
];

/// The citation of a record.
pub(super) fn citation(dataset: &Dataset, cited: Cited) -> Citation<'_> {
    match cited {
        Cited::Source(id) => of_source(dataset.source(id)),
        Cited::Treaty(id) => {
            let treaty = dataset.treaty(id);
            let text = dataset.text_of_treaty(id).map(|source| dataset.source(source));
            let name = if treaty.full_name.is_empty() { &treaty.name } else { &treaty.full_name };
            Citation {
                id: treaty.key.to_string(),
                work: Work::Treaty,
                title: one_line(name),
                issued: dataset.date_of_treaty(id),
                note: if treaty.full_name.is_empty() { String::new() } else { one_line(&treaty.name) },
                ..text.map_or_else(Citation::default, of_source)
            }
        }
        Cited::Statement(id) => {
            let statement = dataset.statement(id);
            let source = dataset.source(statement.source);
            let is_post = NETWORKS.iter().any(|network| network.eq_ignore_ascii_case(&source.publisher));
            let occasion = [&*statement.role, &*statement.venue];
            let occasion: Vec<&str> = occasion.into_iter().filter(|text| !text.is_empty()).collect();
            Citation {
                id: statement.key.to_string(),
                work: if is_post { Work::Post } else { Work::Speech },
                title: one_line(&first_words(&statement.quote, 120)),
                author: Some(&dataset.speaker(statement.speaker).name),
                container: if is_post { &source.publisher } else { &source.title },
                publisher: if is_post { "" } else { &source.publisher },
                within: Some(source),
                issued: Some(&statement.date),
                lang: &statement.lang,
                note: occasion.join(", "),
                ..of_source(source)
            }
        }
        Cited::Event(id) => {
            let event = dataset.event(id);
            let source = event.claim().source.map(|source| dataset.source(source));
            Citation {
                id: event.key.to_string(),
                work: Work::Event,
                title: one_line(&format!("{}: {}", dataset.treaty(event.treaty).name, event.title)),
                container: source.map_or("", |source| &source.title),
                publisher: source.map_or("", |source| &source.publisher),
                within: source,
                issued: Some(event.date()),
                note: one_line(&event.summary),
                ..source.map_or_else(Citation::default, of_source)
            }
        }
    }
}

fn of_source(source: &Source) -> Citation<'_> {
    let is_news = source.kind == SourceKind::News;
    Citation {
        id: source.key.to_string(),
        work: match source.kind {
            SourceKind::TreatyText => Work::Treaty,
            SourceKind::OfficialStatement => Work::Document,
            SourceKind::Data => Work::Data,
            SourceKind::FactSheet => Work::Report,
            SourceKind::News => Work::News,
            SourceKind::Reference => Work::Page,
        },
        title: one_line(&source.title),
        author: None,
        publisher: if is_news { "" } else { &source.publisher },
        container: if is_news { &source.publisher } else { "" },
        within: None,
        genre: "",
        issued: source.date.as_ref(),
        accessed: source.accessed.as_ref(),
        url: &source.url,
        lang: &source.lang,
        note: String::new(),
    }
}
