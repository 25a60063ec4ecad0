//! The text of a document, laid out line by line, with its quotations, treaties and dates as links.

use std::ops::Range;
use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Id, Role, ScrollArea, Sense, Stroke, WidgetInfo};

use crate::session::{Command, LocatedQuote, OpenDocument, ReaderCommand, SelectionCommand, ViewCommand};
use crate::timeline::{Font, Ink, Selection};
use crate::ui::frame::{Frame, UiCache};
use crate::ui::widgets::{muted, show_focus_ring};
use crate::ui::{describe, theme};

use super::highlights::{DocumentHighlights, Highlight};
use super::lines::line_of;

/// Text size of the document.
const TEXT_SIZE: f32 = 15.0;
/// Height of a line.
const LINE_HEIGHT: f32 = 21.0;
/// Longer lines are hard to follow, in points: some seventy letters.
const MAX_WIDTH: f32 = 620.0;
pub(super) fn show(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    open: &Arc<OpenDocument>,
    cache: &mut UiCache,
    commands: &mut Vec<Command>,
) {
    let session = frame.session;
    let width = (ui.available_width() - 16.0).clamp(60.0, MAX_WIDTH);
    let lines = cache.document_lines.of(open, width, TEXT_SIZE, &cache.fonts);
    let mut area = ScrollArea::vertical().id_salt("page text").auto_shrink(false);
    if cache.scroll_requests != session.reader.scroll_requests {
        cache.scroll_requests = session.reader.scroll_requests;
        let passage = session.reader.quote.and_then(|index| open.quotes.get(index)?.found.passage());
        let spot = passage.map(|passage| passage.range.start).or(session.reader.offset);
        let line = spot.map_or(0, |spot| line_of(lines, spot));
        // A third of the panel above is left for context.
        let above = ui.available_height() / 3.0;
        area = area.vertical_scroll_offset((line as f32 * LINE_HEIGHT - above).max(0.0));
    }
    let highlights = cache.document_highlights.of(open);
    ui.spacing_mut().item_spacing.y = 0.0;
    area.show_rows(ui, LINE_HEIGHT, lines.len(), |ui, rows| {
        for line in &lines[rows] {
            self::line(ui, frame, open, line, highlights, commands);
        }
    });
}

