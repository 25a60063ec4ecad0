//! The words of dates in English, Russian, French, German and Spanish, put into English ones.

use super::header_words::folded;

/// The names of the months, in lower case and without accents, in each form that dates have.
const MONTHS: [(&str, &str); 12] = [
    ("january", "january январь января janvier januar janner enero"),
    ("february", "february февраль февраля fevrier februar feber febrero"),
    ("march", "march март марта mars marz maerz mrz marzo"),
    ("april", "april апрель апреля avril abril"),
    ("may", "may май мая mai mayo"),
    ("june", "june июнь июня juin juni junio"),
    ("july", "july июль июля juillet juli julio"),
    ("august", "august август августа aout agosto"),
    ("september", "september сентябрь сентября septembre septiembre setiembre"),
    ("october", "october октябрь октября octobre oktober octubre"),
    ("november", "november ноябрь ноября novembre noviembre"),
    ("december", "december декабрь декабря decembre dezember diciembre"),
];

/// The months as numerals of treaty texts.
const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/// Other words, each list with the English one that the date reader knows; an empty one is left out.
const WORDS: &[(&str, &str)] = &[
    (
        "",
        "of the de del den dem der am le la el los г год года году гг jahr jahre jahren ano an year in on en im",
    ),
    ("", "mon tue tues wed thu thur thurs fri sat sun"),
    ("", "monday tuesday wednesday thursday friday saturday sunday"),
    ("", "понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс"),
    ("", "lundi mardi mercredi jeudi vendredi samedi dimanche"),
    ("", "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag"),
    ("", "lunes martes miercoles jueves viernes sabado domingo"),
    (
        "ca",
        "c ca cca circa approx approximately about around vers env environ um etwa gegen ungefahr hacia alrededor aprox cerca около ок примерно",
    ),
    (
        "?",
        "probably perhaps possibly likely maybe вероятно возможно предположительно vermutlich wohl probablement probablemente quizas",
    ),
    ("to", "to through thru until till bis au hasta al jusque по до"),
    ("since", "since from depuis seit desde ab с со"),
    ("before", "before avant vor antes"),
    ("after", "after apres nach despues после"),
    ("by", "by spatestens"),
    ("between", "between entre zwischen между"),
    ("and", "and und et y и"),
    ("or", "or oder ou o или bzw"),
    ("spring", "spring весна весны весной printemps fruhling fruhjahr primavera"),
    ("summer", "summer лето лета летом ete sommer verano"),
    ("autumn", "autumn fall осень осени осенью automne herbst otono"),
    ("winter", "winter зима зимы зимой hiver invierno"),
    ("century", "century cent век века siecle jahrhundert jhd jh siglo"),
    ("early", "early beginning начало начале debut anfang principios comienzos"),
    ("mid", "mid middle середина середине mi mitte mediados"),
    ("late", "late end конец конце fin ende finales fines"),
    ("present", "present ongoing today now current нв наст heute laufend aujourdhui actualidad"),
    ("bce", "bce bc"),
    ("ce", "ce ad"),
];

/// The month that a word names, from 1: its name, or the first letters of it that leave no doubt.
pub(super) fn month(word: &str) -> Option<u32> {
    let is_long = word.chars().count() >= 3;
    let names =
        |names: &str| names.split(' ').any(|name| name == word || (is_long && name.starts_with(word)));
    let mut found = std::iter::zip(1.., MONTHS).filter(|(_, (_, forms))| names(forms));
    let (index, _) = found.next()?;
    // "jui" is June or July.
    found.next().is_none().then_some(index)
}

/// The English name of a month, from 1.
pub(super) fn month_name(month: u32) -> &'static str {
    let index = usize::try_from(month).unwrap_or_default().wrapping_sub(1);
    MONTHS.get(index).map_or("", |(name, _)| name)
}

/// The month that a Roman numeral in capitals stands for, from 1.
pub(super) fn roman_month(word: &str) -> Option<u32> {
    let is_capital = word.chars().all(|c| c.is_ascii_uppercase());
    let found = std::iter::zip(1.., ROMAN).find(|(_, numeral)| word.eq_ignore_ascii_case(numeral));
    found.filter(|_| is_capital).map(|(month, _)| month)
}

