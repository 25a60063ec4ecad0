//! The shapes of a sheet, drawn on a page.

use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Rect as PdfRect};
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, FillRule, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag};

use crate::export::png::PictureError;
use crate::timeline::{Ink, Paint, Palette, Pos, Rect, Shape, SheetPart, SheetRole, Size};

use super::pdf_fonts::{PdfFonts, PdfLine};

/// How far the handles of a quarter of a circle are from its ends, in radii.
const HANDLE: f32 = 0.552_284_8;

/// Draws on pages, with one set of fonts for all of them.
pub(super) struct Painter {
    fonts: PdfFonts,
    palette: Palette,
}

impl Painter {
    pub(super) fn new(palette: Palette) -> Result<Self, PictureError> {
        Ok(Self { fonts: PdfFonts::new()?, palette })
    }

    /// The characters that were asked for and that no font has.
    pub(super) fn missing(&self) -> String {
        self.fonts.missing.iter().collect()
    }

    /// The paper, where it is not white.
    pub(super) fn background(&self, surface: &mut Surface<'_>, size: Size) {
        if self.palette.rgb(Ink::Paper) == [0xff; 3] {
            return;
        }
        let whole = Rect { left: 0.0, top: 0.0, right: size.width, bottom: size.height };
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Page)));
        self.fill(surface, rect_path(&whole, 0.0).as_ref(), Paint { ink: Ink::Paper, alpha: 1.0 });
        surface.end_tagged();
    }

    /// Draws a part; what comes back stands for it in the structure, but for decoration.
    pub(super) fn part(&mut self, surface: &mut Surface<'_>, part: &SheetPart) -> Option<Identifier> {
        let is_decoration = part.role == SheetRole::Decoration;
        let tag = match part.role {
            SheetRole::Decoration => ContentTag::Artifact(Artifact::with_kind(ArtifactType::PaginationOther)),
            SheetRole::Figure(_) => ContentTag::Other,
            _ => ContentTag::Span(SpanTag::empty()),
        };
        let identifier = surface.start_tagged(tag);
        for layer in part.layers(Pos::default(), 1.0) {
            let clip = &layer.clip;
            let Some(path) = rect_path(clip, 0.0).filter(|_| clip.width() > 0.0 && clip.height() > 0.0)
            else {
                continue;
            };
            let is_cut = layer.shapes.iter().any(|shape| !is_inside(shape, clip));
            if is_cut {
                surface.push_clip_path(&path, &FillRule::NonZero);
            }
            for shape in layer.shapes.iter().filter(|shape| is_seen(shape, clip)) {
                self.shape(surface, shape);
            }
            if is_cut {
                surface.pop();
            }
        }
        surface.end_tagged();
        (!is_decoration).then_some(identifier)
    }

    fn shape(&mut self, surface: &mut Surface<'_>, shape: &Shape) {
        match shape {
            Shape::Fill { rect, radius, paint } => {
                self.fill(surface, rect_path(rect, *radius).as_ref(), *paint);
            }
            Shape::Frame { rect, radius, width, paint } => {
                let half = width / 2.0;
                let inner = Rect {
                    left: rect.left + half,
                    top: rect.top + half,
                    right: rect.right - half,
                    bottom: rect.bottom - half,
                };
                self.stroke(surface, rect_path(&inner, *radius), *width, None, *paint);
            }
            Shape::Line { points, width, dash, paint } => {
                self.stroke(surface, lines(points, false), *width, *dash, *paint);
            }
            Shape::Circle { at, radius, fill, line } => {
                let (x, y) = (at.x, at.y);
                let around =
                    Rect { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
                self.both(surface, rect_path(&around, *radius).as_ref(), *fill, *line);
            }
            Shape::Polygon { points, fill, line } => {
                self.both(surface, lines(points, true).as_ref(), Some(*fill), *line);
            }
            Shape::Curve { points: [a, b, c, d], width, paint } => {
                let mut path = PathBuilder::new();
                path.move_to(a.x, a.y);
                path.cubic_to(b.x, b.y, c.x, c.y, d.x, d.y);
                self.stroke(surface, path.finish(), *width, None, *paint);
            }
            Shape::Text { at, align, text, size, font, paint } => {
                surface.set_stroke(None);
                surface.set_fill(Some(self.fill_of(*paint)));
                let line = PdfLine { at: *at, align: *align, text, size: *size, font: *font };
                self.fonts.draw(surface, &line);
            }
        }
    }

    fn both(
        &self,
        surface: &mut Surface<'_>,
        path: Option<&Path>,
        fill: Option<Paint>,
        line: Option<(f32, Paint)>,
    ) {
        let Some(path) = path else { return };
        surface.set_fill(fill.map(|paint| self.fill_of(paint)));
        surface.set_stroke(line.map(|(width, paint)| self.stroke_of(width, None, paint)));
        if fill.is_some() || line.is_some() {
            surface.draw_path(path);
        }
    }

    fn fill(&self, surface: &mut Surface<'_>, path: Option<&Path>, paint: Paint) {
        self.both(surface, path, Some(paint), None);
    }

    fn stroke(
        &self,
        surface: &mut Surface<'_>,
        path: Option<Path>,
        width: f32,
        dash: Option<[f32; 2]>,
        paint: Paint,
    ) {
        let Some(path) = path else { return };
        surface.set_fill(None);
        surface.set_stroke(Some(self.stroke_of(width, dash, paint)));
        surface.draw_path(&path);
    }

    fn colour(&self, ink: Ink) -> rgb::Color {
        let [red, green, blue] = self.palette.rgb(ink);
        rgb::Color::new(red, green, blue)
    }

    fn fill_of(&self, paint: Paint) -> Fill {
        Fill { paint: self.colour(paint.ink).into(), opacity: opacity(paint), rule: FillRule::NonZero }
    }

    fn stroke_of(&self, width: f32, dash: Option<[f32; 2]>, paint: Paint) -> Stroke {
        Stroke {
            paint: self.colour(paint.ink).into(),
            width,
            opacity: opacity(paint),
            dash: dash.map(|lengths| StrokeDash { array: lengths.to_vec(), offset: 0.0 }),
            ..Stroke::default()
        }
    }
}

