//! Citations in the styles of publishers, by the Citation Style Language.
//!
//! `hayagriva` knows dates of one day, month or year, of the common era; what else a date says stands behind the title, in
//! words.

use hayagriva::archive::locales;
use hayagriva::citationberg::json::Item;
use hayagriva::citationberg::{IndependentStyle, Locale, LocaleCode, Style};
use hayagriva::{BibliographyDriver, BibliographyRequest, BufWriteFormat, CitationItem, CitationRequest};

use crate::domain::{Dataset, EdtfDate};
use crate::language::Language;
use crate::save::days::Calendar;

use super::citation_style::CitationStyle;
use super::style_file::StyleFile;
use super::{Citation, Cited, Work, citation, csl, manuals};

/// Citations of these in a style, each as an entry of a bibliography; those that the style cannot word are left out.
pub fn cite_in_style(dataset: &Dataset, cited: &[Cited], style: CitationStyle) -> Vec<String> {
    let Style::Independent(archived) = style.archived().get() else { return Vec::new() };
    cite_in(dataset, cited, &archived, Some(style))
}

/// The same in a style of a file.
pub fn cite_in_style_file(dataset: &Dataset, cited: &[Cited], style: &StyleFile) -> Vec<String> {
    cite_in(dataset, cited, &style.0, None)
}

fn cite_in(
    dataset: &Dataset,
    cited: &[Cited],
    style: &IndependentStyle,
    named: Option<CitationStyle>,
) -> Vec<String> {
    let locales = locales();
    // The dates and quotation marks of this style are British.
    let british = (named == Some(CitationStyle::Harvard)).then(|| LocaleCode("en-GB".to_owned()));
    let in_words = |&cited: &Cited| {
        let mut citation = citation(dataset, cited);
        if let Some(named) = named {
            manuals::shape(&mut citation, named);
        }
        let text = worded(&item(&mut citation, named)?, style, british.as_ref(), &locales)?;
        Some(match named {
            Some(named) => manuals::finish(&text, &citation, named),
            None => text,
        })
    };
    cited.iter().filter_map(in_words).collect()
}

/// A citation as an item that `hayagriva` reads.
fn item(citation: &mut Citation<'_>, named: Option<CitationStyle>) -> Option<Item> {
    if let Some(date) = citation.issued.filter(|date| !is_plain(date)) {
        citation.title = format!("{} ({})", citation.title, (Language::English.strings().dates.date)(date));
        citation.issued = None;
    }
    let is_words = matches!(citation.work, Work::Speech | Work::Post);
    if is_words {
        // Styles set the stop behind them.
        citation.title.truncate(citation.title.trim_end_matches('.').len());
    }
    if is_words || named.is_some() {
        // Words that somebody said are not set as a title is, with capitals; those of titles are set already.
        citation.lang = UNDETERMINED;
    }
    citation.accessed = citation.accessed.filter(|date| is_plain(date));
    let mut item = csl::item(citation);
    let fields = item.as_object_mut()?;
    // This style says of a speech when it was held, and not when it was published.
    let names_day_held = named == Some(CitationStyle::Mla) && citation.work == Work::Speech;
    let day = fields.get("issued").filter(|_| names_day_held).cloned();
    fields.extend(day.map(|day| ("event-date".to_owned(), day)));
    let container = named.and_then(|named| manuals::container(citation, named));
    fields.extend(container.map(|title| ("container-title".to_owned(), serde_json::Value::from(title))));
    serde_json::from_value(item).ok()
}

/// Whether a date is one day, month or year of the common era.
fn is_plain(date: &EdtfDate) -> bool {
    Calendar::of(date).is_some_and(|parts| parts.year > 0)
}

/// The language of a text whose language is not said (BCP 47).
const UNDETERMINED: &str = "und";

/// The entry of a bibliography, or the note where a style has none.
fn worded(
    item: &Item,
    style: &IndependentStyle,
    locale: Option<&LocaleCode>,
    locales: &[Locale],
) -> Option<String> {
    let mut driver = BibliographyDriver::new();
    let items = vec![CitationItem::with_entry(item)];
    driver.citation(CitationRequest::new(items, style, locale.cloned(), locales, None));
    let rendered = driver.finish(BibliographyRequest::new(style, locale.cloned(), locales));
    let mut text = String::new();
    let entry = rendered.bibliography.and_then(|bibliography| bibliography.items.into_iter().next());
    let written = match (entry, rendered.citations.first()) {
        (Some(entry), _) => entry.content.write_buf(&mut text, BufWriteFormat::Plain),
        (None, Some(note)) => note.citation.write_buf(&mut text, BufWriteFormat::Plain),
        (None, None) => return None,
    };
    // A style that asks for the day of a date which has none leaves the comma or the stop before it.
    written.ok().map(|()| text.replace(",.", ".").replace(",)", ")").replace(".”.", ".”"))
}
