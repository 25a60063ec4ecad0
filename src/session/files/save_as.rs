//! Which part of the dataset is saved in another format.

use std::collections::BTreeSet;

use crate::domain::Subset;
use crate::records::DataFormat;
use crate::search::Item;
use crate::session::Session;
use crate::session::commands::action::Action;
use crate::session::effect::Effect;
use crate::timeline::Subject;

impl Session {
    /// Asks where to save what is shown, unless it is plain lanes.
    pub(in crate::session) fn ask_where_to_save_as(&self, action: Action) -> Option<Effect> {
        action.data_format().filter(|_| self.world.bulk.is_none()).map(Effect::AskWhereToSaveAs)
    }

    /// What is saved in a format: what the filter leaves. Of a multi-selection a chronology or a bibliography is made
    /// alone, since that is what it was put together for.
    pub fn subset_for(&self, format: DataFormat) -> Subset {
        let dataset = &self.world.dataset;
        if matches!(
            format,
            DataFormat::Markdown
                | DataFormat::Html
                | DataFormat::CslJson
                | DataFormat::Bibtex
                | DataFormat::Ris
        ) && !self.selection.several.is_empty()
        {
            let (mut events, mut statements) = (BTreeSet::new(), BTreeSet::new());
            for subject in &self.selection.several {
                match *subject {
                    Subject::Event(id) => events.insert(id),
                    Subject::Statement(id) => statements.insert(id),
                    Subject::Bulk(_) => false,
                };
            }
            return Subset::new(dataset, |_| false, |id| events.contains(&id), |id| statements.contains(&id));
        }
        Subset::new(
            dataset,
            |id| self.shows(Item::Treaty(id)),
            |id| self.shows(Item::Event(id)),
            |id| self.shows(Item::Statement(id)),
        )
    }
}
