//! Bodies that speak without a person's name, and the unnamed representatives of states, with the names that the text
//! gives them: `the delegation of Freedonia`, `the Soviet side`, `Делегация СССР`.

use std::ops::Range;

use crate::text::is_quotation_mark;

use super::body_words::{
    is_according_noun, is_adjective, is_article, is_body, is_body_of_state, is_concern, is_conjunction,
    is_declined_body, is_link, is_preposition, is_representative,
};
use super::lexicon::{is_function_word, is_pronoun, is_speech, is_stand_in, is_title};
use super::name_run::full_name;
use super::words::{Word, Words};

/// Maximum number of words of a state's name before or after a body.
const MAX_OWNER_WORDS: usize = 6;
/// Maximum number of words for what a ministry is concerned with: `foreign affairs`.
const MAX_CONCERN_WORDS: usize = 3;
/// Maximum number of words between an article and a body: `the foreign ministry`.
const MAX_ADJECTIVES: usize = 3;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Body,
    /// A body only beside the name of a state.
    OfState,
    Representative,
}

fn kind(words: &Words<'_>, index: usize) -> Option<Kind> {
    let word = words.all.get(index)?;
    let form = word.form.as_str();
    let is_cyrillic = is_cyrillic(words, word);
    let is_declined = || {
        let adjective = before(words, index).filter(|&at| is_adjective(&words.all[at].form));
        let of = before(words, adjective.unwrap_or(index)).map(|at| words.all[at].form.as_str());
        of.is_some_and(is_according_noun)
    };
    if is_body(word) {
        Some(Kind::Body)
    } else if is_body_of_state(form, is_cyrillic) {
        Some(Kind::OfState)
    } else if is_representative(form) {
        Some(Kind::Representative)
    } else if is_cyrillic && is_declined_body(form) && is_declined() {
        Some(if form == "delegatsii" { Kind::Body } else { Kind::OfState })
    } else {
        None
    }
}

/// The indices of the words that name a body or a representative of a state, given its noun; `None` for others.
pub(super) fn name(words: &Words<'_>, noun: usize) -> Option<Range<usize>> {
    let kind = kind(words, noun)?;
    let end = name_end(words, noun);
    if kind == Kind::Representative {
        let owner = words.all.get(noun + 1..end)?;
        // `the representative of the ministry` is somebody whom the text may have named; and in Russian only
        // capitals tell a state from a person.
        let is_russian = is_cyrillic(words, &words.all[noun]);
        let is_state = |word: &Word| !is_body(word) && (!is_russian || word.is_acronym);
        let is_named = !owner.is_empty() && owner.iter().all(is_state) && !is_possessive(words, end);
        return is_named.then_some(noun..end);
    }
    let start = name_start(words, noun);
    // `the Soviet side`, but `this side of Geneva`
    let is_owned = start < noun || end > noun + 1 && words.all[noun].form != "side";
    (kind == Kind::Body || is_owned).then_some(start..end)
}

