//! Lists of parties' acts: ids resolved, dates read, each act kept without a text of its own.

use crate::diagnostics::{Cost, RecordProblem, Rule, ShapeProblem};
use crate::domain::{Act, ActDate, ActList, ActListId, Moment, Parts, PartyId, SourceId, TreatyId};

use super::fields::{Fields, Known};
use super::json::PathStep::{Item, Key, Name};
use super::reader::shortened;
use super::records::{ActRowRecord, ActsRecord, act_key};

impl Fields<'_, '_, '_, '_, ActsRecord> {
    /// Adds the list and its acts to the dataset's tables. An act that cannot be read costs only itself.
    pub(super) fn acts(mut self, known: &Known<'_>, parts: &mut Parts) {
        let record = &self.row.record;
        let treaty = self.find(&known.treaties, Some(&record.treaty), &[Key("treaty")], Cost::ActList);
        let source = self.find(&known.sources, Some(&record.source), &[Key("source")], Cost::ActList);
        let seen = self.date(record.seen.as_deref(), &[Key("seen")], Cost::NotShown);
        let as_of = self.date(record.as_of.as_deref(), &[Key("as_of")], Cost::NotShown);
        let rule = record.rule.as_ref().map_or("", |rule| &rule.text);
        let rule = self.text(rule, &[Key("rule"), Key("text")]);
        let clause = record.rule.as_ref().and_then(|rule| rule.source.as_deref());
        self.find(&known.sources, clause, &[Key("rule"), Key("source")], Cost::Link);
        let list = ActListId::new(parts.act_lists.len());
        let (Some(treaty), Some(source)) = (treaty.map(TreatyId::new), source.map(SourceId::new)) else {
            return;
        };
        parts.act_lists.push(ActList { treaty, source, seen, as_of, rule });
        parts.acts.reserve(record.rows.iter().map(|row| row.1.acts.len()).sum());
        for (index, row) in record.rows.iter().enumerate() {
            self.row_of_acts(index, row, (treaty, list), known, parts);
        }
    }

    fn row_of_acts(
        &mut self,
        index: usize,
        ActRowRecord(id, dates): &ActRowRecord,
        (treaty, list): (TreatyId, ActListId),
        known: &Known<'_>,
        parts: &mut Parts,
    ) {
        let row = [Key("rows"), Item(index)];
        for name in &dates.unknown {
            let path = [row[0], row[1], Item(1), Name(name)];
            self.report(Rule::UnknownField, &path, || ShapeProblem::UnknownField(shortened(name)));
        }
        let path = [row[0], row[1], Item(0)];
        let Some(party) = self.find(&known.parties, Some(id), &path, Cost::Act).map(PartyId::new) else {
            return;
        };
        for (place, &(kind, ref text)) in dates.acts.iter().enumerate() {
            let path = [row[0], row[1], Item(1), Key(act_key(kind))];
            let is_again = dates.acts.iter().take(place).any(|&(other, _)| other == kind);
            if is_again {
                self.report(Rule::NamedTwice, &path, || RecordProblem::NamedTwice(shortened(act_key(kind))));
                continue;
            }
            let date = match plain_day(text) {
                Some(day) => ActDate::Day(day),
                None => {
                    let Some(date) = self.date(Some(text), &path, Cost::Act) else { continue };
                    parts.act_dates.push(date);
                    ActDate::Other((parts.act_dates.len() - 1) as u32)
                }
            };
            parts.acts.push(Act { treaty, party, kind, date, list });
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
