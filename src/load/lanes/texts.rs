//! Ids and labels of events, compressed: most are never shown, and as strings they would take half of the memory.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use crate::domain::Texts;

/// Events per block, of labels: a whole block is unpacked to read one text.
const PER_BLOCK: usize = 32;
/// How many recently used texts are kept unpacked.
const MAX_RECENT: usize = 8192;

/// Packs the texts of a chunk of the file, block by block.
#[derive(Clone, Debug)]
pub(in crate::load) struct TextsBuilder {
    packed: Vec<u8>,
    /// The end of each block in `packed`.
    ends: Vec<usize>,
    /// The block that is being filled.
    block: Vec<u8>,
    block_len: usize,
    /// Events per block.
    per_block: usize,
    len: u32,
}

impl Default for TextsBuilder {
    fn default() -> Self {
        Self::with_block(PER_BLOCK)
    }
}

impl TextsBuilder {
    /// One with so many events in a block: fewer where texts are long.
    pub(in crate::load) fn with_block(per_block: usize) -> Self {
        Self {
            packed: Vec::new(),
            ends: Vec::new(),
            block: Vec::new(),
            block_len: 0,
            per_block: per_block.max(1),
            len: 0,
        }
    }

    /// Adds the texts of the next event.
    pub(in crate::load) fn push(&mut self, id: &str, label: &str) {
        for text in [id, label] {
            self.block.extend_from_slice(&(text.len() as u32).to_le_bytes());
            self.block.extend_from_slice(text.as_bytes());
        }
        self.block_len += 1;
        self.len += 1;
        if self.block_len == self.per_block {
            self.close();
        }
    }

    /// Packs the last block.
    pub(in crate::load) fn finish(&mut self) {
        if self.block_len > 0 {
            self.close();
        }
        self.block = Vec::new();
    }

    fn close(&mut self) {
        let before = self.packed.len();
        let max_len = lz4_flex::block::get_maximum_output_size(self.block.len());
        self.packed.extend_from_slice(&(self.block.len() as u32).to_le_bytes());
        self.packed.resize(before + 4 + max_len, 0);
        let buffer = self.packed.get_mut(before + 4..).unwrap_or_default();
        // The buffer has room for the worst case, so this cannot fail; if it did, these texts would be empty.
        let written = lz4_flex::block::compress_into(&self.block, buffer).unwrap_or_default();
        self.packed.truncate(before + 4 + written);
        self.ends.push(self.packed.len());
        self.block.clear();
        self.block_len = 0;
    }
}

/// The texts of all events, by index in the file.
#[derive(Debug, Default)]
pub(in crate::load) struct PackedTexts {
    chunks: Vec<PackedChunk>,
    len: u32,
    recent: Mutex<RecentTexts>,
}

/// The packed texts of one chunk of the file. All its blocks but the last are full, so that a block is found by
/// division: a search among three hundred thousand cost more than unpacking.
#[derive(Debug)]
struct PackedChunk {
    /// The index of the first event.
    first: u32,
    /// Events per block.
    per_block: usize,
    packed: Box<[u8]>,
    ends: Box<[usize]>,
}

/// Recently used texts.
#[derive(Debug, Default)]
struct RecentTexts {
    texts: HashMap<u32, (String, String)>,
    /// Buffer for unpacking: a frame of new labels unpacks about a thousand blocks.
    block: Vec<u8>,
}

impl PackedTexts {
    /// Appends the texts of the next chunk.
    pub(in crate::load) fn extend(&mut self, chunk: TextsBuilder) {
        let (packed, ends) = (chunk.packed.into_boxed_slice(), chunk.ends.into_boxed_slice());
        let (first, per_block) = (self.len, chunk.per_block);
        self.chunks.push(PackedChunk { first, per_block, packed, ends });
        self.len += chunk.len;
    }
}

impl Texts for PackedTexts {
    fn get(&self, index: u32) -> (String, String) {
        let mut recent = self.recent.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(texts) = recent.texts.get(&index) {
            return texts.clone();
        }
        let texts = self.unpack(index, &mut recent.block).unwrap_or_default();
        if recent.texts.len() >= MAX_RECENT {
            recent.texts.clear();
        }
        recent.texts.insert(index, texts.clone());
        texts
    }
}

impl PackedTexts {
    fn unpack(&self, index: u32, buffer: &mut Vec<u8>) -> Option<(String, String)> {
        let chunk_index = self.chunks.partition_point(|chunk| chunk.first <= index).checked_sub(1)?;
        let chunk = self.chunks.get(chunk_index)?;
        let in_chunk = (index - chunk.first) as usize;
        let (size, packed) = chunk.block(in_chunk / chunk.per_block)?;
        if buffer.len() < size {
            buffer.resize(size, 0);
        }
        let size = lz4_flex::block::decompress_into(packed, buffer).ok()?;
        let mut rest = buffer.get(..size)?;
        let mut next = || -> Option<&[u8]> {
            let (len, after) = rest.split_first_chunk::<4>()?;
            let (text, after) = after.split_at_checked(u32::from_le_bytes(*len) as usize)?;
            rest = after;
            Some(text)
        };
        for _ in 0..2 * (in_chunk % chunk.per_block) {
            next()?;
        }
        let mut text = || Some(String::from_utf8_lossy(next()?).into_owned());
        Some((text()?, text()?))
    }
}

impl PackedChunk {
    /// The unpacked size of a block, and its packed bytes.
    fn block(&self, number: usize) -> Option<(usize, &[u8])> {
        let end = *self.ends.get(number)?;
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let (size, packed) = self.packed.get(start..end)?.split_first_chunk::<4>()?;
        Some((u32::from_le_bytes(*size) as usize, packed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_found_again_across_blocks_and_chunks() {
        let mut texts = PackedTexts::default();
        let mut index = 0;
        for chunk_len in [1, 127, 128, 129, 1000] {
            let mut chunk = TextsBuilder::default();
            for _ in 0..chunk_len {
                chunk.push(&index.to_string(), &format!("Договор № {index}"));
                index += 1;
            }
            chunk.finish();
            texts.extend(chunk);
        }
        for index in 0..index {
            assert_eq!(texts.get(index), (index.to_string(), format!("Договор № {index}")));
        }
        assert_eq!(texts.get(index), Default::default());
    }
}
