//! English: several files on one timeline.

use crate::language::layers::Layers;

use super::counted;

pub(super) const LAYERS: Layers = Layers {
    button: |n| format!("Layers · {n}"),
    help: "Show, name, order and remove the files on this timeline",
    show: |name| format!("Show {name}"),
    name_of: |name| format!("Name of {name}"),
    move_up: |name| format!("Move {name} up"),
    move_down: |name| format!("Move {name} down"),
    behind: "Behind the lanes",
    behind_of: |name| format!("{name} behind the lanes"),
    behind_help: "Draw what lasts as bands over the full height, and not in lanes",
    remove: "Remove",
    remove_of: |name| format!("Remove {name}"),
    file: |file, problems| match problems {
        Some(problems) => format!("{file} · {problems}"),
        None => file.to_owned(),
    },
    no_file: "in no file",
    from: |name| format!("From {name}"),
    band: |name| format!("{name}, behind the lanes"),
    add_title: "Add to this timeline",
    added: |name, lanes| format!("Added {name}: {}", counted(lanes, "lane")),
    removed: |name| format!("{name} removed from the timeline"),
    plain_lanes: "A file of plain lanes cannot share a timeline with other files. Open it alone",
    several_files: "The confirmed quotations are about items of several files. Save those of one file first: change what the others are about, or take their tick away",
    step_hidden: |name| format!("{name} hidden"),
    step_removed: |name| format!("{name} removed"),
    step_changed: "layers changed",
};
