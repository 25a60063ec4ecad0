//! The exported page: its script places and counts the marks as the window does, it holds what is shown and nothing else, no
//! text in it is live, and it is as small as it should be. `script/check-page` looks at it in a browser.

use std::io::{Seek as _, Write as _};
use std::process::{Command as Program, Output, Stdio};
use std::sync::Arc;

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use serde_json::Value;

use crate::common::window::{choose, press, session as shown, start};
use crate::common::{bundled, seven, world_of};

use treaty_timeline::domain::{EventId, Moment, StatementId};
use treaty_timeline::export::{Metadata, PageInput, PageStep, to_page};
use treaty_timeline::session::{
    Action, Command, Preferences, SelectionCommand, Session, ViewArguments, ViewCommand, World,
};
use treaty_timeline::timeline::{
    BundledFonts, PlanInput, Scene, Selection, Size, Subject, TimeView, View, plan,
};

const LAYOUT: &str = include_str!("../../assets/page/layout.js");

fn session_of(world: World, link: &str) -> Session {
    let mut session = Session::new(Arc::new(world), Preferences::default(), None);
    let link = (!link.is_empty()).then(|| format!("treaty-timeline:view?{link}"));
    let view = ViewArguments { link, ..ViewArguments::default() };
    session.open_view(&view).unwrap();
    session
}

