//! What a reader types to find something: words, "phrases", `-word`, and `field:value`, as other tools have it.

use crate::domain::{EdtfDate, Moment};

use super::fold::folded_words;

/// A query that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Every one of them must hold.
    pub terms: Vec<Term>,
    /// What of it cannot be read; the rest is looked for all the same.
    pub problem: Option<QueryProblem>,
}

/// One condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Whether what it says must not hold.
    pub is_negated: bool,
    /// What it says.
    pub what: What,
}

/// What a condition says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// These words are there, one after the other; the last may go on.
    Words(Vec<String>),
    /// These words are there, one after the other and whole.
    Phrase(Vec<String>),
    /// A field begins with these words.
    Field(Field, Vec<String>),
    /// It happened or was said at or after this moment.
    From(Moment),
    /// It happened or was said before this moment.
    Before(Moment),
}

/// A field that a value is looked for in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Name, alias or id of a treaty.
    Treaty,
    /// Name or id of a party.
    Party,
    /// Type of an event.
    Type,
    /// Name of who spoke.
    Speaker,
}

/// Why a part of a query cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueryProblem {
    /// There is no such field.
    NoField(String),
    /// No date.
    NoDate(String),
    /// More than a query may hold.
    TooLong,
}

/// The fields by the words they are typed with.
pub const FIELDS: [&str; 6] = ["treaty", "party", "type", "speaker", "after", "before"];

/// No more conditions than this: a text that was pasted by mistake is no query.
const MOST_TERMS: usize = 32;

impl Query {
    /// Reads a query. Never fails: what cannot be read is named, and the rest holds.
    pub fn parse(text: &str) -> Self {
        let mut query = Self::default();
        let mut rest = text.trim_start();
        while !rest.is_empty() {
            let (part, after) = next_part(rest);
            rest = after.trim_start();
            if query.terms.len() == MOST_TERMS {
                query.problem = Some(QueryProblem::TooLong);
                break;
            }
            match term(part) {
                Ok(found) => query.terms.extend(found),
                Err(problem) => query.problem = query.problem.or(Some(problem)),
            }
        }
        query
    }

    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Whether a word, in its folded form, is one that the query asks for: what is to be marked in a text.
    pub fn asks_for(&self, form: &str) -> bool {
        self.terms.iter().filter(|term| !term.is_negated).any(|term| match &term.what {
            What::Words(words) | What::Field(_, words) => match words.split_last() {
                Some((last, others)) => form.starts_with(last.as_str()) || others.iter().any(|w| w == form),
                None => false,
            },
            What::Phrase(words) => words.iter().any(|word| word == form),
            What::From(_) | What::Before(_) => false,
        })
    }
}

/// The text up to the next space that is not between quotation marks, and what follows.
fn next_part(text: &str) -> (&str, &str) {
    let mut is_quoted = false;
    for (at, letter) in text.char_indices() {
        match letter {
            '"' | '“' | '”' | '«' | '»' => is_quoted = !is_quoted,
            _ if letter.is_whitespace() && !is_quoted => return text.split_at(at),
            _ => {}
        }
    }
    (text, "")
}

fn term(part: &str) -> Result<Option<Term>, QueryProblem> {
    let negated =
        part.strip_prefix('-').filter(|rest| rest.starts_with(|c: char| c.is_alphanumeric() || is_mark(c)));
    let (is_negated, text) = negated.map_or((false, part), |rest| (true, rest));
    let what = match text.split_once(':') {
        Some((name, value)) if !name.is_empty() && name.chars().all(char::is_alphabetic) => {
            let Some(what) = field(&name.to_lowercase(), value)? else { return Ok(None) };
            what
        }
        _ => {
            let words: Vec<String> = folded_words(text).map(|(_, form)| form).collect();
            if words.is_empty() {
                return Ok(None);
            }
            if text.starts_with(is_mark) { What::Phrase(words) } else { What::Words(words) }
        }
    };
    Ok(Some(Term { is_negated, what }))
}

/// A condition on a field; `None` while its value is still to be typed.
fn field(name: &str, value: &str) -> Result<Option<What>, QueryProblem> {
    let field = match name {
        "treaty" => Field::Treaty,
        "party" => Field::Party,
        "type" => Field::Type,
        "speaker" => Field::Speaker,
        "after" | "before" => {
            // Blanks of a date in words stand between quotation marks.
            let value = value.trim_matches(['"', '“', '”', '«', '»']).trim();
            if value.is_empty() {
                return Ok(None);
            }
            let date =
                EdtfDate::parse_typed(value).map_err(|_problem| QueryProblem::NoDate(value.to_owned()))?;
            // Both leave out the date that is named, as "after 2018" does.
            return Ok(Some(match name {
                "after" => What::From(date.end()),
                _ => What::Before(date.earliest()),
            }));
        }
        _ => return Err(QueryProblem::NoField(name.to_owned())),
    };
    let words: Vec<String> = folded_words(value).map(|(_, form)| form).collect();
    Ok((!words.is_empty()).then_some(What::Field(field, words)))
}

fn is_mark(letter: char) -> bool {
    matches!(letter, '"' | '“' | '«')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whats(text: &str) -> Vec<(bool, What)> {
        Query::parse(text).terms.into_iter().map(|term| (term.is_negated, term.what)).collect()
    }

    fn words(words: &[&str]) -> Vec<String> {
        words.iter().map(|&word| word.to_owned()).collect()
    }

    #[test]
    fn words_phrases_fields_and_what_must_not_be_there() {
        let date = |text: &str| EdtfDate::parse(text).unwrap();
        assert_eq!(
            whats(r#"party:RUS type:suspended speaker:ryabkov after:2018 "zero option" -treaty:ctbt"#),
            [
                (false, What::Field(Field::Party, words(&["rus"]))),
                (false, What::Field(Field::Type, words(&["suspended"]))),
                (false, What::Field(Field::Speaker, words(&["ryabkov"]))),
                (false, What::From(date("2018").end())),
                (false, What::Phrase(words(&["zero", "option"]))),
                (true, What::Field(Field::Treaty, words(&["ctbt"]))),
            ]
        );
        for typed in ["after:2019-08-02", "after:2.8.2019", "after:\"2 August 2019\"", "after:«2 августа 2019»"] {
            assert_eq!(whats(typed), [(false, What::From(date("2019-08-02").end()))], "{typed}");
        }
        assert_eq!(whats("«нулевой вариант»"), [(false, What::Phrase(words(&["nulevoy", "variant"])))]);
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
    }
}
