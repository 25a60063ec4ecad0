//! Menus, the command palette, and the list of keys and gestures.

use super::text::{Label, texts};

texts! {
    /// Menus, the command palette, and the list of keys and gestures.
    Commands {
        /// A menu in the top bar.
        file_menu: &'static str,
        /// A menu in the top bar.
        view_menu: &'static str,
        /// A menu in the top bar.
        go_menu: &'static str,
        /// A menu in the top bar.
        export_menu: &'static str,
        /// A menu in the top bar.
        appearance_menu: &'static str,
        /// The title of the command palette.
        palette: &'static str,
        /// In its empty field.
        palette_hint: &'static str,
        /// In place of commands.
        no_command: &'static str,
        /// The button that closes a dialog.
        close: &'static str,
        /// Every action.
        actions: Actions,
        /// Every gesture.
        gestures: Gestures,
    }
}

texts! {
    /// What the program can do.
    ///
    /// The name of an action stands in menus and in the command palette. Its tooltip says in the imperative what it does, there and
    /// in the list of keys.
    Actions {
        open: Label, open_bundled: Label, reload: Label, read_document: Label, compare: Label,
        export_svg: Label, export_png: Label, quit: Label, zoom_in: Label, zoom_out: Label, fit: Label,
        page_earlier: Label, page_later: Label, undo: Label, redo: Label, pan_earlier: Label, pan_later: Label, back: Label,
        forward: Label, today: Label, go_to_date: Label, find: Label, clear_filters: Label,
        status_on_date: Label, status_here: Label, status_off: Label, collapse_all: Label,
        expand_all: Label, bookmark: Label, next_bookmark: Label, pin_lane: Label, pin_up: Label,
        pin_down: Label, parties: Label, hide_lane: Label, show_lanes: Label, previous: Label, next: Label,
        previous_in_lane: Label, next_in_lane: Label, lane_above: Label, lane_below: Label, first: Label,
        last: Label, centre: Label, add_to_selection: Label, select_visible_range: Label, escape: Label,
        text_larger: Label, text_smaller: Label, details: Label, keys: Label, palette: Label,
        problems: Label, table: Label, charts: Label, log_scale: Label, wheel_scrolls: Label,
        light_theme: Label, dark_theme: Label, system_theme: Label, high_contrast: Label,
        reduce_motion: Label, english: Label, russian: Label,
    }
}

texts! {
    /// What can be done with a pointer or the keyboard.
    ///
    /// The name of a gesture stands at the left in the list of keys and gestures, its effect at the right.
    Gestures {
        wheel: Label, shift_wheel: Label, drag: Label, header_wheel: Label, zoom_box: Label,
        select_range: Label, click: Label, add_to_selection: Label, click_heading: Label,
        expand_cluster: Label, double_click: Label, right_click: Label, drag_status_date: Label,
        drag_strip: Label, drag_header: Label, tab: Label, enter: Label, short_wheel: Label,
        short_drag: Label,
    }
}
