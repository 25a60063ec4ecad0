//! Pictures on paper: PDFs are read again, and have what the scene has, in the order of reading; nothing is cropped.

use std::path::Path;
use std::process::{Command as Program, Output};
use std::sync::Arc;

use hayro_interpret::font::GlyphRun;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::kurbo::{Affine, BezPath, Rect as KurboRect, Shape as _};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, RenderContent, SoftMask, interpret_page,
};

use crate::common::{seven, synthetic, world_of};

use treaty_timeline::diagnostics::WriteProblem;
use treaty_timeline::document;
use treaty_timeline::export::{Metadata, to_pdf, to_svg};
use treaty_timeline::session::{
    PageFit, PictureChoice, PictureLanes, PicturePeriod, PictureTheme, Preferences, Session, World,
};
use treaty_timeline::timeline::{
    BundledFonts, Drawing, LegendBlock, Palette, Paper, Pos, Shape, Sheet, SheetPart, SheetRole, Sheets,
};

fn session_of(world: World) -> Session {
    Session::new(Arc::new(world), Preferences::default(), None)
}

fn bare() -> PictureChoice {
    PictureChoice { has_legend: false, has_caption: false, has_table: false, ..PictureChoice::default() }
}

fn sheets(session: &Session, choice: &PictureChoice) -> Sheets {
    session.picture_sheets(choice, &BundledFonts::default()).expect("it has room")
}

fn pdf_of(sheets: &Sheets) -> Vec<u8> {
    let pdf = to_pdf(sheets, "en", &Metadata::default(), &|_| true).expect("it can be written");
    assert!(pdf.is_accessible, "it is PDF/UA-1");
    assert_eq!(pdf.missing, "");
    pdf.bytes
}

/// Keeps the middles and sizes of filled paths.
#[derive(Default)]
struct Filled(Vec<KurboRect>);

