//! Draws a [`Session`] and returns what the user did as [`Command`]s. It holds no state that matters to anyone else.
//!
//! Architecture Invariant: nothing here changes a session, touches a file, starts a thread or asks for the time.

mod bidi;
mod bottom_panels;
mod commands;
mod compare;
mod describe;
mod editing;
mod figures;
mod files;
mod filter;
mod frame;
mod help;
mod history;
mod law;
mod layers;
mod panel_edges;
mod pictures;
mod reader;
mod search;
mod selection;
mod status_bar;
mod tables;
mod theme;
mod top_bar;
mod view;
mod widgets;

use crate::domain::Moment;
use crate::session::{Command, Overlay, Session};

use bottom_panels::UnderPlot;
use frame::Frame;
pub use frame::UiCache;
pub use theme::{apply_theme, background, install_fonts};

/// Draws the whole window. `today` is the date of the line across the plot.
pub fn show(
    ui: &mut egui::Ui,
    session: &Session,
    today: Option<Moment>,
    cache: &mut UiCache,
    commands: &mut Vec<Command>,
) {
    // The dialog of a table has keys of its own.
    // And so have the dialog of pictures and the slides in full screen.
    let is_of_picture = matches!(session.overlay, Some(Overlay::Picture | Overlay::Slides));
    if !is_of_picture && (session.files.table.is_none() || session.overlay.is_some()) {
        commands::read_shortcuts::read(ui, session, cache, commands);
    }
    commands::view_link::read_paste(ui, session, commands);
    let palette = theme::palette_of(ui, session.high_contrast());
    let press = ui.input(|input| input.pointer.press_origin());
    let is_released = ui.input(|input| input.pointer.any_released());
    if !is_released {
        cache.pressed = press;
    }
    let width = ui.available_width();
    let frame = Frame { session, today, palette, pressed: cache.pressed };
    if cache.paints_background {
        ui.painter().rect_filled(ui.max_rect(), 0.0, background(ui.visuals()));
    }
    files::paste::read(ui, &frame, commands);
    top_bar::show(ui, &frame, commands);
    filter::bar::show(ui, &frame, commands);
    files::loading_bar::show(ui, &frame, commands);
    pictures::writing_bar::show(ui, &frame, commands);
    status_bar::show(ui, &frame, commands);
    files::problems_panel::show(ui, &frame, commands);
    compare::panel::show(ui, &frame, commands);
    selection::panel::show(ui, &frame, cache, commands);
    commands::toggle_bar::show(ui, &frame, commands);
    help::tour::show(ui, &frame, commands);
    let under_plot = UnderPlot::of(session, ui.available_height());
    reader::panel::show(ui, &frame, under_plot.page, cache, commands);
    tables::panel::show(ui, &frame, under_plot.table, cache, commands);
    view::overview_strip::show(ui, &frame, under_plot.overview, commands);
    figures::panel::show(ui, &frame, under_plot.charts, cache, commands);
    view::timeline::show(ui, &frame, cache, commands);
    history::toast::show(ui, &frame, cache, commands);
    commands::overlay::show(ui, &frame, commands);
    files::open_table::show(ui, &frame, cache, commands);
    pictures::dialog::show(ui, &frame, cache, commands);
    pictures::slides::show(ui, &frame, cache, commands);
    commands::popup_exclusion::keep_last(ui, &frame, cache, commands);
    history::pointer::read(ui, &frame, commands);
    panel_edges::name(ui, &frame, width);
}
