//! A choice on sheets of paper: the timeline, then the table of its events and its sources.

use crate::diagnostics::WriteProblem;
use crate::session::Session;
use crate::timeline::{
    BundledFonts, Drawing, LegendBlock, OutlineEntry, Paper, Pos, Rows, Scene, Selection, SheetRole, Sheets,
    Size, SymbolsInUse, TimeView, with_stripes,
};

use super::choice::{PageFit, PictureChoice, PictureTheme};
use super::event_list::Listed;
use super::text_flow::{BODY, FOOT, Flow, MARGIN, SMALL, TITLE, text_part};

/// Shares of the page's width: date, treaty, text, numbers of sources.
const COLUMNS: [f32; 4] = [0.18, 0.19, 0.515, 0.115];
/// The width of a page without its margins in its own points, at which texts under a timeline are set: on larger paper
/// they grow with it.
const PAGE_WIDTH: f32 = 1000.0;
/// The scale below which no page is drawn for its width alone: the smallest letters, of 9 points, are then 6.3 points high on
/// paper. A narrower page has fewer points in its width, and so fewer labels.
const MIN_PAGE_SCALE: f32 = 0.7;

/// What the layout of pages needs.
pub(super) struct Layout<'a> {
    pub(super) session: &'a Session,
    pub(super) choice: &'a PictureChoice,
    pub(super) fonts: &'a BundledFonts,
    pub(super) rows: Rows,
    pub(super) time: TimeView,
    /// What is drawn as selected.
    pub(super) selection: Selection,
    pub(super) listed: Listed,
    pub(super) sheets: Sheets,
}

impl Session {
    /// Whether the letters of a drawing on one page of the chosen paper can be read.
    pub fn fits_a_page(&self, choice: &PictureChoice) -> bool {
        let one = PictureChoice { fit: PageFit::OnePage, has_table: false, ..choice.clone() };
        let sheets = self.picture_sheets(&one, &BundledFonts::default());
        sheets.is_ok_and(|sheets| sheets.smallest_font_size().is_none())
    }

    /// A picture on sheets of paper.
    ///
    /// # Errors
    /// There are no lanes, no bookmarks, the page is too small for them, or there would be too many pages.
    pub fn picture_sheets(
        &self,
        choice: &PictureChoice,
        fonts: &BundledFonts,
    ) -> Result<Sheets, WriteProblem> {
        if choice.fit == PageFit::Slides {
            return self.step_sheets(choice, fonts);
        }
        let rows = self.picture_rows(choice);
        let time = self.picture_time(choice, &rows);
        let treaties = self.picture_treaties(choice);
        if treaties.is_empty() {
            return Err(WriteProblem::NoLanes);
        }
        let listed = if choice.has_table || choice.has_caption {
            self.listed(&treaties, time)
        } else {
            Listed::default()
        };
        let title = self.picture_title(choice);
        let description = (self.strings().view.timeline)(&Scene::words_for_span(time, self.strings()));
        let palette = choice.theme.palette(self.high_contrast());
        let sheets = Sheets { palette, title, description, ..Sheets::default() };
        let selection = self.picture_selection(choice);
        let mut layout = Layout { session: self, choice, fonts, rows, time, selection, listed, sheets };
        match choice.fit {
            PageFit::OnePage => {
                let sheet = layout.poster(choice.paper.size(choice.is_landscape))?;
                layout.sheets.sheets.push(sheet);
            }
            PageFit::Tiles => {
                let sheet = layout.poster(choice.paper.size(choice.is_landscape))?;
                layout.tiles(&sheet)?;
            }
            // Slides are no drawing of one view.
            PageFit::Pages | PageFit::Slides => layout.pages()?,
        }
        layout.text_pages();
        layout.page_numbers();
        Ok(layout.sheets)
    }
}

