//! The pane in which a document is read: its text, with what the dataset quotes marked in it.

use std::ops::Range;
use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Id, Panel, RichText, Role, ScrollArea, Sense, Stroke, WidgetInfo};

use crate::diagnostics::shown_name;
use crate::document::Found;
use crate::session::{Checked, Command, Page, PageQuote, ReaderCommand, SelectionCommand, ViewCommand};
use crate::timeline::{Face, Ink, Selection};
use crate::ui::frame::{Frame, UiCache};
use crate::ui::view::access;
use crate::ui::widgets::muted;
use crate::ui::{describe, theme};

use super::lines::{MOST_LINES, line_of};
use super::marks::{Marked, PageMarks};
use super::reading;

/// Text size of the document.
const SIZE: f32 = 15.0;
/// From one line to the next.
const LINE: f32 = 21.0;
/// Lines longer than this are hard to follow, in points: some seventy letters.
const MEASURE: f32 = 620.0;
/// Width of the list of quotations.
const LIST: f32 = 280.0;

pub(in crate::ui) fn show(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    cache: &mut UiCache,
    commands: &mut Vec<Command>,
) {
    let Some(page) = &frame.session.reader.document else { return };
    let window = ui.available_height();
    Panel::bottom("page")
        .resizable(true)
        .default_size((window * 0.4).min(420.0))
        .size_range(120.0..=window * 0.8)
        .frame(theme::panel(egui::Margin::symmetric(16, 10)))
        .show(ui, |ui| {
            head(ui, frame, page, cache.page_lines.is_cut, commands);
            ui.separator();
            ui.horizontal_top(|ui| {
                let wide = ui.available_width();
                let list = if wide > 400.0 { LIST.min(0.42 * wide) } else { 0.0 };
                let size = egui::vec2((wide - list - 24.0).max(80.0), ui.available_height());
                ui.allocate_ui_with_layout(size, egui::Layout::top_down(egui::Align::Min), |ui| {
                    text(ui, frame, page, cache, commands);
                });
                if list > 0.0 {
                    ui.add_space(8.0);
                    let size = egui::vec2(ui.available_width(), ui.available_height());
                    ui.allocate_ui_with_layout(size, egui::Layout::top_down(egui::Align::Min), |ui| {
                        if page.source.is_some() {
                            quotes(ui, frame, page, commands);
                        } else {
                            reading::show(ui, frame, page, commands);
                        }
                    });
                }
            });
        });
}

fn head(ui: &mut egui::Ui, frame: &Frame<'_>, page: &Page, is_cut: bool, commands: &mut Vec<Command>) {
    let strings = &frame.strings().reader;
    ui.horizontal(|ui| {
        let dataset = &frame.session.world.dataset;
        let title = match page.source {
            Some(source) => (strings.copy_of)(&describe::short(&dataset.source(source).title)),
            None => (strings.reading)(&shown_name(page.document.title.as_deref().unwrap_or(&page.name))),
        };
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if ui.button(strings.close.name).on_hover_text(strings.close.tooltip).clicked() {
                commands.push(Command::Reader(ReaderCommand::Close));
            }
            if page.source.is_some() {
                checked(ui, frame, page.checked);
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                let title = RichText::new(title).font(theme::font(Face::Strong, 13.0));
                ui.add(egui::Label::new(title).truncate());
            });
        });
    });
    let document = &page.document;
    let notes = [
        document.encoding.filter(|&name| name != "UTF-8").map(strings.encoding),
        (document.replaced > 0).then(|| (strings.replaced)(document.replaced)),
        document.cut.map(strings.cut),
        is_cut.then(|| (strings.shown_only)(MOST_LINES)),
    ];
    let notes: Vec<String> = notes.into_iter().flatten().collect();
    if !notes.is_empty() {
        muted(ui, frame, notes.join(" · "));
    }
}

/// Whether the copy is the one that the dataset speaks of.
fn checked(ui: &mut egui::Ui, frame: &Frame<'_>, checked: Checked) {
    let strings = &frame.strings().reader;
    let (label, ink) = match checked {
        Checked::Same => (strings.same, Ink::Muted),
        Checked::Changed => (strings.changed, Ink::End),
        Checked::Unknown => (strings.unknown, Ink::Muted),
    };
    let text = RichText::new(label.name).size(12.0).color(theme::colour(frame.palette, ink));
    ui.label(text).on_hover_text(label.tooltip);
}

fn text(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    page: &Arc<Page>,
    cache: &mut UiCache,
    commands: &mut Vec<Command>,
) {
    let session = frame.session;
    let width = (ui.available_width() - 16.0).clamp(60.0, MEASURE);
    let lines = cache.page_lines.of(page, width, SIZE, &cache.fonts);
    let mut area = ScrollArea::vertical().id_salt("page text").auto_shrink(false);
    if cache.page_moves != session.reader.scroll_requests {
        cache.page_moves = session.reader.scroll_requests;
        let passage = session.reader.quote.and_then(|place| page.quotes.get(place)?.found.passage());
        let spot = passage.map(|passage| passage.range.start).or(session.reader.offset);
        let line = spot.map_or(0, |spot| line_of(lines, spot));
        // A third of the pane stands above, as context.
        let above = ui.available_height() / 3.0;
        area = area.vertical_scroll_offset((line as f32 * LINE - above).max(0.0));
    }
    let marks = cache.page_marks.of(page);
    ui.spacing_mut().item_spacing.y = 0.0;
    area.show_rows(ui, LINE, lines.len(), |ui, rows| {
        for line in &lines[rows] {
            self::line(ui, frame, page, line, marks, commands);
        }
    });
}

