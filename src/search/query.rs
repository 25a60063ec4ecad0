//! The query language of the search field: words, "phrases", `-word`, and `field:value`, as in other tools.

use crate::diagnostics::{QUERY_FIELDS, QueryProblem};
use crate::domain::{EdtfDate, Moment};
use crate::text::folded_words;

/// A parsed query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// All of them must hold.
    pub terms: Vec<Term>,
    /// The parts that cannot be read; the rest is searched for nevertheless.
    pub problem: Option<QueryProblem>,
}

/// One condition of a query, or its negation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Whether the condition must not hold.
    pub is_negated: bool,
    /// What it says.
    pub condition: Condition,
}

/// The content of a condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// These words occur in sequence; the last may be a prefix.
    Words(Vec<String>),
    /// These words occur in sequence and whole.
    Phrase(Vec<String>),
    /// A field begins with these words.
    Field(Field, Vec<String>),
    /// It happened or was said at or after this moment.
    From(Moment),
    /// It happened or was said before this moment.
    Before(Moment),
}

/// A field whose value is searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Name, alias or id of a treaty.
    Treaty,
    /// Name or id of a party.
    Party,
    /// Type of an event.
    Type,
    /// Name of a speaker.
    Speaker,
    /// Tag of an event.
    Tag,
}

/// Maximum number of conditions: accidentally pasted text is no query.
const MAX_TERMS: usize = 32;
/// Maximum number of words of all conditions.
const MAX_WORDS: usize = 64;
/// Maximum number of characters read.
pub const MAX_CHARS: usize = 1_000;

impl Query {
    /// Parses a query. Never fails: unreadable parts are listed, and the rest holds.
    pub fn parse(text: &str) -> Self {
        let mut query = Self::default();
        let (text, mut is_too_long) = beginning(text);
        let mut rest = text.trim_start();
        let mut words = 0;
        while !rest.is_empty() {
            let (part, after) = next_part(rest);
            rest = after.trim_start();
            if query.terms.len() == MAX_TERMS || words == MAX_WORDS {
                is_too_long = true;
                break;
            }
            match term(part) {
                Ok(Some(mut found)) => {
                    if let Condition::Words(list) | Condition::Phrase(list) | Condition::Field(_, list) =
                        &mut found.condition
                    {
                        is_too_long |= list.len() > MAX_WORDS - words;
                        list.truncate(MAX_WORDS - words);
                        words += list.len();
                    }
                    query.terms.push(found);
                }
                Ok(None) => {}
                Err(problem) => query.problem = query.problem.or(Some(problem)),
            }
        }
        if is_too_long {
            query.problem = Some(QueryProblem::TooLong);
        } else if query.is_empty() && query.problem.is_none() && has_marks_only(text) {
            query.problem = Some(QueryProblem::NoWords);
        }
        query
    }

    /// Whether it has no conditions.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Whether a folded word is one that the query searches for, to be highlighted in a text.
    pub fn asks_for(&self, form: &str) -> bool {
        let asked = |term: &Term| match &term.condition {
            Condition::Words(words) | Condition::Field(_, words) => is_one_of(form, words),
            Condition::Phrase(words) => words.iter().any(|word| word == form),
            Condition::From(_) | Condition::Before(_) => false,
        };
        self.asks_for_alone(form) || self.terms.iter().filter(|term| !term.is_negated).any(asked)
    }

    /// The same for words that need not occur in sequence.
    pub(super) fn asks_for_alone(&self, form: &str) -> bool {
        self.terms.iter().filter(|term| !term.is_negated).any(|term| match &term.condition {
            Condition::Field(_, words) => is_one_of(form, words),
            // Hyphenated in the query but not in the text.
            Condition::Words(words) => words.len() > 1 && form.starts_with(&words.concat()),
            Condition::Phrase(_) | Condition::From(_) | Condition::Before(_) => false,
        })
    }
}

/// Whether a word is one of these, or begins with the last of them.
fn is_one_of(form: &str, words: &[String]) -> bool {
    match words.split_last() {
        Some((last, others)) => form.starts_with(last.as_str()) || others.iter().any(|word| word == form),
        None => false,
    }
}

