//! A drawing as SVG 1.1.

use crate::text::{is_ignorable, line_reads_right_to_left};
use crate::timeline::{
    Align, BundledFonts, Drawing, Font, Ink, LegendBlock, Paint, Palette, Pos, Rect, Scene, Shape,
    TextMeasure as _, elided, with_stripes,
};

use super::escape::escaped;
use super::runs::{RunFont, runs};
use super::system_fonts::SystemFonts;

/// Height of the band with the dataset's title above the scene, in points.
pub const HEADING_HEIGHT: f32 = 40.0;

/// The scene under a heading with the dataset's title and over its legend, as an SVG document for any program.
pub fn to_svg(scene: &Scene, legend: &LegendBlock, palette: Palette) -> String {
    written(scene, legend, palette, None).0
}

/// The same for our own renderer and for outlines: every letter in a font that has it, and the fonts that were used.
pub(super) fn to_own_svg(scene: &Scene, legend: &LegendBlock, palette: Palette) -> (String, SystemFonts) {
    let (svg, fonts) = written(scene, legend, palette, Some(SystemFonts::new()));
    (svg, fonts.unwrap_or_else(SystemFonts::new))
}

fn written(
    scene: &Scene,
    legend: &LegendBlock,
    palette: Palette,
    fonts: Option<SystemFonts>,
) -> (String, Option<SystemFonts>) {
    let mut drawing = Drawing::of(scene);
    let printed;
    let mut legend = legend;
    if palette == Palette::Print {
        for layer in &mut drawing.layers {
            layer.shapes = with_stripes(std::mem::take(&mut layer.shapes));
        }
        printed = LegendBlock { shapes: with_stripes(legend.shapes.clone()), height: legend.height };
        legend = &printed;
    }
    let mut svg = Writer { out: String::new(), palette, measure: BundledFonts::default(), fonts };
    svg.document(scene, &drawing, legend);
    (svg.out, svg.fonts)
}

struct Writer {
    out: String,
    palette: Palette,
    measure: BundledFonts,
    /// The fonts of our own renderer; `None` in a document for other programs.
    fonts: Option<SystemFonts>,
}

/// A text on one line: the fields of [`Shape::Text`].
struct Line<'a> {
    at: Pos,
    align: Align,
    text: &'a str,
    size: f32,
    font: Font,
    paint: Paint,
}

