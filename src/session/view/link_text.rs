//! The text of a link to a view: its parts with their names, percent-encoded.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::diagnostics::{ViewLinkNote, ViewLinkProblem, shown_name};
use crate::text::first_clusters;

/// How every link to a view begins.
pub(super) const PREFIX: &str = "treaty-timeline:view?";
/// The same as some programs write it, which take `view` for the name of a host.
const OTHER_PREFIXES: [&str; 2] = ["treaty-timeline://view?", "treaty-timeline://view/?"];
/// Maximum length of a link, in bytes: programs that pass links on take no longer ones.
pub(super) const MAX_LEN: usize = 64 << 10;
/// Maximum length of a name or a value in a message, in letters.
const MAX_SHOWN: usize = 60;
/// The version of the form of links.
///
/// Another number means that a part of the same name has another meaning; new parts
/// do not need one, since those that a program does not know are left out with a word.
pub(super) const FORM: u32 = 1;

/// What stands in a link as it is. Not among it are `&`, `=`, `,` and `+`, which divide it, and marks that a shell or a
/// program that finds links in a text would take for its own.
const KEPT: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b':').remove(b'/');

macro_rules! parts {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// A part of a link.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Part { $($(#[$doc])* $name,)* }

        impl Part {
            /// Every part, in the order in which they are written.
            const ALL: &[Self] = &[$(Self::$name,)*];

            /// Its name in links, which never changes.
            pub(super) fn name(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }
        }
    };
}

parts! {
    /// The version of the form of the link.
    Form = "v",
    /// The title of the dataset.
    Data = "data",
    /// The beginning of the SHA-256 of its file, in hexadecimal digits.
    Sha256 = "sha256",
    /// The day to which it was current, in EDTF.
    Checked = "checked",
    /// The names of the files that stand on the timeline beside the first.
    Files = "files",
    /// The first moment in the window.
    From = "from",
    /// The last moment in the window.
    To = "to",
    /// How far the lanes are scrolled down, in points.
    Scroll = "scroll",
    /// The height of lanes.
    Lanes = "lanes",
    /// Whether lanes that a filter leaves may be lower so that they fit the window.
    FitFiltered = "fit-filtered",
    /// The width of the lane headers, in points.
    Headers = "headers",
    /// Ids of pinned treaties, in their order.
    Pinned = "pinned",
    /// Ids of hidden treaties.
    Hidden = "hidden",
    /// Names of collapsed groups.
    Collapsed = "collapsed",
    /// Ids of treaties that are expanded into lanes of their parties.
    Parties = "parties",
    /// The filter: pairs of facet and value with a colon between.
    Filter = "filter",
    /// The text in the search field.
    Search = "search",
    /// Id of the selection.
    Select = "select",
    /// Ids of the multi-selection.
    Several = "several",
    /// The selected time range.
    Range = "range",
    /// The status date.
    Status = "status",
    /// The unit of the figures under the lanes.
    Figures = "figures",
    /// Ids of the series that are shown of that unit.
    Series = "series",
    /// The scale of the figures.
    Scale = "scale",
    /// The table under the lanes.
    Table = "table",
    /// The column by which it is sorted.
    Sort = "sort",
}

/// A link: its parts with their values as they stand in it, percent-encoded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct LinkText {
    parts: Vec<(Part, String)>,
    notes: Vec<ViewLinkNote>,
}

/// Whether a text begins as a link to a view.
pub fn is_view_link(text: &str) -> bool {
    after_prefix(text.trim_start().trim_start_matches(['<', '"'])).is_some()
}

/// What comes after the beginning of a link. Schemes and hosts may be in capitals.
fn after_prefix(text: &str) -> Option<&str> {
    let begins =
        |prefix: &&str| text.get(..prefix.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(prefix));
    let prefix = [PREFIX].into_iter().chain(OTHER_PREFIXES).find(begins)?;
    text.get(prefix.len()..)
}

