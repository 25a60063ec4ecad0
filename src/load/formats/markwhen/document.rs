//! The parts of a markwhen document: its header, its groups, and the lines of each entry.

use crate::diagnostics::Span;

use super::super::entries::listed;
use super::ranges::Range;

/// A document, part by part.
#[derive(Default)]
pub(super) struct Document {
    pub(super) title: String,
    pub(super) description: String,
    pub(super) day_first: bool,
    pub(super) blocks: Vec<Block>,
    /// Lines that belong to nothing.
    pub(super) strays: Vec<Span>,
    /// Lines that look like entries with a date that cannot be read: the dates.
    pub(super) unread: Vec<Span>,
}

/// An entry and the lines below it.
pub(super) struct Block {
    /// The groups it is in, from the outermost.
    pub(super) groups: Vec<String>,
    pub(super) range: Range,
    pub(super) date: Span,
    pub(super) whole: Span,
    pub(super) title: String,
    pub(super) title_at: Span,
    pub(super) tags: Vec<String>,
    pub(super) id: String,
    pub(super) url: String,
    pub(super) fields: Vec<(String, String)>,
    pub(super) body: String,
    /// Whether properties may still follow.
    is_head: bool,
}

/// Where the reading stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// In a header between lines of three hyphens.
    Fenced,
    /// In a header without them.
    Header,
    /// Just below the name of a group, where its properties stand.
    Group,
    Entries,
}

/// Parts a text. The entry or group that a line begins is told by its first words alone.
pub(super) fn document(text: &str) -> Document {
    let mut document = Document::default();
    let mut groups: Vec<(usize, String)> = Vec::new();
    let mut state = State::Header;
    let mut at = 0;
    for whole_line in text.split_inclusive('\n') {
        let line = whole_line.trim_end();
        let indent = line.len() - line.trim_start().len();
        let (start, end) = (at + indent, at + line.len());
        let is_first = at == 0;
        at += whole_line.len();
        let span = Span { start, end };
        let line = line.trim_start();
        if line == "---" && (is_first || state == State::Fenced) {
            state = if is_first { State::Fenced } else { State::Entries };
            continue;
        }
        if state == State::Fenced {
            document.header(line);
            continue;
        }
        if line.starts_with("//") {
            continue;
        }
        if let Some((level, name)) = group(line) {
            // Groups of the older form stand in one another until they are ended.
            if let Some(level) = level {
                groups.retain(|(own, _)| *own < level);
            }
            groups.push((level.unwrap_or(0), tidy(name).0));
            state = State::Group;
            continue;
        }
        if is_group_end(line) {
            groups.pop();
            state = State::Entries;
            continue;
        }
        if let Some((range, colon)) = entry(line, document.day_first) {
            state = State::Entries;
            document.blocks.push(Block::new(&groups, range, line, span, colon));
            continue;
        }
        if let Some(length) = dated(line) {
            state = State::Entries;
            document.unread.push(Span { start, end: start + length });
            continue;
        }
        match (state, document.blocks.last_mut()) {
            (State::Header, _) => {
                let is_known =
                    line.is_empty() || line.starts_with('#') || property(line).is_some() || indent > 0;
                document.header(line);
                if !is_known {
                    document.strays.push(span);
                }
            }
            (State::Group, _) if property(line).is_some() => {}
            (State::Entries, Some(block)) => block.line(line, span),
            _ if line.is_empty() => {}
            _ => document.strays.push(span),
        }
    }
    document
}

impl Document {
    fn header(&mut self, line: &str) {
        let Some((key, value)) = property(line) else { return };
        let value = value.trim_matches(['"', '\'']);
        match key {
            "title" => value.clone_into(&mut self.title),
            "description" => value.clone_into(&mut self.description),
            "dateFormat" => self.day_first = value.starts_with('d'),
            // Colours, zones and who may edit it are of no use here.
            _ => {}
        }
    }
}

