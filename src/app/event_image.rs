//! The image of an event, decoded small enough for the details panel.
//!
//! resvg decodes it, which the program has for its own pictures: it shows what they may contain, PNG, JPEG, GIF and WebP.

use std::fs::File;
use std::io::Read as _;
use std::sync::Arc;

use resvg::{tiny_skia, usvg};

use crate::diagnostics::ImageProblem;
use crate::domain::EventId;
use crate::session::{Image, World};

use super::image_files;

/// Maximum size of a file, in bytes.
const MAX_FILE: u64 = 32 << 20;
/// Maximum number of pixels: decoding takes some eight bytes for each.
const MAX_PIXELS: f32 = 32e6;
/// Maximum width and height of what is shown, in pixels: the panel on a dense screen.
const MAX_SIDE: f32 = 960.0;
/// Reads the image of an event, which stands in the data file's folder or below.
pub(super) fn read(world: &World, event: EventId) -> Result<Image, ImageProblem> {
    let path = image_files::path(world, event).ok_or(ImageProblem::NoFile)?;
    let file = File::open(path).map_err(|_gone| ImageProblem::NoFile)?;
    let mut bytes = Vec::new();
    file.take(MAX_FILE + 1).read_to_end(&mut bytes).map_err(|_gone| ImageProblem::NoFile)?;
    if bytes.len() as u64 > MAX_FILE {
        return Err(ImageProblem::TooLarge);
    }
    decode(bytes)
}

fn decode(bytes: Vec<u8>) -> Result<Image, ImageProblem> {
    let kind = kind_of(Arc::new(bytes)).ok_or(ImageProblem::Unreadable)?;
    // Nothing is decoded until it is drawn.
    let size = drawing(&kind, 1.0, 1.0).as_ref().and_then(|tree| Some(image_in(tree.root())?.size()));
    let size = size.ok_or(ImageProblem::Unreadable)?;
    let (width, height) = (size.width(), size.height());
    if width * height > MAX_PIXELS {
        return Err(ImageProblem::TooLarge);
    }
    let tree = drawing(&kind, width, height).ok_or(ImageProblem::Unreadable)?;
    let scale = (MAX_SIDE / width.max(height)).min(1.0);
    // Drawn larger and averaged, so that no pixel of a large image is skipped.
    let factor = (1.0 / scale).floor().clamp(1.0, 4.0);
    let sides = [width, height].map(|side| (side * scale).round().max(1.0) as u32);
    let drawn = sides.map(|side| side * factor as u32);
    let mut pixels = tiny_skia::Pixmap::new(drawn[0], drawn[1]).ok_or(ImageProblem::TooLarge)?;
    let transform = tiny_skia::Transform::from_scale(drawn[0] as f32 / width, drawn[1] as f32 / height);
    resvg::render(&tree, transform, &mut pixels.as_mut());
    // What cannot be decoded is left out without a word.
    if pixels.pixels().iter().all(|pixel| pixel.alpha() == 0) {
        return Err(ImageProblem::Unreadable);
    }
    Ok(averaged(&pixels, sides.map(|side| side as usize), factor as usize))
}

/// A canvas of this size that holds the image and nothing else.
fn drawing(kind: &usvg::ImageKind, width: f32, height: f32) -> Option<usvg::Tree> {
    let resolver = usvg::ImageHrefResolver {
        resolve_data: Box::new(|_, _, _| None),
        resolve_string: Box::new(|_, _| Some(kind.clone())),
    };
    let options = usvg::Options { image_href_resolver: resolver, ..usvg::Options::default() };
    let svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"><image href="image"/></svg>"#
    );
    usvg::Tree::from_str(&svg, &options).ok()
}

/// The image with each square of so many pixels as one.
fn averaged(pixels: &tiny_skia::Pixmap, [width, height]: [usize; 2], factor: usize) -> Image {
    let (data, row) = (pixels.data(), pixels.width() as usize * 4);
    let mut rgba = Vec::with_capacity(width * height * 4);
    for y in 0..height {
        for x in 0..width {
            let mut sums = [0_usize; 4];
            for line in data.chunks_exact(row).skip(y * factor).take(factor) {
                for pixel in line.chunks_exact(4).skip(x * factor).take(factor) {
                    for (sum, part) in std::iter::zip(&mut sums, pixel) {
                        *sum += usize::from(*part);
                    }
                }
            }
            rgba.extend(sums.map(|sum| u8::try_from(sum / (factor * factor)).unwrap_or(u8::MAX)));
        }
    }
    Image { width, height, rgba }
}

/// The image by its first bytes.
fn kind_of(bytes: Arc<Vec<u8>>) -> Option<usvg::ImageKind> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        Some(usvg::ImageKind::PNG(bytes))
    } else if bytes.starts_with(b"\xff\xd8\xff") {
        Some(usvg::ImageKind::JPEG(bytes))
    } else if bytes.starts_with(b"GIF8") {
        Some(usvg::ImageKind::GIF(bytes))
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        Some(usvg::ImageKind::WEBP(bytes))
    } else {
        None
    }
}

fn image_in(group: &usvg::Group) -> Option<&usvg::Image> {
    group.children().iter().find_map(|node| match node {
        usvg::Node::Image(image) => Some(&**image),
        usvg::Node::Group(group) => image_in(group),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut pixels = tiny_skia::Pixmap::new(width, height).unwrap();
        pixels.fill(tiny_skia::Color::from_rgba8(200, 100, 50, 255));
        pixels.encode_png().unwrap()
    }

    #[test]
    fn a_picture_is_decoded_no_larger_than_it_is_shown() {
        let image = decode(png(3, 2)).unwrap();
        assert_eq!((image.width, image.height), (3, 2));
        assert_eq!(&image.rgba[..4], [200, 100, 50, 255]);
        let image = decode(png(2000, 1000)).unwrap();
        assert_eq!((image.width, image.height, image.rgba.len()), (960, 480, 960 * 480 * 4));
        assert_eq!(&image.rgba[4 * 960 * 240..][..4], [200, 100, 50, 255]);
    }

    #[test]
    fn what_is_no_picture_or_too_large_is_refused_before_it_is_decoded() {
        assert_eq!(decode(b"<svg/>".to_vec()), Err(ImageProblem::Unreadable));
        assert_eq!(decode(png(3, 2)[..40].to_vec()), Err(ImageProblem::Unreadable));
        // A header that claims a hundred thousand pixels each way.
        let mut bomb = png(3, 2);
        bomb[16..24].copy_from_slice(&[0, 1, 0x86, 0xa0, 0, 1, 0x86, 0xa0]);
        assert_eq!(decode(bomb), Err(ImageProblem::TooLarge));
    }
}
