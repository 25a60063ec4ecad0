//! HTML in the texts of other programs, made plain text.

/// Elements that begin a line.
const BLOCKS: [&str; 16] = [
    "p",
    "br",
    "div",
    "li",
    "ul",
    "ol",
    "tr",
    "table",
    "blockquote",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
];
/// Elements whose content is not read.
const HIDDEN: [&str; 3] = ["script", "style", "iframe"];

/// Characters that are written by name.
const NAMED: [(&str, &str); 24] = [
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", " "),
    ("ndash", "–"),
    ("mdash", "—"),
    ("hellip", "…"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("laquo", "«"),
    ("raquo", "»"),
    ("bdquo", "„"),
    ("shy", ""),
    ("eacute", "é"),
    ("egrave", "è"),
    ("auml", "ä"),
    ("ouml", "ö"),
    ("uuml", "ü"),
    ("szlig", "ß"),
    ("copy", "©"),
];

/// A text without the HTML in it: tags are left out, paragraphs become lines, characters written by name are what they mean.
pub(super) fn plain(text: &str) -> String {
    if !text.contains(['<', '&']) {
        return text.trim().to_owned();
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    // What has no end is looked for once: a text of nothing but `<a` must not take the square of its length.
    let last = text.rfind('>').unwrap_or_default();
    while let Some(at) = rest.find('<') {
        let (before, after) = rest.split_at(at);
        plain.push_str(before);
        let is_tag = after
            .get(1..2)
            .is_some_and(|c| c.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!')));
        let offset = text.len() - after.len();
        let Some(end) = Some(after).filter(|_| is_tag && offset < last).and_then(|after| after.find('>'))
        else {
            plain.push('<');
            rest = after.get(1..).unwrap_or_default();
            continue;
        };
        if after.starts_with("<!--") {
            rest = after.split_once("-->").map_or("", |(_, rest)| rest);
            continue;
        }
        let tag = after.get(1..end).unwrap_or_default();
        rest = after.get(end + 1..).unwrap_or_default();
        let name: String =
            tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        let name = name.to_ascii_lowercase();
        if BLOCKS.contains(&name.as_str()) && !plain.ends_with('\n') {
            plain.push('\n');
        }
        if HIDDEN.contains(&name.as_str()) && !tag.starts_with('/') && !tag.ends_with('/') {
            let is_close = |at: usize| {
                rest.get(at + 2..at + 2 + name.len()).is_some_and(|found| found.eq_ignore_ascii_case(&name))
            };
            let close = rest.match_indices("</").map(|(at, _)| at).find(|&at| is_close(at));
            rest = close.and_then(|at| rest.get(at..)).unwrap_or_default();
        }
    }
    plain.push_str(rest);
    let lines = unescaped(&plain);
    let lines: Vec<&str> = lines.lines().map(str::trim).collect();
    lines.join("\n").trim().to_owned()
}

/// A title without the HTML in it, on one line.
pub(super) fn plain_line(text: &str) -> String {
    plain(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text with the characters that are written by name or number; what names nothing known stays as it is written.
pub(super) fn unescaped(text: &str) -> String {
    const MAX_NAME: usize = 10;
    let mut unescaped = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, after) = rest.split_at(at);
        unescaped.push_str(before);
        let end = after.bytes().take(MAX_NAME + 2).position(|byte| byte == b';');
        let name = end.and_then(|end| after.get(1..end));
        if let Some((name, meaning)) = name.and_then(|name| Some((name, meant(name)?))) {
            unescaped.push_str(&meaning);
            rest = after.get(name.len() + 2..).unwrap_or_default();
        } else {
            unescaped.push('&');
            rest = after.get(1..).unwrap_or_default();
        }
    }
    unescaped.push_str(rest);
    unescaped
}

fn meant(name: &str) -> Option<String> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        let c = char::from_u32(code).filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))?;
        return Some(c.to_string());
    }
    NAMED.iter().find(|(known, _)| *known == name).map(|(_, meaning)| (*meaning).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_what_a_reader_sees() {
        for (html, expected) in [
            ("Plain", "Plain"),
            ("<p>First.</p><p>Second &amp; <b>last</b>.</p>", "First.\nSecond & last."),
            ("a < b and b > c", "a < b and b > c"),
            ("Line<br/>break<script>alert('x')</script>!", "Line\nbreak!"),
            ("&laquo;Pact&raquo; &#8211; &#x2013; &unknown; &", "«Pact» – – &unknown; &"),
            ("<!-- hidden -->shown", "shown"),
            ("<a href=\"https://example.org/?a=1&amp;b=2\">text</a>", "text"),
            ("cut <b", "cut <b"),
            ("<script>never closed", ""),
        ] {
            assert_eq!(plain(html), expected, "{html}");
        }
        assert_eq!(plain_line("<p>One</p>\n<p>Two</p>"), "One Two");
    }
}
