//! The words by which interviews and transcripts say who asks and who answers, and those that only seem to.

use super::words::Word;

/// The two sides of an interview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// Who asks.
    Asks,
    /// Who is asked.
    Answers,
}

const ASKS: [&str; 18] = [
    "q",
    "question",
    "questions",
    "interviewer",
    "journalist",
    "reporter",
    "correspondent",
    "moderator",
    "host",
    "press",
    "vopros",
    "korrespondent",
    "zhurnalist",
    "vedushchiy",
    "vedushchaya",
    "moderator",
    "redaktsiya",
    "operator",
];

const ANSWERS: [&str; 6] = ["a", "answer", "interviewee", "respondent", "otvet", "sobesednik"];

/// Words with capitals before a colon that name nobody.
const HEADINGS: [&str; 48] = [
    "from",
    "to",
    "cc",
    "subject",
    "date",
    "re",
    "note",
    "notes",
    "source",
    "sources",
    "title",
    "background",
    "summary",
    "place",
    "location",
    "contact",
    "tel",
    "phone",
    "fax",
    "email",
    "photo",
    "video",
    "update",
    "correction",
    "press",
    "release",
    "terms",
    "sheet",
    "fact",
    "article",
    "chapter",
    "annex",
    "table",
    "figure",
    "signed",
    "parties",
    "status",
    "copyright",
    "tema",
    "data",
    "ot",
    "komu",
    "istochnik",
    "primechanie",
    "foto",
    "statya",
    "spravka",
    "vazhno",
];

/// On which side a sign before a colon is, as `Q`, `QUESTION`, `Ответ`.
pub(super) fn side(word: &Word) -> Option<Side> {
    let form = word.form.as_str();
    // `В:` and `О:` are the first letters of the Russian words.
    if ASKS.contains(&form) || !word.is_latin && form == "v" {
        Some(Side::Asks)
    } else if (ANSWERS.contains(&form) && (form != "a" || word.is_latin)) || !word.is_latin && form == "o" {
        Some(Side::Answers)
    } else {
        None
    }
}

/// Whether a word before a colon belongs to a heading and not to a name.
pub(super) fn is_heading(form: &str) -> bool {
    HEADINGS.contains(&form)
}
