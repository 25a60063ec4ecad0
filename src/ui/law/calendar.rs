//! A month of days to choose from, with the pointer, the arrow keys or a screen reader.

use chrono::{Datelike as _, Days, Months, NaiveDate};
use egui::{EventFilter, Id, Key, Modifiers, Rect, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use crate::domain::Moment;
use crate::timeline::{Font, Ink};
use crate::ui::frame::Frame;
use crate::ui::theme;
use crate::ui::widgets::show_focus_ring;

/// Size of a day.
const CELL: egui::Vec2 = vec2(34.0, 24.0);
/// Rows of a month: six weeks hold any month, and a calendar of one size does not move its buttons.
const WEEKS: u64 = 6;
/// The years that can be shown, as in a date of the record.
const YEARS: std::ops::RangeInclusive<i32> = -9999..=9999;

/// What the calendar shows: kept in egui's memory while it is open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Shown {
    /// The day that has the focus, or will have it; its month is shown.
    pub(super) cursor: NaiveDate,
    /// Whether the day gets the focus when it is drawn next.
    takes_focus: bool,
}

impl Shown {
    /// The month of a day.
    pub(super) fn month_of(day: NaiveDate) -> Self {
        Self { cursor: day, takes_focus: false }
    }

    /// Moves the cursor; it stays where the years end.
    fn go(&mut self, to: Option<NaiveDate>) {
        if let Some(to) = to.filter(|to| YEARS.contains(&to.year())) {
            self.cursor = to;
        }
    }
}

/// Draws the month of the cursor and returns the day that was chosen, if any.
pub(super) fn show(
    ui: &mut Ui,
    frame: &Frame<'_>,
    shown: &mut Shown,
    chosen: Option<NaiveDate>,
) -> Option<NaiveDate> {
    heading(ui, frame, shown);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for name in frame.strings().law.weekdays {
            let (rect, _) = ui.allocate_exact_size(vec2(CELL.x, 16.0), Sense::hover());
            let ink = theme::colour(frame.palette, Ink::Muted);
            let font = theme::font(Font::Text, 11.0);
            ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, name, font, ink);
        }
    });
    read_keys(ui, shown);
    let first = first_shown(shown.cursor)?;
    let (area, _) = ui.allocate_exact_size(vec2(7.0 * CELL.x, WEEKS as f32 * CELL.y), Sense::hover());
    let mut answer = None;
    for index in 0..7 * WEEKS {
        let Some(day) = first.checked_add_days(Days::new(index)) else { continue };
        let corner = vec2((index % 7) as f32 * CELL.x, (index / 7) as f32 * CELL.y);
        let rect = Rect::from_min_size(area.min + corner, CELL);
        if cell(ui, frame, rect, day, shown, chosen == Some(day)) {
            answer = Some(day);
        }
    }
    shown.takes_focus = false;
    if let Some(day) = answer {
        shown.go(Some(day));
    }
    answer
}

/// The Monday on or before the first day of a month.
fn first_shown(day: NaiveDate) -> Option<NaiveDate> {
    let first = day.with_day(1)?;
    first.checked_sub_days(Days::new(u64::from(first.weekday().num_days_from_monday())))
}

/// The same day some months later or earlier, or the last day of a shorter month.
fn months_away(day: NaiveDate, by: i32) -> Option<NaiveDate> {
    let months = Months::new(by.unsigned_abs());
    if by < 0 { day.checked_sub_months(months) } else { day.checked_add_months(months) }
}

/// Month and year, with arrows on either side.
fn heading(ui: &mut Ui, frame: &Frame<'_>, shown: &mut Shown) {
    let strings = &frame.strings().law;
    ui.horizontal(|ui| {
        for (sign, name, by) in [("«", strings.earlier_year, -12), ("‹", strings.earlier_month, -1)] {
            arrow(ui, shown, (sign, name, by));
        }
        // Of fixed width, so that the arrows stay under the pointer.
        let (rect, _) = ui.allocate_exact_size(vec2(84.0, 22.0), Sense::hover());
        let month = (strings.month)(shown.cursor.month());
        let ink = theme::colour(frame.palette, Ink::Text);
        let font = theme::font(Font::Strong, 13.0);
        ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, month, font, ink);
        let mut year = shown.cursor.year();
        let field = egui::DragValue::new(&mut year).range(YEARS).speed(0.1);
        let response = ui.add_sized([54.0, 22.0], field).accessible_name(strings.year_field);
        if response.changed() {
            shown.go(months_away(shown.cursor, (year - shown.cursor.year()) * 12));
        }
        for (sign, name, by) in [("›", strings.later_month, 1), ("»", strings.later_year, 12)] {
            arrow(ui, shown, (sign, name, by));
        }
    });
}

