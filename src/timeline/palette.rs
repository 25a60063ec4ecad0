//! Colours by meaning. A scene names inks; a palette says what they look like in light and in dark.

/// A colour in sRGB.
pub type Rgb = [u8; 3];

macro_rules! palette {
    ($($(#[$doc:meta])* $ink:ident: $light:literal, $dark:literal, $bold:literal, $night:literal;)*) => {
        /// What a colour means.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Ink {
            $($(#[$doc])* $ink,)*
        }

        impl Ink {
            /// Every ink.
            pub const ALL: &[Self] = &[$(Self::$ink,)*];
        }

        impl Palette {
            /// What an ink looks like.
            pub fn rgb(self, ink: Ink) -> Rgb {
                let hex: u32 = match (self, ink) {
                    (Self::Print, ink) => return grey(ink),
                    (Self::Page, Ink::Paper) => 0xffffff,
                    (Self::Page, ink) => return Self::Light.rgb(ink),
                    $(
                        (Self::Light, Ink::$ink) => $light,
                        (Self::Dark, Ink::$ink) => $dark,
                        (Self::LightContrast, Ink::$ink) => $bold,
                        (Self::DarkContrast, Ink::$ink) => $night,
                    )*
                };
                [(hex >> 16) as u8, (hex >> 8) as u8, hex as u8]
            }
        }
    };
}

/// Light or dark, and each with high contrast.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Palette {
    /// Dark ink on light paper.
    #[default]
    Light,
    /// Light ink on dark paper.
    Dark,
    /// Black ink on white paper, strong colours.
    LightContrast,
    /// White ink on black paper, strong colours.
    DarkContrast,
    /// The light colours on white paper, for pictures that are printed or stand in an article; never on a screen but in a
    /// preview.
    Page,
    /// Black ink on white paper, without colours; never on a screen but in a preview.
    Print,
}

impl Palette {
    /// Every palette of a screen.
    pub const ALL: [Self; 4] = [Self::Light, Self::Dark, Self::LightContrast, Self::DarkContrast];

    /// The palette for a choice of light or dark, and of contrast.
    pub fn new(is_dark: bool, high_contrast: bool) -> Self {
        match (is_dark, high_contrast) {
            (false, false) => Self::Light,
            (true, false) => Self::Dark,
            (false, true) => Self::LightContrast,
            (true, true) => Self::DarkContrast,
        }
    }

    /// Whether its paper is dark.
    pub fn is_dark(self) -> bool {
        matches!(self, Self::Dark | Self::DarkContrast)
    }

    /// Whether its contrast is high.
    pub fn is_high_contrast(self) -> bool {
        matches!(self, Self::LightContrast | Self::DarkContrast)
    }
}

palette! {
    /// Background of the plot and of cards.
    Paper: 0xfaf9f6, 0x14181f, 0xffffff, 0x000000;
    /// Background of panels.
    Panel: 0xf3f1ec, 0x1b2029, 0xffffff, 0x000000;
    /// Text.
    Text: 0x1d2430, 0xe6e8ec, 0x000000, 0xffffff;
    /// Secondary text, ticks.
    Muted: 0x616977, 0x939ba9, 0x333a44, 0xd0d4da;
    /// Rules and borders.
    Line: 0xdedbd3, 0x2b323d, 0x767b83, 0x8a8f98;
    /// In force.
    Force: 0x2f6f8f, 0x4fa3c7, 0x005a80, 0x66c8f2;
    /// In force beyond the first term; amended.
    ForceStrong: 0x1f4e68, 0x8fd0ea, 0x002b40, 0xb8e8ff;
    /// Signed, not in force.
    Signed: 0x6f93a5, 0x5c7c8d, 0x3d5f70, 0x9fc0d2;
    /// Suspended.
    Suspended: 0xb06f1c, 0xe0a04c, 0x995500, 0xffb84d;
    /// Doubt and breach.
    Doubt: 0x8536b4, 0xb56ff0, 0x7a14b8, 0xc07dff;
    /// Withdrawal and end.
    End: 0xb0413e, 0xe0706c, 0x8f0010, 0xff7f7a;
    /// Statements made for the United States.
    SpeakerUs: 0x3b6fb6, 0x7fa8e6, 0x0a4aa8, 0x9cc0ff;
    /// Statements made for Russia or the Soviet Union.
    SpeakerRu: 0xb0413e, 0xe0807c, 0x9c0010, 0xff8f8a;
    /// Statements made for anyone else.
    SpeakerOther: 0x6a5a8c, 0xd6c9ee, 0x2a1a4a, 0xe6dcff;
    /// The selection and what is linked to it.
    Select: 0xc98706, 0xf2c14e, 0x9a5b00, 0xffd54a;
    /// Text on the colour of the selection.
    OnSelect: 0x1d2430, 0x14181f, 0xffffff, 0x000000;
    /// Links and controls that are on.
    Accent: 0x2a6786, 0x62b0d2, 0x00527a, 0x7fd0f5;
    /// Text on a background of a strong ink.
    OnStrong: 0xffffff, 0x12161c, 0xffffff, 0x000000;
}

/// What an ink looks like without colours: grey of a darkness of its own where two inks have the same form.
fn grey(ink: Ink) -> Rgb {
    let level = match ink {
        Ink::Paper | Ink::Panel | Ink::OnStrong | Ink::OnSelect => 0xff,
        Ink::Text | Ink::ForceStrong | Ink::SpeakerRu | Ink::End | Ink::Suspended | Ink::Doubt => 0x00,
        Ink::Muted => 0x40,
        Ink::Line => 0xb4,
        Ink::Force => 0x70,
        Ink::Signed | Ink::Accent | Ink::Select => 0x30,
        Ink::SpeakerUs => 0x68,
        Ink::SpeakerOther => 0x96,
    };
    [level; 3]
}

/// The ink of statements made for a country, by its id in the file (ISO 3166-1 alpha-3, as the data format asks for).
///
/// The rule: the two parties of most treaties on the timeline have inks of their own, Russia together with the Soviet
/// Union that it succeeded; all others, and statements without a country, share one.
pub fn speaker_ink(key: Option<&str>) -> Ink {
    match key {
        Some("USA") => Ink::SpeakerUs,
        Some("RUS" | "SUN") => Ink::SpeakerRu,
        _ => Ink::SpeakerOther,
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// WCAG 2.2 relative luminance.
    fn luminance(rgb: Rgb) -> f64 {
        let linear = |c: u8| {
            let c = f64::from(c) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2])
    }

    pub(in crate::timeline) fn contrast(a: Rgb, b: Rgb) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_has_contrast_aa_and_marks_have_three_to_one_in_both_palettes() {
        for palette in Palette::ALL {
            for ground in [Ink::Paper, Ink::Panel] {
                // AA for everyone, AAA where high contrast was asked for.
                let least = if palette.is_high_contrast() { 7.0 } else { 4.5 };
                for text in [Ink::Text, Ink::Muted, Ink::Accent] {
                    let ratio = contrast(palette.rgb(text), palette.rgb(ground));
                    assert!(ratio >= least, "{text:?} on {ground:?} in {palette:?}: {ratio:.2}");
                }
            }
            let marks = [Ink::Force, Ink::ForceStrong, Ink::Signed, Ink::Doubt, Ink::Suspended, Ink::End];
            let words = [Ink::SpeakerUs, Ink::SpeakerRu, Ink::SpeakerOther];
            for mark in marks.iter().chain(&words) {
                let ratio = contrast(palette.rgb(*mark), palette.rgb(Ink::Paper));
                assert!(ratio >= 3.0, "{mark:?} in {palette:?}: {ratio:.2}");
            }
            let on_select = contrast(palette.rgb(Ink::OnSelect), palette.rgb(Ink::Select));
            assert!(on_select >= 4.5, "on the selection in {palette:?}: {on_select:.2}");
            for ground in words {
                let ratio = contrast(palette.rgb(Ink::OnStrong), palette.rgb(ground));
                assert!(ratio >= 4.5, "on {ground:?} in {palette:?}: {ratio:.2}");
            }
        }
    }

    /// What an eye sees that lacks one kind of cone: the matrices of Machado, Oliveira and Fernandes (2009) for full
    /// severity, in linear RGB.
    const BLINDNESS: [(&str, [[f64; 3]; 3]); 3] = [
        (
            "protanopia",
            [
                [0.152286, 1.052583, -0.204868],
                [0.114503, 0.786281, 0.099216],
                [-0.003882, -0.048116, 1.051998],
            ],
        ),
        (
            "deuteranopia",
            [
                [0.367322, 0.860646, -0.227968],
                [0.280085, 0.672501, 0.047413],
                [-0.011820, 0.042940, 0.968881],
            ],
        ),
        (
            "tritanopia",
            [
                [1.255528, -0.076749, -0.178779],
                [-0.078411, 0.930809, 0.147602],
                [0.004733, 0.691367, 0.303900],
            ],
        ),
    ];

    /// CIE L*a*b* (D65) of a colour as seen.
    fn lab(rgb: Rgb, matrix: &[[f64; 3]; 3]) -> [f64; 3] {
        let linear = rgb.map(|c| {
            let c = f64::from(c) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        });
        let times =
            |m: &[[f64; 3]; 3], v: [f64; 3]| m.map(|row| row[0] * v[0] + row[1] * v[1] + row[2] * v[2]);
        let seen = times(matrix, linear).map(|c| c.clamp(0.0, 1.0));
        let to_xyz = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]];
        let white = [0.9505, 1.0, 1.089];
        let xyz = times(&to_xyz, seen);
        let f = |i: usize| {
            let t: f64 = xyz[i] / white[i];
            if t > 0.008856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 }
        };
        [116.0 * f(1) - 16.0, 500.0 * (f(0) - f(1)), 200.0 * (f(1) - f(2))]
    }

    fn distance(a: [f64; 3], b: [f64; 3]) -> f64 {
        std::iter::zip(a, b).map(|(x, y)| (x - y).powi(2)).sum::<f64>().sqrt()
    }

    /// Every eye, with what it sees of linear RGB.
    pub(in crate::timeline) fn colour_visions() -> impl Iterator<Item = (&'static str, [[f64; 3]; 3])> {
        let whole = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
        BLINDNESS.into_iter().chain([("all cones", whole)])
    }

    /// How far apart two colours are for an eye; ten is a difference that is seen at a glance.
    pub(in crate::timeline) fn perceived_difference(a: Rgb, b: Rgb, matrix: &[[f64; 3]; 3]) -> f64 {
        distance(lab(a, matrix), lab(b, matrix))
    }

    #[test]
    fn what_colour_tells_apart_stays_apart_for_colour_blind_eyes() {
        let states = [Ink::Force, Ink::Suspended, Ink::End];
        let voices = [Ink::SpeakerUs, Ink::SpeakerRu, Ink::SpeakerOther];
        for (eye, matrix) in colour_visions() {
            for palette in Palette::ALL {
                for inks in [states, voices] {
                    for (i, a) in inks.iter().enumerate() {
                        for b in &inks[..i] {
                            let apart = perceived_difference(palette.rgb(*a), palette.rgb(*b), &matrix);
                            // Shapes and hatching tell the rest.
                            assert!(apart >= 10.0, "{a:?} and {b:?} in {palette:?} with {eye}: {apart:.1}");
                        }
                    }
                }
            }
        }
    }
}
