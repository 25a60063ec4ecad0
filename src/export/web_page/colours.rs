//! The colours of a page: the palettes of the window as CSS variables, and a class for each ink.

use std::fmt::Write as _;

use crate::timeline::{Ink, Palette};

/// The style sheet of the colours: light or dark as the reader's system has it, or as the page is told.
pub(super) fn style(has_high_contrast: bool) -> String {
    let palette = |is_dark, is_contrast| variables(Palette::new(is_dark, is_contrast || has_high_contrast));
    let mut out = String::new();
    for (query, is_contrast) in [("", false), ("@media(prefers-contrast:more){", true)] {
        if is_contrast && has_high_contrast {
            continue;
        }
        let (light, dark) = (palette(false, is_contrast), palette(true, is_contrast));
        let end = if query.is_empty() { "" } else { "}" };
        // Writing to a text cannot fail.
        let _written = write!(
            out,
            "{query}:root{{color-scheme:light;{light}}}\n:root[data-theme=dark]{{color-scheme:dark;{dark}}}{end}\n\
             {}:root:not([data-theme=light]){{color-scheme:dark;{dark}}}}}\n",
            if is_contrast {
                "@media(prefers-contrast:more) and (prefers-color-scheme:dark){"
            } else {
                "@media(prefers-color-scheme:dark){"
            }
        );
    }
    for ink in Ink::ALL {
        let _written = write!(out, ".s{ink:?}{{fill:none;stroke:var(--{ink:?})}}");
    }
    for ink in Ink::ALL {
        let _written = write!(out, ".f{ink:?}{{fill:var(--{ink:?})}}");
    }
    out.push('\n');
    out
}

fn variables(palette: Palette) -> String {
    let one = |ink: &Ink| {
        let [r, g, b] = palette.rgb(*ink);
        format!("--{ink:?}:#{r:02x}{g:02x}{b:02x}")
    };
    Ink::ALL.iter().map(one).collect::<Vec<_>>().join(";")
}
