//! Copies of sources that are PDFs, made by hand here: their text in the order of a reader, and what must not break the
//! reader of them.
//!
//! All texts here are invented.

use treaty_timeline::document::{
    Cut, Document, Haystack, Kind, MAX_BYTES, MatchKind, Unreadable, find, read,
};
use treaty_timeline::domain::Selector;

fn opened(bytes: &[u8], name: &str) -> Document {
    read(bytes, name).unwrap_or_else(|error| panic!("{name}: {error:?}"))
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

/// Pages that are drawn so, in Helvetica (`F1`) and in a font whose `a`, `b`, `c` are Cyrillic (`F2`).
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
    let found = find(&Haystack::new(document.text), &selector);
    assert_eq!(found.passage().map(|passage| passage.kind), Some(MatchKind::Normalised));
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
fn a_font_whose_letters_are_books_ends_also_where_a_run_is_drawn_again_and_again() {
    let table = format!(
        "begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <41> <{}> endbfchar endcmap",
        "0061".repeat(10_000)
    );
    let run = format!("BT /F1 12 Tf 10 700 Td ({}) Tj ET ", "A".repeat(100));
    let one = format!("BT /F1 12 Tf 10 700 Td ({}) Tj ET ", "A".repeat(100_000));
    // A gigabyte in one run, and two in runs that all say the same in the same place.
    for content in [one, run.repeat(2_000)] {
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R \
             /Resources << /Font << /F1 5 0 R >> >> >>"
                .to_owned(),
            stream(&content),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>".to_owned(),
            stream(&table),
        ];
        let document = opened(&pdf(&objects, ""), "a.pdf");
        assert!(document.text.len() <= MAX_BYTES + 10_000, "{}", document.text.len());
        assert_eq!(document.cut, Some(Cut::Pages { read: 0, of: 1 }));
    }
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

/// A line of text at a place.
fn line(x: u32, y: u32, text: &str) -> String {
    format!("BT /F1 10 Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET ")
}

fn stage(document: &Document, exact: &str) -> Option<MatchKind> {
    let selector = Selector { exact: exact.into(), prefix: "".into(), suffix: "".into() };
    find(&Haystack::new(document.text.as_str()), &selector).passage().map(|passage| passage.kind)
}

#[test]
fn columns_that_are_drawn_row_by_row_are_read_one_after_the_other() {
    let rows = [
        ("The delegation said in the morning", "every word of it for as long as the"),
        ("that the treaty would enter into", "other side keeps it and lets us see"),
        ("force on the same day, whatever the", "that it does. Minister Orvin added"),
        ("weather, and that it would then keep", "nothing to that before the vote."),
    ];
    let heading = line(60, 760, "A heading that goes over both of the columns and stands above them both");
    let text = |rows: &[(&str, &str)]| -> String {
        let row = |(place, (left, right)): (usize, &(&str, &str))| {
            let y = 740 - 14 * place as u32;
            [line(60, y, left), line(320, y, right)].concat()
        };
        rows.iter().enumerate().map(row).collect()
    };
    let page = [heading, text(&rows)].concat();
    let document = opened(&pdf_of(&[page.as_str()], ""), "a.pdf");
    let (left, right): (Vec<&str>, Vec<&str>) = rows.into_iter().unzip();
    let heading = "A heading that goes over both of the columns and stands above them both";
    assert_eq!(document.text, format!("{heading}\n\n{}\n{}", left.join("\n"), right.join("\n")));
    let over_both = "it would then keep every word of it for as long as the other side keeps it";
    assert_eq!(stage(&document, over_both), Some(MatchKind::Normalised));

    // The cells of a table belong to their row.
    let table = [("Norland", "12 of 40"), ("Ostby", "7 of 19"), ("Zembla", "none"), ("Arland", "3 of 8")];
    let document = opened(&pdf_of(&[text(&table).as_str()], ""), "a.pdf");
    assert_eq!(document.text, "Norland 12 of 40\nOstby 7 of 19\nZembla none\nArland 3 of 8");
}

#[test]
fn letters_that_are_set_wide_are_words() {
    let spaced = "BT /F1 10 Tf 14 TL 60 740 Td 3 Tc (Ms Arle said: We will ratify.) Tj T* \
        0 Tc 8 Tw (Ms Arle said: We will not ratify.) Tj T* 0 Tw \
        [(T) -300 (R) -300 (E) -300 (A) -300 (T) -300 (Y) -900 (N) -300 (O) -300 (W)] TJ T* \
        (Annexes A B C D E F and G) Tj ET";
    assert_eq!(
        opened(&pdf_of(&[spaced], ""), "a.pdf").text,
        "Ms Arle said: We will ratify.\nMs Arle said: We will not ratify.\nTREATY NOW\nAnnexes A B C D E F and G"
    );
}

/// A line whose letters are so many thousandths of the font size apart, but for what is lost where positions are rounded.
fn set_apart(text: &str, thousandths: i32) -> String {
    let rounded = [0, 9, -8, 4, -5, 7].into_iter().cycle();
    let letters = std::iter::zip(text.chars(), rounded)
        .map(|(letter, more)| format!("({letter}) {}", -(thousandths + more)));
    format!("[{}] TJ T* ", letters.collect::<Vec<_>>().join(" "))
}

#[test]
fn letters_that_are_set_apart_by_a_few_points_are_words_at_any_size() {
    // The last line has too few letters to tell by itself.
    let lines = ["Mr Orvin said on the last day: we will", "ratify it in May, if they do so", "too."];
    for size in [8, 10, 11, 12] {
        for points in 1..=5 {
            let drawn: String = lines.iter().map(|line| set_apart(line, 1000 * points / size)).collect();
            let page = format!("BT /F1 {size} Tf {} TL 60 740 Td {drawn} ET", size + 4);
            let document = opened(&pdf_of(&[page.as_str()], ""), "a.pdf");
            assert_eq!(document.text, lines.join("\n"), "{points} points at a size of {size}");
        }
    }
}

#[test]
fn the_number_of_a_note_does_not_run_into_its_word() {
    let note = "BT /F1 11 Tf 60 740 Td (The limits of 2010) Tj 5 Ts /F1 6 Tf (12) Tj 0 Ts /F1 11 Tf \
        ( hold) Tj ET BT /F1 6 Tf 60 104 Td (12) Tj 7 -4 Td /F1 8 Tf (Treaty of 8 April 2010) Tj ET";
    let document = opened(&pdf_of(&[note], ""), "a.pdf");
    assert_eq!(document.text, "The limits of 2010¹² hold\n\n¹²Treaty of 8 April 2010");
    assert_eq!(stage(&document, "The limits of 2010 hold"), Some(MatchKind::Normalised));
}

#[test]
fn a_sentence_goes_on_over_the_end_of_a_page_and_its_number() {
    let lines =
        ["One side said that the", "other had never said so", "and that in any case", "the treaty enters"];
    let page: String = (0_u32..).zip(lines).map(|(place, text)| line(60, 740 - 12 * place, text)).collect();
    let next = line(60, 740, "into force today, as both sides wished.");
    let page = [page, line(300, 60, "- 12 -")].concat();
    let document = opened(&pdf_of(&[page.as_str(), next.as_str()], ""), "a.pdf");
    assert_eq!(document.text, format!("{}\ninto force today, as both sides wished.", lines.join("\n")));
    assert_eq!(stage(&document, "the treaty enters into force today"), Some(MatchKind::Normalised));
}
