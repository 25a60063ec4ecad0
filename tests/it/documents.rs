//! Copies of sources: encodings, pages of the web, and what must not break the reader.
//!
//! All texts here are invented.

use encoding_rs::{
    BIG5, EUC_KR, Encoding, GBK, ISO_8859_2, KOI8_R, SHIFT_JIS, UTF_8, WINDOWS_1251, WINDOWS_1252,
};
use treaty_timeline::document::{Cut, Document, Kind, MAX_BYTES, Unreadable, fingerprint, read};

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

/// Texts of ordinary length in encodings that their letters alone have to tell.
fn in_old_encodings() -> [(&'static Encoding, &'static str); 8] {
    [
        (
            SHIFT_JIS,
            "外務大臣は記者会見で、「わが国は条約を守り、核兵器を持ち込ませないという原則を今後も守っていく」と述べた。\
             国会は来月、この条約の批准を審議する。",
        ),
        (
            GBK,
            "外交部发言人在记者会上表示：“我们遵守条约，不首先使用核武器，也不威胁任何国家。”条约将于明年九月生效。",
        ),
        (
            EUC_KR,
            "외무장관은 기자회견에서 우리는 조약을 지키고 핵무기를 들여오지 않을 것이라고 말했다. \
             국회는 다음 달 조약의 비준을 심의한다",
        ),
        (
            BIG5,
            "外交部發言人在記者會上表示：「我們遵守條約，不首先使用核武器，也不威脅任何國家。」條約將於明年九月生效。",
        ),
        (
            WINDOWS_1251,
            "Министр Орвин заявил, что договор остаётся в силе. Корреспонденты записали каждое слово.",
        ),
        (KOI8_R, "Министр Орвин заявил, что договор остаётся в силе. Корреспонденты записали каждое слово."),
        (
            ISO_8859_2,
            "Minister oświadczył, że układ wejdzie w życie w przyszłym miesiącu, a żołnierze pozostaną na miejscu.",
        ),
        (
            WINDOWS_1252,
            "Le ministre a déclaré que le traité entrerait en vigueur après l’été, et que la délégation resterait à Genève.",
        ),
    ]
}

#[test]
fn letters_tell_the_encoding_of_a_text_of_ordinary_length() {
    for (encoding, text) in in_old_encodings() {
        let document = opened(&encoded(text, encoding), "speech.txt");
        let name = document.encoding.expect("an encoding");
        assert_eq!((&*document.text, document.replaced), (text, 0), "{} as {name}", encoding.name());
        // They differ in letters of Ukrainian and in lines that frame tables.
        assert!(name == encoding.name() || (encoding == KOI8_R && name == "KOI8-U"), "{name}");
    }
}

#[test]
fn a_character_that_the_end_cuts_through_does_not_hide_the_encoding() {
    for (encoding, text) in in_old_encodings() {
        // Longer than what is examined, which ends in the middle of a character for some of these.
        for shift in 0..3 {
            let long = format!("{}{}", "x".repeat(shift), text.repeat(300_000 / text.chars().count()));
            let document = opened(&encoded(&long, encoding), "speech.txt");
            assert!(document.text == long, "{} as {:?}, {shift}", encoding.name(), document.encoding);
        }
        if encoding.is_single_byte() {
            continue;
        }
        // A file that was cut off.
        let mut bytes = encoded(text, encoding);
        bytes.pop();
        let document = opened(&bytes, "speech.txt");
        let whole: String = text.chars().take(text.chars().count() - 1).collect();
        assert_eq!(
            (document.text, document.replaced),
            (format!("{whole}\u{fffd}"), 1),
            "{}",
            encoding.name()
        );
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
fn a_page_that_says_utf_8_of_other_bytes_is_guessed() {
    for (label, encoding) in [("utf-8", WINDOWS_1251), ("utf-16", WINDOWS_1251), ("iso-2022-kr", KOI8_R)] {
        let text = RUSSIAN.replace(['«', '»'], "\"");
        let page = format!("<html><head><meta charset=\"{label}\"><title>Речь</title></head><p>{text}</p>");
        let document = opened(&encoded(&page, encoding), "page.html");
        assert_eq!((document.title.as_deref(), &*document.text), (Some("Речь"), &*text), "{label}");
        assert_eq!(document.replaced, 0);
    }
}

#[test]
fn an_odd_last_byte_is_counted_and_a_character_that_is_cut_through_is_not() {
    for is_little in [true, false] {
        for has_mark in [true, false] {
            let mut bytes = utf_16(RUSSIAN, is_little, has_mark);
            bytes.push(b'x');
            let document = opened(&bytes, "a.txt");
            assert_eq!((document.replaced, document.text), (1, format!("{RUSSIAN}\u{fffd}")));
        }
    }
    // A letter of two bytes stands across the end of what is read.
    let bytes = format!("x{}", "я".repeat(MAX_BYTES / 2 + 1)).into_bytes();
    let document = opened(&bytes, "a.txt");
    assert_eq!((document.replaced, document.cut), (0, Some(Cut::Bytes(3))));
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
fn a_page_that_nobody_gave_a_title_is_called_as_its_heading_says() {
    let page = |title: &str, body: &str| {
        let page =
            format!("<!DOCTYPE html><html><head><title>{title}</title></head><body>{body}<p>Some words.");
        opened(page.as_bytes(), "x").title
    };
    assert_eq!(page("Untitled Document", "<h1>A speech</h1>").as_deref(), Some("A speech"));
    assert_eq!(page("Microsoft Word - x.doc", ""), None);
    assert_eq!(page("Remarks", "<h1>A speech</h1>").as_deref(), Some("Remarks"));
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
    let bytes = b"word ".repeat(MAX_BYTES / 5 + 3);
    let document = opened(&bytes, "a.txt");
    assert_eq!(document.cut, Some(Cut::Bytes(bytes.len() - MAX_BYTES)));
}
