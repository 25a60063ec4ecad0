//! How much notice withdrawal from a treaty takes, and took: under its name, among its parties and its terms.

use crate::domain::TreatyId;
use crate::session::WithdrawalLine;
use crate::ui::describe;
use crate::ui::frame::Frame;
use crate::ui::widgets::muted;

/// Maximum number of lines under the name of a treaty.
const MAX_LINES: usize = 3;
/// Maximum number of parties named in one line.
const MAX_NAMES: usize = 4;

/// How long after notice parties withdrew, for a treaty of which any gave notice.
pub(super) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, treaty: TreatyId) {
    for line in frame.session.selection.details.withdrawals.iter().take(MAX_LINES) {
        muted(ui, frame, words(frame, treaty, line));
    }
}

fn words(frame: &Frame<'_>, treaty: TreatyId, line: &WithdrawalLine) -> String {
    let (dataset, strings) = (&frame.session.world.dataset, &frame.strings().law);
    let shown = line.parties.iter().take(MAX_NAMES);
    let names: Vec<_> = shown.map(|&party| describe::short(&dataset.party(party).name)).collect();
    let mut names = names.join(", ");
    if line.parties.len() > MAX_NAMES {
        names = format!("{names}, +{}", line.parties.len() - MAX_NAMES);
    }
    let clause = dataset.treaty(treaty).terms.withdrawal.as_ref();
    let article = clause.map(|clause| &*clause.article);
    if line.has_taken_effect {
        (strings.withdrew)(&names, &(strings.after_notice)(line.notice, article))
    } else {
        (strings.gave_notice)(&names, line.notice, article)
    }
}

/// How much notice the treaty asks for, `6 months after notice, Article XV.2`, if that is recorded.
pub(super) fn clause_words(frame: &Frame<'_>, treaty: TreatyId) -> Option<String> {
    let clause = frame.session.world.dataset.treaty(treaty).terms.withdrawal.as_ref()?;
    Some((frame.strings().law.after_notice)(clause.period, Some(&clause.article)))
}
