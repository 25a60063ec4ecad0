//! The results of a search, under its field: one row for each, with the matched words highlighted.

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Area, Order, RichText, ScrollArea};

use crate::domain::About;
use crate::search::{Item, Query};
use crate::session::{Command, SearchCommand};
use crate::text::{clusters, first_clusters, folded_words};
use crate::timeline::{Font, Ink};
use crate::ui::commands::text_field;
use crate::ui::frame::Frame;
use crate::ui::{describe, theme};

use super::highlight;

/// Width of the list, where the window has room for it.
const WIDTH: f32 = 520.0;
/// Height of a row of two lines.
const ROW: f32 = 42.0;
/// Height of the list.
const MAX_HEIGHT: f32 = 10.0 * ROW;
/// Characters shown before the first match, and in a row.
const LEAD: usize = 40;
const LINE: usize = 110;

/// Shows the list, and returns where it is.
pub(in crate::ui) fn show(
    ui: &egui::Ui,
    frame: &Frame<'_>,
    field: &egui::Rect,
    commands: &mut Vec<Command>,
) -> egui::Rect {
    let window = ui.ctx().content_rect();
    let width = WIDTH.max(field.width()).min(window.width() - 24.0);
    let left = field.left().min(window.right() - width - 12.0).max(12.0);
    let area = Area::new(egui::Id::unique("found")).order(Order::Foreground);
    let area = area.fixed_pos(egui::pos2(left, field.bottom() + 4.0)).constrain(false);
    let shown = area.show(ui.ctx(), |ui| {
        egui::Frame::popup(ui.style()).inner_margin(6.0).show(ui, |ui| {
            ui.set_width(width - 12.0);
            let height = MAX_HEIGHT.min(window.bottom() - field.bottom() - 60.0).max(ROW);
            list(ui, frame, height, commands);
        });
    });
    shown.response.rect
}

fn list(ui: &mut egui::Ui, frame: &Frame<'_>, height: f32, commands: &mut Vec<Command>) {
    let (find, strings) = (&frame.session.search, frame.strings());
    let muted = |text: String| RichText::new(text).size(12.0).color(theme::colour(frame.palette, Ink::Muted));
    if let Some(problem) = &find.query.problem {
        let label = (strings.search.problem)(problem);
        ui.label(RichText::new(label).size(12.0).color(theme::colour(frame.palette, Ink::End)));
    }
    offered_tags(ui, frame, commands);
    if find.hits.is_empty() {
        if find.elsewhere > 0 {
            let shown = frame.session.filter.result.as_ref().map_or(0, |filtered| filtered.counts[0]);
            elsewhere(ui, muted((strings.search.only_elsewhere)(shown, find.elsewhere)), frame, commands);
            return;
        }
        if find.query.problem.is_none() && !find.query.is_empty() {
            ui.label(muted((strings.search.no_results)(&describe::short(&find.text))));
        }
        ui.label(muted(strings.search.help.to_owned()));
        return;
    }
    if find.elsewhere > 0 {
        let text = (strings.search.here_and_elsewhere)(find.hits.len(), find.elsewhere);
        elsewhere(ui, muted(text), frame, commands);
    }
    if let Some(id) = find.speaker {
        let dataset = &frame.session.world.dataset;
        let name = describe::short(&dataset.speaker(id).name);
        let label = (strings.selection.all_by_counted)(&name, dataset.statements_by(id).len());
        if ui.link(RichText::new(label).font(theme::font(Font::Strong, 13.0))).clicked() {
            commands.push(Command::Search(SearchCommand::OpenSpeaker(id)));
        }
        ui.add_space(theme::GRID);
    }
    if find.is_partial {
        ui.label(muted(strings.search.partial_results.to_owned()));
    }
    // Scrolled to once: a request in every frame would never come to rest.
    let is_new = ui.data_mut(|data| {
        let last = data.get_temp_mut_or(egui::Id::unique("chosen hit"), usize::MAX);
        std::mem::replace(last, find.chosen) != find.chosen
    });
    ui.spacing_mut().item_spacing.y = 0.0;
    // As high as this list needs to be, whatever the one before needed.
    let height = height.min(find.hits.len() as f32 * ROW);
    let mut area =
        ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, true]);
    area = area.scroll_source(text_field::FIXED_SCROLL_BAR);
    if is_new {
        area = area.vertical_scroll_offset((find.chosen as f32 * ROW - height / 2.0 + ROW / 2.0).max(0.0));
    }
    area.show_rows(ui, ROW, find.hits.len(), |ui, rows| {
        for index in rows {
            let item = find.hits[index];
            let [title, below] = row(frame, item);
            let label = format!("{}, {}", title.text, below.text);
            let size = egui::vec2(ui.available_width(), ROW);
            let button = egui::Button::selectable(index == find.chosen, "").min_size(size);
            let response = ui.add(button).accessible_name(label);
            for (mut line, y) in [(title, 5.0), (below, 23.0)] {
                line.wrap = TextWrapping::truncate_at_width(size.x - 16.0);
                let galley = ui.painter().layout_job(line);
                ui.painter().galley(
                    response.rect.min + egui::vec2(8.0, y),
                    galley,
                    egui::Color32::PLACEHOLDER,
                );
            }
            if response.clicked() {
                commands.push(Command::Search(SearchCommand::Open(index)));
            }
        }
    });
}