impl<'a> Device<'a> for Filled {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        if matches!(mode, DrawMode::Fill(_) | DrawMode::FillAndStroke(..)) {
            self.0.push(props.transform.transform_rect_bbox(path.bounding_box()));
        }
    }
    fn draw_glyph_run(&mut self, _: &GlyphRun<'_, 'a>, _: DrawProps<'a>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

/// The filled paths of each page, from its top left.
fn filled(bytes: &[u8], height: f64) -> Vec<Vec<KurboRect>> {
    let pdf = Pdf::new(bytes.to_vec()).expect("a PDF");
    let cache = InterpreterCache::new();
    let page = |page| {
        let settings =
            InterpreterSettings { render_content: RenderContent::PAGE, ..InterpreterSettings::default() };
        let flip = Affine::new([1.0, 0.0, 0.0, -1.0, 0.0, height]);
        let mut context =
            Context::new(flip, KurboRect::new(0.0, 0.0, 1.0, 1.0), &cache, pdf.xref(), settings);
        let mut device = Filled::default();
        interpret_page(page, &mut context, &mut device);
        device.0
    };
    pdf.pages().iter().map(page).collect()
}

/// The middles of the circles and polygons of a sheet: the marks of events.
fn marks(sheets: &Sheets, sheet: usize) -> Vec<Pos> {
    let parts = sheets.sheets[sheet].parts.iter();
    let figures = parts.filter(|part| matches!(part.role, SheetRole::Figure(_)));
    let mut marks = Vec::new();
    for layer in figures.flat_map(|part| part.layers(Pos::default(), 1.0)) {
        for shape in &layer.shapes {
            if let Shape::Circle { at, fill: Some(_), .. } = shape
                && layer.clip.contains(*at)
            {
                marks.push(*at);
            }
        }
    }
    marks
}

#[test]
fn a_pdf_has_the_marks_of_the_scene_where_the_scene_has_them() {
    let session = session_of(seven());
    let choice = PictureChoice { period: PicturePeriod::Whole, ..bare() };
    let sheets = sheets(&session, &choice);
    assert_eq!(sheets.sheets.len(), 1);
    let pdf = pdf_of(&sheets);
    let pages = filled(&pdf, f64::from(sheets.sheets[0].size.height));
    let marks = marks(&sheets, 0);
    assert!(marks.len() > 20, "{}", marks.len());
    for mark in &marks {
        let is_there = |rect: &KurboRect| {
            let middle = rect.center();
            (middle.x - f64::from(mark.x)).abs() < 0.1 && (middle.y - f64::from(mark.y)).abs() < 0.1
        };
        assert!(pages[0].iter().any(is_there), "{mark:?}");
    }
    let scene = session.whole_picture_scene(&choice, 1440.0, &BundledFonts::default());
    let drawn: usize = scene.lanes.iter().flat_map(|lane| &lane.events).map(|mark| mark.count).sum();
    let lanes = scene.lanes.iter().map(|lane| session.index().lane(lane.treaty).events.len());
    assert_eq!(drawn, lanes.sum::<usize>(), "every event of the whole period stands in a mark");
    let svg = to_svg(&scene, &LegendBlock::default(), Palette::Light);
    let drawing = Drawing::of(&scene);
    let circles: Vec<Pos> =
        drawing.layers.iter().flat_map(|layer| &layer.shapes).filter_map(middle).collect();
    let in_svg: Vec<Pos> = svg.split("<circle").skip(1).map(circle_of_svg).collect();
    assert_eq!(in_svg.len(), circles.len());
    for (svg, scene) in std::iter::zip(&in_svg, &circles) {
        assert!((svg.x - scene.x).abs() < 0.06 && (svg.y - scene.y).abs() < 0.06, "{svg:?} {scene:?}");
    }
}

fn middle(shape: &Shape) -> Option<Pos> {
    match shape {
        Shape::Circle { at, .. } => Some(*at),
        _ => None,
    }
}

/// The middle of a circle, from what follows the name of its element.
fn circle_of_svg(element: &str) -> Pos {
    let value = |name: &str| {
        let (_, rest) = element.split_once(name).expect("an attribute");
        rest.split('"').next().unwrap().parse().expect("a number")
    };
    Pos { x: value(" cx=\""), y: value(" cy=\"") }
}

#[test]
fn the_first_and_the_last_event_are_on_the_pages_of_a_timeline_forty_times_as_wide() {
    let event = |id: &str, date: &str| {
        format!(
            r#"{{"id":"{id}","treaty":"T","type":"meeting","title":"{id}","dates":[{{"edtf":"{date}","source":"S"}}]}}"#
        )
    };
    let world = world_of(&format!(
        r#"{{"format":"treaty-timeline/1","title":"Two","sources":[{{"id":"S","title":"A source"}}],
        "treaties":[{{"id":"T","name":"Long talks","category":"Talks","nature":"topic"}}],"events":[{},{}]}}"#,
        event("first", "1900-01-01"),
        event("last", "2020-12-31")
    ));
    let session = session_of(world);
    let choice = PictureChoice { fit: PageFit::Pages, across: 40, period: PicturePeriod::Whole, ..bare() };
    let sheets = sheets(&session, &choice);
    assert_eq!(sheets.sheets.len(), 40);
    let shapes = |sheet: usize| -> Vec<Shape> {
        let parts = sheets.sheets[sheet].parts.iter();
        let figures = parts.filter(|part| matches!(part.role, SheetRole::Figure(_)));
        figures.flat_map(|part| part.layers(Pos::default(), 1.0)).flat_map(|layer| layer.shapes).collect()
    };
    // Right of the lane headers, where every lane has a dot.
    let plot = |at: &Pos| at.x > 215.0;
    let is_mark = |shape: &Shape| match shape {
        Shape::Circle { at, .. } => plot(at),
        Shape::Polygon { points, .. } => points.iter().all(plot),
        _ => false,
    };
    let has_mark = |sheet: usize| shapes(sheet).iter().any(is_mark);
    let marked: Vec<usize> = (0..40).filter(|&sheet| has_mark(sheet)).collect();
    // There is a little air before the first event and after the last.
    assert!(marked.first() < Some(&3) && marked.last() > Some(&36) && !(5..35).any(has_mark), "{marked:?}");
    let is_named = |shape: &Shape| matches!(shape, Shape::Text { text, .. } if text == "Long talks");
    assert!(
        (0..40).all(|sheet| shapes(sheet).iter().any(is_named)),
        "each page repeats the names of its lanes"
    );
    pdf_of(&sheets);
}

