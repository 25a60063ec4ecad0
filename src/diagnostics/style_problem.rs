//! Why a file is no style of citations.

/// Why a file is no style of citations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StyleProblem {
    /// It is larger than any style.
    TooLarge,
    /// It is no XML, from this line on, or nested too deeply.
    Malformed(usize),
    /// It has an element that no style of CSL 1.0 has there, or lacks one, at this line.
    NotAStyle(usize),
    /// It only names another style.
    Dependent,
    /// A macro at this line uses itself.
    Endless(usize),
    /// Its macros use each other so often that nothing would ever be written.
    TooMuch,
}
