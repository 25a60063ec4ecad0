//! A statement in full: the quotation, what it is about, and where its wording differs from the record.

use crate::domain::{About, Dataset, StatementId};
use crate::records::RecordList;
use crate::session::{Action, Command};
use crate::timeline::Selection;
use crate::ui::describe;
use crate::ui::editing::button;
use crate::ui::frame::Frame;
use crate::ui::theme;
use crate::ui::widgets::{context_line, heading, link, title};

use super::{cards, cluster, context_menu, own_facts, source_list, statement_card};

pub(in crate::ui) fn show(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    id: StatementId,
    commands: &mut Vec<Command>,
) {
    let dataset = &frame.session.world.dataset;
    let statement = dataset.statement(id);
    let strings = frame.strings();
    context_line(ui, frame, strings.selection.statement);
    title(
        ui,
        &format!("{}, {}", dataset.speaker(statement.speaker).name, (strings.dates.short)(&statement.date)),
    );
    button::show(ui, frame, RecordList::Statements, Action::EditSelected, commands);
    ui.add_space(theme::GRID);
    let card = ui.scope(|ui| statement_card::show(ui, frame, id, commands));
    context_menu::within(&card.response, frame, Selection::Statement(id), commands);
    let speaker = Selection::Speaker(statement.speaker);
    let count = dataset.statements_by(statement.speaker).len();
    if count > 1 {
        let name = describe::short(&dataset.speaker(statement.speaker).name);
        link(ui, frame, &(strings.selection.all_by_counted)(&name, count), speaker, commands);
    }

    if !statement.note.is_empty() {
        heading(ui, frame, strings.selection.against_record);
        ui.label(&*statement.note);
    }
    heading(ui, frame, &(strings.selection.about)(statement.about.len()));
    if statement.about.is_empty() {
        ui.label(strings.selection.about_nothing);
    }
    for about in statement.about.iter().take(cards::MAX_CARDS) {
        match *about {
            About::Event(event) => cards::event_line(ui, frame, event, None, commands),
            About::Treaty(treaty) => {
                link(ui, frame, &dataset.treaty(treaty).name, Selection::Treaty(treaty), commands);
            }
        }
    }
    let others = same_occasion(dataset, id);
    if !others.is_empty() {
        heading(ui, frame, &(strings.selection.same_occasion)(others.len()));
        for other in others {
            let quote = describe::first_words(&dataset.statement(other).quote, 70);
            link(ui, frame, &(strings.selection.quotation)(&quote), Selection::Statement(other), commands);
        }
    }
    own_facts::rows(ui, frame, &statement.fields);
    if let Some(cluster) = frame.session.cluster() {
        cluster::show(ui, frame, &cluster, commands);
    }
    neighbours(ui, frame, id, commands);
    source_list::show(ui, frame, statement.sources(), commands);
}

/// The statements about the same treaty just before and after: where badges overlap, this is the way from one to the next.
fn neighbours(ui: &mut egui::Ui, frame: &Frame<'_>, id: StatementId, commands: &mut Vec<Command>) {
    const BESIDE: usize = 3;
    let Some(treaty) = frame.session.selected_treaty() else { return };
    // Statements of a treaty are sorted by date, and so by id.
    let all = frame.session.world.dataset.statements_of(treaty);
    let Ok(index) = all.binary_search(&id) else { return };
    let near = &all[index.saturating_sub(BESIDE)..(index + BESIDE + 1).min(all.len())];
    if near.len() < 2 {
        return;
    }
    let name = describe::short(&frame.session.world.dataset.treaty(treaty).name);
    heading(ui, frame, &(frame.strings().selection.neighbouring_statements)(&name));
    for &other in near.iter().filter(|&&other| other != id) {
        link(ui, frame, &describe::statement(frame.session, other), Selection::Statement(other), commands);
    }
}

/// The other statements by the same speaker with the same date and source.
fn same_occasion(dataset: &Dataset, id: StatementId) -> Vec<StatementId> {
    let all = dataset.statements();
    let this = dataset.statement(id);
    let day = this.date.anchor();
    let first = all.partition_point(|s| s.date.anchor() < day);
    let same_day = all.iter().enumerate().skip(first).take_while(|(_, s)| s.date.anchor() == day);
    same_day
        .filter(|&(i, s)| i != id.index() && s.speaker == this.speaker && s.source == this.source)
        .map(|(i, _)| StatementId::new(i))
        .take(cards::MAX_CARDS)
        .collect()
}
