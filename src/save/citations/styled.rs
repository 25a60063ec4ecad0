//! Citations in the styles of publishers, by the Citation Style Language.
//!
//! `hayagriva` knows dates of one day, month or year, of the common era; what else a date says stands behind the title, in
//! words.

use hayagriva::archive::{ArchivedStyle, locales};
use hayagriva::citationberg::json::Item;
use hayagriva::citationberg::{IndependentStyle, Locale, LocaleCode, Style};
use hayagriva::{BibliographyDriver, BibliographyRequest, BufWriteFormat, CitationItem, CitationRequest};

use crate::domain::{Dataset, EdtfDate};
use crate::language::Language;
use crate::save::days::Calendar;

use super::style_file::StyleFile;
use super::{Citation, Cited, Work, citation, csl};

/// A style of citations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CitationStyle {
    /// The Chicago Manual of Style, 18th edition, author and date.
    Chicago,
    /// The same, notes and bibliography.
    ChicagoNotes,
    /// American Psychological Association.
    Apa,
    /// Modern Language Association.
    Mla,
    /// Harvard, after Cite Them Right.
    Harvard,
}

impl CitationStyle {
    fn archived(self) -> ArchivedStyle {
        match self {
            Self::Chicago => ArchivedStyle::ChicagoAuthorDate,
            Self::ChicagoNotes => ArchivedStyle::ChicagoNotes,
            Self::Apa => ArchivedStyle::AmericanPsychologicalAssociation,
            Self::Mla => ArchivedStyle::ModernLanguageAssociation,
            Self::Harvard => ArchivedStyle::HarvardCiteThemRight,
        }
    }
}

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
    // This one says of a speech when it was held, and not when it was published.
    let names_day_of_speech = named == Some(CitationStyle::Mla);
    let item = |&cited: &Cited| item(citation(dataset, cited), names_day_of_speech);
    cited.iter().filter_map(|cited| worded(&item(cited)?, style, british.as_ref(), &locales)).collect()
}

/// A citation as an item that `hayagriva` reads.
fn item(mut citation: Citation<'_>, names_day_of_speech: bool) -> Option<Item> {
    if let Some(date) = citation.issued.filter(|date| !is_plain(date)) {
        citation.title = format!("{} ({})", citation.title, (Language::English.strings().dates.date)(date));
        citation.issued = None;
    }
    if citation.work == Work::Speech {
        // Words that somebody said are not set as a title is: with capitals. Styles set the stop behind them.
        citation.lang = UNDETERMINED;
        citation.title.truncate(citation.title.trim_end_matches('.').len());
    }
    citation.accessed = citation.accessed.filter(|date| is_plain(date));
    let mut item = csl::item(&citation);
    if names_day_of_speech && citation.work == Work::Speech {
        let day = item.get("issued").cloned();
        item.as_object_mut()?.extend(day.map(|day| ("event-date".to_owned(), day)));
    }
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
    // A style that asks for the day of a date which has none leaves the comma before it.
    written.ok().map(|()| text.replace(",.", ".").replace(",)", ")"))
}
