//! The dataset as a table under the timeline. Only the visible rows are laid out.

use egui::{RichText, Sense};
use egui_extras::{Column as Width, TableBuilder};

use crate::session::{
    Action, Column, Command, CopyFormat, EditingCommand, TableChoice, TableKind, TablesCommand,
};
use crate::timeline::{Font, Ink};
use crate::ui::bottom_panels::{Share, contained};
use crate::ui::frame::{Frame, UiCache};
use crate::ui::law::matrix;
use crate::ui::selection::context_menu;
use crate::ui::{describe, theme, widgets};

use super::{accessible, row_selection};

/// Height of a row.
const ROW: f32 = 24.0;

pub(in crate::ui) fn show(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    share: Option<Share>,
    cache: &mut UiCache,
    commands: &mut Vec<Command>,
) {
    let session = frame.session;
    let Some(share) = share.filter(|_| session.tables.choice.is_open) else { return };
    let usual = (ui.available_height() * 0.4).min(380.0);
    let panel = share.panel(ui, "table", usual, 0.8);
    let margin = egui::Margin::symmetric(12, if share.is_low() { 2 } else { 8 });
    panel.frame(theme::panel(margin)).show(ui, |ui| {
        contained(ui, |ui| {
            let has_date = frame.session.tables.choice.kind == TableKind::Law;
            if share.is_low() {
                // One row that scrolls sideways: what is under it needs the height.
                egui::ScrollArea::horizontal().id_salt("table header").auto_shrink([false, true]).show(
                    ui,
                    |ui| {
                        ui.horizontal(|ui| {
                            tabs(ui, frame, commands);
                            if has_date {
                                matrix::controls(ui, frame, commands);
                            }
                            buttons(ui, frame, commands);
                        });
                    },
                );
            } else {
                header(ui, frame, commands);
                if has_date {
                    ui.horizontal_wrapped(|ui| matrix::controls(ui, frame, commands));
                }
                ui.add_space(theme::GRID / 2.0);
            }
            // In a narrow window the table scrolls sideways; it must not cover the details. The bar shows that there is more.
            widgets::show_scroll_bars(ui, frame);
            egui::ScrollArea::horizontal().id_salt("table").auto_shrink(false).show(ui, |ui| {
                rows(ui, frame, cache, commands);
            });
        });
    });
}

fn kind_name(frame: &Frame<'_>, kind: TableKind) -> &'static str {
    let strings = frame.strings();
    match kind {
        TableKind::Events => strings.tables.events,
        TableKind::Statements => strings.tables.statements,
        TableKind::Treaties => strings.tables.treaties_tab,
        TableKind::Sources => strings.tables.sources_tab,
        TableKind::Law => Action::StatusByParty.label(strings).name,
    }
}

/// A panel narrower than this has no room for tabs and buttons in one row.
const NARROW: f32 = 620.0;

fn header(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    if ui.available_width() < NARROW {
        ui.horizontal_wrapped(|ui| tabs(ui, frame, commands));
        // The button that closes stays at the right.
        let size = egui::vec2(ui.available_width(), ui.spacing().interact_size.y);
        let layout = egui::Layout::right_to_left(egui::Align::Center);
        ui.allocate_ui_with_layout(size, layout, |ui| buttons(ui, frame, commands));
        return;
    }
    ui.horizontal(|ui| {
        tabs(ui, frame, commands);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| buttons(ui, frame, commands));
    });
}

fn tabs(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let (session, strings) = (frame.session, &frame.strings().tables);
    if session.shows_status_by_party() {
        let name = RichText::new(kind_name(frame, TableKind::Law)).font(theme::font(Font::Strong, 13.0));
        ui.label(name);
    }
    // The matrix has a toggle of its own below the timeline.
    let is_tab = |kind: &TableKind| *kind != TableKind::Law && !session.shows_status_by_party();
    for kind in TableKind::ALL.into_iter().filter(is_tab) {
        if ui.selectable_label(session.tables.choice.kind == kind, kind_name(frame, kind)).clicked() {
            commands.push(Command::Tables(TablesCommand::Choose(TableChoice {
                kind,
                ..session.tables.choice.clone()
            })));
        }
    }
    ui.add_space(theme::GRID);
    let counted = (strings.shown_of)(session.tables.rows.order.len(), session.table_len());
    let counted = RichText::new(counted).color(theme::colour(frame.palette, Ink::Muted));
    ui.add(egui::Label::new(counted).extend());
}

