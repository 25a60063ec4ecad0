//! What stands on the timeline where the selection stands, drawn as one mark with it.

use crate::domain::{Moment, PlainId};
use crate::timeline::{
    Scene, Selection, Subject, TimeScale, can_part, event_cluster, plain_run, statement_cluster,
};

use super::Session;

/// No more than this are named: a list of them must stay readable.
const MOST: usize = 60;

/// A cluster of marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Together {
    /// What it stands for, in order of time; of very many the first.
    pub subjects: Vec<Subject>,
    /// How many there are.
    pub count: usize,
    /// Whether zooming in shows them apart.
    pub can_part: bool,
}

impl Session {
    /// The cluster that the selection belongs to at this zoom; `None` where it stands alone.
    pub fn together(&self) -> Option<Together> {
        let scale = Scene::scale_for(self.window, self.view.time);
        let dataset = &self.world.dataset;
        let index = self.index();
        match self.selection {
            Selection::Event(id) => {
                let (first, last) = event_cluster(index, dataset, id, &scale)?;
                let ids = index.lane(dataset.event(id).treaty).events.within(first, last);
                self.cluster(ids.len(), ids.iter().map(|&id| Subject::Event(id)), first, last)
            }
            Selection::Statement(id) => {
                let treaty = self.selected_treaty()?;
                let at = dataset.statement(id).date.anchor();
                let (first, last) = statement_cluster(index, treaty, at, &scale)?;
                let ids = index.lane(treaty).statements.within(first, last);
                self.cluster(ids.len(), ids.iter().map(|&id| Subject::Statement(id)), first, last)
            }
            Selection::Plain(id) => self.plain_together(id, &scale),
            Selection::Nothing | Selection::Treaty(_) | Selection::Source(_) => None,
        }
    }

    fn plain_together(&self, id: PlainId, scale: &TimeScale) -> Option<Together> {
        let plain = self.world.plain.as_ref()?;
        let run = plain_run(plain, id, scale);
        let (first, last) = (PlainId::new(run.start), PlainId::new(run.end.checked_sub(1)?));
        let subjects = run.clone().map(|place| Subject::Plain(PlainId::new(place)));
        self.cluster(run.len(), subjects, plain.start(first), plain.start(last))
    }

    fn cluster(
        &self,
        count: usize,
        subjects: impl Iterator<Item = Subject>,
        first: Moment,
        last: Moment,
    ) -> Option<Together> {
        let can_part = can_part(first, last, self.window);
        (count > 1).then(|| Together { subjects: subjects.take(MOST).collect(), count, can_part })
    }
}
