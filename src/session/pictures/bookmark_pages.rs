//! The bookmarks as pages of 16:9, for a screen: each with its name in large type, its part of the timeline, and its note.

use crate::diagnostics::WriteProblem;
use crate::session::Session;
use crate::session::view::bookmark::Bookmark;
use crate::timeline::{
    BundledFonts, Font, Ink, OutlineEntry, Pos, Selection, Sheet, SheetPart, SheetRole, Sheets, Size,
    TextMeasure as _, wrapped,
};

use super::choice::{PictureChoice, PictureLanes, PictureTheme};
use super::event_list::Listed;
use super::sheets::Layout;
use super::text_flow::{TextStyle, text_part, with_spaces};

/// The size of a page, in points.
const SIZE: Size = Size { width: 960.0, height: 540.0 };
/// What stays free around what is on it.
const EDGE: f32 = 36.0;
const WIDTH: f32 = SIZE.width - 2.0 * EDGE;
/// The title of the whole, above each step.
const HEAD: TextStyle = TextStyle { size: 11.0, font: Font::Text, ink: Ink::Muted };
const NAME: TextStyle = TextStyle { size: 26.0, font: Font::Strong, ink: Ink::Text };
const NOTE: TextStyle = TextStyle { size: 18.0, font: Font::Text, ink: Ink::Text };
/// The words of a quotation.
const QUOTE: TextStyle = TextStyle { size: 18.0, font: Font::Serif, ink: Ink::Text };
/// Maximum number of lines under a drawing; the rest stands on pages of its own.
const LINES_BELOW: usize = 6;
/// What stays free above and below the drawing.
const GAP: f32 = 10.0;
/// How large a drawing with few lanes is drawn at most.
const MAX_SCALE: f32 = 1.3;

/// A line of the text of a step.
type Line = (String, TextStyle);

impl Session {
    /// The bookmarks as pages, in their order.
    ///
    /// # Errors
    /// There are no bookmarks, or the lanes of one have no room on a page.
    pub(super) fn step_sheets(
        &self,
        choice: &PictureChoice,
        fonts: &BundledFonts,
    ) -> Result<Sheets, WriteProblem> {
        let bookmarks = &self.view.bookmarks;
        if bookmarks.is_empty() {
            return Err(WriteProblem::NoBookmarks);
        }
        let names: Vec<&str> = bookmarks.iter().map(|bookmark| &*bookmark.name).collect();
        let mut sheets = Sheets {
            palette: choice.theme.palette(self.high_contrast()),
            title: self.picture_title(choice),
            description: names.join("; "),
            ..Sheets::default()
        };
        for bookmark in bookmarks {
            let first = sheets.sheets.len();
            sheets.outline.push(OutlineEntry {
                name: bookmark.name.clone(),
                sheet: first,
                at: Pos::default(),
                children: Vec::new(),
            });
            let head = if first == 0 { SheetRole::Title } else { SheetRole::Decoration };
            let head = head_part(&sheets.title, head, fonts);
            sheets.sheets.extend(self.step_pages(choice, bookmark, head, fonts)?);
        }
        let all = sheets.sheets.len();
        for (i, sheet) in sheets.sheets.iter_mut().enumerate() {
            let words = (self.strings().pictures.page)(i + 1, all);
            let width = fonts.width(&words, HEAD.size, HEAD.font);
            let at = Pos { x: SIZE.width - EDGE - width, y: SIZE.height - EDGE + 8.0 };
            sheet.parts.push(text_part(&[words], HEAD, at, 1.0, width, SheetRole::Decoration));
        }
        Ok(sheets)
    }

