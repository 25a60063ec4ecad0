//! Commands of the tour.

use crate::language::TourStep;
use crate::session::Session;

/// The tour.
#[derive(Clone, Copy, Debug)]
pub enum HelpCommand {
    /// Show a step of the tour.
    GoToStep(TourStep),
    /// Close the tour, and show again what was there before.
    CloseTour,
    /// Do not offer the tour again.
    DeclineTour,
}

impl Session {
    pub(in crate::session) fn apply_help(&mut self, command: HelpCommand) {
        match command {
            HelpCommand::GoToStep(step) if self.has_tour() => {
                if self.help.step.is_none() {
                    self.start_tour();
                }
                self.help.step = Some(step);
            }
            HelpCommand::GoToStep(_) | HelpCommand::CloseTour => self.close_tour(),
            HelpCommand::DeclineTour => self.settings.preferences.tour_was_offered = true,
        }
    }

    /// Starts the tour, or closes it. It is offered no more.
    pub(in crate::session) fn toggle_tour(&mut self) {
        if !self.has_tour() {
            self.status_message = Some(self.strings().help.tour_needs_bundled.to_owned());
            return;
        }
        self.settings.preferences.tour_was_offered = true;
        match self.help.step {
            None => self.start_tour(),
            Some(_) => self.close_tour(),
        }
    }
}
