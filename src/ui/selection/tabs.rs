//! The tabs of the details of a treaty, by pointer, by Left and Right, and by Tab and Enter.

use egui::{Color32, EventFilter, Id, Key, Modifiers, Response, Role, Sense, UiBuilder, WidgetInfo};

use crate::session::{Command, DetailsTab, SelectionCommand};
use crate::timeline::{Font, Ink};
use crate::ui::frame::Frame;
use crate::ui::theme;
use crate::ui::widgets::{show_focus_ring, text_width};

/// Between two tabs.
const GAP: f32 = 4.0;
/// Around the words of a tab.
const PADDING: egui::Vec2 = egui::vec2(2.0, 5.0);

/// Text size.
const SIZE: f32 = 13.0;
/// Text size where that keeps the tabs with their counts in one line.
const SMALLER: f32 = 12.0;

/// A tab as it is drawn: its name, and its count beside or under it.
struct Drawn {
    tab: DetailsTab,
    is_enabled: bool,
    name: String,
    count: Option<usize>,
}

/// Shows the tabs, and returns the one whose contents are to be shown.
pub(super) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) -> DetailsTab {
    let (selection, strings) = (&frame.session.selection, &frame.strings().selection);
    let shown = selection.details.shown_tab(selection.tab);
    let tabs = DetailsTab::ALL.map(|tab| Drawn {
        tab,
        is_enabled: selection.details.has(tab),
        name: match tab {
            DetailsTab::Quotations => strings.tab_quotations,
            DetailsTab::Events => strings.tab_events,
            DetailsTab::Parties => strings.tab_parties,
            DetailsTab::Sources => strings.tab_sources,
            DetailsTab::Terms => strings.tab_terms,
        }
        .to_owned(),
        count: selection.details.count(tab),
    });
    let fit = fit(ui, &tabs);
    let builder = UiBuilder::new().accessibility_role(Role::TabList).accessibility_label(strings.tabs);
    let row = ui.scope_builder(builder, |ui| {
        let add = |ui: &mut egui::Ui| {
            ui.spacing_mut().item_spacing = egui::vec2(GAP, 2.0);
            for tab in &tabs {
                let response = draw(ui, frame, tab, tab.tab == shown, fit);
                if response.clicked() {
                    commands.push(show_tab(tab.tab));
                }
                step_by_keys(ui, &response, &tabs, tab.tab, commands);
            }
        };
        if fit.is_wrapped { ui.horizontal_wrapped(add) } else { ui.horizontal(add) }
    });
    let line = theme::colour(frame.palette, Ink::Line);
    let x = row.response.rect.left()..=row.response.rect.left() + ui.available_width();
    ui.painter().hline(x, row.response.rect.bottom(), egui::Stroke::new(1.0, line));
    ui.add_space(2.0 * theme::GRID);
    shown
}

fn show_tab(tab: DetailsTab) -> Command {
    Command::Selection(SelectionCommand::ShowTab(tab))
}

fn id_of(tab: DetailsTab) -> Id {
    Id::unique(("details tab", tab as u8))
}

/// How the tabs are set so that all of their words have room.
#[derive(Clone, Copy)]
struct Fit {
    /// Text size.
    size: f32,
    /// Whether the counts stand under the names, not beside them.
    is_under: bool,
    /// Whether the tabs take several rows.
    is_wrapped: bool,
}

impl Fit {
    fn text(self, tab: &Drawn) -> String {
        match tab.count {
            Some(count) if self.is_under => format!("{}\n{count}", tab.name),
            Some(count) => format!("{} {count}", tab.name),
            None => tab.name.clone(),
        }
    }

    /// The width of a tab's words in the wider of its two fonts, so that it stays the same when it is chosen.
    fn width(self, ui: &egui::Ui, tab: &Drawn) -> f32 {
        text_width(ui, &self.text(tab), theme::font(Font::Strong, self.size))
    }
}

/// In one row with the counts beside the names if there is room, or else under them, and in several rows only in a narrow
/// panel.
fn fit(ui: &egui::Ui, tabs: &[Drawn]) -> Fit {
    let between = GAP * (tabs.len() as f32 - 1.0) + 2.0 * PADDING.x * tabs.len() as f32;
    let room = ui.available_width() - between;
    let in_one_row = |size, is_under| Fit { size, is_under, is_wrapped: false };
    let has_room = |fit: &Fit| tabs.iter().map(|tab| fit.width(ui, tab)).sum::<f32>() <= room;
    let mut rows = [false, true]
        .into_iter()
        .flat_map(|is_under| [in_one_row(SIZE, is_under), in_one_row(SMALLER, is_under)]);
    rows.find(has_room).unwrap_or(Fit { size: SIZE, is_under: false, is_wrapped: true })
}

fn draw(ui: &mut egui::Ui, frame: &Frame<'_>, tab: &Drawn, is_shown: bool, fit: Fit) -> Response {
    let words = fit.text(tab);
    let font = if is_shown { Font::Strong } else { Font::Text };
    let ink = if tab.is_enabled { Ink::Text } else { Ink::Muted };
    let galley =
        ui.painter().layout_no_wrap(words, theme::font(font, fit.size), theme::colour(frame.palette, ink));
    let size = egui::vec2(fit.width(ui, tab), galley.size().y) + 2.0 * PADDING;
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let sense = if tab.is_enabled { Sense::click() } else { Sense::hover() };
    let response = ui.interact(rect, id_of(tab.tab), sense);
    let name = tab.count.map_or_else(|| tab.name.clone(), |count| format!("{}, {count}", tab.name));
    response.widget_info(|| WidgetInfo::labeled(Role::Tab, tab.is_enabled, &name));
    // egui would say of a tab that it is pressed.
    let _selected = ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(is_shown));
    if response.hovered() && !is_shown {
        ui.painter().rect_filled(rect, 4.0, theme::colour(frame.palette, Ink::Panel));
    }
    ui.painter().galley(rect.min + PADDING, galley, Color32::PLACEHOLDER);
    if is_shown {
        let stroke = egui::Stroke::new(2.0, theme::colour(frame.palette, Ink::Accent));
        ui.painter().hline(rect.x_range(), rect.bottom() - 1.0, stroke);
    }
    show_focus_ring(ui, &response);
    super::card_parts::show_when_focused(&response);
    response
}

/// Left and Right lead from the tab that has the focus to the one beside it that has anything to show.
fn step_by_keys(
    ui: &egui::Ui,
    response: &Response,
    tabs: &[Drawn],
    tab: DetailsTab,
    commands: &mut Vec<Command>,
) {
    if !response.has_focus() {
        return;
    }
    let arrows = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    // Consumed, or the tab that the focus moves to would answer the same press.
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let (left, right) = (pressed(Key::ArrowLeft), pressed(Key::ArrowRight));
    let enabled: Vec<DetailsTab> = tabs.iter().filter(|tab| tab.is_enabled).map(|tab| tab.tab).collect();
    let at = enabled.iter().position(|&other| other == tab);
    let next = at.and_then(|at| match (left, right) {
        (true, false) => enabled.get(at.checked_sub(1)?),
        (false, true) => enabled.get(at + 1),
        _ => None,
    });
    if let Some(&next) = next {
        ui.memory_mut(|memory| memory.request_focus(id_of(next)));
        commands.push(show_tab(next));
    }
}
