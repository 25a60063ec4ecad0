//! Russian: a comparison with another dataset.

use crate::language::compare::Compare;
use crate::language::text::label;

pub(super) const COMPARE: Compare = Compare {
    title: |name, summary| format!("По сравнению с {name}: {summary}"),
    pick_title: "Сравнить с прежней версией",
    close: label("Закрыть сравнение", "Закрыть список и убрать отметки сравнения"),
    copy: label("Копировать", "Скопировать весь список"),
    copied: "Различия скопированы",
    not_compared: |name, why| format!("Не удалось сравнить с {name}: {why}"),
};