impl Layout<'_> {
    /// The drawing of a scene in the colours of the choice.
    pub(super) fn drawing(&self, scene: &Scene) -> Drawing {
        let mut drawing = Drawing::of(scene);
        if self.choice.theme == PictureTheme::Print {
            for layer in &mut drawing.layers {
                layer.shapes = with_stripes(std::mem::take(&mut layer.shapes));
            }
        }
        drawing
    }

    /// The width of a page without its margins, in its own points.
    pub(super) fn page_width(&self) -> f32 {
        let width = self.choice.paper.size(self.choice.is_landscape).width - 2.0 * MARGIN;
        PAGE_WIDTH.min(width / MIN_PAGE_SCALE)
    }

    /// The legend of what occurs in scenes, so wide in its own points.
    pub(super) fn legend(&self, signs: &SymbolsInUse, width: f32) -> LegendBlock {
        let groups = signs.legend(self.session.strings(), &self.session.world.dataset);
        let mut legend = LegendBlock::new(&groups, width, self.fonts);
        if self.choice.theme == PictureTheme::Print {
            legend.shapes = with_stripes(legend.shapes);
        }
        legend
    }

    /// The lines under the title: the period, and the status date.
    pub(super) fn subtitle(&self) -> String {
        let strings = self.session.strings();
        let period = Scene::words_for_span(self.time, strings);
        match &self.session.law.status {
            None => period,
            Some(status) => {
                let day = (strings.dates.day)(status.day);
                format!("{period} · {}", (strings.pictures.status_on)(&day))
            }
        }
    }

    /// What a scene shows in words: its period, and each lane with its state.
    pub(super) fn alt(&self, scene: &Scene) -> String {
        let dataset = &self.session.world.dataset;
        let mut text = scene.description.clone();
        for lane in &scene.lanes {
            let name = match lane.party {
                None => &dataset.treaty(lane.treaty).name,
                Some(party) => &dataset.party(party).name,
            };
            text.push_str("; ");
            text.push_str(name);
            if !lane.status_text.is_empty() {
                text.push_str(" – ");
                text.push_str(&lane.status_text);
            }
        }
        text
    }

    /// Lists the groups and treaties of a scene that is drawn at a position on a sheet.
    pub(super) fn list_places(&mut self, scene: &Scene, sheet: usize, at: Pos, scale: f32) {
        let dataset = &self.session.world.dataset;
        let pinned = self.session.strings().view.pinned;
        let place = |top: f32| Pos { x: at.x, y: at.y + top * scale };
        let entry = |name: &str, top: f32| OutlineEntry {
            name: name.to_owned(),
            sheet,
            at: place(top),
            children: Vec::new(),
        };
        let groups = scene.groups.iter().map(|group| {
            let name = group.category.and_then(|category| dataset.categories().get(category));
            (group.rect.top, true, entry(name.map_or(pinned, |category| &*category.name), group.rect.top))
        });
        let lanes = scene.lanes.iter().filter(|lane| lane.party.is_none());
        let lanes =
            lanes.map(|lane| (lane.rect.top, false, entry(&dataset.treaty(lane.treaty).name, lane.rect.top)));
        let mut all: Vec<(f32, bool, OutlineEntry)> = groups.chain(lanes).collect();
        all.sort_by(|(a, ..), (b, ..)| a.total_cmp(b));
        for (_, is_group, entry) in all {
            match self.sheets.outline.last_mut() {
                Some(group) if !is_group => group.children.push(entry),
                _ => self.sheets.outline.push(entry),
            }
        }
    }

    /// The size of pages of text: what every printer takes.
    fn text_page(&self) -> Size {
        match self.choice.paper {
            Paper::Letter => Paper::Letter,
            _ => Paper::A4,
        }
        .size(false)
    }

    /// The table of the events and the list of the sources.
    fn text_pages(&mut self) {
        let (session, strings) = (self.session, self.session.strings());
        let texts = &strings.pictures;
        let first = self.sheets.sheets.len();
        let mut flow = Flow::new(self.text_page(), self.fonts);
        let mut places = Vec::new();
        if self.choice.has_table && !self.listed.rows.is_empty() {
            places.push((texts.table.to_owned(), flow.heading(texts.table)));
            let tables = &strings.tables;
            flow.table_heading(&[tables.date, tables.treaty, texts.event, texts.sources], &COLUMNS);
            for (i, row) in self.listed.rows.iter().enumerate() {
                let numbers: Vec<String> = row.sources.iter().map(ToString::to_string).collect();
                let cells = [row.date.clone(), row.treaty.clone(), row.text.clone(), numbers.join(", ")];
                flow.row(&cells, &COLUMNS, i + 1);
            }
            if self.listed.left_out > 0 {
                flow.text(&(texts.rows_left_out)(self.listed.left_out), SMALL, &SheetRole::Paragraph, "");
            }
        }
        if self.choice.has_caption || self.choice.has_table {
            let lines = (1..=self.listed.sources.len()).filter_map(|n| session.source_line(&self.listed, n));
            for (i, (line, address)) in lines.enumerate() {
                if i == 0 {
                    places.push((texts.sources.to_owned(), flow.heading(texts.sources)));
                }
                flow.text(&line, BODY, &SheetRole::Item, &address);
            }
        }
        for (name, (sheet, at)) in places {
            self.sheets.outline.push(OutlineEntry { name, sheet: first + sheet, at, children: Vec::new() });
        }
        self.sheets.sheets.extend(flow.sheets);
    }

    /// Numbers the pages, where there is more than one.
    fn page_numbers(&mut self) {
        let all = self.sheets.sheets.len();
        if all < 2 {
            return;
        }
        let texts = &self.session.strings().pictures;
        let title = self.sheets.title.clone();
        for (i, sheet) in self.sheets.sheets.iter_mut().enumerate() {
            let at = Pos { x: MARGIN, y: sheet.size.height - MARGIN - FOOT + 3.0 };
            let width = sheet.size.width - 2.0 * MARGIN;
            let words = (texts.page)(i + 1, all);
            let words = if i == 0 { words } else { format!("{words} · {title}") };
            let words = crate::timeline::elided(&words, width, SMALL.size, SMALL.font, self.fonts);
            sheet.parts.push(text_part(&[words], SMALL, at, 1.0, width, SheetRole::Decoration));
        }
    }

    /// The title and the line under it, at the upper edge of a page whose texts are set at `scale`, and their height.
    pub(super) fn title(&self, scale: f32) -> (Vec<crate::timeline::SheetPart>, f32) {
        let width = self.page_width();
        let lines = crate::timeline::wrapped(&self.sheets.title, width, TITLE.size, TITLE.font, self.fonts);
        let mut y = MARGIN;
        let title = text_part(&lines, TITLE, Pos { x: MARGIN, y }, scale, width, SheetRole::Title);
        y += TITLE.line() * lines.len() as f32 * scale;
        let at = Pos { x: MARGIN, y };
        let under = text_part(&[self.subtitle()], SMALL, at, scale, width, SheetRole::Paragraph);
        (vec![title, under], (TITLE.line() * lines.len() as f32 + SMALL.line() + 6.0) * scale)
    }

    /// The lines of the caption, as wide as this, and which of them is the link to the view.
    pub(super) fn caption(&self, width: f32) -> Vec<(Vec<String>, Option<String>)> {
        if !self.choice.has_caption {
            return Vec::new();
        }
        let lines = |text: &str| crate::timeline::wrapped(text, width, SMALL.size, SMALL.font, self.fonts);
        let data = self.session.picture_caption(self.choice, self.listed.sources.len());
        let link = self.session.picture_link(self.choice, self.time);
        vec![(lines(&data), None), (lines(&link), Some(link))]
    }
}