#[test]
fn tiles_leave_nothing_of_the_poster_out() {
    let session = session_of(seven());
    let one = PictureChoice { paper: Paper::A2, period: PicturePeriod::Whole, ..bare() };
    let poster = sheets(&session, &one);
    let tiled = sheets(&session, &PictureChoice { fit: PageFit::Tiles, ..one });
    let shapes = |part: &SheetPart| part.drawing.layers.iter().map(|layer| layer.shapes.len()).sum::<usize>();
    let largest = |sheet: &Sheet| sheet.parts.iter().max_by_key(|part| shapes(part)).cloned();
    let whole = largest(&poster.sheets[0]).unwrap();
    let places: Vec<SheetPart> =
        tiled.sheets.iter().filter_map(largest).filter(|part| shapes(part) == shapes(&whole)).collect();
    assert!(tiled.sheets.len() >= 4, "{}", tiled.sheets.len());
    let (mut x, mut y) = (whole.clip.left + 1.0, whole.clip.top + 1.0);
    while y < whole.clip.bottom {
        let is_on = |part: &SheetPart| {
            let at = Pos { x: x - whole.at.x + part.at.x, y: y - whole.at.y + part.at.y };
            part.clip.contains(at)
        };
        assert!(places.iter().any(is_on), "{x} {y}");
        x += 17.0;
        if x > whole.clip.right - 1.0 {
            (x, y) = (whole.clip.left + 1.0, y + 17.0);
        }
    }
    pdf_of(&tiled);
}

#[test]
fn a_pdf_is_read_in_order_and_has_every_event_in_its_table() {
    let session = session_of(seven());
    let choice = PictureChoice { period: PicturePeriod::Whole, ..PictureChoice::default() };
    let bytes = pdf_of(&sheets(&session, &choice));
    let text = document::read(&bytes, "seven.pdf").expect("it has text").text;
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = words(&text);
    let place = |said: &str| text.find(said).unwrap_or_else(|| panic!("{said}"));
    let title = place(session.world.dataset.title());
    assert!(
        title < place("Events and statements")
            && place("Events and statements") < text.rfind("Sources").unwrap_or(0)
    );
    let compact: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    for event in session.world.dataset.events() {
        let title: String = event.title.chars().filter(|c| !c.is_whitespace()).collect();
        assert!(compact.contains(&title), "{title}");
    }
    let print = PictureChoice { theme: PictureTheme::Print, ..choice };
    assert_eq!(pdf_of(&sheets(&session, &print)), pdf_of(&sheets(&session, &print)), "no clock is in it");
}

#[test]
fn what_has_no_room_is_refused_and_said() {
    let fonts = BundledFonts::default();
    let session = session_of(world_of(&synthetic(10_000, 1)));
    let problem =
        |choice: &PictureChoice| session.picture_sheets(choice, &fonts).map(|sheets| sheets.sheets.len());
    assert!(matches!(problem(&bare()), Err(WriteProblem::PageTooSmall(n)) if n >= 10_000));
    let pages = PictureChoice { fit: PageFit::Pages, across: 60, ..bare() };
    assert!(matches!(problem(&pages), Err(WriteProblem::TooManyPages(..))));
    let none = PictureChoice { lanes: PictureLanes::Selection, ..bare() };
    assert_eq!(problem(&none), Err(WriteProblem::NoLanes));
}

#[test]
fn strange_titles_are_written_and_what_no_font_has_is_named() {
    let session = session_of(seven());
    let title = "مرحبا <script>alert(1)</script> \u{10fffd} & more".to_owned();
    let choice = PictureChoice { title: Some(title), ..bare() };
    let pdf =
        to_pdf(&sheets(&session, &choice), "en", &Metadata::default(), &|_| true).expect("it is written");
    assert!(pdf.missing.contains('\u{10fffd}'), "{:?}", pdf.missing);
    let empty = PictureChoice { title: Some(" ".to_owned()), ..bare() };
    assert_eq!(sheets(&session, &empty).title, "Timeline");
}

