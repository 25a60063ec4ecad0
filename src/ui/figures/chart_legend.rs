//! The key of the chart: every series of its unit, to show, to hide and to tell apart.

use egui::text::{LayoutJob, TextFormat};
use egui::{Role, ScrollArea, Sense, Ui, WidgetInfo};

use crate::session::{ChartChoice, Command, FiguresCommand};
use crate::timeline::{Chart, Font, Ink, Pos};
use crate::ui::frame::Frame;
use crate::ui::view::paint;
use crate::ui::widgets::show_focus_ring;
use crate::ui::{describe, theme};

/// Where the names begin, after the pieces of the lines.
const NAMES_LEFT: f32 = 32.0;

/// Lists the series, those that are shown first. Returns the one under the pointer, or with the focus, if it is shown.
pub(super) fn show(
    ui: &mut Ui,
    frame: &Frame<'_>,
    chart: &Chart,
    commands: &mut Vec<Command>,
) -> Option<usize> {
    let rows = &frame.session.figures.rows;
    let mut emphasised = None;
    ScrollArea::vertical().id_salt("key of figures").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let (shown, hidden): (Vec<_>, Vec<_>) = rows.offered.iter().partition(|(_, is_shown)| *is_shown);
        for &(index, is_shown) in shown.into_iter().chain(hidden) {
            if entry(ui, frame, chart, (index, is_shown), commands) && is_shown {
                emphasised = Some(index);
            }
        }
    });
    emphasised
}

/// One series; whether the pointer or the focus is on it.
fn entry(
    ui: &mut Ui,
    frame: &Frame<'_>,
    chart: &Chart,
    (index, is_shown): (usize, bool),
    commands: &mut Vec<Command>,
) -> bool {
    let full = describe::series(frame.session, index);
    let full = describe::short(&full);
    let ink = theme::colour(frame.palette, if is_shown { Ink::Text } else { Ink::Muted });
    let mut format = TextFormat::simple(theme::font(Font::Text, 11.5), ink);
    if !is_shown {
        format.strikethrough = egui::Stroke::new(1.0, ink);
    }
    let mut job = LayoutJob::single_section(full.clone().into_owned(), format);
    job.wrap.max_width = (ui.available_width() - NAMES_LEFT - 4.0).max(40.0);
    let galley = ui.painter().layout_job(job);
    let size = egui::vec2(ui.available_width(), galley.size().y + 3.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_shown, full.as_ref()));
    if let Some(style) = chart.styles.get(&index).filter(|_| is_shown) {
        let y = 8.0;
        let sample = style.sample(Pos { x: 4.0, y }, Pos { x: 26.0, y });
        paint::paint_shapes(ui.painter(), rect.min.to_vec2(), &[sample], frame.palette);
    }
    ui.painter().galley(rect.min + egui::vec2(NAMES_LEFT, 1.0), galley, ink);
    show_focus_ring(ui, &response);
    if response.clicked() {
        commands.push(switch(frame, index));
    }
    response.hovered() || response.has_focus()
}

/// The command that shows a series, or hides it.
fn switch(frame: &Frame<'_>, index: usize) -> Command {
    let session = frame.session;
    let mut next: ChartChoice = session.figures.choice.clone();
    if let Some(series) = session.world.dataset.series().get(index) {
        let key = series.key.to_string();
        match next.switched.iter().position(|other| *other == key) {
            Some(at) => drop(next.switched.remove(at)),
            None => next.switched.push(key),
        }
    }
    Command::Figures(FiguresCommand::Choose(next))
}
