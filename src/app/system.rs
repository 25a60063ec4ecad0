//! What the system says of its user: language, less motion, more contrast.

use std::time::Duration;

use mundy::{Contrast, Interest, Preferences, ReducedMotion};

use crate::language::Language;
use crate::session::Command;

/// A system that takes longer than this to say what it wants has no say.
const PATIENCE: Duration = Duration::from_secs(2);

/// The language of the system, if it is one of ours.
pub(super) fn language() -> Language {
    sys_locale::get_locale().map_or_else(Language::default, |tag| Language::of_locale(&tag))
}

/// Asks the system for its user's wishes, which may take a while; `None` where it says nothing.
pub(super) fn wishes() -> Option<Command> {
    let interest = Interest::ReducedMotion | Interest::Contrast;
    let said = Preferences::once_blocking(interest, PATIENCE)?;
    let reduced_motion = said.reduced_motion == ReducedMotion::Reduce;
    let high_contrast = matches!(said.contrast, Contrast::More);
    (reduced_motion || high_contrast).then_some(Command::SystemAsks { reduced_motion, high_contrast })
}
