//! How the lines of a chart are told apart: by colour and by dashes, so that no two of one unit look alike.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::domain::{Dataset, FigureBasis, Series};

use super::geometry::Pos;
use super::palette::Ink;
use super::shape::{Shape, faint, solid};

/// Dashes and gaps of declared figures and of limits, the plainest first.
const SOLID: [Option<[f32; 2]>; 4] = [None, Some([14.0, 3.0]), Some([9.0, 7.0]), Some([20.0, 6.0])];
/// Those of estimates: the first differs from every solid line.
const BROKEN: [Option<[f32; 2]>; 4] =
    [Some([5.0, 3.0]), Some([2.0, 2.5]), Some([3.0, 6.0]), Some([7.0, 2.0])];
/// A run of more corners than this has dashes that begin anew at each corner, which costs less to draw.
const MAX_CORNERS: usize = 400;

/// How a line looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LineStyle {
    /// Its colour.
    pub ink: Ink,
    /// Lengths of its dashes and of the gaps between them, in points; `None` for a solid line.
    pub dash: Option<[f32; 2]>,
    /// Its width, in points.
    pub width: f32,
}

impl LineStyle {
    /// A piece of the line, for a key.
    pub fn sample(&self, from: Pos, to: Pos) -> Shape {
        self.line([from, to], 1.0)
    }

    fn line(&self, points: [Pos; 2], strength: f32) -> Shape {
        Shape::Line {
            points: points.to_vec(),
            width: self.width,
            dash: self.dash,
            paint: faint(self.ink, strength),
        }
    }

    /// The shapes of a run of steps. The dashes go on around corners, so that short steps have them too.
    pub(super) fn run(&self, run: &[Pos], strength: f32, shapes: &mut Vec<Shape>) {
        let Some([on, off]) = self.dash.filter(|_| run.len() <= MAX_CORNERS) else {
            // Segment by segment: steps are straight along the axes, which painters draw sharp and cheap.
            shapes.extend(run.windows(2).filter_map(|segment| {
                let &[from, to] = segment else { return None };
                Some(self.line([from, to], strength))
            }));
            return;
        };
        // How far the dash pattern has come, from 0 to the length of a dash and a gap.
        let mut phase = 0.0;
        for segment in run.windows(2) {
            let &[from, to] = segment else { continue };
            let length = (to.x - from.x).hypot(to.y - from.y);
            let at = |along: f32| Pos {
                x: from.x + (to.x - from.x) * along / length,
                y: from.y + (to.y - from.y) * along / length,
            };
            let mut start = 0.0;
            while start < length {
                let left = if phase < on { on - phase } else { on + off - phase };
                let end = (start + left).min(length);
                if phase < on {
                    shapes.push(Shape::Line {
                        points: vec![at(start), at(end)],
                        width: self.width,
                        dash: None,
                        paint: faint(self.ink, strength),
                    });
                }
                phase += end - start;
                if phase >= on + off - 0.01 {
                    phase = 0.0;
                }
                // A step that rounding makes nothing of would never end.
                start = end.max(start + 0.05);
            }
        }
    }

    /// A figure that holds for a single day.
    pub(super) fn dot(&self, at: Pos, strength: f32) -> Shape {
        let fill = if strength < 1.0 { faint(self.ink, strength) } else { solid(self.ink) };
        Shape::Circle { at, radius: 2.5, fill: Some(fill), line: None }
    }
}

/// The style of every series of a unit, shown or not: a line that is hidden changes no other. Long series come first and
/// look plainest.
pub(super) fn styles(dataset: &Dataset, unit: &str) -> BTreeMap<usize, LineStyle> {
    let all = dataset.series();
    let mut of_unit: Vec<(usize, &Series)> =
        all.iter().enumerate().filter(|(_, series)| *series.unit == *unit).collect();
    of_unit.sort_by_key(|(index, series)| (Reverse(series.points.len()), *index));
    let (mut others, mut taken) = (0, Vec::new());
    let mut styles = BTreeMap::new();
    for (index, series) in of_unit {
        let is_limit = series.limit_of.is_some();
        let is_estimate = series.basis == FigureBasis::Estimate && !is_limit;
        let ink = ink_of(dataset, series, &mut others);
        let dash = free_dash(if is_estimate { BROKEN } else { SOLID }, colour_of(ink), &mut taken);
        let width = match (is_limit, is_estimate) {
            (true, _) => 1.0,
            (false, true) => 1.5,
            (false, false) => 2.0,
        };
        styles.insert(index, LineStyle { ink, dash, width });
    }
    styles
}

/// The first of these dashes that no line of the colour has, or one that is longer than all.
fn free_dash(
    dashes: [Option<[f32; 2]>; 4],
    colour: Ink,
    taken: &mut Vec<(Ink, Option<[f32; 2]>)>,
) -> Option<[f32; 2]> {
    let longer = (1..).map(|step: u16| Some([20.0 + 6.0 * f32::from(step), 4.0 + 2.0 * f32::from(step)]));
    let mut choices = dashes.into_iter().chain(longer.take(usize::from(u16::MAX) / 32));
    let dash = choices.find(|&dash| !taken.contains(&(colour, dash))).flatten();
    taken.push((colour, dash));
    dash
}

/// Limits and the figures of Russia are red both.
fn colour_of(ink: Ink) -> Ink {
    if ink == Ink::End { Ink::SpeakerRu } else { ink }
}

/// The ink of the party whose figures they are; parties without a colour of their own take others in turn.
fn ink_of(dataset: &Dataset, series: &Series, others: &mut usize) -> Ink {
    const OTHERS: [Ink; 4] = [Ink::SpeakerOther, Ink::Suspended, Ink::Text, Ink::ForceStrong];
    if series.limit_of.is_some() {
        return Ink::End;
    }
    match super::speaker_ink(series.party.map(|party| &*dataset.party(party).key)) {
        Ink::SpeakerOther => {
            *others += 1;
            OTHERS[(*others - 1) % OTHERS.len()]
        }
        ink => ink,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_lines_of_a_colour_have_the_same_dashes() {
        let mut taken = Vec::new();
        for _ in 0..20 {
            free_dash(SOLID, Ink::SpeakerUs, &mut taken);
            free_dash(BROKEN, Ink::SpeakerUs, &mut taken);
        }
        for (index, line) in taken.iter().enumerate() {
            assert!(!taken[..index].contains(line), "{line:?}");
        }
        assert_eq!(taken[0].1, None, "the first is solid");
        assert_eq!(colour_of(Ink::End), colour_of(Ink::SpeakerRu));
    }

    #[test]
    fn dashes_go_on_around_corners_and_end_with_the_run() {
        let style = LineStyle { ink: Ink::Text, dash: Some([5.0, 3.0]), width: 1.0 };
        let run = [Pos { x: 0.0, y: 0.0 }, Pos { x: 3.0, y: 0.0 }, Pos { x: 3.0, y: 10.0 }];
        let mut shapes = Vec::new();
        style.run(&run, 1.0, &mut shapes);
        let length: f32 = shapes
            .iter()
            .map(|shape| match shape {
                Shape::Line { points, .. } => {
                    (points[1].x - points[0].x).abs() + (points[1].y - points[0].y).abs()
                }
                _ => 0.0,
            })
            .sum();
        // Thirteen points: a dash of 5, a gap of 3, a dash of 5.
        assert!((length - 10.0).abs() < 0.3, "{length}");
        style.run(&[run[0], run[0]], 1.0, &mut shapes);
    }
}