/// The part of a text that is read, in whole words, and whether it was cut.
fn beginning(text: &str) -> (&str, bool) {
    let Some((end, _)) = text.char_indices().nth(MAX_CHARS) else { return (text, false) };
    let head = &text[..end];
    (head.rfind(char::is_whitespace).map_or(head, |end| &head[..end]), true)
}

/// Whether a text without words has characters that cannot begin a query.
fn has_marks_only(text: &str) -> bool {
    let begins_a_word = |c: char| c.is_whitespace() || c.is_alphanumeric() || is_quote(c) || "-:".contains(c);
    !text.chars().all(begins_a_word)
}

/// The text up to the next space outside quotation marks, and the rest.
fn next_part(text: &str) -> (&str, &str) {
    let mut is_quoted = false;
    for (at, letter) in text.char_indices() {
        if is_quote(letter) {
            is_quoted = !is_quoted;
        } else if letter.is_whitespace() && !is_quoted {
            return text.split_at(at);
        }
    }
    (text, "")
}

fn term(part: &str) -> Result<Option<Term>, QueryProblem> {
    let negated =
        part.strip_prefix('-').filter(|rest| rest.starts_with(|c: char| c.is_alphanumeric() || is_mark(c)));
    let (is_negated, text) = negated.map_or((false, part), |rest| (true, rest));
    let condition = match text.split_once(':') {
        Some((name, value)) if QUERY_FIELDS.contains(&name.to_lowercase().as_str()) => {
            let Some(condition) = field(&name.to_lowercase(), value)? else { return Ok(None) };
            condition
        }
        Some((name, value)) if is_typo(name, value) => {
            return Err(QueryProblem::NoField(name.to_lowercase()));
        }
        // A colon also occurs in ordinary text: `INF: withdrawal`, `12:30`, a pasted address.
        _ => {
            let words: Vec<String> = folded_words(text).map(|(_, form)| form).collect();
            if words.is_empty() {
                return Ok(None);
            }
            if text.starts_with(is_mark) { Condition::Phrase(words) } else { Condition::Words(words) }
        }
    };
    Ok(Some(Term { is_negated, condition }))
}

/// Whether the name of a field was meant, with one wrong letter, and a value follows it.
fn is_typo(name: &str, value: &str) -> bool {
    /// No field name is longer, and a shorter one has too many neighbours.
    const LENGTHS: std::ops::RangeInclusive<usize> = 4..=9;
    LENGTHS.contains(&name.len())
        && value.starts_with(|c: char| c.is_alphanumeric() || is_mark(c))
        && QUERY_FIELDS.iter().any(|field| strsim::osa_distance(&name.to_lowercase(), field) == 1)
}

/// A condition on a field; `None` while its value is incomplete.
fn field(name: &str, value: &str) -> Result<Option<Condition>, QueryProblem> {
    let field = match name {
        "treaty" => Field::Treaty,
        "party" => Field::Party,
        "type" => Field::Type,
        "speaker" => Field::Speaker,
        "tag" => Field::Tag,
        "after" | "before" => {
            // The spaces of a date in words are between quotation marks.
            let value = value.trim_matches(['"', '“', '”', '«', '»']).trim();
            if value.is_empty() {
                return Ok(None);
            }
            let date =
                EdtfDate::parse_typed(value).map_err(|_problem| QueryProblem::NoDate(value.to_owned()))?;
            // Both exclude the date itself, as "after 2018" does.
            return Ok(Some(match name {
                "after" => Condition::From(date.end()),
                _ => Condition::Before(date.earliest()),
            }));
        }
        _ => return Err(QueryProblem::NoField(name.to_owned())),
    };
    let words: Vec<String> = folded_words(value).map(|(_, form)| form).collect();
    Ok((!words.is_empty()).then_some(Condition::Field(field, words)))
}

fn is_quote(letter: char) -> bool {
    matches!(letter, '"' | '“' | '”' | '«' | '»')
}

