//! The glossary of legal terms and dates, and the steps of the tour.

use crate::domain::{EventFamily, EventKind, PhaseKind};

use super::text::texts;

/// A term with its meaning in plain words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Definition {
    /// The term.
    pub name: &'static str,
    /// What it means, in one or two sentences.
    pub meaning: &'static str,
}

texts! {
    /// The glossary of legal terms and dates, and the steps of the tour.
    Help {
        /// In the empty field of the glossary.
        search_hint: &'static str,
        /// In place of terms.
        no_term: &'static str,
        /// What an event of a kind is.
        event: fn(EventKind) -> &'static str,
        /// What the events of a family have in common.
        family: fn(EventFamily) -> &'static str,
        /// A term that is no kind of event.
        concept: fn(Concept) -> Definition,
        /// A step of the tour.
        step: fn(TourStep) -> StepWords,
        /// Which step of how many is shown.
        step_of: fn(usize, usize) -> String,
        /// The button that carries out a step.
        show_me: &'static str,
        /// The button that goes to the step before.
        back: &'static str,
        /// The button that goes to the next step.
        next: &'static str,
        /// In place of it at the last step: the button that ends the tour.
        finish: &'static str,
        /// In the status bar, when the tour was left: the window shows again what it did before.
        as_before_tour: &'static str,
        /// The offer of the tour, in the panel.
        tour_offer: &'static str,
        /// The button that accepts it.
        take_tour: &'static str,
        /// The button that declines it.
        no_tour: &'static str,
        /// In the status bar: why there is no tour.
        tour_needs_bundled: &'static str,
    }
}

/// The texts of a step of the tour.
#[derive(Clone, Copy, Debug)]
pub struct StepWords {
    /// The question.
    pub question: &'static str,
    /// How it is answered, in one sentence.
    pub how: &'static str,
}

/// A step of the tour: a question to the bundled dataset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TourStep {
    /// Which treaties were in force on a date.
    InForce,
    /// Who left the Open Skies Treaty, and how long after notice.
    OpenSkies,
    /// What was said when the INF Treaty ended.
    EndOfInf,
    /// Which treaties were suspended.
    Suspensions,
    /// What one speaker said.
    Speaker,
}

impl TourStep {
    /// Every step, in order.
    pub const ALL: [Self; 5] =
        [Self::InForce, Self::OpenSkies, Self::EndOfInf, Self::Suspensions, Self::Speaker];
}

/// A term of the glossary that is no kind of event.
///
/// Legal terms follow the Vienna Convention on the Law of Treaties (VCLT), dates the Extended Date/Time Format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Concept {
    /// Agreed by those who negotiated: a political document (not a treaty, VCLT art. 2(1)(a)).
    PoliticalDocument,
    /// Signed, not in force (VCLT art. 18).
    SignedNotInForce,
    /// In force, in effect, agreed (VCLT art. 24 and 26).
    InForce,
    /// A party (VCLT art. 2(1)(g)).
    Party,
    /// Consent to be bound (VCLT art. 11 to 15).
    Consent,
    /// Instruments exchanged or deposited (VCLT art. 13 and 16).
    InstrumentsExchanged,
    /// The depositary (VCLT art. 76 and 77).
    Depositary,
    /// Denunciation (VCLT art. 54 and 56).
    Denunciation,
    /// Notice, and the notice period (VCLT art. 56(2), 65 and 67).
    NoticePeriod,
    /// A statement made for a government.
    Quotation,
    /// How exactly a date is known.
    Precision,
    /// A date that is about right.
    Approximate,
    /// A date that its source doubts.
    Uncertain,
    /// A period without a known end.
    OpenDate,
    /// A date on which sources differ.
    Disputed,
    /// The format of dates.
    Edtf,
    /// What the dataset does not say.
    NotRecorded,
}

impl Concept {
    /// Every one of them.
    pub const ALL: [Self; 17] = [
        Self::PoliticalDocument,
        Self::SignedNotInForce,
        Self::InForce,
        Self::Party,
        Self::Consent,
        Self::InstrumentsExchanged,
        Self::Depositary,
        Self::Denunciation,
        Self::NoticePeriod,
        Self::Quotation,
        Self::Precision,
        Self::Approximate,
        Self::Uncertain,
        Self::OpenDate,
        Self::Disputed,
        Self::Edtf,
        Self::NotRecorded,
    ];
}

/// A term of the glossary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    /// A kind of event.
    Event(EventKind),
    /// Anything else.
    Concept(Concept),
}

impl Term {
    /// Every term.
    pub fn all() -> impl Iterator<Item = Self> {
        let events = EventKind::ALL.iter().filter(|kind| **kind != EventKind::Other);
        events.map(|&kind| Self::Event(kind)).chain(Concept::ALL.map(Self::Concept))
    }

    /// The term that explains a phase.
    pub fn of_phase(phase: PhaseKind) -> Self {
        match phase {
            PhaseKind::Negotiated => Self::Event(EventKind::NegotiationsBegan),
            PhaseKind::Signed => Self::Concept(Concept::SignedNotInForce),
            PhaseKind::Provisional => Self::Event(EventKind::ProvisionallyApplied),
            PhaseKind::InForce => Self::Concept(Concept::InForce),
            PhaseKind::Extended => Self::Event(EventKind::Extended),
            PhaseKind::Suspended => Self::Event(EventKind::Suspended),
            PhaseKind::Ended => Self::Event(EventKind::Terminated),
        }
    }
}