fn page_of(session: &Session, trail: &[PageStep<'_>]) -> String {
    to_page(&PageInput {
        dataset: &session.world.dataset,
        title: session.world.dataset.title(),
        index: session.index(),
        rows: &session.rows_for_export(f64::INFINITY),
        hidden: &session.hidden_lanes(),
        view: session.view.current,
        limits: session.world.limits,
        status_date: session.law.status.as_ref().map(|status| (status.day, status.states())),
        selection: session.selection.selected,
        trail,
        language: session.language(),
        is_dark: None,
        has_high_contrast: false,
        metadata: &Metadata { view: session.view_link(), ..Metadata::default() },
    })
}

/// The data in a page.
fn data_of(page: &str) -> Value {
    let (_, rest) = page.split_once("<script type=\"application/json\" id=\"data\">").unwrap();
    serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap()
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().unwrap()
}

/// What the script of the page makes of its data at these widths and times; `None` where there is no Node.
fn laid_out(data: &Value, cases: &[(f32, TimeView)]) -> Option<Vec<Value>> {
    let cases: Vec<Value> = cases
        .iter()
        .map(|(width, time)| serde_json::json!([width, {"start": time.start, "span": time.span}]))
        .collect();
    let run = "const d=JSON.parse(require('fs').readFileSync(0,'utf8'));\
               console.log(JSON.stringify(d.cases.map(([w,t])=>Layout.dump(d.data,w,t))));";
    let mut input = tempfile::tempfile().unwrap();
    input.write_all(serde_json::json!({"data": data, "cases": cases}).to_string().as_bytes()).unwrap();
    input.rewind().unwrap();
    let mut node = Program::new("node");
    let Ok(output) = node.args(["-e", &format!("{LAYOUT}\n{run}")]).stdin(Stdio::from(input)).output() else {
        let is_required = std::env::var_os("TREATY_TIMELINE_NODE").is_some();
        assert!(!is_required, "there is no Node, and TREATY_TIMELINE_NODE says that there has to be");
        // Not caught as what a test prints: it is to be read where the test passes.
        let word = "\n*** NOT TRIED, for there is no Node: the script of the page ***\n";
        std::io::stderr().write_all(word.as_bytes()).unwrap();
        return None;
    };
    assert!(output.status.success(), "the script of the page fails");
    Some(serde_json::from_slice(&output.stdout).unwrap())
}

fn scene_of(session: &Session, width: f32, time: TimeView) -> Scene {
    let rows = session.rows_for_export(f64::INFINITY);
    plan(&PlanInput {
        dataset: &session.world.dataset,
        index: session.index(),
        bulk: None,
        rows: &rows,
        view: View { time, scroll: 0.0 },
        size: Size { width, height: Scene::height_of(&rows) },
        selection: Selection::Nothing,
        several: &[],
        time_range: None,
        today: None,
        status_date: None,
        hits: None,
        previous_dates: None,
        strings: session.strings(),
        measure: &BundledFonts::default(),
    })
}

/// Numbers that differ in a page and in a scene by more than rounding.
fn assert_near(page: &Value, scene: &[Vec<f64>], what: &str) {
    let page: Vec<Vec<f64>> = serde_json::from_value(page.clone()).unwrap();
    assert_eq!(page.len(), scene.len(), "{what}: {page:?} in the page, {scene:?} in the window");
    for (a, b) in page.iter().flatten().zip(scene.iter().flatten()) {
        assert!((a - b).abs() < 0.01, "{what}: {page:?} in the page, {scene:?} in the window");
    }
}

fn assert_same(session: &Session, widths: &[f32], times: &[TimeView]) {
    let data = data_of(&page_of(session, &[]));
    let cases: Vec<(f32, TimeView)> =
        widths.iter().flat_map(|&width| times.iter().map(move |&time| (width, time))).collect();
    // Without Node the script is not run here, but by `script/check-page`.
    let Some(all) = laid_out(&data, &cases) else { return };
    let dataset = &session.world.dataset;
    let at_of = |subject: Subject| match subject {
        Subject::Event(id) => dataset.event(id).at(),
        Subject::Statement(id) => dataset.statement(id).date.anchor(),
        Subject::Bulk(_) => Moment::MIN,
    };
    for ((width, time), page) in std::iter::zip(cases, all) {
        let scene = scene_of(session, width, time);
        let lanes = list(&page, "lanes");
        assert_eq!(lanes.len(), scene.lanes.len(), "lanes");
        for (lane, planned) in std::iter::zip(lanes, &scene.lanes) {
            let what = |what: &str| format!("{what} of {} at {width}, {time:?}", planned.name);
            let mark = |mark: &treaty_timeline::timeline::Mark| vec![f64::from(mark.at.x), mark.count as f64];
            let marks = |key: &str| {
                Value::Array(
                    list(lane, key).iter().map(|mark| serde_json::json!([mark[0], mark[1]])).collect(),
                )
            };
            assert_near(
                &marks("events"),
                &planned.events.iter().map(mark).collect::<Vec<_>>(),
                &what("events"),
            );
            assert_near(
                &marks("quotes"),
                &planned.statements.iter().map(mark).collect::<Vec<_>>(),
                &what("quotes"),
            );
            // The sign of a cluster is that of the same item.
            for (key, of_data, planned) in
                [("events", "events", &planned.events), ("quotes", "quotes", &planned.statements)]
            {
                for (mark, planned) in std::iter::zip(list(lane, key), planned) {
                    let number = mark[2].as_u64().unwrap() as usize;
                    assert_eq!(
                        list(&data, of_data)[number][0],
                        at_of(planned.subject).secs(),
                        "{}",
                        what(key)
                    );
                }
            }
            let sides = |left: f32, right: f32| vec![f64::from(left), f64::from(right)];
            let bars = list(lane, "bars").iter().map(|bar| serde_json::json!([bar[1], bar[2]])).collect();
            let planned_bars: Vec<_> = planned.bars.iter().map(|bar| sides(bar.left, bar.right)).collect();
            assert_near(&Value::Array(bars), &planned_bars, &what("bars"));
            for (bar, planned) in std::iter::zip(list(lane, "bars"), &planned.bars) {
                let kind = &data["phases"][bar[0].as_u64().unwrap() as usize];
                assert_eq!(*kind, format!("{:?}", planned.kind), "{}", what("bars"));
            }
            let notices: Vec<_> = planned.notices.iter().map(|one| sides(one.left, one.right)).collect();
            assert_near(&lane["notices"], &notices, &what("notices"));
            let spans = planned.spans.iter();
            let spans: Vec<_> = spans
                .map(|span| {
                    [sides(span.left, span.right), vec![f64::from(span.y - planned.rect.top)]].concat()
                })
                .collect();
            assert_near(&lane["spans"], &spans, &what("spans"));
            let bands: Vec<_> = planned
                .bands
                .iter()
                .map(|band| [vec![f64::from(band.look as u8)], sides(band.left, band.right)].concat())
                .collect();
            assert_near(&lane["bands"], &bands, &what("bands"));
            let other_dates: Vec<_> =
                planned.alternative_dates.iter().map(|date| sides(date.from.x, date.to.x)).collect();
            assert_near(&lane["otherDates"], &other_dates, &what("otherDates"));
        }
        let first = scene.plot.left - 1.0;
        let scale = scene.scale(time);
        let ticks: Vec<(i64, bool)> = serde_json::from_value::<Vec<(f64, bool)>>(page["ticks"].clone())
            .unwrap()
            .into_iter()
            .map(|(at, is_labelled)| (at as i64, is_labelled))
            .filter(|&(at, _)| scale.x_of(Moment::from_secs(at)) as f32 >= first)
            .collect();
        let planned: Vec<(i64, bool)> =
            scene.ticks.iter().map(|tick| (tick.at.secs(), tick.label.is_some())).collect();
        assert_eq!(ticks, planned, "ticks at {width}, {time:?}");
    }
}

const DAY: f64 = 86_400.0;

#[test]
fn the_page_places_and_counts_the_marks_as_the_window_does() {
    let session = session_of(bundled(), "parties=INF,NEWSTART");
    let whole = TimeView::fit(&session.world.limits);
    let at = |days: f64, span: f64| TimeView { start: days * DAY, span: span * DAY };
    let times =
        [whole, session.view.current.time, at(-3_000.0, 9_131.3), at(17_700.5, 400.0), at(18_100.0, 9.0)];
    assert_same(&session, &[360.0, 1000.0, 1440.0], &times);
}

#[test]
fn the_page_draws_topics_old_dates_and_doubts_as_the_window_does() {
    let seven = session_of(seven(), "");
    let fit = TimeView::fit(&seven.world.limits);
    assert_same(&seven, &[801.0], &[fit, TimeView { span: fit.span / 7.3, ..fit }]);
    let text = r#"{"format":"treaty-timeline/1","title":"Old","sources":[{"id":"S","title":"A source"}],
        "treaties":[{"id":"A","name":"A","category":"Old"},{"id":"T","name":"Reigns","nature":"topic","category":"Old"}],
        "events":[
        {"id":"a1","treaty":"A","type":"signed","dates":[{"edtf":"-0446","source":"S"},{"edtf":"-0448","source":"S"}]},
        {"id":"a2","treaty":"A","type":"entered_into_force","dates":[{"edtf":"-0445~","source":"S"}]},
        {"id":"a3","treaty":"A","type":"suspended","dates":[{"edtf":"0012-03?","source":"S"}]},
        {"id":"a4","treaty":"A","type":"terminated","dates":[{"edtf":"0031/..","source":"S"}]},
        {"id":"t1","treaty":"T","type":"other","dates":[{"edtf":"-0100/0010","source":"S"}]},
        {"id":"t2","treaty":"T","type":"other","dates":[{"edtf":"-0050~/0030","source":"S"}]},
        {"id":"t3","treaty":"T","type":"other","dates":[{"edtf":"0020/..","source":"S"}]}]}"#;
    let old = session_of(world_of(text), "");
    let fit = TimeView::fit(&old.world.limits);
    let zoomed = TimeView { start: fit.start + 0.8 * fit.span, span: fit.span / 6.0 };
    assert_same(&old, &[360.0, 1200.0], &[fit, zoomed]);
}

