//! The menu of what a column holds: in parts that open in their place, and a field that finds among all of them.

use egui::{Event, Id, Key, Modifiers, PopupCloseBehavior, ScrollArea, TextEdit};

use crate::domain::{EventFamily, EventKind};
use crate::records::Role;
use crate::text::{folded_text, folded_words};
use crate::ui::commands::text_field::FIXED_SCROLL_BAR;
use crate::ui::frame::Frame;
use crate::ui::widgets::{muted, part_header};

use super::table_menu;

/// Width of the menu: it does not change while one types.
const WIDTH: f32 = 270.0;
/// Maximum length of what is typed, in characters.
const MAX_TYPED: usize = 60;

/// Roles that stand together.
struct Part {
    name: &'static str,
    roles: Vec<Role>,
    /// Whether they are types of event, whose dates the column holds.
    is_of_events: bool,
}

/// The part that a role belongs to, by its index among those with names; `None` for those that need none.
fn part_of(role: Role) -> Option<usize> {
    match role {
        Role::Ignore | Role::Keep => None,
        Role::Date
        | Role::End
        | Role::Year
        | Role::Month
        | Role::Day
        | Role::Precision
        | Role::EndYear
        | Role::EndMonth
        | Role::EndDay => Some(1),
        Role::Id | Role::Lane | Role::FullName | Role::Group => Some(2),
        Role::Party | Role::Parties | Role::Quote | Role::Speaker | Role::Office => Some(3),
        Role::Source | Role::Url => Some(4),
        Role::Entity | Role::Value => Some(5),
        _ => Some(0),
    }
}

/// The parts: in a table of treaties, whose columns are mostly dates of events, these come first.
fn parts(frame: &Frame<'_>, is_of_treaties: bool) -> Vec<Part> {
    let strings = frame.strings();
    let named = strings.opening.role_parts.iter().enumerate().map(|(index, &name)| {
        let roles = Role::PLAIN.iter().copied().filter(|&role| part_of(role) == Some(index));
        Part { name, roles: roles.collect(), is_of_events: false }
    });
    let families = EventFamily::ALL.into_iter().map(|family| {
        let kinds = EventKind::ALL.iter().copied().filter(|kind| kind.family() == family);
        let name = (strings.terms.event_family)(family);
        Part { name, roles: kinds.map(Role::Event).collect(), is_of_events: true }
    });
    if is_of_treaties { families.chain(named).collect() } else { named.chain(families).collect() }
}

/// The button that says what a column holds and opens the menu, which screen readers call `name`. Returns what was chosen.
pub(super) fn show(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    held: Role,
    name: &str,
    is_of_treaties: bool,
) -> Option<Role> {
    let shown = frame.session.language().role(held);
    let closing = PopupCloseBehavior::CloseOnClickOutside;
    table_menu::opening(ui, shown, name, closing, |ui, id| {
        let chosen = contents(ui, frame, id, held, is_of_treaties);
        if chosen.is_some() {
            ui.close();
        }
        chosen
    })
}

fn contents(ui: &mut egui::Ui, frame: &Frame<'_>, id: Id, held: Role, is_of_treaties: bool) -> Option<Role> {
    let is_new = table_menu::is_new(ui, id);
    ui.set_width(WIDTH.min(ui.ctx().content_rect().width() - 40.0));
    let Typed { text, is_entered, goes_on } = field(ui, frame, id, is_new);
    let words: Vec<String> = folded_words(&text).map(|(_, form)| form).collect();
    let parts = parts(frame, is_of_treaties);
    if is_entered {
        return found(frame, &parts, &words).first().copied();
    }
    let mut menu = Menu { frame, held, focuses_held: is_new, focuses_next: goes_on, chosen: None };
    ScrollArea::vertical().max_height(table_menu::max_height(ui)).scroll_source(FIXED_SCROLL_BAR).show(
        ui,
        |ui| {
            if words.is_empty() {
                menu.parts(ui, id, &parts, is_new);
                return;
            }
            let found = found(frame, &parts, &words);
            for &role in &found {
                menu.entry(ui, role);
            }
            if found.is_empty() {
                muted(ui, frame, frame.strings().filter.no_value);
            }
        },
    );
    menu.chosen
}

