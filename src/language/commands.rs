//! Menus, the command palette, and the list of keys and gestures.

use super::text::{Label, WithName, texts};

texts! {
    /// Menus, the command palette, and the list of keys and gestures.
    Commands {
        /// A menu in the top bar.
        file_menu: &'static str,
        /// A menu in the top bar.
        edit_menu: &'static str,
        /// A menu in the top bar.
        view_menu: &'static str,
        /// A menu in the top bar.
        go_menu: &'static str,
        /// A menu in the top bar.
        help_menu: &'static str,
        /// In place of all these menus, where a window is too narrow for them.
        all_menus: &'static str,
        /// A submenu: what is done with lanes.
        lanes_menu: &'static str,
        /// A submenu: the status date.
        status_menu: &'static str,
        /// A menu in the top bar.
        export_menu: &'static str,
        /// A button with a menu, in place of the buttons for opening and exporting where a window is narrow.
        open_and_export: &'static str,
        /// A submenu: what a new dataset can start from.
        new_menu: &'static str,
        /// A submenu: what can be added to the dataset.
        add_menu: &'static str,
        /// A submenu: formats of other programs, in which what is shown is saved.
        save_as_menu: &'static str,
        /// A menu in the top bar.
        appearance_menu: &'static str,
        /// A menu in the View menu.
        lane_height_menu: &'static str,
        /// The title of the command palette.
        palette: &'static str,
        /// In its empty field.
        palette_hint: &'static str,
        /// In place of commands.
        no_command: &'static str,
        /// The button that closes a dialog.
        close: &'static str,
        /// In the dialog about the program: its name and its version.
        about_version: fn(&str) -> String,
        /// In the dialog about the program: what it is, and its terms.
        about_text: &'static str,
        /// Below the timeline: show or hide the panel in which a document is read.
        reader: Label,
        /// On a toggle whose panel is open but not shown, because the window is too low.
        no_room: &'static str,
        /// In the edit menu, in place of ways to copy.
        nothing_to_copy: &'static str,
        /// In the menu of empty space: the day under the pointer.
        go_to_this_date: WithName,
        /// In the menu of empty space: select the day under the pointer, as the beginning of a period.
        period_from_here: &'static str,
        /// In the menu of empty space, while a period is selected: extend it to the day under the pointer.
        period_to_here: &'static str,
        /// In the menu of an item in a table or in the panel: bring it into the window.
        show_on_timeline: &'static str,
        /// By what other words an action is looked for: the name of its field in [`Actions`], and the words.
        synonyms: &'static [(&'static str, &'static str)],
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
        open: Label, open_folder: Label, add_to_timeline: Label, open_bundled: Label, reload: Label, reread_files: Label, ask_about_table: Label, read_document: Label, compare: Label,
        export_picture: Label, export_svg: Label, export_png: Label, export_page: Label, copy_view_link: Label, open_view_link: Label,
        save_json: Label, save_tables: Label, save_csv: Label, save_xlsx: Label, save_timeline_js: Label, save_vis: Label,
        save_calendar: Label, save_markwhen: Label, save_markdown: Label, save_html: Label, save_csl: Label, save_bibtex: Label, save_ris: Label,
        save: Label, save_edits_as: Label, edit_selected: Label, add_event: Label, delete_selected: Label,
        add_statement: Label, add_treaty: Label, add_party: Label, add_speaker: Label, add_source: Label, edit_parties: Label,
        edit_dataset: Label, edit_together: Label, new_dataset: Label, new_treaty: Label, new_topics: Label, edit_history: Label, move_events: Label, propose_changes: Label,
        quit: Label, zoom_in: Label, zoom_out: Label, fit: Label,
        page_earlier: Label, page_later: Label, undo: Label, redo: Label, pan_earlier: Label, pan_later: Label, back: Label,
        forward: Label, today: Label, go_to_date: Label, find: Label, clear_filters: Label,
        status_on_date: Label, status_here: Label, status_off: Label, collapse_all: Label,
        expand_all: Label, bookmark: Label, next_bookmark: Label, bookmarks: Label, present_bookmarks: Label,
        export_bookmarks: Label, pin_lane: Label, pin_up: Label,
        lane_height_comfortable: Label, lane_height_compact: Label, lane_height_fit: Label,
        next_lane_height: Label, pin_down: Label, parties: Label, hide_lane: Label, show_lanes: Label, show_only: Label,
        previous: Label, next: Label,
        previous_in_lane: Label, next_in_lane: Label, lane_above: Label, lane_below: Label, first: Label,
        last: Label, centre: Label, add_to_selection: Label, select_visible_range: Label, escape: Label,
        text_larger: Label, text_smaller: Label, details: Label, keys: Label, palette: Label,
        problems: Label, table: Label, charts: Label, log_scale: Label, wheel_zooms: Label,
        light_theme: Label, dark_theme: Label, system_theme: Label, high_contrast: Label,
        reduce_motion: Label, english: Label, russian: Label, previous_change: Label, next_change: Label,
        status_by_party: Label, about: Label, glossary: Label, tour: Label,
    }
}

texts! {
    /// What can be done with a pointer or the keyboard.
    ///
    /// The name of a gesture stands at the left in the list of keys and gestures, its effect at the right.
    Gestures {
        wheel: Label, shift_wheel: Label, zoom_wheel: Label, wheel_that_zooms: Label, header_wheel: Label,
        drag: Label, zoom_box: Label,
        select_range: Label, click: Label, add_to_selection: Label, click_heading: Label,
        list_cluster: Label, expand_cluster: Label, double_click: Label, right_click: Label, drag_status_date: Label,
        drag_strip: Label, drag_header: Label, tab: Label, enter: Label, short_wheel: Label,
        short_wheel_that_zooms: Label, short_drag: Label, alt_wheel: Label, drag_headers_edge: Label,
    }
}
