//! Calling off the reading of a document: by the button beside what is said of it, and by Escape. The text is invented.

use std::cell::Cell;

use crate::common::window::{says, session};
use crate::common::{ScriptedDialogs, app_at_pace, run_until, seven};
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use treaty_timeline::extract::{Names, read_cancellable};
use treaty_timeline::session::{Command, ReaderCommand};

const SAID: &str =
    "Minister Orvin said on 5 May 1990: “We stay in the treaty, whatever may come.” She left then.\n\n";

#[test]
fn the_reading_of_a_document_is_called_off_by_its_button_and_by_escape() {
    let folder = tempfile::tempdir().expect("there is room");
    let (long, short) = (folder.path().join("long.txt"), folder.path().join("short.txt"));
    std::fs::write(&long, SAID.repeat(80_000)).expect("it can be written");
    std::fs::write(&short, SAID).expect("it can be written");
    for is_by_key in [false, true] {
        let mut window = app_at_pace(&ScriptedDialogs::default());
        window.run();
        window.state_mut().apply_command(Command::Reader(ReaderCommand::Open(long.clone(), None)));
        window.step();
        assert!(says(&window, "Reading long.txt"));
        if is_by_key {
            window.key_press(Key::Escape);
        } else {
            window.get_by_role_and_label(Role::Button, "Cancel").click();
        }
        window.run();
        assert!(says(&window, "Opening long.txt was cancelled") && !says(&window, "Reading long.txt"));
        assert!(window.query_by_role_and_label(Role::Button, "Cancel").is_none());
        // The next one is not kept waiting, and what was cancelled does not come after all.
        window.state_mut().apply_command(Command::Reader(ReaderCommand::Open(short.clone(), None)));
        run_until(&mut window, "the short one is open", |app| app.session().reader.document.is_some());
        assert_eq!(
            session(&window).reader.document.as_ref().map(|page| page.name.as_str()),
            Some("short.txt")
        );
    }
}

#[test]
fn a_text_is_read_no_further_than_the_paragraph_in_which_it_is_called_off() {
    let world = seven();
    let (text, names) = (SAID.repeat(100), Names::of(&world.dataset));
    let asked = Cell::new(0);
    let read_until = |most: usize| {
        asked.set(0);
        let is_cancelled = || {
            asked.set(asked.get() + 1);
            asked.get() > most
        };
        read_cancellable(&text, &[], &world.dataset, &names, &is_cancelled)
    };
    let reading = read_until(usize::MAX).expect("nobody called it off");
    let all = asked.get();
    assert!(!reading.quotations.is_empty());
    assert!(all >= 99 + reading.quotations.len(), "at each paragraph and each passage: {all}");
    for most in [0, 10, all / 2, all - 1] {
        assert_eq!(read_until(most), None);
        assert_eq!(asked.get(), most + 1, "it ends where it is told");
    }
}
