//! The records of statements and what they are about.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Extra, NamedTexts, record};

record! {
    /// A verbatim quotation.
    #[derive(Default)]
    pub StatementRecord {
        /// Unique among statements.
        id: String,
        /// The words as printed, without the quotation marks around them.
        quote: String,
        /// Language of the quotation, a BCP 47 tag.
        lang: String,
        /// Id of the speaker.
        speaker: String,
        /// The office held when saying it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        role: Option<String>,
        /// The body spoken for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        organisation: Option<String>,
        /// Id of the party spoken for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        country: Option<String>,
        /// When it was said, in EDTF.
        date: String,
        /// Where it was said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        venue: Option<String>,
        /// Id of the source it was seen in. Required.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schemars(required)]
        source: Option<String>,
        /// The passage in the source, as a W3C `TextQuoteSelector`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        selector: Option<SelectorRecord>,
        /// The words in the speaker's own language, where they were seen.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        original: Option<OriginalRecord>,
        /// Whose translation the quotation is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        translation_by: Option<String>,
        /// What it is about. May be empty: words that belong to the occasion and to no treaty.
        about: Vec<AboutRecord>,
        /// Where the wording is loose against the record.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
        /// What else is known of it, by name.
        #[serde(default, skip_serializing_if = "NamedTexts::is_empty")]
        #[schemars(with = "std::collections::BTreeMap<String, String>")]
        fields: NamedTexts,
    }
}

record! {
    /// A passage of a text.
    #[derive(Default)]
    pub SelectorRecord {
        /// The passage.
        exact: String,
        /// What stands before it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        prefix: Option<String>,
        /// What stands after it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        suffix: Option<String>,
    }
}

record! {
    /// The speaker's own words.
    pub OriginalRecord {
        /// Language, a BCP 47 tag.
        lang: String,
        /// The words as printed.
        quote: String,
        /// Id of the source they were seen in.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source: Option<String>,
    }
}

record! {
    /// What a statement is about: exactly one of the two.
    #[derive(Default)]
    pub AboutRecord {
        /// Id of an event.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        event: Option<String>,
        /// Id of a treaty.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        treaty: Option<String>,
    }
}
