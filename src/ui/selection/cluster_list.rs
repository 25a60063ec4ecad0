//! The list of a cluster, beside its number on the timeline: one line for each event or statement.

use std::sync::Arc;

use egui::text::{LayoutJob, TextWrapping};
use egui::{Color32, FontId, Galley, Id, Key, Modifiers, Popup, Pos2, RectAlign, Response, Role, ScrollArea};
use egui::{Sense, UiBuilder, WidgetInfo, pos2};

use crate::session::{ClusterKey, ClusterList, Command, SelectionCommand};
use crate::timeline::{Font, Ink, Legend, LegendEntry, Mark, Scene, Subject, speaker_ink};
use crate::ui::frame::{Frame, UiCache};
use crate::ui::view::{clicks, paint, target_widgets};
use crate::ui::widgets::{ARROW_KEYS, hover_beside, muted, show_focus_ring, show_scroll_bars};
use crate::ui::{describe, theme};

use super::listed_cluster::ListedCluster;

/// Width of the list, in points.
const WIDTH: f32 = 420.0;
/// Height of a line.
const LINE_HEIGHT: f32 = 22.0;
/// Maximum height of its lines together: the last one is cut in half, which shows that there are more.
const MAX_HEIGHT: f32 = 14.5 * LINE_HEIGHT;
/// Where the date of a line begins, right of its symbol.
const DATE_LEFT: f32 = 30.0;
/// Maximum width of the date.
const DATE_WIDTH: f32 = 116.0;
/// Text size of a line.
const TEXT_SIZE: f32 = 12.5;
/// Beside the number, or else under or over it.
const ALIGNS: [RectAlign; 6] = [
    RectAlign::RIGHT_START,
    RectAlign::RIGHT_END,
    RectAlign::LEFT_START,
    RectAlign::LEFT_END,
    RectAlign::BOTTOM_START,
    RectAlign::TOP_START,
];

/// Shows the list while one is open. `origin` is the top left corner of the scene.
pub(in crate::ui) fn show(
    ui: &egui::Ui,
    frame: &Frame<'_>,
    origin: Pos2,
    scene: &Scene,
    cache: &mut UiCache,
    commands: &mut Vec<Command>,
) {
    let session = frame.session;
    let Some(list) = &session.selection.cluster_list else {
        cache.listed.forget();
        return;
    };
    let key = list.key;
    let listed = &mut cache.listed;
    let is_same_view = listed.follow(list, session.view.current, session.selection.selected);
    // Where the timeline moves on, or a filter hides an item, the list would stand beside nothing. What is opened after it
    // takes its place.
    let is_covered = session.overlay.is_some()
        || session.search.is_open
        || session.shown_form().is_some()
        || Popup::is_any_open(ui.ctx());
    let stays = is_same_view && !is_covered && session.has_cluster(&key);
    let mark = mark_of(scene, &key).filter(|mark| stays && scene.plot.contains(mark.at));
    let Some(mark) = mark else {
        commands.push(Command::Selection(SelectionCommand::CloseClusterList(key)));
        return;
    };
    let (mut is_open, mut is_done) = (true, false);
    let anchor = paint::rect_at(origin, &mark.rect());
    // On the timeline if there is room for it, so that the panel beside stays in sight.
    let is_narrow = anchor.right() + WIDTH > origin.x + scene.plot.right && anchor.left() - WIDTH > origin.x;
    let align = if is_narrow { RectAlign::LEFT_START } else { RectAlign::RIGHT_START };
    let popup = Popup::new(Id::unique("cluster list"), ui.ctx().clone(), anchor, ui.layer_id())
        .open_bool(&mut is_open)
        .align(align)
        .align_alternatives(&ALIGNS)
        .accessible_name(heading(frame, &key));
    popup.show(|ui| is_done = contents(ui, frame, list, listed, commands));
    if !is_open || is_done {
        commands.push(Command::Selection(SelectionCommand::CloseClusterList(key)));
        // Escape leads back to the number, so that the keyboard goes on from there.
        if ui.input(|input| input.key_pressed(Key::Escape)) {
            let id = target_widgets::mark_id(key.treaty, key.party, key.subject);
            ui.memory_mut(|memory| memory.request_focus(id));
        }
    }
}

/// The mark of a cluster.
fn mark_of<'a>(scene: &'a Scene, key: &ClusterKey) -> Option<&'a Mark> {
    let lane = scene.lanes.iter().find(|lane| lane.treaty == key.treaty && lane.party == key.party)?;
    let marks = if matches!(key.subject, Subject::Event(_)) { &lane.events } else { &lane.statements };
    let is_here = |mark: &&Mark| mark.first <= key.first && key.first <= mark.last;
    marks.iter().filter(is_here).max_by_key(|mark| mark.count)
}

/// `4 events`.
fn heading(frame: &Frame<'_>, key: &ClusterKey) -> String {
    let terms = &frame.strings().terms;
    let counted = if matches!(key.subject, Subject::Event(_)) { terms.events } else { terms.statements };
    counted(key.count)
}

