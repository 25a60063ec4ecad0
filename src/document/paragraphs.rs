//! Builds the text of a page paragraph by paragraph, and drops parts that turn out not to belong to it.

use std::ops::Range;

/// The separator before the next text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Break {
    None,
    Space,
    Tab,
    Line,
    Paragraph,
}

/// A text under construction.
pub(super) struct Paragraphs {
    text: String,
    pending: Break,
    /// Where the current paragraph begins.
    start: usize,
    /// Number of its characters outside links.
    own: usize,
    /// Whether it has already ended.
    is_ended: bool,
    /// Whether an opening mark was written last, after which no space comes.
    is_opened: bool,
    /// Dropped parts of the text, in order.
    dropped: Vec<Range<usize>>,
    /// Quoted blocks, in order.
    quoted: Vec<Range<usize>>,
}

/// A saved state of the text.
pub(super) struct Mark {
    len: usize,
    pending: Break,
    start: usize,
    own: usize,
    is_ended: bool,
}

impl Paragraphs {
    pub(super) fn new() -> Self {
        Self {
            text: String::new(),
            pending: Break::None,
            start: 0,
            own: 0,
            is_ended: true,
            is_opened: false,
            dropped: Vec::new(),
            quoted: Vec::new(),
        }
    }

    /// The earliest offset of the next character.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    pub(super) fn since(&self, start: usize) -> &str {
        self.text.get(start..).unwrap_or_default()
    }

    /// Writes HTML text, with white space collapsed. No-break spaces are kept.
    pub(super) fn flow(&mut self, text: &str, is_link: bool) {
        for (index, word) in text.split(|c: char| c.is_ascii_whitespace()).enumerate() {
            if index > 0 {
                self.ask(Break::Space);
            }
            if !word.is_empty() {
                self.write(word, is_link);
            }
        }
    }

    /// Writes text unchanged, as in `pre`.
    pub(super) fn keep(&mut self, text: &str, is_link: bool) {
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                let is_blank = self.pending >= Break::Line;
                self.ask(if is_blank { Break::Paragraph } else { Break::Line });
            }
            let line = line.trim_end_matches('\r');
            if !line.is_empty() {
                self.write(line, is_link);
            }
        }
    }

    fn write(&mut self, text: &str, is_link: bool) {
        if !self.text.is_empty() {
            self.text.push_str(match self.pending {
                Break::None => "",
                Break::Space => " ",
                Break::Tab => "\t",
                Break::Line => "\n",
                Break::Paragraph => "\n\n",
            });
        }
        if self.pending == Break::Paragraph {
            self.start = self.text.len();
            self.own = 0;
        }
        self.is_ended = false;
        self.is_opened = false;
        let space = usize::from(self.pending > Break::None);
        self.pending = Break::None;
        if !is_link {
            self.own += space + text.chars().count();
        }
        self.text.extend(text.chars().filter(|&c| c == '\t' || !c.is_control()));
    }

    /// Writes an opening quotation mark, followed by no space.
    pub(super) fn open(&mut self, mark: &str, is_link: bool) {
        self.write(mark, is_link);
        self.is_opened = true;
    }

    /// Writes a closing quotation mark; a space before it moves behind it.
    pub(super) fn close(&mut self, mark: &str, is_link: bool) {
        let has_space = self.pending == Break::Space;
        if has_space {
            self.pending = Break::None;
        }
        self.write(mark, is_link);
        if has_space {
            self.ask(Break::Space);
        }
    }

    /// Marks what was written from an offset on as a quoted block.
    pub(super) fn quote(&mut self, start: usize) {
        if start < self.text.len() {
            self.quoted.push(start..self.text.len());
        }
    }

    /// Extends the last quoted block by what was written from an offset on, if the block ends right before it: an
    /// attribution.
    pub(super) fn extend_quote(&mut self, start: usize) {
        let Some(last) = self.quoted.last_mut() else { return };
        if self.text.get(last.end..start).is_some_and(|between| between.trim().is_empty()) {
            last.end = self.text.len();
        }
    }

    /// Requests at least this break next.
    pub(super) fn ask(&mut self, wanted: Break) {
        if wanted != Break::Space || !self.is_opened {
            self.pending = self.pending.max(wanted);
        }
    }

    /// A line break; two in a row end the paragraph.
    pub(super) fn line(&mut self) {
        self.ask(if self.pending == Break::Line { Break::Paragraph } else { Break::Line });
    }

    /// Number of characters outside links in the current paragraph.
    pub(super) fn own(&self) -> usize {
        self.own
    }

    /// Ends the paragraph, which is dropped unless it is kept or began before a mark.
    pub(super) fn end(&mut self, is_kept: bool, since: &Mark) {
        if self.is_ended {
            return;
        }
        self.is_ended = true;
        if !is_kept && self.start >= since.len && self.start < self.text.len() {
            self.dropped.push(self.start..self.text.len());
        }
    }

    /// Saves the state.
    pub(super) fn mark(&self) -> Mark {
        Mark {
            len: self.text.len(),
            pending: self.pending,
            start: self.start,
            own: self.own,
            is_ended: self.is_ended,
        }
    }

    /// Removes everything written after a mark.
    pub(super) fn forget(&mut self, mark: &Mark) {
        self.text.truncate(mark.len);
        (self.pending, self.start, self.own) = (mark.pending, mark.start, mark.own);
        self.is_ended = mark.is_ended;
        self.is_opened = false;
        for parts in [&mut self.dropped, &mut self.quoted] {
            while parts.last().is_some_and(|last| last.end > mark.len) {
                parts.pop();
            }
        }
    }

    /// The text, and its quoted blocks. Dropped parts are restored if they are longer than the rest: then they were
    /// the document.
    pub(super) fn finish(mut self) -> (String, Vec<Range<usize>>) {
        let dropped: usize = self.dropped.iter().map(|range| range.len()).sum();
        if dropped == 0 || dropped * 2 > self.text.len() {
            return (self.text, self.quoted);
        }
        let mut kept = String::with_capacity(self.text.len() - dropped);
        let mut quoted = std::mem::take(&mut self.quoted).into_iter().peekable();
        let mut moved = Vec::new();
        let mut at = 0;
        for range in self.dropped.iter().chain([&(self.text.len()..self.text.len())]) {
            let whole = &self.text[at..range.start];
            let part = whole.trim_matches('\n');
            if !part.is_empty() {
                if !kept.is_empty() {
                    kept.push_str("\n\n");
                }
                let start = at + whole.len() - whole.trim_start_matches('\n').len();
                // A quoted block is never dropped; if it still spans two parts, only its beginning counts.
                while let Some(range) = quoted.next_if(|quoted| quoted.start < start + part.len()) {
                    let from = range.start.max(start) - start;
                    let to = range.end.min(start + part.len()).max(start) - start;
                    if from < to {
                        moved.push(kept.len() + from..kept.len() + to);
                    }
                }
                kept.push_str(part);
            }
            at = range.end;
        }
        (kept, moved)
    }
}
