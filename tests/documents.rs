//! Copies of sources: encodings, pages of the web, PDFs made by hand, and what must not break the reader.
//!
//! All texts here are invented.

use encoding_rs::{Encoding, KOI8_R, UTF_8, WINDOWS_1251, WINDOWS_1252};
use treaty_timeline::document::{
    Cut, Document, Folded, Kind, MOST_BYTES, Stage, Unreadable, find, fingerprint, read,
};
use treaty_timeline::domain::Selector;

const RUSSIAN: &str = "Министр Орвин заявил: «Договор остаётся в силе, и мы его не нарушим». \
    Корреспонденты записали каждое слово, а делегация Норландии вышла из зала.";

fn encoded(text: &str, encoding: &'static Encoding) -> Vec<u8> {
    let (bytes, _, has_errors) = encoding.encode(text);
    assert!(!has_errors, "the test's own text has no place in {}", encoding.name());
    bytes.into_owned()
}

fn opened(bytes: &[u8], name: &str) -> Document {
    read(bytes, name).unwrap_or_else(|error| panic!("{name}: {error:?}"))
}

fn utf_16(text: &str, is_little: bool, has_mark: bool) -> Vec<u8> {
    let mark = has_mark.then_some(0xfeff);
    let units = mark.into_iter().chain(text.encode_utf16());
    units.flat_map(|unit| if is_little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
}

#[test]
fn russian_text_is_read_in_every_encoding_it_is_kept_in() {
    let cases: Vec<(Vec<u8>, &[&str])> = vec![
        (RUSSIAN.as_bytes().to_vec(), &["UTF-8"]),
        ([b"\xef\xbb\xbf", RUSSIAN.as_bytes()].concat(), &["UTF-8"]),
        (encoded(RUSSIAN, WINDOWS_1251), &["windows-1251"]),
        (encoded(&RUSSIAN.replace(['«', '»'], "\""), KOI8_R), &["KOI8-R", "KOI8-U"]),
        (utf_16(RUSSIAN, true, true), &["UTF-16LE"]),
        (utf_16(RUSSIAN, false, true), &["UTF-16BE"]),
        (utf_16(RUSSIAN, true, false), &["UTF-16LE"]),
        (utf_16(RUSSIAN, false, false), &["UTF-16BE"]),
    ];
    for (bytes, names) in cases {
        let document = opened(&bytes, "speech.txt");
        assert_eq!(document.text.replace(['«', '»'], "\""), RUSSIAN.replace(['«', '»'], "\""), "{names:?}");
        assert!(names.contains(&document.encoding.expect("an encoding")), "{:?}", document.encoding);
        assert_eq!((document.kind, document.replaced, document.cut), (Kind::Text, 0, None));
    }
}

#[test]
fn a_page_says_its_encoding_and_saved_pages_say_it_wrongly() {
    let page = |charset: &str| {
        format!("<html><head><meta charset={charset}><title>Речь</title></head><p>{RUSSIAN}</p>")
    };
    let old = r#"<html><head><meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>Ой</p>"#;
    for (bytes, want) in [
        (encoded(&page("windows-1251"), WINDOWS_1251), "windows-1251"),
        (encoded(old, KOI8_R), "KOI8-R"),
        (page("windows-1251").into_bytes(), "UTF-8"),
    ] {
        let document = opened(&bytes, "page");
        assert_eq!(document.encoding, Some(want));
        assert!(document.text == RUSSIAN || document.text == "Ой", "{}", document.text);
    }
    let western = encoded("Der Minister sagte: „Wir bleiben dabei – für immer.“", WINDOWS_1252);
    assert_eq!(opened(&western, "a.txt").text, "Der Minister sagte: „Wir bleiben dabei – für immer.“");
}

#[test]
fn broken_bytes_are_counted_and_the_rest_is_read() {
    let mut bytes = format!("{RUSSIAN} {RUSSIAN}").into_bytes();
    bytes.insert(0, 0xff);
    bytes.push(0xd0);
    let document = opened(&bytes, "a.txt");
    assert_eq!((document.encoding, document.replaced), (Some(UTF_8.name()), 2));
    assert!(document.text.contains(RUSSIAN));
}

#[test]
fn what_is_no_text_is_said_to_be_none() {
    let picture: Vec<u8> =
        b"\x89PNG\r\n\x1a\n".iter().copied().chain((0..4000).map(|n| (n * 7 % 256) as u8)).collect();
    assert_eq!(read(&picture, "a.txt"), Err(Unreadable::NotText));
    assert_eq!(read(b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00", "a.docx"), Err(Unreadable::NotText));
    assert_eq!(read(b"", "a.txt"), Err(Unreadable::Empty));
    assert_eq!(read(b" \r\n \n", "a.txt"), Err(Unreadable::Empty));
    assert_eq!(read(b"<html><script>write('text')</script><div id=app></div>", "a"), Err(Unreadable::NoText));
}

#[test]
fn the_fingerprint_is_that_of_the_standard() {
    // FIPS 180-2, appendix B.1.
    assert_eq!(fingerprint(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

#[test]
fn lines_and_paragraphs_of_plain_text_stay() {
    let document = opened(b"  A title\r\n\r\n\r\nOne line\r\nanother\r\n\x0c\r\nLast", "a.txt");
    assert_eq!(document.text, "  A title\n\nOne line\nanother\n\nLast");
}

fn page(body: &str) -> Document {
    opened(
        format!("<!DOCTYPE html><html><head><title> A &amp;\n B </title></head><body>{body}").as_bytes(),
        "x",
    )
}

#[test]
fn a_page_is_read_as_its_reader_sees_it() {
    let document = page(
        "<style>p{}</style><script>if (a<b) document.write('<p>run</p>')</script><!-- no -->\
         <h1>Speech</h1><p>First&nbsp;&mdash; with <i>some</i> <b>em</b>phasis&#33;<p>Second<br>line\
         <div>Third <span hidden>secret</span><span style='DISPLAY : none'>secret</span>part</div>\
         <ul><li>one<li>two</ul><table><tr><td>a<td>b<tr><td>c<td>d</table><pre>x\n  y\n\nz</pre>\
         <noscript>Shown without scripts</noscript><template>secret</template><svg><title>icon</title></svg>\
         <textarea>secret</textarea>Last<sup>12</sup>.",
    );
    assert_eq!(document.title.as_deref(), Some("A & B"));
    assert_eq!((document.kind, document.encoding), (Kind::Html, Some("UTF-8")));
    assert_eq!(
        document.text,
        "Speech\n\nFirst\u{a0}— with some emphasis!\n\nSecond\nline\n\nThird part\n\none\n\ntwo\n\na\tb\nc\td\n\n\
         x\n  y\n\nz\n\nShown without scripts Last¹²."
    );
}

#[test]
fn words_of_others_have_their_marks_and_blocks_their_places() {
    let document = page(
        "<p>She said: <q> We will <q>never</q> sign </q>.<p>Before<blockquote><p>One.<p>Two.</blockquote>After",
    );
    assert_eq!(document.text, "She said: “We will ‘never’ sign” .\n\nBefore\n\nOne.\n\nTwo.\n\nAfter");
    let blocks: Vec<&str> = document.quoted.iter().map(|block| document.text[block.clone()].trim()).collect();
    assert_eq!(blocks, ["One.\n\nTwo."]);
    let russian = opened("<html lang=ru><p>Она сказала: <q>Нет, <q>никогда</q></q>".as_bytes(), "x.html");
    assert_eq!(russian.text, "Она сказала: «Нет, „никогда“»");
}

#[test]
fn the_frame_of_a_page_is_left_out_but_no_sentence_of_it() {
    let sentence = "This is a whole sentence that somebody said, and it is long enough that nobody would take it for a menu.";
    let document = page(&format!(
        "<header><a href=/>Home</a> <h1>The speech</h1></header><nav><ul><li><a href=a>News</a><li>Contact</ul></nav>\
         <div role=navigation>You are here</div><main><p>Body one, long enough to be the text of this page.</p></main>\
         <aside><p>Related</p><blockquote>We will sign.</blockquote><p>{sentence}</p></aside><p>Body two.</p>\
         <footer>© Norland</footer>"
    ));
    assert_eq!(
        document.text,
        format!(
            "The speech\n\nBody one, long enough to be the text of this page.\n\nWe will sign.\n\n{sentence}\n\nBody two."
        )
    );
}

#[test]
fn no_forgotten_end_tag_costs_the_text() {
    for body in [
        "<nav><a href=a>Menu</a><p>Body text that follows.</p><p>More.</p>",
        "<header>Body text that follows.<p>More.",
        "<div hidden>Body text that follows.<p>More.",
        "<ul><li hidden>secret<li>Body text that follows.</ul><p>More.",
        "<div><p hidden>secret</div>Body text that follows.<p>More.",
        "<p hidden>secret<p>Body text that follows.<p>More.",
        "<input hidden>Body text that follows.<p>More.",
        "<p>Intro.<button>Menu<p>Body text that follows.<p>More.",
        "<p>Intro.<select><option>One<p>Body text that follows.<p>More.",
    ] {
        let text = page(body).text;
        assert!(text.contains("Body text that follows.") && text.contains("More."), "{body}: {text}");
        assert!(!text.contains("secret"), "{body}: {text}");
    }
}

#[test]
fn a_hundred_thousand_boxes_in_each_other_are_a_page_like_any_other() {
    for tag in ["div", "b", "table", "blockquote", "nav", "span hidden", "svg", "sup", "a href=x", "p", "li"]
    {
        let name = tag.split(' ').next().expect("a name");
        let open = format!("<{tag}>").repeat(100_000);
        let close = format!("</{name}>").repeat(100_000);
        assert!(
            page(&format!("<p>Before.</p>{open}deep{close}<p>After.</p>")).text.ends_with("After."),
            "{tag}"
        );
        assert!(page(&format!("<p>Before.</p>{open}deep")).text.starts_with("Before."), "{tag}");
    }
}

/// A PDF of objects, numbered from 1; the first is the catalogue.
fn pdf(objects: &[String], trailer: &str) -> Vec<u8> {
    let mut bytes = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n{object}\nendobj\n", number + 1).bytes());
    }
    let start = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for place in places {
        bytes.extend(format!("{place:010} 00000 n \n").bytes());
    }
    let size = objects.len() + 1;
    bytes.extend(
        format!("trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n").bytes(),
    );
    bytes
}

fn stream(content: &str) -> String {
    format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len())
}

/// Pages that are drawn so, in Helvetica (`F1`) and in a face whose `a`, `b`, `c` are Cyrillic (`F2`).
fn pdf_of(pages: &[&str], trailer: &str) -> Vec<u8> {
    let table = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n\
        1 begincodespacerange <00> <FF> endcodespacerange\n\
        3 beginbfchar <61> <0434> <62> <0430> <63> <00660069> endbfchar\nendcmap end end";
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        String::new(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /ToUnicode 5 0 R >>".to_owned(),
        stream(table),
        "<< /Title (An invented speech) >>".to_owned(),
    ];
    let mut kids = String::new();
    for page in pages {
        let number = objects.len() + 1;
        kids.push_str(&number.to_string());
        kids.push_str(" 0 R ");
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {} 0 R \
             /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>",
            number + 1
        ));
        objects.push(stream(page));
    }
    objects[1] = format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", pages.len());
    pdf(&objects, &format!("/Info 6 0 R {trailer}"))
}

const SPEECH: &str = "BT /F1 12 Tf 14 TL 72 700 Td (We will never test) Tj ( again, and dis-) Tj T* (arma-) Tj T* \
    [(ment) -300 (will) -20 ( come) 80 (.)] TJ 0 -40 Td (A new paragraph) Tj 120 0 Td (far to the right.) Tj ET";

#[test]
fn a_pdf_has_lines_paragraphs_and_pages() {
    let bytes = pdf_of(&[SPEECH, "BT /F2 12 Tf 72 700 Td (aba c) Tj ET"], "");
    let document = opened(&bytes, "speech.bin");
    assert_eq!((document.kind, document.encoding, document.cut), (Kind::Pdf, None, None));
    assert_eq!(document.title.as_deref(), Some("An invented speech"));
    assert_eq!(
        document.text,
        "We will never test again, and dis-\narma-\nment will come.\n\nA new paragraph far to the right.\n\nдад fi"
    );
    let selector = Selector {
        exact: "never test again, and disarmament will come".into(),
        prefix: "".into(),
        suffix: "".into(),
    };
    let found = find(&Folded::new(document.text), &selector);
    assert_eq!(found.passage().map(|passage| passage.stage), Some(Stage::Normalised));
}

#[test]
fn text_that_is_drawn_twice_to_look_bold_is_there_once() {
    let bold = "BT /F1 12 Tf 72 700 Td 2 Tr (Article One) Tj ET BT 72 680 Td 0 Tr (Body) Tj ET BT 72.3 680 Td (Body) Tj ET";
    assert_eq!(opened(&pdf_of(&[bold], ""), "a").text, "Article One\nBody");
}

#[test]
fn a_pdf_without_text_and_an_encrypted_one_are_said_so() {
    assert_eq!(read(&pdf_of(&["0 0 100 100 re f"], ""), "a.pdf"), Err(Unreadable::NoText));
    let key = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    let lock =
        format!("/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{key}> /U <{key}> >>");
    assert_eq!(read(&pdf_of(&[SPEECH], &lock), "a.pdf"), Err(Unreadable::Encrypted));
    let odd = "/ID [<00> <00>] /Encrypt << /Filter /Houseown /V 9 >>";
    assert_eq!(read(&pdf_of(&[SPEECH], odd), "a.pdf"), Err(Unreadable::Encrypted));
    assert_eq!(read(b"%PDF-1.7\nnothing of the kind", "a.pdf"), Err(Unreadable::Damaged));
}

#[test]
fn a_damaged_pdf_is_read_as_far_as_it_goes_or_refused() {
    let whole = pdf_of(&[SPEECH, SPEECH], "");
    // The table of objects is at the end; without it they are looked for.
    let cut = opened(&whole[..whole.len() - 200], "a.pdf");
    assert!(cut.text.starts_with("We will never test again"), "{}", cut.text);
    let mut read_some = 0;
    for end in (0..whole.len()).step_by(7) {
        read_some += usize::from(read(&whole[..end], "a.pdf").is_ok());
    }
    for at in 9..whole.len() {
        let mut other = whole.clone();
        other[at] = other[at].wrapping_add(13);
        // Any answer is right that is one.
        read_some += usize::from(read(&other, "a.pdf").is_ok());
    }
    assert!(read_some > whole.len() / 2, "{read_some}");
}

#[test]
fn a_pdf_whose_parts_hold_each_other_ends() {
    let mut objects: Vec<String> = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> \
         /Font << /F1 6 0 R >> >> >>"
            .to_owned(),
        stream("/X Do BT /F1 12 Tf (Text) Tj ET"),
    ];
    let content = "/X Do ";
    objects.push(format!(
        "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >> /Length {} >>\n\
         stream\n{content}\nendstream",
        content.len()
    ));
    objects.push("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned());
    assert_eq!(opened(&pdf(&objects, ""), "a.pdf").text, "Text");
}

#[test]
fn a_page_that_would_draw_without_end_is_left_out_and_said() {
    let page = |content: usize, form: usize| {
        format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents {content} 0 R \
             /Resources << /XObject << /X {form} 0 R >> /Font << /F1 7 0 R >> >> >>"
        )
    };
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R 5 0 R] /Count 2 >>".to_owned(),
        page(4, 8),
        stream("/X Do BT /F1 12 Tf (Never) Tj ET "),
        page(6, 8 + 20),
        stream("/X Do BT /F1 12 Tf (Next) Tj ET "),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    // Each form draws the next one ten times: ten to the power of twenty in all.
    for number in 8..=28 {
        let content = if number < 28 { "/X Do ".repeat(10) } else { "0 0 1 1 re f ".to_owned() };
        objects.push(format!(
            "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {} 0 R >> >> /Length {} >>\n\
             stream\n{content}\nendstream",
            number + 1,
            content.len()
        ));
    }
    let document = opened(&pdf(&objects, ""), "a.pdf");
    assert_eq!((&*document.text, document.cut), ("Next", Some(Cut::Pages { read: 1, of: 2 })));
}

