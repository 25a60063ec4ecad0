//! What the system says of its user: language, less motion, more contrast.

use std::time::Duration;

use mundy::{Contrast, Interest, Preferences, ReducedMotion};

use crate::language::Language;
use crate::session::{Command, SettingsCommand, SystemWishes};

/// A system that takes longer than this to say what it wants has no say.
const PATIENCE: Duration = Duration::from_secs(2);

/// What the system says without being waited for: the language, if it is one of ours.
pub(super) fn at_once() -> SystemWishes {
    let language = sys_locale::get_locale().map_or_else(Language::default, |tag| Language::of_locale(&tag));
    SystemWishes { language, ..SystemWishes::default() }
}

/// Asks the system for its user's wishes, which may take a while; `None` where it says nothing. On macOS this must be
/// called from the main thread, where the answer comes at once.
pub(super) fn ask(known: SystemWishes) -> Option<Command> {
    let interest = Interest::ReducedMotion | Interest::Contrast;
    let said = Preferences::once_blocking(interest, PATIENCE)?;
    let wishes = SystemWishes {
        reduces_motion: said.reduced_motion == ReducedMotion::Reduce,
        high_contrast: said.contrast == Contrast::More,
        ..known
    };
    (wishes != known).then_some(Command::Settings(SettingsCommand::SystemChanged(wishes)))
}