fn opacity(paint: Paint) -> NormalizedF32 {
    NormalizedF32::new(paint.alpha.clamp(0.0, 1.0)).unwrap_or(NormalizedF32::ONE)
}

fn lines(points: &[Pos], closes: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    for (i, point) in points.iter().enumerate() {
        if i == 0 { path.move_to(point.x, point.y) } else { path.line_to(point.x, point.y) }
    }
    if closes {
        path.close();
    }
    path.finish()
}

/// A rectangle with round corners.
fn rect_path(rect: &Rect, radius: f32) -> Option<Path> {
    let mut path = PathBuilder::new();
    let Rect { left, top, right, bottom } = *rect;
    if radius <= 0.0 {
        path.push_rect(PdfRect::from_ltrb(left, top, right, bottom)?);
        return path.finish();
    }
    let radius = radius.min(rect.width() / 2.0).min(rect.height() / 2.0).max(0.0);
    let near = radius * (1.0 - HANDLE);
    path.move_to(left + radius, top);
    path.line_to(right - radius, top);
    path.cubic_to(right - near, top, right, top + near, right, top + radius);
    path.line_to(right, bottom - radius);
    path.cubic_to(right, bottom - near, right - near, bottom, right - radius, bottom);
    path.line_to(left + radius, bottom);
    path.cubic_to(left + near, bottom, left, bottom - near, left, bottom - radius);
    path.line_to(left, top + radius);
    path.cubic_to(left, top + near, left + near, top, left + radius, top);
    path.close();
    path.finish()
}

/// What a shape covers at most; of a text only the line on which it stands is certain.
fn bounds(shape: &Shape) -> Rect {
    let around = |points: &[Pos], by: f32| {
        let of = |pick: fn(&Pos) -> f32| {
            let all = points.iter().map(pick);
            (all.clone().fold(f32::INFINITY, f32::min), all.fold(f32::NEG_INFINITY, f32::max))
        };
        let ((left, right), (top, bottom)) = (of(|p| p.x), of(|p| p.y));
        Rect { left: left - by, right: right + by, top: top - by, bottom: bottom + by }
    };
    match shape {
        Shape::Fill { rect, .. } | Shape::Frame { rect, .. } => *rect,
        Shape::Line { points, width, .. } => around(points, *width),
        Shape::Circle { at, radius, line, .. } => {
            around(&[*at], radius + line.map_or(0.0, |(width, _)| width))
        }
        Shape::Polygon { points, line, .. } => around(points, line.map_or(0.0, |(width, _)| width)),
        Shape::Curve { points, width, .. } => around(points, *width),
        Shape::Text { at, text, size, .. } => {
            // No letter is wider than two ems.
            let width = 2.0 * size * text.len() as f32;
            Rect { left: at.x - width, right: at.x + width, top: at.y - 1.5 * size, bottom: at.y + size }
        }
    }
}

fn is_seen(shape: &Shape, clip: &Rect) -> bool {
    let cut = bounds(shape).within(clip);
    cut.width() >= 0.0 && cut.height() >= 0.0
}

fn is_inside(shape: &Shape, clip: &Rect) -> bool {
    let all = bounds(shape);
    all.left >= clip.left && all.right <= clip.right && all.top >= clip.top && all.bottom <= clip.bottom
}
