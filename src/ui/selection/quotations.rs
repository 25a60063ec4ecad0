//! The quotations of a treaty or a speaker, read together: their order, what is ticked of them, and all in full.

use egui::{Id, RichText};

use crate::session::{Command, QuotationGroup, QuotationLine, QuotationOrder, SelectionCommand};
use crate::timeline::{Font, Ink, Selection};
use crate::ui::frame::Frame;
use crate::ui::theme;
use crate::ui::widgets::{hidden_line, link, menu_button, muted};

use super::long_list::{LongLists, Rows};
use super::quote_card::{self, CardOptions};
use super::{event, multi_selection};

/// Height of a heading that was never laid out.
const HEADING: f32 = 30.0;

pub(super) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, lists: &mut LongLists, commands: &mut Vec<Command>) {
    let session = frame.session;
    let details = &session.selection.details;
    order_and_ticks(ui, frame, commands);
    if details.hidden_quotations > 0 {
        hidden_line(ui, frame, 0, details.hidden_quotations, commands);
    }
    ui.add_space(theme::GRID);
    let is_grouped = session.selection.quotation_order == QuotationOrder::Grouped;
    let is_of_speaker = matches!(session.selection.selected, Selection::Speaker(_));
    let lines = &details.quotations;
    let rows = Rows {
        stamp: Id::unique(("quotations", details.generation)),
        count: lines.len(),
        key: &|index| match lines.get(index) {
            Some(QuotationLine::Quotation { id, is_same_occasion }) => {
                Id::unique(("quotation", id, is_same_occasion, is_of_speaker, is_grouped))
            }
            _ => Id::unique(("heading of quotations", index)),
        },
        estimate: &|index, width| match lines.get(index) {
            Some(QuotationLine::Quotation { id, .. }) => quote_card::estimated_height(frame, *id, width),
            _ => HEADING,
        },
    };
    lists.show(ui, &rows, |ui, index| match lines.get(index) {
        Some(&QuotationLine::Quotation { id, is_same_occasion }) => {
            let country = session.world.dataset.statement(id).country;
            let is_predecessor = country.is_some_and(|party| session.legal_successor(party) != party);
            let options = CardOptions {
                is_same_occasion,
                is_of_speaker,
                names_party: !is_of_speaker && (!is_grouped || is_predecessor),
                names_treaties: is_of_speaker && !is_grouped,
            };
            quote_card::show(ui, frame, id, options, commands);
        }
        Some(&QuotationLine::Heading { group, count }) => {
            heading(ui, frame, group, count, index > 0, commands);
        }
        None => {}
    });
}

fn heading(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    group: QuotationGroup,
    count: usize,
    is_below_another: bool,
    commands: &mut Vec<Command>,
) {
    let (dataset, strings) = (&frame.session.world.dataset, frame.strings());
    ui.add_space(if is_below_another { 2.0 * theme::GRID } else { 0.0 });
    let text = |name: &str| {
        let text = RichText::new(format!("{name} · {count}")).font(theme::font(Font::Strong, 12.5));
        text.color(theme::colour(frame.palette, Ink::Muted))
    };
    match group {
        QuotationGroup::Party { party, has_predecessor: true } => {
            ui.label(text(&event::party_name(frame, party)))
        }
        QuotationGroup::Party { party, has_predecessor: false } => ui.label(text(&dataset.party(party).name)),
        QuotationGroup::NoParty => ui.label(text(strings.selection.for_no_party)),
        QuotationGroup::NoTreaty => ui.label(text(strings.selection.about_no_treaty)),
        QuotationGroup::Treaty(treaty) => {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                link(ui, frame, &dataset.treaty(treaty).name, Selection::Treaty(treaty), commands);
                muted(ui, frame, format!("· {count}"));
            })
            .response
        }
    };
    ui.add_space(theme::GRID / 2.0);
}

/// The choice of the order, and what can be done with the ticked quotations. It takes the same room whatever is ticked, so
/// that no card moves away from the pointer.
fn order_and_ticks(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let (session, strings) = (frame.session, &frame.strings().selection);
    let is_of_speaker = matches!(session.selection.selected, Selection::Speaker(_));
    let name = |order| match order {
        QuotationOrder::Grouped if is_of_speaker => strings.by_treaty,
        QuotationOrder::Grouped => strings.by_party,
        QuotationOrder::ByDate => strings.by_date,
    };
    let several = &session.selection.several;
    ui.horizontal_wrapped(|ui| {
        menu_button(ui, name(session.selection.quotation_order), |ui| {
            for order in [QuotationOrder::Grouped, QuotationOrder::ByDate] {
                let is_chosen = session.selection.quotation_order == order;
                if ui.selectable_label(is_chosen, name(order)).clicked() {
                    commands.push(Command::Selection(SelectionCommand::OrderQuotations(order)));
                    ui.close();
                }
            }
        });
        muted(ui, frame, (strings.selected)(several.len()));
        // No link breaks in two: it goes to the next line.
        ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Extend);
        let mut link = |words| ui.add_enabled(!several.is_empty(), egui::Link::new(words)).clicked();
        if link(strings.copy_with_citations) {
            commands.push(multi_selection::copy(frame));
        }
        if link(strings.clear) {
            commands.push(Command::Selection(SelectionCommand::ClearSeveral));
        }
    });
}
