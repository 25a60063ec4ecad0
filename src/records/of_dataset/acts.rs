//! Lists of parties' acts as records.

use crate::domain::{ActId, ActList, ActListId, EventKind};
use crate::records::{ActDatesRecord, ActRowRecord, ActsRecord, ActsRuleRecord, OtherSourceRecord, act_key};

use super::{Writing, text};

impl Writing<'_> {
    /// The lists of the treaties that are written.
    pub(super) fn acts(&self) -> Vec<ActsRecord> {
        let lists = self.dataset.act_lists().iter().enumerate();
        let written = lists.filter(|(_, list)| self.subset.has_treaty(list.treaty));
        written.map(|(index, list)| self.list(ActListId::new(index), list)).collect()
    }

    fn list(&self, id: ActListId, list: &ActList) -> ActsRecord {
        let date = |date: &Option<crate::domain::EdtfDate>| date.as_ref().map(|date| date.text().to_owned());
        let also = list.also.iter().map(|other| OtherSourceRecord {
            source: self.source_key(other.source),
            parties: other.parties.iter().map(|&party| self.party_key(party)).collect(),
            keys: other.kinds.iter().map(|&kind| act_key(kind).to_owned()).collect(),
            why: text(&other.why),
        });
        ActsRecord {
            treaty: self.dataset.treaty(list.treaty).key.to_string(),
            source: self.source_key(list.source),
            seen: date(&list.seen),
            as_of: date(&list.as_of),
            rule: list.rule.as_ref().map(|rule| ActsRuleRecord {
                article: text(&rule.article),
                text: rule.text.to_string(),
                source: rule.source.map(|id| self.source_key(id)),
            }),
            also: also.collect(),
            lacks: list.lacks.iter().map(ToString::to_string).collect(),
            rows: self.rows(id, list),
            extra: super::super::Extra::default(),
        }
    }

    /// A row for each party and protocol; another where a kind of act comes again.
    fn rows(&self, id: ActListId, list: &ActList) -> Vec<ActRowRecord> {
        let mut acts: Vec<ActId> = self.dataset.acts_of(list.treaty).collect();
        acts.retain(|&act| self.dataset.act(act).list == id);
        acts.sort_by_key(|&act| (self.dataset.act(act).part, self.dataset.act(act).party));
        let mut rows: Vec<ActRowRecord> = Vec::new();
        let mut last = None;
        for id in acts {
            let act = self.dataset.act(id);
            let has = |row: &ActRowRecord, kind: EventKind| row.dates.acts.iter().any(|&(of, _)| of == kind);
            let goes_on = last == Some((act.part, act.party));
            if !goes_on || rows.last().is_none_or(|row| has(row, act.kind)) {
                let part = self.dataset.part_of_act(id).map(str::to_owned);
                let party = self.party_key(act.party);
                rows.push(ActRowRecord { party, dates: ActDatesRecord::default(), part });
            }
            last = Some((act.part, act.party));
            if let Some(row) = rows.last_mut() {
                row.dates.acts.push((act.kind, self.dataset.act_date(id).text().to_owned()));
            }
        }
        rows
    }
}
