//! A picture of one piece, as SVG and PNG are: the caption under it, and the whole as a sheet for the preview.

use crate::diagnostics::WriteProblem;
use crate::session::Session;
use crate::timeline::{
    Align, BundledFonts, Drawing, Font, Ink, LegendBlock, Paint, Pos, Rect, Shape, Sheet, SheetPart,
    SheetRole, Sheets, Size, SymbolsInUse, elided, with_stripes, wrapped,
};

use super::choice::{PictureChoice, PictureTheme};
use super::text_flow::block_part;

/// How many sources a picture of one piece names.
pub(super) const MAX_SOURCES: usize = 40;
/// Text size of a caption, the height of its lines, and its margin.
const SMALL: f32 = 10.5;
const LINE: f32 = 15.0;
const MARGIN: f32 = 12.0;
/// Height of the band with the title, as exporters draw it.
const HEADING: f32 = 40.0;

impl Session {
    /// What stands under a picture of one piece: the legend, the data, the link to the view, the sources with their numbers.
    pub fn below_picture(
        &self,
        choice: &PictureChoice,
        signs: &SymbolsInUse,
        width: f32,
        fonts: &BundledFonts,
    ) -> LegendBlock {
        let legend = if choice.has_legend {
            let groups = signs.legend(self.strings(), &self.world.dataset);
            LegendBlock::new(&groups, width, fonts)
        } else {
            LegendBlock::default()
        };
        if !choice.has_caption {
            return legend;
        }
        let (data, sources) = self.picture_sources(choice, MAX_SOURCES);
        let link = self.picture_link(choice, self.picture_time(choice, &self.picture_rows(choice)));
        let lines = [data, link].into_iter().chain(sources.into_iter().map(|(line, _)| line));
        let mut shapes = Vec::new();
        let mut height = MARGIN;
        for text in lines {
            for text in wrapped(&text, width - 2.0 * MARGIN, SMALL, Font::Text, fonts) {
                shapes.push(Shape::Text {
                    at: Pos { x: MARGIN, y: height + 0.75 * LINE },
                    align: Align::Start,
                    text,
                    size: SMALL,
                    font: Font::Text,
                    paint: Paint { ink: Ink::Muted, alpha: 1.0 },
                });
                height += LINE;
            }
        }
        legend.over(&shapes, height + MARGIN)
    }

    /// A picture of one piece, so wide in points, as a sheet.
    ///
    /// # Errors
    /// There are no lanes.
    pub fn whole_picture(
        &self,
        choice: &PictureChoice,
        width: f32,
        fonts: &BundledFonts,
    ) -> Result<Sheets, WriteProblem> {
        if self.picture_treaties(choice).is_empty() {
            return Err(WriteProblem::NoLanes);
        }
        let scene = self.whole_picture_scene(choice, width, fonts);
        let legend = self.below_picture(choice, &SymbolsInUse::of(&scene), width, fonts);
        let stripes = |shapes: Vec<Shape>| {
            if choice.theme == PictureTheme::Print { with_stripes(shapes) } else { shapes }
        };
        let title = Shape::Text {
            at: Pos { x: MARGIN, y: 26.0 },
            align: Align::Start,
            text: elided(&scene.title, width - 2.0 * MARGIN, 16.0, Font::Strong, fonts),
            size: 16.0,
            font: Font::Strong,
            paint: Paint { ink: Ink::Text, alpha: 1.0 },
        };
        let mut drawing = Drawing::of(&scene);
        for layer in &mut drawing.layers {
            layer.shapes = stripes(std::mem::take(&mut layer.shapes));
        }
        let below = HEADING + scene.size.height;
        let size = Size { width, height: below + legend.height };
        let at = |y: f32| Pos { x: 0.0, y };
        let figure = SheetPart {
            at: at(HEADING),
            scale: 1.0,
            clip: Rect { left: 0.0, top: HEADING, right: width, bottom: below },
            drawing: std::sync::Arc::new(drawing),
            role: SheetRole::Figure(scene.description.clone()),
            link: None,
        };
        let heading = Size { width, height: HEADING };
        let under = Size { width, height: legend.height };
        let parts = vec![
            block_part(vec![title], at(0.0), 1.0, heading, SheetRole::Title),
            figure,
            block_part(stripes(legend.shapes), at(below), 1.0, under, SheetRole::Paragraph),
        ];
        Ok(Sheets {
            sheets: vec![Sheet { size, parts }],
            palette: choice.theme.palette(self.high_contrast()),
            title: scene.title,
            description: scene.description,
            ..Sheets::default()
        })
    }
}
