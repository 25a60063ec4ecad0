//! A run that is killed while it edits, saves and keeps its journal, and one whose disk is full: the file is whole, old or new, and no
//! edit is lost.
//!
//! `EDIT_KILLS=300 EDIT_SEED=7 cargo test --test it edit_kills::` is the long form.
#![cfg(unix)]

use std::io::{BufRead as _, BufReader, Write as _};
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command as Process, Output, Stdio};
use std::time::{Duration, Instant};

use egui::accesskit::Role;

use treaty_timeline::load::load;
use treaty_timeline::session::{Action, Command, Field};

use crate::common::article::click;
use crate::common::window::{Window, says, session};
use crate::common::{ScriptedDialogs, app_with_journal, run_until};
use crate::edit_runs::{command, set};
use crate::monkey::{Random, asked};

const EVENT: &str = "INF-terminated";
const TITLE: &str = "Treaty terminates";
/// The folder of the child, which tells a run of the suite from a child.
const FOLDER: &str = "EDIT_KILLS_FOLDER";
/// No child makes more edits.
const MOST_EDITS: u64 = 400;

fn text() -> &'static str {
    include_str!("../data/seven-treaties.json")
}

fn file_in(folder: &Path) -> PathBuf {
    folder.join("seven.json")
}

fn open(folder: &Path, file: Option<PathBuf>) -> Window {
    let opens = file.is_some();
    let mut window = app_with_journal(&ScriptedDialogs::default(), file, folder.join("state"));
    run_until(&mut window, "the dataset is open", |app| !opens || app.session().world.path.is_some());
    window
}

fn say(word: &str, number: u64) {
    let mut out = std::io::stdout();
    writeln!(out, "\n{word} {number}").unwrap();
    out.flush().unwrap();
}

/// This test as a process of its own.
fn child(folder: &Path, test: &str) -> Process {
    let mut process = Process::new(std::env::current_exe().unwrap());
    process.args([test, "--exact", "--nocapture", "--test-threads=1"]).env(FOLDER, folder);
    process
}

/// The number of the edit that the title of the event names; none is the first title.
fn number_in(title: &str) -> u64 {
    let number = title.strip_prefix("Step ").and_then(|rest| rest.strip_suffix('.'));
    number.map_or_else(|| u64::from(title != TITLE) * u64::MAX, |number| number.parse().unwrap())
}

fn title(dataset: &treaty_timeline::domain::Dataset) -> String {
    dataset.event(dataset.find_event(EVENT).expect("the dataset has it")).title.to_string()
}

/// Which edit the file on disk has, which must be whole.
fn number_on_disk(folder: &Path) -> u64 {
    let found = std::fs::read_to_string(file_in(folder)).unwrap();
    let loaded = load("seven.json", found.clone().into_bytes(), &());
    assert_eq!(loaded.report.errors, 0, "{}", loaded.report);
    let title = title(&loaded.dataset.expect("it is whole"));
    assert!(found.replace(&format!("\"{title}\""), &format!("\"{TITLE}\"")) == text(), "old or new: {title}");
    number_in(&title)
}

/// The child of the test below: edits, saves every third time, and says what it has done, until it is killed.
#[test]
fn a_hand_that_edits_until_it_is_killed() {
    let Some(folder) = std::env::var_os(FOLDER).map(PathBuf::from) else { return };
    let mut window = open(&folder, Some(file_in(&folder)));
    for number in 1..MOST_EDITS {
        set(&mut window, EVENT, Field::Title, &format!("Step {number}."));
        window.step();
        say("edited", number);
        if number % 3 == 0 {
            say("saving", number);
            command(&mut window, Command::Do(Action::Save));
            window.step();
            say("saved", number);
        }
    }
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "it asks what is lost within a second, by the clock of the machine"
)]
fn killed_at_any_moment_the_file_is_whole_and_no_edit_that_is_a_second_old_is_lost() {
    let seed = asked("EDIT_SEED", 20_261_201);
    let mut random = Random(seed.max(1));
    for kill in 0..asked("EDIT_KILLS", 4) {
        let about = format!("kill {kill} of EDIT_SEED={seed}");
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(file_in(folder.path()), text()).unwrap();
        let mut hand = child(folder.path(), "edit_kills::a_hand_that_edits_until_it_is_killed")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // The moment is a number of words and of turns of a loop.
        let (words, turns) = (1 + random.below(24), random.below(1 << 20));
        let mut said: Vec<(Instant, String, u64)> = Vec::new();
        let mut lines = BufReader::new(hand.stdout.take().unwrap()).lines();
        while (said.len() as u64) < words {
            let line = lines.next().expect("it goes on until it is killed").unwrap();
            if let Some((word @ ("edited" | "saving" | "saved"), number)) = line.split_once(' ') {
                said.push((Instant::now(), word.to_owned(), number.parse().unwrap()));
            }
        }
        for _ in 0..turns {
            std::hint::spin_loop();
        }
        let killed = Instant::now();
        hand.kill().unwrap();
        assert_eq!(hand.wait().unwrap().signal(), Some(9), "{about}");

        let last = |word: &str, age: Duration| {
            let mut of_word =
                said.iter().rev().filter(|(when, said, _)| said == word && killed - *when >= age);
            of_word.next().map_or(0, |(.., number)| *number)
        };
        let on_disk = number_on_disk(folder.path());
        let saved = last("saved", Duration::ZERO);
        assert!(on_disk >= saved, "{about}: {saved} was saved, the file has {on_disk}");
        let mut window = open(folder.path(), None);
        let mut found = on_disk;
        if says(&window, "The program ended before") {
            click(&mut window, Role::Button, "Restore changes to");
            run_until(&mut window, "its file is open", |app| {
                let session = app.session();
                session.world.path.is_some() && session.editing.pending.is_none()
            });
            found = found.max(number_in(&title(&session(&window).world.dataset)));
        }
        let sure = last("edited", Duration::from_secs(1));
        assert!(found >= sure.max(saved), "{about}: {sure} was edited, {found} is found; said {said:?}");
        assert!(found <= MOST_EDITS, "{about}");
    }
}

