//! A table on the clipboard, as a spreadsheet puts it there.

use std::sync::Arc;

use crate::records::{Extent, ReadOptions};
use crate::session::Session;
use crate::session::effect::Effect;

use super::origin::TableOrigin;

impl Session {
    /// Opens a pasted text as a table, or says that it is none.
    pub(super) fn paste(&mut self, text: &str) -> Option<Effect> {
        if !is_table(text) {
            self.status_message = Some(self.strings().opening.no_table_pasted.to_owned());
            return None;
        }
        let name = self.strings().opening.pasted.to_owned();
        Some(self.load_bytes(name, text.as_bytes().into(), true))
    }

    /// Starts to read bytes that are in no file.
    pub(super) fn load_bytes(&mut self, name: String, bytes: Arc<[u8]>, is_table: bool) -> Effect {
        self.begin_loading(&name);
        self.files.asked = Some(TableOrigin::Memory(name.clone(), Arc::clone(&bytes)));
        let known = self.settings.preferences.known_tables.clone();
        Effect::LoadBytes(
            name,
            bytes,
            ReadOptions { is_table, known, extent: Extent::UntilAsked, ..ReadOptions::default() },
        )
    }
}

/// Whether a text has at least two rows of at least two cells.
fn is_table(text: &str) -> bool {
    let lines = || text.lines().filter(|line| !line.trim().is_empty());
    ['\t', ';', ',', '|'].into_iter().any(|separator| {
        let mut rows = lines().take(2).map(|line| line.matches(separator).count());
        match (rows.next(), rows.next()) {
            // Prose has commas too, but seldom as many in two lines that follow each other; a tab is a cell's end.
            (Some(first), Some(second)) if separator == '\t' => first > 0 && second > 0,
            (Some(first), Some(second)) => {
                first > 0 && (first == second || (second > 0 && text.contains('"')))
            }
            _ => false,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_has_two_rows_of_two_cells() {
        for text in
            ["Date\tEvent\n1987\ta", "Date,Event\n1987,a\n", "A;B\r\n\r\n1;2\r\n", "a,b\n\"x, y\",z\n"]
        {
            assert!(is_table(text), "{text:?}");
        }
        for text in
            ["", "1987", "Date\tEvent", "It was signed, then ratified.\nNothing came of it.", "a\nb\nc"]
        {
            assert!(!is_table(text), "{text:?}");
        }
    }
}