/// The tags that may be meant by what is typed, each a button that writes it out.
fn offered_tags(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let offered = &frame.session.search.offered_tags;
    if offered.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        for (tag, text) in offered {
            let response = ui.small_button(describe::short(tag));
            let name = (frame.strings().search.offered_tag)(tag);
            if response.accessible_name(name).clicked() {
                commands.push(Command::Search(SearchCommand::SetText(text.clone())));
            }
        }
    });
}

/// How many results are hidden, with a link that shows them.
fn elsewhere(ui: &mut egui::Ui, text: RichText, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    ui.horizontal_wrapped(|ui| {
        ui.label(text);
        if ui.link(RichText::new(frame.strings().search.everywhere).size(12.0)).clicked() {
            commands.push(Command::Search(SearchCommand::Everywhere));
        }
    });
}

/// The two lines of a result.
fn row(frame: &Frame<'_>, item: Item) -> [LayoutJob; 2] {
    let (dataset, strings) = (&frame.session.world.dataset, frame.strings());
    let treaty_name = |id| describe::short(&dataset.treaty(id).name).into_owned();
    let (title, below) = match item {
        Item::Treaty(id) => {
            let category = dataset.categories().get(dataset.treaty(id).category);
            let standing = match &frame.session.world.bulk {
                Some(_) => String::new(),
                None => (strings.terms.life_summary)(
                    dataset.status_summary_on(id, frame.session.statuses().day).life,
                ),
            };
            let category = category.map_or("", |category| &*category.name);
            (treaty_name(id), describe::joined(&[category, &standing], " · "))
        }
        Item::Event(id) => {
            let event = dataset.event(id);
            let when = (strings.dates.date)(event.date());
            (
                describe::short(&event.title).into_owned(),
                format!(
                    "{} · {when} · {}",
                    treaty_name(event.treaty),
                    strings.event_kind(dataset, event.kind)
                ),
            )
        }
        Item::Source(id) => {
            let source = dataset.source(id);
            let date = source.date.as_ref().map(strings.dates.short).unwrap_or_default();
            let kind = (strings.terms.source_kind)(source.kind);
            let parts = [strings.tables.source_heading, &source.publisher, &date, kind];
            (describe::short(&source.title).into_owned(), describe::joined(&parts, " · "))
        }
        Item::Statement(id) => {
            let statement = dataset.statement(id);
            let query = &frame.session.search.query;
            let original = statement.original.as_ref().map(|original| &*original.quote);
            // The match may be in the original wording only.
            let quote = match original {
                Some(original) if !has_hit(&statement.quote, query) && has_hit(original, query) => original,
                _ => &statement.quote,
            };
            let speaker = describe::short(&dataset.speaker(statement.speaker).name);
            let when = (strings.dates.date)(&statement.date);
            let mut about: Vec<String> = statement
                .about
                .iter()
                .map(|about| match *about {
                    About::Treaty(id) => treaty_name(id),
                    About::Event(id) => treaty_name(dataset.event(id).treaty),
                })
                .collect();
            about.dedup();
            (
                (strings.selection.quotation)(&around_hit(quote, query)),
                describe::joined(&[&speaker, &when, &about.join(" · ")], " · "),
            )
        }
    };
    let font = match item {
        Item::Treaty(_) => Font::Strong,
        Item::Event(_) | Item::Source(_) => Font::Text,
        Item::Statement(_) => Font::Serif,
    };
    let lines =
        [(title, theme::font(font, 13.0), Ink::Text), (below, theme::font(Font::Text, 11.0), Ink::Muted)];
    lines.map(|(text, font, ink)| {
        highlight::text(frame, &text, TextFormat::simple(font, theme::colour(frame.palette, ink)))
    })
}

fn has_hit(text: &str, query: &Query) -> bool {
    folded_words(text).any(|(_, form)| query.asks_for(&form))
}

/// The part of a long text that begins a little before the first match.
fn around_hit(text: &str, query: &Query) -> String {
    let hit = folded_words(text).find(|(_, form)| query.asks_for(form)).map_or(0, |(range, _)| range.start);
    let from = clusters(&text[..hit]).rev().nth(LEAD - 1).map_or(0, |(at, _)| at);
    let part = first_clusters(&text[from..], LINE);
    let is_cut = from + part.len() < text.len();
    let mut part = part.to_owned();
    if from > 0 {
        let rest = part.split_once(' ').map_or(part.as_str(), |(_, rest)| rest);
        part = format!("… {rest}");
    }
    if is_cut {
        part.push('…');
    }
    part
}