/// What a window does whose disk is full, until there is room again.
fn hand_without_room(folder: &Path, take_room: impl FnOnce(), make_room: impl FnOnce()) {
    let mut window = open(folder, Some(file_in(folder)));
    take_room();
    set(&mut window, EVENT, Field::Title, "Step 1.");
    command(&mut window, Command::Do(Action::Save));
    window.run();
    assert!(says(&window, "the disk is full"), "{:?}", session(&window).status_message);
    assert!(session(&window).has_unsaved_edits(), "it is still there to be saved");
    assert_eq!(number_on_disk(folder), 0);
    let mut names: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.retain(|name| name != "filled");
    names.sort_unstable();
    assert_eq!(names, ["seven.json", "state"], "nothing is left beside it");
    // More is edited while the disk is full.
    set(&mut window, EVENT, Field::Title, "Step 2.");
    make_room();
    command(&mut window, Command::Do(Action::Save));
    window.run();
    assert!(!session(&window).has_unsaved_edits(), "{:?}", session(&window).status_message);
    assert_eq!(number_on_disk(folder), 2);
    say("done", 0);
}

#[test]
fn a_hand_that_may_not_write() {
    let Some(folder) = std::env::var_os(FOLDER).map(PathBuf::from) else { return };
    let size = rlimit::Resource::FSIZE;
    let (_, most) = size.get().unwrap();
    hand_without_room(&folder, || size.set(64, most).unwrap(), || size.set(most, most).unwrap());
}

#[test]
fn a_hand_on_a_full_disk() {
    let Some(folder) = std::env::var_os(FOLDER).map(PathBuf::from) else { return };
    let filled = folder.join("filled");
    let fill = || {
        let mut file = std::fs::File::create(&filled).unwrap();
        // Until there is room for nothing.
        for size in [4096, 1] {
            while file.write_all(&vec![0; size]).is_ok() {}
        }
    };
    hand_without_room(&folder, fill, || std::fs::remove_file(&filled).unwrap());
}

fn told(output: &Output) -> String {
    [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned()).concat()
}

#[test]
fn what_cannot_be_saved_stays_in_the_window_until_it_can() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(file_in(folder.path()), text()).unwrap();
    let output = child(folder.path(), "edit_kills::a_hand_that_may_not_write").output().unwrap();
    assert!(output.status.success() && told(&output).contains("\ndone 0\n"), "{}", told(&output));
}

/// On a disk of its own, in memory, where the system lets a test have one.
#[test]
fn on_a_full_disk_the_file_stays_whole_and_its_edits_wait() {
    let folder = tempfile::tempdir().unwrap();
    let disk = folder.path().join("disk");
    std::fs::create_dir(&disk).unwrap();
    std::fs::write(file_in(folder.path()), text()).unwrap();
    let script =
        "mount -t tmpfs -o size=900k tmpfs \"$0\" || exit 0; echo mounted; cp seven.json \"$0\"; exec \"$@\"";
    let hand = child(&disk, "edit_kills::a_hand_on_a_full_disk");
    let output = Process::new("unshare")
        .args(["--map-root-user", "--mount", "sh", "-c", script])
        .arg(&disk)
        .arg(hand.get_program())
        .args(hand.get_args())
        .env(FOLDER, &disk)
        .current_dir(folder.path())
        .output();
    let Some(output) = output.ok().filter(|output| told(output).starts_with("mounted")) else {
        eprintln!("no disk of its own: not tried");
        return;
    };
    assert!(output.status.success() && told(&output).contains("\ndone 0\n"), "{}", told(&output));
}
