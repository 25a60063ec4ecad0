//! Texts by name, in the order of the file: what a format does not know and a reader wants to see.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, Serializer};

/// Texts by name, in the order in which they were written. A name may occur twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NamedTexts(pub Vec<(String, String)>);

impl NamedTexts {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for NamedTexts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, text)| (name, text)))
    }
}

impl<'de> Deserialize<'de> for NamedTexts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextsVisitor;
        impl<'de> Visitor<'de> for TextsVisitor {
            type Value = NamedTexts;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut texts = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    texts.push(entry);
                }
                Ok(NamedTexts(texts))
            }
        }
        deserializer.deserialize_map(TextsVisitor)
    }
}

#[cfg(test)]
mod tests {
    use super::NamedTexts;

    #[test]
    fn texts_keep_the_order_in_which_they_were_written() {
        let json = r#"{"Region":"North","Area":"12 km²","Ward":""}"#;
        let texts: NamedTexts = serde_json::from_str(json).unwrap();
        assert_eq!(texts.0[1], ("Area".to_owned(), "12 km²".to_owned()));
        assert_eq!(serde_json::to_string(&texts).unwrap(), json);
        assert!(serde_json::from_str::<NamedTexts>(r#"{"Area":12}"#).is_err());
    }
}
