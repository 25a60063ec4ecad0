//! The records of statements and what they are about.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::records::{Extra, record};

record! {
    /// A verbatim quotation.
    pub(super) StatementRecord {
        /// Unique among statements.
        id: String,
        /// The words as printed, without the quotation marks around them.
        quote: String,
        /// Language of the quotation, a BCP 47 tag.
        lang: String,
        /// Id of the speaker.
        speaker: String,
        /// The office held when saying it.
        #[serde(default)]
        role: Option<String>,
        /// The body spoken for.
        #[serde(default)]
        organisation: Option<String>,
        /// Id of the party spoken for.
        #[serde(default)]
        country: Option<String>,
        /// When it was said, in EDTF.
        date: String,
        /// Where it was said.
        #[serde(default)]
        venue: Option<String>,
        /// Id of the source it was seen in. Required.
        #[serde(default)]
        #[schemars(required)]
        source: Option<String>,
        /// The passage in the source, as a W3C `TextQuoteSelector`.
        #[serde(default)]
        selector: Option<SelectorRecord>,
        /// The words in the speaker's own language, where they were seen.
        #[serde(default)]
        original: Option<OriginalRecord>,
        /// Whose translation the quotation is.
        #[serde(default)]
        translation_by: Option<String>,
        /// What it is about. May be empty: words that belong to the occasion and to no treaty.
        about: Vec<AboutRecord>,
        /// Where the wording is loose against the record.
        #[serde(default)]
        note: Option<String>,
    }
}

record! {
    /// A passage of a text.
    pub(super) SelectorRecord {
        /// The passage.
        exact: String,
        /// What stands before it.
        #[serde(default)]
        prefix: Option<String>,
        /// What stands after it.
        #[serde(default)]
        suffix: Option<String>,
    }
}

record! {
    /// The speaker's own words.
    pub(super) OriginalRecord {
        /// Language, a BCP 47 tag.
        lang: String,
        /// The words as printed.
        quote: String,
        /// Id of the source they were seen in.
        #[serde(default)]
        source: Option<String>,
    }
}

record! {
    /// What a statement is about: exactly one of the two.
    pub(super) AboutRecord {
        /// Id of an event.
        #[serde(default)]
        event: Option<String>,
        /// Id of a treaty.
        #[serde(default)]
        treaty: Option<String>,
    }
}
