//! Events as records again.

use crate::domain::{Confidence, DateClaim, DateRole, Event, EventLink, EventRelation};
use crate::records::{
    ConfidenceRecord, DateField, DateRecord, EventLinkRecord, EventRecord, EventRel, Extra, RoleRecord,
};

use super::treaties::duration;
use super::{Writing, named_texts, text};

impl Writing<'_> {
    pub(super) fn event(&self, event: &Event) -> EventRecord {
        // The claim that is drawn comes first, which must be said only where there is another.
        let has_choice = event.dates.len() > 1;
        let dates = event.dates.iter().enumerate();
        let links = event.links.iter().filter(|link| self.subset.has_event(link.to));
        EventRecord {
            id: event.key.to_string(),
            treaty: self.dataset.treaty(event.treaty).key.to_string(),
            kind: self.dataset.type_key(event.kind).to_owned(),
            party: event.party.map(|id| self.party_key(id)),
            dates: dates.map(|(i, claim)| self.claim(claim, has_choice && i == 0)).collect(),
            title: text(&event.title),
            summary: text(&event.summary),
            contested: text(&event.contested),
            links: links.map(|link| self.link(*link)).collect(),
            tags: event.tags.iter().map(|&tag| self.dataset.tag(tag).to_owned()).collect(),
            url: text(&event.url),
            confidence: event.confidence.map(|confidence| match confidence {
                Confidence::Confirmed => ConfidenceRecord::Confirmed,
                Confidence::SingleSource => ConfidenceRecord::SingleSource,
                Confidence::Unverified => ConfidenceRecord::Unverified,
            }),
            image: text(&event.image),
            fields: named_texts(&event.fields),
            extra: Extra::default(),
        }
    }

    fn claim(&self, claim: &DateClaim, preferred: bool) -> DateRecord {
        // A date by relation is written as it was given; its bounds follow.
        let relation = claim.relation.as_deref();
        DateRecord {
            edtf: relation
                .map_or_else(|| DateField::from(claim.date.text().to_owned()), |_| DateField::default()),
            after: relation.and_then(|relation| text(&relation.after)),
            before: relation.and_then(|relation| text(&relation.before)),
            within: relation.and_then(|relation| relation.within).map(duration),
            role: match claim.role {
                DateRole::Announced => Some(RoleRecord::Announced),
                DateRole::Notified => Some(RoleRecord::Notified),
                DateRole::Formal => None,
                DateRole::Effective => Some(RoleRecord::Effective),
                DateRole::LastDay => Some(RoleRecord::LastDay),
            },
            source: claim.source.map(|id| self.source_key(id)),
            preferred,
            note: text(&claim.note),
            extra: Extra::default(),
        }
    }

    fn link(&self, link: EventLink) -> EventLinkRecord {
        EventLinkRecord {
            rel: match link.relation {
                EventRelation::Completes => EventRel::Completes,
                EventRelation::RespondsTo => EventRel::RespondsTo,
            },
            event: self.dataset.event(link.to).key.to_string(),
            extra: Extra::default(),
        }
    }
}
