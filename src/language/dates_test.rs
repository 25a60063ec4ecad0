//! What dates of every form are called in both languages, side by side.

use crate::domain::{EdtfDate, EdtfError, KnownYear, LifeSummary};

use super::Language;

/// A form, its words in English and its words in Russian.
const FORMS: [(&str, &str, &str); 85] = [
    // Days, months, years.
    ("2019-08-02", "2 August 2019", "2 августа 2019"),
    ("2019-08", "August 2019", "август 2019"),
    ("2019-08-XX", "August 2019", "август 2019"),
    ("1992", "1992", "1992"),
    ("1992-XX-XX", "1992", "1992"),
    ("2001-12-13T09:30:00Z", "13 December 2001, 09:30 UTC", "13 декабря 2001, 09:30 UTC"),
    ("2019-08-02T01:00:00+14:00", "2 August 2019, 01:00 UTC+14:00", "2 августа 2019, 01:00 UTC+14:00"),
    // Decades, centuries, millennia.
    ("198X", "1980s", "1980-е"),
    ("190X", "1900s", "1900-е"),
    ("19XX", "20th century", "XX век"),
    ("10XX", "11th century", "XI век"),
    ("20XX", "21st century", "XXI век"),
    ("1XXX", "2nd millennium", "2-е тысячелетие"),
    // Parts of a year.
    ("2001-21", "spring 2001", "весна 2001"),
    ("2001-24", "winter 2001", "зима 2001"),
    ("2001-26", "summer 2001 (northern hemisphere)", "лето 2001 (Северное полушарие)"),
    ("2001-31", "autumn 2001 (southern hemisphere)", "осень 2001 (Южное полушарие)"),
    ("2001-34", "second quarter of 2001", "II квартал 2001"),
    ("2001-37", "first third of 2001", "первая треть 2001"),
    ("2001-41", "second half of 2001", "второе полугодие 2001"),
    // Doubts: of the whole, and of parts.
    ("1984~", "about 1984", "около 1984"),
    ("1984?", "1984, uncertain", "1984, под вопросом"),
    ("1984%", "about 1984, uncertain", "около 1984, под вопросом"),
    ("2004-06-11~", "about 11 June 2004", "около 11 июня 2004"),
    ("2004?-06-11", "11 June 2004 (year uncertain)", "11 июня 2004 (год под вопросом)"),
    (
        "?2004-06-~11",
        "11 June 2004 (year uncertain, day approximate)",
        "11 июня 2004 (год под вопросом, день приблизительно)",
    ),
    ("2004-06~-11", "11 June 2004 (year and month approximate)", "11 июня 2004 (год и месяц приблизительно)"),
    (
        "2004-%06-11",
        "11 June 2004 (month uncertain and approximate)",
        "11 июня 2004 (месяц под вопросом и приблизительно)",
    ),
    // Open digits.
    ("156X-12-25", "25 December of a year in the 1560s", "25 декабря одного из 1560-х годов"),
    ("156X-12", "December of a year in the 1560s", "декабрь одного из 1560-х годов"),
    ("15XX-12", "December of a year in the 16th century", "декабрь одного из годов XVI века"),
    ("156X-21", "spring of a year in the 1560s", "весна одного из 1560-х годов"),
    ("1984-1X", "October 1984, November 1984 or December 1984", "октябрь 1984, ноябрь 1984 или декабрь 1984"),
    ("1560-X2", "February 1560 or December 1560", "февраль 1560 или декабрь 1560"),
    ("1984-X3", "March 1984", "март 1984"),
    (
        "1984-04-1X",
        "between 10 April 1984 and 19 April 1984",
        "не раньше 10 апреля 1984 и не позже 19 апреля 1984",
    ),
    ("1984-0X", "between January 1984 and September 1984", "не раньше января 1984 и не позже сентября 1984"),
    ("19X3", "between 1903 and 1993", "не раньше 1903 и не позже 1993"),
    ("1950S2", "1950 by estimate, within 1900–1999", "1950 по оценке, в пределах 1900–1999"),
    // Intervals.
    ("2011-02-05/2026-02-04", "5 February 2011 to 4 February 2026", "5 февраля 2011 – 4 февраля 2026"),
    ("1969-11/1972", "November 1969 to 1972", "ноябрь 1969 – 1972"),
    ("198X/199X", "1980s to 1990s", "1980-е – 1990-е"),
    ("1984~/1986", "about 1984 to 1986", "около 1984 – 1986"),
    ("1946/1950~", "1946 to about 1950", "1946 – около 1950"),
    (
        "1919-04-23~/1919-04-25~",
        "about 23 April 1919 to about 25 April 1919",
        "около 23 апреля 1919 – около 25 апреля 1919",
    ),
    ("1984?/1986", "1984 (uncertain) to 1986", "1984 (под вопросом) – 1986"),
    (
        "2004-06-~01/2004-06-~20",
        "1 June 2004 (day approximate) to 20 June 2004 (day approximate)",
        "1 июня 2004 (день приблизительно) – 20 июня 2004 (день приблизительно)",
    ),
    ("1970-03-05/..", "from 5 March 1970", "с 5 марта 1970"),
    ("198X/..", "from the 1980s", "с 1980-х"),
    ("../19XX~", "until about the 20th century", "примерно до XX века"),
    ("1970-03/..", "from March 1970", "с марта 1970"),
    ("1984~/..", "from about 1984", "примерно с 1984"),
    ("1985?/..", "from 1985 (uncertain)", "с 1985 (под вопросом)"),
    ("../1959", "until 1959", "до 1959"),
    ("1985/", "from 1985, end unknown", "с 1985, конец неизвестен"),
    ("/1985", "until 1985, start unknown", "до 1985, начало неизвестно"),
    (
        "..2004-06-01/2004-06-20..",
        "1 June 2004 or earlier to 20 June 2004 or later",
        "1 июня 2004 или раньше – 20 июня 2004 или позже",
    ),
    // Sets.
    ("[2003-04-10,2003-04-11]", "10 April 2003 or 11 April 2003", "10 апреля 2003 или 11 апреля 2003"),
    ("[1984~,1985]", "about 1984 or 1985", "около 1984 или 1985"),
    ("[1667,1668,1670..1672]", "1667, 1668 or 1670 to 1672", "1667, 1668 или 1670 – 1672"),
    ("{1667,1668,1670..1672}", "1667, 1668 and 1670 to 1672", "1667, 1668 и 1670 – 1672"),
    ("[1670..1672]", "between 1670 and 1672", "не раньше 1670 и не позже 1672"),
    ("{1670..1672}", "1670 to 1672", "1670 – 1672"),
    ("[..1984]", "1984 or earlier", "1984 или раньше"),
    ("[1984-12..]", "December 1984 or later", "декабрь 1984 или позже"),
    ("{..1984}", "1984 and earlier", "1984 и раньше"),
    ("[1960,1961-12..]", "1960 or December 1961 or later", "1960 или декабрь 1961 или позже"),
    // Years that could be days or stand for others, and years before them.
    ("0100", "100", "100"),
    ("0033", "33 CE", "33 н. э."),
    ("0033-04-03", "3 April 33 CE", "3 апреля 33 н. э."),
    ("0476-09-04", "4 September 476", "4 сентября 476"),
    ("0000", "1 BCE", "1 до н. э."),
    ("-0043-03-15", "15 March 44 BCE", "15 марта 44 до н. э."),
    ("-0043-03-15~", "about 15 March 44 BCE", "около 15 марта 44 до н. э."),
    ("-0043/0014", "44 BCE to 14 CE", "44 до н. э. – 14 н. э."),
    ("-0043/0150", "44 BCE to 150 CE", "44 до н. э. – 150 н. э."),
    ("[-0043,-0042]", "44 BCE or 43 BCE", "44 до н. э. или 43 до н. э."),
    ("001X", "10s CE", "10-е н. э."),
    ("000X", "1 BCE – 9 CE", "1 до н. э. – 9 н. э."),
    ("00XX", "1st century CE", "I век н. э."),
    ("0XXX", "1st millennium CE", "1-е тысячелетие н. э."),
    ("-004X", "50–41 BCE", "50–41 до н. э."),
    ("-01XX", "2nd century BCE", "II век до н. э."),
    ("-00XX", "1st century BCE", "I век до н. э."),
    ("-1XXX", "2nd millennium BCE", "2-е тысячелетие до н. э."),
];

