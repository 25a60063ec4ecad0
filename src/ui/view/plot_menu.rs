//! The context menu of empty space in the plot: what can be done at the date under the pointer.

use egui::{Id, Response};

use crate::domain::{Moment, TreatyId};
use crate::session::{Action, Command, LawCommand, SelectionCommand, ViewCommand};
use crate::timeline::{Pos, Scene, Target, View};
use crate::ui::commands::{menu_bar, menus};
use crate::ui::frame::Frame;

/// Opens the menu at the pointer. `view` is the view that is drawn.
pub(super) fn show(
    response: &Response,
    frame: &Frame<'_>,
    scene: &Scene,
    view: View,
    commands: &mut Vec<Command>,
) {
    let id = Id::unique("moment of the plot menu");
    if response.secondary_clicked()
        && let Some(at) = response.interact_pointer_pos()
    {
        let x = at.x - response.rect.left();
        let hit = scene.hit(Pos { x, y: at.y - response.rect.top() });
        // A bar has no menu of its own: the date is what one points at.
        let is_in_plot = x >= scene.plot.left && matches!(hit, None | Some(Target::Bar(..)));
        let moment = scene.scale(view.time).moment_at(f64::from(x));
        let lane = scene.lane_at(Pos { x: 1.0, y: at.y - response.rect.top() }).map(|lane| lane.treaty);
        response.ctx.data_mut(|data| {
            data.insert_temp(id, is_in_plot.then_some(moment));
            data.insert_temp(id.with("lane"), lane);
        });
    }
    let Some(moment) = response.ctx.data(|data| data.get_temp::<Option<Moment>>(id)).flatten() else {
        return;
    };
    response.context_menu(|ui| {
        let strings = frame.strings();
        let session = frame.session;
        let day = Moment::from_date(moment.date());
        if ui.button((strings.commands.go_to_this_date)(&(strings.dates.day_in_short)(day))).clicked() {
            let time = session.view.current.time.centred_on(moment, &session.world.limits);
            commands.push(Command::View(ViewCommand::Jump(View { time, ..session.view.current })));
            ui.close();
        }
        let lane = ui.data(|data| data.get_temp::<Option<TreatyId>>(id.with("lane"))).flatten();
        if let Some(treaty) = lane.filter(|_| session.world.bulk.is_none()) {
            menus::add_event_item(ui, frame, treaty, Some(day), commands);
        }
        if session.world.bulk.is_none() && ui.button(strings.law.status_on_this_date).clicked() {
            commands.push(Command::Law(LawCommand::SetDate(Some(day))));
            ui.close();
        }
        ui.separator();
        if ui.button(strings.commands.period_from_here).clicked() {
            commands.push(Command::Selection(SelectionCommand::SetTimeRange(Some((day, day)))));
            ui.close();
        }
        if let Some((first, after)) = session.selection.time_range
            && ui.button(strings.commands.period_to_here).clicked()
        {
            let range = if day < first { (day, after.plus(-1)) } else { (first, day) };
            commands.push(Command::Selection(SelectionCommand::SetTimeRange(Some(range))));
            ui.close();
        }
        ui.separator();
        for action in [Action::Fit, Action::ZoomIn, Action::ZoomOut, Action::GoToDate] {
            menu_bar::item(ui, frame, action, commands);
        }
    });
}
