//! Carries out what the dialog of pictures asks for.

use crate::session::{Command, PictureChoice, PictureFormat, PicturesCommand, PicturesEffect};

use super::App;
use super::answer::SavePurpose;
use super::chosen_picture::ChosenPicture;
use super::effects::file_stem;
use super::picture_options::PictureOptions;

impl App {
    pub(super) fn run_pictures(
        &mut self,
        ctx: &egui::Context,
        frame: Option<&eframe::Frame>,
        effect: PicturesEffect,
    ) {
        match effect {
            PicturesEffect::AskWhereToWrite(format) => {
                let name = format!("{}.{}", file_stem(&self.session.world.name), format.extension());
                self.ask_where_to_save(frame, name, SavePurpose::DialogPicture(format));
            }
            PicturesEffect::Write(path, choice) => {
                let options = PictureOptions::of_window(&self.session);
                match ChosenPicture::of(&self.session, &choice, options) {
                    Ok(picture) => self.jobs.write_picture(path, picture),
                    Err(why) => {
                        let failed = Command::Pictures(PicturesCommand::Failed(path, why));
                        self.jobs.answer().send(failed);
                    }
                }
            }
            PicturesEffect::Cancel => self.jobs.cancel_picture(),
            PicturesEffect::Copy(choice) => {
                // Of one piece, whatever the format of its file would be.
                let choice = PictureChoice { format: PictureFormat::Png, ..*choice };
                let options = PictureOptions::of_window(&self.session);
                match ChosenPicture::of(&self.session, &choice, options) {
                    Ok(picture) => self.jobs.copy_picture(picture),
                    Err(why) => {
                        let failed = Command::Pictures(PicturesCommand::Copied(Err(why)));
                        self.jobs.answer().send(failed);
                    }
                }
            }
            PicturesEffect::PutOnClipboard(pixels) => {
                ctx.copy_image(egui::ColorImage::from_rgba_premultiplied(pixels.size, &pixels.rgba));
            }
        }
    }
}
