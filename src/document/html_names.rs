//! The HTML elements that matter to the text of a page.

/// The role of an element in the text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Inline text.
    Inline,
    /// A paragraph.
    Block,
    /// A line.
    Row,
    /// A table cell.
    Cell,
    /// A line break.
    LineBreak,
    /// Never shown, or not as text.
    Unseen,
    /// Shown on every page of a site.
    Frame,
    /// Preformatted text.
    Verbatim,
    /// The title of the page.
    Title,
    /// A heading of the first or second level.
    Heading,
    /// A block quotation.
    Quotation,
    /// An inline quotation.
    Quoted,
    /// A link.
    Link,
    /// Superscript, such as a note number.
    Raised,
}

/// The role of an element by its name, in lower case.
pub(super) fn role(name: &[u8]) -> Role {
    match name {
        b"br" => Role::LineBreak,
        b"tr" | b"option" => Role::Row,
        b"td" | b"th" => Role::Cell,
        b"script" | b"style" | b"template" | b"svg" | b"select" | b"datalist" | b"button" | b"textarea"
        | b"iframe" | b"noembed" | b"noframes" | b"audio" | b"video" | b"canvas" | b"object" => Role::Unseen,
        b"nav" | b"header" | b"footer" | b"aside" => Role::Frame,
        b"pre" | b"listing" | b"xmp" | b"plaintext" => Role::Verbatim,
        b"title" => Role::Title,
        b"h1" | b"h2" => Role::Heading,
        b"blockquote" => Role::Quotation,
        b"q" => Role::Quoted,
        b"a" => Role::Link,
        b"sup" => Role::Raised,
        b"address" | b"article" | b"body" | b"caption" | b"center" | b"dd" | b"details" | b"dialog"
        | b"dir" | b"div" | b"dl" | b"dt" | b"fieldset" | b"figcaption" | b"figure" | b"form" | b"h3"
        | b"h4" | b"h5" | b"h6" | b"head" | b"hr" | b"html" | b"legend" | b"li" | b"main" | b"menu"
        | b"ol" | b"p" | b"section" | b"summary" | b"table" | b"tbody" | b"tfoot" | b"thead" | b"ul" => {
            Role::Block
        }
        _ => Role::Inline,
    }
}

/// Whether an element is entirely invisible, even as a box.
pub(super) fn is_nothing(name: &[u8]) -> bool {
    matches!(name, b"script" | b"style" | b"template" | b"datalist" | b"noembed" | b"noframes")
}

/// Whether an element has no end tag.
pub(super) fn is_void(name: &[u8]) -> bool {
    matches!(
        name,
        b"area"
            | b"base"
            | b"br"
            | b"col"
            | b"embed"
            | b"hr"
            | b"img"
            | b"input"
            | b"link"
            | b"meta"
            | b"param"
            | b"source"
            | b"track"
            | b"wbr"
    )
}

/// Whether the end tag of an element may be omitted, so that a tag of the same or another element ends it.
pub(super) fn ends(open: &[u8], next: &[u8]) -> bool {
    match open {
        b"p" => !matches!(
            role(next),
            Role::Inline | Role::Quoted | Role::Link | Role::Raised | Role::LineBreak | Role::Unseen
        ),
        b"li" => next == b"li",
        b"dt" | b"dd" => matches!(next, b"dt" | b"dd"),
        b"td" | b"th" => matches!(next, b"td" | b"th" | b"tr"),
        b"tr" => next == b"tr",
        _ => false,
    }
}

/// Whether the `style` of an element hides it.
pub(super) fn hides(style: &[u8]) -> bool {
    let style: Vec<u8> =
        style.iter().filter(|byte| !byte.is_ascii_whitespace()).map(u8::to_ascii_lowercase).collect();
    [&b"display:none"[..], b"visibility:hidden"]
        .iter()
        .any(|rule| memchr::memmem::find(&style, rule).is_some())
}

/// Whether the `role` of an element marks what is shown on every page (WAI-ARIA landmarks).
pub(super) fn frames(role: &[u8]) -> bool {
    matches!(role, b"navigation" | b"banner" | b"contentinfo" | b"complementary" | b"search")
}

/// The marks around inline quotations in a language (a BCP 47 tag), and around those nested in them.
pub(super) fn marks(language: &str) -> [[&'static str; 2]; 2] {
    match language.get(..2).map(str::to_ascii_lowercase).as_deref() {
        Some("ru" | "uk" | "be" | "bg") => [["«", "»"], ["„", "“"]],
        Some("fr" | "it" | "es" | "pt") => [["«", "»"], ["“", "”"]],
        Some("de" | "cs" | "sk") => [["„", "“"], ["‚", "‘"]],
        _ => [["“", "”"], ["‘", "’"]],
    }
}
