//! A date of a record, parsed once, when the record is read.

use serde::{Deserialize, Serialize, Serializer};

use crate::domain::{EdtfDate, EdtfError};

/// A date, or the text that is none and why.
#[derive(Debug, Deserialize)]
#[serde(from = "String")]
pub struct DateField(Result<EdtfDate, (String, EdtfError)>);

impl DateField {
    /// Whether there is no text, as where the field is absent.
    pub fn is_absent(&self) -> bool {
        self.text().is_empty()
    }

    /// The text, as it is in the file.
    pub fn text(&self) -> &str {
        match &self.0 {
            Ok(date) => date.text(),
            Err((text, _)) => text,
        }
    }

    /// The date.
    ///
    /// # Errors
    /// [`EdtfError`] says in which way the text is no date.
    pub fn date(&self) -> Result<&EdtfDate, EdtfError> {
        self.0.as_ref().map_err(|&(_, err)| err)
    }
}

/// An empty text, which is no date.
impl Default for DateField {
    fn default() -> Self {
        Self::from(String::new())
    }
}

impl From<String> for DateField {
    fn from(text: String) -> Self {
        Self(EdtfDate::parse(&text).map_err(|err| (text, err)))
    }
}

impl Serialize for DateField {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.text())
    }
}
