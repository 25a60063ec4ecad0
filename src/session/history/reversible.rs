//! The parts of a session that can be undone.

use std::sync::Arc;

use crate::domain::Moment;
use crate::session::Session;
use crate::session::filter::criteria::Filter;
use crate::timeline::{Arrangement, Selection, Subject};

/// The parts of a session that can be undone. What two of them have in common they share.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reversible {
    pub(super) filter: Arc<Filter>,
    pub(super) arrangement: Arc<Arrangement>,
    pub(super) status_date: Option<Moment>,
    pub(super) selected: Selection,
    pub(super) several: Arc<[Subject]>,
    pub(super) time_range: Option<(Moment, Moment)>,
}

impl Reversible {
    /// Whether a session is in this state. It costs no allocation: most commands change nothing of it.
    pub(super) fn is_of(&self, session: &Session) -> bool {
        let selection = &session.selection;
        self.selected == selection.selected
            && self.time_range == selection.time_range
            && self.status_date == status_date(session)
            && *self.several == *selection.several
            && *self.filter == session.filter.active
            && *self.arrangement == session.view.arrangement
    }

    /// The state of a session, which shares what it has in common with this one.
    pub(super) fn updated(&self, session: &Session) -> Self {
        fn shared<T: Clone + PartialEq>(before: &Arc<T>, now: &T) -> Arc<T> {
            if **before == *now { Arc::clone(before) } else { Arc::new(now.clone()) }
        }
        let several = if *self.several == *session.selection.several {
            Arc::clone(&self.several)
        } else {
            session.selection.several.as_slice().into()
        };
        Self {
            filter: shared(&self.filter, &session.filter.active),
            arrangement: shared(&self.arrangement, &session.view.arrangement),
            status_date: status_date(session),
            selected: session.selection.selected,
            several,
            time_range: session.selection.time_range,
        }
    }
}

impl Session {
    /// The parts of the session that can be undone, as they are.
    pub(in crate::session) fn reversible(&self) -> Reversible {
        self.history.present.updated(self)
    }
}

fn status_date(session: &Session) -> Option<Moment> {
    session.law.status.as_ref().map(|statuses| statuses.day)
}
