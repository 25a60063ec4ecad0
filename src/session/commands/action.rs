//! Every action a user can name, with its shortcuts; each language has its words for it.

use crate::language::{Label, Strings};

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
            pub fn label(self, strings: &Strings) -> Label {
                match self { $(Self::$name => strings.commands.actions.$field,)* }
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
    Reload = reload, [key("F5"), ctrl("R")];
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
    ZoomIn = zoom_in, [key("Plus"), key("Equals"), ctrl("Plus"), ctrl("Equals")];
    /// Zoom out.
    ZoomOut = zoom_out, [key("Minus"), ctrl("Minus")];
    /// Fit everything.
    Fit = fit, [key("0"), ctrl("0")];
    /// An earlier stretch of the same length.
    PageEarlier = page_earlier, [key("PageUp")];
    /// A later stretch of the same length.
    PageLater = page_later, [key("PageDown")];
    /// A little earlier.
    PanEarlier = pan_earlier, [ctrl("Left")];
    /// A little later.
    PanLater = pan_later, [ctrl("Right")];
    /// Back to where the reader was.
    Back = back, [alt("Left")];
    /// Forth again.
    Forward = forward, [alt("Right")];
    /// Today.
    Today = today, [key("T")];
    /// Find treaties, events and statements by words.
    Find = find, [ctrl("F"), key("Slash")];
    /// Show everything again.
    FilterOff = clear_filters, [];
    /// Ask for a date and go there.
    GoToDate = go_to_date, [ctrl("G")];
    /// Ask for a day and read the law on it.
    AsOfDate = status_on_date, [ctrl("L")];
    /// Read the law at the middle of the window.
    AsOfHere = status_here, [key("L")];
    /// Read the law no more.
    AsOfOff = status_off, [];
    /// Fold all groups.
    FoldAll = collapse_all, [ctrl_shift("F")];
    /// Unfold all groups.
    UnfoldAll = expand_all, [ctrl_shift("U")];
    /// Mark this place.
    Bookmark = bookmark, [key("M")];
    /// Go to the next bookmark.
    NextBookmark = next_bookmark, [shift("M")];
    /// Pin the lane, or let it go.
    PinLane = pin_lane, [key("P")];
    /// Up among the pinned lanes.
    PinUp = pin_up, [alt("Up")];
    /// Down among the pinned lanes.
    PinDown = pin_down, [alt("Down")];
    /// Unfold the treaty into a lane for each party, or fold it.
    Parties = parties, [key("U")];
    /// Hide the lane.
    HideLane = hide_lane, [key("H")];
    /// Show all hidden lanes.
    ShowLanes = show_lanes, [shift("H")];
    /// The previous event or statement by date.
    Previous = previous, [key("Left")];
    /// The next event or statement by date.
    Next = next, [key("Right")];
    /// The previous one of the same treaty.
    PreviousInLane = previous_in_lane, [key("Comma")];
    /// The next one of the same treaty.
    NextInLane = next_in_lane, [key("Period")];
    /// The nearest event of the lane above.
    LaneAbove = lane_above, [key("Up")];
    /// The nearest event of the lane below.
    LaneBelow = lane_below, [key("Down")];
    /// The first event.
    First = first, [key("Home")];
    /// The last event.
    Last = last, [key("End")];
    /// Bring the selection to the middle of the window.
    Centre = centre, [key("F")];
    /// Take the selection among the picked, or let it go.
    Pick = add_to_selection, [key("X")];
    /// Look at the stretch of time in the window.
    ChooseHere = select_visible_range, [key("C")];
    /// Close what is open, then clear the selection.
    Escape = escape, [key("Escape")];
    /// Larger text.
    TextLarger = text_larger, [ctrl_shift("Period")];
    /// Smaller text.
    TextSmaller = text_smaller, [ctrl_shift("Comma")];
    /// The panel with details.
    Details = details, [key("I")];
    /// Every key.
    Keys = keys, [key("Questionmark"), key("F1")];
    /// A list of all commands.
    Palette = palette, [ctrl_shift("P")];
    /// Show or hide the list of problems.
    Problems = problems, [];
    /// The record as a table.
    Table = table, [ctrl("T")];
    /// Figures under the lanes.
    Charts = charts, [key("G")];
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
                let said = action.label(language.strings());
                assert!(!said.name.is_empty() && !said.tooltip.is_empty());
            }
            for shortcut in action.shortcuts() {
                assert!(!seen.contains(shortcut), "{shortcut:?}");
                seen.push(*shortcut);
            }
        }
    }
}
