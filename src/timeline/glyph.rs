//! One glyph for each type of event: told apart by shape first, by colour second.
//!
//! Shapes follow what the event does: rings and discs for a treaty's beginning (hollow: signed, full: in force),
//! hexagons and a plus for a party's consent, triangles pointing right for extension, bars for suspension,
//! diamonds for a party's leaving (hollow: notice, full: effect), crosses for an end.

use crate::domain::EventKind;

/// A glyph: parts painted in order, in a square from −1 to 1 with y downwards.
#[derive(Clone, Copy, Debug)]
pub struct Glyph {
    /// Its colour.
    pub ink: Ink,
    /// Its parts, from back to front.
    pub parts: &'static [Part],
}

/// A part of a glyph.
#[derive(Clone, Copy, Debug)]
pub enum Part {
    /// A filled circle of this radius.
    Disc(f32),
    /// A circle of this radius, filled with the background, drawn as a line.
    Ring(f32),
    /// A filled polygon; convex.
    Solid(&'static [[f32; 2]]),
    /// A polygon filled with the background, drawn as a line; convex.
    Hollow(&'static [[f32; 2]]),
    /// An open line.
    Stroke(&'static [[f32; 2]]),
}

use Part::{Disc, Hollow, Ring, Solid, Stroke};

use super::palette::Ink;

const SQUARE: &[[f32; 2]] = &[[-0.72, -0.72], [0.72, -0.72], [0.72, 0.72], [-0.72, 0.72]];
const DIAMOND: &[[f32; 2]] = &[[0.0, -1.05], [1.05, 0.0], [0.0, 1.05], [-1.05, 0.0]];
const HALF_DIAMOND: &[[f32; 2]] = &[[0.0, -1.05], [0.0, 1.05], [-1.05, 0.0]];
const HEXAGON: &[[f32; 2]] =
    &[[-0.5, -0.87], [0.5, -0.87], [1.0, 0.0], [0.5, 0.87], [-0.5, 0.87], [-1.0, 0.0]];
const PENTAGON: &[[f32; 2]] = &[[0.0, -1.0], [0.95, -0.31], [0.59, 0.81], [-0.59, 0.81], [-0.95, -0.31]];
const RIGHT: &[[f32; 2]] = &[[-0.8, -1.0], [1.1, 0.0], [-0.8, 1.0]];
const LEFT: &[[f32; 2]] = &[[0.8, -1.0], [0.8, 1.0], [-1.1, 0.0]];
const UP: &[[f32; 2]] = &[[0.0, -1.05], [1.05, 0.85], [-1.05, 0.85]];
const DOWN: &[[f32; 2]] = &[[-1.05, -0.85], [1.05, -0.85], [0.0, 1.05]];
const BAR_LEFT: &[[f32; 2]] = &[[-0.85, -1.0], [-0.2, -1.0], [-0.2, 1.0], [-0.85, 1.0]];
const BAR_RIGHT: &[[f32; 2]] = &[[0.2, -1.0], [0.85, -1.0], [0.85, 1.0], [0.2, 1.0]];
const HALF_DISC: &[[f32; 2]] = &[
    [0.0, -0.9],
    [0.0, 0.9],
    [-0.34, 0.83],
    [-0.64, 0.64],
    [-0.83, 0.34],
    [-0.9, 0.0],
    [-0.83, -0.34],
    [-0.64, -0.64],
    [-0.34, -0.83],
];
const FALLING: &[[f32; 2]] = &[[-0.8, -0.8], [0.8, 0.8]];
const RISING: &[[f32; 2]] = &[[-0.8, 0.8], [0.8, -0.8]];
const SHORT_FALLING: &[[f32; 2]] = &[[-0.5, -0.5], [0.5, 0.5]];
const SHORT_RISING: &[[f32; 2]] = &[[-0.5, 0.5], [0.5, -0.5]];
const ACROSS: &[[f32; 2]] = &[[-1.0, 0.0], [1.0, 0.0]];
const DOWNRIGHT: &[[f32; 2]] = &[[0.0, -1.0], [0.0, 1.0]];
const HOURGLASS_TOP: &[[f32; 2]] = &[[-0.85, -1.0], [0.85, -1.0], [0.0, 0.1]];
const HOURGLASS_FOOT: &[[f32; 2]] = &[[0.0, -0.1], [0.85, 1.0], [-0.85, 1.0]];

/// The glyph of a type of event.
pub fn glyph_of(kind: EventKind) -> Glyph {
    let (ink, parts): (Ink, &'static [Part]) = match kind {
        EventKind::NegotiationsBegan => (Ink::Muted, &[Stroke(&[[-0.4, -0.8], [0.4, 0.0], [-0.4, 0.8]])]),
        EventKind::Proposed => (Ink::Muted, &[Stroke(&[[-0.8, 0.5], [0.0, -0.5], [0.8, 0.5]])]),
        EventKind::Adopted => (Ink::Force, &[Hollow(SQUARE)]),
        EventKind::OpenedForSignature => (Ink::Force, &[Ring(0.9), Disc(0.35)]),
        EventKind::Signed => (Ink::Force, &[Ring(0.9)]),
        EventKind::SignatureWithdrawn => (Ink::End, &[Ring(0.9), Stroke(RISING)]),
        EventKind::DomesticStep => (Ink::Muted, &[Hollow(HEXAGON)]),
        EventKind::Ratified => (Ink::Force, &[Solid(HEXAGON)]),
        EventKind::Accepted => (Ink::Force, &[Solid(PENTAGON)]),
        EventKind::Approved => (Ink::Force, &[Hollow(PENTAGON)]),
        EventKind::Acceded => (Ink::Force, &[Stroke(ACROSS), Stroke(DOWNRIGHT)]),
        EventKind::Succeeded => (Ink::Force, &[Solid(HALF_DISC)]),
        EventKind::ProvisionallyApplied => (Ink::Force, &[Ring(0.9), Solid(HALF_DISC)]),
        EventKind::EnteredIntoForce => (Ink::Force, &[Disc(1.0)]),
        EventKind::Amended => (Ink::ForceStrong, &[Solid(SQUARE)]),
        EventKind::ExtensionAgreed => (Ink::ForceStrong, &[Hollow(RIGHT)]),
        EventKind::Extended => (Ink::ForceStrong, &[Solid(RIGHT)]),
        EventKind::Implemented => (Ink::Force, &[Stroke(&[[-0.9, 0.1], [-0.25, 0.75], [0.95, -0.7]])]),
        EventKind::VerificationChanged => (Ink::Suspended, &[Hollow(DOWN)]),
        EventKind::BreachAlleged => (Ink::Suspended, &[Solid(UP)]),
        EventKind::SuspensionAnnounced => (Ink::Suspended, &[Hollow(BAR_LEFT), Hollow(BAR_RIGHT)]),
        EventKind::Suspended => (Ink::Suspended, &[Solid(BAR_LEFT), Solid(BAR_RIGHT)]),
        EventKind::SuspensionLifted => (Ink::Force, &[Solid(LEFT)]),
        EventKind::WithdrawalAnnounced => (Ink::End, &[Hollow(DIAMOND), Disc(0.3)]),
        EventKind::WithdrawalNotified => (Ink::End, &[Hollow(DIAMOND)]),
        EventKind::WithdrawalSuspended => (Ink::End, &[Hollow(DIAMOND), Solid(HALF_DIAMOND)]),
        EventKind::WithdrawalEffective => (Ink::End, &[Solid(DIAMOND)]),
        EventKind::RatificationRevoked => (Ink::End, &[Solid(DOWN)]),
        EventKind::Terminated => (Ink::End, &[Stroke(FALLING), Stroke(RISING)]),
        EventKind::Expired => (Ink::End, &[Solid(HOURGLASS_TOP), Solid(HOURGLASS_FOOT)]),
        EventKind::Superseded => (
            Ink::End,
            &[
                Stroke(&[[-0.9, -0.8], [-0.1, 0.0], [-0.9, 0.8]]),
                Stroke(&[[0.0, -0.8], [0.8, 0.0], [0.0, 0.8]]),
            ],
        ),
        EventKind::Rejected => (Ink::End, &[Ring(0.95), Stroke(SHORT_FALLING), Stroke(SHORT_RISING)]),
        EventKind::Declaration => (
            Ink::Muted,
            &[Stroke(&[[-0.6, 1.0], [-0.6, -1.0]]), Solid(&[[-0.6, -1.0], [0.9, -0.45], [-0.6, 0.1]])],
        ),
        EventKind::ReviewConference => (
            Ink::Muted,
            &[Stroke(&[[-0.8, -0.7], [0.8, -0.7]]), Stroke(ACROSS), Stroke(&[[-0.8, 0.7], [0.8, 0.7]])],
        ),
        EventKind::Test => (
            Ink::Suspended,
            &[Stroke(ACROSS), Stroke(DOWNRIGHT), Stroke(SHORT_FALLING), Stroke(SHORT_RISING)],
        ),
        EventKind::Meeting => {
            (Ink::Muted, &[Stroke(&[[-0.5, -0.8], [-0.5, 0.8]]), Stroke(&[[0.5, -0.8], [0.5, 0.8]])])
        }
        EventKind::Other => (Ink::Muted, &[Disc(0.6)]),
    };
    Glyph { ink, parts }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_types_share_a_shape() {
        let shapes: Vec<String> =
            EventKind::ALL.iter().map(|&kind| format!("{:?}", glyph_of(kind).parts)).collect();
        for (i, shape) in shapes.iter().enumerate() {
            assert!(!shapes[..i].contains(shape), "{:?} looks like an earlier type", EventKind::ALL[i]);
        }
    }
}
