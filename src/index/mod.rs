//! What the timeline asks about a comparison and about the parties of a treaty.

mod ghosts;
mod party_lanes;

pub use ghosts::Ghosts;
pub use party_lanes::{MOST_PARTIES, PartyLane, PartyLanes, Showing};
