//! Replacements in a text, and their inverse.

/// A replacement in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Splice {
    /// Where, in bytes from the beginning of the text before all replacements.
    pub offset: usize,
    /// What stands there.
    pub removed: String,
    /// What is written in its place.
    pub inserted: String,
}

/// Replacements in a text, in order and without overlap.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Splices(pub(super) Vec<Splice>);

impl Splices {
    /// Whether nothing is replaced.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The replacements.
    pub fn iter(&self) -> impl Iterator<Item = &Splice> {
        self.0.iter()
    }

    /// The text after the replacements, and the replacements that give `text` back; `None` if what is to be replaced does not
    /// stand there: it is another text.
    pub fn apply(&self, text: &str) -> Option<(String, Self)> {
        let grown = self.0.iter().map(|splice| splice.inserted.len()).sum::<usize>();
        let mut out = String::with_capacity(text.len() + grown);
        let mut inverse = Vec::with_capacity(self.0.len());
        let mut at = 0;
        for splice in &self.0 {
            out.push_str(text.get(at..splice.offset)?);
            at = splice.offset.checked_add(splice.removed.len())?;
            if text.get(splice.offset..at)? != splice.removed {
                return None;
            }
            inverse.push(Splice {
                offset: out.len(),
                removed: splice.inserted.clone(),
                inserted: splice.removed.clone(),
            });
            out.push_str(&splice.inserted);
        }
        out.push_str(text.get(at..)?);
        Some((out, Self(inverse)))
    }
}
