//! Lists of parties' acts: ids resolved, dates read, each act kept without a text of its own.

use std::collections::HashMap;

use crate::diagnostics::{Cost, RecordProblem, Rule, ShapeProblem};
use crate::domain::{
    Act, ActDate, ActList, ActListId, ActRule, DatasetTables, EventKind, Moment, OtherSource, PartyId,
    SourceId, TreatyId,
};

use super::fields::{Fields, Known};
use super::json::PathStep::{Item, Key, Name};
use super::reader::shortened;
use super::records::{ActRowRecord, ActsRecord, act_key};

/// What the rows of a list have in common.
struct Common {
    treaty: TreatyId,
    list: ActListId,
    source: SourceId,
    /// Where some acts were seen elsewhere: by party, the indices in `also`.
    elsewhere: HashMap<PartyId, Vec<usize>>,
    also: Vec<OtherSource>,
}

impl Common {
    fn source_of(&self, party: PartyId, kind: EventKind) -> SourceId {
        let others = self.elsewhere.get(&party).into_iter().flatten();
        let mut others = others.filter_map(|&index| self.also.get(index));
        others
            .find(|other| other.kinds.is_empty() || other.kinds.contains(&kind))
            .map_or(self.source, |other| other.source)
    }
}

impl Fields<'_, '_, '_, '_, ActsRecord> {
    /// Adds the list and its acts to the dataset's tables. An act that cannot be read costs only itself.
    pub(super) fn acts(mut self, known: &Known<'_>, parts: &mut DatasetTables) {
        let record = &self.row.record;
        let treaty = self.find(&known.treaties, Some(&record.treaty), &[Key("treaty")], Cost::ActList);
        let source = self.find(&known.sources, Some(&record.source), &[Key("source")], Cost::ActList);
        let seen = self.date(record.seen.as_deref(), &[Key("seen")], Cost::NotShown);
        let as_of = self.date(record.as_of.as_deref(), &[Key("as_of")], Cost::NotShown);
        let rule = self.rule_of_acts(known);
        let lacks = record.lacks.iter().enumerate();
        let lacks = lacks.map(|(index, text)| self.text(text, &[Key("lacks"), Item(index)])).collect();
        let list = ActListId::new(parts.act_lists.len());
        let (Some(treaty), Some(source)) = (treaty.map(TreatyId::new), source.map(SourceId::new)) else {
            return;
        };
        let also = self.also(known);
        let mut elsewhere: HashMap<PartyId, Vec<usize>> = HashMap::new();
        for (index, other) in also.iter().enumerate() {
            for &party in &other.parties {
                elsewhere.entry(party).or_default().push(index);
            }
        }
        let common = Common { treaty, list, source, elsewhere, also };
        parts.acts.reserve(record.rows.iter().map(|row| row.dates.acts.len()).sum());
        let mut protocols: Vec<Box<str>> = Vec::new();
        for (index, row) in record.rows.iter().enumerate() {
            let part = row.part.as_ref().map(|part| self.title(part, &[Key("rows"), Item(index), Item(2)]));
            let part = part.map_or(0, |part| {
                if let Some(position) = protocols.iter().position(|known| *known == part) {
                    position + 1
                } else {
                    protocols.push(part);
                    protocols.len()
                }
            });
            self.row_of_acts((index, row), u16::try_from(part).unwrap_or_default(), &common, known, parts);
        }
        parts.act_lists.push(ActList {
            treaty,
            source,
            seen,
            as_of,
            rule,
            also: common.also,
            lacks,
            parts: protocols,
        });
    }

    fn rule_of_acts(&mut self, known: &Known<'_>) -> Option<ActRule> {
        let rule = self.row.record.rule.as_ref()?;
        let article = rule.article.as_deref().unwrap_or_default();
        Some(ActRule {
            article: self.text(article, &[Key("rule"), Key("article")]),
            text: self.text(&rule.text, &[Key("rule"), Key("text")]),
            source: self
                .find(&known.sources, rule.source.as_deref(), &[Key("rule"), Key("source")], Cost::Link)
                .map(SourceId::new),
        })
    }

