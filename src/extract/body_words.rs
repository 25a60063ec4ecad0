//! Words that name bodies and representatives, and those that join them to their states, in lower-case ASCII letters.

use super::lexicon::is_joining;
use super::words::Word;

/// Bodies that speak without a name.
const BODIES: [&str; 12] = [
    "ministry",
    "kremlin",
    "pentagon",
    "department",
    "nato",
    "embassy",
    "government",
    "agency",
    "delegation",
    "ministerstvo",
    "ministerstve",
    "posolstvo",
];

/// The same, for words whose transliteration is also an English word or that are declined.
const CYRILLIC_BODIES: [&str; 3] = ["mid", "mide", "delegatsiya"];

/// Words that are bodies only beside the name of a state: `the Soviet side`.
const OF_STATES: [&str; 2] = ["side", "mission"];

/// The same in Russian.
const CYRILLIC_OF_STATES: [&str; 3] = ["storona", "missiya", "predstavitelstvo"];

/// Bodies in the case that follows `по словам` and `по мнению`.
const DECLINED: [&str; 3] = ["delegatsii", "storony", "missii"];

/// Those who speak for others without being named themselves.
const REPRESENTATIVES: [&str; 9] = [
    "representative",
    "representatives",
    "delegate",
    "delegates",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "predstavitel",
    "predstavitelnitsa",
];

/// Words that join a body and its state, in English and French.
const LINKS: [&str; 7] = ["of", "for", "from", "de", "du", "des", "d"];

/// Articles, in English and French.
const ARTICLES: [&str; 7] = ["the", "a", "an", "la", "le", "les", "l"];

/// What a ministry is concerned with, without capitals.
const CONCERNS: [&str; 10] = [
    "foreign",
    "affairs",
    "defence",
    "defense",
    "inostrannykh",
    "vnutrennikh",
    "del",
    "oborony",
    "yustitsii",
    "finansov",
];

/// The endings of Russian adjectives before a body, such as `советская`.
const ADJECTIVE_ENDINGS: [&str; 6] = ["skaya", "skoe", "skij", "skiy", "skoj", "skoy"];

/// Words that join sentences, beside those that join offices: `while the delegation said`.
const CONJUNCTIONS: [&str; 10] =
    ["while", "as", "when", "then", "because", "if", "though", "although", "poka", "a"];

/// Words before a noun that is no subject.
const PREPOSITIONS: [&str; 16] =
    ["to", "with", "by", "in", "at", "on", "about", "iz", "ot", "s", "v", "k", "o", "dlya", "po", "pri"];

/// Whether a word is a body that speaks, without the name of a state too.
pub(super) fn is_body(word: &Word) -> bool {
    let form = word.form.as_str();
    BODIES.contains(&form) || !word.is_latin && CYRILLIC_BODIES.contains(&form)
}

/// Whether a word is somebody who speaks for others.
pub(super) fn is_representative(word: &str) -> bool {
    REPRESENTATIVES.contains(&word)
}

/// Whether the name of whoever speaks follows a Russian word: `по словам`.
pub(super) fn is_according_noun(form: &str) -> bool {
    matches!(form, "slovam" | "mneniyu" | "zayavleniyu")
}

/// Whether a word joins sentences, so that a subject may follow it.
pub(super) fn is_conjunction(form: &str) -> bool {
    is_joining(form) || CONJUNCTIONS.contains(&form)
}

/// Whether a word joins a body and its state.
pub(super) fn is_link(form: &str) -> bool {
    LINKS.contains(&form)
}

/// Whether a word is an article.
pub(super) fn is_article(form: &str) -> bool {
    ARTICLES.contains(&form)
}

/// Whether what follows a word is no subject: `by the delegation`.
pub(super) fn is_preposition(form: &str) -> bool {
    is_link(form) || PREPOSITIONS.contains(&form)
}

/// Whether a word says without a capital what a ministry is concerned with.
pub(super) fn is_concern(form: &str) -> bool {
    CONCERNS.contains(&form)
}

/// Whether a word may be a Russian adjective of a state.
pub(super) fn is_adjective(form: &str) -> bool {
    ADJECTIVE_ENDINGS.iter().any(|ending| form.ends_with(ending))
}

/// Whether a word is a body only beside the name of a state.
pub(super) fn is_body_of_state(form: &str, is_cyrillic: bool) -> bool {
    if is_cyrillic { CYRILLIC_OF_STATES.contains(&form) } else { OF_STATES.contains(&form) }
}

/// Whether a Russian word is a body in the case that follows `по словам`.
pub(super) fn is_declined_body(form: &str) -> bool {
    DECLINED.contains(&form)
}
