//! The name of what is selected, as a breadcrumb has it.

use crate::session::Session;
use crate::text::first_clusters;
use crate::timeline::Selection;

/// Longer names are cut.
const MAX_LEN: usize = 160;

impl Session {
    /// The name of a selection in one line; empty for nothing.
    pub fn title_of(&self, selection: Selection) -> String {
        let dataset = &self.world.dataset;
        let title = match selection {
            Selection::Nothing => return String::new(),
            Selection::Treaty(id) => dataset.treaty(id).name.to_string(),
            Selection::Speaker(id) => dataset.speaker(id).name.to_string(),
            Selection::Source(id) => dataset.source(id).title.to_string(),
            Selection::Event(id) => {
                let event = dataset.event(id);
                format!("{}: {}", dataset.treaty(event.treaty).name, event.title)
            }
            Selection::Statement(id) => {
                let statement = dataset.statement(id);
                let date = (self.strings().dates.date)(&statement.date);
                format!("{}, {date}", dataset.speaker(statement.speaker).name)
            }
            Selection::Bulk(id) => self.world.bulk.as_ref().map(|bulk| bulk.texts(id).1).unwrap_or_default(),
        };
        first_clusters(&title, MAX_LEN).to_owned()
    }
}