/// A date in words with the words of its language put into English, in lower case, with single spaces; `None` if there is
/// a word in it that no date has.
pub(super) fn in_english(cell: &str) -> Option<String> {
    let mut text = cell.to_lowercase();
    if text.strip_prefix('c').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())) {
        text.insert(1, ' ');
    }
    for (phrase, era) in [
        ("av. j.-c.", " bce"),
        ("av. j.-c", " bce"),
        ("apr. j.-c.", " ce"),
        ("ap. j.-c.", " ce"),
        ("v. chr.", " bce"),
        ("v.chr.", " bce"),
        ("n. chr.", " ce"),
        ("n.chr.", " ce"),
        ("a. c.", " bce"),
        ("a.c.", " bce"),
        ("d. c.", " ce"),
        ("d.c.", " ce"),
        ("b.c.e.", " bce"),
        ("b.c.", " bce"),
        ("a.d.", " ce"),
        ("до н. э.", " bce"),
        ("до н.э.", " bce"),
        ("до нашей эры", " bce"),
        ("jusqu'en", "until"),
        ("jusqu’en", "until"),
        ("not later than", "by"),
        ("no later than", "by"),
        ("on or before", "by"),
        ("on or after", "since"),
        ("не позднее", "by"),
        ("н.в.", "present"),
        ("н. в.", "present"),
        ("наст. время", "present"),
        ("настоящее время", "present"),
    ] {
        if text.contains(phrase) {
            text = text.replace(phrase, era);
        }
    }
    let mut english = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    let mut is_doubtful = false;
    while let Some(&c) = chars.peek() {
        if !c.is_alphanumeric() {
            chars.next();
            match c {
                // The apostrophe of '92, and marks of ordinals.
                '\'' | '’' | '°' => {}
                c if c.is_whitespace() || matches!(c, ',' | ';' | '_') => english.push(' '),
                c => english.push(c),
            }
            continue;
        }
        let mut word = String::new();
        while let Some(&c) = chars.peek() {
            if !c.is_alphanumeric() {
                break;
            }
            word.push(c);
            chars.next();
        }
        match english_word(&word) {
            Some("?") => is_doubtful = true,
            Some("to") if english.trim().is_empty() => english.push_str("until"),
            Some(known) => {
                english.push_str(known);
                // The full stop of an abbreviation.
                if word.chars().all(char::is_alphabetic) && chars.peek() == Some(&'.') {
                    chars.next();
                    english.push(' ');
                }
                if known == "ca" {
                    english.push(' ');
                }
            }
            // Quarters and halves of a year.
            None if matches!(word.as_bytes(), [b'q' | b'h', b'1'..=b'4'] | [b'1'..=b'4', b'q' | b'h']) => {
                english.push_str(&word);
            }
            None if word.starts_with(|c: char| c.is_ascii_digit()) => english.push_str(&counted(&word)?),
            None => match word.strip_suffix('e').filter(|rest| is_roman(rest)) {
                Some(numeral) => english.push_str(numeral),
                None if is_roman(&word) => english.push_str(&word),
                None => return None,
            },
        }
    }
    let mut english = english.split_whitespace().collect::<Vec<_>>().join(" ");
    // "siglo XIX" stands the other way round in English.
    if let Some(number) = english.strip_prefix("century ") {
        english = format!("{number} century");
    }
    // And so does "AD 33".
    if let Some(year) = english.strip_prefix("ce ") {
        english = format!("{year} ce");
    }
    if is_doubtful && !english.ends_with('?') {
        english.push('?');
    }
    Some(english)
}

fn english_word(word: &str) -> Option<&'static str> {
    let word = folded(word);
    let known = WORDS.iter().find(|(_, words)| words.split(' ').any(|known| known == word));
    known.map(|(english, _)| *english).or_else(|| month(&word).map(month_name))
}

fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| matches!(c, 'i' | 'v' | 'x' | 'l' | 'c'))
}

/// A number with the ending of an ordinal or a decade as the date reader knows it; `None` with another ending.
fn counted(word: &str) -> Option<String> {
    let digits: String = word.chars().take_while(char::is_ascii_digit).collect();
    let ending = folded(word.get(digits.len()..)?);
    match ending.as_str() {
        "" => Some(digits),
        "st" | "nd" | "rd" | "th" | "er" | "re" | "e" | "eme" | "o" | "a" | "го" | "й" | "º"
            if digits.len() < 3 =>
        {
            Some(digits)
        }
        "s" | "er" | "ern" | "х" | "е" | "ые" if digits.len() > 2 => Some(format!("{digits}s")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_known_in_five_languages_and_in_short() {
        for (word, expected) in [
            ("march", Some(3)),
            ("mar", Some(3)),
            ("marz", Some(3)),
            ("mrz", Some(3)),
            ("août", None),
            ("aout", Some(8)),
            ("дек", Some(12)),
            ("мая", Some(5)),
            ("mai", Some(5)),
            ("ene", Some(1)),
            ("jui", None),
            ("ju", None),
            ("marx", None),
        ] {
            assert_eq!(month(word), expected, "{word}");
        }
        assert_eq!(roman_month("III"), Some(3));
        assert_eq!(roman_month("iii"), None);
        assert_eq!(month_name(12), "december");
        assert_eq!(month_name(0), "");
    }

    #[test]
    fn dates_are_put_into_english() {
        for (text, expected) in [
            ("24 de marzo de 1992", Some("24 march 1992")),
            ("24. März 1992", Some("24. march 1992")),
            ("le 1er janvier 1963", Some("1 january 1963")),
            ("c. Oct 2025", Some("ca october 2025")),
            ("vers 1992", Some("ca 1992")),
            ("Tuesday, 24 March 1992", Some("24 march 1992")),
            ("44 av. J.-C.", Some("44 bce")),
            ("siglo XIX", Some("xix century")),
            ("XIXe siècle", Some("xix century")),
            ("probably 1992", Some("1992?")),
            ("hasta 1992", Some("until 1992")),
            ("1992 bis 1995", Some("1992 to 1995")),
            ("the treaty of 1992", None),
        ] {
            assert_eq!(in_english(text).as_deref(), expected, "{text}");
        }
    }
}
