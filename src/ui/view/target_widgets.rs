//! The targets of the timeline as widgets, for screen readers, Tab and context menus.
//!
//! Architecture Invariant: the number of widgets is bounded, however many events there are.

use egui::{Id, PointerButton, Response, Role, Sense, WidgetInfo};

use crate::domain::{EventId, PartyId, TreatyId};
use crate::session::{Command, ViewCommand};
use crate::timeline::{
    BackgroundBand, BulkBar, Emphasis, GroupRow, Ink, LaneRow, Mark, Pos, Rect, Selection, SpanBar, Subject,
    Target,
};
use crate::ui::commands::menus;
use crate::ui::frame::UiCache;
use crate::ui::widgets::{ARROW_KEYS, show_focus_ring};
use crate::ui::{describe, theme};

use super::clicks::Canvas;
use super::paint;

/// Maximum number of marks that become widgets in a frame. The others are reached with the arrow keys.
const MAX_MARKS: usize = 300;
/// A bulk event counts as this many marks: its texts are unpacked to name it.
const BULK_COST: usize = 3;
/// Targets of which less than this is visible become no widgets, in points.
const MIN_VISIBLE: f32 = 2.0;
/// Narrower bulk events become no widgets; the pointer finds them by [`crate::timeline::Scene::hit`].
const MIN_BULK_WIDTH: f32 = 10.0;

/// Adds widgets for all visible headings and headers, the first of the marks, and the selected one.
pub(super) fn add(canvas: &Canvas<'_>, cache: &mut UiCache, commands: &mut Vec<Command>) {
    let selection = canvas.frame.session.selection.selected;
    // The selection was moved by a key while a mark had the focus: the focus follows.
    let follow = cache.mark_has_focus && cache.drawn_selection != selection;
    let (mut marks_left, mut has_focus) = (MAX_MARKS, false);
    for (rect, target) in canvas.scene.targets() {
        let is_visible = rect.width() >= MIN_VISIBLE && rect.height() >= MIN_VISIBLE;
        let (is_selected, is_counted, fits) = match target {
            Target::Mark(_, mark) => (mark.emphasis == Emphasis::Selected, true, is_visible),
            Target::Bulk(_, bar) => {
                (selection == Selection::Bulk(bar.id), true, is_visible && bar.rect.width() >= MIN_BULK_WIDTH)
            }
            Target::Context(_) => (false, true, is_visible),
            // Where its beginning is in the window, its mark there is a widget.
            Target::Span(_, span) => (false, true, is_visible && span.left <= canvas.scene.plot.left),
            _ => (false, false, is_visible),
        };
        if !is_selected && (!fits || (is_counted && marks_left == 0)) {
            continue;
        }
        if is_counted {
            let cost = if matches!(target, Target::Bulk(..)) { BULK_COST } else { 1 };
            marks_left = marks_left.saturating_sub(cost);
        }
        let response = match target {
            Target::Group(group) => canvas.heading(&rect, group, commands),
            Target::Only(group) => canvas.only_button(&rect, group),
            Target::Header(lane) => canvas.header(&rect, lane, commands),
            Target::Expand(lane) => canvas.expand_button(&rect, lane),
            Target::Mark(lane, mark) => canvas.mark(rect, lane, mark, follow, commands),
            Target::Edge(lane, arrow) => canvas.edge_arrow(&rect, lane, arrow),
            Target::Span(_, span) => canvas.span(&rect, span, selection),
            Target::Context(band) => canvas.band(&rect, band),
            Target::Bulk(lane, bar) => canvas.bulk(&rect, lane, bar, is_selected),
            Target::Overflow(_) | Target::Bar(..) | Target::Notice(..) | Target::Count(..) => continue,
        };
        has_focus |= matches!(target, Target::Mark(..)) && response.has_focus();
        canvas.answer_click(&response, Some(target), commands);
        show_focus_ring(canvas.ui, &response);
    }
    cache.mark_has_focus = has_focus;
    cache.drawn_selection = selection;
}

/// The widget of a mark in the lane of a treaty or of a party.
pub(in crate::ui) fn mark_id(treaty: TreatyId, party: Option<PartyId>, subject: Subject) -> Id {
    Id::unique(("mark", treaty.index(), party.map(PartyId::index), subject))
}

