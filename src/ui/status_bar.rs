//! The bar at the bottom: counts, the time range in the window, and problems in the file.

use egui::{Panel, RichText, Role, Sense, Stroke, WidgetInfo};

use crate::session::{
    Action, Command, FilesCommand, LayersCommand, OnDisk, ReaderCommand, Rereading, Session,
};
use crate::text::first_clusters;
use crate::timeline::{Font, Ink, Scene, TimeView};

use super::commands::read_shortcuts;
use super::describe;
use super::frame::Frame;
use super::theme;
use super::widgets::{button_width, show_focus_ring, text_width};

/// Height of the bar.
const HEIGHT: f32 = 26.0;
/// Height of a button in it.
const BUTTON_HEIGHT: f32 = 20.0;
/// Space between two texts.
const GAP: f32 = 18.0;
/// Text size.
const SIZE: f32 = 11.0;

pub(super) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let margin = theme::panel(egui::Margin::symmetric(12, 0));
    Panel::bottom("status bar").exact_size(HEIGHT).frame(margin).show(ui, |ui| {
        let muted = theme::colour(frame.palette, Ink::Muted);
        let small = |text: String| RichText::new(text).size(SIZE).color(muted);
        // The right side is laid out first: it must not give way to anything.
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            ui.spacing_mut().interact_size.y = BUTTON_HEIGHT;
            let (session, strings) = (frame.session, frame.strings());
            let report =
                session.files.refused.as_ref().map_or(&session.world.report, |refused| &refused.report);
            if !report.problems.is_empty() {
                let summary = (strings.files.problems)(report.errors, report.warnings);
                let button = egui::Button::new(small(summary)).frame(false);
                if ui.add(button).on_hover_text(Action::Problems.label(strings).tooltip).clicked() {
                    commands.push(Command::Do(Action::Problems));
                }
            }
            // Of several files it is said which.
            let of_file = |words: &str| match session.file_on_disk() {
                Some(name) => format!("{name} {words}"),
                None => words.to_owned(),
            };
            match session.files.on_disk {
                OnDisk::Same => {}
                OnDisk::Changed if session.files.rereading == Rereading::Running => {
                    ui.label(small(strings.files.rereading.to_owned()));
                }
                OnDisk::Changed => {
                    let (name, help) = match &session.files.unreadable {
                        Some(why) => (strings.files.unreadable_on_disk, why.as_str()),
                        None => (strings.files.changed_on_disk, Action::Reload.label(strings).tooltip),
                    };
                    let button = egui::Button::new(small(of_file(name))).frame(false);
                    if ui.add(button).on_hover_text(help).clicked() {
                        commands.push(Command::Do(Action::Reload));
                    }
                }
                OnDisk::Gone => {
                    ui.label(small(of_file(strings.files.gone_from_disk)));
                }
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                document_progress(ui, frame, commands);
                let span = Scene::words_for_span(session.view.current.time, strings);
                let change = session.says_how_table_was_read().then_some(strings.opening.change);
                let added = session.layer_just_added();
                let names = change.map(|change| change.name).into_iter();
                let names = names.chain(added.map(|_| strings.layers.remove));
                let taken: f32 = names.map(|name| button_width(ui, name) + GAP).sum();
                ui.scope(|ui| {
                    ui.set_max_width((ui.available_width() - taken).max(0.0));
                    for text in that_fit(ui, texts(session)) {
                        let is_span = text == span;
                        let label = egui::Label::new(small(text)).truncate();
                        if is_span {
                            period(ui, frame, label, &span, commands);
                        } else {
                            ui.add(label);
                        }
                    }
                });
                if let Some(change) = change
                    && button(ui, change.name).on_hover_text(change.tooltip).clicked()
                {
                    commands.push(Command::Files(FilesCommand::AskAboutTable));
                }
                if let Some(layer) = added {
                    let name = session.layer_name(layer).unwrap_or_default();
                    let label = (strings.layers.remove_of)(&describe::short(name));
                    let remove = button(ui, strings.layers.remove).accessible_name(&*label);
                    if remove.on_hover_text(label).clicked() {
                        commands.push(Command::Layers(LayersCommand::Remove(layer)));
                    }
                }
            });
        });
    });
}

