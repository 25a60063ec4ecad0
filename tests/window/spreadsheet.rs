//! A person's own spreadsheet in a real window: opened through the portal, read as the dialog proposes, changed by another
//! program and seen to change.

use crate::desktop::Desktop;

/// What is open at first.
const DATASET: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/seven-treaties.json");
/// A spreadsheet whose dates do not say whether the day or the month comes first: that is asked.
const SHEET: &str = "Pact,When,What\nLake Pact,03/04/1938,Signed\nLake Pact,05/06/1939,Entered into force\n";

#[test]
fn a_spreadsheet_is_opened_through_the_portal_and_seen_to_change() {
    let home = tempfile::tempdir().expect("a folder");
    let sheet = home.path().join("sheet.csv");
    std::fs::write(&sheet, SHEET).expect("it is written");
    let mut desktop = Desktop::start(home.path());
    desktop.launch(env!("CARGO_BIN_EXE_treaty-timeline"), &["--fresh", DATASET]);
    let window = desktop.window("Arms control .* Treaty Timeline");
    desktop.xdotool(&["windowactivate", "--sync", &window]);
    desktop.wait_for_name("INF Treaty, 1988 – 2019 · terminated");

    desktop.open_by_dialog(&window, &sheet);
    desktop.wait_for_name("Open “sheet.csv” as a timeline");
    desktop.xdotool(&["windowactivate", "--sync", &window]);
    desktop.click("Dates: day or month first?");
    desktop.click("day/month/year");
    desktop.click("Column “Pact”: ");
    desktop.wait_for_name("Type to find");
    desktop.xdotool(&["type", "--delay", "20", "lane"]);
    desktop.xdotool(&["key", "--delay", "300", "Return"]);
    desktop.wait_for_name("Column “Pact”: lane");
    desktop.wait_for_name("2 rows → ");
    desktop.click("Open");
    desktop.window("sheet .* Treaty Timeline");
    desktop.wait_for_name("Lake Pact, in force since 1939, 2 events");

    std::fs::write(&sheet, format!("{SHEET}Lake Pact,07/08/1945,Ended\n")).expect("it is written");
    desktop.wait_for_name("Lake Pact, 1939 – 1945 · terminated, 3 events");
}
