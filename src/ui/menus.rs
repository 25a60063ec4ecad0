//! What a right click offers: on a mark, on a lane.

use egui::Response;

use crate::domain::{EventId, TreatyId};
use crate::session::{Action, Command};
use crate::timeline::{Selection, Subject};

use super::source_list::is_address;
use super::{Frame, cards, shortcuts, words};

/// On a lane's head.
pub(super) fn of_lane(response: &Response, frame: &Frame<'_>, treaty: TreatyId, commands: &mut Vec<Command>) {
    response.context_menu(|ui| {
        let is_pinned = frame.session.arrangement.pinned.contains(&treaty);
        let pin = if is_pinned { "Unpin lane" } else { Action::PinLane.words() };
        for (name, action) in [(pin, Action::PinLane), (Action::HideLane.words(), Action::HideLane)] {
            let button = egui::Button::new(name).shortcut_text(shortcuts::shown(ui, action));
            if ui.add(button).on_hover_text(action.help()).clicked() {
                commands.push(Command::Select(Selection::Treaty(treaty)));
                commands.push(Command::Do(action));
                ui.close();
            }
        }
    });
}

/// On a mark.
pub(super) fn of_mark(response: &Response, frame: &Frame<'_>, subject: Subject, commands: &mut Vec<Command>) {
    let dataset = &frame.session.world.dataset;
    response.context_menu(|ui| {
        let (citation, source) = match subject {
            Subject::Event(id) => (event_citation(frame, id), dataset.event(id).claim().source),
            Subject::Statement(id) => {
                let statement = dataset.statement(id);
                if ui.button("Copy quote").clicked() {
                    commands.push(Command::Copy(format!("“{}”", statement.quote), "Quote"));
                    ui.close();
                }
                (cards::citation(dataset, statement), statement.source)
            }
        };
        if ui.button("Copy citation").clicked() {
            commands.push(Command::Copy(citation, "Citation"));
            ui.close();
        }
        let url = &dataset.source(source).url;
        if is_address(url) && ui.button("Open source").clicked() {
            commands.push(Command::Follow(url.to_string()));
            ui.close();
        }
        if ui.button("Law on this day").clicked() {
            let day = match subject {
                Subject::Event(id) => dataset.event(id).at(),
                Subject::Statement(id) => dataset.statement(id).date.anchor(),
            };
            commands.push(Command::SetAsOf(Some(day)));
            ui.close();
        }
    });
}

/// The event, its date and the source it was seen in.
fn event_citation(frame: &Frame<'_>, id: EventId) -> String {
    let dataset = &frame.session.world.dataset;
    let source = dataset.source(dataset.event(id).claim().source);
    let parts = [&*source.title, &*source.publisher, &*source.url];
    let source: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{}. {}.", words::event(dataset, id), source.join(", "))
}
