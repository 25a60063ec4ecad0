//! Ids and labels of events, packed: most are never looked at, and plain they would be half of what a file takes.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::domain::Texts;

/// Events whose texts are packed together: what has to be unpacked to read one.
const PER_BLOCK: usize = 32;
/// So many texts that were asked for last are kept unpacked.
const KEPT: usize = 8192;

/// Packed blocks of texts in the making.
#[derive(Clone, Debug, Default)]
pub(super) struct TextsBuilder {
    blocks: Vec<Block>,
    open: Vec<u8>,
    in_open: usize,
    len: u32,
}

/// The texts of a run of events.
#[derive(Clone, Debug)]
struct Block {
    /// The place of the first.
    first: u32,
    packed: Arc<[u8]>,
}

impl TextsBuilder {
    /// Adds the texts of the next event.
    pub(super) fn push(&mut self, id: &str, label: &str) {
        for text in [id, label] {
            self.open.extend_from_slice(&(text.len() as u32).to_le_bytes());
            self.open.extend_from_slice(text.as_bytes());
        }
        self.in_open += 1;
        self.len += 1;
        if self.in_open == PER_BLOCK {
            self.close();
        }
    }

    /// Packs what is left.
    pub(super) fn finish(&mut self) {
        if self.in_open > 0 {
            self.close();
        }
        self.open = Vec::new();
    }

    fn close(&mut self) {
        let packed = lz4_flex::block::compress_prepend_size(&self.open).into();
        self.blocks.push(Block { first: self.len - self.in_open as u32, packed });
        self.open.clear();
        self.in_open = 0;
    }
}

/// The texts of all events, by place in the file.
#[derive(Debug, Default)]
pub(super) struct PackedTexts {
    blocks: Vec<Block>,
    len: u32,
    lately: Mutex<Lately>,
}

/// What was asked for last.
#[derive(Debug, Default)]
struct Lately {
    texts: HashMap<u32, (String, String)>,
    /// Where blocks are unpacked: a frame of new labels unpacks some thousand.
    block: Vec<u8>,
}

impl PackedTexts {
    /// Adds the texts of the next chunk.
    pub(super) fn extend(&mut self, chunk: TextsBuilder) {
        let before = self.len;
        self.blocks.extend(
            chunk.blocks.into_iter().map(|block| Block { first: before + block.first, packed: block.packed }),
        );
        self.len += chunk.len;
    }
}

impl Texts for PackedTexts {
    fn get(&self, place: u32) -> (String, String) {
        let mut lately = self.lately.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(texts) = lately.texts.get(&place) {
            return texts.clone();
        }
        let texts = self.unpack(place, &mut lately.block).unwrap_or_default();
        if lately.texts.len() >= KEPT {
            lately.texts.clear();
        }
        lately.texts.insert(place, texts.clone());
        texts
    }
}

impl PackedTexts {
    fn unpack(&self, place: u32, room: &mut Vec<u8>) -> Option<(String, String)> {
        let index = self.blocks.partition_point(|block| block.first <= place).checked_sub(1)?;
        let block = self.blocks.get(index)?;
        let (size, packed) = lz4_flex::block::uncompressed_size(&block.packed).ok()?;
        if room.len() < size {
            room.resize(size, 0);
        }
        let size = lz4_flex::block::decompress_into(packed, room).ok()?;
        let mut rest = room.get(..size)?;
        let mut next = || -> Option<&[u8]> {
            let (len, after) = rest.split_first_chunk::<4>()?;
            let (text, after) = after.split_at_checked(u32::from_le_bytes(*len) as usize)?;
            rest = after;
            Some(text)
        };
        for _ in 0..2 * (place - block.first) {
            next()?;
        }
        let mut text = || Some(String::from_utf8_lossy(next()?).into_owned());
        Some((text()?, text()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_found_again_across_blocks_and_chunks() {
        let mut texts = PackedTexts::default();
        let mut place = 0;
        for chunk_len in [1, 127, 128, 129, 1000] {
            let mut chunk = TextsBuilder::default();
            for _ in 0..chunk_len {
                chunk.push(&place.to_string(), &format!("Договор № {place}"));
                place += 1;
            }
            chunk.finish();
            texts.extend(chunk);
        }
        for place in 0..place {
            assert_eq!(texts.get(place), (place.to_string(), format!("Договор № {place}")));
        }
        assert_eq!(texts.get(place), Default::default());
    }
}
