//! The way back: ‹ › with the places beside, the message of what has just happened, the back buttons of a mouse.

pub(super) mod bar;
pub(super) mod pointer;
pub(super) mod toast;
pub(super) mod toast_clock;
