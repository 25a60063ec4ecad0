//! How the columns of somebody's table become records: data, so that it can be guessed, corrected, kept and written down.

use serde::{Deserialize, Serialize};

use crate::domain::EventKind;

/// What a table is a table of, and what each of its columns holds.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Mapping {
    /// What a row stands for.
    pub shape: Shape,
    /// Which row holds the names of the columns, counted from 0 among the rows that are not blank; `None` if no row does.
    #[serde(default)]
    pub header_row: Option<usize>,
    /// What each column holds, from the left. Columns beyond are kept as they are.
    pub roles: Vec<Role>,
    /// Whether the day stands before the month in dates like 3/4/1992; `None` where the columns themselves decide.
    #[serde(default)]
    pub day_first: Option<bool>,
}

/// What a row of a table stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// An event, with its date.
    Events,
    /// A treaty, with a column for each kind of event.
    Treaties,
    /// What one state did about one treaty, with a column for each kind of act.
    Acts,
    /// A figure: who, in which year, how many.
    Series,
}

impl Shape {
    /// Each of them, as they are offered.
    pub const ALL: [Self; 4] = [Self::Events, Self::Treaties, Self::Acts, Self::Series];
}

impl Role {
    /// Whether it is of a quotation, and means nothing where there is none.
    pub fn is_of_quotation(self) -> bool {
        matches!(self, Self::Quote | Self::Speaker | Self::Office)
    }
}

macro_rules! roles {
    ($($(#[$doc:meta])* $name:ident = $key:literal;)*) => {
        /// What a column holds.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
        #[serde(try_from = "String", into = "String")]
        pub enum Role {
            $($(#[$doc])* $name,)*
            /// When something of this kind happened to the treaty of the row.
            Event(EventKind),
        }

        impl Role {
            /// Each of them but the events.
            pub const PLAIN: &[Self] = &[$(Self::$name,)*];

            /// A stable name, as in `title` and `event:signed`.
            pub fn key(self) -> String {
                match self {
                    $(Self::$name => $key.to_owned(),)*
                    Self::Event(kind) => format!("event:{}", kind.key()),
                }
            }

            /// The role of this name.
            pub fn from_key(key: &str) -> Option<Self> {
                match key {
                    $($key => Some(Self::$name),)*
                    _ => key.strip_prefix("event:").and_then(EventKind::from_key).map(Self::Event),
                }
            }
        }
    };
}

roles! {
    /// Nothing that is wanted.
    Ignore = "ignore";
    /// Something for which the format has no field: kept, and shown with the record under the name of the column.
    Keep = "keep";
    /// What the table's author calls the row.
    Id = "id";
    /// The treaty, or whatever else the lane is of.
    Lane = "lane";
    /// The treaty's name in full.
    FullName = "full_name";
    /// The heading the lane stands under.
    Group = "group";
    /// What happened, in a few words.
    Title = "title";
    /// What kind of event.
    Kind = "type";
    /// When: a day, a month, a year, or an interval in one cell.
    Date = "date";
    /// When it ended, for what lasts.
    End = "end";
    /// The year of the date.
    Year = "year";
    /// The month of the date.
    Month = "month";
    /// The day of the date.
    Day = "day";
    /// How precise the date is: a code of a collection of events.
    Precision = "precision";
    /// The year of the end.
    EndYear = "end_year";
    /// The month of the end.
    EndMonth = "end_month";
    /// The day of the end.
    EndDay = "end_day";
    /// The state that acted, or that the row is about.
    Party = "party";
    /// The states that are party to the treaty, in one cell.
    Parties = "parties";
    /// What happened, in sentences.
    Summary = "summary";
    /// Words that somebody said.
    Quote = "quote";
    /// Who said them.
    Speaker = "speaker";
    /// The office the speaker held.
    Office = "speaker_role";
    /// Where it was seen, in words.
    Source = "source";
    /// The address where it was seen.
    Url = "url";
    /// Labels, separated by commas or semicolons.
    Tags = "tags";
    /// How sure it is.
    Confidence = "confidence";
    /// The path of a picture.
    Image = "image";
    /// How the treaty ended: in words like `withdrawal` and `expiry`.
    EndKind = "end_kind";
    /// Of whom or what the figure is.
    Entity = "entity";
    /// The figure.
    Value = "value";
}

impl TryFrom<String> for Role {
    type Error = String;

    fn try_from(key: String) -> Result<Self, String> {
        Self::from_key(&key).ok_or_else(|| format!("unknown role `{key}`"))
    }
}

impl From<Role> for String {
    fn from(role: Role) -> Self {
        role.key()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_role_is_found_again_by_its_name() {
        let events = EventKind::ALL.iter().map(|&kind| Role::Event(kind));
        for role in Role::PLAIN.iter().copied().chain(events) {
            assert_eq!(Role::from_key(&role.key()), Some(role));
        }
    }

    #[test]
    fn a_mapping_is_written_in_words_that_a_person_can_change() {
        let mapping = Mapping {
            shape: Shape::Treaties,
            header_row: Some(0),
            roles: vec![Role::Lane, Role::Event(EventKind::Signed)],
            day_first: Some(true),
        };
        let written = serde_json::to_string(&mapping).unwrap();
        let expected =
            r#"{"shape":"treaties","header_row":0,"roles":["lane","event:signed"],"day_first":true}"#;
        assert_eq!(written, expected);
        assert_eq!(serde_json::from_str::<Mapping>(&written).unwrap(), mapping);
    }
}
