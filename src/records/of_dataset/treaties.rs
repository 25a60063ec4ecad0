//! Treaties as records again.

use crate::domain::{Clause, Clauses, Counting, Nature, Period, Treaty, TreatyRelation};
use crate::records::{
    AppliesRecord, CountingRecord, DurationRecord, EntryRecord, Extra, NatureRecord, NoticeRecord,
    TermsRecord, TreatyLinkRecord, TreatyRecord, TreatyRel,
};

use super::{Writing, named_texts, text};

impl Writing<'_> {
    pub(super) fn treaty(&self, treaty: &Treaty) -> TreatyRecord {
        let links = treaty.links.iter().filter(|link| self.subset.has_treaty(link.to));
        TreatyRecord {
            id: treaty.key.to_string(),
            name: treaty.name.to_string(),
            full_name: text(&treaty.full_name),
            aliases: treaty.aliases.iter().map(|alias| alias.to_string()).collect(),
            category: self.dataset.categories()[treaty.category].name.to_string(),
            parties: treaty.parties.iter().map(|&id| self.party_key(id)).collect(),
            depositaries: treaty.depositaries.iter().map(|&id| self.party_key(id)).collect(),
            summary: text(&treaty.summary),
            nature: match treaty.nature {
                Nature::Treaty => None,
                Nature::Political => Some(NatureRecord::Political),
                Nature::Topic => Some(NatureRecord::Topic),
            },
            incomplete: treaty.is_incomplete,
            duration_rule: text(&treaty.duration_rule),
            terms: self.terms(&treaty.terms),
            links: links
                .map(|link| TreatyLinkRecord {
                    rel: match link.relation {
                        TreatyRelation::Succeeds => TreatyRel::Succeeds,
                        TreatyRelation::Amends => TreatyRel::Amends,
                        TreatyRelation::DependsOn => TreatyRel::DependsOn,
                    },
                    treaty: self.dataset.treaty(link.to).key.to_string(),
                    extra: Extra::default(),
                })
                .collect(),
            fields: named_texts(&treaty.fields),
            ..TreatyRecord::default()
        }
    }

    fn terms(&self, terms: &Clauses) -> Option<TermsRecord> {
        let entry = terms.entry.as_ref().map(|clause| EntryRecord {
            after: duration(clause.period),
            applies_to: terms.entry_counts_early.then_some(AppliesRecord::All),
            counting: counting(clause),
            article: text(&clause.article),
            source: self.source_key(clause.source),
            extra: Extra::default(),
        });
        let withdrawal = terms.withdrawal.as_ref().map(|clause| NoticeRecord {
            notice: duration(clause.period),
            counting: counting(clause),
            article: text(&clause.article),
            source: self.source_key(clause.source),
            extra: Extra::default(),
        });
        let duration = terms.duration.as_ref().map(|clause| DurationRecord {
            period: duration(clause.period),
            article: text(&clause.article),
            source: self.source_key(clause.source),
            extra: Extra::default(),
        });
        let is_any = entry.is_some() || withdrawal.is_some() || duration.is_some();
        is_any.then(|| TermsRecord { entry, withdrawal, duration, extra: Extra::default() })
    }
}

fn counting(clause: &Clause) -> Option<CountingRecord> {
    match clause.counting {
        Counting::Day => None,
        Counting::Month => Some(CountingRecord::Month),
    }
}

/// A period as an ISO 8601 duration, in whole years where it is that.
pub(super) fn duration(period: Period) -> String {
    let (years, months) = (period.months / 12, period.months % 12);
    let mut text = String::from("P");
    for (count, unit) in [(years, 'Y'), (months, 'M'), (period.days, 'D')] {
        if count > 0 {
            text.push_str(&count.to_string());
            text.push(unit);
        }
    }
    if text.len() == 1 {
        text.push_str("0D");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_read_again_as_what_it_was() {
        for (text, again) in [
            ("P6M", "P6M"),
            ("P15Y", "P15Y"),
            ("P18M", "P1Y6M"),
            ("P2W", "P14D"),
            ("P0D", "P0D"),
            ("P90D", "P90D"),
        ] {
            let period = Period::parse(text).unwrap();
            assert_eq!(duration(period), again);
            assert_eq!(Period::parse(again), Some(period));
        }
    }
}
