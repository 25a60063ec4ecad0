//! Russian: a comparison with another dataset.

use crate::language::compare_words::CompareWords;
use crate::language::table::said;

pub(super) const COMPARE: CompareWords = CompareWords {
    title: |name, summary| format!("По сравнению с {name}: {summary}"),
    pick_title: "Прежняя версия набора данных",
    close: said("Закрыть сравнение", "Убирает список и прежние места на шкале"),
    copy: said("Копировать", "Кладёт весь список в буфер обмена"),
    copied: "Различия скопированы",
    not_compared: |name, why| format!("Не удалось сравнить с {name}: {why}"),
};