impl Block {
    fn new(groups: &[(usize, String)], range: Range, line: &str, whole: Span, colon: usize) -> Self {
        let rest = line.get(colon + 1..).unwrap_or_default();
        let (title, tags, url) = tidy(rest);
        let date = Span {
            start: whole.start,
            end: whole.start + line.get(..colon).unwrap_or_default().trim_end().len(),
        };
        let title_start = whole.start + colon + 1 + (rest.len() - rest.trim_start().len());
        Self {
            groups: groups.iter().map(|(_, name)| name.clone()).collect(),
            range,
            date,
            whole,
            title,
            title_at: Span { start: title_start, end: whole.end },
            tags,
            id: String::new(),
            url,
            fields: Vec::new(),
            body: String::new(),
            is_head: true,
        }
    }

    /// A line below the first.
    fn line(&mut self, line: &str, span: Span) {
        if line.is_empty() {
            self.is_head = false;
            if !self.body.is_empty() && !self.body.ends_with("\n\n") {
                self.body.push('\n');
            }
            return;
        }
        self.whole.end = span.end;
        if let Some((key, value)) = property(line).filter(|_| self.is_head) {
            let value = value.trim_matches(['"', '\'']);
            let is_address = value.starts_with("http://") || value.starts_with("https://");
            match key {
                "id" => value.clone_into(&mut self.id),
                "tags" => self.tags.extend(listed(value.trim_matches(['[', ']']), &[',', '"', '\'', '#'])),
                "url" | "link" | "source" | "href" if is_address && self.url.is_empty() => {
                    value.clone_into(&mut self.url);
                }
                _ if value.is_empty() => {}
                _ => self.fields.push((key.to_owned(), value.to_owned())),
            }
            return;
        }
        self.is_head = false;
        let (text, tags, url) = tidy(line);
        self.tags.extend(tags);
        if self.url.is_empty() {
            self.url = url;
        }
        if self.title.is_empty() {
            self.title = text;
        } else if !text.is_empty() {
            if !self.body.is_empty() && !self.body.ends_with('\n') {
                self.body.push('\n');
            }
            self.body.push_str(&text);
        }
    }
}

/// The range that a line begins with, and where its colon is.
pub(super) fn entry(line: &str, day_first: bool) -> Option<(Range, usize)> {
    const MAX_COLONS: usize = 6;
    let colons = || line.match_indices(':').map(|(at, _)| at).take(MAX_COLONS);
    // A colon between digits belongs to a time, unless nothing else ends the range.
    let is_in_time = |at: usize| {
        let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        is_digit(line.get(..at).and_then(|head| head.chars().next_back()))
            && is_digit(line.get(at + 1..).and_then(|tail| tail.chars().next()))
    };
    let range = |at: usize| Some((Range::parse(line.get(..at)?, day_first)?, at));
    colons()
        .filter(|&at| !is_in_time(at))
        .find_map(range)
        .or_else(|| colons().filter(|&at| is_in_time(at)).find_map(range))
}

/// The length of what stands before the colon, if it looks like a date: digits, and what stands between them.
fn dated(line: &str) -> Option<usize> {
    let (head, _) = line.split_once(':')?;
    let is_dated = head.chars().filter(char::is_ascii_digit).count() >= 4
        && head.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '/' | '.' | ' ' | '–'));
    let is_relative = head.contains('!') && !head.contains("](");
    let words = ["after ", "before ", "by !"];
    let begins = words.iter().any(|word| head.to_ascii_lowercase().starts_with(word));
    (is_dated || (is_relative && begins)).then_some(head.trim_end().len())
}

/// The level and the name of a group that a line begins; no level for the older form with an end.
fn group(line: &str) -> Option<(Option<usize>, &str)> {
    const MAX_LEVEL: usize = 6;
    let hashes = line.len() - line.trim_start_matches('#').len();
    if (1..=MAX_LEVEL).contains(&hashes) {
        let rest = line.get(hashes..)?;
        return rest.starts_with(char::is_whitespace).then(|| (Some(hashes), rest.trim()));
    }
    let (word, name) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    // Prose may begin with these words; a name of a group ends without a full stop.
    let is_group = matches!(word, "group" | "section") && !name.trim_end().ends_with(['.', ';', ',']);
    is_group.then(|| (None, name.trim()))
}

fn is_group_end(line: &str) -> bool {
    matches!(line, "endGroup" | "endSection" | "end group" | "end section")
}

