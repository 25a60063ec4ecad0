//! The picture of the selected event: asked for when its details are drawn, decoded elsewhere, and kept until another is.

use std::sync::Arc;

use crate::diagnostics::PictureProblem;
use crate::domain::EventId;
use crate::session::Session;
use crate::session::effect::Effect;
use crate::session::world::WorldId;

/// A picture as pixels, small enough for the details.
#[derive(Debug, PartialEq, Eq)]
pub struct Picture {
    /// Pixels in a row.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// Red, green, blue and opacity of each pixel, the colours multiplied by the opacity, row by row from the top.
    pub rgba: Vec<u8>,
}

/// The picture of one event, as far as it is there.
#[derive(Clone, Debug)]
pub struct EventPicture {
    world: WorldId,
    event: EventId,
    /// Its pixels; `None` while it is read.
    pub picture: Option<Result<Arc<Picture>, PictureProblem>>,
}

impl Session {
    /// The picture of an event, if it was asked for.
    pub fn picture_of(&self, event: EventId) -> Option<&EventPicture> {
        let picture = self.selection.picture.as_ref()?;
        (picture.event == event && picture.world == self.world.id()).then_some(picture)
    }

    pub(super) fn ask_for_picture(&mut self, event: EventId) -> Option<Effect> {
        if self.picture_of(event).is_some() {
            return None;
        }
        self.selection.picture = Some(EventPicture { world: self.world.id(), event, picture: None });
        Some(Effect::ReadPicture(event))
    }

    pub(super) fn set_picture(&mut self, event: EventId, read: Result<Arc<Picture>, PictureProblem>) {
        let is_asked = self.picture_of(event).is_some();
        if let Some(picture) = self.selection.picture.as_mut().filter(|_| is_asked) {
            picture.picture = Some(read);
        }
    }
}
