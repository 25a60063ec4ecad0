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
    desktop.open_by_dialog(&window, &file);

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

/// What the program says when it is started on a display, draws ten frames and ends, with its exit code.
fn ten_frames(
    display: &Display,
    home: &std::path::Path,
    before: &[&str],
    more: &[(&str, &str)],
) -> (i32, String) {
    let program = env!("CARGO_BIN_EXE_treaty-timeline");
    let words: Vec<&str> = before.iter().copied().chain([program, "--quit-after-frames", "10"]).collect();
    let output = std::process::Command::new(words[0])
        .args(&words[1..])
        .env("DISPLAY", &display.name)
        .env("HOME", home)
        .env("LC_ALL", "C")
        .envs(more.iter().copied())
        .env_remove("LANGUAGE")
        .env_remove("XDG_DATA_HOME")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .expect("it starts");
    (output.status.code().unwrap_or(-1), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn a_system_without_opengl_is_said_with_what_to_install_and_a_picture_is_drawn() {
    let home = tempfile::tempdir().expect("a folder");
    let display = Display::start("800x600x24", &[]);
    let without = [("LIBGL_DRIVERS_PATH", "/nowhere"), ("__EGL_VENDOR_LIBRARY_DIRS", "/nowhere")];
    let (code, said) = ten_frames(&display, home.path(), &[], &without);
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("OpenGL") && said.contains("libgl1-mesa-dri"), "{said}");
    assert!(said.contains("treaty-timeline render --out view.png"), "{said}");
    let picture = home.path().join("view.png");
    let drawn = std::process::Command::new(env!("CARGO_BIN_EXE_treaty-timeline"))
        .args(["render", "--out"])
        .arg(&picture)
        .envs(without)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .status();
    assert!(drawn.is_ok_and(|status| status.success()) && picture.exists());
}

#[test]
fn a_window_opens_without_a_message_bus_and_without_a_portal() {
    let home = tempfile::tempdir().expect("a folder");
    let display = Display::start("800x600x24", &[]);
    let without = [("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere"), ("XDG_RUNTIME_DIR", "/nowhere")];
    let (code, said) = ten_frames(&display, home.path(), &[], &without);
    assert_eq!(code, 0, "{said}");
    assert!(home.path().join(".local/share/treaty-timeline/settings.json").exists(), "{said}");
}

/// With a home that is a disk of its own, in memory, where the system lets a test have one.
#[test]
fn a_home_that_is_read_only_or_full_keeps_no_window_from_opening() {
    let home = tempfile::tempdir().expect("a folder");
    let display = Display::start("800x600x24", &[]);
    let mount = "mount -t tmpfs -o size=64k tmpfs \"$HOME\" || exit 77;";
    for spoil in ["mount -o remount,ro \"$HOME\"", "head -c 1000000 /dev/zero >\"$HOME/filled\" 2>/dev/null"]
    {
        let script = format!("{mount} {spoil}; exec \"$0\" \"$@\"");
        let before = ["unshare", "--map-root-user", "--mount", "sh", "-c", &script];
        let (code, said) = ten_frames(&display, home.path(), &before, &[]);
        if code == 77 || said.contains("unshare") {
            eprintln!("no disk of its own: not tried");
            return;
        }
        assert_eq!(code, 0, "{spoil}: {said}");
        assert!(said.contains("settings.json was not written"), "{spoil}: {said}");
    }
}

/// Waits until the timeline shows another time range, and holds still.
fn changed(desktop: &Desktop, before: &str) -> String {
    desktop.wait_for("another time range", || {
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