fn buttons(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let (session, strings) = (frame.session, &frame.strings().tables);
    let close = ui.button("×").accessible_name(strings.close.name);
    if close.on_hover_text(strings.close.tooltip).clicked() {
        let is_matrix = session.shows_status_by_party();
        commands.push(Command::Do(if is_matrix { Action::StatusByParty } else { Action::Table }));
    }
    widgets::menu_button(ui, strings.copy, |ui| {
        if session.selected_table_rows().len() > 1 {
            for (label, format) in [
                (strings.selected_as_csv, CopyFormat::Csv),
                (strings.selected_as_markdown, CopyFormat::Markdown),
            ] {
                if ui.button(label.name).on_hover_text(label.tooltip).clicked() {
                    commands.push(Command::Tables(TablesCommand::CopySelected(format)));
                }
            }
            ui.separator();
        }
        for (label, format) in
            [(strings.as_csv, CopyFormat::Csv), (strings.as_markdown, CopyFormat::Markdown)]
        {
            if ui.button(label.name).on_hover_text(label.tooltip).clicked() {
                commands.push(Command::Tables(TablesCommand::Copy(format)));
            }
        }
    });
    if session.tables.choice.kind != TableKind::Law {
        widgets::choices_button(ui, strings.columns.name, |ui| columns_menu(ui, frame, commands));
    }
}

fn columns_menu(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let table = &frame.session.tables.choice;
    theme::outline_boxes(ui, frame.palette);
    // The first column stays: a row needs a name.
    for &column in &table.kind.columns()[1..] {
        let mut is_shown = !table.hidden.contains(&column);
        if ui.checkbox(&mut is_shown, column.heading(&frame.strings().tables)).clicked() {
            let mut next = table.clone();
            next.hidden.retain(|&other| other != column);
            if !is_shown {
                next.hidden.push(column);
            }
            commands.push(Command::Tables(TablesCommand::Choose(next)));
        }
    }
}

/// The initial width of a column, in points; the longest texts take what is left.
fn width(column: Column) -> Width {
    let wide = match column {
        // Quotations are what one reads: the table rather scrolls than cut them to a few words.
        Column::Quote => return Width::remainder().at_least(300.0).clip(true),
        Column::Title | Column::Address => return Width::remainder().at_least(160.0).clip(true),
        Column::Name | Column::Source => 220.0,
        Column::Category | Column::Role | Column::Publisher | Column::Treaty | Column::Speaker => 140.0,
        Column::Type | Column::Status | Column::Kind => 130.0,
        Column::Date | Column::Signed | Column::InForce | Column::Party | Column::Country => 96.0,
        Column::Quotes | Column::Events | Column::Parties | Column::Cited | Column::Language => 84.0,
    };
    Width::initial(wide).at_least(48.0).clip(true)
}

fn rows(ui: &mut egui::Ui, frame: &Frame<'_>, cache: &mut UiCache, commands: &mut Vec<Command>) {
    let session = frame.session;
    let count = session.tables.rows.order.len();
    if count == 0 {
        widgets::muted(ui, frame, frame.strings().tables.no_rows);
        return;
    }
    let kind = session.tables.choice.kind;
    if kind == TableKind::Law {
        let parties = session.law.matrix.as_ref().map_or(0, |matrix| matrix.parties.len());
        return accessible::table(ui, kind_name(frame, kind), [count, parties + 1], |ui| {
            matrix::show(ui, frame, &mut cache.legal_statuses, commands);
        });
    }
    let columns: Vec<Column> = session.tables.choice.columns().collect();
    accessible::table(ui, kind_name(frame, kind), [count, columns.len()], |ui| {
        table(ui, frame, &columns, cache, commands);
    });
}

