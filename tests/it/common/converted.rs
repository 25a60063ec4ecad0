//! A dataset in another format, for tests of what is written.

use treaty_timeline::domain::Subset;
use treaty_timeline::language::Language;
use treaty_timeline::records::DataFormat;
use treaty_timeline::save::{ExportSelection, Written, write};
use treaty_timeline::session::World;

/// What is written of a part of a dataset.
pub(crate) fn written(world: &World, subset: &Subset, format: DataFormat) -> Written {
    let material = ExportSelection { dataset: &world.dataset, subset, language: Language::English };
    write(format, material).unwrap_or_else(|problem| panic!("{format:?}: {problem:?}"))
}

/// The bytes of it as one file.
pub(crate) fn bytes(world: &World, subset: &Subset, format: DataFormat) -> Vec<u8> {
    written(world, subset, format).output.into_file().unwrap()
}

/// The text of it.
pub(crate) fn text(world: &World, subset: &Subset, format: DataFormat) -> String {
    String::from_utf8(bytes(world, subset, format)).unwrap()
}

/// One treaty with its events and what was said of it.
pub(crate) fn only(world: &World, key: &str) -> Subset {
    let dataset = &world.dataset;
    let treaty = dataset.find_treaty(key).unwrap();
    Subset::new(
        dataset,
        |id| id == treaty,
        |id| dataset.event(id).treaty == treaty,
        |id| dataset.statements_of(treaty).contains(&id),
    )
}

/// A dataset of one event on this date.
pub(crate) fn with_date(date: &str) -> World {
    super::world_with(&[date.to_owned()])
}
