//! Each option of `render` in each format: it changes what is drawn, or is named as of no use.

use std::process::{Command, Output};

fn run(args: &[&str]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_treaty-timeline"));
    program.args(args).args(["--lang", "en"]).output().unwrap()
}

#[test]
fn the_command_line_takes_the_pages_that_letters_need_and_says_what_it_does_not_obey() {
    let folder = tempfile::tempdir().unwrap();
    let said = |name: &str, more: &[&str]| {
        let out = folder.path().join(name);
        let output = run(&[&["render", "--out", out.to_str().unwrap()], more].concat());
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        (String::from_utf8_lossy(&output.stdout).into_owned(), std::fs::read(&out).unwrap())
    };
    let small = "points high";
    let whole = said("whole.pdf", &["--no-table", "--no-sources"]).0;
    assert!(!whole.contains(small) && !whole.contains(", 1 page"), "{whole}");
    let one = said("one.pdf", &["--no-table", "--no-sources", "--one-page"]).0;
    assert!(one.contains(small) && one.contains(", 1 page"), "{one}");
    let (line, page) = said("page.html", &["--title", "Mine <b>", "--legend", "--paper", "a3"]);
    assert!(line.contains("no use for --paper, --legend"), "{line}");
    assert!(String::from_utf8_lossy(&page).contains("<title>Mine &lt;b&gt;"));
    for name in ["box.png", "box.svg"] {
        let line = said(name, &["--lanes", "INF", "--title", "\u{10fffd}"]).0;
        assert!(line.contains('\u{10fffd}'), "{name}: {line}");
    }
}

/// The bytes of a picture without what it says of itself.
fn without_metadata(bytes: &[u8]) -> Vec<u8> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        let is_said = |line: &&str| !line.contains("<meta") && !line.contains("treaty-timeline:view");
        let svg = text.split_once("<metadata").and_then(|(before, rest)| {
            let (_, after) = rest.split_once("</metadata>")?;
            Some(format!("{before}{after}"))
        });
        return svg.unwrap_or_else(|| text.lines().filter(is_said).collect()).into_bytes();
    }
    // What is drawn, of a PNG.
    match bytes.windows(4).position(|name| name == b"IDAT") {
        Some(at) if bytes.starts_with(b"\x89PNG") => [&bytes[16..24], &bytes[at..]].concat(),
        _ => bytes.to_vec(),
    }
}

#[test]
fn each_option_changes_the_picture_or_is_named_as_of_no_use() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data.json");
    std::fs::write(&data, include_str!("../data/seven-treaties.json")).unwrap();
    let drawn = |format: &str, more: &[&str]| {
        let out = folder.path().join(format!("x.{format}"));
        let fixed = [
            "render",
            data.to_str().unwrap(),
            "--filter",
            "treaty:INF,treaty:NEWSTART",
            "-o",
            out.to_str().unwrap(),
        ];
        let output = run(&[&fixed[..], more].concat());
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(0), "{format} {more:?}: {said}");
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        (without_metadata(&std::fs::read(&out).unwrap()), said)
    };
    let options: [&[&str]; 18] = [
        &["--title", "Another"],
        &["--paper", "A2"],
        &["--portrait"],
        &["--tiles"],
        &["--pages"],
        &["--across", "2"],
        &["--no-table"],
        &["--lanes", "INF"],
        &["--no-labels"],
        &["--no-legend"],
        &["--no-sources"],
        &["--size", "900x500"],
        &["--scale", "2"],
        &["--outlines"],
        &["--no-fonts"],
        &["--theme", "dark"],
        &["--theme", "print"],
        &["--high-contrast"],
    ];
    for format in ["pdf", "svg", "png", "html"] {
        let plain = drawn(format, &["--sources"]).0;
        for option in options {
            let has_sources = option[0] != "--no-sources";
            let more = if has_sources { [&["--sources"][..], option].concat() } else { option.to_vec() };
            let (picture, said) = drawn(format, &more);
            let named = said.split_once("no use for ").map_or("", |(_, named)| named);
            let is_named = named.lines().next().unwrap_or_default().contains(option[0]);
            // A PDF says of itself how it was drawn in the midst of its bytes.
            let is_same = if format == "pdf" { is_named } else { picture == plain };
            assert!(is_named || picture != plain, "{format} {option:?} does nothing: {said}");
            assert_eq!(is_same, is_named, "{format} {option:?}: {said}");
        }
    }
}
