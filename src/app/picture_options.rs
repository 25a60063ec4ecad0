//! How a picture is drawn, beside what it shows: its size, colours and language, and the same as a text in the picture.

use crate::language::Language;
use crate::session::Session;
use crate::timeline::{Palette, Size};

/// How high a picture is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum PictureHeight {
    /// As high as all lanes.
    AllLanes,
    /// As high as all lanes, within a limit that a person did not ask to exceed.
    Lanes,
    /// So many points.
    Points(f32),
}

/// How a picture is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct PictureOptions {
    /// Width, in points.
    pub(super) width: f32,
    pub(super) height: PictureHeight,
    /// The size of the timeline in the window, in points: what it shows of all lanes.
    pub(super) window: Size,
    /// Pixels per point, of a PNG.
    pub(super) scale: f32,
    pub(super) is_dark: bool,
    pub(super) high_contrast: bool,
    /// Letters as shapes, of an SVG.
    pub(super) is_outlined: bool,
    /// Whether an SVG whose letters are no shapes brings its fonts along.
    pub(super) has_fonts: bool,
    pub(super) language: Language,
}

/// Minimum width of what is exported from a window, in points: a narrower picture would cut the labels.
const MIN_WIDTH: f32 = 900.0;
/// Pixels per point of what is exported from a window.
const SCALE: f32 = 2.0;
/// Minimum and maximum size of a side that is read from a text.
const SIDES: std::ops::RangeInclusive<f32> = 50.0..=100_000.0;

const LANGUAGES: [(Language, &str); 2] = [(Language::English, "en"), (Language::Russian, "ru")];

impl PictureOptions {
    /// For what is exported from a window: on white paper, whatever the colours of the window.
    pub(super) fn of_window(session: &Session) -> Self {
        Self {
            width: session.view.size.width.max(MIN_WIDTH),
            height: PictureHeight::AllLanes,
            window: session.view.size,
            scale: SCALE,
            is_dark: false,
            high_contrast: session.high_contrast(),
            is_outlined: false,
            has_fonts: true,
            language: session.language(),
        }
    }

    /// For `render`, by default.
    pub(super) fn of_command_line(language: Language) -> Self {
        Self {
            width: 1440.0,
            height: PictureHeight::Lanes,
            window: Size { width: 1440.0, height: 900.0 },
            scale: 1.0,
            is_dark: false,
            high_contrast: false,
            is_outlined: false,
            has_fonts: true,
            language,
        }
    }

    /// The tag of the language (BCP 47).
    pub(super) fn language_tag(&self) -> &'static str {
        LANGUAGES.iter().find(|(language, _)| *language == self.language).map_or("en", |(_, tag)| *tag)
    }

    pub(super) fn palette(&self) -> Palette {
        match (self.is_dark, self.high_contrast) {
            // A picture may be printed, or stand in an article.
            (false, false) => Palette::Page,
            (is_dark, has_high_contrast) => Palette::new(is_dark, has_high_contrast),
        }
    }

    /// As a line of names and values; what is as in most pictures is left out.
    pub(super) fn to_text(self) -> String {
        let height = match self.height {
            PictureHeight::AllLanes => "all".to_owned(),
            PictureHeight::Lanes => "lanes".to_owned(),
            PictureHeight::Points(points) => points.to_string(),
        };
        let Size { width, height: window_height } = self.window;
        let mut text = format!(
            "width={} height={height} window={width}x{window_height} scale={}",
            self.width, self.scale
        );
        for (is_so, said) in [
            (self.is_dark, " theme=dark"),
            (self.high_contrast, " contrast=high"),
            (self.is_outlined, " letters=outlines"),
            (!self.has_fonts && !self.is_outlined, " letters=named"),
        ] {
            text.push_str(if is_so { said } else { "" });
        }
        if let Some((_, tag)) = LANGUAGES.iter().find(|(language, _)| *language == self.language) {
            text.push_str(" language=");
            text.push_str(tag);
        }
        text
    }

    /// From such a line. What cannot be read of it is as in `self`.
    pub(super) fn with_text(mut self, text: &str) -> Self {
        let side = |text: &str| text.parse::<f32>().ok().filter(|side| SIDES.contains(side));
        for (name, value) in text.split_whitespace().filter_map(|word| word.split_once('=')) {
            match name {
                "width" => self.width = side(value).unwrap_or(self.width),
                "height" => {
                    self.height = match value {
                        "all" => PictureHeight::AllLanes,
                        "lanes" => PictureHeight::Lanes,
                        points => side(points).map_or(self.height, PictureHeight::Points),
                    }
                }
                "window" => {
                    let size = value.split_once('x').and_then(|(w, h)| Some((side(w)?, side(h)?)));
                    self.window = size.map_or(self.window, |(width, height)| Size { width, height });
                }
                "scale" => {
                    let scale = value.parse().ok().filter(|scale: &f32| (0.01..=100.0).contains(scale));
                    self.scale = scale.unwrap_or(self.scale);
                }
                "theme" => self.is_dark = value == "dark",
                "contrast" => self.high_contrast = value == "high",
                "letters" => {
                    self.is_outlined = value == "outlines";
                    self.has_fonts = value != "named";
                }
                "language" => {
                    let known = LANGUAGES.iter().find(|(_, tag)| *tag == value);
                    self.language = known.map_or(self.language, |(language, _)| *language);
                }
                _ => {}
            }
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_a_picture_was_drawn_is_read_again() {
        let plain = PictureOptions::of_command_line(Language::English);
        let other = PictureOptions {
            width: 1076.5,
            height: PictureHeight::Points(700.25),
            window: Size { width: 1076.5, height: 612.0 },
            scale: 2.0,
            is_dark: true,
            high_contrast: true,
            is_outlined: true,
            has_fonts: true,
            language: Language::Russian,
        };
        for options in [plain, other, PictureOptions { height: PictureHeight::AllLanes, ..plain }] {
            assert_eq!(plain.with_text(&options.to_text()), options);
        }
        let odd = "width=1e30 height=-1 window=axb scale=NaN theme=sepia language=tlh galaxy=1 x";
        assert_eq!(plain.with_text(odd), plain);
    }
}
