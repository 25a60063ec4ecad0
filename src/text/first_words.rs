//! Shortens a long text to its first words.

use super::first_clusters;

/// As many whole words of a text as fit into `chars` clusters, with "…" if it continues. A single longer word is cut.
pub fn first_words(text: &str, chars: usize) -> String {
    let head = first_clusters(text, chars);
    if head.len() == text.len() {
        return text.to_owned();
    }
    let end = head.rfind(char::is_whitespace).unwrap_or(head.len());
    format!("{}…", head[..end].trim_end_matches([',', ' ', ';', ':']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_ends_with_a_whole_word_and_an_ellipsis() {
        assert_eq!(first_words("short enough", 12), "short enough");
        assert_eq!(first_words("The zero option, as it was", 18), "The zero option…");
        assert_eq!(first_words("Nichtverbreitungsvertrag", 5), "Nicht…");
    }
}
