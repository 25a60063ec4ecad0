//! Russian: the terms of treaty law, after the Russian text of the Vienna Convention on the Law of Treaties.

use crate::domain::{
    DateRole, Elapsed, Ending, EventFamily, EventKind, EventRelation, LifeSummary, Nature, Period, PhaseKind,
    SourceKind, State, Status, TreatyRelation,
};
use crate::language::terms::Terms;

use super::counted;
use super::known_year::{at as year_at, by_itself, since as year_since};

pub(super) const TERMS: Terms = Terms {
    event_kind,
    event_family: |family| match family {
        EventFamily::Talks => "Переговоры",
        EventFamily::Signature => "Подписание и согласие",
        EventFamily::Entry => "Начало действия",
        EventFamily::Change => "Изменения и обзор",
        EventFamily::Doubt => "Сомнения и нарушения",
        EventFamily::Suspension => "Приостановление",
        EventFamily::Exit => "Выход и прекращение",
        EventFamily::Other => "Прочие события",
    },
    event_in: |kind, year| format!("{} {}", event_kind(kind).to_lowercase(), year_at(year)),
    phase,
    phase_since: |what, year| format!("{what} {}", year_since(year)),
    state,
    status: |status| match status {
        Status::Pending => "не подписан",
        Status::Signed => "подписан, не в силе",
        Status::InForce => "в силе",
        Status::InEffect => "действует",
        Status::Suspended => "приостановлен",
        Status::Ended => "прекращён",
        Status::Topic => "тема",
    },
    life_summary,
    date_role,
    event_relation,
    treaty_relation,
    source_kind,
    language: |tag| {
        Some(match tag {
            "en" => "английский",
            "ru" => "русский",
            "zh" => "китайский",
            "fr" => "французский",
            "de" => "немецкий",
            "es" => "испанский",
            "fa" => "персидский",
            "ko" => "корейский",
            "uk" => "украинский",
            "und" => "язык не указан",
            _ => return None,
        })
    },
    elapsed,
    lanes: |n| counted(n, ["строка", "строки", "строк"]),
    treaties: |n| counted(n, ["договор", "договора", "договоров"]),
    events: |n| counted(n, ["событие", "события", "событий"]),
    statements: |n| counted(n, ["высказывание", "высказывания", "высказываний"]),
    acts: |n| counted(n, ["акт в перечне", "акта в перечне", "актов в перечне"]),
};

pub(super) fn event_kind(kind: EventKind) -> &'static str {
    match kind {
        EventKind::NegotiationsBegan => "Начало переговоров",
        EventKind::Proposed => "Предложение",
        EventKind::Adopted => "Принятие текста",
        EventKind::OpenedForSignature => "Открытие для подписания",
        EventKind::Signed => "Подписание",
        EventKind::SignatureWithdrawn => "Отзыв подписи",
        EventKind::DomesticStep => "Внутригосударственная процедура",
        EventKind::Ratified => "Ратификация",
        EventKind::Accepted => "Принятие",
        EventKind::Approved => "Утверждение",
        EventKind::Acceded => "Присоединение",
        EventKind::Succeeded => "Правопреемство",
        EventKind::ProvisionallyApplied => "Временное применение",
        EventKind::EnteredIntoForce => "Вступление в силу",
        EventKind::Amended => "Поправка",
        EventKind::ExtensionAgreed => "Согласие на продление",
        EventKind::Extended => "Продление",
        EventKind::Implemented => "Выполнение",
        EventKind::VerificationChanged => "Изменение режима проверки",
        EventKind::BreachAlleged => "Обвинение в нарушении",
        EventKind::SuspensionAnnounced => "Объявление о приостановлении",
        EventKind::Suspended => "Приостановление",
        EventKind::SuspensionLifted => "Возобновление действия",
        EventKind::WithdrawalAnnounced => "Объявление о выходе",
        EventKind::WithdrawalNotified => "Уведомление о выходе",
        EventKind::WithdrawalSuspended => "Отзыв уведомления о выходе",
        EventKind::WithdrawalEffective => "Выход",
        EventKind::RatificationRevoked => "Отзыв ратификации",
        EventKind::Terminated => "Прекращение",
        EventKind::Expired => "Истечение срока",
        EventKind::Superseded => "Замена",
        EventKind::Rejected => "Отклонение",
        EventKind::Declaration => "Заявление",
        EventKind::ReviewConference => "Обзорная конференция",
        EventKind::Test => "Испытание",
        EventKind::Meeting => "Встреча",
        EventKind::Other | EventKind::Own(_) => "Событие",
    }
}

pub(super) fn phase(kind: PhaseKind, nature: Nature) -> &'static str {
    match kind {
        PhaseKind::Signed if nature == Nature::Political => "согласован",
        PhaseKind::InForce if nature == Nature::Political => "действует",
        PhaseKind::Negotiated => "переговоры",
        PhaseKind::Signed => "подписан, не в силе",
        PhaseKind::Provisional => "применяется временно",
        PhaseKind::InForce => "в силе",
        PhaseKind::Extended => "в силе, продлён",
        PhaseKind::Suspended => "приостановлен",
        PhaseKind::Ended => "прекращён",
    }
}

