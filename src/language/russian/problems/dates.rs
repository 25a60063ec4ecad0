//! Russian: texts that are not dates, and what to write instead.

use crate::diagnostics::DateAdvice;
use crate::domain::EdtfError;

use super::{counted, date};
use crate::language::russian::dates::year;

/// In what way a text is no date, after the text and a colon.
pub(super) fn date_error(error: EdtfError) -> &'static str {
    match error {
        EdtfError::Malformed => "не удалось распознать дату",
        EdtfError::NoSuchDay => "такого дня, месяца или часа нет",
        EdtfError::OutOfRange => "дата вне годов от −9999 до 9999",
        EdtfError::Unplaceable => {
            "дата EDTF второго уровня, в годе которой неизвестна первая цифра; на ленте времени ей нет места"
        }
        EdtfError::Backwards => "конец раньше начала",
    }
}

pub(in crate::language) fn date_advice(advice: &DateAdvice) -> String {
    const RANGE: &str = "лента времени охватывает годы от −9999 до 9999";
    match advice {
        DateAdvice::Examples => "пишите год-месяц-день: 2019-08-02, 2019-08, 2019, 1984~, 198X, 2011-02-05/2026-02-04 или [2019-02-01,2019-02-02]".to_owned(),
        DateAdvice::DidYouMean(meant) => format!("возможно, имелось в виду «{meant}»"),
        DateAdvice::EitherOf(first, second) => {
            let written = [first, second].map(|either| format!("«{}» ({})", either.text(), date(either)));
            format!("напишите {}", written.join(" или "))
        }
        DateAdvice::NoYearZero => "нулевого года нет: 0000 — это 1 год до н. э., 0001 — 1 год н. э.".to_owned(),
        DateAdvice::FourDigits(year) => format!("в годе четыре цифры: {year:04}"),
        DateAdvice::FourDigitsBce(1) => "в годе четыре цифры, и 1 год до н. э. — это 0000".to_owned(),
        DateAdvice::FourDigitsBce(year) => format!(
            "в годе четыре цифры, и 1 год до н. э. — это 0000: {year} год до н. э. пишется -{:04}",
            year.saturating_sub(1)
        ),
        DateAdvice::NameTheYears => {
            "укажите возможные годы: 19XX — век, 1900/1999 — промежуток между годами".to_owned()
        }
        DateAdvice::EarlierFirst => "сначала пишется более ранняя дата".to_owned(),
        DateAdvice::ClockRange => {
            "часы — от 00 до 23, минуты и секунды — от 00 до 59, часовые пояса — от -14:00 до +14:00".to_owned()
        }
        DateAdvice::MonthRange => {
            "месяцы — от 01 до 12, времена года и другие его части — от 21 до 41, без дня".to_owned()
        }
        DateAdvice::MonthLength(month, days) => {
            format!("{}: {}", date(month), counted(*days as usize, ["день", "дня", "дней"]))
        }
        DateAdvice::NoLeapYear(of) => format!("{} — не високосный год: в феврале 28 дней", year(*of)),
        DateAdvice::JulianLeapYear { year: of, march } => format!(
            "{} — не високосный год по григорианскому календарю, а в EDTF все даты по нему; 29 февраля по юлианскому календарю — это «{of:04}-03-{march:02}»",
            year(*of)
        ),
        DateAdvice::YearRange => RANGE.to_owned(),
        DateAdvice::LongYear(written) => {
            format!("год длиннее четырёх цифр пишется в EDTF как {written}, без месяца, но {RANGE}")
        }
    }
}
