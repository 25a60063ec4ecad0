//! The words that identify speech, speakers and titles, in lower-case ASCII letters, so that one list serves both
//! scripts.

use super::words::Word;

/// Stems of verbs of speech: a word with one of these beginnings is a verb of speech.
const SPEECH: [&str; 72] = [
    "vspomin",
    "rasskaz",
    "said",
    "says",
    "say",
    "saying",
    "told",
    "tells",
    "stress",
    "add",
    "note",
    "noting",
    "emphasi",
    "underlin",
    "comment",
    "announc",
    "declar",
    "state",
    "stating",
    "insist",
    "warn",
    "explain",
    "argu",
    "recall",
    "remark",
    "conclud",
    "repli",
    "answer",
    "continu",
    "wrote",
    "writes",
    "claim",
    "accus",
    "call",
    "reiterat",
    "assur",
    "observ",
    "admit",
    "acknowledg",
    "skazal",
    "zayavil",
    "zayavlya",
    "otmetil",
    "otmechae",
    "podcherknul",
    "podcherkiv",
    "dobavil",
    "soobshchil",
    "soobshchae",
    "napomnil",
    "poyasnil",
    "obyasnil",
    "ukazal",
    "schita",
    "zayavlen",
    "prokomment",
    "otvetil",
    "utverzhda",
    "zaveril",
    "predupred",
    "konstati",
    "govorit",
    "govoril",
    "dobavlya",
    "napominae",
    "poyasnyae",
    "zametil",
    "zamechae",
    "vozrazil",
    "podytozhil",
    "utochnil",
    "utochnya",
];

/// Verb forms matched whole: `spokesman` is no verb.
const SPEECH_FORMS: [&str; 2] = ["spoke", "speaks"];

/// Stems of verbs of asking.
const ASKING: [&str; 3] = ["sprosil", "sprashiva", "pointeresoval"];

/// Words inside names that have no capital.
const PARTICLES: [&str; 16] =
    ["of", "the", "de", "da", "di", "du", "del", "la", "le", "van", "von", "der", "den", "af", "bin", "al"];

/// Words that look like verbs of speech but are not.
const NOT_SPEECH: [&str; 10] = [
    "states",
    "state",
    "statement",
    "statements",
    "address",
    "addition",
    "additional",
    "notes",
    "note",
    "stressful",
];

/// Words for the person who spoke last.
const STAND_INS: [&str; 36] = [
    "he",
    "she",
    "diplomat",
    "official",
    "minister",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "president",
    "secretary",
    "ambassador",
    "senator",
    "general",
    "negotiator",
    "expert",
    "analyst",
    "author",
    "envoy",
    "adviser",
    "lawmaker",
    "him",
    "her",
    "politik",
    "ministr",
    "zamministra",
    "predstavitel",
    "predstavitelnitsa",
    "ekspert",
    "glava",
    "posol",
    "deputat",
    "prezident",
    "chinovnik",
    "sobesednik",
    "nego",
    "nee",
];

/// The same, for words whose transliteration is also an English word.
const CYRILLIC_STAND_INS: [&str; 2] = ["on", "ona"];

/// Nouns followed by a name in quotation marks, which is not speech.
const NAMED: [&str; 40] = [
    "newspaper",
    "magazine",
    "called",
    "titled",
    "entitled",
    "dubbed",
    "named",
    "codenamed",
    "known",
    "missile",
    "submarine",
    "ship",
    "film",
    "book",
    "report",
    "operation",
    "exercise",
    "project",
    "gazet",
    "gazeta",
    "gazete",
    "gazety",
    "zhurnal",
    "zhurnale",
    "agentstvo",
    "agentstva",
    "agentstvu",
    "telekanal",
    "raketa",
    "rakety",
    "kompleks",
    "kompleksy",
    "kompleksa",
    "krejser",
    "izdanie",
    "izdaniyu",
    "proekt",
    "proekta",
    "uchenij",
    "nazyvaemyj",
];

