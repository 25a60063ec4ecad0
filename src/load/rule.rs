//! Every rule a file is held to, with its stable code and the reason for it.

use crate::diagnostics::{Diagnostic, Severity, Span};

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
    /// The bytes are no text in UTF-8, so no character of it can be trusted.
    NotText = Error "not-text";
    /// The file was written in UTF-16; it is read, and other tools will stumble over it.
    Utf16 = Warning "utf-16";
    /// The text is not JSON from here on.
    JsonSyntax = Error "json-syntax";
    /// A value has another shape than the format gives it.
    WrongShape = Error "wrong-shape";
    /// The file does not say that it is in a format this program reads.
    UnknownFormat = Error "unknown-format";
    /// A field without which the record means nothing is not there.
    MissingField = Error "missing-field";
    /// Two records of one table have the same id, so a link could mean either.
    DuplicateId = Error "duplicate-id";
    /// An id leads to no record.
    UnknownId = Error "unknown-id";
    /// The type of an event is not one of the terms the format knows.
    UnknownEventType = Error "unknown-event-type";
    /// A word is not one of those that the field may hold.
    UnknownWord = Error "unknown-word";
    /// A date is no EDTF, or no day of the calendar.
    BadDate = Error "bad-date";
    /// A period of a clause is no ISO 8601 duration in calendar units, so nothing can be counted with it.
    BadPeriod = Error "bad-period";
    /// An event has no date, so it has no place on a timeline.
    MissingDate = Error "missing-date";
    /// A date or a statement names no source where it was seen.
    MissingSource = Error "missing-source";
    /// An entry of `about` names neither an event nor a treaty.
    LinkToNothing = Error "link-to-nothing";
    /// More than one date of an event is marked as preferred; the first is drawn.
    SeveralPreferred = Warning "several-preferred";
    /// A step that needs a signed treaty is dated before the treaty was signed or opened for signature.
    BeforeSignature = Warning "before-signature";
    /// A field that this version does not know; it is kept as it stands.
    UnknownField = Warning "unknown-field";
    /// A title or name so long that it will be cut on screen.
    LongText = Warning "long-text";
    /// Control characters or direction marks, which would hide or reorder text; they are not shown.
    ControlCharacters = Warning "control-characters";
}

impl Rule {
    /// A breach of this rule.
    pub(super) fn breach(self, span: Option<Span>, message: String, help: &str) -> Diagnostic {
        let (severity, code) = (self.severity(), self.code());
        Diagnostic { severity, code, message, span, help: help.to_owned() }
    }
}
