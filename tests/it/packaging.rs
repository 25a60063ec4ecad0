//! What a package says of the program: its commands, kinds of files and version are the same everywhere that they are named,
//! and what workflows name is there.

use std::path::Path;
use std::process::Command;

fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn answer(args: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_treaty-timeline")).args(args).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{args:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// The lists that `script/package` goes through to make manual pages.
#[test]
fn a_package_has_a_manual_page_for_each_command_that_help_lists() {
    let script = read("script/package");
    let (_, rest) = script.split_once("commands=(").unwrap();
    let mut packaged: Vec<&str> = rest.split(')').next().unwrap().split(' ').collect();
    let help = answer(&["--lang", "en", "--help"]);
    let (_, rest) = help.split_once("Commands:\n").unwrap();
    let listed = rest.lines().take_while(|line| line.starts_with("  "));
    let names =
        listed.filter(|line| !line.starts_with("   ")).filter_map(|line| line.split_whitespace().next());
    let mut listed: Vec<&str> = names.filter(|name| *name != "help").collect();
    packaged.sort_unstable();
    listed.sort_unstable();
    assert_eq!(packaged, listed);
    for command in listed {
        let page = answer(&["--lang", "en", "manual", command]);
        assert!(page.contains(".SH OPTIONS"), "{page}");
    }
}

#[test]
fn completions_are_printed_for_each_shell() {
    for shell in ["bash", "fish", "powershell", "zsh"] {
        assert!(answer(&["completions", shell]).contains("high-contrast"), "{shell}");
    }
}

#[test]
fn every_kind_of_file_that_a_package_brings_is_opened_by_the_entry_of_the_menu() {
    let (entry, kinds) =
        (read("assets/linux/treaty-timeline.desktop"), read("assets/linux/treaty-timeline.mime.xml"));
    let opened = entry.lines().find_map(|line| line.strip_prefix("MimeType=")).unwrap();
    let opened: Vec<&str> = opened.split(';').collect();
    let brought = kinds.split("<mime-type type=\"").skip(1).filter_map(|rest| rest.split('"').next());
    for kind in brought {
        assert!(opened.contains(&kind), "{kind}");
    }
    assert!(opened.contains(&"x-scheme-handler/treaty-timeline") && opened.contains(&"text/csv"));
    assert!(kinds.contains("&quot;treaty-timeline/1&quot;"), "its own format is known by its content");
    let shown = read("assets/linux/org.treaty_timeline.TreatyTimeline.metainfo.xml");
    let shown = shown.split("<mediatype>").skip(1).filter_map(|rest| rest.split('<').next());
    assert!(shown.clone().count() > 3);
    for kind in shown {
        assert!(opened.contains(&kind), "{kind}");
    }
}

#[test]
fn one_version_is_named_everywhere() {
    let version = env!("CARGO_PKG_VERSION");
    let shown = read("assets/linux/org.treaty_timeline.TreatyTimeline.metainfo.xml");
    assert!(shown.contains(&format!("<release version=\"{version}\"")), "{shown}");
    assert!(read("CITATION.cff").contains(&format!("\nversion: {version}\n")));
    assert!(read("docs/CHANGELOG.md").contains(&format!("\n## {version}")));
    assert_eq!(answer(&["--version"]).trim(), format!("treaty-timeline {version}"));
}

/// Nobody runs the workflow of a release before there is one.
#[test]
fn what_the_workflows_and_the_scripts_of_packages_name_is_there() {
    let is_path = |c: char| c.is_alphanumeric() || "./_-".contains(c);
    let roots = [".github/", "assets/", "data/", "docs/", "fuzz/", "script/", "src/", "tests/", "LICENSE-"];
    let mut named = 0;
    for file in [
        ".ci/run",
        ".github/deny.toml",
        ".github/workflows/ci.yml",
        ".github/workflows/release.yml",
        "script/package",
        "script/test-package",
    ] {
        let text = read(file);
        for word in text.split(|c| !is_path(c)).map(|word| word.trim_end_matches('.')) {
            if roots.iter().any(|root| word.starts_with(root)) {
                named += 1;
                assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(word).exists(), "{file} names {word}");
            }
        }
    }
    assert!(named > 20, "{named}");
    let (cargo, release) = (read("Cargo.toml"), read(".github/workflows/release.yml"));
    assert!(release.contains("--profile dist") && cargo.contains("[profile.dist]"));
    let versions = |text: &str| text.split("cargo-deny@").nth(1).map(|rest| rest[..4].to_owned());
    let tried = versions(&read(".github/workflows/ci.yml")).unwrap();
    assert!(read("docs/SECURITY.md").contains(&format!("`cargo deny` {tried}")), "{tried}");
}
