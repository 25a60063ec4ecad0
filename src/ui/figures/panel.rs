//! The figures under the lanes: a chart on the timeline's axis, its settings, and the values under the pointer.

use egui::{Id, RichText, Role, Sense, WidgetInfo};

use crate::domain::{FigureBasis, Moment};
use crate::session::{Action, ChartChoice, Command, FiguresCommand};
use crate::timeline::{ChartInput, Ink, Size, chart, figure_at};
use crate::ui::bottom_panels::{Share, contained};
use crate::ui::frame::{Frame, UiCache};
use crate::ui::view::paint;
use crate::ui::{describe, theme, widgets};

use super::chart_legend;

/// Height of the chart, unless the user changes it.
const HEIGHT: f32 = 168.0;
/// A column narrower than this has no room for the unit and the scale side by side.
const NARROW: f32 = 180.0;

pub(in crate::ui) fn show(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    share: Option<Share>,
    cache: &UiCache,
    commands: &mut Vec<Command>,
) {
    let session = frame.session;
    let Some(share) = share else { return };
    share.panel(ui, "charts", HEIGHT, 0.6).frame(theme::panel(egui::Margin::ZERO)).show(ui, |ui| {
        contained(ui, |ui| {
            let rect = ui.available_rect_before_wrap();
            let size = Size { width: rect.width(), height: rect.height() };
            let rows = &session.figures.rows;
            let time = session.view.current.time;
            let planned = chart(&ChartInput {
                dataset: &session.world.dataset,
                series: &rows.shown,
                range: rows.range,
                is_logarithmic: session.figures.choice.is_logarithmic,
                time,
                size,
                headers_width: session.view.rows.headers_width(size),
                strings: frame.strings(),
                measure: &cache.fonts,
            });
            let scale = session.view.rows.scale(size, time);
            let day = session.law.status.as_ref().map(|status| scale.x_of(status.day.plus(43_200)) as f32);
            let planned = planned.with_line_at(day);
            ui.allocate_rect(rect, Sense::hover());
            let response = ui.interact(rect, Id::unique("chart"), Sense::hover());
            let label = (frame.strings().figures.chart_of)(planned.unit());
            response.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, &label));
            let head = egui::Rect::from_min_size(rect.min, egui::vec2(planned.plot.left, rect.height()));
            let builder = egui::UiBuilder::new().max_rect(head.shrink2(egui::vec2(8.0, 2.0)));
            let emphasised = ui.scope_builder(builder, |ui| {
                ui.set_clip_rect(ui.clip_rect().intersect(head));
                if head.width() < NARROW {
                    ui.vertical(|ui| choices(ui, frame, commands));
                } else {
                    ui.horizontal_wrapped(|ui| choices(ui, frame, commands));
                }
                chart_legend::show(ui, frame, &planned, commands)
            });
            let shapes = planned.plot_shapes(emphasised.inner, Ink::Panel);
            paint::paint_shapes(&ui.painter_at(rect), rect.min.to_vec2(), &shapes, frame.palette);
            let pointer = ui.input(|input| input.pointer.hover_pos()).filter(|at| rect.contains(*at));
            if let Some(at) =
                pointer.filter(|at| at.x > rect.left() + planned.plot.left && response.contains_pointer())
            {
                let moment = scale.moment_at(f64::from(at.x - rect.left()));
                let line = [egui::pos2(at.x, rect.top()), egui::pos2(at.x, rect.bottom())];
                let ink = theme::colour(frame.palette, Ink::Muted).gamma_multiply(0.6);
                ui.painter_at(rect).line_segment(line, egui::Stroke::new(1.0, ink));
                response.on_hover_ui_at_pointer(|ui| values(ui, frame, moment));
            }
        });
    });
}

/// Unit and scale.
fn choices(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let session = frame.session;
    let (choice, rows) = (&session.figures.choice, &session.figures.rows);
    ui.spacing_mut().item_spacing.x = 4.0;
    ui.spacing_mut().button_padding.y = 1.0;
    let unit = rows.unit(choice).unwrap_or_default();
    widgets::menu_button(ui, unit, |ui| {
        for (other, count) in &rows.units {
            if ui.selectable_label(other == unit, format!("{other} · {count}")).clicked() {
                let next = ChartChoice { unit: Some(other.clone()), ..choice.clone() };
                commands.push(Command::Figures(FiguresCommand::Choose(next)));
            }
        }
    });
    log_scale(ui, frame, commands);
}

fn log_scale(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let strings = &frame.strings().figures;
    let mut is_logarithmic = frame.session.figures.choice.is_logarithmic;
    let response = ui.scope(|ui| {
        theme::outline_boxes(ui, frame.palette);
        ui.checkbox(&mut is_logarithmic, strings.log_scale.name)
    });
    if response.inner.on_hover_text(strings.log_scale.tooltip).clicked() {
        commands.push(Command::Do(Action::LogScale));
    }
}

/// The value of each series at a moment, with its date and basis.
fn values(ui: &mut egui::Ui, frame: &Frame<'_>, at: Moment) {
    let (session, strings) = (frame.session, frame.strings());
    ui.set_max_width(380.0);
    ui.label(RichText::new((strings.dates.day)(at)).font(theme::font(crate::timeline::Font::Strong, 12.5)));
    let mut is_empty = true;
    for &index in &session.figures.rows.shown {
        let series = &session.world.dataset.series()[index];
        let Some(point) = figure_at(series, at).map(|at| &series.points[at]) else { continue };
        is_empty = false;
        ui.label(format!(
            "{}: {}",
            describe::short(&describe::series(session, index)),
            (strings.figures.value)(point.value)
        ));
        let basis = match series.basis {
            _ if series.limit_of.is_some() => strings.figures.limit,
            FigureBasis::Declared => strings.figures.declared,
            FigureBasis::Estimate => strings.figures.estimated,
        };
        let note = describe::joined(
            &[&(strings.dates.short)(&point.date), basis, &describe::short(&point.note)],
            " · ",
        );
        widgets::muted(ui, frame, note);
    }
    if is_empty {
        widgets::muted(ui, frame, strings.figures.no_data);
    }
}
