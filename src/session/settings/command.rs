//! Commands about preferences.

use crate::session::Session;

use super::state::SystemPreferences;

/// What the system prefers.
#[derive(Clone, Copy, Debug)]
pub enum SettingsCommand {
    /// The system's preferences, at the start and whenever they change.
    SystemChanged(SystemPreferences),
}

impl Session {
    pub(in crate::session) fn apply_settings(&mut self, command: SettingsCommand) {
        match command {
            SettingsCommand::SystemChanged(system) => self.settings.system = system,
        }
    }
}
