//! Where the list of events begins in a lanes file: the members of a JSON object have no order, so others may
//! stand before it.

/// Members that only datasets of treaties have.
const OF_TREATIES: [&[u8]; 7] =
    [b"format", b"parties", b"speakers", b"treaties", b"sources", b"statements", b"series"];

/// Whether a file that begins so is one of bulk lanes: an object with a list of events that are not another
/// program's or a treaty's, as far as the first of them tells.
pub(super) fn is_lanes_file(head: &[u8]) -> bool {
    list_of_events(head).is_some_and(|start| !is_foreign(Look { text: head, at: start }))
}

/// The byte behind the bracket that opens the list of events; `None` if the text does not come to one, or is a dataset
/// of treaties.
pub(super) fn list_of_events(text: &[u8]) -> Option<usize> {
    let mut look = Look { text, at: if text.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 } };
    look.take(b'{')?;
    loop {
        let name = look.string()?;
        look.take(b':')?;
        if name == b"events" {
            look.take(b'[')?;
            return Some(look.at);
        }
        if OF_TREATIES.contains(&name) {
            return None;
        }
        look.skip_value()?;
        look.take(b',')?;
    }
}

/// Whether the first record is that of a treaty's event or of another program. One that breaks off is judged by what
/// there is of it.
fn is_foreign(mut look: Look<'_>) -> bool {
    let mut names: Vec<&[u8]> = Vec::new();
    look.collect_names(&mut names);
    let has = |name: &[u8]| names.contains(&name);
    let is_of_treaty = has(b"treaty") || has(b"dates");
    let is_of_timeline_js = has(b"start_date");
    let is_of_simile = has(b"durationEvent") || (has(b"start") && has(b"title") && !has(b"label"));
    !has(b"lane") && (is_of_treaty || is_of_timeline_js || is_of_simile)
}

/// A look at a JSON text that may break off anywhere.
struct Look<'a> {
    text: &'a [u8],
    at: usize,
}

impl<'a> Look<'a> {
    fn skip_space(&mut self) {
        while matches!(self.text.get(self.at), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// Passes over a byte, and the space before it.
    fn take(&mut self, byte: u8) -> Option<()> {
        self.skip_space();
        (self.text.get(self.at) == Some(&byte)).then(|| self.at += 1)
    }

    /// A string as it is written, without its quotation marks.
    fn string(&mut self) -> Option<&'a [u8]> {
        self.take(b'"')?;
        let start = self.at;
        loop {
            let found = memchr::memchr2(b'"', b'\\', self.text.get(self.at..)?)?;
            let end = self.at + found;
            if self.text.get(end) == Some(&b'"') {
                self.at = end + 1;
                return self.text.get(start..end);
            }
            // A backslash, and what it escapes.
            self.at = end + 2;
        }
    }

    /// Goes on to the comma or the bracket behind a value.
    fn skip_value(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            match self.text.get(self.at)? {
                b'"' => {
                    self.string()?;
                }
                b',' | b'}' | b']' if depth == 0 => return Some(()),
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' => {
                    depth -= 1;
                    self.at += 1;
                }
                _ => self.at += 1,
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
    fn bulk_lanes_are_told_by_their_events_wherever_these_stand() {
        let record = r#"{"id":1,"lane":"L","start":"1957","label":"x"}"#;
        for plain in [
            format!(r#"{{"events":[{record}]}}"#),
            format!(r#"{{"title":"My \"lanes\", [all]","options":{{"a":[1,"}}"]}},"events":[{record}"#),
            r#"{"title":"T","events":["#.to_owned(),
            r#"{"events":[{"id":1,"start":"1957"}]}"#.to_owned(),
            format!("\u{feff}{{\n\"events\" : [ {record} ] }}"),
        ] {
            assert!(is_lanes_file(plain.as_bytes()), "{plain}");
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
