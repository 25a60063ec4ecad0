//! Russian: the way back.

use crate::language::history::History;

pub(super) const HISTORY: History = History {
    undo: "Отменить",
    message: "Сообщение",
    back_to: |what| format!("Назад: {what}"),
    to_selection: |what| format!("Показать в окне: {what}"),
    undone: |step| format!("Отменено: {step}"),
    redone: |step| format!("Повторено: {step}"),
    nothing_to_undo: "Отменять нечего",
    nothing_to_redo: "Повторять нечего",
    filter_cleared: "сброс фильтров",
    filter_changed: "изменение фильтра",
    lane_hidden: |name| format!("скрытие строки «{name}»"),
    lanes_hidden: |n| format!("скрытие строк ({n})"),
    lanes_shown: "показ скрытых строк",
    lane_pinned: |name| format!("закрепление строки «{name}»"),
    lane_unpinned: |name| format!("открепление строки «{name}»"),
    pins_cleared: "открепление строк",
    lanes_changed: "изменение порядка строк",
    status_date_set: |day| format!("выбор даты статуса: {day}"),
    status_date_cleared: "сброс даты статуса",
    selection_cleared: "снятие выделения",
    selection_changed: "изменение выделения",
    message_filter_cleared: "Фильтры сброшены",
    message_lanes_hidden: |n| format!("Скрыто строк: {n}"),
    message_pins_cleared: "Строки откреплены",
    message_selection_cleared: "Выделение снято",
};
