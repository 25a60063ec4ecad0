//! Commands about the status date.

use crate::domain::Moment;
use crate::session::Session;

use super::matrix::MatrixGroup;

/// The date on which legal status is shown.
#[derive(Clone, Copy, Debug)]
pub enum LawCommand {
    /// Set the status date, or none.
    SetDate(Option<Moment>),
    /// Set the status date, and bring it into the window.
    GoToDate(Moment),
    /// Set the status date, and list the treaties by their status on it in the details.
    ListTreaties(Moment),
    /// Move the status date by years.
    StepYears(i32),
    /// Move the status date to the next change of any status (`true`) or to the previous one.
    StepChange(bool),
    /// Make the parties of a group the columns of the matrix.
    ShowGroup(MatrixGroup),
    /// Start or stop advancing the status date year by year.
    Play(bool),
    /// Advance the status date by a year, if it plays.
    PlaybackTick,
}

impl Session {
    pub(in crate::session) fn apply_law(&mut self, command: LawCommand) {
        match command {
            LawCommand::SetDate(day) => self.set_status_date(day),
            LawCommand::GoToDate(day) => self.go_to_status_date(day),
            LawCommand::ListTreaties(day) => self.list_treaties_on(day),
            LawCommand::StepYears(by) => self.step_years(by),
            LawCommand::StepChange(is_forward) => self.step_change(is_forward),
            LawCommand::ShowGroup(group) => {
                self.law.matrix_group = group;
                self.update_matrix();
            }
            LawCommand::Play(plays) => self.set_playing(plays),
            LawCommand::PlaybackTick => self.advance_playback(),
        }
    }
}
