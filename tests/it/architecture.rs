//! The house rules of ARCHITECTURE.md, read from the source: who may import whom, how long a file may be, that each
//! says in its first line what lives there.

use std::path::{Path, PathBuf};

/// The rooms from left to right; a room may import rooms to its left.
const ROOMS: [&str; 15] = [
    "text",
    "domain",
    "diagnostics",
    "records",
    "load",
    "save",
    "levels",
    "search",
    "document",
    "compare",
    "language",
    "load",
    "index",
    "extract",
    "timeline",
    "export",
    "session",
    "ui",
    "app",
];

/// What each room may import of the others: narrower than "all to the left".
fn allowed(room: &str) -> &'static [&'static str] {
    match room {
        "text" | "domain" => &[],
        "diagnostics" => &["text", "domain"],
        "records" => &["domain"],
        "load" => &["text", "domain", "diagnostics", "records"],
        "save" => &["diagnostics", "records", "load"],
        "language" => &["domain", "diagnostics", "search", "document"],
        "document" => &["text", "domain"],
        "levels" => &["domain"],
        "search" => &["text", "domain"],
        "compare" => &["domain"],
        "extract" => &["text", "domain"],
        "timeline" => &["text", "domain", "levels", "language"],
        "export" => &["text", "timeline"],
        "session" => &[
            "text",
            "domain",
            "diagnostics",
            "records",
            "levels",
            "search",
            "document",
            "compare",
            "extract",
            "language",
            "timeline",
        ],
        "ui" => &[
            "text",
            "domain",
            "diagnostics",
            "search",
            "document",
            "extract",
            "language",
            "timeline",
            "session",
        ],
        "app" => &[
            "text",
            "domain",
            "diagnostics",
            "records",
            "load",
            "save",
            "levels",
            "search",
            "document",
            "compare",
            "extract",
            "language",
            "timeline",
            "export",
            "session",
            "ui",
        ],
        _ => panic!("{room} is no room"),
    }
}

/// Outside crates and parts of `std` that a room must do without.
fn forbidden(room: &str) -> Vec<&'static str> {
    let mut words = Vec::new();
    if !matches!(room, "ui" | "app") {
        words.extend(["egui", "eframe", "rfd"]);
    }
    if room != "app" {
        words.extend(["std::fs", "std::thread", "Instant::now", "Local::now", "Utc::now", "rfd::"]);
    }
    if room == "domain" {
        words.push("serde");
    }
    words
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The code of a file: without comments, and without its tests.
fn code(text: &str) -> String {
    let before_tests = text.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = before_tests.lines().map(|line| line.split("//").next().unwrap_or_default());
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn rooms_import_only_what_they_may() {
    let mut breaches = Vec::new();
    for room in ROOMS {
        for path in sources(&root().join("src").join(room)) {
            let code = code(&std::fs::read_to_string(&path).unwrap());
            for other in ROOMS.iter().filter(|&&other| other != room && !allowed(room).contains(&other)) {
                if code.contains(&format!("crate::{other}::")) || code.contains(&format!("crate::{other};")) {
                    breaches.push(format!("{}: imports {other}", path.display()));
                }
            }
            for word in forbidden(room) {
                if code.contains(word) {
                    breaches.push(format!("{}: uses {word}", path.display()));
                }
            }
        }
    }
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn files_are_short_and_say_first_what_lives_there() {
    let mut breaches = Vec::new();
    let all =
        [sources(&root().join("src")), sources(&root().join("tests")), sources(&root().join("benches"))];
    for path in all.concat() {
        let text = std::fs::read_to_string(&path).unwrap();
        let lines = text.split("#[cfg(test)]").next().unwrap_or_default().lines().count();
        if lines > 400 {
            breaches.push(format!("{}: {lines} lines, two rooms?", path.display()));
        }
        let first = text.lines().next().unwrap_or_default();
        if !first.starts_with("//! ") {
            breaches.push(format!("{}: the first line does not say what lives there", path.display()));
        }
        if path.ends_with("mod.rs") && path.starts_with(root().join("src")) && lines > 210 {
            breaches.push(format!("{}: a door of {lines} lines", path.display()));
        }
    }
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn every_link_in_the_documents_leads_somewhere() {
    let manual = std::fs::read_dir(root().join("docs")).unwrap().map(|entry| entry.unwrap().path());
    let manual: Vec<PathBuf> = manual.filter(|path| path.extension().is_some_and(|it| it == "md")).collect();
    assert!(!manual.is_empty(), "there is a manual");
    let others = ["README.md", "ARCHITECTURE.md", "BENCHMARKS.md", "data/SOURCES.md"];
    for document in others.map(|name| root().join(name)).into_iter().chain(manual) {
        let text = std::fs::read_to_string(&document).unwrap();
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            if target.contains("://") {
                continue;
            }
            let (file, heading) = target.split_once('#').unwrap_or((target, ""));
            let path = if file.is_empty() { document.clone() } else { document.with_file_name(file) };
            assert!(path.exists(), "{} links to {target}", document.display());
            let leads = heading.is_empty() || headings(&path).iter().any(|anchor| anchor == heading);
            assert!(leads, "{} links to {target}, and there is no such heading", document.display());
        }
    }
}

/// The anchors of a document's headings: small letters, hyphens between words.
fn headings(document: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(document).unwrap();
    let titles = text.lines().filter(|line| line.starts_with('#')).map(|line| line.trim_start_matches('#'));
    titles.map(|title| title.trim().to_lowercase().replace(' ', "-")).collect()
}
