//! The command line in Russian: chosen by an option or by the system, without an English word but for names.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// What is written in Latin letters in any language: the program, its commands, options and formats.
const NAMES: &str = "one page fonts numbers treaty timeline help version lang fresh check mapping state render diff schema licences format on party \
     out from to size scale outlines theme high contrast select text json csv light dark en ru svg png JSON Schema PNG \
     SVG ID ШИРИНАxВЫСОТА audit accepted view convert cite mapping tables xlsx timelinejs vis ics markwhen markdown html csl bibtex ris \
     CSV chronology treaties zip columns data items terminated INF NPT npt bib my source file style chicago notes apa mla harvard like filter USA status in force \
     pdf PDF paper landscape portrait tiles pages across title lanes labels legend sources no table print all selected Letter A0 NEWSTART \
     poster figure wall book again Arms control completions bash elvish fish powershell zsh \
     patch make apply show merge author reason source partial prefer ours theirs base edited date \
     corrections review merged Ann Kay";

fn run(locale: &str, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_treaty-timeline"))
        .args(args)
        .env("LC_ALL", locale)
        .env_remove("LANGUAGE")
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned()).concat()
}

/// Fails with the words in Latin letters that are neither names of the program nor among `names`.
#[track_caller]
fn assert_no_english(text: &str, names: &str) {
    let known: Vec<&str> = NAMES.split_whitespace().chain(names.split_whitespace()).collect();
    let words = text.split(|c: char| !c.is_alphabetic());
    let english: Vec<&str> = words
        .filter(|word| word.contains(|c: char| c.is_ascii_alphabetic()))
        .filter(|word| word.len() > 1 && !known.contains(word))
        .collect();
    assert!(english.is_empty(), "{english:?} in:\n{text}");
}

/// A dataset in Russian; what is in Latin letters are its ids.
fn dataset(folder: &Path, name: &str, day: &str) -> PathBuf {
    let text = format!(
        r#"{{"format":"treaty-timeline/1","title":"Пример","parties":[{{"id":"AA","name":"Аландия"}}],
        "sources":[{{"id":"ss","title":"Источник"}}],
        "treaties":[{{"id":"TT","name":"Договор","category":"Примеры","parties":["AA"]}}],
        "events":[{{"id":"ev","treaty":"TT","type":"entered_into_force","title":"Вступил в силу",
        "dates":[{{"edtf":"{day}","source":"ss"}}]}}]}}"#
    );
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path
}

#[test]
fn help_is_in_russian_for_every_command() {
    for command in [
        &["--help"][..],
        &["check", "--help"],
        &["state", "--help"],
        &["render", "--help"],
        &["diff", "--help"],
        &["convert", "--help"],
        &["cite", "--help"],
        &["patch", "--help"],
        &["patch", "make", "--help"],
        &["patch", "apply", "--help"],
        &["patch", "show", "--help"],
        &["patch", "merge", "--help"],
        &["help", "schema"],
        &["licences", "-h"],
        &["completions", "-h"],
    ] {
        let output = run("C", &[command, &["--lang", "ru"]].concat());
        assert_eq!(output.status.code(), Some(0), "{command:?}");
        let text = said(&output);
        assert!(text.contains("Использование: treaty-timeline"), "{text}");
        assert_no_english(&text, "");
    }
    assert!(said(&run("C", &["--help"])).contains("Usage: treaty-timeline"));
    assert!(said(&run("C", &["--help"])).contains("Check dataset files"));
    assert_eq!(run("C", &["help", "nonsense"]).status.code(), Some(2), "no command, no help");
}

#[test]
fn the_language_of_the_system_is_spoken_unless_another_is_asked_for() {
    assert!(said(&run("ru_RU.UTF-8", &["--help"])).contains("Использование"));
    assert!(said(&run("ru_RU.UTF-8", &["--lang", "en", "--help"])).contains("Usage"));
    assert!(said(&run("de_DE.UTF-8", &["--help"])).contains("Usage"));
    let output = run("C", &["--lang", "de", "schema"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("possible values: en, ru"), "{}", said(&output));
}

#[test]
fn answers_and_errors_are_in_russian() {
    let folder = tempfile::tempdir().unwrap();
    let (before, after) =
        (dataset(folder.path(), "1.json", "1990-01-02"), dataset(folder.path(), "2.json", "1991-02-03"));
    let (before, after) = (before.to_str().unwrap(), after.to_str().unwrap());
    let picture = folder.path().join("view.svg");
    let picture = picture.to_str().unwrap();
    let names: String = folder.path().display().to_string().replace(|c: char| !c.is_alphanumeric(), " ");
    let names = names.replace(|c: char| c.is_ascii_digit(), " ");
    let names = format!("{names} AA TT ss ev date effective formal");
    for (args, code, words) in [
        (vec!["state", "--on", "1990-05-05", before], 0, "договор в целом: в силе, с 1990-01-02"),
        (vec!["state", "--on", "1990", before], 1, "не отдельный день"),
        (vec!["diff", before, after], 1, "сдвинулось: 1 дата"),
        (vec!["diff", before, before], 0, "различий нет"),
        (vec!["render", "--out", picture, before], 0, "Рисунок записан в файл"),
        (vec!["render", "--out", "1", before], 1, "расширение файла 1 должно быть"),
        (vec!["state", "--on", "1990-05-05", "/0/1.json"], 1, "/0/1.json: такого файла нет"),
        (vec!["diff", before, "/"], 2, "это папка, а не файл"),
        (vec!["render", "--out", picture, "--view", "1", before], 1, "Это не ссылка на вид"),
        (vec!["render", "--out", picture, "--like", before, before], 1, "не сказано, какой вид"),
        (vec!["check"], 2, "не хватает аргументов: <ФАЙЛ>"),
        (vec!["check", "--format", "xml", before], 2, "возможные значения: text, json"),
        (vec!["state", "--on", "1990-02-30"], 2, "--on: «1990-02-30»"),
    ] {
        let output = run("ru_RU.UTF-8", &args);
        let text = said(&output);
        assert_eq!(output.status.code(), Some(code), "{args:?}: {text}");
        assert!(text.contains(words), "{words} is missing: {text}");
        assert_no_english(&text, &format!("{names} xml"));
    }
}

#[test]
fn what_is_printed_for_programs_is_the_same_in_every_language() {
    let folder = tempfile::tempdir().unwrap();
    let (before, after) =
        (dataset(folder.path(), "1.json", "1990-01-02"), dataset(folder.path(), "2.json", "1991-02-03"));
    let (before, after) = (before.to_str().unwrap(), after.to_str().unwrap());
    for args in [
        vec!["check", "--format", "json", before, "/no/such/file"],
        vec!["diff", "--format", "json", before, after],
        vec!["state", "--on", "1990-05-05", "--format", "json", before],
        vec!["state", "--on", "1990-05-05", "--format", "csv", before],
    ] {
        let (english, russian) = (run("C", &args), run("ru_RU.UTF-8", &args));
        assert!(!english.stdout.is_empty() && english.stdout == russian.stdout, "{args:?}");
    }
}
