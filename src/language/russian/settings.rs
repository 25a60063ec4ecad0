//! Russian: appearance, and what is kept between runs.

use crate::language::settings::Settings;

pub(super) const SETTINGS: Settings = Settings {
    to_dark: "Тёмная тема",
    to_light: "Светлая тема",
    text_size: |percent| format!("Размер текста: {percent}%"),
    partly_restored: |copy| {
        format!("Часть сохранённых настроек не удалось прочитать. Копия — в файле {copy}")
    },
    not_restored: "Сохранённые настройки не удалось прочитать. В этом сеансе настройки не сохраняются",
    not_saved: |why| format!("Не удалось сохранить настройки и закладки: {why}"),
    nothing_kept: |why| {
        format!("Настройки и закладки не сохраняются, а при сбое пропадёт и несохранённая работа: {why}")
    },
    unsaved_not_kept: |why| {
        format!("Подтверждённые цитаты не записываются на диск: {why}. Сохраните их как можно скорее")
    },
};
