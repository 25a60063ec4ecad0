//! Why a file could not be read, written or compared. Several features say it (`files`, `reader`, `compare` and the command
//! line), so it belongs to none of them.

use crate::diagnostics::{CompareError, OpenError, WriteProblem};

use super::{Language, english, russian};

impl Language {
    /// Why a file could not be read, without its name.
    pub fn open_error(self, error: &OpenError) -> String {
        match self {
            Self::English => english::errors::open_error(error),
            Self::Russian => russian::errors::open_error(error),
        }
    }

    /// What to do about a file that could not be read.
    pub fn open_advice(self, error: &OpenError) -> &'static str {
        match self {
            Self::English => english::errors::open_advice(error),
            Self::Russian => russian::errors::open_advice(error),
        }
    }

    /// Why a file could not be written, and what to do, without its name.
    pub fn write_problem(self, problem: &WriteProblem) -> String {
        match self {
            Self::English => english::errors::write_problem(problem),
            Self::Russian => russian::errors::write_problem(problem),
        }
    }

    /// Why settings and unsaved work cannot be written to the program's folder, and what to do; without a folder this user
    /// has no home.
    pub fn settings_problem(self, problem: &WriteProblem, folder: Option<&str>) -> String {
        match self {
            Self::English => english::errors::settings_problem(problem, folder),
            Self::Russian => russian::errors::settings_problem(problem, folder),
        }
    }

    /// Why a file could not be compared, without its name, in one line.
    pub fn compare_error(self, error: &CompareError) -> String {
        match self {
            Self::English => english::errors::compare_error(error),
            Self::Russian => russian::errors::compare_error(error),
        }
    }
}

/// Bytes in units of 10⁹, to one place after the `point`.
pub(super) fn gigabytes(bytes: u64, point: &str) -> String {
    format!("{:.1}", bytes as f64 / 1e9).replace('.', point)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::MemoryShortage;

    #[test]
    fn a_shortage_of_memory_is_said_with_both_figures() {
        let shortage = MemoryShortage { needed: 1_600_000_000, available: 900_000_000 };
        let error = OpenError::OutOfMemory(Some(shortage));
        assert_eq!(Language::English.open_error(&error), "needs about 1.6 GB of memory; 0.9 GB available");
        assert_eq!(Language::Russian.open_error(&error), "нужно около 1,6 ГБ памяти; свободно 0,9 ГБ");
    }
}
