//! Glyphs at ten pixels, and the colours of families as colour-blind eyes see them.

use crate::domain::{EventFamily, EventKind, OwnTypeId};

use super::glyph::{CUT_WIDTH, HOLLOW_WIDTH, Part, RING_WIDTH, STROKE_WIDTH, family_ink, glyph_of};
use super::palette::Palette;
use super::palette::tests::{colour_visions, contrast, perceived_difference};

/// Pixels from the middle of the picture to its edge: a glyph of radius 5 is ten wide, and its bars stand out a little.
const HALF: i32 = 6;
/// Points of a pixel in each direction that are asked whether they are inked.
const SAMPLES: i32 = 4;

fn from_line(at: [f32; 2], points: &[[f32; 2]]) -> f32 {
    let distances = points.windows(2).map(|ends| {
        let (along, to) =
            ([ends[1][0] - ends[0][0], ends[1][1] - ends[0][1]], [at[0] - ends[0][0], at[1] - ends[0][1]]);
        let length = along[0] * along[0] + along[1] * along[1];
        let share = ((along[0] * to[0] + along[1] * to[1]) / length).clamp(0.0, 1.0);
        (to[0] - share * along[0]).hypot(to[1] - share * along[1])
    });
    distances.fold(f32::INFINITY, f32::min)
}

fn is_inside(at: [f32; 2], corners: &[[f32; 2]]) -> bool {
    let next = corners.iter().cycle().skip(1);
    let sides = std::iter::zip(corners, next)
        .map(|(a, b)| (b[0] - a[0]) * (at[1] - a[1]) - (b[1] - a[1]) * (at[0] - a[0]));
    let (mut left, mut right) = (false, false);
    sides.for_each(|side| (left, right) = (left || side > 1e-6, right || side < -1e-6));
    !(left && right)
}

/// Whether a point of a glyph has its ink, and not the background.
fn is_inked(parts: &[Part], at: [f32; 2]) -> bool {
    let mut inked = false;
    for part in parts {
        let from_middle = at[0].hypot(at[1]);
        match *part {
            Part::Disc(radius) => inked |= from_middle <= radius,
            Part::Ring(radius) if from_middle <= radius + RING_WIDTH / 2.0 => {
                inked = from_middle >= radius - RING_WIDTH / 2.0;
            }
            Part::Dot(middle, radius) => inked |= (at[0] - middle[0]).hypot(at[1] - middle[1]) <= radius,
            Part::Solid(corners) => inked |= is_inside(at, corners),
            Part::Hollow(corners) => {
                let closed: Vec<[f32; 2]> = corners.iter().chain(corners.first()).copied().collect();
                let is_edge = from_line(at, &closed) <= HOLLOW_WIDTH / 2.0;
                inked = is_edge || (inked && !is_inside(at, corners));
            }
            Part::Stroke(points) => inked |= from_line(at, points) <= STROKE_WIDTH / 2.0,
            Part::Cut(points) => inked &= from_line(at, points) > CUT_WIDTH / 2.0,
            Part::Ring(_) | Part::Plate(_) => {}
        }
    }
    inked
}

/// How much of each pixel a glyph inks, at a radius of five pixels.
fn raster(kind: EventKind) -> Vec<f32> {
    let parts = glyph_of(kind).parts;
    let pixels = (-HALF..HALF).flat_map(|y| (-HALF..HALF).map(move |x| (x, y)));
    let share = |(x, y): (i32, i32)| {
        let samples = (0..SAMPLES).flat_map(|i| (0..SAMPLES).map(move |j| (i, j)));
        let at = |pixel: i32, sample: i32| (pixel as f32 + (sample as f32 + 0.5) / SAMPLES as f32) / 5.0;
        let inked = samples.filter(|&(i, j)| is_inked(parts, [at(x, i), at(y, j)])).count();
        inked as f32 / (SAMPLES * SAMPLES) as f32
    };
    pixels.map(share).collect()
}

/// The share of the ink of two glyphs that they have not in common: 0 for equal ones, 1 for such as share nothing.
fn difference(a: &[f32], b: &[f32]) -> f32 {
    let apart: f32 = std::iter::zip(a, b).map(|(a, b)| (a - b).abs()).sum();
    let either: f32 = std::iter::zip(a, b).map(|(a, b)| a.max(*b)).sum();
    apart / either
}

#[test]
fn families_are_told_apart_by_shape_at_ten_pixels() {
    for (i, one) in EventFamily::ALL.into_iter().enumerate() {
        for other in &EventFamily::ALL[..i] {
            let apart = difference(&raster(one.leader()), &raster(other.leader()));
            assert!(apart >= 0.38, "{one:?} and {other:?}: {apart:.2}");
        }
    }
    // No type is taken for one of another family either.
    let own = (0..8).map(|index| EventKind::Own(OwnTypeId::new(index)));
    let rasters: Vec<_> =
        EventKind::ALL.iter().copied().chain(own).map(|kind| (kind, raster(kind))).collect();
    for (i, (one, a)) in rasters.iter().enumerate() {
        for (other, b) in &rasters[..i] {
            let least = if one.family() == other.family() { 0.09 } else { 0.3 };
            let apart = difference(a, b);
            assert!(apart >= least, "{one:?} and {other:?}: {apart:.2}");
        }
    }
}

#[test]
fn families_of_other_colours_stay_apart_for_colour_blind_eyes_and_the_rest_differ_in_shape() {
    for palette in Palette::ALL {
        for (i, one) in EventFamily::ALL.into_iter().enumerate() {
            let ink = family_ink(one);
            let ratio = contrast(palette.rgb(ink), palette.rgb(super::palette::Ink::Paper));
            assert!(ratio >= 3.0, "{one:?} on paper in {palette:?}: {ratio:.2}");
            for other in &EventFamily::ALL[..i] {
                let other_ink = family_ink(*other);
                for (eye, matrix) in colour_visions() {
                    let apart = perceived_difference(palette.rgb(ink), palette.rgb(other_ink), &matrix);
                    let shapes = difference(&raster(one.leader()), &raster(other.leader()));
                    if ink == other_ink {
                        assert!(shapes >= 0.5, "{one:?} and {other:?} have one colour: {shapes:.2}");
                    } else {
                        assert!(apart >= 10.0, "{one:?} and {other:?} in {palette:?} with {eye}: {apart:.1}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_meeting_has_another_shape_than_a_suspension() {
    let apart = difference(&raster(EventKind::Meeting), &raster(EventKind::Suspended));
    assert!(apart >= 0.5, "{apart:.2}");
}
