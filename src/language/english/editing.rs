//! English: editing.

use crate::language::editing::Editing;
use crate::language::text::label;

use super::counted;

pub(super) const EDITING: Editing = Editing {
    edit: label("Edit", "Change the date, type, title, source and other fields of this event"),
    edit_title: "Edit event",
    add_title: |treaty| format!("New event of {treaty}"),
    date: label("Date", "When it happened, such as 2 August 2019, 2019-08 or about 1962 (EDTF)"),
    kind: label("Type", "What happened, in terms of treaty law"),
    treaty: label("Treaty", "The lane on which it stands"),
    title: label("Title", "A short title in sentence case, without the date"),
    summary: label("Summary", "What happened, in a few sentences"),
    source: label("Source of the date", "Type words of a known source, or paste the address of a new one"),
    note: label("Note on the date", "What to know about the date, such as how sources differ"),
    will_draw: |date, precision| format!("Will be drawn at {date} · {precision}"),
    date_hint: "2 August 2019, 2019-08 or about 1962",
    unsourced: "No source: the event is marked as unsourced",
    new_source: "A new source with this address is added to the dataset",
    use_source: |title| format!("Use {title}"),
    apply: label("Apply", "Make the change; it is saved with Ctrl+S (Enter)"),
    applying: "Applying…",
    cancel: label("Cancel", "Leave the event as it is (Esc)"),
    discard_question: "Discard what you have typed?",
    discard: label("Discard", "Close the form and lose what is typed"),
    go_on: label("Keep editing", "Go on typing"),
    date_missing: "Enter a date",
    kind_missing: "Choose a type",
    treaty_missing: "Choose a treaty",
    unknown_source: "Choose a source from the list, or paste an address (https://…)",
    several_files: "Several files are open. Remove the others from the timeline to edit one",
    other_format: "Only datasets in the program's own format can be edited. Save this one with File › Other formats › JSON, then open it",
    select_an_event: "Select an event first",
    select_a_treaty: "Select a treaty first",
    date_changed: |title, before, after| format!("Date of “{title}”: {before} → {after}"),
    fields_changed: |title, fields| format!("“{title}”: {fields} changed"),
    added: |title, treaty| format!("“{title}” added to {treaty}"),
    deleted: |title| format!("“{title}” deleted"),
    other_text: "the file has changed since. Reload it and try again",
    not_made: |why| format!("Nothing was changed: {why}"),
    law_until: |name, state, before, after| format!("{name}: {state} until {before} → {after}"),
    law_from: |name, state, before, after| format!("{name}: {state} from {before} → {after}"),
    law_changed: |name, before, after| format!("{name}: {before} → {after}"),
    law_span: |state, from, until| match until {
        Some(until) => format!("{state} from {from} to {until}"),
        None => format!("{state} from {from}"),
    },
    law_lasts: "now",
    law_nothing: "no status",
    more_treaties: |n| format!("Status changed for {} more", counted(n, "treaty")),
    delete_question: |title| format!("Delete “{title}”?"),
    delete_links: |n| format!("{} to it will lead nowhere, and must be changed too:", counted(n, "link")),
    delete_no_links: "Nothing in the dataset links to it. You can undo this",
    delete: label("Delete", "Delete the event; you can undo this"),
    nothing_to_save: "All changes are saved",
    saved: |name| format!("Saved {name}"),
    unsaved_count: |n| counted(n, "unsaved change"),
    unsaved: |n, name| match n {
        1 => format!("1 change to {name} is unsaved"),
        n => format!("{n} changes to {name} are unsaved"),
    },
    left: |n, name| match n {
        1 => format!("The program ended before 1 change to {name} was saved"),
        n => format!("The program ended before {n} changes to {name} were saved"),
    },
    restore: |name| format!("Restore changes to {name}"),
    restored: |n| format!("{} of the last run restored", counted(n, "change")),
    not_restored: |name| {
        format!(
            "{name} has changed since, so the unsaved changes do not fit it. They are kept until you discard them"
        )
    },
    changed_on_disk: |name| format!("{name} has changed on disk"),
    changed_on_disk_help: "Another program has written the file since it was opened here",
    save_over: label("Keep mine", "Write your version over the one on disk"),
    save_elsewhere: label("Save a copy…", "Save your version under another name"),
    reload: label("Reload", "Open the version on disk and lose your changes"),
    merge: label(
        "Merge",
        "Take over what changed on disk, field by field; where both changed the same, yours stays",
    ),
    merged: |made, conflicts| match conflicts {
        0 => format!("{} on disk taken over", counted(made, "change")),
        n => format!(
            "{} on disk taken over; {n} left out, because you changed the same",
            counted(made, "change")
        ),
    },
    author: label("Your name", "Who proposes the changes"),
    reason: label("Reason", "Why they are right, in a sentence"),
    propose_help: "The unsaved changes are written to a file of their own, to be sent to whoever keeps the dataset",
    save_patch: label("Save patch…", "Choose where to save the proposed changes"),
    proposed: |name| format!("Saved the proposed changes in {name}"),
    no_edits: "Nothing has been edited yet",
};
