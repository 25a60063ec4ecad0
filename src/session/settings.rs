//! What is remembered from one run to the next.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

/// What is remembered. Unknown or missing fields are no error, so that versions can share it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Light, dark, or as the system says.
    pub theme: ThemeChoice,
    /// The file that was open last; `None` for the bundled dataset.
    pub last_file: Option<PathBuf>,
}

/// Light, dark, or as the system says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ThemeChoice {
    /// As the system says.
    #[default]
    System,
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}
