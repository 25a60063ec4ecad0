//! How a data file is indented, so that what is added to it looks like the rest.

use serde::Serialize;
use serde_json::ser::PrettyFormatter;

/// How a file is indented.
pub(crate) struct IndentStyle {
    /// One level; `None` where everything is on one line.
    level: Option<String>,
    line_end: &'static str,
}

impl IndentStyle {
    /// The style of a file, from its second line.
    pub(crate) fn of(text: &str) -> Self {
        let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let mut lines = text.lines().skip(1).filter(|line| !line.trim().is_empty());
        let level = lines.next().map(|line| {
            let indent: String = line.chars().take_while(|c| matches!(c, ' ' | '\t')).take(8).collect();
            if indent.is_empty() { "  ".to_owned() } else { indent }
        });
        Self { level, line_end }
    }

    /// One level of indentation; `None` where everything is on one line.
    pub(crate) fn level(&self) -> Option<&str> {
        self.level.as_deref()
    }

    /// How its lines end.
    pub(crate) fn line_end(&self) -> &'static str {
        self.line_end
    }

    /// A line break and the indentation of a line at a depth; nothing where everything is on one line.
    pub(super) fn line(&self, depth: usize) -> String {
        self.level
            .as_ref()
            .map_or_else(String::new, |level| format!("{}{}", self.line_end, level.repeat(depth)))
    }

    /// A record as an item of one of the file's lists.
    pub(super) fn record(&self, record: &impl Serialize) -> serde_json::Result<String> {
        let Some(level) = &self.level else { return serde_json::to_string(record) };
        let mut json = Vec::new();
        let formatter = PrettyFormatter::with_indent(level.as_bytes());
        record.serialize(&mut serde_json::Serializer::with_formatter(&mut json, formatter))?;
        Ok(String::from_utf8_lossy(&json).replace('\n', &self.line(2)))
    }
}