/// One line with its marks, which lead to their statements.
fn line(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    page: &Page,
    line: &Range<usize>,
    marks: &PageMarks,
    commands: &mut Vec<Command>,
) {
    let text = &page.document.text[line.clone()];
    let shown = line.start..line.start + text.trim_end().len();
    let here = marks.within(&shown);
    let mut edges: Vec<usize> = here.iter().flat_map(|mark| [mark.range.start, mark.range.end]).collect();
    let treaties = page.reading.treaties_in(&shown);
    edges.extend(treaties.iter().flat_map(|mention| [mention.range.start, mention.range.end]));
    let dates = page.reading.dates_in(&shown);
    edges.extend(dates.iter().flat_map(|mention| [mention.range.start, mention.range.end]));
    let spoken = page.reading.quotations_in(&shown);
    edges.extend(spoken.iter().flat_map(|quotation| [quotation.range.start, quotation.range.end]));
    edges.extend([shown.start, shown.end]);
    edges.retain(|edge| (shown.start..=shown.end).contains(edge));
    edges.sort_unstable();
    edges.dedup();
    let ink = |ink| theme::colour(frame.palette, ink);
    let plain = TextFormat::simple(theme::font(Face::Serif, SIZE), ink(Ink::Text));
    let plain = TextFormat { line_height: Some(LINE), ..plain };
    let mut job = LayoutJob::default();
    for edge in edges.windows(2) {
        let (from, to) = (edge[0], edge[1]);
        let over = |mark: &&&Marked| mark.range.start <= from && mark.range.end >= to;
        let mut format = plain.clone();
        let covers = |range: &Range<usize>| range.start <= from && range.end >= to;
        if let Some(quotation) = spoken.iter().find(|quotation| covers(&quotation.range)) {
            let is_chosen = frame.session.reader.offset == Some(quotation.range.start);
            format.background = ink(Ink::Accent).gamma_multiply(if is_chosen { 0.3 } else { 0.12 });
        }
        if dates.iter().any(|mention| covers(&mention.range)) {
            format.underline = Stroke::new(1.0, ink(Ink::Muted));
        }
        if treaties.iter().any(|mention| covers(&mention.range)) {
            format.underline = Stroke::new(1.0, ink(Ink::Accent));
        }
        if let Some(mark) = here.iter().filter(|mark| !mark.differs).find(over) {
            let is_chosen = frame.session.reader.quote == Some(mark.place);
            format.background = ink(Ink::Select).gamma_multiply(if is_chosen { 0.4 } else { 0.18 });
        }
        if here.iter().filter(|mark| mark.differs).any(|mark| over(&mark)) {
            format.underline = Stroke::new(2.0, ink(Ink::End));
        }
        job.append(&page.document.text[from..to], 0.0, format);
    }
    let galley = ui.painter().layout_job(job.clone());
    let height = egui::vec2(ui.available_width(), LINE);
    let shown_line =
        ui.allocate_ui_with_layout(height, egui::Layout::left_to_right(egui::Align::Min), |ui| {
            ui.set_min_height(LINE);
            ui.add(egui::Label::new(job).extend())
        });
    let response = shown_line.inner;
    let x_of = |at: usize| {
        let chars = page.document.text[shown.start..at.clamp(shown.start, shown.end)].chars().count();
        galley.pos_from_cursor(egui::text::CCursor::new(chars)).left()
    };
    let line_rect = response.rect;
    let place = |range: &Range<usize>| {
        let (left, right) = (x_of(range.start), x_of(range.end));
        egui::Rect::from_x_y_ranges(line_rect.left() + left..=line_rect.left() + right, line_rect.y_range())
    };
    for mention in treaties.iter().filter(|mention| mention.range.start >= shown.start) {
        let name = describe::short(&frame.session.world.dataset.treaty(mention.treaty).name);
        if link(ui, frame, place(&mention.range), mention.range.start, &name) {
            commands.push(Command::Selection(SelectionCommand::GoTo(Selection::Treaty(mention.treaty))));
        }
    }
    for mention in dates.iter().filter(|mention| mention.range.start >= shown.start) {
        let Some(date) = mention.when.date(frame.session.reader.drafts.day_of_text()) else {
            let id = Id::unique(("page date", mention.range.start));
            let on_date = ui.interact(place(&mention.range), id, Sense::hover());
            on_date.on_hover_text(frame.strings().reader.needs_day);
            continue;
        };
        if link(ui, frame, place(&mention.range), mention.range.start, &(frame.strings().dates.date)(&date)) {
            commands.push(Command::View(ViewCommand::GoToDate(date)));
        }
    }
    for mark in here.iter().filter(|mark| !mark.differs) {
        let rect = place(&mark.range);
        let quote = &page.quotes[mark.place];
        let begins_here = mark.range.start >= shown.start;
        let id = Id::unique(("page mark", mark.place, line.start));
        // Heard and reached by Tab once, where it begins; its other lines can be clicked too.
        let on_mark = ui.interact(rect, id, if begins_here { Sense::click() } else { Sense::CLICK });
        if begins_here {
            let name = describe::statement(frame.session, quote.statement);
            on_mark.widget_info(|| {
                WidgetInfo::labeled(Role::Link, true, (frame.strings().selection.go_to)(&name))
            });
            access::show_focus(ui, &on_mark);
        }
        let on_mark = on_mark.on_hover_cursor(egui::CursorIcon::PointingHand);
        if on_mark.on_hover_ui(|ui| explain(ui, frame, quote, page)).clicked() {
            commands.push(Command::Reader(ReaderCommand::GoToQuote(mark.place)));
        }
    }
}