/// The key and the value of a property.
fn property(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(':')?;
    let key = key.trim_start_matches('#');
    let is_key = !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'));
    let has_value = value.is_empty() || value.starts_with(char::is_whitespace);
    (is_key && has_value).then(|| (key, value.trim()))
}

/// A text without its tags, links and boxes; the tags, and the first address.
fn tidy(text: &str) -> (String, Vec<String>, String) {
    let text = text.trim();
    let text = ["[]", "[ ]", "[x]", "[X]"].iter().find_map(|mark| text.strip_prefix(mark)).unwrap_or(text);
    let (text, url) = without_links(text);
    let mut tags = Vec::new();
    let mut words = Vec::new();
    for word in text.split_whitespace() {
        match word.strip_prefix('#') {
            // A number is no tag.
            Some(tag) if is_tag(tag) => tags.push(tag.to_owned()),
            _ => words.push(word),
        }
    }
    (words.join(" "), tags, url)
}

fn is_tag(tag: &str) -> bool {
    tag.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'))
        && tag.chars().any(|c| !c.is_ascii_digit())
}

/// A text in which each `[words](address)` is its words, and the first address.
fn without_links(text: &str) -> (String, String) {
    let mut plain = String::with_capacity(text.len());
    let mut first = String::new();
    let mut rest = text;
    while let Some((before, link)) = rest.split_once('[') {
        let parts = link.split_once("](").and_then(|(words, tail)| Some((words, tail.split_once(')')?)));
        plain.push_str(before);
        match parts {
            Some((words, (address, after))) if !words.contains('[') => {
                plain.push_str(words);
                if first.is_empty() {
                    address.trim().clone_into(&mut first);
                }
                rest = after;
            }
            _ => {
                plain.push('[');
                rest = link;
            }
        }
    }
    plain.push_str(rest);
    (plain, first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_stand_in_one_another_by_level_or_until_their_end() {
        let text = "# A\n1931: a\n## B #blue\nkey: value\n\n1932: b\n# C\n1933: c\n";
        let groups =
            |text| document(text).blocks.into_iter().map(|block| block.groups.join("/")).collect::<Vec<_>>();
        assert_eq!(groups(text), ["A", "A/B", "C"]);
        let old = "group A\nsection B\n1931: a\nendSection\n1932: b\nendGroup\n1933: c\n";
        assert_eq!(groups(old), ["A/B", "A", ""]);
    }

    #[test]
    fn an_entry_has_its_properties_tags_links_and_lines() {
        let text = "2025-05-11 12:30: [x] Signed in [Geneva](https://example.org/a) #inf #1\nid: first\n  tags: [one, two]\nPlace: Hall\n\nMore text: here\n- a list";
        let document = document(text);
        let block = &document.blocks[0];
        assert_eq!(block.title, "Signed in Geneva #1");
        assert_eq!((block.id.as_str(), block.url.as_str()), ("first", "https://example.org/a"));
        assert_eq!(block.tags, ["inf", "one", "two"]);
        assert_eq!(block.fields, [("Place".to_owned(), "Hall".to_owned())]);
        assert_eq!(block.body, "More text: here\n- a list");
        assert_eq!(text.get(block.date.start..block.date.end), Some("2025-05-11 12:30"));
        assert_eq!(block.whole, Span { start: 0, end: text.len() });
    }

    #[test]
    fn the_header_is_read_with_and_without_a_fence() {
        for text in [
            "title: Lakes\ndateFormat: d/M/y\n#inf: blue\n\n3/4/1992: a",
            "---\ntitle: \"Lakes\"\ndateFormat: d/M/y\n---\n3/4/1992: a",
        ] {
            let document = document(text);
            assert_eq!((document.title.as_str(), document.day_first), ("Lakes", true));
            assert_eq!(document.blocks.len(), 1);
            assert!(document.strays.is_empty());
        }
    }

    #[test]
    fn what_is_no_entry_is_kept_apart() {
        let document = document("1931: a\n2023-02-30: b\nafter !x 3 moons: c\n");
        assert_eq!((document.blocks.len(), document.unread.len()), (1, 2));
        assert_eq!(self::document("Some words\n1931: a\n").strays.len(), 1);
    }
}
