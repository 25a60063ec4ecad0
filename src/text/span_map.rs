//! Maps offsets in a folded text back to its source.

use std::ops::Range;

/// A segment of a folded text.
#[derive(Clone, Copy, Debug)]
struct Segment {
    /// Its start in the folded text.
    folded: u32,
    /// The start of its source.
    source: u32,
    /// The end of its source; 0 if every byte stands for a byte.
    source_end: u32,
}

/// The map. Most of a text has the same length as its source, byte for byte, so few segments are needed.
#[derive(Clone, Debug, Default)]
pub struct SpanMap(Vec<Segment>);

impl SpanMap {
    /// From `folded` on, each byte stands for one of the source from `source` on.
    pub fn verbatim(&mut self, folded: usize, source: usize) {
        if let Some(last) = self.0.last()
            && last.source_end == 0
            && source.wrapping_sub(folded) == (last.source as usize).wrapping_sub(last.folded as usize)
        {
            return;
        }
        self.0.push(Segment { folded: folded as u32, source: source as u32, source_end: 0 });
    }

    /// From `folded` on, everything stands for all of `source`.
    pub fn whole(&mut self, folded: usize, source: Range<usize>) {
        self.0.push(Segment {
            folded: folded as u32,
            source: source.start as u32,
            source_end: source.end as u32,
        });
    }

    fn at(&self, folded: usize) -> Option<Segment> {
        let after = self.0.partition_point(|segment| segment.folded as usize <= folded);
        after.checked_sub(1).map(|index| self.0[index])
    }

    /// The source of a range. Its ends are on character boundaries if those of `folded` are.
    pub fn source(&self, folded: Range<usize>) -> Range<usize> {
        let start = self.at(folded.start).map_or(0, |segment| {
            segment.source as usize
                + if segment.source_end == 0 { folded.start - segment.folded as usize } else { 0 }
        });
        if folded.is_empty() {
            return start..start;
        }
        // The end is that of the last byte, not the beginning of what follows, so that omitted text stays out.
        let end = self.at(folded.end - 1).map_or(start, |segment| match segment.source_end {
            0 => segment.source as usize + (folded.end - segment.folded as usize),
            end => end as usize,
        });
        start..end.max(start)
    }

    /// The sources of consecutive ranges. A ligature shared by two of them belongs to the first.
    pub fn sources(&self, folded: &[Range<usize>]) -> Vec<Range<usize>> {
        let mut least = 0;
        let source = |part: &Range<usize>| {
            let source = self.source(part.clone());
            let start = source.start.max(least);
            least = source.end.max(start);
            start..least
        };
        folded.iter().map(source).filter(|part| !part.is_empty()).collect()
    }
}
