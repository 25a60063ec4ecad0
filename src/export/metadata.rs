//! What a picture says of itself, for programs: the view that it shows, and of which dataset. It makes the picture again.

use flate2::Crc;

use super::escape::escaped;

/// What a picture says of itself. Each text is a line of ASCII.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// The link to the view.
    pub view: String,
    /// The SHA-256 of the dataset's file in hexadecimal digits; empty if it is not known.
    pub sha256: String,
    /// How the view was drawn: size, colours and the like.
    pub drawn: String,
}

/// The keywords of texts in a PNG, and the names before the lines in an SVG, in the order of the fields.
const KEYS: [&str; 3] = ["Treaty Timeline view", "Dataset SHA-256", "Drawn"];

const PNG_SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// The length of the first chunk of a PNG, its header, with what every chunk has around its data.
const HEADER_CHUNK: usize = 25;
const OPENING: &str = "<metadata>";
const CLOSING: &str = "</metadata>";
/// How a page of ours begins, and what is around a key in its head.
const PAGE: &str = "<!DOCTYPE html>";
const META: &str = "<meta name=\"";
const CONTENT: &str = "\" content=\"";
/// Behind this an SVG of ours gets its metadata.
const BEFORE: &str = "</desc>";

impl Metadata {
    fn lines(&self) -> [(&'static str, &str); 3] {
        let [view, sha256, drawn] = KEYS;
        [(view, &self.view), (sha256, &self.sha256), (drawn, &self.drawn)]
    }

    fn from_lines(line: impl Fn(&str) -> Option<String>) -> Option<Self> {
        let [view, sha256, drawn] = KEYS;
        let rest = |key: &str| line(key).unwrap_or_default();
        Some(Self { view: line(view)?, sha256: rest(sha256), drawn: rest(drawn) })
    }

    /// An SVG of ours with this in its `metadata` element.
    pub fn in_svg(&self, svg: &str) -> String {
        let Some((head, rest)) = svg.split_once(BEFORE) else { return svg.to_owned() };
        let lines = self.lines().into_iter().filter(|(_, text)| !text.is_empty());
        let lines: Vec<String> = lines.map(|(key, text)| format!("{key}: {}", escaped(text))).collect();
        format!("{head}{BEFORE}\n{OPENING}\n{}\n{CLOSING}{rest}", lines.join("\n"))
    }

    /// A PNG with this in `tEXt` chunks behind its header (PNG specification, third edition, 11.3.3.2).
    pub fn in_png(&self, png: &[u8]) -> Vec<u8> {
        let at = PNG_SIGNATURE.len() + HEADER_CHUNK;
        let Some((head, rest)) = png.split_at_checked(at) else { return png.to_vec() };
        let mut out = head.to_vec();
        for (key, text) in self.lines().into_iter().filter(|(_, text)| !text.is_empty()) {
            let mut chunk = b"tEXt".to_vec();
            chunk.extend_from_slice(key.as_bytes());
            chunk.push(0);
            chunk.extend_from_slice(text.as_bytes());
            let mut crc = Crc::new();
            crc.update(&chunk);
            // Its length counts the data alone.
            out.extend_from_slice(&(chunk.len() as u32 - 4).to_be_bytes());
            out.extend_from_slice(&chunk);
            out.extend_from_slice(&crc.sum().to_be_bytes());
        }
        out.extend_from_slice(rest);
        out
    }

    /// A description with this in lines under it, for a PDF.
    pub(super) fn under(&self, description: &str) -> String {
        let lines = self.lines().into_iter().filter(|(_, text)| !text.is_empty());
        let lines: Vec<String> = lines.map(|(key, text)| format!("\n{key}: {text}")).collect();
        format!("{description}{}", lines.concat())
    }

    /// This as elements for the head of a page.
    pub(super) fn in_page(&self) -> String {
        let lines = self.lines().into_iter().filter(|(_, text)| !text.is_empty());
        let elements: Vec<String> =
            lines.map(|(key, text)| format!("{META}{key}{CONTENT}{}\">\n", escaped(text))).collect();
        elements.concat()
    }

    /// What a picture or a page says of itself, SVG, PNG, PDF or HTML; `None` if it does not.
    pub fn of_picture(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(b"%PDF-") {
            return Self::from_lines(|key| pdf_line(bytes, key));
        }
        if let Some(chunks) = bytes.strip_prefix(PNG_SIGNATURE) {
            let texts = png_texts(chunks);
            return Self::from_lines(|key| {
                let (_, text) = texts.iter().find(|(other, _)| *other == key.as_bytes())?;
                String::from_utf8(text.to_vec()).ok()
            });
        }
        let svg = std::str::from_utf8(bytes).ok()?;
        if svg.trim_start_matches('\u{feff}').starts_with(PAGE) {
            let (head, _) = svg.split_once("</head>")?;
            return Self::from_lines(|key| {
                let (_, rest) = head.split_once(&format!("{META}{key}{CONTENT}"))?;
                rest.split_once('"').map(|(text, _)| unescaped(text))
            });
        }
        let (_, rest) = svg.split_once(OPENING)?;
        let (lines, _) = rest.split_once(CLOSING)?;
        Self::from_lines(|key| {
            let of_key = |line: &str| line.trim().strip_prefix(key)?.strip_prefix(": ").map(unescaped);
            lines.lines().find_map(of_key)
        })
    }
}

/// The keys and texts of the `tEXt` chunks of a PNG, as far as its chunks are whole.
fn png_texts(mut chunks: &[u8]) -> Vec<(&[u8], &[u8])> {
    let mut texts = Vec::new();
    while let Some((length, rest)) = chunks.split_first_chunk::<4>() {
        let length = u32::from_be_bytes(*length) as usize;
        let Some((kind, rest)) = rest.split_first_chunk::<4>() else { break };
        let Some((data, rest)) = rest.split_at_checked(length) else { break };
        let text = data.iter().position(|&byte| byte == 0).and_then(|end| data.split_at_checked(end));
        if let (b"tEXt", Some((key, text))) = (kind, text) {
            texts.push((key, text.get(1..).unwrap_or_default()));
        }
        let Some((_crc, rest)) = rest.split_at_checked(4) else { break };
        chunks = rest;
    }
    texts
}

/// The line of a key in the XMP of a PDF, which is not compressed (ISO 16684-1).
fn pdf_line(bytes: &[u8], key: &str) -> Option<String> {
    let key = format!("{key}: ");
    let at = memchr::memmem::find(bytes, key.as_bytes())? + key.len();
    let rest = bytes.get(at..)?;
    let end = rest.iter().position(|byte| matches!(byte, b'<' | b'\n' | b'\r'))?;
    Some(unescaped(std::str::from_utf8(rest.get(..end)?).ok()?))
}

/// A text of an SVG without the entities of [`escaped`].
fn unescaped(text: &str) -> String {
    let plain = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    plain.replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn metadata() -> Metadata {
        Metadata {
            view: "treaty-timeline:view?v=1&from=1985&search=a%3Cb".to_owned(),
            sha256: "0123456789abcdef".to_owned(),
            drawn: "width=1440".to_owned(),
        }
    }

    #[test]
    fn what_a_picture_says_of_itself_is_read_again() {
        let svg = "<svg>\n<title>T</title>\n<desc>D</desc>\n<defs>\n</defs></svg>";
        let with = metadata().in_svg(svg);
        assert!(with.contains("view?v=1&amp;from=1985"), "{with}");
        assert_eq!(Metadata::of_picture(with.as_bytes()), Some(metadata()));
        let png = resvg::tiny_skia::Pixmap::new(2, 2).unwrap().encode_png().unwrap();
        let with = metadata().in_png(&png);
        assert_eq!(Metadata::of_picture(&with), Some(metadata()));
        assert!(resvg::tiny_skia::Pixmap::decode_png(&with).is_ok(), "and it is still a PNG");
        for plain in [svg.as_bytes(), &png, b"", b"<metadata>", PNG_SIGNATURE] {
            assert_eq!(Metadata::of_picture(plain), None);
        }
    }

    #[test]
    fn a_picture_that_is_cut_anywhere_says_nothing_or_the_same() {
        let png = resvg::tiny_skia::Pixmap::new(2, 2).unwrap().encode_png().unwrap();
        let whole = metadata().in_png(&png);
        for end in 0..whole.len() {
            let said = Metadata::of_picture(&whole[..end]);
            assert!(said.is_none_or(|said| said.view == metadata().view), "{end}");
        }
    }
}
