//! The texts of the pane in which a document is read.

use crate::document::{Cut, Stage, Unreadable};

use super::table::{Counted, Named, Said, texts};

texts! {
    /// What is said of a document that is open for reading.
    PageWords {
        read_copy: Said,
        attach_copy: Said,
        attach_title: &'static str,
        documents_filter: &'static str,
        close: Said,
        copy_of: Named,
        reading: Named,
        quotations: Counted,
        read: fn(usize, usize) -> String,
        nobody: &'static str,
        known: &'static str,
        take: Named,
        speaker_field: &'static str,
        role_field: &'static str,
        about: Said,
        about_nothing: &'static str,
        because: fn(&str, Option<&str>) -> String,
        day: Said,
        lang: Said,
        save: Said,
        taken: Counted,
        saved: fn(&str, usize) -> String,
        copies_left: Counted,
        kept: Counted,
        unsaved: Counted,
        /// Of quotations that an earlier run left unsaved.
        unsaved_restored: Counted,
        unsaved_save: Said,
        unsaved_discard: Said,
        unsaved_cancel: Said,
        unsaved_later: Said,
        /// A button that opens the named document.
        unsaved_reopen: Named,
        /// What to do in the named document, which was opened for it.
        unsaved_open: Named,
        unsaved_incomplete: &'static str,
        not_saved_closed: &'static str,
        /// How many confirmed quotations the document, opened again, no longer has.
        unsaved_lost: Counted,
        /// That the named file is no longer the one in which quotations were confirmed.
        unsaved_changed: Named,
        bad_day: &'static str,
        bad_lang: &'static str,
        no_speaker: Named,
        needs_day: &'static str,
        no_quotations: &'static str,
        stage: fn(Stage) -> String,
        negated: fn(&str, bool) -> String,
        nowhere: &'static str,
        one_of_equal: Counted,
        unreadable: fn(Unreadable) -> &'static str,
        coming: Named,
        cancel_help: &'static str,
        not_opened: fn(&str, &str) -> String,
        outside: &'static str,
        no_file: &'static str,
        file_gone: &'static str,
        too_large: &'static str,
        not_a_file: &'static str,
        too_much_memory: &'static str,
        too_long: &'static str,
        stopped: &'static str,
        same: Said,
        changed: Said,
        unknown: Said,
        replaced: Counted,
        cut: fn(Cut) -> String,
        shown_only: Counted,
        encoding: Named,
        badge: Named,
        differs: fn(&str, &str) -> String,
    }
}
