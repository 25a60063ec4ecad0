//! Every action a user can name: its words, its help and its shortcuts in one table.

/// A key with its modifiers. `ctrl` is the command key on a Mac.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortcut {
    /// With Ctrl, or Command on a Mac.
    pub ctrl: bool,
    /// With Shift.
    pub shift: bool,
    /// With Alt, or Option on a Mac.
    pub alt: bool,
    /// The key's name, as egui spells it.
    pub key: &'static str,
}

const fn plain(key: &'static str) -> Shortcut {
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
    /// How many modifiers it has: the one with more is looked at first.
    pub fn modifiers(self) -> usize {
        usize::from(self.ctrl) + usize::from(self.shift) + usize::from(self.alt)
    }
}

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident: $words:literal, $help:literal, [$($shortcut:expr),*];)*) => {
        /// Something the user can do by menu, button or key.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action {
            $($(#[$doc])* $name,)*
        }

        impl Action {
            /// Every action.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// Its name in menus.
            pub fn words(self) -> &'static str {
                match self { $(Self::$name => $words,)* }
            }

            /// What it does, for tooltips and screen readers.
            pub fn help(self) -> &'static str {
                match self { $(Self::$name => $help,)* }
            }

            /// Its shortcuts, the one to show first.
            pub fn shortcuts(self) -> &'static [Shortcut] {
                match self { $(Self::$name => const { &[$($shortcut),*] },)* }
            }
        }
    };
}

actions! {
    /// Ask for a file and open it.
    Open: "Open…", "Open a dataset from a file", [ctrl("O")];
    /// Go back to the dataset that came with the program.
    OpenBundled: "Open bundled dataset", "Open the dataset that comes with the program", [];
    /// Close the window.
    Quit: "Quit", "Close the window", [ctrl("Q")];
    /// Zoom in.
    ZoomIn: "Zoom in", "Show less time, at the selection or the middle", [plain("Plus"), plain("Equals"), plain("W"), ctrl("Plus"), ctrl("Equals")];
    /// Zoom out.
    ZoomOut: "Zoom out", "Show more time, at the selection or the middle", [plain("Minus"), plain("S"), ctrl("Minus")];
    /// Fit everything.
    Fit: "Fit all", "Show the whole dataset", [plain("0"), ctrl("0")];
    /// An earlier stretch of the same length.
    PageEarlier: "Earlier", "Move one window earlier", [plain("PageUp")];
    /// A later stretch of the same length.
    PageLater: "Later", "Move one window later", [plain("PageDown")];
    /// A little earlier.
    PanEarlier: "Move earlier", "Move a fifth of the window earlier", [plain("A")];
    /// A little later.
    PanLater: "Move later", "Move a fifth of the window later", [plain("D")];
    /// Back to where the reader was.
    Back: "Back", "Go back to the view before the last jump", [alt("Left"), ctrl("Z")];
    /// Forth again.
    Forward: "Forward", "Go forth to the view that was gone back from", [alt("Right"), ctrl_shift("Z")];
    /// Today.
    Today: "Go to today", "Bring today to the middle of the window", [plain("T")];
    /// Ask for a date and go there.
    GoToDate: "Go to date…", "Type a day, a month or a year and go there", [ctrl("G")];
    /// Ask for a day and read the law on it.
    AsOfDate: "Law on a day…", "Type a day, and see in what state each treaty was on it", [ctrl("L")];
    /// Read the law at the middle of the window.
    AsOfHere: "Law at the middle", "See in what state each treaty was at the selection, or in the middle of the window", [plain("L")];
    /// Read the law no more.
    AsOfOff: "Law on no day", "Show again where each treaty stands now", [];
    /// Fold all groups.
    FoldAll: "Fold all groups", "Show the headings of groups only", [ctrl_shift("F")];
    /// Unfold all groups.
    UnfoldAll: "Unfold all groups", "Show every lane", [ctrl_shift("U")];
    /// Mark this place.
    Bookmark: "Bookmark here", "Mark this place to come back to, or take the mark away", [plain("M")];
    /// Go to the next bookmark.
    NextBookmark: "Next bookmark", "Go to the next marked place", [shift("M")];
    /// Pin the lane, or let it go.
    PinLane: "Pin lane", "Put the selected treaty's lane above all others, or back", [plain("P")];
    /// Up among the pinned lanes.
    PinUp: "Move pinned lane up", "Move the selected treaty up among the pinned lanes", [alt("Up")];
    /// Down among the pinned lanes.
    PinDown: "Move pinned lane down", "Move the selected treaty down among the pinned lanes", [alt("Down")];
    /// Hide the lane.
    HideLane: "Hide lane", "Hide the selected treaty's lane", [plain("H")];
    /// Show all hidden lanes.
    ShowLanes: "Show hidden lanes", "Show every lane that was hidden", [shift("H")];
    /// The previous event or statement by date.
    Previous: "Previous", "Select the previous event, or the previous statement, by date", [plain("Left")];
    /// The next event or statement by date.
    Next: "Next", "Select the next event, or the next statement, by date", [plain("Right")];
    /// The previous one of the same treaty.
    PreviousInLane: "Previous in this treaty", "Select the previous event of the same treaty", [plain("Comma")];
    /// The next one of the same treaty.
    NextInLane: "Next in this treaty", "Select the next event of the same treaty", [plain("Period")];
    /// The nearest event of the lane above.
    LaneAbove: "Lane above", "Select the nearest event of the treaty above", [plain("Up")];
    /// The nearest event of the lane below.
    LaneBelow: "Lane below", "Select the nearest event of the treaty below", [plain("Down")];
    /// The first event.
    First: "First event", "Select the first event of all", [plain("Home")];
    /// The last event.
    Last: "Last event", "Select the last event of all", [plain("End")];
    /// Bring the selection to the middle of the window.
    Centre: "Centre selection", "Bring the selection to the middle of the window", [plain("F")];
    /// Close what is open, then clear the selection.
    Escape: "Close or deselect", "Close what is open, then clear the selection, then the day of the law", [plain("Escape")];
    /// Larger text.
    TextLarger: "Larger text", "Make everything larger, up to twice its size", [ctrl_shift("Period")];
    /// Smaller text.
    TextSmaller: "Smaller text", "Make everything smaller again", [ctrl_shift("Comma")];
    /// Every key.
    Keys: "Keyboard and mouse", "Show every key and gesture", [plain("Questionmark"), plain("F1")];
    /// A list of all commands.
    Palette: "All commands…", "Find a command by typing its name", [ctrl_shift("P")];
    /// Show or hide the list of problems.
    Problems: "Problems", "Show or hide what is not right with the file", [];
    /// Light paper.
    LightTheme: "Light", "Dark ink on light paper", [];
    /// Dark paper.
    DarkTheme: "Dark", "Light ink on dark paper", [];
    /// As the system says.
    SystemTheme: "As the system", "Follow the system's choice of light or dark", [];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_shortcut_stands_for_two_actions_and_every_action_is_explained() {
        let mut seen: Vec<Shortcut> = Vec::new();
        for action in Action::ALL {
            assert!(!action.words().is_empty() && !action.help().is_empty());
            for shortcut in action.shortcuts() {
                assert!(!seen.contains(shortcut), "{shortcut:?}");
                seen.push(*shortcut);
            }
        }
    }
}
