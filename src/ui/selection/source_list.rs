//! The sources of the selected item, each with its address.

use crate::domain::SourceId;
use crate::session::{Command, WindowCommand};
use crate::ui::describe;
use crate::ui::frame::Frame;
use crate::ui::widgets::{heading, muted};

pub(in crate::ui) fn show(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    sources: impl Iterator<Item = SourceId>,
    commands: &mut Vec<Command>,
) {
    let mut seen: Vec<SourceId> = Vec::new();
    for source in sources {
        if !seen.contains(&source) {
            seen.push(source);
        }
    }
    let strings = frame.strings();
    heading(ui, frame, &(strings.selection.sources_heading)(seen.len()));
    for id in seen {
        let source = frame.session.world.dataset.source(id);
        let title = describe::short(&source.title);
        if is_address(&source.url) {
            if ui.link(title).on_hover_text(&*source.url).clicked() {
                commands.push(Command::Window(WindowCommand::OpenAddress(source.url.to_string())));
            }
        } else {
            ui.label(title);
        }
        let date = source.date.as_ref().map(strings.dates.short).unwrap_or_default();
        let parts = [&*source.publisher, &date, (strings.terms.source_kind)(source.kind)];
        muted(ui, frame, describe::joined(&parts, " · "));
    }
}

/// Whether a text is an address that may be passed to a browser: a data file must not start a program.
pub(in crate::ui) fn is_address(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}
