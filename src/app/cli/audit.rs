//! `treaty-timeline check --audit`: where a record is loose or weak, and why its maker lets that stand.

use std::fmt::Write as _;
use std::path::Path;

use serde::Serialize;

use crate::app::files::shown;
use crate::app::input_file::InputFile;
use crate::domain::{AuditFinding, AuditRule, Dataset, audit};
use crate::language::{CommandLineError, Language};
use crate::records::AcceptedRecord;

/// The findings about one dataset, each with the reason for which it is accepted.
pub(super) struct Audit<'a> {
    findings: Vec<(AuditFinding<'a>, Option<&'a AcceptedRecord>)>,
    /// What is accepted and is no finding any more: its rule and its id.
    outdated: Vec<(AuditRule, &'a str)>,
}

/// A finding for programs.
#[derive(Serialize)]
pub(super) struct FindingJson<'a> {
    rule: &'static str,
    id: &'a str,
    detail: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    accepted: Option<&'a str>,
}

/// The list of what is accepted.
pub(super) fn read_accepted(path: &Path) -> Result<Vec<AcceptedRecord>, CommandLineError> {
    let name = shown(path);
    let bytes = InputFile::open(path).and_then(|file| file.bytes(&()));
    let bytes = bytes.map_err(|err| CommandLineError::Open(name.clone(), err))?;
    serde_json::from_slice(&bytes)
        .map_err(|err| CommandLineError::BadAccepted(name, err.line(), err.column()))
}

impl<'a> Audit<'a> {
    pub(super) fn of(dataset: &'a Dataset, accepted: &'a [AcceptedRecord]) -> Self {
        let names = |record: &AcceptedRecord, key: &str| {
            record.ids.as_ref().is_none_or(|ids| ids.iter().any(|id| id == key))
        };
        let findings: Vec<_> = audit(dataset)
            .into_iter()
            .map(|finding| {
                let is_for = |record: &&AcceptedRecord| {
                    AuditRule::from(record.rule) == finding.rule && names(record, finding.key)
                };
                (finding, accepted.iter().find(is_for))
            })
            .collect();
        let mut outdated = Vec::new();
        for record in accepted {
            let rule = AuditRule::from(record.rule);
            for id in record.ids.iter().flatten() {
                if !findings.iter().any(|(finding, _)| finding.rule == rule && finding.key == id) {
                    outdated.push((rule, id.as_str()));
                }
            }
        }
        Self { findings, outdated }
    }

    /// Whether something is left for which no reason is given.
    pub(super) fn is_open(&self) -> bool {
        self.findings.iter().any(|(_, accepted)| accepted.is_none())
    }

    pub(super) fn text(&self, language: Language) -> String {
        let words = language.command_line();
        let mut text = format!("\n{}\n", words.audit);
        // Writing to a string cannot fail.
        let mut line = |line: String| {
            let _written = writeln!(text, "{line}");
        };
        for rule in AuditRule::ALL {
            let of_rule = || self.findings.iter().filter(move |(finding, _)| finding.rule == rule);
            let accepted = of_rule().filter(|(_, accepted)| accepted.is_some()).count();
            let open = of_rule().count() - accepted;
            line((words.audit_rule)(rule, open, accepted));
            let mut reasons: Vec<&str> = Vec::new();
            for (finding, accepted) in of_rule() {
                match accepted {
                    Some(record) if reasons.contains(&record.reason.as_str()) => {}
                    Some(record) => reasons.push(&record.reason),
                    None => line(format!("  {}  {}", finding.key, finding.detail)),
                }
            }
            for reason in reasons {
                line(format!("  ({reason})"));
            }
        }
        for (rule, id) in &self.outdated {
            line((words.audit_outdated)(rule.key(), id));
        }
        text
    }

    pub(super) fn json(&self) -> Vec<FindingJson<'a>> {
        let json = |(finding, accepted): &(AuditFinding<'a>, Option<&'a AcceptedRecord>)| FindingJson {
            rule: finding.rule.key(),
            id: finding.key,
            detail: finding.detail,
            accepted: accepted.map(|record| record.reason.as_str()),
        };
        self.findings.iter().map(json).collect()
    }
}