fn is_mark(letter: char) -> bool {
    matches!(letter, '"' | '“' | '«')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn conditions(text: &str) -> Vec<(bool, Condition)> {
        Query::parse(text).terms.into_iter().map(|term| (term.is_negated, term.condition)).collect()
    }

    fn words(words: &[&str]) -> Vec<String> {
        words.iter().map(|&word| word.to_owned()).collect()
    }

    #[test]
    fn words_phrases_fields_and_what_must_not_be_there() {
        let date = |text: &str| EdtfDate::parse(text).unwrap();
        assert_eq!(
            conditions(
                r#"tag:"arms race" party:RUS type:suspended speaker:ryabkov after:2018 "zero option" -treaty:ctbt"#
            ),
            [
                (false, Condition::Field(Field::Tag, words(&["arms", "race"]))),
                (false, Condition::Field(Field::Party, words(&["rus"]))),
                (false, Condition::Field(Field::Type, words(&["suspended"]))),
                (false, Condition::Field(Field::Speaker, words(&["ryabkov"]))),
                (false, Condition::From(date("2018").end())),
                (false, Condition::Phrase(words(&["zero", "option"]))),
                (true, Condition::Field(Field::Treaty, words(&["ctbt"]))),
            ]
        );
        for typed in
            ["after:2019-08-02", "after:2.8.2019", "after:\"2 August 2019\"", "after:«2 августа 2019»"]
        {
            assert_eq!(conditions(typed), [(false, Condition::From(date("2019-08-02").end()))], "{typed}");
        }
        assert_eq!(
            conditions("«нулевой вариант»"),
            [(false, Condition::Phrase(words(&["nulevoy", "variant"])))]
        );
    }

    #[test]
    fn what_cannot_be_read_is_named_and_the_rest_holds() {
        let query = Query::parse("pary:RUS INF");
        assert_eq!(query.problem, Some(QueryProblem::NoField("pary".to_owned())));
        assert_eq!(query.terms.len(), 1);
        assert_eq!(Query::parse("after:soon").problem, Some(QueryProblem::NoDate("soon".to_owned())));
        assert_eq!(Query::parse("party:").problem, None, "still being typed");
        assert_eq!(Query::parse(&"word ".repeat(10_000)).problem, Some(QueryProblem::TooLong));
        assert!(Query::parse(" - \" ").is_empty());
        assert_eq!(Query::parse(" - \" ").problem, None, "still being typed");
        assert_eq!(Query::parse("🕊 …").problem, Some(QueryProblem::NoWords));
    }

    #[test]
    fn a_colon_that_names_no_field_stands_between_words() {
        for (text, read) in [
            ("INF: withdrawal", vec![vec!["inf"], vec!["withdrawal"]]),
            ("https://example.org/inf", vec![vec!["https", "example", "org", "inf"]]),
            ("12:30", vec![vec!["12", "30"]]),
            ("Part: II", vec![vec!["part"], vec!["ii"]]),
        ] {
            let query = Query::parse(text);
            assert_eq!(query.problem, None, "{text}");
            let expected: Vec<Condition> = read.iter().map(|read| Condition::Words(words(read))).collect();
            assert_eq!(query.terms.into_iter().map(|term| term.condition).collect::<Vec<_>>(), expected);
        }
        assert_eq!(Query::parse("tpye:signed").problem, Some(QueryProblem::NoField("tpye".to_owned())));
    }

    #[test]
    fn what_was_pasted_by_mistake_is_read_a_little_way() {
        for text in ["x".repeat(1_000_000), "word ".repeat(200_000), "核".repeat(300_000)] {
            let query = Query::parse(&text);
            assert_eq!(query.problem, Some(QueryProblem::TooLong));
            let all = |term: &Term| match &term.condition {
                Condition::Words(words) => words.iter().map(String::len).sum::<usize>(),
                _ => 0,
            };
            assert!(query.terms.iter().map(all).sum::<usize>() <= MAX_CHARS);
        }
    }
}