fn begins(word: &str, stems: &[&str]) -> bool {
    stems.iter().any(|stem| word.starts_with(stem))
}

/// Whether a word is a verb of speech.
pub(super) fn is_speech(word: &str) -> bool {
    begins(word, &SPEECH) && !NOT_SPEECH.contains(&word) || SPEECH_FORMS.contains(&word)
}

/// Whether a word is a verb of asking.
pub(super) fn asks(word: &str) -> bool {
    begins(word, &ASKING)
}

/// Whether a word may occur inside a name without a capital.
pub(super) fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word)
}

/// Whether a word is a pronoun, which no name follows.
pub(super) fn is_pronoun(word: &str) -> bool {
    matches!(word, "he" | "she" | "him" | "her" | "on" | "ona" | "nego" | "nee")
}

/// Whether a word ends the description of an office or a person: `the minister and Ivo Kern`.
pub(super) fn is_joining(word: &str) -> bool {
    matches!(word, "and" | "or" | "but" | "that" | "who" | "whom" | "whose" | "i" | "ili" | "no" | "chto")
}

/// Whether a word refers to the person who spoke last.
pub(super) fn is_stand_in(word: &Word) -> bool {
    let (word, is_cyrillic) = (word.form.as_str(), !word.is_latin);
    // Russian nouns are declined: `дипломата`, `представителем`.
    let is_form = |noun: &str| noun.len() >= 6 && word.starts_with(noun) && word.len() <= noun.len() + 3;
    STAND_INS.contains(&word)
        || is_cyrillic && CYRILLIC_STAND_INS.contains(&word)
        || STAND_INS.iter().any(|noun| is_form(noun))
}

/// Whether a word is a title, which a name follows.
pub(super) fn is_title(word: &str) -> bool {
    const TITLES: [&str; 38] = [
        "deputy",
        "aide",
        "adviser",
        "ambassador",
        "senator",
        "general",
        "colonel",
        "admiral",
        "professor",
        "doctor",
        "president",
        "minister",
        "secretary",
        "mr",
        "mrs",
        "ms",
        "dr",
        "sir",
        "captain",
        "congressman",
        "chancellor",
        "generala",
        "polkovnik",
        "ministr",
        "posol",
        "prezident",
        "spokeswoman",
        "spokesman",
        "spokesperson",
        "negotiator",
        "inspector",
        "envoy",
        "zamministra",
        "zamglavy",
        "predstavitel",
        "predstavitelnitsa",
        "inspektor",
        "senatora",
    ];
    TITLES.contains(&word)
}

/// Words capitalised only at the beginning of a sentence.
const FUNCTION_WORDS: [&str; 66] = [
    "the",
    "it",
    "this",
    "that",
    "in",
    "on",
    "at",
    "he",
    "she",
    "they",
    "we",
    "but",
    "and",
    "asked",
    "according",
    "as",
    "to",
    "for",
    "from",
    "when",
    "his",
    "her",
    "its",
    "officials",
    "a",
    "an",
    "one",
    "there",
    "nobody",
    "somebody",
    "day",
    "kak",
    "v",
    "na",
    "po",
    "my",
    "on",
    "ona",
    "eto",
    "no",
    "o",
    "ob",
    "i",
    "vse",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "yesterday",
    "today",
    "later",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Whether a word is not a name although it may be capitalised.
pub(super) fn is_function_word(word: &str) -> bool {
    FUNCTION_WORDS.contains(&word)
}

/// Whether a word is followed by a name in quotation marks.
pub(super) fn is_named(word: &str) -> bool {
    NAMED.contains(&word)
}

/// Whether a word with the one before it announces whose words follow, as `according to` and `по словам` do.
pub(super) fn is_according(before: &str, word: &str) -> bool {
    matches!((before, word), ("according", "to") | ("po", "slovam" | "mneniyu") | ("words", "of"))
}
