//! The beginning of a long text, for a line that has no room for all of it.

use super::first_clusters;

/// As many whole words of a text as `chars` clusters have room for, with "…" where it goes on. A single word that is
/// longer is cut.
pub fn first_words(text: &str, chars: usize) -> String {
    let head = first_clusters(text, chars);
    if head.len() == text.len() {
        return text.to_owned();
    }
    let end = head.rfind(char::is_whitespace).unwrap_or(head.len());
    format!("{}…", head[..end].trim_end_matches([',', ' ', ';', ':']))
}
