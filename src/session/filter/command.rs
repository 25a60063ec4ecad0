//! Commands about the filter.

use crate::session::Session;

use super::facets::{Facet, Filter};

/// The filter.
#[derive(Debug)]
pub enum FilterCommand {
    /// Add one value of a facet to the filter, or remove it.
    Toggle(Facet),
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
                let mut filter = self.filter.active.clone();
                filter.toggle(facet);
                self.set_filter(filter);
            }
            FilterCommand::Set(filter) => self.set_filter(filter),
            FilterCommand::Save(name) => self.save_filter(&name),
            FilterCommand::UseSaved(index) => self.use_saved_filter(index),
            FilterCommand::DeleteSaved(index) => self.delete_saved_filter(index),
        }
    }
}
