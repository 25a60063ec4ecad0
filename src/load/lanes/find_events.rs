//! Finds the list of events in a lanes file: the members of a JSON object have no order, so others may come before it.

/// Members found only in datasets of treaties, and in files of SIMILE Timeline.
const OTHER_FIELDS: [&[u8]; 9] = [
    b"format",
    b"parties",
    b"speakers",
    b"treaties",
    b"sources",
    b"statements",
    b"series",
    b"dateTimeFormat",
    b"wikiURL",
];

/// Whether a file that starts with `head` is a lanes file: an object with a list of events that, judging by the first,
/// belong neither to a treaty nor to another program.
pub(super) fn is_lanes_file(head: &[u8]) -> bool {
    list_of_events(head).is_some_and(|start| !is_foreign(Scanner { text: head, offset: start }))
}

/// The offset after the bracket that opens the list of events; `None` if there is no such list in the text, or if it is
/// a dataset of treaties.
pub(super) fn list_of_events(text: &[u8]) -> Option<usize> {
    let mut scanner = Scanner { text, offset: if text.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 } };
    scanner.take(b'{')?;
    loop {
        let name = scanner.string()?;
        scanner.take(b':')?;
        if name == b"events" {
            scanner.take(b'[')?;
            return Some(scanner.offset);
        }
        if OTHER_FIELDS.contains(&name) {
            return None;
        }
        scanner.skip_value()?;
        scanner.take(b',')?;
    }
}

/// Whether the first record is an event of a treaty or of another program. A record that is cut off is judged by the
/// names of its fields so far.
fn is_foreign(mut scanner: Scanner<'_>) -> bool {
    let mut names: Vec<&[u8]> = Vec::new();
    scanner.collect_names(&mut names);
    let has = |name: &[u8]| names.contains(&name);
    let is_of_treaty = has(b"treaty") || has(b"dates");
    let is_of_timeline_js = has(b"start_date");
    let is_of_simile = has(b"durationEvent") || (has(b"start") && has(b"title") && !has(b"label"));
    !has(b"lane") && (is_of_treaty || is_of_timeline_js || is_of_simile)
}

/// Scans a JSON text that may be cut off anywhere.
struct Scanner<'a> {
    text: &'a [u8],
    offset: usize,
}

impl<'a> Scanner<'a> {
    fn skip_space(&mut self) {
        while matches!(self.text.get(self.offset), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.offset += 1;
        }
    }

    /// Skips a byte, and the white space before it.
    fn take(&mut self, byte: u8) -> Option<()> {
        self.skip_space();
        (self.text.get(self.offset) == Some(&byte)).then(|| self.offset += 1)
    }

    /// The next string as written, without its quotation marks.
    fn string(&mut self) -> Option<&'a [u8]> {
        self.take(b'"')?;
        let start = self.offset;
        loop {
            let found = memchr::memchr2(b'"', b'\\', self.text.get(self.offset..)?)?;
            let end = self.offset + found;
            if self.text.get(end) == Some(&b'"') {
                self.offset = end + 1;
                return self.text.get(start..end);
            }
            // A backslash, and the character it escapes.
            self.offset = end + 2;
        }
    }

    /// Skips to the comma or the bracket after a value.
    fn skip_value(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            match self.text.get(self.offset)? {
                b'"' => {
                    self.string()?;
                }
                b',' | b'}' | b']' if depth == 0 => return Some(()),
                b'{' | b'[' => {
                    depth += 1;
                    self.offset += 1;
                }
                b'}' | b']' => {
                    depth -= 1;
                    self.offset += 1;
                }
                _ => self.offset += 1,
            }
        }
    }

    /// Collects the names of an object's fields; `None` where it ends.
    fn collect_names(&mut self, names: &mut Vec<&'a [u8]>) -> Option<()> {
        self.take(b'{')?;
        loop {
            names.push(self.string()?);
            self.take(b':')?;
            self.skip_value()?;
            self.take(b',')?;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lanes_files_are_told_by_their_events_wherever_these_are() {
        let record = r#"{"id":1,"lane":"L","start":"1957","label":"x"}"#;
        for lanes in [
            format!(r#"{{"events":[{record}]}}"#),
            format!(r#"{{"title":"My \"lanes\", [all]","options":{{"a":[1,"}}"]}},"events":[{record}"#),
            r#"{"title":"T","events":["#.to_owned(),
            r#"{"events":[{"id":1,"start":"1957"}]}"#.to_owned(),
            format!("\u{feff}{{\n\"events\" : [ {record} ] }}"),
        ] {
            assert!(is_lanes_file(lanes.as_bytes()), "{lanes}");
        }
        for other in [
            r#"{"format":"treaty-timeline/1","events":[]}"#,
            r#"{"title":"T","treaties":[],"events":[]}"#,
            r#"{"events":[{"id":"a","treaty":"t","type":"signed","dates":[]}],"format":"treaty-timeline/1"}"#,
            r#"{"title":{"text":{}},"events":[{"start_date":{"year":"1957"},"text":{"headline":"x"}}]}"#,
            r#"{"dateTimeFormat":"iso8601","events":[{"start":"1957","title":"x","durationEvent":false}]}"#,
            r#"{"title":"T","lanes":[]}"#,
            r#"{"title":"T"#,
            "[]",
        ] {
            assert!(!is_lanes_file(other.as_bytes()), "{other}");
        }
    }
}
