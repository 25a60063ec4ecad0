//! The styles of citations that the program has by itself.

use hayagriva::archive::ArchivedStyle;

/// A style of citations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CitationStyle {
    /// The Chicago Manual of Style, 18th edition, author and date.
    Chicago,
    /// The same, notes and bibliography.
    ChicagoNotes,
    /// American Psychological Association.
    Apa,
    /// Modern Language Association.
    Mla,
    /// Harvard, after Cite Them Right.
    Harvard,
}

impl CitationStyle {
    /// The style in the archive of `hayagriva`.
    pub(super) fn archived(self) -> ArchivedStyle {
        match self {
            Self::Chicago => ArchivedStyle::ChicagoAuthorDate,
            Self::ChicagoNotes => ArchivedStyle::ChicagoNotes,
            Self::Apa => ArchivedStyle::AmericanPsychologicalAssociation,
            Self::Mla => ArchivedStyle::ModernLanguageAssociation,
            Self::Harvard => ArchivedStyle::HarvardCiteThemRight,
        }
    }
}
