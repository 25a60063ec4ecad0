//! Commands about preferences.

use crate::session::Session;

use super::state::SystemPreferences;

/// What the system prefers.
#[derive(Clone, Copy, Debug)]
pub enum SettingsCommand {
    /// The system's preferences, at the start and whenever they change.
    SystemChanged(SystemPreferences),
    /// Close the hint that says what the wheel does, and let it zoom or scroll.
    CloseWheelHint {
        /// Whether the wheel zooms.
        zooms: bool,
    },
}

impl Session {
    pub(in crate::session) fn apply_settings(&mut self, command: SettingsCommand) {
        match command {
            SettingsCommand::SystemChanged(system) => self.settings.system = system,
            SettingsCommand::CloseWheelHint { zooms } => {
                self.settings.preferences.wheel_zooms = zooms;
                self.settings.preferences.is_wheel_hint_closed = true;
            }
        }
    }
}
