//! A new dataset: empty, with a treaty, or with a chronology of topics.

use crate::domain::EventKind;
use crate::records::{DatasetRecord, DateField, DateRecord, EventRecord, NatureRecord, TreatyRecord};
use crate::session::Session;
use crate::session::command::Command;
use crate::session::commands::action::Action;
use crate::session::effect::Effect;
use crate::session::files::command::FilesCommand;

/// How many topics a new chronology has.
const TOPICS: usize = 3;

impl Session {
    /// Opens a new dataset, which is in no file.
    pub(in crate::session) fn open_new(&mut self, action: Action) -> Option<Effect> {
        let words = &self.strings().editing;
        let name = words.new_name.to_owned();
        let treaties = match action {
            Action::NewTreaty => vec![TreatyRecord {
                id: "treaty-1".to_owned(),
                name: words.new_treaty.to_owned(),
                category: words.first_group.to_owned(),
                ..TreatyRecord::default()
            }],
            Action::NewTopics => (1..=TOPICS)
                .map(|number| TreatyRecord {
                    id: format!("topic-{number}"),
                    name: (words.new_topic)(number),
                    category: words.new_topics.to_owned(),
                    nature: Some(NatureRecord::Topic),
                    ..TreatyRecord::default()
                })
                .collect(),
            _ => Vec::new(),
        };
        // An event to be replaced, of today and without a source, so that nobody takes it for a fact.
        let day = self.today.map_or_else(|| "2000".to_owned(), |today| today.date().to_string());
        let events = treaties.iter().map(|treaty| EventRecord {
            id: format!("{}-event-1", treaty.id),
            treaty: treaty.id.clone(),
            kind: EventKind::Other.key().to_owned(),
            dates: vec![DateRecord { edtf: DateField::from(day.clone()), ..DateRecord::default() }],
            title: Some(words.new_event.to_owned()),
            ..EventRecord::default()
        });
        let dataset = DatasetRecord {
            title: words.new_dataset_title.to_owned(),
            unsourced: !treaties.is_empty(),
            events: events.collect(),
            treaties,
            ..DatasetRecord::default()
        };
        let mut bytes = serde_json::to_vec_pretty(&dataset).unwrap_or_default();
        bytes.push(b'\n');
        self.dispatch(Command::Files(FilesCommand::LoadBytes(name, bytes.into())))
    }
}
