//! Plain text as paragraphs: uniform line ends, one blank line between paragraphs, no control characters.

/// The text with `\n` as its only line end; lines are kept, since lists and tables depend on them.
pub(super) fn read(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    let mut is_after_blank = false;
    let lines = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line));
    for line in lines.flat_map(|line| line.split(['\r', '\u{c}', '\u{b}', '\u{85}', '\u{2028}', '\u{2029}']))
    {
        let line = line.trim_end();
        if line.is_empty() {
            is_after_blank = true;
            continue;
        }
        if !tidy.is_empty() {
            tidy.push_str(if is_after_blank { "\n\n" } else { "\n" });
        }
        is_after_blank = false;
        tidy.extend(line.chars().filter(|&c| c == '\t' || !c.is_control()));
    }
    tidy
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_of_all_systems_are_one() {
        assert_eq!(
            read("One\r\ntwo\r\n\r\n\r\nthree\rfour  \n \n\nfive\u{0}\n"),
            "One\ntwo\n\nthree\nfour\n\nfive"
        );
    }
}
