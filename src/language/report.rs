//! Reports on files, in the language of the interface: the same in the terminal, in the panel and in tests.

use std::fmt::{self, Write as _};

use crate::diagnostics::{
    CellPosition, DateAdvice, Diagnostic, Problem, Report, Rule, Severity, is_invisible,
};

use super::{Language, english, russian};

/// A problem in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explanation {
    /// What is wrong, without a full stop.
    pub message: String,
    /// What to do; may be empty.
    pub help: String,
}

impl Explanation {
    pub(super) fn new<M: Into<String>, H: Into<String>>(message: M, help: H) -> Self {
        Self { message: message.into(), help: help.into() }
    }
}

impl Language {
    /// What is wrong, and what to do.
    pub fn explain(self, problem: &Problem) -> Explanation {
        match self {
            Self::English => english::problems::explain(problem),
            Self::Russian => russian::problems::explain(problem),
        }
    }

    /// Where in a table something stands, as in `in row 14, column "Date"`.
    pub fn in_cell(self, cell: &CellPosition) -> String {
        match self {
            Self::English => english::problems::in_cell(cell),
            Self::Russian => russian::problems::in_cell(cell),
        }
    }

    /// What a rule is about.
    pub fn rule(self, rule: Rule) -> &'static str {
        match self {
            Self::English => english::problems::rule(rule),
            Self::Russian => russian::problems::rule(rule),
        }
    }

    /// What to write instead of a text that is not a date.
    pub fn date_advice(self, advice: &DateAdvice) -> String {
        match self {
            Self::English => english::problems::date_advice(advice),
            Self::Russian => russian::problems::date_advice(advice),
        }
    }
}

impl Diagnostic {
    /// What is wrong, without a full stop.
    pub fn message(&self, language: Language) -> String {
        language.explain(&self.problem).message
    }

    /// What to do; may be empty.
    pub fn help(&self, language: Language) -> String {
        language.explain(&self.problem).help
    }

    /// The problem on a few lines, as compilers print them:
    ///
    /// ```text
    /// error[unknown-id]: no treaty has the id "INV"
    ///   at line 12, column 17
    ///    | "treaty": "INV",
    ///    |           ^^^^^
    ///   help: treaties in this file: INF, ABM
    /// ```
    pub fn render(&self, language: Language) -> String {
        let strings = &language.strings().files;
        let severity = match self.severity {
            Severity::Error => strings.error,
            Severity::Warning => strings.warning,
        };
        let (at, help_word) = match language {
            Language::English => (english::problems::at as fn(usize, usize) -> String, "help"),
            Language::Russian => (russian::problems::at as fn(usize, usize) -> String, "совет"),
        };
        let Explanation { message, help } = language.explain(&self.problem);
        let mut text = format!("{severity}[{}]: {message}\n", self.code);
        // Writing to a string cannot fail.
        if let Some(cell) = &self.cell {
            let _written = writeln!(text, "  {}", language.in_cell(cell));
        } else if self.line > 0 {
            let _written = writeln!(text, "  {}", at(self.line, self.column));
        }
        if self.width > 0 {
            let (before, marks) = (" ".repeat(self.caret), "^".repeat(self.width));
            let _written = writeln!(text, "   | {}\n   | {before}{marks}", self.excerpt);
        }
        if !help.is_empty() {
            let _written = writeln!(text, "  {help_word}: {help}");
        }
        text
    }
}

impl Report {
    /// All problems that are listed, and the counts.
    pub fn render(&self, language: Language) -> String {
        let mut text = String::new();
        for problem in &self.problems {
            // Writing to a string cannot fail.
            let _written = writeln!(text, "{}", problem.render(language));
        }
        let unlisted = match language {
            Language::English => english::problems::unlisted,
            Language::Russian => russian::problems::unlisted,
        };
        if self.unlisted() > 0 {
            let _written = writeln!(text, "… {}\n", unlisted(self.unlisted()));
        }
        let _written = writeln!(text, "{}: {}", self.file, self.summary(language));
        text
    }

    /// The counts in words, as in `2 errors, 1 warning`.
    pub fn summary(&self, language: Language) -> String {
        (language.strings().files.problems)(self.errors, self.warnings)
    }
}

/// In English, for logs and tests.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(Language::English))
    }
}

/// A character's number, as in `U+00A0`.
pub(super) fn code_point(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// A character with its number, or the number alone where nobody would see it.
pub(super) fn character(c: char) -> String {
    if is_invisible(c) || c.is_whitespace() { code_point(c) } else { format!("{c} ({})", code_point(c)) }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::load::load_for_print;

    /// Checks that a problem is explained in Russian: outside quotation marks and backticks there is no English word.
    pub(crate) fn assert_russian(problem: &Problem) {
        let Explanation { message, help } = Language::Russian.explain(problem);
        assert!(message.contains(is_cyrillic), "{message}");
        assert_no_english(&message);
        assert_no_english(&help);
    }

    fn is_cyrillic(c: char) -> bool {
        matches!(c, 'а'..='я')
    }

    fn assert_no_english(text: &str) {
        let mut closing = None;
        let mut outside = String::new();
        for c in text.replace("Ctrl+Shift+O", "").chars() {
            closing = match (closing, c) {
                (Some(mark), _) => Some(mark).filter(|&mark| mark != c),
                (None, '«') => Some('»'),
                (None, '`') => Some('`'),
                (None, _) => {
                    outside.push(c);
                    None
                }
            };
        }
        let mut words = outside.split(|c: char| !c.is_ascii_lowercase());
        assert_eq!(words.find(|word| word.len() > 3), None, "{text}");
    }

    #[test]
    fn each_rule_is_told_in_each_language() {
        for &rule in Rule::ALL {
            let (english, russian) = (Language::English.rule(rule), Language::Russian.rule(rule));
            assert!(russian.contains(is_cyrillic) && !english.contains(is_cyrillic), "{english} {russian}");
            assert_no_english(russian);
        }
    }

    #[test]
    fn what_is_wrong_with_a_file_is_told_in_russian_too() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures");
        let entries = |folder: &std::path::Path| {
            let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
            entries.collect::<Vec<_>>()
        };
        let is_native =
            |path: &std::path::PathBuf| path.extension().is_some_and(|extension| extension == "json");
        let native = entries(folder.as_ref()).into_iter().filter(is_native);
        let others = entries(format!("{folder}/formats").as_ref());
        let mut count = 0;
        for path in native.chain(others.iter().flat_map(|folder| entries(folder))) {
            let bytes = std::fs::read(&path).unwrap();
            let report = load_for_print("x", bytes, Some(&|c| u32::from(c) < 0x500), &()).report;
            for found in &report.problems {
                assert_russian(&found.problem);
            }
            count += report.problems.len();
        }
        assert!(count > 80, "{count}");
    }

    #[test]
    fn a_report_is_framed_in_the_language_of_the_reader() {
        let report = load_for_print("x.json", b"{\"format\":\"y\"}".to_vec(), None, &()).report;
        let russian = report.render(Language::Russian);
        let expected = "ошибка[unknown-format]: неизвестный формат `\"y\"`\n  строка 1, столбец 11\n   | {\"format\":\"y\"}\n   |           ^^^\n  совет: эта версия читает «treaty-timeline/1»\n\nx.json: 1 ошибка\n";
        assert_eq!(russian, expected);
        assert!(report.to_string().starts_with("error[unknown-format]: "));
    }
}