impl Writer {
    fn document(&mut self, scene: &Scene, drawing: &Drawing, legend: &LegendBlock) {
        let (width, height) = (scene.size.width, scene.size.height + HEADING_HEIGHT + legend.height);
        let title = escaped(&scene.title);
        // What is inside of an `img` is not read.
        let role = if self.fonts.is_none() { "graphics-document" } else { "img" };
        self.line(format_args!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="{role}">"#
        ));
        self.line(format_args!("<title>{title}</title>"));
        self.line(format_args!("<desc>{}</desc>", escaped(&scene.description)));
        self.line(format_args!("<defs>"));
        for (i, layer) in drawing.layers.iter().enumerate() {
            let clip = layer.clip;
            self.line(format_args!(
                r#"<clipPath id="c{i}"><rect x="{}" y="{}" width="{}" height="{}"/></clipPath>"#,
                num(clip.left),
                num(clip.top),
                num(clip.width()),
                num(clip.height())
            ));
        }
        self.line(format_args!("</defs>"));
        self.line(format_args!(
            r#"<rect width="{width}" height="{height}" fill="{}"/>"#,
            self.colour(Ink::Paper)
        ));
        let (size, font) = (16.0, Font::Strong);
        let shown = elided(&scene.title, scene.size.width - 24.0, size, font, &self.measure);
        self.text(&Line {
            at: Pos { x: 12.0, y: 26.0 },
            align: Align::Start,
            text: &shown,
            size,
            font,
            paint: Paint { ink: Ink::Text, alpha: 1.0 },
        });
        self.line(format_args!(r#"<g transform="translate(0 {HEADING_HEIGHT})">"#));
        for (i, layer) in drawing.layers.iter().enumerate() {
            self.line(format_args!(r#"<g clip-path="url(#c{i})">"#));
            for shape in &layer.shapes {
                self.shape(shape);
            }
            self.line(format_args!("</g>"));
        }
        self.line(format_args!("</g>"));
        if self.fonts.is_none() {
            self.lanes(scene);
        }
        if !legend.shapes.is_empty() {
            let top = HEADING_HEIGHT + scene.size.height;
            self.line(format_args!(r#"<g transform="translate(0 {})">"#, num(top)));
            for shape in &legend.shapes {
                self.shape(shape);
            }
            self.line(format_args!("</g>"));
        }
        self.line(format_args!("</svg>"));
    }

    /// The lanes as a list for screen readers, each over what is drawn of it.
    fn lanes(&mut self, scene: &Scene) {
        self.line(format_args!(
            r#"<g role="list" aria-label="{}" transform="translate(0 {HEADING_HEIGHT})" fill="none">"#,
            escaped(&scene.description)
        ));
        for lane in &scene.lanes {
            let Rect { left, top, .. } = lane.rect;
            let words = if lane.status_text.is_empty() {
                lane.name.clone()
            } else {
                format!("{}, {}", lane.name, lane.status_text)
            };
            self.line(format_args!(
                r#"<rect role="listitem" aria-label="{}" x="{}" y="{}" width="{}" height="{}"/>"#,
                escaped(&words),
                num(left),
                num(top),
                num(lane.rect.width()),
                num(lane.rect.height())
            ));
        }
        self.line(format_args!("</g>"));
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Fill { rect, radius, paint } => {
                let fill = self.fill(Some(*paint));
                self.rect(rect, *radius, &fill);
            }
            Shape::Frame { rect, radius, width, paint } => {
                let half = width / 2.0;
                let inner = Rect {
                    left: rect.left + half,
                    top: rect.top + half,
                    right: rect.right - half,
                    bottom: rect.bottom - half,
                };
                let style = format!("{}{}", self.fill(None), self.stroke(*width, *paint));
                self.rect(&inner, *radius, &style);
            }
            Shape::Line { points, width, dash, paint } => {
                let steps = points.iter().enumerate();
                let steps: Vec<String> = steps
                    .map(|(i, p)| format!("{}{} {}", if i == 0 { "M" } else { "L" }, num(p.x), num(p.y)))
                    .collect();
                let path = steps.concat();
                let dash =
                    dash.map_or_else(String::new, |[on, off]| format!(r#" stroke-dasharray="{on} {off}""#));
                let stroke = self.stroke(*width, *paint);
                self.line(format_args!(r#"<path d="{path}" fill="none"{stroke}{dash}/>"#));
            }
            Shape::Circle { at, radius, fill, line } => {
                let style = format!(
                    "{}{}",
                    self.fill(*fill),
                    line.map_or_else(String::new, |(w, p)| self.stroke(w, p))
                );
                self.line(format_args!(
                    r#"<circle cx="{}" cy="{}" r="{}"{style}/>"#,
                    num(at.x),
                    num(at.y),
                    num(*radius)
                ));
            }
            Shape::Polygon { points, fill, line } => {
                let corners: Vec<String> =
                    points.iter().map(|p| format!("{},{}", num(p.x), num(p.y))).collect();
                let style = format!(
                    "{}{}",
                    self.fill(Some(*fill)),
                    line.map_or_else(String::new, |(w, p)| self.stroke(w, p))
                );
                self.line(format_args!(r#"<polygon points="{}"{style}/>"#, corners.join(" ")));
            }
            Shape::Curve { points: [a, b, c, d], width, paint } => {
                let stroke = self.stroke(*width, *paint);
                let at = |p: &Pos| format!("{} {}", num(p.x), num(p.y));
                self.line(format_args!(
                    r#"<path d="M{}C{} {} {}" fill="none"{stroke}/>"#,
                    at(a),
                    at(b),
                    at(c),
                    at(d)
                ));
            }
            Shape::Text { at, align, text, size, font, paint } => {
                self.text(&Line { at: *at, align: *align, text, size: *size, font: *font, paint: *paint });
            }
        }
    }

    fn rect(&mut self, rect: &Rect, radius: f32, style: &str) {
        let (width, height) = (rect.width().max(0.0), rect.height().max(0.0));
        let round = if radius > 0.0 { format!(r#" rx="{radius}""#) } else { String::new() };
        self.line(format_args!(
            r#"<rect x="{}" y="{}" width="{}" height="{}"{round}{style}/>"#,
            num(rect.left),
            num(rect.top),
            num(width),
            num(height)
        ));
    }

    fn text(&mut self, line: &Line<'_>) {
        let &Line { at, align, text, size, font, paint } = line;
        let fill = self.fill(Some(paint));
        let Some(fonts) = &mut self.fonts else {
            self.text_for_any_program(line, &fill);
            return;
        };
        let Some(runs) = runs(text, size, font, &self.measure, fonts) else {
            let attributes = format!("{}{}{fill}", look(font, size), anchor(align));
            self.text_element(at, &attributes, &escaped(text));
            return;
        };
        let whole: f32 = runs.iter().map(|run| run.width).sum();
        let mut left = match align {
            Align::Start => at.x,
            Align::Middle => at.x - whole / 2.0,
            Align::End => at.x - whole,
        };
        for run in runs {
            let look = match run.setter {
                RunFont::Bundled(font) => look(font, size),
                RunFont::Other(other) => {
                    format!(r#" font-family="{}" font-size="{size}""#, SystemFonts::name(other))
                }
            };
            let length = if run.is_narrowed { length(run.width) } else { String::new() };
            let attributes = format!(r#"{look} xml:space="preserve"{length}{fill}"#);
            self.text_element(Pos { x: left, ..at }, &attributes, &escaped(&run.text));
            left += run.width;
        }
    }

    /// A text that keeps its width where our fonts are not installed.
    fn text_for_any_program(&mut self, line: &Line<'_>, fill: &str) {
        let &Line { at, align, text, size, font, .. } = line;
        // Letters that our fonts lack have an estimated width, which no program should be made to keep.
        let is_known = text.chars().all(|c| is_ignorable(c) || self.measure.font_for(c, font).is_some());
        let width = self.measure.width(text, size, font);
        let length = if is_known && width > 0.0 { length(width) } else { String::new() };
        let attributes = format!("{}{}{length}{fill}", look(font, size), anchor(align));
        let mut words = escaped(text);
        if line_reads_right_to_left(text) {
            // Said of the words and not of the text, whose place and anchor are those of the other direction.
            words = format!(r#"<tspan direction="rtl" unicode-bidi="embed">{words}</tspan>"#);
        }
        self.text_element(at, &attributes, &words);
    }

    fn text_element(&mut self, at: Pos, attributes: &str, words: &str) {
        self.line(format_args!(r#"<text x="{}" y="{}"{attributes}>{words}</text>"#, num(at.x), num(at.y)));
    }

    fn colour(&self, ink: Ink) -> String {
        let [r, g, b] = self.palette.rgb(ink);
        format!("#{r:02x}{g:02x}{b:02x}")
    }

    fn fill(&self, paint: Option<Paint>) -> String {
        match paint {
            None => r#" fill="none""#.to_owned(),
            Some(paint) if paint.alpha >= 1.0 => format!(r#" fill="{}""#, self.colour(paint.ink)),
            Some(paint) => format!(r#" fill="{}" fill-opacity="{:.2}""#, self.colour(paint.ink), paint.alpha),
        }
    }

    fn stroke(&self, width: f32, paint: Paint) -> String {
        let opacity = if paint.alpha >= 1.0 {
            String::new()
        } else {
            format!(r#" stroke-opacity="{:.2}""#, paint.alpha)
        };
        format!(r#" stroke="{}" stroke-width="{width}"{opacity}"#, self.colour(paint.ink))
    }

    fn line(&mut self, line: std::fmt::Arguments<'_>) {
        self.out.push_str(&line.to_string());
        self.out.push('\n');
    }
}

/// The attributes of a bundled font at a size. Fallback fonts that are no wider come first.
fn look(font: Font, size: f32) -> String {
    let others = match font {
        Font::Serif => "Georgia, 'Liberation Serif', 'Nimbus Roman', 'DejaVu Serif Condensed', serif",
        Font::Text | Font::Strong => {
            "'Helvetica Neue', Arial, 'Liberation Sans', 'Nimbus Sans', 'DejaVu Sans Condensed', sans-serif"
        }
    };
    let weight = match font.weight() {
        400 => String::new(),
        weight => format!(r#" font-weight="{weight}""#),
    };
    // Quoted, since an unquoted name must not contain a number.
    format!(r#" font-family="'{}', {others}" font-size="{size}"{weight}"#, font.family())
}

fn anchor(align: Align) -> &'static str {
    match align {
        Align::Start => "",
        Align::Middle => r#" text-anchor="middle""#,
        Align::End => r#" text-anchor="end""#,
    }
}

/// The width that a text must have in any font.
fn length(width: f32) -> String {
    format!(r#" textLength="{}" lengthAdjust="spacingAndGlyphs""#, num(width))
}

/// A number with a tenth of a point, without a needless `.0`.
fn num(value: f32) -> String {
    let rounded = (f64::from(value) * 10.0).round() / 10.0;
    // −0 would be written as "-0".
    format!("{}", rounded + 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_are_short_and_never_minus_nought() {
        assert_eq!(num(-0.01), "0");
        assert_eq!(num(12.345), "12.3");
    }
}
