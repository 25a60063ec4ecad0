//! Builds the text of a page, paragraph by paragraph, and leaves out what turns out not to belong to it.

use std::ops::Range;

/// What comes between what was written and what will be.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Break {
    None,
    Space,
    Tab,
    Line,
    Paragraph,
}

/// A text that grows.
pub(super) struct Paragraphs {
    text: String,
    pending: Break,
    /// Where the paragraph that is being written begins.
    start: usize,
    /// Characters of it that are not links.
    own: usize,
    /// Whether it has ended already.
    is_ended: bool,
    /// Whether an opening mark was written last, which is close to what follows.
    is_opened: bool,
    /// Parts of the text that are no part of the document, in order.
    dropped: Vec<Range<usize>>,
    /// Parts that are set off as words of others, in order.
    quoted: Vec<Range<usize>>,
}

/// How a text stood at some time.
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

    /// Where the next character will stand, at the earliest.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    pub(super) fn since(&self, start: usize) -> &str {
        self.text.get(start..).unwrap_or_default()
    }

    /// Writes text as HTML has it: white space is one space. Spaces that do not break are kept.
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

    /// Writes text as it is, as in `pre`.
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

    /// Writes a quotation mark that opens: no space comes after it.
    pub(super) fn open(&mut self, mark: &str, is_link: bool) {
        self.write(mark, is_link);
        self.is_opened = true;
    }

    /// Writes a quotation mark that closes: a space before it comes after it.
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

    /// What was written from an offset on is set off as words of others.
    pub(super) fn quote(&mut self, start: usize) {
        if start < self.text.len() {
            self.quoted.push(start..self.text.len());
        }
    }

    /// What was written from an offset on belongs to the words of others, if they end right before it: it says whose they are.
    pub(super) fn quote_on(&mut self, start: usize) {
        let Some(last) = self.quoted.last_mut() else { return };
        if self.text.get(last.end..start).is_some_and(|between| between.trim().is_empty()) {
            last.end = self.text.len();
        }
    }

    /// Sees to it that a break comes next.
    pub(super) fn ask(&mut self, wanted: Break) {
        if wanted != Break::Space || !self.is_opened {
            self.pending = self.pending.max(wanted);
        }
    }

    /// A line break; two of them in a row make a paragraph.
    pub(super) fn line(&mut self) {
        self.ask(if self.pending == Break::Line { Break::Paragraph } else { Break::Line });
    }

    /// How many characters of the paragraph that is being written are not links.
    pub(super) fn own(&self) -> usize {
        self.own
    }

    /// The paragraph ends; unless it is kept, and if it began after a mark, it is left out of the document.
    pub(super) fn end(&mut self, is_kept: bool, since: &Mark) {
        if self.is_ended {
            return;
        }
        self.is_ended = true;
        if !is_kept && self.start >= since.len && self.start < self.text.len() {
            self.dropped.push(self.start..self.text.len());
        }
    }

    /// Remembers the state.
    pub(super) fn mark(&self) -> Mark {
        Mark {
            len: self.text.len(),
            pending: self.pending,
            start: self.start,
            own: self.own,
            is_ended: self.is_ended,
        }
    }

    /// Forgets everything that came after a mark.
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

    /// The text, and the parts of it that are set off as words of others. What was dropped comes back where it is more
    /// than what is left: then it was the document.
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
                // What is quoted is never dropped, so that it lies in one part; of one that does not, the beginning counts.
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