fn arrow(ui: &mut Ui, shown: &mut Shown, (sign, name, by): (&str, &'static str, i32)) {
    let button = egui::Button::new(sign).min_size(vec2(22.0, 22.0));
    if ui.add(button).accessible_name(name).on_hover_text(name).clicked() {
        shown.go(months_away(shown.cursor, by));
    }
}

fn id_of(day: NaiveDate) -> Id {
    Id::unique(("calendar day", day.num_days_from_ce()))
}

/// While a day has the focus, arrow keys move it by days and weeks, and the page keys by months and, with Shift, years.
fn read_keys(ui: &Ui, shown: &mut Shown) {
    let id = id_of(shown.cursor);
    if !ui.memory(|memory| memory.has_focus(id)) {
        return;
    }
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    let before = shown.cursor;
    for (key, days) in [(Key::ArrowRight, 1), (Key::ArrowLeft, -1), (Key::ArrowDown, 7), (Key::ArrowUp, -7)] {
        if pressed(Modifiers::NONE, key) {
            shown.go(shown.cursor.checked_add_signed(chrono::TimeDelta::days(days)));
        }
    }
    for (modifiers, months) in [(Modifiers::SHIFT, 12), (Modifiers::NONE, 1)] {
        if pressed(modifiers, Key::PageDown) {
            shown.go(months_away(shown.cursor, months));
        }
        if pressed(modifiers, Key::PageUp) {
            shown.go(months_away(shown.cursor, -months));
        }
    }
    shown.takes_focus |= shown.cursor != before;
}

/// One day; whether it was chosen.
fn cell(ui: &Ui, frame: &Frame<'_>, rect: Rect, day: NaiveDate, shown: &Shown, is_chosen: bool) -> bool {
    let strings = frame.strings();
    let is_cursor = day == shown.cursor;
    // Tab stops once in a month: the arrow keys reach the other days.
    let sense = if is_cursor { Sense::click() } else { Sense::CLICK };
    let response = ui.interact(rect, id_of(day), sense);
    let is_today = frame.today.is_some_and(|today| today.date() == day);
    response.widget_info(|| {
        let words = (strings.dates.day)(Moment::from_date(day));
        let words = if is_today { (strings.law.day_is_today)(&words) } else { words };
        WidgetInfo::selected(Role::Button, true, is_chosen, words)
    });
    if is_cursor {
        if shown.takes_focus {
            response.request_focus();
        }
        if response.has_focus() {
            let arrows =
                EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: false };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        }
    }
    let painter = ui.painter();
    let inner = rect.shrink(1.0);
    let is_in_month = day.month() == shown.cursor.month() && day.year() == shown.cursor.year();
    let ink = match (is_chosen, is_in_month) {
        (true, _) => Ink::OnSelect,
        (false, true) => Ink::Text,
        (false, false) => Ink::Muted,
    };
    if is_chosen {
        painter.rect_filled(inner, 4.0, theme::colour(frame.palette, Ink::Select));
    } else if response.hovered() {
        painter.rect_filled(inner, 4.0, theme::colour(frame.palette, Ink::Line));
    }
    if is_today {
        let stroke = Stroke::new(1.0, theme::colour(frame.palette, Ink::End));
        painter.rect_stroke(inner, 4.0, stroke, egui::StrokeKind::Inside);
    }
    let font = if is_chosen { Font::Strong } else { Font::Text };
    let size = if is_in_month { 12.5 } else { 11.0 };
    painter.text(
        rect.center(),
        egui::Align2::CENTER_CENTER,
        day.day().to_string(),
        theme::font(font, size),
        theme::colour(frame.palette, ink),
    );
    show_focus_ring(ui, &response);
    response.clicked()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn a_month_begins_with_the_monday_on_or_before_its_first_day() {
        assert_eq!(first_shown(day(2022, 1, 20)), Some(day(2021, 12, 27)));
        assert_eq!(first_shown(day(2021, 2, 1)), Some(day(2021, 2, 1)), "a Monday itself");
    }

    #[test]
    fn no_month_is_left_out_and_the_years_have_ends() {
        assert_eq!(months_away(day(2024, 1, 31), 1), Some(day(2024, 2, 29)));
        assert_eq!(months_away(day(2024, 2, 29), -12), Some(day(2023, 2, 28)));
        let mut shown = Shown::month_of(day(9999, 12, 31));
        shown.go(months_away(shown.cursor, 1));
        assert_eq!(shown.cursor, day(9999, 12, 31));
        shown.go(None);
        assert_eq!(shown.cursor, day(9999, 12, 31));
    }
}
