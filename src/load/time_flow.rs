//! Files of `TimeFlow` (`.time`): a header of its own, and below it a table with tabs.

/// The mark that each line of the header begins with.
const MARK: &str = "#TIMEFLOW";

/// What a column is called for which the header has one of these names.
const ALIASES: &[(&str, &str)] = &[
    ("TIMEFLOW_START", "Start date"),
    ("TIMEFLOW_END", "End date"),
    ("TIMEFLOW_LABEL", "Title"),
    ("TIMEFLOW_TRACK", "Track"),
];

/// The table in a file of `TimeFlow`, with blank lines where its header was, so that each row keeps its number; nothing if
/// the text is no such file.
pub(super) fn table(text: &str) -> Option<String> {
    let text = text.trim_start_matches('\u{feff}');
    if !text.starts_with(MARK) {
        return None;
    }
    // Descriptions may go on over lines of their own: the last line with the mark ends the header.
    let body = text.match_indices(MARK).map(|(at, _)| at).filter(|&at| is_line_start(text, at)).last()?;
    let body = body + text.get(body..)?.find('\n')? + 1;
    let (header, rows) = text.split_at_checked(body)?;
    if rows.trim().is_empty() {
        return None;
    }
    let aliases: Vec<(&str, &str)> = header.lines().filter_map(alias).collect();
    let (names, rest) = rows.split_at_checked(rows.find('\n').unwrap_or(rows.len()))?;
    let renamed = names.trim_end_matches('\r').split('\t').map(|name| {
        let wanted = aliases.iter().find(|(_, column)| *column == name.trim());
        let word = wanted.and_then(|(alias, _)| ALIASES.iter().find(|(own, _)| own == alias));
        word.map_or(name, |(_, word)| word)
    });
    let renamed: Vec<&str> = renamed.collect();
    let blank = "\n".repeat(header.matches('\n').count());
    Some(format!("{blank}{}{rest}", renamed.join("\t")))
}

fn is_line_start(text: &str, at: usize) -> bool {
    text.get(..at).is_some_and(|before| before.is_empty() || before.ends_with('\n'))
}

/// The alias that a line of the header gives a column, and the column.
fn alias(line: &str) -> Option<(&str, &str)> {
    let rest = line.strip_prefix(MARK)?.trim_start().strip_prefix("alias")?;
    let (alias, column) = rest.trim_start().split_once('\t')?;
    Some((alias.trim(), column.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_names_the_columns_and_rows_keep_their_numbers() {
        let text = "#TIMEFLOW\tformat version\t1\n#TIMEFLOW\tdescription\t\"two\nlines\"\n#TIMEFLOW\talias\tTIMEFLOW_START\tWhen it was\n#TIMEFLOW\t====== End of Header.\nWhat\tWhen it was\nSigned\tMay 4 1931\n";
        assert_eq!(table(text).unwrap(), "\n\n\n\n\nWhat\tStart date\nSigned\tMay 4 1931\n");
        assert_eq!(table("What\tWhen\n"), None);
        assert_eq!(table("#TIMEFLOW"), None);
        assert_eq!(table("#TIMEFLOW\tend\n"), None);
    }
}