/// The lines and the buttons under them; true if something was chosen.
fn contents(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    list: &ClusterList,
    listed: &mut ListedCluster,
    commands: &mut Vec<Command>,
) -> bool {
    let width = WIDTH.min(ui.ctx().content_rect().width() - 32.0);
    ui.set_width(width);
    muted(ui, frame, heading(frame, &list.key));
    let mut is_done = false;
    let box_of_lines =
        UiBuilder::new().accessibility_role(Role::ListBox).accessibility_label(heading(frame, &list.key));
    ui.scope_builder(box_of_lines, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        show_scroll_bars(ui, frame);
        let count = list.subjects.len();
        let area = ScrollArea::vertical()
            .id_salt(list.key.first.secs())
            .max_height(MAX_HEIGHT)
            .auto_shrink([false, true]);
        area.show_rows(ui, LINE_HEIGHT, count, |ui, lines| {
            let top = ui.max_rect().top() - lines.start as f32 * LINE_HEIGHT;
            let across = ui.max_rect().x_range();
            let rect_of = |index: usize| {
                let top = top + index as f32 * LINE_HEIGHT;
                egui::Rect::from_x_y_ranges(across, top..=top + LINE_HEIGHT)
            };
            if listed.wants_focus {
                ui.scroll_to_rect(rect_of(listed.chosen), None);
            }
            ui.set_min_height(lines.len() as f32 * LINE_HEIGHT);
            for index in lines {
                let Some(&subject) = list.subjects.get(index) else { continue };
                let response = line(ui, frame, rect_of(index), subject, index == listed.chosen);
                if index == listed.chosen && std::mem::take(&mut listed.wants_focus) {
                    response.request_focus();
                }
                if response.clicked() {
                    commands.push(Command::Selection(SelectionCommand::Select(subject.selection())));
                    is_done = true;
                }
                if response.has_focus() {
                    move_focus(ui, &response, [index, count], listed);
                }
            }
        });
    });
    let more = list.key.count.saturating_sub(list.subjects.len());
    if more > 0 {
        muted(ui, frame, (frame.strings().selection.and_more)(&more.to_string()));
    }
    if list.can_split && ui.button(frame.strings().view.zoom_to_cluster).clicked() {
        commands.push(clicks::zoom_to_cluster(&list.key, frame.session));
        is_done = true;
    }
    is_done
}

/// The arrow keys move from the line that has the focus, one of `count`, to the next.
fn move_focus(ui: &egui::Ui, response: &Response, [index, count]: [usize; 2], listed: &mut ListedCluster) {
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, ARROW_KEYS));
    if listed.wants_focus {
        // The line that is to get it has yet to be scrolled into sight.
        return;
    }
    listed.chosen = index;
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let chosen = match (pressed(Key::ArrowUp), pressed(Key::ArrowDown)) {
        (true, false) => listed.chosen.saturating_sub(1),
        (false, true) => (listed.chosen + 1).min(count.saturating_sub(1)),
        _ => return,
    };
    if chosen != listed.chosen {
        (listed.chosen, listed.wants_focus) = (chosen, true);
        ui.ctx().request_repaint();
    }
}

/// One line: the symbol, the date, then the title, or the speaker with the first words.
fn line(ui: &egui::Ui, frame: &Frame<'_>, rect: egui::Rect, subject: Subject, is_chosen: bool) -> Response {
    let id = ui.scope_id().with(("cluster line", subject));
    let response = ui.interact(rect, id, Sense::click());
    let (entry, date, text, name) = parts(frame, subject);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_chosen, &name));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, 3.0, ui.visuals().widgets.hovered.weak_bg_fill);
    }
    let middle = rect.center().y;
    if let Some(entry) = entry {
        let at = pos2(rect.left() + DATE_LEFT / 2.0, middle);
        paint::paint_shapes(ui.painter(), at.to_vec2(), &Legend::shapes(entry), frame.palette);
    }
    let (ink, muted) = (theme::colour(frame.palette, Ink::Text), theme::colour(frame.palette, Ink::Muted));
    let font = theme::font(Font::Text, TEXT_SIZE);
    let date = one_line(ui, date, font.clone(), muted, DATE_WIDTH);
    let left = rect.left() + DATE_LEFT;
    let text_left = left + DATE_WIDTH + 8.0;
    let room = (rect.right() - 6.0 - text_left).max(20.0);
    let text = one_line(ui, text, font, ink, room);
    let is_cut = date.elided || text.elided;
    for (x, galley) in [(left, date), (text_left, text)] {
        let at = pos2(x, middle - galley.size().y / 2.0);
        ui.painter().galley(at, galley, ink);
    }
    show_focus_ring(ui, &response);
    if is_cut { hover_beside(response, name) } else { response }
}

/// The symbol, the date and the text of a line, and its name for a screen reader.
fn parts(frame: &Frame<'_>, subject: Subject) -> (Option<LegendEntry>, String, String, String) {
    let (session, strings) = (frame.session, frame.strings());
    let dataset = &session.world.dataset;
    match subject {
        Subject::Event(id) => {
            let event = dataset.event(id);
            let entry = LegendEntry::Event(event.kind);
            let date = (strings.dates.date)(event.date());
            (Some(entry), date, describe::short(&event.title).into_owned(), describe::event(session, id))
        }
        Subject::Statement(id) => {
            let statement = dataset.statement(id);
            let country = statement.country.map(|party| &*dataset.party(party).key);
            let entry = LegendEntry::Quote(speaker_ink(country));
            let quote = (strings.selection.quotation)(&describe::first_words(&statement.quote, 60));
            let speaker = describe::short(&dataset.speaker(statement.speaker).name).into_owned();
            let date = (strings.dates.date)(&statement.date);
            (Some(entry), date, format!("{speaker}: {quote}"), describe::statement(session, id))
        }
        Subject::Bulk(id) => {
            let name = describe::bulk_event(session, id);
            (None, describe::bulk_dates(session, id), name.clone(), name)
        }
    }
}

/// A text in one line, cut to a width.
fn one_line(ui: &egui::Ui, text: String, font: FontId, colour: Color32, width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::simple_singleline(text, font, colour);
    job.wrap = TextWrapping::truncate_at_width(width);
    ui.ctx().fonts_mut(|fonts| fonts.layout_job(job))
}