/// The visible period: a button that opens the dialog for another one.
fn period(ui: &mut egui::Ui, frame: &Frame<'_>, label: egui::Label, span: &str, commands: &mut Vec<Command>) {
    let strings = frame.strings();
    let response = ui.add(label.selectable(false).sense(Sense::click()));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, (strings.view.period_shown)(span)));
    if response.hovered() {
        let ink = theme::colour(frame.palette, Ink::Muted);
        ui.painter().hline(response.rect.x_range(), response.rect.bottom(), Stroke::new(1.0, ink));
    }
    show_focus_ring(ui, &response);
    if response.clicked() {
        commands.push(Command::Do(Action::GoToDate));
    }
    let key = read_shortcuts::first(ui, Action::GoToDate);
    let help = format!("{} ({key})\n{}", strings.view.period_help, scale(frame.session));
    response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text(help);
}

/// The document that is being opened, with a button to cancel.
fn document_progress(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    /// Longer names are cut, to leave room for the button.
    const MAX_NAME: usize = 60;
    let Some(name) = &frame.session.reader.loading else { return };
    let strings = frame.strings();
    let name = first_clusters(name, MAX_NAME);
    let muted = theme::colour(frame.palette, Ink::Muted);
    ui.label(RichText::new((strings.reader.opening)(name)).size(SIZE).color(muted));
    if button(ui, strings.files.cancel.name).on_hover_text(strings.reader.cancel_help).clicked() {
        commands.push(Command::Reader(ReaderCommand::Cancel));
    }
}

/// A button, as high as the bar has room for.
fn button(ui: &mut egui::Ui, name: &str) -> egui::Response {
    ui.scope(|ui| {
        ui.spacing_mut().button_padding.y = 1.0;
        let text = RichText::new(name).size(SIZE);
        ui.add(egui::Button::new(text).min_size(egui::vec2(0.0, BUTTON_HEIGHT)))
    })
    .inner
}

/// How much time a point of the window is, and how far that is zoomed in.
fn scale(session: &Session) -> String {
    let (strings, time) = (session.strings(), session.view.current.time);
    let plot = session.view.rows.plot(session.view.size).width();
    let secs_per_point = time.span / f64::from(plot.max(1.0));
    let fit = TimeView::fit(&session.world.limits).span;
    format!("{} · {}", (strings.view.scale)(secs_per_point), (strings.view.zoom)(fit / time.span))
}

/// The texts from left to right, each with its priority: 0 is the most important.
fn texts(session: &Session) -> Vec<(u8, String)> {
    let (dataset, strings) = (&session.world.dataset, session.strings());
    let counts = match (&session.world.bulk, &session.filter.result) {
        (Some(bulk), _) => {
            format!("{} · {}", (strings.terms.lanes)(bulk.lanes().len()), (strings.terms.events)(bulk.len()))
        }
        (None, Some(filtered)) => {
            let [treaties, events, statements] = filtered.counts;
            (strings.filter.shown)(treaties, dataset.treaties().len(), events, statements)
        }
        (None, None) => {
            let unsourced = session.world.unsourced.filter(|&count| count > 0);
            let counts = [
                (strings.terms.treaties)(dataset.treaties().len()),
                (strings.terms.events)(dataset.events().len()),
                (strings.terms.statements)(dataset.statements().len()),
            ];
            let counts = counts.into_iter().chain(unsourced.map(strings.view.unsourced));
            counts.collect::<Vec<_>>().join(" · ")
        }
    };
    let mut texts = vec![(2, counts), (3, Scene::words_for_span(session.view.current.time, strings))];
    if let Some(status) = &session.law.status {
        let counts = &status.counts;
        let counts = [counts.in_force, counts.in_effect, counts.suspended, counts.signed, counts.ended];
        texts.push((1, (strings.law.counts)(&(strings.dates.day)(status.day), counts)));
    }
    if session.has_unsaved_edits() {
        texts.push((1, (strings.editing.unsaved_count)(session.editing.unsaved_edits().max(1))));
    }
    texts.extend(session.status_message.clone().map(|message| (0, message)));
    texts
}

/// The texts that the bar has room for, in their order. The most important one is cut rather than left out.
fn that_fit(ui: &egui::Ui, texts: Vec<(u8, String)>) -> Vec<String> {
    let font = theme::font(Font::Text, SIZE);
    let width = |text: &str| text_width(ui, text, font.clone());
    let mut by_weight: Vec<usize> = (0..texts.len()).collect();
    by_weight.sort_by_key(|&i| texts[i].0);
    let mut room = ui.available_width();
    let mut is_shown = vec![false; texts.len()];
    for (rank, &i) in by_weight.iter().enumerate() {
        let needed = width(&texts[i].1) + GAP;
        if needed <= room || rank == 0 {
            is_shown[i] = true;
            room -= needed;
        }
    }
    let shown = std::iter::zip(texts, is_shown);
    shown.filter_map(|((_, text), is_shown)| is_shown.then_some(text)).collect()
}
