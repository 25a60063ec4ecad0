//! The formats that a dataset is written in for other programs and for people.

macro_rules! formats {
    ($($(#[$doc:meta])* $name:ident = $key:literal, $extension:literal;)*) => {
        /// A format that a dataset is written in.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum DataFormat {
            $($(#[$doc])* $name,)*
        }

        impl DataFormat {
            /// Every format, in the order in which they are offered.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The name by which the command line knows it.
            pub fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)* }
            }

            /// The usual file extension, without a dot. That of tables in a folder is the one of the archive that holds
            /// them where one file is wanted.
            pub fn extension(self) -> &'static str {
                match self { $(Self::$name => $extension,)* }
            }
        }
    };
}

formats! {
    /// The program's own format.
    Native = "json", "json";
    /// The native format as a folder or an archive of CSV files, one for each kind of record.
    CsvTables = "csv-tables", "zip";
    /// One table of events.
    Csv = "csv", "csv";
    /// A workbook with events, statements, sources and legal status.
    Xlsx = "xlsx", "xlsx";
    /// The JSON of Knight Lab's `TimelineJS`.
    TimelineJs = "timelinejs", "json";
    /// The items and groups of vis-timeline, as JSON.
    Vis = "vis", "json";
    /// iCalendar, RFC 5545.
    ICalendar = "ics", "ics";
    /// The text of markwhen.
    Markwhen = "markwhen", "mw";
    /// A chronology in Markdown.
    Markdown = "markdown", "md";
    /// A chronology as a page.
    Html = "html", "html";
    /// A bibliography as CSL-JSON.
    CslJson = "csl-json", "json";
    /// A bibliography for LaTeX.
    Bibtex = "bibtex", "bib";
    /// A bibliography for reference managers.
    Ris = "ris", "ris";
}

impl DataFormat {
    /// The format of this name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.key().eq_ignore_ascii_case(key))
    }

    /// The format that a file extension stands for, of those that share one the first.
    pub fn from_extension(extension: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.extension().eq_ignore_ascii_case(extension))
    }
}

/// What a format may have no room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Detail {
    /// Events and statements of years that the format cannot write, which are left out.
    EarlyYears,
    /// Treaties without any event.
    EmptyTreaties,
    /// Full names, other names and descriptions of treaties.
    TreatyTexts,
    /// Clauses on entry into force, withdrawal and duration.
    Clauses,
    /// Ties between events and between treaties.
    Links,
    /// Dates of an event besides the one that is drawn.
    OtherDates,
    /// Notes on dates, and which of an act's dates they are.
    DateNotes,
    /// Who contests an event's effect.
    Contested,
    /// What sort of event it is.
    Kinds,
    /// Which party acted.
    Parties,
    /// Tags of events.
    Tags,
    /// How well an event is attested.
    Confidence,
    /// Pictures of events.
    Images,
    /// What the file says in fields of its own.
    Fields,
    /// The sources of events.
    Sources,
    /// Statements.
    Statements,
    /// The words of statements in the speaker's own language.
    Originals,
    /// Figures over time.
    Figures,
    /// Acts of parties in depositaries' lists.
    Acts,
}

/// What a format had no room for, and how many items lost it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loss {
    /// What was lost.
    pub detail: Detail,
    /// By how many treaties, events, statements or series; never 0.
    pub count: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_format_is_found_by_its_name_and_an_extension_gives_the_first_that_has_it() {
        for &format in DataFormat::ALL {
            assert_eq!(DataFormat::from_key(format.key()), Some(format));
        }
        assert_eq!(DataFormat::from_extension("JSON"), Some(DataFormat::Native));
        assert_eq!(DataFormat::from_extension("zip"), Some(DataFormat::CsvTables));
        assert_eq!(DataFormat::from_extension("docx"), None);
    }
}
