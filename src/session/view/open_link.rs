//! Opening a link to the view: from the command line, pasted or typed; `resolve_link.rs` finds what it leads to.

use crate::diagnostics::{ViewLinkNote, ViewLinkProblem};
use crate::domain::Moment;
use crate::session::Session;

use super::link_period::write_period;
use super::link_text::{LinkText, Part};

/// What is asked for on the command line: a link, and parts that stand in the place of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewArguments {
    /// The link; without one the rest changes the view that is there.
    pub link: Option<String>,
    /// The first moment in the window.
    pub from: Option<Moment>,
    /// The moment after the last one in the window.
    pub to: Option<Moment>,
    /// Id of the selection.
    pub select: Option<String>,
    /// Pairs of facet and value with a colon between, and commas between the pairs.
    pub filter: Option<String>,
}

impl ViewArguments {
    /// The view of a link, as it is.
    pub fn of_link(link: &str) -> Self {
        Self { link: Some(link.to_owned()), ..Self::default() }
    }

    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Checks a link without opening it.
///
/// # Errors
/// Why it is none.
pub fn check_view_link(text: &str) -> Result<(), ViewLinkProblem> {
    LinkText::parse(text).map(|_| ())
}

impl Session {
    /// Shows what is asked for on the command line, for a session that has just opened its dataset. Returns what was
    /// not shown.
    ///
    /// # Errors
    /// The link is none; nothing is changed.
    pub fn open_view(&mut self, asked: &ViewArguments) -> Result<Vec<ViewLinkNote>, ViewLinkProblem> {
        let link = self.asked_link(asked)?;
        self.revision += 1;
        let notes = self.show_link(&link);
        if asked.select.is_some() && asked.link.is_none() {
            // A link says how far the lanes are scrolled; an id alone does not.
            self.bring_lane_into_view();
        }
        self.update_selected_status();
        self.update_details();
        self.clear_history();
        Ok(notes)
    }

    /// The link with what stands in the place of its parts.
    fn asked_link(&self, asked: &ViewArguments) -> Result<LinkText, ViewLinkProblem> {
        let ViewArguments { link: asked_link, from, to, select, filter } = asked;
        let mut link =
            asked_link.as_ref().map_or_else(|| Ok(self.link_text()), |link| LinkText::parse(link))?;
        if from.is_some() || to.is_some() {
            if asked_link.is_none() {
                // An end that is not given is that of the record, and not of the view that is there.
                link.remove(Part::From);
                link.remove(Part::To);
            }
            let whole = self.world.span().unwrap_or_else(|| self.whole_period().moments());
            let [first, last] = write_period(from.unwrap_or(whole.0), to.unwrap_or(whole.1));
            if from.is_some() || !link.has(Part::From) {
                link.set(Part::From, &first);
            }
            if to.is_some() || !link.has(Part::To) {
                link.set(Part::To, &last);
            }
        }
        if let Some(id) = select {
            link.set(Part::Select, id);
            link.remove(Part::Several);
        }
        if let Some(filter) = filter {
            link.set_typed_list(Part::Filter, filter);
        }
        Ok(link)
    }

    /// Opens a link that was pasted or typed, as a step that can be undone; returns whether it is one. The message says what
    /// of it is not shown.
    pub(in crate::session) fn follow_view_link(&mut self, text: &str) -> bool {
        let language = self.language();
        match LinkText::parse(text) {
            Ok(link) => {
                let notes = self.show_link(&link);
                let notes = notes.iter().map(|note| language.view_link_note(note));
                let said: Vec<String> =
                    std::iter::once(self.strings().view.link_opened.to_owned()).chain(notes).collect();
                self.status_message = Some(said.join(". "));
                true
            }
            Err(problem) => {
                self.status_message = Some(language.view_link_problem(problem));
                false
            }
        }
    }

    /// What of a link would not be shown.
    ///
    /// # Errors
    /// Why it is none.
    pub fn view_link_notes(&self, text: &str) -> Result<Vec<ViewLinkNote>, ViewLinkProblem> {
        Ok(self.link_target(&LinkText::parse(text)?).notes)
    }
}
