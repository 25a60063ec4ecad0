//! What the window showed before the tour, to which leaving the tour comes back.

use crate::language::TourStep;
use crate::session::Session;
use crate::session::history::reversible::Reversible;
use crate::session::world::WorldId;
use crate::timeline::View;

/// What the window showed before the tour.
#[derive(Clone, Debug)]
pub(in crate::session) struct BeforeTour {
    /// The dataset that it is of.
    world: WorldId,
    /// Filter, lanes, status date and selection.
    state: Reversible,
    /// The time and the lanes in the window.
    view: View,
}

impl Session {
    /// Starts the tour at its first step.
    pub(super) fn start_tour(&mut self) {
        let (world, state) = (self.world.id(), self.reversible());
        self.help.before = Some(BeforeTour { world, state, view: self.view.current });
        self.help.step = TourStep::ALL.first().copied();
    }

    /// Closes the tour, and shows again what was there before.
    pub(in crate::session) fn close_tour(&mut self) {
        self.help.step = None;
        let Some(before) = self.help.before.take().filter(|before| before.world == self.world.id()) else {
            return;
        };
        if before.state == self.reversible() && before.view == self.view.current {
            return;
        }
        self.restore_reversible(&before.state);
        self.jump(before.view);
        self.status_message = Some(self.strings().help.as_before_tour.to_owned());
    }
}
