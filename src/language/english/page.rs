//! English: the pane in which a document is read.

use crate::diagnostics::counted;
use crate::document::{Cut, Stage, Unreadable};
use crate::language::page_table::PageWords;
use crate::language::table::said;

pub(super) const PAGE: PageWords = PageWords {
    read_copy: said(
        "Read in the copy",
        "Opens the copy of the source that lies with the dataset, with the passage marked",
    ),
    attach_copy: said(
        "Find in a copy…",
        "Asks for a text, HTML or PDF file that is a copy of this source, and marks the passage in it; the copy stays where it is",
    ),
    attach_title: "A copy of the source",
    documents_filter: "Text, HTML, PDF",
    close: said("Close the document", "Closes the reading pane (Esc)"),
    copy_of: |title| format!("Copy of “{title}”"),
    reading: |name| format!("Document: {name}"),
    quotations: |n| format!("{} of this source", counted(n, "quotation")),
    read: |quotations, treaties| {
        format!("Read in it: {}, {}", counted(quotations, "quotation"), counted(treaties, "treaty"))
    },
    nobody: "speaker not told",
    known: "in the dataset",
    take: |quote| format!("Confirm {quote}"),
    speaker_field: "Speaker",
    role_field: "Office",
    about: said("About", "What the words are about: a treaty, or a step of it"),
    about_nothing: "No treaty",
    because: |word, date| match date {
        Some(date) => format!("Guessed from “{word}” and “{date}”"),
        None => format!("Guessed from “{word}”"),
    },
    day: said(
        "Said on",
        "When the words were said, as 2021-02-11 or 11 February 2021 (EDTF); “today” in the document is this day",
    ),
    lang: said("Language", "The language of the document, as en or ru (BCP 47)"),
    save: said(
        "Save as dataset…",
        "Writes the dataset that is open, with the confirmed quotations as statements, to a file",
    ),
    taken: |n| format!("{n} confirmed"),
    saved: |name, n| {
        format!("{name} is saved with {n} more {}", if n == 1 { "statement" } else { "statements" })
    },
    copies_left: |n| {
        let copies = if n == 1 { "copy of a source stays" } else { "copies of sources stay" };
        format!("{n} {copies} beside the old file: put them beside this one too")
    },
    kept: |n| {
        let quotations = if n == 1 { "quotation is" } else { "quotations are" };
        format!("{n} confirmed {quotations} not saved yet: open the document again to save")
    },
    unsaved: |n| {
        let quotations = if n == 1 { "quotation is" } else { "quotations are" };
        format!("{n} confirmed {quotations} not saved")
    },
    unsaved_restored: |n| {
        let quotations = if n == 1 { "quotation was" } else { "quotations were" };
        format!("The program ended before {n} confirmed {quotations} saved")
    },
    unsaved_save: said("Save…", "Save a dataset with the confirmed quotations, then close the window"),
    unsaved_discard: said("Discard", "Delete the confirmed quotations without saving them"),
    unsaved_cancel: said("Cancel", "Keep the window open (Esc)"),
    unsaved_later: said("Later", "Keep them until their document is opened again (Esc)"),
    unsaved_reopen: |name| format!("Open {name}"),
    unsaved_open: |name| format!("Save the quotations confirmed in {name}"),
    unsaved_incomplete: "Not saved yet: a confirmed quotation lacks a date, a language or a speaker",
    not_saved_closed: "Nothing was saved: the document was closed meanwhile. Open it and save again",
    unsaved_lost: |n| {
        format!("{} could not be found in the document again", counted(n, "confirmed quotation"))
    },
    unsaved_changed: |name| format!("{name} has changed since quotations were confirmed in it: check them"),
    bad_day: "Say when the words were said, as 2021-02-11",
    bad_lang: "Say in which language they are, as en",
    no_speaker: |quote| format!("Say who spoke {quote}"),
    needs_day: "Say when the words were said, and this date is known",
    no_quotations: "The dataset quotes nothing from this source",
    stage: |stage| match stage {
        Stage::Exact => "word for word".to_owned(),
        Stage::Normalised => "word for word but for marks and spaces".to_owned(),
        Stage::Caseless => "word for word but for capitals".to_owned(),
        Stage::Fuzzy { percent } => format!("{percent} % alike"),
        Stage::Negated => "differs by a negation".to_owned(),
    },
    negated: |word, is_quoted| {
        if is_quoted {
            format!("differs by a negation (the quotation adds “{word}”)")
        } else {
            format!("differs by a negation (the quotation leaves out “{word}”)")
        }
    },
    nowhere: "not found",
    one_of_equal: |n| format!("the first of {n} equal passages"),
    unreadable: |why| match why {
        Unreadable::Empty => "there is nothing in it",
        Unreadable::NotText => "it is neither text nor HTML nor PDF",
        Unreadable::NoText => "it holds no text: its pages are pictures, or a script would make it",
        Unreadable::Encrypted => "it is a PDF that asks for a password",
        Unreadable::Damaged => "it is a damaged PDF",
    },
    coming: |name| format!("Reading {name}…"),
    cancel_help: "Stop reading; what is open stays open (Esc)",
    not_opened: |name, why| format!("{name} cannot be read: {why}"),
    outside: "it lies outside the data file's folder",
    too_large: "it is larger than 256 MiB: save the part that is quoted as a file of its own",
    no_file: "there is no such file beside the data file",
    file_gone: "it was moved or deleted; open it from where it is now",
    not_a_file: "it is a folder, a pipe or a device, not a file",
    too_much_memory: "reading it needs more than 1 GB of memory; save the pages that are quoted as a file of their own",
    too_long: "reading it takes longer than 20 seconds; save the pages that are quoted as a file of their own",
    stopped: "the reader stopped before the end; the file may be damaged",
    same: said("Unchanged", "The copy is the one that the dataset was made from: its SHA-256 is the same"),
    changed: said(
        "The copy has changed",
        "Its SHA-256 is not the one in the dataset: this is not the text that the quotations were taken from",
    ),
    unknown: said(
        "Not checked",
        "The dataset gives no SHA-256 for this copy, so nobody can tell whether it has changed",
    ),
    replaced: |n| format!("{} could not be decoded", counted(n, "character")),
    cut: |cut| match cut {
        Cut::Bytes(1) => "The last byte is not read".to_owned(),
        Cut::Bytes(left) => format!("The last {} are not read", counted(left, "byte")),
        Cut::Pages { read, of } => {
            format!("{read} of {} {} read", counted(of, "page"), if of == 1 { "is" } else { "are" })
        }
    },
    shown_only: |n| format!("Only the first {} are shown", counted(n, "line")),
    encoding: |name| format!("Encoding: {name}"),
    badge: |stage| format!("In the copy: {stage}"),
    differs: |there, quoted| match (there, quoted) {
        ("", quoted) => format!("The quotation adds “{quoted}”"),
        (there, "") => format!("The quotation leaves out “{there}”"),
        (there, quoted) => format!("The quotation has “{quoted}” where the document has “{there}”"),
    },
};
