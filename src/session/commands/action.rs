//! Every action a user can name, with its shortcuts; each language has its words for it.

use crate::language::{Said, Words};

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
    ($($(#[$doc:meta])* $name:ident = $field:ident, [$($shortcut:expr),*];)*) => {
        /// Something the user can do by menu, button or key.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action {
            $($(#[$doc])* $name,)*
        }

        impl Action {
            /// Every action.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// Its name and what it does, in a language.
            pub fn said(self, words: &Words) -> Said {
                match self { $(Self::$name => words.actions.$field,)* }
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
    Open = open, [ctrl("O")];
    /// Go back to the dataset that came with the program.
    OpenBundled = open_bundled, [];
    /// Read the file that is open again.
    Reload = reload, [plain("F5"), ctrl("R")];
    /// Ask for a document and read it.
    ReadDocument = read_document, [ctrl_shift("O")];
    /// Ask for an earlier dataset and say what differs.
    Compare = compare, [ctrl("D")];
    /// Write a picture that scales.
    ExportSvg = export_svg, [ctrl("E")];
    /// Write a picture of pixels.
    ExportPng = export_png, [ctrl_shift("E")];
    /// Close the window.
    Quit = quit, [ctrl("Q")];
    /// Zoom in.
    ZoomIn = zoom_in, [plain("Plus"), plain("Equals"), plain("W"), ctrl("Plus"), ctrl("Equals")];
    /// Zoom out.
    ZoomOut = zoom_out, [plain("Minus"), plain("S"), ctrl("Minus")];
    /// Fit everything.
    Fit = fit, [plain("0"), ctrl("0")];
    /// An earlier stretch of the same length.
    PageEarlier = page_earlier, [plain("PageUp")];
    /// A later stretch of the same length.
    PageLater = page_later, [plain("PageDown")];
    /// A little earlier.
    PanEarlier = pan_earlier, [plain("A")];
    /// A little later.
    PanLater = pan_later, [plain("D")];
    /// Back to where the reader was.
    Back = back, [alt("Left"), ctrl("Z")];
    /// Forth again.
    Forward = forward, [alt("Right"), ctrl_shift("Z")];
    /// Today.
    Today = today, [plain("T")];
    /// Find treaties, events and statements by words.
    Find = find, [ctrl("F"), plain("Slash")];
    /// Show everything again.
    FilterOff = filter_off, [];
    /// Ask for a date and go there.
    GoToDate = go_to_date, [ctrl("G")];
    /// Ask for a day and read the law on it.
    AsOfDate = as_of_date, [ctrl("L")];
    /// Read the law at the middle of the window.
    AsOfHere = as_of_here, [plain("L")];
    /// Read the law no more.
    AsOfOff = as_of_off, [];
    /// Fold all groups.
    FoldAll = fold_all, [ctrl_shift("F")];
    /// Unfold all groups.
    UnfoldAll = unfold_all, [ctrl_shift("U")];
    /// Mark this place.
    Bookmark = bookmark, [plain("M")];
    /// Go to the next bookmark.
    NextBookmark = next_bookmark, [shift("M")];
    /// Pin the lane, or let it go.
    PinLane = pin_lane, [plain("P")];
    /// Up among the pinned lanes.
    PinUp = pin_up, [alt("Up")];
    /// Down among the pinned lanes.
    PinDown = pin_down, [alt("Down")];
    /// Unfold the treaty into a lane for each party, or fold it.
    Parties = parties, [plain("U")];
    /// Hide the lane.
    HideLane = hide_lane, [plain("H")];
    /// Show all hidden lanes.
    ShowLanes = show_lanes, [shift("H")];
    /// The previous event or statement by date.
    Previous = previous, [plain("Left")];
    /// The next event or statement by date.
    Next = next, [plain("Right")];
    /// The previous one of the same treaty.
    PreviousInLane = previous_in_lane, [plain("Comma")];
    /// The next one of the same treaty.
    NextInLane = next_in_lane, [plain("Period")];
    /// The nearest event of the lane above.
    LaneAbove = lane_above, [plain("Up")];
    /// The nearest event of the lane below.
    LaneBelow = lane_below, [plain("Down")];
    /// The first event.
    First = first, [plain("Home")];
    /// The last event.
    Last = last, [plain("End")];
    /// Bring the selection to the middle of the window.
    Centre = centre, [plain("F")];
    /// Take the selection among the picked, or let it go.
    Pick = pick, [plain("X")];
    /// Look at the stretch of time in the window.
    ChooseHere = choose_here, [plain("C")];
    /// Close what is open, then clear the selection.
    Escape = escape, [plain("Escape")];
    /// Larger text.
    TextLarger = text_larger, [ctrl_shift("Period")];
    /// Smaller text.
    TextSmaller = text_smaller, [ctrl_shift("Comma")];
    /// The panel with details.
    Details = details, [plain("I")];
    /// Every key.
    Keys = keys, [plain("Questionmark"), plain("F1")];
    /// A list of all commands.
    Palette = palette, [ctrl_shift("P")];
    /// Show or hide the list of problems.
    Problems = problems, [];
    /// The record as a table.
    Table = table, [ctrl("T")];
    /// Figures under the lanes.
    Charts = charts, [plain("G")];
    /// The scale of the figures.
    LogScale = log_scale, [];
    /// What the wheel does.
    WheelScrolls = wheel_scrolls, [];
    /// Light paper.
    LightTheme = light_theme, [];
    /// Dark paper.
    DarkTheme = dark_theme, [];
    /// As the system says.
    SystemTheme = system_theme, [];
    /// Stronger colours.
    HighContrast = high_contrast, [];
    /// No gliding.
    ReduceMotion = reduce_motion, [];
    /// The interface in English.
    English = english, [];
    /// The interface in Russian.
    Russian = russian, [];
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn no_shortcut_stands_for_two_actions_and_every_action_is_explained() {
        let mut seen: Vec<Shortcut> = Vec::new();
        for action in Action::ALL {
            for language in Language::ALL {
                let said = action.said(language.words());
                assert!(!said.name.is_empty() && !said.help.is_empty());
            }
            for shortcut in action.shortcuts() {
                assert!(!seen.contains(shortcut), "{shortcut:?}");
                seen.push(*shortcut);
            }
        }
    }
}