    /// Which acts were seen in another source than the list.
    fn also(&mut self, known: &Known<'_>) -> Vec<OtherSource> {
        let mut also = Vec::new();
        for (index, other) in self.row.record.also.iter().enumerate() {
            let source = [Key("also"), Item(index), Key("source")];
            let Some(source) = self.find(&known.sources, Some(&other.source), &source, Cost::Link) else {
                continue;
            };
            let mut kinds = Vec::new();
            for (place, key) in other.keys.iter().enumerate() {
                if let Some(kind) = Act::KINDS.into_iter().find(|&kind| act_key(kind) == key) {
                    kinds.push(kind);
                } else {
                    let path = [Key("also"), Item(index), Key("keys"), Item(place)];
                    self.report(Rule::UnknownField, &path, || ShapeProblem::UnknownField(shortened(key)));
                }
            }
            let mut parties = Vec::new();
            for (place, id) in other.parties.iter().enumerate() {
                let path = [Key("also"), Item(index), Key("parties"), Item(place)];
                parties.extend(self.find(&known.parties, Some(id), &path, Cost::Link).map(PartyId::new));
            }
            let why =
                self.text(other.why.as_deref().unwrap_or_default(), &[Key("also"), Item(index), Key("why")]);
            also.push(OtherSource { source: SourceId::new(source), parties, kinds, why });
        }
        also
    }

    fn row_of_acts(
        &mut self,
        (index, row): (usize, &ActRowRecord),
        part: u16,
        common: &Common,
        known: &Known<'_>,
        parts: &mut DatasetTables,
    ) {
        let (rows, item, dates) = (Key("rows"), Item(index), &row.dates);
        for name in &dates.unknown {
            let path = [rows, item, Item(1), Name(name)];
            self.report(Rule::UnknownField, &path, || ShapeProblem::UnknownField(shortened(name)));
        }
        let found = self.find(&known.parties, Some(&row.party), &[rows, item, Item(0)], Cost::Act);
        let Some(party) = found.map(PartyId::new) else { return };
        for (place, &(kind, ref text)) in dates.acts.iter().enumerate() {
            let path = [rows, item, Item(1), Key(act_key(kind))];
            if dates.acts.iter().take(place).any(|&(other, _)| other == kind) {
                self.report(Rule::NamedTwice, &path, || RecordProblem::NamedTwice(shortened(act_key(kind))));
                continue;
            }
            let date = if let Some(day) = plain_day(text) {
                ActDate::Day(day)
            } else {
                let Some(date) = self.date(Some(text), &path, Cost::Act) else { continue };
                let Ok(index) = u32::try_from(parts.act_dates.len()) else { continue };
                parts.act_dates.push(date);
                ActDate::Other(index)
            };
            let source = common.source_of(party, kind);
            let (treaty, list) = (common.treaty, common.list);
            parts.acts.push(Act { treaty, party, kind, date, list, source, part });
        }
    }
}

/// A day as nearly every date of a list is written, `1968-07-01`, without the cost of reading EDTF.
fn plain_day(text: &str) -> Option<Moment> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return None };
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0_u32, |number, digit| {
            digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0'))
        })
    };
    let (year, month, day) = (number(&[y1, y2, y3, y4])?, number(&[m1, m2])?, number(&[d1, d2])?);
    Moment::from_ymd(i32::try_from(year).ok()?, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::EdtfDate;

    #[test]
    fn a_plain_day_is_the_day_that_edtf_reads() {
        for text in ["1968-07-01", "2000-02-29", "0001-01-01"] {
            let date = EdtfDate::parse(text).unwrap();
            assert_eq!(plain_day(text), Some(date.earliest()));
            assert_eq!(EdtfDate::of_day(date.earliest()), date);
        }
        for text in ["1968-07", "1968-02-30", "1968-07-01?", "1968-7-001", "", "19x8-07-01", "1968-21-01"] {
            assert_eq!(plain_day(text), None, "{text}");
        }
    }
}
