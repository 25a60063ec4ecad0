//! Russian: the charts under the lanes.

use crate::language::figures::Figures;
use crate::language::text::{figure, label};

pub(super) const FIGURES: Figures = Figures {
    value: |value| figure(value, '\u{a0}', ","),
    chart_of: |unit| format!("График: {unit}"),
    log_scale: label(
        "Логарифмическая шкала",
        "Логарифмическая шкала; ноль и отрицательные значения — у нижнего края",
    ),
    declared: "объявлено",
    estimated: "оценка",
    limit: "предел по договору",
    no_data: "Нет данных на эту дату",
};
