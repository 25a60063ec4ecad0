//! A choice as a line of names and values, which a picture says of itself, and back.

use crate::domain::Moment;
use crate::session::Session;
use crate::timeline::Paper;

use super::choice::{
    MAX_ACROSS, PageFit, PictureChoice, PictureFormat, PictureLanes, PicturePeriod, PictureTheme,
};

const LANES: [(PictureLanes, &str); 3] = [
    (PictureLanes::Shown, "shown"),
    (PictureLanes::Visible, "visible"),
    (PictureLanes::Selection, "selection"),
];
const PERIODS: [(PicturePeriod, &str); 3] = [
    (PicturePeriod::Whole, "whole"),
    (PicturePeriod::Visible, "visible"),
    (PicturePeriod::Selection, "selection"),
];
const THEMES: [(PictureTheme, &str); 3] =
    [(PictureTheme::Light, "light"), (PictureTheme::Dark, "dark"), (PictureTheme::Print, "print")];
const FITS: [(PageFit, &str); 4] = [
    (PageFit::OnePage, "one"),
    (PageFit::Pages, "many"),
    (PageFit::Tiles, "tiles"),
    (PageFit::Slides, "slides"),
];

impl Session {
    /// A choice as a line of ASCII, without line breaks. Lanes that are listed are named by the ids of the file.
    pub fn picture_choice_text(&self, choice: &PictureChoice) -> String {
        let name = |names: &[(PictureLanes, &'static str)]| {
            names.iter().find(|(lanes, _)| *lanes == choice.lanes).map(|(_, name)| (*name).to_owned())
        };
        let lanes = name(&LANES).unwrap_or_else(|| {
            let PictureLanes::These(treaties) = &choice.lanes else { return String::new() };
            let ids = treaties.iter().map(|&id| encoded(&self.world.dataset.treaty(id).key));
            format!("these:{}", ids.collect::<Vec<_>>().join(","))
        });
        let yes = |is_so: bool| if is_so { "yes" } else { "no" };
        let mut text = format!(
            "print={} lanes={lanes} period={} labels={} legend={} caption={} numbers={} table={} windowmarks={} pictheme={} \
             pixels={} paper={} turned={} fit={} across={}",
            choice.format.extension(),
            match choice.period {
                PicturePeriod::Between(from, to) => format!("{}:{}", from.secs(), to.secs()),
                period => named(&PERIODS, period).to_owned(),
            },
            yes(choice.has_labels),
            yes(choice.has_legend),
            yes(choice.has_caption),
            yes(choice.has_numbers),
            yes(choice.has_table),
            yes(choice.has_window_marks),
            named(&THEMES, choice.theme),
            choice.scale,
            choice.paper.name(),
            yes(choice.is_landscape),
            named(&FITS, choice.fit),
            choice.across,
        );
        if let Some(title) = &choice.title {
            text.push_str(" title=");
            text.push_str(&encoded(title));
        }
        text
    }

    /// The choice of such a line; `None` if it has none. What cannot be read of it is as usual.
    pub fn picture_choice_of(&self, text: &str) -> Option<PictureChoice> {
        // Pictures had no numbers before they said whether they have.
        let mut choice = PictureChoice { has_numbers: false, ..PictureChoice::default() };
        let mut is_choice = false;
        for (name, value) in text.split_whitespace().filter_map(|word| word.split_once('=')) {
            let yes = value == "yes";
            match name {
                "print" => {
                    choice.format = PictureFormat::from_extension(value)?;
                    is_choice = true;
                }
                "lanes" => match value.strip_prefix("these:") {
                    Some(ids) => {
                        let found = |id: &str| self.world.dataset.find_treaty(&decoded(id));
                        choice.lanes = PictureLanes::These(ids.split(',').filter_map(found).collect());
                    }
                    None => choice.lanes = value_of(&LANES, value).unwrap_or(choice.lanes),
                },
                "period" => {
                    let named = value_of(&PERIODS, value);
                    choice.period = named.or_else(|| between(value)).unwrap_or(choice.period);
                }
                "labels" => choice.has_labels = yes,
                "legend" => choice.has_legend = yes,
                "caption" => choice.has_caption = yes,
                "numbers" => choice.has_numbers = yes,
                "table" => choice.has_table = yes,
                "windowmarks" => choice.has_window_marks = yes,
                "pictheme" => choice.theme = value_of(&THEMES, value).unwrap_or(choice.theme),
                "pixels" => choice.scale = value.parse().map_or(choice.scale, |scale: u8| scale.clamp(1, 4)),
                "paper" => choice.paper = Paper::from_name(value).unwrap_or(choice.paper),
                "turned" => choice.is_landscape = yes,
                "fit" => choice.fit = value_of(&FITS, value).unwrap_or(choice.fit),
                "across" => {
                    choice.across = value.parse().map_or(1, |across: u8| across.clamp(1, MAX_ACROSS));
                }
                "title" => choice.title = Some(decoded(value)),
                _ => {}
            }
        }
        is_choice.then_some(choice)
    }
}

/// Two moments, the second after the first.
fn between(value: &str) -> Option<PicturePeriod> {
    let (from, to) = value.split_once(':')?;
    let moment = |secs: &str| {
        let secs: i64 = secs.parse().ok()?;
        Some(Moment::from_secs(secs.clamp(Moment::MIN.secs(), Moment::MAX.secs())))
    };
    let (from, to) = (moment(from)?, moment(to)?);
    (from < to).then_some(PicturePeriod::Between(from, to))
}

fn named<T: Copy + PartialEq>(names: &[(T, &'static str)], value: T) -> &'static str {
    names.iter().find(|(other, _)| *other == value).map_or("", |(_, name)| *name)
}

fn value_of<T: Clone>(names: &[(T, &'static str)], name: &str) -> Option<T> {
    names.iter().find(|(_, other)| *other == name).map(|(value, _)| value.clone())
}

/// A text without spaces, commas and letters beyond ASCII.
fn encoded(text: &str) -> String {
    percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
}

fn decoded(text: &str) -> String {
    percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned()
}
