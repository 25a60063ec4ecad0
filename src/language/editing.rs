//! Editing: the forms of records, what edits did in words, and what is asked before something is lost.

use crate::domain::Nature;
use crate::records::RecordList;

use super::text::{Label, WithCount, WithName, texts};

texts! {
    /// Editing: the forms of records, what edits did in words, and what is asked before something is lost.
    Editing {
        /// A button in the details of a record.
        edit: Label,
        /// The heading of the form of a record, by its list.
        edit_title: fn(RecordList) -> &'static str,
        /// The heading of the form of several events.
        together_title: WithCount,
        /// In it: what an empty field means.
        together_help: &'static str,
        /// In the status bar: what to do before.
        select_several: &'static str,
        /// An edit: how many events were changed, and which of their fields.
        changed_together: fn(usize, &str) -> String,
        /// The heading of the form of a new record, by its list.
        new_title: fn(RecordList) -> &'static str,
        /// The heading of the form of a new event; the argument is a treaty.
        add_title: WithName,
        /// A field of the form: the date.
        date: Label,
        /// A field of the form: the type of event.
        kind: Label,
        /// A field of the form: the treaty.
        treaty: Label,
        /// A field of the form: the party that acted.
        party: Label,
        /// A field of the form.
        title: Label,
        /// A field of the form.
        summary: Label,
        /// A field of the form: where the date was seen.
        source: Label,
        /// A field of the form: what to know about the date.
        note: Label,
        /// A field of the form of a statement: the words.
        quote: Label,
        /// A field of it.
        speaker: Label,
        /// A field of it: when it was said.
        said_on: Label,
        /// A field of it: the source.
        seen_in: Label,
        /// A field of it: treaties and events.
        about: Label,
        /// A field of it, and of the form of a speaker: a party.
        spoken_for: Label,
        /// A field of it: the office held.
        role: Label,
        /// A field of it: the body spoken for.
        organisation: Label,
        /// A field of it: where it was said.
        venue: Label,
        /// A field of it, and of the form of a source: a language.
        lang: Label,
        /// A field of it: whose translation it is.
        translator: Label,
        /// A field of it: what to know about the wording.
        wording_note: Label,
        /// A field of the forms of treaties, parties and speakers.
        name: Label,
        /// A field of the form of a treaty: the heading under which its lane stands.
        group: Label,
        /// A field of it: whether it binds in law.
        nature: Label,
        /// What can be chosen there.
        nature_name: fn(Nature) -> &'static str,
        /// A field of it.
        parties: Label,
        /// A field of it.
        depositaries: Label,
        /// A field of it: what it is.
        treaty_summary: Label,
        /// A field of it.
        full_name: Label,
        /// A field of it: other names.
        aliases: Label,
        /// A field of it: how long it lasts.
        duration: Label,
        /// The group of the first treaty of a dataset.
        first_group: &'static str,
        /// A field of the form of a party: its id.
        code: Label,
        /// A field of it: a short name.
        short: Label,
        /// A field of it: the state that it succeeded.
        predecessor: Label,
        /// At the code: it is taken.
        code_taken: WithName,
        /// A field of the form of a speaker.
        native_name: Label,
        /// A field of the form of a source.
        source_title: Label,
        /// A field of it.
        address: Label,
        /// A field of it.
        publisher: Label,
        /// A field of it: a date.
        published: Label,
        /// A field of it: the day on which it was seen.
        accessed: Label,
        /// A field of it.
        source_kind: Label,
        /// A field of it: the address of an archived copy.
        archive: Label,
        /// A field of the form of the dataset.
        dataset_title: Label,
        /// A field of it.
        description: Label,
        /// A field of it.
        license: Label,
        /// A field of it.
        version: Label,
        /// A field of it: up to when news was searched.
        checked_on: Label,
        /// Under a type of event: it is one of the dataset's own, without a meaning in law.
        own_kind: WithName,
        /// Under a name: there is no such record, so that one is added.
        is_new: WithName,
        /// Under what a statement is about: this is neither a treaty nor an event.
        unknown_subject: WithName,
        /// At a name: it is none.
        unknown_name: WithName,
        /// At the named field: it is empty.
        missing: WithName,
        /// Under the date: what the timeline will draw, and how exact that is.
        will_draw: fn(&str, &str) -> String,
        /// Beside the label of an empty field that must be filled in.
        required: &'static str,
        /// Under an empty date.
        date_hint: &'static str,
        /// Under the source: it has none.
        unsourced: &'static str,
        /// Under the source: an address that the dataset does not have makes a new one.
        new_source: &'static str,
        /// For screen readers: the button that chooses a name.
        use_name: WithName,
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
        select_a_record: &'static str,
        /// In the status bar: what to do before adding.
        select_a_treaty: &'static str,
        /// An edit: the title of an event, its date before and after.
        date_changed: fn(&str, &str, &str) -> String,
        /// An edit: the title of an event, and which of its fields changed.
        fields_changed: fn(&str, &str) -> String,
        /// An edit: an event was added; its title and the treaty.
        added: fn(&str, &str) -> String,
        /// An edit: a record of a list was added, by its name; of a statement the speaker.
        added_record: fn(RecordList, &str) -> String,
        /// An edit: a record was deleted.
        deleted: WithName,
        /// Why an edit was refused: the text is another one by now.
        other_text: &'static str,
        /// In the status bar: an edit was refused, and why.
        not_made: WithName,
        /// What pasted rows added: events and statements.
        rows_added: fn(usize, usize) -> String,
        /// Of pasted rows nothing is new.
        no_rows: &'static str,
        /// How many records of pasted rows the dataset had already.
        rows_known: WithCount,
        /// How many problems there were in reading pasted rows, and the first: its line and what it is.
        rows_problems: fn(usize, usize, &str) -> String,
        /// How many changes of a patch were made, and who proposed them.
        patch_made: fn(usize, &str) -> String,
        /// No change of a patch was made.
        patch_nothing: &'static str,
        /// How many changes of a patch do not fit, and the record of the first.
        patch_conflicts: fn(usize, &str) -> String,
        /// An event that was dragged has a date that cannot be moved.
        not_movable: &'static str,
        /// Dragging of events was turned on.
        moving_on: &'static str,
        /// It was turned off.
        moving_off: &'static str,
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
        /// The title of the question before a record is deleted; the argument is its name.
        delete_question: WithName,
        /// In it: what is deleted too.
        delete_with: WithCount,
        /// In it: what links to the record, and will do so no more.
        delete_links: WithCount,
        /// In it: what must be changed first.
        delete_blocked: WithCount,
        /// In it: nothing links to the record.
        delete_no_links: &'static str,
        /// A button of it.
        delete: Label,
        /// A button of the form: ask whether to delete the record.
        ask_to_delete: Label,
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
        /// In place of the list of steps: there are none.
        no_steps: &'static str,
        /// In it: the state before all steps.
        beginning: &'static str,
        /// What the list of steps is for.
        history_help: &'static str,
        /// For screen readers: a step that was undone.
        undone_step: WithName,
        /// For screen readers: the step that was made last.
        last_step: WithName,
        /// For screen readers: the button that edits the named party.
        edit_party: WithName,
        /// The name of a new dataset, in place of that of a file.
        new_name: &'static str,
        /// The title of a new dataset.
        new_dataset_title: &'static str,
        /// What it is, in its details, while it is empty.
        new_dataset_help: &'static str,
        /// The name of the treaty of a new dataset.
        new_treaty: &'static str,
        /// The group of the topics of a new dataset.
        new_topics: &'static str,
        /// The name of such a topic, by its number.
        new_topic: WithCount,
        /// The title of the event of a new dataset, which is to be replaced.
        new_event: &'static str,
    }
}
