//! The tour: five questions to the bundled dataset, each answered with ordinary commands.

use crate::domain::{EdtfDate, EventKind, SpeakerId, Status};
use crate::language::TourStep;
use crate::session::commands::action::Action;
use crate::session::filter::criteria::{Facet, Filter};
use crate::session::view::command::ViewCommand;
use crate::session::{Command, FilterCommand, LawCommand, SelectionCommand, Session};
use crate::timeline::Selection;

impl Session {
    /// Whether the bundled dataset is open, with all that the tour shows.
    pub fn has_tour(&self) -> bool {
        self.world.is_bundled() && TourStep::ALL.iter().all(|&step| self.tour_commands(step).is_some())
    }

    /// Whether the tour is to be offered: once, while nobody has answered.
    pub fn offers_tour(&self) -> bool {
        !self.settings.preferences.tour_was_offered && self.help.step.is_none() && self.has_tour()
    }

    /// What answers the question of a step; `None` in a dataset that has not what it is about.
    pub fn tour_commands(&self, step: TourStep) -> Option<Vec<Command>> {
        let dataset = &self.world.dataset;
        let day = |text: &str| EdtfDate::parse(text).ok().map(|date| date.earliest());
        let mut commands = vec![
            Command::Law(LawCommand::SetDate(None)),
            Command::Selection(SelectionCommand::Select(Selection::Nothing)),
            Command::Selection(SelectionCommand::SetTimeRange(None)),
        ];
        let filter = |filter: Filter| Command::Filter(FilterCommand::Set(filter));
        let go_to = |selection| Command::Selection(SelectionCommand::GoTo(selection));
        match step {
            TourStep::InForce => commands.extend([
                Command::Law(LawCommand::SetDate(Some(day("2022-01-01")?))),
                filter(Filter::only(Facet::Status(Status::InForce))),
                Command::Do(Action::Fit),
            ]),
            TourStep::OpenSkies => {
                let treaty = dataset.find_treaty("OPENSKIES")?;
                let years = EdtfDate::parse("2020/2022-06").ok()?;
                commands.extend([
                    filter(Filter::default()),
                    go_to(Selection::Treaty(treaty)),
                    Command::View(ViewCommand::GoToDate(years)),
                    Command::Selection(SelectionCommand::SetTimeRange(None)),
                ]);
            }
            TourStep::EndOfInf => {
                let event = dataset.find_event("INF-terminated")?;
                commands.extend([filter(Filter::default()), go_to(Selection::Event(event))]);
            }
            TourStep::Suspensions => {
                let event = dataset.find_event("NEWSTART-RUS-suspended")?;
                let kind = Facet::Kind(EventKind::Suspended);
                commands.extend([
                    filter(Filter::only(kind)),
                    Command::Do(Action::Fit),
                    go_to(Selection::Event(event)),
                ]);
            }
            TourStep::Speaker => {
                let is_asked = |key: &str| key == "ryabkov";
                let speaker = dataset.speakers().iter().position(|speaker| is_asked(&speaker.key))?;
                let speaker = SpeakerId::new(speaker);
                commands.extend([
                    filter(Filter::only(Facet::Speaker(speaker))),
                    Command::Do(Action::Fit),
                    // His page has every quotation in full, where a table would cut them.
                    go_to(Selection::Speaker(speaker)),
                ]);
            }
        }
        Some(commands)
    }
}