/// What each language prints of single dates and intervals of them can be typed back.
#[test]
fn what_is_printed_can_be_typed() {
    let mut dates: Vec<String> = Vec::new();
    for year in [-9999, -100, -43, -1, 0, 1, 9, 33, 99, 100, 476, 999, 1000, 1582, 1900, 1987, 2019, 9999] {
        let year = if year < 0 { format!("-{:04}", -year) } else { format!("{year:04}") };
        dates.push(year.clone());
        for month in 1..=12 {
            dates.push(format!("{year}-{month:02}"));
            for day in [1, 2, 3, 11, 12, 21, 28] {
                dates.push(format!("{year}-{month:02}-{day:02}"));
            }
        }
        // The winter of 9999 ends beyond the timeline.
        dates.extend((21..=23).map(|season| format!("{year}-{season}")));
    }
    dates.extend((1..1000).map(|decade| format!("{decade:03}X")));
    dates.extend((0..100).flat_map(|century| [format!("{century:02}XX"), format!("-{century:02}XX")]));
    dates.extend((0..10).flat_map(|thousand| [format!("{thousand}XXX"), format!("-{thousand}XXX")]));
    let doubtful: Vec<String> = dates
        .iter()
        .step_by(7)
        .flat_map(|date| ["~", "?", "%"].map(|mark| format!("{date}{mark}")))
        .collect();
    let ends = ["-0043-03-15", "-0009~", "0014", "0150?", "198X", "19XX", "1987-12", "1987-12-08%", "2019"];
    let intervals: Vec<String> = ends
        .iter()
        .flat_map(|first| {
            let closed = ends.iter().map(move |last| format!("{first}/{last}"));
            let open =
                [format!("{first}/.."), format!("../{first}"), format!("{first}/"), format!("/{first}")];
            closed.chain(open)
        })
        .collect();
    let mut count = 0;
    for edtf in dates.iter().chain(&doubtful).chain(&intervals) {
        // Intervals that end before they begin are none.
        let Ok(date) = EdtfDate::parse(edtf) else { continue };
        for language in Language::ALL {
            let printed = (language.strings().dates.date)(&date);
            let typed = EdtfDate::parse_typed(&printed).map(|date| date.text().to_owned());
            assert_eq!(typed.as_deref(), Ok(edtf.as_str()), "{printed}");
        }
        count += 1;
    }
    assert!(count > 4000, "{count}");
}