fn run(args: &[&str]) -> Output {
    let mut program = Program::new(env!("CARGO_BIN_EXE_treaty-timeline"));
    program.env("LC_ALL", "C").env_remove("LANGUAGE").env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
    program.args(args).output().unwrap()
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn the_command_line_draws_pages_and_draws_them_again() {
    let folder = tempfile::tempdir().unwrap();
    for (name, more) in [
        ("one.pdf", &["--lanes", "INF,NEWSTART", "--from", "1985", "--to", "2026", "--theme", "print"][..]),
        ("tiles.pdf", &["--paper", "a3", "--tiles", "--no-table", "--no-sources"]),
        ("pages.pdf", &["--portrait", "--across", "3", "--lanes", "INF", "--title", "Three, across"]),
        ("caption.svg", &["--lanes", "INF", "--sources", "--title", "INF"]),
    ] {
        let out = folder.path().join(name);
        let output = run(&[&["render", "--out", path(&out)], more].concat());
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(0), "{name}: {said}");
        let first = std::fs::read(&out).unwrap();
        let metadata = Metadata::of_picture(&first).expect("it says what it shows");
        assert!(metadata.view.starts_with("treaty-timeline:view?") && metadata.drawn.contains("print="));
        let again = folder.path().join(format!("again-{name}"));
        let output = run(&["render", "--out", path(&again), "--like", path(&out)]);
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        assert!(std::fs::read(&again).unwrap() == first, "{name} is another picture");
    }
    let output = run(&["render", "--out", path(&folder.path().join("x.pdf")), "--lanes", "INF,nothing"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("nothing"));
}

/// The sizes of the letters on the sheets, in points of the paper.
fn letters(sheets: &Sheets) -> impl Iterator<Item = (f32, &str)> {
    let parts = sheets.sheets.iter().flat_map(|sheet| &sheet.parts);
    parts.flat_map(|part| {
        let shapes = part.drawing.layers.iter().flat_map(|layer| &layer.shapes);
        shapes.filter_map(|shape| match shape {
            Shape::Text { size, text, .. } => Some((size * part.scale, text.as_str())),
            _ => None,
        })
    })
}

#[test]
fn no_letter_on_a_narrow_page_is_smaller_than_six_points() {
    let session = session_of(seven());
    for fit in [PageFit::OnePage, PageFit::Pages] {
        let choice = PictureChoice {
            fit,
            is_landscape: false,
            period: PicturePeriod::Whole,
            ..PictureChoice::default()
        };
        let sheets = sheets(&session, &choice);
        for (size, text) in letters(&sheets) {
            assert!(size >= 6.0, "{fit:?}: {size} points: {text}");
        }
        pdf_of(&sheets);
    }
}

#[test]
fn legend_and_caption_stand_under_the_last_lanes_where_there_is_room() {
    let session = session_of(seven());
    let lanes = session.world.dataset.treaties().iter().take(2);
    let ids = lanes.filter_map(|treaty| session.world.dataset.find_treaty(&treaty.key)).collect();
    let choice = PictureChoice {
        fit: PageFit::Pages,
        lanes: PictureLanes::These(ids),
        has_table: false,
        has_caption: false,
        period: PicturePeriod::Whole,
        ..PictureChoice::default()
    };
    let sheets = sheets(&session, &choice);
    assert_eq!(sheets.sheets.len(), 1, "lanes and legend share a page");
    let parts = &sheets.sheets[0].parts;
    let figure = parts.iter().find(|part| matches!(part.role, SheetRole::Figure(_))).unwrap();
    let legend = parts.iter().rfind(|part| part.role == SheetRole::Paragraph).unwrap();
    assert!(legend.clip.top >= figure.clip.bottom, "the legend lies on no lane");
}

#[test]
fn the_numbers_of_sources_stand_at_the_marks_on_paper_and_on_nothing_else() {
    let session = session_of(seven());
    let choice = PictureChoice { period: PicturePeriod::Whole, ..PictureChoice::default() };
    let is_number = |text: &str| text.chars().all(|c| c.is_ascii_digit() || ",…".contains(c)) && text != "…";
    let count = |choice: &PictureChoice| {
        let sheets = sheets(&session, choice);
        letters(&sheets).filter(|(_, text)| is_number(text)).count()
    };
    let without = count(&PictureChoice { has_numbers: false, ..choice.clone() });
    assert!(count(&choice) > without + 5, "{} and {without}", count(&choice));
    let scene = session.whole_picture_scene(
        &PictureChoice { has_caption: true, ..choice.clone() },
        1440.0,
        &BundledFonts::default(),
    );
    let first = |id: &str| {
        scene.lanes.iter().find(|lane| session.world.dataset.treaty(lane.treaty).key.as_ref() == id)
    };
    assert!(first("INF").is_some_and(|lane| !lane.numbers.is_empty()));
    for lane in &scene.lanes {
        let covered = lane.numbers.iter().map(|number| number.rect());
        for rect in covered {
            let meets = |label: &treaty_timeline::timeline::Label| {
                let other = label.rect();
                rect.left < other.right
                    && other.left < rect.right
                    && rect.top + 3.0 < other.bottom
                    && other.top < rect.bottom
            };
            assert!(
                !lane.labels.iter().any(|label| meets(label) && label.at.y == rect.bottom),
                "{}",
                lane.name
            );
        }
    }
}
