//! Commands about the status date.

use crate::domain::Moment;
use crate::session::Session;

/// The date on which legal status is shown.
#[derive(Clone, Copy, Debug)]
pub enum LawCommand {
    /// Show legal status on a day, or the present one.
    SetDate(Option<Moment>),
    /// Move the status date by years.
    StepYears(i32),
    /// Move the status date to the next change of any status (`true`) or to the previous one.
    StepChange(bool),
    /// Advance the status date year by year, or stop.
    Play(bool),
    /// A year has passed while it plays.
    PlaybackTick,
}

impl Session {
    pub(in crate::session) fn apply_law(&mut self, command: LawCommand) {
        match command {
            LawCommand::SetDate(day) => self.read_law(day),
            LawCommand::StepYears(by) => self.step_year(by),
            LawCommand::StepChange(is_forward) => self.step_change(is_forward),
            LawCommand::Play(plays) => self.play(plays),
            LawCommand::PlaybackTick => self.play_beat(),
        }
    }
}
