//! One glyph for each type of event: eight families with a shape and a colour each, types within a family told apart by
//! a dot, a bar or a filling.
//!
//! Two dots for talks, a ring for signature and consent, a disc for entry into force, an arrow for change, a triangle
//! for doubt and breach, two bars for suspension, a cross for exit and end, a small diamond for anything else, and for the
//! types that a dataset names itself.

use crate::domain::{EventFamily, EventKind, OwnTypeId};

use super::palette::Ink;

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
    /// A filled circle around a position.
    Dot([f32; 2], f32),
    /// A filled polygon; convex.
    Solid(&'static [[f32; 2]]),
    /// A polygon filled with the background, drawn as a line; convex.
    Hollow(&'static [[f32; 2]]),
    /// An open line.
    Stroke(&'static [[f32; 2]]),
    /// A thin open line of background, over what was drawn before.
    Cut(&'static [[f32; 2]]),
    /// A polygon of background behind the whole glyph; convex.
    Plate(&'static [[f32; 2]]),
}

/// Widths of lines, as shares of the glyph's radius.
pub(super) const RING_WIDTH: f32 = 0.32;
pub(super) const HOLLOW_WIDTH: f32 = 0.29;
pub(super) const STROKE_WIDTH: f32 = 0.43;
pub(super) const CUT_WIDTH: f32 = 0.2;

use Part::{Cut, Disc, Dot, Hollow, Plate, Ring, Solid, Stroke};

const CIRCLE: Part = Ring(0.9);
const HALF_DISC: Part = Solid(&[
    [0.0, -0.9],
    [0.34, -0.83],
    [0.64, -0.64],
    [0.83, -0.34],
    [0.9, 0.0],
    [0.83, 0.34],
    [0.64, 0.64],
    [0.34, 0.83],
    [0.0, 0.9],
]);
const STEM: Part = Solid(&[[-1.0, -0.27], [0.1, -0.27], [0.1, 0.27], [-1.0, 0.27]]);
const THIN_STEM: Part = Stroke(&[[-1.0, 0.0], [0.0, 0.0]]);
const HEAD: &[[f32; 2]] = &[[-0.05, -1.0], [1.1, 0.0], [-0.05, 1.0]];
const UP: &[[f32; 2]] = &[[0.0, -1.05], [1.05, 0.85], [-1.05, 0.85]];
const BAR_LEFT: &[[f32; 2]] = &[[-0.85, -1.2], [-0.25, -1.2], [-0.25, 1.2], [-0.85, 1.2]];
const BAR_RIGHT: &[[f32; 2]] = &[[0.25, -1.2], [0.85, -1.2], [0.85, 1.2], [0.25, 1.2]];
const RIGHT: &[[f32; 2]] = &[[0.15, -1.1], [1.1, 0.0], [0.15, 1.1]];
/// Closes the gap between two bars: on the hatching of a suspended phase they would not be seen.
const BETWEEN: Part = Plate(&[[-0.3, -1.2], [0.3, -1.2], [0.3, 1.2], [-0.3, 1.2]]);
const DIAMOND: &[[f32; 2]] = &[[0.0, -0.95], [0.72, 0.0], [0.0, 0.95], [-0.72, 0.0]];
const FALLING: &[[f32; 2]] = &[[-0.85, -0.85], [0.85, 0.85]];
const RISING: &[[f32; 2]] = &[[-0.85, 0.85], [0.85, -0.85]];
const UNDER: Part = Stroke(&[[-0.9, 1.15], [0.9, 1.15]]);
const OVER: Part = Stroke(&[[-0.9, -1.2], [0.9, -1.2]]);
const CORNER_DOT: Part = Dot([-0.7, -0.8], 0.3);

/// The colour of a family.
pub fn family_ink(family: EventFamily) -> Ink {
    match family {
        EventFamily::Talks | EventFamily::Other => Ink::Muted,
        EventFamily::Signature | EventFamily::Entry => Ink::Force,
        EventFamily::Change => Ink::ForceStrong,
        EventFamily::Doubt => Ink::Doubt,
        EventFamily::Suspension => Ink::Suspended,
        EventFamily::Exit => Ink::End,
    }
}

/// The glyphs of types that a dataset names itself, by the order in which they first occur: diamonds, told apart as the
/// types of every family are. What comes after the last begins again.
const OWN: [&[Part]; 8] = [
    &[Solid(DIAMOND), UNDER],
    &[Hollow(DIAMOND), UNDER],
    &[Solid(DIAMOND), OVER],
    &[Hollow(DIAMOND), OVER],
    &[Solid(DIAMOND), CORNER_DOT],
    &[Hollow(DIAMOND), CORNER_DOT],
    &[Solid(DIAMOND), UNDER, OVER],
    &[Hollow(DIAMOND), UNDER, OVER],
];

fn own_parts(id: OwnTypeId) -> &'static [Part] {
    OWN[id.index() % OWN.len()]
}

/// The glyph of a type of event.
pub fn glyph_of(kind: EventKind) -> Glyph {
    let parts: &'static [Part] = match kind {
        EventKind::Meeting => &[Dot([-0.55, 0.0], 0.42), Dot([0.55, 0.0], 0.42)],
        EventKind::NegotiationsBegan => {
            &[Dot([-0.6, 0.0], 0.42), Dot([0.6, 0.0], 0.42), Stroke(&[[-0.6, 0.0], [0.6, 0.0]])]
        }
        EventKind::Proposed => &[Dot([-0.55, 0.0], 0.42), Dot([0.6, 0.0], 0.24)],

        EventKind::Signed => &[CIRCLE],
        EventKind::OpenedForSignature => &[CIRCLE, Dot([0.0, 0.0], 0.33)],
        EventKind::Adopted => &[CIRCLE, Stroke(&[[-0.42, 0.42], [0.42, -0.42]])],
        EventKind::Ratified => &[CIRCLE, Dot([0.0, 0.0], 0.5)],
        EventKind::Accepted => &[CIRCLE, Stroke(&[[0.0, -0.5], [0.0, 0.5]])],
        EventKind::Approved => &[CIRCLE, Stroke(&[[-0.5, 0.0], [0.5, 0.0]])],
        EventKind::Acceded => {
            &[CIRCLE, Stroke(&[[-0.45, 0.0], [0.45, 0.0]]), Stroke(&[[0.0, -0.45], [0.0, 0.45]])]
        }
        EventKind::Succeeded => &[CIRCLE, HALF_DISC],
        EventKind::DomesticStep => &[CIRCLE, UNDER],

        EventKind::EnteredIntoForce => &[Disc(1.0)],
        EventKind::ProvisionallyApplied => &[Disc(1.0), Cut(&[[-0.75, 0.0], [0.75, 0.0]])],

        EventKind::Extended => &[STEM, Solid(HEAD)],
        EventKind::ExtensionAgreed => &[THIN_STEM, Hollow(HEAD)],
        EventKind::Amended => &[STEM, Solid(HEAD), UNDER],
        EventKind::ReviewConference => &[THIN_STEM, Hollow(HEAD), UNDER],
        EventKind::Implemented => &[STEM, Solid(HEAD), CORNER_DOT],
        EventKind::VerificationChanged => &[THIN_STEM, Hollow(HEAD), CORNER_DOT],

        EventKind::BreachAlleged => &[Solid(UP)],
        EventKind::Rejected => &[Hollow(UP)],

        EventKind::Suspended => &[BETWEEN, Solid(BAR_LEFT), Solid(BAR_RIGHT)],
        EventKind::SuspensionAnnounced => &[BETWEEN, Hollow(BAR_LEFT), Hollow(BAR_RIGHT)],
        EventKind::SuspensionLifted => &[BETWEEN, Solid(BAR_LEFT), Solid(RIGHT)],

        EventKind::Terminated => &[Stroke(FALLING), Stroke(RISING)],
        EventKind::Expired => &[Stroke(FALLING), Stroke(RISING), OVER],
        EventKind::Superseded => &[Stroke(FALLING), Stroke(RISING), UNDER],
        EventKind::WithdrawalEffective => &[Stroke(FALLING), Stroke(RISING), Dot([0.0, -0.95], 0.36)],
        EventKind::RatificationRevoked => &[Stroke(FALLING), Stroke(RISING), Dot([0.0, 0.95], 0.36)],
        EventKind::WithdrawalNotified => &[Stroke(FALLING), Stroke(RISING), Cut(FALLING), Cut(RISING)],
        EventKind::WithdrawalSuspended => {
            &[Stroke(FALLING), Stroke(RISING), Cut(FALLING), Cut(RISING), UNDER]
        }
        EventKind::SignatureWithdrawn => &[Stroke(FALLING), Stroke(RISING), Cut(FALLING), Cut(RISING), OVER],
        EventKind::WithdrawalAnnounced => {
            &[Stroke(&[[-0.5, -0.5], [0.5, 0.5]]), Stroke(&[[-0.5, 0.5], [0.5, -0.5]])]
        }

        EventKind::Declaration => &[Solid(DIAMOND)],
        EventKind::Test => &[Solid(DIAMOND), Cut(&[[-0.4, 0.0], [0.4, 0.0]])],
        EventKind::Other => &[Hollow(DIAMOND)],
        EventKind::Own(id) => own_parts(id),
    };
    Glyph { ink: family_ink(kind.family()), parts }
}
