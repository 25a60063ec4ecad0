//! Russian: the figures under the lanes.

use crate::language::chart_words::ChartWords;
use crate::language::table::said;

pub(super) const CHART: ChartWords = ChartWords {
    of: |unit| format!("График: {unit}"),
    lines: "Ряды",
    log: said(
        "лог.",
        "Шкала, на которой каждая линия в десять раз выше предыдущей; ноль и отрицательные числа стоят у нижнего края",
    ),
    declared: "объявлено",
    estimated: "оценка",
    limit: "предел по договору",
    nothing: "На этот день данных нет",
};