impl Canvas<'_> {
    pub(super) fn widget(
        &self,
        rect: &Rect,
        id: Id,
        sense: Sense,
        is_selected: bool,
        name: impl Fn() -> String,
    ) -> Response {
        let response = self.ui.interact(paint::rect_at(self.origin, rect), id, sense);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_selected, name()));
        response
    }

    /// An event of a topic that began before the window.
    fn span(&self, rect: &Rect, span: &SpanBar, selection: Selection) -> Response {
        let id = Id::unique(("span", span.event.index()));
        let is_selected = selection == Selection::Event(span.event);
        self.widget(rect, id, Sense::click(), is_selected, || describe::event(self.frame.session, span.event))
    }

    /// The name of a band behind the lanes.
    fn band(&self, rect: &Rect, band: &BackgroundBand) -> Response {
        let id = Id::unique(("band", band.treaty.index(), band.event.map(EventId::index)));
        let name = || describe::band(self.frame.session, band);
        self.widget(rect, id, Sense::click(), band.is_selected, name)
    }

    /// A heading collapses and expands its lanes, and has a menu.
    fn heading(&self, rect: &Rect, group: &GroupRow, commands: &mut Vec<Command>) -> Response {
        let strings = self.frame.strings();
        let categories = self.frame.session.world.dataset.categories();
        let name = group.category.map_or("", |category| &*categories[category].name);
        let id = Id::unique(("heading", group.category));
        let state = if group.is_collapsed { strings.view.collapsed } else { strings.view.expanded };
        let response =
            self.widget(rect, id, Sense::click(), !group.is_collapsed, || format!("{name}, {state}"));
        if let Some(category) = group.category {
            menus::of_group(&response, self.frame, category, commands);
        }
        if group.text.contains('…') {
            response.on_hover_text(describe::short(name).into_owned())
        } else {
            response
        }
    }

    /// A lane header selects its treaty, is dragged to pin it, and has a menu.
    fn header(&self, rect: &Rect, lane: &LaneRow, commands: &mut Vec<Command>) -> Response {
        let session = self.frame.session;
        if let Some(party) = lane.party {
            let id = Id::unique(("party head", lane.treaty.index(), party.index()));
            let name = || describe::party_lane(session, lane, party);
            let response = self.widget(rect, id, Sense::click(), lane.selected, name);
            menus::of_party(&response, self.frame, lane.treaty, party, commands);
            return response;
        }
        let id = Id::unique(("lane head", lane.treaty.index()));
        let name = || describe::lane(session, lane.treaty);
        let response = self.widget(rect, id, Sense::click_and_drag(), lane.selected, name);
        self.drag_header(&response, lane, commands);
        menus::of_lane(&response, self.frame, lane.treaty, commands);
        response
    }

    /// The button in a lane header expands the treaty into its parties, or collapses it.
    fn expand_button(&self, rect: &Rect, lane: &LaneRow) -> Response {
        let is_expanded = lane.expands == Some(true);
        let id = Id::unique(("parties", lane.treaty.index()));
        self.widget(rect, id, Sense::click(), is_expanded, || {
            let strings = self.frame.strings();
            let treaty = self.frame.session.world.dataset.treaty(lane.treaty);
            let state = if is_expanded { strings.view.expanded } else { strings.view.collapsed };
            format!("{}, {state}", (strings.view.show_parties_of)(&describe::short(&treaty.name)))
        })
    }

    fn mark(
        &self,
        rect: Rect,
        lane: &LaneRow,
        mark: &Mark,
        follow: bool,
        commands: &mut Vec<Command>,
    ) -> Response {
        let id = mark_id(lane.treaty, lane.party, mark.subject);
        // The count beside a mark opens the mark's menu too; the middle of the widget stays on the mark.
        let max_right = rect.right + 0.9 * rect.width();
        let right = mark.count_rect().map_or(rect.right, |count| count.right.clamp(rect.right, max_right));
        let rect = Rect { right, ..rect }.within(&self.scene.plot);
        let is_selected = mark.emphasis == Emphasis::Selected;
        let name = || describe::mark(self.frame.session, lane.treaty, mark);
        let response = self.widget(&rect, id, Sense::click(), is_selected, name);
        menus::of_mark(&response, self.frame, mark.subject, commands);
        if follow && is_selected {
            response.request_focus();
        }
        if response.has_focus() {
            self.ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, ARROW_KEYS));
        }
        response
    }

    fn bulk(&self, rect: &Rect, lane: &LaneRow, bar: &BulkBar, is_selected: bool) -> Response {
        let id = Id::unique(("bulk", lane.treaty.index(), bar.id));
        let name = || describe::bulk_bar(self.frame.session, bar);
        self.widget(rect, id, Sense::click(), is_selected, name)
    }

    /// Pins a lane whose header is dragged to the top, between pinned ones or first; unpins one that is dragged away.
    fn drag_header(&self, response: &Response, lane: &LaneRow, commands: &mut Vec<Command>) {
        let is_released = response.drag_stopped_by(PointerButton::Primary)
            && response.ctx.input(|input| input.pointer.any_released());
        let is_dragged = response.dragged_by(PointerButton::Primary);
        let Some(pointer) = response.interact_pointer_pos().filter(|_| is_dragged || is_released) else {
            return;
        };
        let pinned = &self.frame.session.view.arrangement.pinned;
        let in_window: Vec<&LaneRow> = self
            .scene
            .lanes
            .iter()
            .filter(|row| row.party.is_none() && pinned.contains(&row.treaty))
            .collect();
        let above =
            in_window.first().and_then(|first| pinned.iter().position(|&other| other == first.treaty));
        let rows: Vec<Rect> = in_window.iter().map(|row| row.rect).collect();
        let y = pointer.y - self.origin.y;
        // Where nothing is pinned yet, the height of the first heading counts as the top.
        let bottom = rows.last().map_or(self.scene.plot.top + 28.0, |last| last.bottom);
        let index =
            (y < bottom).then(|| rows.iter().filter(|row| f32::midpoint(row.top, row.bottom) < y).count());
        if is_released {
            let index = index.map(|index| index + above.unwrap_or(0));
            // A fast pointer is over another lane by the time the drag is noticed.
            let pressed =
                self.frame.pressed.and_then(|at| self.scene.lane_at(Pos { x: 1.0, y: at.y - self.origin.y }));
            let treaty = pressed.map_or(lane.treaty, |lane| lane.treaty);
            if index.is_some() || pinned.contains(&treaty) {
                commands.push(Command::View(ViewCommand::MoveLane(treaty, index)));
            }
        } else if let Some(index) = index {
            let edge = rows.get(index).map(|row| row.top).or_else(|| rows.last().map(|row| row.bottom));
            let y = self.origin.y + edge.unwrap_or(self.scene.plot.top + 1.0);
            let across = self.origin.x..=self.origin.x + self.scene.plot.left;
            response.ctx.layer_painter(response.layer_id).hline(
                across,
                y,
                egui::Stroke::new(2.0, theme::colour(self.frame.palette, Ink::Select)),
            );
        }
    }
}
