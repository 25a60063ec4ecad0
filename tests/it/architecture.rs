//! The rules of ARCHITECTURE.md, read from that page and checked in the source: who may import whom, that no imports run
//! in a circle, how long a file may be, that each says in its first line what lives there. Files and tests that the
//! documents and the comments name exist.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What ARCHITECTURE.md says of a room.
struct Room {
    name: String,
    /// The rooms that it may import.
    imports: Vec<String>,
    /// The crates and parts of `std` that it must do without.
    without: Vec<&'static str>,
}

/// What the words of the table's last column mean in code.
const WITHOUT: [(&str, &[&str]); 6] = [
    ("egui", &["egui", "eframe", "rfd"]),
    ("serde", &["serde"]),
    (
        "files",
        &["std::fs", "std::process", "std::net", ".canonicalize()", ".exists()", ".is_file()", ".is_dir()"],
    ),
    ("threads", &["std::thread"]),
    ("rayon", &["rayon"]),
    ("clock", &["Instant::now", "Local::now", "Utc::now", "SystemTime::now"]),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The table of rooms, in the order in which it stands there.
fn rooms() -> Vec<Room> {
    let page = std::fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let rows = page.lines().filter_map(|line| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let name = cells.first()?.strip_prefix('`')?.strip_suffix('`')?;
        (cells.len() == 4).then(|| (name.to_owned(), cells[2].to_owned(), cells[3].to_owned()))
    });
    let mut rooms: Vec<Room> = Vec::new();
    for (name, may, without) in rows {
        let earlier = || rooms.iter().map(|room| room.name.clone());
        let imports = match may.split_once("all but ") {
            _ if may == "all" => earlier().collect(),
            Some((_, but)) => {
                let but: Vec<&str> = but.split(", ").collect();
                let is_room = |name: &&str| rooms.iter().any(|room| room.name == **name);
                assert!(but.iter().all(is_room), "{name} may import all but {but:?}");
                earlier().filter(|room| !but.contains(&room.as_str())).collect()
            }
            None => may.split(", ").filter(|room| *room != "–").map(str::to_owned).collect(),
        };
        let means = |word: &str| match WITHOUT.iter().find(|(name, _)| *name == word) {
            Some((_, code)) => *code,
            None if word == "–" => &[][..],
            None => panic!("{name} must do without {word}: what is that?"),
        };
        let without = without.split(", ").flat_map(means).copied().collect();
        rooms.push(Room { name, imports, without });
    }
    rooms
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// The code of a file: without comments, and without its tests.
fn code(text: &str) -> String {
    let is_tests = |(start, _): &(usize, &str)| {
        let mut after = text[*start..].lines().skip_while(|line| line.starts_with('#'));
        after.next().is_some_and(|line| line.starts_with("mod ") || line.starts_with("pub(crate) mod "))
    };
    let end = text.match_indices("#[cfg(test)]").find(is_tests).map_or(text.len(), |(start, _)| start);
    let lines = text[..end].lines().map(|line| line.split("//").next().unwrap_or_default());
    lines.collect::<Vec<_>>().join("\n")
}

/// The module of a source file: `src/ui/view/mod.rs` is `ui::view`.
fn module(path: &Path) -> Vec<String> {
    let path = path.strip_prefix(root().join("src")).unwrap().with_extension("");
    let mut parts: Vec<String> = path.iter().map(|part| part.to_str().unwrap().to_owned()).collect();
    parts.pop_if(|last| last == "mod");
    parts
}

/// The paths that code of a module names: `use` lines with braces opened, and paths in expressions.
fn named(code: &str, module: &[String]) -> Vec<Vec<String>> {
    let paths = [paths_from(code, "crate::"), paths_from(code, "super::")].concat();
    paths.into_iter().filter_map(|path| absolute(&path, module)).collect()
}

/// The paths in code that begin so.
fn paths_from(code: &str, beginning: &str) -> Vec<Vec<String>> {
    let mut paths = Vec::new();
    for (start, _) in code.match_indices(beginning) {
        let before = code[..start].chars().next_back();
        if before.is_none_or(|c| !c.is_alphanumeric() && c != ':' && c != '_') {
            open_braces(&code[start..], &mut Vec::new(), &mut paths);
        }
    }
    paths
}

/// Reads one path from its beginning, with each way through its braces; the rest of the text follows.
fn open_braces<'a>(text: &'a str, prefix: &mut Vec<String>, paths: &mut Vec<Vec<String>>) -> &'a str {
    let depth = prefix.len();
    let mut rest = text.trim_start();
    loop {
        if let Some(inner) = rest.strip_prefix('{') {
            rest = inner;
            loop {
                rest = open_braces(rest, prefix, paths).trim_start();
                match rest.strip_prefix(',') {
                    Some(next) => rest = next,
                    None => break rest = rest.strip_prefix('}').unwrap_or(rest),
                }
            }
            break;
        }
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        if end == 0 {
            break;
        }
        prefix.push(rest[..end].to_owned());
        rest = &rest[end..];
        if let Some(next) = rest.strip_prefix("::") {
            rest = next;
        } else {
            paths.push(prefix.clone());
            break;
        }
    }
    prefix.truncate(depth);
    rest
}

