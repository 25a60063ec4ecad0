//! Context menus of marks and lanes.

use egui::Response;

use crate::domain::{PartyId, TreatyId};
use crate::session::{
    Action, Command, Facet, Filter, FilterCommand, LawCommand, SelectionCommand, ViewCommand, WindowCommand,
};
use crate::timeline::{Selection, Subject};
use crate::ui::describe;
use crate::ui::frame::Frame;
use crate::ui::selection::citation;
use crate::ui::selection::source_list::is_address;

use super::read_shortcuts;

/// The entry that expands a treaty into one lane per party, or collapses it.
fn parties_item(ui: &mut egui::Ui, frame: &Frame<'_>, treaty: TreatyId, commands: &mut Vec<Command>) {
    let label = Action::Parties.label(frame.strings());
    let button = egui::Button::selectable(frame.session.shows_parties(treaty), label.name)
        .shortcut_text(read_shortcuts::first(ui, Action::Parties));
    if ui.add(button).on_hover_text(label.tooltip).clicked() {
        commands.push(Command::View(ViewCommand::ToggleParties(treaty)));
        ui.close();
    }
}

/// The menu of a party's lane.
pub(in crate::ui) fn of_party(
    response: &Response,
    frame: &Frame<'_>,
    treaty: TreatyId,
    party: PartyId,
    commands: &mut Vec<Command>,
) {
    response.context_menu(|ui| {
        parties_item(ui, frame, treaty, commands);
        ui.separator();
        filter_item(ui, frame, Facet::Party(party), commands);
    });
}

/// The menu of a treaty's lane.
pub(in crate::ui) fn of_lane(
    response: &Response,
    frame: &Frame<'_>,
    treaty: TreatyId,
    commands: &mut Vec<Command>,
) {
    response.context_menu(|ui| {
        let is_pinned = frame.session.view.arrangement.pinned.contains(&treaty);
        let strings = frame.strings();
        let (pin, hide) = (Action::PinLane.label(strings), Action::HideLane.label(strings));
        if frame.session.has_parties(treaty) {
            parties_item(ui, frame, treaty, commands);
        }
        let pin_name = if is_pinned { strings.view.unpin } else { pin.name };
        for (name, help, action) in
            [(pin_name, pin.tooltip, Action::PinLane), (hide.name, hide.tooltip, Action::HideLane)]
        {
            let button = egui::Button::new(name).shortcut_text(read_shortcuts::first(ui, action));
            if ui.add(button).on_hover_text(help).clicked() {
                commands.push(Command::Selection(SelectionCommand::Select(Selection::Treaty(treaty))));
                commands.push(Command::Do(action));
                ui.close();
            }
        }
        if frame.session.world.bulk.is_none() {
            ui.separator();
            let treaty = frame.session.world.dataset.treaty(treaty);
            filter_item(ui, frame, Facet::Category(treaty.category), commands);
        }
    });
}

/// The entry that filters by one value of a facet.
fn filter_item(ui: &mut egui::Ui, frame: &Frame<'_>, facet: Facet, commands: &mut Vec<Command>) {
    let strings = frame.strings();
    if ui.button((strings.filter.only)(&describe::facet(frame.session, facet))).clicked() {
        commands.push(Command::Filter(FilterCommand::Set(Filter::only(facet))));
        ui.close();
    }
}

/// The menu of a mark.
pub(in crate::ui) fn of_mark(
    response: &Response,
    frame: &Frame<'_>,
    subject: Subject,
    commands: &mut Vec<Command>,
) {
    let (dataset, strings) = (&frame.session.world.dataset, frame.strings());
    response.context_menu(|ui| {
        let (citation, source) = match subject {
            Subject::Event(id) => (citation::of_event(frame.session, id), dataset.event(id).claim().source),
            Subject::Statement(id) => {
                let statement = dataset.statement(id);
                if ui.button(strings.selection.copy_quote).clicked() {
                    let message = strings.selection.quote_copied.to_owned();
                    commands.push(Command::Window(WindowCommand::Copy(
                        (strings.selection.quotation)(&statement.quote),
                        message,
                    )));
                    ui.close();
                }
                (citation::of_statement(frame.session, id), statement.source)
            }
            Subject::Bulk(_) => return,
        };
        if ui.button(strings.selection.copy_citation).clicked() {
            commands.push(Command::Window(WindowCommand::Copy(
                citation,
                strings.selection.citation_copied.to_owned(),
            )));
            ui.close();
        }
        let url = &dataset.source(source).url;
        if is_address(url) && ui.button(strings.selection.open_source).clicked() {
            commands.push(Command::Window(WindowCommand::OpenAddress(url.to_string())));
            ui.close();
        }
        let pick = Action::AddToSelection.label(strings);
        let button =
            egui::Button::new(pick.name).shortcut_text(read_shortcuts::first(ui, Action::AddToSelection));
        if ui.add(button).on_hover_text(pick.tooltip).clicked() {
            commands.push(Command::Selection(SelectionCommand::Toggle(subject)));
            ui.close();
        }
        match subject {
            Subject::Event(id) => {
                let event = dataset.event(id);
                filter_item(ui, frame, Facet::Kind(event.kind), commands);
                if let Some(party) = event.party {
                    filter_item(ui, frame, Facet::Party(frame.session.legal_successor(party)), commands);
                }
            }
            Subject::Statement(id) => {
                let speaker = dataset.statement(id).speaker;
                let name = describe::short(&dataset.speaker(speaker).name);
                if ui.button((strings.selection.all_by)(&name)).clicked() {
                    let speaker = Selection::Speaker(speaker);
                    commands.push(Command::Selection(SelectionCommand::GoTo(speaker)));
                    ui.close();
                }
                filter_item(ui, frame, Facet::Speaker(dataset.statement(id).speaker), commands);
            }
            Subject::Bulk(_) => {}
        }
        if ui.button(strings.law.status_on_this_date).clicked() {
            let day = match subject {
                Subject::Event(id) => dataset.event(id).at(),
                Subject::Statement(id) => dataset.statement(id).date.anchor(),
                Subject::Bulk(_) => return,
            };
            commands.push(Command::Law(LawCommand::SetDate(Some(day))));
            ui.close();
        }
    });
}
