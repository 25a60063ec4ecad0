//! The other members of the cluster that the selected mark belongs to.

use crate::session::{Cluster, Command};
use crate::timeline::{Selection, Subject};
use crate::ui::describe;
use crate::ui::frame::Frame;
use crate::ui::widgets::{heading, link, muted};

use super::cards;

/// Lists every other member as a link.
pub(in crate::ui) fn show(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    cluster: &Cluster,
    commands: &mut Vec<Command>,
) {
    let (session, strings) = (frame.session, frame.strings());
    let others = cluster.count - 1;
    heading(ui, frame, &(strings.selection.in_cluster)(others));
    let is_other = |subject: &&Subject| subject.selection() != session.selection.selected;
    for &subject in cluster.subjects.iter().filter(is_other) {
        match subject {
            Subject::Event(id) => cards::event_line(ui, frame, id, None, commands),
            Subject::Bulk(id) => {
                link(ui, frame, &describe::bulk_event(session, id), Selection::Bulk(id), commands);
            }
            Subject::Statement(id) => {
                link(ui, frame, &describe::statement(session, id), Selection::Statement(id), commands);
            }
        }
    }
    let more = others.saturating_sub(cluster.subjects.iter().filter(is_other).count());
    if more > 0 {
        muted(ui, frame, (strings.selection.and_more)(&more.to_string()));
    }
}
