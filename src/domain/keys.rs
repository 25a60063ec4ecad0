//! Finding an item by its id in the file without a walk over all of them.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::OnceLock;

/// The items of a table in the order of a hash of their ids, put in that order when one is first looked for.
///
/// In each entry the upper half is the hash and the lower the index: eight bytes for an item, and no id is copied.
#[derive(Clone, Debug, Default)]
pub(super) struct Keys(OnceLock<Vec<u64>>);

impl Keys {
    /// The index of the first item with this id in a table of `len`; `key_of` gives the id at an index.
    pub(super) fn find<'a>(&self, key: &str, len: usize, key_of: impl Fn(usize) -> &'a str) -> Option<usize> {
        let entries = self.0.get_or_init(|| {
            let mut entries: Vec<u64> =
                (0..len).map(|index| hash(key_of(index)) << 32 | index as u64).collect();
            entries.sort_unstable();
            entries
        });
        let hash = hash(key);
        let from = entries.partition_point(|entry| entry >> 32 < hash);
        let alike = entries[from..].iter().take_while(|&entry| entry >> 32 == hash);
        alike.map(|entry| (entry & u64::from(u32::MAX)) as usize).find(|&index| key_of(index) == key)
    }
}

/// A hash of 32 bits.
fn hash(key: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    hasher.finish() >> 32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_is_found_by_its_id_and_of_equal_ids_the_first() {
        let ids: Vec<String> = (0..5_000).map(|i| format!("id {}", i % 4_000)).collect();
        let keys = Keys::default();
        let find = |key: &str| keys.find(key, ids.len(), |index| ids[index].as_str());
        for (index, id) in ids.iter().enumerate() {
            assert_eq!(find(id), Some(index % 4_000));
        }
        assert_eq!(find("id 4000"), None);
        assert_eq!(Keys::default().find("x", 0, |_| ""), None);
    }
}