/// One line: quotations lead to their statements, names to treaties, dates to the timeline.
fn line(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    open: &OpenDocument,
    line: &Range<usize>,
    highlights: &DocumentHighlights,
    commands: &mut Vec<Command>,
) {
    let text = &open.document.text[line.clone()];
    let shown = line.start..line.start + text.trim_end().len();
    let here = highlights.within(&shown);
    let mut edges: Vec<usize> =
        here.iter().flat_map(|highlight| [highlight.range.start, highlight.range.end]).collect();
    let treaties = open.reading.treaties_in(&shown);
    edges.extend(treaties.iter().flat_map(|mention| [mention.range.start, mention.range.end]));
    let dates = open.reading.dates_in(&shown);
    edges.extend(dates.iter().flat_map(|mention| [mention.range.start, mention.range.end]));
    let spoken = open.reading.quotations_in(&shown);
    edges.extend(spoken.iter().flat_map(|quotation| [quotation.range.start, quotation.range.end]));
    edges.extend([shown.start, shown.end]);
    edges.retain(|edge| (shown.start..=shown.end).contains(edge));
    edges.sort_unstable();
    edges.dedup();
    let ink = |ink| theme::colour(frame.palette, ink);
    let plain = TextFormat::simple(theme::font(Font::Serif, TEXT_SIZE), ink(Ink::Text));
    let plain = TextFormat { line_height: Some(LINE_HEIGHT), ..plain };
    let mut job = LayoutJob::default();
    for edge in edges.windows(2) {
        let (from, to) = (edge[0], edge[1]);
        let over = |highlight: &&&Highlight| highlight.range.start <= from && highlight.range.end >= to;
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
        if let Some(highlight) = here.iter().filter(|highlight| !highlight.differs).find(over) {
            let is_chosen = frame.session.reader.quote == Some(highlight.index);
            format.background = ink(Ink::Select).gamma_multiply(if is_chosen { 0.4 } else { 0.18 });
        }
        if here.iter().filter(|highlight| highlight.differs).any(|highlight| over(&highlight)) {
            format.underline = Stroke::new(2.0, ink(Ink::End));
        }
        job.append(&open.document.text[from..to], 0.0, format);
    }
    let galley = ui.painter().layout_job(job.clone());
    let height = egui::vec2(ui.available_width(), LINE_HEIGHT);
    let shown_line =
        ui.allocate_ui_with_layout(height, egui::Layout::left_to_right(egui::Align::Min), |ui| {
            ui.set_min_height(LINE_HEIGHT);
            ui.add(egui::Label::new(job).extend())
        });
    let response = shown_line.inner;
    let x_of = |at: usize| {
        let chars = open.document.text[shown.start..at.clamp(shown.start, shown.end)].chars().count();
        galley.pos_from_cursor(egui::text::CCursor::new(chars)).left()
    };
    let line_rect = response.rect;
    let rect_of = |range: &Range<usize>| {
        let (left, right) = (x_of(range.start), x_of(range.end));
        egui::Rect::from_x_y_ranges(line_rect.left() + left..=line_rect.left() + right, line_rect.y_range())
    };
    for mention in treaties.iter().filter(|mention| mention.range.start >= shown.start) {
        let name = describe::short(&frame.session.world.dataset.treaty(mention.treaty).name);
        if link(ui, frame, rect_of(&mention.range), mention.range.start, &name) {
            commands.push(Command::Selection(SelectionCommand::GoTo(Selection::Treaty(mention.treaty))));
        }
    }
    for mention in dates.iter().filter(|mention| mention.range.start >= shown.start) {
        let Some(date) = mention.when.date(frame.session.reader.drafts.day_of_text()) else {
            let id = Id::unique(("page date", mention.range.start));
            let on_date = ui.interact(rect_of(&mention.range), id, Sense::hover());
            on_date.on_hover_text(frame.strings().reader.needs_day);
            continue;
        };
        if link(ui, frame, rect_of(&mention.range), mention.range.start, &(frame.strings().dates.date)(&date))
        {
            commands.push(Command::View(ViewCommand::GoToDate(date)));
        }
    }
    for highlight in here.iter().filter(|highlight| !highlight.differs) {
        let rect = rect_of(&highlight.range);
        let quote = &open.quotes[highlight.index];
        let begins_here = highlight.range.start >= shown.start;
        let id = Id::unique(("page mark", highlight.index, line.start));
        // Announced and reached by Tab only where it begins; its other lines can be clicked too.
        let on_highlight = ui.interact(rect, id, if begins_here { Sense::click() } else { Sense::CLICK });
        if begins_here {
            let name = describe::statement(frame.session, quote.statement);
            on_highlight.widget_info(|| {
                WidgetInfo::labeled(Role::Link, true, (frame.strings().selection.go_to)(&name))
            });
            show_focus_ring(ui, &on_highlight);
        }
        let on_highlight = on_highlight.on_hover_cursor(egui::CursorIcon::PointingHand);
        if on_highlight.on_hover_ui(|ui| explain(ui, frame, quote, open)).clicked() {
            commands.push(Command::Reader(ReaderCommand::GoToQuote(highlight.index)));
        }
    }
}

/// A link over a part of the text; whether it was clicked.
fn link(ui: &egui::Ui, frame: &Frame<'_>, rect: egui::Rect, at: usize, name: &str) -> bool {
    let response = ui.interact(rect, Id::unique(("page link", at)), Sense::click());
    let label = (frame.strings().selection.go_to)(name);
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &label));
    show_focus_ring(ui, &response);
    response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text(label.as_str()).clicked()
}

/// How well a quotation matches the text, and where it differs.
fn explain(ui: &mut egui::Ui, frame: &Frame<'_>, quote: &LocatedQuote, open: &OpenDocument) {
    let strings = &frame.strings().reader;
    ui.set_max_width(360.0);
    ui.label(describe::statement(frame.session, quote.statement));
    muted(ui, frame, describe::quote_match(frame.session, &quote.found));
    let Some(passage) = quote.found.passage() else { return };
    let statement = frame.session.world.dataset.statement(quote.statement);
    let exact = match (&statement.original, &statement.selector) {
        (Some(original), _) if quote.is_original => &*original.quote,
        (_, Some(selector)) => &*selector.exact,
        _ => &*statement.quote,
    };
    for difference in passage.differences.iter().take(6) {
        let there = open.document.text.get(difference.passage.clone()).unwrap_or_default();
        let quoted = exact.get(difference.quote.clone()).unwrap_or_default();
        ui.label((strings.differs)(there.trim(), quoted.trim()));
    }
}
