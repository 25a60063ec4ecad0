//! Russian: the glossary of legal terms and dates, and the steps of the tour.

mod concepts;
mod events;

use crate::language::help::{Help, StepWords, TourStep};

pub(super) const HELP: Help = Help {
    search_hint: "Введите термин",
    no_term: "Термины не найдены",
    event: events::meaning,
    family: events::family,
    concept: concepts::definition,
    step,
    step_of: |step, of| format!("Обзор · {step} из {of}"),
    show_me: "Показать",
    back: "Назад",
    next: "Далее",
    finish: "Завершить",
    as_before_tour: "Окно снова такое, каким было до обзора",
    tour_offer: "Вы здесь впервые? Пять вопросов покажут, на что отвечает лента",
    take_tour: "Начать обзор",
    no_tour: "Не нужно",
    tour_needs_bundled: "Для обзора нужен встроенный набор данных. Откройте его в меню «Файл»",
};

fn step(step: TourStep) -> StepWords {
    let (question, how) = match step {
        TourStep::InForce => (
            "Какие договоры были в силе 1 января 2022 года?",
            "Задайте дату статуса (Ctrl+L) и выберите в фильтре статуса «в силе»: оставшиеся договоры и есть ответ",
        ),
        TourStep::OpenSkies => (
            "Кто вышел из Договора по открытому небу и через сколько времени после уведомления?",
            "Выберите договор и перейдите к 2020 году: от каждого уведомления до выхода идёт штриховка, а число дней видно под указателем",
        ),
        TourStep::EndOfInf => (
            "Что говорили, когда прекратил действие Договор о РСМД?",
            "Щёлкните по крестику в конце его полосы: на панели — все высказывания о нём, каждое с источником",
        ),
        TourStep::Suspensions => (
            "Действие каких договоров приостанавливали?",
            "Щёлкните «Приостановление» в легенде: останутся только приостановления, а щелчок по знаку скажет, кто и что приостановил",
        ),
        TourStep::Speaker => (
            "Что говорил Сергей Рябков?",
            "Найдите его имя в поиске: на его странице на панели каждая цитата приведена целиком, с источником",
        ),
    };
    StepWords { question, how }
}
