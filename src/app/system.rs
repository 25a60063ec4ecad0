//! The user's preferences in the system: language, less motion, more contrast.

use std::time::Duration;

use mundy::{Contrast, Interest, Preferences, ReducedMotion};

use crate::session::{Command, SettingsCommand, SystemPreferences};

/// The preferences of a system that takes longer are ignored.
const TIMEOUT: Duration = Duration::from_secs(2);

/// What is known without waiting: the language, if it is one of ours.
pub(super) fn at_once() -> SystemPreferences {
    SystemPreferences { language: super::cli::of_system(), ..SystemPreferences::default() }
}

/// Asks the system for the user's preferences, which may take a while; `None` where it has none or nothing has changed.
///
/// On macOS this must be called from the main thread, where the answer comes at once.
pub(super) fn ask(known: SystemPreferences) -> Option<Command> {
    let interest = Interest::ReducedMotion | Interest::Contrast;
    let preferences = Preferences::once_blocking(interest, TIMEOUT)?;
    let preferences = SystemPreferences {
        reduces_motion: preferences.reduced_motion == ReducedMotion::Reduce,
        high_contrast: preferences.contrast == Contrast::More,
        ..known
    };
    (preferences != known).then_some(Command::Settings(SettingsCommand::SystemChanged(preferences)))
}
