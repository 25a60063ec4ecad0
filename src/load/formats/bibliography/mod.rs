//! Bibliographies, in BibTeX, BibLaTeX and RIS: their entries, what LaTeX writes in them, and the works they are of.

mod bibtex;
mod latex;
mod ris;
mod works;

pub(super) use works::{is_bibtex, is_ris, read_bibtex, read_ris};
