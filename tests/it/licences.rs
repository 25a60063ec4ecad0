//! What is said of other people's work: every crate that a build may hold is named, with its terms and their texts.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

const LICENCES: &str = include_str!("../../assets/licences.txt");
/// Terms that nobody has to choose, since the crate that names them may be had on others.
const NOT_CHOSEN: [&str; 2] = ["GPL-2.0-only", "MIT-0"];

/// What a package of `Cargo.lock` depends on, by its name and version.
fn locked() -> BTreeMap<(String, String), Vec<String>> {
    let text = include_str!("../../Cargo.lock");
    let value =
        |line: &str, key: &str| Some(line.strip_prefix(key)?.trim_matches([' ', '=', '"']).to_owned());
    let package = |text: &str| {
        let name = text.lines().find_map(|line| value(line, "name = "))?;
        let version = text.lines().find_map(|line| value(line, "version = "))?;
        let needs = text.lines().filter(|line| line.starts_with(" \""));
        Some((
            (name, version),
            needs.map(|line| line.trim_matches([' ', '"', ',']).to_owned()).collect::<Vec<_>>(),
        ))
    };
    text.split("[[package]]").filter_map(package).collect()
}

/// What `Cargo.toml` names for the program itself, and not for its tests.
fn asked() -> BTreeSet<&'static str> {
    let mut is_asked = false;
    let mut names = BTreeSet::new();
    for line in include_str!("../../Cargo.toml").lines() {
        if line.starts_with('[') {
            is_asked = line == "[dependencies]"
                || (line.starts_with("[target.") && line.ends_with(".dependencies]"));
        } else if let Some((name, _)) = line.split_once(" = ")
            && is_asked
            && !line.starts_with([' ', '#'])
        {
            names.insert(name);
        }
    }
    names
}

/// All packages that the program may be built from, on any system.
fn needed() -> BTreeSet<(String, String)> {
    let locked = locked();
    let meant = |words: &str| {
        let (name, version) = words.split_once(' ').unwrap_or((words, ""));
        let is_meant = |key: &&(String, String)| key.0 == name && (version.is_empty() || key.1 == version);
        locked.keys().find(is_meant).unwrap().clone()
    };
    let asked = asked();
    let (_, needs) = locked.iter().find(|((name, _), _)| name == "treaty-timeline").unwrap();
    let is_asked = |words: &&String| words.split(' ').next().is_some_and(|name| asked.contains(name));
    let mut left: Vec<_> = needs.iter().filter(is_asked).map(|words| meant(words)).collect();
    let mut found = BTreeSet::new();
    while let Some(package) = left.pop() {
        if found.insert(package.clone()) {
            left.extend(locked[&package].iter().map(|words| meant(words)));
        }
    }
    found
}

#[test]
fn every_crate_that_a_build_may_hold_is_named_with_its_terms() {
    let mut named = BTreeSet::new();
    let mut terms = BTreeSet::new();
    for line in LICENCES.lines().filter(|line| !line.starts_with(' ')) {
        let mut parts = line.split(" · ");
        if let (Some(crate_), Some(licence), Some(_), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
            && let Some((name, version)) = crate_.split_once(' ')
        {
            named.insert((name.to_owned(), version.to_owned()));
            let words = licence.split([' ', '(', ')']);
            terms.extend(
                words.filter(|word| !["", "OR", "AND", "WITH"].contains(word) && !NOT_CHOSEN.contains(word)),
            );
        }
    }
    named.retain(|(name, _)| name != "The");
    let needed = needed();
    assert!(needed.len() > 300, "{needed:?}");
    let lacking: Vec<_> = needed.difference(&named).collect();
    let stray: Vec<_> = named.difference(&needed).collect();
    assert!(
        lacking.is_empty() && stray.is_empty(),
        "run script/licences: {lacking:?} lack, {stray:?} are no more"
    );
    assert!(terms.contains("MIT") && terms.contains("Apache-2.0"), "{terms:?}");
    for licence in terms.into_iter().chain(["OFL-1.1"]) {
        assert!(LICENCES.contains(&format!("\n── {licence} ──\n")), "its text is not there: {licence}");
    }
}

#[test]
fn the_program_prints_whose_work_it_is_made_with() {
    for command in ["licences", "licenses"] {
        let output = Command::new(env!("CARGO_BIN_EXE_treaty-timeline")).arg(command).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        assert!(output.stdout == LICENCES.as_bytes(), "it is printed as it is");
    }
}

#[test]
fn nothing_that_speaks_to_a_network_is_in_the_program() {
    const SPEAKERS: [&str; 12] = [
        "attohttpc",
        "curl",
        "hickory-resolver",
        "hyper",
        "isahc",
        "minreq",
        "native-tls",
        "openssl",
        "quinn",
        "reqwest",
        "rustls",
        "ureq",
    ];
    let needed = needed();
    let refused = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/.github/deny.toml")).unwrap();
    for speaker in SPEAKERS {
        assert!(refused.contains(&format!("  \"{speaker}\",")), ".github/deny.toml lets {speaker} in");
    }
    let found: Vec<_> = needed.iter().filter(|(name, _)| SPEAKERS.contains(&name.as_str())).collect();
    assert!(found.is_empty(), "docs/SECURITY.md says that nothing is fetched: {found:?}");
    let mut folders = vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let code = std::fs::read_to_string(&path).unwrap();
                let speaks = ["std::net", "TcpStream", "UdpSocket"].iter().any(|word| code.contains(word));
                assert!(!speaks, "{} speaks to a network", path.display());
            }
        }
    }
}
