//! What a package lays beside the program, made from the command line itself: manual pages and the completions of shells.

use clap::Command;
use clap_complete::Shell;
use clap_mangen::Man;

use crate::language::Language;

use super::language::{PROGRAM, command};

/// The page of a command, or of the whole program, in the format of `man`; nothing if there is no such command.
pub(in crate::app) fn manual(name: Option<&str>, language: Language) -> Option<String> {
    let words = &language.command_line().help;
    let mut root = command(language);
    // Only now do commands know their whole names, and have the options of the program.
    root.build();
    let page = match name {
        Some(name) => root.find_subcommand(name).filter(|command| !command.is_hide_set())?.clone(),
        None => root,
    };
    let manual = Man::new(page.clone()).source(format!("{PROGRAM} {}", env!("CARGO_PKG_VERSION")));
    let mut bytes = Vec::new();
    manual.render_title(&mut bytes).ok()?;
    manual.render_name_section(&mut bytes).ok()?;
    manual.render_synopsis_section(&mut bytes).ok()?;
    manual.render_description_section(&mut bytes).ok()?;
    manual.render_options_section(&mut bytes).ok()?;
    if page.get_subcommands().any(|command| !command.is_hide_set()) {
        manual.render_subcommands_section(&mut bytes).ok()?;
    }
    let mut text = String::from_utf8(bytes).ok()?;
    let commands = words.commands.to_uppercase();
    for (heading, shown) in [
        ("NAME", words.name),
        ("SYNOPSIS", words.synopsis),
        ("DESCRIPTION", words.description),
        (words.commands, commands.as_str()),
    ] {
        text = text.replace(&format!(".SH {heading}\n"), &format!(".SH {shown}\n"));
    }
    // clap_mangen would run the lines into one.
    if let Some(examples) = page.get_after_help().map(ToString::to_string)
        && let Some((heading, lines)) = examples.split_once(":\n")
    {
        let lines = lines.replace('\\', "\\\\").replace('-', "\\-");
        text = format!("{text}.SH {}\n.nf\n{lines}\n.fi\n", heading.to_uppercase());
    }
    Some(text)
}

/// The script that completes command lines of this program in a shell.
pub(in crate::app) fn completions(shell: Shell, language: Language) -> String {
    let mut bytes = Vec::new();
    clap_complete::generate(shell, &mut shown(&command(language)), PROGRAM, &mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The command line without what is hidden: not every shell leaves that out by itself.
fn shown(command: &Command) -> Command {
    let commands = command.get_subcommands().filter(|command| !command.is_hide_set());
    let arguments = command.get_arguments().filter(|argument| !argument.is_hide_set());
    Command::new(PROGRAM)
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .args(arguments)
        .subcommands(commands)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_that_is_shown_has_a_page_with_all_its_options() {
        for language in Language::ALL {
            let mut root = command(language);
            root.build();
            for shown in root.get_subcommands().filter(|command| !command.is_hide_set()) {
                let page = manual(Some(shown.get_name()), language).unwrap();
                let page = page.replace("\\-", "-");
                for argument in shown.get_arguments().filter(|argument| !argument.is_hide_set()) {
                    let long = argument.get_long().unwrap_or_default();
                    assert!(page.contains(&format!("--{long}")) || long.is_empty(), "{long} in {page}");
                }
                assert!(page.contains(&format!("{PROGRAM}-{}", shown.get_name())), "{page}");
            }
            assert_eq!(manual(Some("read-file"), language), None, "it is for the program itself");
            assert_eq!(manual(Some("nonsense"), language), None);
        }
        let whole = manual(None, Language::English).unwrap();
        assert!(whole.contains(".SH NAME\n") && whole.contains("treaty\\-timeline\\-state(1)"), "{whole}");
        let whole = manual(None, Language::Russian).unwrap();
        assert!(!whole.contains("SYNOPSIS") && !whole.contains("DESCRIPTION"), "{whole}");
        let render = manual(Some("render"), Language::English).unwrap();
        assert!(
            render.contains("\n  treaty\\-timeline render \\-\\-out poster.pdf"),
            "a line each: {render}"
        );
    }

    #[test]
    fn each_shell_completes_commands_and_options_and_nothing_that_is_hidden() {
        for shell in [Shell::Bash, Shell::Elvish, Shell::Fish, Shell::PowerShell, Shell::Zsh] {
            let script = completions(shell, Language::English);
            for word in ["render", "high-contrast", "convert", "fresh"] {
                assert!(script.contains(word), "{word} for {shell}");
            }
            for word in ["bench-window", "read-file", "quit-after-frames"] {
                assert!(!script.contains(word), "{word} for {shell}");
            }
        }
    }
}
