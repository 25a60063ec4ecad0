//! English: the panel in which a document is read, its quotations, and what is saved of them.

use crate::document::{Cut, MatchKind, Unreadable};
use crate::language::reader::Reader;
use crate::language::text::label;

use super::counted;

pub(super) const READER: Reader = Reader {
    read_copy: label("Open local copy", "Open the copy stored with the dataset at this passage"),
    attach_copy: label(
        "Find in a file…",
        "Choose a text, HTML or PDF copy of this source and highlight the passage in it; the file is not moved",
    ),
    attach_title: "Choose a copy of the source",
    documents_filter: "Text, HTML, PDF",
    close: label("Close the document", "Close the reader (Esc)"),
    copy_of: |title| format!("Copy of “{title}”"),
    reading: |name| format!("Document: {name}"),
    quotations: |n| format!("{} from this source", counted(n, "quotation")),
    found: |quotations, treaties| {
        format!("Found {}, {}", counted(quotations, "quotation"), counted(treaties, "treaty"))
    },
    unknown_speaker: "Unknown speaker",
    known: "in the dataset",
    confirm: |quote| format!("Confirm {quote}"),
    speaker_field: "Speaker",
    role_field: "Role",
    about: label("About", "The treaty or event that the words are about"),
    other_treaties: "Other treaties",
    about_nothing: "No treaty",
    suggestion_reason: |word, date| match date {
        Some(date) => format!("Suggested by “{word}” and “{date}”"),
        None => format!("Suggested by “{word}”"),
    },
    day: label(
        "Date of statement",
        "The date that “today” refers to in the document, such as 2021-02-11 or 11 February 2021 (EDTF)",
    ),
    day_of_quotation: label(
        "Date of this quotation",
        "When these words were said, if on another date than the document gives, such as 4 March 2025 (EDTF)",
    ),
    lang: label("Language", "The language of the document, such as en or ru (BCP 47)"),
    save: label("Save as dataset…", "Save a copy of the dataset with the confirmed quotations"),
    confirmed: |n| format!("{n} confirmed"),
    saved: |name, n| format!("Saved {name} with {}", counted(n, "new statement")),
    copies_left: |n| {
        let copies = if n == 1 { "source copy remains" } else { "source copies remain" };
        format!("{n} {copies} in the old folder; put a copy next to the new file")
    },
    kept: |n| {
        let quotations = if n == 1 { "quotation is" } else { "quotations are" };
        format!("{n} confirmed {quotations} unsaved. Reopen the document to save")
    },
    unsaved: |n| {
        let quotations = if n == 1 { "quotation is" } else { "quotations are" };
        format!("{n} confirmed {quotations} unsaved")
    },
    unsaved_restored: |n| {
        let quotations = if n == 1 { "quotation was" } else { "quotations were" };
        format!("The program ended before {n} confirmed {quotations} saved")
    },
    unsaved_save: label("Save…", "Save a dataset with the confirmed quotations, then close the window"),
    unsaved_discard: label("Discard", "Delete the confirmed quotations without saving them"),
    unsaved_cancel: label("Cancel", "Keep the window open (Esc)"),
    unsaved_later: label("Later", "Keep them until their document is opened again (Esc)"),
    unsaved_reopen: |name| format!("Open {name}"),
    unsaved_open: |name| format!("Save the quotations confirmed in {name}"),
    unsaved_incomplete: "Not saved yet: a confirmed quotation has no date, language or speaker",
    not_saved_closed: "Nothing was saved, because the document was closed. Open it and save again",
    unsaved_lost: |n| {
        format!("{} could no longer be found in the document", counted(n, "confirmed quotation"))
    },
    unsaved_changed: |name| format!("{name} has changed since quotations were confirmed in it. Check them"),
    nothing_confirmed: "Tick quotations to save them with the dataset",
    bad_day_of: |quote| format!("Correct the date of {quote}"),
    bad_day: "Enter the date of the statement (2021-02-11)",
    bad_lang: "Enter a language (en)",
    no_speaker: |quote| format!("Enter a speaker for {quote}"),
    needs_day: "Enter the date of the statement to resolve this",
    no_quotations: "The dataset has no quotations from this source",
    match_quality: |kind| match kind {
        MatchKind::Exact => "exact match".to_owned(),
        MatchKind::Normalised => "matches except for punctuation and spacing".to_owned(),
        MatchKind::Caseless => "matches except for capitalisation".to_owned(),
        MatchKind::Fuzzy { percent } => format!("{percent}% match"),
        MatchKind::Negated => "differs by a negation".to_owned(),
    },
    negated: |word, is_quoted| {
        if is_quoted {
            format!("differs by a negation (the quotation adds “{word}”)")
        } else {
            format!("differs by a negation (the quotation leaves out “{word}”)")
        }
    },
    not_found: "not found",
    first_of_identical: |n| format!("first of {n} identical passages"),
    unreadable: |why| match why {
        Unreadable::Empty => "the file is empty",
        Unreadable::NotText => "it is not text, HTML or PDF",
        Unreadable::NoText => "it has no text: the pages are scanned, or a script generates them",
        Unreadable::Encrypted => "the PDF is password-protected",
        Unreadable::Damaged => "the PDF is damaged",
    },
    opening: |name| format!("Reading {name}…"),
    cancel_help: "Cancel and keep the current document (Esc)",
    not_opened: |name, why| format!("Could not read {name}: {why}"),
    outside: "the file is outside the dataset folder",
    no_file: "file not found next to the dataset",
    file_gone: "it was moved or deleted; open it from its new location",
    too_large: "the file is larger than 256 MiB; save the quoted part as a separate file",
    not_a_file: "it is a folder, a pipe or a device",
    too_much_memory: "reading it needs more than 1 GB of memory; save the quoted pages as a separate file",
    too_long: "reading it takes longer than 20 seconds; save the quoted pages as a separate file",
    stopped: "reading was interrupted; the file may be damaged",
    same: label("Unchanged", "The checksum (SHA-256) matches: the quotations were taken from this version"),
    changed: label(
        "The copy has changed",
        "The checksum (SHA-256) differs: the quotations were taken from another version",
    ),
    unknown: label(
        "Not checked",
        "The dataset has no checksum (SHA-256) for this copy, so changes cannot be detected",
    ),
    replaced: |n| format!("{} could not be decoded", counted(n, "character")),
    cut: |cut| match cut {
        Cut::Bytes(1) => "The last byte was skipped".to_owned(),
        Cut::Bytes(left) => format!("The last {} were skipped", counted(left, "byte")),
        Cut::Pages { read, of } => {
            format!("{read} of {} {} read", counted(of, "page"), if of == 1 { "was" } else { "were" })
        }
    },
    shown_only: |n| format!("Only the first {} are shown", counted(n, "line")),
    encoding: |name| format!("Encoding: {name}"),
    badge: |quality| format!("Local copy: {quality}"),
    differs: |there, quoted| match (there, quoted) {
        ("", quoted) => format!("The quotation adds “{quoted}”"),
        (there, "") => format!("The quotation leaves out “{there}”"),
        (there, quoted) => format!("The quotation has “{quoted}” where the document has “{there}”"),
    },
};
