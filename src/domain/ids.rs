//! Dense indices into a [`Dataset`](super::Dataset); the ids people write in files are the `key` fields.

macro_rules! dense_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// The id of the `index`-th item; a table holds at most 2³² − 1 items.
            pub const fn new(index: usize) -> Self {
                Self(index as u32)
            }

            /// The index in its table.
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

dense_id!(
    /// A [`Party`](super::Party) of a dataset.
    PartyId
);
dense_id!(
    /// A [`Treaty`](super::Treaty) of a dataset, in the order of its lanes.
    TreatyId
);
dense_id!(
    /// An [`Event`](super::Event) of a dataset, in order of earliest date.
    EventId
);
dense_id!(
    /// An [`Act`](super::Act) of a party in a depositary's list, in order of treaty, party and date.
    ActId
);
dense_id!(
    /// A depositary's [`ActList`](super::ActList), in the order of the file.
    ActListId
);
dense_id!(
    /// A [`Statement`](super::Statement) of a dataset, in order of earliest date.
    StatementId
);
dense_id!(
    /// A type of event that a dataset names itself, in the order in which they first occur in the file.
    OwnTypeId
);
dense_id!(
    /// A tag of events, in the order in which they first occur in the file.
    TagId
);
dense_id!(
    /// A [`Source`](super::Source) of a dataset.
    SourceId
);
dense_id!(
    /// A [`Speaker`](super::Speaker) of a dataset.
    SpeakerId
);
