//! The tags that may be meant while `tag:` and their beginning are typed.

use crate::session::Session;
use crate::text::folded_words;

/// How many are offered.
const MAX_OFFERED: usize = 8;
/// The field whose values are offered.
const FIELD: &str = "tag:";

impl Session {
    /// The tags whose words begin with what is typed last behind `tag:`, each with the text of the field that has it whole.
    pub(super) fn offered_tags(&self, text: &str) -> Vec<(String, String)> {
        let at = text.char_indices().rev().find(|(_, letter)| letter.is_whitespace());
        let at = at.map_or(0, |(at, letter)| at + letter.len_utf8());
        let (before, part) = text.split_at(at);
        let (minus, field) = part.strip_prefix('-').map_or(("", part), |rest| ("-", rest));
        let Some(typed) = field.get(..FIELD.len()).filter(|name| name.eq_ignore_ascii_case(FIELD)) else {
            return Vec::new();
        };
        let value = field.get(typed.len()..).unwrap_or_default();
        let words: Vec<String> = folded_words(value).map(|(_, form)| form).collect();
        let begins = |tag: &str| {
            let forms: Vec<String> = folded_words(tag).map(|(_, form)| form).collect();
            words.iter().all(|word| forms.iter().any(|form| form.starts_with(word.as_str())))
        };
        let is_whole = |tag: &str| tag.eq_ignore_ascii_case(value);
        let tags = self.world.dataset.tags().iter().filter(|tag| begins(tag) && !is_whole(tag));
        let offered = tags.take(MAX_OFFERED).map(|tag| {
            let quoted =
                if tag.contains(char::is_whitespace) { format!("\"{tag}\"") } else { tag.to_string() };
            (tag.to_string(), format!("{before}{minus}{FIELD}{quoted} "))
        });
        offered.collect()
    }
}
