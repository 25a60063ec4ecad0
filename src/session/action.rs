//! Every action a user can name: its words, its help and its shortcuts in one table.

/// A key with its modifiers. `ctrl` is the command key on a Mac.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortcut {
    /// With Ctrl, or Command on a Mac.
    pub ctrl: bool,
    /// With Shift.
    pub shift: bool,
    /// The key's name, as egui spells it.
    pub key: &'static str,
}

const fn plain(key: &'static str) -> Shortcut {
    Shortcut { ctrl: false, shift: false, key }
}

const fn ctrl(key: &'static str) -> Shortcut {
    Shortcut { ctrl: true, shift: false, key }
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
    ZoomIn: "Zoom in", "Show less time, at the selection or the middle", [plain("Plus"), plain("Equals"), ctrl("Plus"), ctrl("Equals")];
    /// Zoom out.
    ZoomOut: "Zoom out", "Show more time, at the selection or the middle", [plain("Minus"), ctrl("Minus")];
    /// Fit everything.
    Fit: "Fit all", "Show the whole dataset", [plain("0"), ctrl("0")];
    /// An earlier stretch of the same length.
    PageEarlier: "Earlier", "Move one window earlier", [plain("PageUp")];
    /// A later stretch of the same length.
    PageLater: "Later", "Move one window later", [plain("PageDown")];
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
    Escape: "Close or deselect", "Close the list of problems, then clear the selection", [plain("Escape")];
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
