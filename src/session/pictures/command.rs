//! Commands of the dialog of pictures.

use std::path::PathBuf;

use super::effect::PicturesEffect;
use crate::diagnostics::{WriteProblem, shown_path};
use crate::domain::{EdtfDate, EdtfError};
use crate::language::sentence;
use crate::session::Session;
use crate::session::commands::overlay::Overlay;
use crate::session::effect::Effect;

use super::choice::{MAX_ACROSS, PageFit, PictureChoice, PictureFormat, PicturePeriod};
use super::state::{Pixels, Writing};

/// Pictures, and the dialog in which one is chosen.
#[derive(Debug)]
pub enum PicturesCommand {
    /// Choose otherwise.
    Choose(PictureChoice),
    /// Type the beginning and the end of the period: dates as EDTF or in words.
    TypePeriod([String; 2]),
    /// Ask for the file of the picture.
    AskWhere,
    /// Write the chosen picture to a file.
    Write(PathBuf),
    /// Put the chosen picture on the clipboard.
    Copy,
    /// Put a link to what the chosen picture shows on the clipboard.
    CopyLink,
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

    /// Opens the dialog of pictures for the bookmarks as pages.
    pub(in crate::session) fn open_bookmark_dialog(&mut self) {
        if self.view.bookmarks.is_empty() {
            self.status_message = Some(self.strings().view.no_bookmarks.to_owned());
            return;
        }
        let choice = &mut self.pictures.choice;
        (choice.format, choice.fit) = (PictureFormat::Pdf, PageFit::Slides);
        self.overlay = Some(Overlay::Picture);
    }

    pub(in crate::session) fn apply_pictures(&mut self, command: PicturesCommand) -> Option<Effect> {
        match command {
            PicturesCommand::Choose(choice) => {
                if !matches!(choice.period, PicturePeriod::Between(..)) {
                    self.pictures.typed = Default::default();
                }
                self.pictures.choice = checked(choice);
            }
            PicturesCommand::TypePeriod(typed) => self.type_period(typed),
            PicturesCommand::AskWhere => {
                return Some(Effect::Pictures(PicturesEffect::AskWhereToWrite(self.pictures.choice.format)));
            }
            PicturesCommand::Write(path) => {
                self.overlay.take_if(|overlay| *overlay == Overlay::Picture);
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                self.pictures.writing = Some(Writing { name: Some(name), share: 0.0 });
                return Some(Effect::Pictures(PicturesEffect::Write(
                    path,
                    Box::new(self.pictures.choice.clone()),
                )));
            }
            PicturesCommand::Copy => {
                self.pictures.writing = Some(Writing { name: None, share: 0.0 });
                return Some(Effect::Pictures(PicturesEffect::Copy(Box::new(self.pictures.choice.clone()))));
            }
            PicturesCommand::CopyLink => {
                let choice = self.pictures.choice.clone();
                let time = self.picture_time(&choice, &self.picture_rows(&choice));
                let link = self.picture_link(&choice, time);
                return self.copy_link(link);
            }
            PicturesCommand::Copied(copied) => {
                self.pictures.writing = None;
                match copied {
                    Ok(pixels) => {
                        self.status_message = Some(self.strings().pictures.copied.to_owned());
                        return Some(Effect::Pictures(PicturesEffect::PutOnClipboard(pixels)));
                    }
                    Err(why) => self.status_message = Some(sentence(&self.language().write_problem(&why))),
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
            PicturesCommand::Cancel => return Some(Effect::Pictures(PicturesEffect::Cancel)),
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

/// Maximum length of a typed date, in bytes.
const MAX_TYPED: usize = 200;

impl Session {
    /// The period that is typed, as far as it can be read: what is left empty is where the period before began or ended.
    fn type_period(&mut self, mut typed: [String; 2]) {
        for text in &mut typed {
            text.truncate(text.floor_char_boundary(MAX_TYPED));
        }
        let before = PictureChoice { period: PicturePeriod::Visible, ..self.pictures.choice.clone() };
        let (start, end) = self.picture_period(&before);
        let [from, to] = typed.each_ref().map(|text| typed_date(text));
        self.pictures.typed = typed;
        self.pictures.choice.period = match (from, to) {
            (None, None) => PicturePeriod::Visible,
            (Some(Err(_)), _) | (_, Some(Err(_))) => return,
            (from, to) => {
                let from = from.and_then(Result::ok).map_or(start, |date| date.earliest());
                let to = to.and_then(Result::ok).map_or(end, |date| date.end());
                if from >= to {
                    return;
                }
                PicturePeriod::Between(from, to)
            }
        };
    }

    /// What is wrong with the typed period: the index of the text that is no date, and why; or that it ends before it begins.
    pub fn typed_period_problem(&self) -> Option<TypedPeriodProblem> {
        let dates = self.pictures.typed.each_ref().map(|text| typed_date(text));
        if let Some(i) = dates.iter().position(|date| matches!(date, Some(Err(_)))) {
            let mut dates = dates.into_iter();
            let problem = dates.nth(i).flatten()?.err()?;
            return Some(TypedPeriodProblem::NoDate(i, problem));
        }
        let [Some(Ok(from)), Some(Ok(to))] = dates else { return None };
        (from.earliest() >= to.end()).then_some(TypedPeriodProblem::EndsBefore)
    }
}

/// Why a typed period is none.
#[derive(Debug, PartialEq, Eq)]
pub enum TypedPeriodProblem {
    /// One of the two texts is no date.
    NoDate(usize, EdtfError),
    /// It ends before it begins.
    EndsBefore,
}

fn typed_date(text: &str) -> Option<Result<EdtfDate, EdtfError>> {
    let text = text.trim();
    (!text.is_empty()).then(|| EdtfDate::parse_typed(text))
}

/// A choice within the limits.
fn checked(choice: PictureChoice) -> PictureChoice {
    PictureChoice { scale: choice.scale.clamp(1, 4), across: choice.across.clamp(1, MAX_ACROSS), ..choice }
}
