//! Russian: the charts under the lanes.

use crate::language::figures::Figures;
use crate::language::text::{figure, label};

pub(super) const FIGURES: Figures = Figures {
    value: |value| figure(value, '\u{a0}', ","),
    chart_of: |unit| format!("График: {unit}"),
    lines: "Ряды",
    log_scale: label(
        "лог.",
        "Шкала, на которой каждая линия в десять раз выше предыдущей; ноль и отрицательные числа стоят у нижнего края",
    ),
    declared: "объявлено",
    estimated: "оценка",
    limit: "предел по договору",
    no_data: "На этот день данных нет",
};
