//! English: the glossary of legal terms and dates, and the steps of the tour.

mod concepts;
mod events;

use crate::language::help::{Help, StepWords, TourStep};

pub(super) const HELP: Help = Help {
    search_hint: "Type a term",
    no_term: "No matching terms",
    event: events::meaning,
    family: events::family,
    concept: concepts::definition,
    step,
    step_of: |step, of| format!("Tour · {step} of {of}"),
    show_me: "Show me",
    back: "Previous",
    next: "Next",
    finish: "Finish",
    as_before_tour: "The window is as it was before the tour",
    tour_offer: "New here? Five questions show what the timeline can answer",
    take_tour: "Take the tour",
    no_tour: "No, thanks",
    tour_needs_bundled: "The tour needs the bundled dataset. Open it in the File menu",
};

fn step(step: TourStep) -> StepWords {
    let (question, how) = match step {
        TourStep::InForce => (
            "Which treaties were in force on 1 January 2022?",
            "Set the status date with Ctrl+L and choose “in force” in the status filter: the treaties that remain are the answer",
        ),
        TourStep::OpenSkies => (
            "Who left the Open Skies Treaty, and how long after notice?",
            "Select the treaty and go to 2020: a hatched bar runs from each notice to its effect, and says how many days when you point at it",
        ),
        TourStep::EndOfInf => (
            "What was said when the INF Treaty ended?",
            "Click the cross at the end of its bar: the panel has every statement about it, each with its source",
        ),
        TourStep::Suspensions => (
            "Which treaties have been suspended?",
            "Click “Suspended” in the legend: only suspensions remain, and a click on one says who suspended what",
        ),
        TourStep::Speaker => (
            "What has Sergei Ryabkov said?",
            "Search for his name: his page in the panel has every quotation in full, each with its source",
        ),
    };
    StepWords { question, how }
}
