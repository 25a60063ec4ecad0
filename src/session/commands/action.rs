//! Every action, with its shortcuts. Its name and tooltip are in `language`.

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

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident = $field:ident, [$($shortcut:expr),*];)*) => {
        /// Something that the user can do by menu, button, key or palette.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action {
            $($(#[$doc])* $name,)*
        }

        impl Action {
            /// Every action.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// Its name and tooltip.
            pub fn label(self, strings: &Strings) -> Label {
                match self { $(Self::$name => strings.commands.actions.$field,)* }
            }

            /// Its shortcuts; menus show the first.
            pub fn shortcuts(self) -> &'static [Shortcut] {
                match self { $(Self::$name => const { &[$($shortcut),*] },)* }
            }
        }
    };
}

actions! {
    /// Ask for a file and open it.
    Open = open, [ctrl("O")];
    /// Open the bundled dataset.
    OpenBundled = open_bundled, [];
    /// Reload the open file.
    Reload = reload, [key("F5"), ctrl("R")];
    /// Ask for a document and read it.
    ReadDocument = read_document, [ctrl_shift("O")];
    /// Ask for another dataset, and compare.
    Compare = compare, [ctrl("D")];
    /// Save the timeline as SVG.
    ExportSvg = export_svg, [ctrl("E")];
    /// Save the timeline as PNG.
    ExportPng = export_png, [ctrl_shift("E")];
    /// Close the window.
    Quit = quit, [ctrl("Q")];
    /// Zoom in.
    ZoomIn = zoom_in, [key("Plus"), key("Equals"), ctrl("Plus"), ctrl("Equals")];
    /// Zoom out.
    ZoomOut = zoom_out, [key("Minus"), ctrl("Minus")];
    /// Show everything.
    Fit = fit, [key("0"), ctrl("0")];
    /// Pan to earlier times by a window's width.
    PageEarlier = page_earlier, [key("PageUp")];
    /// Pan to later times by a window's width.
    PageLater = page_later, [key("PageDown")];
    /// Pan a little to earlier times.
    PanEarlier = pan_earlier, [ctrl("Left")];
    /// Pan a little to later times.
    PanLater = pan_later, [ctrl("Right")];
    /// Back in the history of views.
    Back = back, [alt("Left")];
    /// Forward in the history of views.
    Forward = forward, [alt("Right")];
    /// Go to today.
    Today = today, [key("T")];
    /// Search treaties, events, statements and sources.
    Find = find, [ctrl("F"), key("Slash")];
    /// Clear the filter.
    ClearFilter = clear_filters, [];
    /// Ask for a date and go there.
    GoToDate = go_to_date, [ctrl("G")];
    /// Ask for a status date.
    StatusDate = status_on_date, [ctrl("L")];
    /// Set the status date to the selection, or to the middle of the window.
    StatusDateHere = status_here, [key("L")];
    /// Clear the status date.
    StatusDateOff = status_off, [];
    /// Collapse all groups.
    CollapseAll = collapse_all, [ctrl_shift("F")];
    /// Expand all groups.
    ExpandAll = expand_all, [ctrl_shift("U")];
    /// Add a bookmark, or remove it.
    Bookmark = bookmark, [key("M")];
    /// Go to the next bookmark.
    NextBookmark = next_bookmark, [shift("M")];
    /// Pin the selected lane, or unpin it.
    PinLane = pin_lane, [key("P")];
    /// Move the selected lane up among the pinned ones.
    PinUp = pin_up, [alt("Up")];
    /// Move the selected lane down among the pinned ones.
    PinDown = pin_down, [alt("Down")];
    /// Expand the selected treaty into a lane for each party, or collapse it.
    Parties = parties, [key("U")];
    /// Hide the selected lane.
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
    /// Add the selection to the multi-selection, or remove it.
    AddToSelection = add_to_selection, [key("X")];
    /// Select the time range in the window, or none.
    SelectVisibleRange = select_visible_range, [key("C")];
    /// Close or clear one thing.
    Escape = escape, [key("Escape")];
    /// Larger text.
    TextLarger = text_larger, [ctrl_shift("Period")];
    /// Smaller text.
    TextSmaller = text_smaller, [ctrl_shift("Comma")];
    /// Show or hide the details panel.
    Details = details, [key("I")];
    /// Show or hide the list of keys.
    Keys = keys, [key("Questionmark"), key("F1")];
    /// Open or close the palette.
    Palette = palette, [ctrl_shift("P")];
    /// Show or hide the list of problems.
    Problems = problems, [];
    /// Show or hide the table.
    Table = table, [ctrl("T")];
    /// Show or hide the chart under the lanes.
    Charts = charts, [key("G")];
    /// Logarithmic or linear scale of the chart.
    LogScale = log_scale, [];
    /// The mouse wheel scrolls, or zooms.
    WheelScrolls = wheel_scrolls, [];
    /// The light theme.
    LightTheme = light_theme, [];
    /// The dark theme.
    DarkTheme = dark_theme, [];
    /// The theme of the system.
    SystemTheme = system_theme, [];
    /// High contrast.
    HighContrast = high_contrast, [];
    /// Reduced motion: views change without animation.
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
    fn no_two_actions_share_a_shortcut_and_every_action_has_a_label() {
        let mut seen: Vec<Shortcut> = Vec::new();
        for action in Action::ALL {
            for language in Language::ALL {
                let label = action.label(language.strings());
                assert!(!label.name.is_empty() && !label.tooltip.is_empty());
            }
            for shortcut in action.shortcuts() {
                assert!(!seen.contains(shortcut), "{shortcut:?}");
                seen.push(*shortcut);
            }
        }
    }
}
