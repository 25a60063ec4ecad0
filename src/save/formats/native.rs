//! The native format, indented as the bundled file is.

use serde::Serialize as _;
use serde_json::ser::PrettyFormatter;

use crate::records::subset_of;

use crate::save::export_selection::ExportSelection;

pub(super) fn write(material: ExportSelection<'_>) -> serde_json::Result<Vec<u8>> {
    let record = subset_of(material.dataset, material.subset);
    let mut json = Vec::new();
    let formatter = PrettyFormatter::with_indent(b" ");
    record.serialize(&mut serde_json::Serializer::with_formatter(&mut json, formatter))?;
    json.push(b'\n');
    Ok(json)
}
