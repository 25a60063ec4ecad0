//! A scene as text, for snapshots that a person can read and review.

use std::fmt;

use crate::domain::{EventKind, Nature};
use crate::language::english::terms::phase;

use super::lane_row::BandLook;
use super::mark::{Emphasis, Look, Mark, Subject};
use super::scene::Scene;

impl fmt::Display for Scene {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} · {} · {} × {}", self.title, self.span_words, self.size.width, self.size.height)?;
        let labels: Vec<String> = self
            .ticks
            .iter()
            .filter_map(|tick| tick.label.as_ref().map(|label| format!("{label} @{:.0}", tick.x)))
            .collect();
        writeln!(f, "axis: {} ticks; {}", self.ticks.len(), labels.join(", "))?;
        if let Some(x) = self.today {
            writeln!(f, "today @{x:.0}")?;
        }
        if let Some(line) = &self.as_of {
            writeln!(f, "as of {} @{:.0}", line.words, line.x)?;
        }
        if let Some(span) = &self.chosen {
            writeln!(f, "chosen {:.0}–{:.0} {}", span.left, span.right, span.words)?;
        }
        for band in &self.context {
            let label = band.label.as_ref().map_or("", |label| &*label.text);
            writeln!(f, "context {:.0}–{:.0} {label}", band.left, band.right)?;
        }
        for group in &self.groups {
            let folded = if group.is_collapsed { " [collapsed]" } else { "" };
            writeln!(f, "group at {:.0}: {}{folded}", group.rect.top, group.text)?;
        }
        for lane in &self.lanes {
            let selected = if lane.selected { " [selected]" } else { "" };
            let lane_of = if lane.party.is_some() { "party" } else { "lane" };
            writeln!(
                f,
                "{lane_of} at {:.0}: {} — {} ({:?}){selected}",
                lane.rect.top, lane.name, lane.status_text, lane.status
            )?;
            for bar in &lane.bars {
                writeln!(f, "  bar {:.1}–{:.1} {}", bar.left, bar.right, phase(bar.kind, Nature::Treaty))?;
            }
            for span in &lane.spans {
                writeln!(f, "  span {:.1}–{:.1} of event {}", span.left, span.right, span.event.index())?;
            }
            for period in &lane.notices {
                writeln!(f, "  notice {:.1}–{:.1}", period.left, period.right)?;
            }
            for band in &lane.bands {
                let look = match band.look {
                    BandLook::Firm => "",
                    BandLook::Soft => ", soft ends",
                    BandLook::Hollow => ", hollow",
                };
                let open = match (band.opens_left, band.opens_right) {
                    (true, true) => ", open at both ends",
                    (true, false) => ", open to the left",
                    (false, true) => ", open to the right",
                    (false, false) => "",
                };
                writeln!(f, "  band {:.1}–{:.1}{look}{open}", band.left, band.right)?;
            }
            for date in &lane.alternative_dates {
                writeln!(f, "  alternative date {:.1} of {:.1}", date.to.x, date.from.x)?;
            }
            for mark in lane.events.iter().chain(&lane.statements) {
                writeln!(f, "  {}", MarkText(mark))?;
            }
            if let Some(row) = &lane.bulk {
                for bar in row.rows.iter().flatten().chain(&row.days) {
                    write!(f, "  bulk {:.1}–{:.1}", bar.rect.left, bar.rect.right)?;
                    writeln!(
                        f,
                        "{}",
                        if bar.count > 1 { format!(" ×{}", bar.count) } else { String::new() }
                    )?;
                }
                for (left, right, strength) in &row.overflow {
                    writeln!(f, "  overflow {left:.1}–{right:.1} {strength:.2}")?;
                }
                for label in &row.labels {
                    writeln!(f, "  label {:.1}–{:.1} {}", label.at.x, label.at.x + label.width, label.text)?;
                }
            }
            for at in &lane.found {
                writeln!(f, "  found @{:.1}", at.x)?;
            }
            if let Some(label) = &lane.entering_label {
                writeln!(f, "  held {:.1}–{:.1} {}", label.at.x, label.at.x + label.width, label.text)?;
            }
            for label in &lane.labels {
                writeln!(f, "  label {:.1}–{:.1} {}", label.at.x, label.at.x + label.width, label.text)?;
            }
        }
        for link in &self.links {
            writeln!(
                f,
                "link ({:.1}, {:.1}) to ({:.1}, {:.1})",
                link.from.x, link.from.y, link.to.x, link.to.y
            )?;
        }
        Ok(())
    }
}

struct MarkText<'a>(&'a Mark);

impl fmt::Display for MarkText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = self.0;
        match (mark.subject, mark.look) {
            (Subject::Event(_), Look::Event(EventKind::Own(id))) => {
                write!(f, "own type {} @{:.1}", id.index(), mark.at.x)?;
            }
            (Subject::Event(_), Look::Event(kind)) => write!(f, "{} @{:.1}", kind.key(), mark.at.x)?,
            (_, Look::Quote(ink)) => write!(f, "quote {ink:?} @{:.1}", mark.at.x)?,
            (Subject::Statement(_) | Subject::Bulk(_), Look::Event(_)) => write!(f, "? @{:.1}", mark.at.x)?,
        }
        if mark.count > 1 {
            write!(f, " ×{} ({} to {})", mark.count, mark.first.date(), mark.last.date())?;
        }
        if let Some(attestation) = mark.attestation {
            write!(f, " {attestation:?}")?;
        }
        match mark.emphasis {
            Emphasis::Normal => Ok(()),
            Emphasis::Dimmed => write!(f, " dimmed"),
            Emphasis::MultiSelected => write!(f, " multi-selected"),
            Emphasis::Linked => write!(f, " linked"),
            Emphasis::Selected => write!(f, " selected"),
        }
    }
}
