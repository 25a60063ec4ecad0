//! Commands about the filter.

use crate::domain::TreatyId;
use crate::session::Session;

use super::criteria::{Facet, Filter};

/// The filter.
#[derive(Debug)]
pub enum FilterCommand {
    /// Add one value of a facet to the filter, or remove it.
    Toggle(Facet),
    /// Make one value of a facet its only one; the other facets stay.
    Only(Facet),
    /// Show only these treaties, hidden ones among them too; the other facets stay.
    OnlyTreaties(Vec<TreatyId>),
    /// Show only the treaties of a category, by its index; the other facets stay.
    OnlyGroup(usize),
    /// Show all that the filter and hidden lanes hide.
    ShowHidden,
    /// Replace the filter.
    Set(Filter),
    /// Save the filter under a name.
    Save(String),
    /// Use a saved filter, by its index.
    UseSaved(usize),
    /// Delete a saved filter, by its index.
    DeleteSaved(usize),
}

impl Session {
    pub(in crate::session) fn apply_filter(&mut self, command: FilterCommand) {
        match command {
            FilterCommand::Toggle(facet) => {
                if let Facet::Treaty(treaty) = facet {
                    // Whoever asks for a treaty by name does not want it hidden.
                    self.unhide(&[treaty]);
                }
                let mut filter = self.filter.active.clone();
                filter.toggle(facet);
                self.set_filter(filter);
            }
            FilterCommand::Only(facet) => self.set_filter(self.filter.active.with_only(facet)),
            FilterCommand::OnlyTreaties(treaties) => self.show_only_treaties(&treaties),
            FilterCommand::OnlyGroup(category) => self.show_only_group(category),
            FilterCommand::ShowHidden => self.show_hidden(),
            FilterCommand::Set(filter) => self.set_filter(filter),
            FilterCommand::Save(name) => self.save_filter(&name),
            FilterCommand::UseSaved(index) => self.use_saved_filter(index),
            FilterCommand::DeleteSaved(index) => self.delete_saved_filter(index),
        }
    }
}
