//! Russian.

mod actions;
mod chart;
pub(in crate::language) mod command_line;
mod compare;
pub(in crate::language) mod comparison;
mod dates;
pub(in crate::language) mod errors;
mod known_year;
mod law;
mod page;
mod tables;
mod terms;
mod window;

pub(super) use window::WORDS;

use super::table::grouped;

/// A count with its noun in the form that the count asks for (Unicode CLDR plural rules for `ru`: one, few, many).
fn counted(n: usize, [one, few, many]: [&str; 3]) -> String {
    let noun = match (n % 10, n % 100) {
        (_, 11..=14) => many,
        (1, _) => one,
        (2..=4, _) => few,
        _ => many,
    };
    format!("{} {noun}", grouped(n, '\u{a0}'))
}
