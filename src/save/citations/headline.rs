//! Titles in English with the capitals that Chicago and the MLA want. `hayagriva` would make “Mcnamara” and “Abms” of names.

use super::citation_style::CitationStyle;

/// Articles, coordinating conjunctions and the prepositions of up to four letters that are seldom anything else.
const SMALL: [&str; 24] = [
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "nor", "of", "on", "onto", "or",
    "over", "per", "the", "to", "upon", "via", "vs", "with",
];
/// Longer prepositions: Chicago has capitalized them since its 18th edition, the MLA does not.
const LONG_PREPOSITIONS: [&str; 18] = [
    "about",
    "above",
    "across",
    "against",
    "among",
    "around",
    "behind",
    "below",
    "between",
    "beyond",
    "concerning",
    "despite",
    "during",
    "through",
    "toward",
    "under",
    "within",
    "without",
];
/// What is before a hyphen and is no word: what follows it stays small.
const PREFIXES: [&str; 10] = ["anti", "co", "counter", "mid", "multi", "non", "post", "pre", "re", "un"];

/// A title in English with the capitals of this style. Capitals that it has stay.
pub(super) fn headline(title: &str, style: CitationStyle) -> String {
    let words: Vec<&str> = title.split_whitespace().collect();
    let mut out = String::with_capacity(title.len());
    let mut begins = true;
    for (index, word) in words.iter().enumerate() {
        if index > 0 {
            out.push(' ');
        }
        let is_inside = !begins && index + 1 < words.len();
        if is_inside && is_small(word, style) {
            out.push_str(word);
        } else {
            push_word(&mut out, word, style);
        }
        begins = word.ends_with([':', '?', '!']);
    }
    out
}

fn is_small(word: &str, style: CitationStyle) -> bool {
    let letters = word.trim_matches(|c: char| !c.is_alphanumeric());
    SMALL.contains(&letters) || style == CitationStyle::Mla && LONG_PREPOSITIONS.contains(&letters)
}

/// A word of a title, each part of it between hyphens with a capital.
fn push_word(out: &mut String, word: &str, style: CitationStyle) {
    // An address is no word.
    let is_name = word.trim_end_matches('.').contains(['.', '/', '@', '_']);
    let mut after_prefix = false;
    for (index, part) in word.split('-').enumerate() {
        if index > 0 {
            out.push('-');
        }
        let stays = index > 0 && (after_prefix || is_small(part, style));
        if is_name || stays || part.chars().any(char::is_uppercase) {
            out.push_str(part);
        } else {
            push_capital(out, part);
        }
        after_prefix = index == 0 && PREFIXES.contains(&part.to_lowercase().as_str());
    }
}

fn push_capital(out: &mut String, part: &str) {
    let start = part.find(char::is_alphanumeric).unwrap_or(part.len());
    let (marks, rest) = part.split_at(start);
    out.push_str(marks);
    let mut letters = rest.chars();
    if let Some(first) = letters.next() {
        out.extend(first.to_uppercase());
    }
    out.push_str(letters.as_str());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_get_capitals_and_names_keep_theirs() {
        for (title, expected) in [
            ("Trump says US will leave the treaty", "Trump Says US Will Leave the Treaty"),
            (
                "McNamara on ABMs and NATO’s allies: the US-Soviet talks",
                "McNamara on ABMs and NATO’s Allies: The US-Soviet Talks",
            ),
            (
                "a nuclear-weapon-free zone (of 5th rank): what to look for",
                "A Nuclear-Weapon-Free Zone (of 5th Rank): What to Look For",
            ),
            ("“trust” after re-entry of un.org", "“Trust” After Re-entry of un.org"),
            ("", ""),
        ] {
            assert_eq!(headline(title, CitationStyle::Chicago), expected);
        }
        assert_eq!(headline("bans without end", CitationStyle::Chicago), "Bans Without End");
        assert_eq!(headline("bans without end", CitationStyle::Mla), "Bans without End");
    }
}
