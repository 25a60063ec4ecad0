//! Treaties and the states that are party to them.

use super::clauses::Clauses;
use super::ids::{PartyId, TreatyId};
use super::named_text::NamedText;

/// A state or organisation that acts: signs, ratifies, gives notice.
#[derive(Clone, Debug)]
pub struct Party {
    /// Id in the file: an ISO 3166-1 alpha-3 code, or `SUN` for the USSR.
    pub key: Box<str>,
    /// Name in full.
    pub name: Box<str>,
    /// Abbreviated name, as in `US`.
    pub short: Box<str>,
    /// The state whose rights and duties this one took over.
    pub succeeds: Option<PartyId>,
}

/// An agreement, in force or not; or a topic, whose events have a lane of their own and no legal status.
#[derive(Clone, Debug)]
pub struct Treaty {
    /// Id in the file.
    pub key: Box<str>,
    /// The name people use, as in `INF Treaty`.
    pub name: Box<str>,
    /// The name in the treaty's own title.
    pub full_name: Box<str>,
    /// Other names it is found under.
    pub aliases: Vec<Box<str>>,
    /// Index into [`Record::categories`](super::Record::categories).
    pub category: usize,
    /// The parties that the file lists.
    pub parties: Vec<PartyId>,
    /// With whom instruments are deposited.
    pub depositaries: Vec<PartyId>,
    /// What it is, in the dataset's own words.
    pub summary: Box<str>,
    /// Whether it binds in law, or is no instrument at all.
    pub nature: Nature,
    /// Whether events of it may be missing: what is not recorded may have happened.
    pub is_incomplete: bool,
    /// How long it lasts by its own terms, in words.
    pub duration_rule: Box<str>,
    /// The clauses that the law is computed from.
    pub terms: Clauses,
    /// Ties to earlier treaties.
    pub links: Vec<TreatyLink>,
    /// What else the file says of it.
    pub fields: Box<[NamedText]>,
}

/// Whether a document binds in law.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Nature {
    /// A treaty (VCLT art. 2.1(a)).
    #[default]
    Treaty,
    /// A political document: agreed or declared instead of signed and ratified; it takes effect instead of entering into
    /// force.
    Political,
    /// No instrument at all: a topic. It has events and no legal status.
    Topic,
}

/// A tie from one treaty to an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TreatyLink {
    /// What kind of tie.
    pub relation: TreatyRelation,
    /// The other treaty.
    pub to: TreatyId,
}

/// How one treaty stands to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TreatyRelation {
    /// It takes the other's place.
    Succeeds,
    /// It changes the other.
    Amends,
    /// Its fate hangs on the other.
    DependsOn,
}
