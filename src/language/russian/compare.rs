//! Russian: a comparison with another dataset.

use crate::language::compare::Compare;
use crate::language::text::label;

pub(super) const COMPARE: Compare = Compare {
    title: |name, summary| format!("По сравнению с {name}: {summary}"),
    pick_title: "Прежняя версия набора данных",
    close: label("Закрыть сравнение", "Убирает список и прежние места на шкале"),
    copy: label("Копировать", "Кладёт весь список в буфер обмена"),
    copied: "Различия скопированы",
    not_compared: |name, why| format!("{name}: сравнить не удалось. {why}"),
};
