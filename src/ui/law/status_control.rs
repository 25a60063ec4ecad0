//! “Status on: today ▾” in the top bar: a button with a popover in which the status date is chosen, and a × that clears it.

use egui::{Id, Key, Popup, PopupCloseBehavior, RichText, Role, Ui, WidgetInfo};

use crate::domain::{EdtfDate, Moment};
use crate::session::{Action, Command, LawCommand};
use crate::timeline::{Font, Ink};
use crate::ui::commands::read_shortcuts;
use crate::ui::frame::Frame;
use crate::ui::widgets::{ROOM_FOR_DISCLOSURE, button_width, disclosure_sign};
use crate::ui::{theme, widgets};

use super::all_treaties;
use super::calendar::{self, Shown};

/// Width of the popover: that of a week.
const WIDTH: f32 = 250.0;
/// Size of the × beside the button.
const CLEAR: egui::Vec2 = egui::vec2(22.0, 24.0);

/// What is typed and shown in the popover: kept in egui's memory while it is open.
#[derive(Clone, Debug)]
struct Draft {
    text: String,
    shown: Shown,
    /// The status date for which the month is shown.
    day: Option<Moment>,
    /// The previous and the next change, and at which revision of the session they were looked up.
    changes: (u64, [Option<Moment>; 2]),
}

/// The text of the button; short where there is little room.
fn text(frame: &Frame<'_>, is_short: bool) -> String {
    let strings = frame.strings();
    match &frame.session.law.status {
        Some(status) if is_short => (strings.dates.day_in_short)(status.day),
        Some(status) => (strings.law.as_of)(&(strings.dates.day_in_short)(status.day)),
        None if is_short => strings.law.today.to_owned(),
        None => strings.law.as_of_today.to_owned(),
    }
}

/// The width of the whole control.
pub(in crate::ui) fn width(ui: &Ui, frame: &Frame<'_>, is_short: bool) -> f32 {
    let button = button_width(ui, &format!("{}{ROOM_FOR_DISCLOSURE}", text(frame, is_short)));
    let is_set = frame.session.law.status.is_some();
    button + if is_set { CLEAR.x + ui.spacing().item_spacing.x } else { 0.0 }
}

pub(in crate::ui) fn show(ui: &mut Ui, frame: &Frame<'_>, is_short: bool, commands: &mut Vec<Command>) {
    let strings = frame.strings();
    let is_set = frame.session.law.status.is_some();
    let words = text(frame, is_short);
    let mut button = egui::Button::new(format!("{words}{ROOM_FOR_DISCLOSURE}"));
    if is_set {
        // Amber, as the line on the timeline is; the date and the × say the same without colour.
        let amber = theme::colour(frame.palette, Ink::Select);
        button = button.fill(amber.gamma_multiply(0.18)).stroke(egui::Stroke::new(1.5, amber));
    }
    let response = ui.add(button);
    response.widget_info(|| {
        let words = text(frame, false);
        WidgetInfo::labeled(Role::Button, true, words)
    });
    // Whoever steps or plays the date hears it.
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(egui::accesskit::Live::Polite));
    disclosure_sign(ui, &response);
    let hint = format!(
        "{} ({})",
        Action::StatusDate.label(strings).tooltip,
        read_shortcuts::first(ui, Action::StatusDate)
    );
    let id = Id::unique("status date draft");
    let popup = Popup::from_toggle_button_response(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name(Action::StatusDate.label(strings).name);
    if popup.is_open() || response.clicked() {
        popup.show(|ui| contents(ui, frame, id, commands));
    } else {
        ui.data_mut(|data| data.remove::<Draft>(id));
        response.on_hover_text(hint);
    }
    if is_set {
        let label = Action::StatusDateOff.label(strings);
        let clear = egui::Button::new("×").min_size(CLEAR);
        if ui.add(clear).accessible_name(label.name).on_hover_text(label.tooltip).clicked() {
            clear_date(frame, commands);
        }
    }
}

/// Clears the status date; one that plays would come back by itself.
fn clear_date(frame: &Frame<'_>, commands: &mut Vec<Command>) {
    if frame.session.law.is_playing {
        commands.push(Command::Law(LawCommand::Play(false)));
    }
    commands.push(Command::Do(Action::StatusDateOff));
}

