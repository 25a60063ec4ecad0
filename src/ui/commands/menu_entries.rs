//! What each menu of the top bar holds. Together they hold everything that the command palette holds.

use crate::language::Commands;
use crate::session::Action;

/// A menu, or a submenu: its name, and its entries in groups.
pub(in crate::ui) struct Menu {
    pub(in crate::ui) name: fn(&Commands) -> &'static str,
    pub(super) groups: &'static [&'static [Entry]],
}

/// An entry of a menu.
pub(super) enum Entry {
    /// Does an action.
    Do(Action),
    /// Opens a submenu.
    Open(&'static Menu),
    /// Ways to copy what is selected, and the table.
    Copies,
    /// The bookmarks.
    Bookmarks,
}

use Entry::{Bookmarks, Copies, Do, Open};

/// The menus from left to right.
pub(in crate::ui) const MENUS: [&Menu; 5] = [&FILE, &EDIT, &VIEW, &GO, &HELP];

const FILE: Menu = Menu {
    name: |commands| commands.file_menu,
    groups: &[
        &[
            Do(Action::NewDataset),
            Open(&NEW),
            Do(Action::Open),
            Do(Action::OpenFolder),
            Do(Action::AddToTimeline),
            Do(Action::OpenBundled),
            Do(Action::Reload),
            Do(Action::RereadFiles),
            Do(Action::AskAboutTable),
        ],
        &[Do(Action::Save), Do(Action::SaveEditsAs)],
        &[Do(Action::ReadDocument), Do(Action::Compare)],
        &[
            Do(Action::ExportPicture),
            Do(Action::ExportSvg),
            Do(Action::ExportPng),
            Do(Action::ExportPage),
            Do(Action::ExportBookmarks),
            Open(&SAVE_AS),
        ],
        &[Do(Action::CopyViewLink), Do(Action::OpenViewLink)],
        &[Do(Action::Quit)],
    ],
};

const NEW: Menu =
    Menu { name: |commands| commands.new_menu, groups: &[&[Do(Action::NewTreaty), Do(Action::NewTopics)]] };

pub(super) const SAVE_AS: Menu = Menu {
    name: |commands| commands.save_as_menu,
    groups: &[
        &[Do(Action::SaveJson), Do(Action::SaveTables), Do(Action::SaveCsv), Do(Action::SaveXlsx)],
        &[
            Do(Action::SaveTimelineJs),
            Do(Action::SaveVis),
            Do(Action::SaveCalendar),
            Do(Action::SaveMarkwhen),
        ],
        &[Do(Action::SaveMarkdown), Do(Action::SaveHtml)],
        &[Do(Action::SaveCsl), Do(Action::SaveBibtex), Do(Action::SaveRis)],
    ],
};

const EDIT: Menu = Menu {
    name: |commands| commands.edit_menu,
    groups: &[
        &[Do(Action::Undo), Do(Action::Redo), Do(Action::EditHistory)],
        &[
            Do(Action::EditSelected),
            Do(Action::EditTogether),
            Do(Action::DeleteSelected),
            Open(&ADD),
            Do(Action::EditParties),
            Do(Action::EditDataset),
            Do(Action::MoveEvents),
        ],
        &[Do(Action::ProposeChanges)],
        &[Copies],
        &[Do(Action::AddToSelection), Do(Action::SelectVisibleRange)],
        &[Do(Action::ClearFilter)],
    ],
};

const ADD: Menu = Menu {
    name: |commands| commands.add_menu,
    groups: &[
        &[Do(Action::AddTreaty), Do(Action::AddEvent), Do(Action::AddStatement)],
        &[Do(Action::AddParty), Do(Action::AddSpeaker), Do(Action::AddSource)],
    ],
};

const VIEW: Menu = Menu {
    name: |commands| commands.view_menu,
    groups: &[
        &[
            Do(Action::Table),
            Do(Action::StatusByParty),
            Do(Action::Charts),
            Do(Action::LogScale),
            Do(Action::Details),
            Do(Action::Problems),
        ],
        &[Do(Action::ZoomIn), Do(Action::ZoomOut), Do(Action::Fit), Do(Action::Centre)],
        &[Open(&STATUS), Open(&LANES), Open(&LANE_HEIGHT)],
        &[Open(&APPEARANCE), Do(Action::WheelZooms), Open(&LANGUAGE)],
    ],
};

const STATUS: Menu = Menu {
    name: |commands| commands.status_menu,
    groups: &[
        &[Do(Action::StatusDate), Do(Action::StatusDateHere), Do(Action::StatusDateOff)],
        &[Do(Action::PreviousChange), Do(Action::NextChange)],
    ],
};

const LANES: Menu = Menu {
    name: |commands| commands.lanes_menu,
    groups: &[
        &[Do(Action::Parties)],
        &[Do(Action::PinLane), Do(Action::PinUp), Do(Action::PinDown)],
        &[Do(Action::ShowOnly), Do(Action::HideLane), Do(Action::ShowLanes)],
        &[Do(Action::CollapseAll), Do(Action::ExpandAll)],
    ],
};

const LANE_HEIGHT: Menu = Menu {
    name: |commands| commands.lane_height_menu,
    groups: &[
        &[Do(Action::LaneHeightComfortable), Do(Action::LaneHeightCompact), Do(Action::LaneHeightFit)],
        &[Do(Action::NextLaneHeight)],
    ],
};

const APPEARANCE: Menu = Menu {
    name: |commands| commands.appearance_menu,
    groups: &[
        &[Do(Action::LightTheme), Do(Action::DarkTheme), Do(Action::SystemTheme)],
        &[Do(Action::HighContrast), Do(Action::ReduceMotion)],
        &[Do(Action::TextLarger), Do(Action::TextSmaller)],
    ],
};

const LANGUAGE: Menu = Menu {
    // In both languages, so that it is found by someone who cannot read one of them.
    name: |_| "Language · Язык",
    groups: &[&[Do(Action::English), Do(Action::Russian)]],
};

const GO: Menu = Menu {
    name: |commands| commands.go_menu,
    groups: &[
        &[Do(Action::Find), Do(Action::GoToDate), Do(Action::Today)],
        &[Do(Action::Back), Do(Action::Forward)],
        &[
            Do(Action::Previous),
            Do(Action::Next),
            Do(Action::PreviousInLane),
            Do(Action::NextInLane),
            Do(Action::LaneAbove),
            Do(Action::LaneBelow),
            Do(Action::First),
            Do(Action::Last),
        ],
        &[Do(Action::PageEarlier), Do(Action::PageLater), Do(Action::PanEarlier), Do(Action::PanLater)],
        &[
            Do(Action::Bookmark),
            Do(Action::NextBookmark),
            Do(Action::Bookmarks),
            Do(Action::PresentBookmarks),
            Bookmarks,
        ],
    ],
};

const HELP: Menu = Menu {
    name: |commands| commands.help_menu,
    groups: &[
        &[Do(Action::Tour), Do(Action::Glossary)],
        &[Do(Action::Palette), Do(Action::Keys)],
        &[Do(Action::About)],
    ],
};

#[cfg(test)]
mod tests {
    use super::*;

    /// Actions that are in no menu, and why.
    const IN_NO_MENU: [(Action, &str); 1] =
        [(Action::Escape, "the menu has the keyboard while it is open, and Escape closes it")];

    fn actions_of(menu: &Menu, found: &mut Vec<Action>) {
        for entry in menu.groups.iter().copied().flatten() {
            match entry {
                Do(action) => found.push(*action),
                Open(menu) => actions_of(menu, found),
                Copies | Bookmarks => {}
            }
        }
    }

    #[test]
    fn the_menus_hold_every_action_once() {
        let mut found = Vec::new();
        for menu in &MENUS {
            actions_of(menu, &mut found);
        }
        for action in Action::ALL {
            let exempt = IN_NO_MENU.iter().any(|(other, _)| other == action);
            let count = found.iter().filter(|&other| other == action).count();
            assert_eq!(count, usize::from(!exempt), "{action:?}: add it to a menu in this file");
        }
    }
}
