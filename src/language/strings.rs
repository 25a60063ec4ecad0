//! Everything that the program says in one language, by feature.

use crate::domain::{EventKind, Record};

use super::commands::Commands;
use super::compare::Compare;
use super::dates::Dates;
use super::editing::Editing;
use super::figures::Figures;
use super::files::Files;
use super::filter::Filter;
use super::help::{Definition, Help, Term};
use super::history::History;
use super::law::Law;
use super::layers::Layers;
use super::open_table::Opening;
use super::pictures::Pictures;
use super::reader::Reader;
use super::search::Search;
use super::selection::Selection;
use super::settings::Settings;
use super::tables::Tables;
use super::terms::Terms;
use super::text::texts;
use super::view::View;

texts! {
    /// Everything that the program says in one language.
    Strings {
        /// Menus, the command palette, and the list of keys and gestures.
        commands: Commands,
        /// A comparison with another dataset.
        compare: Compare,
        /// Dates, as the record gives them and as the axis has them.
        dates: Dates,
        /// Editing: the form of an event, and what is asked before something is lost.
        editing: Editing,
        /// The charts under the lanes.
        figures: Figures,
        /// Opening and saving files, and what is wrong with them.
        files: Files,
        /// The filter row and its menus.
        filter: Filter,
        /// The glossary of legal terms and dates, and the steps of the tour.
        help: Help,
        /// The way back: undoing and redoing, going back to places, and messages about what has just happened.
        history: History,
        /// Legal status on a date: the line on the timeline, and the matrix of treaties and parties.
        law: Law,
        /// Several files on one timeline: the list of layers, and what happens to them.
        layers: Layers,
        /// Opening a table, whose columns are asked about.
        opening: Opening,
        /// Pictures: the dialog in which one is chosen, and what stands on it.
        pictures: Pictures,
        /// The panel in which a document is read, its quotations, and what is saved of them.
        reader: Reader,
        /// The search field and its results.
        search: Search,
        /// The details of what is selected, menus of items, and what is copied of them.
        selection: Selection,
        /// Appearance, and what is kept between runs.
        settings: Settings,
        /// The tables under the timeline.
        tables: Tables,
        /// Legal terms, and counts of items.
        terms: Terms,
        /// The timeline, its lanes and its legend.
        view: View,
    }
}

impl Strings {
    /// The name of a type of event: of the format's in this language, of a dataset's own as the file has it.
    pub fn event_kind<'a>(&self, record: &'a Record, kind: EventKind) -> &'a str {
        match kind {
            EventKind::Own(id) => record.own_type(id),
            kind => (self.terms.event_kind)(kind),
        }
    }

    /// What a term means.
    pub fn define(&self, term: Term) -> Definition {
        match term {
            Term::Event(kind) => {
                Definition { name: (self.terms.event_kind)(kind), meaning: (self.help.event)(kind) }
            }
            Term::Concept(concept) => (self.help.concept)(concept),
        }
    }
}
