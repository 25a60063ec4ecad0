//! The fuzz targets without a fuzzer: their corpora and dictionaries, and some thousand changes of them by a fixed rule,
//! the same in every run. `script/fuzz` looks for more.

#[expect(unreachable_pub, reason = "the fuzz crate is the one that needs them public")]
#[path = "../../fuzz/src/lib.rs"]
mod targets;

use std::path::{Path, PathBuf};

/// No input grows beyond this.
const MAX_LEN: usize = 20_000;

/// Xorshift: the same numbers on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % n.max(1)
    }

    fn pick<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        of.get(self.below(of.len()))
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files of a folder with their contents, in order of name.
fn files(folder: &Path, extension: Option<&str>) -> Vec<Vec<u8>> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|err| panic!("{}: {err}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("it can be read").path()).collect();
    paths.retain(|path| extension.is_none_or(|wanted| path.extension().is_some_and(|it| it == wanted)));
    paths.sort();
    paths.iter().map(|path| std::fs::read(path).expect("it can be read")).collect()
}

/// The seeds of a target: its corpus, and for those that read the native format the fixtures of the loader.
fn seeds(target: &str) -> Vec<Vec<u8>> {
    let mut seeds = files(&root().join("fuzz/corpus").join(target), None);
    if matches!(target, "native" | "append_load") {
        seeds.extend(files(&root().join("tests/fixtures"), Some("json")));
    }
    seeds
}

/// Files of other programs, which are opened in the same way.
fn seeds_of_other_programs() -> Vec<Vec<u8>> {
    let entries = std::fs::read_dir(root().join("tests/fixtures/formats")).expect("it is there");
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.expect("it can be read").path()).collect();
    folders.sort();
    folders.iter().flat_map(|folder| files(folder, None)).collect()
}

/// The words of a target's dictionary, if it has one.
fn dictionary(target: &str) -> Vec<Vec<u8>> {
    let path = root().join("fuzz/dictionaries").join(format!("{target}.dict"));
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let word = |line: &str| Some(unescaped(line.strip_prefix('"')?.strip_suffix('"')?));
    text.lines().filter_map(word).collect()
}

/// A word as libFuzzer writes it: `\\`, `\"`, and `\x` with two digits.
fn unescaped(word: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        let hex = rest.strip_prefix("\\x").and_then(|hex| u8::from_str_radix(hex.get(..2)?, 16).ok());
        rest = match (hex, rest.strip_prefix('\\')) {
            (Some(byte), _) => {
                bytes.push(byte);
                &rest[4..]
            }
            (None, Some(after)) => {
                bytes.extend(after.bytes().take(1));
                after.get(1..).unwrap_or_default()
            }
            (None, None) => {
                bytes.extend(first.to_string().bytes());
                &rest[first.len_utf8()..]
            }
        };
    }
    bytes
}

/// A seed with one to eight changes.
fn changed(random: &mut Random, seeds: &[Vec<u8>], words: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = random.pick(seeds).cloned().unwrap_or_default();
    for _ in 0..=random.below(8) {
        let at = random.below(bytes.len() + 1);
        let end = (at + 1 + random.below(32)).min(bytes.len());
        match random.below(7) {
            0 => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1_u8 << random.below(8);
                }
            }
            1 => bytes.insert(at, random.below(256) as u8),
            2 => drop(bytes.drain(at.min(end)..end)),
            3 => {
                let part = bytes[at.min(end)..end].repeat(1 + random.below(4));
                drop(bytes.splice(at..at, part));
            }
            4 => {
                let word = random.pick(words).cloned().unwrap_or_default();
                drop(bytes.splice(at..at, word));
            }
            5 => {
                let word = random.pick(words).cloned().unwrap_or_default();
                drop(bytes.splice(at.min(end)..end, word));
            }
            _ => {
                let other = random.pick(seeds).cloned().unwrap_or_default();
                let from = random.below(other.len() + 1);
                let until = (from + random.below(400)).min(other.len());
                drop(bytes.splice(at..at, other[from..until].iter().copied()));
            }
        }
    }
    bytes.truncate(MAX_LEN);
    bytes
}

/// Runs a target over its corpus, over nothing, and over so many changes.
fn run(target: &str, changes: usize) {
    run_on(target, &seeds(target), changes);
}

/// The same over other seeds.
fn run_on(target: &str, seeds: &[Vec<u8>], changes: usize) {
    let (_, body) = targets::TARGETS.into_iter().find(|(name, _)| *name == target).expect("it is a target");
    let words = dictionary(target);
    assert!(!seeds.is_empty(), "{target} has no corpus");
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    let inputs = (0..changes).map(|_| changed(&mut random, seeds, &words));
    for input in std::iter::once(Vec::new()).chain(seeds.iter().cloned()).chain(inputs) {
        let outcome = std::panic::catch_unwind(|| body(&input));
        assert!(outcome.is_ok(), "{target} fails on {:?}", String::from_utf8_lossy(&input));
    }
}

#[test]
fn files_in_the_native_format() {
    run("native", 1_500);
}

#[test]
fn files_of_other_programs() {
    run_on("native", &seeds_of_other_programs(), 3_000);
}

#[test]
fn files_of_bulk_lanes() {
    run("lanes", 1_500);
}

#[test]
fn dates() {
    run("edtf", 6_000);
}

#[test]
fn queries() {
    run("query", 2_000);
}

#[test]
fn pages_of_the_web() {
    run("html", 1_500);
}

#[test]
fn portable_documents() {
    run("pdf", 800);
}

#[test]
fn texts() {
    run("text", 1_500);
}

#[test]
fn quotations_in_texts() {
    run("find", 1_500);
}

#[test]
fn files_that_are_added_to() {
    run("append_load", 1_500);
}

#[test]
fn tables() {
    run("table", 1_500);
}

#[test]
fn workbooks() {
    run("workbook", 800);
}

#[test]
fn timelines_in_json() {
    run("json_formats", 1_500);
}

#[test]
fn timelines_in_xml() {
    run("xml", 1_000);
}

#[test]
fn calendars() {
    run("calendar", 800);
}

#[test]
fn dated_lines() {
    run("markwhen", 1_000);
}

#[test]
fn bibliographies() {
    run("bibliography", 1_000);
}

#[test]
fn archives() {
    run("archive", 800);
}

#[test]
fn patches() {
    run("patch", 800);
}

#[test]
fn links_to_views() {
    run("view_link", 800);
}
