//! Which of a dataset's items came from which of its files.

use super::ids::{EventId, SourceId, SpeakerId, StatementId, TreatyId};
use super::layer::Layer;
use super::record::Record;
use super::series::Series;
use super::statement::About;

impl Record {
    /// The files that it was put together from, in the order in which they were added; none where it is one file.
    pub fn layers(&self) -> &[Layer] {
        &self.parts().layers
    }

    /// The index of the layer that a category is of; 0 where there is one file.
    pub fn layer_of_category(&self, category: usize) -> usize {
        self.layer_with(|layer| layer.categories.contains(&category))
    }

    /// The index of the layer that a treaty is of.
    pub fn layer_of_treaty(&self, id: TreatyId) -> usize {
        self.layer_of_category(self.treaty(id).category)
    }

    /// The index of the layer that an event is of.
    pub fn layer_of_event(&self, id: EventId) -> usize {
        self.layer_of_treaty(self.event(id).treaty)
    }

    /// The index of the layer that a source is of.
    pub fn layer_of_source(&self, id: SourceId) -> usize {
        self.layer_with(|layer| layer.sources.contains(&id.index()))
    }

    /// The index of the layer that a speaker is of.
    pub fn layer_of_speaker(&self, id: SpeakerId) -> usize {
        self.layer_with(|layer| layer.speakers.contains(&id.index()))
    }

    /// The index of the layer that a statement is of.
    pub fn layer_of_statement(&self, id: StatementId) -> usize {
        self.layer_of_source(self.statement(id).source)
    }

    /// The index of the layer that a series of figures is of.
    pub fn layer_of_series(&self, series: &Series) -> usize {
        self.layer_of_source(series.source)
    }

    /// The index of the layer of what a quotation is about.
    pub fn layer_of_about(&self, about: About) -> usize {
        match about {
            About::Treaty(id) => self.layer_of_treaty(id),
            About::Event(id) => self.layer_of_event(id),
        }
    }

    fn layer_with(&self, has: impl Fn(&Layer) -> bool) -> usize {
        self.layers().iter().position(has).unwrap_or_default()
    }
}
