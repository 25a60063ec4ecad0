//! The publication day of an HTML page.

use std::convert::Infallible;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

/// Number of bytes searched: metadata comes first.
const MAX_SEARCHED: usize = 256 << 10;

/// The names under which pages give the day, in lower case: Open Graph, schema.org, Dublin Core, and plain ones.
const NAMES: [&str; 8] = [
    "article:published_time",
    "og:published_time",
    "datepublished",
    "dc.date",
    "dc.date.issued",
    "dcterms.issued",
    "pubdate",
    "date",
];

/// The first day that a page gives for itself, as `2021-02-11`: in a `meta` element, otherwise in the first `time`.
pub(super) fn published(html: &str) -> Option<String> {
    let mut end = MAX_SEARCHED.min(html.len());
    while !html.is_char_boundary(end) {
        end -= 1;
    }
    let mut tags = Tags::default();
    let callback = |event: CallbackEvent<'_>, _: Span<()>| -> Option<Infallible> {
        tags.take(&event);
        None
    };
    let mut emitter = CallbackEmitter::new(callback);
    emitter.naively_switch_states(true);
    // Nothing is ever emitted, and reading from memory does not fail.
    let _: Result<(), Infallible> = Tokenizer::new_with_emitter(&html[..end], emitter).finish();
    tags.named.or(tags.first_time)
}

#[derive(Default)]
struct Tags {
    tag: Vec<u8>,
    attribute: Vec<u8>,
    is_named: bool,
    value: Option<String>,
    named: Option<String>,
    first_time: Option<String>,
}

impl Tags {
    fn take(&mut self, event: &CallbackEvent<'_>) {
        match *event {
            CallbackEvent::OpenStartTag { name } => {
                self.tag = name.to_vec();
                (self.is_named, self.value) = (false, None);
            }
            CallbackEvent::AttributeName { name } => self.attribute = name.to_vec(),
            CallbackEvent::AttributeValue { value } => {
                let text = String::from_utf8_lossy(value);
                match &*self.attribute {
                    b"property" | b"name" | b"itemprop" => {
                        self.is_named |= NAMES.contains(&text.trim().to_lowercase().as_str());
                    }
                    b"content" | b"datetime" => self.value = day(text.trim()),
                    _ => {}
                }
            }
            CallbackEvent::CloseStartTag { .. } => match &*self.tag {
                b"meta" | b"time" if self.is_named && self.named.is_none() => self.named = self.value.take(),
                b"time" if self.first_time.is_none() => self.first_time = self.value.take(),
                _ => {}
            },
            _ => {}
        }
    }
}

/// The day at the start of an ISO 8601 date.
fn day(text: &str) -> Option<String> {
    let day = text.get(..10)?;
    chrono::NaiveDate::parse_from_str(day, "%Y-%m-%d").is_ok().then(|| day.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_says_when_it_was_published() {
        let meta =
            r#"<head><meta content="2021-02-11T10:00:00+03:00" property="article:published_time"></head>"#;
        let time = r#"<p><time datetime="2020-05-21">May 21</time> <time datetime="2019-01-01">old</time>"#;
        let both = format!("{time}{meta}");
        let found = [meta, time, &both].map(published);
        assert_eq!(
            found.each_ref().map(|day| day.as_deref()),
            [Some("2021-02-11"), Some("2020-05-21"), Some("2021-02-11")]
        );
        for html in ["", "<meta name=date content=yesterday>", "<meta name=author content=2021-02-11>"] {
            assert_eq!(published(html), None, "{html}");
        }
    }
}