/// A name in the text that leads somewhere; whether it was clicked.
fn link(ui: &egui::Ui, frame: &Frame<'_>, rect: egui::Rect, at: usize, name: &str) -> bool {
    let response = ui.interact(rect, Id::unique(("page link", at)), Sense::click());
    let said = (frame.strings().selection.go_to)(name);
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &said));
    access::show_focus(ui, &response);
    response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text(said.as_str()).clicked()
}

/// How a quotation stands in the text, and where it differs.
fn explain(ui: &mut egui::Ui, frame: &Frame<'_>, quote: &PageQuote, page: &Page) {
    let strings = &frame.strings().reader;
    ui.set_max_width(360.0);
    ui.label(describe::statement(frame.session, quote.statement));
    muted(ui, frame, standing(frame, &quote.found));
    let Some(passage) = quote.found.passage() else { return };
    let statement = frame.session.world.dataset.statement(quote.statement);
    let exact = match (&statement.original, &statement.selector) {
        (Some(original), _) if quote.is_original => &*original.quote,
        (_, Some(selector)) => &*selector.exact,
        _ => &*statement.quote,
    };
    for difference in passage.differences.iter().take(6) {
        let there = page.document.text.get(difference.passage.clone()).unwrap_or_default();
        let quoted = exact.get(difference.quote.clone()).unwrap_or_default();
        ui.label((strings.differs)(there.trim(), quoted.trim()));
    }
}

/// How a quotation stands in a text, in words.
pub(in crate::ui) fn standing(frame: &Frame<'_>, found: &Found) -> String {
    let strings = &frame.strings().reader;
    let Some(passage) = found.passage() else { return strings.not_found.to_owned() };
    let stage = match &passage.negation {
        Some(negation) => (strings.negated)(&negation.word, negation.is_quoted),
        None => (strings.stage)(passage.kind),
    };
    if passage.candidates > 1 {
        format!("{stage}, {}", (strings.first_of_identical)(passage.candidates))
    } else {
        stage
    }
}

/// The list of quotations, which lead to their places.
fn quotes(ui: &mut egui::Ui, frame: &Frame<'_>, page: &Page, commands: &mut Vec<Command>) {
    let strings = &frame.strings().reader;
    let counted = if page.quotes.is_empty() {
        strings.no_quotations.to_owned()
    } else {
        (strings.quotations)(page.quotes.len())
    };
    ui.vertical(|ui| {
        muted(ui, frame, counted);
        let height = 2.0 * ui.text_style_height(&egui::TextStyle::Body) + 6.0;
        ScrollArea::vertical().id_salt("page quotes").auto_shrink(false).show_rows(
            ui,
            height,
            page.quotes.len(),
            |ui, rows| {
                for place in rows {
                    let quote = &page.quotes[place];
                    let statement = frame.session.world.dataset.statement(quote.statement);
                    let spoken = match &statement.original {
                        Some(original) if quote.is_original => &original.quote,
                        _ => &statement.quote,
                    };
                    let text = (frame.strings().selection.quotation)(&describe::first_words(spoken, 60));
                    let chosen = frame.session.reader.quote == Some(place);
                    let response = ui
                        .scope(|ui| {
                            ui.set_height(height - 4.0);
                            ui.spacing_mut().item_spacing.y = 1.0;
                            let text = RichText::new(text).size(12.5);
                            let button = egui::Button::selectable(chosen, text).truncate();
                            let response = ui.add(button);
                            let is_off = quote.found.passage().is_none_or(|p| !p.differences.is_empty());
                            let ink =
                                theme::colour(frame.palette, if is_off { Ink::End } else { Ink::Muted });
                            ui.horizontal(|ui| {
                                ui.add_space(ui.spacing().button_padding.x);
                                ui.label(RichText::new(standing(frame, &quote.found)).size(12.0).color(ink));
                            });
                            response
                        })
                        .inner;
                    if response.clicked() {
                        commands.push(Command::Reader(ReaderCommand::GoToQuote(place)));
                    }
                }
            },
        );
    });
}