/// A name that [`name`] found, on one line and with a capital.
pub(super) fn written(words: &Words<'_>, name: &Range<usize>) -> String {
    let name = full_name(words, name.start, name.len());
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Whether capitalised words are the state in the name of a body or an office, and not a person: `the delegation of
/// Freedonia`, `the Freedonian side`, `Freedonia’s delegation`.
pub(super) fn is_owner(words: &Words<'_>, first: usize, len: usize) -> bool {
    let Some(owner) = words.all.get(first..first + len).filter(|owner| !owner.is_empty()) else {
        return false;
    };
    if owner.iter().any(|word| is_title(&word.form) || is_function_word(&word.form)) {
        return false;
    }
    let is_of_state = |noun: usize| matches!(kind(words, noun), Some(Kind::Body | Kind::OfState));
    let is_cyrillic = is_cyrillic(words, &owner[0]);
    let next = first + len;
    // `Freedonia’s foreign ministry`
    let mut noun = next + usize::from(is_possessive(words, next));
    while noun <= next + MAX_CONCERN_WORDS && words.all.get(noun).is_some_and(|word| is_concern(&word.form)) {
        noun += 1;
    }
    if !is_cyrillic && before(words, noun).is_some() && is_of_state(noun) {
        return true;
    }
    if is_cyrillic {
        return cyrillic_noun(words, first)
            .is_some_and(|noun| is_of_state(noun) && name_end(words, noun) >= next);
    }
    let is_noun = |noun: usize| {
        let is_office = is_title(&words.all[noun].form) && (len == 1 || owner[len - 1].form == "affairs");
        match kind(words, noun) {
            Some(Kind::Representative) => len <= 2,
            Some(_) => true,
            None => is_office,
        }
    };
    // `the ministry of foreign affairs of Freedonia`
    let mut at = first;
    for _ in 0..=MAX_CONCERN_WORDS {
        let noun = linked_noun(words, at);
        if noun.is_some_and(is_noun) {
            return true;
        }
        let earlier = if at == first { noun } else { before(words, at) };
        let Some(earlier) = earlier else { return false };
        at = earlier;
    }
    false
}

/// Whether a body is the subject of a verb of speech: `and the delegation said`, `“…,” said the delegation`.
pub(super) fn is_subject(words: &Words<'_>, name: &Range<usize>) -> bool {
    let form = |index: usize| words.all[index].form.as_str();
    let is_plain = |index: usize| {
        let word = &words.all[index];
        let is_noun = is_stand_in(word) || is_title(&word.form);
        !word.is_capital && !is_noun && !is_conjunction(&word.form) && !is_preposition(&word.form)
    };
    let is_adjective =
        |&index: &usize| is_plain(index) && !is_speech(form(index)) && !is_article(form(index));
    let mut preceding = before(words, name.start);
    for _ in 0..MAX_ADJECTIVES {
        let Some(adjective) = preceding.filter(is_adjective) else { break };
        preceding = before(words, adjective);
    }
    if let Some(article) = preceding.filter(|&index| is_article(form(index))) {
        preceding = before(words, article);
    }
    let follows_verb = preceding.is_some_and(|verb| {
        let tail = words.text[..words.all[verb].range.start].trim_end();
        is_speech(form(verb)) && tail.ends_with(|c: char| is_quotation_mark(c) || matches!(c, '—' | '–'))
    });
    // `the delegation said`, `the delegation also said`
    let is_next = |index: usize| before(words, index).is_some();
    let after = name.end;
    let precedes_verb = is_next(after)
        && (is_speech(form(after)) || is_plain(after) && is_next(after + 1) && is_speech(form(after + 1)));
    // A news agency reports what others say.
    let reports = words.all[name.clone()].iter().any(|word| word.form == "agency");
    let begins = preceding.is_none_or(|index| is_conjunction(form(index)));
    !reports && (follows_verb || precedes_verb && begins)
}

/// The index of the word before another in its sentence, with only a space, or the full stop of an initial, between
/// them; `None` also where there is no such other word.
fn before(words: &Words<'_>, index: usize) -> Option<usize> {
    let at = index.checked_sub(1)?;
    let (before, word) = (words.all.get(at)?, words.all.get(index)?);
    let between = words.text.get(before.range.end..word.range.start)?;
    let is_initial = before.is_capital && before.form.len() == 1 && between.trim_end() == ".";
    // `l’Estmark`
    let is_elided = matches!(before.form.as_str(), "l" | "d") && matches!(between, "’" | "'");
    let is_space = between.trim().is_empty() && !between.is_empty();
    (before.sentence == word.sentence && (is_space || is_initial || is_elided)).then_some(at)
}

/// Whether a word is the ending of a possessive: `Freedonia’s`.
fn is_possessive(words: &Words<'_>, index: usize) -> bool {
    let Some(owner) = index.checked_sub(1).and_then(|at| words.all.get(at)) else { return false };
    words.all.get(index).is_some_and(|word| {
        let between = words.text.get(owner.range.end..word.range.start);
        word.form == "s" && !word.is_capital && matches!(between, Some("’" | "'"))
    })
}

fn is_cyrillic(words: &Words<'_>, word: &Word) -> bool {
    let letters = words.text.get(word.range.clone()).unwrap_or_default();
    letters.chars().any(|c| ('\u{400}'..='\u{52f}').contains(&c))
}

/// Whether a word may belong to the name of a state beside a body.
fn is_name(word: &Word) -> bool {
    let is_other = is_function_word(&word.form) || is_article(&word.form) || is_title(&word.form);
    word.is_capital && !is_other && !is_speech(&word.form)
}

/// Where the name of a body begins: at its state's, if that comes before it.
fn name_start(words: &Words<'_>, noun: usize) -> usize {
    let is_russian = is_cyrillic(words, &words.all[noun]);
    let mut start = noun;
    for _ in 0..MAX_OWNER_WORDS {
        let Some(at) = before(words, start) else { break };
        let word = &words.all[at];
        let is_concern = is_concern(&word.form);
        let is_part = if is_russian { is_adjective(&word.form) } else { is_concern || is_name(word) };
        start = if is_part {
            at
        } else if is_possessive(words, at) && is_name(&words.all[at - 1]) {
            at - 1
        } else {
            break;
        };
    }
    start
}

/// Where the name of a body or a representative ends: after its state's, if that follows.
fn name_end(words: &Words<'_>, noun: usize) -> usize {
    let mut end = noun + 1;
    if is_cyrillic(words, &words.all[noun]) {
        return cyrillic_end(words, end);
    }
    let is_next = |at: usize| before(words, at).is_some();
    let form = |at: usize| words.all[at].form.as_str();
    // `Ministry of Foreign Affairs of Freedonia`
    for _ in 0..2 {
        let mut at = end;
        if !is_next(at) || !is_link(form(at)) {
            break;
        }
        at += 1;
        if is_next(at) && is_article(form(at)) {
            at += 1;
        }
        let first = at;
        let is_part = |at: usize| is_next(at) && (is_name(&words.all[at]) || is_concern(form(at)));
        while at < first + MAX_OWNER_WORDS && is_part(at) {
            at += 1;
        }
        // `the government of Prime Minister Ivo Kern`
        if at == first || is_next(at) && is_title(form(at)) {
            break;
        }
        end = at;
    }
    end
}

/// The same in Russian, where the state is in the genitive: `Делегация Эстмарка`.
fn cyrillic_end(words: &Words<'_>, mut end: usize) -> usize {
    let is_next = |at: usize| before(words, at).is_some();
    let concern = end;
    while end < concern + MAX_CONCERN_WORDS && is_next(end) && is_concern(&words.all[end].form) {
        end += 1;
    }
    let first = end;
    let mut last = first;
    while last < first + MAX_OWNER_WORDS && is_next(last) && is_name(&words.all[last]) {
        last += 1;
    }
    let is_genitive = |word: &Word| {
        let letters = words.text.get(word.range.clone()).unwrap_or_default();
        word.is_acronym || letters.ends_with(['а', 'я', 'ы', 'и', 'х', 'й', 'о'])
    };
    let is_state = words
        .all
        .get(first..last)
        .is_some_and(|owner| owner.first().is_some_and(is_genitive) && owner.last().is_some_and(is_genitive));
    // `представитель МИД Мария Керн`: the name of a person follows.
    let is_after_office = || {
        let noun = concern - 1;
        before(words, name_start(words, noun)).is_some_and(|at| {
            let word = &words.all[at];
            let form = word.form.as_str();
            let opens = is_according_noun(form) || is_speech(form);
            !opens && !is_conjunction(form) && !is_preposition(form)
        })
    };
    if is_state && !is_after_office() { last } else { end }
}

/// The Russian noun to which capitalised words belong: the word before them, or before `иностранных дел`.
fn cyrillic_noun(words: &Words<'_>, first: usize) -> Option<usize> {
    let mut at = before(words, first)?;
    for _ in 0..MAX_CONCERN_WORDS {
        if !is_concern(&words.all[at].form) {
            break;
        }
        at = before(words, at)?;
    }
    Some(at)
}

/// The index of the word to which `of Freedonia` belongs, given the first word after `of` and the article.
fn linked_noun(words: &Words<'_>, first: usize) -> Option<usize> {
    let mut link = before(words, first)?;
    if is_article(&words.all[link].form) {
        link = before(words, link)?;
    }
    is_link(&words.all[link].form).then_some(())?;
    before(words, link).filter(|&noun| !is_pronoun(&words.all[noun].form))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_is_named_with_its_state_wherever_that_stands() {
        let cases: [(&str, &[&str]); 14] = [
            ("the delegation of Freedonia", &["Delegation of Freedonia"]),
            ("the delegation from New Freedonia", &["Delegation from New Freedonia"]),
            ("Freedonia’s delegation", &["Freedonia’s delegation"]),
            ("the U.S. delegation", &["U.S. delegation"]),
            ("the Ministry of Foreign Affairs of Freedonia", &["Ministry of Foreign Affairs of Freedonia"]),
            ("the foreign ministry", &["Foreign ministry"]),
            ("the government of President Ivo Kern", &["Government"]),
            ("the Soviet side, and the mission on the other side of Geneva", &["Soviet side"]),
            ("a spokesman for the ministry", &["Ministry"]),
            ("a spokesman for Freedonia", &["Spokesman for Freedonia"]),
            ("Делегация Южного Эстмарка", &["Делегация Южного Эстмарка"]),
            ("советская сторона; по словам делегации СССР", &["Советская сторона", "Делегации СССР"]),
            ("глава делегации СССР", &[]),
            ("представитель МИД Мария Лугова", &["МИД"]),
        ];
        for (text, wanted) in cases {
            let words = Words::of(text);
            let named = (0..words.all.len()).filter_map(|noun| name(&words, noun));
            let named: Vec<String> = named.map(|name| written(&words, &name)).collect();
            assert_eq!(named, wanted, "{text}");
        }
    }

    #[test]
    fn a_state_beside_its_body_is_told_from_a_person() {
        for (text, name, is_state) in [
            ("the delegation of Freedonia said", "Freedonia", true),
            ("A Freedonian delegation said", "Freedonian", true),
            ("Freedonia’s foreign ministry said", "Freedonia", true),
            ("the ministry of foreign affairs of Freedonia said", "Freedonia", true),
            ("the president of Freedonia said", "Freedonia", true),
            ("заявила делегация Эстмарка", "Эстмарка", true),
            ("министерство обороны Эстмарка заявило", "Эстмарка", true),
            ("Minister Kern of the delegation said", "Kern", false),
            ("the words of Kern", "Kern", false),
            ("сообщил представитель МИД Лугова", "Лугова", false),
        ] {
            let words = Words::of(text);
            let at = text.find(name).expect("it is there");
            let first = words.all.iter().position(|word| word.range.start == at).expect("a word");
            assert_eq!(is_owner(&words, first, 1), is_state, "{text}");
        }
    }
}
