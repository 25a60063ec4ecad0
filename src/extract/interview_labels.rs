//! The labels of questions and answers in interviews and transcripts, and words that only look like labels.

use super::words::Word;

/// The two sides of an interview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// The interviewer.
    Asks,
    /// The person interviewed.
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

/// Capitalised words before a colon that name nobody.
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

/// The side that a speaker label stands for, such as `Q`, `QUESTION`, `Ответ`.
pub(super) fn side(word: &Word) -> Option<Side> {
    let form = word.form.as_str();
    // `В:` and `О:` are the initials of the Russian words.
    if ASKS.contains(&form) || !word.is_latin && form == "v" {
        Some(Side::Asks)
    } else if (ANSWERS.contains(&form) && (form != "a" || word.is_latin)) || !word.is_latin && form == "o" {
        Some(Side::Answers)
    } else {
        None
    }
}

/// Whether a word before a colon belongs to a heading rather than a name.
pub(super) fn is_heading(form: &str) -> bool {
    HEADINGS.contains(&form)
}
