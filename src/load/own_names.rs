//! Names that a dataset gives itself: types of event and tags, each once and in the order in which they first occur.

use std::collections::HashMap;
use std::path::Path;

use crate::domain::EventKind;

use super::resolve::distance;

/// The names of a dataset's own, while its events are read.
#[derive(Default)]
pub(super) struct OwnNames {
    pub(super) types: Names,
    pub(super) tags: Names,
    /// Whether they come from another format, where a type that is nearly one of the format's is no slip.
    pub(super) is_foreign: bool,
}

/// Names, each once, in the order in which they first occur.
#[derive(Default)]
pub(super) struct Names {
    indices: HashMap<Box<str>, usize>,
    list: Vec<Box<str>>,
}

impl Names {
    /// The index of a name, and whether it occurs for the first time.
    pub(super) fn index_of(&mut self, name: &str) -> (usize, bool) {
        if let Some(&index) = self.indices.get(name) {
            return (index, false);
        }
        let index = self.list.len();
        self.indices.insert(name.into(), index);
        self.list.push(name.into());
        (index, true)
    }

    /// The name at an index; empty beyond the last.
    pub(super) fn name(&self, index: usize) -> &str {
        self.list.get(index).map_or("", |name| name)
    }

    /// All names.
    pub(super) fn into_list(self) -> Vec<Box<str>> {
        self.list
    }
}

/// The type of the format that a name is nearly spelled like: one edit for three letters.
pub(super) fn nearly_known(name: &str) -> Option<&'static str> {
    // Nothing that long is a typing error.
    if name.len() > 60 {
        return None;
    }
    let name = name.replace([' ', '-'], "_");
    let keys = EventKind::ALL.iter().map(|kind| kind.key());
    let (edits, key) = keys.map(|key| (distance(key, &name), key)).min()?;
    (edits * 3 <= name.chars().count()).then_some(key)
}

/// Whether a path has the file extension of a picture without scripts.
pub(super) fn is_picture(path: &str) -> bool {
    const EXTENSIONS: [&str; 8] = ["png", "jpg", "jpeg", "gif", "webp", "bmp", "tif", "tiff"];
    let extension = Path::new(path).extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|own| EXTENSIONS.iter().any(|extension| own.eq_ignore_ascii_case(extension)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_that_is_spelled_almost_like_one_of_the_format_is_told_from_one_of_its_own() {
        for (name, nearest) in [
            ("singed", Some("signed")),
            ("Signed", Some("signed")),
            ("entered into force", Some("entered_into_force")),
            ("Meetings", Some("meeting")),
            ("Battle", None),
            ("War", None),
            ("Выборы", None),
        ] {
            assert_eq!(nearly_known(name), nearest, "{name}");
        }
    }

    #[test]
    fn names_keep_the_order_in_which_they_first_occur() {
        let mut names = Names::default();
        let indices = ["b", "a", "b"].map(|name| names.index_of(name));
        assert_eq!(indices, [(0, true), (1, true), (0, false)]);
        assert_eq!(names.name(1), "a");
        assert_eq!(names.into_list(), ["b".into(), "a".into()] as [Box<str>; 2]);
    }

    #[test]
    fn a_picture_is_known_by_its_extension() {
        assert!(is_picture("pictures/Signing.JPG") && is_picture("a.png"));
        assert!(!is_picture("a.exe") && !is_picture("png") && !is_picture("a.svg"));
    }
}