#[test]
fn brackets_in_brackets_do_not_overflow_the_stack_of_the_pdf_reader() {
    for of in ["[", "<< /A ", "[ << /A ", "( (", "BT [ ("] {
        let deep = of.repeat(200_000);
        let bytes = pdf_of(&[SPEECH, &deep, SPEECH], "");
        assert!(opened(&bytes, "a.pdf").text.ends_with("far to the right."), "{of}");
        let whole = pdf_of(&[SPEECH], &format!("/Info {deep}"));
        // Damaged or not, there is an answer.
        assert!(read(&whole, "a.pdf").map_or_else(|error| error == Unreadable::Damaged, |_| true), "{of}");
    }
}

/// Fifty million bytes of one thing.
fn much(of: &str) -> Vec<u8> {
    of.as_bytes().iter().copied().cycle().take(50_000_000).collect()
}

#[test]
fn fifty_megabytes_of_anything_end() {
    for (start, of) in [
        ("", "word "),
        ("", "слово"),
        ("", "\n"),
        ("", "a"),
        ("<html>", "<div>"),
        ("<html>", "<"),
        ("<html>", "&am"),
        ("<html><p ", "a=b "),
        ("<html><!--", "x"),
        ("<html>", "<nav>x<p>"),
        ("<html>", "<p hidden>x"),
        ("<html><script>", "</scrip"),
        ("%PDF-1.4\n", "1 0 obj\n<< /Type /Page >>\nendobj\n"),
        ("%PDF-1.4\n", "<<[("),
        ("%PDF-1.4\n", "x"),
    ] {
        let bytes = [start.as_bytes(), &much(of)].concat();
        match read(&bytes, "a") {
            Ok(document) => assert_ne!(document.kind, Kind::Pdf, "{start}{of}"),
            Err(error) => assert_ne!(error, Unreadable::NotText, "{start}{of}"),
        }
    }
}

#[test]
fn more_than_is_read_is_said_to_be_cut() {
    let bytes = b"word ".repeat(MOST_BYTES / 5 + 3);
    let document = opened(&bytes, "a.txt");
    assert_eq!(document.cut, Some(Cut::Bytes(bytes.len() - MOST_BYTES)));
}