impl LinkText {
    /// Takes a link apart. What is wrong with a part of it becomes a note.
    ///
    /// # Errors
    /// The text is not a link, or says nothing.
    pub(super) fn parse(text: &str) -> Result<Self, ViewLinkProblem> {
        // Mail programs put a link between angle brackets, and break long lines.
        let text = text.trim().trim_matches(['<', '>', '"']);
        let rest = after_prefix(text).ok_or(ViewLinkProblem::NotALink)?;
        if rest.len() > MAX_LEN {
            return Err(ViewLinkProblem::TooLong(MAX_LEN));
        }
        let rest: String = rest.chars().filter(|c| !matches!(c, '\r' | '\n')).collect();
        if rest.chars().any(|c| c.is_control() || c == '\u{fffd}') {
            return Err(ViewLinkProblem::BadCharacters);
        }
        let rest = rest.split('#').next().unwrap_or_default();
        let mut link = Self::default();
        for piece in rest.split('&').filter(|piece| !piece.is_empty()) {
            link.read(piece);
        }
        if link == Self::default() {
            return Err(ViewLinkProblem::Empty);
        }
        Ok(link)
    }

    fn read(&mut self, piece: &str) {
        let (name, value) = piece.split_once('=').unwrap_or((piece, ""));
        // Copied out of a page or an SVG, `&` may be `&amp;`.
        let name = name.strip_prefix("amp;").unwrap_or(name);
        let Some(&part) = Part::ALL.iter().find(|part| part.name().eq_ignore_ascii_case(name)) else {
            return self.notes.push(ViewLinkNote::UnknownPart(shown(name)));
        };
        if self.raw(part).is_some() {
            return self.notes.push(ViewLinkNote::Repeated(part.name()));
        }
        if part == Part::Form && value != FORM.to_string() {
            self.notes.push(ViewLinkNote::NewerForm(shown(value)));
        }
        self.parts.push((part, value.to_owned()));
    }

    /// The link as a text.
    pub(super) fn to_text(&self) -> String {
        let mut out = PREFIX.to_owned();
        for (index, (part, value)) in self.parts.iter().enumerate() {
            out.push_str(if index == 0 { "" } else { "&" });
            out.push_str(part.name());
            out.push('=');
            out.push_str(value);
        }
        out
    }

    /// What could not be read of it.
    pub(super) fn notes(&self) -> &[ViewLinkNote] {
        &self.notes
    }

    /// Whether it has a part.
    pub(super) fn has(&self, part: Part) -> bool {
        self.raw(part).is_some()
    }

    /// Adds a part, or replaces it.
    pub(super) fn set(&mut self, part: Part, value: &str) {
        self.set_raw(part, encoded(value));
    }

    /// Adds a part with a list of values, or replaces it; an empty list is no part.
    pub(super) fn set_list<T: AsRef<str>>(&mut self, part: Part, values: impl IntoIterator<Item = T>) {
        let values: Vec<String> = values.into_iter().map(|value| encoded(value.as_ref())).collect();
        self.set_raw(part, values.join(","));
        if values.is_empty() {
            self.remove(part);
        }
    }

    /// Adds a part with a list of values as they were typed, with commas between.
    pub(super) fn set_typed_list(&mut self, part: Part, typed: &str) {
        self.set_list(part, typed.split(',').map(str::trim).filter(|value| !value.is_empty()));
    }

    /// Takes a part away.
    pub(super) fn remove(&mut self, part: Part) {
        self.parts.retain(|(other, _)| *other != part);
    }

    fn set_raw(&mut self, part: Part, value: String) {
        match self.parts.iter_mut().find(|(other, _)| *other == part) {
            Some((_, old)) => *old = value,
            None => self.parts.push((part, value)),
        }
    }

    fn raw(&self, part: Part) -> Option<&str> {
        self.parts.iter().find(|(other, _)| *other == part).map(|(_, value)| value.as_str())
    }

    /// The value of a part; a note is added if it cannot be read.
    pub(super) fn text(&self, part: Part, notes: &mut Vec<ViewLinkNote>) -> Option<String> {
        let raw = self.raw(part)?;
        let value = decoded(raw);
        if value.is_none() {
            notes.push(bad_value(part, raw));
        }
        value
    }

    /// The values of a part that is a list; none if it is not there.
    pub(super) fn list(&self, part: Part, notes: &mut Vec<ViewLinkNote>) -> Vec<String> {
        let mut values = Vec::new();
        for raw in self.raw(part).unwrap_or_default().split(',').filter(|raw| !raw.is_empty()) {
            match decoded(raw) {
                Some(value) => values.push(value),
                None => notes.push(bad_value(part, raw)),
            }
        }
        values
    }
}

/// The note that a value cannot be read.
pub(super) fn bad_value(part: Part, value: &str) -> ViewLinkNote {
    ViewLinkNote::BadValue(part.name(), shown(value))
}

