//! Russian: seasons, quarters and halves of years, Roman numbers.

use crate::domain::{Hemisphere, PartOfYear, Season};

/// A number from 1 to 100 as a Roman one.
pub(super) fn roman(number: i32) -> String {
    let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let tens = ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC", "C"];
    let of = |table: &[&'static str], place: i32| {
        usize::try_from(place).ok().and_then(|place| table.get(place).copied()).unwrap_or_default()
    };
    format!("{}{}", of(&tens, number / 10), of(&ones, number % 10))
}

pub(super) fn season_name(season: Season, genitive: bool) -> &'static str {
    match (season, genitive) {
        (Season::Spring, false) => "весна",
        (Season::Spring, true) => "весны",
        (Season::Summer, false) => "лето",
        (Season::Summer, true) => "лета",
        (Season::Autumn, false) => "осень",
        (Season::Autumn, true) => "осени",
        (Season::Winter, false) => "зима",
        (Season::Winter, true) => "зимы",
    }
}

pub(super) fn hemisphere_name(half: Hemisphere) -> &'static str {
    match half {
        Hemisphere::North => "Северное полушарие",
        Hemisphere::South => "Южное полушарие",
    }
}

pub(super) fn part_name(part: PartOfYear, genitive: bool) -> String {
    let ordinal = |number: u32, names: [&'static str; 3]| match number {
        1 => names[0],
        2 => names[1],
        _ => names[2],
    };
    match part {
        PartOfYear::Season(season, _) => season_name(season, genitive).to_owned(),
        PartOfYear::Quarter(number) => {
            let number = i32::try_from(number).unwrap_or_default();
            format!("{} {}", roman(number), if genitive { "квартала" } else { "квартал" })
        }
        PartOfYear::Third(number) if genitive => {
            format!("{} трети", ordinal(number, ["первой", "второй", "последней"]))
        }
        PartOfYear::Third(number) => {
            format!("{} треть", ordinal(number, ["первая", "вторая", "последняя"]))
        }
        PartOfYear::Half(number) if genitive => {
            format!("{} полугодия", ordinal(number, ["первого", "второго", "второго"]))
        }
        PartOfYear::Half(number) => {
            format!("{} полугодие", ordinal(number, ["первое", "второе", "второе"]))
        }
    }
}
