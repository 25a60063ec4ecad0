//! Finds an item of a table by its id in the file.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::OnceLock;

/// An index over the ids of a table, built at the first search.
///
/// Each entry holds the hash of an id in its upper half and the item's index in the lower, in order: eight bytes for an
/// item, and no id is copied.
#[derive(Clone, Debug, Default)]
pub(super) struct Keys(OnceLock<Vec<u64>>);

impl Keys {
    /// The index of the first item with this id; `items` is the same table at each call.
    pub(super) fn find<T>(&self, key: &str, items: &[T], key_of: impl Fn(&T) -> &str) -> Option<usize> {
        let entries = self.0.get_or_init(|| {
            let entry = |(index, item)| hash(key_of(item)) << 32 | index as u64;
            let mut entries: Vec<u64> = items.iter().enumerate().map(entry).collect();
            entries.sort_unstable();
            entries
        });
        let hash = hash(key);
        let first = entries.partition_point(|entry| entry >> 32 < hash);
        let same_hash = entries[first..].iter().take_while(|&entry| entry >> 32 == hash);
        same_hash
            .map(|entry| (entry & u64::from(u32::MAX)) as usize)
            .find(|&index| key_of(&items[index]) == key)
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
        let find = |key: &str| keys.find(key, &ids, String::as_str);
        for (index, id) in ids.iter().enumerate() {
            assert_eq!(find(id), Some(index % 4_000));
        }
        assert_eq!(find("id 4000"), None);
        assert_eq!(Keys::default().find("x", &[], String::as_str), None);
    }
}