pub(super) fn state(state: State, nature: Nature) -> String {
    let is_political = nature == Nature::Political;
    let words = match state {
        _ if nature == Nature::Topic => "",
        State::NotSigned if is_political => "не согласован",
        State::NotSigned => "не подписан",
        State::Signed { .. } if is_political => "согласован",
        State::Signed { is_ratified: false } => "подписан",
        State::Signed { is_ratified: true } => "ратифицирован, не в силе",
        State::ProvisionallyApplied => "применяется временно",
        State::InForce if is_political => "действует",
        State::InForce => "в силе",
        State::Suspended => "приостановлен",
        State::NoticeRunning { days_left, is_suspended } => {
            let suspended = if is_suspended { "приостановлен; " } else { "" };
            let days = days_left.map(|days| counted(days as usize, ["день", "дня", "дней"]));
            let left = days.map(|days| format!(", осталось {days}")).unwrap_or_default();
            return format!("{suspended}идёт срок уведомления{left}");
        }
        State::Out => "вышел",
        State::Replaced => "сменён правопреемником",
        State::NeverInForce if is_political => "не действовал",
        State::NeverInForce => "в силу не вступил",
        State::Ended => "прекращён",
    };
    words.to_owned()
}

pub(super) fn life_summary(life: LifeSummary) -> String {
    match life {
        LifeSummary::Unsigned => "подписание не указано".to_owned(),
        LifeSummary::Negotiated(since) => format!("переговоры {}", year_since(since)),
        LifeSummary::Agreed(at) => format!("согласован {}", year_at(at)),
        LifeSummary::Signed(at) => format!("подписан {} · не в силе", year_at(at)),
        LifeSummary::Provisional(since) => format!("временно применяется {}", year_since(since)),
        LifeSummary::InForce(since, Nature::Political) => format!("действует {}", year_since(since)),
        LifeSummary::InForce(since, Nature::Treaty | Nature::Topic) => {
            format!("в силе {}", year_since(since))
        }
        LifeSummary::Suspended(since, at) => {
            format!("в силе {} · приостановлен {}", year_since(since), year_at(at))
        }
        LifeSummary::Ended(from, to, how) => {
            format!("{} – {} · {}", by_itself(from), by_itself(to), ending(how))
        }
        LifeSummary::NeverInForce(signed) => format!("подписан {} · не вступил в силу", year_at(signed)),
        LifeSummary::EntryNotRecorded(signed, None) => format!("подписан {}", year_at(signed)),
        LifeSummary::EntryNotRecorded(signed, Some((at, how))) => {
            format!("подписан {} · {} {}", year_at(signed), ending(how), year_at(at))
        }
        LifeSummary::Over(at, how) => format!("{} {}", ending(how), year_at(at)),
        LifeSummary::Topic(None) => String::new(),
        LifeSummary::Topic(Some((first, last))) if first == last => by_itself(first),
        LifeSummary::Topic(Some((first, last))) => format!("{} – {}", by_itself(first), by_itself(last)),
    }
}

fn ending(how: Ending) -> &'static str {
    match how {
        Ending::Expired => "срок истёк",
        Ending::Superseded => "заменён",
        Ending::Terminated => "прекращён",
    }
}

pub(super) fn date_role(role: DateRole) -> &'static str {
    match role {
        DateRole::Announced => "объявлено",
        DateRole::Notified => "уведомление",
        DateRole::Formal => "формальный акт",
        DateRole::Effective => "юридическая сила с",
        DateRole::LastDay => "последний день действия",
    }
}

pub(super) fn event_relation(relation: EventRelation) -> &'static str {
    match relation {
        EventRelation::Completes => "вытекает из",
        EventRelation::RespondsTo => "в ответ на",
    }
}

pub(super) fn treaty_relation(relation: TreatyRelation) -> &'static str {
    match relation {
        TreatyRelation::Succeeds => "пришёл на смену",
        TreatyRelation::Amends => "изменяет",
        TreatyRelation::DependsOn => "зависит от",
    }
}

pub(super) fn source_kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::TreatyText => "текст договора",
        SourceKind::OfficialStatement => "официальное заявление",
        SourceKind::Data => "данные",
        SourceKind::FactSheet => "справка",
        SourceKind::News => "новости",
        SourceKind::Reference => "справочник",
    }
}

/// As in `31 год, 2 месяца, 1 день`.
fn elapsed(elapsed: Elapsed) -> String {
    let words = |period: Period| {
        let (years, months, days) = (period.years(), period.months % 12, period.days);
        let parts = [
            (years > 0).then(|| counted(years as usize, ["год", "года", "лет"])),
            (months > 0).then(|| counted(months as usize, ["месяц", "месяца", "месяцев"])),
            (days > 0).then(|| counted(days as usize, ["день", "дня", "дней"])),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    };
    match elapsed {
        Elapsed::Exact(period) if period == Period::default() => "тот же день".to_owned(),
        Elapsed::Exact(period) => words(period),
        Elapsed::About(period) => format!("примерно {}", words(period)),
        Elapsed::Unknown => "неизвестно, так как дата неточна".to_owned(),
    }
}