/// A name or a value from a link, for a message.
pub(super) fn shown(text: &str) -> String {
    let short = first_clusters(text, MAX_SHOWN);
    let dots = if short.len() < text.len() { "…" } else { "" };
    format!("{}{dots}", shown_name(short))
}

fn encoded(value: &str) -> String {
    utf8_percent_encode(value, KEPT).to_string().replace("%20", "+")
}

/// A value without its encoding; `None` if that is cut off, not UTF-8, or hides control characters.
fn decoded(raw: &str) -> Option<String> {
    let spaced = raw.replace('+', " ");
    let is_hex = |text: Option<&str>| {
        text.and_then(|text| text.get(..2))
            .is_some_and(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()))
    };
    let is_whole = spaced.match_indices('%').all(|(at, _)| is_hex(spaced.get(at + 1..)));
    let text = percent_decode_str(&spaced).decode_utf8().ok().filter(|_| is_whole)?;
    (!text.chars().any(char::is_control)).then(|| text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_whatever_is_in_it() {
        for value in ["New START", "a&b=c,d+e%f#g", "«ДСНВ»", "1925–2026", "100%", "it's \"so\"", "א"]
        {
            let mut link = LinkText::default();
            link.set(Part::Search, value);
            link.set_list(Part::Hidden, [value, "INF"]);
            let text = link.to_text();
            assert!(text.is_ascii() && !text.contains([' ', '\'', '"', '#']), "{text}");
            let read = LinkText::parse(&text).unwrap();
            assert_eq!(read, link);
            let mut notes = Vec::new();
            assert_eq!(read.text(Part::Search, &mut notes).as_deref(), Some(value));
            assert_eq!(read.list(Part::Hidden, &mut notes), [value, "INF"]);
            assert!(notes.is_empty());
        }
    }

    #[test]
    fn a_link_from_a_mail_or_a_page_is_read() {
        let plain = LinkText::parse("treaty-timeline:view?from=1985&to=2026").unwrap();
        for other in [
            " <treaty-timeline:view?from=1985&to=2026>\n",
            "Treaty-Timeline:view?from=1985&\r\nto=2026",
            "treaty-timeline://view/?from=1985&amp;to=2026#top",
        ] {
            assert!(is_view_link(other), "{other}");
            assert_eq!(LinkText::parse(other), Ok(plain.clone()), "{other}");
        }
    }

    #[test]
    fn what_is_no_link_is_told_from_what_is_wrong_with_one() {
        for (text, problem) in [
            ("", ViewLinkProblem::NotALink),
            ("https://example.org/view?from=1985", ViewLinkProblem::NotALink),
            ("treaty-timeline:vie", ViewLinkProblem::NotALink),
            ("treaty-timeline:view?", ViewLinkProblem::Empty),
            ("treaty-timeline:view?&&", ViewLinkProblem::Empty),
            ("treaty-timeline:view?from=\u{7}1985", ViewLinkProblem::BadCharacters),
        ] {
            assert_eq!(LinkText::parse(text), Err(problem), "{text:?}");
        }
        let long = format!("{PREFIX}search={}", "x".repeat(100_000));
        assert_eq!(LinkText::parse(&long), Err(ViewLinkProblem::TooLong(MAX_LEN)));
    }

    #[test]
    fn a_part_that_is_unknown_cut_or_repeated_costs_only_itself() {
        let link =
            LinkText::parse("treaty-timeline:view?v=2&galaxy=1&from=1985&from=1986&search=a%&he").unwrap();
        let mut notes = link.notes().to_vec();
        assert_eq!(link.text(Part::From, &mut notes).as_deref(), Some("1985"));
        assert_eq!(link.text(Part::Search, &mut notes), None);
        assert_eq!(
            notes,
            [
                ViewLinkNote::NewerForm("2".to_owned()),
                ViewLinkNote::UnknownPart("galaxy".to_owned()),
                ViewLinkNote::Repeated("from"),
                ViewLinkNote::UnknownPart("he".to_owned()),
                ViewLinkNote::BadValue("search", "a%".to_owned()),
            ]
        );
        let mut notes = Vec::new();
        for hidden in ["%00", "%1b%5B31m", "%ff", "%e", "%zz"] {
            let link = LinkText::parse(&format!("{PREFIX}search={hidden}")).unwrap();
            assert_eq!(link.text(Part::Search, &mut notes), None, "{hidden}");
        }
        assert_eq!(notes.len(), 5);
    }
}
