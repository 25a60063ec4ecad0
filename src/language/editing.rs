//! Editing: the form of an event, what edits did in words, and what is asked before something is lost.

use super::text::{Label, WithCount, WithName, texts};

texts! {
    /// Editing: the form of an event, what edits did in words, and what is asked before something is lost.
    Editing {
        /// A button in the details of an event.
        edit: Label,
        /// The heading of the form of an event.
        edit_title: &'static str,
        /// The heading of the form of a new event; the argument is a treaty.
        add_title: WithName,
        /// A field of the form: the date.
        date: Label,
        /// A field of the form: the type of event.
        kind: Label,
        /// A field of the form: the treaty.
        treaty: Label,
        /// A field of the form.
        title: Label,
        /// A field of the form.
        summary: Label,
        /// A field of the form: where the date was seen.
        source: Label,
        /// A field of the form: what to know about the date.
        note: Label,
        /// Under the date: what the timeline will draw, and how exact that is.
        will_draw: fn(&str, &str) -> String,
        /// Under an empty date.
        date_hint: &'static str,
        /// Under the source: it has none.
        unsourced: &'static str,
        /// Under the source: an address that the dataset does not have makes a new one.
        new_source: &'static str,
        /// For screen readers: the button that chooses a source.
        use_source: WithName,
        /// A button of the form.
        apply: Label,
        /// A button of the form, while an edit is made.
        applying: &'static str,
        /// A button of the form.
        cancel: Label,
        /// What is asked before typed text is lost.
        discard_question: &'static str,
        /// A button: lose it.
        discard: Label,
        /// A button: do not.
        go_on: Label,
        /// At the date: it is empty.
        date_missing: &'static str,
        /// At the type: it is empty.
        kind_missing: &'static str,
        /// At the treaty: there is none of this id.
        treaty_missing: &'static str,
        /// At the source: what is typed is neither a source nor an address.
        unknown_source: &'static str,
        /// In the status bar: nothing can be edited while several files are open.
        several_files: &'static str,
        /// In the status bar: nothing can be edited in a file of another format.
        other_format: &'static str,
        /// In the status bar: what to do before editing.
        select_an_event: &'static str,
        /// In the status bar: what to do before adding.
        select_a_treaty: &'static str,
        /// An edit: the title of an event, its date before and after.
        date_changed: fn(&str, &str, &str) -> String,
        /// An edit: the title of an event, and which of its fields changed.
        fields_changed: fn(&str, &str) -> String,
        /// An edit: an event was added; its title and the treaty.
        added: fn(&str, &str) -> String,
        /// An edit: an event was deleted.
        deleted: WithName,
        /// Why an edit was refused: the text is another one by now.
        other_text: &'static str,
        /// In the status bar: an edit was refused, and why.
        not_made: WithName,
        /// What an edit changed in law: a treaty, its state, the last day of that before and after.
        law_until: fn(&str, &str, &str, &str) -> String,
        /// What an edit changed in law: a treaty, its state, the first day of that before and after.
        law_from: fn(&str, &str, &str, &str) -> String,
        /// What an edit changed in law: a treaty, and its status before and after.
        law_changed: fn(&str, &str, &str) -> String,
        /// A state from a first day to a last one, if it ends.
        law_span: fn(&str, &str, Option<&str>) -> String,
        /// In place of a last day: it does not end.
        law_lasts: &'static str,
        /// In place of a state: there is none.
        law_nothing: &'static str,
        /// How many more treaties have another status.
        more_treaties: WithCount,
        /// The title of the question before an event is deleted; the argument is its title.
        delete_question: WithName,
        /// In it: what names the event, which will be without it.
        delete_links: WithCount,
        /// In it: nothing names the event.
        delete_no_links: &'static str,
        /// A button of it.
        delete: Label,
        /// In the status bar.
        nothing_to_save: &'static str,
        /// In the status bar: the named file was saved.
        saved: WithName,
        /// In the status bar, always: how many edits are unsaved.
        unsaved_count: WithCount,
        /// In the dialog before closing: how many edits of a named file are unsaved.
        unsaved: fn(usize, &str) -> String,
        /// In the dialog after a crash: how many edits of a named file an earlier run left unsaved.
        left: fn(usize, &str) -> String,
        /// A button of that dialog: make the edits of the named file again.
        restore: WithName,
        /// An edit: how many edits of an earlier run were made again.
        restored: WithCount,
        /// In the status bar: the named file has changed since, so that its edits cannot be made again.
        not_restored: WithName,
        /// The title of the question when the named file has changed on disk.
        changed_on_disk: WithName,
        /// What it means.
        changed_on_disk_help: &'static str,
        /// A button of it.
        save_over: Label,
        /// A button of it: save under another name.
        save_elsewhere: Label,
        /// A button of it: open what is in the file.
        reload: Label,
        /// A button of it: put both versions together.
        merge: Label,
        /// An edit: how many changes on disk were taken over, and how many were not, since both changed the same.
        merged: fn(usize, usize) -> String,
        /// A field of the dialog in which changes are proposed.
        author: Label,
        /// A field of it.
        reason: Label,
        /// What that dialog does.
        propose_help: &'static str,
        /// The button of it.
        save_patch: Label,
        /// In the status bar: the named patch was written.
        proposed: WithName,
        /// In place of the list of edits: there are none.
        no_edits: &'static str,
    }
}
