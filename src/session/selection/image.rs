//! The image of the selected event: asked for when its details are drawn, decoded elsewhere, and kept until another is.

use std::sync::Arc;

use crate::diagnostics::ImageProblem;
use crate::domain::EventId;
use crate::session::Session;
use crate::session::effect::Effect;
use crate::session::world::WorldId;

/// An image as pixels, small enough for the details.
#[derive(Debug, PartialEq, Eq)]
pub struct Image {
    /// Pixels in a row.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// Red, green, blue and opacity of each pixel, the colours multiplied by the opacity, row by row from the top.
    pub rgba: Vec<u8>,
}

/// The image of one event, as far as it is there.
#[derive(Clone, Debug)]
pub struct EventImage {
    world: WorldId,
    event: EventId,
    /// Its pixels; `None` while it is read.
    pub image: Option<Result<Arc<Image>, ImageProblem>>,
}

impl Session {
    /// The image of an event, if it was asked for.
    pub fn image_of(&self, event: EventId) -> Option<&EventImage> {
        let image = self.selection.image.as_ref()?;
        (image.event == event && image.world == self.world.id()).then_some(image)
    }

    pub(super) fn ask_for_image(&mut self, event: EventId) -> Option<Effect> {
        if self.image_of(event).is_some() {
            return None;
        }
        self.selection.image = Some(EventImage { world: self.world.id(), event, image: None });
        Some(Effect::ReadPicture(event))
    }

    pub(super) fn set_picture(&mut self, event: EventId, read: Result<Arc<Image>, ImageProblem>) {
        let is_asked = self.image_of(event).is_some();
        if let Some(image) = self.selection.image.as_mut().filter(|_| is_asked) {
            image.image = Some(read);
        }
    }
}
