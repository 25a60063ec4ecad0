//! What the manuals of the styles want and neither `hayagriva` nor the files of the styles do; `docs/citations.md` has the rules.

use crate::domain::SourceKind;

use super::citation_style::CitationStyle;
use super::headline::headline;
use super::{Citation, Work};

/// What a publisher is called that only has a copy.
const COPIES: [&str; 5] = [" via ", ", at ", "copy", "copied", "("];

/// Brings a citation into the shape that the manual of a style wants.
pub(super) fn shape(citation: &mut Citation<'_>, style: CitationStyle) {
    match (citation.work, style) {
        // An unsigned article stands under the name of its newspaper. As an article it would lose its quotation marks.
        (Work::News, CitationStyle::Chicago | CitationStyle::ChicagoNotes) => {
            citation.work = Work::Page;
            citation.publisher = std::mem::take(&mut citation.container);
        }
        // A page is a part of its site.
        (Work::Page, CitationStyle::Mla) => citation.container = std::mem::take(&mut citation.publisher),
        // Who issued it is its author, and for Chicago still its publisher. The MLA names the publisher only.
        (Work::Report, CitationStyle::Chicago | CitationStyle::ChicagoNotes) => {
            citation.author = issuer(citation.publisher);
        }
        (Work::Report, CitationStyle::Apa) => {
            name_issuer_once(citation);
            citation.genre = "Fact sheet";
        }
        (Work::Page | Work::Report, CitationStyle::Harvard) => name_issuer_once(citation),
        (Work::Post, CitationStyle::Apa) => {
            let is_tweet = citation.container.eq_ignore_ascii_case("Twitter");
            citation.genre = if is_tweet { "Tweet" } else { "Post" };
        }
        // The others know nothing of posts that is more than words and where they are.
        (Work::Post, _) => {
            citation.work = Work::Speech;
            citation.publisher = std::mem::take(&mut citation.container);
        }
        _ => {}
    }
    if style == CitationStyle::Apa && !matches!(citation.work, Work::Page | Work::Data) {
        // Only what is meant to change has the day on which it was seen.
        citation.accessed = None;
    }
    let is_words = matches!(citation.work, Work::Speech | Work::Post);
    if has_capitals(style) && is_english(citation.lang) && !is_words {
        citation.title = headline(&citation.title, style);
    }
}

fn name_issuer_once(citation: &mut Citation<'_>) {
    citation.author = issuer(citation.publisher);
    if citation.author.is_some() {
        citation.publisher = "";
    }
}

/// The publisher as the one who issued a work, unless it only has a copy.
fn issuer(publisher: &str) -> Option<&str> {
    let is_copy = COPIES.iter().any(|words| publisher.contains(*words));
    (!publisher.is_empty() && !is_copy).then_some(publisher)
}

/// Whether titles in English have capitals in this style.
fn has_capitals(style: CitationStyle) -> bool {
    match style {
        CitationStyle::Chicago | CitationStyle::ChicagoNotes | CitationStyle::Mla => true,
        CitationStyle::Apa | CitationStyle::Harvard => false,
    }
}

/// Whether a title is in English, as is assumed of one whose language is not said.
fn is_english(lang: &str) -> bool {
    lang.is_empty() || lang == "en" || lang.starts_with("en-")
}

/// The title of the work in which words or an event stand, as this style writes it: that of an article in quotation marks.
pub(super) fn container(citation: &Citation<'_>, style: CitationStyle) -> Option<String> {
    let within = citation.within.filter(|_| !citation.container.is_empty())?;
    let has_capitals = has_capitals(style) && is_english(&within.lang);
    let title =
        if has_capitals { headline(citation.container, style) } else { citation.container.to_owned() };
    if within.kind != SourceKind::News || style == CitationStyle::Apa {
        return Some(title);
    }
    let is_british = style == CitationStyle::Harvard;
    Some(if is_british { format!("‘{title}’") } else { format!("“{title}”") })
}

/// Mends the marks of a citation in words.
pub(super) fn finish(text: &str, citation: &Citation<'_>, style: CitationStyle) -> String {
    let text = container(citation, style).map_or_else(|| text.to_owned(), |title| stop_inside(text, &title));
    match style {
        CitationStyle::Apa if !citation.url.is_empty() => {
            // The file of this style says “Retrieved” also where no day is said.
            let text = text.replace(&format!("Retrieved {}", citation.url), citation.url);
            // The parts of a legal reference have commas between them.
            let is_legal = citation.work == Work::Treaty;
            if is_legal {
                text.replace(&format!(". {}", citation.url), &format!(", {}", citation.url))
            } else {
                text
            }
        }
        CitationStyle::Mla => text.replace(", Circa ", ", circa "),
        _ => text,
    }
}

/// In American styles the stop or comma after a title in quotation marks stands within them.
fn stop_inside(text: &str, title: &str) -> String {
    let Some(inner) = title.strip_suffix('”') else { return text.to_owned() };
    let stop = if inner.ends_with(['?', '!']) { "" } else { "." };
    text.replace(&format!("{title}. "), &format!("{inner}{stop}” "))
        .replace(&format!("{title}, "), &format!("{inner},” "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_has_a_copy_is_no_author() {
        assert_eq!(issuer("Arms Control Association"), Some("Arms Control Association"));
        for publisher in ["", "OSCE, via Federation of American Scientists", "FAS copy", "Sputnik (copy)"] {
            assert_eq!(issuer(publisher), None, "{publisher}");
        }
    }

    #[test]
    fn the_stop_after_an_article_stands_within_its_marks() {
        assert_eq!(stop_inside("In “It Ends”. AFP, 1 May.", "“It Ends”"), "In “It Ends.” AFP, 1 May.");
        assert_eq!(stop_inside("“It Ends?”. AFP.", "“It Ends?”"), "“It Ends?” AFP.");
        assert_eq!(stop_inside("“It Ends”, AFP.", "“It Ends”"), "“It Ends,” AFP.");
        assert_eq!(stop_inside("In It Ends. AFP.", "It Ends"), "In It Ends. AFP.");
    }
}
