//! Every keyboard shortcut: the keys of each action.

use super::action::Action;

/// A key with its modifiers. `ctrl` is the command key on a Mac.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortcut {
    /// With Ctrl, or Command on a Mac.
    pub ctrl: bool,
    /// With Shift.
    pub shift: bool,
    /// With Alt, or Option on a Mac.
    pub alt: bool,
    /// The key's name in egui.
    pub key: &'static str,
}

const fn key(key: &'static str) -> Shortcut {
    Shortcut { ctrl: false, shift: false, alt: false, key }
}

const fn ctrl(key: &'static str) -> Shortcut {
    Shortcut { ctrl: true, shift: false, alt: false, key }
}

const fn shift(key: &'static str) -> Shortcut {
    Shortcut { ctrl: false, shift: true, alt: false, key }
}

const fn ctrl_shift(key: &'static str) -> Shortcut {
    Shortcut { ctrl: true, shift: true, alt: false, key }
}

const fn alt(key: &'static str) -> Shortcut {
    Shortcut { ctrl: false, shift: false, alt: true, key }
}

impl Shortcut {
    /// Number of modifiers. Of shortcuts with one key, that with more must be tried first.
    pub fn modifiers(self) -> usize {
        usize::from(self.ctrl) + usize::from(self.shift) + usize::from(self.alt)
    }
}

impl Action {
    /// Its shortcuts; menus show the first.
    #[expect(clippy::too_many_lines, reason = "one line for each action is what a table is")]
    pub fn shortcuts(self) -> &'static [Shortcut] {
        match self {
            Self::Open => const { &[ctrl("O")] },
            Self::Reload => const { &[key("F5"), ctrl("R")] },
            Self::ReadDocument => const { &[ctrl_shift("O")] },
            Self::Compare => const { &[ctrl("D")] },
            Self::ExportPicture => const { &[ctrl("E")] },
            Self::ExportPng => const { &[ctrl_shift("E")] },
            Self::CopyViewLink => const { &[ctrl_shift("C")] },
            Self::Save => const { &[ctrl("S")] },
            Self::NewDataset => const { &[ctrl("N")] },
            Self::EditSelected => const { &[key("E")] },
            Self::Quit => const { &[ctrl("Q")] },
            Self::ZoomIn => const { &[key("Plus"), key("Equals"), ctrl("Plus"), ctrl("Equals")] },
            Self::ZoomOut => const { &[key("Minus"), ctrl("Minus")] },
            Self::Fit => const { &[key("0"), ctrl("0")] },
            Self::PageEarlier => const { &[key("PageUp")] },
            Self::PageLater => const { &[key("PageDown")] },
            Self::PanEarlier => const { &[ctrl("Left")] },
            Self::PanLater => const { &[ctrl("Right")] },
            Self::Undo => const { &[ctrl("Z")] },
            Self::Redo => const { &[ctrl_shift("Z")] },
            Self::Back => const { &[alt("Left")] },
            Self::Forward => const { &[alt("Right")] },
            Self::Today => const { &[key("T")] },
            Self::Find => const { &[ctrl("F"), key("Slash")] },
            Self::GoToDate => const { &[ctrl("G")] },
            Self::StatusDate => const { &[ctrl("L")] },
            Self::StatusDateHere => const { &[key("L")] },
            Self::CollapseAll => const { &[ctrl_shift("F")] },
            Self::ExpandAll => const { &[ctrl_shift("U")] },
            Self::Bookmark => const { &[key("M")] },
            Self::NextBookmark => const { &[shift("M")] },
            Self::PresentBookmarks => const { &[shift("F5")] },
            Self::PinLane => const { &[key("P")] },
            Self::PinUp => const { &[alt("Up")] },
            Self::PinDown => const { &[alt("Down")] },
            Self::Parties => const { &[key("U")] },
            Self::HideLane => const { &[key("H")] },
            Self::ShowLanes => const { &[shift("H")] },
            Self::NextLaneHeight => const { &[key("D")] },
            Self::ShowOnly => const { &[key("O")] },
            Self::Previous => const { &[key("Left")] },
            Self::Next => const { &[key("Right")] },
            Self::PreviousInLane => const { &[key("Comma")] },
            Self::NextInLane => const { &[key("Period")] },
            Self::LaneAbove => const { &[key("Up")] },
            Self::LaneBelow => const { &[key("Down")] },
            Self::First => const { &[key("Home")] },
            Self::Last => const { &[key("End")] },
            Self::Centre => const { &[key("F")] },
            Self::AddToSelection => const { &[key("X")] },
            Self::SelectVisibleRange => const { &[key("C")] },
            Self::Escape => const { &[key("Escape")] },
            Self::TextLarger => const { &[ctrl_shift("Period")] },
            Self::TextSmaller => const { &[ctrl_shift("Comma")] },
            Self::Details => const { &[key("I")] },
            Self::Keys => const { &[key("Questionmark"), key("F1")] },
            Self::Palette => const { &[ctrl_shift("P")] },
            Self::Table => const { &[ctrl("T")] },
            Self::StatusByParty => const { &[ctrl("Y")] },
            Self::Charts => const { &[key("G")] },
            Self::SaveEditsAs
            | Self::MoveEvents
            | Self::ProposeChanges
            | Self::AddEvent
            | Self::AddStatement
            | Self::AddTreaty
            | Self::AddParty
            | Self::AddSpeaker
            | Self::AddSource
            | Self::EditParties
            | Self::EditTogether
            | Self::EditDataset
            | Self::DeleteSelected
            | Self::NewTreaty
            | Self::NewTopics
            | Self::EditHistory
            | Self::OpenBundled
            | Self::OpenFolder
            | Self::RereadFiles
            | Self::AddToTimeline
            | Self::AskAboutTable
            | Self::OpenViewLink
            | Self::ClearFilter
            | Self::StatusDateOff
            | Self::PreviousChange
            | Self::About
            | Self::NextChange
            | Self::Problems
            | Self::LogScale
            | Self::WheelZooms
            | Self::LaneHeightComfortable
            | Self::LaneHeightCompact
            | Self::LaneHeightFit
            | Self::LightTheme
            | Self::DarkTheme
            | Self::SystemTheme
            | Self::HighContrast
            | Self::ReduceMotion
            | Self::English
            | Self::Russian
            | Self::Glossary
            | Self::ExportPage
            | Self::Bookmarks
            | Self::ExportBookmarks
            | Self::SaveJson
            | Self::SaveTables
            | Self::SaveCsv
            | Self::SaveXlsx
            | Self::SaveTimelineJs
            | Self::SaveVis
            | Self::SaveCalendar
            | Self::SaveMarkwhen
            | Self::SaveMarkdown
            | Self::SaveHtml
            | Self::SaveCsl
            | Self::SaveBibtex
            | Self::SaveRis
            | Self::ExportSvg
            | Self::Tour => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_actions_share_a_shortcut() {
        let mut seen: Vec<Shortcut> = Vec::new();
        for shortcut in Action::ALL.iter().flat_map(|action| action.shortcuts()) {
            assert!(!seen.contains(shortcut), "{shortcut:?}");
            seen.push(*shortcut);
        }
    }
}
