//! A picture as chosen in the dialog or on the command line: made of a session at once, drawn and written anywhere.

use std::path::Path;

use crate::diagnostics::WriteProblem;
use crate::export::{
    Metadata, missing_letters, to_embedded_svg, to_outlined_svg, to_pdf, to_pixels, to_png, to_svg,
};
use crate::session::{PictureChoice, PictureFormat, Session};
use crate::timeline::{BundledFonts, LegendBlock, Scene, Sheets, SymbolsInUse};

use super::atomic_file::write_file;
use super::picture_export::problem;
use super::picture_options::PictureOptions;

/// Everything that a chosen picture is made from; it can go to another thread.
pub(super) struct ChosenPicture {
    drawing: Drawing,
    options: PictureOptions,
    choice: PictureChoice,
    metadata: Metadata,
    /// How many lanes it has.
    pub(super) lanes: usize,
}

enum Drawing {
    Sheets(Box<Sheets>),
    Scene(Box<Scene>, LegendBlock),
}

/// A picture that was written.
pub(super) struct WrittenPicture {
    pub(super) bytes: Vec<u8>,
    /// Characters that no font has.
    pub(super) missing: String,
    /// Whether it is PDF/UA-1, or no PDF.
    pub(super) is_accessible: bool,
}

impl ChosenPicture {
    /// The picture of a session.
    ///
    /// # Errors
    /// It would have no lanes, or a page is too small for them, or there would be too many pages.
    pub(super) fn of(
        session: &Session,
        choice: &PictureChoice,
        options: PictureOptions,
    ) -> Result<Self, WriteProblem> {
        let fonts = BundledFonts::default();
        let lanes = session.picture_treaties(choice).len();
        let drawing = if choice.format == PictureFormat::Pdf {
            Drawing::Sheets(Box::new(session.picture_sheets(choice, &fonts)?))
        } else {
            if lanes == 0 {
                return Err(WriteProblem::NoLanes);
            }
            let scene = session.whole_picture_scene(choice, options.width, &fonts);
            let below = session.below_picture(choice, &SymbolsInUse::of(&scene), options.width, &fonts);
            Drawing::Scene(Box::new(scene), below)
        };
        let metadata = Metadata {
            view: session.view_link(),
            sha256: session.world.sha256.as_deref().cloned().unwrap_or_default(),
            drawn: format!("{} {}", options.to_text(), session.picture_choice_text(choice)),
        };
        Ok(Self { drawing, options, choice: choice.clone(), metadata, lanes })
    }

    /// How many pages it has; one if it is not cut into pages.
    pub(super) fn pages(&self) -> usize {
        match &self.drawing {
            Drawing::Sheets(sheets) => sheets.sheets.len(),
            Drawing::Scene(..) => 1,
        }
    }

    /// The size of the names of lanes on paper in points, if they can hardly be read.
    pub(super) fn smallest_font_size(&self) -> Option<f32> {
        match &self.drawing {
            Drawing::Sheets(sheets) => sheets.smallest_font_size(),
            Drawing::Scene(..) => None,
        }
    }

    /// Draws it. `goes_on` is told the share that is done, from 0 to 1: false ends the work.
    ///
    /// # Errors
    /// It is too large, or no longer wanted.
    pub(super) fn drawn(&self, goes_on: &dyn Fn(f32) -> bool) -> Result<WrittenPicture, WriteProblem> {
        let palette = self.choice.theme.palette(self.options.high_contrast);
        let (bytes, missing, is_accessible) = match &self.drawing {
            Drawing::Sheets(sheets) => {
                let pdf = to_pdf(sheets, self.options.language_tag(), &self.metadata, goes_on);
                let pdf = pdf.map_err(|err| problem(&err))?;
                (pdf.bytes, pdf.missing, pdf.is_accessible)
            }
            Drawing::Scene(scene, legend) if self.choice.format == PictureFormat::Png => {
                let png = to_png(scene, legend, palette, f32::from(self.choice.scale));
                let png = png.map_err(|err| problem(&err))?;
                (self.metadata.in_png(&png), missing_letters(scene, legend), true)
            }
            Drawing::Scene(scene, legend) => {
                let svg = if self.options.is_outlined {
                    to_outlined_svg(scene, legend, palette).map_err(|err| problem(&err))?
                } else if self.options.has_fonts {
                    to_embedded_svg(scene, legend, palette)
                } else {
                    to_svg(scene, legend, palette)
                };
                (self.metadata.in_svg(&svg).into_bytes(), missing_letters(scene, legend), true)
            }
        };
        if !goes_on(1.0) {
            return Err(WriteProblem::Cancelled);
        }
        Ok(WrittenPicture { bytes, missing, is_accessible })
    }

    /// Draws it and writes it to a file, whole or not at all.
    ///
    /// # Errors
    /// It could not be drawn or written, or is no longer wanted.
    pub(super) fn write(
        &self,
        path: &Path,
        goes_on: &dyn Fn(f32) -> bool,
    ) -> Result<WrittenPicture, WriteProblem> {
        let written = self.drawn(goes_on)?;
        write_file(path, &written.bytes)?;
        Ok(written)
    }

    /// Its pixels, for the clipboard: width, height, and red, green, blue and opacity of each.
    ///
    /// # Errors
    /// It is too large.
    pub(super) fn pixels(&self) -> Result<([usize; 2], Vec<u8>), WriteProblem> {
        let Drawing::Scene(scene, legend) = &self.drawing else { return Err(WriteProblem::NoLanes) };
        let palette = self.choice.theme.palette(self.options.high_contrast);
        to_pixels(scene, legend, palette, f32::from(self.choice.scale)).map_err(|err| problem(&err))
    }
}