/// A path from the root of the crate.
fn absolute(path: &[String], module: &[String]) -> Option<Vec<String>> {
    if path[0] == "crate" {
        return Some(path[1..].to_vec());
    }
    let ups = path.iter().take_while(|part| *part == "super").count();
    let base = module.len().checked_sub(ups)?;
    Some([&module[..base], &path[ups..]].concat())
}

#[test]
fn names_in_braces_are_seen() {
    let paths = paths_from("use std::{fs, io::{self, Read}};\nlet x = std::process::id();", "std::");
    let paths: Vec<String> = paths.into_iter().map(|path| path.join("::")).collect();
    assert_eq!(paths, ["std::fs", "std::io::self", "std::io::Read", "std::process::id"]);
}

#[test]
fn rooms_import_only_what_they_may() {
    let rooms = rooms();
    let folders: BTreeSet<String> = std::fs::read_dir(root().join("src"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    let named_rooms: BTreeSet<String> = rooms.iter().map(|room| room.name.clone()).collect();
    assert_eq!(folders, named_rooms, "the folders of src and the table of ARCHITECTURE.md");
    let mut breaches = Vec::new();
    for (index, room) in rooms.iter().enumerate() {
        let is_earlier = |name: &String| rooms[..index].iter().any(|other| other.name == *name);
        assert!(room.imports.iter().all(is_earlier), "{} may import a room below it", room.name);
        for path in sources(&root().join("src").join(&room.name)) {
            let code = code(&std::fs::read_to_string(&path).unwrap());
            for import in named(&code, &module(&path)) {
                let other = &import[0];
                if *other != room.name && named_rooms.contains(other) && !room.imports.contains(other) {
                    breaches.push(format!("{}: imports {other}", path.display()));
                }
            }
            // `use std::{fs, io}` names std::fs too.
            let of_std = paths_from(&code, "std::").into_iter();
            let names: Vec<String> = of_std.map(|path| path.join("::")).collect();
            let is_used = |word: &str| code.contains(word) || names.iter().any(|name| name.starts_with(word));
            for word in room.without.iter().filter(|word| is_used(word)) {
                breaches.push(format!("{}: uses {word}", path.display()));
            }
        }
    }
    breaches.dedup();
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

/// Which files name which, by module; a parent and its children may name each other.
fn imports() -> BTreeMap<Vec<String>, BTreeSet<Vec<String>>> {
    let files = sources(&root().join("src"));
    let modules: BTreeSet<Vec<String>> = files.iter().map(|path| module(path)).collect();
    let mut imports = BTreeMap::new();
    for path in &files {
        let own = module(path);
        let code = code(&std::fs::read_to_string(path).unwrap());
        let targets = named(&code, &own).into_iter().filter_map(|path| {
            // The longest beginning of the path that is a file.
            (1..=path.len()).rev().map(|len| path[..len].to_vec()).find(|part| modules.contains(part))
        });
        let is_family = |other: &Vec<String>| own.starts_with(other) || other.starts_with(&own);
        let targets: BTreeSet<Vec<String>> = targets.filter(|other| !is_family(other)).collect();
        imports.insert(own, targets);
    }
    imports
}

#[test]
fn no_imports_run_in_a_circle() {
    let imports = imports();
    // What a module reaches in any number of steps.
    let reached = |from: &Vec<String>| {
        let mut seen: BTreeSet<&Vec<String>> = BTreeSet::new();
        let mut next: Vec<&Vec<String>> = imports[from].iter().collect();
        while let Some(module) = next.pop() {
            if seen.insert(module) {
                next.extend(&imports[module]);
            }
        }
        seen
    };
    let circular: Vec<String> = imports
        .iter()
        .filter(|(module, _)| reached(module).contains(module))
        .map(|(module, direct)| {
            let back: Vec<String> = direct
                .iter()
                .filter(|other| reached(other).contains(module))
                .map(|other| other.join("::"))
                .collect();
            format!("{} imports {}, which lead back", module.join("::"), back.join(", "))
        })
        .collect();
    assert!(circular.is_empty(), "{}", circular.join("\n"));
}

#[test]
fn a_path_is_read_through_its_braces() {
    let module = ["ui".to_owned(), "view".to_owned(), "paint".to_owned()];
    let code = "use crate::{domain::{Moment, law}, session};\nuse super::drag::Drag;\nlet it = crate::text::fold(x);";
    let paths: Vec<String> = named(code, &module).iter().map(|path| path.join("::")).collect();
    assert_eq!(paths, ["domain::Moment", "domain::law", "session", "text::fold", "ui::view::drag::Drag"]);
}

#[test]
fn files_are_short_and_say_first_what_lives_there() {
    let mut breaches = Vec::new();
    let all = ["src", "tests", "benches"].map(|folder| sources(&root().join(folder)));
    for path in all.concat() {
        let text = std::fs::read_to_string(&path).unwrap();
        let lines = text.lines().count();
        if lines > 400 {
            breaches.push(format!("{}: {lines} lines, two rooms?", path.display()));
        }
        let first = text.lines().next().unwrap_or_default();
        if !first.starts_with("//! ") {
            breaches.push(format!("{}: the first line does not say what lives there", path.display()));
        }
        let before_tests = text.split("#[cfg(test)]").next().unwrap_or_default().lines().count();
        if path.ends_with("mod.rs") && path.starts_with(root().join("src")) && before_tests > 210 {
            breaches.push(format!("{}: a door of {before_tests} lines", path.display()));
        }
    }
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

/// The documents with their paths: the manual, and the pages beside it.
fn documents() -> Vec<PathBuf> {
    let manual = std::fs::read_dir(root().join("docs")).unwrap().map(|entry| entry.unwrap().path());
    let manual: Vec<PathBuf> = manual.filter(|path| path.extension().is_some_and(|it| it == "md")).collect();
    assert!(!manual.is_empty(), "there is a manual");
    let others = ["README.md", "ARCHITECTURE.md", "BENCHMARKS.md", "data/SOURCES.md"];
    others.map(|name| root().join(name)).into_iter().chain(manual).collect()
}

#[test]
fn every_link_in_the_documents_leads_somewhere() {
    for document in documents() {
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

/// What a document names in backticks, outside its blocks of code.
fn code_spans(text: &str) -> impl Iterator<Item = &str> {
    text.split("```").step_by(2).flat_map(|prose| prose.split('`').skip(1).step_by(2))
}

/// Whether this names a file, or a test in one, that does not exist.
///
/// A path is one of the repository or of `src/`. Three or more underscores after a module make it a test of that module
/// in `tests/it/`; in the list of known faults every such path is one, and words with hyphens are fixtures.
fn names_nothing(span: &str, lists_tests: bool) -> bool {
    let is_source = |path: &str| Path::new(path).extension().is_some_and(|extension| extension == "rs");
    let (path, test) = match span.split_once("::") {
        Some((path, test)) if is_source(path) => (path.to_owned(), Some(test)),
        Some((module, test)) if lists_tests || test.matches('_').count() > 2 => {
            (format!("tests/it/{module}.rs"), Some(test))
        }
        None if is_fixture(span) && lists_tests => (format!("tests/fixtures/{span}.json"), None),
        _ => (span.to_owned(), None),
    };
    let is_path = path.contains('/') && (is_source(&path) || path.starts_with("tests/"));
    if !is_path || path.contains(['<', '*', '…', ' ']) {
        return false;
    }
    let file = [root().join(&path), root().join("src").join(&path)].into_iter().find(|file| file.exists());
    file.is_none_or(|file| {
        test.is_some_and(|test| !std::fs::read_to_string(file).unwrap().contains(&format!("fn {test}(")))
    })
}

fn is_fixture(span: &str) -> bool {
    span.contains('-')
        && !span.starts_with('-')
        && span.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

#[test]
fn every_file_and_test_that_documents_and_comments_name_exists() {
    let mut stale = Vec::new();
    for document in documents() {
        let text = std::fs::read_to_string(&document).unwrap();
        let lists_tests = document.ends_with("docs/known-faults.md");
        for span in code_spans(&text).filter(|span| names_nothing(span, lists_tests)) {
            stale.push(format!("{} names `{span}`", document.display()));
        }
    }
    let folders = ["src", "tests", "benches", "fuzz/src"];
    for path in folders.iter().flat_map(|folder| sources(&root().join(folder))) {
        let text = std::fs::read_to_string(&path).unwrap();
        let comments = text.lines().filter(|line| line.trim_start().starts_with("//"));
        for span in comments.flat_map(code_spans).filter(|span| names_nothing(span, false)) {
            stale.push(format!("{} names `{span}`", path.display()));
        }
    }
    assert!(stale.is_empty(), "{}", stale.join("\n"));
}

#[test]
fn a_name_that_is_stale_is_found() {
    for (span, lists_tests) in [
        ("src/no_such_file.rs", false),
        ("ui/no_such_file.rs", false),
        ("tests/it/architecture.rs::no_such_test", false),
        ("no_such_module::a_test", true),
        ("no_such_module::a_test_with_a_name", false),
        ("architecture::no_such_test", true),
        ("no-such-fixture", true),
    ] {
        assert!(names_nothing(span, lists_tests), "{span}");
    }
    for span in ["architecture::a_name_that_is_stale_is_found", "src/lib.rs", "session/mod.rs", "--outlines"]
    {
        assert!(!names_nothing(span, true), "{span}");
    }
    assert!(!names_nothing("Session::apply", false), "a path of Rust is no file");
}

#[test]
fn every_file_of_tests_has_its_row() {
    let page = std::fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    for entry in std::fs::read_dir(root().join("tests/it")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        // The root of the binary, and what its tests share.
        if !["main.rs", "common", "snapshots"].contains(&name.as_str()) {
            assert_eq!(page.matches(&format!("| `tests/it/{name}` |")).count(), 1, "rows of {name}");
        }
    }
}

/// The anchors of a document's headings: small letters, hyphens between words.
fn headings(document: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(document).unwrap();
    let titles = text.lines().filter(|line| line.starts_with('#')).map(|line| line.trim_start_matches('#'));
    titles.map(|title| title.trim().to_lowercase().replace(' ', "-")).collect()
}
