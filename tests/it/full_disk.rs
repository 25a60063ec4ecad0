//! A disk that is full and a limit of what a process may write: the old file stays whole, nothing is left beside it, and it
//! is said.
#![cfg(unix)]

use std::path::Path;
use std::process::{Command, Output};

const PROGRAM: &str = env!("CARGO_BIN_EXE_treaty-timeline");

/// Runs a script of the shell in a folder; it finds the program as `$0`.
fn shell(folder: &Path, before: &[&str], script: &str) -> Option<Output> {
    let words: Vec<&str> = before.iter().copied().chain(["sh", "-c", script, PROGRAM]).collect();
    Command::new(words[0])
        .args(&words[1..])
        .current_dir(folder)
        .env("LC_ALL", "C")
        .env_remove("LANGUAGE")
        .output()
        .ok()
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort_unstable();
    names
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn a_process_that_may_write_no_more_is_not_ended_for_it_and_the_old_picture_stays() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    for name in ["view.svg", "view.png", "linked.svg", "view.pdf", "view.html"] {
        std::fs::write(at(name), "old").unwrap();
        if name == "linked.svg" {
            std::fs::hard_link(at(name), at("other name.svg")).unwrap();
        }
        let before = names(folder.path());
        let script = format!("ulimit -f 2; exec \"$0\" render --out {name}");
        let output = shell(folder.path(), &[], &script).unwrap();
        assert_eq!(output.status.code(), Some(1), "{name}: {output:?}");
        let said = text(&output.stderr);
        assert!(said.contains(name) && said.contains("the disk is full"), "{said}");
        assert_eq!(std::fs::read_to_string(at(name)).unwrap(), "old");
        assert_eq!(names(folder.path()), before);
    }
}

/// Fills a disk of its own, in memory, where the system lets a test have one.
#[test]
fn on_a_full_disk_the_old_picture_stays_whole_and_nothing_is_left_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let script = r#"
        mkdir disk && mount -t tmpfs -o size=600k tmpfs disk || exit
        echo mounted
        "$0" render --out disk/view.svg --from 1985 >&2 || exit
        cp disk/view.svg old.svg
        head -c 10000000 /dev/zero >disk/filled 2>/dev/null
        "$0" render --out disk/view.svg; echo "code $?"
        "$0" render --out disk/new.png; echo "code $?"
        ln disk/view.svg disk/linked.svg
        "$0" render --out disk/linked.svg; echo "code $?"
        cmp disk/view.svg old.svg && echo whole
        ls -A disk"#;
    let output = shell(folder.path(), &["unshare", "--map-root-user", "--mount"], script);
    let Some(output) = output.filter(|output| text(&output.stdout).starts_with("mounted")) else {
        eprintln!("no disk of its own: not tried");
        return;
    };
    let said = text(&output.stdout);
    let expected = "mounted\ncode 1\ncode 1\ncode 1\nwhole\nfilled\nlinked.svg\nview.svg\n";
    assert_eq!(said, expected, "{}", text(&output.stderr));
    assert_eq!(text(&output.stderr).matches("the disk is full").count(), 3, "{output:?}");
}
