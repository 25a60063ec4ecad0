//! English: several files on one timeline.

use crate::language::layers::Layers;

use super::counted;

pub(super) const LAYERS: Layers = Layers {
    button: |n| format!("Layers · {n}"),
    help: "Show, rename, reorder or remove the files on this timeline",
    show: |name| format!("Show {name}"),
    name_of: |name| format!("Name of {name}"),
    move_up: |name| format!("Move {name} up"),
    move_down: |name| format!("Move {name} down"),
    behind: "Behind the lanes",
    behind_of: |name| format!("Draw {name} behind the lanes"),
    behind_help: "Draw events that last as bands over the full height, instead of in lanes",
    remove: "Remove",
    remove_of: |name| format!("Remove {name}"),
    file: |file, problems| match problems {
        Some(problems) => format!("{file} · {problems}"),
        None => file.to_owned(),
    },
    no_file: "not from a file",
    from: |name| format!("From {name}"),
    band: |name| format!("{name}, behind the lanes"),
    add_title: "Add to this timeline",
    added: |name, lanes| format!("Added {name}: {}", counted(lanes, "lane")),
    not_there: |names| format!("No longer there, and not added: {names}"),
    removed: |name| format!("{name} removed from the timeline"),
    plain_lanes: "A file of plain lanes cannot be combined with other files. Open it on its own",
    several_files: "The confirmed quotations are about items in several files. Save those for one file first: untick the others, or change what they are about",
    step_hidden: |name| format!("{name} hidden"),
    step_removed: |name| format!("{name} removed"),
    step_changed: "layers changed",
};
