//! The legend in the details panel: the signs in the window. Pointing at one lights what it explains, a click filters.

use egui::{Id, Pos2, Response, Role, Sense, WidgetInfo, vec2};

use crate::domain::{EventFamily, EventKind};
use crate::language::{Concept, Strings, Term};
use crate::session::{Command, Facet, FilterCommand, Session};
use crate::timeline::{DateLook, Font, Ink, Legend, LegendEntry, LegendGroup, Scene, highlighted_shapes};
use crate::ui::frame::{Frame, UiCache};
use crate::ui::theme;
use crate::ui::widgets::{heading, show_focus_ring};

use super::legend_cache::facets_of;
use super::paint;

/// Room for a sign, left of its name.
const SIGN: f32 = 28.0;
/// Height of a line.
const LINE: f32 = 18.0;

/// Shows the legend of the scene that was drawn last.
pub(super) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, cache: &mut UiCache, commands: &mut Vec<Command>) {
    let UiCache { legend, scenes, .. } = cache;
    legend.update(frame.session, scenes);
    let pointer = ui.input(|input| input.pointer.latest_pos());
    let before = commands.len();
    let mut lit = Lit { entries: Vec::new(), follows_pointer: legend.lights(pointer) };
    let mut has_heading = false;
    for group in &legend.groups {
        if let Some(family) = group.family {
            if !std::mem::replace(&mut has_heading, true) {
                heading(ui, frame, frame.strings().view.legend_events);
            }
            family_line(ui, frame, family, group, &mut lit, commands);
        } else {
            heading(ui, frame, group.heading);
            ui.horizontal_wrapped(|ui| {
                for (entry, name) in &group.entries {
                    plain_entry(ui, frame, *entry, name, &mut lit, commands);
                }
            });
        }
    }
    if commands.len() > before && ui.input(|input| input.pointer.any_click()) {
        legend.click(pointer);
    }
    legend.lit = lit.entries;
}

/// What is lit in this frame.
struct Lit {
    entries: Vec<LegendEntry>,
    /// Whether what the pointer is on is lit; what has the focus always is.
    follows_pointer: bool,
}

impl Lit {
    fn add_if_meant(&mut self, response: &Response, entries: impl IntoIterator<Item = LegendEntry>) {
        if response.has_focus() || (response.hovered() && self.follows_pointer) {
            self.entries.extend(entries);
        }
    }
}

/// A sign that is none of an event: one that a click can filter by is a button, all others are only to be read.
fn plain_entry(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    entry: LegendEntry,
    name: &str,
    lit: &mut Lit,
    commands: &mut Vec<Command>,
) {
    let facets = facets_of(entry);
    let is_button = !facets.is_empty() && frame.session.world.bulk.is_none();
    let button = is_button.then(|| Button {
        id: Id::unique(("legend", format!("{entry:?}"))),
        font: Font::Text,
        sense: Sense::click(),
        is_on: facets.iter().all(|&facet| frame.session.filter.active.has(facet)),
    });
    let response = sign(ui, frame, Some(entry), name, button.as_ref());
    let filters = is_button && matches!(entry, LegendEntry::Phase(_));
    let filters = filters.then_some(frame.strings().view.legend_filters_by_status);
    let help: Vec<&str> = meaning(frame.strings(), entry).into_iter().chain(filters).collect();
    let response = if help.is_empty() { response } else { response.on_hover_text(help.join("\n\n")) };
    if response.clicked() {
        filter_by(frame.session, facets, commands);
    }
    lit.add_if_meant(&response, [entry]);
}

/// A family by its name, and its types with their signs after it: the sign of the family is that of one of them.
fn family_line(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    family: EventFamily,
    group: &LegendGroup,
    lit: &mut Lit,
    commands: &mut Vec<Command>,
) {
    let occurring: Vec<EventKind> =
        frame.session.world.event_kinds.iter().copied().filter(|kind| kind.family() == family).collect();
    let is_on =
        |kinds: &[EventKind]| kinds.iter().all(|&kind| frame.session.filter.active.has(Facet::Kind(kind)));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 0.0);
        // Tab goes from family to family, and to the types of the one that has the focus.
        let id_of = |entry: LegendEntry| Id::unique(("legend", family as usize, format!("{entry:?}")));
        let family_id = Id::unique(("legend", family as usize));
        let has_focus = ui.memory(|memory| {
            memory.has_focus(family_id)
                || group.entries.iter().any(|(entry, _)| memory.has_focus(id_of(*entry)))
        });
        let button =
            Button { id: family_id, font: Font::Strong, sense: Sense::click(), is_on: is_on(&occurring) };
        let response = sign(ui, frame, None, group.heading, Some(&button));
        let response = response.on_hover_text((frame.strings().help.family)(family));
        if response.clicked() {
            filter_by(frame.session, &kinds(&occurring), commands);
        }
        lit.add_if_meant(&response, occurring.iter().map(|&kind| LegendEntry::Event(kind)));
        for (entry, name) in &group.entries {
            let entry = *entry;
            let LegendEntry::Event(kind) = entry else { continue };
            let sense = if has_focus { Sense::click() } else { Sense::CLICK };
            let button = Button { id: id_of(entry), font: Font::Text, sense, is_on: is_on(&[kind]) };
            let response = sign(ui, frame, Some(entry), name, Some(&button));
            let response = with_meaning(response, frame, entry);
            if response.clicked() {
                filter_by(frame.session, &kinds(&[kind]), commands);
            }
            lit.add_if_meant(&response, [entry]);
        }
    });
}