fn table(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    columns: &[Column],
    cache: &mut UiCache,
    commands: &mut Vec<Command>,
) {
    let session = frame.session;
    let cursor = session.table_cursor();
    // Widths are kept for each class of widths of the panel: where there is more room, the quotations get it.
    let width_class = (ui.available_width() / 100.0) as u32;
    let salt = format!("{:?} {columns:?} {width_class}", session.tables.choice.kind);
    let mut table = TableBuilder::new(ui)
        .id_salt(salt)
        .striped(true)
        .resizable(true)
        .min_scrolled_height(0.0)
        .sense(Sense::click())
        .auto_shrink(false)
        .cell_layout(egui::Layout::left_to_right(egui::Align::Center));
    for &column in columns {
        table = table.column(width(column));
    }
    let is_moved = cache.table_cursor != cursor;
    if is_moved {
        cache.table_cursor = cursor;
        if let Some(row) = cursor {
            table = table.scroll_to_row(row, None).animate_scrolling(!session.reduces_motion());
        }
    }
    let follows = is_moved && std::mem::take(&mut cache.table_has_focus);
    let mut has_focus = false;
    let table = table.header(ROW, |mut header| {
        let mut cells = accessible::Row::of_headings();
        for &column in columns {
            header.col(|ui| {
                cells.heading(ui, order_of(frame, column));
                heading(ui, frame, column, commands);
            });
        }
    });
    table.body(|body| {
        body.rows(ROW, session.tables.rows.order.len(), |mut row| {
            let index = row.index();
            let is_selected = session.is_table_row_selected(index);
            row.set_selected(is_selected);
            let mut cells = accessible::Row::new(index, is_selected);
            let mut first_cell = None;
            for (at, &column) in columns.iter().enumerate() {
                let (_, response) = row.col(|ui| {
                    cells.cell(ui);
                    let text = session.table_cell(index, column);
                    let shown = describe::short(&text);
                    ui.add(egui::Label::new(shown.as_ref()).truncate().selectable(false));
                });
                if follows && at == 0 && cursor == Some(index) {
                    response.request_focus();
                }
                if at == 0 {
                    first_cell = Some(response.clone());
                }
                if response.double_clicked() {
                    commands.push(Command::Editing(EditingCommand::EditCell(index, column)));
                }
                if response.has_focus() {
                    has_focus = true;
                    row_selection::read(&response, session, commands);
                }
            }
            let response = row.response();
            let Some(selection) = session.table_selection(index) else { return };
            if response.clicked() {
                row_selection::click(&response, session, index, selection, commands);
                // The keys go on from the row that was clicked.
                if let Some(cell) = first_cell {
                    cell.request_focus();
                }
            }
            context_menu::of(&response, frame, selection, commands);
        });
    });
    cache.table_has_focus = has_focus || (follows && cursor.is_some());
}

/// Whether the table is sorted by a column, and then whether in descending order.
fn order_of(frame: &Frame<'_>, column: Column) -> Option<bool> {
    let sort = frame.session.tables.choice.sort;
    sort.filter(|&(sorted, _)| sorted == column).map(|(_, is_descending)| is_descending)
}

/// A heading that sorts by its column: ascending, then descending, then in the dataset's own order.
fn heading(ui: &mut egui::Ui, frame: &Frame<'_>, column: Column, commands: &mut Vec<Command>) {
    let (table, strings) = (&frame.session.tables.choice, &frame.strings().tables);
    let name = column.heading(strings);
    let way = order_of(frame, column);
    let text = RichText::new(name).font(theme::font(Font::Strong, 12.0));
    let button = egui::Button::new(text).frame(false).truncate();
    let response = ui.add(button).on_hover_text((strings.sort_by)(name));
    if let Some(is_descending) = way {
        let at = egui::pos2(response.rect.right() + 8.0, response.rect.center().y);
        let up = if is_descending { -1.0 } else { 1.0 };
        let corner = |x: f32, y: f32| at + egui::vec2(x, y * up);
        let points = vec![corner(-4.0, 2.5), corner(4.0, 2.5), corner(0.0, -3.0)];
        let ink = theme::colour(frame.palette, Ink::Muted);
        ui.painter().add(egui::Shape::convex_polygon(points, ink, egui::Stroke::NONE));
        let order = if is_descending { strings.descending } else { strings.ascending };
        response
            .widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, format!("{name}, {order}")));
    }
    if response.clicked() {
        let sort = match way {
            None => Some((column, false)),
            Some(false) => Some((column, true)),
            Some(true) => None,
        };
        commands.push(Command::Tables(TablesCommand::Choose(TableChoice { sort, ..table.clone() })));
    }
}
