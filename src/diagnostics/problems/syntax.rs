//! What keeps a text from being JSON.

/// What keeps a text from being JSON, at the place that the diagnostic names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SyntaxProblem {
    /// A character, an escape or a word that JSON does not have.
    Token(TokenProblem),
    /// Dots for something that was left out.
    Ellipsis,
    /// What `git` leaves of two versions that it could not merge.
    MergeConflict,
    /// A comment.
    Comment,
    /// `;` for `,`.
    Semicolon,
    /// `=` for `:`.
    EqualsSign,
    /// Something after the end of the dataset.
    TrailingData,
    /// No comma before this value.
    MissingComma,
    /// No colon before this value.
    MissingColon,
    /// A colon that follows no name.
    StrayColon,
    /// A value of an object without a name.
    MissingName,
    /// No value before this mark.
    MissingValue,
    /// A comma before the closing bracket.
    TrailingComma,
    /// A comma that follows nothing.
    LeadingComma,
    /// A closing bracket that nothing opened.
    ExtraBracket(char),
    /// A closing bracket of the wrong kind.
    WrongBracket {
        /// The bracket in the text.
        found: char,
        /// The one that closes what is open.
        expected: char,
    },
    /// The file ends inside this.
    CutOff(Unfinished),
    /// A value of the wrong shape, in the words of the JSON parser.
    WrongValue(String),
    /// Anything else, in the words of the JSON parser.
    Other(String),
}

/// A character, an escape or a word that JSON does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TokenProblem {
    /// A quotation mark other than `"` around a text or a name.
    OtherQuote(char),
    /// A quotation mark as word processors set it.
    TypographicQuote(char),
    /// A mark as wide as a Chinese character, and the plain one.
    WideMark(char, char),
    /// `\u` without four hexadecimal digits.
    BadUnicodeEscape,
    /// A backslash before a character that JSON has no escape for.
    UnknownEscape(char),
    /// A line break inside a text.
    RawLineBreak,
    /// A tab inside a text.
    RawTab,
    /// Another control character inside a text.
    RawControl(char),
    /// A character that nobody sees, outside of texts.
    InvisibleCharacter(char),
    /// A character that may not be outside of texts.
    StrayCharacter(char),
    /// A name without quotation marks.
    UnquotedName(String),
    /// A text without quotation marks.
    UnquotedText(String),
    /// `NaN` or an infinity.
    NotFinite(String),
    /// A word that other languages write for `true`, `false` or `null`, and what JSON writes.
    ForeignWord(String, &'static str),
    /// A hexadecimal number, and the same number in decimal.
    Hexadecimal(String),
    /// A plus sign before this number.
    PlusSign(String),
    /// Zeros before a number.
    LeadingZero {
        /// The number without them.
        number: String,
        /// As it is written.
        text: String,
    },
    /// No digit on one side of the decimal point; the number as JSON writes it.
    BarePoint(String),
    /// Begins like a number and is none.
    NotANumber(String),
}

impl From<TokenProblem> for SyntaxProblem {
    fn from(problem: TokenProblem) -> Self {
        Self::Token(problem)
    }
}

/// What a file ends in the middle of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfinished {
    /// A text.
    Text,
    /// A list.
    List,
    /// An object.
    Object,
    /// Before or inside any other value.
    Value,
}
