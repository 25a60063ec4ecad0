//! Commands of the dialog of pictures.

use std::path::PathBuf;

use crate::diagnostics::{WriteProblem, shown_path};
use crate::session::Session;
use crate::session::commands::overlay::Overlay;
use crate::session::effect::Effect;

use super::choice::{MAX_ACROSS, PageFit, PictureChoice};
use super::state::{Pixels, Writing};

/// Pictures, and the dialog in which one is chosen.
#[derive(Debug)]
pub enum PicturesCommand {
    /// Choose otherwise.
    Choose(PictureChoice),
    /// Ask for the file of the picture.
    AskWhere,
    /// Write the chosen picture to a file.
    Write(PathBuf),
    /// Put the chosen picture on the clipboard.
    Copy,
    /// The picture for the clipboard is drawn, or could not be.
    Copied(Result<Pixels, WriteProblem>),
    /// The share of the picture that is written, from 0 to 1.
    Progress(f32),
    /// A picture was written. The characters that no font has are named; false if it is not accessible.
    Written {
        /// The file.
        path: PathBuf,
        /// Characters that no font has.
        missing: String,
        /// Whether it is PDF/UA-1, or no PDF.
        is_accessible: bool,
    },
    /// A picture could not be written.
    Failed(PathBuf, WriteProblem),
    /// The picture is no longer wanted.
    Cancel,
    /// Nothing was written, as was wished.
    Cancelled,
}

/// More lanes cannot be read on one page of A4.
const MAX_ON_A_PAGE: usize = 30;

impl Session {
    /// Opens or closes the dialog of pictures. As long as nothing was chosen, many lanes go over several pages.
    pub(in crate::session) fn open_picture_dialog(&mut self) {
        let choice = &self.pictures.choice;
        if *choice == PictureChoice::default() && self.picture_treaties(choice).len() > MAX_ON_A_PAGE {
            self.pictures.choice.fit = PageFit::Pages;
        }
        self.toggle_overlay(Overlay::Picture);
    }

    pub(in crate::session) fn apply_pictures(&mut self, command: PicturesCommand) -> Option<Effect> {
        match command {
            PicturesCommand::Choose(choice) => self.pictures.choice = checked(choice),
            PicturesCommand::AskWhere => {
                return Some(Effect::AskWhereToWritePicture(self.pictures.choice.format));
            }
            PicturesCommand::Write(path) => {
                self.overlay.take_if(|overlay| *overlay == Overlay::Picture);
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                self.pictures.writing = Some(Writing { name: Some(name), share: 0.0 });
                return Some(Effect::WritePicture(path, Box::new(self.pictures.choice.clone())));
            }
            PicturesCommand::Copy => {
                self.pictures.writing = Some(Writing { name: None, share: 0.0 });
                return Some(Effect::CopyPicture(Box::new(self.pictures.choice.clone())));
            }
            PicturesCommand::Copied(copied) => {
                self.pictures.writing = None;
                match copied {
                    Ok(pixels) => {
                        self.status_message = Some(self.strings().pictures.copied.to_owned());
                        return Some(Effect::PutPicture(pixels));
                    }
                    Err(why) => self.status_message = Some(self.language().write_problem(&why)),
                }
            }
            PicturesCommand::Progress(share) => {
                if let Some(writing) = &mut self.pictures.writing {
                    writing.share = share;
                }
            }
            PicturesCommand::Written { path, missing, is_accessible } => {
                self.pictures.writing = None;
                let strings = self.strings();
                let mut message = (strings.files.exported)(&shown_path(&path));
                if !missing.is_empty() {
                    message = format!("{message}. {}", (strings.pictures.missing_letters)(&missing));
                }
                if !is_accessible {
                    message = format!("{message}. {}", strings.pictures.not_accessible);
                }
                self.status_message = Some(message);
            }
            PicturesCommand::Failed(path, why) => {
                self.pictures.writing = None;
                let why = self.language().write_problem(&why);
                self.status_message = Some((self.strings().files.not_saved)(&shown_path(&path), &why));
            }
            PicturesCommand::Cancel => return Some(Effect::CancelPicture),
            PicturesCommand::Cancelled => {
                let texts = &self.strings().pictures;
                let said = self.pictures.writing.take().map(|writing| match writing.name {
                    Some(name) => (texts.cancelled)(&name),
                    None => texts.not_copied.to_owned(),
                });
                self.status_message = said;
            }
        }
        None
    }
}

/// A choice within the limits.
fn checked(choice: PictureChoice) -> PictureChoice {
    PictureChoice { scale: choice.scale.clamp(1, 4), across: choice.across.clamp(1, MAX_ACROSS), ..choice }
}
