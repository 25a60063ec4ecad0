//! A range of bytes of a text.

/// A half-open range of bytes of a text.
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
