//! One run of the real program in a real window: real wheel, real keys, the real file dialog, heard through the
//! accessibility bus as a screen reader hears it.
use std::path::Path;

use crate::desktop::{Desktop, Display};

/// What is open at first.
const DATASET: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/seven-treaties.json");
/// The window: low enough that not all lanes fit.
const SIZE: [&str; 2] = ["1100", "420"];

#[test]
fn scroll_zoom_and_open_a_second_file_through_the_portal() {
    let home = tempfile::tempdir().expect("a folder");
    let mut desktop = Desktop::start(home.path());
    desktop.launch(env!("CARGO_BIN_EXE_treaty-timeline"), &["--fresh", DATASET]);
    let window = desktop.window("Arms control .* Treaty Timeline");
    desktop.xdotool(&["windowsize", "--sync", &window, SIZE[0], SIZE[1]]);
    desktop.xdotool(&["windowactivate", "--sync", &window]);
    desktop.wait_for_name("INF Treaty, 1988 – 2019 · terminated");

    let everything = desktop.wait_for_name("Timeline, ");
    desktop.xdotool(&["mousemove", "--window", &window, "500", "300"]);
    desktop.xdotool(&["keydown", "ctrl", "click", "--repeat", "8", "--delay", "30", "4", "keyup", "ctrl"]);
    let zoomed = changed(&desktop, &everything);
    assert!(years(&zoomed) < years(&everything), "{everything} → {zoomed}");

    desktop.xdotool(&["keydown", "shift", "click", "--repeat", "4", "--delay", "30", "5", "keyup", "shift"]);
    let panned = changed(&desktop, &zoomed);
    assert!(first_year(&panned) > first_year(&zoomed), "{zoomed} → {panned}");

    assert!(desktop.has_name("ABM Treaty, "));
    desktop.xdotool(&["mousemove", "--window", &window, "100", "300"]);
    desktop.xdotool(&["click", "--repeat", "12", "--delay", "30", "5"]);
    desktop.wait_for("the first lane to leave", || (!desktop.has_name("ABM Treaty, ")).then_some(()));
    desktop.wait_for_name("CTBT, ");

    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/good-second.json");
    desktop.xdotool(&["key", "--window", &window, "ctrl+o"]);
    desktop.window("Open a dataset");
    // A dialog may be shown before it listens: a person types again.
    desktop.wait_for("the dialog to take the path", || {
        let dialog = desktop.xdotool(&["search", "--onlyvisible", "--name", "Open a dataset"]);
        let Some(dialog) = dialog.lines().last() else { return Some(()) };
        desktop.xdotool(&["windowactivate", dialog]);
        desktop.xdotool(&["key", "--delay", "300", "ctrl+a"]);
        desktop.xdotool(&["type", "--delay", "20", &file.display().to_string()]);
        desktop.xdotool(&["key", "--delay", "500", "Return"]);
        None
    });

    desktop.window("Second dataset .* Treaty Timeline");
    desktop.wait_for_name("Alpha Pact, ");
    desktop.wait_for_name("Beta Accord, ");
    assert!(!desktop.has_name("INF Treaty, "), "the old lanes are gone");

    desktop.xdotool(&["windowactivate", "--sync", &window]);
    desktop.xdotool(&["key", "--window", &window, "Home"]);
    desktop.wait_for_name("NEIGHBOURING EVENTS");
    desktop.wait_for_name("Go to ");

    let picture = home.path().join("screen.png");
    desktop.screenshot(&picture);
    let bytes = std::fs::read(&picture).expect("the screenshot");
    // A window that drew nothing is one colour and packs into a few kilobytes.
    assert!(bytes.len() > 20_000, "the screen is empty: {} bytes", bytes.len());
}

#[test]
fn a_display_that_lacks_what_a_window_needs_is_said_with_a_way_on() {
    let display = Display::start("800x600x24", &["-extension", "RANDR"]);
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_treaty-timeline"))
        .args(["--fresh", "--quit-after-frames", "3"])
        .env("DISPLAY", &display.name)
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .expect("it starts");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("treaty-timeline render --out view.png"), "{said}");
}

/// Waits until the timeline shows another stretch of time, and holds still.
fn changed(desktop: &Desktop, before: &str) -> String {
    desktop.wait_for("another stretch of time", || {
        let now = desktop.wait_for_name("Timeline, ");
        let settled = desktop.wait_for_name("Timeline, ") == now;
        (now != before && settled).then_some(now)
    })
}

/// The years in a name such as `Timeline, 1965 – 2028`.
fn span(name: &str) -> Vec<i32> {
    name.split(|c: char| !c.is_ascii_digit())
        .filter(|word| word.len() == 4)
        .filter_map(|w| w.parse().ok())
        .collect()
}

fn first_year(name: &str) -> i32 {
    *span(name).first().expect("a year")
}

fn years(name: &str) -> i32 {
    span(name).last().expect("a year") - first_year(name)
}
