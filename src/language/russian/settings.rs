//! Russian: appearance, and what is kept between runs.

use crate::language::settings::Settings;

pub(super) const SETTINGS: Settings = Settings {
    to_dark: "Тёмная тема",
    to_light: "Светлая тема",
    text_size: |percent| format!("Размер текста {percent} %"),
    partly_restored: |copy| format!("Часть сохранённых настроек не читается; их копия — в файле {copy}"),
    not_restored: "Сохранённые настройки не читаются; в этот раз ничего не сохраняется",
    not_saved: |why| format!("Настройки и закладки не сохраняются: {why}"),
    nothing_kept: |why| {
        format!("Настройки и закладки не сохраняются, а при сбое пропадёт и несохранённая работа: {why}")
    },
    unsaved_not_kept: |why| {
        format!(
            "Подтверждённые цитаты не удаётся записать на диск: {why}; сохраните их при первой возможности"
        )
    },
};
