//! Context menus of marks and lanes.

use egui::Response;

use crate::domain::{Moment, PartyId, TreatyId};
use crate::session::{
    Action, Command, EditingCommand, Facet, FilterCommand, LawCommand, SelectionCommand, Session,
    ViewCommand, WindowCommand,
};
use crate::timeline::{Selection, Subject};
use crate::ui::describe;
use crate::ui::frame::Frame;
use crate::ui::selection::copy_items;
use crate::ui::selection::source_list::is_address;
use crate::ui::widgets::hover_beside;

use super::read_shortcuts;

/// The entry that expands a treaty into one lane per party, or collapses it.
fn parties_item(ui: &mut egui::Ui, frame: &Frame<'_>, treaty: TreatyId, commands: &mut Vec<Command>) {
    let label = Action::Parties.label(frame.strings());
    let button = egui::Button::selectable(frame.session.shows_parties(treaty), label.name)
        .shortcut_text(read_shortcuts::first(ui, Action::Parties));
    if hover_beside(ui.add(button), label.tooltip).clicked() {
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

/// What the entry that shows only a group is called.
pub(super) fn only_group(session: &Session, category: usize) -> String {
    let name = session.world.dataset.categories().get(category).map_or("", |category| &*category.name);
    (session.strings().filter.only_group)(&describe::short(name))
}

/// The menu of a group's heading.
pub(in crate::ui) fn of_group(
    response: &Response,
    frame: &Frame<'_>,
    category: usize,
    commands: &mut Vec<Command>,
) {
    response.context_menu(|ui| {
        let (session, strings) = (frame.session, frame.strings());
        if session.world.bulk.is_none() {
            only_group_item(ui, frame, category, strings.filter.only_this_group, commands);
            let fitted = ui.button(strings.filter.only_group_fitted);
            if hover_beside(fitted, strings.filter.only_group_fitted_help).clicked() {
                commands.push(Command::Filter(FilterCommand::OnlyGroup(category)));
                commands.push(Command::Do(Action::LaneHeightFit));
                commands.push(Command::Do(Action::Fit));
                ui.close();
            }
            ui.separator();
        }
        let is_collapsed = session.view.arrangement.collapsed.contains(&category);
        let name = if is_collapsed { strings.view.expand_group } else { strings.view.collapse_group };
        if ui.button(name).clicked() {
            commands.push(Command::View(ViewCommand::ToggleGroup(category)));
            ui.close();
        }
        for action in [Action::CollapseAll, Action::ExpandAll] {
            let label = action.label(strings);
            let button = egui::Button::new(label.name).shortcut_text(read_shortcuts::first(ui, action));
            if hover_beside(ui.add(button), label.tooltip).clicked() {
                commands.push(Command::Do(action));
                ui.close();
            }
        }
    });
}

/// The commands of the button in a group's heading: show only this group, all of it; all groups again where only it is
/// shown.
pub(in crate::ui) fn toggle_whole_group(session: &Session, category: usize) -> Vec<Command> {
    if session.shows_only_group(category) {
        let filter = session.filter.active.without(Facet::Category(category));
        return vec![Command::Filter(FilterCommand::Set(filter))];
    }
    // Lanes are made as low as it takes by the filter itself.
    vec![Command::Filter(FilterCommand::OnlyGroup(category)), Command::Do(Action::Fit)]
}

/// The entry that shows only a group; all groups again where only it is shown.
fn only_group_item(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    category: usize,
    name: &str,
    commands: &mut Vec<Command>,
) {
    let (session, strings) = (frame.session, frame.strings());
    let is_on = session.shows_only_group(category);
    let label = if is_on { strings.filter.all_groups } else { name };
    if hover_beside(ui.button(label), strings.filter.only_group_help).clicked() {
        commands.push(Command::Filter(if is_on {
            FilterCommand::Set(session.filter.active.without(Facet::Category(category)))
        } else {
            FilterCommand::OnlyGroup(category)
        }));
        ui.close();
    }
}

/// The menu of a treaty's lane.
pub(in crate::ui) fn of_lane(
    response: &Response,
    frame: &Frame<'_>,
    treaty: TreatyId,
    commands: &mut Vec<Command>,
) {
    response.context_menu(|ui| lane_entries(ui, frame, treaty, commands));
}

/// The entries of the menu of a treaty.
pub(in crate::ui) fn lane_entries(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    treaty: TreatyId,
    commands: &mut Vec<Command>,
) {
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
        if hover_beside(ui.add(button), help).clicked() {
            commands.push(Command::Selection(SelectionCommand::Select(Selection::Treaty(treaty))));
            commands.push(Command::Do(action));
            ui.close();
        }
    }
    if frame.session.world.bulk.is_none() {
        ui.separator();
        add_event_item(ui, frame, treaty, None, commands);
        ui.separator();
        only_treaty_item(ui, frame, treaty, commands);
        let category = frame.session.world.dataset.treaty(treaty).category;
        let name = only_group(frame.session, category);
        only_group_item(ui, frame, category, &name, commands);
    }
}

/// The entry that filters by one value of a facet; the other facets stay.
fn filter_item(ui: &mut egui::Ui, frame: &Frame<'_>, facet: Facet, commands: &mut Vec<Command>) {
    let strings = frame.strings();
    let name = describe::facet(frame.session, facet);
    let label = match facet {
        Facet::Kind(_) => (strings.filter.only_events)(&name),
        _ => (strings.filter.only)(&name),
    };
    if ui.button(label).clicked() {
        commands.push(Command::Filter(FilterCommand::Only(facet)));
        ui.close();
    }
}

/// The entry that shows only a treaty, or only those of the selection if it is one of several; all again where only they
/// are shown.
fn only_treaty_item(ui: &mut egui::Ui, frame: &Frame<'_>, treaty: TreatyId, commands: &mut Vec<Command>) {
    let (session, strings) = (frame.session, frame.strings());
    let treaties = session.treaties_with(treaty);
    let is_on = session.shows_only_treaties(&treaties);
    let label = match treaties.len() {
        _ if is_on => strings.filter.all_treaties,
        1 => strings.filter.only_treaty,
        _ => strings.filter.only_treaties,
    };
    let mut button = egui::Button::new(label);
    if session.selected_treaties() == treaties {
        button = button.shortcut_text(read_shortcuts::first(ui, Action::ShowOnly));
    }
    if ui.add(button).clicked() {
        commands.push(Command::Filter(if is_on {
            FilterCommand::Set(session.filter.active.without(Facet::Treaty(treaty)))
        } else {
            FilterCommand::OnlyTreaties(treaties)
        }));
        ui.close();
    }
}

/// The entries that edit and delete an event or a statement.
fn edit_items(ui: &mut egui::Ui, frame: &Frame<'_>, subject: Subject, commands: &mut Vec<Command>) {
    for action in [Action::EditSelected, Action::DeleteSelected] {
        let label = action.label(frame.strings());
        let button = egui::Button::new(label.name).shortcut_text(read_shortcuts::first(ui, action));
        if ui.add(button).on_hover_text(label.tooltip).clicked() {
            commands.push(Command::Selection(SelectionCommand::Select(subject.selection())));
            commands.push(Command::Do(action));
            ui.close();
        }
    }
}

/// The entry that adds an event to a treaty.
pub(in crate::ui) fn add_event_item(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    treaty: TreatyId,
    day: Option<Moment>,
    commands: &mut Vec<Command>,
) {
    let label = Action::AddEvent.label(frame.strings());
    if ui.button(label.name).on_hover_text(label.tooltip).clicked() {
        commands.push(Command::Editing(EditingCommand::AddEvent(treaty, day)));
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
    response.context_menu(|ui| mark_entries(ui, frame, subject, commands));
}

/// The entries of the menu of an event or a statement.
pub(in crate::ui) fn mark_entries(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    subject: Subject,
    commands: &mut Vec<Command>,
) {
    let (dataset, strings) = (&frame.session.world.dataset, frame.strings());
    let (source, day) = match subject {
        Subject::Event(id) => (dataset.event(id).claim().source, dataset.event(id).at()),
        Subject::Statement(id) => (Some(dataset.statement(id).source), dataset.statement(id).date.anchor()),
        Subject::Bulk(_) => return,
    };
    copy_items::copies(ui, frame, subject.selection(), commands);
    edit_items(ui, frame, subject, commands);
    let url = source.map_or("", |source| &dataset.source(source).url);
    if is_address(url) && ui.button(strings.selection.open_source).clicked() {
        commands.push(Command::Window(WindowCommand::OpenAddress(url.to_owned())));
        ui.close();
    }
    let pick = Action::AddToSelection.label(strings);
    let button =
        egui::Button::new(pick.name).shortcut_text(read_shortcuts::first(ui, Action::AddToSelection));
    if hover_beside(ui.add(button), pick.tooltip).clicked() {
        commands.push(Command::Selection(SelectionCommand::Toggle(subject)));
        ui.close();
    }
    if frame.session.measured_from(subject).is_some() && ui.button(strings.selection.measure).clicked() {
        commands.push(Command::Selection(SelectionCommand::MeasureTo(subject)));
        ui.close();
    }
    match subject {
        Subject::Event(id) => {
            let event = dataset.event(id);
            only_treaty_item(ui, frame, event.treaty, commands);
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
        commands.push(Command::Law(LawCommand::SetDate(Some(day))));
        ui.close();
    }
}