fn kinds(kinds: &[EventKind]) -> Vec<Facet> {
    kinds.iter().copied().map(Facet::Kind).collect()
}

/// Shows only what has one of these values of one facet; all again if only that is shown.
fn filter_by(session: &Session, facets: &[Facet], commands: &mut Vec<Command>) {
    let Some(&first) = facets.first() else { return };
    let active = &session.filter.active;
    let mut filter = active.without(first);
    let is_on = facets.iter().all(|&facet| active.has(facet));
    if !(is_on && active.of_kind(first).count() == facets.len()) {
        for &facet in facets {
            filter.toggle(facet);
        }
    }
    commands.push(Command::Filter(FilterCommand::Set(filter)));
}

/// An entry that can be clicked.
struct Button {
    id: Id,
    font: Font,
    sense: Sense,
    is_on: bool,
}

/// A sign with its name, or a name without a sign, only to be read if it is no button.
fn sign(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    entry: Option<LegendEntry>,
    name: &str,
    button: Option<&Button>,
) -> Response {
    let font = button.map_or(Font::Text, |button| button.font);
    let ink = theme::colour(frame.palette, Ink::Text);
    // The sign of a bar or a band fills its room; a glyph has air around it.
    let indent = match entry {
        None => 4.0,
        Some(LegendEntry::Event(_) | LegendEntry::Quote(_) | LegendEntry::Attested(_)) => SIGN,
        Some(_) => SIGN + 5.0,
    };
    let room = (ui.max_rect().width() - indent - 8.0).max(40.0);
    let text = ui.painter().layout(name.to_owned(), theme::font(font, 11.0), ink, room);
    let size = vec2(indent + text.size().x + 4.0, text.size().y.max(LINE));
    let (own, rect) = ui.allocate_space(size);
    let response = if let Some(button) = button {
        let response = ui.interact(rect, button.id, button.sense);
        let name = (frame.strings().view.legend_entry)(name);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, button.is_on, &name));
        if button.is_on {
            ui.painter().rect_filled(rect, 4.0, ui.visuals().selection.bg_fill);
        } else if response.hovered() {
            ui.painter().rect_filled(rect, 4.0, theme::colour(frame.palette, Ink::Panel));
        }
        response
    } else {
        let response = ui.interact(rect, own, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
        response
    };
    if let Some(entry) = entry {
        let middle = Pos2::new(rect.left() + SIGN / 2.0, rect.center().y);
        paint::paint_shapes(ui.painter(), middle.to_vec2(), &Legend::shapes(entry), frame.palette);
    }
    let at = Pos2::new(rect.left() + indent, rect.center().y - text.size().y / 2.0);
    ui.painter().galley(at, text, ink);
    show_focus_ring(ui, &response);
    response
}

/// Explains an entry in a tooltip, where the glossary has it.
fn with_meaning(response: Response, frame: &Frame<'_>, entry: LegendEntry) -> Response {
    match meaning(frame.strings(), entry) {
        Some(meaning) => response.on_hover_text(meaning),
        None => response,
    }
}

fn meaning(strings: &Strings, entry: LegendEntry) -> Option<&'static str> {
    let term = match entry {
        LegendEntry::Phase(phase) => Term::of_phase(phase),
        LegendEntry::Notice => Term::Concept(Concept::NoticePeriod),
        LegendEntry::Event(kind) => Term::Event(kind),
        LegendEntry::Quote(_) => Term::Concept(Concept::Quotation),
        // Their names say all.
        LegendEntry::Span | LegendEntry::Attested(_) => return None,
        LegendEntry::Date(look) => Term::Concept(match look {
            DateLook::Spread => Concept::Precision,
            DateLook::Approximate => Concept::Approximate,
            DateLook::Uncertain => Concept::Uncertain,
            DateLook::Open => Concept::OpenDate,
            DateLook::Disputed => Concept::Disputed,
        }),
    };
    Some(strings.define(term).meaning)
}

/// Lights what the legend was pointed at in this frame, over the scene. Plans nothing.
pub(super) fn light(ui: &egui::Ui, frame: &Frame<'_>, scene: &Scene, origin: Pos2, cache: &mut UiCache) {
    let session = frame.session;
    let plan = cache.scenes.plans();
    let legend = &mut cache.legend;
    let entries = std::mem::take(&mut legend.lit);
    if legend.groups_of.is_some_and(|(of, _)| of != plan) {
        // The legend of the new scene is drawn in the next frame.
        ui.ctx().request_repaint();
        legend.groups_of = None;
    }
    if entries.is_empty() {
        legend.shapes = None;
        return;
    }
    if legend.shapes.as_ref().is_none_or(|(of, lit, _)| *of != plan || *lit != entries) {
        let shapes = highlighted_shapes(scene, session.index(), &session.world.dataset, &entries);
        legend.shapes = Some((plan, entries, shapes));
    }
    if let Some((_, _, shapes)) = &legend.shapes {
        let painter =
            ui.painter().with_clip_rect(paint::rect_at(origin, &scene.plot).intersect(ui.clip_rect()));
        paint::paint_shapes(&painter, origin.to_vec2(), shapes, frame.palette);
    }
}
