//! Several files on one timeline: the list of layers, and what happens to them.

use super::text::{WithCount, WithName, texts};

texts! {
    /// Several files on one timeline: the list of layers, and what happens to them.
    Layers {
        /// The button that opens the list, with the number of layers.
        button: WithCount,
        /// What the button is for.
        help: &'static str,
        /// For a screen reader: the box that shows the named layer, or hides it.
        show: WithName,
        /// For a screen reader: the field with the name of a layer.
        name_of: WithName,
        /// For a screen reader: a button that moves the named layer up.
        move_up: WithName,
        /// For a screen reader: a button that moves the named layer down.
        move_down: WithName,
        /// A box: the layer is drawn behind the lanes.
        behind: &'static str,
        /// For a screen reader: the same of the named layer.
        behind_of: WithName,
        /// What that box does.
        behind_help: &'static str,
        /// A button: remove a layer.
        remove: &'static str,
        /// For a screen reader: the same of the named layer.
        remove_of: WithName,
        /// In the list: the file of a layer, and the problems in it in words, if there are any.
        file: fn(&str, Option<&str>) -> String,
        /// In the list: for a layer that was in no file.
        no_file: &'static str,
        /// In the details of an item: the layer that it is from.
        from: WithName,
        /// What a screen reader calls a band behind the lanes, by its name.
        band: WithName,
        /// The title of the file dialog that adds files.
        add_title: &'static str,
        /// In the status bar: the named file was added, with a number of lanes.
        added: fn(&str, usize) -> String,
        /// In the status bar: files that were open together are no longer there; the argument names them.
        not_there: WithName,
        /// In the status bar: the named layer was removed.
        removed: WithName,
        /// In the status bar: a file of plain lanes cannot be a layer.
        plain_lanes: &'static str,
        /// In the status bar: the confirmed quotations belong to several files.
        several_files: &'static str,
        /// A step that was undone: the named layer was hidden.
        step_hidden: WithName,
        /// A step that was undone: the named layer was removed.
        step_removed: WithName,
        /// A step that was undone: layers were shown, moved, named, or drawn otherwise.
        step_changed: &'static str,
    }
}
