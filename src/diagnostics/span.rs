//! A stretch of a text.

/// A stretch of bytes of a text, `start` included, `end` not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
}

impl Span {
    /// An empty span before a byte.
    pub fn at(start: usize) -> Self {
        Self { start, end: start }
    }
}
