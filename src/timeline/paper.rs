//! Sizes of paper, in points of 1/72 inch.

use super::geometry::Size;

/// A size of paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 297 × 420 mm.
    A3,
    /// 420 × 594 mm.
    A2,
    /// 594 × 841 mm.
    A1,
    /// 841 × 1189 mm.
    A0,
    /// 8½ × 11 inches.
    Letter,
}

/// Points in a millimetre.
const MILLIMETRE: f32 = 72.0 / 25.4;

impl Paper {
    /// Every size, from small to large.
    pub const ALL: [Self; 6] = [Self::Letter, Self::A4, Self::A3, Self::A2, Self::A1, Self::A0];

    /// Its name, the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            Self::A4 => "A4",
            Self::A3 => "A3",
            Self::A2 => "A2",
            Self::A1 => "A1",
            Self::A0 => "A0",
            Self::Letter => "Letter",
        }
    }

    /// The paper of a name, in capitals or not.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|paper| paper.name().eq_ignore_ascii_case(name))
    }

    /// Its size.
    pub fn size(self, is_landscape: bool) -> Size {
        let [short, long] = match self {
            Self::A4 => [210.0, 297.0],
            Self::A3 => [297.0, 420.0],
            Self::A2 => [420.0, 594.0],
            Self::A1 => [594.0, 841.0],
            Self::A0 => [841.0, 1189.0],
            Self::Letter => [215.9, 279.4],
        };
        let (short, long) = (short * MILLIMETRE, long * MILLIMETRE);
        let (width, height) = if is_landscape { (long, short) } else { (short, long) };
        Size { width, height }
    }
}
