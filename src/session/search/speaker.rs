//! The speaker whose name is searched for: all that he or she said is one click away.

use crate::domain::SpeakerId;
use crate::search::Item;
use crate::session::Session;
use crate::text::folded_words;

/// Of how many hits the speakers are looked at.
const MAX_HITS: usize = 200;
/// A shorter search begins too many names.
const MIN_LETTERS: usize = 3;

impl Session {
    /// The speaker of a hit whose name has every word of the search, each as the beginning of a word.
    pub(super) fn searched_speaker(&self) -> Option<SpeakerId> {
        let words: Vec<String> = folded_words(&self.search.text).map(|(_, form)| form).collect();
        if words.iter().map(String::len).max()? < MIN_LETTERS {
            return None;
        }
        let dataset = &self.world.dataset;
        let statements = self.search.hits.iter().take(MAX_HITS).filter_map(Item::statement);
        let mut speakers: Vec<SpeakerId> = Vec::new();
        for speaker in statements.map(|id| dataset.statement(id).speaker) {
            if !speakers.contains(&speaker) {
                speakers.push(speaker);
            }
        }
        speakers.into_iter().find(|&id| {
            let speaker = dataset.speaker(id);
            [&speaker.name, &speaker.native_name].into_iter().any(|name| {
                let name: Vec<String> = folded_words(name).map(|(_, form)| form).collect();
                words.iter().all(|word| name.iter().any(|other| other.starts_with(word.as_str())))
            })
        })
    }
}