/// The roles in whose names, or in those of whose parts, every word is found.
fn found(frame: &Frame<'_>, parts: &[Part], words: &[String]) -> Vec<Role> {
    let language = frame.session.language();
    let unnamed = Role::PLAIN.iter().copied().filter(|&role| part_of(role).is_none());
    let all = unnamed
        .map(|role| (role, ""))
        .chain(parts.iter().flat_map(|part| part.roles.iter().map(move |&role| (role, part.name))));
    let has = |text: &str, word: &String| folded_text(text).contains(word.as_str());
    // What is called so comes before what only belongs to a part that is.
    let mut found: Vec<(bool, Role)> = all
        .filter_map(|(role, part)| {
            let name = language.role(role);
            let is_own = words.iter().all(|word| has(name, word));
            (is_own || words.iter().all(|word| has(name, word) || has(part, word))).then_some((!is_own, role))
        })
        .collect();
    found.sort_by_key(|&(is_by_part, _)| is_by_part);
    found.into_iter().map(|(_, role)| role).collect()
}

/// What the field over the roles holds.
struct Typed {
    text: String,
    /// Whether Enter was pressed on a text in it.
    is_entered: bool,
    /// Whether the keys go on to the first role under it.
    goes_on: bool,
}

/// The field over the roles. Letters come to it whatever has the focus.
fn field(ui: &mut egui::Ui, frame: &Frame<'_>, id: Id, is_new: bool) -> Typed {
    let (field_id, text_id) = (id.with("field"), id.with("typed"));
    let mut text: String =
        if is_new { String::new() } else { ui.data(|data| data.get_temp(text_id)).unwrap_or_default() };
    if !is_new && !ui.memory(|memory| memory.has_focus(field_id)) {
        let letters = ui.input_mut(|input| take_letters(&mut input.events));
        if !letters.is_empty() {
            text.push_str(&letters);
            ui.memory_mut(|memory| memory.request_focus(field_id));
        }
    }
    let has_focus = ui.memory(|memory| memory.has_focus(field_id));
    let goes_on = has_focus && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown));
    let edit = TextEdit::singleline(&mut text)
        .id(field_id)
        .char_limit(MAX_TYPED)
        .hint_text(frame.strings().filter.find)
        .align(egui::Align2::LEFT_CENTER)
        .desired_width(f32::INFINITY);
    let response = ui.add(edit).accessible_name(frame.strings().filter.find);
    let is_entered =
        response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) && !text.trim().is_empty();
    ui.data_mut(|data| data.insert_temp(text_id, text.clone()));
    Typed { text, is_entered, goes_on }
}

/// Takes what was typed from the events of a frame; a blank presses the button that has the focus.
fn take_letters(events: &mut Vec<Event>) -> String {
    let mut letters = String::new();
    events.retain(|event| match event {
        Event::Text(text) if !text.trim().is_empty() => {
            letters.push_str(text);
            false
        }
        _ => true,
    });
    letters
}

/// The roles while they are drawn.
struct Menu<'a> {
    frame: &'a Frame<'a>,
    held: Role,
    /// Whether the role that the column has gets the focus.
    focuses_held: bool,
    /// Whether the next entry gets the focus.
    focuses_next: bool,
    chosen: Option<Role>,
}

impl Menu<'_> {
    /// All roles, in parts. The part of the one that the column has is open at first.
    fn parts(&mut self, ui: &mut egui::Ui, id: Id, parts: &[Part], is_new: bool) {
        for &role in Role::PLAIN.iter().filter(|&&role| part_of(role).is_none()) {
            self.entry(ui, role);
        }
        let mut was_of_events = false;
        for part in parts {
            if part.is_of_events && !was_of_events {
                ui.add_space(4.0);
                muted(ui, self.frame, self.frame.strings().opening.event_types);
            } else if !part.is_of_events && was_of_events {
                ui.add_space(8.0);
            }
            was_of_events = part.is_of_events;
            let part_id = id.with(part.name);
            if is_new {
                let is_open = part.roles.contains(&self.held);
                ui.data_mut(|data| data.insert_temp(part_id, is_open));
            }
            if part_header(ui, part_id, part.name) {
                ui.indent(part_id, |ui| {
                    for &role in &part.roles {
                        self.entry(ui, role);
                    }
                });
            }
        }
    }

    fn entry(&mut self, ui: &mut egui::Ui, role: Role) {
        let button = egui::Button::selectable(role == self.held, self.frame.session.language().role(role))
            .truncate()
            .min_size(egui::vec2(ui.available_width(), 0.0));
        let response = ui.add(button);
        if std::mem::take(&mut self.focuses_next) || (self.focuses_held && role == self.held) {
            response.request_focus();
        }
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        if response.clicked() {
            self.chosen = Some(role);
        }
    }
}
