//! What the system says of its user: language, less motion, more contrast.

use std::time::Duration;

use mundy::{Contrast, Interest, Preferences, ReducedMotion};

use crate::session::{Command, SettingsCommand, SystemWishes};

/// A system that takes longer than this to say what it wants has no say.
const TIMEOUT: Duration = Duration::from_secs(2);

/// What the system says without being waited for: the language, if it is one of ours.
pub(super) fn at_once() -> SystemWishes {
    SystemWishes { language: super::cli::of_system(), ..SystemWishes::default() }
}

/// Asks the system for its user's wishes, which may take a while; `None` where it says nothing. On macOS this must be
/// called from the main thread, where the answer comes at once.
pub(super) fn ask(known: SystemWishes) -> Option<Command> {
    let interest = Interest::ReducedMotion | Interest::Contrast;
    let preferences = Preferences::once_blocking(interest, TIMEOUT)?;
    let wishes = SystemWishes {
        reduces_motion: preferences.reduced_motion == ReducedMotion::Reduce,
        high_contrast: preferences.contrast == Contrast::More,
        ..known
    };
    (wishes != known).then_some(Command::Settings(SettingsCommand::SystemChanged(wishes)))
}
