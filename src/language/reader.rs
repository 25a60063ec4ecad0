//! The panel in which a document is read, its quotations, and what is saved of them.

use crate::document::{Cut, MatchKind, Unreadable};

use super::text::{Label, WithCount, WithName, texts};

texts! {
    /// The panel in which a document is read, its quotations, and what is saved of them.
    Reader {
        /// A link under a quotation: open the copy of its source that is stored with the dataset.
        read_copy: Label,
        /// A link under a quotation: choose a file in which to find it.
        attach_copy: Label,
        /// The title of that file dialog.
        attach_title: &'static str,
        /// The kind of file in file dialogs.
        documents_filter: &'static str,
        /// A button: close the document.
        close: Label,
        /// The heading over a copy of the titled source.
        copy_of: WithName,
        /// The heading over a named file.
        reading: WithName,
        /// How many quotations the dataset has from this source.
        quotations: WithCount,
        /// How many quotations and treaties were found in a document that the dataset does not know.
        found: fn(usize, usize) -> String,
        /// In place of the speaker of a quotation that was found.
        unknown_speaker: &'static str,
        /// Beside a quotation that the dataset has already.
        known: &'static str,
        /// For screen readers: the button that confirms a quotation, of which the argument is the beginning.
        confirm: WithName,
        /// The label of a field.
        speaker_field: &'static str,
        /// The label of a field: the speaker's role.
        role_field: &'static str,
        /// The label of a menu: the treaty or the event that a quotation is about.
        about: Label,
        /// An entry of that menu: opens the list of the treaties that the document does not name.
        other_treaties: &'static str,
        /// An entry of that menu: no treaty.
        about_nothing: &'static str,
        /// Why an event is suggested: a word of the document and, if there was one, a date.
        suggestion_reason: fn(&str, Option<&str>) -> String,
        /// The label of a field: the date on which the words were spoken.
        day: Label,
        /// The label of a field: the date on which the words of one quotation were spoken.
        day_of_quotation: Label,
        /// The label of a field: the language of the document.
        lang: Label,
        /// A button: save the dataset with the confirmed quotations. The name is the title of the file dialog as well.
        save: Label,
        /// How many quotations are confirmed.
        confirmed: WithCount,
        /// In the status bar: the named file was saved, with this many new statements.
        saved: fn(&str, usize) -> String,
        /// In the status bar: how many copies of sources the new file does not find.
        copies_left: WithCount,
        /// In the status bar: how many confirmed quotations wait for their document.
        kept: WithCount,
        /// The title of the dialog when the window is closed: how many confirmed quotations are unsaved.
        unsaved: WithCount,
        /// The title of the dialog after a crash: how many confirmed quotations an earlier run left unsaved.
        unsaved_restored: WithCount,
        /// A button of the dialog.
        unsaved_save: Label,
        /// A button of the dialog.
        unsaved_discard: Label,
        /// A button of the dialog when the window is closed.
        unsaved_cancel: Label,
        /// A button of the dialog after a crash.
        unsaved_later: Label,
        /// A button of the dialog: open the named document.
        unsaved_reopen: WithName,
        /// In the status bar: what to do in the named document, which was opened for it.
        unsaved_open: WithName,
        /// In the status bar: what a confirmed quotation lacks.
        unsaved_incomplete: &'static str,
        /// In the status bar: the document was closed while a file dialog was open.
        not_saved_closed: &'static str,
        /// In the status bar: how many confirmed quotations the document, opened again, no longer has.
        unsaved_lost: WithCount,
        /// In the status bar: the named file changed after quotations were confirmed in it.
        unsaved_changed: WithName,
        /// Under the fields: nothing is confirmed yet, and how to do so.
        nothing_confirmed: &'static str,
        /// Under the fields: a date is missing.
        bad_day: &'static str,
        /// Under the fields: the date of a quotation cannot be read, of which the argument is the beginning.
        bad_day_of: WithName,
        /// Under the fields: a language is missing.
        bad_lang: &'static str,
        /// Under the fields: the speaker of a quotation is missing, of which the argument is the beginning.
        no_speaker: WithName,
        /// In place of a date such as “today” while the date of the document is missing.
        needs_day: &'static str,
        /// In place of quotations.
        no_quotations: &'static str,
        /// How well a quotation matches the document.
        match_quality: fn(MatchKind) -> String,
        /// That a quotation differs by a negating word; whether the quotation has it, or the document.
        negated: fn(&str, bool) -> String,
        /// A quotation that the document does not have.
        not_found: &'static str,
        /// How many passages match a quotation equally well.
        first_of_identical: WithCount,
        /// Why a file cannot be read; after `not_opened`.
        unreadable: fn(Unreadable) -> &'static str,
        /// In the status bar: the named document is being read.
        opening: WithName,
        /// The tooltip of the button that stops it.
        cancel_help: &'static str,
        /// In the status bar: the named document, and why it cannot be read.
        not_opened: fn(&str, &str) -> String,
        /// A reason: the dataset names a file outside its folder.
        outside: &'static str,
        /// A reason.
        no_file: &'static str,
        /// A reason: a file that was open before.
        file_gone: &'static str,
        /// A reason.
        too_large: &'static str,
        /// A reason.
        not_a_file: &'static str,
        /// A reason.
        too_much_memory: &'static str,
        /// A reason.
        too_long: &'static str,
        /// A reason: the process that reads documents ended early.
        stopped: &'static str,
        /// Over a copy: its checksum is the one in the dataset.
        same: Label,
        /// Over a copy: its checksum differs.
        changed: Label,
        /// Over a copy: the dataset has no checksum for it.
        unknown: Label,
        /// How many characters could not be decoded.
        replaced: WithCount,
        /// How much of a document was not read.
        cut: fn(Cut) -> String,
        /// How many lines of a document are shown.
        shown_only: WithCount,
        /// The named encoding of a document.
        encoding: WithName,
        /// Beside a quotation in the details panel: how it matches the copy.
        badge: WithName,
        /// How a quotation differs: the words of the document, and those of the quotation; one of them may be empty.
        differs: fn(&str, &str) -> String,
    }
}
