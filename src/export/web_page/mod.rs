//! A page that needs no other file: the lanes of a view with a script that draws them, and what the record says of them.
//!
//! Where marks lie is decided twice: by `timeline` and, in a window of any width, by `assets/page/layout.js`. `tests/it/page.rs`
//! holds them together.

mod addresses;
mod colours;
mod data;
mod glyphs;
mod json;
mod lanes;
mod minify;
mod records;
mod slice;
mod words;

use std::collections::BTreeSet;

use sha2::{Digest as _, Sha256};

use crate::domain::{Dataset, Moment, State, TreatyId};
use crate::language::{Language, Strings};
use crate::levels::Index;
use crate::timeline::{Limits, Rows, Selection, TimeView, View};

use super::Metadata;
use super::escape::{base64, escaped};

const LAYOUT: &str = include_str!("../../../assets/page/layout.js");
const SCRIPT: &str = include_str!("../../../assets/page/page.js");
const STYLE: &str = include_str!("../../../assets/page/page.css");
const BODY: &str = include_str!("../../../assets/page/page.html");

/// What a page is made of.
#[derive(Clone, Copy, Debug)]
pub struct PageInput<'a> {
    /// The dataset.
    pub dataset: &'a Dataset,
    /// Its title.
    pub title: &'a str,
    /// The index of what is shown of it.
    pub index: &'a Index,
    /// Its rows.
    pub rows: &'a Rows,
    /// The treaties that are hidden, or that a filter leaves out.
    pub hidden: &'a BTreeSet<TreatyId>,
    /// What is shown first.
    pub view: View,
    /// How far the page can be panned and zoomed.
    pub limits: Limits,
    /// The status date with the state of each treaty on it.
    pub status_date: Option<(Moment, &'a [State])>,
    /// What is selected.
    pub selection: Selection,
    /// The steps of a trail through the page.
    pub trail: &'a [PageStep<'a>],
    /// The language of its words.
    pub language: Language,
    /// Whether it is dark; `None` as the reader's system is.
    pub is_dark: Option<bool>,
    /// Whether its contrast is high, whatever the reader's system says.
    pub has_high_contrast: bool,
    /// What it says of itself.
    pub metadata: &'a Metadata,
}

/// A step of a trail.
#[derive(Clone, Copy, Debug)]
pub struct PageStep<'a> {
    /// Its name.
    pub name: &'a str,
    /// What is said to it.
    pub note: &'a str,
    /// The time that it shows.
    pub time: TimeView,
    /// What is selected in it.
    pub selection: Selection,
}

impl PageInput<'_> {
    fn strings(&self) -> &'static Strings {
        self.language.strings()
    }

    /// The tag of its language.
    fn tag(&self) -> &'static str {
        match self.language {
            Language::English => "en",
            Language::Russian => "ru",
        }
    }
}

/// The page as HTML.
pub fn to_page(input: &PageInput<'_>) -> String {
    let script = minify::script(&format!("{LAYOUT}{SCRIPT}"));
    let data = data::data(input).to_string();
    let colours = colours::style(input.has_high_contrast);
    let theme = match input.is_dark {
        None => "",
        Some(true) => " data-theme=\"dark\"",
        Some(false) => " data-theme=\"light\"",
    };
    // Nothing is fetched, and no script runs but this one: whatever a text of the record says.
    let policy = format!(
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        base64(&Sha256::digest(script.as_bytes()))
    );
    let title = escaped(input.title);
    let head = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\"{theme}>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n\
         {}<title>{title}</title>\n<style>\n{colours}{STYLE}</style>\n</head>\n",
        input.tag(),
        input.metadata.in_page(),
    );
    format!(
        "{head}{}<script type=\"application/json\" id=\"data\">{data}</script>\n<script>{script}</script>\n</body>\n</html>\n",
        body(input, &title)
    )
}

/// The elements of the page, in its language.
fn body(input: &PageInput<'_>, title: &str) -> String {
    let page = input.language.page();
    let words = [
        ("title", title),
        ("search", page.search),
        ("zoomIn", page.zoom_in),
        ("zoomOut", page.zoom_out),
        ("whole", page.whole.name),
        ("wholeTip", page.whole.tooltip),
        ("dark", page.dark),
        ("panel", page.panel),
        ("close", page.close),
        ("side", page.side),
        ("details", page.details),
        ("list", page.list),
        ("results", page.results),
        ("trail", page.trail),
        ("previous", page.previous),
        ("next", page.next),
        ("stage", page.stage),
        ("chartHelp", page.chart_help),
        ("noScript", page.no_script),
    ];
    // The title comes in last: what it says is not looked through for names of words.
    words.iter().rev().fold(BODY.to_owned(), |body, (name, word)| {
        let word = if *name == "title" { (*word).to_owned() } else { escaped(word) };
        body.replace(&format!("{{{{{name}}}}}"), &word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_is_short_enough_and_has_nothing_that_would_end_it() {
        let script = minify::script(&format!("{LAYOUT}{SCRIPT}"));
        assert!(script.len() <= 60_000, "{} bytes", script.len());
        assert!(!script.contains("</script") && !script.contains("<!--"));
        assert!(!script.contains("innerHTML") && !script.contains("eval("), "texts are never markup");
    }
}