    /// The pages of a bookmark: more than one if its note is long.
    fn step_pages(
        &self,
        choice: &PictureChoice,
        bookmark: &Bookmark,
        head: SheetPart,
        fonts: &BundledFonts,
    ) -> Result<Vec<Sheet>, WriteProblem> {
        let decoration = SheetPart { role: SheetRole::Decoration, ..head.clone() };
        let mut y = EDGE + 4.0;
        let mut names = wrapped(&bookmark.name, WIDTH, NAME.size, NAME.font, fonts);
        if names.len() > 2 {
            let rest = names.split_off(1).join(" ");
            names.push(crate::timeline::elided(&rest, WIDTH, NAME.size, NAME.font, fonts));
        }
        let name_of = |role| text_part(&names, NAME, Pos { x: EDGE, y: EDGE + 4.0 }, 1.0, WIDTH, role);
        let mut parts = vec![head, name_of(SheetRole::Heading(bookmark.name.clone()))];
        y += NAME.line() * names.len() as f32 + GAP;
        let lines = self.step_lines(bookmark, fonts);
        let bottom = SIZE.height - EDGE;
        let below = lines.len().min(LINES_BELOW);
        let (beside, rest) = lines.split_at_checked(below).unwrap_or_default();
        let room = bottom - y - beside.len() as f32 * NOTE.line() - GAP;
        if let Some(figure) = self.step_figure(choice, bookmark, Pos { x: EDGE, y }, room, fonts)? {
            y = figure.clip.bottom + GAP;
            parts.push(figure);
        }
        parts.extend(paragraphs(beside, y));
        let mut sheets = vec![Sheet { size: SIZE, parts }];
        let top = EDGE + 4.0 + NAME.line() * names.len() as f32 + GAP;
        let lines_on_page = (((bottom - top) / NOTE.line()) as usize).max(1);
        for lines in rest.chunks(lines_on_page) {
            let mut parts = vec![decoration.clone(), name_of(SheetRole::Decoration)];
            parts.extend(paragraphs(lines, top));
            sheets.push(Sheet { size: SIZE, parts });
        }
        Ok(sheets)
    }

    /// What is read beside the drawing: the quotation that is selected, and the note.
    fn step_lines(&self, bookmark: &Bookmark, fonts: &BundledFonts) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut add = |text: &str, style: TextStyle| {
            for paragraph in text.lines() {
                let cut = wrapped(paragraph, WIDTH, style.size, style.font, fonts);
                lines.extend(with_spaces(cut, paragraph).into_iter().map(|line| (line, style)));
            }
        };
        if let Selection::Statement(id) = bookmark.selection {
            add(&self.world.dataset.statement(id).quote, QUOTE);
        }
        add(&bookmark.note, NOTE);
        lines
    }

    /// The part of the timeline at a bookmark: its period, and the lanes that the window has there, with that of what is
    /// selected. `None` if none of them is shown.
    fn step_figure(
        &self,
        choice: &PictureChoice,
        bookmark: &Bookmark,
        at: Pos,
        room: f32,
        fonts: &BundledFonts,
    ) -> Result<Option<SheetPart>, WriteProblem> {
        let mut lanes = self.lanes_in_window(bookmark.view.scroll);
        lanes.extend(self.treaty_of(bookmark.selection).filter(|&treaty| self.view.rows.has_lane(treaty)));
        let choice = PictureChoice {
            lanes: PictureLanes::These(lanes.into_iter().collect()),
            has_window_marks: false,
            has_legend: false,
            ..choice.clone()
        };
        let rows = self.picture_rows(&choice);
        if self.picture_treaties(&choice).is_empty() {
            return Ok(None);
        }
        let layout = Layout {
            session: self,
            choice: &choice,
            fonts,
            rows,
            time: bookmark.view.time,
            selection: bookmark.selection,
            listed: Listed::default(),
            sheets: Sheets::default(),
        };
        let (scene, _, scale) = layout.fitted(WIDTH, room, MAX_SCALE, [WIDTH, 1.0])?;
        Ok(Some(layout.figure(&scene, at, scale)))
    }

    /// The bookmarks as they are shown in full screen, in the colours of the window.
    ///
    /// # Errors
    /// There are no bookmarks.
    pub fn bookmark_sheets(&self, is_dark: bool, fonts: &BundledFonts) -> Result<Sheets, WriteProblem> {
        let theme = if is_dark { PictureTheme::Dark } else { PictureTheme::Light };
        self.step_sheets(&PictureChoice { theme, ..PictureChoice::default() }, fonts)
    }
}

/// The title of the whole, at the upper edge of a page.
fn head_part(title: &str, role: SheetRole, fonts: &BundledFonts) -> SheetPart {
    let title = crate::timeline::elided(title, WIDTH, HEAD.size, HEAD.font, fonts);
    text_part(&[title], HEAD, Pos { x: EDGE, y: EDGE - 16.0 }, 1.0, WIDTH, role)
}

/// Lines under one another, those of one style as one paragraph.
fn paragraphs(lines: &[Line], mut y: f32) -> Vec<SheetPart> {
    let mut parts = Vec::new();
    for lines in lines.chunk_by(|(_, a), (_, b)| a.font == b.font) {
        let Some(&(_, style)) = lines.first() else { continue };
        let texts: Vec<String> = lines.iter().map(|(text, _)| text.clone()).collect();
        parts.push(text_part(&texts, style, Pos { x: EDGE, y }, 1.0, WIDTH, SheetRole::Paragraph));
        y += style.line() * texts.len() as f32;
    }
    parts
}
