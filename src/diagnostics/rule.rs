//! Every rule that a file is checked against, with its stable code and the reason for it.

use super::diagnostic::Severity;
use super::problems::Problem;
use super::sink::Finding;
use super::span::Span;

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident = $severity:ident $code:literal;)*) => {
        /// A rule of the data file. The code is stable: scripts may rely on it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Rule {
            $($(#[$doc])* $name,)*
        }

        impl Rule {
            /// Every rule.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The stable code.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// The rule with this code.
            pub fn with_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|rule| rule.code() == code)
            }

            /// How bad a breach is.
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)* }
            }
        }
    };
}

rules! {
    /// There is nothing in the file, so there is nothing to show.
    EmptyFile = Error "empty-file";
    /// The bytes are not text in UTF-8, so none of its characters can be trusted.
    NotText = Error "not-text";
    /// The file is of a kind that other programs read: a table, a calendar, a page.
    OtherFormat = Error "other-format";
    /// The file was written in UTF-16; it is read, but other tools may fail on it.
    Utf16 = Warning "utf-16";
    /// An escape gives half of a character, as where a text was cut between the two halves.
    LoneSurrogate = Warning "lone-surrogate";
    /// The text is not JSON from here on.
    JsonSyntax = Error "json-syntax";
    /// A value is of another kind than the format requires.
    WrongShape = Error "wrong-shape";
    /// The file does not say that it is in a format this program reads.
    UnknownFormat = Error "unknown-format";
    /// A field is missing without which the record means nothing.
    MissingField = Error "missing-field";
    /// Two records of one table have the same id, so a link could mean either.
    DuplicateId = Error "duplicate-id";
    /// An id contains characters that nobody sees, or that would steer a terminal: nobody could compare a link with it.
    HiddenInId = Error "hidden-in-id";
    /// An id leads to no record.
    UnknownId = Error "unknown-id";
    /// The type of an event is spelled almost like one of the format, and counts as a type of the dataset's own.
    UnknownEventType = Warning "unknown-event-type";
    /// The value is not one of those that the field may have.
    UnknownWord = Error "unknown-word";
    /// A date is not EDTF, or not in the calendar.
    BadDate = Error "bad-date";
    /// Dates by relation rest on each other in a circle, so none of them can be found.
    DateCycle = Error "date-cycle";
    /// A period is not an ISO 8601 duration in calendar units, so nothing can be counted with it.
    BadPeriod = Error "bad-period";
    /// An event has no date, so it has no place on a timeline.
    MissingDate = Error "missing-date";
    /// A date, a series or a statement names no source where it was seen.
    MissingSource = Error "missing-source";
    /// An entry of `about` names neither an event nor a treaty.
    LinkToNothing = Error "link-to-nothing";
    /// More than one date of an event is marked as preferred; the first is drawn.
    SeveralPreferred = Warning "several-preferred";
    /// An event that needs a signed treaty is dated before the treaty was signed or opened for signature.
    BeforeSignature = Warning "before-signature";
    /// A treaty enters into force once, and for one party once until it leaves: two such events are one recorded twice,
    /// or an end is missing between them.
    InForceTwice = Warning "in-force-twice";
    /// A treaty ends once; of two ending events one is something else.
    EndedTwice = Warning "ended-twice";
    /// What is over can be neither joined nor suspended nor left, so one of the dates is wrong.
    AfterEnd = Warning "after-end";
    /// Only a party that is bound can suspend or leave (VCLT art. 54 and 57): the event that bound it is missing, or
    /// the date is wrong.
    NotBound = Warning "not-bound";
    /// The treaty asks for notice before withdrawal, and no notice is recorded.
    WithoutNotice = Warning "without-notice";
    /// A withdrawal takes effect sooner after its notice than the treaty allows.
    NoticeTooShort = Warning "notice-too-short";
    /// A suspension or a notice is lifted that is not recorded.
    NothingToLift = Warning "nothing-to-lift";
    /// A ratification is revoked that is not recorded.
    NothingToRevoke = Warning "nothing-to-revoke";
    /// An event is dated after the day on which the file was last checked: it cannot have been seen.
    AfterChecked = Warning "after-checked";
    /// A link leads from an event to a later one, though an event completes or answers what came before.
    LinkToLater = Warning "link-to-later";
    /// Two events of one treaty have the same type, party, date and title.
    DuplicateEvent = Warning "duplicate-event";
    /// Two statements have the same words.
    DuplicateStatement = Warning "duplicate-statement";
    /// Two sources have the same address, so one text counts as two.
    DuplicateSource = Warning "duplicate-source";
    /// A statement does not say in what role its speaker spoke; the same words weigh differently in and out of office.
    MissingRole = Warning "missing-role";
    /// A statement is linked to nothing, and no note says why it is in the file.
    AboutNothing = Warning "about-nothing";
    /// A list names one thing twice; it is linked once.
    NamedTwice = Warning "named-twice";
    /// Two names or headings look the same on screen.
    LookAlike = Warning "look-alike";
    /// A quotation of more than sixty words is a reprint.
    LongQuotation = Warning "long-quotation";
    /// A quotation mark without its counterpart: something was lost in copying.
    UnbalancedMarks = Warning "unbalanced-marks";
    /// The copy of a source is outside the data file's folder: a dataset from elsewhere must not lead to other files.
    DocumentOutside = Warning "document-outside";
    /// The picture of an event is a file of another kind: a dataset must not lead to programs.
    NoPicture = Warning "no-picture";
    /// A figure below zero, or larger than anything that is counted, is most likely a typo.
    OddFigure = Warning "odd-figure";
    /// No date, statement, clause or figure is based on the source.
    UnusedSource = Warning "unused-source";
    /// A treaty without events, a speaker without statements or an unreferenced party is left over, or not yet linked.
    Orphan = Warning "orphan";
    /// A character is in none of the bundled fonts: pictures made on another machine would lack it.
    MissingGlyph = Warning "missing-glyph";
    /// This version does not know the field; it is kept as it is.
    UnknownField = Warning "unknown-field";
    /// A title or name is so long that it will be cut on screen.
    LongText = Warning "long-text";
    /// A cell of a table, or a part of an entry, is no date or figure; what is in it is left out.
    UnreadableCell = Warning "unreadable-cell";
    /// Nothing in a column of dates tells the day from the month; they are left out rather than guessed.
    DayOrMonth = Warning "day-or-month";
    /// Dates of a column are written in a way that may mean something else; what they were taken for is said once.
    DatesRead = Warning "dates-read";
    /// Nothing says of what type some events are but their titles, which leave no doubt.
    TypesRead = Warning "types-read";
    /// A party is no state that the program knows, and is kept under its own name.
    PartyNotMatched = Warning "party-not-matched";
    /// A table has more columns than any spreadsheet can hold; those beyond are left out.
    ColumnsLeftOut = Warning "columns-left-out";
    /// A row of a table, or an entry of another program's file, becomes neither an event nor a quotation.
    RowLeftOut = Warning "row-left-out";
    /// The file is not in Unicode; its encoding was judged by its letters.
    OtherEncoding = Warning "other-encoding";
    /// Control characters and direction marks would hide or reorder text; they are not shown.
    ControlCharacters = Warning "control-characters";
}

impl Rule {
    /// A breach of this rule.
    pub fn breach(self, span: Option<Span>, problem: impl Into<Problem>) -> Finding {
        Finding { severity: self.severity(), code: self.code(), problem: problem.into(), span }
    }
}
