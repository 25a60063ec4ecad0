//! Calendars, dated lines, bibliographies, tables of known programs and archives: what is read of them, and what is said.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use treaty_timeline::domain::Dataset;
use treaty_timeline::language::Language;
use treaty_timeline::load::{Loaded, load};

/// The folders of `tests/fixtures/formats` that are read here. Files that begin with `bad-` are broken.
const FORMATS: &[&str] = &["calendar", "markwhen", "bibtex", "ris", "programs", "archives"];
/// Files that are only named, with the way to get a table out of them.
const REFUSED: &str = "refused";

fn files(format: &str) -> Vec<PathBuf> {
    let folder = crate::common::fixture("formats").join(format);
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

fn is_bad(path: &Path) -> bool {
    name(path).starts_with("bad-")
}

fn read(path: &Path) -> Loaded {
    load(&name(path), std::fs::read(path).unwrap(), &())
}

/// What a person sees of a dataset, as text.
fn summary(dataset: &Dataset) -> String {
    const MAX_EVENTS: usize = 30;
    let mut text = format!("title: {}\n", dataset.title());
    if !dataset.description().is_empty() {
        writeln!(text, "description: {}", dataset.description()).unwrap();
    }
    for treaty in dataset.treaties() {
        writeln!(text, "lane: {} / {}", dataset.categories()[treaty.category].name, treaty.name).unwrap();
    }
    for event in dataset.events().iter().take(MAX_EVENTS) {
        let lane = &dataset.treaty(event.treaty).name;
        write!(text, "- {} | {} | {lane} | {}", event.date().text(), event.title, event.key).unwrap();
        for &tag in &event.tags {
            write!(text, " #{}", dataset.tag(tag)).unwrap();
        }
        text.push('\n');
        let own = [("summary", &event.summary), ("url", &event.url)];
        let named = event.fields.iter().map(|field| (&*field.name, &field.text));
        for (name, value) in own.into_iter().chain(named).filter(|(_, value)| !value.is_empty()) {
            writeln!(text, "    {name}: {}", value.replace('\n', " ⏎ ")).unwrap();
        }
    }
    if dataset.events().len() > MAX_EVENTS {
        writeln!(text, "- … {} events in all", dataset.events().len()).unwrap();
    }
    for source in dataset.sources() {
        let date = source.date.as_ref().map(|date| date.text()).unwrap_or_default();
        let parts = [&source.key, &source.title, &source.publisher, &source.url].map(|part| &**part);
        writeln!(text, "source: {} | {date}", parts.join(" | ")).unwrap();
    }
    text
}

#[test]
fn each_file_of_another_program_is_read_as_it_was_and_what_is_not_is_said() {
    for format in FORMATS.iter().chain([&REFUSED]) {
        let mut text = String::new();
        for path in files(format) {
            let loaded = read(&path);
            writeln!(text, "=== {}", name(&path)).unwrap();
            match &loaded.dataset {
                Some(dataset) => text.push_str(&summary(dataset)),
                None => text.push_str("nothing\n"),
            }
            if let Some(table) = &loaded.table {
                let roles: Vec<String> = table.mapping.roles.iter().map(|role| role.key()).collect();
                let doubt = if table.is_certain { "" } else { "?" };
                writeln!(text, "table{doubt}: {:?} {}", table.mapping.shape, roles.join(" ")).unwrap();
            }
            writeln!(text, "{}", loaded.report).unwrap();
        }
        insta::assert_snapshot!(format!("format_{format}"), text);
    }
}

#[test]
fn good_files_have_no_errors_and_there_are_enough_of_both() {
    for format in FORMATS {
        let (bad, good): (Vec<PathBuf>, Vec<PathBuf>) =
            files(format).into_iter().partition(|path| is_bad(path));
        assert!(good.len() >= 3 && bad.len() >= 5, "{format}: {} good, {} bad", good.len(), bad.len());
        for path in good {
            let loaded = read(&path);
            assert_eq!(loaded.report.errors, 0, "{}", loaded.report);
            assert!(loaded.dataset.is_some_and(|dataset| !dataset.events().is_empty()), "{}", path.display());
        }
        for path in bad {
            let report = read(&path).report;
            assert!(report.errors + report.warnings > 0, "{}", path.display());
        }
    }
}

#[test]
fn no_file_is_a_crash_wherever_it_is_cut_or_changed() {
    // Bytes that mean something in one of the formats.
    const BYTES: [u8; 8] = [b'"', b'{', b'\\', b'/', b'9', b'\n', 0, 0xFF];
    const PLACES: usize = 90;
    // Each change of a bomb unpacks it anew.
    let is_small = |path: &PathBuf| !name(path).contains("bomb");
    for path in FORMATS.iter().chain([&REFUSED]).flat_map(|format| files(format)).filter(is_small) {
        let whole = std::fs::read(&path).unwrap();
        let step = (whole.len() / PLACES).max(1);
        for (index, at) in (0..whole.len()).step_by(step).enumerate() {
            let mut changed = whole.clone();
            changed[at] = BYTES[index % BYTES.len()];
            let without = [&whole[..at], &whole[at + 1..]].concat();
            for bytes in [changed, without, whole[..at].to_vec()] {
                let loaded = load(&name(&path), bytes, &());
                let is_explained = loaded.report.errors + loaded.report.warnings > 0;
                assert!(loaded.dataset.is_some() || is_explained, "{} at {at}", path.display());
            }
        }
    }
}

#[test]
fn what_is_not_read_says_how_to_export_a_table_in_both_languages() {
    for path in files(REFUSED) {
        let Loaded { dataset, report, .. } = read(&path);
        assert!(dataset.is_none() && report.errors == 1, "{report}");
        for language in [Language::English, Language::Russian] {
            let help = language.explain(&report.problems[0].problem).help;
            assert!(help.contains("CSV"), "{}: {help}", path.display());
        }
    }
}

#[test]
fn reports_are_worded_in_russian_too() {
    for path in FORMATS.iter().flat_map(|format| files(format)).filter(|path| is_bad(path)) {
        for problem in read(&path).report.problems {
            let russian = Language::Russian.explain(&problem.problem);
            let english = Language::English.explain(&problem.problem);
            assert_ne!(russian.message, english.message, "{}", path.display());
            assert!(russian.message.chars().any(|c| matches!(c, 'а'..='я')), "{}", russian.message);
        }
    }
}