fn contents(ui: &mut Ui, frame: &Frame<'_>, id: Id, commands: &mut Vec<Command>) {
    ui.set_width(WIDTH);
    let strings = frame.strings();
    let day = frame.session.law.status.as_ref().map(|status| status.day);
    let Some(start) =
        day.or(frame.today).or_else(|| frame.session.world.dataset.span().map(|(_, last)| last))
    else {
        widgets::muted(ui, frame, strings.law.no_change);
        return;
    };
    let kept = ui.data(|data| data.get_temp::<Draft>(id));
    let revision = frame.session.revision;
    let look_up = || (revision, [false, true].map(|is_forward| frame.session.change_of_status(is_forward)));
    let new = || Draft { text: String::new(), shown: Shown::month_of(start.date()), day, changes: look_up() };
    let mut draft = kept.unwrap_or_else(new);
    if draft.day != day {
        // Stepped, played or typed: the calendar follows.
        draft = Draft { text: draft.text, ..new() };
    } else if draft.changes.0 != revision {
        draft.changes = look_up();
    }
    let typed = typed_date(ui, frame, &mut draft, commands);
    list(ui, frame, typed.or(day).unwrap_or(start), commands);
    ui.add_space(theme::GRID);
    let max_height = (ui.ctx().content_rect().height() - 140.0).max(80.0);
    egui::ScrollArea::vertical().max_height(max_height).min_scrolled_height(max_height).show(ui, |ui| {
        let chosen = typed.or(day).map(Moment::date);
        if let Some(day) = calendar::show(ui, frame, &mut draft.shown, chosen) {
            commands.push(Command::Law(LawCommand::GoToDate(Moment::from_date(day))));
            ui.close();
        }
        ui.add_space(theme::GRID);
        changes(ui, frame, draft.changes.1, commands);
        ui.horizontal(|ui| {
            let is_playing = frame.session.law.is_playing;
            let play = if is_playing { strings.law.stop } else { strings.law.play };
            if ui.button(play.name).on_hover_text(play.tooltip).clicked() {
                commands.push(Command::Law(LawCommand::Play(!is_playing)));
            }
            let off = egui::Button::new(strings.law.today);
            let response = ui.add_enabled(day.is_some(), off);
            if response.on_hover_text(Action::StatusDateOff.label(strings).tooltip).clicked() {
                clear_date(frame, commands);
                ui.close();
            }
        });
    });
    ui.data_mut(|data| data.insert_temp(id, draft));
}

/// A link to the treaties by their status on a day.
fn list(ui: &mut Ui, frame: &Frame<'_>, day: Moment, commands: &mut Vec<Command>) {
    if frame.session.world.bulk.is_none() && ui.link(all_treaties::title_on(frame, day)).clicked() {
        commands.push(Command::Law(LawCommand::ListTreaties(day)));
        ui.close();
    }
}

/// A field for a date in words or in EDTF: Enter sets it, and the calendar shows its month. Returns the typed day.
fn typed_date(
    ui: &mut Ui,
    frame: &Frame<'_>,
    draft: &mut Draft,
    commands: &mut Vec<Command>,
) -> Option<Moment> {
    let strings = frame.strings();
    let before = draft.text.clone();
    let text = &mut draft.text;
    let field = egui::TextEdit::singleline(text)
        .id(Id::unique("status date field"))
        .hint_text(strings.view.date_hint)
        .desired_width(f32::INFINITY);
    let response = ui.add(field).accessible_name(strings.law.status_dialog);
    // The arrow keys belong to the calendar, but what is typed can only be meant for the field.
    if !ui.ctx().text_edit_focused() {
        let letters = ui.input(|input| {
            let letters = input.events.iter().filter_map(|event| match event {
                egui::Event::Text(letters) => Some(letters.as_str()),
                _ => None,
            });
            letters.collect::<String>()
        });
        if !letters.trim().is_empty() {
            text.push_str(&letters);
            response.request_focus();
        }
    }
    let typed = text.trim();
    if typed.is_empty() {
        return None;
    }
    let date = EdtfDate::parse_typed(typed);
    let day = date.as_ref().ok().map(EdtfDate::latest_day);
    if let Some(day) = day.filter(|_| *text != before) {
        draft.shown = Shown::month_of(day.date());
    }
    // In the frame of the key, and not when the field has lost the focus: a fast Enter counts too.
    let is_entered =
        (response.has_focus() || response.lost_focus()) && ui.input(|input| input.key_pressed(Key::Enter));
    let (words, ink) = match &date {
        Ok(date) => ((strings.view.enter_goes_to)(&(strings.dates.date)(date)), Ink::Muted),
        Err(problem) => ((strings.dates.problem)(typed, *problem), Ink::End),
    };
    ui.label(RichText::new(words).size(12.0).color(theme::colour(frame.palette, ink)));
    if let Some(day) = day.filter(|_| is_entered) {
        commands.push(Command::Law(LawCommand::GoToDate(day)));
        ui.close();
    }
    day
}

/// Previous and next change, each with its date. In a grid, so that they stay where they are while the dates change.
fn changes(
    ui: &mut Ui,
    frame: &Frame<'_>,
    [before, after]: [Option<Moment>; 2],
    commands: &mut Vec<Command>,
) {
    let strings = frame.strings();
    egui::Grid::new("changes of status").num_columns(2).show(ui, |ui| {
        let words = &strings.law;
        for (label, day, is_forward) in
            [(words.previous_change, before, false), (words.next_change, after, true)]
        {
            let button = egui::Button::new(label.name).min_size(egui::vec2(128.0, 24.0));
            let response = ui.add_enabled(day.is_some(), button);
            let words = day.map_or_else(|| strings.law.no_day.to_owned(), strings.dates.day_in_short);
            let response = response.accessible_name(format!("{}: {words}", label.name));
            if response.clicked() {
                commands.push(Command::Law(LawCommand::StepChange(is_forward)));
            }
            ui.label(RichText::new(words).font(theme::font(Font::Text, 12.5)));
            ui.end_row();
        }
    });
}
