//! Tests of how the language of the command line is chosen.

use super::*;

#[test]
fn the_command_line_is_well_formed_and_all_that_it_shows_is_explained_in_each_language() {
    for language in Language::ALL {
        let command = command(language);
        command.clone().debug_assert();
        let commands = std::iter::once(&command).chain(command.get_subcommands());
        for command in commands.filter(|command| !command.is_hide_set()) {
            assert!(command.get_about().is_some(), "{}", command.get_name());
            for arg in command.get_arguments().filter(|arg| !arg.is_hide_set()) {
                assert!(arg.get_help().is_some(), "{} of {}", arg.get_id(), command.get_name());
            }
        }
    }
}

#[test]
fn the_language_is_taken_from_wherever_it_stands() {
    let taken = |args: &str| {
        let (language, kept) = take_language(args.split(' ').map(OsString::from));
        let kept: Vec<String> = kept.into_iter().map(|arg| arg.into_string().unwrap_or_default()).collect();
        (language, kept.join(" "))
    };
    for (args, language, kept) in [
        ("x --lang ru check a", Some(Language::Russian), "x check a"),
        ("x check a --lang=en", Some(Language::English), "x check a"),
        ("x render --language ru", Some(Language::Russian), "x render"),
        ("x --lang de", None, "x --lang de"),
        ("x --lang", None, "x --lang"),
        ("x -- --lang ru", None, "x -- --lang ru"),
        ("x help check", None, "x check --help"),
    ] {
        assert_eq!(taken(args), (language, kept.to_owned()), "{args}");
    }
}

#[test]
fn what_is_wrong_with_arguments_is_told_apart() {
    let error = |args: &str| {
        let err = command(Language::English).try_get_matches_from(args.split(' '));
        err.err().as_ref().and_then(argument_error)
    };
    let name = |name: &str| name.to_owned();
    assert_eq!(error("x --help"), None);
    assert_eq!(
        error("x --frish"),
        Some(ArgumentError::UnknownArgument(name("--frish"), Some(name("--fresh"))))
    );
    assert_eq!(error("x check"), Some(ArgumentError::Missing(vec![name("<FILE>...")])));
    assert_eq!(
        error("x check --format xml a"),
        Some(ArgumentError::NotOneOf(name("--format"), name("xml"), vec![name("text"), name("json")]))
    );
    assert_eq!(error("x render --out"), Some(ArgumentError::NoValue(name("--out"))));
    assert!(matches!(error("x state --on yesterday"), Some(ArgumentError::NotADate { .. })));
    assert_eq!(error("x render --out a --size 3x"), Some(ArgumentError::NotASize(name("--size"), SIDES)));
    assert_eq!(
        error("x render --out a --scale b"),
        Some(ArgumentError::NotANumber(name("--scale"), name("b")))
    );
    assert_eq!(error("x render --out a --out b"), Some(ArgumentError::Repeated(name("--out"))));
    assert!(matches!(error("x render --out a --view b --like c"), Some(ArgumentError::Conflict(..))));
}