#[test]
fn a_page_holds_what_is_shown_and_nothing_else() {
    let session =
        session_of(bundled(), "hidden=NPT&filter=party:USA&collapsed=Conventional%20%C2%B7%20Europe");
    let data = data_of(&page_of(&session, &[]));
    let names: Vec<&str> =
        list(&data, "treaties").iter().map(|treaty| treaty["name"].as_str().unwrap()).collect();
    let hidden = session.hidden_lanes();
    let dataset = &session.world.dataset;
    let npt = dataset.find_treaty("NPT").unwrap();
    assert!(hidden.contains(&npt) && !names.contains(&&*dataset.treaty(npt).name), "{names:?}");
    assert_eq!(names.len(), dataset.treaties().len() - hidden.len());
    // What has a mark in the window has one in the page, and nothing else is in it.
    let index = session.index();
    let shown = (0..dataset.treaties().len()).map(treaty_timeline::domain::TreatyId::new);
    let shown: Vec<_> =
        shown.filter(|treaty| !hidden.contains(treaty)).map(|treaty| index.lane(treaty)).collect();
    let events: std::collections::BTreeSet<EventId> =
        shown.iter().flat_map(|lane| lane.events.within(Moment::MIN, Moment::MAX)).copied().collect();
    let statements: std::collections::BTreeSet<StatementId> =
        shown.iter().flat_map(|lane| lane.statements.within(Moment::MIN, Moment::MAX)).copied().collect();
    assert_eq!((list(&data, "events").len(), list(&data, "quotes").len()), (events.len(), statements.len()));
    assert!(events.len() < dataset.events().len() / 2, "the filter leaves a part");
    let titles = std::iter::zip(list(&data, "events"), &events);
    for (event, &id) in titles {
        assert_eq!(event[6], *dataset.event(id).title);
    }
}

#[test]
fn no_text_of_a_page_is_live() {
    let attack = r"</script><script>alert(1)</script><img src=x onerror=alert(2)>";
    let text = serde_json::json!({"format": "treaty-timeline/1", "title": attack, "description": attack,
        "sources": [{"id": "S", "title": attack, "url": "https://example.org/\"><script>"}],
        "treaties": [{"id": "A", "name": attack, "category": attack}],
        "events": [{"id": "E", "treaty": "A", "type": "signed", "title": attack, "summary": "<!-- \u{2028} & {{search}} ]]>",
            "dates": [{"edtf": "1990", "source": "S"}]}]});
    let session = session_of(world_of(&text.to_string()), "");
    let steps = [PageStep {
        name: attack,
        note: attack,
        time: session.view.current.time,
        selection: Selection::Nothing,
    }];
    let page = page_of(&session, &steps);
    assert_eq!(page.matches("<script").count(), 2, "the data and the script, and no other");
    assert_eq!(page.matches("</script").count(), 2);
    assert!(!page.contains("<img") && !page.contains("<!--"), "no text is markup");
    let data = data_of(&page);
    assert_eq!(
        (&data["title"], &data["events"][0][6]),
        (&attack.into(), &attack.into()),
        "and yet it is whole"
    );
    assert!(page.contains("default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-"));
}