#[test]
fn a_treaty_in_brief_invents_no_year() {
    let brief = |language: Language, edtf| {
        (language.strings().terms.life_summary)(LifeSummary::Signed(KnownYear::of(
            &EdtfDate::parse(edtf).unwrap(),
        )))
    };
    assert_eq!(brief(Language::English, "19XX"), "signed in the 20th century · not in force");
    assert_eq!(brief(Language::Russian, "19XX"), "подписан в XX веке · не в силе");
    assert_eq!(brief(Language::Russian, "-0043"), "подписан в 44 г. до н. э. · не в силе");
}

#[test]
fn dates_read_as_people_write_them() {
    for (edtf, english, russian) in FORMS {
        let date = EdtfDate::parse(edtf).unwrap();
        assert_eq!((Language::English.strings().dates.date)(&date), english, "{edtf}");
        assert_eq!((Language::Russian.strings().dates.date)(&date), russian, "{edtf}");
    }
}

#[test]
fn what_is_wrong_with_a_date_is_said_in_russian() {
    for error in [
        EdtfError::Malformed,
        EdtfError::NoSuchDay,
        EdtfError::OutOfRange,
        EdtfError::Unplaceable,
        EdtfError::Backwards,
    ] {
        let said = (Language::Russian.strings().dates.problem)("вчера", error);
        assert!(said.contains("вчера"), "{said}");
        assert!(!said.contains(|c: char| c.is_ascii_alphabetic()), "{said}");
    }
}