/// Sizes, printed by `cargo test --test it page::pages_are_small -- --nocapture`.
#[test]
fn pages_are_small() {
    let whole = page_of(&session_of(bundled(), ""), &[]).len();
    let kept = ["INF", "NEWSTART", "START1", "SALT1", "SALT2"];
    let world = bundled();
    let ids = world.dataset.treaties().iter().map(|treaty| &*treaty.key).filter(|id| !kept.contains(id));
    let hidden = format!("hidden={}", ids.collect::<Vec<_>>().join(","));
    let five = page_of(&session_of(world, &hidden), &[]);
    let lanes = list(&data_of(&five), "lanes").len();
    println!("the bundled dataset: {whole} bytes; {lanes} treaties: {} bytes", five.len());
    assert!(whole <= 1_200_000, "{whole}");
    assert!(lanes == 5 && five.len() <= 200_000, "{lanes} lanes: {}", five.len());
}

fn run(args: &[&str]) -> Output {
    let mut program = Program::new(env!("CARGO_BIN_EXE_treaty-timeline"));
    program.env("LC_ALL", "C").env_remove("LANGUAGE").env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
    program.args(args).output().unwrap()
}

#[test]
fn the_command_line_writes_a_page_and_writes_it_again_from_what_it_says_of_itself() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let view = "treaty-timeline:view?from=1985&to=2026&hidden=NPT&select=INF&status=2019-08-01";
    let output = run(&["render", "--out", &at("a.html"), "--view", view, "--lang", "ru", "--theme", "dark"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let page = std::fs::read_to_string(at("a.html")).unwrap();
    assert!(
        page.contains("<html lang=\"ru\" data-theme=\"dark\">") && page.contains("placeholder=\"Поиск\"")
    );
    let data = data_of(&page);
    assert_eq!(data["status"][1], "1 августа 2019");
    let has_name = |treaty: &&Value| treaty["full"].as_str().unwrap().contains("Intermediate");
    let inf = list(&data, "treaties").iter().find(has_name).unwrap();
    let standing = inf["standing"].as_str().unwrap();
    assert!(standing.contains("уведомления") || standing.contains("приостановлен"), "{standing}");
    let said = Metadata::of_picture(page.as_bytes()).unwrap();
    assert!(said.view.contains("select=INF") && said.sha256.len() == 64);
    let again = run(&["render", "--out", &at("b.html"), "--like", &at("a.html")]);
    assert_eq!(again.status.code(), Some(0));
    assert!(std::fs::read_to_string(at("b.html")).unwrap() == page, "another page");
    assert_eq!(run(&["render", "--out", &at("c.svg"), "--like", &at("a.html")]).status.code(), Some(0));
}

#[test]
fn notes_and_order_of_bookmarks_are_typed_in_their_dialog() {
    let mut window = start();
    for number in 0..2 {
        let select = SelectionCommand::Select(Selection::Event(EventId::new(number)));
        window.state_mut().apply_command(Command::Selection(select));
        window.run();
        press(&mut window, Modifiers::NONE, Key::M);
    }
    choose(&mut window, Action::Bookmarks);
    window.run();
    let fields = window.get_all_by_role(egui::accesskit::Role::MultilineTextInput).count();
    assert_eq!(fields, 2);
    window.get_all_by_label_contains("Note on").next().unwrap().focus();
    window.run();
    window.get_all_by_label_contains("Note on").next().unwrap().type_text("The first step");
    window.run();
    assert_eq!(shown(&window).view.bookmarks[0].note, "The first step");
    let is_down = |node: &egui_kittest::Node<'_>| {
        let name = crate::common::window::label(node);
        name.starts_with("Move ") && name.ends_with(" down")
    };
    window.query_all_by_role(egui::accesskit::Role::Button).find(is_down).unwrap().click();
    window.run();
    assert_eq!(shown(&window).view.bookmarks[1].note, "The first step");
    let saved = shown(&window).saved_view();
    assert_eq!(saved.bookmarks[1].note, "The first step", "it is there after a restart");
    window.get_all_by_label_contains("Remove").next().unwrap().click();
    window.run();
    assert_eq!(shown(&window).view.bookmarks.len(), 1);
    window.state_mut().apply_command(Command::View(ViewCommand::SetNote(7, "nowhere".to_owned())));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.query_by_label_contains("Note on").is_none());
}
